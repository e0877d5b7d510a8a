"""Only the public internet may be reached, however an address of the inside is written."""

from ipaddress import ip_network

import pytest

from baton.fetch.guard import is_in, is_loopback, is_open_port, is_public
from baton.settings import LOOPBACK

INSIDE = [
    "127.0.0.1",
    "127.9.9.9",
    "0.0.0.0",  # noqa: S104
    "0.1.2.3",
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "100.100.100.200",
    "192.0.0.192",
    "168.63.129.16",
    "198.18.0.1",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "192.0.2.1",
    "198.51.100.7",
    "203.0.113.9",
    "192.88.99.1",
    "::",
    "::1",
    "fe80::1",
    "fc00::1",
    "fd00:ec2::254",
    "fec0::1",
    "ff02::1",
    "2001:db8::1",
    "100::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "::127.0.0.1",
    "::10.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::a00:1",
    "64:ff9b:1:7f00:0:100:808:808",
    "64:ff9b:1:a00:0:100::",
    "::ffff:0:127.0.0.1",
    "2002:7f00:1::",
    "2002:a9fe:a9fe::",
    "2001:0:1:2:3:4:80ff:fffe",
]


@pytest.mark.parametrize("address", INSIDE)
def test_the_inside_is_refused(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["1.1.1.1", "93.184.216.34", "2606:4700::1111", "64:ff9b::101:101", "::ffff:8.8.8.8"]
)
def test_the_public_internet_is_not(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("text", ["", "localhost", "0x7f.1", "2130706433", "1.2.3", "127.0.0.1 ", "%"])
def test_what_is_no_address_is_refused(text: str) -> None:
    assert not is_public(text)


def test_loopback_is_known_in_all_its_forms() -> None:
    forms = ("127.0.0.1", "127.1.2.3", "::1", "::ffff:127.0.0.1")
    assert all(is_loopback(address) and is_in(address, LOOPBACK) for address in forms)
    others = ("10.0.0.1", "1.1.1.1", "::", "x")
    assert not any(is_loopback(address) or is_in(address, LOOPBACK) for address in others)


def test_a_network_that_was_named_holds_its_own_addresses_and_no_others() -> None:
    named = (ip_network("10.2.0.0/16"), ip_network("fd00::/8"))
    assert all(is_in(address, named) for address in ("10.2.3.4", "::ffff:10.2.3.4", "fd12::1"))
    assert not any(is_in(address, named) for address in ("10.3.0.1", "169.254.169.254", "fe80::1", ""))


def test_low_ports_are_those_of_the_web() -> None:
    assert all(is_open_port(port) for port in (80, 443, 1024, 8443))
    assert not any(is_open_port(port) for port in (0, 22, 25, 53, 445, 65536))
