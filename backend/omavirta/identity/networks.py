"""The network that a request comes from, which is as far as an address tells one asker from another.

An IPv4 address is one. Of an IPv6 address only the first 64 bits are: whoever has one has all that share them (RFC 6177).
"""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from starlette.requests import Request

IPV6_PREFIX = 64
UNKNOWN = "unknown"
"""Where the server was not told an address, behind a Unix socket for instance: all such askers count as one."""


def network_of(request: Request) -> str:
    """Such as `192.0.2.7` or `2001:db8:0:1::/64`. An IPv4 address that is written as IPv6 is the IPv4 address."""
    host = request.client.host if request.client else UNKNOWN
    try:
        address = ip_address(host)
    except ValueError:
        return UNKNOWN
    if isinstance(address, IPv4Address):
        return str(address)
    return _network_of_ipv6(address)


def _network_of_ipv6(address: IPv6Address) -> str:
    if address.ipv4_mapped is not None:
        return str(address.ipv4_mapped)
    # The number alone: a link-local address may carry the name of an interface.
    return str(IPv6Network((int(address), IPV6_PREFIX), strict=False))
