"""Bodies and headers as hostile or broken servers send them: bounded, unpacked with care, given up in time."""

import asyncio
import gzip
import zlib

import pytest
from fetch.test_fetcher import refusal
from websites import Site, answer, moved

from baton.fetch.fetcher import GuardedFetcher
from baton.services.ports.fetching import Ask

pytestmark = pytest.mark.anyio


async def test_bodies_are_bounded_declared_or_not(site: Site, fetcher: GuardedFetcher) -> None:
    async def endless(writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n")
        while True:
            writer.write(b"x" * 65_536)
            await writer.drain()

    site.pages["/declared"] = answer("x", content_length="999999999999")
    site.pages["/endless"] = endless
    for path in ("declared", "endless"):
        refused = await refusal(fetcher, Ask(f"{site.url}/{path}", most_bytes=1_000_000))
        assert (refused.code, "larger than 1 MB" in refused.detail) == ("too_large", True)


async def test_a_packed_body_may_not_grow_without_end(site: Site, fetcher: GuardedFetcher) -> None:
    bomb = gzip.compress(b"\0" * 200_000_000)
    site.pages["/bomb"] = answer(bomb, content_encoding="gzip")
    site.pages["/good"] = answer(gzip.compress(b"hello" * 1000), content_encoding="gzip")
    site.pages["/deflated"] = answer(zlib.compress(b"hello"), content_encoding="deflate")
    assert (await refusal(fetcher, Ask(f"{site.url}/bomb", most_bytes=1_000_000))).code == "too_large"
    assert len((await fetcher.fetch(Ask(f"{site.url}/good"))).body) == 5000
    assert (await fetcher.fetch(Ask(f"{site.url}/deflated"))).body == b"hello"


async def test_what_follows_a_packed_body_is_not_held(site: Site, fetcher: GuardedFetcher) -> None:
    async def endless(writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-encoding: gzip\r\n\r\n")
        writer.write(gzip.compress(b"hello"))
        while True:
            writer.write(b"x" * 65_536)
            await writer.drain()

    site.pages["/endless"] = endless
    assert (await refusal(fetcher, Ask(f"{site.url}/endless", most_bytes=1_000_000))).code == "too_large"


async def test_a_packed_body_that_unpacks_to_nothing_ends(site: Site, fetcher: GuardedFetcher) -> None:
    async def nothing(writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-encoding: gzip\r\n\r\n")
        writer.write(b"\x1f\x8b\x08\0\0\0\0\0\0\3")
        while True:
            writer.write(b"\0\0\0\xff\xff" * 10_000)
            await writer.drain()

    site.pages["/nothing"] = nothing
    assert (await refusal(fetcher, Ask(f"{site.url}/nothing", most_bytes=1_000_000))).code == "too_large"


@pytest.mark.parametrize("to", ["http://[", "//[::1", "http://[zz]/", "http://a:b/", "http://\xff..\xfe/"])
async def test_a_redirect_to_no_address_is_said_to_be_one(site: Site, fetcher: GuardedFetcher, to: str) -> None:
    site.pages["/"] = moved(to)
    assert (await refusal(fetcher, Ask(f"{site.url}/"))).code == "bad_address"


@pytest.mark.parametrize(
    "retry_after",
    ["Mon, 01 Jan 99999999999999999999 00:00:00 GMT", "Mon, 01 Jan 2030 00:00:00 +99999999999", "nan", "1e999", "-1"],
)
async def test_odd_headers_are_passed_over(site: Site, fetcher: GuardedFetcher, retry_after: str) -> None:
    site.pages["/"] = answer("", status="503 Busy", retry_after=retry_after, etag='"\xe9"')
    page = await fetcher.fetch(Ask(f"{site.url}/"))
    assert (page.status, page.retry_after) == (503, None)
    await fetcher.fetch(Ask(f"{site.url}/", etag=page.etag, modified=page.modified))


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\n\r\nnot gzip",
        b"HTTP/1.1 200 OK\r\ncontent-encoding: br\r\n\r\nxx",
        b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"x-many: y\r\n" * 20_000 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nx: " + b"y" * 300_000 + b"\r\n\r\n",
    ],
)
async def test_what_is_no_http_is_said_to_be(site: Site, fetcher: GuardedFetcher, raw: bytes) -> None:
    site.pages["/"] = raw
    assert (await refusal(fetcher, Ask(f"{site.url}/"))).code == "broken_answer"


async def test_a_server_that_drips_is_left(site: Site, fetcher: GuardedFetcher) -> None:
    async def drip(writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\n")
        while True:
            writer.write(b"x: y\r\n")
            await writer.drain()
            await asyncio.sleep(0.02)

    site.pages["/"] = drip
    refused = await refusal(fetcher, Ask(f"{site.url}/", seconds=0.2))
    assert refused.code == "too_slow"


async def test_the_wrong_type_is_not_read(site: Site, fetcher: GuardedFetcher) -> None:
    site.pages["/film"] = answer("x", kind="video/mp4")
    refused = await refusal(fetcher, Ask(f"{site.url}/film", accepts=("text/html",)))
    assert (refused.code, "video/mp4" in refused.detail) == ("wrong_type", True)
