"""The bot's own memory of a conversation: small counters that are folded after each decision and stored with it."""

from dataclasses import field
from typing import Any

from baton.core.values import value


@value
class Track:
    """What the rules need to know of the turns before this one.

    `clarified`: clarifying questions in a row. `unanswered`: turns in a row without an answer from a source.
    `offered`: whether the human option was put forward last turn. `turns`: customer turns decided so far.
    `question_before`: the last question that was looked up, in words, for what leans on it.
    `last_question`: the stems of the last question; `last_passages`: what the last answer quoted (`Citation.taken`).
    `reopened`: whether this is the first turn after the conversation had been resolved.
    `failures`: answers in a row that the customer said did not help, or that repeated the one before.
    `course`: what happened as somebody else's bot names it, the latest events; `strain`: how badly it has gone so far,
    0..1. `risk`: how likely it is, 0..1, that it ends badly; `troubles`: the kinds of signal that say so, latest first.
    `last_answer`: stems of that bot's last answer; `bot_failed`: why its last turn got the customer nowhere.
    `asked`: questions back since the last answer, in a row or not.
    `tools`: what each tool of that bot said last, by its name; `unread`: whether it has yet to say what it understood
    of the customer's last message.
    `returned`: whether a person, or the customer who cancelled the wait, gave the conversation back to the bot.
    """

    turns: int = 0
    clarified: int = 0
    asked: int = 0
    unanswered: int = 0
    failures: int = 0
    offered: bool = False
    last_question: tuple[str, ...] = ()
    last_passages: tuple[str, ...] = ()
    question_before: str = ""
    reopened: bool = False
    returned: bool = False
    course: tuple[str, ...] = ()
    strain: float = 0.0
    risk: float = 0.0
    troubles: tuple[str, ...] = ()
    last_answer: tuple[str, ...] = ()
    bot_failed: str = ""
    tools: dict[str, str] = field(default_factory=dict[str, str], hash=False)
    unread: bool = False


FRESH = Track()
"""Nothing has happened yet."""


def risk_view(track: Track | None) -> dict[str, Any]:
    """`{"risk": 0..1, "troubles": [kinds of signal]}`, as lists and the log show it; None before the first turn."""
    measured = track is not None and track.turns > 0
    return {"risk": track.risk if track and measured else None, "troubles": list(track.troubles) if track else []}
