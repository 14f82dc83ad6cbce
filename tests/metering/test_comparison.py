"""Similar homes: who is in which group, and one home taken out of it exactly, against plain recomputation."""

import statistics
from collections import Counter
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omavirta.metering.calendar import day_date, day_number
from omavirta.metering.comparison import (
    AREA_CLASSES,
    USE_CLASSES,
    Dwelling,
    Heating,
    Home,
    HomeGroup,
    HomeSizeUnit,
    Months,
    compared_months,
)
from omavirta.metering.comparison_statistics import (
    Others,
    PublishedOthers,
    SimilarGroup,
    holds,
    is_large_enough,
    kept_ranks,
    published,
    rounded_total,
    without,
)
from omavirta.metering.comparison_years import (
    YearOnYear,
    compare_with_year_before,
    period_a_year_before,
    same_day_a_year_before,
)
from omavirta.metering.quality import Quality
from omavirta.metering.series import DayTotal

EVERY_DAY = [(0, day_number(date(2199, 1, 1)))]


def group_of(values: list[int], customers: int | None = None) -> SimilarGroup:
    ordered = sorted(values)
    return SimilarGroup(
        len(values),
        len(values) if customers is None else customers,
        sum(values),
        [ordered[rank - 1] for rank in kept_ranks(len(values))],
    )


