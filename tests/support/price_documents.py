"""Price documents as tests need them."""

from collections.abc import Iterable

FINLAND = "10YFI-1--------U"
PUBLICATION = "urn:iec62325.351:tc57wg16:451-3:publicationdocument:7:3"


def period(start: str, end: str, resolution: str, points: dict[int, str]) -> str:
    listed = "".join(
        f"<Point><position>{position}</position><price.amount>{price}</price.amount></Point>\n"
        for position, price in points.items()
    )
    return (
        f"<Period><timeInterval><start>{start}</start><end>{end}</end></timeInterval>"
        f"<resolution>{resolution}</resolution>\n{listed}</Period>"
    )


def series(periods: Iterable[str], area: str = FINLAND, curve: str = "A03", currency: str = "EUR") -> str:
    return (
        f"<TimeSeries><in_Domain.mRID>{area}</in_Domain.mRID><out_Domain.mRID>{area}</out_Domain.mRID>"
        f"<currency_Unit.name>{currency}</currency_Unit.name><price_Measure_Unit.name>MWH</price_Measure_Unit.name>"
        f"<curveType>{curve}</curveType>{''.join(periods)}</TimeSeries>"
    )


def a44(*all_series: str, namespace: str = PUBLICATION, kind: str = "A44", prologue: str = "") -> bytes:
    return (
        f'<?xml version="1.0" encoding="utf-8"?>{prologue}\n<Publication_MarketDocument xmlns="{namespace}">'
        f"<mRID>1</mRID><type>{kind}</type>{''.join(all_series)}</Publication_MarketDocument>"
    ).encode()


HOUR = ("2026-01-10T22:00Z", "2026-01-10T23:00Z")
TWO_HOURS = ("2026-01-10T22:00Z", "2026-01-11T00:00Z")
