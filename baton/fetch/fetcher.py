"""The one fetcher: addresses judged, redirects judged again, everything bounded, every failure a sentence."""

import asyncio
import email.utils
import ssl
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from urllib.parse import urljoin, urlsplit

import httpcore2

from baton import __version__
from baton.core.urls import canonical, host_of, origin_of
from baton.fetch.dial import ClosedPort, Dial, Inside, Resolve
from baton.fetch.guard import is_loopback
from baton.fetch.inflate import ENCODINGS, Body, BrokenPacking, TooBig
from baton.services.boundaries import before_the_network
from baton.services.fetching import Ask, Fetched, NotFetched

AGENT = f"Baton/{__version__} (+https://github.com/batondesk/baton)"
PRODUCT = "Baton"
"""The name by which a robots.txt addresses this program."""

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TIMES = {"connect": 10.0, "read": 20.0, "write": 20.0, "pool": 20.0}


@cache
def _machines_trust() -> ssl.SSLContext:
    """Whom the machine trusts. Reading its certificates takes 24 ms, so all fetchers share one."""
    return httpcore2.default_ssl_context()


class GuardedFetcher:
    """Fetches with a pool of connections. `allow_loopback` is for development and tests only."""

    def __init__(
        self, *, allow_loopback: bool = False, resolve: Resolve | None = None, trust: ssl.SSLContext | None = None
    ) -> None:
        self._allows_loopback = allow_loopback
        self._pool = httpcore2.AsyncConnectionPool(
            ssl_context=trust or _machines_trust(),
            max_connections=20,
            keepalive_expiry=15.0,
            network_backend=Dial(allow_loopback=allow_loopback, resolve=resolve),
        )

    async def fetch(self, ask: Ask) -> Fetched:
        """Ask once, following redirects. Raises NotFetched."""
        before_the_network("the fetcher")
        try:
            async with asyncio.timeout(ask.seconds):
                return await self._followed(ask)
        except TimeoutError as late:
            raise _failed("too_slow", f"{ask.url} took longer than {ask.seconds:.0f} seconds to answer.") from late

    async def close(self) -> None:
        """Close the connections."""
        await self._pool.aclose()

    async def _followed(self, ask: Ask) -> Fetched:
        url = ask.url
        for _ in range(ask.redirects + 1):
            checked = canonical(url)
            if checked is None:
                raise _failed("bad_address", f"{url[:200]} is not a web address that can be read.")
            answer = await self._once(ask, checked)
            if isinstance(answer, Fetched):
                return answer
            url = _joined(checked, answer)
            if origin_of(url) != origin_of(checked):
                # What was meant for one host (a signature, a key, a validator) is no other host's business.
                ask = replace(ask, headers=(), body=None, etag=None, modified=None)
            if checked.startswith("https:") and url.startswith("http:"):
                raise _failed("insecure_redirect", f"{checked} leads from https to http. It was not followed.")
        raise _failed("too_many_redirects", f"{ask.url} leads from address to address without end.")

    async def _once(self, ask: Ask, url: str) -> Fetched | str:
        try:
            return await self._asked(ask, url)
        except ClosedPort as closed:
            said = f"{_place(url)} is not asked: web pages are on port 80, 443, or one from 1024 on."
            raise _failed("address_refused", said) from closed
        except Inside as inside:
            raise _refused(url, is_told=not self._allows_loopback) from inside
        except TooBig as big:
            most = f"{ask.most_bytes / 1e6:.0f} MB"
            raise _failed("too_large", f"{url} is larger than {most}, the most that is read.") from big
        except (httpcore2.ConnectTimeout, httpcore2.ReadTimeout, httpcore2.WriteTimeout, httpcore2.PoolTimeout) as late:
            raise _failed("too_slow", f"{url} took too long to answer.") from late
        except httpcore2.ConnectError as lost:
            raise _unreachable(url, lost) from lost
        except (httpcore2.NetworkError, httpcore2.ProtocolError, BrokenPacking, ssl.SSLError, OSError) as broken:
            raise _failed("broken_answer", f"{url} broke off, or its answer is not valid HTTP.") from broken

    async def _asked(self, ask: Ask, url: str) -> Fetched | str:
        """The answer, or where it redirects to."""
        stream = self._pool.stream(
            ask.method, url, headers=_headers(ask), content=ask.body, extensions={"timeout": _TIMES}
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
            retry_after=_seconds(said.get("retry-after")),
        )


def _joined(url: str, place: str) -> str:
    try:
        return urljoin(url, place)
    except ValueError as wrong:
        raise _failed("bad_address", f"{url} leads to {place[:200]}, which is not a web address.") from wrong


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
        raise _failed("wrong_type", f"{url} is {media_type[:80]}, which can't be read.")


def _media_type(said: str) -> tuple[str, str | None]:
    kind, _, rest = said.partition(";")
    named = [part.partition("=")[2].strip(" \"'") for part in rest.split(";") if "charset" in part.lower()]
    return kind.strip().lower(), named[0] if named and named[0] else None


def _short(value: str | None) -> str | None:
    """A validator as it came. One of unheard length is not worth keeping, nor one that can't be sent back."""
    return value if value and len(value) <= 300 and value.isascii() else None


def _seconds(value: str | None) -> float | None:
    if value is None:
        return None
    if value.strip().isdecimal():
        return float(value.strip()[:9])
    try:
        at = email.utils.parsedate_to_datetime(value)
        return max(0.0, (at.replace(tzinfo=at.tzinfo or UTC) - datetime.now(UTC)).total_seconds())
    except (ValueError, OverflowError):
        return None


def _unreachable(url: str, lost: Exception) -> NotFetched:
    certificate = _certificate_error(lost)
    host = host_of(url)
    if certificate:
        return _failed(
            "certificate", f"{host} has a certificate that can't be trusted ({certificate}). Its owner must renew it."
        )
    if "name is unknown" in str(lost):
        return _failed("unreachable", f"{host} is not known. Check how it is written.")
    return _failed("unreachable", f"{_place(url)} can't be reached. Check the address, and that it opens in a browser.")


def _place(url: str) -> str:
    """Host and port, as an address names them."""
    return urlsplit(url).netloc


def _certificate_error(lost: BaseException | None) -> str | None:
    while lost is not None:
        if isinstance(lost, ssl.SSLCertVerificationError):
            return (lost.verify_message or "not valid").rstrip(".")
        if isinstance(lost, ssl.SSLError):
            return "the secure connection could not be made"
        lost = lost.__cause__ or lost.__context__
    return None


def _refused(url: str, *, is_told: bool) -> NotFetched:
    detail = f"{host_of(url)} leads to an address that is not on the public internet."
    host = host_of(url)
    if is_told and (host == "localhost" or is_loopback(host)):
        detail += " To read a website on this machine, for a trial, set BATON_FETCH_LOOPBACK=1 where Baton starts."
    return _failed("address_refused", detail)


def _failed(code: str, detail: str) -> NotFetched:
    return NotFetched(detail, code=code)
