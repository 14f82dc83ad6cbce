import enum

import pytest

from omavirta.graphql.columns import Column, ColumnList


class Colour(enum.Enum):
    RED = "r"
    BLUE = "b"


def test_a_column_is_a_sequence_of_what_a_resolver_would_have_returned() -> None:
    column = Column(["RED", None, "BLUE"], Colour.__getitem__)

    assert list(column) == [Colour.RED, None, Colour.BLUE]
    assert column[-1] is Colour.BLUE
    assert list(column[1:]) == [None, Colour.BLUE]
    assert len(column) == 3


def test_a_column_without_a_mapping_gives_its_values() -> None:
    assert list(Column([1.5, None, 0.0])) == [1.5, None, 0.0]


def test_values_of_a_column_with_a_text_are_made_once_and_only_when_asked_for() -> None:
    made: list[int] = []

    def make() -> list[float]:
        made.append(1)
        return [1.5, 2.0]

    column = Column(make, text=lambda: b"[1.5,2.0]")
    assert made == []
    assert list(column) == [1.5, 2.0]
    assert column[1] == 2.0
    assert made == [1]


@pytest.mark.parametrize(
    ("values", "has_none"),
    [([], False), ([0.0, 1.0], False), ([0.0, None], True), (["a", ""], False), ([None], True)],
)
def test_a_column_knows_whether_a_value_is_missing(values: list[object], *, has_none: bool) -> None:
    column = Column(values)

    assert column.has_none is has_none
    assert column.has_none is has_none


def test_who_knows_that_no_value_is_missing_saves_the_look() -> None:
    assert Column(["a", "b"], has_none=False).has_none is False
    assert Column([None], has_none=True).has_none is True


def test_rows_offer_their_values_as_attributes() -> None:
    rows = ColumnList({"colour": Column(["RED", "BLUE"], Colour.__getitem__), "weight": Column([1.0, None])})

    assert [(row.colour, row.weight) for row in rows] == [(Colour.RED, 1.0), (Colour.BLUE, None)]
    assert rows[-1].colour is Colour.BLUE
    assert [row.weight for row in rows[:1]] == [1.0]
    with pytest.raises(AttributeError, match="no column 'length'"):
        rows[0].length  # noqa: B018
    with pytest.raises(IndexError):
        rows[2]


@pytest.mark.parametrize("columns", [{}, {"a": Column([1]), "b": Column([1, 2])}])
def test_columns_need_one_common_length(columns: dict[str, Column]) -> None:
    with pytest.raises(ValueError, match="one common length"):
        ColumnList(columns)
