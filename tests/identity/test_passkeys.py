import asyncio
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from omavirta.api.access import AccountRow
from omavirta.identity.accounts import find_account
from omavirta.identity.housekeeping import delete_past
from omavirta.identity.passkeys import (
    MOST_PASSKEYS,
    Assertion,
    PasskeyProblem,
    PasskeyRow,
    RelyingParty,
    add_passkey,
    ask_to_create,
    ask_to_prove,
    check_assertion,
    passkeys_of,
    remove_passkey,
    rename_passkey,
    use_passkey,
)
from omavirta.storage.database import Database, as_uuid, open_database
from omavirta.storage.ids import new_id
from support.authenticator import (
    ICLOUD,
    USER_PRESENT,
    USER_VERIFIED,
    Authenticator,
    EcKey,
    EdKey,
    Passkey,
    RsaKey,
    decode,
    encode,
)
from support.factory import NOW, World

pytestmark = pytest.mark.anyio

PARTY = RelyingParty("oma.example.fi", "https://oma.example.fi", "Kaamos Energia")
BROWSER, OTHER_BROWSER = b"b" * 32, b"o" * 32
HONEST = Authenticator()


async def an_account(database: Database, name: str = "aino") -> AccountRow:
    return await find_account(database, await World(database).account(name))


async def options_to_create(database: Database, account: AccountRow, browser: bytes = BROWSER) -> str:
    options = await ask_to_create(database, PARTY, account, browser, NOW)
    assert options is not None
    return options


async def add(
    database: Database, account: AccountRow, response: str, *, name: str = "", minutes: float = 0
) -> PasskeyRow | PasskeyProblem:
    now = NOW + timedelta(minutes=minutes)
    return await add_passkey(database, PARTY, account.id, BROWSER, response, name, "Firefox, Linux", now)


async def registered(
    database: Database, account: AccountRow, authenticator: Authenticator = HONEST
) -> Passkey:
    passkey, response = authenticator.create(await options_to_create(database, account))
    assert isinstance(await add(database, account, response), PasskeyRow)
    return passkey


async def options_to_prove(
    database: Database, account_id: UUID | None = None, browser: bytes = BROWSER
) -> str:
    return await ask_to_prove(database, PARTY, browser, account_id, NOW)


async def check(
    database: Database, response: str, account_id: UUID | None = None, *, minutes: float = 0
) -> Assertion | PasskeyProblem:
    now = NOW + timedelta(minutes=minutes)
    return await check_assertion(database, PARTY, BROWSER, account_id, response, now)


async def use(database: Database, assertion: Assertion | PasskeyProblem) -> PasskeyProblem | None:
    assert isinstance(assertion, Assertion)
    async with database.transaction() as transaction:
        return await use_passkey(transaction, assertion, NOW)


def changed(response: str, change: Callable[[dict[str, Any]], None]) -> str:
    body = json.loads(response)
    change(body)
    return json.dumps(body)


async def test_the_options_ask_for_what_the_server_will_check(database: Database) -> None:
    account = await an_account(database)
    options = json.loads(await options_to_create(database, account))
    assert options["rp"] == {"name": "Kaamos Energia", "id": "oma.example.fi"}
    assert decode(options["user"]["id"]) == account.id.bytes
    assert options["attestation"] == "none"
    assert options["authenticatorSelection"]["residentKey"] == "required"
    assert options["authenticatorSelection"]["userVerification"] == "required"
    assert [one["alg"] for one in options["pubKeyCredParams"]] == [-8, -7, -257]
    assert options["timeout"] == 300_000
    assert len(decode(options["challenge"])) >= 32
    asked = json.loads(await options_to_prove(database))
    assert (asked["rpId"], asked["userVerification"]) == ("oma.example.fi", "required")
    assert asked["allowCredentials"] == []


@pytest.mark.parametrize("key", [EcKey, EdKey, RsaKey])
async def test_a_passkey_of_each_algorithm_signs_in_again_and_again(
    database: Database, key: type[EcKey] | type[EdKey] | type[RsaKey]
) -> None:
    account = await an_account(database)
    authenticator = Authenticator(new_key=key)
    passkey = await registered(database, account, authenticator)
    for count in (1, 2):
        response = authenticator.get(passkey, await options_to_prove(database))
        assertion = await check(database, response)
        assert isinstance(assertion, Assertion)
        assert (assertion.account_id, assertion.sign_count) == (account.id, count)
        assert await use(database, assertion) is None


