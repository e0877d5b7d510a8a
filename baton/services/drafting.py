"""A model may word the answer; the sources still have to prove it. Any failure of it is a signal, not an error."""

import asyncio
import logging
from dataclasses import replace

from baton.core.conversation import Conversation
from baton.core.grounding import Grounding, Passage
from baton.core.messages import Citation, MessageKind, Statement
from baton.core.policy.model import Policy
from baton.core.signals import Signal, SignalKind
from baton.core.support import is_supported
from baton.services.desk import Desk
from baton.services.records import Draft, DraftRequest

log = logging.getLogger("baton.drafting")

TURNS = 8
"""Turns before this one that a model is shown."""

PASSAGES = 5
"""Passages that a model is shown."""


async def worded_by_model(
    desk: Desk, conversation: Conversation, question: str, grounding: Grounding, *, policy: Policy, language: str | None
) -> tuple[Grounding, tuple[Signal, ...]]:
    """The grounding with the model's wording of it, each statement checked against the passages it cites.

    Where the model fails, is too slow or says nothing that the sources support, the extractive grounding stays and
    a `model_failed` signal says why.
    """
    assert desk.model is not None  # noqa: S101 - asked by the caller
    passages = tuple(hit.passage for hit in grounding.hits[:PASSAGES])
    turns = await _turns(desk, conversation)
    request = DraftRequest(question, turns, tuple(shown(p) for p in passages), language, policy.bot.tone)
    try:
        async with asyncio.timeout(desk.limits.answer_seconds):
            draft = await desk.model.draft(request)
    except Exception as failed:  # whatever the model did, the customer gets a person
        log.warning("the model failed", exc_info=failed)
        return grounding, (Signal(SignalKind.MODEL_FAILED, 1.0, (type(failed).__name__,)),)
    worded = _checked(draft, grounding, language)
    if not worded.statements:
        return grounding, (Signal(SignalKind.MODEL_FAILED, 1.0, ("no statement was supported by its sources",)),)
    return worded, ()


def shown(passage: Passage) -> str:
    """A passage as a model is shown it and as its statements are checked: led by what it stands under."""
    return "\n".join(part for part in (passage.title, passage.heading, passage.question, passage.text) if part)


async def _turns(desk: Desk, conversation: Conversation) -> tuple[tuple[str, str], ...]:
    said = await desk.store.messages.latest(conversation.tenant_id, conversation.id, limit=TURNS)
    return tuple((m.author.kind.value, m.text) for m in said if m.kind is not MessageKind.NOTE)


def _checked(draft: Draft, grounding: Grounding, language: str | None) -> Grounding:
    passages = [hit.passage for hit in grounding.hits[:PASSAGES]]
    cited: dict[int, Citation] = {}
    statements: list[Statement] = []
    for text, numbers in draft.statements:
        sources = [n for n in numbers if 0 < n <= len(passages)]
        if not is_supported(text, [shown(passages[n - 1]) for n in sources], language=language):
            continue
        for n in sources:
            cited.setdefault(n, _citation(len(cited) + 1, passages[n - 1]))
        statements.append(Statement(text, tuple(cited[n].n for n in sources)))
    return replace(grounding, statements=tuple(statements), citations=tuple(cited.values()))


def _citation(n: int, passage: Passage) -> Citation:
    return Citation(
        n,
        passage.id,
        passage.source_id,
        passage.title,
        passage.heading,
        passage.url,
        passage.text[:300],
        passage.version,
    )
