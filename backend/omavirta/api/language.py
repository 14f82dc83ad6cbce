"""The three languages, and which of them the asker reads."""

from enum import StrEnum

from starlette.requests import Request

from omavirta.api.enums import describe_enum


class Language(StrEnum):
    FI = "fi"
    SV = "sv"
    EN = "en"


describe_enum(
    Language,
    "A language that the portal speaks.",
    {Language.FI: "Finnish.", Language.SV: "Swedish.", Language.EN: "English."},
)


def asked_language(request: Request) -> Language:
    """The best of Accept-Language (RFC 9110 12.5.4) that we speak; Finnish where there is none."""
    best, best_weight = Language.FI, 0.0
    for part in request.headers.get("accept-language", "").split(",")[:20]:
        tag, _, parameters = part.strip().partition(";")
        code = tag.strip().lower().partition("-")[0]
        weight = _weight(parameters)
        if code in _CODES and weight > best_weight:
            best, best_weight = Language(code), weight
    return best


def in_language(texts: dict[str, str], language: Language) -> str:
    """A catalogue's text in the asker's language, else in Finnish."""
    return texts.get(language.value) or texts["fi"]


_CODES = frozenset(language.value for language in Language)


def _weight(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return min(float(value), 1.0)
    except ValueError:
        return 0.0
