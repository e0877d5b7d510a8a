"""A packet improved by a model, after its handoff and beside everything else: asked once, checked, kept or left alone.

What the program froze is never touched. Whatever the model does, the packet that is there stays.
"""

import asyncio
import logging
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import Any

from baton.core.actors import SYSTEM, ActorKind
from baton.core.copy import catalogue
from baton.core.events import Event, EventKind
from baton.core.ids import ConversationId, HandoffId, TenantId
from baton.core.messages import Message, MessageKind
from baton.core.packet.draft import Evidence, Improvement, checked, language_of
from baton.core.packet.frozen import FORM
from baton.core.packet.improved import cited, evidence, kept, spoken
from baton.core.packet.view import desk_words
from baton.core.policy.masks import hidden_in
from baton.core.policy.model import Policy
from baton.core.redaction import NEVER_SHOWN, marker
from baton.core.redaction.reader import Reader
from baton.services.bot.model_budget import USED_UP, is_used_up
from baton.services.desk import Desk
from baton.services.ports.improvements import DueImprovement, PacketRequest, PacketWords, PacketWriter
from baton.services.records import FrozenPacket

log = logging.getLogger("baton.improving")

WITHIN = timedelta(minutes=10)
"""How old a handoff may be: later somebody has read the packet that is there."""

LEASE = timedelta(seconds=90)
"""After which another node takes over from one that fell. The model is given less."""

ATTEMPTS = 2
"""Nodes that may fall over one packet. A model that fails is not asked again."""


class Outcome(StrEnum):
    """What came of it."""

    IMPROVED = "improved"
    SWITCHED_OFF = "switched_off"
    USED_UP = "used_up"
    FAILED = "failed"
    NONSENSE = "nonsense"
    UNSUPPORTED = "unsupported"
    MOVED_ON = "moved_on"


_WHY = {
    Outcome.USED_UP: USED_UP,
    Outcome.FAILED: "the model could not be asked",
    Outcome.NONSENSE: "the model's reply had another form",
    Outcome.UNSUPPORTED: "nothing that the model wrote was supported",
}


@dataclass(frozen=True, slots=True)
class Improved:
    """What came of one packet: the tokens that it took, and the sentences that were cut."""

    outcome: Outcome
    tokens: int = 0
    cut: int = 0


async def due(desk: Desk, limit: int) -> list[DueImprovement]:
    """Handoffs that the model may be asked about now, the oldest first."""
    found = await desk.store.packet_improvements.due(desk.clock(), within=WITHIN, attempts=ATTEMPTS, limit=limit)
    return list(found)


async def improve(desk: Desk, writer: PacketWriter, one: DueImprovement) -> Improved | None:
    """Ask the model about one packet and keep what holds. None where somebody else does."""
    now, lease = desk.clock(), desk.ids.secret("lse_")
    if not await desk.store.packet_improvements.begin(
        one.tenant_id, one.handoff_id, lease, at=now, until=now + LEASE, attempts=ATTEMPTS
    ):
        return None
    return await _Work(desk, writer, one, lease).run()


@dataclass(frozen=True, slots=True)
class _Case:
    """What is known of a handoff, as an operator of its queue may see it, in the customer's language."""

    said: tuple[Message, ...]
    reader: Reader
    evidence: Evidence

    def request(self, policy: Policy) -> PacketRequest:
        """What the model is shown of it."""
        return PacketRequest(
            turns=tuple((who.value, text) for who, text in spoken(self.said, self.reader)),
            passages=cited(self.said, self.reader),
            packet=self.evidence.packet,
            customer=self.evidence.name,
            language=self.evidence.language,
            tone=policy.bot.tone,
        )


def _case(found: FrozenPacket, policy: Policy, said: tuple[Message, ...]) -> _Case:
    theirs = [one.text for one in said if one.author.kind is ActorKind.CUSTOMER]
    language = language_of(theirs, found.data["language"])
    # What nobody is shown no model is shown either, whatever the queue says.
    reader = Reader(catalogue(language), hidden_in(policy, found.queue) | NEVER_SHOWN)
    told = desk_words(found.data, reader)
    return _Case(said, reader, evidence(said, found.data, reader, language=language, told=told))


