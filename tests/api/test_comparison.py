"""One's home against the year before and against similar homes, and the annual report: only ever of one's own days."""

from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from functools import partial
from typing import Any
from uuid import UUID

import pytest

from api.conftest import Service, codes
from omavirta.api.access import Scope
from omavirta.api.nodes import encode_id
from omavirta.contracts.models import PriceComponent, Product
from omavirta.contracts.similar_homes import compute_groups, forget_groups
from omavirta.contracts.similar_homes_upkeep import compute_due
from omavirta.metering.comparison import Home, Months
from omavirta.metering.quality import Quality
from omavirta.storage.database import Database
from support.factory import NOW, World
from support.homes import FLAT, home, use

OCTOBER = Months(2026 * 12 + 9, 1)
SO_FAR = Months(2026 * 12, 10)
YEAR_2025 = Months(2025 * 12, 12)
KWH = 10**6

COMPARISON = """query ($id: ID!, $from: Date!, $to: Date!) { node(id: $id) { ... on MeteringPoint {
  comparison(from: $from, to: $to) { from to
    lastYear { energyKwh lastYearKwh change comparedDays days }
    similarHomes { status dwelling heating sizeFrom sizeTo sizeUnit climateZone homes average median lowerQuartile
      upperQuartile ownKwh place } } } } }"""
KIND = "dwelling heating sizeFrom sizeTo sizeUnit climateZone"
REPORT = """query ($id: ID!, $year: Int!) { node(id: $id) { ... on MeteringPoint { annualReportYears
  annualReport(year: $year) { year years { year energyKwh quality cost { amount } basicFees { amount } costStatus vatTreatment }
    comparison { from to lastYear { comparedDays days } similarHomes { status } } } } } }"""

More = Callable[[World, UUID], Awaitable[Any]]


class Own:
    """One's own flat among others, whose months hold 100, 101 … kWh, and 50 in one's own."""

    def __init__(
        self,
        service: Service,
        *,
        others: int = 20,
        what: Home = FLAT,
        start: date = date(2020, 1, 1),
        end: date | None = None,
        months: range = range(YEAR_2025.first - 12, OCTOBER.end),
        missing_days: int = 0,
        compute: bool = True,
        more: More | None = None,
    ) -> None:
        async def setup(world: World) -> tuple[UUID, UUID]:
            customer = await world.customer()
            own = await home(
                world,
                [(month, 50 * KWH) for month in months],
                customer=customer,
                what=what,
                start=start,
                end=end,
                missing_days=missing_days,
            )
            for number in range(others):
                await home(world, [(month, (100 + number) * KWH) for month in months], what=what)
            if more is not None:
                await more(world, own)
            if compute:
                for computed in (OCTOBER, SO_FAR, YEAR_2025):
                    await compute_groups(world.database, computed, 1_000)
            return await world.account("aino", customer), own

        self.service = service
        self.account, self.point = service.fill(setup)

    def ask(self, query: str, headers: dict[str, str] | None = None, **variables: Any) -> dict[str, Any]:
        variables = {"id": encode_id("MeteringPoint", self.point), **variables}
        return self.service.ask(query, headers or self.service.session(self.account), variables)

    def compare(self, from_: str, to: str) -> dict[str, Any]:
        answer = self.ask(COMPARISON, None, **{"from": from_, "to": to})
        assert "errors" not in answer, answer
        found: dict[str, Any] = answer["data"]["node"]["comparison"]
        return found

    def similar(self, from_: str = "2026-10-01", to: str = "2026-11-01") -> dict[str, Any]:
        found: dict[str, Any] = self.compare(from_, to)["similarHomes"]
        return found

    def report(self, year: int) -> dict[str, Any]:
        answer = self.ask(REPORT, year=year)
        assert "errors" not in answer, answer
        found: dict[str, Any] = answer["data"]["node"]
        return found


