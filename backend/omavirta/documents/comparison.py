"""What was used against what was used a year before and by similar homes, as bars and as a sentence: pure."""

from dataclasses import dataclass
from decimal import Decimal

from omavirta.api.language import Language
from omavirta.documents.formatting import change, energy
from omavirta.documents.parts import Bar, Bars, BarSeries
from omavirta.documents.texts.common import CommonTexts
from omavirta.documents.texts.invoice import InvoiceTexts


@dataclass(frozen=True, slots=True)
class Comparison:
    """Energies of one period, kWh. None is what is not known of the whole of it."""

    own: Decimal
    year_before: Decimal | None
    similar_homes: Decimal | None


def comparison_bars(
    comparison: Comparison, texts: InvoiceTexts, common: CommonTexts, language: Language
) -> tuple[Bars, str]:
    """The bars, and the sentence that says what they show."""
    named: list[tuple[str, Decimal | None, BarSeries]] = [
        (texts.this_invoice, comparison.own, "own"),
        (texts.year_before, comparison.year_before, "previous"),
    ]
    if comparison.similar_homes is not None:
        named.append((texts.similar_homes, comparison.similar_homes, "similar"))
    longest = max((kwh for _, kwh, _ in named if kwh is not None), default=Decimal(0))
    bars = tuple(
        Bar(
            name,
            common.not_known if kwh is None else energy(kwh, language),
            share_of(kwh, longest),
            series,
        )
        for name, kwh, series in named
    )
    return Bars(bars, described(bars, texts.picture)), _sentence(comparison, texts, language)


def described(bars: tuple[Bar, ...], picture: str) -> str:
    return picture.format(bars="; ".join(f"{bar.label}: {bar.value}" for bar in bars))


def share_of(value: Decimal | None, longest: Decimal) -> float | None:
    if value is None:
        return None
    return float(max(value, Decimal(0)) / longest) if longest > 0 else 0.0


def _sentence(comparison: Comparison, texts: InvoiceTexts, language: Language) -> str:
    own, before = energy(comparison.own, language), comparison.year_before
    if before is None or before <= 0:
        return texts.no_year_before.format(this=own)
    share = round((comparison.own - before) / before, 2)
    text = texts.same if share == 0 else texts.more if share > 0 else texts.less
    return text.format(this=own, change=change(abs(share), language).removeprefix("+"))