async def test_a_synchronised_passkey_never_counts(database: Database) -> None:
    account = await an_account(database)
    authenticator = Authenticator(counts=False)
    passkey = await registered(database, account, authenticator)
    for _ in range(3):
        response = authenticator.get(passkey, await options_to_prove(database))
        assert await use(database, await check(database, response)) is None


async def test_its_name_is_ones_own_word_or_the_authenticators(database: Database) -> None:
    account = await an_account(database)
    _, response = Authenticator(aaguid=ICLOUD).create(await options_to_create(database, account))
    await add(database, account, response)
    _, response = HONEST.create(await options_to_create(database, account))
    await add(database, account, response)
    _, response = HONEST.create(await options_to_create(database, account))
    await add(database, account, response, name="Työkone")
    assert [row.name for row in await passkeys_of(database, account.id)] == [
        "Apple Passwords",
        "Firefox, Linux",
        "Työkone",
    ]


async def test_known_passkeys_are_named_so_that_no_second_one_is_made(database: Database) -> None:
    account = await an_account(database)
    passkey = await registered(database, account)
    options = json.loads(await options_to_create(database, account))
    assert options["excludeCredentials"] == [
        {"type": "public-key", "id": encode(passkey.credential_id), "transports": ["hybrid", "internal"]}
    ]
    asked = json.loads(await options_to_prove(database, account.id))
    assert [one["id"] for one in asked["allowCredentials"]] == [encode(passkey.credential_id)]


@pytest.mark.parametrize(
    ("authenticator", "lie"),
    [
        (Authenticator(origin="https://oma.example.fi.evil.example"), {}),
        (Authenticator(origin="http://oma.example.fi"), {}),
        (HONEST, {"rp_id": "example.fi"}),
        (HONEST, {"flags": USER_PRESENT}),
        (HONEST, {"flags": USER_VERIFIED}),
        (HONEST, {"flags": 0}),
        (HONEST, {"type_": "webauthn.get"}),
        (HONEST, {"cose": {1: 2, 3: -35, -1: 2, -2: b"x" * 48, -3: b"y" * 48}}),
    ],
)
async def test_a_new_passkey_is_refused_where_anything_is_wrong(
    database: Database, authenticator: Authenticator, lie: dict[str, Any]
) -> None:
    account = await an_account(database)
    _, response = authenticator.create(await options_to_create(database, account), **lie)
    assert await add(database, account, response) is PasskeyProblem.REFUSED
    assert await passkeys_of(database, account.id) == []
    assert await database.fetch("SELECT id FROM outbox_mail") == []


async def test_a_challenge_is_for_one_use_one_browser_one_account_one_ceremony_and_five_minutes(
    database: Database,
) -> None:
    aino, eero = await an_account(database), await an_account(database, "eero")
    over = PasskeyProblem.CHALLENGE_OVER
    options = await options_to_create(database, aino)
    _, response = HONEST.create(options)
    assert await add(database, eero, response) is over
    assert await add(database, aino, response, minutes=5) is over
    assert isinstance(await add(database, aino, response), PasskeyRow)
    _, again = HONEST.create(options)
    assert await add(database, aino, again) is over
    _, made_up = HONEST.create(options, challenge=b"c" * 64)
    assert await add(database, aino, made_up) is over
    _, of_other = HONEST.create(await options_to_create(database, aino, OTHER_BROWSER))
    assert await add(database, aino, of_other) is over
    _, of_sign_in = HONEST.create(
        await options_to_create(database, aino),
        challenge=decode(json.loads(await options_to_prove(database, aino.id))["challenge"]),
    )
    assert await add(database, aino, of_sign_in) is over


@pytest.mark.parametrize(
    ("authenticator", "lie"),
    [
        (Authenticator(origin="https://evil.example"), {}),
        (HONEST, {"rp_id": "evil.example"}),
        (HONEST, {"flags": USER_PRESENT}),
        (HONEST, {"flags": USER_VERIFIED}),
        (HONEST, {"type_": "webauthn.create"}),
        (HONEST, {"user_handle": b""}),
        (HONEST, {"user_handle": b"x" * 16}),
        (HONEST, {"signed_by": EcKey()}),
        (HONEST, {"counter": 5}),
        (HONEST, {"counter": 4}),
        (HONEST, {"counter": 0}),
    ],
)
async def test_an_assertion_is_refused_where_anything_is_wrong(
    database: Database, authenticator: Authenticator, lie: dict[str, Any]
) -> None:
    account = await an_account(database)
    passkey = await registered(database, account)
    fifth = HONEST.get(passkey, await options_to_prove(database), counter=5)
    assert await use(database, await check(database, fifth)) is None
    response = authenticator.get(passkey, await options_to_prove(database), **lie)
    assert await check(database, response) is PasskeyProblem.REFUSED


