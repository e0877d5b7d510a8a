"""What every way of teaching the bot shares: finding the source by its name, and keeping what came of it."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NoReturn

from baton.core.actors import ActorKind, Caller
from baton.core.errors import Conflict, Invalid
from baton.core.events import Event, EventKind
from baton.core.ids import DocumentId, SourceId
from baton.core.sources.similar import Twin
from baton.services.desk import Desk
from baton.services.ports.sources import Kept, NewDocument, Source

READING = 2
"""Raised when documents are read or cut differently, so that unchanged files are read anew once."""

MAX_NAME = 300
"""Characters of a source's or document's name that are kept."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file or entry that was left out, and a sentence that says why."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Ingested:
    """What came of an ingest: the source as it is now, and how many documents of those handed in were which.

    `gone` documents were in the folder, the archive or the website before, and are no more. `twins` are new or changed
    documents that say nearly what another one says.
    """

    source: Source
    added: int
    changed: int
    unchanged: int
    skipped: tuple[Skipped, ...]
    gone: int = 0
    twins: tuple[Twin, ...] = ()


async def named_source(desk: Desk, caller: Caller, name: str, kind: str) -> Source:
    """The source of that name, or a new one that is not kept yet. Raises Conflict where it is of another kind."""
    name = clean(name)
    if not name:
        raise Invalid("A source needs a name, such as “Help centre”.")
    now = desk.clock()
    found = await desk.store.sources.by_name(caller.tenant_id, name)
    if found is not None and found.kind != kind:
        raise Conflict(f"There is a source named {name} already, and it holds {found.kind}. Choose another name.")
    if found is not None:
        return replace(found, updated_at=now, checked_at=now)
    by = caller.actor.name or ("Baton" if caller.actor.kind is ActorKind.SYSTEM else caller.actor.kind.value)
    return Source(SourceId(desk.ids.new("source")), name, kind, by, now, now, checked_at=now)


async def keep(
    desk: Desk,
    caller: Caller,
    source: Source,
    documents: Sequence[NewDocument],
    unchanged: int,
    skipped: Sequence[Skipped],
) -> Ingested:
    """Keep documents, write the event and let the indexes know. Where nothing changed, neither happens."""
    kept: Kept = await desk.store.sources.keep(caller.tenant_id, source, documents)
    done = Ingested(
        source=kept.source,
        added=kept.added,
        changed=kept.changed,
        unchanged=kept.unchanged + unchanged,
        skipped=tuple(skipped),
    )
    await tell(desk, caller, done)
    return done


async def tell(desk: Desk, caller: Caller, done: Ingested) -> None:
    """Write what an ingest changed into the log and let the indexes know; where nothing changed, neither."""
    if not (done.added or done.changed or done.gone):
        return
    data = {
        "source_id": done.source.id,
        "name": done.source.name,
        "added": done.added,
        "changed": done.changed,
        "gone": done.gone,
        "skipped": len(done.skipped),
    }
    event = Event(EventKind.SOURCE_ADDED, caller.actor, desk.clock(), data)
    await desk.store.events.record(caller.tenant_id, event)
    desk.knowledge.stale(caller.tenant_id)


def refuse_nothing(skipped: Sequence[Skipped]) -> NoReturn:
    """Refuse an ingest of which nothing is left, with the reasons."""
    whys = " ".join(item.why for item in skipped[:3])
    said = [{"name": item.name, "why": item.why} for item in skipped]
    raise Invalid(f"Nothing could be read. {whys}".strip(), code="nothing_readable", skipped=said)


def document_id(source_id: SourceId, name: str) -> DocumentId:
    """A document's id: the same for the same name in the same source."""
    digest = hashlib.sha256(f"{source_id}\0{clean(name)}".encode()).hexdigest()
    return DocumentId(f"doc_{digest[:24]}")


def digest_of(what: str, body: bytes) -> bytes:
    """A digest by which an unchanged document is known."""
    return hashlib.sha256(f"{READING}\0{what}\0".encode(errors="replace") + body).digest()


def clean(name: str, most: int = MAX_NAME) -> str:
    """One line without control characters or broken halves of characters, cut to what is kept."""
    return " ".join("".join(c if c.isprintable() else " " for c in name).split())[:most]


def clean_text(text: str) -> str:
    """Text without control characters or broken halves of characters."""
    return "".join(c for c in text if c.isprintable() or c in "\n\t").strip()
