"""What strong authentication yields: a person, and what for."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from omavirta.api.language import Language


class IdentificationPurpose(StrEnum):
    REGISTER = "REGISTER"
    SIGN_IN = "SIGN_IN"
    STEP_UP = "STEP_UP"


@dataclass(frozen=True, slots=True)
class IdentifiedPerson:
    """Someone whom a broker has just identified, every check passed. The identity code itself stays behind."""

    identity_hash: str
    """Keyed hash of the identity code (`identity.identity_code`), as customers, contacts and accounts keep it."""
    name: str
    purpose: IdentificationPurpose
    account_id: UUID | None
    """Who has to be the one, for a step-up: the account that was signed in when it began."""
    return_path: str
    """A path of our own, `/…`."""
    language: Language
