"""Which addresses belong to the website that was named, and which are no pages or lead into a maze."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from baton.core.sources.urls import canonical

MOST_STEPS = 14
"""Steps of a path. Deeper ones are made by links that lead back into themselves."""

MOST_QUERIES = 30
"""Addresses of one path that differ in their query alone: pages of a list, then days of a calendar without end."""

_NO_PAGE = re.compile(
    r"(?i)\.(?:jpe?g|png|gif|webp|avif|svg|ico|bmp|tiff?|css|js|mjs|map|json|xml|rss|atom|woff2?|ttf|otf|eot|mp[34]|m4[av]|"
    r"webm|ogg|wav|mov|avi|zip|gz|tgz|tar|rar|7z|exe|dmg|msi|apk|iso|bin|xlsx?|pptx?|ics|vcf)$"
)
_NO_READING = re.compile(
    r"(?i)/(?:log-?in|log-?out|sign-?in|sign-?out|sign-?up|register|cart|checkout|basket|account|wp-admin|wp-json|"
    r"search|feed)(?:/|$)"
)


@dataclass(slots=True)
class Scope:
    """One host, with and without `www`, and what lies below the path that was named."""

    host: str
    below: str
    queries: dict[str, int] = field(default_factory=dict[str, int])

    @classmethod
    def of(cls, url: str, *, is_sitemap: bool = False) -> "Scope":
        """The scope of a canonical address. A sitemap stands for its whole host."""
        parts = urlsplit(url)
        path = parts.path
        if is_sitemap:
            path = "/"
        elif "." in path.rpartition("/")[2]:
            path = path.rpartition("/")[0] + "/"
        return cls(_plain(parts.netloc), path.rstrip("/"))

    def or_wider(self, links: Sequence[str], start: str) -> "Scope":
        """This scope, or the one a step up where no link of the first page leads below it: /support/home, then."""
        leads = (canonical(link, start) for link in links)
        if not self.below or any(url and url != start and self.holds(url) for url in leads):
            return self
        return Scope(self.host, self.below.rpartition("/")[0])

    def address(self, link: str, base: str | None = None) -> str | None:
        """The canonical address of a link, if a page of this website may be there."""
        url = canonical(link, base)
        if url is None:
            return None
        parts = urlsplit(url)
        is_below = parts.path == self.below or parts.path.startswith(f"{self.below}/")
        if _plain(parts.netloc) != self.host or not is_below:
            return None
        if _NO_PAGE.search(parts.path) or _NO_READING.search(parts.path) or _turns_back(parts.path):
            return None
        if parts.query and not self._may_ask(parts.path):
            return None
        return url

    def holds(self, url: str) -> bool:
        """Whether a canonical address lies within, whatever stands there."""
        parts = urlsplit(url)
        is_below = parts.path == self.below or parts.path.startswith(f"{self.below}/")
        return _plain(parts.netloc) == self.host and is_below

    def _may_ask(self, path: str) -> bool:
        self.queries[path] = self.queries.get(path, 0) + 1
        return self.queries[path] <= MOST_QUERIES


def _plain(host: str) -> str:
    return host.removeprefix("www.")


def _turns_back(path: str) -> bool:
    steps = [step for step in path.split("/") if step]
    return len(steps) > MOST_STEPS or any(steps.count(step) > 3 for step in set(steps))
