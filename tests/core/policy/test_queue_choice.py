"""Which queue serves a customer, where several could."""

from dataclasses import replace

import pytest
from core.policy.test_queues import policy

from baton.core.customer import Customer
from baton.core.ids import CustomerId
from baton.core.policy.places import Whom, place_for
from baton.core.policy.places import whom as customer_facts
from baton.core.policy.problems import PolicyErrors

SEVERAL = """\
queues:
  billing: {owner: Dana, topics: [refund]}
  billing-de: {owner: Dora, topics: [refund], languages: de}
  billing-gold: {owner: Gil, topics: [refund], languages: de, tiers: gold}
  desk: {owner: Ann, default: true}
  desk-alps: {owner: Alp, default: true, region: CH}
  sales: {owner: Sam, topics: [sales], languages: en}
"""


@pytest.mark.parametrize(
    ("queue", "topic", "whom", "place"),
    [
        ("billing", "refund", Whom("en"), "billing"),
        ("billing", "refund", Whom("de"), "billing-de"),
        ("billing", "refund", Whom("de-AT", tier="silver"), "billing-de"),
        ("billing", "refund", Whom("de", tier="Gold"), "billing-gold"),
        ("billing", "refund", Whom("en", tier="gold"), "billing"),
        ("billing-gold", "refund", Whom("en"), "billing"),
        ("desk", None, Whom("en", region="ch-ZH"), "desk-alps"),
        ("desk", None, Whom("en", region="DE"), "desk"),
        ("desk", "complaint", Whom("en", region="CH"), "desk-alps"),
        ("sales", "sales", Whom("de"), "sales"),
        ("sales", "refund", Whom("en"), "sales"),
        ("billing", None, Whom("de"), "billing"),
    ],
)
def test_of_queues_that_are_alike_the_one_that_says_most_of_this_customer_gets_them(
    queue: str, topic: str | None, whom: Whom, place: str
) -> None:
    made = policy(SEVERAL)
    named = made.queue(queue)
    assert named is not None
    assert place_for(made, named, topic, whom).id == place


def test_only_what_somebody_vouched_for_is_a_tier_or_a_region() -> None:
    told = Customer(id=CustomerId("cus_1"), attributes={"tier": "gold", "region": "CH"})
    assert customer_facts(told, "de") == Whom("de")
    assert customer_facts(replace(told, verified=True), "de") == Whom("de", "gold", "CH")


@pytest.mark.parametrize(
    ("defaults", "says"),
    [
        (("", ""), "More than one queue is the default."),
        (("languages: de", "languages: en"), "No default queue is for all customers."),
        (("languages: de", ""), None),
    ],
)
def test_one_default_queue_is_for_whoever_is_left(defaults: tuple[str, str], says: str | None) -> None:
    text = "queues:\n" + "".join(
        f"  q{place}: {{owner: Ann, default: true, {fields}}}\n" for place, fields in enumerate(defaults)
    )
    if says is None:
        assert policy(text).default_queue.id == "q1"
        return
    with pytest.raises(PolicyErrors, match=says):
        policy(text)
