"""What documents are made of, made up: a household's and a company's."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from uuid import UUID

from omavirta.billing.kinds import InvoiceKind, InvoiceRowCategory
from omavirta.billing.payment import payment_of
from omavirta.billing.queries import InvoiceData, InvoiceRowRow
from omavirta.contracts.queries import (
    ContractRow,
    PriceComponentKind,
    PriceComponentRow,
    PriceUnit,
    ProductKind,
    ProductRow,
)
from omavirta.contracts.retailer import RetailerData, load_retailer
from omavirta.contracts.terms import AtEnd
from omavirta.customers.queries import CustomerKind, CustomerRow
from omavirta.documents.annual_report import AnnualReportSource, SimilarHomesOfYear, YearOfUse
from omavirta.documents.comparison import Comparison
from omavirta.documents.confirmation import ConfirmationSource
from omavirta.documents.invoice import InvoiceSource
from omavirta.metering.comparison import Heating
from omavirta.metering.points import MeteringPointRow, NetworkCompanyRow

ROOT = Path(__file__).parents[2]
PORTAL = "https://oma.revontuli.example.fi"
POINT = UUID(int=7)
IBAN = "FI2112345600000785"
REFERENCE = "20261100017"


def retailer() -> RetailerData:
    return load_retailer(ROOT / "fixtures" / "retailer.json")


def customer(name: str = "Maija Meikäläinen", kind: CustomerKind = CustomerKind.PERSON) -> CustomerRow:
    return CustomerRow(UUID(int=1), "104233", kind, name)


def metering_point(key: UUID = POINT) -> MeteringPointRow:
    return MeteringPointRow(
        key, "643006966022791278", "Koti", "Koivukuja 5 A 3", "00100", "Helsinki", UUID(int=9)
    )


def product(kind: ProductKind = ProductKind.SPOT) -> ProductRow:
    return ProductRow(
        id=UUID(int=3),
        kind=kind,
        names={"fi": "Revontuli Pörssi", "sv": "Revontuli Börs", "en": "Revontuli Spot"},
        descriptions={
            "fi": "Maksat jokaisesta vartista sähköpörssin hinnan ja marginaalin.",
            "sv": "Du betalar elbörsens pris för varje kvart och en marginal.",
            "en": "You pay the market's price of each quarter-hour and a margin.",
        },
        valid_from=date(2019, 1, 1),
        valid_to=None,
        term_months=None,
        notice_days=14,
        at_end=None,
        attributes={},
    )


def contract(*, end: date | None = None, to_person: bool = True) -> ContractRow:
    return ContractRow(
        id=UUID(int=4),
        number="S-2025-00421",
        product_id=UUID(int=3),
        metering_point_id=POINT,
        start_date=date(2025, 3, 1),
        end_date=end,
        concluded_on=date(2025, 2, 10),
        confirmed_on=date(2025, 2, 11),
        sold_at_distance=True,
        to_person=to_person,
        notice_days=None,
        at_end=None if end is None else AtEnd.CONTINUES_UNTIL_FURTHER_NOTICE,
        terms_version="SME 2024",
        attributes=None,
        customer_id=UUID(int=1),
    )


def row(
    description: str,
    gross: str,
    *,
    quantity: str | None = None,
    unit: str | None = None,
    unit_price_gross: str | None = None,
    category: InvoiceRowCategory = InvoiceRowCategory.SUPPLY,
    rate: str = "25.5",
) -> InvoiceRowRow:
    amount = Decimal(gross)
    net = (amount / (1 + Decimal(rate) / 100)).quantize(Decimal("0.01"))
    return InvoiceRowRow(
        description=description,
        quantity=None if quantity is None else Decimal(quantity),
        unit=unit,
        unit_price=None if unit_price_gross is None else Decimal(unit_price_gross) / Decimal("1.255"),
        net=net,
        vat_rate=Decimal(rate),
        vat=amount - net,
        gross=amount,
        category=category,
        component=None,
        metering_point_id=None,
        period_from=date(2026, 10, 1),
        period_to=date(2026, 10, 31),
        unit_price_gross=None if unit_price_gross is None else Decimal(unit_price_gross),
    )


ROWS = (
    row("Sähköenergia", "35.01", quantity="412.375", unit="kWh", unit_price_gross="0.0849"),
    row("Perusmaksu", "4.95", quantity="1", unit="kk", unit_price_gross="4.95"),
)

COMPARED = Comparison(Decimal("412.375"), Decimal("447.1"), Decimal("398.6"))


def invoice(rows: tuple[InvoiceRowRow, ...] = ROWS, **changed: object) -> InvoiceData:
    values: dict[str, object] = {
        "id": UUID(int=5),
        "customer_id": UUID(int=1),
        "metering_point_id": POINT,
        "number": "2026110001",
        "invoice_date": date(2026, 11, 5),
        "due_date": date(2026, 11, 19),
        "period_from": date(2026, 10, 1),
        "period_to": date(2026, 10, 31),
        "total": sum((one.gross for one in rows), Decimal(0)),
        "paid": Decimal(0),
        "credited": False,
        "credited_amount": Decimal(0),
        "stated_open_amount": None,
        "kind": InvoiceKind.INVOICE,
        "credits_number": None,
        "contract_id": UUID(int=4),
        "net": None,
        "vat": None,
        "vat_specification": (),
        "paid_on": None,
        "reference": REFERENCE,
        "iban": IBAN,
        "bic": "NDEAFIHH",
        "payee": None,
        "bar_code": None,
        "late_interest": Decimal("9.5"),
        "notices": (),
        "billed_at": None,
    }
    return InvoiceData(**(values | changed))  # type: ignore[arg-type]  # the values are as the fields say


def invoice_source(
    rows: tuple[InvoiceRowRow, ...] = ROWS,
    *,
    name: str = "Maija Meikäläinen",
    product_kind: ProductKind = ProductKind.SPOT,
    comparison: Comparison | None = COMPARED,
    credited_by: Sequence[str] = (),
    credits_whole: bool | None = None,
    customer_kind: CustomerKind = CustomerKind.PERSON,
    **changed: object,
) -> InvoiceSource:
    data = invoice(rows, **changed)
    return InvoiceSource(
        invoice=data,
        rows=rows,
        payment=payment_of(data, "Revontuli Energia Oy"),
        credited_by=credited_by,
        credits_whole=credits_whole,
        customer=customer(name, customer_kind),
        contract=contract(),
        product=product(product_kind),
        points={POINT: metering_point()},
        comparison=comparison,
    )


def price(
    kind: PriceComponentKind, amount: str, unit: PriceUnit = PriceUnit.CENT_PER_KWH
) -> PriceComponentRow:
    return PriceComponentRow(
        kind,
        Decimal(amount),
        unit,
        Decimal("25.5"),
        vat_included=True,
        valid_from=date(2024, 9, 1),
        valid_to=None,
    )


FEE = price(PriceComponentKind.MONTHLY_FEE, "4.90", PriceUnit.EUR_PER_MONTH)
PRICES = {
    ProductKind.UNTIL_FURTHER_NOTICE: (price(PriceComponentKind.ENERGY, "8.49"), FEE),
    ProductKind.FIXED_TERM: (price(PriceComponentKind.ENERGY, "7.89"), FEE),
    ProductKind.SPOT: (price(PriceComponentKind.MARGIN, "0.49"), FEE),
    ProductKind.CONSUMPTION_IMPACT: (price(PriceComponentKind.ENERGY, "7.49"), FEE),
    ProductKind.TIME_OF_USE: (
        price(PriceComponentKind.WINTER_WEEKDAY_ENERGY, "10.19"),
        price(PriceComponentKind.OTHER_ENERGY, "7.29"),
        FEE,
    ),
    ProductKind.SPOT_AND_FIXED: (
        price(PriceComponentKind.ENERGY, "7.99"),
        price(PriceComponentKind.MARGIN, "0.45"),
        FEE,
    ),
}


def confirmation_source(
    kind: ProductKind = ProductKind.SPOT,
    *,
    name: str = "Maija Meikäläinen",
    end: date | None = None,
    customer_kind: CustomerKind = CustomerKind.PERSON,
) -> ConfirmationSource:
    return ConfirmationSource(
        contract=contract(end=end, to_person=customer_kind is CustomerKind.PERSON),
        product=product(kind),
        prices=PRICES[kind],
        customer=customer(name, customer_kind),
        point=metering_point(),
        network_company=NetworkCompanyRow(
            UUID(int=9), "Tunturiverkko Oy", "+358 16 555 0100", "https://tunturiverkko.example.fi"
        ),
    )


def annual_report_source(
    *, similar: SimilarHomesOfYear | None = None, name: str = "Maija Meikäläinen", with_vat: bool = True
) -> AnnualReportSource:
    return AnnualReportSource(
        customer=customer(name),
        point=metering_point(),
        heating=Heating.ELECTRIC,
        years=(
            YearOfUse(2025, Decimal(11420), complete=True, cost=Decimal("1083.42"), with_vat=with_vat),
            YearOfUse(2024, Decimal(11910), complete=True, cost=Decimal("1211.90")),
            YearOfUse(2023, Decimal(12640), complete=True, cost=None),
            YearOfUse(2022, Decimal(4210), complete=False, cost=None),
        ),
        changed=Decimal("-0.0411"),
        similar=similar,
    )


SIMILAR = SimilarHomesOfYear(1264, Decimal(11420), Decimal(12980), Decimal(12410), Decimal("0.38"))
