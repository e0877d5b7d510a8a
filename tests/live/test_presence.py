"""Who looks and who writes, on one node and on several."""

from typing import Any

from baton.core.actors import Actor, ActorKind
from baton.core.ids import TenantId
from baton.live.presence import BELIEVED_SECONDS, Presence

TENANT = TenantId("ten_1")
DANA = Actor(ActorKind.OPERATOR, "opr_1", "Dana")
SAM = Actor(ActorKind.OPERATOR, "opr_2", "Sam")


class Node:
    """One node with what its listeners were told, and a clock of its own."""

    def __init__(self) -> None:
        self.told: list[tuple[str, dict[str, Any]]] = []
        self.now = 0.0
        self.presence = Presence(lambda topic, view: self.told.append((topic[2], view)), lambda: self.now)

    def says_to(self, other: "Node", name: str = "a") -> None:
        other.presence.hear(name, self.presence.unsaid())

    @property
    def names(self) -> list[str]:
        """The lookers that the last frame named."""
        looking = [view for _, view in self.told if view["type"] == "looking"]
        return [who["name"] for who in looking[-1]["who"]]


def test_a_looker_is_shown_once_however_many_tabs_they_have_open():
    node = Node()
    node.presence.looks(TENANT, "cnv_1", DANA)
    node.presence.looks(TENANT, "cnv_1", DANA)
    node.presence.looks(TENANT, "cnv_1", SAM)
    assert node.names == ["Dana", "Sam"]
    node.presence.turns_away(TENANT, "cnv_1", DANA)
    assert node.names == ["Dana", "Sam"]
    node.presence.turns_away(TENANT, "cnv_1", DANA)
    assert node.names == ["Sam"]


def test_lookers_and_writers_on_one_node_are_seen_on_another():
    here, there = Node(), Node()
    there.presence.looks(TENANT, "cnv_1", SAM)
    here.presence.looks(TENANT, "cnv_1", DANA)
    here.presence.writes(TENANT, "cnv_1", DANA, to=("team",))
    here.says_to(there)
    assert there.names == ["Dana", "Sam"]
    assert ("team", {"type": "typing", "id": "cnv_1", "who": {"kind": "operator", "id": "opr_1", "name": "Dana"}}) in (
        there.told
    )
    here.presence.turns_away(TENANT, "cnv_1", DANA)
    here.says_to(there)
    assert there.names == ["Sam"]


def test_what_a_node_was_told_is_not_told_on():
    here, there = Node(), Node()
    here.presence.looks(TENANT, "cnv_1", DANA)
    here.says_to(there)
    assert there.presence.unsaid() == []


def test_the_lookers_of_a_node_that_fell_silent_are_forgotten_and_those_of_one_that_renews_stay():
    fell, stays, there = Node(), Node(), Node()
    fell.presence.looks(TENANT, "cnv_1", DANA)
    stays.presence.looks(TENANT, "cnv_1", SAM)
    fell.says_to(there, "fell")
    stays.says_to(there, "stays")
    there.now = BELIEVED_SECONDS - 1
    stays.presence.renew()
    stays.says_to(there, "stays")
    there.now = BELIEVED_SECONDS
    there.presence.renew()
    assert there.names == ["Sam"]


def test_hints_about_one_person_in_one_place_are_told_as_one():
    node = Node()
    for _ in range(20):
        node.presence.looks(TENANT, "cnv_1", DANA)
        node.presence.turns_away(TENANT, "cnv_1", DANA)
        node.presence.writes(TENANT, "cnv_1", SAM, to=("team",))
    assert [type(one).__name__ for one in node.presence.unsaid()] == ["Look", "Writes"]


def test_a_note_is_written_for_the_team_alone():
    node = Node()
    node.presence.writes(TENANT, "cnv_1", DANA, to=("team",), note=True)
    assert [(side, view["note"]) for side, view in node.told] == [("team", True)]
