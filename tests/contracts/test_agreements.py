"""What the asker has agreed on: own prices before the product's, no day twice, and nothing of anyone else's."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from tortoise import Model

from omavirta.api.access import EVERY_SCOPE, Access
from omavirta.contracts import agreements
from omavirta.contracts.agreements import AGREEMENTS_KEPT, agreements_of, fingerprint, without_overlap
from omavirta.contracts.models import Contract, ContractPrice, PriceComponent, Product
from omavirta.contracts.queries import PriceComponentKind, ProductKind
from omavirta.contracts.tariff import Agreement, Attributes, TariffError
from omavirta.metering.calendar import LAST_DATE, day_number
from omavirta.storage.database import Database
from support.factory import World
from support.tariff import agreement, price

pytestmark = pytest.mark.anyio


@pytest.fixture
async def world(database: Database) -> World:
    world = await World(database).start()
    with database.orm():
        for kind, amount in (("MARGIN", "0.49"), ("MONTHLY_FEE", "4.90")):
            await PriceComponent.create(
                product_id=world.product_id,
                kind=kind,
                amount=amount,
                unit="CENT_PER_KWH" if kind == "MARGIN" else "EUR_PER_MONTH",
                vat_rate="25.50",
                vat_included=True,
                valid_from=date(2019, 1, 1),
            )
    return world


def asker(*customer_ids: UUID, points: frozenset[UUID] | None = None) -> Access:
    return Access(None, customer_ids, EVERY_SCOPE, points)


async def test_prices_of_the_product_and_of_the_contract(world: World, database: Database) -> None:
    customer, point = await world.customer(), await world.point()
    contract_id = await world.contract(customer, point, date(2025, 3, 1), date(2025, 8, 31))
    with database.orm():
        await ContractPrice.create(
            customer_id=customer,
            contract_id=contract_id,
            kind="MARGIN",
            amount="0.3",
            unit="CENT_PER_KWH",
            vat_rate="25.50",
            vat_included=True,
            valid_from=date(2025, 3, 1),
        )
        await Contract.filter(id=contract_id).update(attributes={"energyPriceFloor": "0"})
        await Product.filter(id=world.product_id).update(
            attributes={"energyPriceFloor": "1", "spotShare": "0.5"}
        )

    (found,) = (await agreements_of(database, asker(customer), [point]))[point]

    assert (found.contract_id, found.kind) == (contract_id, ProductKind.SPOT)
    assert (found.from_day, found.to_day) == (day_number(date(2025, 3, 1)), day_number(date(2025, 9, 1)))
    assert [(one.kind, one.amount) for one in found.prices] == [
        (PriceComponentKind.MARGIN, Decimal("0.30")),
        (PriceComponentKind.MONTHLY_FEE, Decimal("4.90")),
    ]
    assert found.attributes == Attributes(Decimal("0.5"), Decimal(0))


async def test_only_the_askers_own(world: World, database: Database) -> None:
    mine, other, point = await world.customer(), await world.customer("Toinen"), await world.point()
    await world.contract(other, point, date(2020, 1, 1), date(2024, 12, 31))
    own = await world.contract(mine, point, date(2025, 1, 1))

    found = await agreements_of(database, asker(mine), [point])

    assert [one.contract_id for one in found[point]] == [own]
    assert found[point][0].to_day == day_number(LAST_DATE) + 1
    assert await agreements_of(database, asker(), [point]) == {}
    assert await agreements_of(database, asker(mine, points=frozenset()), [point]) == {}


async def test_a_product_without_prices_is_an_agreement_all_the_same(database: Database) -> None:
    world = await World(database).start()
    customer, point = await world.customer(), await world.point()
    await world.contract(customer, point)

    (found,) = (await agreements_of(database, asker(customer), [point]))[point]

    assert list(found.prices) == []


@pytest.mark.parametrize("wrong", ["attributes", "rate"])
async def test_a_contract_that_cannot_be_reckoned_with_has_no_tariff(
    world: World, database: Database, wrong: str
) -> None:
    customer, point = await world.customer(), await world.point()
    await world.contract(customer, point)
    with database.orm():
        if wrong == "attributes":
            await Product.all().update(attributes={"spotShare": "half"})
        else:
            await PriceComponent.all().update(vat_rate="25.55")

    (found,) = (await agreements_of(database, asker(customer), [point]))[point]

    assert list(found.prices) == []


def test_of_two_that_overlap_the_later_one_holds() -> None:
    spot = ProductKind.SPOT
    long = agreement(spot, first=date(2025, 1, 1), end=date(2026, 1, 1), contract_id=UUID(int=1))
    inner = agreement(spot, first=date(2025, 3, 1), end=date(2025, 5, 1), contract_id=UUID(int=2))

    parts = [(part.contract_id, part.from_day, part.to_day) for part in without_overlap([inner, long])]

    days = [day_number(date(2025, month, 1)) for month in (1, 3, 5)]
    assert parts == [
        (long.contract_id, days[0], days[1]),
        (inner.contract_id, days[1], days[2]),
        (long.contract_id, days[2], long.to_day),
    ]


def test_a_fingerprint_tells_what_could_change_a_cost() -> None:
    usual = agreement(ProductKind.SPOT, price(PriceComponentKind.MARGIN, "0.4"))
    others = [
        usual._replace(to_day=usual.to_day - 1),
        usual._replace(kind=ProductKind.SPOT_AND_FIXED),
        usual._replace(attributes=Attributes(Decimal("0.5"))),
        usual._replace(prices=[price(PriceComponentKind.MARGIN, "0.41")]),
        usual._replace(prices=[price(PriceComponentKind.MARGIN, "0.4", vat_rate="24")]),
    ]

    assert len({fingerprint([one]) for one in (usual, *others)}) == 6
    assert fingerprint([usual]) == fingerprint(
        [agreement(ProductKind.SPOT, price(PriceComponentKind.MARGIN, "0.4"))]
    )


CHANGES: list[tuple[type[Model], dict[str, Any], dict[str, Any]]] = [
    (PriceComponent, {"kind": "MARGIN"}, {"amount": "0.50"}),
    (PriceComponent, {"kind": "MARGIN"}, {"vat_rate": "24.00"}),
    (PriceComponent, {"kind": "MARGIN"}, {"vat_included": False}),
    (PriceComponent, {"kind": "MARGIN"}, {"valid_from": date(2019, 1, 2)}),
    (PriceComponent, {"kind": "MARGIN"}, {"valid_to": date(2025, 1, 1)}),
    (PriceComponent, {"kind": "MARGIN"}, {"kind": "ENERGY"}),
    (Product, {}, {"kind": "CONSUMPTION_IMPACT"}),
    (Product, {}, {"attributes": {"spotShare": "0.5"}}),
    (Contract, {}, {"attributes": {"energyPriceFloor": "0"}}),
    (Contract, {}, {"start_date": date(2024, 1, 2)}),
    (Contract, {}, {"end_date": date(2025, 1, 1)}),
]


@pytest.mark.parametrize(("model", "which", "change"), CHANGES)
async def test_what_changes_is_told_at_once(
    world: World, database: Database, model: type[Model], which: dict[str, Any], change: dict[str, Any]
) -> None:
    """Agreements and their fingerprints are remembered, and known by all that they are made of."""
    customer, point = await world.customer(), await world.point()
    await world.contract(customer, point)

    async def told() -> tuple[Agreement, int]:
        (found,) = (await agreements_of(database, asker(customer), [point]))[point]
        return found, fingerprint([found])

    before = await told()
    with database.orm():
        (row,) = await model.filter(**which)
        usual = {name: getattr(row, name) for name in change}
        await model.filter(id=row.pk).update(**change)
    after = await told()
    with database.orm():
        await model.filter(id=row.pk).update(**usual)

    assert after[0] != before[0]
    assert after[1] != before[1]
    assert await told() == before


async def test_a_price_of_the_contract_is_told_at_once(world: World, database: Database) -> None:
    customer, point = await world.customer(), await world.point()
    contract_id = await world.contract(customer, point)
    (before,) = (await agreements_of(database, asker(customer), [point]))[point]
    with database.orm():
        await ContractPrice.create(
            customer_id=customer,
            contract_id=contract_id,
            kind="MARGIN",
            amount="0.3",
            unit="CENT_PER_KWH",
            vat_rate="25.50",
            vat_included=True,
            valid_from=date(2024, 1, 1),
        )

    (after,) = (await agreements_of(database, asker(customer), [point]))[point]

    assert (before.prices[0].amount, after.prices[0].amount) == (Decimal("0.49"), Decimal("0.3"))
    assert fingerprint([after]) != fingerprint([before])


def test_memory_holds_so_many_agreements_and_no_more() -> None:
    usual = agreement(ProductKind.SPOT, price(PriceComponentKind.MARGIN, "0.4"))
    row = (None, None, date(2025, 1, 1), None, None, "SPOT", "{}", 0, *[None] * 7)

    for number in range(AGREEMENTS_KEPT + 5):
        fingerprint([usual._replace(to_day=usual.to_day - number)])
        agreements._agreement(UUID(int=number), (row,))

    assert agreements._fingerprint.cache_info().currsize == AGREEMENTS_KEPT
    assert agreements._agreement.cache_info().currsize == AGREEMENTS_KEPT
    # The first ones are made anew, and are the same.
    assert agreements._agreement(UUID(int=0), (row,)).contract_id == UUID(int=0)
    assert fingerprint([usual]) == agreements._fingerprint.__wrapped__(
        (usual._replace(prices=tuple(usual.prices)),)
    )


@pytest.mark.parametrize("data", [{"spotShare": "1.1"}, {"spotShare": "half"}, {"spotShare": "0.12345"}])
def test_attributes_that_cannot_be_reckoned_with(data: dict[str, str]) -> None:
    with pytest.raises(TariffError):
        Attributes.of(data)
