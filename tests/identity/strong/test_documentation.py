"""docs/strong-authentication.md names every word that the log can say, and every field of a broker."""

import re

from omavirta.identity.strong.brokers import Broker
from omavirta.settings import PROJECT_FOLDER

TEXT = (PROJECT_FOLDER / "docs" / "strong-authentication.md").read_text(encoding="utf-8")
SOURCES = PROJECT_FOLDER / "backend" / "omavirta" / "identity" / "strong"


def test_every_word_of_the_log_is_explained() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES.glob("*.py"))
    words = set(
        re.findall(r'(?:refused|no_answer|_expired|IdentificationRefused)\((?:[^()"]*, )?"([a-z_]+)"\)', code)
    )
    assert len(words) > 30
    assert sorted(word for word in words if f"`{word}`" not in TEXT) == []


def test_every_field_of_a_broker_is_explained() -> None:
    fields = [field.alias or name for name, field in Broker.model_fields.items()]
    assert [field for field in fields if f"`{field}`" not in TEXT] == []
