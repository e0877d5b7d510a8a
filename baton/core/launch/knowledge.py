"""What the bot answers from, before it goes live: sources that are fresh and at one, and questions that were tried."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from baton.core.launch.line import Line, Mark, Part, listed
from baton.core.sources.freshness import Dates, Trust, is_stale

OFTEN = 3
"""Customers who asked what no source answers, from which on it is no accident."""

TOP = 30
"""Questions that a launch should have tried: those that customers ask most."""

TOLD = 8
"""Lines of one kind that are told one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """A source as far as a launch is concerned. `problem` is what went wrong with its last reading, if anything did."""

    id: str
    name: str
    passages: int
    is_public: bool
    checked_at: datetime
    review_on: date | None = None
    owner: str | None = None
    to_approve: int = 0
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Tried:
    """A kept question: whether it works, None where it was never asked, and when it was asked last."""

    question: str
    works: bool | None
    asked_at: datetime | None


def source_lines(sources: Sequence[Taught], trust: Trust, now: datetime, *, is_outside: bool) -> Iterator[Line]:
    """Whether there is something to answer from, and whether anybody has looked through it of late."""
    public = [one for one in sources if one.is_public and one.passages]
    if is_outside:
        yield _source(Mark.OK, "A bot of your own answers; Baton's sources are for the team.")
    elif not public:
        yield _source(Mark.REFUSES, "There is no source that customers may be answered from.", "Add one.")
    fresh = 0
    for one in sources:
        found = [*_age(one, trust, now), *_care(one, trust)]
        yield from found
        fresh += not any(line.mark is Mark.REFUSES for line in found)
    if sources and fresh == len(sources):
        says = f"{len(sources)} sources with {sum(one.passages for one in sources):,} passages; none is out of date."
        yield _source(Mark.OK, says.replace("1 sources", "1 source") if len(sources) == 1 else says)


def _age(one: Taught, trust: Trust, now: datetime) -> Iterator[Line]:
    room = f"sources/{one.id}"
    if one.problem and not one.passages:
        says = f"{one.name} could not be read: {one.problem}"
        yield Line(Part.SOURCES, Mark.REFUSES, says, "Read it again, or remove it.", room)
    elif one.problem:
        says = f"{one.name} could not be read the last time: {one.problem}"
        yield Line(Part.SOURCES, Mark.WARNING, says, "What was read before is in use. Read it again.", room)
    if is_stale(Dates(one.name, one.checked_at, one.review_on), trust, now):
        if one.review_on is not None:
            says = f"{one.name} was to be looked through by {one.review_on}."
        else:
            says = f"{one.name} was last looked at on {one.checked_at.date()}, over {trust.stale_after_days} days ago."
        yield Line(Part.SOURCES, Mark.REFUSES, says, "Look it through, and set the next date of review.", room)


def _care(one: Taught, trust: Trust) -> Iterator[Line]:
    room = f"sources/{one.id}"
    if one.to_approve:
        says = f"{one.to_approve} documents of {one.name} wait for somebody to say for whom they are."
        yield Line(Part.SOURCES, Mark.WARNING, says, "Until then only the team has them.", room)
    if one.owner is None:
        yield Line(Part.SOURCES, Mark.WARNING, f"Nobody is named who looks after {one.name}.", "Name an owner.", room)
    if one.review_on is None and trust.stale_after_days == 0:
        says = f"{one.name} has no date of review, and the policy lets sources grow old unnoticed."
        yield Line(Part.SOURCES, Mark.WARNING, says, "Set a date, or `sources: stale_after_days`.", room)


def conflict_lines(open_ones: Sequence[tuple[str, str, str, str]]) -> Iterator[Line]:
    """Contradictions that nobody has settled, each as two titles and what they say."""
    for one, other, says, says_too in open_ones[:TOLD]:
        text = f"{one} and {other} contradict each other: “{says}” and “{says_too}”"
        hint = "Mend one of them, or say that it is no contradiction."
        yield Line(Part.SOURCES, Mark.REFUSES, text, hint, "conflicts")
    if len(open_ones) > TOLD:
        says = f"{len(open_ones) - TOLD} more pairs of passages contradict each other."
        yield Line(Part.SOURCES, Mark.REFUSES, says, room="conflicts")
    if not open_ones:
        yield Line(Part.SOURCES, Mark.OK, "No two passages contradict each other.", room="conflicts")


def gap_lines(gaps: Sequence[tuple[str, int]]) -> Iterator[Line]:
    """What customers asked and nothing answers, as (a question, how many asked it), the most asked first."""
    often = [one for one in gaps if one[1] >= OFTEN]
    for question, count in often[:TOLD]:
        says = f"{count} customers asked, and no source says: “{question}”"
        yield Line(Part.QUESTIONS, Mark.REFUSES, says, "Write the answer, or say that it needs none.", "gaps")
    if len(often) > TOLD:
        says = f"{len(often) - TOLD} more questions were asked {OFTEN} times or more and have no answer."
        yield Line(Part.QUESTIONS, Mark.REFUSES, says, room="gaps")
    if seldom := len(gaps) - len(often):
        says = f"{seldom} {'question' if seldom == 1 else 'questions'} asked once or twice {_has(seldom)} no answer."
        yield Line(Part.QUESTIONS, Mark.WARNING, says, "Look through them.", "gaps")
    elif not often:
        yield Line(Part.QUESTIONS, Mark.OK, "Nothing that was asked is without an answer.", room="gaps")


def trial_lines(tried: Sequence[Tried], changed_at: datetime | None) -> Iterator[Line]:
    """Whether the questions that must keep working were asked since the last change, and work."""
    broken = [one for one in tried if one.works is False]
    for one in broken[:TOLD]:
        hint = "Read what the bot says now, and mend the source or the rule."
        yield Line(Part.QUESTIONS, Mark.REFUSES, f"This must work and does not: “{one.question}”", hint, "bench")
    if len(broken) > TOLD:
        says = f"{len(broken) - TOLD} more questions of the list don't work."
        yield Line(Part.QUESTIONS, Mark.REFUSES, says, room="bench")
    old = [one.question for one in tried if one.asked_at is None or (changed_at and one.asked_at < changed_at)]
    if old:
        says = f"Sources or rules have changed since these were asked: {listed([f'“{one}”' for one in old], 2)}."
        yield Line(Part.QUESTIONS, Mark.REFUSES, says, "Ask all again (`baton check --ask`).", "bench")
    yield from _enough(len(tried))
    if tried and not broken and not old:
        says = f"{len(tried)} kept {'question was' if len(tried) == 1 else 'questions were'} asked, and all work."
        yield Line(Part.QUESTIONS, Mark.OK, says, room="bench")


def _enough(count: int) -> Iterator[Line]:
    hint = f"Keep the {TOP} questions that customers ask most, in the test bench."
    if count == 0:
        yield Line(Part.QUESTIONS, Mark.REFUSES, "No question was tried out and kept.", hint, "bench")
    elif count < TOP:
        says = f"{count} of {TOP} questions that must keep working."
        yield Line(Part.QUESTIONS, Mark.WARNING, says, hint, "bench")


def _has(count: int) -> str:
    return "has" if count == 1 else "have"


def _source(mark: Mark, says: str, hint: str = "") -> Line:
    return Line(Part.SOURCES, mark, says, hint, "sources")
