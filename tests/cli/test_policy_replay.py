"""What `baton policy replay` tells, from the first portion to the last."""

import io
import json
from datetime import UTC, timedelta
from typing import Any

import pytest
from stage import Stage

from baton.cli import policy_replay
from baton.cli.replay_text import text
from baton.services.policy.policies import default_source
from baton.services.ports.replays import Stretch

pytestmark = pytest.mark.anyio

NO_TOPICS = "\n".join(line for line in default_source().split("\n") if "id: policy-topic" not in line)


async def told(stage: Stage, source: str, *, limit: int | None = None, rows: Any = None) -> dict[str, Any]:
    now = stage.clock()
    stretch = Stretch(now - timedelta(days=2), now + timedelta(seconds=1))
    return await policy_replay._all(stage.desk, stage.admin, source, stretch, zone=UTC, limit=limit, rows=rows)


async def test_a_lead_reads_what_would_have_been_different(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(policy_replay, "PORTION", 2)
    for words in ("Where is the moon?", "I want my money back", "hello", "I want a human", "you charged me twice"):
        await stage.asks(await stage.begin(language="en"), words)
    out = io.StringIO()
    found = await told(stage, NO_TOPICS, rows=out)
    said = text(found, "new.yaml")
    assert "5 conversations of 2 days, 5 decisions taken again in" in said
    assert "Under new.yaml 2 conversations (40.0%) would have gone otherwise." in said
    assert "2 handoffs have another reason: policy_topic > no_source 2" in said
    assert "2 turns had not been looked up then: told by the sources as they are today." in said
    assert "  all                       3         3" in said
    assert "  no_source                 0         2      +2" in said
    assert "billing             a day 1.0 > 1.0, at most 2" in said
    assert "was handoff to billing, policy_topic (policy-topic); would be handoff to billing, no_source" in said
    assert {json.loads(line)["change"] for line in out.getvalue().splitlines()} == {"other_reason"}
    assert len(out.getvalue().splitlines()) == len(found["read_first"]) == 2
    assert json.dumps(found)


async def test_the_latest_conversations_alone_can_be_tried(stage: Stage) -> None:
    for words in ("I want my money back", "hello", "thanks"):
        await stage.asks(await stage.begin(), words)
    found = await told(stage, NO_TOPICS, limit=2)
    assert (found["of"], found["totals"]["conversations"], found["totals"].get("different", 0)) == (3, 2, 0)
    assert "2 conversations (of 3) of 2 days" in text(found, "new.yaml")


async def test_a_desk_at_which_nobody_wrote_is_told_so(stage: Stage) -> None:
    said = text(await told(stage, NO_TOPICS), "new.yaml")
    assert said == "Nobody wrote in the last 2 days. There is nothing to try new.yaml on."
