"""Exports of all of one's data: asked for, made in the background by one worker, kept for a week.

A worker claims an export for a minute at a time and renews the claim as it goes on. One that dies leaves the claim to
run out, and then another begins anew. `claimed_until` is also what tells claims apart: a worker whose claim was taken
over, or whose export was deleted with its account, learns of it at its next step and stops.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from omavirta.clock import to_epoch_microseconds
from omavirta.identity.accounts import hold_account
from omavirta.identity.contact import contact_by_id, tell
from omavirta.identity.events import EventKind, record_event
from omavirta.mail.messages import DataExportReady
from omavirta.storage.database import Database, Row, Transaction, as_uuid
from omavirta.storage.ids import new_id

MOST_A_DAY = 5
DAY = timedelta(days=1)
LEASE = timedelta(minutes=1)
KEPT = timedelta(days=7)
GIVEN_UP = timedelta(days=1)
"""An export that has not come about by then never will."""
PART_BYTES = 1024 * 1024

_EXPORT = "id, account_id, created_at, finished_at, failed_at, steps_done, steps_total, size"


class ClaimLostError(Exception):
    """Another worker has taken the export over, or it is no more."""


@dataclass(frozen=True, slots=True)
class ExportRow:
    """Moments are microseconds since 1970. `size` is the archive's bytes; None where there is none to fetch."""

    id: UUID
    account_id: UUID
    created_at: int
    finished_at: int | None
    failed_at: int | None
    steps_done: int
    steps_total: int
    size: int | None


@dataclass(frozen=True, slots=True)
class Claim:
    export: ExportRow
    until: int


async def request_export(transaction: Transaction, account_id: UUID, now: datetime) -> ExportRow | None:
    """Asks for one; where one is being made it is that one. None after five in a day. The caller holds the account."""
    rows = await transaction.fetch(
        f"SELECT {_EXPORT} FROM data_export WHERE account_id = $1 ORDER BY id DESC", account_id
    )
    exports = [_export(row) for row in rows]
    for export in exports:
        if export.finished_at is None and export.failed_at is None:
            return export
    moment = to_epoch_microseconds(now)
    if sum(export.created_at > to_epoch_microseconds(now - DAY) for export in exports) >= MOST_A_DAY:
        return None
    made = ExportRow(new_id(), account_id, moment, None, None, 0, 0, None)
    await transaction.execute(
        "INSERT INTO data_export (id, account_id, steps_done, steps_total, created_at, claimed_until)"
        " VALUES ($1, $2, 0, 0, $3, 0)",
        made.id,
        account_id,
        moment,
    )
    await record_event(transaction, EventKind.DATA_EXPORT_REQUESTED, now, account_id)
    return made


async def find_export(
    database: Database | Transaction, account_id: UUID, id_: UUID | None = None
) -> ExportRow | None:
    """The account's export of this id, or its newest one."""
    only, values = ("", ()) if id_ is None else (" AND id = $2", (id_,))
    rows = await database.fetch(
        f"SELECT {_EXPORT} FROM data_export WHERE account_id = $1{only} ORDER BY id DESC LIMIT 1",
        account_id,
        *values,
    )
    return _export(rows[0]) if rows else None


async def claim_export(database: Database, now: datetime) -> Claim | None:
    """The oldest export that nobody is making, claimed; None where there is none, or somebody else was faster."""
    moment = to_epoch_microseconds(now)
    rows = await database.fetch(
        f"SELECT {_EXPORT}, claimed_until FROM data_export WHERE finished_at IS NULL AND failed_at IS NULL"
        " AND claimed_until <= $1 AND account_id IN (SELECT id FROM account WHERE locked_at IS NULL)"
        " ORDER BY id LIMIT 1",
        moment,
    )
    if not rows:
        return None
    try:
        async with database.transaction() as transaction:
            return await _claim_on(transaction, Claim(_export(rows[0]), rows[0][8]), now)
    except ClaimLostError:
        return None


async def note_steps(
    database: Database, claim: Claim, steps_done: int, steps_total: int, now: datetime
) -> Claim:
    """Tells how far it is, and renews the claim. Raises ClaimLostError."""
    export = replace(claim.export, steps_done=steps_done, steps_total=steps_total)
    async with database.transaction() as transaction:
        return await _claim_on(transaction, Claim(export, claim.until), now)


async def delete_parts(database: Database, claim: Claim) -> None:
    """Clears away what a worker that died had stored."""
    async with database.transaction() as transaction:
        await transaction.execute("DELETE FROM data_export_part WHERE data_export_id = $1", claim.export.id)


