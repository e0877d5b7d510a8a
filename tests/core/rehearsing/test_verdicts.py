"""How what came of a play is judged: by what the company wrote, and by what no policy may break."""

from dataclasses import replace
from typing import Any

from builders import BOT, NOW, conversation, handoff, message

from baton.core.decision import Decision, DecisionKind, Outcome, Reason, Trial
from baton.core.events import Event, EventKind
from baton.core.messages import Message, MessageKind
from baton.core.policy.parse.whole import parse
from baton.core.redaction.reader import ENGLISH
from baton.core.rehearsing.cues import Cue
from baton.core.rehearsing.failures import broken, old_source
from baton.core.rehearsing.moods import FURIOUS, angry
from baton.core.rehearsing.notices import closed, full
from baton.core.rehearsing.packets import masked, transcript
from baton.core.rehearsing.scene import Played, Remark, Scene, Verdict, failed, look, passed
from baton.core.rehearsing.seen import Seen, invariants
from baton.core.rehearsing.stops import stopped
from baton.core.signals import Signal, SignalKind
from baton.core.transitions import State

POLICY = parse("""policy: Harbour
queues:
  support: {owner: Dana, hours: {timezone: Europe/Berlin, mon-fri: ["09:00-17:00"]}}
  billing: {owner: Sam, hours: always, default: true}
rules:
  - {id: wide, when: policy_topic, then: handoff}
  - {id: refunds, when: policy_topic, topics: [refund], queue: billing, then: handoff}
  - {id: upset, when: distress, at_least: 0.4, then: answer_and_offer}
""")


def said(text: str, **more: Any) -> Message:
    return replace(message(BOT, text, MessageKind.ANSWER), **more)


def seen(kind: DecisionKind = DecisionKind.ANSWER, reason: Reason = Reason.GROUNDED, **more: Any) -> Seen:
    decision = Decision(kind, reason, more.pop("rule", "none"), 1, **more.pop("decided", {}))
    given = {"policy": POLICY, "said": said("So it is."), "conversation": conversation(), "language": "en"}
    return Seen(decision=decision, **(given | more))


def handed_over(**more: Any) -> Seen:
    return seen(DecisionKind.HANDOFF, Reason.POLICY_TOPIC, **({"conversation": conversation(State.QUEUED)} | more))


def verdicts(remarks: Any) -> list[Verdict]:
    return [one.verdict for one in remarks]


def test_a_scene_goes_as_the_worst_of_what_is_said_of_it() -> None:
    def scene(*remarks: Remark) -> Verdict:
        return Played(scene=Scene.ANGRY, title="", remarks=remarks).verdict

    assert scene() is Verdict.PASSED
    assert scene(passed("a"), look("b")) is Verdict.LOOK
    assert scene(look("a"), failed("b"), passed("c")) is Verdict.FAILED


def test_no_policy_may_leave_a_customer_without_a_word_or_an_answer_without_its_source() -> None:
    assert [one.says for one in invariants(seen(said=None))] == ["The customer reads nothing."]
    assert [one.says for one in invariants(seen())] == ["It answers, and names no source."]
    assert [one.says for one in invariants(seen(DecisionKind.OFFER, Reason.NO_SOURCE))] == []
    assert [one.says for one in invariants(handed_over())] == ["The notice is not the one that its facts make."]
    assert list(invariants(seen(DecisionKind.ANSWER, Reason.OUTSIDE_BOT, said=None))) == []


def test_anger_that_no_person_answers_fails_only_where_a_rule_is_for_it() -> None:
    assert verdicts(angry(seen(), 0)) == [Verdict.PASSED]
    assert verdicts(angry(seen(), 2)) == [Verdict.FAILED]
    assert verdicts(angry(seen(said=said("I hear you.", offers_person=True)), 2)) == [Verdict.PASSED]
    assert verdicts(angry(seen(said=said("I hear you.", offers_person=True)), FURIOUS)) == [Verdict.LOOK]
    calm = replace(POLICY, rules=POLICY.rules[:2])
    assert verdicts(angry(seen(policy=calm), 2)) == [Verdict.LOOK]
    assert verdicts(angry(handed_over(), FURIOUS)) == [Verdict.PASSED]


