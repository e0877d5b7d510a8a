"""Before a launch: whether a company may go live."""

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.services import launch_check


async def check(caller: Calling, desk: OurDesk) -> Json:
    """Whether you may go live, line by line, with where to mend what keeps you from it."""
    return Json(launch_check.launch_view(await launch_check.look(desk, caller)))
