"""What is wrong with a record, in words for a clerk. Of values only those are repeated that our own checks chose to repeat."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from omavirta.masterdata.records.base import Kind

MOST_PROBLEMS = 5
"""Told of one line."""


def problems_in_words(errors: Iterable[Mapping[str, Any]]) -> list[str]:
    """From pydantic's errors. A list whose entries do not hold counts as too short to it, which is no news."""
    told = list(errors)
    inner = {error["loc"][:-depth] for error in told for depth in range(1, len(error["loc"]))}
    return [_in_words(error) for error in told if error["type"] != "too_short" or error["loc"] not in inner][
        :MOST_PROBLEMS
    ]


_WORDS = {
    "missing": "{place} is missing",
    "extra_forbidden": "{place} is no field that is known here",
    "union_tag_not_found": "type is missing; it is one of {kinds}",
    "union_tag_invalid": "type is none of {kinds}",
    "string_type": "{place} is no text",
    "string_too_short": "{place} is empty",
    "too_short": "{place} is empty",
    "string_too_long": "{place} is too long: it has at most {max_length} characters",
    "too_long": "{place} has more than {max_length} entries",
    "string_pattern_mismatch": "{place} is no address of a web page",
    "enum": "{place} is none of {expected}",
    "int_type": "{place} is no whole number",
    "bool_type": "{place} is neither true nor false",
    "greater_than_equal": "{place} is less than {ge}",
    "less_than_equal": "{place} is more than {le}",
    "tuple_type": "{place} is no list",
    "model_type": "{place} is no JSON object",
    "model_attributes_type": "{place} is no JSON object",
}


def _in_words(error: Mapping[str, Any]) -> str:
    place, context = _place(error["loc"]), error.get("ctx", {})
    if error["type"] == "value_error":
        return f"{place} {context['error']}".lstrip()
    words = _WORDS.get(error["type"], "{place} is not as it should be")
    return words.format(place=place or "the line", kinds=", ".join(Kind), **context)


def _place(location: Sequence[str | int]) -> str:
    """`rows[3].net`, counted from 1. The first part is the record's type."""
    found = ""
    for part in location[1:]:
        if isinstance(part, int):
            found += f"[{part + 1}]"
        else:
            found += f".{part}" if found else part
    return found
