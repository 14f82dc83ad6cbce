"""Passkeys (Web Authentication level 3): adding one to an account, and proving with one who one is.

The authenticator keeps the credential (a discoverable one, so that no name has to be typed) and checks the person by
fingerprint, face or PIN, which the server insists on. A challenge is for one use within five minutes, by the browser
that it was given to; it is spent before the answer to it is looked at, so that of any number at once one is looked at.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, StrEnum, auto
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import orjson
import webauthn
from webauthn.helpers import base64url_to_bytes, parse_client_data_json
from webauthn.helpers.cose import COSEAlgorithmIdentifier
from webauthn.helpers.structs import (
    AttestationConveyancePreference,
    AuthenticatorSelectionCriteria,
    AuthenticatorTransport,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from omavirta.api.access import AccountRow
from omavirta.clock import to_epoch_microseconds
from omavirta.identity.accounts import hold_account
from omavirta.identity.authenticators import authenticator_name
from omavirta.identity.contact import contact_by_id, tell
from omavirta.identity.events import EventKind, record_event
from omavirta.mail.messages import PasskeyAdded, PasskeyRemoved
from omavirta.settings import Settings
from omavirta.storage.database import Database, Row, Transaction, UniqueViolation, as_uuid
from omavirta.storage.ids import new_id

LIFETIME = timedelta(minutes=5)
MOST_PASSKEYS = 20
LONGEST_NAME = 100
LONGEST_TRANSPORTS = 100
ALGORITHMS = [
    COSEAlgorithmIdentifier.EDDSA,
    COSEAlgorithmIdentifier.ECDSA_SHA_256,
    COSEAlgorithmIdentifier.RSASSA_PKCS1_v1_5_SHA_256,
]
_TIMEOUT_MILLISECONDS = LIFETIME // timedelta(milliseconds=1)
_PASSKEY = "id, name, created_at, last_used_at"


class Ceremony(StrEnum):
    """What a challenge was given for; none serves for the other."""

    CREATE = "CREATE"
    GET = "GET"


class PasskeyProblem(Enum):
    CHALLENGE_OVER = auto()
    """Too old, used, another browser's, or none at all: start again."""
    REFUSED = auto()
    """Unknown, or something about the answer does not hold. Which it was, nobody is told."""
    TAKEN = auto()
    """The authenticator's credential is here already."""
    LIMIT_REACHED = auto()
    LOCKED = auto()
    """The passkey is right, and customer service has locked the account."""
    SESSION_OVER = auto()
    """The passkey is right, and there is no session any more to prove it for."""


@dataclass(frozen=True, slots=True)
class RelyingParty:
    """Who asks the authenticator: it signs for this host and origin only. `name` is what the person reads."""

    id: str
    origin: str
    name: str

    @classmethod
    def of(cls, settings: Settings, name: str) -> "RelyingParty":
        return cls(urlsplit(settings.public_url).hostname or "", settings.public_url, name)


@dataclass(frozen=True, slots=True)
class PasskeyRow:
    """A passkey as its owner sees it. Moments are microseconds since 1970."""

    id: UUID
    name: str
    created_at: int
    last_used_at: int | None


@dataclass(frozen=True, slots=True)
class Assertion:
    """An answer that holds, still to be used in the transaction of what it allows (`use_passkey`)."""

    passkey_id: UUID
    account_id: UUID
    sign_count: int


async def passkeys_of(database: Database | Transaction, account_id: UUID) -> list[PasskeyRow]:
    """The account's passkeys, the oldest first."""
    rows = await database.fetch(
        f"SELECT {_PASSKEY} FROM passkey WHERE account_id = $1 ORDER BY id", account_id
    )
    return [_passkey(row) for row in rows]


async def ask_to_create(
    database: Database, party: RelyingParty, account: AccountRow, browser_hash: bytes, now: datetime
) -> str | None:
    """The options of `navigator.credentials.create` as JSON; None where the account has as many as it may."""
    known = await _descriptors(database, account.id)
    if len(known) >= MOST_PASSKEYS:
        return None
    options = webauthn.generate_registration_options(
        rp_id=party.id,
        rp_name=party.name,
        user_id=account.id.bytes,
        user_name=account.user_name or account.email,
        user_display_name=account.name,
        challenge=await _give_challenge(database, Ceremony.CREATE, browser_hash, account.id, now),
        timeout=_TIMEOUT_MILLISECONDS,
        attestation=AttestationConveyancePreference.NONE,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED,
            user_verification=UserVerificationRequirement.REQUIRED,
        ),
        exclude_credentials=known,
        supported_pub_key_algs=ALGORITHMS,
    )
    return webauthn.options_to_json(options)


