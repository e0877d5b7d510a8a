"""Every language is listened for in every message, so a word of one must not be taken for a word of another.

The everyday words of a language are its stop words and those of the desk's own sentences. Where a lexicon has a single
word that is an everyday word of another language, it stands below with what it means there; else it is a fault of the
lexicon that brought it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module, resources

import pytest

from baton.core.lexicon.anger import MILD, STRONG
from baton.core.lexicon.grammar import GRAMMAR
from baton.core.lexicon.shape import Lexicon
from baton.core.reading.stopwords import STOP_WORDS
from baton.core.triggers.heard import LANGUAGES
from baton.core.triggers.patterns import Pattern, Steps, compile_lines
from baton.core.triggers.text import fold

pytestmark = pytest.mark.wide

WITHIN = re.compile(r"ask|action:.*|distress:.*|urgency|buying|health|identity|declined")
"""What is heard wherever it stands in a message, by label."""

SAME = "the same"
WITHIN_KNOWN = {"urgency": {"急": SAME, "urgent*": SAME, "urgente*": SAME}}
"""By label, what the word means in the other language."""

# What follows counts only where the message holds nothing else: yes, no, thanks, farewell, a cry for somebody.
ALONE_KNOWN: Mapping[str, Mapping[str, str]] = {
    "cry": {"om": "about, in Danish, Dutch and Swedish"},
    "yes": {"are": "be", "co": "what, in Polish", "da": "there; since", "ha": "has", "han": "they have; he", "i": "in; and"}
    | {"ja": SAME, "moze": SAME, "po": "after, in Polish", "s": "cut off by an apostrophe", "si": SAME, "ta": "this; your"}
    | {"tak": "thanks, in Danish", "to": "to; this", "u": "you, in Dutch", "y": "and", "ya": "already, in Spanish"}
    | {"так": SAME},
    "no": {"bu": "this, in Turkish", "la": "the", "le": "the", "na": "after; on; in the", "ne": "not; what, in Turkish"}
    | {"nei": "in the, in Italian", "nem": "nor, in Portuguese", "ni": "nor; you, in Swedish", "no": "in the, in Portuguese"}
    | {"non": SAME, "nu": "now", "tak": "thanks, in Danish; so, in Polish", "не": SAME},
    "thanks": {"tak": "so, in Polish", "ty": "you, in Polish"},
    "bye": {"pa": "on, in Danish and Swedish, without its ring"},
}  # fmt: skip

Everyday = Mapping[str, frozenset[str]]
"""The languages of each everyday word."""


def test_nothing_that_is_heard_within_a_message_is_an_everyday_word_of_another_language():
    everyday = _everyday(with_sentences=True)
    labels = [label for label in _single() if WITHIN.fullmatch(label)]
    assert {label: found for label in labels if (found := _clashes(label, everyday))} == {
        label: set(words) for label, words in WITHIN_KNOWN.items()
    }


@pytest.mark.parametrize("label", ALONE_KNOWN)
def test_a_word_that_counts_alone_is_another_languages_only_where_that_is_known(label: str):
    assert _clashes(label, _everyday(with_sentences=False)) == set(ALONE_KNOWN[label])


def test_an_everyday_word_that_a_new_language_would_bring_is_seen():
    everyday = _everyday(with_sentences=True)
    assert "de" in everyday["man"]
    assert "en" in everyday["no"]
    brought = compile_lines("ask", "xx", "man | mandat*", steps=Steps({}))
    assert set(_taken(brought, everyday)) == {("ask", "man")}
    assert not set(_taken(compile_lines("ask", "xx", "reach <human> man", steps=Steps({"human": "one"})), everyday))


@cache
def _single() -> Mapping[str, list[Pattern]]:
    """By label, the patterns of one word, optional words and gaps left out."""
    found: dict[str, list[Pattern]] = defaultdict(list)
    for code in LANGUAGES:
        lexicon: Lexicon = import_module(f"baton.core.lexicon.{code.lower().replace('-', '_')}").LEXICON
        groups = lexicon.groups if "human" in lexicon.groups else {"human": lexicon.groups["person"], **lexicon.groups}
        for label, lines in (*GRAMMAR.items(), *lexicon.phrases.items()):
            found[label] += compile_lines(label, code, lines, steps=Steps(groups))
    for label, said in (("distress:strong", STRONG), ("distress:mild", MILD)):
        for code, lines in said.items():
            found[label] += compile_lines(label, code, lines, steps=Steps({}))
    return found


def _clashes(label: str, everyday: Everyday) -> set[str]:
    return {word for _, word in _taken(_single()[label], everyday)}


def _taken(patterns: list[Pattern], everyday: Everyday) -> Iterator[tuple[str, str]]:
    """(label, word) of each everyday word of another language that a pattern of one word would take for its own."""
    own: dict[tuple[str, str], set[str]] = defaultdict(set)
    for pattern in patterns:
        needed = [step for step in pattern.steps if not step.optional and not step.reach]
        words = [run[0] for step in needed for run in step.runs if len(needed) == 1 and len(run) == 1]
        for word in words:
            own[pattern.label, word].add(pattern.language.split("-")[0])
    for (label, word), languages in own.items():
        stem = word.rstrip("*")
        alike = [one for one in everyday if one.startswith(stem)] if word.endswith("*") else [word]
        if any(everyday.get(one, frozenset()) - languages for one in alike):
            yield label, word


@cache
def _everyday(*, with_sentences: bool) -> Everyday:
    said: dict[str, set[str]] = defaultdict(set)
    for language, text in _texts(with_sentences=with_sentences):
        for word in fold(text):
            said[word].add(language)
    return {word: frozenset(languages) for word, languages in said.items()}


def _texts(*, with_sentences: bool) -> Iterator[tuple[str, str]]:
    yield from ((language, " ".join(words)) for language, words in STOP_WORDS.items())
    for file in resources.files("baton.core.copy").joinpath("locale").iterdir() if with_sentences else ():
        if file.name.endswith(".po"):
            said = re.findall(r'^msgstr.*(?:\n".*)*', file.read_text(encoding="utf-8"), re.MULTILINE)
            text = " ".join(re.findall(r'"(.*)"', "\n".join(said)))
            yield _language(file.name), re.sub(r"\{[^}]*\}|\\n", " ", text)


def _language(file: str) -> str:
    """The language of a catalogue as the lexicons call it: written Norwegian is Norwegian, Croatian stands with Serbian."""
    code = re.split(r"[._]", file)[0]
    return {"nb": "no", "hr": "sr"}.get(code, code)
