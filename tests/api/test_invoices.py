"""Invoices in the API: what billing said, what is to be paid and how, and that nobody else sees it. Today is 25 Nov 2026."""

import re
from datetime import date
from typing import Any

import pytest

from api.conftest import Service, codes
from omavirta.api.access import Scope
from omavirta.api.nodes import encode_id
from support.factory import World

PAID_WITH: dict[str, Any] = {
    "reference": "20261100017",
    "iban": "FI2112345600000785",
    "bic": "NDEAFIHH",
    "payee": "Esimerkki Energia Oy",
}
ROWS: tuple[dict[str, Any], ...] = (
    {
        "description": "Energia",
        "net": "27.90",
        "vat": "7.11",
        "gross": "35.01",
        "unit_price_gross": "0.084900",
    },
    {
        "description": "Siirto",
        "category": "NETWORK",
        "net": "3.94",
        "vat": "1.01",
        "gross": "4.95",
        "period_from": date(2026, 10, 2),
        "period_to": date(2026, 10, 31),
    },
)


async def customer_with_invoices(world: World) -> dict[str, Any]:
    customer = await world.customer()
    point = await world.point()
    contract = await world.contract(customer, point)
    due: dict[str, dict[str, Any]] = {
        "CREDITED": {"due": date(2026, 10, 1), "credited": True},
        "PAID": {"due": date(2026, 10, 2), "paid": "39.96", "paid_on": date(2026, 10, 1)},
        "OVERDUE": {"due": date(2026, 11, 24)},
        "DUE": {"due": date(2026, 11, 25)},
        "DUE too": {"due": date(2026, 12, 2)},
        "OPEN": {"due": date(2026, 12, 3)},
    }
    invoices = {
        name: await world.invoice(customer, point, date(2026, 9, day), number=f"A{day}", **fields)
        for day, (name, fields) in enumerate(due.items(), start=1)
    }
    invoices["full"] = await world.invoice(
        customer,
        point,
        date(2026, 11, 5),
        due=date(2026, 11, 19),
        number="2026110001",
        contract_id=contract,
        rows=ROWS,
        late_interest="9.50",
        notices=["Hinta nousee 1.1.2027."],
        **PAID_WITH,
    )
    invoices["note"] = await world.invoice(
        customer,
        point,
        date(2026, 11, 6),
        number="2026110002",
        kind="CREDIT_NOTE",
        credits_number="A1",
        total="-39.96",
        net="-31.84",
        vat="-8.12",
        vat_specification=[{"rate": "25.5", "net": "-31.84", "vat": "-8.12"}],
        rows=({"net": "-31.84", "vat": "-8.12", "gross": "-39.96"},),
        **PAID_WITH,
    )
    return {"account": await world.account("aino", customer), "invoices": invoices, "point": point}


def invoice(service: Service, world: dict[str, Any], name: str, fields: str) -> Any:
    query = f"query($id: ID!) {{ node(id: $id) {{ ... on Invoice {{ {fields} }} }} }}"
    id_ = encode_id("Invoice", world["invoices"][name])
    answer = service.ask(query, service.session(world["account"]), {"id": id_})
    assert "errors" not in answer, answer
    return answer["data"]["node"]


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [
        ("[OPEN]", ["A6"]),
        ("[DUE]", ["A5", "A4"]),
        ("[OVERDUE]", ["2026110001", "A3"]),
        ("[PAID]", ["2026110002", "A2"]),
        ("[CREDITED]", ["A1"]),
        ("[OPEN, DUE, OVERDUE]", ["2026110001", "A6", "A5", "A4", "A3"]),
        ("[]", []),
    ],
)
def test_lists_by_what_is_to_be_done(service: Service, asked: str, numbers: list[str]) -> None:
    world = service.fill(customer_with_invoices)
    query = f"{{ viewer {{ customers {{ invoices(first: 9, status: {asked}) {{ nodes {{ number status }} }} }} }} }}"
    answer = service.ask(query, service.session(world["account"]))
    nodes = answer["data"]["viewer"]["customers"][0]["invoices"]["nodes"]
    assert [node["number"] for node in nodes] == numbers
    assert {node["status"] for node in nodes} == set(re.findall(r"\w+", asked))


