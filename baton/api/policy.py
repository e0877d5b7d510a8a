"""The policy in force, and putting a new one in force; and what the bot would do with a question."""

from typing import Annotated, Any

from fastapi import Query, Request

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.api.once import Answer, once
from baton.api.schemas import ExplainIn, PolicyChangeIn, PolicyIn, QuestionIn
from baton.core.hours.words import describe_hours
from baton.core.ids import ConversationId
from baton.core.policy.model import Queue
from baton.core.replaying.foretold import Foretold
from baton.services.bot import bench, explaining
from baton.services.bot.explaining import Trial
from baton.services.policy import check as policy_check
from baton.services.policy import checking, policies
from baton.services.records import PolicyVersion, Receipt

Version = Annotated[int, Query(ge=0, le=2**31 - 1)]


async def show(caller: Calling, desk: OurDesk) -> Json:
    """The policy in force: each rule as a sentence, the queues with owners and hours, and the file itself."""
    found = await policies.in_force(desk, caller)
    policy = found.policy
    checked = await policy_check.looked_through(desk, caller, found.source)
    now = desk.clock()
    view: dict[str, Any] = {
        "version": policy.version,
        "name": policy.name,
        "source": found.source,
        "digest": found.digest,
        "created_at": found.since,
        "rules": checking.rules_view(policy),
        "findings": [checking.finding_view(one) for one in checked.findings],
        "queues": [_queue(queue, is_open=queue.hours.is_open(now)) for queue in policy.queues],
        "topics": [{"key": topic.key, "when": topic.when.value} for topic in policy.topics],
        "model": {"daily_tokens": policy.model.daily_tokens, "used_today": await policies.model_tokens(desk, caller)},
        "erase_after_days": policy.erase_after_days,
        "thresholds": {"answer": policy.thresholds.answer, "policy_answer": policy.thresholds.policy_answer},
    }
    return Json(view)


async def replace(body: PolicyChangeIn, request: Request, caller: Calling, desk: OurDesk) -> Json:
    """Check a policy and put it in force. 422 `invalid_policy` lists every problem with its line."""

    async def command(_: Receipt | None) -> Answer:
        told = Foretold(body.foretold.conversations, body.foretold.handoffs) if body.foretold else None
        version = await policies.put_in_force(desk, caller, body.source, instead_of=body.instead_of, foretold=told)
        return 200, {"version": version}

    return await once(request, caller, command, reserve=True)


async def check(body: PolicyIn, caller: Calling, desk: OurDesk) -> Json:
    """What is wrong with a policy, what the linter finds, and its rules in words. Nothing is put in force."""
    return Json(checking.checked_view(await policy_check.looked_through(desk, caller, body.source)))


async def explain(body: ExplainIn, caller: Calling, desk: OurDesk) -> Json:
    """What would be decided on a message and why, rule by rule. Nothing is stored and nobody is called."""
    trial = Trial(
        text=body.message,
        language=body.language,
        channel=body.channel,
        tags=tuple(body.customer.tags),
        attributes=body.customer.attributes,
        labels=tuple(body.labels),
        unanswered=body.unanswered,
    )
    return Json(await explaining.explain(desk, caller, trial, source=body.source))


async def versions(caller: Calling, desk: OurDesk) -> Json:
    """The versions that were ever in force, newest first."""
    found = await policies.versions(desk, caller)
    return Json({"items": [_version(one) for one in found]})


async def compare(caller: Calling, desk: OurDesk, before: Version = 0, after: Version | None = None) -> Json:
    """What changes from one version (0: the default that ships) to another (left out: the one in force), in words."""
    found = await policies.difference(desk, caller, before, after)
    return Json(
        {"items": [{"what": one.what.value, "part": one.part, "key": one.key, "says": one.says} for one in found]}
    )


async def replay(id: str, caller: Calling, desk: OurDesk) -> Json:
    """Every decision of a conversation taken again from the log, and where one comes out otherwise."""
    found = await policies.replay_conversation(desk, caller, ConversationId(id))
    return Json(
        {
            "items": [
                {
                    "seq": one.seq,
                    "rule": one.rule,
                    "policy_version": one.version,
                    "same": None if one.differences is None else not one.differences,
                    "differences": list(one.differences or ()),
                }
                for one in found
            ]
        }
    )


async def ask(body: QuestionIn, caller: Calling, desk: OurDesk) -> Json:
    """What the bot would do with a question, and why. Nothing is stored and nobody is called."""
    return Json(await bench.ask(desk, caller, body.question, language=body.language))


def _version(one: PolicyVersion) -> dict[str, object]:
    told = {"conversations": one.foretold.conversations, "handoffs": one.foretold.handoffs} if one.foretold else None
    return {"version": one.version, "digest": one.digest, "by": one.by, "created_at": one.at, "foretold": told}


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
