import random
import string
import time

import pytest

from omavirta.identity.devices import LONGEST, describe_device


@pytest.mark.parametrize(
    ("user_agent", "described"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox, Linux"),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0.0.0 Safari/537.36 OPR/115.0.0.0",
            "Opera, Windows",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile/15E148 Safari/604.1",
            "Mobile Safari, iOS",
        ),
        (
            "Mozilla/5.0 (Linux; Android 14; SAMSUNG SM-S918B) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36",
            "Samsung Internet, Android",
        ),
        ("", None),
        ("nothing that is known", None),
        ("x" * LONGEST + " Firefox/128.0", None),
    ],
)
def test_what_its_owner_recognises(user_agent: str, described: str | None) -> None:
    assert describe_device(user_agent) == described


def test_many_made_up_ones_are_worked_out_once() -> None:
    """As fifty sessions of one account can have them, each time that its owner looks."""
    user_agents = ["".join(random.choices(string.printable, k=255)) for _ in range(50)]
    first, again = (took(user_agents) for _ in range(2))
    assert again < first / 20


def took(user_agents: list[str]) -> float:
    began = time.process_time()
    for user_agent in user_agents:
        describe_device(user_agent)
    return time.process_time() - began
