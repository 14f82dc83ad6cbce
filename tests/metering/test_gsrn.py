import pytest

from omavirta.metering.gsrn import GsrnError, is_finnish, parse_gsrn


@pytest.mark.parametrize(
    "text",
    [
        "643006966022791278",
        "640102010000532598",
        "640102010005902686",
        "645823734848458216",
        "643007127123456780",
        "643007127000000013",
    ],
)
def test_metering_point_ids_with_the_right_check_digit(text: str) -> None:
    assert parse_gsrn(f" {text[:6]} {text[6:]}\n") == text
    assert is_finnish(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("707057500022939823", "last digit"),
        ("643007127123456781", "last digit"),
        ("6,43007E+17", "digits only"),
        ("0", "this one has 1"),
        ("", "digits only"),
        ("٦٤٣٠٠٧١٢٧١٢٣٤٥٦٧٨٠", "digits only"),
    ],
)
def test_other_texts_say_what_is_wrong(text: str, reason: str) -> None:
    with pytest.raises(GsrnError, match=reason):
        parse_gsrn(text)


def test_a_foreign_prefix_is_said_and_not_refused() -> None:
    assert not is_finnish(parse_gsrn("707057500022939822"))
