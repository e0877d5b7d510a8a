"""Who calls: a bearer secret in the header, or the session cookie of one of our own pages."""

from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Header, Request

from baton.core.actors import Caller
from baton.core.errors import Forbidden, Unauthorized
from baton.services.desk import Desk
from baton.services.team.identity import SESSION_COOKIE, Doorkeeper

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


async def desk_of(request: Request) -> Desk:
    """The desk that this process runs. Asynchronous, because the framework runs plain functions in a thread each."""
    return request.app.state.desk


async def caller_of(request: Request) -> Caller:
    """The caller. Raises Unauthorized, or Forbidden for a command that another site's page sent with our cookie."""
    doorkeeper: Doorkeeper = request.app.state.doorkeeper
    bearer = request.headers.get("authorization", "")
    if bearer[:7].lower() == "bearer ":
        return await doorkeeper.recognise(bearer[7:].strip())
    cookie = request.cookies.get(SESSION_COOKIE)
    if not cookie:
        raise Unauthorized("Send `Authorization: Bearer` with a key, or sign in to the inbox first.")
    if request.method not in _SAFE and not _is_ours(request):
        raise Forbidden("This request came from another site's page.", code="cross_site")
    return await doorkeeper.recognise(cookie)


def _is_ours(request: Request) -> bool:
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    return urlsplit(request.headers.get("origin", "")).netloc == request.headers.get("host", "")


def is_from_elsewhere(request: Request) -> bool:
    """Whether a browser sends this for another site's page. Programs that are no browser say neither."""
    says = "sec-fetch-site" in request.headers or "origin" in request.headers
    return says and not _is_ours(request)


OurDesk = Annotated[Desk, Depends(desk_of)]
Calling = Annotated[Caller, Depends(caller_of)]
Reading = Annotated[str | None, Header(alias="accept-language")]
"""What whoever reads the answer speaks. A page's own choice is sent as the browser's would be."""
