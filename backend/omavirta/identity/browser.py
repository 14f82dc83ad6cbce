"""One cookie that ties what is under way before sign-in to the browser that began it: identification, registration, codes.

It opens nothing by itself. Rows keep the SHA-256 of its 256 random bits.
"""

import base64
import binascii
from datetime import timedelta

from starlette.datastructures import MutableHeaders
from starlette.requests import Request

from omavirta.identity.secrets import SECRET_BYTES, hash_secret, new_secret

LIFETIME = timedelta(days=1)
SECURE_NAME = "__Host-omavirta-browser"
PLAIN_NAME = "omavirta-browser"


def read_browser(request: Request, *, secure: bool) -> bytes | None:
    """The hash that rows keep of the asking browser; None for one that has begun nothing, or sends nonsense."""
    value = request.cookies.get(SECURE_NAME if secure else PLAIN_NAME)
    if value is None:
        return None
    try:
        secret = base64.b64decode(value.encode("ascii") + b"=", altchars=b"-_", validate=True)
    except (UnicodeEncodeError, binascii.Error):
        return None
    return hash_secret(secret) if len(secret) == SECRET_BYTES else None


def ensure_browser(request: Request, headers: MutableHeaders, *, secure: bool) -> bytes:
    """The same; a browser without the cookie is given one by these response headers."""
    known = read_browser(request, secure=secure)
    if known is not None:
        return known
    secret = new_secret()
    value = base64.urlsafe_b64encode(secret).decode().rstrip("=")
    name = SECURE_NAME if secure else PLAIN_NAME
    flags = "; Path=/; HttpOnly; SameSite=Lax" + ("; Secure" if secure else "")
    headers.append("Set-Cookie", f"{name}={value}{flags}; Max-Age={int(LIFETIME.total_seconds())}")
    return hash_secret(secret)
