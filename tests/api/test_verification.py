"""Verifying an invoice in the API: October 2026, a quarter of a kilowatt-hour in every quarter-hour, spot at 10 c/kWh.

October has 2,980 quarter-hours, and so 745 kWh: spot 745 * 12.55 c = 93.50 EUR (93.4975), margin 745 * 0.49 c = 3.65 EUR
(3.6505), and the monthly fee of 4.90 EUR.
"""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import numpy as np
import pytest

from api.conftest import Service, codes
from omavirta.api.access import Scope
from omavirta.api.nodes import encode_id
from omavirta.contracts.models import PriceComponent
from omavirta.identity.tokens import create_token
from omavirta.metering.calendar import day_number, day_starts
from omavirta.prices.areas import FINLAND
from omavirta.prices.store import write_prices
from omavirta.storage.database import Database
from support.factory import NOW, World

OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 1)
QUARTERS = 2_980
ROWS: tuple[dict[str, Any], ...] = (
    {"component": "SPOT", "quantity": "745", "net": "74.50", "vat": "19.00", "gross": "93.50"},
    {"component": "MARGIN", "quantity": "745", "net": "2.91", "vat": "0.74", "gross": "3.65"},
    {"component": "MONTHLY_FEE", "quantity": "1", "net": "3.90", "vat": "1.00", "gross": "4.90"},
)
PERIOD: dict[str, Any] = {"period_from": OCTOBER, "period_to": date(2026, 10, 31), "total": "102.05"}
VERIFICATION = """verification { status computedTotal { amount } difference { amount } vatOutside
  rows { row { description component } kind billed { amount } computed { amount } difference { amount }
    billedQuantity computedQuantity status reason }
  changedDays { day changedAt revision } }"""
COLUMNS = """verification { vatOutside quarters {
  starts ends energyKwh qualities spotPrices margins prices costs costStatuses vatTreatments } }"""


async def market(world: World, days: int = 31) -> None:
    with world.database.orm():
        for kind, amount, unit in (
            ("MARGIN", "0.49", "CENT_PER_KWH"),
            ("MONTHLY_FEE", "4.90", "EUR_PER_MONTH"),
        ):
            await PriceComponent.create(
                product_id=world.product_id,
                kind=kind,
                amount=amount,
                unit=unit,
                vat_rate="25.50",
                vat_included=True,
                valid_from=date(2019, 1, 1),
            )
    await day_ahead(world, OCTOBER, days, 10_000_000)


