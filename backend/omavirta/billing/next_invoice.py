"""Reading what an estimate of the next invoice needs, for many metering points with the same few statements."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from omavirta.api.access import Access
from omavirta.billing.estimate import PRICE_DAYS, Estimate, estimate_invoice, estimated_days
from omavirta.billing.forecast import DAYS_BEFORE, RECENT_DAYS, STAND_INS, History
from omavirta.billing.kinds import InvoiceKind
from omavirta.contracts.agreements import agreements_of
from omavirta.contracts.supply import DayRange
from omavirta.contracts.tariff import Agreement
from omavirta.metering.block import known_slots
from omavirta.metering.calendar import Resolution, day_number, month_days
from omavirta.metering.months import month_of_day
from omavirta.metering.quality import Quality
from omavirta.metering.reading import Series, SeriesDays, read_blocks
from omavirta.metering.series import DayBlocks, View, from_blocks
from omavirta.prices.areas import FINLAND
from omavirta.prices.store import read_quarters
from omavirta.storage.database import Database, as_date, as_uuid, placeholders

INVOICES_COME_BY = 15
"""The day of a month until which the invoice of the month before may still be the next one to come."""


async def next_invoices(
    database: Database, access: Access, metering_point_ids: Sequence[UUID], today: date
) -> dict[UUID, tuple[UUID, Estimate]]:
    """For each point the asker's contract in force today and its next invoice; a point without such a contract is not there."""
    agreements = await agreements_of(database, access, metering_point_ids)
    day = day_number(today)
    in_force = {
        id_: agreement
        for id_, own in agreements.items()
        for agreement in own
        if agreement.from_day <= day < agreement.to_day and agreement.contract_id is not None
    }
    if not in_force:
        return {}
    points = list(in_force)
    invoiced = await invoiced_until(database, access, points)
    days = {id_: invoiced_day(in_force[id_], today, invoiced.get(id_)) for id_ in points}
    periods = {id_: estimated_days(in_force[id_], days[id_]) for id_ in points}
    histories = [
        SeriesDays(id_, Series.CONSUMPTION, _days_of_history(*period, day)) for id_, period in periods.items()
    ]
    blocks = await read_blocks(database, histories)
    months = {id_: month_days(month_of_day(each)) for id_, each in days.items()}
    prices_from = min(month[0] for month in months.values()) - PRICE_DAYS
    prices = await read_quarters(database, FINLAND, prices_from, max(month[1] for month in months.values()))
    found: dict[UUID, tuple[UUID, Estimate]] = {}
    for (id_, agreement), own_blocks in zip(in_force.items(), blocks, strict=True):
        history = _history(own_blocks, periods[id_], agreements[id_])
        own_prices = prices.within(prices_from, months[id_][0] - PRICE_DAYS, months[id_][1])
        if agreement.contract_id is not None:
            found[id_] = agreement.contract_id, estimate_invoice(agreement, days[id_], history, own_prices)
    return found


def invoiced_day(agreement: Agreement, today: date, invoiced: date | None) -> int:
    """A day of the month that the next invoice is for: this one, or in its first half the one before if that is not invoiced.

    `invoiced` is the last day that an invoice has come for.
    """
    day, this_month = day_number(today), day_number(today.replace(day=1))
    before = this_month - 1
    is_before_open = invoiced is None or day_number(invoiced) < before
    if today.day <= INVOICES_COME_BY and agreement.from_day <= before and is_before_open:
        return before
    return day


async def invoiced_until(
    database: Database, access: Access, metering_point_ids: Sequence[UUID]
) -> Mapping[UUID, date]:
    """The last day of the newest invoice period of each of the asker's points; credited invoices are as if never sent."""
    customers = placeholders(2, len(access.customer_ids))
    points = placeholders(2 + len(access.customer_ids), len(metering_point_ids))
    rows = await database.fetch(
        "SELECT metering_point_id, MAX(period_to) FROM invoice WHERE kind = $1 AND NOT credited"
        f" AND customer_id IN ({customers}) AND metering_point_id IN ({points}) GROUP BY metering_point_id",
        InvoiceKind.INVOICE.value,
        *access.customer_ids,
        *metering_point_ids,
    )
    return {as_uuid(row[0]): as_date(row[1]) for row in rows}


def _days_of_history(from_day: int, to_day: int, today: int) -> tuple[DayRange, DayRange]:
    """What the forecast of days of a month looks at: those of the year before, and lately."""
    return (from_day - DAYS_BEFORE, to_day - STAND_INS[-1]), (from_day - RECENT_DAYS, min(to_day, today + 1))


def _history(blocks: DayBlocks, period: tuple[int, int], agreements: Sequence[Agreement]) -> History:
    """Of the asker's own days: what others used before is not to be estimated from."""
    from_day, to_day = period[0] - DAYS_BEFORE, period[1]
    own = [(agreement.from_day, agreement.to_day) for agreement in agreements]
    data = from_blocks(View(from_day, to_day, Resolution.QUARTER_HOUR, None, own), blocks)
    known = known_slots(data.quality_codes) & (data.quality_codes != Quality.PARTIALLY_MISSING)
    return History(from_day, to_day, data.energy_micro_kwh, known)
