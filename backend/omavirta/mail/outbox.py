"""Putting a message in the outbox. `omavirta.mail.delivery` takes it from there."""

from datetime import datetime
from uuid import UUID

from omavirta.api.language import Language
from omavirta.clock import to_epoch_microseconds
from omavirta.mail.messages import Message
from omavirta.mail.rendering import render
from omavirta.storage.database import Transaction
from omavirta.storage.ids import new_id


async def enqueue(
    transaction: Transaction,
    message: Message,
    recipient: str,
    language: Language,
    now: datetime,
    account_id: UUID | None = None,
) -> None:
    """Writes the message in the transaction that causes it: both happen, or neither.

    `recipient` is an address that has been checked; one that mail cannot be sent to is given up at the first try.
    """
    content = render(message, language)
    moment = to_epoch_microseconds(now)
    await transaction.execute(
        "INSERT INTO outbox_mail (id, kind, account_id, recipient, language, subject, text, html, created_at, tries,"
        " next_try_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, $9)",
        new_id(),
        message.kind(),
        account_id,
        recipient,
        language.value,
        content.subject,
        content.text,
        content.html,
        moment,
    )
