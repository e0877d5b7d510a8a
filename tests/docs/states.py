"""Draws docs/reference/states.md from the state table: `python tests/docs/states.py` after the table has changed."""

from pathlib import Path

from baton.core.routing.offers import OFFER_TABLE
from baton.core.transitions import SPEAKERS, TABLE, State

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "states.md"

HEAD = """# States and moves

Who holds the baton is derived from the state of a conversation, and the state changes by the moves of one table,
`core/transitions.py`. What is not in it cannot happen: it is refused with `illegal_move` and changes nothing. Each move
raises the conversation's `version` by one and is recorded as an [event](events.md) of the same name, with the notice to
the customer in the same write. Messages and notes move nothing, but for one: a customer's message reopens a resolved
conversation, with the bot or in a queue, as the [policy](policy.md#conversation) says.

This page is drawn from the tables by `tests/docs/states.py`; a test fails where they differ.
"""

OFFERS = """## Offers

In a queue that pushes, a waiting conversation is offered to one operator at a time (`core/routing/offers.py`). It
stays queued meanwhile; accepting is the claim. An offer ends once, by what the operator answers, by its time, or
because the conversation no longer waits."""


def diagram() -> str:
    """The table as a Mermaid state diagram."""
    moves = [(f.value, by.value, to.value) for (f, by), ends in TABLE.items() for to in in_order(ends)]
    lines = [f"  {begin} --> {end}: {by}" for begin, by, end in moves]
    return "\n".join(["```mermaid", "stateDiagram-v2", "  [*] --> bot: conversation_opened", *lines, "```"])


def table() -> str:
    """The same as rows, with who may speak in each state."""
    rows = [
        f"| {f.value} | `{by.value}` | {', '.join(to.value for to in in_order(ends))} |"
        for (f, by), ends in TABLE.items()
    ]
    return "\n".join(["| from | by | to |", "|---|---|---|", *rows])


def offer_diagram() -> str:
    """How an offer ends."""
    moves = [f"  {begin.value} --> {end.value}: {by.value}" for (begin, by), end in OFFER_TABLE.items()]
    return "\n".join(["```mermaid", "stateDiagram-v2", "  [*] --> offered", *moves, "```"])


def owners() -> str:
    """Which kind of owner each state implies."""
    rows = [f"| {state.value} | {kind} |" for state, kind in SPEAKERS.items()]
    return "\n".join(["| state | owner |", "|---|---|", *rows])


def in_order(states: frozenset[State]) -> list[State]:
    """States in the order in which they are declared."""
    return [state for state in State if state in states]


def page() -> str:
    """The whole page."""
    moves = [HEAD.strip(), diagram(), "## The table", table(), "## The owner", owners()]
    return "\n\n".join([*moves, OFFERS, offer_diagram()]) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
