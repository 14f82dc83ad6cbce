"""ENTSO-E's A44 documents."""

from pathlib import Path

import pytest

from omavirta.errors import FileRefused
from omavirta.prices.readers import read_prices
from support.price_documents import FINLAND, HOUR, TWO_HOURS, a44, period, series

BELGIUM = "10YBE----------2"


def prices_of(content: bytes, area: str = "FI") -> list[float]:
    return [price / 10**5 for price in read_prices(content, area).prices.tolist()]


def test_a_position_that_is_left_out_repeats_the_one_before_to_the_periods_end() -> None:
    content = a44(series([period(*TWO_HOURS, "PT15M", {1: "10.5", 3: "-2", 4: "0.01"})]))
    assert prices_of(content) == [10.5, 10.5, -2, 0.01, 0.01, 0.01, 0.01, 0.01]


def test_a_curve_of_every_position_carries_nothing_forward() -> None:
    content = a44(series([period(*HOUR, "PT15M", {1: "1", 4: "4"})], curve="A01"))
    assert prices_of(content) == [1, 4]


@pytest.mark.parametrize("hour_first", [True, False])
@pytest.mark.parametrize("hour_resolution", ["PT60M", "PT1H"])
def test_where_hours_and_quarters_overlap_the_finer_wins(hour_first: bool, hour_resolution: str) -> None:
    hours = series([period(*TWO_HOURS, hour_resolution, {1: "50", 2: "60"})])
    quarters = series([period(*HOUR, "PT15M", {1: "1", 2: "2", 3: "3", 4: "4"})])
    content = a44(*([hours, quarters] if hour_first else [quarters, hours]))
    assert prices_of(content) == [1, 2, 3, 4, 60, 60, 60, 60]


@pytest.mark.parametrize("minor", [0, 3])
def test_both_versions_of_the_document_are_read(minor: int) -> None:
    namespace = f"urn:iec62325.351:tc57wg16:451-3:publicationdocument:7:{minor}"
    content = a44(series([period(*HOUR, "PT60M", {1: "7.25"})]), namespace=namespace)
    assert prices_of(content) == [7.25] * 4


def test_only_the_area_that_is_asked_for_is_taken() -> None:
    content = a44(
        series([period(*HOUR, "PT60M", {1: "1"})]), series([period(*HOUR, "PT60M", {1: "2"})], area=BELGIUM)
    )
    assert prices_of(content) == [1] * 4
    assert prices_of(content, BELGIUM) == [2] * 4


def test_a_document_without_the_area_says_which_it_has() -> None:
    content = a44(series([period(*HOUR, "PT60M", {1: "1"})], area=BELGIUM))
    with pytest.raises(FileRefused, match=f"{BELGIUM}, not of FI"):
        read_prices(content, "FI")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (a44(series([period(*HOUR, "PT60M", {1: "1"})]), kind="A25"), "type is A25"),
        (a44(series([period(*HOUR, "PT60M", {1: "1"})]), namespace="urn:other"), "version"),
        (a44(series([period(*HOUR, "PT60M", {1: "1"})], currency="SEK")), "SEK"),
        (a44(series([period(*HOUR, "PT60M", {1: "1"})], curve="A05")), "curve type A05"),
        (a44(series([period(*HOUR, "PT30M", {1: "1"})])), "PT30M"),
        (a44(series([period(*HOUR, "PT60M", {2: "1"})])), "after the period's end"),
        (a44(series([period(*HOUR, "PT15M", {2: "1"})])), "first price is missing"),
        (a44(series([period(*HOUR, "PT15M", {0: "1"})])), "not a position"),
        (a44(series([period(*HOUR, "PT60M", {1: "NaN"})])), "beyond any market"),
        (a44(series([period(*HOUR, "PT60M", {1: "1e99"})])), "beyond any market"),
        (a44(series([period(*HOUR, "PT60M", {1: "cheap"})])), "not a price"),
        (a44(series([period(*HOUR, "PT60M", {1: "1.000001"})])), "more than 5 decimals"),
        (a44(series([period("2026-01-10T22:10Z", HOUR[1], "PT15M", {1: "1"})])), "start of a quarter"),
        (a44(series([period("2026-01-10T22:00", HOUR[1], "PT15M", {1: "1"})])), "zone"),
        (a44(series([period("yesterday", HOUR[1], "PT15M", {1: "1"})])), "not a time"),
        (a44(series([period(HOUR[1], HOUR[0], "PT15M", {1: "1"})])), "not a number of"),
        (a44(), "no area"),
    ],
)
def test_what_cannot_be_right_is_refused_with_its_reason(content: bytes, reason: str) -> None:
    with pytest.raises(FileRefused) as refusal:
        read_prices(content, "FI")
    assert reason in refusal.value.reason


