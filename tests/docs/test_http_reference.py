"""docs/reference/http.md names every route with all that goes in, and says truly who may use it."""

import inspect
import re
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import pytest
from docs.pages import reference, sections
from fastapi import Header
from pydantic import BaseModel

from baton.api import page_routes, routes

PAGE = reference("http.md")
SECTIONS = {title.strip("`"): text for title, text in sections(PAGE, 3).items() if title.startswith("`")}
ROUTES = {
    *(f"{method} {path}" for method, path, _, _ in routes._API),
    *(f"GET {path}" for path, _ in page_routes.PAGES),
    "GET /v1/live",
}
TEAM = {"admin", "operator", "bot", "readonly"}
ALL = TEAM | {"customer", "widget"}
BODIES: dict[str, Any] = {
    "POST /v1/views": {"name": "Mine", "shared": True},
    "PATCH /v1/views/{id}": {"name": "Mine"},
    "PUT /v1/conversations/{id}/rating": {"score": 5},
    "PUT /v1/conversations/{id}/packet/rating": {"useful": True},
    "POST /v1/conversations/{id}/messages": {"text": "Hello"},
    "POST /v1/conversations/{id}/turns": {"intent": "greet"},
    "POST /v1/conversations/{id}/notes": {"text": "Hello"},
    "POST /v1/conversations/{id}/transfer": {"queue": "support", "reason": "theirs"},
    "PUT /v1/conversations/{id}/mode": {"mode": "ticket"},
    "POST /v1/conversations/{id}/outcome": {"outcome": "done"},
    "POST /v1/returns": {"secret": "none"},
    "POST /v1/past-conversations": {},
    "DELETE /v1/customers/{id}": {},
    "POST /v1/conversations/{id}/transcript": {"email": "ann@example.com"},
    "POST /v1/reviews": {},
    "PUT /v1/reviews/{week}/conversations/{id}": {"mark": "late"},
    "PUT /v1/me/availability": {"availability": "available"},
    "PUT /v1/widget": {},
    "POST /v1/operators": {"name": "", "email": ""},
    "PATCH /v1/operators/{id}": {},
    "DELETE /v1/operators/{id}": {},
    "PUT /v1/operators/{id}/availability": {"availability": "away"},
    "PUT /v1/canned-replies/{shortcut}": {"text": "Hello"},
    "PUT /v1/labels/{name}": {},
    "POST /v1/conversations/{id}/merge": {"into": ""},
    "PUT /v1/macros/{name}": {"steps": []},
    "PUT /v1/conversations/{id}/priority": {"priority": "high"},
    "PUT /v1/conversations/{id}/snooze": {"preset": "until_reply"},
    "POST /v1/keys": {"role": "operator"},
    "POST /v1/sources": {"name": "Page", "content": "Words."},
    "PATCH /v1/sources/{id}": {},
    "PUT /v1/sources/{id}/documents/{document_id}/audience": {"audience": "public"},
    "PUT /v1/sources/{id}/schedule": {"schedule": "daily"},
    "PUT /v1/words/{word}": {"others": ["another word"]},
    "POST /v1/sign-in/links": {"email": "ann@example.com"},
    "POST /v1/sign-in/sessions": {"secret": "btl_none"},
    "POST /v1/webhooks": {"url": ""},
    "PATCH /v1/webhooks/{id}": {},
    "POST /v1/chatwoot": {"url": "", "account_id": 1, "token": "", "secret": ""},
    "PATCH /v1/chatwoot/{id}": {},
    "POST /v1/webhooks/{id}/attempts": {"cursor": "1-1-1"},
    "PUT /v1/slack": {"bot_token": "none"},
    "PUT /v1/slack/people/{id}": {"operator_id": None},
    "POST /v1/kept-questions": {"question": "Hello"},
    "POST /v1/gaps/{id}/entry": {"question": "Hello", "answer": "Hi"},
    "POST /v1/questions": {"question": "Hello"},
    "POST /v1/rehearsals": {"scenes": ["broken"]},
    "PUT /v1/policy": {"source": ""},
    "PUT /v1/wordings/{language}/{key}": {"text": "Hello", "version": 0},
    "DELETE /v1/wordings/{language}/{key}": {"version": 0},
    "POST /v1/wordings/{language}/{key}/check": {"text": "Hello"},
    "PUT /v1/queues/{id}": {"changes": {}, "version": 0},
    "PATCH /v1/queues/{id}": {"changes": {}, "version": 0},
    "DELETE /v1/queues/{id}": {"version": 0},
    "POST /v1/queues/{id}/check": {"changes": {}},
    "POST /v1/policy/check": {"source": ""},
    "POST /v1/policy/explain": {"message": "Hello"},
    "POST /v1/policy/replay": {"source": ""},
    "POST /v1/conversations": {},
    "PATCH /v1/me/alerts": {"sound": True},
    "POST /v1/alerts": {"conversations": ["cnv_none"]},
    "POST /v1/me/mentions/seen": {"conversation": "cnv_none"},
    "PUT /v1/conversations/{id}/draft": {"text": "Hello"},
    "POST /v1/conversations/{id}/scheduled": {"text": "Hello", "due": "2020-01-01T00:00:00Z", "version": 1},
    "PATCH /v1/conversations/{id}/scheduled/{reply}": {"version": 1},
}
"""Enough of a body to get as far as the question who may."""

