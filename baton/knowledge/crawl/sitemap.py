"""Sitemaps: lists of a website's pages, lists of such lists, and both packed.

Only what stands between `<loc>` and `</loc>` is wanted, so no XML is parsed and none can be made to grow.
"""

import html
import re
import zlib
from itertools import islice

MOST_PLACES = 50_000
"""Addresses of one sitemap, as the standard has it."""

MOST_BYTES = 60_000_000
"""Bytes of a sitemap after it is unpacked."""

# One way to match at each place, so that a file of blanks costs no more than its length.
_PLACE = re.compile(r"<(?:\w{1,40}:)?loc>([^<]{0,4000}(?:<!\[CDATA\[[^<]{1,4000})?)</(?:\w{1,40}:)?loc>", re.IGNORECASE)
_INDEX = re.compile(r"<(?:\w{1,40}:)?sitemapindex[\s>]", re.IGNORECASE)
_LIST = re.compile(r"<(?:\w{1,40}:)?urlset[\s>]", re.IGNORECASE)


def is_sitemap(body: bytes) -> bool:
    """Whether a body is a sitemap or an index of such."""
    head = _text(body)[:3000]
    return bool(_INDEX.search(head) or _LIST.search(head))


def read(body: bytes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(pages, further sitemaps) that a sitemap names."""
    text = _text(body)
    places = [_place(found[1]) for found in islice(_PLACE.finditer(text), MOST_PLACES)]
    return ((), tuple(places)) if _INDEX.search(text[:3000]) else (tuple(places), ())


def _place(inside: str) -> str:
    bare = inside.strip()
    if bare.startswith("<![CDATA["):
        return bare.removeprefix("<![CDATA[").rpartition("]]>")[0].strip()
    return html.unescape(bare)


def _text(body: bytes) -> str:
    if body.startswith(b"\x1f\x8b"):
        try:
            body = zlib.decompressobj(31).decompress(body, MOST_BYTES)
        except zlib.error:
            return ""
    return body.decode("utf-8", errors="replace")
