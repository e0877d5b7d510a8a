"""The names of products, as the tenant's documents write them, found again in what a customer typed."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

MOST = 400
"""Names that are looked for at once."""

SHORTEST = 4
"""Characters of a name: shorter ones are words of other meanings."""

_NAME = re.compile(r"(?:[A-Z][\w'’+-]*|\d[\w-]*)(?: (?:[A-Z][\w'’+-]*|\d[\w-]*|of|and|for)){0,5}")
_MARK = re.compile(r"[A-Z][a-z]+[A-Z]|[A-Za-z]+-?\d|\d[A-Za-z]")


def one_of(names: Sequence[str]) -> re.Pattern[str] | None:
    """An expression that finds any of the names as a whole, in capitals or not; the longest first."""
    kept = tuple(sorted({name.strip() for name in names if len(name.strip()) >= SHORTEST}, key=lambda n: (-len(n), n)))
    return _compiled(kept[:MOST]) if kept else None


def product_names(headings: Iterable[str]) -> tuple[str, ...]:
    """Which of a library's titles and headings are names of things: several capitals, or letters with a number.

    "Returns and refunds" is a page's name in small letters, "Harbour Desk 120" a product's.
    """
    return tuple(dict.fromkeys(name for heading in headings for name in _names_in(heading)))


def _names_in(heading: str) -> Iterator[str]:
    for found in _NAME.finditer(heading):
        name = re.sub(r"(?: (?:of|and|for))+$", "", found[0])
        words = [word for word in name.split() if word[0].isupper()]
        inner = found.start() > 0 and len(words) > 1
        if len(name) >= SHORTEST and (inner or (len(words) > 0 and _MARK.search(name)) or _numbered(name)):
            yield name


def _numbered(name: str) -> bool:
    words = name.split()
    return len(words) > 1 and words[0][0].isupper() and any(word[0].isdigit() for word in words)


@lru_cache(maxsize=64)
def _compiled(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", re.IGNORECASE)
