"""Words that more than one document uses."""

from dataclasses import dataclass

from omavirta.api.language import Language
from omavirta.contracts.queries import PriceComponentKind


@dataclass(frozen=True, slots=True)
class CommonTexts:
    page_of: str
    customer_number: str
    business_id: str
    email: str
    portal: str
    metering_point: str
    metering_point_id: str
    product: str
    contract: str
    until_further_notice: str
    """Of a contract that began: `{start}`."""
    fixed_until: str
    """`{start}`, `{end}`."""
    net: str
    vat_rate: str
    vat: str
    gross: str
    total: str
    month: str
    """A month as a unit: `kk`."""
    not_known: str
    price_kinds: dict[PriceComponentKind, str]


COMMON: dict[Language, CommonTexts] = {
    Language.FI: CommonTexts(
        page_of="Sivu {page}/{pages}",
        customer_number="Asiakasnumero",
        business_id="Y-tunnus",
        email="Sähköposti",
        portal="Oma palvelusi",
        metering_point="Käyttöpaikka",
        metering_point_id="Käyttöpaikkatunnus",
        product="Tuote",
        contract="Sopimus",
        until_further_notice="{start} alkaen, voimassa toistaiseksi",
        fixed_until="{start} alkaen, voimassa {end} asti",
        net="Veroton",
        vat_rate="Alv-kanta",
        vat="Alv",
        gross="Verollinen",
        total="Yhteensä",
        month="kk",
        not_known="ei tiedossa",
        price_kinds={
            PriceComponentKind.ENERGY: "Sähköenergia",
            PriceComponentKind.DAY_ENERGY: "Päiväenergia, klo 7–22",
            PriceComponentKind.NIGHT_ENERGY: "Yöenergia, klo 22–7",
            PriceComponentKind.WINTER_WEEKDAY_ENERGY: "Talviarkipäivän energia, marras–maaliskuu ma–la klo 7–22",
            PriceComponentKind.OTHER_ENERGY: "Muun ajan energia",
            PriceComponentKind.MARGIN: "Marginaali",
            PriceComponentKind.MONTHLY_FEE: "Perusmaksu",
        },
    ),
    Language.SV: CommonTexts(
        page_of="Sida {page}/{pages}",
        customer_number="Kundnummer",
        business_id="FO-nummer",
        email="E-post",
        portal="Din tjänst på webben",
        metering_point="Driftställe",
        metering_point_id="Driftställets nummer",
        product="Produkt",
        contract="Avtal",
        until_further_notice="från {start}, gäller tills vidare",
        fixed_until="från {start}, gäller till {end}",
        net="Utan skatt",
        vat_rate="Moms-%",
        vat="Moms",
        gross="Med skatt",
        total="Totalt",
        month="mån",
        not_known="inte känt",
        price_kinds={
            PriceComponentKind.ENERGY: "Elenergi",
            PriceComponentKind.DAY_ENERGY: "Dagenergi, kl. 7–22",
            PriceComponentKind.NIGHT_ENERGY: "Nattenergi, kl. 22–7",
            PriceComponentKind.WINTER_WEEKDAY_ENERGY: "Energi på vintervardagar, november–mars må–lö kl. 7–22",
            PriceComponentKind.OTHER_ENERGY: "Energi under övrig tid",
            PriceComponentKind.MARGIN: "Marginal",
            PriceComponentKind.MONTHLY_FEE: "Grundavgift",
        },
    ),
    Language.EN: CommonTexts(
        page_of="Page {page}/{pages}",
        customer_number="Customer number",
        business_id="Business ID",
        email="Email",
        portal="Your own service online",
        metering_point="Metering point",
        metering_point_id="Metering point ID",
        product="Product",
        contract="Contract",
        until_further_notice="from {start}, until further notice",
        fixed_until="from {start} until {end}",
        net="Without VAT",
        vat_rate="VAT rate",
        vat="VAT",
        gross="With VAT",
        total="Total",
        month="month",
        not_known="not known",
        price_kinds={
            PriceComponentKind.ENERGY: "Energy",
            PriceComponentKind.DAY_ENERGY: "Day energy, 7:00–22:00",
            PriceComponentKind.NIGHT_ENERGY: "Night energy, 22:00–7:00",
            PriceComponentKind.WINTER_WEEKDAY_ENERGY: "Winter weekday energy, Nov–Mar, Mon–Sat 7:00–22:00",
            PriceComponentKind.OTHER_ENERGY: "Energy at other times",
            PriceComponentKind.MARGIN: "Margin",
            PriceComponentKind.MONTHLY_FEE: "Monthly fee",
        },
    ),
}
