"""What a website's robots.txt allows, and where it says its sitemaps are."""

from dataclasses import dataclass
from typing import Any

from protego import Protego

from baton.core.sources.urls import origin_of
from baton.services.ports.fetching import Ask, Fetcher, NotFetched

MOST_BYTES = 500_000
"""As much of a robots.txt is read as the standard asks for."""

LONGEST_PAUSE = 10.0
"""Seconds between two pages that a robots.txt may ask for; it may ask for hours, and then nobody waits."""


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one host. `is_closed` says that they could not be had, which forbids everything."""

    product: str
    rules: Any = None
    is_closed: bool = False

    def may_read(self, url: str) -> bool:
        """Whether a page may be asked for."""
        if self.is_closed:
            return False
        return self.rules is None or bool(self.rules.can_fetch(url, self.product))

    @property
    def pause(self) -> float:
        """Seconds that it asks to be left between two pages."""
        said = self.rules.crawl_delay(self.product) if self.rules is not None else None
        return min(float(said or 0.0), LONGEST_PAUSE)

    @property
    def sitemaps(self) -> tuple[str, ...]:
        """Addresses of sitemaps that it names."""
        return tuple(self.rules.sitemaps)[:20] if self.rules is not None else ()


async def robots_of(fetcher: Fetcher, url: str, product: str) -> Robots:
    """The rules of the host of `url`.

    A host without a robots.txt allows everything; one whose server fails, nothing for now (RFC 9309). Raises
    NotFetched where the host itself can't be asked.
    """
    ask = Ask(f"{origin_of(url)}/robots.txt", most_bytes=MOST_BYTES, seconds=20.0)
    try:
        answer = await fetcher.fetch(ask)
    except NotFetched as failed:
        if failed.code in ("too_large", "wrong_type", "bad_address", "too_many_redirects", "insecure_redirect"):
            return Robots(product)
        raise
    if answer.status >= 500 or answer.status == 429:
        return Robots(product, is_closed=True)
    if not answer.is_there or answer.media_type == "text/html":
        return Robots(product)
    return Robots(product, Protego.parse(answer.body.decode("utf-8", errors="replace")))
