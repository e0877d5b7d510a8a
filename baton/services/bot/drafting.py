"""A model may word the answer; the sources still have to prove it. Any failure of it is a signal, not an error."""

import asyncio
import logging
from dataclasses import dataclass, field, replace

from baton.core.answers.grounding import Grounding, Passage, Wording
from baton.core.conversation import Conversation
from baton.core.messages import Citation, MessageKind, Statement
from baton.core.policy.model import Policy
from baton.core.signals import Signal, SignalKind
from baton.core.statements.support import objection
from baton.services.bot.model_budget import USED_UP, is_used_up
from baton.services.bot.preview import Preview
from baton.services.desk import Desk
from baton.services.records import DraftRequest

log = logging.getLogger("baton.drafting")

TURNS = 8
"""Turns before this one that a model is shown."""

PASSAGES = 5
"""Passages that a model is shown."""

FAILED = "the model failed"
UNSUPPORTED = "no statement was supported by its sources"

Worded = tuple[Grounding, tuple[Signal, ...]]


async def worded_by_model(
    desk: Desk,
    conversation: Conversation,
    question: str,
    grounding: Grounding,
    *,
    policy: Policy,
    language: str | None,
    preview: Preview | None = None,
) -> Worded:
    """The grounding with the model's wording of it, each statement checked against the passages it cites.

    `preview` is shown the statements that have passed, as they come. Where the model fails, is too slow or says
    nothing that the sources support, the extractive grounding stays and a `model_failed` signal says why. Where the
    day's tokens are used up, it stays without one: the documents' own words are an answer too.
    """
    assert desk.model is not None  # noqa: S101 - asked by the caller
    if await is_used_up(desk, conversation.tenant_id, policy):
        return replace(grounding, wording=Wording(declined=USED_UP)), ()
    passages = tuple(hit.passage for hit in grounding.hits[:PASSAGES])
    turns = await _turns(desk, conversation)
    request = DraftRequest(question, turns, tuple(shown(p) for p in passages), language, policy.bot.tone)
    checked = _Checked(passages, language, preview)
    try:
        async with asyncio.timeout(desk.limits.answer_seconds):
            draft = await desk.model.draft(request, checked.hear if preview else None)
    except Exception as failed:  # whatever the model did, the customer gets a person
        log.warning("the model failed", exc_info=failed)
        return _declined(grounding, Wording(declined=FAILED), type(failed).__name__)
    await desk.store.model_use.add(conversation.tenant_id, desk.clock().date(), draft.tokens)
    for text, numbers in draft.statements[checked.count :]:
        checked.hear((text, numbers))
    wording = Wording(draft.model, draft.prompt, draft.tokens, tuple(checked.cut))
    if not checked.statements:
        return _declined(grounding, replace(wording, declined=UNSUPPORTED), UNSUPPORTED)
    said = replace(grounding, statements=tuple(checked.statements), citations=tuple(checked.cited.values()))
    return replace(said, wording=wording), ()


def shown(passage: Passage) -> str:
    """A passage as a model is shown it and as its statements are checked: led by what it stands under."""
    return "\n".join(part for part in (passage.title, passage.heading, passage.question, passage.text) if part)


def _declined(grounding: Grounding, wording: Wording, why: str) -> Worded:
    return replace(grounding, wording=wording), (Signal(SignalKind.MODEL_FAILED, 1.0, (why,)),)


async def _turns(desk: Desk, conversation: Conversation) -> tuple[tuple[str, str], ...]:
    said = await desk.store.messages.latest(conversation.tenant_id, conversation.id, limit=TURNS)
    return tuple((m.author.kind.value, m.text) for m in said if m.kind is not MessageKind.NOTE)


@dataclass(slots=True)
class _Checked:
    """A draft's statements as they come: those that the passages support, and those that were cut."""

    passages: tuple[Passage, ...]
    language: str | None
    preview: Preview | None
    count: int = 0
    cited: dict[int, Citation] = field(default_factory=dict[int, Citation])
    statements: list[Statement] = field(default_factory=list[Statement])
    cut: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])

    def hear(self, said: tuple[str, tuple[int, ...]]) -> None:
        """Check the next statement."""
        self.count += 1
        text, numbers = said
        sources = [n for n in dict.fromkeys(numbers) if 0 < n <= len(self.passages)]
        beside = " ".join(one.text for one in self.statements)
        why = objection(text, [shown(self.passages[n - 1]) for n in sources], language=self.language, beside=beside)
        if why is not None:
            self.cut.append((text, why))
            return
        for n in sources:
            self.cited.setdefault(n, _citation(len(self.cited) + 1, self.passages[n - 1]))
        self.statements.append(Statement(text, tuple(self.cited[n].n for n in sources)))
        if self.preview is not None:
            self.preview.show(tuple(self.statements))


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
