from datetime import date
from typing import Self
from uuid import UUID

import strawberry

from omavirta.api.context import Context
from omavirta.api.loaders import last_year_of
from omavirta.api.types.contract import Product
from omavirta.api.types.cost_status import CostStatus
from omavirta.api.types.money import Money, euros
from omavirta.contracts.offers import LastYear, WithProduct
from omavirta.metering.calendar import day_date
from omavirta.metering.series import MICRO_KWH_PER_KWH


@strawberry.type(
    description="What the compared quarter-hours would have cost with a product, at its prices of today."
)
class LastYearWithProduct:
    product: Product = strawberry.field(description="A product on sale.")
    energy_cost: Money | None = strawberry.field(
        description="The energy, without monthly fees; null where a price is missing."
    )
    basic_fees: Money = strawberry.field(description="The monthly fees of the asker's own days.")
    total: Money | None = strawberry.field(description="Both together; null where a price is missing.")
    status: CostStatus = strawberry.field(
        description="PARTIALLY_KNOWN where `knownShare` is below 1, or why there is no cost."
    )

    @classmethod
    def of(cls, row: WithProduct) -> Self:
        return cls(
            product=Product.of(row.product),
            energy_cost=None if row.energy_cost is None else euros(row.energy_cost),
            basic_fees=euros(row.basic_fees),
            total=None if row.total is None else euros(row.total),
            status=row.status,
        )


@strawberry.type(
    description="The last twelve whole months with each product on sale. All are compared over the same quarter-hours of the"
    " asker's own contracts: those whose energy and day-ahead price are known. Money is with VAT, but for the energy of a month"
    " that is a credit as a whole."
)
class LastYearWithProducts:
    from_: date = strawberry.field(name="from", description="The first local day.")
    to: date = strawberry.field(description="The local day after the last.")
    energy_kwh: float | None = strawberry.field(
        description="Kilowatt-hours of what is compared; null where nothing is known."
    )
    known_share: float = strawberry.field(
        description="How much of the twelve months is compared, from 0 to 1."
    )
    actual: Money | None = strawberry.field(
        description="What it cost with the asker's own contracts, monthly fees included; null where a price is missing."
    )
    products: list[LastYearWithProduct] = strawberry.field(description="Each product on sale today.")

    @classmethod
    def of(cls, year: LastYear) -> Self:
        return cls(
            from_=day_date(year.from_day),
            to=day_date(year.to_day),
            energy_kwh=None if year.energy_micro_kwh is None else year.energy_micro_kwh / MICRO_KWH_PER_KWH,
            known_share=year.known_share,
            actual=None if year.actual is None else euros(year.actual),
            products=[LastYearWithProduct.of(product) for product in year.products],
        )


async def load_last_year(context: Context, metering_point_id: UUID) -> LastYearWithProducts:
    context.take_intervals(366 * 96)
    return LastYearWithProducts.of(await context.load(last_year_of, metering_point_id))
