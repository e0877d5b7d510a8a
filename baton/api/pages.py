"""The pages: inbox, console, the widget's frame and loader, and the demo customer's page."""

import re

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from baton.api.auth import SESSION_COOKIE, OurDesk
from baton.api.json import Json
from baton.api.static import compressed, file_answer
from baton.core.copy import catalogue, labels
from baton.core.inbox.listing import VIEWS
from baton.services.mail.outbox import can_mail
from baton.services.team import tenants

FIRST_ROWS = 50
"""Conversations of a list's first page, as the inbox asks for them (`PAGE` in inbox/listing.js)."""

_HOST = re.compile(r"[A-Za-z0-9.-]+(?::\d{1,5})?|\[[0-9a-fA-F:.]+\](?::\d{1,5})?").fullmatch

_OURS = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src "
    "'self' {ws}; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors {ancestors}"
)


async def home() -> Response:
    """The front door leads to the inbox."""
    return RedirectResponse("/inbox", status_code=303)


async def inbox(request: Request) -> Response:
    """The operators' inbox. Where its address says which list, whoever is signed in gets that at the same time."""
    answer = _page(request, "inbox/index.html")
    view = request.query_params.get("view")
    if SESSION_COOKIE in request.cookies and view in VIEWS and len(request.query_params) == 1:
        ahead = f"/v1/conversations?view={view}&limit={FIRST_ROWS}"
        answer.headers["link"] = f"<{ahead}>; rel=preload; as=fetch; crossorigin"
    return answer


async def console(request: Request) -> Response:
    """The support lead's console."""
    return _page(request, "console/index.html")


async def attempt(token: str, request: Request, desk: OurDesk) -> Response:
    """The demo customer's page with the widget on it."""
    await tenants.by_widget(desk, token)
    return _page(request, "widget/try.html")


async def loader(request: Request) -> Response:
    """The script that a company's page embeds."""
    headers = {"cache-control": "public, max-age=300", "cross-origin-resource-policy": "cross-origin"}
    return file_answer(request, "widget/widget.js", media_type="text/javascript", headers=headers)


async def loader_types(request: Request) -> Response:
    """The types of `Baton(verb, ...)`, for companies that write TypeScript."""
    return file_answer(request, "widget/baton.d.ts", media_type="text/plain; charset=utf-8", headers={})


async def frame(token: str, request: Request, desk: OurDesk) -> Response:
    """The widget's page, which only the tenant's allowed domains may frame."""
    tenant = await tenants.by_widget(desk, token)
    ancestors = " ".join(["'self'", *tenant.allowed_domains]) if tenant.allowed_domains else "*"
    return _page(request, "widget/page.html", ancestors=ancestors)


async def frame_settings(token: str, request: Request, desk: OurDesk, language: str | None = None) -> Response:
    """How the widget looks and what it says first; compressed, for it is waited for on slow lines."""
    tenant = await tenants.by_widget(desk, token)
    chosen = language or tenant.settings.get("language")
    looks = {
        "company": tenant.settings.get("company", tenant.name),
        "greeting": tenant.settings.get("greeting"),
        "accent": tenant.settings.get("accent"),
        "suggestions": tenant.settings.get("suggestions", []),
        "sends_mail": can_mail(desk, tenant.id),
    }
    return compressed(request, Json(looks | _labels(chosen)))


def _labels(language: str | None) -> dict[str, object]:
    words = catalogue(language)
    return {"language": words.code, "direction": words.direction, "labels": labels(language)}


def _page(request: Request, path: str, *, ancestors: str = "'none'") -> Response:
    host = request.headers.get("host", "")
    # The host goes into the policy as it was sent, so it has to be a host and nothing that ends the directive.
    ws = f"{'wss' if request.url.scheme == 'https' else 'ws'}://{host}" if _HOST(host) else ""
    headers = {
        "content-security-policy": _OURS.format(ws=ws, ancestors=ancestors),
        "cache-control": "no-cache",
        "permissions-policy": "camera=(), microphone=(), geolocation=()",
    }
    return file_answer(request, path, media_type="text/html; charset=utf-8", headers=headers)
