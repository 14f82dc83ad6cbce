"""The Finnish personal identity code: what is one, and the keyed hash that stands for it everywhere.

The code itself is kept nowhere, shown nowhere and logged nowhere (Data Protection Act 1050/2018, 29 §).
"""

from datetime import date

from stdnum.exceptions import ValidationError
from stdnum.fi import hetu

from omavirta.identity.secrets import keyed_hash

_CENTURIES = {"+": 1800} | dict.fromkeys("-YXWVU", 1900) | dict.fromkeys("ABCDEF", 2000)


class InvalidIdentityCode(ValueError):  # noqa: N818 - a state of what came in, not a fault
    """Not an identity code of anyone. Says nothing of what it was."""


def normalise_identity_code(code: str, today: date, *, accept_test: bool) -> str:
    """The eleven characters in capitals; raises InvalidIdentityCode (Government Decree 690/2022).

    Individual numbers from 900 on are no one's but test persons': `accept_test` lets them through. `today` because
    nobody was born later.
    """
    try:
        normalised: str = hetu.validate(code, allow_temporary=accept_test)
    except ValidationError:
        raise InvalidIdentityCode from None
    # The library takes the digits of any script.
    if not normalised.isascii() or _birth_date(normalised) > today:
        raise InvalidIdentityCode
    return normalised


def identity_hash(secret_key: str, normalised_code: str) -> str:
    """By which customers, contacts and accounts are found: 64 hexadecimal digits."""
    return keyed_hash(secret_key, "identity-code", normalised_code)


def _birth_date(code: str) -> date:
    return date(_CENTURIES[code[6]] + int(code[4:6]), int(code[2:4]), int(code[:2]))