class TestSimilarHomes:
    def test_a_month_a_year_and_the_year_so_far(self, service: Service) -> None:
        own = Own(service)
        assert own.similar() == {
            "status": "AVAILABLE",
            "dwelling": "FLAT",
            "heating": "DISTRICT",
            "sizeFrom": 40,
            "sizeTo": 60,
            "sizeUnit": "SQUARE_METRES",
            "climateZone": 2,
            "homes": 20,
            # Of 109.5, 109.5, 104.75 and 114.25 kWh two figures are told, and of the mean those of a rounded sum.
            "average": 110.0,
            "median": 110.0,
            "lowerQuartile": 100.0,
            "upperQuartile": 110.0,
            "ownKwh": 50.0,
            "place": 0.0,
        }
        year = own.similar("2025-01-01", "2026-01-01")
        assert (year["status"], year["average"], year["ownKwh"]) == ("AVAILABLE", 1400.0, 600.0)
        so_far = own.similar("2026-01-01", "2026-11-01")
        assert (so_far["status"], so_far["average"], so_far["ownKwh"]) == ("AVAILABLE", 1100.0, 500.0)

    def test_fewer_than_twenty_others_are_never_told_about(self, service: Service) -> None:
        found = Own(service, others=19).similar()
        assert found["status"] == "GROUP_TOO_SMALL"
        assert found["ownKwh"] == 50.0
        assert {
            found[name] for name in ("homes", "average", "median", "lowerQuartile", "upperQuartile", "place")
        } == {None}

    def test_many_homes_of_one_customer_are_no_group(self, service: Service) -> None:
        async def landlord(world: World, _own: UUID) -> None:
            customer = await world.customer()
            for _ in range(10):
                await home(world, [(OCTOBER.first, KWH)], customer=customer)

        assert Own(service, others=18, more=landlord).similar()["status"] == "GROUP_TOO_SMALL"

    @pytest.mark.parametrize(
        "what",
        [
            FLAT._replace(dwelling=None),
            FLAT._replace(heating=None),
            FLAT._replace(climate_zone=None),
        ],
    )
    def test_a_home_of_which_too_little_is_known(self, service: Service, what: Home) -> None:
        found = Own(service, what=what).similar()
        assert (found["status"], found["dwelling"], found["ownKwh"]) == ("HOME_UNKNOWN", None, None)

    def test_without_floor_area_the_class_is_by_the_year_before(self, service: Service) -> None:
        async def alike(world: World, _own: UUID) -> None:
            months = [(month, 50 * KWH) for month in range(OCTOBER.first - 12, OCTOBER.end)]
            for _ in range(20):
                await home(world, months, what=FLAT._replace(floor_area_m2=None))

        found = Own(service, what=FLAT._replace(floor_area_m2=None), more=alike).similar()
        assert (found["status"], found["homes"], found["average"]) == ("AVAILABLE", 20, 51.0)
        assert (found["sizeUnit"], found["sizeFrom"], found["sizeTo"]) == ("KWH_A_YEAR", 0, 1_000)
        assert found["place"] == 0.0

    def test_what_the_one_before_used_sizes_no_home(self, service: Service) -> None:
        found = Own(service, what=FLAT._replace(floor_area_m2=None), start=date(2026, 3, 1)).similar()
        assert (found["status"], found["sizeFrom"]) == ("HOME_UNKNOWN", None)

    @pytest.mark.parametrize(
        ("from_", "to", "status"),
        [
            ("2026-10-01", "2026-10-31", "NOT_WHOLE_MONTHS"),
            ("2026-10-02", "2026-11-01", "NOT_WHOLE_MONTHS"),
            ("2026-09-01", "2026-11-01", "NOT_WHOLE_MONTHS"),
            ("2025-11-01", "2026-11-01", "NOT_WHOLE_MONTHS"),
            ("2026-09-01", "2026-10-01", "NOT_COMPUTED"),
            ("2026-11-01", "2026-12-01", "NOT_COMPLETE"),
            ("2026-01-01", "2027-01-01", "NOT_COMPLETE"),
        ],
    )
    def test_other_periods_say_why(self, service: Service, from_: str, to: str, status: str) -> None:
        assert Own(service).similar(from_, to)["status"] == status

    def test_a_gap_in_the_month_leaves_it_out(self, service: Service) -> None:
        found = Own(service, missing_days=1).similar()
        assert (found["status"], found["ownKwh"], found["dwelling"]) == ("NOT_COMPLETE", None, "FLAT")

    @pytest.mark.parametrize(
        ("start", "end"), [(date(2026, 10, 2), None), (date(2020, 1, 1), date(2026, 10, 30))]
    )
    def test_a_month_that_is_partly_anothers_is_not_told(
        self, service: Service, start: date, end: date | None
    ) -> None:
        found = Own(service, start=start, end=end).similar()
        assert (found["status"], found["ownKwh"]) == ("NOT_COMPLETE", None)

    def test_a_changed_product_leaves_the_customer_the_same(self, service: Service) -> None:
        async def second(world: World, own: UUID) -> None:
            rows = await world.database.fetch(
                "SELECT customer_id FROM contract WHERE metering_point_id = $1", own
            )
            await world.contract(UUID(str(rows[0][0])), own, date(2026, 10, 16))

        assert Own(service, end=date(2026, 10, 15), more=second).similar()["status"] == "AVAILABLE"

    def test_readings_that_changed_since_are_not_in_the_group(self, service: Service) -> None:
        async def corrected(world: World, own: UUID) -> None:
            await world.consumption(own, date(2026, 10, 5))
            await use(world, own, [(OCTOBER.first, 50 * KWH)])
            async with world.database.transaction() as transaction:
                await transaction.execute("UPDATE consumption_day SET source_time = 1001")

        found = Own(service, more=corrected)
        assert found.similar()["status"] == "NOT_COMPUTED"
        assert found.similar("2025-01-01", "2026-01-01")["status"] == "AVAILABLE"
        service.run(lambda database: compute_groups(database, OCTOBER, 1_001))
        assert found.similar()["status"] == "NOT_COMPUTED"
        service.run(lambda database: forget_groups(database, OCTOBER))
        service.run(lambda database: compute_groups(database, OCTOBER, 1_001))
        assert found.similar()["status"] == "AVAILABLE"

    def test_who_looks_each_day_sees_nothing_of_what_others_corrected_or_of_who_came(
        self, service: Service
    ) -> None:
        others: list[UUID] = []

        async def one_more(world: World, _own: UUID) -> None:
            others.append(
                await home(world, [(month, 120 * KWH) for month in range(OCTOBER.first, OCTOBER.end)])
            )

        own = Own(service, others=30, more=one_more)

        async def corrected(database: Database) -> None:
            world = await World(database, numbers=1_000).start()
            await use(world, others[0], [(OCTOBER.first, 9_000 * KWH)])
            await home(world, [(OCTOBER.first, 1)])

        told = own.similar()
        assert told["status"] == "AVAILABLE"
        service.run(corrected)
        for days in range(3):
            service.run(partial(compute_due, now=NOW + timedelta(days=days)))
            assert own.similar() == told

    def test_a_home_that_was_not_in_the_group_is_not_taken_out_of_it(self, service: Service) -> None:
        async def other_total(world: World, own: UUID) -> None:
            await compute_groups(world.database, OCTOBER, 1_000)
            async with world.database.transaction() as transaction:
                await transaction.execute(
                    "UPDATE consumption_month SET total_micro_kwh = 7 WHERE metering_point_id = $1", own
                )

        assert Own(service, compute=False, more=other_total).similar()["status"] == "NOT_COMPUTED"


