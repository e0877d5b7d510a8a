"""The notice at a handoff, composed from what is true at that moment and nothing else.

It answers what a customer asks themselves: why, now or later, what was sent on, must I stay, how long, and
what if I leave. A sentence that promises returns its promise with it, so nothing is promised that isn't recorded.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from baton.core.copy.catalogues import Catalogue, Language, catalogue
from baton.core.copy.times import longest_told, slot_words, wait_words, when
from baton.core.copy.wording import URGING
from baton.core.decision import Reason
from baton.core.followups.modes import IN_LINE, Mode
from baton.core.promises import Promise, PromiseKind, answer_here, by, opens_at
from baton.core.waiting import WaitRange


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

    `mode` is how it goes on. `wait` is None where no range can be trusted. A ticket has a `reference` and a moment when
    it is `due`; a callback a `slot`; an answer by e-mail goes to `email`. Each is told only where it is known.
    `danger`: somebody's life or health is at risk, so whom to call comes before everything else.
    `channel` is where the customer reads it: by e-mail nobody leaves a page, and on the telephone all is short.
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
    mode: Mode = Mode.QUEUED
    wait: WaitRange | None = None
    reference: str | None = None
    slot: tuple[datetime, datetime] | None = None
    due: datetime | None = None
    email: str | None = None
    danger: bool = False
    channel: str = "web"

    @property
    def is_brief(self) -> bool:
        """Whether the short form is wanted."""
        return self.brief or self.danger or self.channel == "voice"


@dataclass(frozen=True, slots=True)
class Notice:
    """The notice as the customer reads it, its promises, and the sentence that answers each question."""

    text: str
    promises: tuple[Promise, ...]
    answers: Mapping[Question, str]


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence, with what it promises."""

    text: str
    promises: tuple[Promise, ...] = ()


def handoff_notice(facts: HandoffFacts, language: Language) -> Notice:
    """The notice for a handoff in the customer's language (or its nearest), with the promises it makes."""
    words = catalogue(language)
    why = _why(facts, words)
    now = _now_or_later(facts, words)
    how_long = _how_long(facts, words)
    sent = words.text("sent_brief" if facts.is_brief else "sent")
    leave = _leave(facts, words)
    answers = {
        Question.WHY: why,
        Question.NOW_OR_LATER: now.text,
        Question.HOW_LONG: how_long.text or now.text,
        Question.SENT_ON: sent,
        Question.MUST_I_STAY: leave,
        Question.IF_I_LEAVE: leave,
    }
    first = words.text(URGING) if facts.danger else ""
    text = _joined(words, first, why, now.text, how_long.text, sent, leave)
    return Notice(text, (*now.promises, *how_long.promises, answer_here(leave, facts.queue)), answers)


def closed_until(
    opens: datetime | None, words: Catalogue, *, now: datetime, zone: str | None
) -> tuple[str, tuple[Promise, ...]]:
    """That the team is closed, and when it opens where that is known and ahead: then it is promised."""
    if opens is None or opens <= now:
        return words.text("now_closed_unknown"), ()
    says = words.clause("now_closed", when=when(opens, now=now, words=words, customer_zone=zone))
    return says, (opens_at(says, opens, now=now),)


def team(name: str, words: Catalogue) -> str:
    """A queue's name in a sentence that says "team" already, so that "Billing team" is not a team team."""
    for said in (words.text("team_word").casefold(), "team"):
        if name.casefold().endswith(said) and name[: -len(said)].strip(" -"):
            return name[: -len(said)].strip(" -")
    return name


def _why(facts: HandoffFacts, words: Catalogue) -> str:
    if facts.queue_name:
        connect = words.text("connect_team", queue=team(facts.queue_name, words))
    else:
        connect = words.text("connect_person")
    return words.clause("why", connect=connect, because=_because(facts, words))


_SAID_AS = {"account_access": "security"}
"""Kinds of data whose reason is that of a topic: who is locked out has given no details that need care."""


def _because(facts: HandoffFacts, words: Catalogue) -> str:
    """The reason's words. A topic speaks only where the topic itself was the reason to stop."""
    by_topic = facts.reason in (Reason.POLICY_TOPIC, Reason.SENSITIVE_DATA)
    topic = f"because_topic_{_SAID_AS.get(facts.topic or '', facts.topic)}"
    if by_topic and words.has(topic):
        return words.text(topic)
    reason = "model_failed" if facts.reason is Reason.BOT_FAILED else facts.reason.value
    return words.text(f"because_{reason}" if words.has(f"because_{reason}") else "because_default")


