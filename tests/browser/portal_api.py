"""What the portal's own API says, asked by a program beside the browser: the figures that pages have to show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from types import TracebackType
from typing import Any, Self
from zoneinfo import ZoneInfo

import httpx2

HELSINKI = ZoneInfo("Europe/Helsinki")
IDENTIFIER, PASSWORD = "aino", "revontulet-2026"
SIGN_IN = """
mutation ($input: SessionCreateInput!) { sessionCreate(input: $input) { viewer { account { id } } userErrors { code } } }
"""
POINTS = "{ viewer { customers { meteringPoints(first: 100) { nodes { id name } } } } }"
CONSUMPTION = """
query ($id: ID!, $from: Date!, $to: Date!, $resolution: Resolution!) {
  node(id: $id) { ... on MeteringPoint {
    consumption(from: $from, to: $to, resolution: $resolution) {
      energyKwh quality completeUntil cost { amount } basicFees { amount }
      intervals { start end energyKwh quality cost price }
    }
  } }
}
"""
CONTRACTS = """
{ viewer { customers { kind name contracts(first: 100) { nodes {
  number status startDate endDate objectionUntil withdrawalUntil product { name } meteringPoint { name }
  currentPrices { kind amount unit } } } } } }
"""


@dataclass(frozen=True)
class Interval:
    start: datetime
    end: datetime
    energy_kwh: float | None
    quality: str
    cost: float | None
    price: float | None


@dataclass(frozen=True)
class Consumption:
    """`cost` and `basic_fees` are euros with VAT."""

    energy_kwh: float | None
    quality: str
    cost: float | None
    basic_fees: float | None
    complete_until: datetime | None
    intervals: Sequence[Interval]


class PortalApi:
    """Signed in as Aino, or as another."""

    def __init__(self, url: str, identifier: str = IDENTIFIER) -> None:
        self.url = url
        self._identifier = identifier
        self._client = httpx2.Client(base_url=url, timeout=20)

    def __enter__(self) -> Self:
        answer = self.ask(SIGN_IN, {"input": {"identifier": self._identifier, "password": PASSWORD}})
        assert answer["sessionCreate"]["userErrors"] == []
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def point_id(self, name: str) -> str:
        customers = self.ask(POINTS, {})["viewer"]["customers"]
        found = {
            node["name"]: str(node["id"])
            for customer in customers
            for node in customer["meteringPoints"]["nodes"]
        }
        return found[name]

    def consumption(self, point_id: str, first: date, after: date, resolution: str) -> Consumption:
        variables = {"id": point_id, "from": str(first), "to": str(after), "resolution": resolution}
        found = self.ask(CONSUMPTION, variables)["node"]["consumption"]
        return Consumption(
            found["energyKwh"],
            found["quality"],
            _amount(found["cost"]),
            _amount(found["basicFees"]),
            datetime.fromisoformat(found["completeUntil"]) if found["completeUntil"] else None,
            [
                Interval(
                    datetime.fromisoformat(interval["start"]),
                    datetime.fromisoformat(interval["end"]),
                    interval["energyKwh"],
                    interval["quality"],
                    interval["cost"],
                    interval["price"],
                )
                for interval in found["intervals"]
            ],
        )

    def customers(self) -> list[dict[str, Any]]:
        """Those that the account acts for, each with its contracts, the newest first."""
        found: list[dict[str, Any]] = self.ask(CONTRACTS, {})["viewer"]["customers"]
        return found

    def ask(self, query: str, variables: dict[str, Any]) -> dict[str, Any]:
        answer = self._client.post("/graphql", json={"query": query, "variables": variables}).json()
        assert "errors" not in answer, answer["errors"]
        data: dict[str, Any] = answer["data"]
        return data


def _amount(money: dict[str, str] | None) -> float | None:
    return None if money is None else float(money["amount"])


def today() -> date:
    """The calendar day in Helsinki."""
    return datetime.now(HELSINKI).date()


def year_of(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year + 1, 1, 1)


def month_of(day: date) -> tuple[date, date]:
    first = day.replace(day=1)
    return first, (first + timedelta(days=31)).replace(day=1)


def clock_change(month: int) -> date:
    """The newest last Sunday of March or October that is far enough back for its data to be final."""
    known = today() - timedelta(days=40)
    for year in (known.year, known.year - 1):
        sunday = date(year, month, 31)
        while sunday.weekday() != 6:
            sunday -= timedelta(days=1)
        if sunday <= known:
            return sunday
    raise AssertionError("a last Sunday has been within two years")


def energy_text(kwh: float | None) -> str:
    """As the app writes energy in Finnish, with common spaces: two decimals under 10, one under 100, none above."""
    if kwh is None:
        return "–"
    # From the number's shortest text, as browsers round it: 1.805 is 1,81.
    value = Decimal(repr(kwh))
    digits = 2 if _rounded(abs(value), 2) < 10 else 1 if _rounded(abs(value), 1) < 100 else 0
    return f"{_rounded(value, digits):,} kWh".replace(",", " ").replace(".", ",")


def _rounded(value: Decimal, digits: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
