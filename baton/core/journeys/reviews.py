"""The weekly review: a sample of a week's conversations, evenly by category, and what marks say of the week.

The same week gives the same sample whoever draws it: the order within a category comes from the ids alone, so nobody
chooses what is read.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from hashlib import blake2b
from math import sqrt

from baton.core.decision import DecisionKind
from baton.core.ids import ConversationId
from baton.core.journeys.journey import Journey

SAMPLE = 20
"""Conversations of a week: at a minute and a half each, what a lead reads in half an hour."""

LOW_SCORES = (1, 2)
"""Ratings that say that something went badly."""

MOST_NOTE = 1_000
"""Characters of what a lead notes on a conversation."""

_SURE = 1.96
"""Standard deviations to each side that hold 95 in 100."""


class Mark(StrEnum):
    """What whoever has read a conversation says of it: of a handoff, or of what the bot kept."""

    NECESSARY = "necessary"
    AVOIDABLE = "avoidable"
    LATE = "late"
    RIGHTLY_KEPT = "rightly_kept"
    SHOULD_HAVE_STOPPED = "should_have_stopped"


OF_HANDOFFS = (Mark.NECESSARY, Mark.AVOIDABLE, Mark.LATE)
OF_KEPT = (Mark.RIGHTLY_KEPT, Mark.SHOULD_HAVE_STOPPED)

ODD = ("low_rating", "came_back", "dead_end")
"""The categories that go before all others: each conversation is in one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One conversation of a sample, and what was said of it. `reason` and `queue` are its first handoff's."""

    place: int
    conversation: ConversationId
    category: str
    handed_over: bool
    reason: str | None = None
    queue: str | None = None
    mark: Mark | None = None
    source_missing: bool = False
    note: str | None = None
    marked_by: str | None = None
    marked_at: datetime | None = None
    gap: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A week's sample. `began` says how many conversations each category had when it was drawn."""

    week: date
    since: datetime
    until: datetime
    began: Mapping[str, int]
    drawn_at: datetime
    drawn_by: str | None = None
    items: tuple[Item, ...] = ()

    @property
    def marked(self) -> int:
        """How many have been read and marked."""
        return sum(one.mark is not None for one in self.items)


@dataclass(frozen=True, slots=True)
class Estimate:
    """A share of a whole week as the sample shows it, and from where to where it lies in 95 of 100 such samples.

    `read` is how many conversations it rests on; the shares are None where that is none.
    """

    read: int
    share: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class CategoryResult:
    """What the marks say of one category: how many began in it, were drawn and read, and how often each was given."""

    category: str
    began: int
    drawn: int
    marks: Mapping[Mark, int]
    missing: int
    estimates: Mapping[Mark, Estimate]

    @property
    def read(self) -> int:
        """How many were marked."""
        return sum(self.marks.values())


@dataclass(frozen=True, slots=True)
class Result:
    """What a review says: by category, and of the whole week, each mark among the conversations that it is for."""

    categories: tuple[CategoryResult, ...]
    whole: Mapping[Mark, Estimate]
    missing: Estimate


def category(journey: Journey, now: datetime) -> str:
    """The one category of a conversation: something odd about its end, else why it was handed over or what the bot did.

    The reasons of handoffs are categories by their own names; `offered` and `kept` are of those never handed over.
    """
    if journey.score in LOW_SCORES:
        return "low_rating"
    if journey.came_back is not None:
        return "came_back"
    if journey.dead_end(now) is not None:
        return "dead_end"
    if journey.passed is not None:
        return journey.passed.reason.value
    return "offered" if journey.last_decision is DecisionKind.OFFER else "kept"


def draw(journeys: Iterable[Journey], week: date, *, now: datetime) -> tuple[dict[str, int], tuple[Item, ...]]:
    """How many conversations each category has, and the sample: one of each category in turn, until it is full.

    Whoever reads only the first few has read of every category.
    """
    heaps: dict[str, list[Journey]] = {}
    for one in sorted(journeys, key=lambda one: _lot(week, one.id)):
        heaps.setdefault(category(one, now), []).append(one)
    order = _in_order({name: len(heap) for name, heap in heaps.items()})
    turns = [(turn, name) for turn in range(SAMPLE) for name in order if turn < len(heaps[name])]
    drawn = [(name, heaps[name][turn]) for turn, name in turns[:SAMPLE]]
    items = tuple(_item(place, name, one) for place, (name, one) in enumerate(drawn, 1))
    return {name: len(heaps[name]) for name in order}, items


def result(review: Review) -> Result:
    """What the marks of a review say."""
    weights = _weights(review)
    return Result(
        tuple(_of_category(name, review) for name in _in_order(review.began)),
        {mark: _whole(review.items, mark, weights) for mark in Mark},
        _estimate([(weights[one.category], one.source_missing) for one in review.items if one.mark]),
    )


def _in_order(began: Mapping[str, int]) -> list[str]:
    return sorted(began, key=lambda name: (name not in ODD, -began[name], name))


def _lot(week: date, id: ConversationId) -> bytes:
    return blake2b(f"{week}:{id}".encode(), digest_size=8).digest()


def _item(place: int, category: str, one: Journey) -> Item:
    passed = one.passed
    return Item(
        place=place,
        conversation=one.id,
        category=category,
        handed_over=passed is not None,
        reason=passed.reason.value if passed else None,
        queue=passed.queue_name if passed else None,
    )


def _of_category(name: str, review: Review) -> CategoryResult:
    items = [one for one in review.items if one.category == name]
    marks = Counter(one.mark for one in items if one.mark)
    estimates = {mark: _whole(items, mark, {name: 1.0}) for mark in Mark if marks[mark]}
    missing = sum(one.source_missing for one in items if one.mark)
    return CategoryResult(name, review.began[name], len(items), dict(marks), missing, estimates)


def _weights(review: Review) -> dict[str, float]:
    """How many conversations of the week each one that was read stands for, by category."""
    read = Counter(one.category for one in review.items if one.mark)
    return {name: began / read[name] for name, began in review.began.items() if read[name]}


def _whole(items: Sequence[Item], mark: Mark, weights: Mapping[str, float]) -> Estimate:
    among = OF_HANDOFFS if mark in OF_HANDOFFS else OF_KEPT
    return _estimate([(weights[one.category], one.mark is mark) for one in items if one.mark in among])


def _estimate(read: Sequence[tuple[float, bool]]) -> Estimate:
    """The weighted share, with Wilson's interval for as many as the weights leave (Kish's effective size)."""
    if not read:
        return Estimate(0)
    total = sum(weight for weight, _ in read)
    share = sum(weight for weight, has in read if has) / total
    size = total**2 / sum(weight**2 for weight, _ in read)
    spread = _SURE**2 / size
    middle = (share + spread / 2) / (1 + spread)
    half = _SURE * sqrt(share * (1 - share) / size + spread / size / 4) / (1 + spread)
    return Estimate(len(read), share, max(0.0, middle - half), min(1.0, middle + half))
