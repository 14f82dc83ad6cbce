"""Where one goes on after identification: only ever a page of our own."""

import re

LONGEST = 500
# Browsers resolve these away, percent-encoded too, and what is left could begin with two slashes: another host.
_DOT_SEGMENT = re.compile(r"/(?:\.|%2e){1,2}(?:/|$)", re.IGNORECASE)


def own_path(text: str | None) -> str | None:
    """The path as it is; `/` where none is given; None for what could lead elsewhere (OWASP ASVS 5.0, 3.7.2)."""
    if text is None or not text:
        return "/"
    # Browsers drop tabs and line ends out of an address, and take a backslash for a slash.
    plain = text.isascii() and text.isprintable() and not set(text) & {"\\", " "}
    path = re.split(r"[?#]", text, maxsplit=1)[0]
    stays = path.startswith("/") and "//" not in path and _DOT_SEGMENT.search(path) is None
    return text if plain and stays and len(text) <= LONGEST else None
