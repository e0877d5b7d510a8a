"""Who looks at a conversation, and who writes in it: hints that are told, soon forgotten, and stored nowhere.

A node knows its own lookers and believes the others', each for as long as their node goes on saying so. What is told
is always the whole list, so that a frame which is lost is made good by the next one.
"""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable

import msgspec

from baton.core.actors import Actor, ActorKind
from baton.core.ids import TenantId
from baton.core.views import View, actor_view
from baton.services.ports.live import Topic

RENEW_SECONDS = 20.0
"""How often a node tells the others who looks at what there."""

BELIEVED_SECONDS = 50.0
"""How long another node is believed: two renewals may be lost. One that fell is forgotten after that."""

LONGEST_NAME = 60
"""Characters of a name on the line between nodes, which takes less than 8,000 bytes a note."""

Place = tuple[TenantId, str]
"""A tenant's conversation."""


class Look(msgspec.Struct, array_like=True, frozen=True, tag="look"):
    """An operator looks at a conversation on the node that says so, or no longer does."""

    tenant: str
    conversation: str
    operator: str
    name: str
    here: bool


class Writes(msgspec.Struct, array_like=True, frozen=True, tag="writes"):
    """Somebody writes in a conversation now. `sides` are those who may know; `note` is for the team alone."""

    tenant: str
    conversation: str
    kind: ActorKind
    id: str
    name: str
    sides: tuple[str, ...]
    note: bool


Hint = Look | Writes


class Presence:
    """The lookers and writers that this node knows of. `tell` sends a frame to whoever listens under a topic."""

    def __init__(self, tell: Callable[[Topic, View], None], clock: Callable[[], float] = time.monotonic) -> None:
        self._tell = tell
        self._clock = clock
        self._here: dict[Place, dict[str, tuple[str, int]]] = defaultdict(dict)
        self._elsewhere: dict[Place, dict[tuple[str, str], tuple[str, float]]] = defaultdict(dict)
        self._unsaid: dict[tuple[str, ...], Hint] = {}
        self._wake: Callable[[], None] = _nobody

    def tap(self, wake: Callable[[], None]) -> None:
        """Be called when there is something to tell the other nodes."""
        self._wake = wake

    def looks(self, tenant_id: TenantId, conversation_id: str, who: Actor) -> None:
        """An operator has opened a conversation in one more tab. Whoever looks at it is told, they themselves too."""
        place, id, name = (tenant_id, conversation_id), who.id or "", (who.name or "")[:LONGEST_NAME]
        _, tabs = self._here[place].get(id, (name, 0))
        self._here[place][id] = (name, tabs + 1)
        if tabs == 0:
            self._say(Look(tenant_id, conversation_id, id, name, True))
        self._show(place)

    def turns_away(self, tenant_id: TenantId, conversation_id: str, who: Actor) -> None:
        """An operator has closed a tab with a conversation, or opened another one there."""
        place, id = (tenant_id, conversation_id), who.id or ""
        name, tabs = self._here[place].pop(id, ("", 0))
        if tabs > 1:
            self._here[place][id] = (name, tabs - 1)
            return
        if not self._here[place]:
            del self._here[place]
        self._say(Look(tenant_id, conversation_id, id, name, False))
        self._show(place)

    def writes(
        self, tenant_id: TenantId, conversation_id: str, who: Actor, *, to: tuple[str, ...], note: bool = False
    ) -> None:
        """Tell the given sides of a conversation, on every node, that somebody writes there now."""
        hint = Writes(
            tenant_id, conversation_id, who.kind, who.id or "", (who.name or "")[:LONGEST_NAME], tuple(to), note
        )
        self._say(hint)
        self._show_writing(hint)

    def unsaid(self) -> list[Hint]:
        """What the other nodes have not been told yet; asked for once."""
        taken, self._unsaid = list(self._unsaid.values()), {}
        return taken

    def hear(self, node: str, hints: Iterable[Hint]) -> None:
        """Take what another node says."""
        for hint in hints:
            if isinstance(hint, Writes):
                self._show_writing(hint)
            else:
                self._believe(node, hint)

    def renew(self) -> None:
        """Say again who looks at what here, and forget those whose node has fallen silent."""
        for (tenant, conversation), people in self._here.items():
            for id, (name, _) in people.items():
                self._say(Look(tenant, conversation, id, name, True))
        now = self._clock()
        for place, people in list(self._elsewhere.items()):
            gone = [key for key, (_, until) in people.items() if until <= now]
            for key in gone:
                del people[key]
            if gone:
                self._show(place)
            if not people:
                del self._elsewhere[place]

    def _believe(self, node: str, look: Look) -> None:
        place, key = (TenantId(look.tenant), look.conversation), (node, look.operator)
        people = self._elsewhere[place]
        was_there = key in people
        if look.here:
            people[key] = (look.name, self._clock() + BELIEVED_SECONDS)
        else:
            people.pop(key, None)
        if not people:
            del self._elsewhere[place]
        if was_there != look.here:
            self._show(place)

    def _show(self, place: Place) -> None:
        tenant, conversation = place
        names = {operator: name for (_, operator), (name, _) in self._elsewhere.get(place, {}).items()}
        names |= {operator: name for operator, (name, _) in self._here.get(place, {}).items()}
        who = [
            {"kind": "operator", "id": id, "name": name}
            for id, name in sorted(names.items(), key=lambda one: one[::-1])
        ]
        self._tell((tenant, conversation, "team"), {"type": "looking", "id": conversation, "who": who})

    def _show_writing(self, hint: Writes) -> None:
        who = actor_view(Actor(hint.kind, hint.id or None, hint.name or None))
        frame: View = {"type": "typing", "id": hint.conversation, "who": who}
        for side in hint.sides:
            self._tell((hint.tenant, hint.conversation, side), frame | {"note": True} if hint.note else frame)

    def _say(self, hint: Hint) -> None:
        """Keep a hint for the next note; of several about one person in one place the last stands."""
        person = hint.operator if isinstance(hint, Look) else f"{hint.kind} {hint.id}"
        self._unsaid[type(hint).__name__, hint.tenant, hint.conversation, person] = hint
        self._wake()


def _nobody() -> None:
    """There is no line to other nodes."""
