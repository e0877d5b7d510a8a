"""The program that refuses what a passage does not support. No prompt is trusted with it.

Each sentence of a statement is set beside the sentences of its passages that are nearest to it. Its figures must stand
there with their units, its names too; it must not deny what they affirm, widen what they limit, leave out what they
make it depend on or put the contrary; and most of its informative words must be the passages' own. What fails is cut;
an answer of which nothing is left is no answer.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from baton.core.reading.calendar_words import dates
from baton.core.reading.named import literals, without_dialled
from baton.core.reading.sentences import sentences
from baton.core.reading.tokens import tokens, words
from baton.core.reading.wording import commonness
from baton.core.statements.contrasts import other_of_its_kind
from baton.core.statements.figures import CURRENCIES, Figure, figures, without_figures
from baton.core.statements.left_out import left_out
from baton.core.statements.period_starts import other_start
from baton.core.statements.polarity import denies, turns_round
from baton.core.statements.polarity_clauses import bare
from baton.core.statements.rates import periods, rates
from baton.core.statements.support_source import (
    Sentence,
    Source,
    known_words,
    nearest,
    plain_words,
    source_of,
    weight_of,
)
from baton.core.statements.swaps import foreign_name, swapped_word

COVERED = 0.6
"""The share of a statement's informative words that its passages must hold."""

PART_COVERED = 0.34
"""The same of each of its parts that says enough to be a statement of its own."""

ENOUGH = 1.7
"""The weight of a part's informative words from which it is one: two of them, or five that anybody says anywhere."""

AS_NEAR = 0.75
"""The share of the nearest sentence's nearness from which another counts as what a statement was worded from."""

_COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_EACH = re.compile(r"(?i)(?:per|each|every|pro|jede[mnrs]?|por|cada|par|chaque)\b")
_PART = re.compile(
    r"[,;:–—()]|\b(?:and|but|or|so|if|with|und|aber|oder|mit|y|e|o|pero|con|et|ou|mais|avec)\b", re.IGNORECASE
)
_LEADS = re.compile(
    r"^\s*(?:yes|yeah|sure|of course|certainly|ja|natürlich|gerne?|sí|claro|por supuesto|oui|bien sûr|sì|sim|tak|да)"
    r"\b[,.!:–—\s]*",
    re.IGNORECASE,
)
_REFUSES = re.compile(r"^\s*(?:no|nope|sorry, no|nein|non|nee|não|nie|нет)\s*[,.!–—]\s*", re.IGNORECASE)


def is_supported(statement: str, passages: Sequence[str], *, language: str | None = None) -> bool:
    """Whether the passages say what the statement says, as far as a program can tell."""
    return objection(statement, passages, language=language) is None


def objection(
    statement: str, passages: Sequence[str], *, language: str | None = None, of_rules: bool = True, beside: str = ""
) -> str | None:
    """Why the passages do not support the statement, in a few words, or None where they do.

    A passage is its text, led by lines with its title and heading where names may stand that the text leaves out.
    `of_rules` says that passages tell what holds for customers, so that of what, from when and under which condition
    it holds is compared too; what people have said in a conversation has nothing of that kind. `beside` is what the
    same answer says next to the statement, where a condition may stand.
    """
    source = source_of("\n".join(passages), language)
    if not source.sentences:
        return "no passage"
    said = _LEADS.sub("", statement)
    rest = _REFUSES.sub("", said)
    if rest != said and not denies(rest, source.code):
        return "a no that nothing denied follows"
    quotes = {one.text for one in source.sentences}
    for span in sentences(rest):
        why = None if span.text in quotes else _against(span.text, source, of_rules=of_rules, beside=f"{beside} {rest}")
        if why is not None:
            return why
    return None if tokens(rest, source.code) else "no words"


def _against(text: str, source: Source, *, of_rules: bool, beside: str) -> str | None:
    stems = tuple(tokens(text, source.code))
    own = frozenset(stem for stem in stems if not stem[0].isdigit())
    near = tuple(one for one in nearest(own | _worded(text, source), source) if not one.is_heading)
    if any(literal not in source.text for literal in literals(text)):
        return "an address that the passages do not have"
    figure = _figure_amiss(text, own, near, source)
    if figure:
        return f"a figure that the passages do not have: {figure}"
    if not dates(text) <= dates(source.text):
        return "a date that the passages do not have"
    name = foreign_name(text, stems, near, source)
    if name:
        return f"a name that the passages do not have: {name}"
    strange = _strange_words(text, source)
    if strange:
        return f"words that the passages do not have: {strange}"
    turned = turns_round(text, tuple(one.read for one in near), source.code)
    if turned:
        return f"the passages say otherwise: {turned}"
    return _misapplied(text, near, source, beside) if of_rules else None


