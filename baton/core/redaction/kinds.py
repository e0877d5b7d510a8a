"""The kinds of what can be masked, as a queue of the policy names them."""

from enum import StrEnum


class Kind(StrEnum):
    """What it is that is masked. A bank account goes with the cards, a key with the secrets."""

    CARD = "card"
    ID = "id"
    HEALTH = "health"
    SECRET = "secret"  # noqa: S105 - the name of a kind


NEVER_SHOWN = frozenset({Kind.CARD, Kind.SECRET})
"""What no queue is shown: nobody needs a whole card number or a password in order to help, and a copy is a risk."""

EVERY = frozenset(Kind)
"""What is masked where it is not known for whom."""

USUAL = NEVER_SHOWN | {Kind.ID}
"""What is masked where a queue names nothing."""
