from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Self
from uuid import UUID

import strawberry

from omavirta.api.connections import Connection, Edge, connection
from omavirta.api.context import Info
from omavirta.api.enums import describe_enum
from omavirta.api.language import in_language
from omavirta.api.loaders import contract_prices_of, price_components_of, product_of
from omavirta.api.nodes import Node
from omavirta.api.types.document import DocumentLink, confirmation_link
from omavirta.contracts import queries, terms
from omavirta.contracts.queries import ContractRow, PriceComponentRow, ProductRow
from omavirta.storage.paging import PageOfRows

if TYPE_CHECKING:
    from omavirta.api.types.metering_point import MeteringPoint

describe_enum(
    queries.ProductKind,
    "How a product's price is formed.",
    {
        queries.ProductKind.UNTIL_FURTHER_NOTICE: "One price that the retailer may change with notice.",
        queries.ProductKind.FIXED_TERM: "One price until an agreed day.",
        queries.ProductKind.SPOT: "The day-ahead price of each quarter-hour, and a margin.",
        queries.ProductKind.CONSUMPTION_IMPACT: "A fixed price, corrected by when one uses electricity.",
        queries.ProductKind.TIME_OF_USE: "Prices by time of day or season.",
        queries.ProductKind.SPOT_AND_FIXED: "One share at the day-ahead price, the other at a fixed price.",
    },
)
describe_enum(
    queries.PriceComponentKind,
    "What a price is paid for.",
    {
        queries.PriceComponentKind.ENERGY: "Energy at any time.",
        queries.PriceComponentKind.DAY_ENERGY: "Energy from 7 to 22 local time.",
        queries.PriceComponentKind.NIGHT_ENERGY: "Energy from 22 to 7 local time.",
        queries.PriceComponentKind.WINTER_WEEKDAY_ENERGY: "Energy from 7 to 22, Monday to Saturday, November to March.",
        queries.PriceComponentKind.OTHER_ENERGY: "Energy at all times that are not winter weekdays.",
        queries.PriceComponentKind.MARGIN: "What is added to the day-ahead price.",
        queries.PriceComponentKind.MONTHLY_FEE: "The basic fee.",
    },
)
describe_enum(
    queries.PriceUnit,
    "What a price is counted in.",
    {
        queries.PriceUnit.CENT_PER_KWH: "Cents for a kilowatt-hour.",
        queries.PriceUnit.EUR_PER_MONTH: "Euros for a month.",
    },
)
describe_enum(
    queries.ContractStatus,
    "Whether a contract is in force today.",
    {
        queries.ContractStatus.ACTIVE: "In force today.",
        queries.ContractStatus.COMING: "Its first day is still to come.",
        queries.ContractStatus.ENDED: "Its last day has passed.",
    },
)
describe_enum(
    terms.AtEnd,
    "What happens when the term of a contract is over.",
    {
        terms.AtEnd.CONTINUES_UNTIL_FURTHER_NOTICE: "It goes on until further notice, unless something else is agreed on.",
        terms.AtEnd.ENDS: "It ends, and supply with it.",
    },
)


@strawberry.type(description="One price of a product or a contract, while it is valid.")
class PriceComponent:
    kind: queries.PriceComponentKind = strawberry.field(description="What is paid for.")
    amount: Decimal = strawberry.field(description="The price in its unit.")
    unit: queries.PriceUnit = strawberry.field(description="What the price is counted in.")
    vat_rate: Decimal = strawberry.field(description="Value added tax in per cent.")
    vat_included: bool = strawberry.field(description="Whether the amount includes the tax.")
    valid_from: date = strawberry.field(description="The first day of this price.")
    valid_to: date | None = strawberry.field(
        description="The last day of this price; null where no end is known."
    )

    @classmethod
    def of(cls, row: PriceComponentRow) -> Self:
        return cls(
            kind=row.kind,
            amount=row.amount,
            unit=row.unit,
            vat_rate=row.vat_rate,
            vat_included=row.vat_included,
            valid_from=row.valid_from,
            valid_to=row.valid_to,
        )


