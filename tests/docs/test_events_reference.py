"""docs/reference/events.md has every kind of event, who sees it, and what its `data` really holds."""

import re
from typing import Any

import pytest
from docs.pages import codes, reference, rows

from baton.core.events import FOR_EVERYONE, EventKind
from baton.core.verbs.handoffs import HANDBACK_FIELDS

ROWS = {codes(row[0])[0]: row for row in rows(reference("events.md")) if len(row) == 4}


def test_every_kind_is_on_the_page_and_no_other() -> None:
    assert set(ROWS) == {kind.value for kind in EventKind}


@pytest.mark.parametrize("kind", list(EventKind))
def test_its_audience_and_the_customers_fields_are_as_the_code_has_them(kind: EventKind) -> None:
    _, audience, _, data = ROWS[kind.value]
    assert audience == ("everyone" if kind in FOR_EVERYONE else "team")
    assert set(re.findall(r"\*\*`(\w+)`\*\*", data)) == set(FOR_EVERYONE.get(kind, ()))


@pytest.mark.anyio
async def test_the_data_that_the_verbs_write_is_on_the_page(company: Any) -> None:
    seen = await a_busy_day(company)
    for kind, fields in seen.items():
        assert fields <= set(codes(ROWS[kind][3])), kind
    assert set(EventKind) - set(seen) <= NOT_REACHED


SAID = {"text": "Hello from our bot", "understood": "greeting", "intent": "greet", "tools": {"clock": "ok"}}

NOT_REACHED = {
    EventKind.HANDOFF_REQUEUED,
    EventKind.ANSWER_DISCARDED,
    EventKind.WEBHOOK_SWITCHED_OFF,
    EventKind.WEBHOOK_TESTED,
    EventKind.CHATWOOT_ADDED,
    EventKind.CHATWOOT_CHANGED,
    EventKind.CHATWOOT_REMOVED,
    EventKind.CHATWOOT_SWITCHED_OFF,
    EventKind.CONFLICT_DISMISSED,
    EventKind.GAP_SETTLED,
    EventKind.REVIEW_DRAWN,
    EventKind.CONVERSATION_REVIEWED,
    EventKind.OFFER_MADE,
    EventKind.OFFER_DECLINED,
    EventKind.OFFER_EXPIRED,
    EventKind.OFFER_RESCINDED,
    EventKind.MODE_CHOSEN,
    EventKind.FOLLOWUP_DUE,
    EventKind.FOLLOWUP_MISSED,
    EventKind.FOLLOWUP_DONE,
    EventKind.DELIVERY_FAILED,
    EventKind.WAIT_TOLD,
    EventKind.FALLBACK_TAKEN,
    EventKind.NOBODY_ALERTED,
    EventKind.PROMISE_KEPT,
    EventKind.PROMISE_BROKEN,
    EventKind.PROMISE_WITHDRAWN,
    EventKind.CONVERSATION_RATED,
    EventKind.PACKET_REVEALED,
    EventKind.PACKET_IMPROVED,
    EventKind.IMPROVEMENT_FAILED,
    EventKind.REPLY_SCHEDULED,
    EventKind.REPLY_UNSCHEDULED,
    EventKind.REPLY_HELD_BACK,
    EventKind.MERGED,
    EventKind.TRANSCRIPT_SENT,
    EventKind.CONVERSATIONS_ERASED,
}
"""No route leads to the first; the others take a race, a gap, a bounce, a follow-up and so on: see their own tests."""


