"""The values of Finvoice: dates as CCYYMMDD, decimals with a comma."""

import re
from datetime import date
from decimal import Decimal

from lxml import etree

CURRENCY = "EUR"
_AMOUNT = re.compile(r"-?\d{1,15}(,\d{1,10})?", re.ASCII)
_DATE = re.compile(r"\d{8}", re.ASCII)


class BadValue(ValueError):  # noqa: N818 - a state of the file, which its reader expects
    """What an element says cannot be; the message is for a clerk. `element` is where."""

    def __init__(self, message: str, element: "etree._Element") -> None:
        super().__init__(message)
        self.element = element


class Part:
    """An element and its children by name."""

    __slots__ = ("_children", "element")

    def __init__(self, element: "etree._Element") -> None:
        self.element = element
        self._children: dict[str, list[etree._Element]] = {}
        for child in element:
            # Comments and instructions have no name.
            if isinstance(child.tag, str):
                self._children.setdefault(child.tag, []).append(child)

    def parts(self, name: str) -> "list[Part]":
        return [Part(child) for child in self._children.get(name, ())]

    def part(self, *names: str) -> "Part | None":
        """The first of each name within the one before."""
        found: Part | None = self
        for name in names:
            child = None if found is None else found._first(name)  # noqa: SLF001 - of the same class
            found = None if child is None else Part(child)
        return found

    def text(self, name: str) -> str | None:
        """None where the element is not there, or empty."""
        child = self._first(name)
        return None if child is None else _text_of(child)

    def texts(self, name: str) -> list[str]:
        found = (_text_of(child) for child in self._children.get(name, ()))
        return [text for text in found if text is not None]

    def attribute(self, name: str, attribute: str) -> str | None:
        child = self._first(name)
        return None if child is None else child.get(attribute)

    def required(self, name: str) -> str:
        text = self.text(name)
        if text is None:
            raise BadValue(f"{self.element.tag} has no {name}", self.element)
        return text

    def amount(self, name: str) -> Decimal | None:
        """An amount of euros."""
        child = self._first(name)
        if child is None or _text_of(child) is None:
            return None
        currency = child.get("AmountCurrencyIdentifier", CURRENCY)
        if currency != CURRENCY:
            raise BadValue(f"{name} is in {currency[:10]}; invoices are taken in euros", child)
        return self.number(name)

    def number(self, name: str) -> Decimal | None:
        child = self._first(name)
        text = None if child is None else _text_of(child)
        if child is None or text is None:
            return None
        if not _AMOUNT.fullmatch(text):
            raise BadValue(
                f"{name} is {text[:40]!r}: a number has digits, and a comma before its decimals", child
            )
        return Decimal(text.replace(",", "."))

    def date(self, name: str) -> date | None:
        child = self._first(name)
        text = None if child is None else _text_of(child)
        if child is None or text is None:
            return None
        if _DATE.fullmatch(text):
            try:
                return date(int(text[:4]), int(text[4:6]), int(text[6:]))
            except ValueError:
                pass
        raise BadValue(f"{name} is {text[:40]!r}: a date is a day written CCYYMMDD", child)

    def _first(self, name: str) -> "etree._Element | None":
        found = self._children.get(name)
        return found[0] if found else None


def _text_of(element: "etree._Element") -> str | None:
    text = element.text
    return (text.strip() or None) if text else None
