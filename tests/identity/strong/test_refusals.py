"""Everything that a broker, or whoever stands in its place, could say wrong: refused, with nothing made."""

import asyncio
import base64
import hmac
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx2
import orjson
import pytest
from joserfc import jwe, jws
from joserfc.jwk import RSAKey

from conftest import sqlite_copy
from omavirta.identity.strong.jose import Claims
from omavirta.identity.strong.key_folder import KeyFolder
from omavirta.settings import Settings
from omavirta.storage.database import open_database
from support.factory import NOW
from support.strong import (
    CrookedBroker,
    Portal,
    for_trying_out,
    parameter,
    portal_with,
    with_keys,
    with_parameters,
)

PAGE = "/tunnistus-epaonnistui?syy="
NOW_SECONDS = int(NOW.timestamp())
CODE = "urn:oid:1.2.246.21"
FOREIGN_KEY = RSAKey.generate_key(2048)


@pytest.fixture(scope="module")
def settings(sqlite_template: Path, keys_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return for_trying_out(sqlite_copy(sqlite_template, tmp_path_factory.mktemp("refusals")), keys_folder)


@pytest.fixture(scope="module")
def _opened(
    settings: Settings, broker: CrookedBroker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Portal]:
    with portal_with(settings, broker, tmp_path_factory.mktemp("brokers")) as opened:
        yield opened


@pytest.fixture
def portal(_opened: Portal, settings: Settings) -> Iterator[Portal]:
    """One for the module: each test leaves the database as it found it, which is what is proven."""
    _opened.clock.now = NOW
    _opened.broker.straighten(_opened.clock)
    _opened.client.cookies.clear()
    yield _opened
    assert made(settings) == []


def made(settings: Settings) -> list[str]:
    """What must not be there after a refusal."""

    async def count() -> list[str]:
        async with open_database(settings.database_url) as database:
            tables = ("account", "session", "registration", "mandate", "outbox_mail", "identification")
            return [table for table in tables if await database.fetch(f"SELECT 1 FROM {table}")]

    return asyncio.run(count())


def refusal(portal: Portal, caplog: pytest.LogCaptureFixture) -> tuple[str, str]:
    """Goes to the bank and back: which page it came to, and which code the log has."""
    caplog.set_level("INFO")
    location = portal.identify()
    return location.removeprefix(PAGE), logged(caplog)


def logged(caplog: pytest.LogCaptureFixture) -> str:
    [line] = [record.getMessage() for record in caplog.records if "refused" in record.getMessage()]
    assert line.startswith("identification refused: broker=demo reason=")
    assert "010190" not in caplog.text
    return line.rpartition("=")[2]


def setting(**values: Any) -> Callable[[Claims], None]:
    return lambda claims: claims.update(values)


def without(name: str) -> Callable[[Claims], None]:
    def take(claims: Claims) -> None:
        del claims[name]

    return take


CLAIMS = {
    "another issuer": (setting(iss="https://evil.example"), "iss"),
    "the issuer with a slash more": (lambda claims: claims.update(iss=claims["iss"] + "/"), "iss"),
    "no issuer": (without("iss"), "iss"),
    "for somebody else": (setting(aud=["another"]), "aud"),
    "for nobody": (without("aud"), "aud"),
    "for a part of our name": (setting(aud="omavirta"), "aud"),
    "given to somebody else": (setting(azp="another"), "azp"),
    "for several without saying whom": (
        lambda claims: claims.update(aud=["omavirta-demo", "another"], azp=None),
        "azp",
    ),
    "another nonce": (setting(nonce="another"), "nonce"),
    "no nonce": (without("nonce"), "nonce"),
    "a real level from a test broker": (setting(acr="http://ftn.ficora.fi/2017/loa2"), "acr"),
    "a lower level": (setting(acr="http://ftn.ficora.fi/2017/loatest1"), "acr"),
    "no level": (without("acr"), "acr"),
    "levels in a list": (setting(acr=["http://ftn.ficora.fi/2017/loatest2"]), "acr"),
    "expired": (setting(exp=NOW_SECONDS - 61), "exp"),
    "without an end": (without("exp"), "exp"),
    "with an end in words": (setting(exp="tomorrow"), "exp"),
    "made before we asked": (setting(iat=NOW_SECONDS - 61), "iat"),
    "made later": (setting(iat=NOW_SECONDS + 61), "iat"),
    "of no time": (without("iat"), "iat"),
    "not good yet": (setting(nbf=NOW_SECONDS + 61), "nbf"),
    "identified before we asked": (setting(auth_time=NOW_SECONDS - 61), "auth_time"),
    "identified later": (setting(auth_time=NOW_SECONDS + 61), "auth_time"),
    "without a time of identification": (without("auth_time"), "auth_time"),
    "with true for a time": (setting(auth_time=True), "auth_time"),
    "without an identity code": (without(CODE), "identity_code_missing"),
    "an empty identity code": (setting(**{CODE: ""}), "identity_code_missing"),
    "a number for an identity code": (setting(**{CODE: 10190}), "identity_code_missing"),
    "a wrong check character": (setting(**{CODE: "010190Y902T"}), "identity_code_invalid"),
    "someone not yet born": (setting(**{CODE: "311299A9019"}), "identity_code_invalid"),
    "nobody's name": (
        lambda claims: [claims.pop(name) for name in list(claims) if name.startswith("urn:oid:2")],
        "name_missing",
    ),
}


@pytest.mark.parametrize("case", CLAIMS)
def test_claims(portal: Portal, caplog: pytest.LogCaptureFixture, case: str) -> None:
    portal.broker.change, code = CLAIMS[case]
    assert refusal(portal, caplog) == ("hylatty", code)


def test_a_minute_of_skew_is_forgiven(portal: Portal, settings: Settings) -> None:
    portal.broker.change = setting(iat=NOW_SECONDS + 59, auth_time=NOW_SECONDS - 59, exp=NOW_SECONDS - 59)
    assert portal.identify() == "/rekisteroidy"
    empty(settings)


class TestTokens:
    def test_unencrypted(self, portal: Portal, caplog: pytest.LogCaptureFixture) -> None:
        portal.broker.seal_instead = lambda token: token
        assert refusal(portal, caplog) == ("hylatty", "not_encrypted")

    def test_unsigned_inside(self, portal: Portal, caplog: pytest.LogCaptureFixture) -> None:
        header = {"alg": "none", "kid": portal.broker.signing_key.kid}
        portal.broker.sign_instead = lambda _claims: handmade(header, b"{}") + "."
        assert refusal(portal, caplog) == ("hylatty", "signature_algorithm")

    def test_signed_with_our_public_key_as_a_password(
        self, portal: Portal, caplog: pytest.LogCaptureFixture
    ) -> None:
        header = {"alg": "HS256", "kid": portal.broker.signing_key.kid}
        signed = handmade(header, b"{}")
        password = portal.broker.signing_key.as_pem(private=False)
        signature = b64(hmac.digest(password, signed.encode(), "sha256"))
        portal.broker.sign_instead = lambda _claims: f"{signed}.{signature}"
        assert refusal(portal, caplog) == ("hylatty", "signature_algorithm")

    def test_another_algorithm_of_the_right_key(
        self, portal: Portal, caplog: pytest.LogCaptureFixture
    ) -> None:
        header = {"alg": "RS512", "kid": portal.broker.signing_key.kid}
        portal.broker.sign_instead = lambda _claims: jws.serialize_compact(
            header, b"{}", portal.broker.signing_key, algorithms=["RS512"]
        )
        assert refusal(portal, caplog) == ("hylatty", "signature_algorithm")

    def test_another_key_under_the_right_name(self, portal: Portal, caplog: pytest.LogCaptureFixture) -> None:
        header = {"alg": "RS256", "kid": portal.broker.signing_key.kid}
        portal.broker.sign_instead = lambda _claims: jws.serialize_compact(
            header, b"{}", FOREIGN_KEY, algorithms=["RS256"]
        )
        assert refusal(portal, caplog) == ("hylatty", "signature")

    def test_a_key_that_the_broker_does_not_show(
        self, portal: Portal, caplog: pytest.LogCaptureFixture
    ) -> None:
        portal.broker.sign_instead = lambda _claims: jws.serialize_compact(
            {"alg": "RS256", "kid": "foreign"}, b"{}", FOREIGN_KEY, algorithms=["RS256"]
        )
        assert refusal(portal, caplog) == ("hylatty", "unknown_signing_key")

    def test_claims_that_are_no_object(self, portal: Portal, caplog: pytest.LogCaptureFixture) -> None:
        header = {"alg": "RS256", "kid": portal.broker.signing_key.kid}
        portal.broker.sign_instead = lambda _claims: jws.serialize_compact(
            header, b"[]", portal.broker.signing_key, algorithms=["RS256"]
        )
        assert refusal(portal, caplog) == ("hylatty", "malformed_claims")

    @pytest.mark.parametrize(
        ("alg", "enc"), [("RSA-OAEP", "A256CBC-HS512"), ("RSA-OAEP-256", "A128GCM"), ("RSA-OAEP", "A256GCM")]
    )
    def test_encrypted_otherwise(
        self, portal: Portal, caplog: pytest.LogCaptureFixture, keys_folder: Path, alg: str, enc: str
    ) -> None:
        key = KeyFolder(keys_folder).keys().decrypting()[0]
        portal.broker.seal_instead = lambda token: jwe.encrypt_compact(
            {"alg": alg, "enc": enc, "kid": key.kid}, token, key, algorithms=[alg, enc]
        )
        assert refusal(portal, caplog) == ("hylatty", "encryption_algorithm")

    def test_encrypted_as_nobody_should(self, portal: Portal, caplog: pytest.LogCaptureFixture) -> None:
        portal.broker.seal_instead = lambda _token: handmade(
            {"alg": "RSA1_5", "enc": "A128GCM"}, b"", b"", b"", b""
        )
        assert refusal(portal, caplog) == ("hylatty", "encryption_algorithm")

    def test_encrypted_for_somebody_else(self, portal: Portal, caplog: pytest.LogCaptureFixture) -> None:
        algorithms = ["RSA-OAEP", "A128GCM"]
        header = {"alg": "RSA-OAEP", "enc": "A128GCM"}
        portal.broker.seal_instead = lambda token: jwe.encrypt_compact(
            header, token, FOREIGN_KEY, algorithms=algorithms
        )
        assert refusal(portal, caplog) == ("hylatty", "decryption")

    def test_encrypted_for_a_key_that_we_do_not_have(
        self, portal: Portal, caplog: pytest.LogCaptureFixture
    ) -> None:
        header = {"alg": "RSA-OAEP", "enc": "A128GCM", "kid": "foreign"}
        portal.broker.seal_instead = lambda token: jwe.encrypt_compact(
            header, token, FOREIGN_KEY, algorithms=["RSA-OAEP", "A128GCM"]
        )
        assert refusal(portal, caplog) == ("hylatty", "unknown_decryption_key")

    def test_compressed(self, portal: Portal, caplog: pytest.LogCaptureFixture, keys_folder: Path) -> None:
        key = KeyFolder(keys_folder).keys().decrypting()[0]
        header = {"alg": "RSA-OAEP", "enc": "A128GCM", "kid": key.kid, "zip": "DEF"}
        portal.broker.seal_instead = lambda _token: jwe.encrypt_compact(
            header, b"0" * 10_000_000, key, algorithms=["RSA-OAEP", "A128GCM", "DEF"]
        )
        assert refusal(portal, caplog) == ("hylatty", "compressed")

    @pytest.mark.parametrize("critical", [["exp"], [None], None, {"a": 1}])
    def test_an_extension_that_must_be_known(
        self, portal: Portal, caplog: pytest.LogCaptureFixture, critical: object
    ) -> None:
        header = {"alg": "RSA-OAEP", "enc": "A128GCM", "crit": critical}
        sealed = base64.urlsafe_b64encode(orjson.dumps(header)).decode().rstrip("=")
        portal.broker.seal_instead = lambda _token: f"{sealed}.eA.eA.eA.eA"
        assert refusal(portal, caplog) == ("hylatty", "critical_header")

    @pytest.mark.parametrize("nonsense", ["", "....", "a.b.c.d.e", "ä.ö.å.é.ü", "e30.e30.e30.e30.e30"])
    def test_nonsense(self, portal: Portal, caplog: pytest.LogCaptureFixture, nonsense: str) -> None:
        portal.broker.seal_instead = lambda _token: nonsense
        assert refusal(portal, caplog)[0] == "hylatty"


class TestReturns:
    def test_a_used_state(self, portal: Portal, settings: Settings) -> None:
        back = portal.at_the_bank(portal.authorization_url())
        assert portal.come_back(back) == "/rekisteroidy"
        assert portal.come_back(back) == PAGE + "vanhentunut"
        empty(settings)

    def test_another_browser(self, portal: Portal) -> None:
        back = portal.at_the_bank(portal.authorization_url())
        portal.client.cookies.clear()
        assert portal.come_back(back) == PAGE + "vanhentunut"

    def test_another_browser_that_has_begun_something_itself(self, portal: Portal) -> None:
        back = portal.at_the_bank(portal.authorization_url())
        mine = dict(portal.client.cookies)
        portal.client.cookies.clear()
        portal.come_back(portal.at_the_bank(portal.authorization_url()).replace("code=", "error=cancel&c="))
        assert portal.come_back(back) == PAGE + "vanhentunut"
        portal.client.cookies.update(mine)
        # A stolen state is used up by the thief's try.
        assert portal.come_back(back) == PAGE + "vanhentunut"

    def test_a_quarter_of_an_hour_later(self, portal: Portal) -> None:
        back = portal.at_the_bank(portal.authorization_url())
        portal.clock.forward(minutes=15)
        assert portal.come_back(back) == PAGE + "vanhentunut"

    @pytest.mark.parametrize("state", [None, "", "x", "A" * 64, "\x00"])
    def test_a_state_that_is_none(self, portal: Portal, state: str | None) -> None:
        back = portal.at_the_bank(portal.authorization_url())
        assert portal.come_back(with_parameters(back, state=state)) == PAGE + "vanhentunut"
        portal.come_back(with_parameters(back, code=None))

    @pytest.mark.parametrize("issuer", ["https://evil.example", None])
    def test_another_issuers_answer(
        self, portal: Portal, caplog: pytest.LogCaptureFixture, issuer: str | None
    ) -> None:
        caplog.set_level("INFO")
        back = portal.at_the_bank(portal.authorization_url())
        assert portal.come_back(with_parameters(back, iss=issuer)) == PAGE + "hylatty"
        assert logged(caplog) == "response_iss"

    def test_a_code_said_twice(self, portal: Portal, caplog: pytest.LogCaptureFixture) -> None:
        caplog.set_level("INFO")
        back = portal.at_the_bank(portal.authorization_url())
        assert portal.come_back(back + "&code=another") == PAGE + "hylatty"
        assert logged(caplog) == "code_missing"

    @pytest.mark.parametrize(
        ("error", "page"),
        [
            ("access_denied", "peruttu"),
            ("cancel", "peruttu"),
            ("server_error", "ei-vastausta"),
            ("temporarily_unavailable", "ei-vastausta"),
            ("invalid_request", "hylatty"),
            ("<script>", "hylatty"),
        ],
    )
    def test_errors(self, portal: Portal, error: str, page: str) -> None:
        back = portal.at_the_bank(portal.authorization_url())
        assert portal.come_back(with_parameters(back, code=None, error=error)) == PAGE + page

    def test_a_cancel_at_the_demos_bank(self, portal: Portal) -> None:
        id_ = portal.broker.ask(parameter(portal.authorization_url(), "request"))
        assert portal.come_back(portal.broker.cancel(id_)) == PAGE + "peruttu"

    def test_a_look_does_not_use_it_up(self, portal: Portal, settings: Settings) -> None:
        back = portal.at_the_bank(portal.authorization_url())
        assert portal.client.head(back).status_code == 405
        assert portal.come_back(back) == "/rekisteroidy"
        empty(settings)

    def test_a_broker_that_is_none(self, portal: Portal) -> None:
        back = portal.at_the_bank(portal.authorization_url())
        assert portal.client.get(back.replace("/return/demo", "/return/other")).status_code == 404
        assert portal.come_back(with_parameters(back, code=None)) == PAGE + "hylatty"


def handmade(header: dict[str, Any], *parts: bytes) -> str:
    return ".".join(b64(part) for part in (orjson.dumps(header), *parts))


def b64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def raising(error: Exception) -> Callable[[httpx2.Request], httpx2.Response]:
    def answer(_request: httpx2.Request) -> httpx2.Response:
        raise error

    return answer


def answering(status: int, content: bytes = b"", **headers: str) -> Callable[..., httpx2.Response]:
    return lambda _request: httpx2.Response(status, stream=httpx2.ByteStream(content), headers=headers)


class TestBrokerOutOfOrder:
    @pytest.mark.parametrize(
        ("answers", "page", "code"),
        [
            (raising(httpx2.ConnectError("down")), "ei-vastausta", "connection"),
            (raising(httpx2.ReadTimeout("slow")), "ei-vastausta", "connection"),
            (raising(TimeoutError()), "ei-vastausta", "timeout"),
            (answering(503), "ei-vastausta", "token_endpoint_fault"),
            (answering(200, b"<html>"), "ei-vastausta", "token_answer_malformed"),
            (answering(200, b"x" * 200_000), "ei-vastausta", "oversized"),
            (answering(200, b"x", **{"Content-Encoding": "gzip"}), "ei-vastausta", "content_encoding"),
            (answering(302, Location="https://evil.example"), "hylatty", "token_endpoint_refusal"),
            (answering(400, b'{"error":"invalid_grant"}'), "hylatty", "token_endpoint_refusal"),
            (answering(200, b"{}"), "hylatty", "id_token_missing"),
            (answering(200, b"[]"), "hylatty", "id_token_missing"),
        ],
    )
    def test_its_answers(
        self,
        portal: Portal,
        caplog: pytest.LogCaptureFixture,
        answers: Callable[..., httpx2.Response],
        page: str,
        code: str,
    ) -> None:
        caplog.set_level("INFO")
        back = portal.at_the_bank(portal.authorization_url())
        portal.broker.answers = answers
        assert portal.come_back(back) == PAGE + page
        assert logged(caplog) == code


class TestProduction:
    """A real broker's configuration, with what the demo's broker says: nothing of a test gets through."""

    @pytest.fixture
    def production(
        self, sqlite_url: str, keys_folder: Path, broker: CrookedBroker, tmp_path: Path
    ) -> Iterator[Portal]:
        settings = with_keys(sqlite_url, keys_folder)
        # The demo's broker looks at the level that it is asked for.
        asked = {"environment": "production", "askAcr": False}
        level = {"acr_values": "http://ftn.ficora.fi/2017/loatest2"}
        with portal_with(settings, broker, tmp_path, **asked, requestParameters=level) as opened:
            yield opened

    def test_the_level_of_testing(self, production: Portal, caplog: pytest.LogCaptureFixture) -> None:
        assert refusal(production, caplog) == ("hylatty", "acr")

    def test_a_test_persons_identity_code(self, production: Portal, caplog: pytest.LogCaptureFixture) -> None:
        production.broker.change = setting(acr="http://ftn.ficora.fi/2017/loa2")
        assert refusal(production, caplog) == ("hylatty", "identity_code_invalid")

    def test_a_real_one_is_let_in(self, production: Portal) -> None:
        production.broker.change = setting(acr="http://ftn.ficora.fi/2017/loa2", **{CODE: "131052-308T"})
        assert production.identify() == "/rekisteroidy"


def empty(settings: Settings) -> None:
    async def delete() -> None:
        async with open_database(settings.database_url) as database, database.transaction() as transaction:
            await transaction.execute("DELETE FROM registration")

    asyncio.run(delete())
