"""The messages that a customer may choose. Those about the account's own safety are always sent."""

from collections.abc import Iterable
from enum import StrEnum

from omavirta.api.enums import describe_enum


class NotificationKind(StrEnum):
    INVOICES = "INVOICES"
    CONTRACTS = "CONTRACTS"
    CONSUMPTION = "CONSUMPTION"
    NEWS = "NEWS"


describe_enum(
    NotificationKind,
    "A kind of message that may be chosen.",
    {
        NotificationKind.INVOICES: "A new invoice, and one that falls due.",
        NotificationKind.CONTRACTS: "A contract that begins, changes or ends.",
        NotificationKind.CONSUMPTION: "What stands out in the consumption.",
        NotificationKind.NEWS: "News and offers.",
    },
)


def read_notifications(text: str) -> list[NotificationKind]:
    """From how an account keeps them."""
    return [NotificationKind(word) for word in text.split()]


def write_notifications(kinds: Iterable[NotificationKind]) -> str:
    chosen = frozenset(kinds)
    return " ".join(kind.value for kind in NotificationKind if kind in chosen)
