"""The words of a contract's confirmation."""

from dataclasses import dataclass

from omavirta.contracts.queries import ProductKind
from omavirta.contracts.terms import AtEnd


@dataclass(frozen=True, slots=True)
class DynamicTexts:
    """What somebody has to know before a price that moves: Electricity Market Act 86 §."""

    heading: str
    opportunities: str
    costs: str
    risks: str
    meter: str


@dataclass(frozen=True, slots=True)
class ConfirmationTexts:
    heading: str
    subtitle: str
    """`{number}`."""
    summary: str
    buys: str
    """`{product}`, `{address}`."""
    pays: str
    """`{prices}`."""
    price_and_rate: str
    """`{name}`, `{price}`."""
    begins_open: str
    """`{start}`, `{notice}`."""
    begins_fixed: str
    """`{start}`, `{end}`."""
    object_by: str
    """`{day}`, `{contacts}`."""
    withdraw_by: str
    """`{day}`."""
    parties: str
    seller: str
    customer: str
    contacts: str
    contract: str
    number: str
    kind: str
    kinds: dict[ProductKind, str]
    start: str
    validity: str
    concluded: str
    confirmed: str
    terms_version: str
    network_company: str
    prices: str
    price: str
    valid: str
    valid_from: str
    """`{day}`."""
    not_included: str
    price_forms: str
    formulas: dict[ProductKind, str]
    floor: str
    """`{price}`."""
    share: str
    """`{share}`."""
    formula_words: str
    may_change: str
    may_not_change: str
    market_changes: str
    market_changes_fixed: str
    dynamic: DynamicTexts
    impact: DynamicTexts
    duration: str
    open_ended: str
    """`{notice}`."""
    open_ended_plain: str
    fixed: str
    """`{end}`."""
    over_two_years: str
    at_end: dict[AtEnd, str]
    how_to_end: str
    """`{contacts}`."""
    notice_days: str
    """`{days}`."""
    objection: str
    objection_text: str
    """`{day}`, `{contacts}`."""
    service: str
    service_text: str
    """`{company}`, `{phone}`."""
    compensation: str
    price_information: str
    """`{portal}`."""
    disputes: str
    disputes_text: str
    """`{contacts}`."""
    terms: str
    withdrawal: str
    withdrawal_rights: tuple[str, ...]
    """`{day}`, `{concluded}`, `{seller}`."""
    form: str
    form_hint: str
    form_to: str
    form_statement: str
    form_contract: str
    form_concluded: str
    form_name: str
    form_address: str
    form_signature: str
    form_date: str
