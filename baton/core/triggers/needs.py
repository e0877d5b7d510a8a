"""Who needs somebody: a model of words, ideas and finds judges whether a message wants more than information.

It tells "what is your refund policy?" from "the blender died, I expect every cent back", in words that no list has.
One label says whether somebody is needed at all, which is learned over all topics; one for each topic says which.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from baton.core.triggers.heard import Heard
from baton.core.triggers.ideas import ideas
from baton.core.triggers.topic_features import features, pieces
from baton.core.weights.linear import Linear, shipped

ANY = "any"
"""The label that says whether somebody is needed, whatever for."""

TOPICS = (
    *("refund", "complaint", "legal", "medical", "billing_dispute", "cancellation", "discount"),
    *("account_ownership", "privacy", "security", "account_access", "health"),
)
"""The topics that are told apart. The last two are kinds of sensitive data, the others policy topics."""

ENOUGH = 0.37
"""From this score on, somebody is needed."""

ABOUT_ANY = 0.6
"""What the likelihood that anybody is needed counts in the score; the rest is that of the likeliest topic. A wish that
is on no topic ("order me more soap") is hardly ever one: of the everyday wishes kept apart a quarter fewer are stopped
than by the first alone, at the same share of those in need."""

LIKELY_TOPIC = 0.05
"""Likelihood that one topic at least must have. Where none has, somebody may be wanted, but nothing tells for what, and
the customer would be told of a topic that they never spoke of: "can you take my old mattress away" isn't privacy."""

POSSIBLE = 0.22
"""Below this likelihood of anybody being needed the topics aren't asked: "the reset mail never came" is on a topic, and
needs nobody. It also saves most messages the work. Of the messages in need that are kept apart none is lost by it."""

BESIDE = 0.4
"""Probability from which a second topic counts beside the likeliest one."""

MOST_PIECES = 4
"""Pieces of a long message that are judged, which bounds the work. The lexicons read all of it."""

FEW_WORDS, SURE = 4, 0.8
"""Of a message of fewer words the model must be so sure, and the lexicons must have heard of a topic in it: a word or
two ("Price", "Live agent", "Inches") tell little, and clear ones are in the lexicons."""

UNNAMED = 0.6
"""Below this score a topic needs one of its ideas in the message (`NAMED_BY`): "three came" is no medical case."""

NAMED_BY: Mapping[str, frozenset[str]] = {
    topic: frozenset(said.split())
    for topic, said in {
        "refund": "money back take bill amends wrong waiting",
        "complaint": "complain rude staff law amends wrong",
        "legal": "law insured rule contract",
        "medical": "body swallow care pet illness",
        "billing_dispute": "money take bill thing back unknown contract",
        "cancellation": "stop contract done_with trip lesson",
        "discount": "cheap code money amends",
        "account_ownership": "died kin owner someone",
        "privacy": "data delete spread hack",
        "security": "hack someone enter lost thing block unknown",
        "account_access": "locked enter proof lost thing",
        "health": "illness body care",
    }.items()
}
"""The ideas (`lexicon/ideas/`) of which a message on each topic has one. Of 1,032 messages in need that the model has
learned from 17 have none, all of them scored above 0.7."""

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
    model, first = shipped("topics"), _first()
    for start, end in pieces(heard, most=MOST_PIECES):
        shown = model.places(features(heard, start, end))
        needed = first.at(shown)[ANY]
        likely = max(likely, needed)
        if needed < POSSIBLE:
            continue
        seen = model.at(shown)
        score = _score(seen)
        is_short = end - start < FEW_WORDS
        if score >= (SURE if is_short else ENOUGH) and not (is_short and _is_unheard_of(heard)):
            found |= _of_piece(model, heard, seen, start, end, before=found)
    return Needs(found, round(likely, 3))


def _score(seen: Mapping[str, float]) -> float:
    likeliest = max(seen[topic] for topic in TOPICS)
    return ABOUT_ANY * seen[ANY] + (1 - ABOUT_ANY) * likeliest if likeliest >= LIKELY_TOPIC else 0.0


@cache
def _first() -> Linear:
    """The part of the model that says whether anybody is needed: for most messages the only one that is asked."""
    whole = shipped("topics")
    at = whole.labels.index(ANY)
    return Linear((ANY,), whole.buckets, (whole.weights[at],), (whole.scales[at],), (whole.biases[at],))


def _is_unheard_of(heard: Heard) -> bool:
    """Whether the lexicons have found no topic at all in it."""
    return not any(label.startswith(("action:", "subject:")) for label in heard.found)


def _of_piece(
    model: Linear, heard: Heard, seen: Mapping[str, float], start: int, end: int, *, before: Mapping[str, Need]
) -> dict[str, Need]:
    likeliest = max(TOPICS, key=lambda topic: seen[topic])
    score = round(_score(seen), 3)
    meant = [topic for topic in TOPICS if topic == likeliest or seen[topic] >= BESIDE]
    if score < UNNAMED:
        said = {idea for _, idea in ideas(heard.text.words, start, end)}
        meant = [topic for topic in meant if not NAMED_BY[topic].isdisjoint(said)]
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
