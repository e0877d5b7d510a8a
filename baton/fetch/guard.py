"""Which addresses may be reached: those of the public internet, and none that leads to the inside.

A host is judged by the addresses that it resolves to, not by its name, so that 2130706433, 0x7f.1 and a name whose
record says 127.0.0.1 are one and the same. The caller connects to the very address that was judged.
"""

import ipaddress
from collections.abc import Sequence

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

_NEVER = tuple(
    ipaddress.ip_network(net)
    for net in (
        "192.0.0.0/24",  # protocol assignments; Oracle's metadata service
        "168.63.129.16/32",  # Azure's inner service, on a public address
        "192.88.99.0/24",  # relays into other networks
        "198.18.0.0/15",
        "240.0.0.0/4",
        "fec0::/10",
        "2002::/16",  # 6to4 and Teredo carry an IPv4 address of any kind
        "2001::/32",
        "3fff::/20",
        "5f00::/16",
        "64:ff9b:1::/48",  # a network's own translation: where the IPv4 address stands in it, only the network knows
    )
)
_CARRIES_IPV4 = tuple(ipaddress.ip_network(net) for net in ("64:ff9b::/96", "::/96"))

LOW_PORTS = (80, 443)
"""The ports below 1024 that a page or a webhook may be on. The others belong to mail, shells and name servers."""


def is_public(text: str) -> bool:
    """Whether an address (without scope) belongs to the public internet, also where it wraps an IPv4 address."""
    try:
        address = _unwrapped(ipaddress.ip_address(text))
    except ValueError:
        return False
    if any(address.version == net.version and address in net for net in _NEVER):
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def is_loopback(text: str) -> bool:
    """Whether an address is this machine's own."""
    try:
        return _unwrapped(ipaddress.ip_address(text)).is_loopback
    except ValueError:
        return False


def is_in(text: str, networks: Sequence[Network]) -> bool:
    """Whether an address belongs to one of these networks, also where it wraps an IPv4 address."""
    try:
        address = _unwrapped(ipaddress.ip_address(text))
    except ValueError:
        return False
    return any(address.version == net.version and address in net for net in networks)


def is_open_port(port: int) -> bool:
    """Whether a port may be asked."""
    return port in LOW_PORTS or 1024 <= port <= 65535


def _unwrapped(address: Address) -> Address:
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address.ipv4_mapped:
        return address.ipv4_mapped
    if address.is_loopback:
        return address
    if any(address in net for net in _CARRIES_IPV4):
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address
