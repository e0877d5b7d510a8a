"""Macros: steps that an operator takes at once, in order, and sees before they are taken."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from baton.core.labels import label_name
from baton.core.policy.dispositions import STANDARD, Disposition, flaw
from baton.core.policy.rule import PRIORITIES

MOST_MACROS = 100
MOST_STEPS = 10
MOST_NOTE = 1_000
"""Characters of a note that a macro writes."""

SNOOZES = ("later_today", "tomorrow", "next_week", "until_reply")


class Do(StrEnum):
    """What a step does. Each is a verb that the operator could give by hand, with the same refusals."""

    REPLY = "reply"
    NOTE = "note"
    LABEL = "label"
    UNLABEL = "unlabel"
    PRIORITY = "priority"
    SNOOZE = "snooze"
    TRANSFER = "transfer"
    RESOLVE = "resolve"


GIVES_AWAY = (Do.TRANSFER, Do.RESOLVE)
"""After these the operator no longer holds the conversation."""

STILL_CAN = (Do.NOTE, Do.LABEL, Do.UNLABEL)
"""What takes no baton."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step. `what` is a canned reply's shortcut, a note's text, a label, priority, snooze, queue or disposition."""

    do: Do
    what: str


@dataclass(frozen=True, slots=True)
class Macro:
    """Steps behind a name."""

    name: str
    steps: tuple[Step, ...]
    updated_at: datetime
    updated_by: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What steps may name in this company."""

    canned: Container[str]
    labels: Container[str]
    queues: Mapping[str, str]
    dispositions: tuple[Disposition, ...] = STANDARD


def macro_name(text: str) -> str:
    """What people type as a macro's name, as it is kept: in lower case, with hyphens for spaces, without the slash."""
    return label_name(text.strip().lstrip("/"))


def flaws(macro: Macro, known: Known) -> Iterator[str]:
    """What is wrong with a macro, a sentence each."""
    if not macro.name or len(macro.name) > 40 or not macro.name.replace("-", "").replace("_", "").isalnum():
        yield "A macro's name has at most 40 letters, digits and hyphens, such as refund-done."
    if not 1 <= len(macro.steps) <= MOST_STEPS:
        yield f"A macro has 1 to {MOST_STEPS} steps."
    gone: Step | None = None
    for n, step in enumerate(macro.steps, 1):
        yield from (f"Step {n}: {flaw}" for flaw in _flaws(step, known))
        if gone is not None and step.do not in STILL_CAN:
            yield f"Step {n} can't follow {gone.do.value}: you no longer hold the conversation then."
        gone = step if step.do in GIVES_AWAY else gone


def says(step: Step, known: Known) -> str:
    """A step as one tells it."""
    match step.do:
        case Do.REPLY:
            return f"Send /{step.what}"
        case Do.NOTE:
            return f"Note for the team: {step.what}"
        case Do.LABEL:
            return f"Label {step.what}"
        case Do.UNLABEL:
            return f"Remove the label {step.what}"
        case Do.PRIORITY:
            return f"Set the priority to {step.what}"
        case Do.SNOOZE:
            return f"Snooze: {step.what.replace('_', ' ')}"
        case Do.TRANSFER:
            return f"Transfer to {known.queues.get(step.what, step.what)}"
        case Do.RESOLVE:
            return f"Resolve as {_outcome(step.what, known)}"


def _outcome(id: str, known: Known) -> str:
    return next((one.name for one in known.dispositions if one.id == id), id.replace("_", " "))


def _flaws(step: Step, known: Known) -> Iterator[str]:
    what = step.what
    match step.do:
        case Do.REPLY if what not in known.canned:
            yield f"there is no canned reply /{what}. Write it first, in the console."
        case Do.NOTE if not 1 <= len(what.strip()) <= MOST_NOTE:
            yield f"a note has 1 to {MOST_NOTE:,} characters."
        case Do.LABEL if what not in known.labels:
            yield f"there is no label {what}. Add it first, in the console."
        case Do.PRIORITY if what not in PRIORITIES:
            yield f"there is no priority {what}. Use one of {', '.join(PRIORITIES)}."
        case Do.SNOOZE if what not in SNOOZES:
            yield f"there is no snooze {what}. Use one of {', '.join(SNOOZES)}."
        case Do.TRANSFER if what not in known.queues:
            yield f"there is no queue {what}. Use one of {', '.join(known.queues)}."
        case Do.RESOLVE if (said := flaw(known.dispositions, what)) is not None:
            yield said[0].lower() + said[1:]
        case _:
            return
