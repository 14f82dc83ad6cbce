"""Lines of master data that hold, for tests to change; and everything that a database has of them."""

import json
from base64 import b64encode
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from omavirta.errors import FileRefused
from omavirta.masterdata.importing import MasterDataSummary, import_master_file
from omavirta.masterdata.records.base import Kind
from omavirta.storage.database import Database
from support.factory import NOW

SECRET_KEY = "a key that only the tests use, nowhere else"
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
Line = dict[str, Any]
GSRNS = ("643007127000000013", "643006966022791278")


def network_company(**changes: Any) -> Line:
    return {
        "type": "networkCompany",
        "id": "V-1",
        "version": 1,
        "name": "Kaamos Verkko Oy",
        "phone": "+358 8 555 0100",
        "website": "https://kaamos.example.fi",
    } | changes


def price(kind: str = "ENERGY", amount: str | float = "8.49", **changes: Any) -> Line:
    return {
        "kind": kind,
        "amount": amount,
        "unit": "EUR_PER_MONTH" if kind == "MONTHLY_FEE" else "CENT_PER_KWH",
        "vatRate": "25.5",
        "vatIncluded": True,
        "validFrom": "2019-01-01",
    } | changes


def product(**changes: Any) -> Line:
    return {
        "type": "product",
        "id": "P-1",
        "version": 1,
        "code": "vakaa",
        "kind": "UNTIL_FURTHER_NOTICE",
        "names": {"fi": "Vakaa", "sv": "Stadig", "en": "Steady"},
        "descriptions": {"fi": "Yksi hinta.", "sv": "Ett pris.", "en": "One price."},
        "validFrom": "2019-01-01",
        "noticeDays": 14,
        "prices": [price(), price("MONTHLY_FEE", "4.95")],
    } | changes


def person(**changes: Any) -> Line:
    return {
        "type": "customer",
        "id": "C-1",
        "version": 1,
        "number": "10001",
        "kind": "PERSON",
        "name": "Aino Virtanen",
        "identityCode": "131052-308T",
    } | changes


def company(**changes: Any) -> Line:
    return {
        "type": "customer",
        "id": "C-2",
        "version": 1,
        "number": "20001",
        "kind": "COMPANY",
        "name": "Kahvila Kuusama Oy",
        "businessId": "2077474-0",
        "contacts": [{"identityCode": "290200A248A", "kind": "SIGNATORY"}],
    } | changes


def metering_point(**changes: Any) -> Line:
    return {
        "type": "meteringPoint",
        "id": "MP-1",
        "version": 1,
        "gsrn": GSRNS[0],
        "name": "Koti",
        "street": "Halkokuja 3",
        "postalCode": "99800",
        "city": "Ivalo",
        "networkCompany": "V-1",
        "dwelling": "HOUSE",
        "heating": "ELECTRIC",
        "floorAreaM2": 120,
        "climateZone": 4,
    } | changes


def contract(**changes: Any) -> Line:
    return {
        "type": "contract",
        "id": "K-1",
        "version": 1,
        "number": "S-1",
        "customer": "C-1",
        "meteringPoint": "MP-1",
        "product": "P-1",
        "startDate": "2025-01-01",
        "concludedOn": "2024-12-01",
        "confirmedOn": "2024-12-02",
        "soldAtDistance": True,
        "termsVersion": "SME 2024",
    } | changes


ROWS = [
    {
        "description": "Energia",
        "quantity": "412.375",
        "unit": "kWh",
        "unitPriceGross": "0.0849",
        "net": "27.90",
        "vatRate": "25.5",
        "vat": "7.11",
        "gross": "35.01",
        "component": "ENERGY",
        "periodFrom": "2026-10-01",
        "periodTo": "2026-10-31",
    },
    {"description": "Perusmaksu", "net": "3.94", "vatRate": "25.5", "vat": "1.01", "gross": "4.95"},
]


def invoice(**changes: Any) -> Line:
    return {
        "type": "invoice",
        "id": "I-1",
        "version": 1,
        "number": "2026110001",
        "customer": "C-1",
        "contract": "K-1",
        "meteringPoint": "MP-1",
        "invoiceDate": "2026-11-05",
        "dueDate": "2026-11-19",
        "periodFrom": "2026-10-01",
        "periodTo": "2026-10-31",
        "total": "39.96",
        "net": "31.84",
        "vat": "8.12",
        "vatSpecification": [{"rate": "25.5", "net": "31.84", "vat": "8.12"}],
        "reference": "20261 10001 7",
        "iban": "FI21 1234 5600 0007 85",
        "lateInterest": "9.5",
        "billedAt": "2026-11-05T06:00:00+02:00",
        "rows": ROWS,
    } | changes


