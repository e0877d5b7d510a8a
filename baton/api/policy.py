"""The policy in force, and putting a new one in force; and what the bot would do with a question."""

from typing import Any

from fastapi import Request

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.api.once import Answer, once
from baton.api.schemas import PolicyIn, QuestionIn
from baton.core.policy.condition_words import describe_hours
from baton.core.policy.describe import describe
from baton.core.policy.model import Queue
from baton.services import policies, rehearsal
from baton.services.records import Receipt


async def show(caller: Calling, desk: OurDesk) -> Json:
    """The policy in force: each rule as a sentence, the queues with owners and hours, and the file itself."""
    found = await policies.in_force(desk, caller)
    policy = found.policy
    now = desk.clock()
    rules = [
        {
            "id": rule.id,
            "layer": rule.layer.name.lower(),
            "reason": rule.when.value,
            "then": rule.then.value,
            "says": describe(rule, policy),
        }
        for rule in policy.in_order()
    ]
    view: dict[str, Any] = {
        "version": policy.version,
        "name": policy.name,
        "source": found.source,
        "digest": found.digest,
        "created_at": found.since,
        "rules": rules,
        "queues": [_queue(queue, is_open=queue.hours.is_open(now)) for queue in policy.queues],
        "topics": [{"key": topic.key, "when": topic.when.value} for topic in policy.topics],
        "thresholds": {"answer": policy.thresholds.answer, "policy_answer": policy.thresholds.policy_answer},
    }
    return Json(view)


async def replace(body: PolicyIn, request: Request, caller: Calling, desk: OurDesk) -> Json:
    """Check a policy and put it in force. 422 `invalid_policy` lists every problem with its line."""

    async def command(_: Receipt | None) -> Answer:
        return 200, {"version": await policies.put_in_force(desk, caller, body.source)}

    return await once(request, caller, command, reserve=True)


async def rehearse(body: QuestionIn, caller: Calling, desk: OurDesk) -> Json:
    """What the bot would do with a question, and why. Nothing is stored and nobody is called."""
    return Json(await rehearsal.ask(desk, caller, body.question, language=body.language))


def _queue(queue: Queue, *, is_open: bool) -> dict[str, object]:
    return {
        "id": queue.id,
        "name": queue.name,
        "owner": queue.owner,
        "hours": describe_hours(queue.hours),
        "topics": list(queue.topics),
        "is_default": queue.is_default,
        "is_open": is_open,
    }
