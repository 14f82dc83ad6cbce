"""Oma Datahub's CSV in all the shapes it comes in, and what is refused, with the line and the reason."""

from datetime import datetime
from pathlib import Path

import pytest

from omavirta.errors import FileRefused
from omavirta.metering.quality import Quality
from support.readings import (
    GSRN,
    HEADER_EN,
    HEADER_FI,
    HEADER_FI_OLD,
    OTHER_GSRN,
    opened,
    quarters,
    row,
    rows_of,
    write,
)

START = "2026-01-05T22:00:00Z"
QUARTER = int(datetime.fromisoformat(START).timestamp()) // 900


def test_a_row_is_an_interval_in_utc(tmp_path: Path) -> None:
    path = write(
        tmp_path, [row(START, "2,126000"), row("2026-01-05T23:00:00Z", "-0,000001", resolution="PT1H")]
    )

    assert rows_of(opened(path)) == [
        (2, int(GSRN), QUARTER, 15, 2_126_000, Quality.MEASURED),
        (3, int(GSRN), QUARTER + 4, 60, -1, Quality.MEASURED),
    ]


@pytest.mark.parametrize("quantity", ["1,5", "1.5", "1,500000", "+1.50", " 1,5 "])
def test_decimal_comma_and_dot(tmp_path: Path, quantity: str) -> None:
    assert rows_of(opened(write(tmp_path, [row(START, quantity)])))[0][4] == 1_500_000


@pytest.mark.parametrize("start", [START, "2026-01-05T22:00:00+00:00", "2026-01-06T00:00:00+02:00"])
def test_zones_of_moments(tmp_path: Path, start: str) -> None:
    assert rows_of(opened(write(tmp_path, [row(start)])))[0][2] == QUARTER


def test_columns_are_found_by_their_names(tmp_path: Path) -> None:
    names = HEADER_EN.split(";")
    fields = row(START, "1,25").split(";")
    header, line = (";".join(reversed(part)) for part in (names, fields))
    expected = [(2, int(GSRN), QUARTER, 15, 1_250_000, Quality.MEASURED)]

    assert rows_of(opened(write(tmp_path, [line], header))) == expected
    assert rows_of(opened(write(tmp_path, [row(START, "1,25")], HEADER_EN))) == expected


def test_the_layout_of_2022_has_seven_columns(tmp_path: Path) -> None:
    line = row(START, "1,56", resolution="PT1H").replace("BN01;", "")

    assert rows_of(opened(write(tmp_path, [line], HEADER_FI_OLD)))[0][3:5] == (60, 1_560_000)


@pytest.mark.parametrize(
    ("quantity", "quality"), [("null", "MISSING"), ("null", "OK"), ("", "MISSING"), ("0,000000", "NONE")]
)
def test_a_missing_value_is_a_gap_and_never_zero(tmp_path: Path, quantity: str, quality: str) -> None:
    assert rows_of(opened(write(tmp_path, [row(START, quantity, quality)])))[0][4:] == (0, Quality.MISSING)


@pytest.mark.parametrize(
    ("code", "quality"),
    [
        ("OK", Quality.MEASURED),
        ("EST", Quality.ESTIMATED),
        ("UNCERTAIN", Quality.UNCERTAIN),
        ("PMISSING", Quality.PARTIALLY_MISSING),
        ("REVISED", Quality.REVISED),
        ("CALC", Quality.CALCULATED),
        ("E21", Quality.TEMPORARY),
        ("E56", Quality.ESTIMATED_ACCEPTED),
    ],
)
def test_qualities(tmp_path: Path, code: str, quality: Quality) -> None:
    assert rows_of(opened(write(tmp_path, [row(START, quality=code)])))[0][5] == quality


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("last", ["", "\n", "\n\n"])
def test_encodings_and_line_ends(tmp_path: Path, ending: str, encoding: str, last: str) -> None:
    path = tmp_path / "readings.csv"
    text = "\n".join([HEADER_FI, *quarters(START, ["1,0", "2,0"])]) + last
    path.write_bytes(text.replace("\n", ending).encode(encoding))

    assert [values[4] for values in rows_of(opened(path))] == [1_000_000, 2_000_000]


def test_quoted_fields(tmp_path: Path) -> None:
    line = ";".join(f'"{field}"' for field in row(START, "1,25").split(";"))

    assert (
        rows_of(opened(write(tmp_path, [line, row(START, "1,25")])))[0][1:]
        == rows_of(opened(write(tmp_path, [row(START, "1,25")])))[0][1:]
    )