def test_a_refusal_names_the_line() -> None:
    content = a44(series([period(*HOUR, "PT15M", {1: "1", 2: "2", 3: "x"})]))
    with pytest.raises(FileRefused) as refusal:
        read_prices(content, "FI")
    assert refusal.value.place == f"line {content[: content.index(b'>x<')].count(10) + 1}"


def test_equally_fine_prices_that_disagree_are_refused() -> None:
    first = series([period(*HOUR, "PT15M", {1: "1"})])
    second = series([period(*HOUR, "PT15M", {1: "1", 3: "2"})])
    with pytest.raises(FileRefused, match="2026-01-10 22:30 UTC disagrees"):
        read_prices(a44(first, second), "FI")


ENTITIES = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
EXTERNAL = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
EXTERNAL_DTD = '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">'


@pytest.mark.parametrize("prologue", [ENTITIES, EXTERNAL, EXTERNAL_DTD])
@pytest.mark.parametrize("price", ["&a;", "1"])
def test_entities_and_references_to_elsewhere_are_refused(prologue: str, price: str) -> None:
    content = a44(series([period(*HOUR, "PT60M", {1: price})]), prologue=prologue)
    with pytest.raises(FileRefused) as refusal:
        read_prices(content, "FI")
    assert "root:" not in refusal.value.reason


def test_a_billion_laughs_are_not_laughed() -> None:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    prologue = f'<!DOCTYPE a [<!ENTITY l0 "ha">{levels}]>'
    with pytest.raises(FileRefused):
        read_prices(a44(series([period(*HOUR, "PT60M", {1: "&l11;"})]), prologue=prologue), "FI")


def test_a_truncated_document_is_refused() -> None:
    content = a44(series([period(*TWO_HOURS, "PT15M", {1: "1", 5: "2"})]))
    for length in range(100, len(content) - 1, 37):
        with pytest.raises(FileRefused, match="cut short"):
            read_prices(content[:length], "FI")


def test_xml_of_another_kind_is_refused() -> None:
    with pytest.raises(FileRefused, match="another kind"):
        read_prices(b"<html><body>Sign in</body></html>", "FI")


def test_an_acknowledgement_gives_its_reason(shared_data: Path) -> None:
    content = (shared_data / "entsoe" / "hexagon_acknowledgement_invalidrequest.xml").read_bytes()
    with pytest.raises(FileRefused, match=r"No matching data found \(code 999\)"):
        read_prices(content, "FI")


def test_real_belgian_prices_with_hours_and_quarters(shared_data: Path) -> None:
    found = read_prices((shared_data / "entsoe" / "BE_60M_15M_mix.xml").read_bytes(), BELGIUM)
    assert found.entry_count == 96 + 96 + 24
    assert (found.quarters[1:] - found.quarters[:-1] == 1).all()
    assert len(found.quarters) == 3 * 96
    prices = [price / 10**5 for price in found.prices.tolist()]
    # Positions 1 and 5 are there; 2 to 4 repeat the first.
    assert prices[:5] == [55.35, 55.35, 55.35, 55.35, 44.22]
    # The third day is hours.
    assert prices[192:200] == [64.98] * 4 + [57.86] * 4
    assert found.of_hours.tolist() == [False] * 192 + [True] * 96


def test_real_belgian_quarters(shared_data: Path) -> None:
    content = (shared_data / "entsoe" / "BE_15M_exact4.xml").read_bytes()
    assert prices_of(content, BELGIUM) == [55.35, 44.22, 40.32, 31.86]
    with pytest.raises(FileRefused, match=FINLAND):
        read_prices(content, "FI")
