"""Before a launch: whether a company may go live, and how its desk is set up."""

from enum import StrEnum

from starlette.responses import Response

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.core.brief.markdown import markdown
from baton.core.brief.page import page
from baton.services import brief as launch_brief
from baton.services import launch_check


async def check(caller: Calling, desk: OurDesk) -> Json:
    """Whether you may go live, line by line, with where to mend what keeps you from it."""
    return Json(launch_check.launch_view(await launch_check.look(desk, caller)))


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
