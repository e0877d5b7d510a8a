import asyncio
from typing import Any, cast

import pytest

from baton.cli.one_write import Holding

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
