"""Which operator gets a conversation, and which conversation an operator gets."""

from datetime import timedelta

import pytest
from builders import NOW
from waiting_room import ago, names, need, operator

from baton.core.ids import OperatorId
from baton.core.policy.queue import MAX_CREDIT, Relax
from baton.core.routing.choosing import assignments, choose, next_for
from baton.core.routing.need import KNOWN_WAIT, Refusal
from baton.core.routing.preferring import PASSING


def test_the_longest_idle_gets_it_among_those_who_fit_equally() -> None:
    assert choose(need(), [operator("dana", idle=10), operator("sam", idle=20)], NOW).id == "sam"


def test_who_has_the_smaller_share_in_use_goes_before_who_has_been_idle_longer() -> None:
    people = [operator("dana", idle=90, load=2), operator("sam", load=1)]
    assert choose(need(), people, NOW).id == "sam"


def test_rare_skills_stay_free_where_a_commoner_operator_can_do_it() -> None:
    people = [operator("dana", skills={"billing": 3, "law": 2}, idle=90), operator("sam", skills={"billing": 2})]
    assert choose(need(skills={"billing": 2}), people, NOW).id == "sam"
    assert choose(need(skills={"billing": 3}), people, NOW).id == "dana"


def test_a_skill_that_many_have_is_missed_less_than_one_that_few_have() -> None:
    many = [operator(f"x{n}", skills={"phones": 1}, load=4) for n in range(9)]
    people = [operator("dana", skills={"law": 1}), operator("sam", skills={"phones": 1})]
    assert choose(need(), [*many, *people], NOW).id == "sam"


def test_a_language_spoken_beside_the_customers_is_kept_free_too() -> None:
    people = [operator("dana", languages=("en", "tr"), idle=90), operator("sam", languages=("en",))]
    assert choose(need(language="en"), people, NOW).id == "sam"
    assert choose(need(language="tr"), people, NOW).id == "dana"


def test_nobody_who_does_not_fit_or_has_no_room_gets_it() -> None:
    assert choose(need(skills={"law": 1}), [operator("dana")], NOW) is None
    assert choose(need(), [operator("dana", load=4)], NOW) is None


def test_waiting_relaxes_who_may_get_it() -> None:
    asked = need(waited=60, skills={"law": 1}, relax=(Relax(after_s=60, drop="law"),))
    assert choose(asked, [operator("dana")], NOW).id == "dana"
    assert choose(asked, [operator("dana")], NOW - timedelta(seconds=1)) is None


def test_who_knows_the_customer_gets_it_first() -> None:
    people = [operator("dana", skills={"law": 5}), operator("sam", idle=99)]
    assert choose(need(knows="dana"), people, NOW).id == "dana"


def test_it_is_kept_a_minute_for_who_knows_the_customer_and_is_full_and_no_longer() -> None:
    people = [operator("dana", load=4), operator("sam")]
    waiting = need(knows="dana")
    assert choose(waiting, people, NOW) is None
    assert next_for(people[1], [waiting], NOW, here={one.id: one for one in people}) is None
    later = NOW + KNOWN_WAIT
    assert choose(waiting, people, later).id == "sam"
    assert next_for(people[1], [waiting], later, here={one.id: one for one in people}) is waiting


@pytest.mark.parametrize(
    "dana", [None, operator("dana", languages=("fr",), load=4), operator("dana", load=4, capacity=1)]
)
def test_it_is_not_kept_for_somebody_who_is_not_here_or_could_not_take_it(dana) -> None:
    people = [operator("sam"), *([dana] if dana else [])]
    assert choose(need(knows="dana", language="en", weight=2), people, NOW).id == "sam"


def test_who_refused_it_is_asked_last_and_after_a_rest() -> None:
    refused = {OperatorId("dana"): Refusal(1, ago(120))}
    people = [operator("dana", idle=500), operator("sam", skills={"law": 5})]
    assert choose(need(knows="dana", refused=refused, waited=200), people, NOW).id == "sam"
    assert choose(need(refused=refused, waited=200), people[:1], NOW).id == "dana"
    assert choose(need(refused={OperatorId("dana"): Refusal(1, ago(1))}), people[:1], NOW) is None