class TestLastYear:
    def test_only_days_known_whole_in_both_years_and_ones_own_in_both(self, service: Service) -> None:
        async def days(world: World, own: UUID) -> None:
            for year, energy in ((2026, 110_000), (2025, 100_000)):
                for day in range(1, 6):
                    known = [Quality.MEASURED] * 96
                    if (year, day) == (2026, 4):
                        known[-1] = Quality.MISSING
                    await world.consumption(own, date(year, 5, day), energy, known)
            await world.consumption(own, date(2026, 5, 6), 110_000)

        own = Own(service, others=0, months=range(0), start=date(2025, 5, 2), compute=False, more=days)
        assert own.compare("2026-05-01", "2026-05-08")["lastYear"] == {
            "energyKwh": 31.68,
            "lastYearKwh": 28.8,
            "change": 0.1,
            "comparedDays": 3,
            "days": 7,
        }

    def test_29_february_has_no_partner_and_clock_change_days_have_theirs(self, service: Service) -> None:
        async def days(world: World, own: UUID) -> None:
            for day in (date(2024, 2, 28), date(2024, 2, 29), date(2023, 2, 28), date(2023, 3, 1)):
                await world.consumption(own, day)
            # 23 hours in 2025, 24 in 2024.
            for day in (date(2025, 3, 30), date(2024, 3, 30)):
                await world.consumption(own, day)

        own = Own(service, others=0, months=range(0), compute=False, more=days)
        leap = own.compare("2024-02-28", "2024-03-01")["lastYear"]
        assert (leap["energyKwh"], leap["lastYearKwh"], leap["comparedDays"]) == (24.0, 24.0, 1)
        spring = own.compare("2025-03-30", "2025-03-31")["lastYear"]
        assert (spring["energyKwh"], spring["lastYearKwh"]) == (23.0, 24.0)

    def test_where_nothing_can_be_compared_there_are_no_figures(self, service: Service) -> None:
        found = Own(service, others=0, months=range(0), compute=False).compare("2026-05-01", "2026-06-01")
        assert found["lastYear"] == {
            "energyKwh": None,
            "lastYearKwh": None,
            "change": None,
            "comparedDays": 0,
            "days": 31,
        }

    def test_the_calendars_first_year_has_none_before(self, service: Service) -> None:
        found = Own(service, others=0, months=range(0), compute=False).compare("1970-01-01", "1970-02-01")
        assert found["lastYear"]["comparedDays"] == 0

    @pytest.mark.parametrize(
        ("from_", "to", "code"),
        [
            ("2026-05-01", "2026-05-01", "BAD_PERIOD"),
            ("2025-01-01", "2026-01-03", "PERIOD_TOO_LONG"),
        ],
    )
    def test_a_period_that_cannot_be(self, service: Service, from_: str, to: str, code: str) -> None:
        own = Own(service, others=0, months=range(0), compute=False)
        assert codes(own.ask(COMPARISON, None, **{"from": from_, "to": to})) == [code]


