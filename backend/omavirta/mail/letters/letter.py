"""What a letter consists of. `{name}` in a text stands for the message's field of that name."""

from dataclasses import dataclass
from typing import TypeAlias

from omavirta.api.language import Language


@dataclass(frozen=True, slots=True)
class Code:
    """The message's `code`, on a line of its own."""


@dataclass(frozen=True, slots=True)
class Button:
    """A link to the message's `url` or `sign_in_url`."""

    label: str


CODE = Code()
Block: TypeAlias = str | Code | Button
"""A string is a paragraph."""


@dataclass(frozen=True, slots=True)
class Letter:
    """The subject says what the mail is, and never what only its reader may see: lock screens show it."""

    subject: str
    body: tuple[Block, ...]


def letter(subject: str, *body: Block) -> Letter:
    return Letter(subject, body)


Translations: TypeAlias = dict[Language, Letter]
FI, SV, EN = Language.FI, Language.SV, Language.EN