def test_two_who_both_refuse_are_not_asked_in_turns_without_end() -> None:
    waiting, asked, at = need(), 0, NOW
    people = [operator("dana"), operator("sam")]
    while at < NOW + timedelta(minutes=30):
        if one := choose(waiting, people, at):
            before = waiting.refused.get(one.id)
            refused = {**waiting.refused, one.id: Refusal((before.times if before else 0) + 1, at)}
            waiting, asked = need(refused=refused), asked + 1
        at += timedelta(seconds=10)
    assert asked <= 2 * 6


def test_an_operator_gets_the_first_of_the_list_that_they_can_take() -> None:
    waiting = [need("c", waited=30), need("b", waited=60, skills={"law": 1}), need("a", waited=10, credit=300)]
    assert next_for(operator(), waiting, NOW).conversation == "a"
    assert next_for(operator(), waiting[:2], NOW).conversation == "c"
    assert next_for(operator(skills={"law": 1}), waiting[:2], NOW).conversation == "b"


def test_equal_ranks_are_told_apart_by_id() -> None:
    assert next_for(operator(), [need("b"), need("a")], NOW).conversation == "a"


def test_a_customer_whom_the_operator_knows_goes_a_minute_before_others() -> None:
    waiting = [need("a", waited=100), need("b", waited=41, knows="dana"), need("c", waited=39, knows="dana")]
    assert next_for(operator(), waiting, NOW).conversation == "b"
    assert next_for(operator(), [waiting[0], waiting[2]], NOW).conversation == "a"


def test_knowing_the_customer_never_adds_to_the_most_that_anything_can_put_ahead() -> None:
    first, known = need("a", waited=MAX_CREDIT + 30), need("b", credit=MAX_CREDIT, knows="dana")
    assert next_for(operator(), [first, known], NOW) is first


def test_a_light_one_passes_a_heavy_one_for_a_while_and_then_room_is_kept() -> None:
    heavy, nearly_full = need("heavy", waited=200, weight=3), operator(load=3)
    soon, late = need("soon", waited=200 - PASSING.seconds), need("late", waited=199 - PASSING.seconds)
    assert next_for(nearly_full, [heavy, soon], NOW) is soon
    assert next_for(nearly_full, [heavy, late], NOW) is None
    assert next_for(operator(load=1), [heavy, late], NOW) is heavy


def test_a_light_one_does_not_pass_by_its_credit_alone() -> None:
    heavy, urgent = need("heavy", waited=200, weight=3), need("urgent", waited=0, credit=150)
    assert next_for(operator(load=3), [heavy, urgent], NOW) is None


def test_everything_that_can_be_assigned_is_and_each_operator_holds_no_more_than_fits() -> None:
    waiting = [need(f"c{n}", waited=100 - n) for n in range(5)]
    people = [operator("dana", capacity=2), operator("sam", capacity=2, load=1)]
    found = assignments(waiting, people, NOW)
    assert names([one for one, _ in found]) == ["c0", "c1", "c2"]
    assert [one.id for _, one in found] == ["dana", "sam", "dana"] or [one.id for _, one in found].count("sam") == 1


def test_an_operator_first_takes_a_customer_whom_they_know() -> None:
    waiting = [need("a", waited=100), need("b", waited=50, knows="dana")]
    found = assignments(waiting, [operator("dana", capacity=1)], NOW)
    assert names([one for one, _ in found]) == ["b"]


def test_one_that_comes_now_does_not_take_the_room_that_is_kept_for_a_heavy_one() -> None:
    waiting = [need("heavy", waited=200, weight=3), need("light")]
    assert assignments(waiting, [operator("dana", load=3)], NOW) == ()
    people = [operator("dana", load=3), operator("sam", capacity=1)]
    assert [one.id for _, one in assignments(waiting, people, NOW)] == ["sam"]


def test_what_one_operator_keeps_room_from_another_may_take_and_the_list_goes_on_after_it() -> None:
    law = {"law": 1}
    waiting = [
        need("heavy", waited=900, weight=3, skills=law),
        need("light", waited=20, skills=law),
        need("other", waited=10),
    ]
    found = assignments(waiting, [operator("dana", load=3, skills=law), operator("sam", idle=9)], NOW)
    assert [(one.conversation, to.id) for one, to in found] == [("other", "sam")]
