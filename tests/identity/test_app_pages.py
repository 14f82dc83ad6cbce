"""What mails and redirects lead to is a page that the app has."""

import re
from pathlib import Path

from omavirta.identity import app_pages
from omavirta.storage.ids import new_id

ROUTES = Path(__file__).resolve().parents[2] / "frontend" / "src" / "app" / "routes.ts"


def test_every_address_is_one_of_the_apps() -> None:
    text = ROUTES.read_text(encoding="utf-8").replace("${DETAILS}", "/omat-tiedot")
    known = set(re.findall(r"[`'](/[a-z:A-Z/-]*)[`']", text))
    ours = [value for name, value in vars(app_pages).items() if name.isupper() and isinstance(value, str)]
    assert len(ours) == 7
    assert {value.partition("?")[0] for value in ours} <= known
    pattern = app_pages.company_users(new_id()).split("/")
    assert [pattern[1], pattern[3]] == ["yritys", "kayttajat"]
    assert "/yritys/:customerId/kayttajat" in known
