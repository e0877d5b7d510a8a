"""The notice at a handoff, composed from what is true at that moment and nothing else.

It answers what a customer asks themselves: why, now or later, what was sent on, must I stay, how long, and
what if I leave. A sentence that promises returns its promise with it, so nothing is promised that isn't recorded.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from baton.core.copy.catalogues import Catalogue, catalogue
from baton.core.copy.times import when
from baton.core.decision import Reason
from baton.core.promises import Promise, answer_here, opens_at


class Question(StrEnum):
    """What every handoff notice answers."""

    WHY = "why"
    NOW_OR_LATER = "now_or_later"
    SENT_ON = "sent_on"
    MUST_I_STAY = "must_i_stay"
    HOW_LONG = "how_long"
    IF_I_LEAVE = "if_i_leave"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoffFacts:
    """What is known when a handoff opens.

    `operators_here` counts people of the queue who are at their desk now. `position` is 1 for the next in
    line, None where unknown. `next_open` is in the queue's zone, set where it is closed. `customer_timezone`
    is the customer's, where their browser told it. `brief` asks for the short form, after frustration.
    """

    reason: Reason
    queue: str
    is_open: bool
    operators_here: int
    now: datetime
    queue_name: str | None = None
    topic: str | None = None
    position: int | None = None
    next_open: datetime | None = None
    customer_timezone: str | None = None
    brief: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """The notice as the customer reads it, its promises, and the sentence that answers each question."""

    text: str
    promises: tuple[Promise, ...]
    answers: Mapping[Question, str]


def handoff_notice(facts: HandoffFacts, language: str | None) -> Notice:
    """The notice for a handoff in the customer's language (or its nearest), with the promises it makes."""
    words = catalogue(language)
    why = _why(facts, words)
    now, promises = _now_or_later(facts, words)
    how_long = _how_long(facts, words)
    sent = words.text("sent_brief" if facts.brief else "sent")
    leave = words.text("leave_brief" if facts.brief else "leave")
    answers = {
        Question.WHY: why,
        Question.NOW_OR_LATER: now,
        Question.HOW_LONG: how_long or now,
        Question.SENT_ON: sent,
        Question.MUST_I_STAY: leave,
        Question.IF_I_LEAVE: leave,
    }
    text = words.text("joint").join(part for part in (why, now, how_long, sent, leave) if part)
    return Notice(text, (*promises, answer_here(leave, facts.queue)), answers)


def team(name: str, words: Catalogue) -> str:
    """A queue's name in a sentence that says "team" already, so that "Billing team" is not a team team."""
    for said in (words.texts["team_word"].casefold(), "team"):
        if name.casefold().endswith(said) and name[: -len(said)].strip(" -"):
            return name[: -len(said)].strip(" -")
    return name


def _why(facts: HandoffFacts, words: Catalogue) -> str:
    if facts.queue_name:
        connect = words.text("connect_team", queue=team(facts.queue_name, words))
    else:
        connect = words.text("connect_person")
    # Clauses are the catalogue's own words: they go in as they are, without the isolation that names need.
    return words.texts["why"].format(connect=connect, because=_because(facts, words))


def _because(facts: HandoffFacts, words: Catalogue) -> str:
    """The reason's words. A topic speaks only where the topic itself was the reason to stop."""
    by_topic = facts.reason in (Reason.POLICY_TOPIC, Reason.SENSITIVE_DATA)
    topic = f"because_topic_{facts.topic}"
    if by_topic and words.has(topic):
        return words.text(topic)
    reason = f"because_{facts.reason.value}"
    return words.text(reason if words.has(reason) else "because_default")


def _now_or_later(facts: HandoffFacts, words: Catalogue) -> tuple[str, tuple[Promise, ...]]:
    if facts.is_open:
        return words.text("now_here" if facts.operators_here > 0 else "now_away"), ()
    if facts.next_open is None or facts.next_open <= facts.now:
        return words.text("now_closed_unknown"), ()
    moment = when(facts.next_open, now=facts.now, words=words, customer_zone=facts.customer_timezone)
    says = words.texts["now_closed"].format(when=moment)
    return says, (opens_at(says, facts.next_open, now=facts.now),)


def _how_long(facts: HandoffFacts, words: Catalogue) -> str | None:
    """The place in line, or that the wait isn't known. Where the queue is closed, its opening says it."""
    if not facts.is_open:
        return None
    if facts.operators_here == 0 or facts.position is None:
        return words.text("wait_unknown")
    if facts.position <= 1:
        return words.text("wait_next")
    return words.text("wait_position", position=facts.position)
