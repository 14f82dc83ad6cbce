"""The portal, the three engines and fresh windows on it. One engine's tests share one worker, so it starts once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from browser.engines import ENGINES, Engine, open_engine
from browser.portal_api import IDENTIFIER, PASSWORD, SIGN_IN, PortalApi
from browser.service import Portal, running_portal
from browser.window import Window

PROJECT = Path(__file__).resolve().parents[2]
AXE = PROJECT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
SIGN_IN_QUIETLY = """
async (query, identifier, password) => {
  const response = await fetch('/graphql', {
    method: 'POST', headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query, variables: { input: { identifier, password } } }),
  });
  const answer = await response.json();
  localStorage.setItem('omavirta.signed-in', 'yes');
  return answer.data.sessionCreate.userErrors;
}
"""

CHOOSE_COMPANY = """
async () => {
  const response = await fetch('/graphql', {
    method: 'POST', headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query: '{ viewer { customers { id kind } } }' }),
  });
  const { customers } = (await response.json()).data.viewer;
  localStorage.setItem('omavirta.customer', customers.find((customer) => customer.kind === 'COMPANY').id);
}
"""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What a page says is the same in every engine: of those tests one engine's are enough, and CI stays short."""
    again = [
        item
        for item in items
        if item.get_closest_marker("any_engine") and _engine_of(item) not in {None, ENGINES[0]}
    ]
    if again:
        config.hook.pytest_deselected(items=again)
        items[:] = [item for item in items if item not in set(again)]


def _engine_of(item: pytest.Item) -> str | None:
    callspec = getattr(item, "callspec", None)
    return None if callspec is None else callspec.params.get("engine")


@pytest.fixture(scope="session")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    with running_portal(tmp_path_factory.mktemp("portal")) as running:
        yield running


@pytest.fixture(
    scope="session",
    params=[pytest.param(name, marks=pytest.mark.xdist_group(f"browser-{name}")) for name in ENGINES],
)
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    with open_engine(request.param) as opened:
        yield opened


@pytest.fixture
def window(engine: Engine, portal: Portal) -> Iterator[Window]:
    """A fresh window, signed out. At the end the page must not have complained of anything."""
    portal.forget_tries()
    opened = engine.window(portal.url)
    try:
        yield opened
        assert opened.problems() == []
    finally:
        opened.close()


@pytest.fixture
def signed_in(window: Window) -> Window:
    """A window in which Aino is signed in, at the sign-in page's address, with no page of hers opened yet."""
    return sign_in_as(window, IDENTIFIER)


@pytest.fixture
def signed_in_for_company(window: Window) -> Window:
    """The same with Eero, who has chosen to see the company that he acts for, with its twelve metering points."""
    sign_in_as(window, "eero")
    window.evaluate(CHOOSE_COMPANY)
    return window


def sign_in_as(window: Window, identifier: str) -> Window:
    window.open("/kirjaudu")
    assert window.evaluate(SIGN_IN_QUIETLY, SIGN_IN, identifier, PASSWORD) == []
    return window


@pytest.fixture
def api(portal: Portal) -> Iterator[PortalApi]:
    with PortalApi(portal.url) as opened:
        yield opened


@pytest.fixture(scope="session")
def axe_source() -> str:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed (npm, then `make frontend`)")
    return AXE.read_text(encoding="utf-8")
