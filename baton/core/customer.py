"""The customer as the desk knows them. What a browser claims of itself is kept, but marked unverified."""

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from typing import Any

from baton.core.ids import CustomerId
from baton.core.values import value


@value
class Customer:
    """Profile of one customer. `verified` is True only where a server key vouched for the identity.

    `attributes` are the tenant's own facts (plan, lifetime value, region); `tags` are plain labels (`vip`).
    """

    id: CustomerId
    external_id: str | None = None
    name: str | None = None
    email: str | None = None
    language: str | None = None
    attributes: Mapping[str, Any] = field(default_factory=dict[str, Any])
    tags: tuple[str, ...] = ()
    verified: bool = False
    since: datetime | None = None
    conversations: int = 1
