"""Webhooks: addresses that are told of events; how often an event is tried, and when an address gets a rest.

What holds for an address holds for any place outside that is told of the log: `channel` says how it is told.

Two clocks, because two things fail. An event that its receiver refuses is tried again after longer and longer gaps, and
holds up its own conversation alone. An address at which nothing arrives is asked with one event at a time.
"""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from baton.core.events import FOR_EVERYONE, EventKind
from baton.core.ids import ConversationId
from baton.core.messages import Audience
from baton.core.sources.urls import canonical, host_of

MOST = 20
"""Webhooks of a company."""

MOST_LABEL = 80

GAPS = tuple(timedelta(seconds=seconds) for seconds in (5, 30, 120, 600, 1800, 3600))
"""The pauses between the tries of one event; the last one repeats. Most receivers that restart are met by the first."""

MOST_TRIES = 76
"""Tries of one event: three days of them, a weekend and a morning."""

SPREAD = 0.2
"""The share of a pause by which it is longer or shorter, so that what failed together does not come together again."""

DOWN_AFTER = 3
"""Portions in a row of which nothing arrived, after which an address counts as down: one event at a time, and rests."""

RESTS = tuple(timedelta(seconds=seconds) for seconds in (5, 15, 60))
"""The rests of an address that is down; the last one repeats, and is how late it may be noticed that it is back."""

LONGEST_REST = timedelta(hours=1)
"""How long an address may ask to be left alone (`Retry-After`)."""

OFF_AFTER = timedelta(days=3)
"""After how long without anything arriving a webhook is switched off."""

OLD_SECRET_FOR = timedelta(days=1)
"""How long what is sent is signed with the secret before too, after the secret was renewed."""

SECONDS = 10.0
"""How long a receiver may take to answer, from looking up its name to the first bytes of its answer."""

FIRST_BYTES = 500
"""How much of an answer is read and kept."""

GONE = 410
"""The status by which a receiver says that it wants nothing any more."""


class Outcome(StrEnum):
    """What a try came to: it arrived, will be tried again, or was the last one."""

    DELIVERED = "delivered"
    FAILED = "failed"
    GAVE_UP = "gave_up"


class Cause(StrEnum):
    """Why a try was made: the event happened, somebody had it sent again, or it is a test."""

    EVENT = "event"
    AGAIN = "again"
    TEST = "test"


class Channel(StrEnum):
    """How a place outside is told: each event as the log has it, or as a chat is, in messages."""

    WEBHOOK = "webhook"
    SLACK = "slack"


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """An address that is told of events. `kinds` None means all, those of later versions too.

    `failures` are portions in a row of which nothing arrived. `waiting` counts the events that it is to be told of
    and that wait because a try failed or is under way; the log beyond is not counted.
    """

    id: str
    url: str = field(repr=False)
    created_at: datetime
    channel: Channel = Channel.WEBHOOK
    label: str = ""
    kinds: tuple[EventKind, ...] | None = None
    audience: Audience = Audience.TEAM
    secret_version: int = 1
    renewed_at: datetime | None = None
    is_on: bool = True
    why_off: str = ""
    failures: int = 0
    failing_since: datetime | None = None
    rests_until: datetime | None = None
    delivered_at: datetime | None = None
    created_by: str | None = None
    waiting: int = 0
    lease: str | None = field(default=None, repr=False)

    @property
    def name(self) -> str:
        """What the team calls it: its label, or its host. An address may hold a secret, and is not for every log."""
        return self.label or host_of(self.url)

    @property
    def is_down(self) -> bool:
        """Whether nothing has arrived there for a while."""
        return self.failures >= DOWN_AFTER

    @property
    def state(self) -> str:
        """`on`, `failing` or `off`."""
        if not self.is_on:
            return "off"
        return "failing" if self.failing_since else "on"

    def old_secret_until(self, now: datetime) -> datetime | None:
        """Until when the secret before counts too, None where it does not."""
        until = self.renewed_at + OLD_SECRET_FOR if self.renewed_at else None
        return until if until and until > now else None


