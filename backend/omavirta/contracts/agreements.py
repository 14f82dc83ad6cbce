"""Reading what was agreed on: the asker's contracts of metering points with the prices that hold in them, one statement."""

import zlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any
from uuid import UUID

import orjson

from omavirta.api.access import Access
from omavirta.contracts.agreement import Agreement, Attributes, TariffError, require_exact
from omavirta.contracts.queries import PriceComponentRow, ProductKind, ProductRow, price_component_row
from omavirta.contracts.supply import covered_days
from omavirta.contracts.terms import agreed_prices
from omavirta.storage.database import Database, as_date, as_uuid, placeholders

_CONTRACT = (
    "contract.metering_point_id, contract.id, contract.start_date, contract.end_date, contract.attributes,"
    " product.kind, product.attributes"
)
_PRICE = "price.kind, price.amount, price.unit, price.vat_rate, price.vat_included, price.valid_from, price.valid_to"
_VERSION = 2
"""Of the formulas, and of what is kept by them: raised where the same agreement comes to cost, or to tell, something else."""
AGREEMENTS_KEPT = 1_000
"""In memory. One is some kilobytes, and some hundred where a contract has very many prices."""


async def agreements_of(
    database: Database, access: Access, metering_point_ids: Sequence[UUID]
) -> dict[UUID, list[Agreement]]:
    """What the asker has agreed on for each of these points, by days and without overlap.

    A point that is not there has no contract of the asker's. A contract that cannot be reckoned with exactly has no prices:
    the portal then says that it knows no tariff.
    """
    reached = access.reachable(metering_point_ids)
    if not access.customer_ids or not reached:
        return {}
    customers = placeholders(1, len(access.customer_ids))
    points = placeholders(1 + len(access.customer_ids), len(reached))
    mine = f"contract.customer_id IN ({customers}) AND contract.metering_point_id IN ({points})"
    rows = await database.fetch_few(
        f"SELECT {_CONTRACT}, 0, {_PRICE} FROM contract JOIN product ON product.id = contract.product_id"
        f" LEFT JOIN price_component AS price ON price.product_id = product.id WHERE {mine}"
        f" UNION ALL SELECT {_CONTRACT}, 1, {_PRICE} FROM contract JOIN product ON product.id = contract.product_id"
        " JOIN contract_price AS price ON price.contract_id = contract.id AND price.customer_id = contract.customer_id"
        f" WHERE {mine}",
        *access.customer_ids,
        *reached,
    )
    of_contract: dict[Any, list[tuple[Any, ...]]] = {}
    for row in rows:
        of_contract.setdefault(row[1], []).append(tuple(row))
    found: dict[UUID, list[Agreement]] = {}
    for contract_id, own in of_contract.items():
        agreement = _agreement(as_uuid(contract_id), tuple(own))
        if agreement.from_day < agreement.to_day:
            found.setdefault(as_uuid(own[0][0]), []).append(agreement)
    return {
        id_: without_overlap(agreements) if len(agreements) > 1 else agreements
        for id_, agreements in found.items()
    }


def agreement_of_product(
    product: ProductRow, components: Sequence[PriceComponentRow], from_day: int, to_day: int
) -> Agreement:
    """As if one had the product on the local days [from_day, to_day). Raises TariffError where attributes are wrong."""
    return Agreement(None, from_day, to_day, product.kind, components, Attributes.of(product.attributes))


def without_overlap(agreements: Iterable[Agreement]) -> list[Agreement]:
    """Ascending and each day once: where two overlap, the one that starts later holds."""
    parts: list[Agreement] = []
    for agreement in sorted(agreements, key=lambda each: (each.from_day, str(each.contract_id))):
        if agreement.from_day >= agreement.to_day:
            continue
        kept: list[Agreement] = []
        for part in parts:
            before = part._replace(to_day=min(part.to_day, agreement.from_day))
            after = part._replace(from_day=max(part.from_day, agreement.to_day))
            kept += [rest for rest in (before, after) if rest.from_day < rest.to_day]
        parts = [*kept, agreement]
    return sorted(parts, key=lambda each: each.from_day)


def fingerprint(agreements: Iterable[Agreement]) -> int:
    """A number of 31 bits that changes with anything that could change what these agreements cost."""
    return _fingerprint(tuple(agreement._replace(prices=tuple(agreement.prices)) for agreement in agreements))


# What was agreed on is read with every request and seldom changes: the same rows make the same agreement.
@lru_cache(maxsize=AGREEMENTS_KEPT)
def _agreement(contract_id: UUID, rows: tuple[tuple[Any, ...], ...]) -> Agreement:
    _, _, start, end, own_attributes, kind, product_attributes, *_ = rows[0]
    own: list[PriceComponentRow] = []
    of_product: list[PriceComponentRow] = []
    for row in rows:
        if row[8] is not None:
            (own if row[7] else of_product).append(price_component_row(row, 8))
    days = covered_days(as_date(start), None if end is None else as_date(end))
    prices = tuple(agreed_prices(own, of_product))
    data = orjson.loads(product_attributes) | (orjson.loads(own_attributes) if own_attributes else {})
    try:
        attributes = Attributes.of(data)
        for price in prices:
            require_exact(price)
    except TariffError:
        return Agreement(contract_id, *days, ProductKind(kind), (), Attributes())
    return Agreement(contract_id, *days, ProductKind(kind), prices, attributes)


@lru_cache(maxsize=AGREEMENTS_KEPT)
def _fingerprint(agreements: tuple[Agreement, ...]) -> int:
    return zlib.crc32(repr((_VERSION, agreements)).encode()) & 0x7FFF_FFFF
