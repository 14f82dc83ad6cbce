"""Price and cost of what was metered: per interval, per period, kept by months, and only of the asker's own days."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import numpy as np
import pytest

from api.conftest import Service, codes
from omavirta.api.access import Scope
from omavirta.api.nodes import encode_id
from omavirta.contracts.models import Contract, PriceComponent, Product
from omavirta.metering.calendar import day_number, day_start
from omavirta.metering.quality import Quality
from omavirta.prices.store import write_prices
from omavirta.storage.database import Database
from support.factory import World

COSTS = """consumption(from: "%s", to: "%s", resolution: %s) {
  energyKwh quality cost { amount currency } costStatus vatTreatment basicFees { amount }
  intervals { start energyKwh quality price cost costStatus vatTreatment }
  columns { energyKwh qualities prices costs costStatuses vatTreatments } }"""
RESOLUTIONS = ("QUARTER_HOUR", "HOUR", "DAY", "MONTH", "YEAR")


async def add_price(world: World, kind: str, amount: str, **fields: Any) -> None:
    with world.database.orm():
        await PriceComponent.create(
            **{
                "product_id": world.product_id,
                "kind": kind,
                "amount": amount,
                "unit": "EUR_PER_MONTH" if kind == "MONTHLY_FEE" else "CENT_PER_KWH",
                "vat_rate": "25.50",
                "vat_included": True,
                "valid_from": date(2019, 1, 1),
                **fields,
            }
        )


async def write_spot(database: Database, first: date, end: date, when: int = 1, times: int = 1) -> None:
    """10^-6 c/kWh: counted up from the first quarter, by 12,345; down where `times` is below zero."""
    start = day_start(day_number(first)) // 900
    count = day_start(day_number(end)) // 900 - start
    async with database.transaction() as transaction:
        await write_prices(
            transaction,
            "FI",
            start + np.arange(count),
            np.arange(count) * 12_345 * times,
            np.zeros(count, dtype=np.bool_),
            when,
        )


class SpotHome:
    """A home with a margin of 0.49 c and a fee of 4.90 EUR, the turn of October 2025 metered by quarters."""

    def __init__(self, service: Service, *, start: date = date(2024, 1, 1), end: date | None = None) -> None:
        async def setup(world: World) -> tuple[UUID, UUID]:
            customer, point = await world.customer(), await world.point()
            await world.contract(customer, point, start, end)
            await add_price(world, "MARGIN", "0.49")
            await add_price(world, "MONTHLY_FEE", "4.90")
            await write_spot(world.database, date(2025, 9, 1), date(2025, 12, 1))
            for day in range(35):
                await world.consumption(point, date(2025, 10, 1) + timedelta(days=day))
            return await world.account("aino", customer), point

        self.service = service
        self.account, self.point = service.fill(setup)

    def consumption(self, first: str, end: str, resolution: str) -> dict[str, Any]:
        answer = self.ask(COSTS % (first, end, resolution))
        assert "errors" not in answer, answer
        found: dict[str, Any] = answer["data"]["node"]["consumption"]
        return found

    def ask(self, field: str, headers: dict[str, str] | None = None) -> dict[str, Any]:
        return self.service.ask(self.query(field), headers or self.service.session(self.account))

    def query(self, field: str) -> str:
        return f'{{ node(id: "{encode_id("MeteringPoint", self.point)}") {{ ... on MeteringPoint {{ {field} }} }} }}'


def expected_cost(first: date, count: int, kwh: float = 0.25) -> float:
    """EUR of so many quarters from a day on."""
    skipped = (day_start(day_number(first)) - day_start(day_number(date(2025, 9, 1)))) // 900
    spot = sum((skipped + quarter) * 0.012345 for quarter in range(count))
    return kwh * (spot * 1.255 + count * 0.49) / 100


@pytest.mark.parametrize("resolution", RESOLUTIONS)
def test_a_period_costs_the_sum_of_its_quarters(service: Service, resolution: str) -> None:
    home = SpotHome(service)

    found = home.consumption("2025-10-01", "2025-11-01", resolution)

    assert float(found["cost"]["amount"]) == round(expected_cost(date(2025, 10, 1), 2980), 2)
    assert (found["costStatus"], found["cost"]["currency"]) == ("KNOWN", "EUR")
    assert found["basicFees"] == {"amount": "4.90"}
    costs = [interval["cost"] for interval in found["intervals"]]
    assert sum(costs) == pytest.approx(expected_cost(date(2025, 10, 1), 2980), abs=len(costs) * 5e-9)
    assert {interval["costStatus"] for interval in found["intervals"]} == {"KNOWN"}
    columns = found["columns"]
    assert columns["costs"] == costs
    assert columns["prices"] == [interval["price"] for interval in found["intervals"]]
    assert columns["costStatuses"] == [interval["costStatus"] for interval in found["intervals"]]
    assert columns["vatTreatments"] == [interval["vatTreatment"] for interval in found["intervals"]]
    assert {found["vatTreatment"], *columns["vatTreatments"]} == {"INCLUDED"}
    # Asked again, from what is kept by months where there is such: the same.
    assert home.consumption("2025-10-01", "2025-11-01", resolution) == found


@pytest.mark.parametrize("resolution", RESOLUTIONS)
def test_parts_and_edges_of_months(service: Service, resolution: str) -> None:
    """A contract from the middle of a month to the middle of the next, asked for from and to days outside of it."""
    home = SpotHome(service, start=date(2025, 10, 13), end=date(2025, 11, 2))

    found = home.consumption("2025-10-05", "2025-11-20", resolution)

    october, november = (
        expected_cost(date(2025, 10, 13), 19 * 96 + 4),
        expected_cost(date(2025, 11, 1), 2 * 96),
    )
    assert float(found["cost"]["amount"]) == round(october + november, 2)
    assert found["costStatus"] == "PARTIALLY_KNOWN"
    assert found["basicFees"] == {"amount": str(round(4.90 * 19 / 31, 2) + round(4.90 * 2 / 30, 2))}
    if resolution == "DAY":
        first, last = found["intervals"][0], found["intervals"][8]
        assert (first["cost"], first["price"], first["costStatus"]) == (None, None, "NO_CONTRACT")
        assert last["costStatus"] == "KNOWN"
    if resolution == "MONTH":
        assert [one["cost"] for one in found["intervals"]] == [
            pytest.approx(october, abs=5e-9),
            pytest.approx(november, abs=5e-9),
        ]
        assert {one["costStatus"] for one in found["intervals"]} == {"PARTIALLY_KNOWN"}
    assert home.consumption("2025-10-05", "2025-11-20", resolution) == found


@pytest.mark.parametrize("resolution", RESOLUTIONS)
def test_a_month_that_is_a_credit_as_a_whole_is_told_to_be_without_vat(
    service: Service, resolution: str
) -> None:
    """November, whose four metered days cost less than nothing, beside October."""
    home = SpotHome(service)
    service.run(lambda database: write_spot(database, date(2025, 11, 1), date(2025, 12, 1), 2, times=-1))
    quarters = 4 * 96
    without_vat = 0.25 * (sum(-0.012345 * quarter for quarter in range(quarters)) + quarters * 0.49 / 1.255)

    def treatments(first: str, end: str) -> tuple[Any, set[Any]]:
        found = home.consumption(first, end, resolution)
        intervals = [one["vatTreatment"] for one in found["intervals"]]
        assert found["columns"]["vatTreatments"] == intervals
        return found["vatTreatment"], set(intervals)

    # Asked twice: MONTH and YEAR come from what is kept the second time.
    for _ in range(2):
        november = home.consumption("2025-11-01", "2025-11-05", resolution)
        assert float(november["cost"]["amount"]) == pytest.approx(without_vat / 100, abs=0.005)
        assert treatments("2025-11-01", "2025-11-05") == ("OUTSIDE", {"OUTSIDE"})
        # A part of it is as the whole: the month decides.
        assert home.consumption("2025-11-01", "2025-11-02", resolution)["vatTreatment"] == "OUTSIDE"
        assert treatments("2025-10-01", "2025-11-01") == ("INCLUDED", {"INCLUDED"})
        both = {"PARTIALLY_OUTSIDE"} if resolution == "YEAR" else {"INCLUDED", "OUTSIDE"}
        assert treatments("2025-10-01", "2025-11-05") == ("PARTIALLY_OUTSIDE", both)
    # Where nothing is known nothing is said.
    assert treatments("2023-05-01", "2023-06-01") == (None, {None})


def test_a_month_of_two_contracts_can_be_both_with_vat_and_without(service: Service) -> None:
    """One on the day-ahead price, which is below zero, to the middle of November, and one of a fixed price after it."""
    home = SpotHome(service, end=date(2025, 11, 2))

    async def fixed(database: Database) -> None:
        with database.orm():
            product = await Product.create(
                code="vakaa",
                kind="UNTIL_FURTHER_NOTICE",
                names={},
                descriptions={},
                valid_from=date(2019, 1, 1),
            )
            contract = await Contract.get(metering_point_id=home.point)
            await Contract.create(
                customer=await contract.customer,
                metering_point_id=home.point,
                product_id=product.id,
                number="S-77",
                start_date=date(2025, 11, 3),
            )
        world = World(database)
        world.product_id = product.id
        await add_price(world, "ENERGY", "8")
        await write_spot(database, date(2025, 11, 1), date(2025, 12, 1), 2, times=-1)

    service.run(fixed)

    for _ in range(2):
        by_months = home.consumption("2025-11-01", "2025-12-01", "MONTH")
        assert by_months["vatTreatment"] == by_months["intervals"][0]["vatTreatment"] == "PARTIALLY_OUTSIDE"
    by_days = home.consumption("2025-11-01", "2025-12-01", "DAY")
    assert by_days["vatTreatment"] == "PARTIALLY_OUTSIDE"
    assert by_days["cost"] == by_months["cost"]
    # The days from the fifth on are not metered, and have a price all the same.
    told = [one["vatTreatment"] for one in by_days["intervals"]]
    assert told == ["OUTSIDE"] * 2 + ["INCLUDED"] * 28


def test_what_is_kept_by_months_follows_every_change(service: Service) -> None:
    home = SpotHome(service)

    def cost() -> float:
        return float(home.consumption("2025-09-01", "2025-12-01", "MONTH")["cost"]["amount"])

    def by_quarters() -> float:
        return float(home.consumption("2025-09-01", "2025-12-01", "QUARTER_HOUR")["cost"]["amount"])

    first = cost()
    kept = "SELECT contract_id, month, cost FROM cost_month ORDER BY month"
    rows = service.run(lambda database: database.fetch(kept))
    assert [int(row[1]) for row in rows] == [2025 * 12 + 9, 2025 * 12 + 10]
    assert cost() == first == by_quarters()

    async def meter_more(database: Database) -> None:
        await World(database).consumption(home.point, date(2025, 11, 20))

    service.run(meter_more)
    assert cost() == by_quarters() > first

    service.run(lambda database: write_spot(database, date(2025, 9, 1), date(2025, 12, 1), when=2, times=2))
    assert cost() == by_quarters() > 1.5 * first

    async def agree_anew(database: Database) -> None:
        with database.orm():
            await PriceComponent.filter(kind="MARGIN").update(amount="9.49")

    before = cost()
    service.run(agree_anew)
    assert cost() == by_quarters() > before

    async def end(database: Database) -> None:
        with database.orm():
            await Contract.all().update(end_date=date(2025, 10, 20))

    service.run(end)
    assert cost() == by_quarters()
    assert (
        home.consumption("2025-11-01", "2025-12-01", "MONTH")["intervals"][0]["costStatus"] == "NO_CONTRACT"
    )


def test_why_there_is_no_cost(service: Service) -> None:
    home = SpotHome(service)

    async def gaps(database: Database) -> None:
        world = World(database)
        qualities = [Quality.MEASURED] * 95 + [Quality.MISSING]
        await world.consumption(home.point, date(2025, 11, 10), 250_000, qualities)
        await world.consumption(home.point, date(2025, 12, 1))

    service.run(gaps)

    def statuses(first: str, end: str, resolution: str) -> list[tuple[str, bool, bool]]:
        found = home.consumption(first, end, resolution)["intervals"]
        return [(one["costStatus"], one["cost"] is None, one["price"] is None) for one in found]

    assert statuses("2025-11-10", "2025-11-11", "QUARTER_HOUR")[-2:] == [
        ("KNOWN", False, False),
        ("NO_ENERGY", True, False),
    ]
    assert statuses("2025-11-10", "2025-11-12", "DAY") == [
        ("PARTIALLY_KNOWN", False, False),
        ("NO_ENERGY", True, False),
    ]
    assert statuses("2025-12-01", "2025-12-03", "DAY") == [
        ("NO_PRICE", True, True),
        ("NO_ENERGY", True, True),
    ]
    assert statuses("2023-12-01", "2023-12-02", "DAY") == [("NO_CONTRACT", True, True)]
    assert statuses("2023-12-01", "2024-02-01", "MONTH") == [
        ("NO_CONTRACT", True, True),
        ("NO_ENERGY", True, True),
    ]


def test_a_gap_in_the_prices_of_a_product_is_said(service: Service) -> None:
    async def setup(world: World) -> tuple[UUID, UUID]:
        customer, point = await world.customer(), await world.point()
        await world.contract(customer, point)
        with world.database.orm():
            await Product.filter(id=world.product_id).update(kind="UNTIL_FURTHER_NOTICE")
        await add_price(world, "ENERGY", "8", valid_to=date(2025, 10, 9))
        await add_price(world, "ENERGY", "10", valid_from=date(2025, 10, 12))
        for day in (9, 10, 11, 12):
            await world.consumption(point, date(2025, 10, day))
        return await world.account("aino", customer), point

    account, point = service.fill(setup)
    query = f'{{ node(id: "{encode_id("MeteringPoint", point)}") {{ ... on MeteringPoint {{ %s }} }} }}'

    found = service.ask(query % (COSTS % ("2025-10-09", "2025-10-13", "DAY")), service.session(account))

    consumption = found["data"]["node"]["consumption"]
    assert [(one["cost"], one["costStatus"]) for one in consumption["intervals"]] == [
        (1.92, "KNOWN"),
        (None, "NO_TARIFF"),
        (None, "NO_TARIFF"),
        (2.4, "KNOWN"),
    ]
    assert (consumption["cost"]["amount"], consumption["costStatus"]) == ("4.32", "PARTIALLY_KNOWN")
    assert consumption["basicFees"] == {"amount": "0.00"}


def test_another_customers_contract_never_prices(service: Service) -> None:
    home = SpotHome(service, start=date(2025, 10, 10))

    async def another(database: Database) -> UUID:
        world = World(database)
        world.numbers = 500
        with database.orm():
            world.product_id = (await Product.first()).id  # type: ignore[union-attr]  # there is one
        other = await world.customer("Toinen")
        await world.contract(other, home.point, date(2025, 9, 1), date(2025, 10, 9))
        return await world.account("toinen", other)

    other = service.run(another)

    mine = home.consumption("2025-10-01", "2025-11-01", "DAY")["intervals"]
    assert [one["costStatus"] for one in mine] == ["NO_CONTRACT"] * 9 + ["KNOWN"] * 22
    theirs = home.ask(COSTS % ("2025-10-01", "2025-11-01", "MONTH"), service.session(other))
    found = theirs["data"]["node"]["consumption"]
    assert float(found["cost"]["amount"]) == round(expected_cost(date(2025, 10, 1), 9 * 96), 2)
    # What was kept for the one is not told the other.
    kept = home.consumption("2025-10-01", "2025-11-01", "MONTH")
    assert float(kept["cost"]["amount"]) == round(expected_cost(date(2025, 10, 10), 2980 - 9 * 96), 2)


@pytest.mark.parametrize(
    "field",
    [
        "cost { amount }",
        "costStatus",
        "vatTreatment",
        "basicFees { amount }",
        "intervals { cost }",
        "intervals { vatTreatment }",
        "columns { prices }",
        "columns { vatTreatments }",
    ],
)
def test_costs_need_a_scope_of_their_own(service: Service, field: str) -> None:
    home = SpotHome(service)
    consumption = f'consumption(from: "2025-10-01", to: "2025-10-03") {{ energyKwh {field} }}'

    refused = home.ask(consumption, service.token(home.account, Scope.CONSUMPTION_READ))

    assert codes(refused) == ["INSUFFICIENT_SCOPE"]
    skipped = home.ask(
        consumption.replace(field, field.replace("cost", "cost @skip(if: true) energyKwh"))
        if field == "intervals { cost }"
        else consumption.replace(field, ""),
        service.token(home.account, Scope.CONSUMPTION_READ),
    )
    assert "errors" not in skipped


def test_production_has_no_tariff_yet(service: Service) -> None:
    home = SpotHome(service)

    async def produce(database: Database) -> None:
        await World(database).consumption(home.point, date(2025, 10, 1), series=2)

    service.run(produce)
    field = 'consumption(from: "2025-10-01", to: "2025-10-02", resolution: %s, series: PRODUCTION) { energyKwh cost { amount } costStatus basicFees { amount } intervals { price cost costStatus } }'
    for resolution in ("HOUR", "DAY", "MONTH", "YEAR"):
        found = home.ask(field % resolution)["data"]["node"]["consumption"]
        assert (found["energyKwh"], found["cost"], found["costStatus"], found["basicFees"]) == (
            24.0,
            None,
            "NO_TARIFF",
            None,
        )
        assert {(one["price"], one["cost"], one["costStatus"]) for one in found["intervals"]} == {
            (None, None, "NO_TARIFF")
        }


def test_costs_take_a_fixed_number_of_statements(service: Service) -> None:
    def with_points(count: int) -> Any:
        async def setup(world: World) -> UUID:
            world.numbers = count * 1000
            customer = await world.customer(f"Asiakas {count}")
            await add_price(world, "MARGIN", "0.49")
            for number in range(count):
                point = await world.point(gsrn=f"6430071270{count:02}{number:06}")
                await world.contract(customer, point)
                await world.consumption(point, date(2026, 10, 1))
            return await world.account(f"asiakas{count}", customer)

        return setup

    query = """{ viewer { customers { meteringPoints(first: 100) { nodes { consumption(
        from: "%s", to: "2026-11-01", resolution: %s) { energyKwh %s } } } } } }"""
    asked = (
        ("2026-10-01", "HOUR", ""),
        ("2026-10-01", "HOUR", "cost { amount } vatTreatment columns { prices costs vatTreatments }"),
        ("2026-10-01", "DAY", "cost { amount } basicFees { amount }"),
        ("2025-10-01", "MONTH", ""),
        ("2025-10-01", "MONTH", "cost { amount } intervals { cost }"),
        ("2025-10-01", "MONTH", "vatTreatment basicFees { amount } intervals { cost vatTreatment }"),
        ("2026-10-15", "MONTH", "cost { amount } intervals { cost }"),
    )
    counts = []
    for count in (1, 40):
        headers = service.session(service.fill(with_points(count)))
        counts.append([service.ask_and_count(query % fields, headers)[1] for fields in asked])
    # The fifth computes and keeps what the sixth finds.
    assert counts == [[6, 8, 9, 6, 9, 7, 10]] * 2


def test_what_is_read_for_a_cost_counts_against_what_an_answer_holds(service: Service) -> None:
    """A day's cost takes its whole month, so many days of many months are not asked for at once."""

    async def setup(world: World) -> UUID:
        customer = await world.customer()
        await add_price(world, "MARGIN", "0.49")
        for number in range(20):
            await world.contract(customer, await world.point(gsrn=f"643007127{number:09}"))
        return await world.account("aino", customer)

    headers = service.session(service.fill(setup))

    def ask(days: int, field: str) -> Any:
        fields = " ".join(
            f'd{day}: consumption(from: "2026-07-{day:02}", to: "2026-07-{day + 1:02}", resolution: HOUR) {{ {field} }}'
            for day in range(1, days + 1)
        )
        query = f"{{ viewer {{ customers {{ meteringPoints(first: 20) {{ nodes {{ {fields} }} }} }} }} }}"
        return service.ask(query, headers)

    assert set(codes(ask(15, "costStatus"))) == {"QUERY_TOO_COSTLY"}
    assert "errors" not in ask(13, "costStatus")
    assert "errors" not in ask(15, "energyKwh")


@pytest.mark.parametrize("resolution", ["MONTH", "YEAR"])
def test_a_month_without_readings_between_others_is_told_the_same_from_what_is_kept(
    service: Service, resolution: str
) -> None:
    home = SpotHome(service)

    async def before(database: Database) -> None:
        await World(database).consumption(home.point, date(2025, 8, 1))

    # September has day-ahead prices and no readings.
    service.run(before)
    computed = home.consumption("2025-08-01", "2025-11-01", resolution)
    assert home.consumption("2025-08-01", "2025-11-01", resolution) == computed
    if resolution == "MONTH":
        assert computed["intervals"][1]["costStatus"] == "NO_ENERGY"
