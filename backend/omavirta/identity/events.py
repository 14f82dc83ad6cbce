"""Security events: a structured line each, with ids and never with names, passwords or tokens."""

import logging
import secrets
from uuid import UUID

logger = logging.getLogger("omavirta.security")


def log_event(event: str, account_id: UUID | None = None) -> None:
    """`event` is one of a few constant words; the correlation id is the line's own, to point at it by."""
    logger.info("event=%s account=%s correlation=%s", event, account_id or "-", secrets.token_hex(8))
