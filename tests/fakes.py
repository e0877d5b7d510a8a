"""The fakes there are: clock, knowledge and model. Everything else in the tests is the real thing."""

import asyncio
from datetime import UTC, datetime, timedelta

from baton.core.answers.grounding import NOTHING, Grounding, Hit
from baton.core.audience import SourceAudience
from baton.core.ids import SourceId, TenantId
from baton.core.messages import Citation, Statement
from baton.core.sources.freshness import Dates
from baton.services.records import Draft, DraftRequest


class Clock:
    """Real time, moved on by hand where a test needs another hour."""

    def __init__(self) -> None:
        self.ahead = timedelta(0)

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    def advance(self, **by: float) -> None:
        self.ahead += timedelta(**by)


class Sources:
    """Knowledge that says what a test told it to. A question it was not told is one without a source."""

    def __init__(self) -> None:
        self.known: dict[str, Grounding] = {}
        self.broken: Exception | None = None
        self.hidden: list[Hit] = []
        self.ages: dict[SourceId, Dates] = {}

    async def ground(
        self,
        tenant_id: TenantId,
        question: str,
        *,
        language: str | None = None,
        before: str = "",
        reader: SourceAudience = SourceAudience.PUBLIC,
    ) -> Grounding:
        if self.broken:
            raise self.broken
        return next((found for words, found in self.known.items() if words in question), NOTHING)

    async def search(
        self,
        tenant_id: TenantId,
        text: str,
        *,
        language: str | None = None,
        limit: int = 10,
        reader: SourceAudience = SourceAudience.PUBLIC,
    ) -> list[Hit]:
        return [*self.hidden[:limit]] if reader is not SourceAudience.PUBLIC else []

    async def has_hidden(self, tenant_id: TenantId) -> bool:
        return bool(self.hidden)

    async def dates(self, tenant_id: TenantId) -> dict[SourceId, Dates]:
        return self.ages

    def stale(self, tenant_id: TenantId) -> None:
        pass


class SlowModel:
    """A model that takes its time. `asked` is set when it begins, and it ends when `may_go` is."""

    def __init__(self) -> None:
        self.asked = asyncio.Event()
        self.may_go = asyncio.Event()
        self.seconds: float | None = None

    async def draft(self, request: DraftRequest, hear: object = None) -> Draft:
        self.asked.set()
        if self.seconds is None:
            await self.may_go.wait()
        else:
            await asyncio.sleep(self.seconds)
        return Draft(((request.passages[0], (1,)),))


def grounded(text: str, *, confidence: float = 0.9, passage: str = "psg_1") -> Grounding:
    """A grounding with one cited statement."""
    from baton.core.answers.grounding import Hit, Passage

    source = Passage(passage, "src_1", "doc_1", "Delivery", "Times", text)  # type: ignore[arg-type]
    citation = Citation(1, passage, "src_1", "Delivery", "Times", None, text)
    return Grounding(confidence, (Statement(text, (1,)),), (citation,), hits=(Hit(source, 9.0),))
