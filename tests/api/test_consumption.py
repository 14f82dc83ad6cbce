from datetime import date
from typing import Any

import pytest

from api.conftest import Service, codes
from omavirta.api.nodes import encode_id
from omavirta.metering.calendar import day_number
from omavirta.metering.quality import Quality
from support.factory import World

QUERY = """
query ($id: ID!, $from: Date!, $to: Date!, $resolution: Resolution!) {
  node(id: $id) { ... on MeteringPoint {
    consumption(from: $from, to: $to, resolution: $resolution) {
      timeZone completeUntil preliminaryFrom energyKwh quality
      intervals { start end energyKwh quality }
      columns { starts energyKwh qualities }
    }
  } }
}
"""


class Home:
    """One customer with one metering point, of which some days have been delivered."""

    def __init__(
        self,
        service: Service,
        *days: tuple[Any, ...],
        start: date = date(2024, 1, 1),
        end: date | None = None,
    ) -> None:
        async def setup(world: World) -> tuple[Any, Any]:
            customer = await world.customer()
            point = await world.point()
            await world.contract(customer, point, start, end)
            for day in days:
                await world.consumption(point, *day)
            return await world.account("aino", customer), point

        self.service = service
        self.account, self.point = service.fill(setup)

    def ask(self, from_: str, to: str, resolution: str) -> dict[str, Any]:
        variables = {
            "id": encode_id("MeteringPoint", self.point),
            "from": from_,
            "to": to,
            "resolution": resolution,
        }
        return self.service.ask(QUERY, self.service.session(self.account), variables)

    def consumption(self, from_: str, to: str, resolution: str) -> dict[str, Any]:
        answer = self.ask(from_, to, resolution)
        assert "errors" not in answer, answer
        found: dict[str, Any] = answer["data"]["node"]["consumption"]
        return found


def test_the_autumn_night_has_both_its_hours(service: Service) -> None:
    intervals = Home(service, (date(2025, 10, 26),)).consumption("2025-10-26", "2025-10-27", "HOUR")[
        "intervals"
    ]
    assert len(intervals) == 25
    assert [interval["start"] for interval in intervals[3:5]] == [
        "2025-10-26T03:00:00+03:00",
        "2025-10-26T03:00:00+02:00",
    ]
    assert {interval["energyKwh"] for interval in intervals} == {1.0}


def test_the_spring_day_has_92_quarters(service: Service) -> None:
    found = Home(service, (date(2025, 3, 30),)).consumption("2025-03-30", "2025-03-31", "QUARTER_HOUR")
    assert len(found["intervals"]) == 92
    assert found["energyKwh"] == 23.0


@pytest.mark.parametrize("resolution", ["YEAR", "MONTH", "DAY", "HOUR", "QUARTER_HOUR"])
def test_every_resolution_sums_to_the_same(service: Service, resolution: str) -> None:
    days = [(date(2025, 12, day), [123_457] * 96) for day in (30, 31)] + [(date(2026, 1, 1), [1] * 96)]
    found = Home(service, *days).consumption("2025-12-30", "2026-01-02", resolution)
    assert found["energyKwh"] == 23.70384
    assert sum(round(interval["energyKwh"] * 1_000_000) for interval in found["intervals"]) == 23_703_840
    assert found["columns"]["energyKwh"] == [interval["energyKwh"] for interval in found["intervals"]]
    assert found["columns"]["starts"] == [interval["start"] for interval in found["intervals"]]


def test_a_gap_is_null_with_its_reason(service: Service) -> None:
    qualities = [Quality.MEASURED] * 95 + [Quality.MISSING]
    found = Home(service, (date(2025, 5, 1), 250_000, qualities)).consumption(
        "2025-05-01", "2025-05-02", "QUARTER_HOUR"
    )
    assert found["intervals"][-1]["energyKwh"] is None
    assert found["intervals"][-1]["quality"] == "MISSING"
    assert found["quality"] == "PARTIALLY_MISSING"
    assert found["energyKwh"] == 23.75


def test_what_has_not_been_delivered_is_pending(service: Service) -> None:
    found = Home(service, (date(2026, 11, 24),)).consumption("2026-11-23", "2026-11-26", "DAY")
    assert [interval["quality"] for interval in found["intervals"]] == ["MISSING", "MEASURED", "PENDING"]
    assert found["completeUntil"] == "2026-11-25T00:00:00+02:00"
    assert found["preliminaryFrom"] == "2026-11-15T00:00:00+02:00"


def test_days_outside_the_contract_are_not_shown(service: Service) -> None:
    days = [(date(2025, 5, day),) for day in (1, 2, 3)]
    home = Home(service, *days, start=date(2025, 5, 2), end=date(2025, 5, 2))
    for resolution in ("DAY", "HOUR"):
        found = home.consumption("2025-05-01", "2025-05-04", resolution)
        assert found["energyKwh"] == 24.0
        assert {found["intervals"][0]["quality"], found["intervals"][-1]["quality"]} == {"NO_CONTRACT"}
        assert found["intervals"][0]["energyKwh"] is None


