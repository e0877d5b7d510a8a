"""What stands above the fold of a packet: what is read in five seconds, whatever the packet holds."""

from collections.abc import Iterable
from typing import Any

from baton.core.packet.words import count_words, shorten

View = dict[str, Any]

FOLD = 60
"""Words above the fold. About five seconds of a practised reader."""

WISH_WORDS, TRIED_WORDS, WHY_WORDS, EVIDENCE_WORDS, FACTS_SHOWN = 20, 12, 10, 10, 5

MODEL_WORDS = 16
"""Words of what was tried where a model wrote it, in whole sentences."""


def fold(view: View, *, about: str, wish: str, tried: str, why: str) -> View:
    """The few words that are read first: the matter, what was tried, why it stopped, its evidence, flags and facts.

    `flags` and `facts` say how many of the packet's own fit, in their order.
    """
    wish = shorten(wish, WISH_WORDS - count_words(about)) if wish else ""
    most = MODEL_WORDS if "tried" in view["by_model"] else TRIED_WORDS
    evidence = next((one for one in view["reason"]["evidence"] if count_words(one) <= EVIDENCE_WORDS), "")
    read = {
        "about": about if wish else view["summary"][0],
        "wish": wish,
        "tried": shorten(tried, most),
        "reason": shorten(why, WHY_WORDS),
        "evidence": evidence,
    }
    left = FOLD - sum(count_words(line) for line in read.values())
    flags, left = _fitting((count_words(flag) for flag in view["risk_flags"]), left)
    lengths = (count_words(one["label"]) + count_words(one["value"]) for one in view["facts"][:FACTS_SHOWN])
    facts, left = _fitting(lengths, left)
    return read | {"flags": flags, "facts": facts, "reads": FOLD - left}


def words_above_fold(view: View) -> int:
    """Words that are read without unfolding anything, in the inbox or at the head of a letter: the larger number."""
    head = (*view["summary"], view["reason"]["says"], view["last_message"])
    return max(view["fold"]["reads"], sum(count_words(line) for line in head))


def _fitting(lengths: Iterable[int], left: int) -> tuple[int, int]:
    """How many of them fit into what is left, and what remains."""
    count = 0
    for length in lengths:
        if length > left:
            break
        count, left = count + 1, left - length
    return count, left
