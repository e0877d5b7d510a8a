"""Sitemaps: lists of a website's pages, lists of such lists, and both packed.

Only what stands between `<loc>` and `</loc>` is wanted, so no XML is parsed and none can be made to grow.
"""

import html
import re
import zlib

MOST_PLACES = 50_000
"""Addresses of one sitemap, as the standard has it."""

MOST_BYTES = 60_000_000
"""Bytes of a sitemap after it is unpacked."""

_PLACE = re.compile(
    r"<(?:\w+:)?loc>\s*(?:<!\[CDATA\[)?\s*([^<\]]{1,2000}?)\s*(?:\]\]>)?\s*</(?:\w+:)?loc>", re.IGNORECASE
)
_INDEX = re.compile(r"<(?:\w+:)?sitemapindex[\s>]", re.IGNORECASE)
_LIST = re.compile(r"<(?:\w+:)?urlset[\s>]", re.IGNORECASE)


def is_sitemap(body: bytes) -> bool:
    """Whether a body is a sitemap or an index of such."""
    head = _text(body)[:3000]
    return bool(_INDEX.search(head) or _LIST.search(head))


def read(body: bytes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(pages, further sitemaps) that a sitemap names."""
    text = _text(body)
    places = [html.unescape(found[1]) for found, _ in zip(_PLACE.finditer(text), range(MOST_PLACES), strict=False)]
    return ((), tuple(places)) if _INDEX.search(text[:3000]) else (tuple(places), ())


def _text(body: bytes) -> str:
    if body.startswith(b"\x1f\x8b"):
        try:
            body = zlib.decompressobj(31).decompress(body, MOST_BYTES)
        except zlib.error:
            return ""
    return body.decode("utf-8", errors="replace")
