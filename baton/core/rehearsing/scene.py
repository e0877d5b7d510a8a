"""A scene of the rehearsal as it was played: what was written, what the customer read, and what is to be said of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Scene(StrEnum):
    """The programme, in the order in which it is played."""

    QUESTIONS = "questions"
    ANGRY = "angry"
    CLOSED = "closed"
    NOBODY = "nobody"
    FULL = "full"
    MISSING = "missing"
    BROKEN = "broken"
    LANGUAGE = "language"
    INTERRUPTED = "interrupted"
    RULES = "rules"
    SENSITIVE = "sensitive"
    PACKET = "packet"


TITLES = {
    Scene.QUESTIONS: "The questions that must work",
    Scene.ANGRY: "Five angry messages",
    Scene.CLOSED: "The queue is closed",
    Scene.NOBODY: "Open, and nobody is there",
    Scene.FULL: "The queue is full",
    Scene.MISSING: "Nothing to answer from",
    Scene.BROKEN: "Something is broken",
    Scene.LANGUAGE: "Languages",
    Scene.INTERRUPTED: "Interruptions",
    Scene.RULES: "What must stop the bot",
    Scene.SENSITIVE: "Data that needs care",
    Scene.PACKET: "What the operator gets",
}


class Verdict(StrEnum):
    """How a scene went. What only a person can judge is to be looked at."""

    PASSED = "passed"
    LOOK = "look"
    FAILED = "failed"


WORST_FIRST = (Verdict.FAILED, Verdict.LOOK, Verdict.PASSED)


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing said of a scene. `room` is the console's room to mend it in, `line` that of the policy, 0 for none."""

    verdict: Verdict
    says: str
    hint: str = ""
    room: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """A scene as it was played.

    `wrote` are the customer's messages, `reads` what they read, both in order. `decided` tells the last decision,
    `rule` and `queue` are its rule and the queue's name. `at` is the moment at which it was played, in the queue's
    zone, where that matters.
    """

    scene: Scene
    title: str
    remarks: tuple[Remark, ...]
    language: str = "en"
    wrote: tuple[str, ...] = ()
    reads: tuple[str, ...] = ()
    decided: str = ""
    rule: str | None = None
    queue: str | None = None
    sources: tuple[str, ...] = ()
    at: datetime | None = None

    @property
    def verdict(self) -> Verdict:
        """The worst of what is said of it; passed where nothing is."""
        return worst([one.verdict for one in self.remarks])


def worst(verdicts: Sequence[Verdict]) -> Verdict:
    """The worst of them; passed where there is none."""
    return next((one for one in WORST_FIRST if one in verdicts), Verdict.PASSED)


def passed(says: str) -> Remark:
    """It went as it should."""
    return Remark(Verdict.PASSED, says)


def look(says: str, hint: str = "", room: str = "", *, line: int = 0) -> Remark:
    """A person has to judge it."""
    return Remark(Verdict.LOOK, says, hint, room, line)


def failed(says: str, hint: str = "", room: str = "", *, line: int = 0) -> Remark:
    """It must not be so."""
    return Remark(Verdict.FAILED, says, hint, room, line)


def fault(says: str) -> Remark:
    """What no set-up can bring about, and so is a mistake of the program's."""
    return failed(says, "This is a fault of Baton's. Please report it.")