_SPOT_SHARE = "spotShare"
_ENERGY_PRICE_FLOOR = "energyPriceFloor"


@strawberry.type(description="An electricity product that contracts are made of.")
class Product(Node):
    row: strawberry.Private[ProductRow]

    @classmethod
    def of(cls, row: ProductRow) -> Self:
        return cls(key=row.id, row=row)

    @strawberry.field(description="The name, in the asker's language.")
    def name(self, info: Info) -> str:
        return in_language(self.row.names, info.context.language)

    @strawberry.field(description="How the price is formed.")
    def kind(self) -> queries.ProductKind:
        return self.row.kind

    @strawberry.field(description="What the product is, in a sentence or two of the asker's language.")
    def description(self, info: Info) -> str:
        return in_language(self.row.descriptions, info.context.language)

    @strawberry.field(description="The first day on which a contract could be made of it.")
    def valid_from(self) -> date:
        return self.row.valid_from

    @strawberry.field(description="The last such day; null while the product is on sale.")
    def valid_to(self) -> date | None:
        return self.row.valid_to

    @strawberry.field(description="Its prices, the oldest first within a kind.")
    async def price_components(self, info: Info) -> list[PriceComponent]:
        return [PriceComponent.of(row) for row in await info.context.load(price_components_of, self.key)]

    @strawberry.field(description="Those of its prices that are valid today.")
    async def current_prices(self, info: Info) -> list[PriceComponent]:
        rows = await info.context.load(price_components_of, self.key)
        return [PriceComponent.of(row) for row in terms.prices_on(rows, info.context.today)]

    @strawberry.field(description="How many months a contract of it lasts; null where it has no term.")
    def term_months(self) -> int | None:
        return self.row.term_months

    @strawberry.field(
        description="The customer's time of notice in days; null where it cannot be given notice of."
    )
    def notice_days(self) -> int | None:
        return self.row.notice_days

    @strawberry.field(description="What happens when the term is over; null where it has no term.")
    def at_end(self) -> terms.AtEnd | None:
        return self.row.at_end

    @strawberry.field(
        description="The share of the energy that is paid for at the day-ahead price, from 0 to 1; null where the kind"
        " of the product says it all."
    )
    def spot_share(self) -> Decimal | None:
        return _attribute(self.row.attributes, _SPOT_SHARE)

    @strawberry.field(
        description="The least that energy costs, in c/kWh with VAT; null where its price may go below zero."
    )
    def energy_price_floor(self) -> Decimal | None:
        return _attribute(self.row.attributes, _ENERGY_PRICE_FLOOR)


