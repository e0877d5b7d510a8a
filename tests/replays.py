"""Policies to try on the past, and short words for trying them and for what came of it."""

from collections.abc import Sequence
from datetime import UTC, timedelta
from typing import Any

from stage import Stage

from baton.core.replaying.tally import counts_view
from baton.services.policy.policies import default_source
from baton.services.policy.replaying import Portion
from baton.services.policy.replaying import replay as replay_policy
from baton.services.ports.replays import Stretch

DEFAULT = default_source()
MONEY_BACK = "I want my money back"
NO_TOPICS = DEFAULT.replace("  - {id: policy-topic, when: policy_topic, then: handoff}\n", "")
AT_ONCE = DEFAULT.replace("{id: no-source-again, when: no_source, times: 2,", "{id: no-source-again, when: no_source,")
ANY = "rules:\n  - {id: any, when: workflow_exception, if: {turns: 1}, then: handoff, queue: billing}\n"
STRICT = DEFAULT.replace("  answer: 0.8\n", "  answer: 0.95\n")


def stretch(stage: Stage) -> Stretch:
    return Stretch(stage.clock() - timedelta(days=30), stage.clock() + timedelta(days=1))


async def tried(stage: Stage, source: str, **more: Any) -> Portion:
    return await replay_policy(stage.desk, stage.admin, source, stretch(stage), zone=UTC, **more)


async def talk(stage: Stage, *texts: str, **claims: Any) -> Any:
    conversation = await stage.begin(**claims)
    for text in texts:
        await stage.asks(conversation, text)
    return conversation


def told(portion: Portion) -> Sequence[tuple[str, str, str, str]]:
    """Each difference: the customer's words, what becomes of it, and the reasons."""
    found = [(one.asked.text, one.change.value, one.was.reason, one.now.reason) for _, one in portion.differences]
    return sorted(found)


def handoffs(portion: Portion) -> tuple[int, int]:
    total = counts_view(portion.tally)["handoffs"].get("total", {})
    return total.get("was", 0), total.get("would_be", 0)