async def day_ahead(world: World, first: date, days: int, price: int, when: int = 1) -> None:
    """10^-6 c/kWh."""
    starts = day_starts(day_number(first), day_number(first) + days)
    quarters = np.arange(int(starts[0]) // 900, int(starts[-1]) // 900, dtype=np.int64)
    async with world.database.transaction() as transaction:
        await write_prices(
            transaction,
            FINLAND,
            quarters,
            np.full(len(quarters), price),
            np.zeros(len(quarters), np.bool_),
            when,
        )


async def metered(world: World, point: UUID) -> None:
    for day in range(31):
        await world.consumption(point, OCTOBER + timedelta(days=day))


def undone(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {**row, **{name: f"-{row[name]}" for name in ("quantity", "net", "vat", "gross")}} for row in rows
    ]


async def household(world: World) -> dict[str, Any]:
    await market(world)
    customer, point = await world.customer(), await world.point()
    contract = await world.contract(customer, point)
    await metered(world, point)
    invoice = await world.invoice(
        customer, point, date(2026, 11, 5), contract_id=contract, rows=ROWS, **PERIOD
    )
    wrong = ({**ROWS[0], "gross": "95.50", "net": "76.10", "vat": "19.40"}, *ROWS[1:])
    return {
        "account": await world.account("aino", customer),
        "customer": customer,
        "point": point,
        "invoice": invoice,
        "wrong": await world.invoice(customer, point, date(2026, 11, 5), rows=wrong, **PERIOD),
    }


def ask(service: Service, world: dict[str, Any], fields: str, name: str = "invoice") -> Any:
    query = f"query($id: ID!) {{ node(id: $id) {{ ... on Invoice {{ {fields} }} }} }}"
    answer = service.ask(query, service.session(world["account"]), {"id": encode_id("Invoice", world[name])})
    assert "errors" not in answer, answer
    return answer["data"]["node"]


def test_a_right_invoice_matches_to_the_cent(service: Service) -> None:
    world = service.fill(household)
    found = ask(service, world, VERIFICATION)["verification"]
    assert found["status"] == "MATCHES"
    assert found["computedTotal"] == {"amount": "102.05"}
    assert found["difference"] == {"amount": "0.00"}
    assert found["vatOutside"] is False
    assert found["changedDays"] == []
    assert [row["computed"]["amount"] for row in found["rows"]] == ["93.50", "3.65", "4.90"]
    assert found["rows"][0] == {
        "row": {"description": "Energia", "component": "SPOT"},
        "kind": "SPOT",
        "billed": {"amount": "93.50"},
        "computed": {"amount": "93.50"},
        "difference": {"amount": "0.00"},
        "billedQuantity": "745",
        "computedQuantity": "745",
        "status": "MATCHES",
        "reason": None,
    }


def test_a_wrong_invoice_shows_where(service: Service) -> None:
    world = service.fill(household)
    found = ask(service, world, VERIFICATION, "wrong")["verification"]
    assert found["status"] == "DIFFERS"
    assert found["difference"] == {"amount": "2.00"}
    assert [(row["kind"], row["status"], row["reason"]) for row in found["rows"]] == [
        ("SPOT", "DIFFERS", "UNEXPLAINED"),
        ("MARGIN", "MATCHES", None),
        ("MONTHLY_FEE", "MATCHES", None),
    ]


CREDIT = """verification { status creditsWhole computedTotal { amount } difference { amount } changedDays { day }
  rows { kind status reason billed { amount } computed { amount } difference { amount } billedQuantity computedQuantity
    row { description } creditedRow { description gross { amount } } } }
  credits { number verification { status difference { amount } creditsWhole } }"""


def test_a_credit_note_is_checked_against_the_invoice_that_it_undoes(service: Service) -> None:
    async def setup(world: World) -> Any:
        made = await household(world)
        total = PERIOD["total"]
        note = {"kind": "CREDIT_NOTE", **PERIOD}
        wrong = await world.invoice(
            made["customer"],
            made["point"],
            date(2026, 11, 5),
            number="W",
            rows=({**ROWS[0], "gross": "95.50", "net": "76.10", "vat": "19.40"}, *ROWS[1:]),
            credited=True,
            credited_amount="104.05",
            **PERIOD | {"total": "104.05"},
        )
        rows = {
            "whole": undone(({**ROWS[0], "gross": "95.50", "net": "76.10", "vat": "19.40"}, *ROWS[1:])),
            "short": undone(({**ROWS[0], "gross": "95.50", "net": "76.10", "vat": "19.40"}, ROWS[1])),
            "part": [
                {
                    "description": "Hyvitys",
                    "component": "MARGIN",
                    "net": "-0.80",
                    "vat": "-0.20",
                    "gross": "-1.00",
                }
            ],
        }
        rows["short"].append({"description": "Hyvitys", "net": "-3.90", "vat": "-0.99", "gross": "-4.89"})
        totals = {"whole": "-104.05", "short": "-104.05", "part": "-1.00"}
        for name, of_note in rows.items():
            made[name] = await world.invoice(
                made["customer"],
                made["point"],
                date(2026, 11, 12),
                credits_number="W",
                rows=of_note,
                **note | {"total": totals[name]},
            )
        assert total != "104.05"
        return made | {"credited": wrong}

    world = service.fill(setup)
    whole = ask(service, world, CREDIT, "whole")
    found = whole["verification"]
    assert (found["status"], found["creditsWhole"], found["changedDays"]) == ("MATCHES", True, [])
    assert (found["computedTotal"], found["difference"]) == ({"amount": "-104.05"}, {"amount": "0.00"})
    assert found["rows"][0] == {
        "kind": "SPOT",
        "status": "MATCHES",
        "reason": None,
        "billed": {"amount": "-95.50"},
        "computed": {"amount": "-95.50"},
        "difference": {"amount": "0.00"},
        "billedQuantity": "-745",
        "computedQuantity": "-745",
        "row": {"description": "Energia"},
        "creditedRow": {"description": "Energia", "gross": {"amount": "95.50"}},
    }
    # That what it undoes was wrong is said there.
    assert whole["credits"] == {
        "number": "W",
        "verification": {"status": "DIFFERS", "difference": {"amount": "2.00"}, "creditsWhole": None},
    }

    short = ask(service, world, CREDIT, "short")["verification"]
    assert (short["status"], short["difference"]) == ("DIFFERS", {"amount": "0.00"})
    assert [(row["status"], row["difference"]["amount"]) for row in short["rows"]] == [
        ("MATCHES", "0.00"),
        ("MATCHES", "0.00"),
        ("DIFFERS", "0.01"),
    ]

    part = ask(service, world, CREDIT, "part")["verification"]
    assert (part["status"], part["creditsWhole"]) == ("NOT_COMPUTABLE", False)
    assert part["computedTotal"] is part["difference"] is None
    assert [(row["kind"], row["reason"], row["computed"]) for row in part["rows"]] == [
        ("MARGIN", "NOT_OF_THE_TARIFF", None)
    ]
    assert part["rows"][0]["creditedRow"]["gross"] == {"amount": "3.65"}


def test_readings_that_came_after_billing_are_named(service: Service) -> None:
    async def setup(world: World) -> Any:
        made = await household(world)
        changed = datetime(2026, 11, 12, 9, 30, tzinfo=UTC)
        before = datetime(2026, 11, 5, 21, 59, tzinfo=UTC)
        async with world.database.transaction() as transaction:
            for day, moment in ((3, changed), (4, before)):
                await transaction.execute(
                    "UPDATE consumption_day SET source_time = $1, revision = 2 WHERE metering_point_id = $2 AND day = $3",
                    int(moment.timestamp() * 1_000_000),
                    made["point"],
                    day_number(OCTOBER + timedelta(days=day)),
                )
        return made

    world = service.fill(setup)
    assert ask(service, world, VERIFICATION)["verification"]["status"] == "MATCHES"
    found = ask(service, world, VERIFICATION, "wrong")["verification"]
    # The end of the invoice's day is 22:00 UTC: what came a minute before, billing knew.
    assert found["changedDays"] == [
        {"day": "2026-10-04", "changedAt": "2026-11-12T11:30:00+02:00", "revision": 2}
    ]
    assert [row["reason"] for row in found["rows"]] == ["DATA_CHANGED", None, None]


def test_every_quarter_is_there_to_add_up(service: Service) -> None:
    world = service.fill(household)
    columns = ask(service, world, COLUMNS)["verification"]["quarters"]
    assert {len(values) for values in columns.values()} == {QUARTERS}
    assert columns["starts"][0] == "2026-10-01T00:00:00+03:00"
    assert columns["ends"][-1] == "2026-11-01T00:00:00+02:00"
    assert columns["energyKwh"][0] == 0.25
    assert columns["spotPrices"][0] == 12.55
    assert columns["margins"][0] == 0.49
    assert columns["prices"][0] == 13.04
    assert columns["costs"][0] == 0.0326
    assert set(columns["costStatuses"]) == {"KNOWN"}
    assert set(columns["vatTreatments"]) == {"INCLUDED"}
    assert sum(columns["costs"]) == pytest.approx(97.148)


def test_a_part_of_a_month_that_is_a_credit_is_told_to_be_without_vat(service: Service) -> None:
    """Though the invoice's own days cost more than nothing."""

    async def setup(world: World) -> Any:
        made = await household(world)
        await day_ahead(world, date(2026, 10, 4), 28, -10_000_000, when=2)
        rows = (
            {"component": "SPOT", "quantity": "72", "net": "7.20", "vat": "0.00", "gross": "7.20"},
            {"component": "MARGIN", "quantity": "72", "net": "0.28", "vat": "0.00", "gross": "0.28"},
        )
        period = PERIOD | {"period_to": date(2026, 10, 3), "total": "7.48"}
        made["part"] = await world.invoice(
            made["customer"],
            made["point"],
            date(2026, 11, 5),
            rows=[row | {"vat_rate": "0"} for row in rows],
            **period,
        )
        return made

    world = service.fill(setup)
    found = ask(service, world, COLUMNS, "part")["verification"]
    assert found["vatOutside"] is True
    assert sum(found["quarters"]["costs"]) == pytest.approx(7.2 + 72 * 0.0049 / 1.255)
    assert set(found["quarters"]["vatTreatments"]) == {"OUTSIDE"}


def test_an_invoice_for_several_points_is_checked_row_by_row(service: Service) -> None:
    async def setup(world: World) -> Any:
        made = await household(world)
        other = await world.point("Mökki", "643007127123456780")
        await world.contract(made["customer"], other)
        rows = tuple({**row, "metering_point_id": point} for point in (made["point"], other) for row in ROWS)
        made["collective"] = await world.invoice(
            made["customer"], None, date(2026, 11, 5), rows=rows, **{**PERIOD, "total": "204.10"}
        )
        made["other"] = other
        stranger = await world.customer("Eero Mäkinen")
        made["secret"] = await world.point("Salainen", "643007127000000020")
        await world.contract(stranger, made["secret"])
        await metered(world, made["secret"])
        return made

    world = service.fill(setup)
    found = ask(service, world, VERIFICATION, "collective")["verification"]
    assert [row["reason"] for row in found["rows"]] == [
        None,
        None,
        None,
        "ENERGY_UNKNOWN",
        "ENERGY_UNKNOWN",
        None,
    ]
    columns = ask(
        service,
        world,
        f"""verification {{ quarters {{ costs }}
          one: quarters(meteringPoint: "{encode_id("MeteringPoint", world["point"])}") {{ costs }}
          secret: quarters(meteringPoint: "{encode_id("MeteringPoint", world["secret"])}") {{ costs }}
          invoice: quarters(meteringPoint: "{encode_id("Invoice", world["invoice"])}") {{ costs }}
          junk: quarters(meteringPoint: "ä") {{ costs }} }}""",
        "collective",
    )["verification"]
    assert columns["quarters"] is columns["secret"] is columns["invoice"] is columns["junk"] is None
    assert len(columns["one"]["costs"]) == QUARTERS


def test_days_of_anothers_contract_are_not_told(service: Service) -> None:
    async def setup(world: World) -> Any:
        await market(world)
        customer, stranger, point = await world.customer(), await world.customer("Eero"), await world.point()
        await world.contract(customer, point, end=date(2026, 10, 15))
        await world.contract(stranger, point, start=date(2026, 10, 16))
        await metered(world, point)
        async with world.database.transaction() as transaction:
            await transaction.execute(
                "UPDATE consumption_day SET source_time = $1", int(NOW.timestamp() * 1_000_000)
            )
        invoice = await world.invoice(customer, point, date(2026, 11, 5), rows=ROWS, **PERIOD)
        return {"account": await world.account("aino", customer), "invoice": invoice}

    world = service.fill(setup)
    found = ask(service, world, VERIFICATION + COLUMNS.replace("verification", "columns: verification", 1))
    assert [day["day"] for day in found["verification"]["changedDays"]][-1] == "2026-10-15"
    columns = found["columns"]["quarters"]
    assert set(columns["energyKwh"][15 * 96 :]) == {None}
    assert set(columns["qualities"][15 * 96 :]) == {"NO_CONTRACT"}


def test_a_token_needs_the_scopes_of_all_that_is_told(service: Service) -> None:
    world = service.fill(household)
    query = f'{{ node(id: "{encode_id("Invoice", world["invoice"])}") {{ ... on Invoice {{ verification {{ status }} }} }} }}'

    def token(*scopes: Scope, points: frozenset[UUID] | None = None) -> dict[str, str]:
        async def make(database: Database) -> str:
            async with database.transaction() as transaction:
                made = await create_token(transaction, world["account"], frozenset(scopes), NOW)
                assert made is not None
                return made.text

        return {"Authorization": f"Bearer {service.run(make)}"}

    assert codes(service.ask(query, token(Scope.INVOICES_READ))) == ["INSUFFICIENT_SCOPE"]
    two = token(Scope.INVOICES_READ, Scope.CONSUMPTION_READ)
    assert codes(service.ask(query, two)) == ["INSUFFICIENT_SCOPE"]
    all_three = token(Scope.INVOICES_READ, Scope.CONSUMPTION_READ, Scope.CONTRACTS_READ)
    assert service.ask(query, all_three)["data"]["node"]["verification"] == {"status": "MATCHES"}


def test_an_invoice_for_years_is_not_verified(service: Service) -> None:
    async def setup(world: World) -> Any:
        customer, point = await world.customer(), await world.point()
        invoice = await world.invoice(
            customer, point, date(2026, 11, 5), period_from=date(2020, 1, 1), period_to=date(2026, 1, 1)
        )
        backwards = await world.invoice(
            customer, point, date(2026, 11, 5), period_from=OCTOBER, period_to=date(2026, 9, 1)
        )
        return {"account": await world.account("aino", customer), "ids": (invoice, backwards)}

    world = service.fill(setup)
    query = "query($id: ID!) { node(id: $id) { ... on Invoice { verification { status } } } }"
    headers = service.session(world["account"])
    found = [codes(service.ask(query, headers, {"id": encode_id("Invoice", id_)})) for id_ in world["ids"]]
    assert found == [["PERIOD_TOO_LONG"], ["BAD_PERIOD"]]


def test_the_number_of_statements_does_not_grow_with_points_and_rows(service: Service) -> None:
    def with_points(count: int) -> Any:
        async def setup(world: World) -> Any:
            world.numbers = count * 1_000
            customer = await world.customer()
            rows = []
            async with world.database.transaction():
                for number in range(count):
                    point = await world.point(f"Paikka {number}")
                    await world.contract(customer, point)
                    rows += [{**row, "metering_point_id": point} for row in ROWS]
                billed = await world.invoice(
                    customer, None, date(2026, 11, 5), number="1", rows=rows, **PERIOD
                )
                note = await world.invoice(
                    customer,
                    None,
                    date(2026, 11, 6),
                    kind="CREDIT_NOTE",
                    credits_number="1",
                    rows=undone(rows),
                    **PERIOD | {"total": "-102.05"},
                )
            return await world.account(f"asiakas{count}", customer), (billed, note)

        return setup

    counts = []
    for count in (1, 100):
        account, invoices = service.fill(with_points(count))
        headers = service.session(account)
        for invoice in invoices:
            with service.client() as client:
                database = client.app.state.database  # type: ignore[attr-defined]  # starlette's application
                statements: list[str] = []

                def counted(fetch: Any, seen: list[str] = statements) -> Any:
                    async def counting(sql: str, *params: Any) -> Any:
                        # What works beside the requests looks for its own work.
                        if not re.search(r"FROM (outbox_mail|data_export|mail_request)\b", sql):
                            seen.append(sql)
                        return await fetch(sql, *params)

                    return counting

                database.fetch = counted(database.fetch)
                database.fetch_by_key = counted(database.fetch_by_key)
                query = f"query($id: ID!) {{ node(id: $id) {{ ... on Invoice {{ {VERIFICATION} }} }} }}"
                body = {"query": query, "variables": {"id": encode_id("Invoice", invoice)}}
                answer = client.post("/graphql", json=body, headers=headers).json()
            assert "errors" not in answer, answer
            assert len(answer["data"]["node"]["verification"]["rows"]) == 3 * count
            counts.append(len(statements))
    # A credit note is two more: the invoice that it undoes, and its rows.
    assert counts == [7, 9, 7, 9]
