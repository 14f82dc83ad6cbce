"""Import of Finvoice by the command itself: invoices a second of CPU, on both databases, and its largest memory.

First a file of invoices alone, then as many of which every tenth is a credit note of an invoice of the first.
"""

import asyncio
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.importing import Ended, run_import
from benchmarks.storage import gsrn
from omavirta.billing.payment import bank_bar_code
from omavirta.billing.references import finnish_reference
from omavirta.contracts.models import Contract, Product
from omavirta.customers.models import Customer
from omavirta.metering.models import MeteringPoint, NetworkCompany
from omavirta.storage.database import open_database
from omavirta.storage.ids import new_id
from omavirta.storage.migrate import migrate_database
from support.finvoice import IBAN, ROWS, Finvoice, Row, credit_note, framed
from support.postgres import find_binaries, postgres_cluster

CUSTOMERS = 1_000
ROWS_OF_EACH = 4
CREDIT_NOTES = 10
"""One in so many."""


def measure(folder: Path, *, quick: bool) -> list[Figure]:
    invoices, customers = (40, 20) if quick else (6_000, CUSTOMERS)
    files = folder / "billing.xml", folder / "crediting.xml"
    sizes = write_invoices(files[0], invoices, customers), write_credit_notes(files[1], invoices, customers)
    alone, crediting = (
        f"{invoices:,} invoices of {ROWS_OF_EACH} rows, {size / 1e6:.1f} MB" for size in sizes
    )
    crediting += f", {invoices // CREDIT_NOTES} of them credit notes of others that are there"
    ended = _run(f"sqlite://{folder}/invoicing.db", files, customers)
    figures = [
        _figure("import of Finvoice on SQLite", invoices, ended[0], alone),
        _figure("every tenth a credit note, on SQLite", invoices, ended[1], crediting),
        Figure(
            "its largest memory", max(each.largest_bytes for each in ended) / 1e6, 150, "MB", detail=alone
        ),
    ]
    binaries = find_binaries()
    if binaries is None:
        print("PostgreSQL is not installed (Debian: postgresql): not measured on it", file=sys.stderr)
        return figures
    with postgres_cluster(binaries) as server:
        ended = _run(server + "postgres", files, customers)
    apart = "; the server's apart"
    return [
        *figures,
        _figure("import of Finvoice on PostgreSQL", invoices, ended[0], alone + apart),
        _figure("every tenth a credit note, on PostgreSQL", invoices, ended[1], crediting + apart),
    ]


def write_invoices(file: Path, invoices: int, customers: int) -> int:
    """Each of another contract and with a reference and a bar code of its own; gives how many bytes there are."""
    with file.open("wb") as out:
        for number in range(invoices):
            out.write(framed(_invoice(number, number % customers)))
    return file.stat().st_size


def write_credit_notes(file: Path, invoices: int, customers: int) -> int:
    """As many after those of `write_invoices`, of which every tenth credits one of them whole."""
    with file.open("wb") as out:
        for number in range(invoices):
            invoice = _invoice(invoices + number, number % customers)
            if number % CREDIT_NOTES == 0:
                invoice = _credit_note(invoice, _number(number))
            out.write(framed(invoice))
    return file.stat().st_size


def _invoice(number: int, customer: int) -> Finvoice:
    reference = finnish_reference(str(1_000_000 + number))
    point = gsrn(customer)
    free = Row("Laskutuslisä", "0.00", gsrn=None, net="0.00", vat="0.00")
    named = Row("Ympäristölisä", "0.00", "412,375", "kWh", gsrn=point, net="0.00", vat="0.00")
    energy = Row(
        ROWS[0].name, ROWS[0].gross, ROWS[0].quantity, "kWh", point, net=ROWS[0].net, vat=ROWS[0].vat
    )
    code = bank_bar_code(IBAN, Decimal("39.96"), reference, date(2026, 11, 19))
    return Finvoice(
        number=_number(number),
        agreement=f"S-{customer}",
        reference=reference,
        bar_code=code or "",
        rows=(energy, ROWS[1], named, free),
    )


def _number(number: int) -> str:
    return f"{number:08}"


def _credit_note(invoice: Finvoice, credited: str) -> Finvoice:
    note = credit_note(invoice.number, credited)
    energy = replace(note.rows[0], gsrn=invoice.rows[0].gsrn)
    rows = (energy, note.rows[1], *invoice.rows[2:])
    return replace(note, agreement=invoice.agreement, reference="", rows=rows)


def _run(url: str, files: Sequence[Path], customers: int) -> list[Ended]:
    """One file after the other."""
    asyncio.run(_prepare(url, customers))
    return [run_import(url, "finvoice", file) for file in files]


def _figure(name: str, invoices: int, ended: Ended, detail: str) -> Figure:
    return Figure(
        name,
        invoices / ended.cpu_seconds,
        200,
        "invoices a CPU second",
        at_least=True,
        detail=f"{detail}, {ended.cpu_seconds:.2f} s of CPU",
    )


async def _prepare(url: str, customers: int) -> None:
    await migrate_database(url)
    async with open_database(url) as database, database.transaction():
        company = await NetworkCompany.create(
            name="Kaamos Verkko Oy", phone="+358", website="https://kaamos.example.fi"
        )
        product = await Product.create(
            code="yleis", kind="UNTIL_FURTHER_NOTICE", names={}, descriptions={}, valid_from=date(2020, 1, 1)
        )
        people = [
            Customer(id=new_id(), number=f"{number}", kind="PERSON", name="Aino")
            for number in range(customers)
        ]
        points = [
            MeteringPoint(
                id=new_id(),
                gsrn=gsrn(number),
                street="Halkokuja 3",
                postal_code="99800",
                city="Ivalo",
                network_company_id=company.id,
            )
            for number in range(customers)
        ]
        contracts = [
            Contract(
                customer_id=people[number].id,
                metering_point_id=points[number].id,
                product_id=product.id,
                number=f"S-{number}",
                start_date=date(2024, 1, 1),
            )
            for number in range(customers)
        ]
        await Customer.bulk_create(people)
        await MeteringPoint.bulk_create(points)
        await Contract.bulk_create(contracts)
