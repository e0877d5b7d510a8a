"""Who needs somebody: a model of words, ideas and finds judges whether a message wants more than information.

It tells "what is your refund policy?" from "the blender died, I expect every cent back", in words that no list has.
One label says whether somebody is needed at all, which is learned over all topics; one for each topic says which.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from baton.core.linear import Linear, shipped
from baton.core.triggers.heard import Heard
from baton.core.triggers.ideas import ideas
from baton.core.triggers.topic_features import features, pieces

ANY = "any"
"""The label that says whether somebody is needed, whatever for."""

TOPICS = (
    *("refund", "complaint", "legal", "medical", "billing_dispute", "cancellation", "discount"),
    *("account_ownership", "privacy", "security", "account_access", "health"),
)
"""The topics that are told apart. The last two are kinds of sensitive data, the others policy topics."""

ENOUGH = 0.5
"""From this probability on, somebody is needed. On messages kept apart it stops 5 % or fewer of those who only ask."""

BESIDE = 0.4
"""Probability from which a second topic counts beside the likeliest one."""

MOST_PIECES = 4
"""Pieces of a long message that are judged, which bounds the work. The lexicons read all of it."""

_FEWEST_LETTERS = 3
_REACH = 8


@dataclass(frozen=True, slots=True)
class Need:
    """Somebody is needed: how likely, and where in the message the words stand that tell most."""

    score: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Needs:
    """What the model makes of a message: the topics on which somebody is needed, and how likely any is, 0..1."""

    by_topic: Mapping[str, Need]
    likely: float


NONE = Needs({}, 0.0)
"""Nobody is needed."""


def needs(heard: Heard) -> Needs:
    """What a message needs somebody for."""
    found: dict[str, Need] = {}
    likely = 0.0
    model = shipped("topics")
    for start, end in pieces(heard, most=MOST_PIECES):
        if len(heard.text.quote(start, end)) < _FEWEST_LETTERS and heard.text.words[start].isascii():
            continue
        seen = model.probabilities(features(heard, start, end))
        likely = max(likely, seen[ANY])
        if seen[ANY] >= ENOUGH:
            found |= _of_piece(model, heard, seen, start, end, before=found)
    return Needs(found, round(likely, 3))


def _of_piece(
    model: Linear, heard: Heard, seen: Mapping[str, float], start: int, end: int, *, before: Mapping[str, Need]
) -> dict[str, Need]:
    likeliest = max(TOPICS, key=lambda topic: seen[topic])
    meant = [topic for topic in TOPICS if topic == likeliest or seen[topic] >= BESIDE]
    score = round(seen[ANY], 3)
    better = [topic for topic in meant if topic not in before or before[topic].score < score]
    return {topic: Need(score, *_telling(model, heard, topic, start, end)) for topic in better}


def _telling(model: Linear, heard: Heard, topic: str, start: int, end: int) -> tuple[int, int]:
    """Where the words stand that tell most, and those between them."""
    places: dict[str, int] = {}
    for at in range(start, end):
        places.setdefault(heard.text.words[at], at)
    for at, idea in ideas(heard.text.words, start, end):
        places.setdefault(f"={idea}", at)
    told = [places[feature] for feature in model.telling(places, topic, most=4)] or [start]
    near = [at for at in told if abs(at - told[0]) <= _REACH]
    return min(near), min(end, max(near) + 1)