@pytest.mark.parametrize("lost", ["", "0", "6,43007E+17", "6.43E+17", "643007127000000010"])
def test_a_lost_id_is_taken_from_the_caller(tmp_path: Path, lost: str) -> None:
    path = write(tmp_path, [row(START, gsrn=lost, product="8,71687E+12" if "E" in lost else "")])

    assert rows_of(opened(path, OTHER_GSRN))[0][1] == int(OTHER_GSRN)
    with pytest.raises(FileRefused) as refusal:
        rows_of(opened(path))
    assert refusal.value.place == "line 2"


def test_an_id_that_a_spreadsheet_has_spoilt_says_what_to_do(tmp_path: Path) -> None:
    path = write(tmp_path, [row(START, gsrn="6,43007E+17")])

    with pytest.raises(
        FileRefused, match=r"a spreadsheet program has made 6,43007E\+17 of it.*download.*--metering-point"
    ):
        rows_of(opened(path))


def test_a_file_of_another_metering_point_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match=f"of metering point {GSRN}, not of {OTHER_GSRN}"):
        rows_of(opened(write(tmp_path, [row(START)]), OTHER_GSRN))


BROKEN = [
    (row(START, product="8716867000047", unit="kVArh"), "reactive energy"),
    (row(START, product="8716867000047"), "reactive energy"),
    (row(START, unit="kVArh", product=""), "reactive energy"),
    (row(START, unit="MWh"), "the unit is 'mwh'"),
    (row(START, product="123"), "the product is '123'"),
    (row(START, resolution="P1D"), "the resolution is 'P1D'"),
    (row(START, quality="GOOD"), "the quality 'GOOD'"),
    (row(START, "1,2345678"), "'1,2345678' is not an amount"),
    (row(START, "1 234,5"), "'1 234,5' is not an amount"),
    (row(START, "nan"), "'nan' is not an amount"),
    (row(START, "٣"), "is not an amount"),
    (row(START, ""), "the amount is empty"),
    (row(START, "1,0", "MISSING"), "the quality says that the value is missing"),
    (row("2026-02-30T22:00:00Z"), "is not a moment of a calendar day"),
    (row("2026-01-05T22:00:00"), "has no time zone"),
    (row("2026-01-05T22:05:00Z"), "is not the start of a quarter-hour"),
    (row("2026-01-05T22:15:00Z", resolution="PT1H"), "is not the start of an hour"),
    (row("1026-01-05T22:00:00Z"), "is not in this century"),
    (row(START, gsrn="643007127000000010"), "is not a metering point id: the last digit"),
    (row(START) + ";1", "9 fields where the first line names 8"),
    (row(START)[:-9], "7 fields where the first line names 8: it is broken or cut off"),
    ("hello", "1 fields where"),
]


@pytest.mark.parametrize(("line", "reason"), BROKEN)
def test_a_broken_line_in_the_middle_is_named(tmp_path: Path, line: str, reason: str) -> None:
    good = quarters("2026-01-06T22:00:00Z", ["0,25"] * 30_000)
    path = write(tmp_path, [*good[:25_000], line, *good[25_000:]])

    with pytest.raises(FileRefused) as refusal:
        rows_of(opened(path))

    assert reason in refusal.value.reason
    assert refusal.value.place == "line 25002"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the file is empty"),
        (b"\xef\xbb\xbf\r\n\n", "the file is empty"),
        (b"PK\x03\x04 and so on", "workbook"),
        (b"%PDF-1.7", "PDF"),
        (b"\x1f\x8b\x08", "compressed"),
        (HEADER_FI.encode("utf-16"), "UTF-16"),
        (b"\x7fELF\x00\x01\x02", "not a text file"),
        (b"a;b;c\n1;2;3\n", "of no layout that is known"),
        (b"x" * 3_000_000, "of no layout that is known"),
        (HEADER_FI.replace(";", ",").encode() + b"\n", "of no layout that is known"),
        ((HEADER_FI + ";Laatu\n").encode(), "stands in the file twice"),
        ((HEADER_FI + "\n").encode() + b"x" * 3_000_000, "far too long"),
        ((HEADER_FI + "\n").encode() + b"\xff\xff\n", "no text"),
        ((HEADER_FI + "\n" + row(START) + "\n").encode() + b"\x81\n", "no text"),
    ],
)
def test_files_that_are_none_of_readings(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "readings.csv"
    path.write_bytes(content)

    with pytest.raises(FileRefused, match=reason):
        rows_of(opened(path))


def test_a_file_may_be_read_twice(tmp_path: Path) -> None:
    reader = opened(write(tmp_path, quarters(START, ["0,25"] * 3)))

    assert rows_of(reader) == rows_of(reader)


def test_the_watcher_sees_every_byte(tmp_path: Path) -> None:
    path = write(tmp_path, quarters(START, ["0,25"] * 40_000))
    seen: list[bytes] = []

    for _ in opened(path).readings(seen.append):
        pass

    assert b"".join(seen) == path.read_bytes()
    assert len(seen) > 1
