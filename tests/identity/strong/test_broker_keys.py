"""A broker's keys: verified against what is pinned, kept for a day, and looked for anew when one is unknown."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import httpx2
import orjson
import pytest
from joserfc.jwk import RSAKey

from omavirta.identity.strong.back_channel import BackChannel
from omavirta.identity.strong.broker_keys import BrokerKeys
from omavirta.identity.strong.brokers import Broker
from omavirta.identity.strong.failure import FailureReason
from omavirta.identity.strong.jose import sign
from omavirta.identity.strong.refusal import IdentificationRefused
from support.factory import NOW
from support.strong import CrookedBroker

pytestmark = pytest.mark.anyio
SECONDS = int(NOW.timestamp())


def new_key() -> RSAKey:
    key = RSAKey.generate_key(2048)
    key.ensure_kid()
    return key


ENTITY, FIRST, SECOND = new_key(), new_key(), new_key()


def public(*keys: RSAKey) -> list[dict[str, Any]]:
    return [{**key.as_dict(private=False), "use": "sig"} for key in keys]


class Shown:
    """What the broker's address answers, and how often it was asked."""

    def __init__(self, content: str) -> None:
        self.content = content
        self.asked = 0
        self.down = False

    def answer(self, _request: httpx2.Request) -> httpx2.Response:
        self.asked += 1
        if self.down:
            raise httpx2.ConnectError("down")
        return httpx2.Response(200, stream=httpx2.ByteStream(self.content.encode()))


class Transport(httpx2.AsyncBaseTransport):
    def __init__(self, answer: Callable[[httpx2.Request], httpx2.Response]) -> None:
        self._answer = answer

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        return self._answer(request)


def signed_set(*keys: RSAKey, by: RSAKey = ENTITY, typ: str = "jwk-set+jwt", **claims: Any) -> str:
    said = {"iss": "https://broker.example", "iat": SECONDS, "exp": SECONDS + 86_400, "keys": public(*keys)}
    return sign({name: value for name, value in (said | claims).items() if value is not None}, by, typ=typ)


def broker_keys(broker: CrookedBroker, shown: Shown, **overrides: Any) -> BrokerKeys:
    said = broker.configuration().model_dump() | {"entity_keys": tuple(public(ENTITY))} | overrides
    return BrokerKeys(Broker.model_validate(said), BackChannel(Transport(shown.answer)))


async def verify(keys: BrokerKeys, key: RSAKey, now: datetime = NOW) -> dict[str, Any]:
    return await keys.verify(sign({"hello": "world"}, key, typ="JWT"), ["RS256"], now)


async def refusal(keys: BrokerKeys, key: RSAKey, now: datetime = NOW) -> str:
    with pytest.raises(IdentificationRefused) as refused:
        await verify(keys, key, now)
    return refused.value.code


async def test_keys_are_kept_for_a_day(broker: CrookedBroker) -> None:
    shown = Shown(signed_set(FIRST, exp=None))
    keys = broker_keys(broker, shown)
    for hours in (0, 1, 23.9):
        assert await verify(keys, FIRST, NOW + timedelta(hours=hours)) == {"hello": "world"}
    assert shown.asked == 1
    await verify(keys, FIRST, NOW + timedelta(days=1))
    assert shown.asked == 2


async def test_and_not_beyond_their_own_end(broker: CrookedBroker) -> None:
    shown = Shown(signed_set(FIRST, exp=SECONDS + 3600))
    keys = broker_keys(broker, shown)
    await verify(keys, FIRST)
    shown.content = signed_set(SECOND)
    assert await refusal(keys, FIRST, NOW + timedelta(hours=1)) == "unknown_signing_key"


async def test_an_unknown_key_is_looked_for_at_once_but_not_all_the_time(broker: CrookedBroker) -> None:
    shown = Shown(signed_set(FIRST))
    keys = broker_keys(broker, shown)
    await verify(keys, FIRST)
    shown.content = signed_set(FIRST, SECOND)
    assert await refusal(keys, SECOND, NOW + timedelta(seconds=30)) == "unknown_signing_key"
    assert shown.asked == 1
    await verify(keys, SECOND, NOW + timedelta(minutes=1))
    await verify(keys, FIRST, NOW + timedelta(minutes=1))
    assert shown.asked == 2


async def test_a_failure_is_not_repeated_by_everyone_who_waits(broker: CrookedBroker) -> None:
    shown = Shown(signed_set(FIRST))
    shown.down = True
    keys = broker_keys(broker, shown)
    assert await refusal(keys, FIRST) == "connection"
    assert await refusal(keys, FIRST, NOW + timedelta(seconds=4)) == "keys_failed_before"
    assert shown.asked == 1
    shown.down = False
    await verify(keys, FIRST, NOW + timedelta(seconds=5))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (signed_set(FIRST, by=SECOND), "unknown_entity_key"),
        (signed_set(FIRST, exp=SECONDS - 61), "expired_keys"),
        (signed_set(FIRST, exp="never"), "expired_keys"),
        (signed_set(FIRST, iat=SECONDS + 61), "keys_from_the_future"),
        (signed_set(), "no_usable_keys"),
        (signed_set(FIRST, keys=None, jwks={"keys": public(FIRST)}), "malformed_keys"),
        ("nonsense", "malformed_token"),
        ("ä", "malformed_keys"),
    ],
)
async def test_sets_that_do_not_hold(broker: CrookedBroker, content: str, code: str) -> None:
    keys = broker_keys(broker, Shown(content))
    with pytest.raises(IdentificationRefused) as refused:
        await verify(keys, FIRST)
    assert (refused.value.reason, refused.value.code) == (FailureReason.REFUSED, code)


async def test_a_plain_set_is_taken_from_brokers_that_are_configured_so(broker: CrookedBroker) -> None:
    shown = Shown(orjson.dumps({"keys": public(FIRST)}).decode())
    plain = {"jwks_url": "https://broker.example/jwks", "signed_jwks_url": None, "entity_keys": ()}
    await verify(broker_keys(broker, shown, **plain), FIRST)
    # A signed one is nothing that it takes, and a plain one nothing where it has to be signed.
    shown.content = signed_set(FIRST)
    assert await refusal(broker_keys(broker, shown, **plain), FIRST) == "malformed_keys"
    shown.content = orjson.dumps({"keys": public(FIRST)}).decode()
    assert await refusal(broker_keys(broker, shown), FIRST) == "malformed_token"


async def test_keys_that_cannot_verify_are_left_out(broker: CrookedBroker) -> None:
    half = public(FIRST)[0]["n"][:171]
    members = [
        {**public(FIRST)[0], "n": half, "kid": "small"},
        {**public(FIRST)[0], "use": "enc"},
        {"kty": "EC", "kid": "other", "crv": "P-256", "x": "AA", "y": "AA"},
        {"kty": "RSA", "kid": "broken", "n": "", "e": ""},
        {name: value for name, value in public(SECOND)[0].items() if name != "kid"},
        "nonsense",
    ]
    keys = broker_keys(broker, Shown(signed_set(keys=members)))
    assert await refusal(keys, FIRST) == "no_usable_keys"
