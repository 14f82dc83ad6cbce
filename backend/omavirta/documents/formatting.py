"""Numbers and dates as a reader writes them. A number and its unit are glued with a no-break space; Finnish and Swedish
group with one too, have a decimal comma and U+2212 as minus.
"""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from omavirta.api.language import Language

NBSP = "\u00a0"
MINUS = "\u2212"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def number(value: Decimal, language: Language, least: int, most: int | None = None) -> str:
    """Rounded half up to `most` decimals, with no fewer than `least`; a zero has no sign."""
    rounded = value.quantize(Decimal(1).scaleb(-(least if most is None else most)), ROUND_HALF_UP)
    whole, _, decimals = f"{abs(rounded):f}".partition(".")
    decimals = decimals.rstrip("0").ljust(least, "0") if most is not None else decimals
    english = language is Language.EN
    grouped = f"{int(whole):,}".replace(",", "," if english else NBSP)
    text = grouped + (("." if english else ",") + decimals if decimals else "")
    return ("-" if english else MINUS) + text if rounded < 0 else text


def money(euros: Decimal, language: Language, most: int | None = None) -> str:
    """`1 234,56 €`; in English `€1,234.56`. Two decimals, or up to `most`."""
    text = number(euros, language, 2, most)
    if language is not Language.EN:
        return text + NBSP + "€"
    return f"-€{text[1:]}" if text.startswith("-") else f"€{text}"


def unit_price(euros: Decimal, unit: str, language: Language) -> str:
    """`4,95 €/kk`, and `8,49 c/kWh` of 0.0849 euros; up to four decimals of cents, six of euros."""
    if unit == "kWh":
        return with_unit(euros * 100, "c/kWh", language, 2, 4)
    return f"{money(euros, language, 6)}/{unit}"


def with_unit(value: Decimal, unit: str, language: Language, least: int, most: int | None = None) -> str:
    return number(value, language, least, most) + NBSP + unit


def energy(kwh: Decimal, language: Language) -> str:
    """Two decimals below 10 kWh, one below 100, none above."""
    size = abs(kwh)
    return with_unit(kwh, "kWh", language, 2 if size < 10 else 1 if size < 100 else 0)


def percent(value: Decimal, language: Language) -> str:
    """`25,5 %` of 25.5, with at most two decimals."""
    return number(value, language, 0, 2) + ("%" if language is Language.EN else NBSP + "%")


def change(share: Decimal, language: Language) -> str:
    """`−8 %` of −0.08; the sign is always there but of zero."""
    text = percent((share * 100).quantize(Decimal(1), ROUND_HALF_UP), language)
    return f"+{text}" if share > 0 and not text.startswith("0") else text


def day(value: date, language: Language) -> str:
    """`7.12.2026`; in English `7 Dec 2026`."""
    if language is Language.EN:
        return f"{value.day}{NBSP}{_MONTHS[value.month - 1]}{NBSP}{value.year}"
    return f"{value.day}.{value.month}.{value.year}"


def period(first: date, last: date, language: Language) -> str:
    """`1.10.–31.10.2026`, both days included; the year once where it is the same."""
    if first == last:
        return day(first, language)
    if first.year != last.year:
        return f"{day(first, language)}\u2009–\u2009{day(last, language)}"
    if language is Language.EN:
        return f"{first.day}{NBSP}{_MONTHS[first.month - 1]}\u2009–\u2009{day(last, language)}"
    return f"{first.day}.{first.month}.–{day(last, language)}"


def grouped(text: str, size: int) -> str:
    """Characters in groups of `size` from the left, glued."""
    return NBSP.join(text[start : start + size] for start in range(0, len(text), size))
