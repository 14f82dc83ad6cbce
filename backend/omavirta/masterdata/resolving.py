"""Finding what a file's records are here: which are new, what they refer to, and whether their numbers are free.

Nothing is written to the database. Kinds are taken in the order of `Kind`, so that what a record refers to is found before.
"""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from omavirta.identity.contact import contact_by_name
from omavirta.masterdata.keys import KEY_NAMES, Key, key_of, rows_with_keys, source_ids_of
from omavirta.masterdata.problems import Problem, Problems
from omavirta.masterdata.reading import record_of
from omavirta.masterdata.records.base import Kind, Record, Reference
from omavirta.masterdata.records.billing import DocumentRecord
from omavirta.masterdata.records.customers import ContractRecord, MandateRecord
from omavirta.masterdata.spool import (
    ACCOUNT,
    NUMBERED_INVOICE,
    RECORDS_AT_ONCE,
    Resolution,
    Span,
    Spool,
    Spooled,
    State,
    reference_key,
)
from omavirta.storage.database import Database, as_uuid, placeholders
from omavirta.storage.ids import new_id
from omavirta.storage.master_records import MasterVersion, versions_of

_OWNED = {
    Kind.CONTRACT: "contract",
    Kind.INVOICE: "invoice",
    Kind.DOCUMENT: "document",
    Kind.MANDATE: "mandate",
}
"""The tables whose rows are a customer's, and stay that customer's."""


async def resolve(database: Database, spool: Spool, problems: Problems) -> None:
    """Resolves every record of the spool, or adds to the problems."""
    for kind in Kind:
        for batch in spool.batches(kind):
            if problems.enough:
                return
            await _Batch(database, spool, problems, kind).resolve(batch)


class _Found(NamedTuple):
    """What a reference names."""

    id: UUID
    owner_id: UUID | None


class _Candidate(NamedTuple):
    spooled: Spooled
    record: Record
    ids: dict[str, UUID]
    by_kind: dict[Kind, UUID]


