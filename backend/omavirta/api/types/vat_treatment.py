from omavirta.api.enums import describe_enum
from omavirta.contracts.tariff import VatTreatment

__all__ = ["VatTreatment"]

describe_enum(
    VatTreatment,
    "Whether a cost and a price are with value added tax. Where the energy of a calendar month is a credit as a whole, by one"
    " contract, it is outside the tax.",
    {
        VatTreatment.INCLUDED: "With value added tax.",
        VatTreatment.OUTSIDE: "Outside value added tax: they are without it.",
        VatTreatment.PARTIALLY_OUTSIDE: "A sum over months, or over contracts, of both kinds.",
    },
)
