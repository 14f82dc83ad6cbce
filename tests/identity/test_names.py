import pytest

from omavirta.identity.names import as_email, as_user_name, masked_email, name_key


@pytest.mark.parametrize("name", ["aino", "Äijö-Åke", "a.b_c-1", "x" * 64, " aino ", "小川一"])
def test_user_names_are_letters_digits_dots_underscores_and_hyphens(name: str) -> None:
    assert as_user_name(name) == name.strip()


@pytest.mark.parametrize(
    "name",
    ["", "ab", "x" * 65, "aino@example.fi", "aino virtanen", "a/b/c", "\u200baino", "ﷺ" * 10],
)
def test_other_texts_are_no_user_names(name: str) -> None:
    assert as_user_name(name) is None


def test_a_user_name_is_kept_as_it_is_compared() -> None:
    # Full-width letters look alike and must not be another's name.
    assert as_user_name("ａｉｎｏ") == "aino"
    assert name_key("Aino ") == name_key("ａｉｎｏ") == "aino"


@pytest.mark.parametrize(
    "address",
    [
        "a@b.fi",
        "aino.virtanen+laskut@posti.example.fi",
        "o'brien@example.fi",
        f"{'x' * 64}@example.fi",
        " a@b.fi ",
    ],
)
def test_addresses(address: str) -> None:
    assert as_email(address) == address.strip()


@pytest.mark.parametrize(
    "address",
    [
        "",
        "aino",
        "@example.fi",
        "aino@",
        "aino@example",
        "aino@127.0.0.1",
        "aino@example..fi",
        "aino@-example.fi",
        ".aino@example.fi",
        "ai..no@example.fi",
        "aino@example.fi\r\nBcc: eero@example.fi",
        "aino@example.fi,eero@example.fi",
        '"aino"@example.fi',
        "äiti@example.fi",
        "aino virtanen@example.fi",
        f"{'x' * 65}@example.fi",
        f"a@{'x' * 60}.{'x' * 60}.{'x' * 60}.{'x' * 60}.{'x' * 10}.fi",
    ],
)
def test_other_texts_are_no_addresses(address: str) -> None:
    assert as_email(address) is None


def test_a_masked_address_shows_where_but_not_who() -> None:
    assert masked_email("aino.virtanen@example.fi") == "a…@example.fi"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("aino@mäkinen.fi", "aino@mäkinen.fi"),
        ("aino@MÄKINEN.fi", "aino@mäkinen.fi"),
        ("aino@mäkinen。fi", "aino@mäkinen.fi"),
        ("aino@xn--mkinen-bua.fi", "aino@mäkinen.fi"),
        ("aino@mä kinen.fi", None),
        ("aino@\u200b.fi", None),
        (f"aino@{'ä' * 64}.fi", None),
    ],
)
def test_a_domain_in_any_script_is_kept_in_one_way(typed: str, kept: str | None) -> None:
    assert as_email(typed) == kept
