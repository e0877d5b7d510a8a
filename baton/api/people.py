"""Operators, keys, sign-in, and who the caller is."""

from collections.abc import Mapping, Sequence

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.api.once import Answer, once
from baton.api.schemas import AvailabilityIn, KeyIn, OperatorChangeIn, OperatorIn, WidgetIn
from baton.core.actors import Role
from baton.core.errors import Forbidden, Unauthorized
from baton.core.ids import OperatorId
from baton.core.views import actor_view
from baton.services import people, tenants, vouching
from baton.services.desk import Desk
from baton.services.identity import SESSION_COOKIE
from baton.services.records import Credential, Operator, Receipt

_LANDING = ("/inbox", "/console")


async def me(caller: Calling, desk: OurDesk) -> Json:
    """Who you are: tenant, role and actor."""
    tenant = await tenants.own(desk, caller)
    view: dict[str, object] = {
        "tenant": {"id": tenant.id, "name": tenant.name},
        "role": caller.role.value,
        "actor": actor_view(caller.actor),
    }
    if caller.actor.operator_id is not None:
        operator = await desk.store.people.operator(caller.tenant_id, caller.actor.operator_id)
        view |= {
            "availability": operator.availability if operator else "offline",
            "away_reason": operator.away_reason if operator else None,
        }
    if caller.role in (Role.ADMIN, Role.OPERATOR):
        view["widget_token"] = tenant.widget_token
    if caller.role is Role.ADMIN:
        view |= {"allowed_domains": list(tenant.allowed_domains), "settings": tenant.settings}
    return Json(view)


async def set_availability(body: AvailabilityIn, caller: Calling, desk: OurDesk) -> Json:
    """Say whether you take conversations."""
    return Json({"availability": await people.set_availability(desk, caller, body.availability, reason=body.reason)})


async def change_widget(body: WidgetIn, caller: Calling, desk: OurDesk) -> Json:
    """Set where the widget may be embedded, and how it looks."""
    tenant = await tenants.change_widget(desk, caller, domains=body.allowed_domains, settings=body.settings)
    return Json({"allowed_domains": list(tenant.allowed_domains), "settings": tenant.settings})


async def renew_identity_key(caller: Calling, desk: OurDesk) -> Json:
    """A new key to vouch for customers in the widget; the old one counts no more. It is shown this once."""
    return Json({"identity_key": await vouching.renew_key(desk, caller)}, status_code=201)


async def create_operator(body: OperatorIn, request: Request, caller: Calling, desk: OurDesk) -> Json:
    """Add an operator. The key in the answer is shown this once."""

    async def command(_: Receipt | None) -> Answer:
        operator, issued = await people.add_operator(
            desk,
            caller,
            name=body.name,
            email=body.email,
            skills=_levels(body.skills),
            languages=body.languages,
            region=body.region,
            capacity=body.capacity,
        )
        return 201, {**_operator(desk, operator), "key": issued.secret}

    return await once(request, caller, command, reserve=True, secret="key")  # noqa: S106 - a field's name


async def operators(caller: Calling, desk: OurDesk) -> Json:
    """Every operator, and who is here."""
    found = await people.list_operators(desk, caller)
    return Json({"items": [_operator(desk, operator) for operator in found]})


async def change_operator(id: str, body: OperatorChangeIn, request: Request, caller: Calling, desk: OurDesk) -> Json:
    """Change an operator's skills, languages, region or capacity. What is left out stays as it is."""

    async def command(_: Receipt | None) -> Answer:
        skills = None if body.skills is None else _levels(body.skills)
        operator = await people.change_operator(
            desk, caller, id, skills=skills, languages=body.languages, region=body.region, capacity=body.capacity
        )
        return 200, _operator(desk, operator)

    return await once(request, caller, command, reserve=True)


async def create_link(id: str, request: Request, caller: Calling, desk: OurDesk) -> Json:
    """A link that signs an operator in once, within a quarter of an hour."""

    async def command(_: Receipt | None) -> Answer:
        issued = await people.make_link(desk, caller, OperatorId(id))
        url = f"{desk.public_url}/sign-in/{issued.secret}"
        return 201, {"url": url, "expires_at": issued.credential.expires_at}

    return await once(request, caller, command, reserve=True, secret="url")  # noqa: S106 - a field's name


async def create_key(body: KeyIn, request: Request, caller: Calling, desk: OurDesk) -> Json:
    """Make an API key. It is shown this once."""

    async def command(_: Receipt | None) -> Answer:
        operator_id = OperatorId(body.operator_id) if body.operator_id else None
        issued = await people.add_key(desk, caller, Role(body.role), label=body.label, operator_id=operator_id)
        return 201, {**_key(issued.credential), "key": issued.secret}

    return await once(request, caller, command, reserve=True, secret="key")  # noqa: S106 - a field's name


async def keys(caller: Calling, desk: OurDesk) -> Json:
    """The tenant's keys, without their secrets."""
    return Json({"items": [_key(credential) for credential in await people.list_keys(desk, caller)]})


async def delete_key(id: str, request: Request, caller: Calling, desk: OurDesk) -> Response:
    """Revoke a key."""

    async def command(_: Receipt | None) -> Answer:
        await people.revoke_key(desk, caller, id)
        request.app.state.doorkeeper.forget()
        return 200, {"id": id, "revoked": True}

    return await once(request, caller, command, reserve=True)


async def sign_in(secret: str, request: Request, desk: OurDesk, to: str = "/inbox") -> Response:
    """Spend a sign-in link: sets the session cookie and goes on to the inbox or the console."""
    landing = to if to in _LANDING else "/inbox"
    try:
        issued = await people.sign_in(desk, secret)
    except Unauthorized:
        if "text/html" not in request.headers.get("accept", ""):
            raise
        return RedirectResponse(f"{landing}?link=spent", status_code=303)
    answer = RedirectResponse(landing, status_code=303)
    answer.set_cookie(
        SESSION_COOKIE,
        issued.secret,
        max_age=int(desk.limits.session_seconds),
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https" or desk.public_url.startswith("https:"),
    )
    answer.headers["cache-control"] = "no-store"
    return answer


async def sign_out(request: Request, caller: Calling, desk: OurDesk) -> Response:
    """End this browser's session."""
    if caller.credential_id is None or SESSION_COOKIE not in request.cookies or "authorization" in request.headers:
        raise Forbidden("There is no session to end here: this request came with a key.", code="no_session")
    await desk.store.tenants.revoke(caller.tenant_id, caller.credential_id, desk.clock())
    request.app.state.doorkeeper.forget()
    answer = Json({"signed_out": True})
    answer.delete_cookie(SESSION_COOKIE)
    return answer


def _operator(desk: Desk, operator: Operator) -> dict[str, object]:
    return {
        "id": operator.id,
        "name": operator.name,
        "email": operator.email,
        "skills": dict(operator.skills),
        "languages": list(operator.languages),
        "region": operator.region,
        "availability": operator.availability,
        "away_reason": operator.away_reason,
        "is_here": operator.is_here(desk.clock()),
        "open": operator.open,
        "load": operator.load,
        "capacity": operator.capacity,
    }


def _levels(skills: Mapping[str, int] | Sequence[str]) -> Mapping[str, int]:
    return skills if isinstance(skills, Mapping) else dict.fromkeys(skills, people.LISTED_LEVEL)


def _key(credential: Credential) -> dict[str, object]:
    return {
        "id": credential.id,
        "role": credential.role.value,
        "label": credential.label,
        "operator_id": credential.operator_id,
        "created_at": credential.created_at,
        "revoked_at": credential.revoked_at,
    }
