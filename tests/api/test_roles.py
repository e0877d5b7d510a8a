"""Every route that reads or changes what a company knows asks for a role; no other company is answered."""

from typing import Any

import pytest

from baton.api.routes import _API
from baton.core.ids import SourceId
from baton.services.knowledge.entries import Entry, entry_document

pytestmark = pytest.mark.anyio

ENTRY = {"question": "Open?", "answer": "Yes."}
TEAM = ("admin", "operator", "readonly")
WANTED: tuple[tuple[str, str, Any, tuple[str, ...]], ...] = (
    ("POST", "/v1/sources", {"name": "x", "entries": [ENTRY]}, ("admin",)),
    ("GET", "/v1/sources", None, TEAM),
    ("GET", "/v1/sources/{id}", None, TEAM),
    ("DELETE", "/v1/sources/{id}", None, ("admin",)),
    ("POST", "/v1/sources/{id}/reading", None, ("admin",)),
    ("DELETE", "/v1/sources/{id}/reading", None, ("admin",)),
    ("PATCH", "/v1/sources/{id}", {"audience": "public"}, ("admin",)),
    ("PUT", "/v1/sources/{id}/documents/{document_id}/audience", {"audience": "public"}, ("admin",)),
    ("PUT", "/v1/sources/{id}/schedule", {"schedule": "daily"}, ("admin",)),
    ("GET", "/v1/words", None, TEAM),
    ("PUT", "/v1/words/{word}", {"others": ["couch"]}, ("admin",)),
    ("DELETE", "/v1/words/{word}", None, ("admin",)),
    ("GET", "/v1/wordings", None, TEAM),
    ("PUT", "/v1/wordings/{language}/{key}", {"text": "x", "version": 1}, ("admin",)),
    ("DELETE", "/v1/wordings/{language}/{key}", {"version": 1}, ("admin",)),
    ("POST", "/v1/wordings/{language}/{key}/check", {"text": "x"}, ("admin",)),
    ("GET", "/v1/passages", None, TEAM),
    ("POST", "/v1/questions", {"question": "Open?"}, TEAM),
    ("GET", "/v1/kept-questions", None, ("admin",)),
    ("POST", "/v1/kept-questions", {"question": "Open?"}, ("admin",)),
    ("POST", "/v1/kept-questions/runs", None, ("admin",)),
    ("DELETE", "/v1/kept-questions/{id}", None, ("admin",)),
    ("GET", "/v1/conflicts", None, ("admin",)),
    ("DELETE", "/v1/conflicts/{key}", None, ("admin",)),
    ("GET", "/v1/gaps", None, ("admin",)),
    ("GET", "/v1/gaps/{id}/proposal", None, ("admin",)),
    ("POST", "/v1/gaps/{id}/entry", ENTRY, ("admin",)),
    ("DELETE", "/v1/gaps/{id}", None, ("admin",)),
    ("GET", "/v1/reviews", None, ("admin",)),
    ("POST", "/v1/reviews", {}, ("admin",)),
    ("GET", "/v1/reviews/{week}", None, ("admin",)),
    ("GET", "/v1/reviews/{week}/result", None, ("admin",)),
    ("GET", "/v1/reviews/{week}/export", None, ("admin",)),
    ("PUT", "/v1/reviews/{week}/conversations/{id}", {"mark": "late"}, ("admin",)),
    ("GET", "/v1/launch-check", None, ("admin",)),
    ("GET", "/v1/brief", None, ("admin",)),
    ("POST", "/v1/rehearsals", {"scenes": ["broken"]}, ("admin",)),
    ("GET", "/v1/policy", None, TEAM),
    ("PUT", "/v1/policy", {"source": "x"}, ("admin",)),
    ("POST", "/v1/policy/check", {"source": "x"}, TEAM),
    ("POST", "/v1/policy/explain", {"message": "Open?"}, TEAM),
    ("POST", "/v1/policy/replay", {"source": "x"}, ("admin",)),
    ("GET", "/v1/policy/versions", None, TEAM),
    ("GET", "/v1/policy/foretold", None, TEAM),
    ("GET", "/v1/policy/differences", None, TEAM),
    ("GET", "/v1/conversations/{id}/replay", None, TEAM),
    ("POST", "/v1/webhooks", {"url": "https://example.com/"}, ("admin",)),
    ("GET", "/v1/webhooks", None, ("admin",)),
    ("GET", "/v1/webhooks/{id}", None, ("admin",)),
    ("PATCH", "/v1/webhooks/{id}", {"is_on": False}, ("admin",)),
    ("DELETE", "/v1/webhooks/{id}", None, ("admin",)),
    ("POST", "/v1/webhooks/{id}/secret", None, ("admin",)),
    ("POST", "/v1/webhooks/{id}/tests", None, ("admin",)),
    ("GET", "/v1/webhooks/{id}/attempts", None, ("admin",)),
    ("POST", "/v1/webhooks/{id}/attempts", {"cursor": "1-1-1"}, ("admin",)),
    ("GET", "/v1/slack", None, ("admin",)),
    ("PUT", "/v1/slack", {"channel": "#support"}, ("admin",)),
    ("DELETE", "/v1/slack", None, ("admin",)),
    ("POST", "/v1/slack/tests", None, ("admin",)),
    ("GET", "/v1/slack/attempts", None, ("admin",)),
    ("GET", "/v1/slack/people", None, ("admin",)),
    ("PUT", "/v1/slack/people/{id}", {"operator_id": None}, ("admin",)),
    ("POST", "/v1/chatwoot", {"url": "x", "account_id": 1, "token": "x", "secret": "x"}, ("admin",)),
    ("GET", "/v1/chatwoot", None, ("admin",)),
    ("PATCH", "/v1/chatwoot/{id}", {"is_on": False}, ("admin",)),
    ("DELETE", "/v1/chatwoot/{id}", None, ("admin",)),
    ("POST", "/v1/chatwoot/{id}/tests", None, ("admin",)),
    ("GET", "/v1/events", None, (*TEAM, "bot")),
    ("GET", "/v1/events/stream", None, (*TEAM, "bot")),
    ("GET", "/v1/trail", None, ("admin",)),
    ("GET", "/v1/trail/seal", None, TEAM),
)
ROOMS = (
    *("sources", "words", "wordings", "passages", "questions", "kept-questions", "conflicts", "gaps", "policy"),
    *("events", "webhooks", "slack", "chatwoot", "reviews", "trail", "launch-check", "brief", "rehearsals"),
)


