"""Why this person, and why one still waits."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from builders import NOW
from waiting_room import ago, need, operator

from baton.core.ids import OperatorId
from baton.core.policy.queue import Relax
from baton.core.routing.choosing import choose
from baton.core.routing.explain import Around, Why, why_chosen, why_waiting
from baton.core.routing.need import Refusal

SAM = operator("sam")
LAW = {"law": 2}


@pytest.mark.parametrize(
    ("dana", "waiting", "code"),
    [
        (operator("dana", load=4), need(), Why.ONLY_ONE),
        (operator("dana", idle=9), need(waited=99, refused={"dana": Refusal(1, ago(90))}), Why.OTHERS_REFUSED),
        (operator("dana", idle=9), need(knows="sam"), Why.KNOWS_CUSTOMER),
        (operator("dana", idle=9, skills=LAW), need(), Why.RARE_SKILLS_KEPT_FREE),
        (operator("dana", idle=9, load=1), need(), Why.LEAST_LOADED),
        (operator("tom"), need(), Why.LONGEST_IDLE),
    ],
)
def test_a_choice_is_explained_by_the_first_thing_that_told_the_two_apart(dana, waiting, code) -> None:
    assert choose(waiting, [dana, SAM], NOW) == SAM
    cause = why_chosen(waiting, SAM, [dana, SAM], NOW)
    assert cause.code is code
    assert "Sam" in cause.says


FULL = operator("dana", load=4)
REFUSED = {OperatorId("dana"): Refusal(2, ago(30))}
OTHERS = Around(waiting=[need("x", waited=30), need("y", waited=20), need("z")])


@pytest.mark.parametrize(
    ("waiting", "people", "around", "says"),
    [
        (need(), [], Around(), "No operator is here and available."),
        (need(skills=LAW), [SAM], Around(), "Nobody here has law at level 2."),
        (
            need(skills={**LAW, "tax": 1}, language="tr"),
            [operator("sam", languages=("en",), skills={"law": 1})],
            Around(),
            "Nobody here has law at level 2, tax at level 1 and the language tr.",
        ),
        (need(region="eu"), [operator("sam", regions=("us",))], Around(), "Nobody here has the region eu."),
        (need(weight=9), [SAM], Around(), "Nobody here has a capacity of 9."),
        (
            need(skills={"law": 1, "tax": 1}),
            [operator("sam", skills={"law": 1}), operator("dana", skills={"tax": 1})],
            Around(),
            "Nobody here has everything it asks for together.",
        ),
        (need(), [FULL], Around(), "Dana, the only one here who could take it, has no room now."),
        (
            need(),
            [FULL, operator("sam", load=4)],
            Around(free_at=NOW + timedelta(minutes=4)),
            "All who could take it have no room now. Somebody should be free at about 10:04.",
        ),
        (
            need(),
            [SAM],
            Around(offered_to="Dana", offered_until=NOW + timedelta(seconds=30)),
            "It is offered to Dana until 10:00:30.",
        ),
        (
            need(),
            [SAM],
            Around(is_open=False, opens=NOW + timedelta(days=2), zone=ZoneInfo("Europe/Berlin")),
            "Its queue is closed until Monday 23 November, 11:00.",
        ),
        (need(), [SAM], Around(is_open=False), "Its queue is closed and has no opening ahead."),
        (
            need(refused=REFUSED),
            [operator("dana")],
            Around(),
            "Everybody here who could take it has turned it down. Asked again at 10:01.",
        ),
        (need(knows="dana"), [FULL, SAM], Around(), "It is kept for Dana, who knows this customer, until 10:01:00."),
        (need(waited=10), [SAM], OTHERS, "2 other conversations come first."),
        (need(waited=25), [SAM], OTHERS, "Another conversation comes first."),
        (need(waited=40), [SAM], OTHERS, "It is next: Sam has room and can take it."),
        (
            need(),
            [operator("sam", load=3)],
            Around(waiting=[need("x", waited=300, weight=2)]),
            "Room is being kept for a conversation that needs more of it and has waited longer.",
        ),
    ],
)
def test_the_decisive_cause_of_waiting_comes_first(waiting, people, around, says) -> None:
    assert why_waiting(waiting, people, NOW, around)[0].says == says


def test_it_is_said_when_it_will_ask_for_less_and_of_what() -> None:
    waiting = need(skills=LAW, language="tr", relax=(Relax(after_s=60, lower=1), Relax(after_s=120, drop="language")))
    causes = why_waiting(waiting, [], NOW)
    assert [one.code for one in causes] == [Why.NOBODY_HERE, Why.RELAXES]
    assert causes[1].says == "From 10:01 on it asks for less: law."
    later = why_waiting(waiting, [], NOW + timedelta(seconds=60))
    assert later[1].says == "From 10:02 on it asks for less: the language tr."


def test_a_step_that_changes_nothing_is_not_announced() -> None:
    assert len(why_waiting(need(relax=(Relax(after_s=60, lower=1),)), [], NOW)) == 1
