"""Bank bar codes and QR codes against figures from the guides and from other implementations that agree with them."""

from datetime import date
from decimal import Decimal

import pytest

from omavirta.billing.payment import (
    MOST_QR_BYTES,
    PaymentData,
    bank_bar_code,
    code_128_check,
    code_128_widths,
    is_iban,
    qr_picture,
    qr_text,
)

# account, euros, reference, due date, the 54 digits, Code 128's check symbol
BAR_CODES = """
FI7944052020036082 4883.15   868516259619897          2010-06-12 479440520200360820048831500000000868516259619897100612 40
FI5810171000000122 482.99    559582243294671          2012-01-31 458101710000001220004829900000000559582243294671120131 55
FI0250004640001302 693.80    69875672083435364        2011-07-24 402500046400013020006938000000069875672083435364110724 14
FI1566010001530641 7444.54   7758474790647489         2019-12-19 415660100015306410074445400000007758474790647489191219 63
FI1680001400050267 935.85    78777679656628687        -          416800014000502670009358500000078777679656628687000000 30
FI7331313001000058 0.00      868624                   2013-08-09 473313130010000580000000000000000000000000868624130809 68
FI8333010001100775 150000.20 92125374252539897737     2016-05-25 483330100011007751500002000092125374252539897737160525 45
FI3936363002092492 1.03      590738390                2023-03-11 439363630020924920000010300000000000000590738390230311 9
FI9239390001003391 0.02      1357914                  2099-12-24 492393900010033910000000200000000000000001357914991224 30
FI7944052020036082 4883.15   RF09868516259619897      2010-06-12 579440520200360820048831509000000868516259619897100612 74
FI5810171000000122 482.99    RF06559582243294671      2012-01-31 558101710000001220004829906000000559582243294671120131 81
FI0250004640001302 693.80    RF61698756720839         2011-07-24 502500046400013020006938061000000000698756720839110724 34
FI1566010001530641 7444.54   RF847758474790647489     2019-12-19 515660100015306410074445484000007758474790647489191219 16
FI1680001400050267 935.85    RF6078777679656628687    -          516800014000502670009358560000078777679656628687000000 15
FI7331313001000058 0.00      RF10868624               2013-08-09 573313130010000580000000010000000000000000868624130809 91
FI8333010001100775 150000.20 RF7192125374252539897737 2016-05-25 583330100011007751500002071092125374252539897737160525 80
FI3936363002092492 1.03      RF66590738390            2023-03-11 539363630020924920000010366000000000000590738390230311 10
FI9239390001003391 0.02      RF951357914              2099-12-24 592393900010033910000000295000000000000001357914991224 33
FI2112345600000785 39.96     20261100017              2026-11-19 421123456000007850000399600000000000020261100017261119 19
FI2112345600000785 39.96     RF4320261100017          2026-11-19 521123456000007850000399643000000000020261100017261119 89
"""
PAYMENT = PaymentData(
    "Esimerkki Energia Oy",
    "FI2112345600000785",
    "NDEAFIHH",
    Decimal("39.96"),
    date(2026, 11, 19),
    "20261100017",
    None,
)


@pytest.mark.parametrize("line", BAR_CODES.strip().splitlines())
def test_the_bar_code_and_its_check_symbol(line: str) -> None:
    iban, euros, reference, due, digits, check = line.split()
    due_date = None if due == "-" else date.fromisoformat(due)
    assert bank_bar_code(iban, Decimal(euros), reference, due_date) == digits
    assert code_128_check(digits) == int(check)


@pytest.mark.parametrize("euros", ["1.10", "4.35", "19.99", "1.1", "0.07", "999999.99"])
def test_cents_are_never_those_of_floating_point(euros: str) -> None:
    digits = bank_bar_code("FI2112345600000785", Decimal(euros), "1232", None)
    assert digits is not None
    assert len(digits) == 54
    assert Decimal(digits[17:25]) / 100 == Decimal(euros)


@pytest.mark.parametrize("euros", ["1000000.00", "9999999999.99", "-1.00"])
def test_an_amount_that_does_not_fit_is_left_to_the_payer(euros: str) -> None:
    digits = bank_bar_code("FI2112345600000785", Decimal(euros), "1232", None)
    assert digits is not None
    assert digits[17:25] == "00000000"


@pytest.mark.parametrize(
    ("iban", "reference"),
    [
        ("SE4550000000058398257466", "1232"),
        ("FI2112345600000786", "1232"),
        ("FI2112345600000785", "RF97C2H5OH"),
    ],
)
def test_no_bar_code_for_what_it_cannot_say(iban: str, reference: str) -> None:
    assert bank_bar_code(iban, Decimal(1), reference, None) is None


def test_less_than_a_cent_is_a_fault_of_the_caller() -> None:
    with pytest.raises(ValueError, match="cents"):
        bank_bar_code("FI2112345600000785", Decimal("0.001"), "1232", None)


@pytest.mark.parametrize(
    "iban",
    [
        "FI2112345600000785",
        "FI3715903000000776",
        "FI7944052020036082",
        "FI5810171000000122",
        "FI1410093000123458",
        "FI9080002627761348",
    ],
)
def test_accounts(iban: str) -> None:
    assert is_iban(iban)
    assert not is_iban(iban[:-1] + str((int(iban[-1]) + 1) % 10))


def test_the_picture_is_code_128_c() -> None:
    digits = "458101710000001220004829900000000559582243294671120131"
    widths = code_128_widths(digits)
    # Start, 27 pairs and the check symbol have six elements in eleven modules each; stop has seven in thirteen.
    assert len(widths) == 29 * 6 + 7
    symbols = [tuple(widths[start : start + 6]) for start in range(0, 29 * 6, 6)]
    assert all(sum(symbol) == 11 for symbol in symbols)
    # In every symbol bars take an even number of modules, which is its parity (ISO/IEC 15417).
    assert all(sum(symbol[::2]) % 2 == 0 for symbol in symbols)
    assert symbols[0] == (2, 1, 1, 2, 3, 2)
    assert widths[-7:] == [2, 3, 3, 1, 1, 1, 2]


def test_all_pairs_have_patterns_of_their_own() -> None:
    patterns = {tuple(code_128_widths(f"{pair:02}")[6:12]) for pair in range(100)}
    assert len(patterns) == 100


def test_what_the_qr_code_says() -> None:
    expected = (
        "BCD\n001\n1\nSCT\nNDEAFIHH\nEsimerkki Energia Oy\nFI2112345600000785\nEUR39.96\n\nRF4320261100017\n\n"
        "ReqdExctnDt/2026-11-19"
    )
    assert qr_text(PAYMENT) == expected
    assert len(expected.encode()) == 112


def test_without_a_bank_it_is_the_second_version() -> None:
    assert qr_text(PAYMENT._replace(bic=None)).startswith("BCD\n002\n1\nSCT\n\nEsimerkki Energia Oy\n")


def test_a_long_name_is_cut_so_that_the_code_stays_within_bounds() -> None:
    text = qr_text(PAYMENT._replace(payee="Sähkö\n" + "⚡𝔼" * 100))
    assert len(text.encode()) <= MOST_QR_BYTES
    assert text.splitlines()[5].startswith("Sähkö ⚡𝔼")
    assert text.splitlines()[6] == "FI2112345600000785"


def test_the_pictures_path_draws_the_modules() -> None:
    picture = qr_picture(qr_text(PAYMENT))
    assert (picture.size - 8 - 17) % 4 == 0
    # The first finder pattern's upper edge: seven dark modules after the quiet zone.
    assert picture.path.startswith("M4 4h7v1h-7z")
