"""What a company lets the language model use in a day."""

from baton.core.ids import TenantId
from baton.core.policy.model import Policy
from baton.services.desk import Desk

USED_UP = "the day's tokens are used up"


async def is_used_up(desk: Desk, tenant_id: TenantId, policy: Policy) -> bool:
    """Whether the day's tokens of a company are gone. One whose policy sets no limit never runs out."""
    most = policy.model.daily_tokens
    return most > 0 and await desk.store.model_use.of_day(tenant_id, desk.clock().date()) >= most