@strawberry.type(description="A customer's electricity contract for one metering point.")
class Contract(Node):
    row: strawberry.Private[ContractRow]

    @classmethod
    def of(cls, row: ContractRow) -> Self:
        return cls(key=row.id, row=row)

    @strawberry.field(description="The retailer's number of the contract.")
    def number(self) -> str:
        return self.row.number

    @strawberry.field(description="Whether it is in force today.")
    def status(self, info: Info) -> queries.ContractStatus:
        return self.row.status(info.context.today)

    @strawberry.field(description="What was agreed on.")
    async def product(self, info: Info) -> Product:
        return Product.of(await info.context.load(product_of, self.row.product_id))

    @strawberry.field(description="Where the electricity is used.")
    def metering_point(
        self,
    ) -> Annotated["MeteringPoint", strawberry.lazy("omavirta.api.types.metering_point")]:
        return metering_point_of_key(self.row.metering_point_id)

    @strawberry.field(description="The first day of supply.")
    def start_date(self) -> date:
        return self.row.start_date

    @strawberry.field(description="The last day of supply; null where it goes on until further notice.")
    def end_date(self) -> date | None:
        return self.row.end_date

    @strawberry.field(
        description="The customer's time of notice in days, as agreed on or as the product says; null where it cannot be"
        " given notice of."
    )
    async def notice_days(self, info: Info) -> int | None:
        if self.row.notice_days is not None:
            return self.row.notice_days
        return (await info.context.load(product_of, self.row.product_id)).notice_days

    @strawberry.field(description="What happens when the term is over; null where it has no term.")
    async def at_end(self, info: Info) -> terms.AtEnd | None:
        if self.row.at_end is not None:
            return self.row.at_end
        return (await info.context.load(product_of, self.row.product_id)).at_end

    @strawberry.field(description="The day on which it was agreed on; null where that is not known.")
    def concluded_on(self) -> date | None:
        return self.row.concluded_on

    @strawberry.field(description="The day on which its confirmation was sent; null where that is not known.")
    def confirmed_on(self) -> date | None:
        return self.row.confirmed_on

    @strawberry.field(
        description="The last day on which the customer can say that the confirmation is not what was agreed on: 21 days"
        " from its sending (Electricity Market Act 88 §)."
    )
    def objection_until(self) -> date | None:
        return terms.objection_until(self.row.confirmed_on)

    @strawberry.field(
        description="The last day on which the customer can withdraw: 14 days from the conclusion of a contract that was"
        " sold at a distance to a person (Consumer Protection Act 6:14); null where there is no such right."
    )
    def withdrawal_until(self) -> date | None:
        row = self.row
        return terms.withdrawal_until(
            row.concluded_on, sold_at_distance=row.sold_at_distance, to_person=row.to_person
        )

    @strawberry.field(description="The confirmation of what was agreed on (Electricity Market Act 88 §).")
    async def confirmation(self, info: Info) -> DocumentLink:
        return await confirmation_link(info, self.key)

    @strawberry.field(description="The version of the general terms that it was made on.")
    def terms_version(self) -> str | None:
        return self.row.terms_version

    @strawberry.field(
        description="The share of the energy that is paid for at the day-ahead price, from 0 to 1; null where the kind"
        " of the product says it all."
    )
    async def spot_share(self, info: Info) -> Decimal | None:
        return _attribute(await self._attributes(info), _SPOT_SHARE)

    @strawberry.field(
        description="The least that energy costs, in c/kWh with VAT; null where its price may go below zero."
    )
    async def energy_price_floor(self, info: Info) -> Decimal | None:
        return _attribute(await self._attributes(info), _ENERGY_PRICE_FLOOR)

    @strawberry.field(
        description="Its prices: those agreed on in the contract itself, and the product's of other kinds; the oldest"
        " first within a kind."
    )
    async def prices(self, info: Info) -> list[PriceComponent]:
        return [PriceComponent.of(row) for row in await self._prices(info)]

    @strawberry.field(
        description="Those of its prices that are valid today; of its first day where it is coming, of its last where it"
        " has ended."
    )
    async def current_prices(self, info: Info) -> list[PriceComponent]:
        day = terms.price_day(self.row.start_date, self.row.end_date, info.context.today)
        return [PriceComponent.of(row) for row in terms.prices_on(await self._prices(info), day)]

    async def _prices(self, info: Info) -> list[PriceComponentRow]:
        own = await info.context.load(contract_prices_of, self.key)
        return terms.agreed_prices(own, await info.context.load(price_components_of, self.row.product_id))

    async def _attributes(self, info: Info) -> dict[str, str]:
        if self.row.attributes is not None:
            return self.row.attributes
        return (await info.context.load(product_of, self.row.product_id)).attributes


def _attribute(attributes: dict[str, str], name: str) -> Decimal | None:
    value = attributes.get(name)
    return None if value is None else Decimal(value)


def metering_point_of_key(key: UUID) -> "MeteringPoint":
    """The point of a contract or invoice that is the asker's."""
    from omavirta.api.types.metering_point import MeteringPoint  # noqa: PLC0415 - the two types refer to each other

    return MeteringPoint(key=key)


def contract_connection(page: PageOfRows[ContractRow]) -> Connection[Contract]:
    made: Connection[Contract] = connection(
        Edge[Contract],
        Connection[Contract],
        page,
        lambda row: (row.start_date.isoformat(), str(row.id)),
        Contract.of,
    )
    return made
