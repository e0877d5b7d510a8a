"""Why an address could not be had, in a sentence: one for each way in which the network fails."""

import ssl
from collections.abc import Generator
from contextlib import contextmanager
from urllib.parse import urlsplit

import httpcore2

from baton.core.sources.urls import host_of
from baton.fetch.dial import ClosedPort, Inside
from baton.fetch.guard import is_loopback
from baton.fetch.inflate import BrokenPacking, TooBig
from baton.services.ports.fetching import NotFetched


@contextmanager
def explaining(url: str, *, most_bytes: int = 0, shown: str = "") -> Generator[None]:
    """Turns what goes wrong with one request into NotFetched.

    `shown` stands in the sentences for the address, where that may hold a secret.
    """
    named = shown or url
    try:
        yield
    except ClosedPort as closed:
        said = f"{place(url)} is not asked: web pages are on port 80, 443, or one from 1024 on."
        raise failed("address_refused", said) from closed
    except Inside as inside:
        raise _refused(url) from inside
    except TooBig as big:
        raise failed("too_large", f"{named} is larger than {most_bytes / 1e6:.0f} MB, the most that is read.") from big
    except (httpcore2.ConnectTimeout, httpcore2.ReadTimeout, httpcore2.WriteTimeout, httpcore2.PoolTimeout) as late:
        raise failed("too_slow", f"{named} took too long to answer.") from late
    except httpcore2.ConnectError as lost:
        raise _unreachable(url, lost) from lost
    except (httpcore2.NetworkError, httpcore2.ProtocolError, BrokenPacking, ssl.SSLError, OSError) as broken:
        raise failed("broken_answer", f"{named} broke off, or its answer is not valid HTTP.") from broken


def failed(code: str, detail: str) -> NotFetched:
    """The failure of a kind, in a sentence."""
    return NotFetched(detail, code=code)


def place(url: str) -> str:
    """Host and port, as an address names them."""
    return urlsplit(url).netloc


def _unreachable(url: str, lost: Exception) -> NotFetched:
    certificate = _certificate_error(lost)
    host = host_of(url)
    if certificate:
        return failed(
            "certificate", f"{host} has a certificate that can't be trusted ({certificate}). Its owner must renew it."
        )
    if "name is unknown" in str(lost):
        return failed("unreachable", f"{host} is not known. Check how it is written.")
    return failed("unreachable", f"{place(url)} can't be reached. Check the address, and that it opens in a browser.")


def _certificate_error(lost: BaseException | None) -> str | None:
    while lost is not None:
        if isinstance(lost, ssl.SSLCertVerificationError):
            return (lost.verify_message or "not valid").rstrip(".")
        if isinstance(lost, ssl.SSLError):
            return "the secure connection could not be made"
        lost = lost.__cause__ or lost.__context__
    return None


def _refused(url: str) -> NotFetched:
    detail = f"{host_of(url)} leads to an address that is not on the public internet."
    host = host_of(url)
    if host == "localhost" or is_loopback(host):
        detail += " To reach this machine itself, for a trial, set BATON_FETCH_LOOPBACK=1 where Baton starts."
    else:
        detail += " If Baton shall reach it, whoever starts it names its network in BATON_FETCH_INSIDE."
    return failed("address_refused", detail)
