"""A figure: what was measured against what was promised."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """`value` is to be at most, or at least, `promise`."""

    name: str
    value: float
    promise: float
    unit: str
    at_least: bool = False

    @property
    def holds(self) -> bool:
        return self.value >= self.promise if self.at_least else self.value <= self.promise

    def __str__(self) -> str:
        bound = "at least" if self.at_least else "at most"
        verdict = "holds" if self.holds else "MISSED"
        return f"{verdict:7} {self.value:12,.2f} {self.unit:24} {bound} {self.promise:,g}   {self.name}"
