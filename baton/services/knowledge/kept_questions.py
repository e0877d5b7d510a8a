"""The questions that must keep working: a list that is asked again after each change, to see what changed and broke."""

from dataclasses import dataclass, replace
from typing import Any

from baton.core.actors import Caller, Role
from baton.core.errors import Invalid, NotFound
from baton.services.access import require
from baton.services.bot.bench import ask
from baton.services.desk import Desk
from baton.services.ports.learning import KeptQuestion

MOST = 100
"""Questions of the list. Thirty are what a launch needs; a hundred still run in a few seconds."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a question stands: `works` is None before it was asked; `change` is "", "changed", "broke" or "mended"."""

    question: KeptQuestion
    works: bool | None
    change: str


async def listed(desk: Desk, caller: Caller) -> tuple[Verdict, ...]:
    """The list with what came of it last."""
    require(caller, Role.ADMIN)
    return tuple(_verdict(question) for question in await desk.store.gaps.questions(caller.tenant_id))


async def keep(desk: Desk, caller: Caller, question: str, expected: tuple[str, ...]) -> Verdict:
    """Put a question on the list; `expected` are titles of documents that its answer must cite, any where empty."""
    require(caller, Role.ADMIN)
    had = await desk.store.gaps.questions(caller.tenant_id)
    text = " ".join(question.split())
    if len(had) >= MOST:
        raise Invalid(f"The list has {MOST} questions. Take one off first.")
    if any(one.question.casefold() == text.casefold() for one in had):
        raise Invalid("This question is on the list already.")
    kept = KeptQuestion(desk.ids.new("question"), text, expected, desk.clock())
    kept = await _asked(desk, caller, kept)
    return _verdict(kept)


async def drop(desk: Desk, caller: Caller, id: str) -> None:
    """Take a question off the list. Raises NotFound."""
    require(caller, Role.ADMIN)
    if not await desk.store.gaps.drop_question(caller.tenant_id, id):
        raise NotFound("This question is not on the list.")


async def run(desk: Desk, caller: Caller) -> tuple[Verdict, ...]:
    """Ask every question of the list again."""
    require(caller, Role.ADMIN)
    kept = await desk.store.gaps.questions(caller.tenant_id)
    return tuple([_verdict(await _asked(desk, caller, question)) for question in kept])


def works(outcome: dict[str, Any] | None, expected: tuple[str, ...]) -> bool | None:
    """Whether it was answered, and from the documents it should be."""
    if outcome is None:
        return None
    return outcome["kind"] == "answer" and set(expected) <= set(outcome["cites"])


async def _asked(desk: Desk, caller: Caller, kept: KeptQuestion) -> KeptQuestion:
    found = await ask(desk, caller, kept.question)
    outcome: dict[str, Any] = {
        "kind": found["decision"]["kind"],
        "reason": found["decision"]["reason"],
        "rule": found["decision"]["rule"],
        "answer": found["answer"]["text"] if found["answer"] else "",
        "cites": [citation["title"] for citation in found["citations"]],
        "confidence": found["confidence"],
    }
    kept = replace(kept, outcome=outcome, outcome_at=desk.clock(), before=kept.outcome)
    await desk.store.gaps.keep_question(caller.tenant_id, kept)
    return kept


def _verdict(kept: KeptQuestion) -> Verdict:
    now, worked = works(kept.outcome, kept.expected), works(kept.before, kept.expected)
    if worked is None or now is None:
        return Verdict(kept, now, "")
    if now != worked:
        return Verdict(kept, now, "mended" if now else "broke")
    told = ("kind", "answer", "cites")
    same = all((kept.outcome or {}).get(key) == (kept.before or {}).get(key) for key in told)
    return Verdict(kept, now, "" if same else "changed")