def _now_or_later(facts: HandoffFacts, words: Catalogue) -> _Said:
    match facts.mode:
        case Mode.TICKET if facts.reference:
            return _Said(words.text("now_ticket", reference=facts.reference))
        case Mode.EMAIL if facts.email:
            return _Said(words.text("now_email", email=facts.email))
        case Mode.CALLBACK if facts.slot:
            return _call(facts, facts.slot, words)
        case Mode.CALLBACK:
            return _Said(words.text("now_callback_later"))
        case Mode.TICKET | Mode.EMAIL | Mode.OUTSIDE:
            return _Said(words.text("now_later"))
        case _:
            return _line(facts, words)


def _call(facts: HandoffFacts, slot: tuple[datetime, datetime], words: Catalogue) -> _Said:
    told = slot_words(slot, now=facts.now, words=words, customer_zone=facts.customer_timezone)
    says = words.clause("now_callback", slot=told)
    promise = by(PromiseKind.CALLBACK_AT, says, slot[1], now=facts.now, basis=f"a slot of the queue {facts.queue}")
    return _Said(says, (promise,))


def _line(facts: HandoffFacts, words: Catalogue) -> _Said:
    if facts.is_open:
        return _Said(words.text("now_here" if facts.operators_here > 0 else "now_away"))
    return _Said(*closed_until(facts.next_open, words, now=facts.now, zone=facts.customer_timezone))


def _how_long(facts: HandoffFacts, words: Catalogue) -> _Said:
    """The place in line and the wait, or by when; else that it isn't known. A slot or an opening says it already."""
    if facts.mode in IN_LINE:
        return _waits(facts, words) if facts.is_open else _Said("")
    if facts.mode is Mode.CALLBACK and facts.slot:
        return _Said("")
    if facts.due is None or facts.due <= facts.now:
        return _from_opening(facts, words)
    says = words.clause("due_by", when=_when(facts.due, facts, words))
    kind = PromiseKind.EMAIL_BY if facts.mode is Mode.EMAIL else PromiseKind.TICKET_BY
    return _Said(says, (by(kind, says, facts.due, now=facts.now, basis=f"the target of the queue {facts.queue}"),))


def _from_opening(facts: HandoffFacts, words: Catalogue) -> _Said:
    """No time can be told by which it is answered; where the queue is closed, from when somebody is there. A call has a
    time of its own, which is still to be chosen.
    """
    if facts.mode is Mode.CALLBACK or facts.is_open or facts.next_open is None or facts.next_open <= facts.now:
        return _Said(words.text("wait_unknown"))
    return _Said(*closed_until(facts.next_open, words, now=facts.now, zone=facts.customer_timezone))


def _waits(facts: HandoffFacts, words: Catalogue) -> _Said:
    if facts.position is None or (facts.operators_here == 0 and facts.wait is None):
        place = ""
    elif facts.position <= 1:
        place = words.text("wait_next")
    else:
        place = words.text("wait_position", position=facts.position)
    if facts.wait is None:
        told = _first_reply(facts, words)
        return replace(told, text=_joined(words, place, told.text) or words.text("wait_unknown"))
    says = words.clause("wait_range", range=wait_words(facts.wait, words))
    until = facts.now + timedelta(seconds=longest_told(facts.wait))
    promise = by(PromiseKind.WAIT_WITHIN, says, until, now=facts.now, basis=f"the waits of the queue {facts.queue}")
    return _Said(_joined(words, place, says), (promise,))


def _first_reply(facts: HandoffFacts, words: Catalogue) -> _Said:
    """By when a person replies, where the queue has a target and there is somebody who could keep it."""
    if facts.due is None or facts.due <= facts.now or facts.operators_here == 0:
        return _Said("")
    says = words.clause("due_by", when=_when(facts.due, facts, words))
    basis = f"the target of the queue {facts.queue}"
    return _Said(says, (by(PromiseKind.FIRST_REPLY_BY, says, facts.due, now=facts.now, basis=basis),))


def _joined(words: Catalogue, *parts: str) -> str:
    return words.text("joint").join(part for part in parts if part)


def _leave(facts: HandoffFacts, words: Catalogue) -> str:
    """Whether the customer must stay, and what happens if they leave: both are one sentence."""
    if facts.mode is Mode.CALLBACK:
        return words.text("leave_callback")
    if facts.channel == "email":
        return words.text("leave_mail")
    if facts.mode is Mode.EMAIL and facts.email:
        return words.text("leave_email", email=facts.email)
    if facts.is_brief:
        return words.text("leave_brief")
    return words.text("leave_live" if facts.mode is Mode.LIVE else "leave")


def _when(moment: datetime, facts: HandoffFacts, words: Catalogue) -> str:
    return when(moment, now=facts.now, words=words, customer_zone=facts.customer_timezone)