class TestOneHomeTakenOut:
    @given(st.lists(st.integers(0, 40), min_size=21, max_size=400), st.data())
    def test_it_is_as_if_it_had_never_been_there_but_for_the_means_rounded_sum(
        self, values: list[int], data: st.DataObject
    ) -> None:
        scale = data.draw(st.sampled_from([1, 123_457, 10**9 + 7]))
        values = [value * scale for value in values]
        own = data.draw(st.sampled_from(values))
        others = values.copy()
        others.remove(own)
        quartiles = statistics.quantiles(
            [Fraction(value, 10**6) for value in others], n=4, method="inclusive"
        )

        found = without(group_of(values), own)

        assert found.homes == len(others)
        rounding = Fraction(sum(values) // len(values), len(others) * 10**6)
        average = Fraction(sum(others), len(others) * 10**6)
        assert found.average == pytest.approx(float(average), abs=float(rounding) * 1.000001)
        assert [found.lower_quartile, found.median, found.upper_quartile] == [
            float(quartile) for quartile in quartiles
        ]
        place = Fraction(sum(value < own for value in others), len(others))
        assert float(place) - 0.0101 <= found.place <= float(place)
        if len(values) <= 100:
            assert found.place == float(place)

    @given(st.integers(20, 3000))
    def test_what_is_kept_is_few_and_the_ends_are_among_it(self, homes: int) -> None:
        ranks = kept_ranks(homes)
        assert len(ranks) <= 109
        assert ranks[-1] == homes
        if homes <= 100:
            assert ranks == list(range(1, homes + 1))

    def test_a_home_that_is_not_in_the_group_is_noticed(self) -> None:
        group = group_of(list(range(0, 60, 2)))
        assert holds(group, 8)
        assert not holds(group, 9)
        large = group_of(list(range(1000)))
        assert holds(large, 999)
        assert not holds(large, 1000)

    @pytest.mark.parametrize(
        ("homes", "customers", "enough"), [(21, 21, True), (20, 20, False), (21, 20, False), (500, 20, False)]
    )
    def test_twenty_others_of_twenty_other_customers_are_the_least(
        self, homes: int, customers: int, *, enough: bool
    ) -> None:
        assert is_large_enough(group_of([1] * homes, customers)) is enough


def shown(values: list[int], own: int) -> PublishedOthers:
    return published(without(group_of(values), own))


KWH = 10**6
OWN = 90 * KWH
"""What the asker's own home used in each month."""


class TestWhatIsPublished:
    @given(st.lists(st.integers(0, 30_000 * KWH), min_size=21, max_size=150), st.data())
    def test_two_figures_tens_of_homes_and_twentieths(self, values: list[int], data: st.DataObject) -> None:
        exact = without(group_of(values), data.draw(st.sampled_from(values)))
        told = published(exact)
        for name in ("average", "lower_quartile", "median", "upper_quartile"):
            energy, truth = getattr(told, name), getattr(exact, name)
            assert isinstance(energy, int)
            assert len(str(energy).rstrip("0")) <= 2
            assert abs(energy - truth) <= max(0.5, abs(truth) / 20)
        assert told.homes % 10 == 0
        assert 0 <= exact.homes - told.homes < 10
        assert told.place * 20 == round(told.place * 20)
        assert abs(told.place - exact.place) <= 0.0251

    @pytest.mark.parametrize(
        ("kwh", "told"),
        [
            (0.0, 0),
            (0.4, 0),
            (9.6, 10),
            (99.4, 99),
            (99.6, 100),
            (187.2, 190),
            (1_314.0, 1_300),
            (-187.2, -190),
        ],
    )
    def test_an_energy(self, kwh: float, told: int) -> None:
        assert published(Others(20, kwh, kwh, kwh, kwh, 0.5)) == PublishedOthers(
            20, told, told, told, told, 0.5
        )

    def test_a_years_months_taken_from_one_another_tell_nothing_of_who_came_in_december(self) -> None:
        others = [(100 + number) * KWH for number in range(24)]

        def answers(victim: int) -> tuple[PublishedOthers, PublishedOthers, PublishedOthers]:
            """December, which the victim is in; the year and its first eleven months, which it is not."""
            return (
                shown([*others, OWN, victim * KWH], OWN),
                shown([12 * value for value in [*others, OWN]], 12 * OWN),
                shown([11 * value for value in [*others, OWN]], 11 * OWN),
            )

        def left_over(told: tuple[PublishedOthers, ...]) -> int:
            december, year, eleven = (each.average * each.homes for each in told)
            return december - (year - eleven)

        told = {victim: answers(victim) for victim in range(60, 161)}
        assert len({left_over(each) for each in told.values()}) <= 2
        # A quartile or one's place may move over to its next step: each answer still fits many a victim.
        assert min(Counter(told.values()).values()) >= 10

    def test_who_has_several_homes_in_a_group_learns_of_its_mean_what_one_learns(self) -> None:
        own = [use * KWH for use in (10, 30, 50, 70)]
        others = [(113 + number) * KWH for number in range(24)]
        victims = range(60, 161)
        sums, told, rounded_at_the_end = set(), [], []
        for victim in victims:
            values = [*others, *own, victim * KWH]
            exact = [(sum(values) - each) / (len(values) - 1) / KWH for each in own]
            told.append(tuple(shown(values, each).average for each in own))
            rounded_at_the_end.append(tuple(round(each, -1) for each in exact))
            sums.add(rounded_total(group_of(values)))
        # Each home shifts the rounding by what it used itself: five ranges of 20 kWh that the victim may be in.
        assert max(Counter(rounded_at_the_end).values()) <= 23
        assert len(set(told)) <= len(sums) == 2

    @pytest.mark.parametrize("homes", [21, 22, 29, 150])
    def test_the_rounded_sum_leaves_half_of_what_a_home_used_open(self, homes: int) -> None:
        totals = range(homes, 300 * homes)
        by_rounded: dict[int, list[int]] = {}
        for total in totals:
            by_rounded.setdefault(rounded_total(SimilarGroup(homes, homes, total, [])), []).append(total)
        for rounded, alike in list(by_rounded.items())[1:-1]:
            assert len(alike) == alike[-1] - alike[0] + 1
            assert len(alike) >= alike[-1] / homes / 2
            assert all(abs(total - rounded) <= total / homes for total in alike)


class TestGroups:
    def test_the_class_is_by_floor_area_where_it_is_known(self) -> None:
        home = Home(Dwelling.HOUSE, Heating.HEAT_PUMP, 130, 2)
        group = home.group(18_000 * 10**6)
        assert group is not None
        assert group.key == "HOUSE/HEAT_PUMP/2/SQUARE_METRES/130"
        assert (group.size_from, group.size_to) == (130, 160)

    def test_else_by_what_it_used_in_the_year_before(self) -> None:
        home = Home(Dwelling.ROW_HOUSE, Heating.DISTRICT, None, 4)
        group = home.group(3_499_999_999)
        assert group is not None
        assert (group.size_unit, group.size_from, group.size_to) == (HomeSizeUnit.KWH_A_YEAR, 2_000, 3_500)
        following = home.group(3_500_000_000)
        assert following is not None
        assert following.size_from == 3_500
        assert home.group(None) is None

    @pytest.mark.parametrize(
        "home",
        [
            Home(None, Heating.OIL, 100, 1),
            Home(Dwelling.FLAT, None, 100, 1),
            Home(Dwelling.FLAT, Heating.OIL, 100, None),
            Home(Dwelling.FLAT, Heating.OIL, 100, 5),
        ],
    )
    def test_a_home_of_which_too_little_is_known_has_none(self, home: Home) -> None:
        assert home.group(10**9) is None

    def test_the_last_class_has_no_end_and_every_key_fits(self) -> None:
        for unit, classes in (
            (HomeSizeUnit.SQUARE_METRES, AREA_CLASSES),
            (HomeSizeUnit.KWH_A_YEAR, USE_CLASSES),
        ):
            groups = [
                HomeGroup(dwelling, heating, 4, unit, position)
                for dwelling in Dwelling
                for heating in Heating
                for position in range(len(classes))
            ]
            assert len({group.key for group in groups}) == len(groups)
            assert max(len(group.key) for group in groups) <= 64
            assert groups[-1].size_to is None


class TestMonths:
    @pytest.mark.parametrize(
        ("from_", "to", "months"),
        [
            (date(2026, 10, 1), date(2026, 11, 1), Months(2026 * 12 + 9, 1)),
            (date(2026, 12, 1), date(2027, 1, 1), Months(2026 * 12 + 11, 1)),
            (date(2025, 1, 1), date(2026, 1, 1), Months(2025 * 12, 12)),
            (date(2026, 1, 1), date(2026, 11, 1), Months(2026 * 12, 10)),
            (date(2026, 2, 1), date(2026, 4, 1), None),
            (date(2025, 1, 1), date(2026, 2, 1), None),
            (date(2026, 10, 1), date(2026, 10, 31), None),
            (date(2026, 10, 2), date(2026, 11, 1), None),
        ],
    )
    def test_a_month_or_a_years_first_ones(self, from_: date, to: date, months: Months | None) -> None:
        found = compared_months(day_number(from_), day_number(to))
        assert found == months
        if found is not None:
            assert (day_date(found.from_day), day_date(found.to_day)) == (from_, to)

    def test_the_year_before_ends_where_the_months_start(self) -> None:
        months = Months(2026 * 12 + 9, 1)
        assert months.year_before.to_day == months.from_day
        assert day_date(months.year_before.from_day) == date(2025, 10, 1)


def day(year: int, month: int, day_: int, total: int | None, quality: int = Quality.MEASURED) -> DayTotal:
    return DayTotal(day_number(date(year, month, day_)), total, quality)


class TestTheYearBefore:
    def test_29_february_has_no_partner(self) -> None:
        leap = day_number(date(2028, 2, 29))
        assert same_day_a_year_before(leap) is None
        assert period_a_year_before(leap, leap + 1) == (leap, leap)
        assert period_a_year_before(leap, leap + 2) == (
            day_number(date(2027, 3, 1)),
            day_number(date(2027, 3, 2)),
        )
        days = [day(2028, 2, 28, 3), day(2028, 2, 29, 100), day(2028, 3, 1, 5)]
        before = [day(2027, 2, 28, 7), day(2027, 3, 1, 11)]
        assert compare_with_year_before(days, before, EVERY_DAY) == YearOnYear(8, 18, 2)

    def test_the_year_after_a_leap_year_leaves_its_29_february_out(self) -> None:
        days = [day(2029, 2, 28, 3), day(2029, 3, 1, 5)]
        before = [day(2028, 2, 28, 7), day(2028, 2, 29, 100), day(2028, 3, 1, 11)]
        assert compare_with_year_before(days, before, EVERY_DAY) == YearOnYear(8, 18, 2)

    def test_only_days_that_are_complete_in_both_years_count(self) -> None:
        days = [
            day(2026, 5, 1, 1),
            day(2026, 5, 2, 10, Quality.PARTIALLY_MISSING),
            day(2026, 5, 3, 100),
            day(2026, 5, 4, 1000, Quality.UNCERTAIN),
        ]
        before = [
            day(2025, 5, 1, 1),
            day(2025, 5, 2, 10),
            day(2025, 5, 3, None, Quality.MISSING),
            day(2025, 5, 4, 2000),
        ]
        assert compare_with_year_before(days, before, EVERY_DAY) == YearOnYear(1001, 2001, 2)

    def test_only_ones_own_days_count(self) -> None:
        days, before = [day(2026, 5, 1, 1), day(2026, 5, 2, 2)], [day(2025, 5, 1, 5), day(2025, 5, 2, 6)]
        moved_in = [(day_number(date(2025, 5, 2)), day_number(date(2027, 1, 1)))]
        assert compare_with_year_before(days, before, moved_in) == YearOnYear(2, 6, 1)

    @given(st.integers(0, 30_000), st.integers(1, 800))
    def test_the_period_a_year_before_holds_every_partner(self, from_day: int, count: int) -> None:
        first, end = period_a_year_before(from_day, from_day + count)
        partners = [
            partner
            for each in range(from_day, from_day + count)
            if (partner := same_day_a_year_before(each)) is not None
        ]
        assert len(partners) == len(set(partners))
        between = set(range(first, end)) - set(partners)
        assert all((day_date(each).month, day_date(each).day) == (2, 29) for each in between)
        assert all(first <= each < end for each in partners)
