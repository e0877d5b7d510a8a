"""Signing in by a link that one asks for. None of these takes a credential."""

from typing import Annotated, Literal

from fastapi import Request
from pydantic import StringConstraints
from starlette.responses import Response

from baton.api.auth import OurDesk, is_from_elsewhere
from baton.api.json import Json
from baton.api.people import with_session
from baton.api.schemas import Body, Short
from baton.core.errors import Forbidden
from baton.services.team import people, sign_ins


class LinkIn(Body):
    """`POST /v1/sign-in/links`"""

    email: Annotated[str, StringConstraints(max_length=320)]
    to: Literal["/inbox", "/console"] = "/inbox"


class SecretIn(Body):
    """`POST /v1/sign-in/sessions`"""

    secret: Short


async def ways(desk: OurDesk) -> Json:
    """How one can sign in here."""
    return Json({"by_email": sign_ins.by_email(desk)})


async def create_link(body: LinkIn, request: Request, desk: OurDesk) -> Json:
    """Have a link sent to an address, if it belongs to somebody of a team. The answer does not tell."""
    source = request.client.host if request.client else ""
    await sign_ins.ask(desk, body.email, source=source, landing=body.to)
    return Json({"minutes": round(desk.limits.link_seconds / 60)}, status_code=202)


async def create_session(body: SecretIn, request: Request, desk: OurDesk) -> Response:
    """Spend the secret of a link: sets the session cookie."""
    if is_from_elsewhere(request):
        # Another site could sign somebody in as somebody else, who then reads what they write.
        raise Forbidden("This request came from another site's page.", code="cross_site")
    issued = await people.sign_in(desk, body.secret)
    return with_session(Json({"signed_in": True}, status_code=201), issued, request, desk)
