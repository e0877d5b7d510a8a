"""What a rule asks of the circumstances holds in `baton evaluate` where it holds on the desk."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from fakes import grounded
from stage import Stage

from baton.core.actors import Role
from baton.core.answers.grounding import Grounding
from baton.core.ids import SourceId
from baton.core.policy.parse.whole import parse
from baton.core.sources.freshness import Dates
from baton.services.conversations.conversations import Claims, open_conversation
from baton.services.evaluation.items import read_item
from baton.services.evaluation.judged import Judged, Setting, judged
from baton.services.inbox import labels
from baton.services.policy import policies

pytestmark = pytest.mark.anyio

RULES = """rules:
  - id: at-night
    when: workflow_exception
    then: handoff
    if: {hours: {timezone: Europe/Berlin, mon-sun: ["20:00-24:00"]}}
  - {id: by-mail, when: workflow_exception, then: handoff, if: {channel: email}}
  - {id: in-german, when: workflow_exception, then: handoff, if: {language: de}}
  - {id: signed-in, when: workflow_exception, then: handoff, if: {verified: true, channel: api}}
  - {id: labelled, when: workflow_exception, then: handoff, if: {label: press}}
  - {id: out-of-date, when: workflow_exception, then: handoff, if: {source_age: {at_least: 400}}}
"""
POLICY = policies.default_source().replace("rules:\n", RULES, 1)

QUESTION = "When deliver?"
"""Too little to tell a language by."""
NOON, NIGHT = datetime.fromisoformat("2026-03-02T12:00+01:00"), datetime.fromisoformat("2026-03-02T21:30+01:00")

CASES: dict[str, tuple[str, dict[str, Any]]] = {
    "nothing special": ("", {}),
    "a moment in the hours": ("at-night", {"at": NIGHT}),
    "a channel": ("by-mail", {"channel": "email"}),
    "a language": ("in-german", {"language": "de"}),
    "a customer who is vouched for": ("signed-in", {"channel": "api", "verified": True}),
    "one who only says so": ("", {"channel": "api", "verified": False}),
    "a label of the conversation": ("labelled", {"labels": ["Press"]}),
    "another label": ("", {"labels": ["late"]}),
    "an old source": ("out-of-date", {"source_age": 400}),
    "one a day younger, which lowers the confidence alone": ("unsure", {"source_age": 399}),
    "one that was looked at this year": ("", {"source_age": 300}),
    "a tag of a customer who is vouched for": ("important-customer", {"tags": ["vip"], "verified": True}),
    "a tag that a browser claims": ("", {"tags": ["vip"], "verified": False}),
}


class _Sources:
    def ground(self, question: str, *, language: str | None = None, before: str = "") -> Grounding:
        return grounded("Delivery takes three working days.")


def _in_evaluation(meta: dict[str, Any]) -> tuple[str, str]:
    at: datetime = meta.get("at", NOON)
    told = {"verified": False, "channel": "web"} | meta | {"at": at.isoformat()}
    (one,) = judged(
        read_item(json.dumps({"text": QUESTION, "meta": told}), number=1),
        Setting.of(parse(POLICY), _Sources(), lambda: 0.0),
    )
    assert isinstance(one, Judged)
    return one.decision.kind.value, one.decision.rule


async def _live(stage: Stage, meta: dict[str, Any]) -> tuple[str, str]:
    stage.clock.ahead = meta.get("at", NOON) - datetime.now(UTC)
    stage.sources.known["deliver"] = found = grounded("Delivery takes three working days.")
    seen = stage.clock() - timedelta(days=meta.get("source_age", 0))
    stage.sources.ages = {SourceId(one.source_id): Dates("Delivery", seen) for one in found.citations}
    await policies.put_in_force(stage.desk, stage.admin, POLICY)
    who = Claims(language=meta.get("language"), tags=tuple(meta.get("tags", ())))
    by = stage.admin if meta.get("verified", False) else replace(stage.admin, role=Role.WIDGET)
    conversation, _ = await open_conversation(stage.desk, by, who, channel=meta.get("channel", "web"))
    for name in meta.get("labels", ()):
        await labels.keep(stage.desk, stage.admin, name, "grey")
        conversation = await labels.put_on(stage.desk, stage.admin, conversation.id, name)
    decision = (await stage.asks(conversation, QUESTION)).decision
    return decision.kind.value, decision.rule


@pytest.mark.parametrize("case", CASES)
async def test_the_same_circumstances_come_to_the_same_decision(stage: Stage, case: str):
    rule, meta = CASES[case]
    decided = await _live(stage, meta)
    assert decided == _in_evaluation(meta)
    assert decided[1] == rule or (not rule and decided[0] == "answer")
