import pytest

from omavirta.documents.characters import printable


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Åke Ägräs #strong[x] *y* $z$ \\ ~ @a <b>", "Åke Ägräs #strong[x] *y* $z$ \\ ~ @a <b>"),
        ("a\u0308", "ä"),
        ("rivi\nvaihto\x00\t!", "rivi vaihto !"),
        ("漢字 😀", "?? ?"),
        ("käänne\u202etty", "käännetty"),
        ("sähkö\u00adposti", "sähköposti"),
        ("1\u00a0234,56\u00a0€ \u22125", "1\u00a0234,56\u00a0€ \u22125"),
        ("Ελλάδα Київ Łódź", "Ελλάδα Київ Łódź"),
    ],
)
def test_a_line_that_the_font_can_set(text: str, printed: str) -> None:
    assert printable(text) == printed
