from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from baton.core.copy import HandoffFacts, Question, catalogue, handoff_notice, languages
from baton.core.copy.notice import team
from baton.core.decision import Reason
from baton.core.followups.modes import Mode
from baton.core.promises import PromiseKind
from baton.core.waiting import WaitRange

NOW = datetime(2026, 11, 20, 19, 0, tzinfo=UTC)  # a Friday
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
OPEN = HandoffFacts(
    reason=Reason.POLICY_TOPIC,
    topic="refund",
    queue="billing",
    queue_name="Billing team",
    is_open=True,
    operators_here=1,
    position=2,
    now=NOW,
)
CLOSED = replace(OPEN, is_open=False, operators_here=0, position=None, next_open=MONDAY)


def test_the_notice_says_why_now_how_long_what_was_sent_on_and_what_if_i_leave() -> None:
    assert handoff_notice(OPEN, "en").text == (
        "I'm handing you over to our Billing team, because refunds need a person's judgement. "
        "Someone is there now. You are number 2 in line. "
        "I have passed on this conversation with a short summary, so you won't need to repeat anything. "
        "You don't have to stay: the answer will wait for you in this conversation."
    )


def test_a_closed_queue_says_when_it_opens_and_records_it_as_a_promise() -> None:
    notice = handoff_notice(CLOSED, "en")
    says = "The team is closed now and opens on Monday at 9:00 AM (Berlin time); nobody is here before then."
    assert notice.answers[Question.NOW_OR_LATER] == notice.answers[Question.HOW_LONG] == says
    opens, here = notice.promises
    assert (opens.kind, opens.due, opens.says) == (PromiseKind.OPENS_AT, MONDAY, says)
    assert (here.kind, here.due) == (PromiseKind.ANSWER_HERE, None)


def test_the_opening_is_told_in_the_customers_own_time_where_it_is_known() -> None:
    elsewhere = replace(CLOSED, customer_timezone="America/New_York")
    assert "on Monday at 3:00 AM (your time)" in handoff_notice(elsewhere, "en").text
    assert "(Berlin time)" in handoff_notice(replace(CLOSED, customer_timezone="Moon/Crater"), "en").text


def test_near_openings_are_told_as_today_or_tomorrow_and_far_ones_with_their_date() -> None:
    def told(after: timedelta) -> str:
        return handoff_notice(replace(CLOSED, next_open=(NOW + after).astimezone(MONDAY.tzinfo)), "en").text

    assert "opens today at 10:00 PM" in told(timedelta(hours=2))
    assert "opens tomorrow at 8:00 PM" in told(timedelta(days=1))
    assert "opens on Wednesday, December 2 at 8:00 PM" in told(timedelta(days=12))


def test_an_opening_that_is_unknown_or_past_is_never_promised() -> None:
    for opens in (None, NOW, NOW - timedelta(hours=1)):
        notice = handoff_notice(replace(CLOSED, next_open=opens), "en")
        assert "can't say yet when it opens again" in notice.text
        assert [p.kind for p in notice.promises] == [PromiseKind.ANSWER_HERE]


def test_an_open_queue_with_nobody_there_claims_no_presence_and_no_place_that_means_nothing() -> None:
    text = handoff_notice(replace(OPEN, operators_here=0, position=1), "en").text
    assert "nobody is there at this moment" in text
    assert "Someone is there" not in text
    assert "next in line" not in text


def test_a_place_is_told_only_where_it_is_known() -> None:
    assert "You are next in line." in handoff_notice(replace(OPEN, position=1), "en").text
    assert "I can't say yet how long" in handoff_notice(replace(OPEN, position=None), "en").text


def test_after_frustration_it_is_shorter_and_still_answers_everything() -> None:
    full, brief = handoff_notice(OPEN, "en"), handoff_notice(replace(OPEN, brief=True), "en")
    assert len(brief.text.split()) <= 0.75 * len(full.text.split())
    assert set(brief.answers) == set(Question)


def test_a_topic_of_the_tenants_own_falls_back_to_the_reasons_words() -> None:
    assert "because this needs a person's judgement" in handoff_notice(replace(OPEN, topic="yoga_retreat"), "en").text


def test_a_topic_is_not_given_as_the_reason_where_the_customer_asked_for_a_person() -> None:
    assert "as you asked" in handoff_notice(replace(OPEN, reason=Reason.CUSTOMER_REQUEST), "en").text


def test_a_queue_without_a_name_is_a_person_on_our_team() -> None:
    assert "a person on our team" in handoff_notice(replace(OPEN, queue_name=None), "en").text


def test_a_queues_name_does_not_say_team_twice() -> None:
    words = catalogue("en")
    assert [team(name, words) for name in ("Billing Team", "Billing", "Team")] == ["Billing", "Billing", "Team"]
    assert team("Billing team", catalogue("es")) == "Billing"


def test_somebody_who_is_about_to_be_answered_is_asked_to_stay() -> None:
    notice = handoff_notice(replace(OPEN, mode=Mode.LIVE, position=1), "en")
    assert "Someone is there now. You are next in line." in notice.text
    assert notice.answers[Question.MUST_I_STAY].startswith("Please stay for a moment if you can; if you leave")


