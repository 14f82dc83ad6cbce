"""The next invoice's estimate, and the last year with each product: of one's own contracts and days, and in few statements."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from stdnum import ean

from api.conftest import Service, codes
from omavirta.api.access import EVERY_SCOPE, Access, Scope
from omavirta.api.nodes import encode_id
from omavirta.billing.estimate import Estimate
from omavirta.billing.next_invoice import next_invoices
from omavirta.contracts.models import PriceComponent, Product
from omavirta.metering.calendar import day_date
from omavirta.storage.database import Database
from support.asked import Asked
from support.factory import World

KWH = 10**6
ESTIMATE = """query ($id: ID!) { node(id: $id) { ... on MeteringPoint { nextInvoice {
  status from to meteredKwh forecastKwh costSoFar { amount currency } energyCost { amount } basicFees { amount }
  total { amount } low { amount } high { amount } meteredUntil pricesKnownUntil basis contract { id number } } } } }"""
OFFERS = """query ($id: ID!) { node(id: $id) { ... on MeteringPoint { lastYearWithProducts {
  from to energyKwh knownShare actual { amount }
  products { product { name } energyCost { amount } basicFees { amount } total { amount } status } } } } }"""
ALL = """{ viewer { customers { meteringPoints(first: 50) { nodes {
  nextInvoice { status total { amount } contract { number } } lastYearWithProducts { knownShare products { status } } } } } } }"""


async def with_prices(world: World) -> None:
    """The world's product costs 10 c/kWh and 5 euros a month."""
    with world.database.orm():
        await Product.filter(id=world.product_id).update(kind="UNTIL_FURTHER_NOTICE")
        for kind, amount, unit in (("ENERGY", "10", "CENT_PER_KWH"), ("MONTHLY_FEE", "5", "EUR_PER_MONTH")):
            await PriceComponent.create(
                product_id=world.product_id,
                kind=kind,
                amount=amount,
                unit=unit,
                vat_rate="25.50",
                vat_included=True,
                valid_from=date(2020, 1, 1),
            )


def days(first: date, end: date) -> Iterable[date]:
    return (first + timedelta(days=number) for number in range((end - first).days))


async def autumns(world: World, point: UUID) -> None:
    """0.25 kWh a quarter-hour last autumn and this one, to yesterday."""
    for day in days(date(2025, 10, 27), date(2025, 12, 2)):
        await world.consumption(point, day)
    for day in days(date(2026, 10, 28), date(2026, 11, 25)):
        await world.consumption(point, day)


def ask(service: Service, account: UUID, query: str, point: UUID) -> dict[str, Any]:
    answer = service.ask(query, service.session(account), {"id": encode_id("MeteringPoint", point)})
    assert "errors" not in answer, answer
    found: dict[str, Any] = answer["data"]["node"]
    return found


def test_the_month_as_an_invoice_would_say_it(service: Service) -> None:
    async def setup(world: World) -> tuple[UUID, UUID, UUID]:
        await with_prices(world)
        customer, point = await world.customer(), await world.point()
        contract = await world.contract(customer, point)
        await autumns(world, point)
        return await world.account("aino", customer), point, contract

    account, point, contract = service.fill(setup)
    found = ask(service, account, ESTIMATE, point)["nextInvoice"]
    assert found["contract"]["id"] == encode_id("Contract", contract)
    del found["contract"]
    # 24 kWh a day: 24 days metered and six to come.
    assert found == {
        "status": "ESTIMATED",
        "from": "2026-11-01",
        "to": "2026-12-01",
        "meteredKwh": 576.0,
        "forecastKwh": 144.0,
        "costSoFar": {"amount": "57.60", "currency": "EUR"},
        "energyCost": {"amount": "71.99"},
        "basicFees": {"amount": "5.00"},
        "total": {"amount": "76.99"},
        "low": {"amount": "73.39"},
        "high": {"amount": "81.31"},
        "meteredUntil": "2026-11-25T00:00:00+02:00",
        "pricesKnownUntil": None,
        "basis": ["METERED", "LAST_YEAR"],
    }


def test_who_has_no_contract_in_force_gets_none(service: Service) -> None:
    async def setup(world: World) -> tuple[UUID, UUID]:
        customer, point = await world.customer(), await world.point()
        await world.contract(customer, point, end=date(2026, 10, 31))
        return await world.account("aino", customer), point

    assert ask(service, *_with(service.fill(setup), ESTIMATE)) == {"nextInvoice": None}


def test_nothing_is_estimated_from_what_another_household_used(service: Service) -> None:
    async def setup(world: World) -> tuple[UUID, UUID]:
        await with_prices(world)
        before, customer, point = await world.customer("Toinen"), await world.customer(), await world.point()
        await world.contract(before, point, end=date(2026, 11, 9))
        await world.contract(customer, point, start=date(2026, 11, 10))
        await autumns(world, point)
        return await world.account("aino", customer), point

    found = ask(service, *_with(service.fill(setup), ESTIMATE))["nextInvoice"]
    assert (found["from"], found["to"]) == ("2026-11-10", "2026-12-01")
    assert found["meteredKwh"] == 15 * 24
    assert found["basis"] == ["METERED", "RECENT_WEEKS"]


