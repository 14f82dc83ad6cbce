"""What a browser calls itself, in words that its owner recognises."""

from functools import lru_cache

LONGEST = 160
"""Browsers of today name themselves within it; what is longer only costs time, which the rules take by length."""


def describe_device(user_agent: str) -> str | None:
    """`Firefox, Linux`; None where nothing is recognised. It is what the browser claims, which proves nothing."""
    return _describe(user_agent[:LONGEST])


@lru_cache(maxsize=4096)
def _describe(user_agent: str) -> str | None:
    # Its rules take 0.1 s to load, which only those who look at their sessions need.
    from ua_parser import parse_os, parse_user_agent  # noqa: PLC0415

    browser, system = parse_user_agent(user_agent), parse_os(user_agent)
    return ", ".join(found.family for found in (browser, system) if found is not None) or None
