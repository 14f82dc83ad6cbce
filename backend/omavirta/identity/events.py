"""Security events: a structured line each, with ids and never with names, passwords or tokens."""

import logging
import secrets
from uuid import UUID

logger = logging.getLogger("omavirta.security")


def log_event(event: str, account_id: UUID | None = None) -> None:
    """`event` is one of a few constant words; the correlation id ties the line to what a customer may quote."""
    logger.info("event=%s account=%s correlation=%s", event, account_id or "-", secrets.token_hex(8))
