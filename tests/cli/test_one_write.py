import asyncio
from typing import Any, cast

import pytest

from baton.cli.one_write import Holding, Joining

pytestmark = pytest.mark.anyio

HEAD = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n"


class Wire:
    """A transport that remembers what was written at once."""

    def __init__(self) -> None:
        self.written: list[bytes] = []
        self.is_closed = False

    def write(self, content: bytes) -> None:
        assert not self.is_closed
        self.written.append(content)

    def close(self) -> None:
        self.is_closed = True

    def is_closing(self) -> bool:
        return self.is_closed


async def held() -> tuple[Wire, Holding]:
    wire = Wire()
    return wire, Holding(cast(Any, wire), asyncio.get_running_loop())


async def test_head_and_body_go_in_one_write_for_each_answer() -> None:
    wire, transport = await held()
    for body in (b"{}", b"[]"):
        transport.write(HEAD)
        transport.write(body)
    await asyncio.sleep(0)
    assert wire.written == [HEAD + b"{}", HEAD + b"[]"]


async def test_the_head_of_a_stream_does_not_wait_for_its_first_event() -> None:
    wire, transport = await held()
    transport.write(HEAD)
    await asyncio.sleep(0)
    assert wire.written == [HEAD]
    transport.write(b"data: later\n\n")
    assert wire.written == [HEAD, b"data: later\n\n"]


async def test_an_answer_without_a_body_is_sent_before_the_line_is_hung_up() -> None:
    wire, transport = await held()
    transport.write(HEAD)
    transport.close()
    await asyncio.sleep(0)
    assert wire.written == [HEAD]
    assert transport.is_closing()


async def test_the_frames_of_one_step_go_to_a_socket_in_one_write_and_in_order() -> None:
    wire = Wire()
    socket = Joining(cast(Any, wire), asyncio.get_running_loop())
    for frame in (b"first ", b"second"):
        socket.write(frame)
    await asyncio.sleep(0)
    socket.write(b"third")
    await asyncio.sleep(0)
    assert wire.written == [b"first second", b"third"]


async def test_what_a_socket_was_told_is_sent_before_it_is_hung_up_and_nothing_after_it_is_lost() -> None:
    wire = Wire()
    socket = Joining(cast(Any, wire), asyncio.get_running_loop())
    socket.write(b"goodbye")
    socket.close()
    assert wire.written == [b"goodbye"]
    socket.write(b"to nobody")
    await asyncio.sleep(0)
    assert wire.written == [b"goodbye"]
