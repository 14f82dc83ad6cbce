"""Reference numbers: Finance Finland's guide of the Finnish reference, and ISO 11649."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omavirta.billing.references import (
    InvalidReference,
    finnish_body,
    finnish_reference,
    grouped,
    grouped_reference,
    is_reference,
    parse_reference,
    rf_reference,
)


@pytest.mark.parametrize(
    "reference",
    [
        "1234561",
        "2348236",
        "1511890656",
        "559582243294671",
        "3222190631525115",
        "1232",
        "77584747906474893225",
        "20261100017",
        "12345678901234567894",
    ],
)
def test_a_right_reference_number_is_taken_as_it_is(reference: str) -> None:
    assert parse_reference(reference) == reference


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("01030100067175800018", "1030100067175800018"),
        ("00000000020261100017", "20261100017"),
        ("12 34561", "1234561"),
        ("rf34 1234 561", "RF341234561"),
        ("RF340000001234561", "RF341234561"),
        ("RF97C2H5OH", "RF97C2H5OH"),
    ],
)
def test_zeros_before_it_spaces_and_small_letters_do_not_matter(written: str, kept: str) -> None:
    assert parse_reference(written) == kept


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ("1234567", "should be 1"),
        ("123", "3 digits"),
        ("123456789012345678942", "21 digits"),
        ("RF351234561", "check digits"),
        ("RF", "check digits"),
        ("12345A1", "neither digits nor RF"),
        ("١٢٣٤٥٦١", "neither digits nor RF"),  # Arabic-Indic digits: `isdigit` alone would take them
        ("", "neither digits nor RF"),
        ("0000", "neither digits nor RF"),
    ],
)
def test_a_wrong_one_is_refused_with_the_reason(wrong: str, why: str) -> None:
    with pytest.raises(InvalidReference, match=why):
        parse_reference(wrong)
    assert not is_reference(wrong)


@pytest.mark.parametrize(
    ("body", "reference"),
    [
        ("123456", "1234561"),
        ("617367284", "6173672848"),
        ("2026110001", "20261100017"),
        ("1234567890123456789", "12345678901234567894"),
    ],
)
def test_a_reference_number_is_made_of_digits(body: str, reference: str) -> None:
    assert finnish_reference(body) == reference


@pytest.mark.parametrize("body", ["12", "12345678901234567890", "12a", ""])
def test_no_reference_number_is_made_of_too_few_or_many(body: str) -> None:
    with pytest.raises(InvalidReference):
        finnish_reference(body)


@pytest.mark.parametrize(
    ("finnish", "rf"),
    [
        ("1234561", "RF341234561"),
        ("2348236", "RF332348236"),
        ("1511890656", "RF601511890656"),
        ("11112", "RF9811112"),
        ("868516259619897", "RF09868516259619897"),
        ("20261100017", "RF4320261100017"),
    ],
)
def test_a_finnish_reference_as_rf_and_back(finnish: str, rf: str) -> None:
    assert rf_reference(finnish) == rf
    assert rf_reference(rf) == rf
    assert finnish_body(rf) == finnish_body(finnish) == finnish


def test_an_rf_reference_of_another_kind_holds_no_finnish_one() -> None:
    assert finnish_body("RF97C2H5OH") is None
    assert rf_reference("nothing") is None


@pytest.mark.parametrize(
    ("reference", "printed"),
    [
        ("1511890656", "15118 90656"),
        ("1030100067175800018", "1030 10006 71758 00018"),
        ("1234561", "12 34561"),
        ("2348236", "23 48236"),
        ("12345", "12345"),
        ("RF4320261100017", "RF43 2026 1100 017"),
    ],
)
def test_references_are_printed_in_groups(reference: str, printed: str) -> None:
    assert grouped_reference(reference) == printed


def test_account_numbers_are_printed_in_fours() -> None:
    assert grouped("FI2112345600000785") == "FI21 1234 5600 0007 85"


@given(st.integers(min_value=100, max_value=10**19 - 1))
def test_what_is_made_is_valid_as_both_and_no_digit_can_be_mistaken(body: int) -> None:
    reference = finnish_reference(str(body))
    assert parse_reference(reference) == reference
    rf = rf_reference(reference)
    assert rf is not None
    assert parse_reference(rf) == rf
    for position in range(1, len(reference)):
        mistaken = reference[:position] + str((int(reference[position]) + 1) % 10) + reference[position + 1 :]
        assert not is_reference(mistaken)
