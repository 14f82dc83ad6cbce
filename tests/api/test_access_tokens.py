import logging
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from starlette.testclient import TestClient

from api.conftest import Service, codes
from omavirta.api.access import Scope
from omavirta.api.nodes import encode_id
from omavirta.api.types.access_token import AccessScope
from omavirta.identity.tokens import GRANTABLE, MOST_LIVE, create_token
from omavirta.storage.database import Database
from support.factory import NOW, World
from support.sessions import session_cookie

CREATE = """mutation($input: AccessTokenCreateInput!) { accessTokenCreate(input: $input) { secret
  accessToken { id name scopes meteringPoints { gsrn } createdAt expiresAt lastUsedAt } userErrors { field code message } } }"""
DELETE = "mutation($input: AccessTokenDeleteInput!) { accessTokenDelete(input: $input) { deleted userErrors { field code } } }"
LIST = "{ viewer { account { accessTokens { id name scopes meteringPoints { id } expiresAt lastUsedAt } } } }"
# Everything that a token with every scope can read of anything, by every path.
EVERYTHING = """{ viewer { customers { id
  meteringPoints(first: 9) { nodes { ...point } }
  contracts(first: 9) { nodes { id metering_point: meteringPoint { ...point } } }
  invoices(first: 9) { nodes { id rows { description } metering_point: meteringPoint { ...point } } } } } }
fragment point on MeteringPoint { id gsrn name address { street } networkCompany { name } activeContract { id }
  contracts(first: 9) { nodes { id } } latestInvoice { id }
  consumption(from: "2026-11-20", to: "2026-11-21", resolution: HOUR) { energyKwh completeUntil intervals { energyKwh quality } } }"""
NODE = "query($id: ID!) { node(id: $id) { __typename id } }"


async def household(world: World) -> dict[str, Any]:
    customer, company = await world.customer(), await world.customer("Kahvila", "COMPANY")
    points = [await world.point(f"Paikka {number}", f"64300712700000{number:04d}") for number in range(4)]
    made: dict[str, Any] = {"customer": customer, "points": points, "contracts": [], "invoices": []}
    for index, point in enumerate(points):
        owner = customer if index < 3 else company
        made["contracts"].append(await world.contract(owner, point))
        made["invoices"].append(await world.invoice(owner, point, date(2026, 10, 1 + index)))
        await world.consumption(point, date(2026, 11, 20))
    made["collective"] = await world.invoice(customer, None, date(2026, 10, 20))
    stranger = await world.customer("Eero")
    made["strange"] = await world.point("Salainen")
    await world.contract(stranger, made["strange"])
    made["account"] = await world.account("aino", customer, company)
    return made


def error_codes(result: dict[str, Any]) -> list[str]:
    return [error["code"] for error in result["userErrors"]]


def create(service: Service, headers: dict[str, str], **input: Any) -> dict[str, Any]:
    given = {"name": "Kotiautomaatio", "scopes": ["CONSUMPTION_READ"], "expiresOn": "2027-01-31"} | input
    result: dict[str, Any] = service.ask(CREATE, headers, {"input": given})["data"]["accessTokenCreate"]
    return result


def point_id(key: UUID) -> str:
    return encode_id("MeteringPoint", key)


def bearer(made: dict[str, Any]) -> dict[str, str]:
    return {"Authorization": f"Bearer {made['secret']}"}


def test_what_can_be_granted_is_reading_and_the_api_names_it_all() -> None:
    assert {scope.value for scope in AccessScope} == set(GRANTABLE)
    assert not {Scope.WRITE, Scope.ACCOUNT_READ} & set(GRANTABLE)


def test_making_listing_and_deleting(service: Service) -> None:
    world = service.fill(household)
    headers = service.session(world["account"])
    made = create(service, headers, meteringPoints=[point_id(world["points"][1])])
    assert made["userErrors"] == []
    assert made["secret"].startswith("pat_")
    token = made["accessToken"]
    assert token["meteringPoints"] == [{"gsrn": "643007127000000001"}]
    # The last moment of the last day, in Finland.
    assert token["expiresAt"] == "2027-01-31T22:00:00+00:00"
    (listed,) = service.ask(LIST, headers)["data"]["viewer"]["account"]["accessTokens"]
    assert listed["id"] == token["id"]
    assert listed["meteringPoints"] == [{"id": point_id(world["points"][1])}]
    assert made["secret"] not in str(service.ask(LIST, headers))
    assert service.ask(NODE, headers, {"id": token["id"]})["data"]["node"]["__typename"] == "AccessToken"
    gone = service.ask(DELETE, headers, {"input": {"id": token["id"]}})["data"]["accessTokenDelete"]
    assert gone == {"deleted": True, "userErrors": []}
    again = service.ask(DELETE, headers, {"input": {"id": token["id"]}})["data"]["accessTokenDelete"]
    assert error_codes(again) == ["NOT_FOUND"]
    assert codes(service.ask("{ viewer { customers { id } } }", bearer(made))) == ["UNAUTHENTICATED"]
    assert service.ask(LIST, headers)["data"]["viewer"]["account"]["accessTokens"] == []


