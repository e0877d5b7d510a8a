"""Who listens to what on this node, and the fan-out of what was committed.

An event is encoded once per audience, whatever the number of listeners. The team's view and the customer's are
separate topics, so nothing that a customer may not see is ever sent to them to be hidden.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, Protocol

import msgspec

from baton.core.conversation import Conversation
from baton.core.events import Event
from baton.core.ids import OperatorId, TenantId
from baton.core.messages import Audience
from baton.core.redaction.reader import STRICT, Reader
from baton.core.views import Standing, event_view
from baton.live.presence import Presence
from baton.services.ports.live import Listener, Topic
from baton.services.records import LoggedEvent, Saved

encode = msgspec.json.Encoder().encode


class Tab(Protocol):
    """A page that an operator has open. `recheck` closes it where they may no longer see it; it never blocks."""

    def recheck(self) -> None: ...


Readers = Callable[[TenantId, str | None], Reader]
"""Who reads for a company's team of a conversation in a queue."""


def _nobody_known(tenant_id: TenantId, queue: str | None) -> Reader:  # noqa: ARG001 - whoever it is
    return STRICT


class Hub:
    """The listeners of one node. `readers` say what is masked for the team."""

    def __init__(self, readers: Readers = _nobody_known) -> None:
        self._readers = readers
        self._listeners: dict[Topic, set[Listener]] = defaultdict(set)
        self._operators: dict[tuple[TenantId, OperatorId], set[Tab]] = defaultdict(set)
        self._heard: set[tuple[TenantId, OperatorId]] = set()
        self._taps: list[Callable[[Saved], None]] = []
        self._recheck_taps: list[Callable[[TenantId, OperatorId], None]] = []
        self._forget: Callable[[], None] = _nothing
        self.pushed = 0
        self.presence = Presence(self._hint)

    def publish(self, saved: Saved) -> None:
        """Tell everyone on this node, and the relay, which tells the other nodes."""
        standing = Standing.of(saved.conversation)
        tenant = saved.conversation.tenant_id
        for event in saved.events:
            self._fan_out(tenant, event, standing)
        for tap in self._taps:
            tap(saved)

    def replay(self, tenant_id: TenantId, logged: Iterable[LoggedEvent]) -> None:
        """Tell everyone on this node what another node committed."""
        for one in logged:
            self._fan_out(tenant_id, one.event, one.standing)

    def tap(self, tap: Callable[[Saved], None]) -> None:
        """Be called after each local commit."""
        self._taps.append(tap)

    def is_listened_to(self, tenant_id: TenantId, conversation_id: str) -> bool:
        """Whether anyone on this node would be told of an event there."""
        topics = (
            (tenant_id, "", "team"),
            (tenant_id, conversation_id, "team"),
            (tenant_id, conversation_id, "customer"),
        )
        return any(self._listeners.get(topic) for topic in topics)

    def trust(self, forget: Callable[[], None]) -> None:
        """Call this before anybody's rights are asked for anew: who was recognised a moment ago may be so no more."""
        self._forget = forget

    def recheck(self, tenant_id: TenantId, operator_id: OperatorId) -> None:
        """Ask anew what somebody of the team may do, here and on the other nodes."""
        self.recheck_here(tenant_id, operator_id)
        for tap in self._recheck_taps:
            tap(tenant_id, operator_id)

    def recheck_here(self, tenant_id: TenantId, operator_id: OperatorId) -> None:
        """The same on this node alone."""
        self._forget()
        for tab in tuple(self._operators.get((tenant_id, operator_id), ())):
            tab.recheck()

    def tap_rechecks(self, tap: Callable[[TenantId, OperatorId], None]) -> None:
        """Be told whose rights are asked for anew."""
        self._recheck_taps.append(tap)

    def everyone_is_behind(self) -> None:
        """The line to the other nodes was down: whoever listens has to catch up over HTTP, and nobody is trusted on
        what was known of them before.
        """
        self._forget()
        for (_, conversation_id, _), listeners in list(self._listeners.items()):
            frame = encode(behind(conversation_id or None))
            for listener in tuple(listeners):
                listener.tell(frame)

    def preview(self, conversation: Conversation, seq: int, text: str) -> None:
        """Show both sides what the bot has of its answer to message `seq` so far; an empty text withdraws it."""
        view = {"type": "draft", "id": conversation.id, "reply_to": seq, "version": conversation.version, "text": text}
        for side in ("customer", "team"):
            self._hint((conversation.tenant_id, conversation.id, side), view)

    def subscribe(self, topic: Topic, listener: Listener) -> None:
        """Begin to tell the listener what happens under a topic. Authorise before."""
        self._listeners[topic].add(listener)

    def unsubscribe(self, topic: Topic, listener: Listener) -> None:
        """Stop telling."""
        listeners = self._listeners.get(topic)
        if listeners is not None:
            listeners.discard(listener)
            if not listeners:
                del self._listeners[topic]

    def arrived(self, tenant_id: TenantId, operator_id: OperatorId, tab: Tab) -> None:
        """An operator has the inbox open in one more tab."""
        self._operators[tenant_id, operator_id].add(tab)

    def left(self, tenant_id: TenantId, operator_id: OperatorId, tab: Tab) -> None:
        """An operator closed a tab."""
        tabs = self._operators.get((tenant_id, operator_id), set())
        tabs.discard(tab)
        if not tabs:
            self._operators.pop((tenant_id, operator_id), None)

    def here(self) -> dict[TenantId, tuple[OperatorId, ...]]:
        """The operators connected to this node, by tenant."""
        return _by_tenant(self._operators)

    def heard(self, tenant_id: TenantId, operator_id: OperatorId) -> None:
        """An operator asked for something over HTTP."""
        self._heard.add((tenant_id, operator_id))

    def heard_lately(self) -> dict[TenantId, tuple[OperatorId, ...]]:
        """The operators heard of over HTTP since this was last asked."""
        heard, self._heard = self._heard, set()
        return _by_tenant(heard)

    def _fan_out(self, tenant: TenantId, event: Event, standing: Standing) -> None:
        conversation_id = standing.conversation_id or ""
        team = {
            *self._listeners.get((tenant, "", "team"), ()),
            *self._listeners.get((tenant, conversation_id, "team"), ()),
        }
        if team:
            reader = self._readers(tenant, standing.queue)
            self._tell(team, event_view(event, standing, team=True, reader=reader))
        customers = self._listeners.get((tenant, conversation_id, "customer"))
        if customers and event.audience is Audience.EVERYONE:
            self._tell(tuple(customers), event_view(event, standing, team=False))

    def _hint(self, topic: Topic, view: dict[str, Any]) -> None:
        listeners = tuple(self._listeners.get(topic, ()))
        frame = encode(view) if listeners else b""
        for listener in listeners:
            listener.tell(frame)

    def _tell(self, listeners: Iterable[Listener], view: dict[str, Any]) -> None:
        frame = encode({"type": "event", "event": view})
        for listener in listeners:
            listener.tell(frame)
            self.pushed += 1


def _nothing() -> None:
    """Nobody is recognised on this node."""


def _by_tenant(people: Iterable[tuple[TenantId, OperatorId]]) -> dict[TenantId, tuple[OperatorId, ...]]:
    found: dict[TenantId, list[OperatorId]] = defaultdict(list)
    for tenant_id, operator_id in people:
        found[tenant_id].append(operator_id)
    return {tenant_id: tuple(operators) for tenant_id, operators in found.items()}


def behind(conversation_id: str | None) -> dict[str, Any]:
    """The frame that tells a listener to catch up over HTTP."""
    if conversation_id is None:
        return {"type": "behind", "topic": "inbox"}
    return {"type": "behind", "topic": "conversation", "id": conversation_id}
