from baton.core.copy import said
from baton.core.decision import Reason
from baton.core.transitions import State


def test_the_bridge_names_the_person_and_says_that_they_have_the_details() -> None:
    assert said.joined("Dana", "en") == "Dana has joined and has your details."
    assert said.joined(None, "en") == "A person from our team has joined and has your details."


def test_a_released_customer_is_told_that_nothing_is_lost() -> None:
    assert said.released("Dana", "en").startswith("Dana had to step away. You are back in line")
    assert said.released(None, "en").startswith("You are back in line")


def test_a_transfer_names_the_queue_or_the_person() -> None:
    assert "our Billing team" in said.transferred("Dana", "en", queue="Billing team")
    assert "passed you to Sam" in said.transferred("Dana", "en", to="Sam")


def test_handing_back_withdrawing_and_resolving_say_what_to_do_next() -> None:
    assert said.handed_back("Dana", "en") == "Dana has handed the conversation back. I'm here for further questions."
    assert "ask for a person at any time" in said.withdrawn("en")
    assert "just write here" in said.resolved("Dana", "en")
    assert "just write here" in said.resolved(None, "en")


def test_reopening_says_who_has_it_now() -> None:
    assert "I'm here" in said.reopened(State.BOT, "en")
    assert "waits for a person" in said.reopened(State.QUEUED, "en")
    assert "Dana has it" in said.reopened(State.HUMAN, "en", "Dana")


def test_every_offer_moves_forward_to_a_person_and_is_shorter_after_frustration() -> None:
    for reason in Reason:
        full, brief = said.offer(reason, "en"), said.offer(reason, "en", brief=True)
        assert "I can connect you to a person." in full
        assert brief.endswith("?")
        assert len(brief) <= len(full) + 5
    assert said.offer(Reason.NO_SOURCE, "en").startswith("I could not find this in our documents.")


def test_a_clarifying_question_names_two_readings_and_leaves_more_to_the_choices() -> None:
    assert said.clarify(["a lost card", "a stolen card"], "en") == "Is this about a lost card or a stolen card?"
    assert said.clarify(["a", "b", "c"], "en") == "Which of these is it about?"
    assert said.clarify([], "en").endswith("?")


def test_small_talk_answers_in_kind_and_an_unknown_kind_is_a_greeting() -> None:
    assert said.small_talk("thanks", "en") == "You're welcome. Is there anything else?"
    assert said.small_talk("weather", "en") == said.small_talk("greeting", "en")
    assert "I'm a bot" in said.small_talk("who", "en")
