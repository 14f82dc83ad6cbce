"""A broker's keys: fetched, verified against the pinned entity key where they come signed, and kept for a day at most."""

import asyncio
from collections.abc import Collection
from datetime import datetime, timedelta

import orjson
from joserfc.jwk import RSAKey

from omavirta.identity.strong.back_channel import BackChannel
from omavirta.identity.strong.brokers import Broker
from omavirta.identity.strong.jose import (
    Claims,
    SignatureAlgorithm,
    UnknownKeyError,
    public_keys,
    verify,
)
from omavirta.identity.strong.refusal import no_answer, refused

KEPT_FOR = timedelta(days=1)
FORCED_EVERY = timedelta(minutes=1)
"""How often a token with an unknown key may send us for newer ones: else anybody's nonsense would be a flood."""
FAILED_FOR = timedelta(seconds=5)
"""How long nobody tries again after a failure: all who wait would else time out one after another."""
SKEW_SECONDS = 60


class BrokerKeys:
    """One a broker, for as long as the service runs."""

    def __init__(self, broker: Broker, back_channel: BackChannel) -> None:
        self._broker = broker
        self._back_channel = back_channel
        self._lock = asyncio.Lock()
        self._keys: list[RSAKey] = []
        self._good_until: datetime | None = None
        self._asked_at: datetime | None = None
        self._failed_at: datetime | None = None

    async def verify(self, token: str, algorithms: Collection[SignatureAlgorithm], now: datetime) -> Claims:
        """The claims of a token that the broker signed; IdentificationRefused for any other.

        A key that is not known is looked for once more: brokers rotate theirs, one of them every week.
        """
        try:
            return verify(token, await self._current(now), algorithms)
        except UnknownKeyError:
            pass
        try:
            return verify(token, await self._newest(now), algorithms)
        except UnknownKeyError:
            raise refused("unknown_signing_key") from None

    async def _current(self, now: datetime) -> list[RSAKey]:
        async with self._lock:
            if self._good_until is None or now >= self._good_until:
                await self._fetch(now)
            return self._keys

    async def _newest(self, now: datetime) -> list[RSAKey]:
        async with self._lock:
            if self._asked_at is None or now >= self._asked_at + FORCED_EVERY:
                await self._fetch(now)
            return self._keys

    async def _fetch(self, now: datetime) -> None:
        if self._failed_at is not None and now < self._failed_at + FAILED_FOR:
            raise no_answer("keys_failed_before")
        self._asked_at = self._failed_at = now
        await self._fetch_anew(now)
        self._failed_at = None

    async def _fetch_anew(self, now: datetime) -> None:
        broker = self._broker
        if broker.signed_jwks_url is not None:
            content = await self._back_channel.get(
                broker.signed_jwks_url, "application/jwk-set+jwt, */*;q=0.1"
            )
            key_set = self._verified(content, now)
        else:
            content = await self._back_channel.get(str(broker.jwks_url), "application/json")
            try:
                key_set = orjson.loads(content)
            except ValueError:
                raise no_answer("malformed_keys") from None
        keys = public_keys(key_set)
        if not keys:
            raise refused("no_usable_keys")
        self._keys = keys
        self._good_until = now + KEPT_FOR
        expires = key_set.get("exp")
        if broker.signed_jwks_url is not None and isinstance(expires, int):
            seconds_left = min(expires - int(now.timestamp()), KEPT_FOR.total_seconds())
            self._good_until = now + timedelta(seconds=seconds_left)

    def _verified(self, content: bytes, now: datetime) -> Claims:
        """A signed key set (OpenID Federation 1.0, 5.2.1). Brokers do not agree on its type, nor on having an expiry."""
        try:
            text = content.decode("ascii").strip()
            key_set = verify(text, self._broker.pinned_keys(), self._broker.token_signatures)
        except UnicodeDecodeError:
            raise refused("malformed_keys") from None
        except UnknownKeyError:
            raise refused("unknown_entity_key") from None
        issued, expires, moment = key_set.get("iat"), key_set.get("exp"), now.timestamp()
        if expires is not None and not (isinstance(expires, int) and expires > moment - SKEW_SECONDS):
            raise refused("expired_keys")
        if issued is not None and not (isinstance(issued, int) and issued <= moment + SKEW_SECONDS):
            raise refused("keys_from_the_future")
        return key_set
