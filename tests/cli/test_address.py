import socket

import pytest

from baton.cli.address import AddressError, open_up, take


def test_port_0_takes_a_free_port_that_refuses_until_it_is_opened() -> None:
    with take("127.0.0.1", 0) as bound:
        place = bound.getsockname()
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(place)
        open_up(bound, backlog=5)
        socket.create_connection(place).close()


def test_a_taken_port_is_named_and_another_is_offered() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(AddressError, match=rf"Port {port} on 127\.0\.0\.1 is already taken.*--port 0"):
            take("127.0.0.1", port)


def test_of_two_that_took_a_port_at_once_the_second_to_open_is_told() -> None:
    with take("127.0.0.1", 0) as first, take("127.0.0.1", first.getsockname()[1]) as second:
        open_up(first, backlog=5)
        with pytest.raises(AddressError, match="already taken"):
            open_up(second, backlog=5)


@pytest.mark.parametrize("host", ["no.such.host.invalid", "203.0.113.7"])
def test_an_address_that_is_not_ours_is_refused(host: str) -> None:
    with pytest.raises(AddressError, match=f"'{host}' is not an address of this machine"):
        take(host, 0)
