from omavirta.api.enums import describe_enum
from omavirta.contracts.tariff import CostStatus

__all__ = ["CostStatus"]

describe_enum(
    CostStatus,
    "Whether a cost is known, or why there is none.",
    {
        CostStatus.KNOWN: "Known.",
        CostStatus.PARTIALLY_KNOWN: "The sum of what is known; some of it is not, or may still change.",
        CostStatus.NO_ENERGY: "The energy is not known: its quality says why.",
        CostStatus.NO_PRICE: "The day-ahead price is not known.",
        CostStatus.NO_TARIFF: "The contract has no price for it.",
        CostStatus.NO_CONTRACT: "Not a day of the asker's own contract.",
    },
)
