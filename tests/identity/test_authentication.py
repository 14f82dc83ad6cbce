"""Whose points a request spends."""

import pytest
from starlette.requests import Request

from omavirta.identity.authentication import authenticate
from omavirta.storage.database import Database
from support.factory import NOW, World
from support.sessions import session_cookie

pytestmark = pytest.mark.anyio


def request_from(address: str, cookie: str | None = None) -> Request:
    headers = [] if cookie is None else [(b"cookie", f"__Host-omavirta={cookie}".encode())]
    return Request({"type": "http", "headers": headers, "client": (address, 1234)})


async def principal_key(database: Database, request: Request) -> str:
    return (await authenticate(request, database, NOW, secure=True)).principal_key


async def test_a_stranger_spends_the_points_of_the_network(database: Database) -> None:
    """Whoever has one IPv6 address has as many as they like of the same network."""
    keys = {
        address: await principal_key(database, request_from(address))
        for address in (
            "192.0.2.7",
            "::ffff:192.0.2.7",
            "192.0.2.8",
            "2001:db8::1",
            "2001:db8::ffff:2",
            "2001:db8:0:1::1",
        )
    }
    assert keys["192.0.2.7"] == keys["::ffff:192.0.2.7"] != keys["192.0.2.8"]
    assert keys["2001:db8::1"] == keys["2001:db8::ffff:2"] != keys["2001:db8:0:1::1"]


async def test_who_is_signed_in_spends_their_own_wherever_they_are(database: Database) -> None:
    account = await (await World(database).start()).account("aino")
    cookie = await session_cookie(database, account)
    keys = {
        await principal_key(database, request_from(address, cookie)) for address in ("192.0.2.7", "192.0.2.8")
    }
    assert keys == {f"account:{account}"}
