"""Everything that is noticed about one message of a customer."""

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
    no_help = only_complains(heard) if is_stuck else None
    singles = (
        is_stuck,
        no_help,
        distress(heard),
        urgency(heard),
        buying_intent(heard),
        small_talk(heard, track=track),
    )
    needed = NONE if only_complains(heard) else needs(heard)
    asks = asks_for_person(heard, track=track)
    return (
        *((asks,) if asks else ()),
        # Words that only say that it didn't help name no topic, whatever a model makes of them.
        *(() if no_help else policy_topics(heard, policy, needed)),
        *sensitive_data(heard, needed),
        *customer_attributes(customer, policy),
        *own_words(text, heard, policy),
        *(signal for signal in singles if signal is not None),
    )
