"""The judgement of a message on its way through a conversation."""

from dataclasses import replace

import pytest

from baton.core.answers.grounding import Grounding, Hit, Passage
from baton.core.decision import Decision, DecisionKind, Reason
from baton.core.ids import DocumentId, PassageId, SourceId
from baton.core.judging.judgement import Asked, after_looking, before_looking, remembered, reply
from baton.core.judging.outside_bot import after_bot
from baton.core.messages import Citation, Statement
from baton.core.policy.model import Policy
from baton.core.policy.parse.whole import parse
from baton.core.reading.following import Reading
from baton.core.signals import Signal, SignalKind
from baton.core.track import FRESH, Track
from baton.services.policy.policies import default_source

POLICY = parse(default_source())
OUTSIDE = replace(POLICY, bot=replace(POLICY.bot, answers="outside"))
ANSWER = Grounding(0.95, (Statement("Three days.", (1,)),), (Citation(1, "p1", "s1", "Delivery", "", None, "…"),))


def _turn(text: str, track: Track, policy: Policy = POLICY, intent: str = "") -> tuple[Decision, Track]:
    asked = Asked(text, None, track, intent=intent)
    signals, decision = before_looking(asked, policy)
    grounding = None if decision else ANSWER
    decision = decision or after_looking(policy, signals, asked, ANSWER)
    return decision, remembered(asked, decision, grounding)


@pytest.mark.parametrize(
    "complaint",
    [
        "That didn't help",
        "it still doesn't work",
        "Das hilft mir nicht",
        "Das hat nicht funktioniert",
        "no funciona",
        "ça ne marche pas",
        "non funziona",
        "não funciona",
        "dat werkt niet",
        "nie działa",
        "это не помогло",
        "det hjälpte inte",
        "nefunguje to",
        "işe yaramadı",
        "لم يساعدني ذلك",
        "काम नहीं हुआ",
        "ไม่ได้ผล",
        "không hoạt động",
        "役に立ちません",
        "도움이 안 돼요",
        "没用",
    ],
)
def test_a_complaint_is_not_looked_up_and_the_second_one_goes_to_a_person(complaint: str) -> None:
    _, track = _turn("How long does the delivery of my wardrobe take?", FRESH)
    first, after_first = _turn(complaint, track)
    assert (first.kind, first.reason, first.rule) == (DecisionKind.OFFER, Reason.STUCK, "nothing_to_look_up")
    assert after_first.last_question == track.last_question
    second, _ = _turn(complaint, after_first)
    assert (second.kind, second.reason, second.rule) == (DecisionKind.HANDOFF, Reason.STUCK, "stuck-again")


def test_a_complaint_with_a_question_in_it_is_looked_up() -> None:
    _, track = _turn("How do I reset the thermostat?", FRESH)
    decision, _ = _turn("That didn't work, how long is the warranty on batteries?", track)
    assert decision.kind is DecisionKind.ANSWER


def test_after_a_complaint_the_old_question_in_other_words_is_the_second_failure() -> None:
    _, track = _turn("How do I change my delivery address?", FRESH)
    _, track = _turn("that didn't help", track)
    decision, _ = _turn("How can I change the delivery address", track)
    assert (decision.kind, decision.reason) == (DecisionKind.HANDOFF, Reason.STUCK)


def test_what_does_not_work_is_no_complaint_about_an_answer_before_there_is_one() -> None:
    _, track = _turn("hello", FRESH)
    decision, _ = _turn("My lamp doesn't work", track)
    assert decision.reason is Reason.GROUNDED


def test_beside_somebody_elses_bot_being_stuck_counts_too() -> None:
    _, track = _turn("Where is the invoice of March?", FRESH, OUTSIDE)
    first, track = _turn("that didn't help", after_bot(track, "Invoices are under Account."), OUTSIDE)
    second, _ = _turn("still not helping", after_bot(track, "Please look under Account."), OUTSIDE)
    assert (first.kind, first.reason) == (DecisionKind.ANSWER, Reason.OUTSIDE_BOT)
    assert (second.kind, second.reason) == (DecisionKind.HANDOFF, Reason.STUCK)