def _worded(text: str, source: Source) -> frozenset[str]:
    return frozenset(word for word in plain_words(text, source.code) if not word[0].isdigit())


def _misapplied(text: str, near: Sequence[Sentence], source: Source, beside: str) -> str | None:
    """How the statement takes what the passages say further than they do."""
    read = tuple(one.read for one in near)
    headings = frozenset[str]().union(*(one.words for one in source.sentences if one.is_heading))
    condition = left_out(text, read, source.code, source.known, beside=beside, headings=headings)
    if condition:
        return f"a condition left out: {condition}"
    start = other_start(text, " ; ".join(read), source.code)
    if start:
        return f"counted from something else: {start}"
    other = other_of_its_kind(text, source.text, source.code)
    if other:
        return f"said of another: {other[0] or 'all'} for {other[1]}"
    swapped = swapped_word(text, near, source)
    return f"a word in another's place: {swapped}" if swapped else None


def _strange_words(text: str, source: Source) -> str | None:
    """The words that keep the whole or a part of the statement from being the passages' own."""
    said = bare(without_figures(text, source.code), source.code)
    whole, strange = _covered(said, source, known=float(len(figures(text, source.code))))
    if whole < COVERED:
        return ", ".join(strange)
    parts = (_covered(part, source, at_least=ENOUGH) for part in _PART.split(said))
    return next((", ".join(strange) for share, strange in parts if share < PART_COVERED), None)


def _covered(text: str, source: Source, *, known: float = 0.0, at_least: float = 0.0) -> tuple[float, list[str]]:
    """The share of the weight of the text's words that the passages have, and the words that they haven't."""
    total, strange = known, list[str]()
    seen: set[str] = set()
    for word in words(text):
        stem = next(iter(tokens(word, source.code)), "")
        if not stem or stem in seen or stem[0].isdigit():
            continue
        seen.add(stem)
        weight = commonness(stem, source.code)
        total += weight
        if source.known(stem):
            known += weight
        else:
            strange.append(word)
    return known / total if total > at_least else 1.0, strange


def _figure_amiss(text: str, words: frozenset[str], near: Sequence[Sentence], source: Source) -> str | None:
    """The first figure, as written, that does not stand, as often as here, in a sentence that is about the same."""
    known = {word: source.rarity(word) for word in known_words(words, source)}
    most = max((weight_of(known, one) for one in source.sentences), default=0.0)
    about = [one for one in source.sentences if one in near or weight_of(known, one) >= AS_NEAR * most]
    follow = pairwise(source.sentences)
    about += [after for one, after in follow if after.leans and one in near and after not in about]
    named = frozenset[str]().union(*(periods(one.text) for one in about))
    rate = next(iter(sorted(rates(text) - named)), None)
    if rate:
        return f"per {rate}"
    there = [figure for one in about for figure in figures(one.text, source.code)]
    said = without_dialled(text, source.text)
    for figure in sorted(
        _claimed(said, source.text.casefold(), source.code), key=lambda one: not one.unit
    ):  # "two" may be any two
        match = next((other for other in there if figure.is_same(other)), None)
        if match is None:
            return said[figure.at : figure.end].strip()
        there.remove(match)
    return None


def _claimed(text: str, source: str, code: str) -> list[Figure]:
    """The figures that say something: "one copy" says no more than "a copy", "each night" no more than "at night", and
    "two-person" is a word of the passage."""
    claimed: list[Figure] = []
    priced = -1
    for figure in figures(text, code):
        is_rate = _EACH.match(text, figure.at) or (figure.number == 1.0 and figure.at - priced in (0, 1))
        is_article = figure.number == 1.0 and not figure.unit and text[figure.at].isalpha()
        priced = figure.end if figure.unit in CURRENCIES else -1
        compound = _COMPOUND.match(text, figure.at)
        is_compound = not figure.unit and compound is not None and compound[0].casefold() in source
        if not is_rate and not is_article and not is_compound:
            claimed.append(figure)
    return claimed
