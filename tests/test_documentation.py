"""What the documents name is there."""

import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize("document", sorted((PROJECT / "docs").glob("*.md")), ids=lambda path: path.name)
def test_every_test_that_a_document_names_exists(document: Path) -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)`", document.read_text(encoding="utf-8"))
    assert [path for path in named if not (PROJECT / path).is_file()] == []
