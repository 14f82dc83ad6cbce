"""Strong authentication as the rest of the house uses it: which brokers there are, sending someone there, who came back."""

import logging
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from uuid import UUID

import httpx2
from starlette.requests import Request

from omavirta.api.language import Language
from omavirta.clock import Clock
from omavirta.errors import SettingsError
from omavirta.identity.identity_code import identity_hash
from omavirta.identity.strong import transactions
from omavirta.identity.strong.back_channel import BackChannel
from omavirta.identity.strong.broker_keys import BrokerKeys
from omavirta.identity.strong.brokers import Broker, load_brokers, require_permitted
from omavirta.identity.strong.id_token import check_id_token
from omavirta.identity.strong.jose import decrypt
from omavirta.identity.strong.key_folder import KeyFolder
from omavirta.identity.strong.keys import OwnKeys
from omavirta.identity.strong.person import IdentificationPurpose, IdentifiedPerson
from omavirta.identity.strong.relying_party import authorization_url, exchange_code, read_code
from omavirta.metering.calendar import TIME_ZONE
from omavirta.settings import Settings
from omavirta.storage.database import Database

RETURN_PATH = "/identification/return"
RETURN_PARAMETERS = ("code", "state", "iss", "error")

logger = logging.getLogger("omavirta.identity")


class StrongAuthentication:
    """One for the whole service. Without brokers there is nothing that anyone could start."""

    def __init__(
        self, settings: Settings, brokers: Sequence[Broker], keys: KeyFolder | None, back_channel: BackChannel
    ) -> None:
        self._settings = settings
        self._brokers = {broker.key: broker for broker in brokers}
        self._keys = keys
        self._back_channel = back_channel
        self._last_keys: OwnKeys | None = None
        self._broker_keys = {broker.key: BrokerKeys(broker, back_channel) for broker in brokers}

    @property
    def brokers(self) -> list[Broker]:
        """In the order in which they are offered."""
        return list(self._brokers.values())

    @property
    def redirect_uris(self) -> list[str]:
        return [self._redirect_uri(broker) for broker in self._brokers.values()]

    def own_keys(self) -> OwnKeys:
        """As they are now; as they were where somebody has just spoilt a file. Raises SettingsError where there were none."""
        if self._keys is None:
            raise SettingsError(
                "OMAVIRTA_KEYS_FOLDER: is missing, and strong authentication needs our own keys"
            )
        try:
            self._last_keys = self._keys.keys()
        except SettingsError as error:
            if self._last_keys is None:
                raise
            logger.error("our keys stay as they were: %s", error)  # noqa: TRY400 - the message says it all
        return self._last_keys

    async def start(
        self,
        database: Database,
        broker_key: str,
        purpose: IdentificationPurpose,
        *,
        browser_hash: bytes,
        account_id: UUID | None,
        return_path: str,
        language: Language,
        now: datetime,
    ) -> str | None:
        """Where to send the browser; None where there is no such broker."""
        broker = self._brokers.get(broker_key)
        if broker is None:
            return None
        identification = transactions.new_identification(
            broker.key,
            purpose,
            pkce=broker.pkce,
            account_id=account_id,
            return_path=return_path,
            language=language,
            now=now,
        )
        keys = self.own_keys()
        state = await transactions.begin(database, identification, browser_hash)
        return authorization_url(broker, identification, state, self._redirect_uri(broker), keys, now)

    async def finish(
        self,
        database: Database,
        broker_key: str,
        answer: Mapping[str, str],
        browser_hash: bytes | None,
        clock: Clock,
    ) -> IdentifiedPerson:
        """Who came back from a broker with this answer. Raises IdentificationRefused; then nothing has been made."""
        identification = await transactions.take(
            database, answer.get("state", ""), browser_hash, broker_key, clock()
        )
        broker = self._brokers[broker_key]
        code = read_code(broker, answer)
        keys = self.own_keys()
        token = await exchange_code(
            self._back_channel, broker, identification, code, self._redirect_uri(broker), keys, clock()
        )
        signed = decrypt(token, keys.decrypting(), broker.key_encryption, broker.content_encryption)
        now = clock()
        claims = await self._broker_keys[broker_key].verify(signed, broker.token_signatures, now)
        today = now.astimezone(TIME_ZONE).date()
        person = check_id_token(claims, broker, identification, now, today)
        return IdentifiedPerson(
            identity_hash=identity_hash(self._settings.secret_key, person.identity_code),
            name=person.name,
            purpose=identification.purpose,
            account_id=identification.account_id,
            return_path=identification.return_path,
            language=identification.language,
        )

    def knows(self, broker_key: str) -> bool:
        return broker_key in self._brokers

    def _redirect_uri(self, broker: Broker) -> str:
        """One of its own for each broker, so that no broker's answer is taken for another's (RFC 9700 4.4.2)."""
        return f"{self._settings.public_url}{RETURN_PATH}/{broker.key}"


@asynccontextmanager
async def open_strong_authentication(
    settings: Settings,
    database_kind: str | None,
    *,
    brokers: Sequence[Broker] | None = None,
    transport: httpx2.AsyncBaseTransport | None = None,
) -> AsyncIterator[StrongAuthentication]:
    """With the brokers of the settings, unless others are given. Raises SettingsError for what should not be served."""
    if brokers is None:
        brokers = load_brokers(settings.brokers_file) if settings.brokers_file else ()
    require_permitted(brokers, database_kind)
    keys = KeyFolder(settings.keys_folder) if settings.keys_folder else None
    async with BackChannel(transport) as back_channel:
        strong = StrongAuthentication(settings, brokers, keys, back_channel)
        if brokers:
            strong.own_keys().require_complete()
        yield strong


def strong_authentication(request: Request) -> StrongAuthentication:
    """The one that serves this application."""
    strong: StrongAuthentication = request.app.state.strong_authentication
    return strong
