"""What a heap of journeys comes to: how many were resolved, handed over late or for nothing, came back, and how long it
took. Of all of them, and apart by week, by reason and by queue.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo
from statistics import median, quantiles
from typing import TypeVar

from baton.core.ids import ConversationId
from baton.core.journeys.first_replies import first_useful
from baton.core.journeys.journey import Journey, Passed

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Times:
    """Of how many, half within how many seconds, nine in ten within how many. None where there are none."""

    count: int = 0
    median_s: float | None = None
    ninetieth_s: float | None = None


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """How many customers rated, and their mean from 1 to 5; None where nobody did."""

    count: int = 0
    mean: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """The counts of some journeys; each is a number of conversations.

    `kept` were never handed over, `deflected` of these are closed, `left` of these by silence. `watched` ended so long
    ago that a return would have been seen, `came_back` of these did. `late` and `false` are what the log indicates;
    `marks` is what reviews say. `sourceless` were handed over for want of knowledge. `helped` and `not_helped` are
    ratings of packets.
    """

    conversations: int = 0
    resolved: int = 0
    kept: int = 0
    deflected: int = 0
    left: int = 0
    open: int = 0
    handed_over: int = 0
    claimed: int = 0
    answered: int = 0
    withdrawn: int = 0
    moved: int = 0
    late: int = 0
    false: int = 0
    sourceless: int = 0
    watched: int = 0
    came_back: int = 0
    helped: int = 0
    not_helped: int = 0
    dead_ends: Mapping[str, int] = field(default_factory=dict[str, int])
    marks: Mapping[str, int] = field(default_factory=dict[str, int])
    first_useful: Times = Times()
    to_resolution: Times = Times()
    bot_alone: Satisfaction = Satisfaction()
    after_handoff: Satisfaction = Satisfaction()
    whole: Satisfaction = Satisfaction()


@dataclass(frozen=True, slots=True)
class Measured:
    """The measures of a period: of all journeys, by the Monday of their week, by reason and by queue of the handoff.

    The queues go by their ids; `names` has how people call them.
    """

    whole: Measures
    weeks: tuple[tuple[date, Measures], ...]
    reasons: tuple[tuple[str, Measures], ...]
    queues: tuple[tuple[str, Measures], ...]
    names: Mapping[str, str]


def measured(journeys: Sequence[Journey], *, now: datetime, zone: tzinfo) -> Measured:
    """The measures of these journeys; weeks begin on Monday in that zone."""
    useful = first_useful(journeys)

    def of(some: Sequence[Journey]) -> Measures:
        return _measures(some, useful, now)

    passed = [one for one in journeys if one.passed]
    weeks = _apart(journeys, lambda one: monday(one.began.astimezone(zone).date()))
    reasons = _apart(passed, lambda one: one.passed.reason.value if one.passed else "")
    queues = _apart(passed, lambda one: one.passed.queue if one.passed else "")
    return Measured(
        of(journeys),
        tuple((week, of(some)) for week, some in sorted(weeks.items())),
        tuple((reason, of(some)) for reason, some in sorted(reasons.items(), key=_most_first)),
        tuple((queue, of(some)) for queue, some in sorted(queues.items(), key=_most_first)),
        {one.passed.queue: one.passed.queue_name for one in reversed(passed) if one.passed},
    )


def monday(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(days=day.weekday())


def _apart(journeys: Iterable[Journey], by: Callable[[Journey], K]) -> dict[K, list[Journey]]:
    found: dict[K, list[Journey]] = {}
    for one in journeys:
        found.setdefault(by(one), []).append(one)
    return found


def _most_first(item: tuple[str, list[Journey]]) -> tuple[int, str]:
    return -len(item[1]), item[0]


def _measures(journeys: Sequence[Journey], useful: Mapping[ConversationId, datetime], now: datetime) -> Measures:
    passed = [(one, one.passed) for one in journeys if one.passed]
    kept = [one for one in journeys if not one.passed]
    watched = [one for one in journeys if one.is_watched(now)]
    return Measures(
        conversations=len(journeys),
        resolved=sum(one.is_resolved for one in journeys),
        kept=len(kept),
        deflected=sum(one.is_closed for one in kept),
        left=sum(one.has_left for one in kept),
        open=sum(not one.is_closed for one in journeys),
        handed_over=len(passed),
        **_of_handoffs([handoff for _, handoff in passed]),
        watched=len(watched),
        came_back=sum(one.came_back is not None for one in watched),
        dead_ends=dict(Counter(end.value for end in (one.dead_end(now) for one in journeys) if end)),
        marks=dict(Counter(one.mark for one in journeys if one.mark)),
        first_useful=_times((useful[one.id] - handoff.opened) for one, handoff in passed if one.id in useful),
        to_resolution=_times((one.ended - handoff.opened) for one, handoff in passed if one.ended),
        bot_alone=_satisfaction(kept),
        after_handoff=_satisfaction([one for one, _ in passed]),
        whole=_satisfaction(journeys),
    )


def _of_handoffs(passed: Sequence[Passed]) -> dict[str, int]:
    return {
        "claimed": sum(one.claimed is not None for one in passed),
        "answered": sum(one.answered for one in passed),
        "withdrawn": sum(one.closed_how == "withdrawn" for one in passed),
        "moved": sum(one.moved > 0 for one in passed),
        "late": sum(one.looks_late for one in passed),
        "false": sum(one.looks_false for one in passed),
        "sourceless": sum(one.lacked_a_source for one in passed),
        "helped": sum(one.helped for one in passed),
        "not_helped": sum(one.not_helped for one in passed),
    }


def _times(lengths: Iterable[timedelta]) -> Times:
    seconds = sorted(max(0.0, one.total_seconds()) for one in lengths)
    if not seconds:
        return Times()
    ninetieth = quantiles(seconds, n=10, method="inclusive")[-1] if len(seconds) > 1 else seconds[0]
    return Times(len(seconds), median(seconds), ninetieth)


def _satisfaction(journeys: Iterable[Journey]) -> Satisfaction:
    scores = [one.score for one in journeys if one.score is not None]
    return Satisfaction(len(scores), sum(scores) / len(scores) if scores else None)
