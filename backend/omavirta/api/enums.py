"""Showing the rooms' enums in the API, with a description for each value."""

from enum import Enum
from typing import TypeVar

import strawberry

E = TypeVar("E", bound=Enum)


def describe_enum(enum: type[E], description: str, values: dict[E, str]) -> type[E]:
    """Makes an enum part of the schema under its own name. Raises ValueError where a value is not described."""
    shown = strawberry.enum(enum, description=description)
    definition = shown.__strawberry_definition__  # type: ignore[attr-defined]  # set by strawberry.enum
    texts = {member.name: text for member, text in values.items()}
    for value in definition.values:
        if value.name not in texts:
            raise ValueError(f"{enum.__name__}.{value.name} has no description")
        value.description = texts[value.name]
    return shown