@dataclass(frozen=True, slots=True)
class Pending:
    """An event that a webhook is still to be told of, by its cursor; `tries` are those that were made."""

    cursor: str
    conversation_id: ConversationId | None
    tries: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One try to tell a webhook of one event. `cursor` is None for a test. `ends`: it wants nothing any more.

    `status` is None where no answer came; `answer` are the first bytes of it, `why` says in a sentence what went
    wrong, `after` how long the receiver asked to be left alone. `ms` are milliseconds, `due_at` when it is tried again.
    """

    cursor: str | None
    kind: str
    at: datetime
    ms: int
    conversation_id: ConversationId | None = None
    seq: int | None = None
    cause: Cause = Cause.EVENT
    tries: int = 1
    status: int | None = None
    answer: str = ""
    why: str = ""
    outcome: Outcome = Outcome.DELIVERED
    after: timedelta | None = None
    due_at: datetime | None = None
    ends: bool = False
    id: int = 0

    @property
    def has_arrived(self) -> bool:
        """Whether the receiver took it."""
        return self.outcome is Outcome.DELIVERED


def flaws(one: Webhook, *, may_be_plain: bool) -> Iterator[str]:
    """What is wrong with a webhook, a sentence each. `may_be_plain`: this machine may be asked over plain HTTP."""
    if canonical(one.url) is None or not one.url.isascii() or not one.url.isprintable() or " " in one.url:
        yield "This is no web address. Write it like https://example.com/baton, without a user name or password."
    elif "#" in one.url:
        yield "An address with # in it means a place on a page. Leave that part out."
    elif not one.url.lower().startswith("https://") and not may_be_plain:
        yield "A webhook's address begins with https://, because customers' words travel to it."
    if len(one.label) > MOST_LABEL:
        yield f"A label has at most {MOST_LABEL} characters."
    hidden = [kind.value for kind in one.kinds or () if kind not in FOR_EVERYONE]
    if one.audience is Audience.EVERYONE and hidden:
        yield f"Customers do not see {', '.join(hidden)}. Leave them out, or choose the audience `team`."


def why_refused(status: int) -> str:
    """What an answer means that is not 2xx, in a sentence."""
    if 300 <= status < 400:
        return f"It answered {status}, which leads elsewhere. Register the address that it leads to."
    if status == GONE:
        return f"It answered {status}: it wants nothing any more."
    return f"It answered {status}."


def judged(attempt: Attempt, *, seed: str) -> Attempt:
    """A failed try with what becomes of its event: tried again after a gap, or given up. `seed` spreads the gaps."""
    if attempt.tries >= MOST_TRIES:
        return replace(attempt, outcome=Outcome.GAVE_UP)
    gap = _spread(GAPS[min(attempt.tries, len(GAPS)) - 1], f"{seed} {attempt.cursor} {attempt.tries}")
    due = attempt.at + max(gap, min(attempt.after or gap, LONGEST_REST))
    return replace(attempt, outcome=Outcome.FAILED, due_at=due)


def after_portion(before: Webhook, attempts: Sequence[Attempt], now: datetime) -> Webhook:
    """How a webhook stands after a portion of tries that ended at the same time."""
    last = next((one for one in attempts if one.ends or one.status == GONE), None)
    if last is not None:
        return _off(replace(before, failures=before.failures + 1), last.why)
    if any(one.has_arrived for one in attempts):
        return replace(before, failures=0, failing_since=None, rests_until=None, delivered_at=now)
    failures = before.failures + 1
    since = before.failing_since or now
    failing = replace(
        before, failures=failures, failing_since=since, rests_until=_rest(before.id, failures, attempts, now)
    )
    if now - since >= OFF_AFTER:
        return _off(
            failing, f"Nothing has arrived there for {OFF_AFTER.days} days. At the last try: {attempts[-1].why}"
        )
    return failing


def _off(one: Webhook, why: str) -> Webhook:
    return replace(one, is_on=False, why_off=why, rests_until=None)


def _rest(id: str, failures: int, attempts: Sequence[Attempt], now: datetime) -> datetime | None:
    asked = max((one.after for one in attempts if one.after), default=None)
    rest = RESTS[min(failures - DOWN_AFTER, len(RESTS) - 1)] if failures >= DOWN_AFTER else None
    longest = max((one for one in (min(asked, LONGEST_REST) if asked else None, rest) if one), default=None)
    return now + _spread(longest, f"{id} {failures}") if longest else None


def _spread(pause: timedelta, seed: str) -> timedelta:
    share = zlib.crc32(seed.encode()) / 0xFFFFFFFF
    return pause * (1 + SPREAD * (2 * share - 1))