async def store_part(database: Database, claim: Claim, number: int, data: bytes, now: datetime) -> Claim:
    """Stores a stretch of the archive, and renews the claim. Raises ClaimLostError."""
    async with database.transaction() as transaction:
        renewed = await _claim_on(transaction, claim, now)
        await transaction.execute(
            "INSERT INTO data_export_part (id, data_export_id, number, data) VALUES ($1, $2, $3, $4)",
            new_id(),
            claim.export.id,
            number,
            data,
        )
    return renewed


async def finish_export(database: Database, claim: Claim, size: int, page_url: str, now: datetime) -> None:
    """The archive is there: its owner is told once, and an older archive makes room for it. Raises ClaimLostError."""
    account_id = claim.export.account_id
    async with database.transaction() as transaction:
        if not await hold_account(transaction, account_id):
            raise ClaimLostError
        changed = await transaction.execute(
            "UPDATE data_export SET finished_at = $3, size = $4, steps_done = steps_total WHERE id = $1 AND claimed_until = $2"
            " AND finished_at IS NULL AND failed_at IS NULL",
            claim.export.id,
            claim.until,
            to_epoch_microseconds(now),
            size,
        )
        if not changed:
            raise ClaimLostError
        await _delete_parts(transaction, "account_id = $1 AND id <> $2", account_id, claim.export.id)
        await transaction.execute(
            "UPDATE data_export SET size = NULL WHERE account_id = $1 AND id <> $2",
            account_id,
            claim.export.id,
        )
        if (owner := await contact_by_id(transaction, account_id)) is not None:
            await tell(transaction, owner, DataExportReady(page_url), now)


async def fail_export(database: Database, claim: Claim, now: datetime) -> None:
    """It could not be made; its owner may ask anew."""
    async with database.transaction() as transaction:
        await transaction.execute(
            "UPDATE data_export SET failed_at = $3 WHERE id = $1 AND claimed_until = $2 AND finished_at IS NULL",
            claim.export.id,
            claim.until,
            to_epoch_microseconds(now),
        )


async def release_export(database: Database, claim: Claim) -> None:
    """Lets another worker begin at once: this one has been told to stop."""
    async with database.transaction() as transaction:
        await transaction.execute(
            "UPDATE data_export SET claimed_until = 0 WHERE id = $1 AND claimed_until = $2 AND finished_at IS NULL",
            claim.export.id,
            claim.until,
        )


async def read_parts(database: Database, export_id: UUID) -> AsyncIterator[bytes]:
    """The archive's bytes, a part at a time."""
    number = 0
    while rows := await database.fetch(
        "SELECT data FROM data_export_part WHERE data_export_id = $1 AND number = $2", export_id, number
    ):
        yield bytes(rows[0][0])
        number += 1


async def delete_past_exports(transaction: Transaction, now: datetime) -> None:
    """Deletes exports after a week, and gives up those that have not come about in a day."""
    await _delete_parts(transaction, "created_at <= $1", to_epoch_microseconds(now - KEPT))
    await transaction.execute(
        "DELETE FROM data_export WHERE created_at <= $1", to_epoch_microseconds(now - KEPT)
    )
    await transaction.execute(
        "UPDATE data_export SET failed_at = $1 WHERE created_at <= $2 AND finished_at IS NULL AND failed_at IS NULL",
        to_epoch_microseconds(now),
        to_epoch_microseconds(now - GIVEN_UP),
    )


async def delete_exports(transaction: Transaction, account_id: UUID) -> None:
    """Deletes all of the account's exports."""
    await _delete_parts(transaction, "account_id = $1", account_id)
    await transaction.execute("DELETE FROM data_export WHERE account_id = $1", account_id)


async def _delete_parts(transaction: Transaction, of_exports: str, *values: object) -> None:
    await transaction.execute(
        f"DELETE FROM data_export_part WHERE data_export_id IN (SELECT id FROM data_export WHERE {of_exports})",
        *values,
    )


async def _claim_on(transaction: Transaction, claim: Claim, now: datetime) -> Claim:
    # A later claim has to differ from every earlier one, also where a clock stands still.
    until = max(to_epoch_microseconds(now + LEASE), claim.until + 1)
    changed = await transaction.execute(
        "UPDATE data_export SET claimed_until = $3, steps_done = $4, steps_total = $5 WHERE id = $1"
        " AND claimed_until = $2 AND finished_at IS NULL AND failed_at IS NULL",
        claim.export.id,
        claim.until,
        until,
        claim.export.steps_done,
        claim.export.steps_total,
    )
    if not changed:
        raise ClaimLostError
    return Claim(claim.export, until)


def _export(row: Row) -> ExportRow:
    return ExportRow(as_uuid(row[0]), as_uuid(row[1]), row[2], row[3], row[4], row[5], row[6], row[7])