async def add_passkey(
    database: Database,
    party: RelyingParty,
    account_id: UUID,
    browser_hash: bytes,
    response_json: str,
    name: str,
    device: str,
    now: datetime,
) -> PasskeyRow | PasskeyProblem:
    """Adds what the authenticator has made, and tells the owner. Without a name it is called as the authenticator is.

    One that nobody knows is called after the `device` that it was made on.
    """
    response = _response(response_json)
    challenge = await _spend_challenge(database, Ceremony.CREATE, browser_hash, account_id, response, now)
    if challenge is None:
        return PasskeyProblem.CHALLENGE_OVER
    try:
        made = webauthn.verify_registration_response(
            credential=response,
            expected_challenge=challenge,
            expected_rp_id=party.id,
            expected_origin=party.origin,
            require_user_verification=True,
            supported_pub_key_algs=ALGORITHMS,
        )
        transports = _transports(response)
    except Exception:  # noqa: BLE001 - a stranger's bytes: the library raises far more than its own exceptions
        return PasskeyProblem.REFUSED
    row = PasskeyRow(
        new_id(), name or authenticator_name(made.aaguid) or device, to_epoch_microseconds(now), None
    )
    try:
        async with database.transaction() as transaction:
            if not await hold_account(transaction, account_id):
                return PasskeyProblem.REFUSED
            if len(await passkeys_of(transaction, account_id)) >= MOST_PASSKEYS:
                return PasskeyProblem.LIMIT_REACHED
            await transaction.execute(
                "INSERT INTO passkey (id, account_id, credential_hash, credential_id, public_key, sign_count, name,"
                " transports, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                row.id,
                account_id,
                _credential_hash(made.credential_id),
                made.credential_id,
                made.credential_public_key,
                made.sign_count,
                row.name,
                transports,
                row.created_at,
            )
            await record_event(transaction, EventKind.PASSKEY_ADDED, now, account_id)
            if (owner := await contact_by_id(transaction, account_id)) is not None:
                await tell(transaction, owner, PasskeyAdded(row.name), now)
    except UniqueViolation:
        return PasskeyProblem.TAKEN
    return row


