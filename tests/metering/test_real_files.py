"""Real exports of real homes, where they lie beside the checkout: every number is known."""

from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np
import pytest

from omavirta.clock import system_clock
from omavirta.errors import FileRefused
from omavirta.metering.block import decode_blocks, known_slots
from omavirta.metering.calendar import Resolution, day_number
from omavirta.metering.importing import ConsumptionSummary, import_consumption_file
from omavirta.metering.quality import Quality
from omavirta.metering.reading import Series, SeriesDays, read_blocks, read_delivered_until, read_totals
from omavirta.metering.series import EnergySeries, View, from_blocks, from_totals
from omavirta.storage.database import Database
from support.consumption_table import all_days, all_values
from support.factory import World
from support.readings import GSRN, OTHER_GSRN

pytestmark = pytest.mark.anyio


@pytest.fixture
async def home(database: Database) -> Database:
    world = await World(database).start()
    await world.point(gsrn=GSRN)
    await world.point(gsrn=OTHER_GSRN)
    return database


async def take(home: Database, path: Path, gsrn: str | None = GSRN) -> ConsumptionSummary:
    return await import_consumption_file(home, path, system_clock, metering_point=gsrn)


async def view(
    home: Database, resolution: Resolution, first: date, last: date, gsrn: str = GSRN
) -> EnergySeries:
    rows = await home.fetch("SELECT id FROM metering_point WHERE gsrn = $1", gsrn)
    point = next(iter(await read_delivered_until(home, [rows[0][0]], Series.CONSUMPTION)))
    until = (await read_delivered_until(home, [point], Series.CONSUMPTION))[point]
    period = day_number(first), day_number(last)
    asked = View(*period, resolution, until)
    days = SeriesDays(point, Series.CONSUMPTION, (period,))
    if resolution in (Resolution.HOUR, Resolution.QUARTER_HOUR):
        return from_blocks(asked, (await read_blocks(home, [days]))[0])
    return from_totals(asked, (await read_totals(home, [days]))[0])


async def test_ten_months_of_hours(home: Database, shared_data: Path) -> None:
    summary = await take(home, shared_data / "fingrid_datahub/consumption.csv")

    assert (summary.rows, summary.values, summary.gaps) == (6909, 6909, 0)
    assert summary.energy_micro_kwh == 6_566_010_000
    assert summary.period_start == datetime(2022, 1, 1, tzinfo=UTC)
    assert summary.period_end == datetime(2022, 10, 15, 21, tzinfo=UTC)
    for resolution in Resolution:
        series = await view(home, resolution, date(2022, 1, 1), date(2023, 1, 1))
        assert series.total_kwh == 6566.01
    hours = await view(home, Resolution.HOUR, date(2022, 1, 1), date(2022, 10, 17))
    # The file starts at midnight UTC, two hours into the local day, and ends as the local day does.
    assert hours.quality_names()[:3] == ["MISSING", "MISSING", "MEASURED"]
    assert Counter(hours.quality_names()) == {"MEASURED": 6909, "MISSING": 2, "PENDING": 24}


async def test_nine_months_of_quarters(home: Database, shared_data: Path) -> None:
    summary = await take(home, shared_data / "fingrid_datahub/consumption-test.csv")

    assert (summary.rows, summary.values, summary.gaps) == (26_204, 26_204, 0)
    assert (summary.days_written, summary.energy_micro_kwh) == (273, 9_057_930_000)
    days = await all_days(home)
    counts = {row[1]: int(decode_blocks([row[7]]).slot_counts[0]) for row in days}
    spring = day_number(date(2025, 3, 30))
    assert counts.pop(spring) == 92
    assert set(counts.values()) == {96}
    assert sum(len(row[7]) for row in days) / 26_204 < 1.1
    months = await view(home, Resolution.MONTH, date(2025, 1, 1), date(2025, 10, 1))
    quarters = await view(home, Resolution.QUARTER_HOUR, date(2025, 1, 1), date(2025, 10, 1))
    assert months.total_kwh == quarters.total_kwh == 9057.93
    assert len(quarters.energy_kwh()) == 26_204
    assert quarters.quality_names() == ["MEASURED"] * 26_204