def test_too_little_and_no_price_are_said(service: Service) -> None:
    async def setup(world: World) -> tuple[UUID, UUID]:
        customer, point = await world.customer(), await world.point()
        await world.contract(customer, point)
        return await world.account("aino", customer), point

    account, point = service.fill(setup)
    assert ask(service, account, ESTIMATE, point)["nextInvoice"]["status"] == "NO_HISTORY"
    service.fill(lambda world: autumns(world, point))
    found = ask(service, account, ESTIMATE, point)["nextInvoice"]
    assert (found["status"], found["total"], found["forecastKwh"]) == ("NO_PRICES", None, 144.0)


def test_the_last_year_with_each_product(service: Service) -> None:
    async def setup(world: World) -> tuple[UUID, UUID]:
        await with_prices(world)
        customer, point = await world.customer(), await world.point()
        await world.contract(customer, point)
        for day in days(date(2025, 10, 30), date(2025, 11, 11)):
            await world.consumption(point, day)
        return await world.account("aino", customer), point

    found = ask(service, *_with(service.fill(setup), OFFERS))["lastYearWithProducts"]
    # Ten of 365 days, on average of 96 quarters.
    assert found.pop("knownShare") == pytest.approx(10 / 365)
    assert found == {
        "from": "2025-11-01",
        "to": "2026-11-01",
        "energyKwh": 240.0,
        "actual": {"amount": "84.00"},
        "products": [
            {
                "product": {"name": "Tuntihinta"},
                "energyCost": {"amount": "24.00"},
                "basicFees": {"amount": "60.00"},
                "total": {"amount": "84.00"},
                "status": "PARTIALLY_KNOWN",
            }
        ],
    }


@pytest.mark.parametrize("query", [ESTIMATE, OFFERS])
def test_a_token_for_consumption_alone_learns_no_money(service: Service, query: str) -> None:
    async def setup(world: World) -> tuple[UUID, UUID]:
        customer, point = await world.customer(), await world.point()
        await world.contract(customer, point)
        return await world.account("aino", customer), point

    account, point = service.fill(setup)
    for scope in (Scope.CONSUMPTION_READ, Scope.CONTRACTS_READ):
        answer = service.ask(query, service.token(account, scope), {"id": encode_id("MeteringPoint", point)})
        assert set(codes(answer)) == {"INSUFFICIENT_SCOPE"}


def test_many_points_take_as_many_statements_as_one(service: Service) -> None:
    async def setup(world: World) -> tuple[UUID, UUID]:
        await with_prices(world)
        one, many = await world.customer("One"), await world.customer("Many")
        for number in range(6):
            body = f"64300712700010{number:03d}"
            point = await world.point(gsrn=body + ean.calc_check_digit(body))
            await world.contract(one if number == 0 else many, point)
            for day in days(date(2026, 11, 1), date(2026, 11, 11)):
                await world.consumption(point, day)
        return await world.account("one", one), await world.account("many", many)

    one, many = service.fill(setup)
    first, statements = service.ask_and_count(ALL, service.session(one))
    second, as_many = service.ask_and_count(ALL, service.session(many))
    points = [
        point
        for answer in (first, second)
        for customer in answer["data"]["viewer"]["customers"]
        for point in customer["meteringPoints"]["nodes"]
    ]
    assert len(points) == 6
    assert {point["nextInvoice"]["status"] for point in points} == {"ESTIMATED"}
    assert statements == as_many


def test_until_the_fifteenth_the_month_before_is_the_next_unless_it_is_invoiced(service: Service) -> None:
    async def setup(world: World) -> tuple[UUID, UUID]:
        await with_prices(world)
        customer, point = await world.customer(), await world.point()
        await world.contract(customer, point)
        await autumns(world, point)
        return customer, point

    customer, point = service.fill(setup)
    access = Access(None, (customer,), EVERY_SCOPE, None)

    def month(today: date) -> date:
        async def read(database: Database) -> date:
            _, estimate = (await next_invoices(database, access, [point], today))[point]
            return day_date(estimate.from_day)

        return service.run(read)

    async def invoice(world: World) -> None:
        # `World.invoice` bills one day: the month's last.
        await world.invoice(customer, point, date(2026, 10, 31))

    assert month(date(2026, 11, 5)) == date(2026, 10, 1)
    assert month(date(2026, 11, 16)) == date(2026, 11, 1)
    service.fill(invoice)
    assert month(date(2026, 11, 5)) == date(2026, 11, 1)


def test_a_point_is_estimated_from_its_own_days_also_beside_another_month(service: Service) -> None:
    async def setup(world: World) -> tuple[UUID, list[UUID]]:
        await with_prices(world)
        customer = await world.customer()
        points = [await world.point(gsrn=f"64300712700000{number:04}") for number in range(2)]
        for point in points:
            await world.contract(customer, point)
            await autumns(world, point)
        # Of the other one October is still to come.
        await world.invoice(customer, points[0], date(2026, 10, 31))
        return customer, points

    customer, points = service.fill(setup)
    access = Access(None, (customer,), EVERY_SCOPE, None)

    async def read(database: Database) -> None:
        asked = Asked.of(database)
        today = date(2026, 11, 5)
        alone: dict[UUID, tuple[UUID, Estimate]] = {}
        read_alone: list[int] = []
        for point in points:
            alone |= await next_invoices(database, access, [point], today)
            read_alone += asked.taken()[1]
        assert [day_date(alone[point][1].from_day).month for point in points] == [11, 10]
        assert await next_invoices(database, access, points, today) == alone
        assert asked.taken()[1] == sorted(read_alone)

    service.run(read)


def _with(made: tuple[UUID, UUID], query: str) -> tuple[UUID, str, UUID]:
    return made[0], query, made[1]
