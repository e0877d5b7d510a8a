"""Two passages that say different things of one matter: two prices, two periods, a yes and a no.

It must hardly ever be wrong, because it stops the bot. So two sentences contradict only where they have the same words
about the same subject, hold under the same conditions, and differ in exactly one figure (or in whether they deny it).
"""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from baton.core.answers.grounding import Grounding, Passage
from baton.core.sources.claims import Claim, claims, subject_words

FEWEST_WORDS = 2
"""Words that tell what a claim is about, those above it counted; one is enough where all its words agree."""

FEWEST_DENIED = 3
"""The same for a yes against a no, which a single word more or less can turn round."""

CROWD = 150
"""Claims of one kind with a word in common, from which on the word is too common to bring two of them together."""

RIVALS = 8
"""Hits that are set against the passages of an answer. The further down, the less it is about the same."""

_TOPICS = """
    policy policies faq faqs frequently asked questions guide help centre center information info terms
    conditions overview support customer service about general details summary page how what when where faqs
    answers basics rules contact our your the and all return returns refund refunds deliver delivery shipping
    order orders payment payments billing price prices pricing fee fees charges cost costs time times much
    long
"""
"""Words by which pages are filed. They tell no two things of one company apart, as a product's name does."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two passages and the sentence of each that the other contradicts. `kind` is "yes_no" or the figure's kind.

    `key` stays the same as long as both sentences do, so that what a person has dismissed stays dismissed.
    """

    one: Passage
    other: Passage
    one_says: str
    other_says: str
    kind: str

    @property
    def key(self) -> str:
        """A short digest of the two passages and what they say."""
        sides = sorted(((self.one.id, self.one_says), (self.other.id, self.other_says)))
        return hashlib.sha256(repr(sides).encode()).hexdigest()[:24]


@lru_cache(maxsize=20_000)
def between(one: Passage, other: Passage) -> Conflict | None:
    """The first contradiction of two passages, or None. Remembered: the same ones are found again and again."""
    # Under one heading of one page, alike items are variants whose names stand in a line above them.
    is_one_section = one.document_id == other.document_id and one.heading == other.heading
    if is_one_section or (one.language or "en") != (other.language or "en"):
        return None
    about_one, about_other = _about(one), _about(other)
    for claim in claims(one.text, one.language):
        for rival in claims(other.text, other.language):
            kind = _differ(claim, rival, about_one, about_other)
            if kind:
                return Conflict(one, other, claim.span.text, rival.span.text, kind)
    return None


def in_answer(grounding: Grounding, settled: Collection[str] = ()) -> Conflict | None:
    """A contradiction between a sentence that the answer takes from a passage it cites, and another passage found.

    `settled` are the keys of those that a person has looked at and dismissed.
    """
    cited = {citation.passage_id for citation in grounding.citations}
    passages = [hit.passage for hit in grounding.hits]
    answer = grounding.text
    for passage in passages:
        for rival in passages[:RIVALS] if passage.id in cited else ():
            found = between(passage, rival)
            if found is not None and found.key not in settled and found.one_says.strip("-•* ") in answer:
                return found
    return None


def across(passages: Sequence[Passage]) -> tuple[Conflict, ...]:
    """Every contradiction among a tenant's passages, one for each pair of them.

    Only claims of one kind that share a word are compared, each with its neighbours by the rarest of its words.
    """
    shelves: dict[tuple[object, ...], list[Passage]] = {}
    for passage in passages:
        for claim in claims(passage.text, passage.language):
            for word in claim.words if claim.figures or claim.is_denied else ():
                shelves.setdefault((passage.language, claim.kinds, claim.conditions, word), []).append(passage)
    found: dict[tuple[str, ...], Conflict] = {}
    for shelf in shelves.values():
        for one, other in combinations(dict.fromkeys(shelf), 2) if len(shelf) <= CROWD else ():
            pair = tuple(sorted((one.id, other.id)))
            conflict = between(one, other) if pair not in found else None
            if conflict is not None:
                found[pair] = conflict
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class _About:
    """A passage's subject: all the words above it, and those of its title and its heading that tell subjects apart."""

    words: frozenset[str]
    title: frozenset[str]
    heading: frozenset[str]
    question: frozenset[str]


@lru_cache(maxsize=20_000)
def _about(passage: Passage) -> _About:
    language = passage.language
    topics = subject_words(_TOPICS, language)
    question = subject_words(passage.question or "", language)
    title = subject_words(passage.title, language)
    heading = subject_words(passage.heading.rpartition(" > ")[2], language)
    above = subject_words(passage.heading, language)
    return _About(question | title | above, (title | question) - topics, heading - topics, question)


def _differ(one: Claim, other: Claim, about_one: _About, about_other: _About) -> str:
    if one.kinds != other.kinds or one.conditions != other.conditions:
        return ""
    if not _same_matter(one, other, about_one, about_other):
        return ""
    if one.is_denied != other.is_denied:
        same = one.figures == other.figures and one.words == other.words
        return "yes_no" if same and len(one.words) >= FEWEST_DENIED else ""
    shared = (one.words | about_one.words) & (other.words | about_other.words)
    if len(shared) < FEWEST_WORDS and one.frame != other.frame:
        return ""
    if not (one.words & other.words or about_one.question & about_other.question):
        return ""
    apart = [first.kind for first, second in zip(one.figures, other.figures, strict=True) if first != second]
    return apart[0] if len(apart) == 1 else ""


def _same_matter(one: Claim, other: Claim, about_one: _About, about_other: _About) -> bool:
    """Whether both sentences speak of one thing, by their own words and by what stands above them.

    One of them may leave to its heading what the other says. But each page's own name must be known to the other.
    """
    more_one, more_other = one.words - other.words, other.words - one.words
    if (more_one and more_other) or not more_one <= about_other.words or not more_other <= about_one.words:
        return False
    return (
        about_one.title <= about_other.words | other.words
        and about_other.title <= about_one.words | one.words
        and _fits_heading(about_one, about_other, other)
        and _fits_heading(about_other, about_one, one)
    )


def _fits_heading(about: _About, other: _About, claim: Claim) -> bool:
    """In one document the headings tell the sections apart, so that its title does not count."""
    known = other.heading | claim.words
    return about.heading <= (known if about.title == other.title else known | other.words)
