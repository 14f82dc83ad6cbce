"""Chromium and Firefox, Debian's own, through Playwright.

Playwright's event loop runs in a thread of its own: its blocking interface would leave a running loop in the tests' thread,
where the asynchronous tests of the same worker could then not start theirs.
"""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import pytest
from anyio.from_thread import BlockingPortal, start_blocking_portal
from playwright.async_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    ElementHandle,
    Page,
    async_playwright,
)
from playwright.async_api import Error as PlaywrightError

from browser.window import DESKTOP, Find, Window

Result = TypeVar("Result")
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
PAGE_LEFT = "Execution context was destroyed"
CHROMIUM = Path("/usr/bin/chromium")
FIREFOX = Path("/usr/bin/firefox-esr")
# Far from Helsinki, so that a page which counts days by the browser's clock is caught.
TIME_ZONE = "America/New_York"
# Heard from the first script on, also where an engine does not write it to its console.
RECORD_VIOLATIONS = """
window.recordedViolations = [];
document.addEventListener('securitypolicyviolation', (event) => {
  window.recordedViolations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
});
"""


class PlaywrightWindow(Window):
    def __init__(self, origin: str, portal: BlockingPortal, context: BrowserContext, page: Page) -> None:
        super().__init__(origin)
        self._portal = portal
        self._context = context
        self._page = page
        self._problems: list[str] = []
        page.on("console", self._heed)
        page.on("pageerror", lambda error: self._problems.append(f"uncaught: {error}"))

    def close(self) -> None:
        self._call(self._context.close)

    def goto(self, url: str) -> None:
        self._keep_violations()
        self._call(self._page.goto, url)

    def reload(self) -> None:
        self._keep_violations()
        self._call(self._page.reload)

    def back(self) -> None:
        self._call(self._page.evaluate, "() => history.back()")

    @property
    def url(self) -> str:
        # Firefox tells Playwright late of an address that a script set.
        return str(self._evaluate("() => location.href", []))

    def evaluate(self, script: str, *arguments: Any) -> Any:
        return self._evaluate(f"(list) => ({script})(...list)", list(arguments))

    def press(self, key: str) -> None:
        self._call(self._page.keyboard.press, key)

    def type(self, text: str) -> None:
        self._call(self._page.keyboard.type, text)

    def click_at(self, css: str, share_of_width: float) -> None:
        self._call(self._click_at, css, share_of_width)

    def screenshot(self, path: Path) -> None:
        self._call(partial(self._page.screenshot, path=path, full_page=True))

    def resize(self, width: int, height: int) -> int:
        self._call(self._page.set_viewport_size, {"width": width, "height": height})
        return width

    def set_offline(self, offline: bool) -> None:
        self._call(self._context.set_offline, offline)

    def add_authenticator(self) -> None:
        """Chromium only: passkeys are kept and used from now on, without a word from the person."""
        self._call(self._add_authenticator)

    def problems(self) -> list[str]:
        self._keep_violations()
        return self._problems

    def forget_problems(self) -> None:
        self._keep_violations()
        self._problems.clear()

    def _click(self, find: Find) -> bool:
        script, arguments = find
        return self._call(self._click_found, f"(list) => ({script})(...list)", list(arguments))

    async def _click_found(self, script: str, arguments: list[str]) -> bool:
        try:
            handle = await self._page.evaluate_handle(script, arguments)
            element: ElementHandle | None = handle.as_element()
            if element is None:
                return False
            await element.click(timeout=2000)
        except PlaywrightError as error:
            # Drawn anew, or the page left, between finding and clicking: it is looked for again.
            if "not attached" in str(error) or "Timeout" in str(error) or PAGE_LEFT in str(error):
                return False
            raise
        return True

    async def _click_at(self, css: str, share_of_width: float) -> None:
        place = self._page.locator(css)
        box = await place.bounding_box()
        assert box is not None, f"{css} is not to be seen"
        await place.click(position={"x": share_of_width * box["width"], "y": box["height"] / 2})

    async def _add_authenticator(self) -> None:
        session = await self._context.new_cdp_session(self._page)
        await session.send("WebAuthn.enable")
        options = {
            "protocol": "ctap2",
            "transport": "internal",
            "hasResidentKey": True,
            "hasUserVerification": True,
            "isUserVerified": True,
            "automaticPresenceSimulation": True,
        }
        await session.send("WebAuthn.addVirtualAuthenticator", {"options": options})

    def _evaluate(self, script: str, argument: Any) -> Any:
        try:
            return self._call(self._page.evaluate, script, argument)
        except PlaywrightError as error:
            if PAGE_LEFT not in str(error):
                raise
            # The question went with the page that was being left; it is for the next one.
            return self._call(self._page.evaluate, script, argument)

    def _keep_violations(self) -> None:
        self._problems += self._evaluate(
            "() => { const found = window.recordedViolations ?? []; window.recordedViolations = []; return found; }",
            None,
        )

    def _heed(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._problems.append(f"console: {message.text}")

    def _call(self, function: Callable[..., Awaitable[Result]], *arguments: Any) -> Result:
        return self._portal.call(function, *arguments)


@dataclass
class PlaywrightEngine:
    """One running browser; in a dark system when one is asked for, another one where the engine needs it."""

    name: str
    portal: BlockingPortal
    launch: Callable[[bool], Awaitable[Browser]]

    def __post_init__(self) -> None:
        self._browsers: dict[bool, Browser] = {}

    def window(self, origin: str, *, dark: bool = False) -> Window:
        return self.portal.call(self._window, origin, dark)

    def close(self) -> None:
        for browser in self._browsers.values():
            self.portal.call(browser.close)

    async def _window(self, origin: str, dark: bool) -> Window:
        if dark not in self._browsers:
            self._browsers[dark] = await self.launch(dark)
        width, height = DESKTOP
        context = await self._browsers[dark].new_context(
            viewport={"width": width, "height": height},
            locale="fi-FI",
            timezone_id=TIME_ZONE,
            color_scheme="dark" if dark else "light",
        )
        await context.add_init_script(RECORD_VIOLATIONS)
        return PlaywrightWindow(origin, self.portal, context, await context.new_page())


@contextmanager
def playwright_engine(name: str) -> Iterator[PlaywrightEngine]:
    executable = {"chromium": CHROMIUM, "firefox": FIREFOX}[name]
    if not executable.exists():
        package = {"chromium": "chromium", "firefox": "firefox-esr"}[name]
        pytest.skip(f"{name.capitalize()} is not installed (Debian: {package})")
    with (
        start_blocking_portal("asyncio") as portal,
        portal.wrap_async_context_manager(async_playwright()) as driver,
    ):

        async def launch(dark: bool) -> Browser:
            if name == "chromium":
                return await driver.chromium.launch(executable_path=executable, args=CHROMIUM_ARGUMENTS)
            return await driver.firefox.launch(
                executable_path=executable,
                channel="moz-firefox",
                firefox_user_prefs={"layout.css.prefers-color-scheme.content-override": 0 if dark else 1},
            )

        engine = PlaywrightEngine(name, portal, launch)
        try:
            yield engine
        finally:
            engine.close()
