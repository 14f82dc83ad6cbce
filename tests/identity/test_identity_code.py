from datetime import date

import pytest

from omavirta.identity.identity_code import InvalidIdentityCode, identity_hash, normalise_identity_code

TODAY = date(2026, 11, 25)


def normalise(code: str, *, accept_test: bool = False) -> str:
    return normalise_identity_code(code, TODAY, accept_test=accept_test)


@pytest.mark.parametrize("code", ["131052-308T", "131052-308t", " 131052-308T "])
def test_a_code_is_eleven_characters_in_capitals(code: str) -> None:
    assert normalise(code) == "131052-308T"


@pytest.mark.parametrize("code", ["010190Y902S", "010190-901R", "010105A903V", "010105B904W", "010195+9055"])
def test_numbers_from_900_on_are_test_persons_only(code: str) -> None:
    with pytest.raises(InvalidIdentityCode):
        normalise(code)
    assert normalise(code, accept_test=True) == code


@pytest.mark.parametrize(
    "code",
    [
        "131052-308U",  # check character
        "310252-308Y",  # no such day
        "290200-901C",  # 1900 was no leap year
        "010190G901R",  # no such sign
        "010101-000Z",  # a bank's test person that is no code
        "311299A9019",  # not born yet
        "131052308T",
        "١٣١٠٥٢-٣٠٨T",  # digits, but not ours
        "",
        "x" * 10_000,
    ],
)
def test_what_is_no_code(code: str) -> None:
    with pytest.raises(InvalidIdentityCode) as refused:
        normalise(code, accept_test=True)
    assert str(refused.value) == ""


def test_the_sign_is_part_of_the_number() -> None:
    one, other = normalise("020504A902E", accept_test=True), normalise("020504B902E", accept_test=True)
    assert identity_hash("a key", one) != identity_hash("a key", other)


def test_the_hash_depends_on_the_key_and_says_nothing() -> None:
    hashed = identity_hash("a key", "131052-308T")
    assert len(hashed) == 64
    assert hashed == identity_hash("a key", "131052-308T") != identity_hash("another key", "131052-308T")
