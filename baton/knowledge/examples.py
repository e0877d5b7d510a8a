"""Queues and topics told by examples: the messages of a policy are taught to the classifier that entries are taught to.

A message like a topic's examples is about that topic; a message like anything's examples has a queue where it would go.
"""

import asyncio
from collections import OrderedDict
from dataclasses import dataclass

from baton.core.judging.judgement import LIKELY
from baton.core.policy.model import Example, Policy
from baton.core.reading.tokens import guess_language
from baton.core.signals import Signal, SignalKind
from baton.knowledge.scope import Scope, Wording, fit

SURE = 0.5
"""Likelihood from which a message is about the topic whose examples it is like."""

KEPT = 64
"""Policies whose examples are kept learnt, those used last."""


@dataclass(frozen=True, slots=True)
class Examples:
    """What the examples of one policy taught. `of` holds one of each queue's and topic's."""

    scope: Scope
    of: dict[str, Example]

    def alike(self, text: str, *, before: str = "", language: str | None = None) -> tuple[Signal, ...]:
        """The topic that the message is about, and the queue where it would go, by the examples that it is like.

        Where the message itself is like none, its queue is that of the customer's earlier words, `before`.
        """
        about = self._aim(text, language)
        if about is None:
            earlier = self._aim(before, language) if before else None
            return (_looks_like(*earlier),) if earlier else ()
        example, likely, sure = about
        if example.topic is None or sure < SURE:
            return (_looks_like(example, likely, sure),)
        evidence = (f"like the examples of {example.topic.replace('_', ' ')}",)
        topic = Signal(SignalKind.POLICY_TOPIC, round(sure, 3), evidence, example.topic)
        return topic, _looks_like(example, likely, sure)

    def _aim(self, text: str, language: str | None) -> tuple[Example, float, float] | None:
        aim = self.scope.aim(text, language=language, limit=1)
        return (self.of[aim.labels[0][0]], aim.in_scope, aim.sure) if aim.in_scope >= LIKELY else None


def learn(policy: Policy) -> Examples | None:
    """What the policy's examples teach; None where fewer than two queues and topics have any. Takes up to seconds."""
    examples = policy.ready.examples
    scope = fit([Wording(one.text, one.label, guess_language(one.text)) for one in examples])
    return Examples(scope, {one.label: one for one in examples}) if scope else None


class Taught:
    """The examples of the policies in force, learnt in a thread when they are first asked for."""

    def __init__(self) -> None:
        self._learnt: OrderedDict[str, asyncio.Task[Examples | None]] = OrderedDict()

    async def alike(
        self, policy: Policy, text: str, *, before: str = "", language: str | None = None
    ) -> tuple[Signal, ...]:
        """The signals of a message by the policy's examples."""
        examples = await self._of(policy)
        return examples.alike(text, before=before, language=language) if examples else ()

    async def learn(self, policy: Policy) -> None:
        """Learn the examples of a policy before the first message asks for them."""
        await self._of(policy)

    async def _of(self, policy: Policy) -> Examples | None:
        digest = policy.ready.examples_digest
        if not digest:
            return None
        task = self._learnt.get(digest)
        if task is None or (task.done() and (task.cancelled() or task.exception())):
            task = self._learnt[digest] = asyncio.create_task(asyncio.to_thread(learn, policy))
        self._learnt.move_to_end(digest)
        while len(self._learnt) > KEPT:
            self._learnt.popitem(last=False)
        return await asyncio.shield(task)


def _looks_like(example: Example, likely: float, sure: float) -> Signal:
    evidence = (f"like the examples of {(example.topic or example.queue).replace('_', ' ')}",)
    return Signal(SignalKind.LOOKS_LIKE, round(likely * sure, 3), evidence, example.queue)
