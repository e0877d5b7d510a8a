"""Facts about the customer that the policy names (A7)."""

from baton.core.customer import Customer
from baton.core.policy.model import Attribute, Policy
from baton.core.signals import Signal, SignalKind


def customer_attributes(customer: Customer | None, policy: Policy) -> list[Signal]:
    """One signal for each of the policy's attributes that the customer has.

    Only of one whom a server key vouched for: a browser that calls itself a VIP must not go ahead of the others.
    """
    if customer is None or not customer.verified:
        return []
    seen = ((attribute.key, _fact(customer, attribute)) for attribute in policy.attributes)
    return [Signal(SignalKind.CUSTOMER_ATTRIBUTE, 1.0, (fact,), key) for key, fact in seen if fact]


def _fact(customer: Customer, attribute: Attribute) -> str | None:
    """The fact in words where it holds, else None. A value of another type than the policy's never holds."""
    if attribute.tag is not None:
        has_tag = any(tag.casefold() == attribute.tag.casefold() for tag in customer.tags)
        return f"tag {attribute.tag}" if has_tag else None
    value = customer.attributes.get(attribute.attribute or "")
    if value is None:
        return None
    if attribute.at_least is not None:
        is_amount = isinstance(value, int | float) and not isinstance(value, bool)
        return f"{attribute.attribute} is {value}" if is_amount and value >= attribute.at_least else None
    same = str(value).casefold() == str(attribute.equals).casefold()
    return f"{attribute.attribute} is {value}" if same else None