def test_what_was_invented_fails_whatever_the_rules_say() -> None:
    assert verdicts(broken(seen(said=said("It takes 917 days.")), SignalKind.MODEL_FAILED, invented="917 days")) == [
        Verdict.FAILED
    ]
    assert verdicts(broken(handed_over(), SignalKind.MODEL_FAILED, invented="917 days")) == [Verdict.PASSED]
    assert verdicts(broken(seen(), SignalKind.MODEL_FAILED)) == [Verdict.LOOK]


def test_an_old_source_that_is_still_answered_from_is_shown() -> None:
    (remark,) = old_source(seen(decided={"confidence": 0.9}))
    assert (remark.verdict, remark.room) == (Verdict.LOOK, "policy")
    assert verdicts(old_source(seen(DecisionKind.OFFER, Reason.LOW_CONFIDENCE))) == [Verdict.PASSED]


def test_a_rule_that_never_has_a_say_fails_where_it_would_lead_elsewhere() -> None:
    refunds = POLICY.rules[1]
    cue = Cue(refunds, "I want my money back", "refund")
    overridden = {"trials": (Trial("refunds", Outcome.OVERRIDDEN, "overridden by wide"),)}
    there = handed_over(rule="wide", decided=overridden | {"queue": "billing"})
    elsewhere = handed_over(rule="wide", decided=overridden | {"queue": "support"})
    assert verdicts(stopped(there, cue)) == [Verdict.LOOK]
    assert verdicts(stopped(elsewhere, cue)) == [Verdict.FAILED]
    assert verdicts(stopped(handed_over(rule="refunds"), cue)) == [Verdict.PASSED]
    unheard = {"trials": (Trial("refunds", Outcome.NO_SIGNAL),)}
    assert [one.says for one in stopped(seen(decided=unheard), cue)] == ["Nobody is called: its signal wasn't seen."]


def test_a_closed_queue_that_does_not_say_when_it_opens_fails() -> None:
    queue = POLICY.queues[0]
    sunday = NOW.replace(day=22)
    told = handed_over(said=said("The team opens tomorrow at 9:00 AM (Berlin time)."))
    assert Verdict.FAILED not in verdicts(closed(told, queue, sunday, ()))
    silent = handed_over(said=said("The team answers later."))
    assert "It doesn't say when the queue opens (tomorrow at 9:00 AM (Berlin time))." in [
        one.says for one in closed(silent, queue, sunday, ())
    ]


def test_who_is_eighth_in_line_reads_it_in_any_figures() -> None:
    assert verdicts(full(handed_over(said=said("You are number 8 in line.")), 7)) == [Verdict.PASSED]
    assert verdicts(full(handed_over(said=said("ترتيبك ٨")), 7)) == [Verdict.PASSED]
    assert verdicts(full(handed_over(said=said("Please wait.")), 7)) == [Verdict.LOOK]


def test_a_card_number_that_is_read_anywhere_fails() -> None:
    card = "4111 1111 1111 1111"
    leaky = Event(EventKind.DECISION_MADE, BOT, NOW, {"why": "4111111111111111"})
    bare = handed_over(conversation=conversation(State.QUEUED, handoff=handoff(packet=None)))
    found = list(masked(bare, ENGLISH, card, events=[leaky], replies=[f"Your card {card}"]))
    assert [one.says for one in found] == ["The log shows it unmasked.", "What the customer reads shows it unmasked."]
    assert verdicts(masked(seen(), ENGLISH, card, events=[], replies=[])) == [Verdict.LOOK]


def test_a_transcript_that_lacks_a_message_or_has_them_out_of_order_fails() -> None:
    both = [said("First."), said("Second.")]
    assert verdicts(transcript(both, "Ann · 10:00\nFirst.\n\nBot · 10:01\nSecond.")) == [Verdict.PASSED]
    assert verdicts(transcript(both, "First.")) == [Verdict.FAILED]
    assert verdicts(transcript(both, "Second. First.")) == [Verdict.FAILED]


def test_a_mild_word_that_calls_a_person_is_shown() -> None:
    signals = (Signal(SignalKind.DISTRESS, 0.5, ("annoyed",)),)
    mild = replace(handed_over(), decision=Decision(DecisionKind.HANDOFF, Reason.DISTRESS, "upset", 1, signals=signals))
    assert verdicts(angry(mild, 0)) == [Verdict.LOOK]
