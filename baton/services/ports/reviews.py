"""What weekly reviews need of the store."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from baton.core.ids import ConversationId, TenantId
from baton.core.journeys.reviews import Item, Review


@dataclass(frozen=True, slots=True)
class Summary:
    """A week that was drawn: how many conversations its sample has, and how many of them are marked."""

    week: date
    drawn: int
    marked: int


@dataclass(frozen=True, slots=True)
class SentOn:
    """That an operator sent a conversation on or put it back: when, from whom, to where, and why in their words."""

    conversation: ConversationId
    kind: str
    by: str | None
    to: str | None
    why: str | None
    at: datetime


class Reviews(Protocol):
    """The weekly reviews of every tenant."""

    async def keep(self, tenant_id: TenantId, review: Review) -> bool:
        """Store a sample that was drawn. False, and nothing stored, where the week has one already."""
        ...

    async def find(self, tenant_id: TenantId, week: date) -> Review | None:
        """A week's review with its items in their order, each with a gap that one of its questions is in."""
        ...

    async def latest(self, tenant_id: TenantId, limit: int) -> tuple[Summary, ...]:
        """The weeks that were drawn, the latest first."""
        ...

    async def mark(self, tenant_id: TenantId, week: date, item: Item) -> bool:
        """Keep what an item says now of its conversation. False where the sample does not have it."""
        ...

    async def sent_on(self, tenant_id: TenantId, since: datetime, until: datetime, *, limit: int) -> tuple[SentOn, ...]:
        """What operators sent on or put back of the conversations that began then, the latest first."""
        ...
