"""For whom sources and their documents are: said at an ingest, changed in the console, approved by a person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from baton.core.actors import Caller, Role
from baton.core.audience import AudienceRule, Mark, MarkedBy, SourceAudience
from baton.core.errors import Invalid, NotFound
from baton.core.events import Event, EventKind
from baton.core.ids import DocumentId, SourceId
from baton.services.access import require
from baton.services.desk import Desk
from baton.services.ports.sources import DocumentEntry, Source

MOST_RULES = 100
"""Audience rules of one source. A source that needs more is better cut in two."""

MAX_MATCH = 300
"""Characters of a rule's pattern."""


@dataclass(frozen=True, slots=True)
class Readers:
    """For whom an ingest says that its files are. None leaves it as it was."""

    audience: SourceAudience | None = None
    rules: tuple[AudienceRule, ...] | None = None

    def of(self, source: Source) -> Source:
        """The source with what was said of its readers."""
        return replace(
            source,
            audience=source.audience if self.audience is None else self.audience,
            rules=source.rules if self.rules is None else checked(self.rules),
        )


AS_BEFORE = Readers()
"""Nothing is said: a new source is public, another stays as it is."""


@dataclass(frozen=True, slots=True)
class SourceChange:
    """What is to be changed of a source; fields that are None stay. `review_on` and `owner` are taken as they are."""

    audience: SourceAudience | None = None
    rules: tuple[AudienceRule, ...] | None = None
    owner: str | None = None
    review_on: date | None = None


def checked(rules: Sequence[AudienceRule]) -> tuple[AudienceRule, ...]:
    """The rules, or Invalid where there are too many or one says nothing."""
    if len(rules) > MOST_RULES:
        raise Invalid(f"There are {len(rules)} audience rules; {MOST_RULES} is the most. Cut the source in two.")
    if any(not rule.match.strip() or len(rule.match) > MAX_MATCH for rule in rules):
        raise Invalid(f"An audience rule needs a pattern of 1 to {MAX_MATCH} characters, such as “internal/*”.")
    return tuple(rules)


async def change_source(desk: Desk, caller: Caller, id: SourceId, change: SourceChange) -> Source:
    """Change a source's audience, rules, owner and review date. What it no longer shows to customers is silent at once.

    Raises NotFound.
    """
    require(caller, Role.ADMIN)
    before, _ = await _found(desk, caller, id)
    after = replace(
        Readers(change.audience, change.rules).of(before),
        owner=(change.owner or "").strip()[:200] or None,
        review_on=change.review_on,
    )
    if after == before:
        return before
    await desk.store.sources.change(caller.tenant_id, after)
    await mark_again(desk, caller, after)
    data = {
        "source_id": id,
        "name": after.name,
        "audience": after.audience.value,
        "owner": after.owner,
        "review_on": after.review_on.isoformat() if after.review_on else None,
    }
    await _told(desk, caller, data)
    return (await _found(desk, caller, id))[0]


async def mark_document(
    desk: Desk, caller: Caller, source_id: SourceId, id: DocumentId, audience: SourceAudience
) -> None:
    """Say for whom one document is, which also settles what was proposed for it. Raises NotFound."""
    require(caller, Role.ADMIN)
    _, documents = await _found(desk, caller, source_id)
    had = next((document for document in documents if document.id == id), None)
    if had is None:
        raise NotFound("There is no such document, or it was removed already.")
    # The words that it was proposed by stay, so that the same words are not proposed again.
    mark = Mark(audience, MarkedBy.PERSON, had.mark.why if had.mark else "")
    await desk.store.sources.mark(caller.tenant_id, source_id, {id: mark})
    await _told(desk, caller, {"source_id": source_id, "document": had.name, "audience": audience.value})


async def mark_again(desk: Desk, caller: Caller, source: Source) -> None:
    """Let a source's rules take hold of documents that were read before them, but not of what a person has said."""
    _, documents = await _found(desk, caller, source.id)
    wanted = {document.id: _wanted(document, source) for document in documents}
    changed = {document.id: wanted[document.id] for document in documents if wanted[document.id] != document.mark}
    await desk.store.sources.mark(caller.tenant_id, source.id, changed)
    desk.knowledge.stale(caller.tenant_id)


def _wanted(document: DocumentEntry, source: Source) -> Mark | None:
    had = document.mark
    if had is not None and had.by in (MarkedBy.PERSON, MarkedBy.DOCUMENT):
        return had
    rule = next((rule for rule in source.rules if rule.fits(document.name, document.title)), None)
    if rule is not None:
        return Mark(rule.audience, MarkedBy.RULE, rule.match)
    return had if had is not None and had.by is MarkedBy.PROPOSED else None


async def _found(desk: Desk, caller: Caller, id: SourceId) -> tuple[Source, tuple[DocumentEntry, ...]]:
    found = await desk.store.sources.find(caller.tenant_id, id)
    if found is None:
        raise NotFound("There is no such source, or it was removed already.")
    return found


async def _told(desk: Desk, caller: Caller, data: Mapping[str, object]) -> None:
    event = Event(EventKind.SOURCE_CHANGED, caller.actor, desk.clock(), data)
    await desk.store.events.record(caller.tenant_id, event)
    desk.knowledge.stale(caller.tenant_id)