class _Batch:
    """Some records of one kind."""

    def __init__(self, database: Database, spool: Spool, problems: Problems, kind: Kind) -> None:
        self._database = database
        self._spool = spool
        self._problems = problems
        self._kind = kind

    async def resolve(self, batch: Sequence[Spooled]) -> None:
        versions = await versions_of(self._database, self._kind, {one.source_id for one in batch})
        resolutions: list[Resolution] = []
        changed: list[tuple[Spooled, Record]] = []
        for spooled in batch:
            before = versions.get(spooled.source_id)
            if before is None or before.version < spooled.version:
                changed.append((spooled, record_of(spooled.payload)))
                continue
            if before.version == spooled.version and before.content_hash != spooled.content_hash:
                self._refuse(
                    spooled,
                    f"version {spooled.version} was taken before and said something else; send a higher one",
                )
            resolutions.append(Resolution(spooled.number, State.STALE, before.target_id, None, {}))
        candidates = await self._with_references(changed)
        owners = await self._owners(self._kind, [version.target_id for version in versions.values()])
        taken = await self._taken_keys(candidates)
        spans: list[Span] = []
        holders: set[tuple[UUID, UUID]] = set()
        for candidate in candidates:
            found = self._resolve_one(candidate, versions, owners, taken)
            if found is not None:
                resolutions.append(found)
                if isinstance(candidate.record, ContractRecord):
                    spans.append(_span(candidate, candidate.record, found.target_id))
                    holders.add((candidate.by_kind[Kind.METERING_POINT], candidate.by_kind[Kind.CUSTOMER]))
        self._spool.resolve(resolutions)
        self._spool.add_spans(spans)
        self._spool.add_holders(holders)

    async def _with_references(self, changed: Sequence[tuple[Spooled, Record]]) -> list[_Candidate]:
        """Those whose references all name something."""
        wanted: dict[Kind, set[str]] = {}
        for _, record in changed:
            for reference in record.references():
                wanted.setdefault(reference.kind, set()).add(reference.source_id)
        found = {kind: await self._find(kind, source_ids) for kind, source_ids in wanted.items()}
        candidates: list[_Candidate] = []
        for spooled, record in changed:
            candidate = _Candidate(spooled, record, {}, {})
            holds = [self._refer(candidate, reference, found) for reference in record.references()]
            if isinstance(record, MandateRecord):
                holds.append(await self._find_account(candidate, record))
            if isinstance(record, DocumentRecord) and record.invoice_number is not None and all(holds):
                holds.append(await self._find_invoice(candidate, record.invoice_number))
            if all(holds):
                candidates.append(candidate)
        return await self._with_contracts(candidates) if self._kind is Kind.INVOICE else candidates

    async def _with_contracts(self, candidates: Sequence[_Candidate]) -> list[_Candidate]:
        """Those of the invoices whose customer has a contract, of whatever days, for every metering point they name."""
        points = {id_ for one in candidates for _, id_ in _points_of(one)}
        holders = await self._holders(sorted(points))
        held: list[_Candidate] = []
        for candidate in candidates:
            strange = [
                reference
                for reference, id_ in _points_of(candidate)
                if (id_, candidate.by_kind[Kind.CUSTOMER]) not in holders
            ]
            for reference in strange:
                self._refuse(
                    candidate.spooled,
                    f"{reference.field} names {reference.kind} {reference.source_id}, which the customer has no contract for",
                )
            if not strange:
                held.append(candidate)
        return held

    async def _holders(self, points: Sequence[UUID]) -> set[tuple[UUID, UUID]]:
        """These metering points and who has a contract for them: by this file, or in the portal and not replaced by it."""
        found: set[tuple[UUID, UUID]] = set()
        for start in range(0, len(points), RECORDS_AT_ONCE):
            part = points[start : start + RECORDS_AT_ONCE]
            found |= self._spool.holders(part)
            rows = await self._database.fetch(
                "SELECT metering_point_id, customer_id, id FROM contract"
                f" WHERE metering_point_id IN ({placeholders(1, len(part))})",
                *part,
            )
            replaced = self._spool.contracts_of_file([as_uuid(row[2]) for row in rows])
            found |= {(as_uuid(row[0]), as_uuid(row[1])) for row in rows if as_uuid(row[2]) not in replaced}
        return found

    def _refer(
        self, candidate: _Candidate, reference: Reference, found: dict[Kind, dict[str, _Found]]
    ) -> bool:
        target = found[reference.kind].get(reference.source_id)
        named = f"{reference.field} names {reference.kind} {reference.source_id}"
        if target is None:
            # What the file has and could not be resolved is told of already.
            if not self._spool.has(reference.kind, reference.source_id):
                self._refuse(candidate.spooled, f"{named}, which is neither in the file nor in the portal")
            return False
        candidate.ids[reference_key(reference.kind, reference.source_id)] = target.id
        candidate.by_kind.setdefault(reference.kind, target.id)
        if target.owner_id is not None and target.owner_id != candidate.by_kind.get(Kind.CUSTOMER):
            self._refuse(candidate.spooled, f"{named} of another customer")
            return False
        return True

    async def _find_account(self, candidate: _Candidate, mandate: MandateRecord) -> bool:
        account = await contact_by_name(self._database, mandate.account)
        if account is None:
            self._refuse(
                candidate.spooled,
                "there is no such account in the portal; name the person in the company's contacts instead,"
                " and they can act for it once they register",
            )
            return False
        candidate.by_kind[Kind.MANDATE] = candidate.ids[ACCOUNT] = account.account_id
        return True

    async def _find_invoice(self, candidate: _Candidate, number: str) -> bool:
        """By its number: among the customer's invoices of this file, then of the database."""
        key = Key(number, candidate.by_kind[Kind.CUSTOMER])
        claimant = self._spool.claimant(Kind.INVOICE, str(key))
        if claimant is not None:
            target = self._spool.targets(Kind.INVOICE, [claimant[0]]).get(claimant[0])
            invoice_id = None if target is None else target.id
        else:
            invoice_id = (await rows_with_keys(self._database, Kind.INVOICE, [key])).get(key)
        if invoice_id is None:
            if claimant is None:
                self._refuse(candidate.spooled, f"the customer has no invoice with the number {number}")
            return False
        candidate.ids[NUMBERED_INVOICE] = invoice_id
        return True

    async def _find(self, kind: Kind, source_ids: set[str]) -> dict[str, _Found]:
        """In the file first, then in the database. What the file only repeats is what the database says."""
        in_file = self._spool.targets(kind, source_ids)
        found = {
            source_id: _Found(target.id, target.owner_id)
            for source_id, target in in_file.items()
            if target.state is not State.STALE
        }
        versions = await versions_of(self._database, kind, source_ids - found.keys())
        owners = await self._owners(kind, [version.target_id for version in versions.values()])
        for source_id, version in versions.items():
            found[source_id] = _Found(version.target_id, owners.get(version.target_id))
        return found

    async def _owners(self, kind: Kind, ids: Sequence[UUID]) -> dict[UUID, UUID]:
        if kind not in _OWNED or not ids:
            return {}
        rows = await self._database.fetch(
            f"SELECT id, customer_id FROM {_OWNED[kind]} WHERE id IN ({placeholders(1, len(ids))})", *ids
        )
        return {as_uuid(row[0]): as_uuid(row[1]) for row in rows}

    async def _taken_keys(self, candidates: Sequence[_Candidate]) -> dict[Key, tuple[UUID, str | None]]:
        """The rows that have the candidates' numbers, and what the source calls them."""
        keys = [key for one in candidates if (key := key_of(one.record, one.by_kind)) is not None]
        rows = await rows_with_keys(self._database, self._kind, keys)
        names = await source_ids_of(self._database, self._kind, list(rows.values()))
        return {key: (id_, names.get(id_)) for key, id_ in rows.items()}

    def _resolve_one(
        self,
        candidate: _Candidate,
        versions: dict[str, MasterVersion],
        owners: dict[UUID, UUID],
        taken: dict[Key, tuple[UUID, str | None]],
    ) -> Resolution | None:
        spooled, record, ids, by_kind = candidate
        before = versions.get(spooled.source_id)
        owner = by_kind.get(Kind.CUSTOMER)
        if before is not None and owner is not None and owners.get(before.target_id, owner) != owner:
            self._refuse(
                spooled,
                "it is another customer's, and cannot become this one's; send it with an id of its own",
            )
            return None
        target_id = None if before is None else before.target_id
        key = key_of(record, by_kind)
        if key is not None:
            other = self._spool.claim(self._kind, str(key), spooled.source_id, spooled.line)
            if other is not None:
                self._refuse(
                    spooled,
                    f"its {KEY_NAMES[self._kind]} is that of {self._kind} {other[0]} on line {other[1]}",
                )
                return None
            row_id, named = taken.get(key, (None, None))
            if row_id is not None and row_id != target_id:
                if named is not None or target_id is not None:
                    whose = "another" if named is None else f"{self._kind} {named}"
                    self._refuse(spooled, f"its {KEY_NAMES[self._kind]} is that of {whose} in the portal")
                    return None
                target_id = row_id
        state = State.NEW if target_id is None else State.REPLACES
        return Resolution(spooled.number, state, target_id or new_id(), owner, ids)

    def _refuse(self, spooled: Spooled, reason: str) -> None:
        self._problems.add(Problem(spooled.line, f"{self._kind} {spooled.source_id}: {reason}"))


def _points_of(candidate: _Candidate) -> list[tuple[Reference, UUID]]:
    return [
        (reference, candidate.ids[reference_key(reference.kind, reference.source_id)])
        for reference in candidate.record.references()
        if reference.kind is Kind.METERING_POINT
    ]


def _span(candidate: _Candidate, contract: ContractRecord, contract_id: UUID) -> Span:
    return Span(
        candidate.by_kind[Kind.METERING_POINT],
        contract_id,
        contract.start_date.isoformat(),
        None if contract.end_date is None else contract.end_date.isoformat(),
        candidate.spooled.line,
        contract.number,
    )
