import pytest
from starlette.requests import Request

from omavirta.identity.networks import network_of


def request_from(client: tuple[str, int] | None) -> Request:
    return Request({"type": "http", "client": client, "headers": []})


@pytest.mark.parametrize(
    ("host", "network"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("192.0.2.8", "192.0.2.8"),
        ("2001:db8:0:1::7", "2001:db8:0:1::/64"),
        ("2001:db8:0:1:ffff:ffff:ffff:ffff", "2001:db8:0:1::/64"),
        ("2001:db8:0:2::7", "2001:db8:0:2::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("fe80::1%eth0", "fe80::/64"),
        ("testclient", "unknown"),
        ("", "unknown"),
    ],
)
def test_an_ipv4_address_is_one_and_of_ipv6_the_first_64_bits_are(host: str, network: str) -> None:
    assert network_of(request_from((host, 1))) == network


def test_without_an_address_all_are_one() -> None:
    assert network_of(request_from(None)) == "unknown"
