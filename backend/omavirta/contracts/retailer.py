"""Who the retailer is, as its settings file says: `OMAVIRTA_RETAILER_FILE`, JSON with texts in three languages."""

from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

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


class RetailerData(_Strict):
    name: str
    phones: tuple[PhoneData, ...]
    guides: tuple[LinkData, ...]
    terms: tuple[LinkData, ...]
    terms_version: Annotated[str, Field(alias="termsVersion", min_length=1, max_length=32)]
    """Changes whenever the terms do; an account keeps which version it accepted."""


@lru_cache(maxsize=4)
def load_retailer(path: Path) -> RetailerData:
    """Reads the file once; raises SettingsError where it is not what it should be."""
    try:
        return RetailerData.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise SettingsError(f"OMAVIRTA_RETAILER_FILE: {path} cannot be used: {error}") from None
