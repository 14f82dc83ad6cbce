import asyncio
import threading
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from documents import samples
from omavirta.api.language import Language
from omavirta.documents import rendering
from omavirta.documents.invoice import invoice_document
from omavirta.documents.rendering import AT_ONCE, MOST_WAITING, BusyError, Typesetter

pytestmark = pytest.mark.anyio
NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
DOCUMENT = invoice_document(samples.invoice_source(), samples.retailer(), samples.PORTAL, Language.FI)


@pytest.fixture
def typesetter() -> Iterator[Typesetter]:
    with Typesetter() as made:
        yield made


async def test_the_loop_goes_on_while_a_document_is_made(
    typesetter: Typesetter, monkeypatch: pytest.MonkeyPatch
) -> None:
    going, done = threading.Event(), threading.Event()

    def slow(*_: object) -> bytes:
        going.set()
        assert done.wait(10)
        return b"%PDF"

    monkeypatch.setattr(rendering, "pdf", slow)
    making = asyncio.create_task(typesetter.typeset(DOCUMENT, NOW))
    assert await asyncio.to_thread(going.wait, 10)
    done.set()

    assert await making == b"%PDF"


async def test_a_few_at_once_a_few_more_wait_and_the_rest_are_refused(
    typesetter: Typesetter, monkeypatch: pytest.MonkeyPatch
) -> None:
    done, lock = threading.Event(), threading.Lock()
    now, most = 0, 0

    def slow(*_: object) -> bytes:
        nonlocal now, most
        with lock:
            now += 1
            most = max(most, now)
        assert done.wait(10)
        with lock:
            now -= 1
        return b"%PDF"

    monkeypatch.setattr(rendering, "pdf", slow)
    asked = [asyncio.create_task(typesetter.typeset(DOCUMENT, NOW)) for _ in range(AT_ONCE + MOST_WAITING)]
    await asyncio.sleep(0.01)
    with pytest.raises(BusyError):
        await typesetter.typeset(DOCUMENT, NOW)
    done.set()

    assert await asyncio.gather(*asked) == [b"%PDF"] * len(asked)
    assert most <= AT_ONCE
    assert await typesetter.typeset(DOCUMENT, NOW) == b"%PDF"


async def test_what_takes_too_long_is_given_up(
    typesetter: Typesetter, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = threading.Event()

    def endless(*_: object) -> bytes:
        assert done.wait(10)
        raise RuntimeError("nobody waits for this any more")

    monkeypatch.setattr(rendering, "pdf", endless)
    monkeypatch.setattr(rendering, "SECONDS", 0.02)
    with pytest.raises(BusyError):
        await typesetter.typeset(DOCUMENT, NOW)
    done.set()
    monkeypatch.undo()
    assert (await typesetter.typeset(DOCUMENT, NOW)).startswith(b"%PDF-1.7")
