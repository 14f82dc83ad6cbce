from datetime import date
from typing import Any

import pytest

from api.conftest import Service, codes
from omavirta.api.access import Scope
from omavirta.api.nodes import encode_id
from support.factory import World


async def household(world: World) -> dict[str, Any]:
    customer = await world.customer()
    points = [await world.point(f"Paikka {number}") for number in range(5)]
    contracts = [await world.contract(customer, point) for point in points]
    ended = await world.contract(customer, points[0], date(2022, 1, 1), date(2023, 12, 31))
    coming = await world.contract(customer, points[0], date(2027, 1, 1))
    invoices = [await world.invoice(customer, points[0], date(2026, month, 5)) for month in range(1, 11)]
    stranger = await world.customer("Eero Mäkinen")
    secret_point = await world.point("Salainen")
    secret_contract = await world.contract(stranger, secret_point)
    secret_invoice = await world.invoice(stranger, secret_point, date(2026, 1, 1))
    return {
        "account": await world.account("aino", customer),
        "customer": customer,
        "points": points,
        "contracts": contracts,
        "ended": ended,
        "coming": coming,
        "invoices": invoices,
        "secrets": [
            encode_id("Customer", stranger),
            encode_id("MeteringPoint", secret_point),
            encode_id("Contract", secret_contract),
            encode_id("Invoice", secret_invoice),
        ],
    }


def test_nobody_is_no_viewer(service: Service) -> None:
    assert service.ask("{ viewer { account { name } } }") == {"data": {"viewer": None}}


def test_the_public_part_needs_no_sign_in(service: Service) -> None:
    service.fill(household)
    query = '{ retailer { name phones { number } } products { name kind } spotPrices(from: "2026-01-01", to: "2026-01-02", resolution: DAY) { intervals { price } } }'
    data = service.ask(query)["data"]
    assert data["retailer"]["name"]
    assert data["products"] == [{"name": "Tuntihinta", "kind": "SPOT"}]
    assert data["spotPrices"]["intervals"] == [{"price": None}]


def test_texts_are_in_the_askers_language(service: Service) -> None:
    service.fill(household)
    answer = service.ask("{ products { name } }", {"Accept-Language": "sv-FI,sv;q=0.9,en;q=0.5"})
    assert answer["data"]["products"] == [{"name": "Timpris"}]


def test_the_viewers_own_things_are_there(service: Service) -> None:
    world = service.fill(household)
    query = """{ viewer { account { userName email name } customers { name kind
      meteringPoints(first: 2) { pageInfo { hasNextPage endCursor } nodes { name gsrn address { city } networkCompany { name }
        activeContract { status } latestInvoice { total { amount currency } } } }
      contracts(first: 10, status: [ENDED, COMING]) { nodes { id status } }
      invoices(first: 3) { nodes { id invoiceDate status rows { description gross { amount } } } } } } }"""
    viewer = service.ask(query, service.session(world["account"]))["data"]["viewer"]
    assert viewer["account"] == {"userName": "aino", "email": "aino@example.fi", "name": "Aino"}
    customer = viewer["customers"][0]
    assert (customer["name"], customer["kind"]) == ("Aino Virtanen", "PERSON")
    assert [point["name"] for point in customer["meteringPoints"]["nodes"]] == ["Paikka 0", "Paikka 1"]
    assert customer["meteringPoints"]["nodes"][0]["latestInvoice"]["total"] == {
        "amount": "39.96",
        "currency": "EUR",
    }
    assert customer["meteringPoints"]["nodes"][1]["latestInvoice"] is None
    assert customer["meteringPoints"]["pageInfo"]["hasNextPage"] is True
    assert [contract["status"] for contract in customer["contracts"]["nodes"]] == ["COMING", "ENDED"]
    assert [invoice["invoiceDate"] for invoice in customer["invoices"]["nodes"]] == [
        "2026-10-05",
        "2026-09-05",
        "2026-08-05",
    ]


