"""Our own keys: which sign, which decrypt, which are shown, at every stage of their rotation.

    use      next                        active                          retired
    sig      shown, does not sign yet    shown, signs                    shown, signs no more
    enc      decrypts, not shown yet     shown and decrypts              decrypts, not shown any more
    entity   shown in the statement      signs the statement and the     shown in the statement
                                         key set

So whatever a broker keeps of our key set for a day, its requests for our keys find an answer. docs/strong-authentication.md
has the steps.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from joserfc.jwk import RSAKey

from omavirta.errors import SettingsError


class KeyUse(StrEnum):
    SIGNING = "sig"
    ENCRYPTION = "enc"
    ENTITY = "entity"


class KeyState(StrEnum):
    NEXT = "next"
    ACTIVE = "active"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class OwnKey:
    use: KeyUse
    state: KeyState
    since: datetime
    """When it came into this state."""
    key: RSAKey

    @property
    def kid(self) -> str:
        return str(self.key.kid)

    def public(self) -> dict[str, Any]:
        """As a key set shows it (RFC 7517)."""
        use = "enc" if self.use is KeyUse.ENCRYPTION else "sig"
        shown = self.key.as_dict(private=False)
        return {"kty": "RSA", "use": use, "kid": self.kid, "n": shown["n"], "e": shown["e"]}


@dataclass(frozen=True, slots=True)
class OwnKeys:
    keys: tuple[OwnKey, ...]

    def active(self, use: KeyUse) -> RSAKey:
        """Raises SettingsError where there is none."""
        active = [own for own in self.keys if own.use is use and own.state is KeyState.ACTIVE]
        if not active:
            raise SettingsError(
                f"OMAVIRTA_KEYS_FOLDER: there is no active key for {use}; run `omavirta keys create`"
            )
        return max(active, key=lambda own: own.since).key

    def decrypting(self) -> list[RSAKey]:
        """All that messages to us may be encrypted with, the active one first."""
        of_use = sorted(
            (own for own in self.keys if own.use is KeyUse.ENCRYPTION),
            key=lambda own: (own.state is not KeyState.ACTIVE, own.since),
        )
        return [own.key for own in of_use]

    def shown(self) -> list[dict[str, Any]]:
        """The members of our key set."""
        return [
            own.public()
            for own in self.keys
            if own.use is KeyUse.SIGNING or (own.use is KeyUse.ENCRYPTION and own.state is KeyState.ACTIVE)
        ]

    def shown_entity_keys(self) -> list[dict[str, Any]]:
        return [own.public() for own in self.keys if own.use is KeyUse.ENTITY]

    def require_complete(self) -> None:
        """Raises SettingsError unless there is an active key of each use."""
        for use in KeyUse:
            self.active(use)
