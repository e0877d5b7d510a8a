"""What a page says of itself to programs, and which pages it leads to."""

from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

MOST_LINKS = 2_000


@dataclass(frozen=True, slots=True)
class Signs:
    """The links of a page as they stand there, its canonical address, and whether it asks to be left out."""

    links: tuple[str, ...] = ()
    base: str | None = None
    canonical: str | None = None
    is_hidden: bool = False


def signs_of(page: str, robots: str) -> Signs:
    """Read a page's signs. `robots` is what its X-Robots-Tag said."""
    tree = LexborHTMLParser(page)
    asks = [
        (meta.attributes.get("content") or "").lower()
        for meta in tree.css("meta[name]")
        if (meta.attributes.get("name") or "").lower() in ("robots", "baton")
    ]
    words = set(" ".join([robots.lower(), *asks]).replace(",", " ").split())
    links = [
        link.attributes.get("href") or ""
        for link in tree.css("a[href]")[:MOST_LINKS]
        if not words & {"nofollow", "none"} and "nofollow" not in (link.attributes.get("rel") or "").lower()
    ]
    base, canonical = tree.css_first("base[href]"), tree.css_first("link[rel=canonical]")
    return Signs(
        links=tuple(dict.fromkeys(links)),
        base=base.attributes.get("href") if base else None,
        canonical=canonical.attributes.get("href") if canonical else None,
        is_hidden=bool(words & {"noindex", "none"}),
    )