async def ask_to_prove(
    database: Database, party: RelyingParty, browser_hash: bytes, account_id: UUID | None, now: datetime
) -> str:
    """The options of `navigator.credentials.get` as JSON. With an account, which is signed in, only its passkeys fit."""
    options = webauthn.generate_authentication_options(
        rp_id=party.id,
        challenge=await _give_challenge(database, Ceremony.GET, browser_hash, account_id, now),
        timeout=_TIMEOUT_MILLISECONDS,
        allow_credentials=None if account_id is None else await _descriptors(database, account_id),
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return webauthn.options_to_json(options)


async def check_assertion(
    database: Database,
    party: RelyingParty,
    browser_hash: bytes,
    account_id: UUID | None,
    response_json: str,
    now: datetime,
) -> Assertion | PasskeyProblem:
    """Whose passkey has answered this browser's challenge. `account_id` is who is signed in: then nobody else's fits."""
    response = _response(response_json)
    challenge = await _spend_challenge(database, Ceremony.GET, browser_hash, account_id, response, now)
    if challenge is None:
        return PasskeyProblem.CHALLENGE_OVER
    try:
        credential_id = base64url_to_bytes(response["rawId"])
    except Exception:  # noqa: BLE001 - a stranger's bytes
        return PasskeyProblem.REFUSED
    rows = await database.fetch(
        "SELECT id, account_id, public_key, sign_count FROM passkey WHERE credential_hash = $1",
        _credential_hash(credential_id),
    )
    if not rows:
        return PasskeyProblem.REFUSED
    owner = as_uuid(rows[0][1])
    try:
        proven = webauthn.verify_authentication_response(
            credential=response,
            expected_challenge=challenge,
            expected_rp_id=party.id,
            expected_origin=party.origin,
            credential_public_key=bytes(rows[0][2]),
            credential_current_sign_count=rows[0][3],
            require_user_verification=True,
        )
        handle = response["response"].get("userHandle")
        named = None if handle is None else base64url_to_bytes(handle)
    except Exception:  # noqa: BLE001 - as above
        return PasskeyProblem.REFUSED
    # Asked for one of its account's passkeys, an authenticator need not say whose it is; asked for any, it has to.
    fits = named == owner.bytes if account_id is None or named is not None else True
    if not fits or account_id not in {None, owner}:
        return PasskeyProblem.REFUSED
    return Assertion(as_uuid(rows[0][0]), owner, proven.new_sign_count)


async def use_passkey(transaction: Transaction, assertion: Assertion, now: datetime) -> PasskeyProblem | None:
    """Notes the use, first in the transaction of what it allows; None where it may go on.

    An authenticator that counts its signatures counts upwards: one that does not has been copied.
    """
    if not await hold_account(transaction, assertion.account_id):
        owner = await contact_by_id(transaction, assertion.account_id)
        return PasskeyProblem.REFUSED if owner is None else PasskeyProblem.LOCKED
    used = await transaction.execute(
        "UPDATE passkey SET sign_count = $2, last_used_at = $3 WHERE id = $1"
        " AND (sign_count < $2 OR (sign_count = 0 AND $4))",
        assertion.passkey_id,
        assertion.sign_count,
        to_epoch_microseconds(now),
        assertion.sign_count == 0,
    )
    return None if used else PasskeyProblem.REFUSED


async def rename_passkey(
    transaction: Transaction, account_id: UUID, id_: UUID, name: str
) -> PasskeyRow | None:
    """None where the account has no such passkey."""
    await transaction.execute(
        "UPDATE passkey SET name = $3 WHERE id = $1 AND account_id = $2", id_, account_id, name
    )
    rows = await transaction.fetch(
        f"SELECT {_PASSKEY} FROM passkey WHERE id = $1 AND account_id = $2", id_, account_id
    )
    return _passkey(rows[0]) if rows else None


async def remove_passkey(transaction: Transaction, account_id: UUID, id_: UUID, now: datetime) -> bool:
    """Removes it and tells the owner; whether there was such a passkey."""
    if not await hold_account(transaction, account_id):
        return False
    rows = await transaction.fetch(
        "SELECT name FROM passkey WHERE id = $1 AND account_id = $2", id_, account_id
    )
    if not rows:
        return False
    await transaction.execute("DELETE FROM passkey WHERE id = $1 AND account_id = $2", id_, account_id)
    await record_event(transaction, EventKind.PASSKEY_REMOVED, now, account_id)
    if (owner := await contact_by_id(transaction, account_id)) is not None:
        await tell(transaction, owner, PasskeyRemoved(rows[0][0]), now)
    return True


async def delete_past_challenges(transaction: Transaction, now: datetime) -> None:
    """Deletes those that nobody can answer any more: anyone may ask for one, signed in or not."""
    await transaction.execute(
        "DELETE FROM passkey_challenge WHERE created_at <= $1", to_epoch_microseconds(now - LIFETIME)
    )


async def _give_challenge(
    database: Database, ceremony: Ceremony, browser_hash: bytes, account_id: UUID | None, now: datetime
) -> bytes:
    challenge: bytes = webauthn.helpers.generate_challenge()
    async with database.transaction() as transaction:
        await transaction.execute(
            "DELETE FROM passkey_challenge WHERE browser_hash = $1 AND created_at <= $2",
            browser_hash,
            to_epoch_microseconds(now - LIFETIME),
        )
        await transaction.execute(
            "INSERT INTO passkey_challenge (id, browser_hash, account_id, purpose, challenge, created_at)"
            " VALUES ($1, $2, $3, $4, $5, $6)",
            new_id(),
            browser_hash,
            account_id,
            ceremony.value,
            challenge,
            to_epoch_microseconds(now),
        )
    return challenge


async def _spend_challenge(
    database: Database,
    ceremony: Ceremony,
    browser_hash: bytes,
    account_id: UUID | None,
    response: dict[str, Any],
    now: datetime,
) -> bytes | None:
    """The challenge that the response answers, which is no more from here on; None for one that was not to be answered."""
    try:
        challenge: bytes = parse_client_data_json(
            base64url_to_bytes(response["response"]["clientDataJSON"])
        ).challenge
    except Exception:  # noqa: BLE001 - a stranger's bytes
        return None
    owner, owners = ("account_id IS NULL", ()) if account_id is None else ("account_id = $5", (account_id,))
    async with database.transaction() as transaction:
        spent = await transaction.execute(
            "DELETE FROM passkey_challenge WHERE browser_hash = $1 AND purpose = $2 AND challenge = $3"
            f" AND created_at > $4 AND {owner}",
            browser_hash,
            ceremony.value,
            challenge,
            to_epoch_microseconds(now - LIFETIME),
            *owners,
        )
    return challenge if spent == 1 else None


async def _descriptors(database: Database, account_id: UUID) -> list[PublicKeyCredentialDescriptor]:
    rows = await database.fetch(
        "SELECT credential_id, transports FROM passkey WHERE account_id = $1 ORDER BY id", account_id
    )
    return [
        PublicKeyCredentialDescriptor(
            id=bytes(row[0]), transports=[AuthenticatorTransport(name) for name in row[1].split()] or None
        )
        for row in rows
    ]


def _response(text: str) -> dict[str, Any]:
    """What the browser has sent, empty where it is no object: then no challenge is in it, and it fails like any other."""
    try:
        response = orjson.loads(text)
    except orjson.JSONDecodeError:
        return {}
    return response if isinstance(response, dict) else {}


def _transports(response: dict[str, Any]) -> str:
    """Those that we know by name, space-separated: how the browser reaches the authenticator next time."""
    known = {transport.value for transport in AuthenticatorTransport}
    return " ".join(sorted(known & set(response["response"].get("transports") or ())))[:LONGEST_TRANSPORTS]


def _credential_hash(credential_id: bytes) -> str:
    return hashlib.sha256(credential_id).hexdigest()


def _passkey(row: Row) -> PasskeyRow:
    return PasskeyRow(as_uuid(row[0]), row[1], row[2], row[3])
