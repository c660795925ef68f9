"""Which addresses may be trusted with tokens and keys: those behind TLS, and those on this machine."""

from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit


def is_loopback(host: str | None) -> bool:
    """Whether a host is this machine: 127.0.0.1 and its like, ::1 or localhost."""
    try:
        return host == "localhost" or ip_address(host or "").is_loopback
    except ValueError:
        return False


def host_of(authority: str) -> str | None:
    """The host of a `Host` header, or of what stands between // and the path of an address."""
    parts = _parts(f"//{authority}")
    return None if parts is None else parts.hostname


def is_safe(address: str) -> bool:
    """Whether it is an https:// address, or an http:// address on this machine."""
    parts = _parts(address)
    if parts is None or parts.username is not None or parts.fragment or not parts.hostname:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and is_loopback(parts.hostname))


def is_issuer(address: str) -> bool:
    """Whether it can name an issuer (RFC 8414, section 2): a safe address without a query."""
    return is_safe(address) and "?" not in address


def is_origin(address: str) -> bool:
    """Whether it is an origin as browsers write one: scheme, host and no usual port, in small letters, nothing else."""
    parts = _parts(address)
    if parts is None or not parts.hostname or "*" in address or address != f"{parts.scheme}://{parts.netloc}".lower():
        return False
    usual = {"https": 443, "http": 80}
    return parts.scheme in usual and parts.username is None and parts.port != usual[parts.scheme]


def _parts(address: str) -> SplitResult | None:
    # The standard library drops line breaks and tabs silently; what it would drop is no address.
    if not address.isascii() or not address.isprintable() or " " in address:
        return None
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018 - a port that is no number shows only when it is read
    except ValueError:
        return None
    return parts
