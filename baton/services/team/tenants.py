"""The tenant itself, and its widget: where it may be embedded and how it looks."""

import re
from collections.abc import Sequence
from typing import Any, cast

from baton.core.actors import Caller, Role
from baton.core.errors import Invalid, NotFound
from baton.services.access import require
from baton.services.desk import Desk
from baton.services.records import Tenant

_DOMAIN = re.compile(r"(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?")

_SETTINGS = {"company": 80, "greeting": 300, "accent": 7}
"""The widget's settings that are text, with the most characters of each."""

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
MOST_SUGGESTIONS = 4
MOST_CHARACTERS = 120


async def own(desk: Desk, caller: Caller) -> Tenant:
    """The caller's tenant."""
    tenant = await desk.store.tenants.find(id=caller.tenant_id)
    if tenant is None:
        raise NotFound("This tenant is gone.")
    return tenant


async def by_widget(desk: Desk, widget_token: str) -> Tenant:
    """The tenant whose widget it is."""
    tenant = await desk.store.tenants.find(widget_token=widget_token)
    if tenant is None:
        raise NotFound("There is no widget with this token. Copy the snippet from the console again.")
    return tenant


async def change_widget(desk: Desk, caller: Caller, *, domains: Sequence[str], settings: dict[str, Any]) -> Tenant:
    """Set the allowed domains (none: any site, fit for trying out only) and the looks. Raises Invalid."""
    require(caller, Role.ADMIN)
    for domain in domains:
        if not _DOMAIN.fullmatch(domain):
            raise Invalid(f"{domain!r} is not a domain. Write it like shop.example.com or *.example.com.")
    _check(settings)
    await desk.store.tenants.change(caller.tenant_id, domains=domains, settings=settings)
    return await own(desk, caller)


def _check(settings: dict[str, Any]) -> None:
    for key, value in settings.items():
        if key == "suggestions":
            _check_suggestions(value)
        elif key not in _SETTINGS:
            raise Invalid(f"There is no widget setting {key!r}. There are {', '.join(_SETTINGS)} and suggestions.")
        elif not isinstance(value, str) or len(value) > _SETTINGS[key]:
            raise Invalid(f"The widget setting {key} is text of up to {_SETTINGS[key]} characters.")
    if "accent" in settings and not _COLOUR.fullmatch(settings["accent"]):
        raise Invalid("The accent is a colour like #0f6b5c.")


def _check_suggestions(value: object) -> None:
    asked = cast("list[object]", value) if isinstance(value, list) else []
    fits = all(isinstance(one, str) and len(one) <= MOST_CHARACTERS for one in asked)
    if not isinstance(value, list) or len(asked) > MOST_SUGGESTIONS or not fits:
        raise Invalid(f"Suggestions are up to {MOST_SUGGESTIONS} questions of up to {MOST_CHARACTERS} characters each.")
