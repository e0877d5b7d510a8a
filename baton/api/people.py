"""Operators, keys, sign-in, and who the caller is."""

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.api.once import Answer, once
from baton.api.schemas import AvailabilityIn, KeyIn, WidgetIn
from baton.core.actors import Role
from baton.core.errors import Forbidden, Unauthorized
from baton.core.ids import OperatorId
from baton.core.views import actor_view
from baton.services.customers import vouching
from baton.services.desk import Desk
from baton.services.records import Credential, Receipt
from baton.services.team import colleagues, people, tenants
from baton.services.team.identity import SESSION_COOKIE

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
    return Json(
        {"availability": await colleagues.set_availability(desk, caller, body.availability, reason=body.reason)}
    )


async def change_widget(body: WidgetIn, caller: Calling, desk: OurDesk) -> Json:
    """Set where the widget may be embedded, and how it looks."""
    tenant = await tenants.change_widget(desk, caller, domains=body.allowed_domains, settings=body.settings)
    return Json({"allowed_domains": list(tenant.allowed_domains), "settings": tenant.settings})


async def renew_identity_key(caller: Calling, desk: OurDesk) -> Json:
    """A new key to vouch for customers in the widget; the old one counts no more. It is shown this once."""
    return Json({"identity_key": await vouching.renew_key(desk, caller)}, status_code=201)


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
    return with_session(RedirectResponse(landing, status_code=303), issued, request, desk)


def with_session(answer: Response, issued: people.Issued, request: Request, desk: Desk) -> Response:
    """An answer that opens a session in the browser."""
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


def _key(credential: Credential) -> dict[str, object]:
    return {
        "id": credential.id,
        "role": credential.role.value,
        "label": credential.label,
        "operator_id": credential.operator_id,
        "created_at": credential.created_at,
        "revoked_at": credential.revoked_at,
    }
