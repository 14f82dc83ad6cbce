"""One way to drive a page in every engine. What an engine does in its own way is abstract; the rest is said once, here."""

import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import Any

PATIENCE_SECONDS = 15.0
DESKTOP = (1280, 900)
PHONE = (390, 844)
NARROWEST = (320, 640)
"""What WCAG 2.2 (1.4.10) wants pages to fit: 1280 pixels enlarged four times."""

# The first visible element of a role whose accessible name, spaces evened out, is the one asked for.
FIND_NAMED = """
(role, name) => {
  const css = {
    button: 'button', link: 'a[href]', heading: 'h1, h2, h3', radio: 'input[type=radio]', combobox: 'select',
    slider: 'input[type=range]', summary: 'summary',
  }[role];
  const even = (text) => (text ?? '').replace(/\\s+/g, ' ').trim();
  const nameOf = (element) =>
    element.getAttribute('aria-label')
    ?? (element.labels && element.labels.length ? element.labels[0].textContent : element.textContent);
  return [...document.querySelectorAll(css)].find(
    (element) => element.checkVisibility() && even(nameOf(element)) === even(name)) ?? null;
}
"""
FIND_CSS = "(css) => [...document.querySelectorAll(css)].find((element) => element.checkVisibility()) ?? null"
TEXT = "(css) => document.querySelector(css)?.innerText.replaceAll('\\u00a0', ' ') ?? null"

Find = tuple[str, tuple[str, ...]]


class Window(ABC):
    """A window with a profile of its own: no cookies, nothing stored. Scripts are JavaScript functions, as text."""

    def __init__(self, origin: str) -> None:
        self.origin = origin

    # What each engine does in its own way.

    @abstractmethod
    def close(self) -> None: ...

    @abstractmethod
    def goto(self, url: str) -> None: ...

    @abstractmethod
    def reload(self) -> None: ...

    @abstractmethod
    def back(self) -> None: ...

    @property
    @abstractmethod
    def url(self) -> str: ...

    @abstractmethod
    def evaluate(self, script: str, *arguments: Any) -> Any:
        """Calls the function in the page and returns what it, or its promise, gives, as JSON."""

    @abstractmethod
    def press(self, key: str) -> None:
        """A key by its name in the DOM (`Tab`, `Enter`, `ArrowRight`), or `Shift+Tab`."""

    @abstractmethod
    def type(self, text: str) -> None:
        """Types into whatever has the focus."""

    @abstractmethod
    def click_at(self, css: str, share_of_width: float) -> None:
        """Clicks in the middle of an element's height, at a share (0 to 1) of its width."""

    @abstractmethod
    def screenshot(self, path: Path) -> None: ...

    @abstractmethod
    def resize(self, width: int, height: int) -> int:
        """Returns the width that the page got: not every engine goes as narrow as a phone."""

    @abstractmethod
    def set_offline(self, offline: bool) -> None: ...

    @abstractmethod
    def problems(self) -> list[str]:
        """Errors in the console, uncaught errors and breaches of the content security policy, so far."""

    @abstractmethod
    def forget_problems(self) -> None:
        """For what a test provoked on purpose."""

    @abstractmethod
    def _click(self, find: Find) -> bool:
        """Clicks what the script finds; False where it finds nothing."""

    # What is the same in all.

    def open(self, path: str) -> None:
        """Opens an address of the portal afresh."""
        self.goto(self.origin + path)

    @property
    def path(self) -> str:
        return self.url.removeprefix(self.origin)

    def click(self, css: str) -> None:
        self._click_when_there((FIND_CSS, (css,)), css)

    def click_named(self, role: str, name: str) -> None:
        self._click_when_there((FIND_NAMED, (role, name)), f"{role} “{name}”")

    def fill(self, css: str, text: str) -> None:
        self.click(css)
        self.evaluate("(css) => document.querySelector(css).select()", css)
        self.type(text)

    def choose(self, css: str, value: str) -> None:
        """Chooses in a list, as a person would: the element and its form hear of it."""
        self.wait_for("(css) => document.querySelector(css) !== null", css)
        self.evaluate(
            "(css, value) => { const list = document.querySelector(css); list.value = value;"
            " list.dispatchEvent(new Event('input', { bubbles: true }));"
            " list.dispatchEvent(new Event('change', { bubbles: true })); }",
            css,
            value,
        )

    def text(self, css: str = "body") -> str:
        """What is to be read there, no-break spaces as spaces; waits for the element."""
        found = self.wait_for(f"(css) => document.querySelector(css) && ({TEXT})(css) + '\\n'", css)
        return str(found).strip()

    def texts(self, css: str) -> list[str]:
        found: list[str] = self.evaluate(
            "(css) => [...document.querySelectorAll(css)].map((element) => element.textContent"
            ".replaceAll('\\u00a0', ' ').trim())",
            css,
        )
        return found

    def count(self, css: str) -> int:
        return int(self.evaluate("(css) => document.querySelectorAll(css).length", css))

    def shows(self, text: str) -> bool:
        return text in self.text()

    def wait_for(self, script: str, *arguments: Any) -> Any:
        """The script's first truthy answer."""
        return wait_until(
            lambda: self.evaluate(script, *arguments),
            lambda: f"{script}{arguments} at {self.path}:\n{self._body()}",
        )

    def wait_for_text(self, text: str) -> None:
        self.wait_for(f"(text) => ({TEXT})('body').includes(text)", text)

    def wait_for_path(self, path: str) -> None:
        wait_until(lambda: self.path == path, lambda: f"{path}; it is {self.path}:\n{self._body()}")

    def focused(self) -> str:
        """The element with the focus: its tag, id and accessible name or text."""
        return str(
            self.evaluate(
                "() => { const e = document.activeElement; return `${e.tagName.toLowerCase()}#${e.id} `"
                " + (e.getAttribute('aria-label') ?? e.labels?.[0]?.textContent ?? e.textContent ?? '').trim(); }"
            )
        )

    def settle(self) -> None:
        """Waits until nothing is loading and two frames have been drawn."""
        self.wait_for(
            "() => document.readyState === 'complete' && document.querySelector('h1')"
            " && !document.querySelector('[aria-busy=true]')"
        )
        self.evaluate(
            "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))"
        )

    def _body(self) -> str:
        return str(self.evaluate(f"() => ({TEXT})('body')"))

    def _click_when_there(self, find: Find, what: str) -> None:
        wait_until(lambda: self._click(find), lambda: f"{what} to click at {self.path}:\n{self._body()}")


def wait_until(probe: Callable[[], Any], describe: Callable[[], str]) -> Any:
    """Asks until the answer is truthy, and fails with a description when patience ends."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        answer = probe()
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {PATIENCE_SECONDS:.0f} s for {describe()}")
        time.sleep(0.04)