def test_pages_follow_one_another_in_both_directions(service: Service) -> None:
    world = service.fill(household)
    headers = service.session(world["account"])
    query = "query($first: Int, $after: String, $last: Int, $before: String) { viewer { customers { invoices(first: $first, after: $after, last: $last, before: $before) { pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { node { invoiceDate } } } } } }"

    def page(**variables: Any) -> tuple[list[str], dict[str, Any]]:
        found = service.ask(query, headers, variables)["data"]["viewer"]["customers"][0]["invoices"]
        return [edge["node"]["invoiceDate"] for edge in found["edges"]], found["pageInfo"]

    forward: list[str] = []
    cursor = None
    while True:
        dates, info = page(first=4, after=cursor)
        forward += dates
        cursor = info["endCursor"]
        if not info["hasNextPage"]:
            break
    assert forward == [f"2026-{month:02d}-05" for month in range(10, 0, -1)]
    dates, info = page(last=3)
    assert dates == forward[-3:]
    assert info["hasPreviousPage"] is True
    assert page(last=3, before=info["startCursor"])[0] == forward[-6:-3]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ("", "PAGE_SIZE_REQUIRED"),
        ("(first: 1, last: 1)", "PAGE_SIZE_REQUIRED"),
        ("(first: 0)", "PAGE_SIZE_OUT_OF_RANGE"),
        ("(first: 101)", "PAGE_SIZE_OUT_OF_RANGE"),
        ('(first: 1, after: "nonsense")', "BAD_CURSOR"),
        ('(first: 1, after: "WyJhIiwiYiIsImMiXQ==")', "BAD_CURSOR"),
        ('(first: 1, after: "WyJ4IiwieSJd")', "BAD_CURSOR"),
        ('(last: 1, after: "WyJ4IiwieSJd")', "BAD_CURSOR"),
    ],
)
def test_a_page_that_cannot_be_is_refused_with_a_code(service: Service, arguments: str, code: str) -> None:
    world = service.fill(household)
    query = f"{{ viewer {{ customers {{ invoices{arguments} {{ nodes {{ number }} }} }} }} }}"
    assert codes(service.ask(query, service.session(world["account"]))) == [code]


def test_node_finds_ones_own_and_nothing_else(service: Service) -> None:
    world = service.fill(household)
    headers = service.session(world["account"])
    own = [
        encode_id("Account", world["account"]),
        encode_id("Customer", world["customer"]),
        encode_id("MeteringPoint", world["points"][0]),
        encode_id("Contract", world["ended"]),
        encode_id("Invoice", world["invoices"][0]),
    ]
    made_up = [
        encode_id("Customer", world["points"][0]),
        encode_id("Row", world["customer"]),
        "",
        "ä",
        "AAAA",
        "Q3VzdG9tZXI6",
    ]
    query = "query($id: ID!) { node(id: $id) { __typename id } }"
    for id_ in own:
        assert service.ask(query, headers, {"id": id_})["data"]["node"]["id"] == id_
    for id_ in [*world["secrets"], *made_up]:
        assert service.ask(query, headers, {"id": id_}) == {"data": {"node": None}}


def test_a_token_reads_consumption_and_nothing_else(service: Service) -> None:
    world = service.fill(household)
    headers = service.token(world["account"], Scope.CONSUMPTION_READ)
    allowed = '{ viewer { customers { id meteringPoints(first: 1) { nodes { id gsrn name consumption(from: "2026-01-01", to: "2026-01-02") { energyKwh } } } } } }'
    assert "errors" not in service.ask(allowed, headers)
    for field in (
        "account { email }",
        "customers { name }",
        "customers { number }",
        "customers { contracts(first: 1) { nodes { number } } }",
        "customers { invoices(first: 1) { nodes { number } } }",
        "customers { meteringPoints(first: 1) { nodes { address { street } } } }",
        "customers { meteringPoints(first: 1) { nodes { activeContract { number } } } }",
        "customers { meteringPoints(first: 1) { nodes { latestInvoice { number } } } }",
    ):
        assert set(codes(service.ask(f"{{ viewer {{ {field} }} }}", headers))) == {"INSUFFICIENT_SCOPE"}, (
            field
        )
    for kind in ("Account", "Contract", "Invoice"):
        key = {"Account": world["account"], "Contract": world["ended"], "Invoice": world["invoices"][0]}[kind]
        query = f'{{ node(id: "{encode_id(kind, key)}") {{ __typename }} }}'
        assert service.ask(query, headers) == {"data": {"node": None}}


def test_the_number_of_statements_does_not_grow_with_the_customers_points(service: Service) -> None:
    query = """{ viewer { account { name } customers { name meteringPoints(first: 100) { nodes {
      networkCompany { name } activeContract { product { name priceComponents { kind } } } latestInvoice { rows { description } }
      day: consumption(from: "2026-11-24", to: "2026-11-25") { energyKwh completeUntil }
      month: consumption(from: "2026-11-01", to: "2026-12-01", resolution: MONTH) { energyKwh } } } } } }"""

    def with_points(count: int) -> Any:
        async def setup(world: World) -> Any:
            world.numbers = count * 1000
            customer = await world.customer()
            for number in range(count):
                point = await world.point(f"Paikka {number}")
                await world.contract(customer, point)
                await world.invoice(customer, point, date(2026, 1, 5))
            return await world.account(f"asiakas{count}", customer)

        return setup

    counts = []
    for count in (1, 60):
        headers = service.session(service.fill(with_points(count)))
        answer, statements = service.ask_and_count(query, headers)
        assert "errors" not in answer
        counts.append(statements)
    assert counts == [14, 14]