def test_its_owner_is_told_and_only_the_hash_is_kept(service: Service) -> None:
    world = service.fill(household)
    made = create(service, service.session(world["account"]))

    async def look(database: Database) -> tuple[list[Any], list[Any], str]:
        return (
            [tuple(row) for row in await database.fetch("SELECT kind, account_id FROM outbox_mail")],
            [row[0] for row in await database.fetch("SELECT event FROM security_event")],
            str([list(row) for row in await database.fetch("SELECT * FROM access_token")]),
        )

    mails, events, tokens = service.run(look)
    assert [kind for kind, _ in mails] == ["access_token_created"]
    assert events == ["access_token_created"]
    assert made["secret"].removeprefix("pat_")[-20:] not in tokens


@pytest.mark.parametrize(
    ("input", "field", "code"),
    [
        ({"name": "  "}, "name", "REQUIRED"),
        ({"name": "x" * 101}, "name", "TOO_LONG"),
        ({"scopes": []}, "scopes", "REQUIRED"),
        ({"expiresOn": "2026-11-24"}, "expiresOn", "INVALID"),
        ({"expiresOn": "2027-11-26"}, "expiresOn", "INVALID"),
        ({"expiresOn": "9999-12-31"}, "expiresOn", "INVALID"),
        ({"meteringPoints": []}, "meteringPoints", "REQUIRED"),
        ({"meteringPoints": ["x"] * 101}, "meteringPoints", "INVALID"),
        ({"meteringPoints": ["nonsense"]}, "meteringPoints", "NOT_FOUND"),
    ],
)
def test_what_does_not_do_is_said_by_field(
    service: Service, input: dict[str, Any], field: str, code: str
) -> None:
    world = service.fill(household)
    made = create(service, service.session(world["account"]), **input)
    assert made["accessToken"] is None
    assert [(error["field"], error["code"]) for error in made["userErrors"]] == [(field, code)]


@pytest.mark.parametrize("day", ["2026-11-25", "2027-11-25"])
def test_from_today_to_a_year_ahead(service: Service, day: str) -> None:
    world = service.fill(household)
    assert create(service, service.session(world["account"]), expiresOn=day)["userErrors"] == []


def test_anothers_point_and_other_objects_are_refused_like_made_up_ones(service: Service) -> None:
    world = service.fill(household)
    headers = service.session(world["account"])
    own = point_id(world["points"][0])
    for id_ in (point_id(world["strange"]), encode_id("Customer", world["customer"]), point_id(UUID(int=7))):
        made = create(service, headers, meteringPoints=[own, id_])
        assert error_codes(made) == ["NOT_FOUND"]


def test_step_up_is_asked_for_making_and_not_for_stopping(service: Service) -> None:
    world = service.fill(household)
    made = create(service, service.session(world["account"]))

    async def old(database: Database) -> str:
        return await session_cookie(database, world["account"], NOW - timedelta(minutes=10))

    headers = {"Cookie": f"__Host-omavirta={service.run(old)}"}
    assert error_codes(create(service, headers)) == ["STEP_UP_REQUIRED"]
    id_ = made["accessToken"]["id"]
    gone = service.ask(DELETE, headers, {"input": {"id": id_}})["data"]["accessTokenDelete"]
    assert gone["deleted"] is True


def test_another_cannot_delete_it_nor_can_a_token(service: Service) -> None:
    world = service.fill(household)
    made = create(service, service.session(world["account"]))

    async def other(world_: World) -> Any:
        return await world_.account("eero")

    eero = service.fill(other)
    given = {"input": {"id": made["accessToken"]["id"]}}
    refused = service.ask(DELETE, service.session(eero), given)["data"]["accessTokenDelete"]
    assert error_codes(refused) == ["NOT_FOUND"]
    assert codes(service.ask(DELETE, bearer(made), given)) == ["INSUFFICIENT_SCOPE"]
    assert service.ask(NODE, bearer(made), {"id": made["accessToken"]["id"]}) == {"data": {"node": None}}


def test_the_fifty_first_is_refused(service: Service) -> None:
    world = service.fill(household)

    async def fill(database: Database) -> None:
        async with database.transaction() as transaction:
            for _ in range(MOST_LIVE):
                made = await create_token(
                    transaction, world["account"], [Scope.CONSUMPTION_READ], NOW, NOW + timedelta(days=1)
                )
                assert made is not None

    service.run(fill)
    assert error_codes(create(service, service.session(world["account"]))) == ["LIMIT_REACHED"]


def strings(value: Any) -> set[str]:
    """Every string anywhere in an answer."""
    if isinstance(value, dict):
        return set().union(*map(strings, value.values())) if value else set()
    if isinstance(value, list):
        return set().union(*map(strings, value)) if value else set()
    return {value} if isinstance(value, str) else set()


