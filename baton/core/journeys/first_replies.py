"""The first reply of a person that is of use: not the greeting, and not the word that somebody will have a look.

Nothing here knows a language: the few words that a team begins with again and again, and never leaves it at, are an
opening; and so is what is too short to be an answer.
"""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from baton.core.ids import ConversationId
from baton.core.journeys.journey import Journey, Reply
from baton.core.reading.tokens import words

SUBSTANCE = 6
"""Words of a reply that can be an answer, as for what closes a gap."""

OFTEN = 3
"""Conversations that began with the same words, from which they are an opening."""

GOES_ON = 0.9
"""The share of them in which another reply followed. A canned answer is often the only one."""

LONGEST_OPENING = 200
"""Characters above which even what is sent often is an answer: a canned one."""

_UNSPACED = re.compile("[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_SIGNS_A_WORD = 2
"""Signs of a script that writes no spaces which make a word, on average."""

_SAYS_SOMETHING = re.compile(r"\d|https?://|www\.")
"""A figure or a link: what no greeting has, and many a short answer."""


def first_useful(journeys: Iterable[Journey]) -> dict[ConversationId, datetime]:
    """When a person first wrote something of use in each conversation that has such a reply."""
    passed = [(one, one.passed) for one in journeys if one.passed]
    known = _openings((_said(handoff.replies[0], one), handoff.written) for one, handoff in passed if handoff.replies)
    found: dict[ConversationId, datetime] = {}
    for one, handoff in passed:
        useful = (reply for reply in handoff.replies if not _is_opening(reply, _said(reply, one) in known))
        if (first := next(useful, None)) is not None:
            found[one.id] = first.at
    return found


def _openings(begun: Iterable[tuple[str, int]]) -> frozenset[str]:
    sent, followed = Counter[str](), Counter[str]()
    for said, written in begun:
        sent[said] += 1
        followed[said] += written > 1
    return frozenset(said for said, times in sent.items() if times >= OFTEN and followed[said] >= times * GOES_ON)


def _is_opening(reply: Reply, known: bool) -> bool:
    if reply.has_files or reply.characters > LONGEST_OPENING or _SAYS_SOMETHING.search(reply.text):
        return False
    return known or _length(reply.text) < SUBSTANCE


def _length(text: str) -> int:
    unspaced = len(_UNSPACED.findall(text))
    return len(words(_UNSPACED.sub(" ", text))) + unspaced // _SIGNS_A_WORD


def _said(reply: Reply, journey: Journey) -> str:
    """The reply without the customer's name, which is another in each conversation."""
    names = set(words(journey.customer or ""))
    return " ".join(word for word in words(reply.text) if word not in names)
