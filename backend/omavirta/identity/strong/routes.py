"""The only routes of strong authentication: where brokers send people back to, and where brokers read about us."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import cast

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from omavirta.clock import Clock
from omavirta.errors import SettingsError
from omavirta.identity.arrival import arrive
from omavirta.identity.browser import read_browser
from omavirta.identity.events import EventKind, note_event
from omavirta.identity.sessions import find_session, read_cookie, set_cookie
from omavirta.identity.strong.entity_statement import (
    KEY_SET_PATH,
    KEY_SET_TYPE,
    STATEMENT_PATH,
    STATEMENT_TYPE,
    entity_statement,
    signed_key_set,
)
from omavirta.identity.strong.failure import FailureReason, failure_path
from omavirta.identity.strong.keys import OwnKeys
from omavirta.identity.strong.person import IdentifiedPerson
from omavirta.identity.strong.refusal import IdentificationRefused
from omavirta.identity.strong.service import RETURN_PARAMETERS, RETURN_PATH, strong_authentication
from omavirta.settings import Settings
from omavirta.storage.database import Database

CACHED = {"Cache-Control": "public, max-age=600"}
SIGNED_FOR = timedelta(minutes=1)
"""How long one signature serves everyone who asks: making one takes milliseconds, and anyone may ask."""

logger = logging.getLogger("omavirta.identity")


class StrongAuthenticationRoutes:
    """`organisation` is the retailer's name, which the entity statement says."""

    def __init__(self, settings: Settings, clock: Clock, organisation: str) -> None:
        self._settings = settings
        self._clock = clock
        self._organisation = organisation
        self._statement = _SignedText()
        self._key_set = _SignedText()

    def routes(self) -> list[Route]:
        return [
            Route(f"{RETURN_PATH}/{{broker}}", self.come_back),
            Route(STATEMENT_PATH, self.statement),
            Route(KEY_SET_PATH, self.key_set),
        ]

    async def come_back(self, request: Request) -> Response:
        if request.method != "GET":
            # Whoever only looks (HEAD) must not use up the code.
            return PlainTextResponse("Method not allowed\n", 405, {"Allow": "GET"})
        strong, broker = strong_authentication(request), request.path_params["broker"]
        if not strong.knows(broker):
            return PlainTextResponse("Not found\n", 404)
        database: Database = request.app.state.database
        browser_hash = read_browser(request, secure=self._settings.secure)
        try:
            person = await strong.finish(database, broker, _answer(request), browser_hash, self._clock)
        except IdentificationRefused as refusal:
            logger.info("identification refused: broker=%s reason=%s", broker, refusal.code)
            if refusal.reason is FailureReason.REFUSED:
                await note_event(database, EventKind.IDENTIFICATION_FAILED, self._clock())
            return RedirectResponse(failure_path(refusal.reason), 303)
        # `finish` refuses a browser that has no hash.
        return await self._arrive(request, database, person, cast("bytes", browser_hash))

    async def _arrive(
        self, request: Request, database: Database, person: IdentifiedPerson, browser_hash: bytes
    ) -> Response:
        now, secure = self._clock(), self._settings.secure
        cookie = read_cookie(request, secure=secure)
        session = None if cookie is None else await find_session(database, cookie, now)
        row, user_agent = None if session is None else session.row, request.headers.get("user-agent", "")
        arrival = await arrive(database, person, browser_hash, row, now, user_agent)
        response = RedirectResponse(arrival.path, 303)
        if arrival.session_cookie is not None:
            set_cookie(response.headers, arrival.session_cookie, secure=secure)
        return response

    def statement(self, request: Request) -> Response:
        strong, url, now = strong_authentication(request), self._settings.public_url, self._clock()
        try:
            text = self._statement.of(
                strong.own_keys(),
                now,
                lambda keys: entity_statement(keys, url, strong.redirect_uris, self._organisation, now),
            )
        except SettingsError:
            return _no_keys()
        return Response(text, headers=CACHED, media_type=STATEMENT_TYPE)

    def key_set(self, request: Request) -> Response:
        strong, url, now = strong_authentication(request), self._settings.public_url, self._clock()
        try:
            text = self._key_set.of(strong.own_keys(), now, lambda keys: signed_key_set(keys, url, now))
        except SettingsError:
            return _no_keys()
        return Response(text, headers=CACHED, media_type=KEY_SET_TYPE)


class _SignedText:
    """A text as it was signed last, for a minute and as long as the keys stay the same."""

    def __init__(self) -> None:
        self._text = ""
        self._keys: OwnKeys | None = None
        self._until: datetime | None = None

    def of(self, keys: OwnKeys, now: datetime, sign: Callable[[OwnKeys], str]) -> str:
        if self._until is None or now >= self._until or keys is not self._keys:
            self._text = sign(keys)
            self._keys, self._until = keys, now + SIGNED_FOR
        return self._text


def _answer(request: Request) -> dict[str, str]:
    """The broker's answer in the address. What is there twice is as good as not there (RFC 6749 3.1)."""
    return {
        name: values[0]
        for name in RETURN_PARAMETERS
        if len(values := request.query_params.getlist(name)) == 1
    }


def _no_keys() -> Response:
    return PlainTextResponse("There are no keys\n", 404)
