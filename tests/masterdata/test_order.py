"""In whichever order lines and files come, the end is the same."""

import asyncio
import shutil
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from omavirta.billing.finvoice_import import import_finvoice_file
from omavirta.errors import FileRefused
from omavirta.storage.database import Database, open_database
from support import finvoice
from support import master_data as lines
from support.factory import NOW, World
from support.killed_import import clear
from support.master_data import Line, counts, dump, everything, take, versions, write

SECOND_POINT = lines.metering_point(id="MP-2", gsrn=lines.GSRNS[1], name=None)
HISTORY: list[list[Line]] = [
    everything(),
    [lines.person(version=2, name="Aino Korhonen"), lines.company(version=2, contacts=[])],
    [
        lines.contract(version=3, endDate="2026-06-30"),
        lines.invoice(version=2, paid="39.96", paidOn="2026-11-18"),
    ],
    [
        SECOND_POINT,
        lines.contract(
            version=4, endDate="2026-05-31", energyPriceFloor="0", prices=[lines.price(amount="7.10")]
        ),
        lines.credit_note(version=2, notices=["Hyvitys"]),
    ],
    [
        lines.person(version=3, number="10009"),
        lines.contract(id="K-2", number="S-2", customer="C-2", meteringPoint="MP-2"),
        lines.product(version=2, prices=[]),
        lines.mandate(version=2, role="ADMINISTRATOR"),
    ],
]
"""Files in the order in which they were made. Each can come alone once the first is there, and `SECOND_POINT`."""


def opened(template: Path, folder: Path) -> str:
    path = folder / "order.db"
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    shutil.copy(template, path)
    return f"sqlite://{path}"


async def after(url: str, folder: Path, files: list[list[Line]]) -> dict[str, list[Line]]:
    async with open_database(url) as database:
        await World(database).account("aino", identity_hash=None)
        accounts = await database.fetch("SELECT id FROM account")
        for file in files:
            await take(database, write(folder, file))
        found = await dump(database)
        assert (await versions(database))["contract K-1"] == 4
    for row in found["mandate"]:
        assert row.pop("account_id") == str(accounts[0][0])
    return found


@pytest.fixture(scope="module")
def expected(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Line]]:
    folder = tmp_path_factory.mktemp("order")
    return asyncio.run(after(opened(sqlite_template, folder), folder, HISTORY))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(HISTORY[1:]), st.randoms(use_true_random=False), st.integers(0, 3))
def test_the_order_of_files_and_of_lines_changes_nothing(
    sqlite_template: Path,
    tmp_path: Path,
    expected: dict[str, list[Line]],
    later: list[list[Line]],
    random: Random,
    again: int,
) -> None:
    """The newest records of the second point come with the first file; one file comes twice."""
    files = [[*HISTORY[0], SECOND_POINT], *later, later[again]]
    shuffled = [random.sample(file, len(file)) for file in files]

    assert asyncio.run(after(opened(sqlite_template, tmp_path), tmp_path, shuffled)) == expected


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.randoms(use_true_random=False))
def test_one_file_of_the_newest_is_as_good_as_all(
    sqlite_template: Path, tmp_path: Path, expected: dict[str, list[Line]], random: Random
) -> None:
    newest: dict[tuple[str, str], Line] = {}
    for file in HISTORY:
        for line in file:
            newest[line["type"], line["id"]] = line
    lines_of_file = random.sample(list(newest.values()), len(newest))

    assert asyncio.run(after(opened(sqlite_template, tmp_path), tmp_path, [lines_of_file])) == expected


@pytest.mark.anyio
async def test_two_imports_at_the_same_time_end_as_one_after_the_other(
    database: Database, tmp_path: Path
) -> None:
    await World(database).account("aino")
    first = write(tmp_path, everything(), "first.jsonl")
    paths = [
        write(tmp_path, [*everything(), lines.person(id="C-7", number=str(number))], f"{number}.jsonl")
        for number in range(4)
    ]
    await take(database, first)
    before = await dump(database)

    results = await asyncio.gather(*(take(database, path) for path in paths), return_exceptions=True)

    taken = [result for result in results if not isinstance(result, BaseException)]
    assert [counts(summary)["customer"] for summary in taken] == [(1, 0, 2)]
    for result in results:
        if isinstance(result, BaseException):
            assert isinstance(result, FileRefused), result
            assert "version 1 was taken before and said something else" in result.reason
    found = await dump(database)
    assert len(found["customer"]) == len(before["customer"]) + 1


@pytest.mark.anyio
async def test_finvoice_before_or_after_the_master_data_ends_the_same(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    customer = [
        lines.network_company(),
        lines.product(),
        lines.person(),
        lines.metering_point(gsrn=finvoice.GSRN),
        lines.contract(number=finvoice.CONTRACT),
    ]
    known, invoices = write(tmp_path, customer, "known.jsonl"), write(tmp_path, [lines.invoice()], "i.jsonl")
    delivered = tmp_path / "delivered.xml"
    delivered.write_bytes(finvoice.document(finvoice.Finvoice()))
    ends = []
    for finvoice_first in (True, False):
        await clear(database_url)
        await take(database, known)
        if finvoice_first:
            await import_finvoice_file(database, delivered, lambda: NOW)
        await take(database, invoices)
        await import_finvoice_file(database, delivered, lambda: NOW)
        ends.append(await dump(database))

    assert len(ends[0]["invoice"]) == 1
    assert ends[0] == ends[1]
