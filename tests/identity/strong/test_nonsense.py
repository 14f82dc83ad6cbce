"""Laws: whatever a broker's token holds, the answer is a person or a refusal, and never a fault."""

import base64
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from omavirta.api.language import Language
from omavirta.identity.strong.id_token import ProvenPerson, check_id_token
from omavirta.identity.strong.jose import UnknownKeyError, decrypt, public_keys, verify
from omavirta.identity.strong.key_folder import KeyFolder
from omavirta.identity.strong.person import IdentificationPurpose
from omavirta.identity.strong.refusal import IdentificationRefused
from omavirta.identity.strong.transactions import new_identification
from support.factory import NOW
from support.strong import CrookedBroker

values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63)
    | st.floats(allow_nan=False)
    | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=5,
)
HEADER_NAMES = ("alg", "enc", "kid", "typ", "cty", "crit", "b64", "zip", "jwk", "jku", "x5c", "p2c", "epk")
algorithms = st.sampled_from(["RS256", "RSA-OAEP", "A128GCM", "A128CBC-HS256", "none", "dir", "HS256"])
headers = st.fixed_dictionaries({}, optional=dict.fromkeys(HEADER_NAMES, values | algorithms))


def b64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


@pytest.fixture(scope="module")
def own(keys_folder: Path) -> Any:
    return KeyFolder(keys_folder).keys()


@settings(max_examples=300, deadline=None)
@given(header=headers, payload=st.binary(max_size=60), with_kid=st.booleans())
def test_signed_tokens(own: Any, header: dict[str, Any], payload: bytes, with_kid: bool) -> None:
    keys = own.decrypting()
    header |= {"kid": keys[0].kid} if with_kid else {}
    token = ".".join((b64(orjson.dumps(header)), b64(payload), b64(b"x" * 256)))
    with pytest.raises((IdentificationRefused, UnknownKeyError)):
        verify(token, keys, ["RS256"])


@settings(max_examples=300, deadline=None)
@given(header=headers, part=st.binary(max_size=300), with_kid=st.booleans())
def test_encrypted_tokens(own: Any, header: dict[str, Any], part: bytes, with_kid: bool) -> None:
    keys = own.decrypting()
    header |= {"alg": "RSA-OAEP", "enc": "A128GCM", "kid": keys[0].kid} if with_kid else {}
    token = ".".join((b64(orjson.dumps(header)), *(b64(part) for _ in range(4))))
    with pytest.raises(IdentificationRefused):
        decrypt(token, keys, ["RSA-OAEP"], ["A128GCM"])


@settings(max_examples=200, deadline=None)
@given(token=st.text(max_size=60))
def test_texts(own: Any, token: str) -> None:
    with pytest.raises((IdentificationRefused, UnknownKeyError)):
        verify(token, own.decrypting(), ["RS256"])
    with pytest.raises(IdentificationRefused):
        decrypt(token, own.decrypting(), ["RSA-OAEP"], ["A128GCM"])


@settings(max_examples=300, deadline=None)
@given(key_set=values | st.fixed_dictionaries({"keys": st.lists(headers | values, max_size=3)}))
def test_key_sets(key_set: Any) -> None:
    with suppress(IdentificationRefused):
        assert public_keys(key_set) == []


@settings(max_examples=500, deadline=None)
@given(data=st.data())
def test_claims(broker: CrookedBroker, data: st.DataObject) -> None:
    configuration = broker.configuration()
    identification = new_identification(
        "demo",
        IdentificationPurpose.SIGN_IN,
        pkce=True,
        account_id=None,
        return_path="/",
        language=Language.FI,
        now=NOW,
    )
    seconds, names = int(NOW.timestamp()), configuration.claims
    good: dict[str, Any] = {
        "iss": configuration.issuer,
        "aud": configuration.client_id,
        "iat": seconds,
        "exp": seconds + 60,
        "auth_time": seconds,
        "nonce": identification.nonce,
        "acr": configuration.level,
        names.identity_code: "010190Y902S",
        names.name: "Aino Virtanen",
    }
    today = date(2026, 11, 25)
    person = check_id_token(good, configuration, identification, NOW, today)
    assert person == ProvenPerson("010190Y902S", "Aino Virtanen")
    assert "010190" not in repr(person)
    changed = data.draw(st.sets(st.sampled_from([*good, "azp", "nbf", names.given_name]), min_size=1))
    with suppress(IdentificationRefused):
        check_id_token(
            good | {name: data.draw(values) for name in changed}, configuration, identification, NOW, today
        )
