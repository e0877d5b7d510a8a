"""A message that asks two things is looked up as two, and a half without a source is told as such."""

import pytest

from baton.core.answers.grounding import Grounding
from baton.core.judging.two_asks import lookups, together
from baton.core.messages import Citation, Statement
from baton.core.signals import SignalKind

NEEDED = 0.8


@pytest.mark.parametrize(
    ("message", "language", "halves"),
    [
        ("do you deliver on Sundays and what does it cost?", "en", ("do you deliver on Sundays", "what does it cost?")),
        ("How do I cancel? And do you have a shop in Paris?", "en", None),  # "How do I cancel" with three words or more
        ("Was kostet der Versand und wann kommt das Paket?", "de", ("Was kostet der Versand", "wann kommt das Paket?")),
        ("I ordered a lamp. How long is the guarantee and who repairs it?", "en", (
            "I ordered a lamp. How long is the guarantee", "who repairs it?")),
    ],
)  # fmt: skip
def test_two_questions_are_told_apart(message: str, language: str, halves: tuple[str, str] | None) -> None:
    ways = lookups(message, "before", language)
    if halves is None:
        halves = ("How do I cancel?", "And do you have a shop in Paris?")
    assert [one.question for one in ways] == [message, *halves]
    assert [one.before for one in ways] == ["before", "before", halves[0]]


@pytest.mark.parametrize(
    "message",
    [
        "how and when do I pay?",
        "Can I return it and how?",
        "Do you deliver tables and chairs?",
        "What is it, what does it cost and when does it come, and can I return it?",
        "my order is late and I am angry",
    ],
)
def test_one_question_and_more_than_two_stay_whole(message: str) -> None:
    assert len(lookups(message, "", "en")) == 1


def answer(text: str, confidence: float = 0.9, passage: str = "p1", **more: object) -> Grounding:
    cited = Citation(1, passage, "s", "Title", "", None, text)
    return Grounding(confidence, (Statement(text, (1,)),), (cited,), **more)  # type: ignore[arg-type]


WAYS = lookups("do you deliver on Sundays and what does it cost?", "", "en")
UNSURE = answer("Nobody knows.", 0.3)


def test_the_half_without_a_source_is_named_and_the_other_is_answered() -> None:
    said, signals = together((UNSURE, answer("Not on Sundays."), UNSURE), WAYS, NEEDED, "en")
    assert said.text == "Not on Sundays."
    assert [(one.kind, one.evidence) for one in signals] == [(SignalKind.PARTLY_ANSWERED, ("what does it cost?",))]


def test_two_answers_are_one_with_their_citations_numbered_through() -> None:
    said, signals = together((UNSURE, answer("Not on Sundays."), answer("£5.", 0.85, "p2")), WAYS, NEEDED, "en")
    assert said.text == "Not on Sundays. £5."
    assert [one.citations for one in said.statements] == [(1,), (2,)]
    assert [one.n for one in said.citations] == [1, 2]
    assert said.confidence == 0.85
    assert not signals


def test_nothing_is_called_lacking_that_the_answer_says() -> None:
    first = answer("Delivery on Sundays costs £5.")
    said, signals = together((UNSURE, first, UNSURE), WAYS, NEEDED, "en")
    assert said.text == first.text
    assert not signals


def test_a_sure_whole_and_two_unsure_halves_leave_the_whole() -> None:
    whole = answer("Not on Sundays; it costs £5.")
    assert together((whole, answer("Not on Sundays."), UNSURE), WAYS, NEEDED, "en") == (whole, ())
    assert together((UNSURE, UNSURE, UNSURE), WAYS, NEEDED, "en") == (UNSURE, ())
