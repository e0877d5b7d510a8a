"""Which of several queues is the one for this customer: by the languages, tiers and region that each says it serves."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from baton.core.customer import Customer
from baton.core.policy.model import Policy
from baton.core.policy.queue import Queue


@dataclass(frozen=True, slots=True)
class Whom:
    """What routing asks about a customer: the language of the conversation, their tier, their region."""

    language: str | None = None
    tier: str | None = None
    region: str | None = None


def whom(customer: Customer, language: str | None) -> Whom:
    """The customer as routing sees them. What nobody vouched for counts for nothing but the language."""
    told: Mapping[str, Any] = customer.attributes if customer.verified else {}
    tier, region = told.get("tier"), told.get("region")
    return Whom(language, str(tier) if tier is not None else None, str(region) if region is not None else None)


def place_for(policy: Policy, queue: Queue, topic: str | None, customer: Whom) -> Queue:
    """The queue that a conversation for `queue` joins.

    Queues that name the same topic are alike, and so are those that take the rest. Of them, the one that says most
    about whom it serves and serves this customer, the first in the file where two say as much. `queue` where none does.
    """
    alike = [one for one in policy.queues if one is queue or _is_alike(one, queue, topic)]
    serving = [one for one in alike if serves(one, customer)]
    return max(serving, key=_narrowness, default=queue)


def serves(queue: Queue, customer: Whom) -> bool:
    """Whether the queue is for such customers. A language that isn't known is no reason against it."""
    return (
        (customer.language is None or serves_language(queue, customer.language))
        and (not queue.tiers or (customer.tier or "").casefold() in (tier.casefold() for tier in queue.tiers))
        and (queue.region is None or _lies_in(customer.region, queue.region))
    )


def serves_language(queue: Queue, language: str) -> bool:
    """Whether the queue serves a language: `de` means `de-AT` too. One that names none serves all."""
    wanted = language.casefold()
    return not queue.languages or any(_covers(one.casefold(), wanted) for one in queue.languages)


def _is_alike(one: Queue, queue: Queue, topic: str | None) -> bool:
    if topic is not None and topic in queue.topics:
        return topic in one.topics
    return queue.is_default and one.is_default


def _narrowness(queue: Queue) -> int:
    return bool(queue.languages) + bool(queue.tiers) + (queue.region is not None)


def _lies_in(region: str | None, wanted: str) -> bool:
    return region is not None and _covers(wanted.casefold(), region.casefold())


def _covers(wide: str, narrow: str) -> bool:
    return narrow == wide or narrow.startswith(f"{wide}-")