def test_a_wait_is_told_as_a_range_and_promised_to_its_far_end() -> None:
    notice = handoff_notice(replace(OPEN, wait=WaitRange(320, 700)), "en")
    assert "You are number 2 in line. Expected wait: about 5 to 15 minutes." in notice.text
    wait, _ = notice.promises
    assert (wait.kind, wait.due) == (PromiseKind.WAIT_WITHIN, NOW + timedelta(minutes=15))
    assert wait.says == "Expected wait: about 5 to 15 minutes."


def test_a_ticket_has_its_number_and_its_time_and_promises_it() -> None:
    notice = handoff_notice(replace(CLOSED, mode=Mode.TICKET, reference="B-1042", due=MONDAY), "en")
    assert "Your request has the number B-1042" in notice.text
    says = "The answer is due on Monday at 9:00 AM (Berlin time)."
    assert notice.answers[Question.HOW_LONG] == says
    assert next((one.kind, one.due, one.says) for one in notice.promises) == (PromiseKind.TICKET_BY, MONDAY, says)
    assert "opens" not in notice.text


def test_a_callback_names_its_slot_and_promises_its_end() -> None:
    slot = (MONDAY, MONDAY + timedelta(hours=1))
    notice = handoff_notice(replace(CLOSED, mode=Mode.CALLBACK, slot=slot), "en")
    says = "A person will call you on Monday between 9:00 AM and 10:00 AM (Berlin time)."
    assert notice.answers[Question.NOW_OR_LATER] == notice.answers[Question.HOW_LONG] == says
    assert next((one.kind, one.due) for one in notice.promises) == (PromiseKind.CALLBACK_AT, slot[1])
    assert "we will call you" in notice.answers[Question.IF_I_LEAVE]


def test_an_answer_by_e_mail_names_the_address_and_is_found_here_too() -> None:
    notice = handoff_notice(replace(CLOSED, mode=Mode.EMAIL, email="ada@example.com", due=MONDAY), "en")
    assert "by e-mail at ada@example.com" in notice.answers[Question.NOW_OR_LATER]
    assert notice.answers[Question.IF_I_LEAVE].endswith("ada@example.com, and you will find it here too.")
    assert notice.promises[0].kind is PromiseKind.EMAIL_BY


def test_a_mode_whose_facts_are_not_known_yet_promises_no_answer_by_a_time() -> None:
    for mode, known in (
        (Mode.TICKET, [PromiseKind.OPENS_AT]),
        (Mode.CALLBACK, []),
        (Mode.EMAIL, [PromiseKind.OPENS_AT]),
    ):
        notice = handoff_notice(replace(CLOSED, mode=mode), "en")
        assert [one.kind for one in notice.promises] == [*known, PromiseKind.ANSWER_HERE]
        unknown = handoff_notice(replace(CLOSED, mode=mode, next_open=None), "en")
        assert [one.kind for one in unknown.promises] == [PromiseKind.ANSWER_HERE]
        assert "can't say yet how long" in unknown.answers[Question.HOW_LONG]


def test_a_customer_who_reads_by_e_mail_is_not_told_of_a_page_to_leave() -> None:
    notice = handoff_notice(replace(OPEN, channel="email"), "en")
    assert notice.answers[Question.MUST_I_STAY].endswith("the answer comes as a reply to this e-mail.")


def test_on_the_telephone_it_is_short() -> None:
    assert handoff_notice(replace(OPEN, channel="voice"), "en") == handoff_notice(replace(OPEN, brief=True), "en")


def test_who_is_locked_out_is_told_of_the_security_of_their_account_and_not_of_details() -> None:
    locked = replace(OPEN, reason=Reason.SENSITIVE_DATA, topic="account_access")
    assert "because the security of your account needs a person's care" in handoff_notice(locked, "en").text
    given = replace(OPEN, reason=Reason.SENSITIVE_DATA, topic="card_number")
    assert "because such details need a person's care" in handoff_notice(given, "en").text


def test_an_exception_is_told_that_a_person_decides_whatever_it_is_about() -> None:
    assert "because a person should decide this" in handoff_notice(replace(OPEN, topic="discount"), "en").text
    assert "weil ein Mensch das entscheiden sollte" in handoff_notice(replace(OPEN, topic="discount"), "de").text


def test_where_somebody_is_in_danger_whom_to_call_comes_first_in_every_language_and_mode() -> None:
    danger = replace(OPEN, topic="danger", danger=True)
    assert handoff_notice(danger, "en").text.startswith("If anyone is in danger, get to safety and call")
    assert "because this can't wait" in handoff_notice(danger, "en").text
    closed = replace(CLOSED, danger=True)
    for facts in (danger, closed, replace(closed, mode=Mode.TICKET, reference="T-1")):
        for code in languages():
            assert handoff_notice(facts, code).text.startswith(catalogue(code).text("danger")), code
    assert "call" not in handoff_notice(OPEN, "en").text
