"""From the outbox to the reader: each message by one worker, again and later where it did not work, and once.

A worker takes a message by moving its next try ahead, so several processes and machines share one outbox. One that dies
with a message in hand loses nothing: the message is due again when its time in hand is over.
"""

import asyncio
import logging
from datetime import datetime, timedelta

from omavirta.api.language import Language
from omavirta.clock import Clock, to_epoch_microseconds
from omavirta.mail.letterhead import Letterhead, OutgoingMail, UnsendableError
from omavirta.mail.transports import DELIVERY_SECONDS, NotDeliveredError, Transport
from omavirta.storage.database import Database, as_uuid

AT_ONCE = 4
POLL_SECONDS = 1.0
IN_HAND = timedelta(seconds=2 * DELIVERY_SECONDS)
"""Twice what a delivery may take: clocks of several machines differ a little."""
BACK_OFF = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 3 * 60, 6 * 60, 12 * 60))
"""After the first try, the second …; 22 hours in all, and then it is given up."""
KEPT = timedelta(days=30)
"""How long it is known that something was sent; what it said and to whom is erased at once."""
SWEEP_EVERY = timedelta(hours=1)
PARTING_SECONDS = 0.5
"""For messages under way when the server stops."""

logger = logging.getLogger("omavirta.mail")


class DeliveryWorker:
    def __init__(
        self, database: Database, transport: Transport, letterhead: Letterhead, clock: Clock
    ) -> None:
        self._database = database
        self._transport = transport
        self._letterhead = letterhead
        self._clock = clock
        self._under_way: set[asyncio.Task[None]] = set()
        self._next_sweep: datetime | None = None

    async def run(self) -> None:
        """Runs until it is cancelled; what is under way then has a moment to end well."""
        try:
            while True:
                try:
                    await self._sweep()
                    await self._start_due()
                except Exception as fault:  # noqa: BLE001 - the database may be away for a while; what it says may be personal
                    logger.error("event=mail_worker_failed reason=%s", type(fault).__name__)  # noqa: TRY400 - as above
                await self._wait()
        finally:
            await self._part()

    async def _start_due(self) -> None:
        free = AT_ONCE - len(self._under_way)
        if free <= 0:
            return
        for mail in await self._due(free):
            if await self._take(mail):
                task = asyncio.create_task(self._deliver(mail))
                self._under_way.add(task)
                task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._under_way.discard(task)
        if not task.cancelled() and (fault := task.exception()) is not None:
            # The end could not be noted: the message is due again, under the same id.
            logger.error("event=mail_worker_failed reason=%s", type(fault).__name__)

    async def _wait(self) -> None:
        """A second, or less where a place becomes free."""
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=POLL_SECONDS, return_when=asyncio.FIRST_COMPLETED)
        else:
            await asyncio.sleep(POLL_SECONDS)

    async def _part(self) -> None:
        if self._under_way:
            _, late = await asyncio.wait(self._under_way, timeout=PARTING_SECONDS)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _due(self, limit: int) -> list[OutgoingMail]:
        rows = await self._database.fetch(
            "SELECT id, kind, account_id, recipient, language, subject, text, html, created_at, tries, next_try_at"
            " FROM outbox_mail WHERE delivered_at IS NULL AND failed_at IS NULL AND next_try_at <= $1"
            " ORDER BY next_try_at LIMIT $2",
            to_epoch_microseconds(self._clock()),
            limit,
        )
        return [
            OutgoingMail(
                as_uuid(id_),
                kind,
                None if account_id is None else as_uuid(account_id),
                recipient,
                Language(language),
                *rest,
            )
            for id_, kind, account_id, recipient, language, *rest in rows
        ]

    async def _take(self, mail: OutgoingMail) -> bool:
        """Whether it is this worker's now. The try is counted first, so that one that kills the process counts too."""
        async with self._database.transaction() as transaction:
            count = await transaction.execute(
                "UPDATE outbox_mail SET tries = tries + 1, next_try_at = $3 WHERE id = $1 AND next_try_at = $2"
                " AND delivered_at IS NULL AND failed_at IS NULL",
                mail.id,
                mail.next_try_at,
                to_epoch_microseconds(self._clock() + IN_HAND),
            )
        return count == 1

    async def _deliver(self, mail: OutgoingMail) -> None:
        try:
            await self._transport.deliver(mail.id, self._letterhead.compose(mail))
        except UnsendableError as refusal:
            await self._finish(mail, "failed_at")
            _log(mail, "mail_refused", refusal)
        except NotDeliveredError as fault:
            await self._try_later(mail, fault)
        except Exception as fault:  # noqa: BLE001 - ours to mend, and the message still there when it is
            await self._try_later(mail, NotDeliveredError(type(fault).__name__))
        else:
            await self._finish(mail, "delivered_at")

    async def _try_later(self, mail: OutgoingMail, fault: NotDeliveredError) -> None:
        if mail.tries >= len(BACK_OFF):
            await self._finish(mail, "failed_at")
            _log(mail, "mail_given_up", fault)
            return
        async with self._database.transaction() as transaction:
            await transaction.execute(
                "UPDATE outbox_mail SET next_try_at = $2 WHERE id = $1 AND delivered_at IS NULL",
                mail.id,
                to_epoch_microseconds(self._clock() + BACK_OFF[mail.tries]),
            )
        _log(mail, "mail_delayed", fault)

    async def _finish(self, mail: OutgoingMail, column: str) -> None:
        """Notes the end, and forgets what was said to whom."""
        async with self._database.transaction() as transaction:
            await transaction.execute(
                f"UPDATE outbox_mail SET {column} = $2, recipient = '', subject = '', text = '', html = ''"
                " WHERE id = $1 AND delivered_at IS NULL AND failed_at IS NULL",
                mail.id,
                to_epoch_microseconds(self._clock()),
            )

    async def _sweep(self) -> None:
        now = self._clock()
        if self._next_sweep is not None and now < self._next_sweep:
            return
        async with self._database.transaction() as transaction:
            await transaction.execute(
                "DELETE FROM outbox_mail WHERE created_at <= $1"
                " AND (delivered_at IS NOT NULL OR failed_at IS NOT NULL)",
                to_epoch_microseconds(now - KEPT),
            )
        self._next_sweep = now + SWEEP_EVERY


def _log(mail: OutgoingMail, event: str, reason: Exception) -> None:
    """Never an address and nothing of what was said."""
    logger.warning(
        "event=%s kind=%s account=%s mail=%s try=%d reason=%s",
        event,
        mail.kind,
        mail.account_id or "-",
        mail.id,
        mail.tries + 1,
        reason,
    )