NOT_TRIED = {"DELETE /v1/me/session"}
"""It ends the credential that the next route needs."""


def test_every_route_has_its_section_and_every_section_its_route() -> None:
    assert set(SECTIONS) == ROUTES


ENDPOINTS = {f"{method} {path}": endpoint for method, path, endpoint, _ in routes._API}


@pytest.mark.parametrize("route", ENDPOINTS)
def test_every_field_and_parameter_of_a_route_is_in_its_section(route: str) -> None:
    hints = get_type_hints(ENDPOINTS[route], include_extras=True)
    asked: set[str] = set()
    for name in inspect.signature(ENDPOINTS[route]).parameters:
        for kind in (hints[name], *get_args(hints[name])):
            if inspect.isclass(kind) and issubclass(kind, BaseModel):
                asked |= set(kind.model_fields)
        if (
            name not in {"request", "caller", "desk", "body"}
            and f"{{{name}}}" not in route
            and not is_header(hints[name])
        ):
            asked.add(name)
    words = set(re.findall(r"\w+", SECTIONS[route]))
    assert asked <= words, asked - words


def is_header(hint: Any) -> bool:
    return get_origin(hint) is Annotated and any(type(extra) is type(Header()) for extra in get_args(hint)[1:])


@pytest.mark.anyio
async def test_the_values_on_the_page_have_the_fields_that_are_answered(company: Any) -> None:
    _, path = await company.waiting()
    conversation = (await company.dana.post(f"{path}/claim", expect=200))["conversation"]
    conversation["customer"] = (await company.admin.get(path))["customer"]
    message = (await company.admin.get(f"{path}/messages"))["items"][0]
    values = sections(PAGE, 2)["Values"]
    for thing in (conversation, conversation["handoff"], conversation["customer"], message):
        missing = [field for field in thing if f'"{field}"' not in values]
        assert not missing
    shown = set(re.findall(r'"(\w+)":', values))
    known = {*conversation, *conversation["handoff"], *conversation["customer"], *conversation["owner"], *message}
    agreed = {"start", "end", "owner", "phone", "email", "timezone", "tries", "state", "made_at"}
    cited = {"kind", "id", "name", "client_id", "reply_to", "n", "passage_id", "source_id", "title", "heading", "url"}
    told = {"low_s", "high_s", "words"}
    file = {"media_type", "bytes", "image", "width", "height"}
    assert shown <= known | cited | agreed | told | file | {"quote", "version", "text", "citations"}


def roles_of(section: str) -> set[str]:
    said = re.search(r"^\*\*Who:\*\* (.+)$", section, re.MULTILINE)
    assert said, "a section says who may use the route"
    named = {part.strip() for part in said.group(1).split(",")}
    return {role for name in named for role in {"team": TEAM, "a person": {"operator"}}.get(name, {name})}


@pytest.mark.anyio
@pytest.mark.parametrize("route", sorted(f"{m} {p}" for m, p, _, _ in routes._API if p.startswith("/v1/")))
async def test_a_route_is_open_to_the_roles_that_the_page_names_and_to_no_other(route: str, company: Any) -> None:
    if route in NOT_TRIED:
        return
    allowed = roles_of(SECTIONS[route])
    assert allowed <= ALL
    customer, path = await company.customer(name="Ann")
    callers = {"admin": company.admin, "operator": company.dana, "customer": customer}
    for role in ("bot", "readonly"):
        callers[role] = company.as_((await company.admin.post("/v1/keys", {"role": role}, expect=201))["key"])
    callers["widget"] = company.as_(company.widget_token)
    method, _, pattern = route.partition(" ")
    where = pattern.replace("/v1/conversations/{id}", path).replace("{id}", "none")
    found = {role for role, caller in callers.items() if await is_let_in(caller, method, where, BODIES.get(route))}
    assert found == allowed


async def is_let_in(caller: Any, method: str, path: str, body: Any) -> bool:
    async with caller.http.stream(method, path, json=body) as answer:
        if answer.status_code not in (403, 404):
            return True
        problem = await answer.aread()
        # What is somebody else's conversation does not exist for the caller; another thing that is missing may.
        return answer.status_code == 404 and b"no such conversation" not in problem
