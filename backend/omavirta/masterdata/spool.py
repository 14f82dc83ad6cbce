"""A file's records on disk while they are put in order and their references are found, so that memory does not grow with it.

A private database of SQLite that has no name: nothing of it is left when the process ends, however it ends.
"""

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import IntEnum
from typing import NamedTuple, Self
from uuid import UUID

import orjson

from omavirta.identity.secrets import keyed_hash
from omavirta.masterdata.reading import Line
from omavirta.masterdata.records.base import Kind

RECORDS_AT_ONCE = 500
BYTES_AT_ONCE = 16_000_000
CACHE_KIB = 16_384
HASH_PURPOSE = "master data"
ACCOUNT, NUMBERED_INVOICE = "account", "invoice by its number"
"""Under these a mandate has the id of its account and a document that of its invoice, beside `reference_key`."""


class State(IntEnum):
    """What is to be done with a record."""

    UNSEEN = 0
    NEW = 1
    REPLACES = 2
    STALE = 3
    """Its version was taken before, or a higher one."""


CHANGES = (State.NEW, State.REPLACES)


class Spooled(NamedTuple):
    """`target_id` is None, and `ids` empty, until the record was resolved. `ids` are by `reference_key`."""

    number: int
    line: int
    source_id: str
    version: int
    content_hash: str
    payload: bytes
    state: State
    target_id: UUID | None
    ids: Mapping[str, UUID]


class Target(NamedTuple):
    """What a source id of this file is here. `owner_id` is the customer of what has one."""

    id: UUID
    state: State
    owner_id: UUID | None


class Resolution(NamedTuple):
    """What `resolve` notes of a record."""

    number: int
    state: State
    target_id: UUID
    owner_id: UUID | None
    ids: Mapping[str, UUID]


class Span(NamedTuple):
    """A contract's days on a metering point, ISO dates; `last` is None where no end is known."""

    point_id: UUID
    contract_id: UUID
    first: str
    last: str | None
    line: int | None
    """None for a contract that is not of this file."""
    name: str


def reference_key(kind: Kind, source_id: str) -> str:
    return f"{kind} {source_id}"


