"""Somebody who is frustrated gets the human option first, then little, and nothing twice."""

from dataclasses import replace

from baton.core.answers.grounding import Grounding
from baton.core.decision import Decision, DecisionKind, Reason
from baton.core.ids import PassageId, SourceId
from baton.core.judging.brevity import brief, is_frustrated
from baton.core.judging.judgement import Asked, reply
from baton.core.messages import Citation, Statement
from baton.core.signals import Signal, SignalKind
from baton.core.track import Track

ANNOYED = Signal(SignalKind.DISTRESS, 0.5, ("annoying",))
CALM = Decision(DecisionKind.ANSWER, Reason.GROUNDED, "grounded", 1)
FRUSTRATED = Decision(DecisionKind.ANSWER, Reason.GROUNDED, "grounded", 1, signals=(ANNOYED,), offers_person=True)


def _citation(n: int) -> Citation:
    return Citation(n, PassageId(f"psg_{n}"), SourceId("src_1"), "Returns", "", None, f"quote {n}", 1)


def _answer(*texts: str) -> Grounding:
    statements = tuple(Statement(text, (n,)) for n, text in enumerate(texts, 1))
    return Grounding(0.9, statements, tuple(_citation(n) for n in range(1, len(texts) + 1)))


def test_a_calm_customer_gets_the_whole_answer() -> None:
    text, answer = reply(Asked("how?", None, Track()), CALM, _answer("One.", "Two.", "Three."), "en")
    assert text == "One. Two. Three."
    assert answer is not None
    assert len(answer.citations) == 3


def test_a_frustrated_customer_is_offered_a_person_first_and_gets_two_sentences() -> None:
    text, answer = reply(Asked("how?", None, Track()), FRUSTRATED, _answer("One.", "Two.", "Three."), "en")
    assert text == "Would you like to talk to a person? One. Two."
    assert answer is not None
    assert [citation.n for citation in answer.citations] == [1, 2]


def test_steps_are_not_cut() -> None:
    shorter = brief(_answer("1. Open it.", "2. Press it.", "3. Close it."), Track(), "en")
    assert shorter is not None
    assert len(shorter.statements) == 4


def test_what_was_cited_before_is_not_said_again() -> None:
    shorter = brief(_answer("One.", "Two."), Track(last_passages=(_citation(1).taken,)), "en")
    assert shorter is not None
    assert [one.text for one in shorter.statements[1:]] == ["Two."]


def test_another_sentence_of_the_same_passage_is_said() -> None:
    before = replace(_citation(1), quote="Something else.")
    shorter = brief(_answer("One."), Track(last_passages=(before.taken,)), "en")
    assert shorter is not None
    assert [one.text for one in shorter.statements[1:]] == ["One."]


def test_an_answer_that_is_the_last_one_again_becomes_the_offer_of_a_person() -> None:
    track = Track(failures=1, last_passages=(_citation(1).taken, _citation(2).taken))
    text, answer = reply(Asked("how?", None, track), CALM, _answer("One.", "Two."), "en")
    assert answer is None
    assert text == "I can connect you to a person."


def test_a_customer_whom_the_last_answer_did_not_help_is_frustrated() -> None:
    assert is_frustrated(CALM, Track(failures=1))
    assert is_frustrated(FRUSTRATED, Track())
    assert not is_frustrated(CALM, Track())
