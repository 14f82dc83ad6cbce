"""The three engines behind one interface (`window.py`)."""

from contextlib import AbstractContextManager
from typing import Protocol

from browser.playwright_engine import playwright_engine
from browser.webkit_engine import webkit_engine
from browser.window import Window

ENGINES = ("chromium", "firefox", "webkit")


class Engine(Protocol):
    @property
    def name(self) -> str: ...

    def window(self, origin: str, *, dark: bool = False) -> Window:
        """A fresh window on the portal at `origin`, in a system set to light or dark."""


def open_engine(name: str) -> AbstractContextManager[Engine]:
    """Skips the test, with the reason, where the engine is not on this machine."""
    return webkit_engine() if name == "webkit" else playwright_engine(name)
