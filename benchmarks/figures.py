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
    detail: str = ""
    """What the value was made of."""

    @property
    def holds(self) -> bool:
        return self.value >= self.promise if self.at_least else self.value <= self.promise

    def as_json(self) -> dict[str, str | float | bool]:
        return {
            "name": self.name,
            "value": self.value,
            "promise": self.promise,
            "atLeast": self.at_least,
            "unit": self.unit,
            "holds": self.holds,
            "detail": self.detail,
        }

    def __str__(self) -> str:
        bound = "at least" if self.at_least else "at most"
        verdict = "holds" if self.holds else "MISSED"
        detail = f" ({self.detail})" if self.detail else ""
        return (
            f"{verdict:7}{self.value:12,.2f} {self.unit:22} {bound} {self.promise:<8,g} {self.name}{detail}"
        )
