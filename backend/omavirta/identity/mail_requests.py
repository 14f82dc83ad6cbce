"""Mails that are asked for with an address that may have no account: the request first, all that differs after the answer.

Before the answer one row is written, the same for every address, so that neither answer nor time tells them apart, and a crash
loses nothing. After it the row is deleted in the transaction that writes what the address gets: once, whoever does it.
"""

import asyncio
import logging
from datetime import datetime, timedelta
from enum import StrEnum
from functools import partial
from uuid import UUID

from omavirta.api.context import Context
from omavirta.clock import Clock, to_epoch_microseconds
from omavirta.identity.account_changes import send_email_change_code
from omavirta.identity.recovery import ResetMethod, send_reset, send_user_name
from omavirta.settings import Settings
from omavirta.storage.database import Database, Row, Transaction, as_uuid
from omavirta.storage.ids import new_id

LEFT_AFTER = timedelta(seconds=10)
"""When a request is taken to be left behind by a server that is no more."""
EVERY = timedelta(seconds=5)

logger = logging.getLogger("omavirta.identity")


class MailRequestKind(StrEnum):
    RESET_CODE = "RESET_CODE"
    RESET_LINK = "RESET_LINK"
    USER_NAME = "USER_NAME"
    EMAIL_CHANGE = "EMAIL_CHANGE"


async def ask_for_mail(
    context: Context,
    kind: MailRequestKind,
    email: str,
    *,
    browser_hash: bytes = b"",
    account_id: UUID | None = None,
) -> None:
    """Writes the request, to be fulfilled once the answer is out. `account_id` is who asks, not who has the address."""
    id_ = new_id()
    async with context.database.transaction() as transaction:
        await transaction.execute(
            "INSERT INTO mail_request (id, kind, email, browser_hash, account_id, created_at)"
            " VALUES ($1, $2, $3, $4, $5, $6)",
            id_,
            kind.value,
            email,
            browser_hash,
            account_id,
            to_epoch_microseconds(context.clock()),
        )
    context.after_answer.append(partial(fulfil, context.database, context.settings, id_, context.clock))


async def fulfil(database: Database, settings: Settings, id_: UUID, clock: Clock) -> None:
    """Writes the mail of a request and whatever it brings; nothing where that has been done."""
    rows = await database.fetch(
        "SELECT kind, email, browser_hash, account_id FROM mail_request WHERE id = $1", id_
    )
    if not rows:
        return
    async with database.transaction() as transaction:
        if await transaction.execute("DELETE FROM mail_request WHERE id = $1", id_):
            await _write(transaction, settings, rows[0], clock())


async def fulfil_left_behind(database: Database, settings: Settings, clock: Clock) -> None:
    """Fulfils what a server that was killed had answered and not yet done. Runs until it is cancelled."""
    while True:
        try:
            await _fulfil_older(database, settings, clock)
        except Exception as error:  # noqa: BLE001 - whatever it is, the next round tries again
            # Its message might quote an address.
            logger.error("mail requests could not be read: %s", type(error).__name__)  # noqa: TRY400
        await asyncio.sleep(EVERY.total_seconds())


async def _fulfil_older(database: Database, settings: Settings, clock: Clock) -> None:
    rows = await database.fetch(
        "SELECT id FROM mail_request WHERE created_at <= $1 ORDER BY id",
        to_epoch_microseconds(clock() - LEFT_AFTER),
    )
    for row in rows:
        try:
            await fulfil(database, settings, as_uuid(row[0]), clock)
        except Exception as error:  # noqa: BLE001 - the others shall not wait for this one
            logger.error("mail request %s could not be fulfilled: %s", row[0], type(error).__name__)  # noqa: TRY400


async def _write(transaction: Transaction, settings: Settings, row: Row, now: datetime) -> None:
    kind, email, browser_hash, account_id = row
    match MailRequestKind(kind):
        case MailRequestKind.RESET_CODE:
            await send_reset(transaction, settings, bytes(browser_hash), email, ResetMethod.CODE, now)
        case MailRequestKind.RESET_LINK:
            await send_reset(transaction, settings, bytes(browser_hash), email, ResetMethod.LINK, now)
        case MailRequestKind.USER_NAME:
            await send_user_name(transaction, settings, email, now)
        case MailRequestKind.EMAIL_CHANGE:
            await send_email_change_code(
                transaction, settings, as_uuid(account_id), bytes(browser_hash), email, now
            )
