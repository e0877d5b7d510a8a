"""The one fetcher: addresses judged, redirects judged again, everything bounded, every failure a sentence."""

import asyncio
import email.utils
import ssl
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from urllib.parse import urljoin

import httpcore2

from baton import __version__
from baton.core.sources.urls import canonical, origin_of
from baton.fetch.dial import Dial, Resolve
from baton.fetch.explaining import explaining, failed
from baton.fetch.guard import Network
from baton.fetch.inflate import ENCODINGS, Body, TooBig
from baton.services.boundaries import before_the_network
from baton.services.ports.fetching import Ask, Fetched

AGENT = f"Baton/{__version__} (+https://github.com/batondesk/baton)"
PRODUCT = "Baton"
"""The name by which a robots.txt addresses this program."""

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
TIMES = {"connect": 10.0, "read": 20.0, "write": 20.0, "pool": 20.0}
"""Seconds that each step of a request may take."""


@cache
def machines_trust() -> ssl.SSLContext:
    """Whom the machine trusts. Reading its certificates takes 24 ms, so all fetchers share one."""
    return httpcore2.default_ssl_context()


class GuardedFetcher:
    """Fetches with a pool of connections. `inside` are networks that may be reached though they are not public."""

    def __init__(
        self, *, inside: Sequence[Network] = (), resolve: Resolve | None = None, trust: ssl.SSLContext | None = None
    ) -> None:
        self._pool = httpcore2.AsyncConnectionPool(
            ssl_context=trust or machines_trust(),
            max_connections=20,
            keepalive_expiry=15.0,
            network_backend=Dial(inside=inside, resolve=resolve),
        )

    async def fetch(self, ask: Ask) -> Fetched:
        """Ask once, following redirects. Raises NotFetched."""
        before_the_network("the fetcher")
        try:
            async with asyncio.timeout(ask.seconds):
                return await self._followed(ask)
        except TimeoutError as late:
            raise failed("too_slow", f"{ask.url} took longer than {ask.seconds:.0f} seconds to answer.") from late

    async def close(self) -> None:
        """Close the connections."""
        await self._pool.aclose()

    async def _followed(self, ask: Ask) -> Fetched:
        url = ask.url
        for _ in range(ask.redirects + 1):
            checked = canonical(url)
            if checked is None:
                raise failed("bad_address", f"{url[:200]} is not a web address that can be read.")
            answer = await self._once(ask, checked)
            if isinstance(answer, Fetched):
                return answer
            url = _joined(checked, answer)
            if origin_of(url) != origin_of(checked):
                # What was meant for one host (a signature, a key, a validator) is no other host's business.
                ask = replace(ask, headers=(), body=None, etag=None, modified=None)
            if checked.startswith("https:") and url.startswith("http:"):
                raise failed("insecure_redirect", f"{checked} leads from https to http. It was not followed.")
        raise failed("too_many_redirects", f"{ask.url} leads from address to address without end.")

    async def _once(self, ask: Ask, url: str) -> Fetched | str:
        with explaining(url, most_bytes=ask.most_bytes):
            return await self._asked(ask, url)

    async def _asked(self, ask: Ask, url: str) -> Fetched | str:
        """The answer, or where it redirects to."""
        stream = self._pool.stream(
            ask.method, url, headers=_headers(ask), content=ask.body, extensions={"timeout": TIMES}
        )
        async with stream as response:
            said = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
            if response.status in _REDIRECTS and said.get("location"):
                return said["location"]
            media_type, charset = _media_type(said.get("content-type", ""))
            body = b""
            if 200 <= response.status < 300:
                _check_type(ask, url, media_type)
                body = await _read(ask, response, said)
        return Fetched(
            url=url,
            status=response.status,
            media_type=media_type,
            body=body,
            etag=_short(said.get("etag")),
            modified=_short(said.get("last-modified")),
            charset=charset,
            robots=said.get("x-robots-tag", ""),
            retry_after=seconds_of(said.get("retry-after")),
        )


def _joined(url: str, place: str) -> str:
    try:
        return urljoin(url, place)
    except ValueError as wrong:
        raise failed("bad_address", f"{url} leads to {place[:200]}, which is not a web address.") from wrong


def _headers(ask: Ask) -> list[tuple[str, str]]:
    headers = [
        ("user-agent", AGENT),
        ("accept-encoding", ENCODINGS),
        ("accept", "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5"),
    ]
    if ask.etag:
        headers.append(("if-none-match", ask.etag))
    if ask.modified:
        headers.append(("if-modified-since", ask.modified))
    return [*headers, *ask.headers]


async def _read(ask: Ask, response: httpcore2.Response, said: dict[str, str]) -> bytes:
    declared = said.get("content-length", "")
    if declared.isdecimal() and int(declared[:20]) > ask.most_bytes:
        raise TooBig
    body = Body(said.get("content-encoding", ""), ask.most_bytes)
    async for piece in response.aiter_stream():
        body.take(piece)
    return body.whole()


def _check_type(ask: Ask, url: str, media_type: str) -> None:
    if ask.accepts and media_type and not media_type.startswith(ask.accepts):
        raise failed("wrong_type", f"{url} is {media_type[:80]}, which can't be read.")


def _media_type(said: str) -> tuple[str, str | None]:
    kind, _, rest = said.partition(";")
    named = [part.partition("=")[2].strip(" \"'") for part in rest.split(";") if "charset" in part.lower()]
    return kind.strip().lower(), named[0] if named and named[0] else None


def _short(value: str | None) -> str | None:
    """A validator as it came. One of unheard length is not worth keeping, nor one that can't be sent back."""
    return value if value and len(value) <= 300 and value.isascii() else None


def seconds_of(value: str | None) -> float | None:
    """How long a server asked to be left alone (`Retry-After`); None where it does not say."""
    if value is None:
        return None
    if value.strip().isdecimal():
        return float(value.strip()[:9])
    try:
        at = email.utils.parsedate_to_datetime(value)
        return max(0.0, (at.replace(tzinfo=at.tzinfo or UTC) - datetime.now(UTC)).total_seconds())
    except (ValueError, OverflowError):
        return None
