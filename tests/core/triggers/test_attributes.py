"""What the company knows of a customer counts; what a browser says of itself does not."""

import pytest

from baton.core.customer import Customer
from baton.core.ids import CustomerId
from baton.core.policy.parse.whole import parse
from baton.core.triggers.attributes import customer_attributes
from baton.services.policy.policies import default_source

POLICY = parse(default_source())


@pytest.mark.parametrize(("verified", "signals"), [(True, 1), (False, 0)])
def test_a_tag_is_a_signal_only_where_a_server_vouches_for_it(verified: bool, signals: int):
    tag = next(attribute.tag for attribute in POLICY.attributes if attribute.tag)
    customer = Customer(CustomerId("cus_1"), tags=(tag,), verified=verified)
    assert len(customer_attributes(customer, POLICY)) == signals
