"""Which headers the explorer's page and files carry: what the browser may do with them, and how long it keeps them."""

from collections.abc import Mapping
from types import MappingProxyType

SECURITY: Mapping[str, str] = MappingProxyType(
    {
        # Everything from this server and nothing from elsewhere. Styles may stand inline, since the editor
        # writes its own, and icons and fonts may be data, since they lie inside the style sheet.
        "Content-Security-Policy": (
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            "font-src 'self' data:; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; "
            "frame-ancestors 'none'"
        ),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }
)

# A name that holds a hash of its content never means anything else.
FOR_EVER: Mapping[str, str] = MappingProxyType({"Cache-Control": "public, max-age=31536000, immutable"})
ASK_EACH_TIME: Mapping[str, str] = MappingProxyType({"Cache-Control": "no-cache"})
