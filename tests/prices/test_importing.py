"""Taking in price files: whole or not at all, and the same end whatever is sent again."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from omavirta.errors import FileRefused
from omavirta.metering.calendar import Resolution, day_number
from omavirta.prices.importing import PricesSummary, import_prices_file
from omavirta.prices.store import read_prices
from omavirta.storage.database import Database

pytestmark = pytest.mark.anyio

START = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)
BELGIUM = "10YBE----------2"


class Hand:
    """Sends files, a minute after each other."""

    def __init__(self, database: Database, folder: Path) -> None:
        self._database = database
        self._folder = folder
        self._now = START

    async def send(self, source: Path | dict[str, Any], area: str = "FI") -> PricesSummary:
        self._now += timedelta(minutes=1)
        if isinstance(source, dict):
            path = self._folder / "prices.json"
            path.write_text(json.dumps(source))
            source = path
        return await import_prices_file(self._database, source, area, lambda: self._now)

    async def stored(self) -> list[tuple[Any, ...]]:
        rows = await self._database.fetch(
            "SELECT area, day, resolution, data FROM price_day ORDER BY area, day"
        )
        return [tuple(row[index] for index in range(4)) for row in rows]

    async def clear(self) -> None:
        async with self._database.transaction() as transaction:
            await transaction.execute("DELETE FROM price_day")
            await transaction.execute("DELETE FROM import_ledger")


def entries_of(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(path.read_text())["prices"]
    return found


@pytest.fixture
def hand(database: Database, tmp_path: Path) -> Hand:
    return Hand(database, tmp_path)


@pytest.fixture
def real_year(shared_data: Path) -> Path:
    return shared_data / "spot" / "liukuri_2025-jan-oct-quarter-prices.json"


async def test_a_real_year_of_quarter_prices(hand: Hand, database: Database, real_year: Path) -> None:
    summary = await hand.send(real_year)
    assert summary == PricesSummary(
        layout="sahkotin",
        area="FI",
        prices=26_400,
        negative_prices=1_652,
        days_written=276,
        days_unchanged=0,
        gaps=0,
        period_start=datetime(2024, 12, 31, 22, 0, tzinfo=UTC),
        period_end=datetime(2025, 10, 2, 22, 0, tzinfo=UTC),
    )
    first, last = day_number(date(2025, 1, 1)), day_number(date(2025, 10, 4))
    prices = (await read_prices(database, "FI", first, last, Resolution.QUARTER_HOUR)).cents_per_kwh
    entries = entries_of(real_year)
    assert prices[: len(entries)] == [pytest.approx(entry["value"] / 10, abs=1e-12) for entry in entries]
    # Until 2025-09-30 a quarter costs what its hour costs, and the day is kept as hours.
    resolutions = {row[1]: row[2] for row in await hand.stored()}
    assert resolutions[day_number(date(2025, 9, 30))] == 60
    assert resolutions[day_number(date(2025, 10, 1))] == 15


async def test_the_same_file_again_changes_nothing(hand: Hand, real_year: Path) -> None:
    first = await hand.send(real_year)
    before = await hand.stored()
    again = await hand.send(real_year)
    assert (again.days_written, again.days_unchanged) == (0, first.days_written)
    assert await hand.stored() == before


async def test_two_halves_in_either_order_end_as_the_whole(hand: Hand, real_year: Path) -> None:
    await hand.send(real_year)
    whole = await hand.stored()
    entries = entries_of(real_year)
    # In the middle of a day.
    halves = {"prices": entries[:13_130]}, {"prices": entries[13_130:]}
    for order in (halves, halves[::-1]):
        await hand.clear()
        for half in order:
            await hand.send(half)
        assert await hand.stored() == whole


async def test_a_correction_stays_though_the_older_file_comes_again(hand: Hand, real_year: Path) -> None:
    entries = entries_of(real_year)[:96]
    faulty, mended = [{"prices": list(entries)} for _ in range(2)]
    faulty["prices"][5] = entries[5] | {"value": 999.0}
    await hand.send(mended)
    right = await hand.stored()
    await hand.clear()
    await hand.send(faulty)
    assert await hand.stored() != right
    await hand.send(mended)
    await hand.send(faulty)
    assert await hand.stored() == right


async def test_an_acknowledgement_changes_nothing(hand: Hand, database: Database, shared_data: Path) -> None:
    await hand.send(shared_data / "spot" / "elering_today_prices_sample.json")
    before = await hand.stored()
    with pytest.raises(FileRefused, match="No matching data found"):
        await hand.send(shared_data / "entsoe" / "hexagon_acknowledgement_invalidrequest.xml")
    assert await hand.stored() == before
    assert len(await database.fetch("SELECT id FROM import_ledger")) == 1


async def test_real_belgian_prices(hand: Hand, shared_data: Path) -> None:
    summary = await hand.send(shared_data / "entsoe" / "BE_60M_15M_mix.xml", BELGIUM)
    assert (summary.prices, summary.gaps, summary.days_written) == (216, 0, 4)
    assert {row[0] for row in await hand.stored()} == {BELGIUM}


async def test_one_bad_entry_refuses_the_whole_file(hand: Hand) -> None:
    entries = [{"date": f"2026-01-12T{hour:02}:00Z", "value": hour} for hour in range(20)]
    entries[13]["value"] = "13"
    with pytest.raises(FileRefused) as refusal:
        await hand.send({"prices": entries})
    assert refusal.value.place == "entry 14 of 'prices'"
    assert await hand.stored() == []


async def test_gaps_are_counted_in_quarters(hand: Hand) -> None:
    entries = [{"date": f"2026-01-12T{hour:02}:00Z", "value": 1} for hour in (0, 1, 4, 5)]
    assert (await hand.send({"prices": entries})).gaps == 8
