"""How a Neo4j of our own is set: for one machine, modest in memory, closed to all but this machine."""

from types import MappingProxyType

SETTINGS = MappingProxyType(
    {
        "dbms.usage_report.enabled": "false",
        "server.bolt.telemetry.enabled": "false",
        "server.http.enabled": "false",
        # Without it LOAD CSV reads any file of this machine, even in a read.
        "server.directories.import": "import",
        "server.memory.pagecache.size": "256m",
        "db.memory.transaction.max": "512m",
        "dbms.memory.transaction.total.max": "1g",
        # A time-out of half a second is noticed at once, not after up to two.
        "db.transaction.monitor.check.interval": "200ms",
        "db.lock.acquisition.timeout": "5s",
        # Logs of transactions fill gigabytes within an hour of writing unless they are kept short.
        "db.tx_log.preallocate": "false",
        "db.tx_log.rotation.size": "32m",
        "db.tx_log.rotation.retention_policy": "64m size",
        "db.checkpoint.interval.time": "1m",
        # Stopping takes a second, not ten: nobody but us is connected.
        "internal.dbms.bolt.netty_server_shutdown_quiet_period": "0",
    }
)


def configuration(port: int) -> str:
    """The text of neo4j.conf, for a server that listens on `port` of this machine alone."""
    address = {"server.default_listen_address": "127.0.0.1", "server.bolt.listen_address": f"127.0.0.1:{port}"}
    return "".join(f"{name}={value}\n" for name, value in {**address, **SETTINGS}.items())