def test_an_invoice_tells_all_that_the_law_asks_for(service: Service) -> None:
    world = service.fill(customer_with_invoices)
    found = invoice(
        service,
        world,
        "full",
        """kind net { amount } vat { amount } openAmount { amount } lateInterest accruedLateInterest { amount } notices paidOn
        vatSpecification { rate net { amount } vat { amount } gross { amount } }
        categories { category net { amount } gross { amount } } contract { number product { name } }
        credits { number } creditNotes { number }
        rows { description category unitPriceGross periodFrom periodTo meteringPoint { gsrn } }""",
    )
    assert found == {
        "kind": "INVOICE",
        "net": {"amount": "31.84"},
        "vat": {"amount": "8.12"},
        "openAmount": {"amount": "39.96"},
        "lateInterest": "9.5",
        # Six days of 365.
        "accruedLateInterest": {"amount": "0.06"},
        "notices": ["Hinta nousee 1.1.2027."],
        "paidOn": None,
        "vatSpecification": [
            {
                "rate": "25.5",
                "net": {"amount": "31.84"},
                "vat": {"amount": "8.12"},
                "gross": {"amount": "39.96"},
            }
        ],
        "categories": [
            {"category": "SUPPLY", "net": {"amount": "27.90"}, "gross": {"amount": "35.01"}},
            {"category": "NETWORK", "net": {"amount": "3.94"}, "gross": {"amount": "4.95"}},
        ],
        "contract": {"number": "000002", "product": {"name": "Tuntihinta"}},
        "credits": None,
        "creditNotes": [],
        "rows": [
            {
                "description": "Energia",
                "category": "SUPPLY",
                "unitPriceGross": "0.0849",
                "periodFrom": None,
                "periodTo": None,
                "meteringPoint": None,
            },
            {
                "description": "Siirto",
                "category": "NETWORK",
                "unitPriceGross": None,
                "periodFrom": "2026-10-02",
                "periodTo": "2026-10-31",
                "meteringPoint": None,
            },
        ],
    }


def test_an_invoice_is_paid_with_a_reference_a_bar_code_and_a_qr_code(service: Service) -> None:
    world = service.fill(customer_with_invoices)
    payment = invoice(
        service,
        world,
        "full",
        """payment { payee iban ibanText bic amount { amount } dueDate reference referenceText rfReference barCode
        barCodeWidths qrText qrPath qrSize }""",
    )["payment"]
    widths, path, size = payment.pop("barCodeWidths"), payment.pop("qrPath"), payment.pop("qrSize")
    assert payment == {
        "payee": "Esimerkki Energia Oy",
        "iban": "FI2112345600000785",
        "ibanText": "FI21 1234 5600 0007 85",
        "bic": "NDEAFIHH",
        "amount": {"amount": "39.96"},
        "dueDate": "2026-11-19",
        "reference": "20261100017",
        "referenceText": "2 02611 00017",
        "rfReference": "RF4320261100017",
        "barCode": "421123456000007850000399600000000000020261100017261119",
        "qrText": "BCD\n001\n1\nSCT\nNDEAFIHH\nEsimerkki Energia Oy\nFI2112345600000785\nEUR39.96\n\n"
        "RF4320261100017\n\nReqdExctnDt/2026-11-19",
    }
    assert sum(widths) == 29 * 11 + 13
    assert path.startswith("M4 4h7")
    assert size > 40


@pytest.mark.parametrize("name", ["CREDITED", "PAID", "note", "OPEN"])
def test_nothing_to_pay_or_nowhere_to_pay_it_shows_no_code(service: Service, name: str) -> None:
    # The open one has no account and reference from billing.
    world = service.fill(customer_with_invoices)
    found = invoice(service, world, name, "payment { barCode } openAmount { amount }")
    assert found == {"payment": None, "openAmount": {"amount": "39.96" if name == "OPEN" else "0.00"}}


