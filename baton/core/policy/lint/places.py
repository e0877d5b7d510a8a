"""Where rules send customers: whether somebody owns it, and whether it is open when they can fire."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import groupby

from baton.core.hours.dates import NO_EXCEPTIONS
from baton.core.hours.words import DAYS
from baton.core.ids import QueueId
from baton.core.policy.condition import Condition, Every, Not, Some, Within, comparisons
from baton.core.policy.lint.rules import covers, topics_of
from baton.core.policy.model import Policy, Queue
from baton.core.policy.rule import Action, Rule
from baton.core.signals import SignalKind

_MONDAY = datetime(2024, 1, 8)  # noqa: DTZ001 - any week without a clock change; the zone is the queue's
_STEP = 15
_STEPS_A_DAY = 24 * 60 // _STEP
_CLASSED = (
    SignalKind.POLICY_TOPIC,
    SignalKind.SENSITIVE_DATA,
    SignalKind.CUSTOMER_ATTRIBUTE,
    SignalKind.BUYING_INTENT,
)


def unowned_classes(policy: Policy) -> Iterator[tuple[Rule, tuple[str, ...]]]:
    """Topics, kinds of data and attributes that no queue names, by the first rule that hands each off.

    With one queue, it owns all. Every other reason for a handoff is its rule's queue's, or the default queue's.
    """
    if len(policy.queues) == 1:
        return
    told: set[str] = set()
    for rule in policy.in_order():
        if rule.when in _CLASSED and rule.then is Action.HANDOFF and rule.queue is None:
            sent = set(rule.topics or topics_of(policy, rule.when)) - told
            unnamed = tuple(sorted(topic for topic in sent if topic not in policy.ready.queue_of))
            told.update(unnamed)
            if unnamed:
                yield rule, unnamed


def closed_destinations(policy: Policy) -> Iterator[tuple[Queue, str, tuple[str, ...]]]:
    """Each queue that is closed at times when rules can send customers there: the times, and those rules."""
    for queue in policy.queues:
        if queue.hours.is_always:
            continue
        usual = replace(queue.hours, dates=NO_EXCEPTIONS)
        closed = [at for at in _week(queue) if not usual.is_open(at)]
        rules = [rule for rule in policy.in_order() if queue.id in destinations(policy, rule)]
        then = {rule.id: {at for at in closed if _can_fire(policy, rule, at)} for rule in rules}
        times = sorted({at for when in then.values() for at in when})
        if times:
            yield queue, _in_words(times), tuple(rule for rule, when in then.items() if when)


def destinations(policy: Policy, rule: Rule) -> set[QueueId]:
    """The queues that a rule can send customers to; none where it leads to nobody."""
    if rule.then not in (Action.HANDOFF, Action.OFFER):
        return set()
    if rule.queue is not None:
        return {rule.queue}
    topics = rule.topics or tuple(topics_of(policy, rule.when))
    return {policy.queue_for(topic) for topic in topics} or {policy.default_queue.id}


def _can_fire(policy: Policy, rule: Rule, at: datetime) -> bool:
    """Whether the rule can decide at that moment: its hours allow it, and no rule before it takes its place then."""
    if not _may_hold(rule.only_if, at):
        return False
    for other in policy.in_order():
        if other is rule:
            return True
        is_by_clock = all(isinstance(one, Within) for one in comparisons(other.only_if))
        takes_its_place = other.then is Action.HANDOFF and covers(replace(other, only_if=None), rule)
        if takes_its_place and is_by_clock and _may_hold(other.only_if, at):
            return False
    return True


def _may_hold(condition: Condition | None, at: datetime) -> bool:
    """Whether a condition can hold at a moment, whatever its other facts are."""
    if isinstance(condition, Every):
        return all(_may_hold(part, at) for part in condition.parts)
    if isinstance(condition, Some):
        return any(_may_hold(part, at) for part in condition.parts)
    if isinstance(condition, Not) and isinstance(condition.part, Within):
        return not condition.part.hours.is_open(at)
    return condition.hours.is_open(at) if isinstance(condition, Within) else True


def _week(queue: Queue) -> list[datetime]:
    monday = _MONDAY.replace(tzinfo=queue.hours.zone)
    return [monday + timedelta(minutes=_STEP * step) for step in range(7 * _STEPS_A_DAY)]


def _in_words(times: list[datetime]) -> str:
    """Moments of the week as spans: `Mon-Fri 00:00-09:00, 17:30-24:00; Sat-Sun all day`."""
    by_day = [[at.hour * 60 + at.minute for at in times if at.weekday() == day] for day in range(7)]
    said: list[str] = []
    for spans, days in groupby(range(7), key=lambda day: _spans(by_day[day])):
        run = list(days)
        if spans:
            names = DAYS[run[0]] if len(run) == 1 else f"{DAYS[run[0]]}-{DAYS[run[-1]]}"
            said.append(f"{names} {spans}")
    return "; ".join(said)


def _spans(minutes: list[int]) -> str:
    """The minutes of one day, joined where they follow each other."""
    if len(minutes) == _STEPS_A_DAY:
        return "all day"
    joined: list[list[int]] = []
    for minute in minutes:
        if joined and joined[-1][1] == minute:
            joined[-1][1] = minute + _STEP
        else:
            joined.append([minute, minute + _STEP])
    return ", ".join(f"{a // 60:02}:{a % 60:02}-{b // 60:02}:{b % 60:02}" for a, b in joined)
