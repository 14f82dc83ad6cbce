"""Who is similar to whom, and over which months similar homes are compared: pure.

Homes are similar where dwelling, heating and climate zone are the same, and the size class: by floor area where it is known,
else by what the home used in the twelve months before those compared. A home of which one of these is not known has no group.
"""

from bisect import bisect_right
from enum import StrEnum
from typing import NamedTuple

from omavirta.metering.calendar import day_date, month_days
from omavirta.metering.months import month_of_day
from omavirta.metering.series import MICRO_KWH_PER_KWH

LEAST_HOMES = 20
"""Fewer homes than this beside one's own, or homes of fewer other customers, are never told about."""

MONTHS_OF_SIZE = 12
AREA_CLASSES = (0, 40, 60, 80, 100, 130, 160, 200, 300)
"""Where each class begins, in square metres; the last has no end."""
USE_CLASSES = (0, 1_000, 2_000, 3_500, 5_000, 8_000, 12_000, 16_000, 20_000, 25_000, 35_000)
"""The same in kWh of twelve months."""
CLIMATE_ZONES = (1, 2, 3, 4)


class Dwelling(StrEnum):
    HOUSE = "HOUSE"
    ROW_HOUSE = "ROW_HOUSE"
    FLAT = "FLAT"
    COTTAGE = "COTTAGE"
    OTHER = "OTHER"


class Heating(StrEnum):
    ELECTRIC = "ELECTRIC"
    HEAT_PUMP = "HEAT_PUMP"
    DISTRICT = "DISTRICT"
    OIL = "OIL"
    WOOD = "WOOD"
    OTHER = "OTHER"


class HomeSizeUnit(StrEnum):
    SQUARE_METRES = "SQUARE_METRES"
    KWH_A_YEAR = "KWH_A_YEAR"


class Home(NamedTuple):
    """What is known of a place of use; None where nothing is."""

    dwelling: Dwelling | None
    heating: Heating | None
    floor_area_m2: int | None
    climate_zone: int | None

    @property
    def size_unit(self) -> HomeSizeUnit:
        """What its size is told by."""
        return HomeSizeUnit.KWH_A_YEAR if self.floor_area_m2 is None else HomeSizeUnit.SQUARE_METRES

    def group(self, year_before_micro_kwh: int | None) -> "HomeGroup | None":
        """Its group, None where it has none. `year_before_micro_kwh` is of the twelve months before those compared, and
        counts only where the floor area is not known; None where those are not all known.
        """
        if self.dwelling is None or self.heating is None or self.climate_zone not in CLIMATE_ZONES:
            return None
        if self.floor_area_m2 is not None:
            position = size_class(AREA_CLASSES, self.floor_area_m2)
        elif year_before_micro_kwh is not None:
            position = size_class(USE_CLASSES, year_before_micro_kwh // MICRO_KWH_PER_KWH)
        else:
            return None
        return HomeGroup(self.dwelling, self.heating, self.climate_zone, self.size_unit, position)


def size_class(classes: tuple[int, ...], size: int) -> int:
    """The position of the class that a size is in; what is below all is in the first."""
    return max(bisect_right(classes, size) - 1, 0)


class HomeGroup(NamedTuple):
    dwelling: Dwelling
    heating: Heating
    climate_zone: int
    size_unit: HomeSizeUnit
    size_class: int

    @property
    def key(self) -> str:
        """What it is kept under. The size is where its class begins, so that other classes make other groups."""
        return f"{self.dwelling}/{self.heating}/{self.climate_zone}/{self.size_unit}/{self.size_from}"

    @property
    def size_from(self) -> int:
        return self._classes[self.size_class]

    @property
    def size_to(self) -> int | None:
        """Not included; None for the class without an end."""
        following = self.size_class + 1
        return self._classes[following] if following < len(self._classes) else None

    @property
    def _classes(self) -> tuple[int, ...]:
        return AREA_CLASSES if self.size_unit is HomeSizeUnit.SQUARE_METRES else USE_CLASSES


class Months(NamedTuple):
    """`length` calendar months from `first` on, which is 12 times the year and the month from 0."""

    first: int
    length: int

    @property
    def end(self) -> int:
        return self.first + self.length

    @property
    def from_day(self) -> int:
        return month_days(self.first)[0]

    @property
    def to_day(self) -> int:
        return month_days(self.end)[0]

    @property
    def year_before(self) -> "Months":
        """The twelve months before, by which the size of a home without floor area is told."""
        return Months(self.first - MONTHS_OF_SIZE, MONTHS_OF_SIZE)


def compared_months(from_day: int, to_day: int) -> Months | None:
    """The period as months that similar homes are compared over: a month, or a year's first months, all twelve at most."""
    first, end = _month_starting_on(from_day), _month_starting_on(to_day)
    if first is None or end is None:
        return None
    count = end - first
    return Months(first, count) if count == 1 or (first % 12 == 0 and count <= 12) else None


def _month_starting_on(day: int) -> int | None:
    return month_of_day(day) if day_date(day).day == 1 else None