def test_every_route_of_these_rooms_is_looked_at() -> None:
    # A passage is behind an answer's citation: whoever sees an answer may open it, and test_readers says which.
    open_to_all = {("GET", "/v1/passages/{id}")}
    # Slack itself has no credential but its signature.
    open_to_all |= {("POST", f"/v1/slack/{{tenant}}/{what}") for what in ("events", "interactions")}
    theirs = {(method, path) for method, path, *_ in _API if path.split("/")[2:3] and path.split("/")[2] in ROOMS}
    assert theirs - open_to_all <= {(method, path) for method, path, _, _ in WANTED}


async def test_a_role_that_a_route_does_not_ask_for_is_refused(company: Any) -> None:
    customer, path = await company.customer()
    keys = [(await company.admin.post("/v1/keys", {"role": role}, expect=201))["key"] for role in ("readonly", "bot")]
    callers = {
        "operator": company.dana,
        "readonly": company.as_(keys[0]),
        "bot": company.as_(keys[1]),
        "customer": customer,
        "widget": company.as_(company.widget_token),
    }
    for method, route, body, roles in WANTED:
        where = route.format(
            id=path.rpartition("/")[2], document_id="doc_x", key="x", word="sofa", language="en", week="x"
        )
        for role, caller in callers.items():
            if role not in roles:
                refused = await caller.ask(method, where, body, expect=403)
                assert refused["code"] == "forbidden", (method, route, role)
        await company.as_(None).ask(method, where, body, expect=401)


async def test_what_another_company_knows_does_not_exist(company: Any, other_company: Any) -> None:
    made = await company.admin.post("/v1/sources", {"name": "Hours", "entries": [ENTRY]}, expect=201)
    kept = await company.admin.post("/v1/kept-questions", {"question": "Open?"}, expect=201)
    source = made["source"]["id"]
    document = (await company.admin.get(f"/v1/sources/{source}"))["documents"][0]["id"]
    passage = entry_document(SourceId(source), Entry(**ENTRY)).cut.passages[0].id
    await company.admin.get(f"/v1/passages/{passage}?version=1")
    _, path = await company.waiting()
    for method, where, body in (
        ("GET", f"/v1/sources/{source}", None),
        ("DELETE", f"/v1/sources/{source}", None),
        ("POST", f"/v1/sources/{source}/reading", None),
        ("DELETE", f"/v1/sources/{source}/reading", None),
        ("PATCH", f"/v1/sources/{source}", {"audience": "internal"}),
        ("PUT", f"/v1/sources/{source}/documents/{document}/audience", {"audience": "internal"}),
        ("GET", f"/v1/passages/{passage}", None),
        ("GET", f"/v1/passages/{passage}?version=1", None),
        ("DELETE", f"/v1/kept-questions/{kept['question']['id']}", None),
        ("GET", f"{path}/replay", None),
        ("GET", f"{path}/packet", None),
        ("GET", f"{path}/trail", None),
    ):
        await other_company.admin.ask(method, where, body, expect=404)
    for where in ("sources", "kept-questions", "gaps", "conflicts", "passages?q=open", "policy/versions"):
        assert (await other_company.admin.get(f"/v1/{where}"))["items"] == [], where
    asked = await other_company.admin.post("/v1/questions", {"question": "Open?"}, expect=200)
    assert asked["hits"] == []