def test_somebody_elses_bot_that_says_the_same_twice_over_is_stuck() -> None:
    said = "You can find all invoices on the page Account under Documents."
    _, track = _turn("Where is the invoice of March?", FRESH, OUTSIDE)
    _, track = _turn("And the receipt of April?", after_bot(track, said), OUTSIDE)
    _, track = _turn("Which button do you mean?", after_bot(track, said), OUTSIDE)
    decision, _ = _turn("I only see my name there", after_bot(track, said), OUTSIDE)
    assert (decision.kind, decision.reason) == (DecisionKind.HANDOFF, Reason.STUCK)
    assert "the bot said the same again" in decision.evidence


@pytest.mark.parametrize("intent", ["transfer_agent", "TalkToHuman", "request-operator", "handoff"])
def test_an_intent_that_names_a_person_is_a_request_for_one(intent: str) -> None:
    decision, _ = _turn("", FRESH, OUTSIDE, intent)
    assert (decision.kind, decision.reason) == (DecisionKind.HANDOFF, Reason.CUSTOMER_REQUEST)


@pytest.mark.parametrize("intent", ["inform_agent_name", "are_you_a_human", "confirm", "negate", "agent_fee"])
def test_other_intents_are_none(intent: str) -> None:
    assert _turn("", FRESH, OUTSIDE, intent)[0].reason is Reason.OUTSIDE_BOT


def test_a_bot_that_does_not_understand_twice_is_stuck_on_intents_alone() -> None:
    _, track = _turn("", FRESH, OUTSIDE, "order_status")
    _, track = _turn("", after_bot(track, "", "did_not_understand"), OUTSIDE, "order_status")
    decision, _ = _turn("", after_bot(track, "", "did_not_understand"), OUTSIDE, "order_status")
    assert (decision.kind, decision.reason) == (DecisionKind.HANDOFF, Reason.STUCK)


def test_several_small_troubles_add_up_to_a_risk_and_thanks_takes_it_back() -> None:
    track = replace(FRESH, turns=3, strain=0.45, last_question=("deliv", "wardr"))
    decision, after = _turn("this is ridiculous, when will my wardrobe come", track)
    assert any(signal.kind == "risk" for signal in decision.signals)
    _, relieved = _turn("thanks!", after)
    assert relieved.strain < after.strain / 2


def test_a_risk_from_words_says_so_as_its_evidence() -> None:
    asked = Asked("this is ridiculous", None, replace(FRESH, turns=3, strain=0.6, last_question=("deliv", "wardr")))
    risk = next(signal for signal in before_looking(asked, POLICY)[0] if signal.kind == "risk")
    assert risk.evidence == ("several signs of trouble in this conversation",)


@pytest.mark.parametrize(
    ("about", "in_scope", "queue"),
    [("billing", 0.9, "billing"), ("refund", 0.9, "billing"), ("moon", 0.9, "support"), ("billing", 0.1, "support")],
)
def test_what_no_rule_sends_anywhere_goes_where_the_nearest_entry_belongs(
    about: str, in_scope: float, queue: str
) -> None:
    ids = PassageId("p"), SourceId("s"), DocumentId("d")
    entry = Passage(*ids, "Where is my invoice?", "", "In your account.", question="Where is my invoice?", about=about)
    unsure = replace(ANSWER, confidence=0.3, in_scope=in_scope, hits=(Hit(entry, 1.0),))
    decision = after_looking(POLICY, (), Asked("invoice", None, FRESH), unsure)
    assert (decision.kind, decision.queue) == (DecisionKind.OFFER, queue)


def test_examples_of_the_policy_come_before_an_entry() -> None:
    alike = (Signal(SignalKind.LOOKS_LIKE, 0.9, ("like the examples of sales",), "sales"),)
    asked = Asked("the lamp wobbles", None, FRESH)
    signals, _ = before_looking(asked, POLICY, alike)
    ids = PassageId("p"), SourceId("s"), DocumentId("d")
    entry = Passage(*ids, "Invoice?", "", "Yes.", question="Invoice?", about="billing")
    unsure = replace(ANSWER, confidence=0.3, in_scope=0.9, hits=(Hit(entry, 1.0),))
    assert after_looking(POLICY, signals, asked, unsure).queue == "sales"


