import pytest

from omavirta.identity.new_password import PasswordProblem, password_problem


@pytest.mark.parametrize(
    ("password", "problem"),
    [
        ("", PasswordProblem.TOO_SHORT),
        ("seitsem", PasswordProblem.TOO_SHORT),
        ("a\u0308a\u0308a\u0308a\u0308", PasswordProblem.TOO_SHORT),
        ("password", PasswordProblem.COMMON),
        ("PassWord", PasswordProblem.COMMON),
        ("salasana123", PasswordProblem.COMMON),
        ("aaaaaaaaaaaa", PasswordProblem.COMMON),
        ("Omavirta1", PasswordProblem.COMMON),
        ("virtanen12", PasswordProblem.COMMON),
        ("aino.virtanen@example.fi", PasswordProblem.COMMON),
        ("x" + "y" * 256, PasswordProblem.TOO_LONG),
        ("kahdeksa", None),
        ("oikea hevonen paristo niitti", None),
        ("virtanen söi puuroa", None),
        ("12ab!?ÄÖ", None),
        ("xy" * 128, None),
    ],
)
def test_what_is_taken_as_a_new_password(password: str, problem: PasswordProblem | None) -> None:
    assert password_problem(password, ["aino", "aino.virtanen@example.fi", "Aino Virtanen", None]) is problem