async def set_price(
    world: World, kind: str, amount: str, unit: str, first: date = date(2019, 1, 1), last: date | None = None
) -> None:
    with world.database.orm():
        await Product.filter(id=world.product_id).update(kind="UNTIL_FURTHER_NOTICE")
        await PriceComponent.create(
            product_id=world.product_id,
            kind=kind,
            amount=amount,
            unit=unit,
            vat_rate="25.50",
            vat_included=True,
            valid_from=first,
            valid_to=last,
        )


class TestAnnualReport:
    @staticmethod
    async def days(world: World, own: UUID) -> None:
        for year, count in ((2022, 2), (2023, 3), (2024, 4), (2025, 5), (2026, 6)):
            for offset in range(count):
                await world.consumption(own, date(year, 7, 1) + timedelta(days=offset))

    def test_the_year_and_three_before_as_far_as_ones_contracts_reach(self, service: Service) -> None:
        own = Own(
            service,
            others=0,
            start=date(2023, 7, 3),
            months=range(2022 * 12, OCTOBER.end),
            compute=False,
            more=self.days,
        )
        found = own.report(2025)
        assert found["annualReportYears"] == [2025, 2024, 2023]
        report = found["annualReport"]
        assert [(each["year"], each["energyKwh"]) for each in report["years"]] == [
            (2025, 120.0),
            (2024, 96.0),
            # The two days before one moved in are another's.
            (2023, 24.0),
        ]
        assert {each["quality"] for each in report["years"]} == {"PARTIALLY_MISSING"}
        assert report["comparison"]["from"] == "2025-01-01"
        assert report["comparison"]["to"] == "2026-01-01"
        assert report["comparison"]["lastYear"] == {"comparedDays": 4, "days": 365}
        assert report["comparison"]["similarHomes"]["status"] == "NOT_COMPLETE"

    @pytest.mark.parametrize("year", [2019, 2022, 2026, 2027, 0, -5, 99_999])
    def test_there_is_none_of_other_years(self, service: Service, year: int) -> None:
        own = Own(
            service,
            others=0,
            start=date(2023, 7, 3),
            months=range(2022 * 12, OCTOBER.end),
            compute=False,
            more=self.days,
        )
        assert own.report(year)["annualReport"] is None

    def test_a_year_known_whole_says_so(self, service: Service) -> None:
        async def moved_in_at_the_end(world: World, own: UUID) -> None:
            for day in (29, 30, 31):
                await world.consumption(own, date(2025, 12, day))

        own = Own(
            service,
            others=0,
            start=date(2025, 12, 30),
            months=range(YEAR_2025.end - 1, YEAR_2025.end),
            compute=False,
            more=moved_in_at_the_end,
        )
        years = own.report(2025)["annualReport"]["years"]
        assert years == [
            {
                "year": 2025,
                "energyKwh": 48.0,
                "quality": "MEASURED",
                "cost": None,
                "basicFees": {"amount": "0.00"},
                "costStatus": "NO_TARIFF",
                "vatTreatment": None,
            }
        ]

    def test_the_cost_is_of_ones_own_days_and_agrees_with_consumption(self, service: Service) -> None:
        async def priced(world: World, own: UUID) -> None:
            for year, count in ((2024, 10), (2025, 365)):
                for offset in range(count):
                    await world.consumption(own, date(year, 12, 31) - timedelta(days=offset), 250_000)
            await set_price(world, "ENERGY", "8.125", "CENT_PER_KWH")
            await set_price(world, "MONTHLY_FEE", "4.90", "EUR_PER_MONTH")

        own = Own(
            service,
            others=0,
            start=date(2024, 12, 24),
            months=range(0),
            compute=False,
            more=priced,
        )
        years = own.report(2025)["annualReport"]["years"]
        # 8 days of 24 kWh, their fee 4.90 * 8/31; and the year, whose days are 23, 24 and 25 hours.
        assert years == [
            {
                "year": 2025,
                "energyKwh": 8760.0,
                "quality": "MEASURED",
                "cost": {"amount": "711.75"},
                "basicFees": {"amount": "58.80"},
                "costStatus": "KNOWN",
                "vatTreatment": "INCLUDED",
            },
            {
                "year": 2024,
                "energyKwh": 192.0,
                "quality": "MEASURED",
                "cost": {"amount": "15.60"},
                "basicFees": {"amount": "1.26"},
                "costStatus": "KNOWN",
                "vatTreatment": "INCLUDED",
            },
        ]
        query = """query ($id: ID!) { node(id: $id) { ... on MeteringPoint {
          consumption(from: "2025-01-01", to: "2026-01-01", resolution: YEAR) { cost { amount } basicFees { amount } } } } }"""
        found = own.ask(query)["data"]["node"]["consumption"]
        assert found == {"cost": {"amount": "711.75"}, "basicFees": {"amount": "58.80"}}

    def test_a_year_with_a_month_that_is_a_credit_says_so(self, service: Service) -> None:
        async def priced(world: World, own: UUID) -> None:
            for day in (date(2024, 12, 1), date(2025, 11, 1), date(2025, 12, 1)):
                await world.consumption(own, day)
            await set_price(world, "ENERGY", "10.04", "CENT_PER_KWH", last=date(2025, 11, 30))
            await set_price(world, "ENERGY", "-12.55", "CENT_PER_KWH", first=date(2025, 12, 1))

        own = Own(service, others=0, start=date(2024, 12, 1), months=range(0), compute=False, more=priced)
        years = own.report(2025)["annualReport"]["years"]
        # 24 kWh at 10.04 c with VAT, and as many at -10 c without it.
        assert [(year["cost"]["amount"], year["vatTreatment"]) for year in years] == [
            ("0.01", "PARTIALLY_OUTSIDE"),
            ("2.41", "INCLUDED"),
        ]


