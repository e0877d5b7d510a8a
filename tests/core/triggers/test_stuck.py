"""What shows that an answer didn't help, and how strongly."""

from dataclasses import replace

import pytest

from baton.core.case import Case
from baton.core.judging.judgement import Asked, before_looking, remembered
from baton.core.judging.outside_bot import BotTurn, answered_elsewhere, judged_again
from baton.core.signals import SignalKind
from baton.core.track import Track
from baton.core.triggers.heard import listen
from baton.core.triggers.read import read
from baton.core.triggers.stuck import BOTH, SAID_AGAIN, bot_failure, no_help_by_intent, question_stems, stuck
from baton.services.policy.policies import load_default

ASKED = Track(turns=1, last_question=question_stems("the heating stays cold in the kitchen"))
HELPED_NOT = BotTurn("answer_did_not_help")
ANSWER = "You can pay by card."


@pytest.mark.parametrize(
    "text", ["that's not helping", "the heating stays cold in the kitchen!", "it is on and still cold"]
)
def test_a_bot_that_says_the_same_again_to_who_is_not_helped_is_stuck_for_sure(text: str) -> None:
    once = stuck(listen(text), track=ASKED)
    again = stuck(listen(text), track=Track(turns=2, last_question=ASKED.last_question, bot_failed=SAID_AGAIN))
    assert once is not None
    assert once.score < BOTH
    assert again is not None
    assert again.score == BOTH
    assert SAID_AGAIN in again.evidence


def test_who_only_goes_on_after_the_same_answer_is_not_stuck_for_sure() -> None:
    signal = stuck(listen("where do I sit?"), track=Track(turns=2, bot_failed=SAID_AGAIN))
    assert signal is not None
    assert signal.score < BOTH


@pytest.mark.parametrize("text", ["is it still cold outside?", "still, thank you", "still cheaper than the car haha"])
def test_still_beside_other_words_or_in_a_question_shows_nothing(text: str) -> None:
    assert stuck(listen(text), track=ASKED) is None


@pytest.mark.parametrize(
    "text", ["I'm sorry, I didn't understand that.", "Das habe ich leider nicht verstanden.", "No entendí."]
)
def test_a_bot_that_admits_that_it_did_not_understand_has_failed(text: str) -> None:
    assert bot_failure(text, "", track=Track())


def test_a_short_answer_that_comes_again_is_the_same_and_a_courtesy_is_not() -> None:
    assert bot_failure(ANSWER, "", track=Track(last_answer=question_stems(ANSWER))) == SAID_AGAIN
    assert not bot_failure("Thank you!", "", track=Track(last_answer=question_stems("Thank you!")))
    assert not bot_failure("You can pay by invoice.", "", track=Track(last_answer=question_stems(ANSWER)))


@pytest.mark.parametrize(
    ("intent", "is_meant"),
    [
        ("steps_did_not_help", True),
        ("NotHelpful", True),
        ("did_not_work", True),
        ("ask_help", False),
        ("not_sure", False),
    ],
)
def test_the_name_of_an_intent_may_say_that_it_did_not_help(intent: str, is_meant: bool) -> None:
    signal = no_help_by_intent(intent)
    assert (signal is not None) is is_meant
    assert signal is None or signal.kind is SignalKind.STUCK


def test_what_the_bot_tells_after_the_words_counts_as_if_it_had_come_with_them() -> None:
    policy = answered_elsewhere(load_default())
    asked = Asked("mhm", None, Track(turns=1, failures=1))
    signals, decision = before_looking(asked, policy)
    assert decision is not None
    said, after = judged_again(policy, Case(signals, asked.track), remembered(asked, decision, None), HELPED_NOT)
    assert (said.rule, after.failures) == ("stuck-again", 2)


ANSWERED = Track(turns=1, last_question=question_stems("do you deliver to Leeds"), last_passages=("psg_1",))


@pytest.mark.parametrize("text", ["no", "No.", "nein", "nope", "no no", "?", "???"])
def test_nothing_but_a_no_or_a_question_mark_after_an_answer_says_that_it_did_not_help(text: str) -> None:
    signals = read(text, customer=None, track=ANSWERED, policy=load_default())
    assert {SignalKind.STUCK, SignalKind.NO_HELP} <= {signal.kind for signal in signals}


@pytest.mark.parametrize(
    "track",
    [
        Track(),
        replace(ANSWERED, offered=True),
        replace(ANSWERED, clarified=1),
        replace(ANSWERED, unanswered=1),
    ],
)
def test_a_no_to_anything_else_is_no_word_on_an_answer(track: Track) -> None:
    assert stuck(listen("no"), track=track) is None


@pytest.mark.parametrize("text", ["no thanks", "no, to Ireland", "what?"])
def test_a_no_with_more_to_it_is_read_for_the_rest(text: str) -> None:
    assert stuck(listen(text), track=ANSWERED) is None
