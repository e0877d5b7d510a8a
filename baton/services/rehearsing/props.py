"""What stands in for sources and a model where a scene needs them silent, old, at odds, slow or broken."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from baton.core.answers.grounding import NOTHING, Grounding, Hit, Passage
from baton.core.ids import DocumentId, PassageId, SourceId, TenantId
from baton.core.messages import Citation, Statement
from baton.core.sources.freshness import Dates
from baton.services.ports.models import HearStatement
from baton.services.records import Draft, DraftRequest

QUESTION = "How long does delivery take?"
"""Asked where the sources are played."""

SAYS = "Delivery takes 5 working days."
_OTHERWISE = "Delivery takes 14 working days."

SURE = 0.95
"""How sure the sources are of what they are played to say."""

INVENTED = "917 working days"
"""A figure that stands in no passage."""

_SOURCE = SourceId("rehearsal")
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


class Broken(Exception):
    """What a scene breaks."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Sources that say this to every question. `fails` raises instead, `hangs` never comes back."""

    says: Grounding = NOTHING
    is_old: bool = False
    fails: bool = False
    hangs: bool = False

    async def ground(self, *_: Any, **__: Any) -> Grounding:
        """What they say to any question."""
        if self.fails:
            raise Broken("played in a rehearsal")
        if self.hangs:
            await asyncio.Event().wait()
        return self.says

    async def dates(self, _: TenantId) -> Mapping[SourceId, Dates]:
        """How old they are."""
        return {_SOURCE: Dates("Rehearsed", _LONG_AGO)} if self.is_old else {}

    async def has_hidden(self, _: TenantId) -> bool:
        """Nothing is for operators alone."""
        return False

    async def search(self, *_: Any, **__: Any) -> list[Hit]:
        """Nothing is found for operators."""
        return []


def _passage(name: str, text: str) -> Passage:
    return Passage(PassageId(name), _SOURCE, DocumentId(name), "Delivery", "Times", text, language="en")


def answered() -> Grounding:
    """An answer with its source, as sure as good answers are."""
    return _grounded(_passage("one", SAYS))


def contradicted() -> Grounding:
    """The same, with another passage that says otherwise."""
    return _grounded(_passage("one", SAYS), _passage("two", _OTHERWISE))


def _grounded(cited: Passage, *others: Passage) -> Grounding:
    citation = Citation(1, cited.id, cited.source_id, cited.title, cited.heading, None, cited.text)
    hits = tuple(Hit(one, 9.0) for one in (cited, *others))
    return Grounding(SURE, (Statement(SAYS, (1,)),), (citation,), hits=hits, in_scope=1.0)


@dataclass(slots=True)
class PlayedModel:
    """A model. `fails` raises, `invents` writes what no passage says; with `waits` it ends when `may_go` is set."""

    fails: bool = False
    waits: bool = False
    invents: bool = False
    asked: asyncio.Event = field(default_factory=asyncio.Event)
    may_go: asyncio.Event = field(default_factory=asyncio.Event)

    async def draft(self, _: DraftRequest, hear: HearStatement | None = None) -> Draft:
        """The draft of any question."""
        if self.fails:
            raise Broken("played in a rehearsal")
        said = (f"Delivery takes {INVENTED}." if self.invents else SAYS, (1,))
        if hear is not None:
            hear(said)
        self.asked.set()
        if self.waits:
            await self.may_go.wait()
        return Draft((said,))
