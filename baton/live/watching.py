"""What one tab does besides listening: it has conversations open, and somebody writes in them."""

import time

from baton.core.actors import Actor, ActorKind, Caller
from baton.core.ids import ConversationId
from baton.live.presence import Presence
from baton.services.access import find
from baton.services.desk import Desk

TYPING_SECONDS = 1.0
"""One `typing` a second and conversation is told on; a page sends one in three."""


class Watching:
    """The conversations that a tab has open, and when its person was last said to write."""

    __slots__ = ("_caller", "_desk", "_open", "_presence", "_wrote")

    def __init__(self, desk: Desk, caller: Caller, presence: Presence) -> None:
        self._desk = desk
        self._caller = caller
        self._presence = presence
        self._open: tuple[str, ...] = ()
        self._wrote: tuple[str, float] = ("", 0.0)

    def opened(self, id: str) -> None:
        """The tab listens to a conversation that its person may see: an operator looks at it from now on."""
        if self._caller.actor.operator_id and id and id not in self._open:
            self._open += (id,)
            self._presence.looks(self._caller.tenant_id, id, self._caller.actor)

    def closed(self, id: str) -> None:
        """The tab no longer listens to a conversation."""
        if id in self._open:
            self._open = tuple(one for one in self._open if one != id)
            self._presence.turns_away(self._caller.tenant_id, id, self._caller.actor)

    def gone(self) -> None:
        """The tab was closed."""
        for id in self._open:
            self.closed(id)

    async def writes(self, id: str, *, note: bool) -> None:
        """Tell who writes. The customer sees whoever holds the baton write; a colleague or a note only the team."""
        caller, now = self._caller, time.monotonic()
        id = caller.conversation_id or id
        place, at = self._wrote
        if place == id and now - at < TYPING_SECONDS:
            return
        self._wrote = (id, now)
        if caller.conversation_id is not None:
            customer = Actor(ActorKind.CUSTOMER, caller.actor.id)
            self._presence.writes(caller.tenant_id, id, customer, to=("team",))
        elif id in self._open:
            conversation, _ = await find(self._desk, caller, ConversationId(id))
            is_holder = not note and conversation.owner.id == caller.actor.id
            sides = ("customer", "team") if is_holder else ("team",)
            self._presence.writes(caller.tenant_id, id, caller.actor, to=sides, note=note)
