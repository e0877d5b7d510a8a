"""Everything that is noticed about one message of a customer."""

from collections.abc import Sequence

from baton.core.customer import Customer
from baton.core.policy.model import Policy
from baton.core.signals import Signal
from baton.core.track import Track
from baton.core.triggers.attributes import customer_attributes
from baton.core.triggers.heard import listen
from baton.core.triggers.mood import buying_intent, distress, small_talk, urgency
from baton.core.triggers.needs import NONE, needs
from baton.core.triggers.own import own_words
from baton.core.triggers.person import asks_for_person
from baton.core.triggers.sensitive import sensitive_data
from baton.core.triggers.stuck import only_complains, stuck
from baton.core.triggers.topics import policy_topics


def read(text: str, *, customer: Customer | None, track: Track, policy: Policy) -> tuple[Signal, ...]:
    """The signals of a message, in the order of the layers. Never fails, whatever the characters.

    The message's language isn't asked for: short messages are often guessed wrong, and people mix languages, so
    every language is listened for at once.
    """
    heard = listen(text, phrases=policy.ready.phrases)
    is_stuck = stuck(heard, track=track)
    complaint = only_complains(heard, track=track)
    no_help = complaint if is_stuck else None
    singles = (
        is_stuck,
        no_help,
        distress(heard),
        urgency(heard),
        buying_intent(heard),
        small_talk(heard, track=track),
    )
    needed = NONE if complaint else needs(heard)
    asks = asks_for_person(heard, track=track)
    # Words that only say that it didn't help name no topic, whatever a model makes of them.
    topics = () if no_help else policy_topics(heard, policy, needed)
    return (
        *((asks,) if asks else ()),
        *(_beside(asks, topics, text, policy) if asks and topics else topics),
        *sensitive_data(heard, needed),
        *customer_attributes(customer, policy),
        *own_words(text, heard, policy),
        *(signal for signal in singles if signal is not None),
    )


FEW_WORDS = 4
"""Words of a request that has nothing else in it; "Menschen über meine Rückerstattung sprechen" has."""


def _beside(asks: Signal, topics: Sequence[Signal], text: str, policy: Policy) -> Sequence[Signal]:
    """The topics that are told beside a request for a person: "could somebody call me" is no word on security."""
    if any(len(quote.split()) > FEW_WORDS for quote in asks.evidence):
        return topics
    rest = text
    for quote in asks.evidence:
        rest = rest.replace(quote, " ")
    heard = listen(rest, phrases=policy.ready.phrases)
    told = {topic.topic for topic in policy_topics(heard, policy, needs(heard))}
    return [topic for topic in topics if topic.topic in told]
