"""What the sources get wrong or leave out: contradictions, gaps, and the questions that must keep working."""

from typing import Any

from fastapi import Request
from pydantic import Field

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.api.once import Answer, once
from baton.api.schemas import Body, Line, Short
from baton.services.knowledge import conflicts as contradictions
from baton.services.knowledge import gaps as gap_list
from baton.services.knowledge import kept_questions
from baton.services.knowledge.entries import Entry
from baton.services.knowledge.kept_questions import Verdict
from baton.services.ports.learning import Gap, KeptConflict
from baton.services.records import Receipt


class EntryIn(Body):
    """`POST /v1/gaps/{id}/entry`: what a person approves."""

    question: Line
    answer: str
    url: Line | None = None


class KeptIn(Body):
    """`POST /v1/kept-questions`"""

    question: Line
    expected: list[Short] = Field(default_factory=list, max_length=10)


async def conflicts(caller: Calling, desk: OurDesk) -> Json:
    """Passages that say different things of one matter, open ones first. Looked for anew where sources have changed."""
    found = await contradictions.compare(desk, caller)
    return Json({"items": [_conflict(one) for one in found], "next": None})


async def dismiss_conflict(key: str, request: Request, caller: Calling, desk: OurDesk) -> Json:
    """Say that two passages do not contradict each other."""

    async def command(_: Receipt | None) -> Answer:
        await contradictions.dismiss(desk, caller, key)
        return 200, {"key": key}

    return await once(request, caller, command, reserve=True)


async def gaps(caller: Calling, desk: OurDesk) -> Json:
    """Questions that the sources leave open, gathered from the log and grouped by meaning, most asked first."""
    return Json({"items": [_gap(gap) for gap in await gap_list.gather(desk, caller)], "next": None})


async def proposal(id: str, caller: Calling, desk: OurDesk) -> Json:
    """An entry that would close the gap, made of what a person replied, with what is personal blanked."""
    found = await gap_list.propose(desk, caller, id)
    return Json({"question": found.question, "answer": found.answer, "conversation_id": found.conversation_id})


async def approve(id: str, body: EntryIn, request: Request, caller: Calling, desk: OurDesk) -> Json:
    """Keep an entry that a person has read; the gap's questions are asked again, and say whether it is closed."""

    async def command(_: Receipt | None) -> Answer:
        entry = Entry(body.question, body.answer, body.url)
        return 200, {"gap": _gap(await gap_list.approve(desk, caller, id, entry))}

    return await once(request, caller, command, reserve=True)


async def dismiss_gap(id: str, request: Request, caller: Calling, desk: OurDesk) -> Json:
    """Say that a gap needs no answer."""

    async def command(_: Receipt | None) -> Answer:
        return 200, {"gap": _gap(await gap_list.dismiss(desk, caller, id))}

    return await once(request, caller, command, reserve=True)


async def kept(caller: Calling, desk: OurDesk) -> Json:
    """The questions that must keep working, with what came of them last."""
    return Json({"items": [_verdict(one) for one in await kept_questions.listed(desk, caller)], "next": None})


async def keep(body: KeptIn, request: Request, caller: Calling, desk: OurDesk) -> Json:
    """Put a question on the list, with the titles of documents that its answer must cite."""

    async def command(_: Receipt | None) -> Answer:
        made = await kept_questions.keep(desk, caller, body.question, tuple(body.expected))
        return 201, {"question": _verdict(made)}

    return await once(request, caller, command, reserve=True)


async def drop(id: str, request: Request, caller: Calling, desk: OurDesk) -> Json:
    """Take a question off the list."""

    async def command(_: Receipt | None) -> Answer:
        await kept_questions.drop(desk, caller, id)
        return 200, {"id": id}

    return await once(request, caller, command, reserve=True)


async def run(request: Request, caller: Calling, desk: OurDesk) -> Json:
    """Ask every question of the list again: what changed, what broke."""

    async def command(_: Receipt | None) -> Answer:
        return 200, {"items": [_verdict(one) for one in await kept_questions.run(desk, caller)]}

    return await once(request, caller, command, reserve=True)


def _conflict(one: KeptConflict) -> dict[str, Any]:
    return {
        "key": one.key,
        "kind": one.kind,
        "passages": [
            {"id": one.one_id, "title": one.one_title, "says": one.one_says},
            {"id": one.other_id, "title": one.other_title, "says": one.other_says},
        ],
        "found_at": one.found_at,
        "dismissed_by": one.dismissed_by,
        "dismissed_at": one.dismissed_at,
    }


def _gap(gap: Gap) -> dict[str, Any]:
    return {
        "id": gap.id,
        "state": gap.state,
        "created_at": gap.created_at,
        "settled_by": gap.settled_by,
        "settled_at": gap.settled_at,
        "asked": len(gap.questions),
        "conversations": len({question.conversation_id for question in gap.questions}),
        "questions": [
            {
                "conversation_id": question.conversation_id,
                "seq": question.seq,
                "text": question.text,
                "reason": question.reason,
                "at": question.at,
                "answered": question.answered,
            }
            for question in gap.questions[:50]
        ],
    }


def _verdict(verdict: Verdict) -> dict[str, Any]:
    one = verdict.question
    return {
        "id": one.id,
        "question": one.question,
        "expected": list(one.expected),
        "works": verdict.works,
        "change": verdict.change,
        "outcome": one.outcome,
        "outcome_at": one.outcome_at,
        "before": one.before,
    }
