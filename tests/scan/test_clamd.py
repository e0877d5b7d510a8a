"""A scanner is asked as clamd wants to be asked, and what it doesn't say is never taken for a yes."""

import asyncio
from contextlib import asynccontextmanager

import pytest

from baton.core.errors import Unavailable
from baton.scan.clamd import Clamd

pytestmark = pytest.mark.anyio


async def body():
    yield b"one"
    yield b"two"


@asynccontextmanager
async def daemon(says: bytes | None):
    """A daemon that keeps what it is sent, says one thing, and with None says nothing."""
    heard = bytearray()

    async def answer(reader, writer):
        heard.extend(await reader.readuntil(b"two" + bytes(4)))
        if says is not None:
            writer.write(says)
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server:
        yield f"clamd://127.0.0.1:{server.sockets[0].getsockname()[1]}", heard


async def test_a_clean_file_is_clean_and_all_of_it_was_shown():
    async with daemon(b"stream: OK\0") as (url, heard):
        assert await Clamd(url).look(body()) is None
    assert heard == b"zINSTREAM\0\0\0\0\x03one\0\0\0\x03two" + bytes(4)


async def test_what_was_found_is_named():
    async with daemon(b"stream: Eicar-Test-Signature FOUND\0") as (url, _):
        assert await Clamd(url).look(body()) == "Eicar-Test-Signature"


@pytest.mark.parametrize("says", [b"INSTREAM size limit exceeded. ERROR\0", b"", None, b"stream: OK"])
async def test_anything_else_is_no_verdict(says):
    async with daemon(says) as (url, _):
        with pytest.raises(Unavailable):
            await Clamd(url).look(body())


async def test_a_daemon_that_is_not_there_is_no_verdict():
    with pytest.raises(Unavailable, match="does not answer"):
        await Clamd("clamd://127.0.0.1:1").look(body())
    with pytest.raises(Unavailable, match="does not answer"):
        await Clamd("clamd:///nowhere/clamd.ctl").look(body())
