"""WebKit, the engine of Safari, as Debian ships it: MiniBrowser of WebKitGTK, driven by Selenium, on a screen of its own."""

import locale
import os
import shutil
import subprocess
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from selenium.common.exceptions import (
    ElementClickInterceptedException,
    ElementNotInteractableException,
    StaleElementReferenceException,
)
from selenium.webdriver import WebKitGTK, WebKitGTKOptions
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.webkitgtk.service import Service

from browser.window import DESKTOP, Find, Window

MINI_BROWSER = "*/webkit2gtk-4.*/MiniBrowser"
LOCALE = "fi_FI.UTF-8"
TIME_ZONE = "America/New_York"
SCRIPT_SECONDS = 30
SCREEN = "1600x1200x24"
KEYS = {
    "ArrowDown": Keys.ARROW_DOWN,
    "ArrowLeft": Keys.ARROW_LEFT,
    "ArrowRight": Keys.ARROW_RIGHT,
    "ArrowUp": Keys.ARROW_UP,
    "End": Keys.END,
    "Enter": Keys.ENTER,
    "Escape": Keys.ESCAPE,
    "Home": Keys.HOME,
    "Space": Keys.SPACE,
    "Tab": Keys.TAB,
}
CALL = """
const done = arguments[arguments.length - 1];
(async () => ({{ value: await ({script})(...[...arguments].slice(0, -1)) }}))()
  .catch((error) => ({{ error: String(error) }})).then(done);
"""
SCROLL_TO = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })"
# WebKit's driver tells nothing of the console, so the page's own reports are kept from the moment it has loaded.
RECORD = """
() => {
  if (window.recorded) return;
  window.recorded = [];
  const write = console.error;
  console.error = (...words) => { window.recorded.push(`console: ${words.join(' ')}`); write(...words); };
  addEventListener('error', (event) => window.recorded.push(`uncaught: ${event.message}`));
  addEventListener('unhandledrejection', (event) => window.recorded.push(`uncaught: ${event.reason}`));
  document.addEventListener('securitypolicyviolation', (event) =>
    window.recorded.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`));
}
"""


class WebKitWindow(Window):
    def __init__(self, origin: str, driver: WebKitGTK) -> None:
        super().__init__(origin)
        self._driver = driver
        self._problems: list[str] = []
        driver.set_script_timeout(SCRIPT_SECONDS)
        self.resize(*DESKTOP)

    def close(self) -> None:
        """Leaves the browser running, empty, for the next window: it starts slowly."""
        self.goto(self.origin + "/healthz")
        self.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
        self._driver.delete_all_cookies()
        self._driver.get("about:blank")

    def goto(self, url: str) -> None:
        self._keep_problems()
        self._driver.get(url)
        self.evaluate(RECORD)

    def reload(self) -> None:
        self._keep_problems()
        self._driver.refresh()
        self.evaluate(RECORD)

    def back(self) -> None:
        self._driver.back()

    @property
    def url(self) -> str:
        return str(self._driver.current_url)

    def evaluate(self, script: str, *arguments: Any) -> Any:
        answer = self._driver.execute_async_script(CALL.format(script=script), *arguments)
        if "error" in answer:
            raise AssertionError(answer["error"])
        return answer.get("value")

    def press(self, key: str) -> None:
        actions = ActionChains(self._driver)
        if key.startswith("Shift+"):
            actions.key_down(Keys.SHIFT).send_keys(KEYS[key.removeprefix("Shift+")]).key_up(Keys.SHIFT)
        else:
            actions.send_keys(KEYS[key])
        actions.perform()

    def type(self, text: str) -> None:
        ActionChains(self._driver).send_keys(text).perform()

    def click_at(self, css: str, share_of_width: float) -> None:
        element = self._driver.find_element("css selector", css)
        self._driver.execute_script(SCROLL_TO, element)
        width = element.size["width"]
        ActionChains(self._driver).move_to_element_with_offset(
            element, round((share_of_width - 0.5) * width), 0
        ).click().perform()

    def screenshot(self, path: Path) -> None:
        path.write_bytes(self._driver.get_screenshot_as_png())

    def resize(self, width: int, height: int) -> int:
        # The window's size holds its frame; what the page gets is a little less.
        self._driver.set_window_size(width, height)
        inner = int(self.evaluate("() => innerWidth"))
        if inner != width:
            self._driver.set_window_size(2 * width - inner, height)
        return int(self.evaluate("() => innerWidth"))

    def set_offline(self, offline: bool) -> None:
        """WebKit's driver cannot cut the network: the page is only told, so the portal has to be away as well."""
        self.evaluate(
            "(offline) => { Object.defineProperty(navigator, 'onLine', { configurable: true, value: !offline });"
            " dispatchEvent(new Event(offline ? 'offline' : 'online')); }",
            offline,
        )

    def problems(self) -> list[str]:
        self._keep_problems()
        return self._problems

    def forget_problems(self) -> None:
        self._keep_problems()
        self._problems.clear()

    def _click(self, find: Find) -> bool:
        script, arguments = find
        element = self._driver.execute_script(f"return ({script})(...arguments)", *arguments)
        if element is None:
            return False
        # The driver itself leaves what is below the fold where it is, and then calls it out of reach.
        self._driver.execute_script(SCROLL_TO, element)
        try:
            element.click()
        except (
            ElementClickInterceptedException,
            ElementNotInteractableException,
            StaleElementReferenceException,
        ):
            return False
        return True

    def _keep_problems(self) -> None:
        self._problems += self.evaluate(
            "() => { const found = window.recorded ?? []; if (window.recorded) window.recorded = []; return found; }"
        )


