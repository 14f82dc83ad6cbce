"""Who the retailer is, as its settings file says: `OMAVIRTA_RETAILER_FILE`, JSON with texts in three languages."""

from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from omavirta.errors import SettingsError

Texts = dict[Annotated[str, Field(pattern="^(fi|sv|en)$")], str]
"""A text by language code; Finnish is the one that has to be there."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class PhoneData(_Strict):
    name: Texts
    number: str
    opening_hours: Annotated[Texts, Field(alias="openingHours")]


class LinkData(_Strict):
    title: Texts
    url: Texts


class AddressData(_Strict):
    street: str
    postal_code: Annotated[str, Field(alias="postalCode", pattern=r"^\d{5}$")]
    city: str


class LegalLinkKind(StrEnum):
    """Whom a bill has to name (Electricity Market Act 105 d § and 105 e §)."""

    ENERGY_ADVICE = "ENERGY_ADVICE"
    PRICE_COMPARISON = "PRICE_COMPARISON"
    CONSUMER_ADVICE = "CONSUMER_ADVICE"
    CONSUMER_DISPUTES = "CONSUMER_DISPUTES"
    BUSINESS_DISPUTES = "BUSINESS_DISPUTES"


class LegalLinkData(LinkData):
    kind: LegalLinkKind
    about: Texts
    """What one gets there, in a sentence."""


class RetailerData(_Strict):
    name: str
    business_id: Annotated[str, Field(alias="businessId", pattern=r"^\d{7}-\d$")]
    email: Annotated[str, Field(pattern="^[^@ ]+@[^@ ]+$")]
    """The customer service's, which a bill has to say (Electricity Market Act 105 c §)."""
    address: AddressData
    phones: tuple[PhoneData, ...]
    guides: tuple[LinkData, ...]
    terms: tuple[LinkData, ...]
    terms_version: Annotated[str, Field(alias="termsVersion", min_length=1, max_length=32)]
    """Changes whenever the terms do; an account keeps which version it accepted."""
    legal_links: Annotated[tuple[LegalLinkData, ...], Field(alias="legalLinks")]

    @field_validator("legal_links")
    @classmethod
    def _every_kind_once(cls, links: tuple[LegalLinkData, ...]) -> tuple[LegalLinkData, ...]:
        if sorted(link.kind for link in links) != sorted(LegalLinkKind):
            raise ValueError(f"needs each of these kinds once: {', '.join(LegalLinkKind)}")
        return links


@lru_cache(maxsize=4)
def load_retailer(path: Path) -> RetailerData:
    """Reads the file once; raises SettingsError where it is not what it should be."""
    try:
        return RetailerData.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise SettingsError(f"OMAVIRTA_RETAILER_FILE: {path} cannot be used: {error}") from None