def test_a_likeness_never_makes_more_of_a_topic_that_is_only_asked_about() -> None:
    alike = (Signal(SignalKind.POLICY_TOPIC, 0.9, ("like the examples of refund",), "refund"),)
    asked_about, _ = before_looking(Asked("What is your refund policy?", None, FRESH), POLICY, alike)
    assert not any(one.needs_judgement for one in asked_about if one.kind is SignalKind.POLICY_TOPIC)
    unheard, decision = before_looking(Asked("the lamp wobbles", None, FRESH), POLICY, alike)
    assert alike[0] in unheard
    assert decision is not None
    assert decision.topic == "refund"


FILE = Asked("", None, FRESH, files=("invoice.pdf",))


def test_a_file_alone_is_no_question_and_a_person_is_offered():
    _, decision = before_looking(FILE, POLICY)
    assert decision is not None
    assert (decision.kind, decision.reason, decision.evidence) == (
        DecisionKind.OFFER,
        Reason.ATTACHMENT,
        ("invoice.pdf",),
    )
    said, _ = reply(FILE, decision, None, "de")
    assert said.startswith("In Dateien kann ich nicht hineinsehen. Ich habe Ihre für das Team aufgehoben")


def test_words_beside_a_file_are_answered_and_the_file_is_not_passed_over():
    asked = replace(FILE, text="How long does delivery take?")
    signals, decision = before_looking(asked, POLICY)
    assert decision is None
    decision = after_looking(POLICY, signals, asked, ANSWER)
    said, answer = reply(asked, decision, ANSWER, "en")
    assert said == "I can't look into files, so this goes by your words.\n\nThree days."
    assert answer is not None
    assert [one.citations for one in answer.statements] == [(), (1,)]


def test_a_rule_can_hand_every_file_to_a_person_or_those_alone():
    source = default_source().replace(
        "rules:\n", "rules:\n  - {id: files, when: attachment, at_least: 1, then: handoff}\n", 1
    )
    policy = parse(source)
    assert before_looking(FILE, policy)[1].kind is DecisionKind.HANDOFF
    assert before_looking(replace(FILE, text="How long?"), policy)[1] is None


def test_the_question_is_kept_for_what_is_asked_next_and_nothing_else_is() -> None:
    _, track = _turn("How long does the delivery of my wardrobe take?", FRESH)
    assert track.question_before == "How long does the delivery of my wardrobe take?"
    for beside in ("thanks!", "That didn't help"):
        _, track = _turn(beside, track)
        assert Asked("and a bed?", None, track).before == "How long does the delivery of my wardrobe take?"


def test_who_names_something_else_than_the_choices_makes_no_choice() -> None:
    track = replace(FRESH, turns=1, clarified=1, question_before="How much is delivery?")
    assert Asked("Parcels", None, track).question == "How much is delivery? Parcels"
    assert Asked("what about returns?", None, track).question == "what about returns?"
    assert Asked("what about returns?", None, track).before == "How much is delivery?"


@pytest.mark.parametrize(
    ("text", "reading", "is_stuck"),
    [
        ("and until when?", Reading("and until when?", follows=True), False),
        ("how much is the cupboard then", Reading("how much is the cupboard then"), False),
        ("tell me about the cupboard", Reading("tell me about the cupboard"), True),
    ],
)
def test_the_same_passage_is_no_repetition_for_who_goes_on(text: str, reading: Reading, is_stuck: bool) -> None:
    track = replace(FRESH, turns=1, question_before="Do you deliver?", last_passages=(ANSWER.citations[0].taken,))
    asked = Asked(text, None, track)
    decision = after_looking(POLICY, (), asked, replace(ANSWER, reading=reading))
    assert any(one.kind is SignalKind.STUCK for one in decision.signals) == is_stuck
