"""The JSON of Elering, and of sahkotin and liukuri."""

import json
from pathlib import Path
from typing import Any

import pytest

from omavirta.errors import FileRefused
from omavirta.prices.readers import LARGEST_FILE_BYTES, read_prices


def sahkotin(*entries: Any) -> bytes:
    return json.dumps({"prices": [{"date": date, "value": value} for date, value in entries]}).encode()


def elering(**areas: list[tuple[int, float]]) -> bytes:
    data = {area: [{"timestamp": at, "price": price} for at, price in rows] for area, rows in areas.items()}
    return json.dumps({"success": True, "data": data}).encode()


def test_hours_cover_four_quarters_and_quarters_one() -> None:
    hours = read_prices(sahkotin(("2024-12-31T22:00:00.000Z", 4), ("2024-12-31T23:00:00.000Z", 5)), "FI")
    assert hours.prices.tolist() == [400_000] * 4 + [500_000] * 4
    assert hours.of_hours.all()
    quarters = read_prices(sahkotin(("2025-12-31T22:00:00Z", 4), ("2025-12-31T22:15:00Z", 5)), "FI")
    assert quarters.prices.tolist() == [400_000, 500_000]
    assert not quarters.of_hours.any()


def test_one_file_may_turn_from_hours_to_quarters() -> None:
    found = read_prices(
        sahkotin(("2025-09-30T21:00Z", 1), ("2025-09-30T22:00Z", 2), ("2025-09-30T22:15Z", 3)), "FI"
    )
    assert found.prices.tolist() == [100_000] * 4 + [200_000, 300_000]


def test_a_quarter_that_ends_the_file_is_not_taken_for_an_hour() -> None:
    found = read_prices(sahkotin(("2025-12-31T21:45Z", 1), ("2025-12-31T22:00Z", 2)), "FI")
    assert found.prices.tolist() == [100_000, 200_000]


def test_null_is_a_gap_and_never_zero() -> None:
    found = read_prices(
        sahkotin(("2025-12-31T22:00Z", 1), ("2025-12-31T22:15Z", None), ("2025-12-31T22:30Z", 0)), "FI"
    )
    assert found.prices.tolist() == [100_000, 0]
    assert found.entry_count == 2


def test_numbers_are_exact() -> None:
    content = b'{"prices":[{"date":"2025-12-31T22:00Z","value":0.07},{"date":"2025-12-31T22:15Z","value":-1.23457}]}'
    assert read_prices(content, "FI").prices.tolist() == [7_000, -123_457]


def test_elering_keeps_areas_apart() -> None:
    content = elering(fi=[(1787356800, 88.33), (1787357700, 1.5)], ee=[(1787356800, 2)])
    assert read_prices(content, "FI").prices.tolist() == [8_833_000, 150_000]
    assert read_prices(content, "EE").prices.tolist() == [200_000]
    with pytest.raises(FileRefused, match="EE, FI, not of LV"):
        read_prices(content, "LV")


def test_a_failed_request_of_elering_is_refused() -> None:
    with pytest.raises(FileRefused, match="failed"):
        read_prices(b'{"success":false,"data":null}', "FI")


@pytest.mark.parametrize(
    ("content", "reason", "place"),
    [
        (
            sahkotin(("2025-12-31T22:00Z", 1), ("2025-12-31T22:15Z", "1")),
            "not a number",
            "entry 2 of 'prices'",
        ),
        (sahkotin(("2025-12-31T22:00Z", True)), "not a number", "entry 1 of 'prices'"),
        (sahkotin(("2025-12-31T22:00Z", 1.000001)), "more than 5 decimals", "entry 1 of 'prices'"),
        (sahkotin(("2025-12-31T22:00Z", 1e300)), "beyond any market", "entry 1 of 'prices'"),
        (sahkotin(("2025-12-31T22:00", 1)), "zone", "entry 1 of 'prices'"),
        (sahkotin(("2025-02-31T22:00Z", 1)), "not a time", "entry 1 of 'prices'"),
        (sahkotin((7, 1)), "not a time", "entry 1 of 'prices'"),
        (sahkotin(("2025-12-31T22:01Z", 1)), "start of a quarter-hour", "entry 1 of 'prices'"),
        (sahkotin(("0001-12-31T22:00Z", 1)), "year 1", "entry 1 of 'prices'"),
        (sahkotin(("2025-12-31T22:00Z", 1), ("2025-12-31T22:00Z", 2)), "disagrees", "entry 2 of 'prices'"),
        (b'{"prices":[1]}', "a 'date' and a 'value'", "entry 1 of 'prices'"),
        (b'{"prices":[]}', "no price of FI", None),
        (b'{"prices":[{"date":"2025-12-31T22:00Z","value":NaN}]}', "not JSON that a price service", None),
        (b'{"prices":[\n{"date":"2025', "cut short", "line 2"),
        (b'{"a":1}', "another kind", None),
        (b"[1]", "another kind", None),
        (b'{"prices":' + b"[" * 100_000, "not JSON that a price service", None),
        (
            b'{"success":true,"data":{"fi":[{"timestamp":1e30,"price":1}]}}',
            "not a time in seconds",
            "entry 1 of 'fi'",
        ),
        (elering(fi=[(10**30, 1)]), "outside any calendar", "entry 1 of 'fi'"),
        (elering(fi=[(1787356801, 1)]), "start of a quarter-hour", "entry 1 of 'fi'"),
        (b"", "empty", None),
        (b"\xef\xbb\xbf \n", "empty", None),
        (b"Ajankohta;Hinta\n1.1.2025;4,01\n", "neither XML nor JSON", None),
        (bytes(range(1, 256)), "neither XML nor JSON", None),
        (b'{"prices":["\xff"]}', "not JSON that a price service", None),
        (b" " * (LARGEST_FILE_BYTES + 1), "larger than 32 MB", None),
    ],
)
def test_what_cannot_be_right_is_refused_with_place_and_reason(
    content: bytes, reason: str, place: str | None
) -> None:
    with pytest.raises(FileRefused) as refusal:
        read_prices(content, "FI")
    assert reason in refusal.value.reason
    assert refusal.value.place == place


def test_a_real_answer_of_elering(shared_data: Path) -> None:
    content = (shared_data / "spot" / "elering_today_prices_sample.json").read_bytes()
    found = read_prices(content, "FI")
    assert (found.entry_count, found.prices[:2].tolist()) == (88, [8_715_000, 8_783_000])
    assert read_prices(content, "EE").prices[0] == 8_833_000


def test_a_real_year_of_quarter_prices(shared_data: Path) -> None:
    content = (shared_data / "spot" / "liukuri_2025-jan-oct-quarter-prices.json").read_bytes()
    found = read_prices(content, "FI")
    assert (found.entry_count, found.negative_count) == (26_400, 1_652)
    assert len(found.quarters) == 26_400
