"""Posting to a receiver that wishes ill: bounded in time and size, guarded against the inside, never redirected."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from receivers import Receiver, hangs, pours, receiving
from websites import answer, moved

from baton.fetch.poster import GuardedPoster
from baton.services.boundaries import transaction
from baton.services.ports.fetching import NotFetched
from baton.services.ports.webhooks import Post, Posted
from baton.settings import LOOPBACK

pytestmark = pytest.mark.anyio

HERE = Path(__file__).parent


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    async with receiving() as one:
        yield one


@pytest.fixture
async def poster() -> AsyncIterator[GuardedPoster]:
    poster = GuardedPoster(inside=LOOPBACK)
    yield poster
    await poster.close()


def post(url: str, seconds: float = 20.0) -> Post:
    return Post(url, b'{"a":1}', (("content-type", "application/json"), ("webhook-id", "evt_1")), seconds, 20)


async def refusal(poster: GuardedPoster, asked: Post) -> NotFetched:
    with pytest.raises(NotFetched) as refused:
        await poster.post(asked)
    return refused.value


async def test_what_is_posted_arrives_at_the_address_as_it_is_written(receiver: Receiver, poster: GuardedPoster):
    assert await poster.post(post(f"{receiver.url}/a//b?sid=7&utm_source=x")) == Posted(204, b"", None)
    got = receiver.got[0]
    assert (got.path, got.body) == ("/a//b?sid=7&utm_source=x", b'{"a":1}')
    assert (got.headers["content-type"], got.headers["webhook-id"]) == ("application/json", "evt_1")
    assert got.headers["user-agent"].startswith("Baton/")


async def test_the_beginning_of_every_answer_is_read(receiver: Receiver, poster: GuardedPoster):
    receiver.answers = lambda _: answer("no such thing, and much more of it", status="503 Busy", retry_after="7")
    assert await poster.post(post(receiver.url)) == Posted(503, b"no such thing, and m", 7.0)


async def test_an_answer_without_end_is_cut_off(receiver: Receiver, poster: GuardedPoster):
    receiver.answers = lambda _: pours
    assert await poster.post(post(receiver.url)) == Posted(200, b"x" * 20)


async def test_a_redirect_is_an_answer_and_is_not_followed(receiver: Receiver, poster: GuardedPoster):
    receiver.answers = lambda _: moved("http://169.254.169.254/latest", status="307 Temporary Redirect")
    assert (await poster.post(post(receiver.url))).status == 307
    assert len(receiver.got) == 1


async def test_a_receiver_that_hangs_is_left_and_its_secret_path_not_named(receiver: Receiver, poster: GuardedPoster):
    receiver.answers = lambda _: hangs
    refused = await refusal(poster, post(f"{receiver.url}/s3cret", seconds=0.2))
    assert (refused.code, "s3cret" in refused.detail) == ("too_slow", False)


async def test_many_that_hang_hold_up_nobody_else(receiver: Receiver, poster: GuardedPoster):
    receiver.answers = lambda got: hangs if got.path == "/hangs" else "204 No Content"
    held = [asyncio.create_task(poster.post(post(f"{receiver.url}/hangs"))) for _ in range(60)]
    await receiver.has(60)
    assert (await poster.post(post(f"{receiver.url}/well"))).status == 204
    for one in held:
        one.cancel()
    await asyncio.gather(*held, return_exceptions=True)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "[::1]", "10.0.0.1", "169.254.169.254"])
async def test_addresses_inside_are_refused(receiver: Receiver, host: str):
    guarded = GuardedPoster()
    refused = await refusal(guarded, post(f"http://{host}:{receiver.url.rpartition(':')[2]}/"))
    assert (refused.code, receiver.got) == ("address_refused", [])
    await guarded.close()


async def test_a_certificate_that_nobody_vouches_for_is_refused(poster: GuardedPoster):
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain(HERE / "cert.pem", HERE / "key.pem")
    async with receiving(tls) as receiver:
        refused = await refusal(poster, post(receiver.url))
        assert (refused.code, receiver.got) == ("certificate", [])


async def test_nothing_is_posted_while_a_transaction_is_open(receiver: Receiver, poster: GuardedPoster):
    with transaction(), pytest.raises(RuntimeError):
        await poster.post(post(receiver.url))
    assert receiver.got == []
