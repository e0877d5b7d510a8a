"""Before a launch: whether a company may go live, how a bad day would go, and how its desk is set up."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints
from starlette.responses import Response

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.api.schemas import Body
from baton.core.brief.markdown import markdown
from baton.core.brief.page import page
from baton.core.rehearsing.scene import Scene
from baton.services.launch import brief as launch_brief
from baton.services.launch import check as launch_check
from baton.services.rehearsing import programme

Code = Annotated[str, StringConstraints(max_length=35, pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")]
"""A language, such as de or pt-BR."""


class RehearsalIn(Body):
    """`POST /v1/rehearsals`: what is played. All of it in the policy's languages, where nothing is named."""

    scenes: Annotated[list[Scene], Field(max_length=len(Scene))] = Field(default_factory=list[Scene])
    languages: Annotated[list[Code], Field(max_length=10)] = Field(default_factory=list[str])
    source: Annotated[str, StringConstraints(max_length=256 * 1024)] | None = None


async def check(caller: Calling, desk: OurDesk) -> Json:
    """Whether you may go live, line by line, with where to mend what keeps you from it."""
    return Json(launch_check.launch_view(await launch_check.look(desk, caller)))


async def rehearse(body: RehearsalIn, caller: Calling, desk: OurDesk) -> Json:
    """Play a bad day, scene by scene. Nothing is stored and nobody is alerted."""
    found = await programme.rehearse(
        desk, caller, source=body.source, scenes=body.scenes, languages=list(dict.fromkeys(body.languages))
    )
    return Json(programme.rehearsal_view(found))


class Form(StrEnum):
    """How the brief is written."""

    HTML = "html"
    MARKDOWN = "md"


async def brief(caller: Calling, desk: OurDesk, format: Form = Form.HTML) -> Response:
    """The scope brief: what the bot answers, when it stops, what customers read and who gets it, as a document."""
    document = await launch_brief.scope_brief(desk, caller)
    is_page = format is Form.HTML
    named = {
        "cache-control": "no-store",
        "content-disposition": f'attachment; filename="scope-brief.{format.value}"',
        "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    }
    kind = "text/html" if is_page else "text/markdown"
    return Response((page if is_page else markdown)(document), media_type=kind, headers=named)