def test_how_far_others_have_been_metered_is_not_told(service: Service) -> None:
    days = [(date(2025, 5, day),) for day in (1, 2, 3)]
    home = Home(service, *days, start=date(2025, 5, 1), end=date(2025, 5, 2))
    found = home.consumption("2025-05-01", "2025-05-02", "DAY")
    assert found["completeUntil"] == "2025-05-03T00:00:00+03:00"
    assert found["preliminaryFrom"] is None


def test_of_odd_years_only_days_that_no_month_tells_are_read_in_a_fixed_number_of_statements(
    service: Service,
) -> None:
    def with_points(count: int) -> Any:
        async def setup(world: World) -> Any:
            world.numbers = count * 1000
            customer = await world.customer()
            for number in range(count):
                point = await world.point(gsrn=f"6430071270{count:02}{number:06}")
                await world.contract(customer, point)
                # A day at each edge, a whole day in a month between, and in another, which differs, a day with gaps.
                for day in (date(2024, 1, 20), date(2024, 6, 6), date(2026, 11, 5)):
                    await world.consumption(point, day)
                gaps = [Quality.MEASURED] * 95 + [Quality.MISSING]
                await world.consumption(point, date(2025, 1 + number % 9, 9), 250_000, gaps)
            return await world.account(f"asiakas{count}", customer)

        return setup

    query = """{ viewer { customers { meteringPoints(first: 100) { nodes {
      months: consumption(from: "2024-01-15", to: "2026-11-20", resolution: MONTH) { energyKwh }
      years: consumption(from: "2024-01-16", to: "2026-11-19", resolution: YEAR) { energyKwh } } } } } }"""
    statements = []
    for count in (1, 30):
        headers = service.session(service.fill(with_points(count)))
        answer, asked = service.ask_and_watch(query, headers)
        points = answer["data"]["viewer"]["customers"][0]["meteringPoints"]["nodes"]
        assert [(point["months"], point["years"]) for point in points] == [
            ({"energyKwh": 95.75},) * 2
        ] * count
        assert len(asked.days) == 2 * 3 * count
        assert day_number(date(2024, 6, 6)) not in asked.days
        statements.append(asked.statements)
    # Of the months of either period one each; of their days one for both.
    assert statements == [8, 8]


def test_one_answer_holds_only_so_many_intervals(service: Service) -> None:
    home = Home(service)
    field = 'consumption(from: "2025-01-01", to: "2026-01-01", resolution: QUARTER_HOUR) { energyKwh }'
    fields = " ".join(f"f{number}: {field}" for number in range(6))
    query = f'{{ node(id: "{encode_id("MeteringPoint", home.point)}") {{ ... on MeteringPoint {{ {fields} }} }} }}'
    answer = service.ask(query, service.session(home.account))
    assert set(codes(answer)) == {"QUERY_TOO_COSTLY"}
    prices = 'spotPrices(from: "2025-01-01", to: "2026-01-01") { area }'
    answer = service.ask("{ " + " ".join(f"p{number}: {prices}" for number in range(6)) + " }")
    assert set(codes(answer)) == {"QUERY_TOO_COSTLY"}


def test_the_present_customers_name_for_a_point_is_not_told_to_a_former_one(service: Service) -> None:
    home = Home(service, start=date(2024, 1, 1), end=date(2025, 12, 31))
    query = f'{{ node(id: "{encode_id("MeteringPoint", home.point)}") {{ ... on MeteringPoint {{ name gsrn }} }} }}'
    point = service.ask(query, service.session(home.account))["data"]["node"]
    assert point == {"name": None, "gsrn": "643007127000000013"}


def test_a_period_that_cannot_be_is_refused_with_a_code(service: Service) -> None:
    home = Home(service)
    assert codes(home.ask("2025-05-02", "2025-05-01", "DAY")) == ["BAD_PERIOD"]
    assert codes(home.ask("2025-05-01", "2025-05-01", "DAY")) == ["BAD_PERIOD"]
    too_long = home.ask("2023-01-01", "2025-01-01", "QUARTER_HOUR")
    assert codes(too_long) == ["PERIOD_TOO_LONG"]
    assert "400" in too_long["errors"][0]["message"]
    assert codes(home.ask("2025-02-30", "2025-03-01", "DAY")) == ["BAD_VARIABLES"]
    assert codes(home.ask("2025-W01-1", "2025-03-01", "DAY")) == ["BAD_VARIABLES"]


def test_another_customers_point_does_not_exist(service: Service) -> None:
    home = Home(service, (date(2025, 5, 1),))

    async def stranger(world: World) -> Any:
        return await world.account("eero", await world.customer("Eero Mäkinen"))

    other = service.fill(lambda world: stranger(World(world.database, numbers=500)))
    variables = {
        "id": encode_id("MeteringPoint", home.point),
        "from": "2025-05-01",
        "to": "2025-05-02",
        "resolution": "DAY",
    }
    for headers in (service.session(other), service.token(other), {}):
        assert service.ask(QUERY, headers, variables) == {"data": {"node": None}}


def test_contract_days_beyond_the_calendar_are_as_good_as_its_ends(service: Service) -> None:
    home = Home(service, (date(2026, 1, 1),), start=date(1900, 1, 1), end=date(9999, 12, 31))
    day = home.consumption("2026-01-01", "2026-01-02", "DAY")
    assert (day["energyKwh"], day["completeUntil"]) == (24.0, "2026-01-02T00:00:00+02:00")
