"""What a customer reads while nobody can take them: the queue is closed, nobody is there, or it is full."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from baton.core.copy.times import when
from baton.core.followups.modes import IN_LINE, Mode
from baton.core.policy.queue import Queue
from baton.core.policy.queue_words import describe_fallback
from baton.core.promises import Promise, PromiseKind
from baton.core.rehearsing.presence import says_somebody_is_there
from baton.core.rehearsing.scene import Remark, failed, fault, look, passed
from baton.core.rehearsing.seen import Seen

_NEEDS_SOMEBODY = (PromiseKind.WAIT_WITHIN, PromiseKind.FIRST_REPLY_BY)
"""What can only be promised where somebody is there to keep it."""

_NAMED = {
    Mode.LIVE: "a chat at once",
    Mode.QUEUED: "a place in line",
    Mode.TICKET: "a ticket",
    Mode.CALLBACK: "a call back",
    Mode.EMAIL: "an answer by e-mail",
    Mode.OUTSIDE: "an answer from the outside desk",
}

WORDING, POLICY = "wording", "policy"


def closed(seen: Seen, queue: Queue, at: datetime, offered: Sequence[Mode]) -> Iterator[Remark]:
    """Whether the notice of a closed queue is true, names the next opening, and shows a way on."""
    yield from _nobody_promised(seen)
    opens = queue.hours.next_open(at)
    named = when(opens, now=at, words=seen.words) if opens else ""
    due = [one for one in seen.promises if one.due is not None and one.says in seen.text]
    late = [one for one in due if one.due is not None and not _can_be_kept(queue, one, one.due)]
    if late:
        yield failed(f"It promises what falls into closed hours: “{late[0].says}”", "Mend the hours.", _room(queue))
    if opens is None:
        yield failed("The queue never opens again.", "Give it hours.", _room(queue), line=queue.line)
    elif named not in seen.text and not due:
        yield failed(f"It doesn't say when the queue opens ({named}).", "Mend the wording.", WORDING)
    else:
        yield passed(f"It says when: {due[0].says if due and named not in seen.text else named}")
    yield from _way_on(seen, queue, offered)


def nobody_there(seen: Seen, queue: Queue) -> Iterator[Remark]:
    """Whether an open queue that nobody serves at the moment promises nobody."""
    bad = list(_nobody_promised(seen))
    yield from bad
    if not bad:
        yield passed(f"Nobody is promised. Then {_chain(queue)}.")


def full(seen: Seen, ahead: int) -> Iterator[Remark]:
    """Whether a customer behind others is told their place, and no chat at once."""
    handoff = seen.conversation.handoff
    if handoff is None:
        return
    if handoff.mode is Mode.LIVE:
        yield fault("A chat at once is told, and nobody has room.")
    elif handoff.mode not in IN_LINE:
        yield passed(f"Instead of a place in line they get {_NAMED[handoff.mode]}.")
    elif str(ahead + 1) in _figures(seen.text):
        yield passed(f"They read that they are number {ahead + 1}.")
    else:
        yield look(f"They are number {ahead + 1}, and don't read it.", "Read the wording.", WORDING)


def _nobody_promised(seen: Seen) -> Iterator[Remark]:
    found = says_somebody_is_there(seen.text, seen.words)
    if found:
        yield failed(f"It says “{found}”, and nobody is there.", "Mend the wording.", WORDING)
    promised = next((one for one in seen.promises if one.kind in _NEEDS_SOMEBODY), None)
    if promised:
        yield failed(f"It promises “{promised.says}”, and nobody is there.", "Mend the wording.", WORDING)


def _way_on(seen: Seen, queue: Queue, offered: Sequence[Mode]) -> Iterator[Remark]:
    handoff = seen.conversation.handoff
    if handoff is None:
        return
    others = [_NAMED[one] for one in offered if one is not handoff.mode]
    beside = f"; they may choose {' or '.join(others)}" if others else ""
    if handoff.mode is Mode.LIVE:
        yield failed("A chat at once is told while the queue is closed.", "Mend the queue.", _room(queue))
    elif handoff.mode is Mode.QUEUED:
        hint = "Add ticket, callback or email to its `modes`."
        yield look(f"They wait in line until it opens{beside}.", hint, _room(queue), line=queue.line)
    else:
        yield passed(f"They get {_NAMED[handoff.mode]}{beside}.")


def _can_be_kept(queue: Queue, promise: Promise, due: datetime) -> bool:
    """Whether somebody is there in the time that ends with it: at closing time it still counts."""
    if promise.kind is PromiseKind.OPENS_AT:
        return queue.hours.is_open(due)
    opens = queue.hours.next_open(due)
    return queue.hours.is_open(due) or opens is None or queue.hours.closes(_just_before(due)) == due


def _just_before(moment: datetime) -> datetime:
    return moment - timedelta(seconds=1)


def _chain(queue: Queue) -> str:
    return ", then ".join(describe_fallback(step) for step in queue.fallback)


def _room(queue: Queue) -> str:
    return f"queues/{queue.id}"


def _figures(text: str) -> str:
    """The text with the figures of every script as 0 to 9."""
    return "".join(str(int(one)) if one.isdecimal() else one for one in text)
