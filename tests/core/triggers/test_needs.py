"""Who needs somebody: measured on messages kept apart, and what must hold whatever the model says."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from baton.core.signals import Signal, SignalKind
from baton.core.track import Track
from baton.core.triggers.heard import listen
from baton.core.triggers.mood import buying_intent
from baton.core.triggers.needs import needs
from baton.core.triggers.read import read
from baton.services.policy.policies import load_default

BENCH = Path(__file__).parents[3] / "bench"


def _stops(text: str) -> list[Signal]:
    signals = read(text, customer=None, track=Track(), policy=load_default())
    kinds = (SignalKind.POLICY_TOPIC, SignalKind.SENSITIVE_DATA)
    return [signal for signal in signals if signal.kind in kinds and signal.needs_judgement]


def _share_stopped(way: str, kept_apart: str) -> float:
    topics = YAML(typ="safe").load(BENCH / kept_apart).values()
    texts = [line for ways in topics for lines in ways.get(way, {}).values() for line in lines.strip().splitlines()]
    return sum(bool(_stops(text)) for text in texts) / len(texts)


@pytest.mark.wide
def test_nine_of_ten_who_need_somebody_are_stopped_and_few_who_only_ask() -> None:
    assert _share_stopped("needs", "topics_heldout.yaml") >= 0.95
    assert _share_stopped("asks", "topics_heldout.yaml") <= 0.06


def test_what_documents_often_solve_is_tried_and_what_sounds_alike_but_cannot_wait_is_stopped() -> None:
    assert _share_stopped("needs", "topics_everyday.yaml") >= 0.95
    assert _share_stopped("asks", "topics_everyday.yaml") <= 0.15


TRIED_OR_NOT = [
    ("I can't log in", "I can't log in, someone changed my password"),
    ("when will I get my money back", "six weeks and still no refund, give me my money back"),
    ("my card was declined", "my card was stolen"),
    ("why is there a fee on my statement", "there is a payment on my statement that I never made"),
    ("the code never arrives", "I lost the phone with the codes and can't get in"),
    ("I've emailed you three times this week", "you took it from my account three times this week"),
    ("ich habe euch zweimal geschrieben", "ihr habt zweimal abgebucht"),
    ("I'd like to swap the jumper for a larger one", "the jumper is torn, I want my money back"),
]


@pytest.mark.parametrize(("tried", "stopped"), TRIED_OR_NOT)
def test_the_line_of_the_default_policy(tried: str, stopped: str) -> None:
    assert not _stops(tried)
    assert _stops(stopped)


@pytest.mark.parametrize(
    "text",
    [
        "the picture shows four legs but mine has three",
        "the last delivery was great, same driver please",
        "I pressed the button and nothing happened",
        "someone else will pick it up for me",
        "you gave us a different colour, but it is lovely",
        "my boss asked me to order 3 chairs",
    ],
)
def test_what_is_only_told_stops_nothing(text: str) -> None:
    assert not _stops(text)


@pytest.mark.parametrize("before", ["bla " * 60, "The weather is fine today. " * 10])
def test_a_request_is_not_drowned_by_what_stands_before_it(before: str) -> None:
    assert _stops(f"{before}. Somebody logged in as me and changed my password.")


def test_the_words_that_tell_are_the_customers_own() -> None:
    text = "Well hello. My kid swallowed one of the small batteries, what now?"
    signal = next(signal for signal in _stops(text) if signal.topic == "medical")
    assert all(quoted in text for quoted in signal.evidence)


def test_account_access_never_quotes_a_number() -> None:
    signals = _stops("I am locked out, my passport is C01X00T47, unlock my account")
    quoted = "".join(words for signal in signals for words in signal.evidence)
    assert not any(character.isdigit() for character in quoted)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "the reset mail never came",
            "my dog chewed the sofa leg",
            "amazon has it cheaper",
            "can u take my old matress away",
        ),
        *(
            "someone is sitting in my seat",
            "glasses got stolen on holiday, is that covered",
            "my son is ill today, whom do I tell",
        ),
        *("j'ai oublié mon sac dans le train", "mein Hund hat das Stuhlbein angeknabbert", "o sinal está péssimo hoje"),
    ],
)
def test_a_mishap_of_an_ordinary_day_is_looked_up_first(text: str) -> None:
    assert not _stops(text)


@pytest.mark.parametrize("text", ["", "?", "ok", "bla bla", "so sad", "até logo", "and ballet?", "Your address?"])
def test_short_talk_needs_nobody(text: str) -> None:
    assert not needs(listen(text)).by_topic


@pytest.mark.parametrize(
    "text",
    [
        *("I want to buy a lamp", "can I order two chairs", "how much is the blue one", "I need 40 euros back"),
        *("it takes 30 minutes to our office", "order 44817 for our kitchen", "I ordered 12 plates last week"),
    ],
)
def test_an_ordinary_purchase_is_no_case_for_sales(text: str) -> None:
    assert buying_intent(listen(text)) is None
