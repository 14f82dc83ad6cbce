from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Annotated, Self
from uuid import UUID

import strawberry

from omavirta.api.context import Context, Info
from omavirta.api.enums import describe_enum
from omavirta.api.loaders import contract_of, next_invoice_of
from omavirta.api.types.contract import Contract
from omavirta.api.types.money import Money, euros
from omavirta.billing.estimate import Estimate, EstimateBasis, EstimateStatus
from omavirta.metering.calendar import TIME_ZONE, day_date
from omavirta.metering.series import MICRO_KWH_PER_KWH

describe_enum(
    EstimateStatus,
    "Whether the next invoice could be estimated.",
    {
        EstimateStatus.ESTIMATED: "It could.",
        EstimateStatus.NO_HISTORY: "Too little has been metered to say how much will be used.",
        EstimateStatus.NO_PRICES: "A price is missing, the day-ahead market's or the contract's.",
    },
)
describe_enum(
    EstimateBasis,
    "What an estimate rests on.",
    {
        EstimateBasis.METERED: "The month's days that have been metered.",
        EstimateBasis.LAST_YEAR: "The same weekdays a year before, scaled by how the last four weeks were to the same four"
        " then.",
        EstimateBasis.RECENT_WEEKS: "The mean of the same weekdays of the last four weeks.",
        EstimateBasis.DAY_AHEAD: "Day-ahead prices that are known, exactly.",
        EstimateBasis.AVERAGE_PRICES: "The mean day-ahead price of each quarter of the day over the last 28 days.",
    },
)


@strawberry.type(
    description="What the next invoice of a contract will come to, reckoned as an invoice is. Money is with VAT."
)
class InvoiceEstimate:
    status: EstimateStatus = strawberry.field(description="Whether it could be estimated, and else why not.")
    from_: date = strawberry.field(
        name="from",
        description="The first local day: of this calendar month, or until the 15th of the month before where that has not"
        " been invoiced yet.",
    )
    to: date = strawberry.field(description="The local day after the last.")
    metered_kwh: float | None = strawberry.field(
        description="Kilowatt-hours of the days that are metered as a whole; null where none is."
    )
    forecast_kwh: float | None = strawberry.field(
        description="Kilowatt-hours of the other days; null with the status NO_HISTORY."
    )
    cost_so_far: Money | None = strawberry.field(
        description="Of `meteredKwh`, without monthly fees; null where a price is missing. Where the price hangs on when one"
        " uses electricity over the month, at the price that the estimate comes to."
    )
    energy_cost: Money | None = strawberry.field(
        description="Of all the energy, without monthly fees; null unless estimated."
    )
    basic_fees: Money | None = strawberry.field(description="The monthly fees of these days.")
    total: Money | None = strawberry.field(
        description="`energyCost` and `basicFees` together; null unless estimated."
    )
    low: Money | None = strawberry.field(
        description="With `high` the range that at least four of five invoices have kept when past months were estimated; null unless estimated."
    )
    high: Money | None = strawberry.field(description="The upper end of that range.")
    metered_until: datetime | None = strawberry.field(
        description="The end of the last day that is metered as a whole, within the last weeks; null where there is none."
    )
    prices_known_until: datetime | None = strawberry.field(
        description="The end of the last day-ahead price that is known; null where the contract follows none."
    )
    basis: list[EstimateBasis] = strawberry.field(description="What it rests on.")
    contract_id: strawberry.Private[UUID]

    @strawberry.field(description="The contract that will be invoiced.")
    async def contract(
        self, info: Info
    ) -> Annotated[Contract, strawberry.lazy("omavirta.api.types.contract")]:
        row = await info.context.load(contract_of, self.contract_id)
        if row is None:
            raise LookupError("an estimate's contract is the asker's")
        return Contract.of(row)

    @classmethod
    def of(cls, contract_id: UUID, estimate: Estimate) -> Self:
        return cls(
            status=estimate.status,
            from_=day_date(estimate.from_day),
            to=day_date(estimate.to_day),
            metered_kwh=_kwh(estimate.metered_micro_kwh) if EstimateBasis.METERED in estimate.basis else None,
            forecast_kwh=_kwh(estimate.forecast_micro_kwh),
            cost_so_far=_money(estimate.cost_so_far),
            energy_cost=_money(estimate.energy_cost),
            basic_fees=_money(estimate.basic_fees),
            total=_money(estimate.total),
            low=_money(estimate.low),
            high=_money(estimate.high),
            metered_until=_moment(estimate.metered_until),
            prices_known_until=_moment(estimate.prices_until),
            basis=list(estimate.basis),
            contract_id=contract_id,
        )


async def load_next_invoice(context: Context, metering_point_id: UUID) -> InvoiceEstimate | None:
    # What is read for it, by hours of a month: a page of many points stays an answer.
    context.take_intervals(31 * 24)
    found = await context.load(next_invoice_of, metering_point_id)
    return None if found is None else InvoiceEstimate.of(*found)


def _kwh(micro_kwh: int | None) -> float | None:
    return None if micro_kwh is None else micro_kwh / MICRO_KWH_PER_KWH


def _money(amount: Decimal | None) -> Money | None:
    return None if amount is None else euros(amount)


def _moment(seconds: int | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC).astimezone(TIME_ZONE)