def test_what_is_paid_in_part_is_paid_with_a_code_of_the_rest(service: Service) -> None:
    printed = "421123456000007850000399600000000000020261100017261119"

    async def setup(world: World) -> Any:
        customer, point = await world.customer(), await world.point()
        invoices = {
            "half": await world.invoice(
                customer, point, date(2026, 11, 5), paid="20.00", bar_code=printed, **PAID_WITH
            ),
            "whole": await world.invoice(customer, point, date(2026, 11, 5), bar_code=printed, **PAID_WITH),
            "abroad": await world.invoice(
                customer, point, date(2026, 11, 5), iban="SE4550000000058398257466", reference="RF97C2H5OH"
            ),
        }
        return {"account": await world.account("aino", customer), "invoices": invoices}

    world = service.fill(setup)
    fields = "payment { payee amount { amount } barCode barCodeWidths rfReference }"
    half = invoice(service, world, "half", fields)["payment"]
    assert half["amount"] == {"amount": "19.96"}
    assert half["barCode"][17:25] == "00001996"
    assert invoice(service, world, "whole", fields)["payment"]["barCode"] == printed
    assert invoice(service, world, "abroad", fields)["payment"] == {
        "payee": "Revontuli Energia Oy",
        "amount": {"amount": "39.96"},
        "barCode": None,
        "barCodeWidths": None,
        "rfReference": "RF97C2H5OH",
    }


def test_a_credit_note_and_its_invoice_know_each_other(service: Service) -> None:
    world = service.fill(customer_with_invoices)
    note = invoice(
        service,
        world,
        "note",
        "kind status total { amount } vatSpecification { rate gross { amount } } credits { number }",
    )
    assert note == {
        "kind": "CREDIT_NOTE",
        "status": "PAID",
        "total": {"amount": "-39.96"},
        "vatSpecification": [{"rate": "25.5", "gross": {"amount": "-39.96"}}],
        "credits": {"number": "A1"},
    }
    assert invoice(service, world, "CREDITED", "status creditNotes { number }") == {
        "status": "CREDITED",
        "creditNotes": [{"number": "2026110002"}],
    }


