"""Taking in a file of master data: whole or not at all, with memory that does not grow with the file.

Three passes: every line is read, checked by itself and spooled; every record finds what it is here, and what it refers to;
then all is written in one transaction. Killed anywhere, the file is in or it is not, and it can be sent again.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from omavirta.clock import Clock
from omavirta.errors import FileRefused
from omavirta.identity.identity_code import InvalidIdentityCode, identity_hash, normalise_identity_code
from omavirta.masterdata.overlaps import require_no_overlap
from omavirta.masterdata.problems import Problem, Problems
from omavirta.masterdata.reading import Line, read_lines, record_of
from omavirta.masterdata.records.base import Kind
from omavirta.masterdata.records.customers import CustomerRecord
from omavirta.masterdata.resolving import resolve
from omavirta.masterdata.spool import CHANGES, Spool, State
from omavirta.masterdata.values import HashIdentityCode
from omavirta.masterdata.writing.everything import Overtaken, files_taken, write_everything
from omavirta.masterdata.writing.mandates import grant_to_accounts
from omavirta.masterdata.writing.statements import Writer
from omavirta.metering.calendar import TIME_ZONE
from omavirta.metering.importing import Progress
from omavirta.storage.database import Database, UniqueViolation
from omavirta.storage.kind import database_kind

MOST_ATTEMPTS = 5
"""How often the database may change under our hands before the file is given back."""


@dataclass(frozen=True, slots=True)
class KindCounts:
    created: int = 0
    replaced: int = 0
    unchanged: int = 0
    """Records whose version was taken before, or a higher one."""


@dataclass(frozen=True, slots=True)
class MasterDataSummary:
    """What came of one file."""

    records: int
    kinds: Mapping[Kind, KindCounts]
    """Of the types that are in the file."""


async def import_master_file(
    database: Database,
    path: Path,
    clock: Clock,
    *,
    secret_key: str,
    public_url: str,
    progress: Progress | None = None,
) -> MasterDataSummary:
    """Takes a file's records. Raises FileRefused, and then nothing has changed.

    `secret_key` keys the hashes that stand for identity codes and for what was taken; mails about rights lead to `public_url`.
    """
    hashing = await _hashing(database, secret_key, clock)
    with Spool(secret_key) as spool:
        told = _Progress(path, progress)
        _read(path, spool, hashing, told)
        for _ in range(MOST_ATTEMPTS):
            expected = await _resolve(database, spool)
            if not spool.has_changes():
                break
            try:
                async with database.transaction() as transaction:
                    writer = Writer(transaction, clock(), public_url)
                    await write_everything(writer, spool, expected, told.wrote)
                break
            except (Overtaken, UniqueViolation):
                spool.forget()
        else:
            raise FileRefused("other imports changed the same records all the while; send the file again")
        await _grant_to_persons(database, spool, clock)
        told.done()
        return _summary(spool)


async def _hashing(database: Database, secret_key: str, clock: Clock) -> HashIdentityCode:
    today = clock().astimezone(TIME_ZONE).date()
    # Test persons and real customers never meet: only a database made for trying out takes them.
    accept_test = await database_kind(database) is not None

    def hashed(code: str) -> str:
        try:
            return identity_hash(secret_key, normalise_identity_code(code, today, accept_test=accept_test))
        except InvalidIdentityCode:
            raise ValueError("is no Finnish identity code, or that of a test person") from None

    return hashed


class _Progress:
    """Half of the way is reading the file, half is writing it."""

    def __init__(self, path: Path, progress: Progress | None) -> None:
        self._size = max(path.stat().st_size, 1)
        self._progress = progress
        self._bytes = self._records = self._of = 0

    def see(self, count: int) -> None:
        self._bytes += count
        self._tell(min(self._bytes, self._size))

    def expect(self, records: int) -> None:
        self._of = max(records, 1)

    def wrote(self, count: int) -> None:
        self._records = min(self._records + count, self._of)
        self._tell(self._size + self._size * self._records // self._of)

    def done(self) -> None:
        self._tell(2 * self._size)

    def _tell(self, steps: int) -> None:
        if self._progress:
            self._progress(steps, 2 * self._size)


def _read(path: Path, spool: Spool, hashing: HashIdentityCode, told: _Progress) -> None:
    problems = Problems()
    for line in read_lines(path, hashing, told.see):
        if isinstance(line, Line):
            earlier = spool.add(line)
            if earlier is None:
                continue
            problems.add(
                Problem(line.number, f"{line.kind} {line.source_id} stands on line {earlier} already")
            )
        else:
            problems.add(line)
        if problems.enough:
            break
    problems.require_none()
    records = spool.count()
    if not records:
        raise FileRefused("the file has no records")
    told.expect(records)


async def _resolve(database: Database, spool: Spool) -> int:
    """How many files were taken before."""
    expected = await files_taken(database)
    problems = Problems()
    await resolve(database, spool, problems)
    await require_no_overlap(database, spool, problems)
    problems.require_none()
    return expected


async def _grant_to_persons(database: Database, spool: Spool, clock: Clock) -> None:
    """Of all customers in the file: where this was cut off the file is sent again, and nothing else in it is new."""
    for batch in spool.batches(Kind.CUSTOMER):
        records = (record_of(one.payload) for one in batch)
        hashes = {
            record.identity_code
            for record in records
            if isinstance(record, CustomerRecord) and record.identity_code is not None
        }
        if hashes:
            await grant_to_accounts(database, sorted(hashes), clock())


def _summary(spool: Spool) -> MasterDataSummary:
    counted: Counter[tuple[Kind, State]] = spool.states()
    kinds = {
        kind: KindCounts(counted[kind, State.NEW], counted[kind, State.REPLACES], counted[kind, State.STALE])
        for kind in Kind
        if any(counted[kind, state] for state in (*CHANGES, State.STALE))
    }
    return MasterDataSummary(counted.total(), kinds)
