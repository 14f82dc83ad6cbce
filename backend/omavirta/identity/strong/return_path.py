"""Where one goes on after identification: only ever a page of our own."""

LONGEST = 500


def own_path(text: str | None) -> str | None:
    """The path as it is; `/` where none is given; None for what could lead elsewhere (OWASP ASVS 5.0, 3.7.2)."""
    if text is None or not text:
        return "/"
    starts_well = text.startswith("/") and not text.startswith(("//", "/\\"))
    # Browsers drop tabs and line ends out of an address, and take a backslash for a slash.
    plain = text.isascii() and text.isprintable() and not set(text) & {"\\", " "}
    return text if starts_well and plain and len(text) <= LONGEST else None