@dataclass(slots=True)
class _Work:
    """One packet whose lease is held here."""

    desk: Desk
    writer: PacketWriter
    one: DueImprovement
    lease: str
    tokens: int = 0
    cut: list[dict[str, str]] = field(default_factory=list[dict[str, str]])

    async def run(self) -> Improved:
        found = await self.desk.store.handoffs.packet(
            self.one.tenant_id, self.one.conversation_id, handoff=self.one.handoff_id
        )
        policy = await self.desk.policies.of(self.one.tenant_id)
        if found is None or found.data.get("form") != FORM or not policy.model.packets:
            return await self._end(Outcome.SWITCHED_OFF)
        if await is_used_up(self.desk, self.one.tenant_id, policy):
            return await self._failed(Outcome.USED_UP)
        said = await self._said(found)
        case = _case(found, policy, said)
        words = await self._asked(case, policy)
        if words is None:
            return await self._failed(Outcome.FAILED)
        if words.draft is None:
            return await self._failed(Outcome.NONSENSE, words)
        # The check reads every sentence of the transcript, which nobody else's message should wait for.
        better = await asyncio.to_thread(checked, words.draft, case.evidence)
        self.cut = [{"part": part, "text": text, "why": why} for part, text, why in better.cut]
        if better.is_empty:
            return await self._failed(Outcome.UNSUPPORTED, words)
        return await self._keep(better, words, case)

    async def _said(self, found: FrozenPacket) -> tuple[Message, ...]:
        """What had been said when the packet was frozen."""
        latest = await self.desk.store.messages.latest(
            self.one.tenant_id, self.one.conversation_id, limit=self.desk.limits.packet_messages
        )
        spoke = (one for one in latest if one.kind not in (MessageKind.NOTE, MessageKind.NOTICE))
        return tuple(one for one in spoke if one.at <= found.opened_at)

    async def _asked(self, case: "_Case", policy: Policy) -> PacketWords | None:
        try:
            async with asyncio.timeout(self.desk.limits.packet_seconds):
                words = await self.writer.write_packet(case.request(policy))
        except Exception as failed:  # whatever the model did, the packet that is there stays
            log.warning("the model failed on a packet", exc_info=failed)
            return None
        self.tokens = words.tokens
        await self.desk.store.model_use.add(self.one.tenant_id, self.desk.clock().date(), words.tokens)
        return words

    async def _keep(self, better: Improvement, words: PacketWords, case: "_Case") -> Improved:
        marks = marker(case.said)
        data = kept(better, language=case.evidence.language, hidden=case.reader.hidden, marks=marks)
        event = self._event(EventKind.PACKET_IMPROVED, words, by="model", version=2)
        return await self._tell(Outcome.IMPROVED, event, data)

    async def _failed(self, outcome: Outcome, words: PacketWords | None = None) -> Improved:
        return await self._tell(outcome, self._event(EventKind.IMPROVEMENT_FAILED, words, why=_WHY[outcome]))

    async def _tell(self, outcome: Outcome, event: Event, improved: dict[str, Any] | None = None) -> Improved:
        store = self.desk.store.packet_improvements
        saved = await store.keep(*self._key, outcome=outcome.value, event=event, improved=improved)
        if saved is None:
            return await self._end(Outcome.MOVED_ON)
        self.desk.live.publish(saved)
        return Improved(outcome, self.tokens, len(self.cut))

    async def _end(self, outcome: Outcome) -> Improved:
        store = self.desk.store.packet_improvements
        at = self.desk.clock()
        await store.end(self.one.tenant_id, self.one.handoff_id, self.lease, outcome=outcome.value, at=at)
        return Improved(outcome, self.tokens, len(self.cut))

    @property
    def _key(self) -> tuple[TenantId, ConversationId, HandoffId, str]:
        return self.one.tenant_id, self.one.conversation_id, self.one.handoff_id, self.lease

    def _event(self, kind: EventKind, words: PacketWords | None, **more: Any) -> Event:
        data = {"handoff_id": self.one.handoff_id, **more}
        if words is not None:
            data |= {"model": words.model, "prompt": words.prompt, "tokens": words.tokens, "cut": self.cut}
        return Event(kind, SYSTEM, self.desk.clock(), data)
