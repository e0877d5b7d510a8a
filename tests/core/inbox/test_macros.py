"""What a macro may be made of."""

from builders import NOW

from baton.core.inbox.macros import Do, Known, Macro, Step, flaws, macro_name, says

KNOWN = Known(canned={"hello"}, labels={"refund"}, queues={"billing": "Billing"})


def wrong(*steps: Step, name: str = "refund-done") -> list[str]:
    return list(flaws(Macro(name, steps, NOW), KNOWN))


def test_a_macro_of_known_things_is_well():
    assert not wrong(Step(Do.REPLY, "hello"), Step(Do.LABEL, "refund"), Step(Do.PRIORITY, "high"))
    assert not wrong(Step(Do.TRANSFER, "billing"), Step(Do.NOTE, "Theirs"), Step(Do.LABEL, "refund"))


def test_every_step_that_names_something_unknown_is_told_by_its_number():
    found = wrong(
        Step(Do.REPLY, "helo"),
        Step(Do.LABEL, "refnud"),
        Step(Do.PRIORITY, "highest"),
        Step(Do.SNOOZE, "later"),
        Step(Do.NOTE, " "),
        Step(Do.TRANSFER, "bills"),
    )
    assert [flaw.split(":")[0] for flaw in found] == [f"Step {n}" for n in range(1, 7)]


def test_an_outcome_that_the_company_has_not_is_told_with_those_it_has():
    (found,) = wrong(Step(Do.RESOLVE, "sloved"))
    assert found.startswith("Step 1: there is no disposition sloved. Use one of solved, answered")


def test_nothing_that_takes_the_baton_follows_once_it_is_given_away():
    assert "can't follow resolve" in wrong(Step(Do.RESOLVE, "solved"), Step(Do.REPLY, "hello"))[0]
    assert "can't follow transfer" in wrong(Step(Do.TRANSFER, "billing"), Step(Do.SNOOZE, "tomorrow"))[0]


def test_no_steps_too_many_and_a_strange_name_are_refused():
    assert wrong()
    assert wrong(*[Step(Do.LABEL, "refund")] * 11)
    assert wrong(Step(Do.LABEL, "refund"), name="a/b")
    assert macro_name(" /Refund Done ") == "refund-done"


def test_every_step_can_be_told():
    assert all(says(Step(do, "billing"), KNOWN) for do in Do)
    assert says(Step(Do.TRANSFER, "billing"), KNOWN) == "Transfer to Billing"
    assert says(Step(Do.RESOLVE, "no_answer"), KNOWN) == "Resolve as Customer did not answer"
