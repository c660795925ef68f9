"""Makes the list of the jars that a Neo4j is made of again: `scripts/lock_jars.py 5.26.25`."""

import hashlib
import sys

from jgo.maven import Artifact, MavenContext

from api.local.jars import Jar, list_of

ROOTS = ("org.neo4j:neo4j", "org.neo4j.app:neo4j-server")


def jar(artifact: Artifact) -> Jar:
    """The jar as it comes from the registry now."""
    parts = (artifact.groupId, artifact.artifactId, artifact.version, artifact.classifier)
    content = artifact.resolve().read_bytes()
    return Jar(":".join(filter(None, parts)), hashlib.sha256(content).hexdigest(), len(content))


def main(version: str) -> None:
    """Resolve what the version needs, and write it down."""
    context = MavenContext()
    roots = [context.create_dependency(f"{root}:{version}") for root in ROOTS]
    _, needed = context.resolver.get_dependency_list(roots)
    artifacts = {root.artifact for root in roots} | {node.dep.artifact for node in needed}
    lines = sorted(str(jar(artifact)) for artifact in artifacts)
    list_of(version).write_text(f"# {Jar.__doc__}\n" + "".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