async def test_gaps_stay_gaps(home: Database, shared_data: Path) -> None:
    summary = await take(home, shared_data / "fingrid_datahub/15min-interval-error-at-15min.csv")

    assert (summary.rows, summary.values, summary.gaps) == (468, 459, 9)
    assert summary.energy_micro_kwh == 135_320_000
    quarters = await view(home, Resolution.QUARTER_HOUR, date(2023, 9, 17), date(2023, 9, 23))
    energies = quarters.energy_kwh()
    assert quarters.total_kwh == 135.32
    assert sum(energy is not None for energy in energies) == 459
    # 12 quarters of the first local day lie before the file, and the last day ends 96 quarters after the file does.
    names = Counter(quarters.quality_names())
    assert names == {"MEASURED": 459, "MISSING": 9 + 12, "PENDING": 96}
    assert quarters.quality is Quality.PARTIALLY_MISSING


async def test_a_file_with_nearly_nothing(home: Database, shared_data: Path) -> None:
    summary = await take(home, shared_data / "fingrid_datahub/consumption-with-null-only.csv")

    assert (summary.rows, summary.values, summary.energy_micro_kwh) == (10, 1, 1_150_000)


async def test_nine_files_of_the_network_company_say_the_same(home: Database, shared_data: Path) -> None:
    await take(home, shared_data / "fingrid_datahub/consumption.csv")
    rows = absent = 0
    for path in sorted((shared_data / "caruna").glob("*.csv")):
        summary = await take(home, path, OTHER_GSRN)
        rows += summary.rows
        absent += summary.gaps
        assert summary.rows - summary.values == summary.gaps
        if "3.2022" in path.name:
            assert summary.rows == 743
    assert absent == 144

    period = date(2022, 1, 1), date(2022, 10, 1)
    datahub = await view(home, Resolution.HOUR, *period)
    caruna = await view(home, Resolution.HOUR, *period, OTHER_GSRN)
    both = known_slots(datahub.quality_codes) & known_slots(caruna.quality_codes)
    assert int(both.sum()) == 6405
    assert np.array_equal(datahub.energy_micro_kwh[both], caruna.energy_micro_kwh[both])
    assert rows == len(datahub.energy_micro_kwh) == 6405 + 144 + 2


async def test_the_network_companys_files_add_only_what_was_absent(home: Database, shared_data: Path) -> None:
    await take(home, shared_data / "fingrid_datahub/consumption.csv")
    before = {row[1]: row for row in await all_values(home)}

    written = [
        (await take(home, path)).days_written for path in sorted((shared_data / "caruna").glob("*.csv"))
    ]

    after = {row[1]: row for row in await all_values(home)}
    changed = [day for day in after if after[day] != before.get(day)]
    # Datahub's file begins two hours into the first local day: those two hours are new.
    assert changed == [day_number(date(2022, 1, 1))]
    assert sum(written) == 1


async def test_a_file_that_a_spreadsheet_has_spoilt(home: Database, shared_data: Path) -> None:
    path = shared_data / "fingrid_datahub/error-consumption.csv"

    with pytest.raises(FileRefused, match=r"the metering point id is lost.*spreadsheet.*--metering-point"):
        await take(home, path, None)
    assert await all_days(home) == []

    summary = await take(home, path)
    assert (summary.rows, summary.values, summary.energy_micro_kwh) == (2208, 2192, 1_827_920_000)


async def test_every_file_again_changes_nothing(home: Database, shared_data: Path) -> None:
    paths = [
        *sorted((shared_data / "fingrid_datahub").glob("*.csv")),
        *sorted((shared_data / "caruna").glob("*")),
    ]
    for path in paths:
        await take(home, path)
    before = await all_days(home)

    again = [await take(home, path) for path in reversed(paths)]

    assert [summary.days_written for summary in again] == [0] * len(paths)
    assert await all_days(home) == before