def test_what_credit_notes_leave_is_what_is_asked_for_everywhere(service: Service) -> None:
    printed = "421123456000007850000399600000000000020261100017261119"

    async def setup(world: World) -> Any:
        customer, point = await world.customer(), await world.point()
        await world.contract(customer, point)
        usual = {"due": date(2026, 11, 19), "bar_code": printed, "late_interest": "9.50", **PAID_WITH}
        amounts: dict[str, dict[str, Any]] = {
            "balance": {"paid": "39.96", "credited_amount": "4.95"},
            "settled": {"paid": "35.01", "credited_amount": "4.95"},
            "stated": {"paid": "10.00", "credited_amount": "4.95", "open_amount": "12.34"},
            "part": {"paid": "5.00", "credited_amount": "14.95"},
        }
        invoices = {
            name: await world.invoice(
                customer, point, date(2026, 11, day), number=f"A{day}", **usual, **fields
            )
            for day, (name, fields) in enumerate(amounts.items(), start=1)
        }
        for day, total in ((8, "-4.95"), (9, "-10.00")):
            await world.invoice(
                customer,
                None,
                date(2026, 11, day),
                number=f"N{day}",
                kind="CREDIT_NOTE",
                credits_number="A4",
                total=total,
            )
        return {"account": await world.account("aino", customer), "invoices": invoices}

    world = service.fill(setup)
    fields = "number status openAmount { amount } payment { amount { amount } barCode qrText }"
    part = invoice(
        service,
        world,
        "part",
        f"{fields} creditedAmount {{ amount }} creditNotes {{ number total {{ amount }} }}"
        " accruedLateInterest { amount }",
    )
    assert (part["openAmount"], part["creditedAmount"]) == ({"amount": "20.01"}, {"amount": "14.95"})
    assert part["creditNotes"] == [
        {"number": "N9", "total": {"amount": "-10.00"}},
        {"number": "N8", "total": {"amount": "-4.95"}},
    ]
    # Six days of 365 of what is left.
    assert part["accruedLateInterest"] == {"amount": "0.03"}
    assert part["payment"]["amount"] == {"amount": "20.01"}
    assert part["payment"]["barCode"][17:25] == "00002001"
    assert "\nEUR20.01\n" in part["payment"]["qrText"]

    query = f"""{{ viewer {{ customers {{ invoices(first: 9) {{ nodes {{ {fields} }} }}
      overdue: invoices(first: 9, status: OVERDUE) {{ nodes {{ number }} }}
      paid: invoices(first: 9, status: PAID) {{ nodes {{ number }} }}
      meteringPoints(first: 1) {{ nodes {{ latestInvoice {{ {fields} }} }} }} }} }} }}"""
    of_customer = service.ask(query, service.session(world["account"]))["data"]["viewer"]["customers"][0]
    listed = {node["number"]: node for node in of_customer["invoices"]["nodes"]}
    shown = {name: part[name] for name in ("number", "status", "openAmount", "payment")}
    assert listed["A4"] == of_customer["meteringPoints"]["nodes"][0]["latestInvoice"] == shown
    assert {
        number: (node["status"], node["openAmount"]["amount"], node["payment"] is not None)
        for number, node in listed.items()
    } == {
        "A1": ("PAID", "-4.95", False),
        "A2": ("PAID", "0.00", False),
        "A3": ("OVERDUE", "12.34", True),
        "A4": ("OVERDUE", "20.01", True),
        "N8": ("PAID", "0.00", False),
        "N9": ("PAID", "0.00", False),
    }
    assert [node["number"] for node in of_customer["overdue"]["nodes"]] == ["A4", "A3"]
    assert [node["number"] for node in of_customer["paid"]["nodes"]] == ["N9", "N8", "A2", "A1"]


def test_anothers_invoice_and_contract_are_not_there(service: Service) -> None:
    async def setup(world: World) -> Any:
        mine = await customer_with_invoices(world)
        stranger = await world.customer("Eero Mäkinen")
        point = await world.point("Salainen")
        contract = await world.contract(stranger, point)
        # The stranger's invoices have the numbers of one's own.
        secret = await world.invoice(stranger, point, date(2026, 11, 5), number="A1")
        await world.invoice(
            stranger,
            point,
            date(2026, 11, 7),
            number="X",
            credits_number="A2",
            kind="CREDIT_NOTE",
            total="-1",
        )
        customer = await world.customer("Aino toinen")
        odd = await world.invoice(
            customer,
            point,
            date(2026, 11, 5),
            contract_id=contract,
            number="odd",
            rows=({"metering_point_id": point},),
        )
        account = await world.account("toinen", customer)
        return mine | {"secret": secret, "odd": odd, "second": account}

    world = service.fill(setup)
    headers = service.session(world["account"])
    query = """query($id: ID!) { node(id: $id) { ... on Invoice { number contract { number } creditNotes { number }
      meteringPoint { gsrn } rows { meteringPoint { gsrn } } verification { rows { computed { amount } } } } } }"""
    assert service.ask(query, headers, {"id": encode_id("Invoice", world["secret"])}) == {
        "data": {"node": None}
    }
    assert invoice(service, world, "PAID", "creditNotes { number }") == {"creditNotes": []}
    mine = service.ask(query, service.session(world["second"]), {"id": encode_id("Invoice", world["odd"])})
    assert mine["data"]["node"] == {
        "number": "odd",
        "contract": None,
        "creditNotes": [],
        # Billing has named a point that the customer has no contract for.
        "meteringPoint": None,
        "rows": [{"meteringPoint": None}],
        "verification": {"rows": [{"computed": None}]},
    }