class WebKitEngine:
    name = "webkit"

    def __init__(self, display: str) -> None:
        self._display = display
        self._drivers: dict[bool, WebKitGTK] = {}

    def window(self, origin: str, *, dark: bool = False) -> Window:
        if dark not in self._drivers:
            self._drivers[dark] = self._start(dark=dark)
        return WebKitWindow(origin, self._drivers[dark])

    def close(self) -> None:
        for driver in self._drivers.values():
            driver.quit()

    def _start(self, *, dark: bool) -> WebKitGTK:
        options = WebKitGTKOptions()
        options.binary_location = str(_mini_browser())
        options.add_argument("--automation")
        environment = os.environ | {
            "DISPLAY": self._display,
            "LC_ALL": LOCALE,
            "TZ": TIME_ZONE,
            "GTK_THEME": "Adwaita:dark" if dark else "Adwaita",
            "NO_AT_BRIDGE": "1",
        }
        with warnings.catch_warnings():
            # Selenium warns of a call of its own.
            warnings.simplefilter("ignore", DeprecationWarning)
            return WebKitGTK(options=options, service=Service(env=environment, log_output=subprocess.DEVNULL))


@contextmanager
def webkit_engine() -> Iterator[WebKitEngine]:
    if shutil.which("WebKitWebDriver") is None or _mini_browser() is None:
        pytest.skip("WebKit is not installed (Debian: webkit2gtk-driver)")
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb, a screen for WebKit, is not installed (Debian: xvfb)")
    if not _has_locale():
        pytest.skip(f"WebKit needs the locale {LOCALE} (localedef -i fi_FI -f UTF-8 {LOCALE})")
    with _screen() as display:
        engine = WebKitEngine(display)
        try:
            yield engine
        finally:
            engine.close()


@contextmanager
def _screen() -> Iterator[str]:
    """An X server without a screen. The pipe through which it tells its number stays open, else it ends."""
    reader, writer = os.pipe()
    try:
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writer), "-screen", "0", SCREEN, "-nolisten", "tcp"],
            pass_fds=[writer],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            number = b""
            while not number.endswith(b"\n"):
                number += os.read(reader, 16)
            yield f":{number.decode().strip()}"
        finally:
            server.terminate()
            server.wait(timeout=10)
    finally:
        os.close(reader)
        os.close(writer)


def _mini_browser() -> Path | None:
    return next(iter(sorted(Path("/usr/lib").glob(MINI_BROWSER), reverse=True)), None)


def _has_locale() -> bool:
    before = locale.setlocale(locale.LC_ALL)
    try:
        locale.setlocale(locale.LC_ALL, LOCALE)
    except locale.Error:
        return False
    finally:
        locale.setlocale(locale.LC_ALL, before)
    return True