async def test_a_replay_a_foreign_challenge_and_an_old_one_are_over(database: Database) -> None:
    account = await an_account(database)
    passkey = await registered(database, account)
    over = PasskeyProblem.CHALLENGE_OVER
    response = HONEST.get(passkey, await options_to_prove(database))
    assert isinstance(await check(database, response), Assertion)
    assert await check(database, response) is over
    of_other = HONEST.get(passkey, await options_to_prove(database, browser=OTHER_BROWSER))
    assert await check(database, of_other) is over
    old = HONEST.get(passkey, await options_to_prove(database))
    assert await check(database, old, minutes=5) is over
    # One that was given before signing in is not for stepping up, and the other way round.
    before = HONEST.get(passkey, await options_to_prove(database))
    assert await check(database, before, account.id) is over
    after = HONEST.get(passkey, await options_to_prove(database, account.id))
    assert await check(database, after) is over


async def test_a_failed_try_spends_its_challenge(database: Database) -> None:
    account = await an_account(database)
    passkey = await registered(database, account)
    options = await options_to_prove(database)
    assert await check(database, HONEST.get(passkey, options, signed_by=EcKey())) is PasskeyProblem.REFUSED
    assert await check(database, HONEST.get(passkey, options)) is PasskeyProblem.CHALLENGE_OVER


async def test_nobody_elses_passkey_fits(database: Database) -> None:
    aino, eero = await an_account(database), await an_account(database, "eero")
    of_aino, of_eero = await registered(database, aino), await registered(database, eero)
    stepping_up = HONEST.get(of_eero, await options_to_prove(database, aino.id))
    assert await check(database, stepping_up, aino.id) is PasskeyProblem.REFUSED
    disguised = HONEST.get(of_eero, await options_to_prove(database), user_handle=aino.id.bytes)
    assert await check(database, disguised) is PasskeyProblem.REFUSED
    # Another's credential id over one's own signature.
    borrowed = replace(of_eero, credential_id=of_aino.credential_id, user_handle=aino.id.bytes, counter=90)
    response = HONEST.get(borrowed, await options_to_prove(database))
    assert await check(database, response) is PasskeyProblem.REFUSED
    unknown = Passkey(PARTY.id, aino.id.bytes, EcKey())
    response = HONEST.get(unknown, await options_to_prove(database))
    assert await check(database, response) is PasskeyProblem.REFUSED


async def test_for_stepping_up_the_authenticator_need_not_say_whose_it_is(database: Database) -> None:
    account = await an_account(database)
    passkey = await registered(database, account)
    response = HONEST.get(passkey, await options_to_prove(database, account.id), user_handle=b"")
    assert isinstance(await check(database, response, account.id), Assertion)


async def test_of_forty_who_answer_one_challenge_one_wins(database: Database) -> None:
    account = await an_account(database)
    passkey = await registered(database, account)
    response = HONEST.get(passkey, await options_to_prove(database))
    answers = await asyncio.gather(*(check(database, response) for _ in range(40)))
    assert sum(isinstance(answer, Assertion) for answer in answers) == 1
    _, made = HONEST.create(await options_to_create(database, account))
    added = await asyncio.gather(*(add(database, account, made) for _ in range(40)))
    assert sum(isinstance(one, PasskeyRow) for one in added) == 1
    assert len(await passkeys_of(database, account.id)) == 2


async def test_of_forty_uses_with_one_count_one_wins(database: Database) -> None:
    account = await an_account(database)
    passkey = await registered(database, account)
    assertion = await check(database, HONEST.get(passkey, await options_to_prove(database)))
    answers = await asyncio.gather(*(use(database, assertion) for _ in range(40)))
    assert sum(answer is None for answer in answers) == 1


async def test_a_locked_account_is_told_only_after_the_passkey_was_right(database: Database) -> None:
    account = await an_account(database)
    passkey = await registered(database, account)
    async with database.transaction() as transaction:
        await transaction.execute("UPDATE account SET locked_at = 1 WHERE id = $1", account.id)
    wrong = HONEST.get(passkey, await options_to_prove(database), signed_by=EcKey())
    assert await check(database, wrong) is PasskeyProblem.REFUSED
    right = HONEST.get(passkey, await options_to_prove(database))
    assert await use(database, await check(database, right)) is PasskeyProblem.LOCKED