def credit_note(**changes: Any) -> Line:
    rows = [
        {**row, **{name: f"-{row[name]}" for name in ("net", "vat", "gross")}, "quantity": None}
        for row in ROWS
    ]
    return (
        invoice(
            id="I-2",
            number="2026110002",
            kind="CREDIT_NOTE",
            creditsNumber="2026110001",
            total="-39.96",
            net="-31.84",
            vat="-8.12",
            vatSpecification=[{"rate": "25.5", "net": "-31.84", "vat": "-8.12"}],
            rows=rows,
        )
        | changes
    )


def document(content: bytes = PDF, **changes: Any) -> Line:
    return {
        "type": "document",
        "id": "D-1",
        "version": 1,
        "kind": "INVOICE",
        "customer": "C-1",
        "invoice": "I-1",
        "title": "Lasku 2026110001",
        "language": "fi",
        "content": b64encode(content).decode(),
    } | changes


def mandate(**changes: Any) -> Line:
    return {
        "type": "mandate",
        "id": "M-1",
        "version": 1,
        "customer": "C-2",
        "account": "aino@example.fi",
        "role": "READER",
    } | changes


def everything() -> list[Line]:
    """One of each, in an order in which references come first. The account `aino` has to be there."""
    return [
        document(),
        mandate(),
        credit_note(),
        invoice(),
        contract(),
        metering_point(),
        person(),
        company(),
        product(),
        network_company(),
    ]


def write(folder: Path, lines: Iterable[Line | bytes], name: str = "master.jsonl") -> Path:
    path = folder / name
    path.write_bytes(
        b"".join(
            (line if isinstance(line, bytes) else json.dumps(line, ensure_ascii=False).encode()) + b"\n"
            for line in lines
        )
    )
    return path


async def take(database: Database, path: Path, now: datetime = NOW) -> MasterDataSummary:
    return await import_master_file(
        database, path, lambda: now, secret_key=SECRET_KEY, public_url="https://oma.example.fi"
    )


async def refusals(database: Database, path: Path) -> list[str]:
    """What is wrong with the file, as `line 3: …`."""
    try:
        await take(database, path)
    except FileRefused as refused:
        return [f"{one.place}: {one.reason}" for one in (refused, *refused.others)]
    return []


def counts(summary: MasterDataSummary) -> dict[str, tuple[int, int, int]]:
    """New, replaced and unchanged, by type."""
    return {kind.value: (of.created, of.replaced, of.unchanged) for kind, of in summary.kinds.items()}


TABLES = {
    "network_company": "",
    "product": "",
    "price_component": "product",
    "customer": "",
    "company_contact": "customer",
    "metering_point": "",
    "contract": "customer",
    "contract_price": "contract",
    "invoice": "customer",
    "invoice_row": "invoice",
    "document": "customer",
    "mandate": "customer",
}
MADE_HERE = {"id", "created_at", "revision"}
"""Columns whose values depend on when, or on how often, something came."""


async def dump(database: Database, kinds: Sequence[Kind] = tuple(Kind)) -> dict[str, list[Line]]:
    """Every row of the master data, with source ids and numbers in place of our ids, so that two databases can be compared."""
    names: dict[str, str] = {}
    for row in await database.fetch(
        f"SELECT target_id, kind, source_id FROM master_record WHERE kind IN ({', '.join(repr(str(k)) for k in kinds)})"
    ):
        names[str(row[0])] = f"{row[1]} {row[2]}"
    found: dict[str, list[Line]] = {}
    for table in TABLES:
        columns = await _columns(database, table)
        rows = [
            {
                name: _plain(value, names)
                for name, value in zip(columns, row, strict=True)
                if name not in MADE_HERE
            }
            for row in await database.fetch(f"SELECT {', '.join(columns)} FROM {table}")
        ]
        found[table] = sorted(rows, key=lambda row: json.dumps(row, sort_keys=True, default=str))
    return found


async def versions(database: Database) -> dict[str, int]:
    rows = await database.fetch("SELECT kind, source_id, version FROM master_record WHERE kind <> 'import'")
    return {f"{row[0]} {row[1]}": int(row[2]) for row in rows}


async def _columns(database: Database, table: str) -> list[str]:
    if database.dialect == "sqlite":
        rows = await database.fetch("SELECT name FROM pragma_table_info($1)", table)
    else:
        rows = await database.fetch(
            "SELECT column_name FROM information_schema.columns WHERE table_name = $1", table
        )
    return sorted(row[0] for row in rows)


def _plain(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, UUID) or (isinstance(value, str) and value in names):
        return names.get(str(value), str(value))
    return value
