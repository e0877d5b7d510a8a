"""What is wrong with queues that can be read: chains that go in a circle, modes that aren't allowed, customers that no
queue is for."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from baton.core.followups.modes import Mode
from baton.core.ids import QueueId
from baton.core.policy.finding import Finding, Severity
from baton.core.policy.model import Policy
from baton.core.policy.places import serves_language
from baton.core.policy.queue import Queue
from baton.core.policy.queue_words import describe_span


def queue_findings(policy: Policy, today: date | None = None) -> Iterator[Finding]:
    """Everything found about the queues; what has run out only where it is known which day it is."""
    yield from _circles(policy)
    for queue in policy.queues:
        yield from _modes(queue)
        yield from _modes_elsewhere(policy, queue)
        yield from _pointless(queue)
        if today is not None:
            yield from _run_out(queue, today)
    yield from _languages(policy)


def _of(queue: Queue, severity: Severity, code: str, message: str, hint: str = "") -> Finding:
    return Finding(severity, code, message, hint, None, queue.line, queue.column)


def _circles(policy: Policy) -> Iterator[Finding]:
    """Queues whose last steps lead from one to the other and round again, each circle once."""
    told: set[QueueId] = set()
    for queue in policy.queues:
        chain = _chain(policy, queue)
        if chain[0] == chain[-1] and len(chain) > 1 and queue.id not in told:
            told.update(chain)
            message = f"Nobody claims, and the conversation goes round: {' -> '.join(chain)}. The chain never ends."
            hint = f"End the `fallback` of {queue.id} with a ticket, a callback or an e-mail."
            yield _of(queue, Severity.ERROR, "fallback_circle", message, hint)


def _chain(policy: Policy, queue: Queue) -> list[QueueId]:
    """The queues that a conversation goes through when nobody claims, until a mode takes it or one comes again."""
    chain = [queue.id]
    here: Queue | None = queue
    while here is not None:
        onward = here.fallback[-1].queue if here.fallback else None
        if onward is None:
            break
        is_again = onward in chain
        chain.append(onward)
        here = None if is_again else policy.queue(onward)
    return chain


def _modes(queue: Queue) -> Iterator[Finding]:
    for step in queue.fallback:
        if step.mode is not None and step.mode not in queue.modes:
            message = f'Queue "{queue.id}" falls back to {step.mode.value}, which is not among its `modes`.'
            hint = f"Add {step.mode.value} to `modes`, or end the chain otherwise."
            yield _of(queue, Severity.ERROR, "fallback_mode", message, hint)


def _modes_elsewhere(policy: Policy, queue: Queue) -> Iterator[Finding]:
    """A mode at the end of a chain is agreed in the queue that the chain has led to by then."""
    here = queue
    for step in queue.fallback:
        here = policy.queue(step.queue) or here
        if step.mode in queue.modes and step.mode not in here.modes and step.mode is not Mode.TICKET:
            message = f'Queue "{queue.id}" falls back to {step.to} when its customers wait in {here.id}: it has none.'
            hint = f"They get a ticket instead. Add {step.to} to the `modes` of {here.id}, or end before you move on."
            yield _of(queue, Severity.WARNING, "fallback_mode_elsewhere", message, hint)


def _pointless(queue: Queue) -> Iterator[Finding]:
    """Steps that come after the conversation has found another end, or has left the queue."""
    for before, after in pairwise(queue.fallback):
        if before.mode is not None:
            message = f'Queue "{queue.id}" never comes to the step after {describe_span(after.after_s)}.'
            hint = f"After {describe_span(before.after_s)} it has already ended in {before.to}."
            yield _of(queue, Severity.WARNING, "never_reached", message, hint)
    leaves = min((step.after_s for step in queue.fallback), default=None)
    for step in queue.relax:
        if leaves is not None and step.after_s >= leaves:
            message = f'Queue "{queue.id}" asks for less after {describe_span(step.after_s)}: too late.'
            hint = f"The conversation has left it after {describe_span(leaves)}. Relax earlier, or fall back later."
            yield _of(queue, Severity.WARNING, "never_reached", message, hint)


def _run_out(queue: Queue, today: date) -> Iterator[Finding]:
    """Exceptions that are all past: somebody kept a calendar and stopped. Yearly days and public holidays go on."""
    dates = queue.hours.dates
    last = max(dates.exceptions, default=today)
    if last < today and not dates.yearly and not dates.regions:
        message = f'The hours of queue "{queue.id}" have run out: the last date under `except` was {last}.'
        hint = "Add the dates to come, such as the next holidays; a day of every year is 12-25. Or take them out."
        yield _of(queue, Severity.WARNING, "dates_run_out", message, hint)


def _languages(policy: Policy) -> Iterator[Finding]:
    for queue in policy.queues:
        alike = [one for one in policy.queues if set(one.topics) & set(queue.topics) or one.is_default]
        for language in policy.languages:
            if queue.languages and not any(serves_language(one, language) for one in alike):
                message = f'Queue "{queue.id}" serves {", ".join(queue.languages)}, and no queue serves {language}.'
                hint = (
                    f"Customers who write {language} are sent to it nevertheless. Add the language, or a queue for it."
                )
                yield _of(queue, Severity.WARNING, "language_not_served", message, hint)