class Spool:
    def __init__(self, secret_key: str) -> None:
        # A record's content could be guessed where it is a person's; its hash outlives what it is of.
        self._secret_key = secret_key
        # An empty name is a database of one's own on disk.
        self._database = sqlite3.connect("", isolation_level=None)
        self._database.executescript(
            f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -{CACHE_KIB};"
            "CREATE TABLE record (number INTEGER PRIMARY KEY, kind TEXT, source_id TEXT, line INTEGER, version INTEGER,"
            " content_hash TEXT, payload BLOB, state INTEGER, target_id TEXT, owner_id TEXT, ids TEXT,"
            " UNIQUE (kind, source_id));"
            "CREATE INDEX record_kind ON record (kind, number);"
            "CREATE TABLE claim (kind TEXT, key TEXT, source_id TEXT, line INTEGER, PRIMARY KEY (kind, key)) WITHOUT ROWID;"
            "CREATE TABLE span (point_id TEXT, contract_id TEXT, first TEXT, last TEXT, line INTEGER, name TEXT);"
            "CREATE TABLE holder (point_id TEXT, customer_id TEXT, PRIMARY KEY (point_id, customer_id)) WITHOUT ROWID;"
            "CREATE INDEX span_point ON span (point_id, first); CREATE INDEX span_contract ON span (contract_id);"
        )
        self._database.execute("BEGIN")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()

    def add(self, line: Line) -> int | None:
        """None, or the line that has the same type and id already."""
        try:
            self._database.execute(
                "INSERT INTO record (kind, source_id, line, version, content_hash, payload, state, ids)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, '{}')",
                (
                    line.kind.value,
                    line.source_id,
                    line.number,
                    line.version,
                    keyed_hash(self._secret_key, HASH_PURPOSE, line.payload.decode()),
                    line.payload,
                    State.UNSEEN,
                ),
            )
        except sqlite3.IntegrityError:
            rows = self._database.execute(
                "SELECT line FROM record WHERE kind = ? AND source_id = ?", (line.kind.value, line.source_id)
            ).fetchall()
            return int(rows[0][0])
        return None

    def forget(self) -> None:
        """What was resolved, so that it can be done again."""
        self._database.execute("DELETE FROM claim")
        self._database.execute("DELETE FROM span")
        self._database.execute("DELETE FROM holder")
        self._database.execute("UPDATE record SET target_id = NULL, state = ?", (State.UNSEEN,))

    def count(self) -> int:
        return int(self._database.execute("SELECT count(*) FROM record").fetchone()[0])

    def states(self) -> Counter[tuple[Kind, State]]:
        """How many records are in which state."""
        rows = self._database.execute("SELECT kind, state, count(*) FROM record GROUP BY kind, state")
        return Counter({(Kind(kind), State(state)): count for kind, state, count in rows})

    def has_changes(self) -> bool:
        return any(state in CHANGES for _, state in self.states())

    def batches(self, kind: Kind, *states: State) -> Iterator[list[Spooled]]:
        """The records of a kind in the file's order, some at once; only those in these states, where any are named."""
        condition = f" AND state IN ({', '.join(str(state.value) for state in states)})" if states else ""
        after = 0
        while True:
            rows = self._database.execute(
                "SELECT number, line, source_id, version, content_hash, payload, state, target_id, ids FROM record"
                f" WHERE kind = ? AND number > ?{condition} ORDER BY number",
                (kind.value, after),
            )
            batch: list[Spooled] = []
            size = 0
            for row in rows:
                batch.append(_spooled(row))
                size += len(row[5])
                if len(batch) == RECORDS_AT_ONCE or size >= BYTES_AT_ONCE:
                    break
            rows.close()
            if not batch:
                return
            after = batch[-1].number
            yield batch

    def targets(self, kind: Kind, source_ids: Collection[str]) -> dict[str, Target]:
        """Those of the source ids that are of this file, and resolved."""
        found: dict[str, Target] = {}
        wanted = sorted(source_ids)
        for start in range(0, len(wanted), RECORDS_AT_ONCE):
            part = wanted[start : start + RECORDS_AT_ONCE]
            rows = self._database.execute(
                "SELECT source_id, target_id, state, owner_id FROM record WHERE kind = ? AND target_id IS NOT NULL"
                f" AND source_id IN ({', '.join('?' * len(part))})",
                (kind.value, *part),
            )
            for source_id, target_id, state, owner_id in rows:
                owner = None if owner_id is None else UUID(owner_id)
                found[source_id] = Target(UUID(target_id), State(state), owner)
        return found

    def has(self, kind: Kind, source_id: str) -> bool:
        """Whether the file has such a record, resolved or not."""
        return bool(
            self._database.execute(
                "SELECT 1 FROM record WHERE kind = ? AND source_id = ?", (kind.value, source_id)
            ).fetchall()
        )

    def resolve(self, resolutions: Sequence[Resolution]) -> None:
        self._database.executemany(
            "UPDATE record SET state = ?, target_id = ?, owner_id = ?, ids = ? WHERE number = ?",
            [
                (
                    resolution.state,
                    str(resolution.target_id),
                    None if resolution.owner_id is None else str(resolution.owner_id),
                    orjson.dumps({key: str(id_) for key, id_ in resolution.ids.items()}).decode(),
                    resolution.number,
                )
                for resolution in resolutions
            ],
        )

    def claim(self, kind: Kind, key: str, source_id: str, line: int) -> tuple[str, int] | None:
        """Takes a number for a record; None, or who of this file has it: the source id and the line."""
        rows = self._database.execute(
            "INSERT INTO claim VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING 1",
            (kind.value, key, source_id, line),
        ).fetchall()
        return None if rows else self.claimant(kind, key)

    def claimant(self, kind: Kind, key: str) -> tuple[str, int] | None:
        """Who of this file has the number: the source id and the line."""
        row = self._database.execute(
            "SELECT source_id, line FROM claim WHERE kind = ? AND key = ?", (kind.value, key)
        ).fetchone()
        return None if row is None else (str(row[0]), int(row[1]))

    def add_spans(self, spans: Sequence[Span]) -> None:
        self._database.executemany(
            "INSERT INTO span VALUES (?, ?, ?, ?, ?, ?)",
            [(str(span[0]), str(span[1]), *span[2:]) for span in spans],
        )

    def add_holders(self, holders: Collection[tuple[UUID, UUID]]) -> None:
        """Metering points, and the customers whose contracts of this file are for them."""
        self._database.executemany(
            "INSERT INTO holder VALUES (?, ?) ON CONFLICT DO NOTHING",
            [(str(point_id), str(customer_id)) for point_id, customer_id in holders],
        )

    def holders(self, point_ids: Sequence[UUID]) -> set[tuple[UUID, UUID]]:
        rows = self._database.execute(
            f"SELECT point_id, customer_id FROM holder WHERE point_id IN ({', '.join('?' * len(point_ids))})",
            [str(point_id) for point_id in point_ids],
        )
        return {(UUID(point_id), UUID(customer_id)) for point_id, customer_id in rows}

    def points_of_spans(self) -> Iterator[list[UUID]]:
        """The metering points that have spans, some at once."""
        after = ""
        while True:
            rows = self._database.execute(
                "SELECT DISTINCT point_id FROM span WHERE point_id > ? ORDER BY point_id LIMIT ?",
                (after, RECORDS_AT_ONCE),
            ).fetchall()
            if not rows:
                return
            after = rows[-1][0]
            yield [UUID(row[0]) for row in rows]

    def spans(self, point_ids: Sequence[UUID]) -> list[Span]:
        rows = self._database.execute(
            "SELECT point_id, contract_id, first, last, line, name FROM span"
            f" WHERE point_id IN ({', '.join('?' * len(point_ids))})",
            [str(point_id) for point_id in point_ids],
        )
        return [Span(UUID(row[0]), UUID(row[1]), *row[2:]) for row in rows]

    def contracts_of_file(self, contract_ids: Sequence[UUID]) -> set[UUID]:
        """Those of the contracts that this file replaces."""
        found: set[UUID] = set()
        for start in range(0, len(contract_ids), RECORDS_AT_ONCE):
            part = contract_ids[start : start + RECORDS_AT_ONCE]
            rows = self._database.execute(
                f"SELECT contract_id FROM span WHERE contract_id IN ({', '.join('?' * len(part))})",
                [str(id_) for id_ in part],
            )
            found |= {UUID(row[0]) for row in rows}
        return found


def _spooled(row: Sequence[object]) -> Spooled:
    number, line, source_id, version, content_hash, payload, state, target_id, ids = row
    return Spooled(
        int(str(number)),
        int(str(line)),
        str(source_id),
        int(str(version)),
        str(content_hash),
        bytes(payload),  # type: ignore[call-overload]  # a BLOB
        State(int(str(state))),
        None if target_id is None else UUID(str(target_id)),
        {key: UUID(id_) for key, id_ in orjson.loads(str(ids)).items()},
    )
