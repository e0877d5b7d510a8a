"""The queues that rules lead to: each with somebody who answers for it, hours, people who can, and an end."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from typing import Protocol

from baton.core.followups.modes import Mode
from baton.core.hours.words import describe_hours
from baton.core.launch.line import Line, Mark, Part, listed
from baton.core.launch.rules import languages_of
from baton.core.policy.lint.places import destinations
from baton.core.policy.model import Policy
from baton.core.policy.places import serves_language
from baton.core.policy.queue import LANGUAGE, Queue
from baton.core.policy.queue_words import describe_counts, describe_fallback
from baton.core.policy.staffing import Named, Person, names_of, speaks, who_could


class Colleague(Named, Person, Protocol):
    """Somebody of the team, as far as this is concerned."""


def queue_lines(
    policy: Policy,
    team: Sequence[Colleague],
    *,
    left: Sequence[Named],
    placeholders: Collection[str],
    can_mail: bool,
    now: datetime,
) -> Iterator[Line]:
    """What keeps each queue from taking what rules send there, or that nothing does.

    `placeholders` are the owners that the default policy names, which nobody has chosen. A queue to which no rule and
    no fallback leads is only warned of.
    """
    rules = _rules_to(policy)
    for queue in policy.queues:
        found = [
            *_owner(queue, team, left, placeholders),
            *_hours(queue, now),
            *_people(policy, queue, team),
            *_chain(queue, can_mail=can_mail),
        ]
        yield from found
        if queue.id not in rules and not _is_reached(policy, queue):
            says = f'No rule and no fallback leads to queue "{queue.id}".'
            yield _line(queue, Mark.WARNING, says, "Name it in a rule or give it topics, or take it out.")
        elif all(one.mark is not Mark.REFUSES for one in found):
            yield _line(queue, Mark.OK, _well(queue, rules.get(queue.id, 0)))


def _rules_to(policy: Policy) -> dict[str, int]:
    """How many rules can send customers to each queue."""
    return dict(Counter(queue_id for rule in policy.in_order() for queue_id in destinations(policy, rule)))


def _is_reached(policy: Policy, queue: Queue) -> bool:
    """Whether a rule, a topic or the chain of another queue leads there."""
    onward = (step.queue for one in policy.queues if one is not queue for step in one.fallback)
    return queue.is_default or bool(queue.topics) or queue.id in onward


def _well(queue: Queue, rules: int) -> str:
    led = f"{rules} rule{'' if rules == 1 else 's'}" if rules else "no rule by itself"
    chain = "; ".join(describe_fallback(step) for step in queue.fallback)
    return f"{queue.name}: {led}; {queue.owner} answers for it; open {describe_hours(queue.hours)}; {chain}."


def _owner(queue: Queue, team: Sequence[Named], left: Sequence[Named], placeholders: Collection[str]) -> Iterator[Line]:
    owner = queue.owner.casefold()
    if any(owner in names_of(one) for one in team):
        return
    if gone := next((one for one in left if owner in names_of(one)), None):
        says = f"{gone.name} answers for {queue.name}, and has left the team."
        yield _line(queue, Mark.REFUSES, says, "Write as its `owner` who answers for it now.")
    elif queue.owner in placeholders:
        says = f'Nobody was named who answers for {queue.name}: "{queue.owner}" came with Baton.'
        yield _line(queue, Mark.REFUSES, says, "Write as its `owner` a person of the team, by name or address.")
    else:
        says = f'"{queue.owner}" answers for {queue.name}, and nobody of the team has this name or address.'
        hint = "Fine for a team; but then nobody by name is told of broken promises."
        yield _line(queue, Mark.WARNING, says, hint)


def _hours(queue: Queue, now: datetime) -> Iterator[Line]:
    if queue.hours.next_open(now) is None:
        says = f"{queue.name} never opens in the next year."
        yield _line(queue, Mark.REFUSES, says, "Give it `hours`, or take out the dates that close it.")


def _people(policy: Policy, queue: Queue, team: Sequence[Person]) -> Iterator[Line]:
    able = who_could(queue, team)
    if not able:
        needs = f": nobody has {describe_counts(queue.skills)}" if queue.skills and team else ""
        yield _line(queue, Mark.REFUSES, f"Nobody could serve {queue.name}{needs}.", "Add an operator who can.")
        return
    served = [one for one in languages_of(policy) if serves_language(queue, one)]
    lacking = [one for one in dict.fromkeys((*queue.languages, *served)) if not any(speaks(p, one) for p in able)]
    if lacking:
        gives_way = any(step.drop == LANGUAGE for step in queue.relax)
        says = f"Nobody who could serve {queue.name} speaks {listed(lacking)}."
        hint = "Add the language to an operator, or let the queue ask for less in time (`relax`, drop: language)."
        yield _line(queue, Mark.WARNING if gives_way else Mark.REFUSES, says, hint)


def _chain(queue: Queue, *, can_mail: bool) -> Iterator[Line]:
    if not can_mail and any(step.mode is Mode.EMAIL for step in queue.fallback):
        says = f"{queue.name} falls back to e-mail, and the desk has no mailbox for this company."
        yield _line(queue, Mark.REFUSES, says, "Set up the mailbox (BATON_MAIL), or end the chain in a ticket.")


def _line(queue: Queue, mark: Mark, says: str, hint: str = "") -> Line:
    return Line(Part.QUEUES, mark, says, hint, f"queues/{queue.id}", queue.line, queue.column)
