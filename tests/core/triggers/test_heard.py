"""How a message is listened to: patterns, languages side by side, and long pastes."""

from importlib import import_module

import pytest

from baton.core.lexicon.shape import Lexicon
from baton.core.track import Track
from baton.core.triggers.heard import LANGUAGES, index, listen
from baton.core.triggers.index import BLOCK, MOST_TIMES, Index
from baton.core.triggers.patterns import Steps, compile_lines
from baton.core.triggers.person import asks_for_person
from baton.core.triggers.text import cut

GROUPS = {"talk": "speak|put me through", "person": "agent|human being*", "bot": "robot", "small": "to a the"}


def _found(line: str, text: str) -> bool:
    return bool(Index(compile_lines("ask", "en", line, steps=Steps(GROUPS))).find(cut(text)))


@pytest.mark.parametrize(
    ("line", "text", "is_found"),
    [
        ("put me through", "please put me through", True),
        ("put me through", "put them through", False),
        ("refund*", "my refunds", True),
        ("<talk> ~ <person>", "speak with one of your agent", True),
        ("<talk> ~ <person>", "put me through to an agent", True),
        ("<talk> ~ <person>", "speak to a robot or an agent", False),
        ("<talk> ~ <person>", "speak. agent", False),
        ("<talk> - <person>", "speak to the agent", True),
        ("<talk> - <person>", "speak about the agent", False),
        ("<talk> ~ <person>", "speak to human beings", True),
        ("<talk> <absent>", "speak agent", False),
        ("2 people", "for 2 people", True),
        ("# people", "for 12 people", True),
        ("# people", "for 2 people", False),
        ("人工 ~~ 谈", "人工客服我想现在谈", True),
        ("人工 ~ 谈", "人工客服我想现在谈", False),
    ],
)
def test_a_pattern_finds_what_it_says(line: str, text: str, is_found: bool) -> None:
    assert _found(line, text) is is_found


def test_a_group_is_read_the_same_as_its_words_alone() -> None:
    assert Steps({"x": "Größe|naïve | don't"}).step("<x>") == Steps({"x": "grosse\nnaive\ndont"}).step("<x>")


def test_a_pattern_is_found_across_the_border_of_two_blocks() -> None:
    for before in range(BLOCK - 4, BLOCK + 2):
        text = "filler " * before + "speak with one of your agent"
        assert _found("<talk> ~ <person>", text), before


def test_one_phrase_said_very_often_is_found_so_many_times_and_no_more() -> None:
    found = Index(compile_lines("ask", "en", "refund", steps=Steps(GROUPS))).find(cut("refund " * 500))
    assert len(found) == MOST_TIMES


def test_every_language_is_listened_for_under_its_own_name() -> None:
    assert len(LANGUAGES) == len(set(LANGUAGES)) >= 45
    for language in LANGUAGES:
        assert _lexicon(language).language == language


def _lexicon(language: str) -> Lexicon:
    return import_module(f"baton.core.lexicon.{language.lower().replace('-', '_')}").LEXICON


def test_a_veil_of_one_language_does_not_hide_a_request_of_another() -> None:
    # "je manager" is German for "per manager", and Dutch for "your manager".
    assert asks_for_person(listen("laat me met je manager praten"), track=Track())


def test_serbian_is_heard_in_both_scripts() -> None:
    assert index()
    for text in ("Želim da razgovaram sa čovekom", "Желим да разговарам са човеком"):
        assert {found.language for found in listen(text).all("ask")} >= {"sr"}