async def test_a_removed_passkey_opens_nothing(database: Database) -> None:
    aino, eero = await an_account(database), await an_account(database, "eero")
    passkey = await registered(database, aino)
    row = (await passkeys_of(database, aino.id))[0]
    assertion = await check(database, HONEST.get(passkey, await options_to_prove(database)))

    async def remove(whose: UUID) -> bool:
        async with database.transaction() as transaction:
            return await remove_passkey(transaction, whose, row.id, NOW)

    assert not await remove(eero.id)
    assert await remove(aino.id)
    assert not await remove(aino.id)
    assert await use(database, assertion) is PasskeyProblem.REFUSED
    response = HONEST.get(passkey, await options_to_prove(database))
    assert await check(database, response) is PasskeyProblem.REFUSED
    kinds = [tuple(mail) for mail in await database.fetch("SELECT kind FROM outbox_mail ORDER BY id")]
    assert kinds == [("passkey_added",), ("passkey_removed",)]
    events = [tuple(event) for event in await database.fetch("SELECT event FROM security_event ORDER BY id")]
    assert events == [("passkey_added",), ("passkey_removed",)]


async def test_only_its_owner_renames_it(database: Database) -> None:
    account = await an_account(database)
    await registered(database, account)
    row = (await passkeys_of(database, account.id))[0]
    async with database.transaction() as transaction:
        assert await rename_passkey(transaction, new_id(), row.id, "Vieras") is None
        renamed = await rename_passkey(transaction, account.id, row.id, "Puhelin")
    assert renamed == replace(row, name="Puhelin")


async def test_a_credential_is_for_one_account_only(database: Database) -> None:
    aino, eero = await an_account(database), await an_account(database, "eero")
    passkey = await registered(database, aino)
    options = await options_to_create(database, eero)
    _, copied = HONEST.create(options, credential_id=passkey.credential_id)
    assert await add(database, eero, copied) is PasskeyProblem.TAKEN


async def test_challenges_that_nobody_can_answer_any_more_are_deleted(database: Database) -> None:
    await options_to_prove(database)
    for minutes, left in ((4, 1), (5, 0)):
        await delete_past(database, NOW + timedelta(minutes=minutes), event_days=730)
        assert len(await database.fetch("SELECT id FROM passkey_challenge")) == left


async def test_at_most_twenty(database: Database) -> None:
    account = await an_account(database)
    options = [await options_to_create(database, account) for _ in range(MOST_PASSKEYS + 1)]
    added = [await add(database, account, HONEST.create(one)[1]) for one in options]
    assert [isinstance(one, PasskeyRow) for one in added] == [True] * MOST_PASSKEYS + [False]
    assert added[-1] is PasskeyProblem.LIMIT_REACHED
    assert await ask_to_create(database, PARTY, account, BROWSER, NOW) is None


NONSENSE = ["", "null", "1", "[]", "{}", '{"response":1}', '{"response":{}}', "[" * 50_000, '"\\ud800"']


@pytest.mark.parametrize("text", NONSENSE)
async def test_nonsense_is_refused(database: Database, text: str) -> None:
    account = await an_account(database)
    assert await add(database, account, text) is PasskeyProblem.CHALLENGE_OVER
    assert await check(database, text) is PasskeyProblem.CHALLENGE_OVER


FIELDS = ["id", "rawId", "type", "authenticatorAttachment", "response"]
RESPONSE_FIELDS = [
    "authenticatorData",
    "signature",
    "userHandle",
    "attestationObject",
    "transports",
]
JUNK = st.one_of(
    st.none(),
    st.integers(),
    st.text(max_size=20),
    st.lists(st.integers(), max_size=3),
    st.lists(st.lists(st.integers(), max_size=1), max_size=2),
    st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
    st.binary(max_size=400).map(encode),
)


@given(field=st.sampled_from(FIELDS), inner=st.sampled_from(RESPONSE_FIELDS), junk=JUNK, deep=st.booleans())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_a_stranger_sends_is_an_answer_and_never_a_fault(
    sqlite_url: str, field: str, inner: str, junk: Any, deep: bool
) -> None:
    def spoil(body: dict[str, Any]) -> None:
        if deep and inner in body["response"]:
            body["response"][inner] = junk
        elif field != "response":
            body[field] = junk

    async def run() -> None:
        async with open_database(sqlite_url) as database:
            rows = await database.fetch("SELECT id FROM account")
            account = (
                await find_account(database, as_uuid(rows[0][0])) if rows else await an_account(database)
            )
            options = await ask_to_create(database, PARTY, account, BROWSER, NOW)
            if options is None:
                return
            passkey, made = HONEST.create(options)
            await add(database, account, changed(made, spoil))
            response = HONEST.get(passkey, await options_to_prove(database))
            await check(database, changed(response, spoil))

    asyncio.run(run())
