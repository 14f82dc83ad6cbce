"""What a new password must be (OWASP ASVS 5.0, 6.2): 8 to 256 characters, and not one that is guessed first.

There are no rules of composition. `common_passwords.txt` holds the 3,000 most common passwords of eight characters or
more, from the frequency list of zxcvbn (Dropbox, MIT licence); shorter ones are refused for their length.
"""

from collections.abc import Iterable
from enum import Enum, auto
from functools import cache
from importlib.resources import files

from omavirta.identity.names import name_key
from omavirta.identity.passwords import LONGEST_PASSWORD, composed

SHORTEST_PASSWORD = 8
SHORTEST_CONTEXT_WORD = 4
FINNISH_COMMON = frozenset(
    {
        "salasana",
        "salasana1",
        "salasana123",
        "perkele1",
        "suomi123",
        "kissakoira",
        "sähkösopimus",
        "lösenord",
        "lösenord1",
    }
)


class PasswordProblem(Enum):
    TOO_SHORT = auto()
    TOO_LONG = auto()
    COMMON = auto()
    """One of those that are tried first, or made of the person's own names or the portal's."""


def password_problem(password: str, context_words: Iterable[str | None] = ()) -> PasswordProblem | None:
    """What keeps this from being taken as a new password. `context_words` are the person's names and addresses.

    Characters are counted after NFC, as they are hashed.
    """
    text = composed(password)
    if len(text) < SHORTEST_PASSWORD:
        return PasswordProblem.TOO_SHORT
    if len(text) > LONGEST_PASSWORD:
        return PasswordProblem.TOO_LONG
    key = name_key(text)
    if key in _common() or len(set(key)) == 1 or _is_made_of(key, context_words):
        return PasswordProblem.COMMON
    return None


def _is_made_of(key: str, context_words: Iterable[str | None]) -> bool:
    """Whether a context word, with a few characters around it, is the whole password."""
    for word in ("omavirta", *context_words):
        for part in name_key(word or "").replace("@", " ").replace(".", " ").split():
            if (
                len(part) >= SHORTEST_CONTEXT_WORD
                and part in key
                and len(key) - len(part) < SHORTEST_CONTEXT_WORD
            ):
                return True
    return any(word is not None and name_key(word) == key for word in context_words)


@cache
def _common() -> frozenset[str]:
    text = files("omavirta.identity").joinpath("common_passwords.txt").read_text(encoding="utf-8")
    return frozenset(map(name_key, text.split())) | FINNISH_COMMON
