from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from baton.core.copy import said
from baton.core.decision import Reason
from baton.core.transitions import State
from baton.core.waiting import WaitRange

NOW = datetime(2026, 11, 20, 19, 0, tzinfo=UTC)  # a Friday
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
SLOT = (MONDAY, MONDAY + timedelta(minutes=30))
WAIT = WaitRange(130, 290)


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
    assert said.small_talk("acknowledged", "en") == "All right. Is there anything else?"
    assert said.small_talk("weather", "en") == said.small_talk("greeting", "en")
    assert "I'm a bot" in said.small_talk("who", "en")


def test_a_wait_that_was_wrong_is_apologised_for_and_told_anew() -> None:
    assert said.wait_was_wrong("en", WAIT).startswith("I'm sorry: the wait is longer than I told you. Expected wait:")
    assert said.wait_was_wrong("en", None).endswith("I can't say yet how long it will take.")


def test_whoever_waits_long_is_told_that_nothing_is_lost() -> None:
    assert said.waiting_still("en", None).startswith("You are still in line, and nothing is lost.")


def test_an_operator_that_was_lost_is_named_and_the_customer_is_back_in_line() -> None:
    assert said.operator_lost("Dana", "en").startswith("Dana has lost the connection. You are back in line")
    assert said.operator_lost(None, "en") == said.released(None, "en")


def test_who_is_moved_on_is_told_to_which_team_and_why() -> None:
    assert "passed you on to our Returns team" in said.moved_on("en", queue="Returns team")


def test_a_ticket_is_told_with_its_number_its_time_and_where_the_answer_comes() -> None:
    told = said.ticket_opened("en", "B-1042", MONDAY, now=NOW)
    assert told.startswith("Your request has the number B-1042")
    assert "The answer is due on Monday at 9:00 AM (Berlin time)." in told
    assert told.endswith("the answer will wait for you in this conversation.")
    assert "on Monday, November 23 at" in said.ticket_opened("en", "B-1042", MONDAY)


def test_a_callback_is_told_with_its_slot_its_number_and_what_to_do_if_it_no_longer_suits() -> None:
    told = said.callback_booked("en", SLOT, "+49 30 1234567", "America/New_York", now=NOW)
    call = "A person will call +49 30 1234567 on Monday between 3:00 AM and 3:30 AM (your time)."
    assert told.startswith(call)
    assert told.endswith("If that time no longer suits you, just write here.")
    assert said.callback_booked("en", SLOT, None, None, now=NOW).startswith("A person will call you on Monday")
    assert said.callback_due("en", SLOT, now=NOW).startswith("A reminder: a person will call you on Monday between")
    assert said.callback_missed("en") == "We called and could not reach you."
    assert said.callback_again("en") == "Write here if you would like another call."


def test_an_answer_by_e_mail_and_its_failure_name_the_address() -> None:
    assert said.email_follow_up("en", "ada@example.com").count("ada@example.com") == 2
    assert "ada@example.com could not be delivered" in said.email_bounced("en", "ada@example.com")


def test_a_broken_promise_is_apologised_for_and_made_anew_only_where_there_is_a_time() -> None:
    assert "The answer is due" not in said.promise_broken("en", None)
    assert said.promise_broken("en", MONDAY, now=NOW).endswith("The answer is due on Monday at 9:00 AM (Berlin time).")


def test_a_range_and_a_span_can_be_had_alone() -> None:
    assert said.wait_words(WAIT, "de") == "etwa 2 bis 5 Minuten"
    assert said.slot_words(SLOT, "de", now=NOW) == "am Montag zwischen 09:00 und 09:30 Uhr (Ortszeit Berlin)"