@pytest.mark.parametrize("reached", [[0], [1, 2], [3]])
def test_a_limited_token_sees_nothing_of_another_point_by_any_path(
    service: Service, reached: list[int]
) -> None:
    world = service.fill(household)
    headers = service.session(world["account"])
    made = create(
        service,
        headers,
        scopes=[scope.name for scope in AccessScope],
        meteringPoints=[point_id(world["points"][index]) for index in reached],
    )
    everything = service.ask(EVERYTHING, headers)
    seen = service.ask(EVERYTHING, bearer(made))
    assert "errors" not in seen
    for index in range(4):
        own = {
            point_id(world["points"][index]),
            f"64300712700000{index:04d}",
            f"Paikka {index}",
            encode_id("Contract", world["contracts"][index]),
            encode_id("Invoice", world["invoices"][index]),
        }
        assert own <= strings(everything)
        if index in reached:
            assert own <= strings(seen)
        else:
            assert not own & strings(seen)
    assert encode_id("Invoice", world["collective"]) in strings(everything)
    assert encode_id("Invoice", world["collective"]) not in strings(seen)


def test_nor_does_it_find_another_points_things_by_their_ids(service: Service) -> None:
    world = service.fill(household)
    made = create(
        service,
        service.session(world["account"]),
        scopes=[scope.name for scope in AccessScope],
        meteringPoints=[point_id(world["points"][0])],
    )
    kinds = (("MeteringPoint", "points"), ("Contract", "contracts"), ("Invoice", "invoices"))
    with service.client() as client:
        for kind, key in kinds:
            found = [node(client, made, encode_id(kind, id_)) for id_ in world[key]]
            assert [one is not None for one in found] == [True, False, False, False], kind
        assert node(client, made, encode_id("Invoice", world["collective"])) is None


def node(client: TestClient, made: dict[str, Any], id_: str) -> Any:
    answer = client.post(
        "/graphql", json={"query": NODE, "variables": {"id": id_}}, headers=bearer(made)
    ).json()
    assert "errors" not in answer
    return answer["data"]["node"]


def test_pages_of_a_limited_token_are_whole(service: Service) -> None:
    world = service.fill(household)
    made = create(
        service,
        service.session(world["account"]),
        scopes=["CONTRACTS_READ", "INVOICES_READ", "CONSUMPTION_READ"],
        meteringPoints=[point_id(world["points"][index]) for index in (0, 2)],
    )
    query = """{ viewer { customers {
      contracts(first: 1, status: [ACTIVE]) { nodes { id } pageInfo { hasNextPage } }
      invoices(first: 2, status: [OPEN]) { nodes { id } pageInfo { hasNextPage } }
      meteringPoints(first: 2) { nodes { id } pageInfo { hasNextPage } } } } }"""
    answer = service.ask(query, bearer(made))
    first = answer["data"]["viewer"]["customers"][0]
    assert (len(first["contracts"]["nodes"]), first["contracts"]["pageInfo"]["hasNextPage"]) == (1, True)
    assert (len(first["invoices"]["nodes"]), first["invoices"]["pageInfo"]["hasNextPage"]) == (2, False)
    assert first["meteringPoints"]["pageInfo"]["hasNextPage"] is False


def test_a_lost_point_is_lost_for_its_token_too(service: Service) -> None:
    world = service.fill(household)
    headers = service.session(world["account"])
    made = create(service, headers, meteringPoints=[point_id(world["points"][3])])

    async def leave_the_company(database: Database) -> None:
        async with database.transaction() as transaction:
            await transaction.execute("DELETE FROM mandate WHERE customer_id <> $1", world["customer"])

    service.run(leave_the_company)
    query = "{ viewer { customers { meteringPoints(first: 9) { nodes { id } } } } }"
    assert service.ask(query, bearer(made))["data"]["viewer"]["customers"] == [
        {"meteringPoints": {"nodes": []}}
    ]
    assert service.ask(NODE, bearer(made), {"id": point_id(world["points"][3])}) == {"data": {"node": None}}
    (listed,) = service.ask(LIST, headers)["data"]["viewer"]["account"]["accessTokens"]
    assert listed["meteringPoints"] == []


def test_when_it_was_last_used_is_noted(service: Service) -> None:
    world = service.fill(household)
    headers = service.session(world["account"])
    made = create(service, headers)
    assert service.ask(LIST, headers)["data"]["viewer"]["account"]["accessTokens"][0]["lastUsedAt"] is None
    service.ask("{ viewer { customers { id } } }", bearer(made))
    (listed,) = service.ask(LIST, headers)["data"]["viewer"]["account"]["accessTokens"]
    assert listed["lastUsedAt"] == NOW.isoformat()


def test_no_token_is_logged(service: Service, caplog: pytest.LogCaptureFixture) -> None:
    world = service.fill(household)
    with caplog.at_level(logging.INFO):
        made = create(service, service.session(world["account"]), name="Salainen nimi")
        service.ask("{ viewer { customers { id } } }", bearer(made))
        service.ask("{ viewer { customers { id } } }", {"Authorization": f"Bearer {made['secret']}x"})
    text = "\n".join(record.getMessage() for record in caplog.records)
    assert "event=access_token_created" in text
    assert made["secret"] not in text
    assert "Salainen nimi" not in text
