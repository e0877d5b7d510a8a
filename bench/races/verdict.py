"""What the log of one conversation says about a race in it. Pure: rows in, flaws out."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

BOT = frozenset({"answer_sent"})
"""What only the bot says."""


@dataclass(frozen=True, slots=True)
class Row:
    """One event of a conversation, in the order of the log."""

    seq: int
    kind: str
    actor: str
    client_id: str | None = None


def of_claim(log: Sequence[Row], answered: Sequence[tuple[str, int, str]]) -> list[str]:
    """One winner, who was told so, and every other was told the winner's name.

    `answered` are the calls: who asked, the status, and whom a refusal names.
    """
    claimed = [row.actor for row in log if row.kind == "handoff_claimed"]
    told = [who for who, status, _ in answered if status == 200]
    flaws = [] if len(claimed) == 1 else [f"{len(claimed)} claims are in the log"]
    if told != claimed:
        flaws.append(f"{len(told)} were told that they have it")
    unnamed = sum(status != 409 or not by for who, status, by in answered if who not in told)
    return flaws + ([f"{unnamed} losers were not told who won"] if unnamed else [])


def of_takeover(log: Sequence[Row], *, said: Sequence[str] = (), was_taken: bool = True) -> list[str]:
    """After a takeover the bot is silent; what was acknowledged (`said`, by client id) is there once."""
    flaws: list[str] = []
    taken = next((row.seq for row in log if row.kind == "taken_over"), None)
    if was_taken and taken is None:
        flaws.append("the takeover was acknowledged and is not in the log")
    late = sum(row.kind in BOT for row in log if taken is not None and row.seq > taken)
    if late:
        flaws.append(f"{late} replies of the bot come after the takeover")
    there = Counter(row.client_id for row in log if row.client_id)
    return flaws + [f"message {id} is there {there[id]} times" for id in said if there[id] != 1]


def of_resolving(log: Sequence[Row], answered: Sequence[int]) -> list[str]:
    """Two ask at once: one resolves, and the other is told that it is done."""
    resolved = sum(row.kind == "resolved" for row in log)
    flaws = [] if resolved == 1 else [f"it was resolved {resolved} times"]
    if sorted(answered) != [200, 409]:
        flaws.append(f"the two were answered {sorted(answered)}")
    return flaws


def how_the_draft_went(log: Sequence[Row]) -> str:
    """What became of the bot's draft in a race with a takeover."""
    kinds = [row.kind for row in log]
    if "answer_discarded" in kinds:
        return "discarded"
    return "answered before" if BOT & set(kinds) else "never begun"
