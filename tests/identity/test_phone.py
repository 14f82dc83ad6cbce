import pytest

from omavirta.identity.phone import as_phone


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("+358 40 123 4567", "+358401234567"),
        ("+358401234567", "+358401234567"),
        ("00358 40 1234567", "+358401234567"),
        ("040-123 4567", "+358401234567"),
        ("(09) 4245 0100", "+358942450100"),
        ("+46 8 123 456 78", "+46812345678"),
    ],
)
def test_numbers_are_kept_with_their_country(text: str, kept: str) -> None:
    assert as_phone(text) == kept


@pytest.mark.parametrize(
    "text",
    ["", "+", "123456", "401234567", "+0401234567", "+358", "+3584012345678901", "soita", "+358 40 ١٢٣٤٥٦٧"],
)
def test_other_texts_are_no_numbers(text: str) -> None:
    assert as_phone(text) is None
