"""Caruna's CSV: local time without a zone, and sentences for absence."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from omavirta.errors import FileRefused
from omavirta.metering.quality import ABSENT, Quality
from omavirta.metering.reading import Series
from support.readings import CARUNA_HEADER, GSRN, NO_DATA, opened, rows_of, write


def line(time: str, consumption: str = "1,34", production: str = NO_DATA) -> str:
    return f'"{time}";"{consumption}";"{production}";"-0,80"'


def file(folder: Path, *lines: str) -> Path:
    return write(folder, lines, CARUNA_HEADER)


def starts(path: Path) -> list[str]:
    return [
        f"{datetime.fromtimestamp(values[2] * 900, UTC):%d %H:%M}Z" for values in rows_of(opened(path, GSRN))
    ]


def test_hours_in_local_time(tmp_path: Path) -> None:
    path = file(tmp_path, line("lauantai 1.1.2022 00:00"), line("lauantai 1.1.2022 01:00", "0,00"))

    quarter = int(datetime(2021, 12, 31, 22, tzinfo=UTC).timestamp()) // 900
    assert rows_of(opened(path, GSRN)) == [
        (2, int(GSRN), quarter, 60, 1_340_000, Quality.MEASURED),
        (3, int(GSRN), quarter + 4, 60, 0, Quality.MEASURED),
    ]


def test_a_sentence_delivers_nothing(tmp_path: Path) -> None:
    path = file(tmp_path, line("lauantai 1.1.2022 00:00", NO_DATA, "0,20"))

    assert rows_of(opened(path, GSRN))[0][4:] == (0, ABSENT)
    assert rows_of(opened(path, GSRN, Series.PRODUCTION))[0][4:] == (200_000, Quality.MEASURED)


def test_the_repeated_autumn_hour_is_told_by_the_order(tmp_path: Path) -> None:
    hours = ["02:00", "03:00", "03:00", "04:00"]
    expected = ["29 23:00Z", "30 00:00Z", "30 01:00Z", "30 02:00Z"]

    forth = file(tmp_path, *(line(f"sunnuntai 30.10.2022 {hour}") for hour in hours))
    assert starts(forth) == expected
    back = file(tmp_path, *(line(f"sunnuntai 30.10.2022 {hour}") for hour in reversed(hours)))
    assert starts(back) == expected[::-1]


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (line("sunnuntai 27.3.2022 03:00"), "the clocks were put forward"),
        (line("perjantai 1.1.2022 00:00"), "was not a perjantai but a lauantai"),
        (line("tiistai 30.2.2022 00:00"), "not a time of a calendar day"),
        (line("2022-01-01 00:00"), "not a time like"),
        (line("lauantai 1.1.2022 00:15"), "not the start of an hour"),
        (line("lauantai 1.1.2022 00:00", "x"), "not an amount"),
        ('"lauantai 1.1.2022 00:00";"1,34"', "2 fields where the first line names 4"),
    ],
)
def test_a_broken_line_is_named(tmp_path: Path, broken: str, reason: str) -> None:
    with pytest.raises(FileRefused) as refusal:
        rows_of(opened(file(tmp_path, line("perjantai 31.12.2021 23:00"), broken), GSRN))

    assert reason in refusal.value.reason
    assert refusal.value.place == "line 3"


def test_the_metering_point_must_be_given(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="does not name its metering point: say with --metering-point"):
        opened(file(tmp_path, line("lauantai 1.1.2022 00:00")))


def test_a_file_without_the_series_asked_for(tmp_path: Path) -> None:
    path = write(tmp_path, [], CARUNA_HEADER.replace('"Ylijäämätuotanto (kWh)";', ""))

    with pytest.raises(FileRefused, match="no column 'ylijäämätuotanto"):
        opened(path, GSRN, Series.PRODUCTION)