async def a_busy_day(company: Any) -> dict[str, set[str]]:
    """Every verb once: kind -> the fields that were seen in `data`."""
    dana, sam, admin = company.dana, company.sam, company.admin
    await admin.ask("PUT", "/v1/labels/refund", {"colour": "red"}, expect=200)
    await admin.ask("PUT", "/v1/words/refund", {"others": ["cashback"]}, expect=200)
    for who, path, body in (
        (dana, "claim", None),
        (dana, "messages", {"text": "Hello"}),
        (dana, "notes", {"text": "A note"}),
        (dana, "transfer", {"queue": "billing", "reason": "theirs"}),
        (sam, "claim", None),
        (sam, "transfer", {"operator_id": (await dana.get("/v1/me"))["actor"]["id"], "reason": "knows it"}),
        (dana, "handback", dict.fromkeys(HANDBACK_FIELDS, "yes")),
        (dana, "takeover", {"reason": "urgent"}),
        (dana, "DELETE claim", {"reason": "lunch"}),
        (dana, "claim", None),
        (admin, "PUT labels/refund", None),
        (admin, "DELETE labels/refund", None),
        (dana, "PUT priority", {"priority": "high"}),
        (dana, "PUT snooze", {"preset": "until_reply"}),
        (dana, "DELETE snooze", None),
        (dana, "resolution", {"disposition": "solved", "note": "done"}),
        (dana, "DELETE resolution", {"to": "bot"}),
        (admin, "handoffs", {"reason": "asked by phone"}),
        (admin, "DELETE handoffs", None),
        (admin, "resolution", None),
    ):
        await do(company, who, path, body)
    await company.conversation[0].post(f"{company.conversation[1]}/messages?wait=10", {"text": "When do you deliver?"})
    key = await admin.post("/v1/keys", {"role": "bot"}, expect=201)
    await company.as_(key["key"]).post(f"{company.conversation[1]}/messages", SAID)
    await admin.ask("DELETE", f"/v1/keys/{key['id']}", expect=200)
    hook = (await admin.post("/v1/webhooks", {"url": "https://example.com/"}, expect=201))["webhook"]["id"]
    await admin.ask("PATCH", f"/v1/webhooks/{hook}", {"is_on": False}, expect=200)
    await admin.ask("DELETE", f"/v1/webhooks/{hook}", expect=200)
    entry = {"question": "Why", "answer": "So"}
    source = await admin.post("/v1/sources", {"name": "Page", "entries": [entry]}, expect=201)
    path = f"/v1/sources/{source['source']['id']}"
    document = (await admin.get(path))["documents"][0]["id"]
    await admin.ask("PATCH", path, {"owner": "Billing"}, expect=200)
    await admin.ask("PUT", f"{path}/documents/{document}/audience", {"audience": "operators"}, expect=200)
    await admin.ask("DELETE", path, expect=200)
    await dana.ask("PUT", "/v1/me/availability", {"availability": "away", "reason": "Lunch"}, expect=200)
    person = (await dana.get("/v1/me"))["actor"]["id"]
    await admin.ask("PATCH", f"/v1/operators/{person}", {"skills": {"refunds": 4}}, expect=200)
    await admin.ask("PUT", f"/v1/operators/{person}/availability", {"availability": "available"}, expect=200)
    await admin.ask("DELETE", f"/v1/operators/{person}", {}, expect=200)
    await admin.post(f"/v1/operators/{person}/restoration", expect=200)
    await admin.ask("PUT", "/v1/policy", {"source": (await admin.get("/v1/policy"))["source"] + "\n"}, expect=200)
    _, path = await company.customer()
    await admin.post(f"{path}/resolution", {}, expect=200)
    await admin.ask("DELETE", f"/v1/customers/{(await admin.get(path))['customer']['id']}", {}, expect=200)
    items = (await admin.get("/v1/events?limit=500"))["items"]
    seen: dict[str, set[str]] = {}
    for item in items:
        seen.setdefault(item["kind"], set()).update(item["data"])
    return seen


async def do(company: Any, who: Any, what: str, body: Any) -> None:
    if not hasattr(company, "conversation"):
        company.conversation = await company.waiting()
    method, _, verb = what.rpartition(" ")
    answer = await who.http.request(method or "POST", f"{company.conversation[1]}/{verb}", json=body)
    assert answer.status_code < 300, answer.text