class TestWhoMayAsk:
    FACTS = "query ($id: ID!) { node(id: $id) { ... on MeteringPoint { dwelling heating floorAreaM2 climateZone } } }"

    def test_what_the_home_is(self, service: Service) -> None:
        own = Own(service, others=0, compute=False)
        facts = {"dwelling": "FLAT", "heating": "DISTRICT", "floorAreaM2": 55, "climateZone": 2}
        assert own.ask(self.FACTS)["data"]["node"] == facts
        token = service.token(own.account, Scope.CUSTOMER_READ)
        assert own.ask(self.FACTS, token)["data"]["node"] == facts

    def test_a_token_needs_its_scope(self, service: Service) -> None:
        own = Own(service)
        period = {"from": "2026-10-01", "to": "2026-11-01"}
        token = service.token(own.account)
        energies = COMPARISON.replace(KIND, "")
        answer = own.ask(energies, token, **period)
        assert answer["data"]["node"]["comparison"]["similarHomes"]["status"] == "AVAILABLE"
        # What kind of home it is takes customer:read, as on the metering point.
        for kind in KIND.split():
            answer = own.ask(COMPARISON.replace(KIND, kind), token, **period)
            assert set(codes(answer)) == {"INSUFFICIENT_SCOPE"}, kind
        both = service.token(own.account, Scope.CONSUMPTION_READ, Scope.CUSTOMER_READ)
        found = own.ask(COMPARISON, both, **period)["data"]["node"]["comparison"]["similarHomes"]
        assert (found["dwelling"], found["sizeFrom"]) == ("FLAT", 40)
        assert set(codes(own.ask(self.FACTS, token))) == {"INSUFFICIENT_SCOPE"}
        other = service.token(own.account, Scope.CUSTOMER_READ)
        assert set(codes(own.ask(COMPARISON, other, **period))) == {"INSUFFICIENT_SCOPE"}
        assert set(codes(own.ask(REPORT, other, year=2025))) == {"INSUFFICIENT_SCOPE"}
        # Energy without contracts:read, but not what it cost.
        assert set(codes(own.ask(REPORT, token, year=2025))) == {"INSUFFICIENT_SCOPE"}
        energy = REPORT.replace("cost { amount } basicFees { amount } costStatus", "")
        assert own.ask(energy, token, year=2025)["data"]["node"]["annualReport"]["year"] == 2025

    def test_anothers_point_does_not_exist(self, service: Service) -> None:
        own = Own(service)

        async def stranger(world: World) -> Any:
            return await world.account("eero", await world.customer("Eero Mäkinen"))

        other = service.fill(lambda world: stranger(World(world.database, numbers=5_000)))
        for headers in (service.session(other), service.token(other), {"Accept": "*/*"}):
            answer = own.ask(COMPARISON, headers, **{"from": "2026-10-01", "to": "2026-11-01"})
            assert answer == {"data": {"node": None}}


def test_many_points_take_as_many_statements_as_one(service: Service) -> None:
    query = """{ viewer { customers { meteringPoints(first: 100) { nodes { dwelling annualReportYears
      month: comparison(from: "2026-10-01", to: "2026-11-01") { lastYear { change } similarHomes { status place } }
      annualReport(year: 2025) { years { energyKwh cost { amount } basicFees { amount } } comparison { similarHomes { status } lastYear { change } } }
    } } } } }"""

    def with_points(count: int) -> Any:
        async def setup(world: World) -> Any:
            world.numbers = count * 1000
            customer = await world.customer()
            months = [(month, KWH) for month in range(YEAR_2025.first, OCTOBER.end)]
            for _ in range(count):
                await home(world, months, customer=customer)
            return await world.account(f"asiakas{count}", customer)

        return setup

    counts = []
    for count in (1, 60):
        headers = service.session(service.fill(with_points(count)))
        answer, statements = service.ask_and_count(query, headers)
        assert "errors" not in answer
        counts.append(statements)
    assert counts[0] == counts[1] <= 30
