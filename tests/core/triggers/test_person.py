"""Who asks for a person, and who doesn't, in each language: the sentences are in `asks/`, a file per language."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from ruamel.yaml import YAML

from baton.core.signals import SignalKind
from baton.core.track import Track
from baton.core.triggers.heard import LANGUAGES, listen
from baton.core.triggers.person import ASKS, asks_for_person

FILES = sorted((Path(__file__).parent / "asks").glob("*.yaml"))
ASKED, TRAPS = 12, 8
"""How many requests, and sentences that only sound like one, a language has at least."""


class Sentence(NamedTuple):
    language: str
    text: str
    asks: bool
    held_out: bool


@cache
def _sentences() -> tuple[Sentence, ...]:
    read = YAML(typ="safe", pure=True)
    found: list[Sentence] = []
    for file in FILES:
        rows = read.load(file)
        for held_out, part in ((False, rows), (True, rows["held_out"])):
            found += (Sentence(rows["language"], text, True, held_out) for text in part["asks"])
            found += (Sentence(rows["language"], text, False, held_out) for text in part["traps"])
    return tuple(found)


def _is_heard(text: str) -> bool:
    signal = asks_for_person(listen(text), track=Track())
    return signal is not None and signal.score >= ASKS


def _share_heard(*, asks: bool) -> float:
    outcomes = [_is_heard(one.text) for one in _sentences() if one.held_out and one.asks is asks]
    return sum(outcomes) / len(outcomes)


@pytest.mark.parametrize("language", [file.stem for file in FILES])
def test_requests_are_heard_and_what_only_sounds_like_one_is_not(language: str) -> None:
    known = [one for one in _sentences() if one.language == language and not one.held_out]
    assert known
    assert [one.text for one in known if _is_heard(one.text) is not one.asks] == []


def test_sentences_that_nothing_was_fitted_to_are_heard_too() -> None:
    assert _share_heard(asks=True) >= 0.9
    assert _share_heard(asks=False) <= 0.03


def test_every_language_has_requests_and_traps_to_be_tested_by() -> None:
    for language in LANGUAGES:
        own = [one for one in _sentences() if one.language == language]
        assert sum(one.asks for one in own) >= ASKED, language
        assert sum(not one.asks for one in own) >= TRAPS, language


def test_a_request_shows_the_customers_own_words() -> None:
    signal = asks_for_person(listen("Bonjour, je veux parler à un conseiller."), track=Track())
    assert signal is not None
    assert signal.kind is SignalKind.ASKS_FOR_PERSON
    assert signal.evidence == ("parler à un conseiller",)


@pytest.mark.parametrize("yes", ["yes", "Yes please!", "ja bitte", "sí, por favor", "oui", "да", "はい", "是的", "ok"])
def test_yes_to_the_offer_of_a_person_is_a_request(yes: str) -> None:
    assert asks_for_person(listen(yes), track=Track(turns=1, unanswered=1, offered=True)) is not None
    assert asks_for_person(listen(yes), track=Track(turns=1)) is None


def test_an_ok_to_a_person_who_was_only_told_of_beside_an_answer_asks_for_none() -> None:
    told_of = Track(turns=1, offered=True)
    assert asks_for_person(listen("yes please"), track=told_of) is not None
    assert asks_for_person(listen("ok"), track=told_of) is None
    assert asks_for_person(listen("Okay."), track=told_of) is None


@pytest.mark.parametrize("no", ["no", "no thanks", "nein danke", "non merci"])
def test_no_to_the_offer_of_a_person_is_none(no: str) -> None:
    assert asks_for_person(listen(no), track=Track(turns=1, offered=True)) is None


@pytest.mark.parametrize(
    "text",
    [
        "h u m a n",
        "h.u.m.a.n please",
        "ＨＵＭＡＮ",
        "hu\u200bm\u200dan",
        "\u202ehuman\u202c",
        "h\u0336u\u0336m\u0336a\u0336n\u0336",
        "humаn",  # the a is Cyrillic
        "huuuuman",
        "I want to t\u00adalk to a h\u0301uman",
        "human " * 1 + "\U0001f621" * 5,
    ],
)
def test_disguised_letters_do_not_hide_a_request(text: str) -> None:
    assert asks_for_person(listen(text), track=Track()) is not None


def test_a_request_at_the_end_of_a_long_paste_is_heard() -> None:
    assert asks_for_person(listen("lorem ipsum dolor. " * 520 + "let me talk to a person"), track=Track())
