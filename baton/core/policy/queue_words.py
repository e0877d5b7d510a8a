"""A queue in words: whom it serves, whom it needs, and what comes when nobody claims."""

from collections.abc import Iterator, Mapping

from baton.core.followups.modes import Mode
from baton.core.policy.queue import LANGUAGE, Assign, Fallback, Queue, Relax

_ENDS: Mapping[Mode, str] = {
    Mode.TICKET: "a ticket is opened",
    Mode.CALLBACK: "a call back is offered",
    Mode.EMAIL: "it goes on by e-mail",
}
_UNITS = (("day", 86_400), ("hour", 3600), ("minute", 60), ("second", 1))


def describe_span(seconds: int) -> str:
    """A length of time in the largest unit that says it exactly: `90 seconds`, `5 minutes`."""
    name, size = next((unit for unit in _UNITS if seconds and seconds % unit[1] == 0), _UNITS[-1])
    count = seconds // size
    return f"{count} {name}{'' if count == 1 else 's'}"


def describe_relax(step: Relax) -> str:
    """One step of asking for less."""
    if step.lower:
        what = "one level less" if step.lower == 1 else f"{step.lower} levels less"
    else:
        what = "any language" if step.drop == LANGUAGE else f"without {step.drop}"
    return f"{what} after {describe_span(step.after_s)}"


def describe_end(step: Fallback, names: Mapping[str, str]) -> str:
    """Where a step leads, other queues by their names: `to Support`, `a ticket is opened`."""
    return f"to {names.get(step.queue or '', step.queue)}" if step.mode is None else _ENDS[step.mode]


def describe_fallback(step: Fallback) -> str:
    """One step of the chain."""
    return f"after {describe_span(step.after_s)} {describe_end(step, {})}"


def describe_counts(counts: Mapping[str, int]) -> str:
    """Names with their numbers, as the file has them."""
    return ", ".join(f"{name} {number}" for name, number in counts.items())


def describe_queue(queue: Queue) -> tuple[str, ...]:
    """What there is to say of a queue beside its owner, hours and topics, a line for each thing."""
    target = (f"first reply within {describe_span(queue.target_s)}",) if queue.target_s else ()
    chain = f"if nobody claims: {'; '.join(describe_fallback(step) for step in queue.fallback)}"
    return (*target, *describe_routing(queue), chain)


def describe_routing(queue: Queue) -> tuple[str, ...]:
    """Whom it serves, whom it needs, and how it finds them, a line for each thing."""
    return tuple(_routing(queue))


def _routing(queue: Queue) -> Iterator[str]:
    serves = [*queue.languages, *(f"tier {tier}" for tier in queue.tiers), *([queue.region] if queue.region else [])]
    if serves:
        yield f"serves {', '.join(serves)}"
    if queue.skills:
        yield f"needs {describe_counts(queue.skills)}"
    if queue.assign is Assign.PUSH:
        yield f"offered to one after the other, {describe_span(queue.offer_s)} each"
    if queue.relax:
        yield f"if it takes long: {'; '.join(describe_relax(step) for step in queue.relax)}"
