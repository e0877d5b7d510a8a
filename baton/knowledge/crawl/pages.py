"""What an answer means: a page to read, one that is as it was, one that is elsewhere or gone, or one to leave out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from baton.core.errors import Unreadable
from baton.core.sources.urls import canonical
from baton.knowledge.crawl.links import Signs, signs_of
from baton.knowledge.crawl.scope import Scope
from baton.knowledge.decode import decode
from baton.services.ports.fetching import Fetched
from baton.services.ports.websites import PageState, Visit

PAGES = ("text/html", "application/xhtml+xml")
READABLE = (
    *PAGES,
    "text/plain",
    "text/markdown",
    "text/csv",
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)

Met = list[tuple[str, int]]
_LOGIN = frozenset({401, 403, 407})
_GONE = frozenset({404, 410})


@dataclass(frozen=True, slots=True)
class Asked:
    """An address that was asked, with its answer."""

    url: str
    depth: int
    answer: Fetched
    scope: Scope


def visit_of(
    asked: Asked, meet: Callable[[Sequence[str], str | None], Met], redirected: Callable[[str, int], Met]
) -> Visit:
    """What came of asking. `meet` is told the links of a page, `redirected` where one has gone."""
    url, depth, answer = asked.url, asked.depth, asked.answer
    if answer.status == 304:
        return Visit(url, depth, PageState.UNCHANGED, etag=answer.etag, modified=answer.modified)
    if answer.status in _GONE:
        return Visit(url, depth, PageState.GONE, f"It is not there (the server answered {answer.status}).")
    if answer.status in _LOGIN:
        return Visit(url, depth, PageState.SKIPPED, f"It asks for a login (the server answered {answer.status}).")
    if not answer.is_there:
        return Visit(url, depth, PageState.SKIPPED, f"The server answered {answer.status}.")
    if answer.url != url:
        return _led_away(asked, redirected)
    said = signs(answer)
    base = canonical(said.base or "", url) if said.base else url
    own = canonical(said.canonical or "", url) if said.canonical else None
    found = tuple(meet(said.links, base))
    if own and own != url and asked.scope.holds(own):
        found += tuple(redirected(own, depth))
        return Visit(url, depth, PageState.ELSEWHERE, f"It is the same page as {own}.", found=found, leads_to=own)
    if said.is_hidden:
        return Visit(url, depth, PageState.SKIPPED, "It asks programs not to index it (noindex).", found=found)
    kind = f"{answer.media_type}; charset={answer.charset}" if answer.charset else answer.media_type
    return Visit(
        url,
        depth,
        PageState.READ,
        body=answer.body,
        media_type=kind or None,
        etag=answer.etag,
        modified=answer.modified,
        found=found,
    )


def _led_away(asked: Asked, redirected: Callable[[str, int], Met]) -> Visit:
    """A redirect within the website is followed in its own right, so that no page is read under two addresses."""
    there = asked.answer.url
    found = tuple(redirected(there, asked.depth)) if asked.scope.holds(there) else ()
    return Visit(asked.url, asked.depth, PageState.ELSEWHERE, f"It leads to {there}.", found=found, leads_to=there)


def signs(answer: Fetched) -> Signs:
    """What an answer says of itself to programs; nothing, where it is no page."""
    if answer.media_type and not answer.media_type.startswith(PAGES):
        return Signs(is_hidden="noindex" in answer.robots.lower())
    try:
        return signs_of(decode(answer.url, answer.body, answer.charset), answer.robots)
    except Unreadable:
        return Signs()