def test_a_token_of_invoices_reads_them_but_no_contracts(service: Service) -> None:
    world = service.fill(customer_with_invoices)
    headers = service.token(world["account"], Scope.INVOICES_READ)
    id_ = encode_id("Invoice", world["invoices"]["full"])
    query = (
        f'{{ node(id: "{id_}") {{ ... on Invoice {{ number payment {{ iban }} rows {{ category }} }} }} }}'
    )
    assert service.ask(query, headers)["data"]["node"]["payment"] == {"iban": "FI2112345600000785"}
    query = f'{{ node(id: "{id_}") {{ ... on Invoice {{ contract {{ number }} }} }} }}'
    assert codes(service.ask(query, headers)) == ["INSUFFICIENT_SCOPE"]


LIST = """{ viewer { customers { invoices(first: 100) { nodes { number kind status invoiceDate dueDate total { amount }
  openAmount { amount } creditedAmount { amount } net { amount } vatSpecification { rate } categories { category } payment { reference barCode }
  meteringPoint { gsrn } contract { number product { name } } credits { number } creditNotes { number }
  rows { description meteringPoint { gsrn } } } } } } }"""
DETAIL = "query($id: ID!) { node(id: $id) { ... on Invoice { number status meteringPoint { gsrn } contract { number product { name } } credits { number } creditNotes { number } rows { description meteringPoint { gsrn } } vatSpecification { rate } } } }"


def test_the_number_of_statements_is_the_same_for_one_point_and_for_a_thousand(service: Service) -> None:
    def with_points(count: int) -> Any:
        async def setup(world: World) -> Any:
            world.numbers = count * 10_000
            customer = await world.customer()
            invoice_id = None
            async with world.database.transaction():
                for number in range(count):
                    point = await world.point(f"Paikka {number}")
                    contract = await world.contract(customer, point)
                    await world.invoice(customer, point, date(2026, 1, 5), number=f"{count}-{number}")
                    invoice_id = await world.invoice(
                        customer,
                        point,
                        date(2026, 2, 5),
                        contract_id=contract,
                        credits_number=f"{count}-{number}",
                        rows=({"metering_point_id": point}, {}),
                    )
            return await world.account(f"asiakas{count}", customer), invoice_id

        return setup

    counts = []
    for count in (1, 1_000):
        account, invoice_id = service.fill(with_points(count))
        headers = service.session(account)
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
            of_list = client.post("/graphql", json={"query": LIST}, headers=headers).json()
            assert "errors" not in of_list, of_list
            first = len(statements)
            variables = {"id": encode_id("Invoice", invoice_id)}
            body = {"query": DETAIL, "variables": variables}
            of_detail = client.post("/graphql", json=body, headers=headers).json()
            assert of_detail["data"]["node"]["credits"] is not None
        counts.append((first, len(statements) - first))
    assert counts[0] == counts[1] == (10, 9)


def test_the_retailer_and_whom_a_bill_has_to_name(service: Service) -> None:
    query = "{ retailer { email businessId address { street postalCode city } legalLinks { kind title url about } } }"
    found = service.ask(query, {"Accept-Language": "sv"})["data"]["retailer"]
    assert found["email"] == "asiakaspalvelu@revontuli.example.fi"
    assert found["businessId"] == "4100001-5"
    assert found["address"] == {"street": "Voimakatu 2", "postalCode": "99800", "city": "Ivalo"}
    assert [link["kind"] for link in found["legalLinks"]] == [
        "ENERGY_ADVICE",
        "PRICE_COMPARISON",
        "CONSUMER_ADVICE",
        "CONSUMER_DISPUTES",
        "BUSINESS_DISPUTES",
    ]
    assert found["legalLinks"][3]["title"] == "Konsumenttvistenämnden"
    assert all(link["url"].startswith("https://") and link["about"] for link in found["legalLinks"])
