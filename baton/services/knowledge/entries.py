"""Direct entries: questions with the answers that the company wrote for them."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from baton.core.actors import Caller, Role
from baton.core.answers.grounding import Passage
from baton.core.ids import DocumentId, PassageId, SourceId
from baton.core.reading.tokens import guess_language
from baton.core.sources.documents import CutDocument
from baton.services.access import require
from baton.services.desk import Desk
from baton.services.knowledge.keeping import (
    Ingested,
    Skipped,
    clean,
    clean_text,
    digest_of,
    document_id,
    keep,
    named_source,
    refuse_nothing,
)
from baton.services.knowledge.readers import AS_BEFORE, Readers, mark_again
from baton.services.ports.sources import NewDocument

MAX_QUESTION = 500
MAX_ANSWER = 8_000
"""Characters of a direct entry. A longer answer is a document."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A question with the answer to give, in the company's own words."""

    question: str
    answer: str
    url: str | None = None


async def add_entries(
    desk: Desk, caller: Caller, name: str, entries: Sequence[Entry], *, readers: Readers = AS_BEFORE
) -> Ingested:
    """Keep direct entries in the source of that name, for `readers`. A known question replaces the one before."""
    require(caller, Role.ADMIN)
    source = readers.of(await named_source(desk, caller, name, "entries"))
    documents: dict[DocumentId, NewDocument] = {}
    skipped: list[Skipped] = []
    for number, entry in enumerate(entries, start=1):
        why = unfit(entry)
        if why:
            skipped.append(Skipped(clean(entry.question) or f"entry {number}", why))
        else:
            made = entry_document(source.id, entry)
            documents[made.id] = made
    if not documents:
        refuse_nothing(skipped)
    done = await keep(desk, caller, source, list(documents.values()), 0, skipped)
    await mark_again(desk, caller, source)
    return done


def entry_document(source_id: SourceId, entry: Entry) -> NewDocument:
    """An entry as a document of one passage. The same question in the same source has the same id."""
    question, answer = clean(entry.question, MAX_QUESTION), clean_text(entry.answer)
    id = document_id(source_id, question.casefold())
    passage = Passage(
        id=PassageId(f"psg_{hashlib.sha256(id.encode()).hexdigest()[:24]}"),
        source_id=source_id,
        document_id=id,
        title=question,
        heading="",
        text=answer,
        question=question,
        url=entry.url,
        end=len(answer),
        language=guess_language(f"{question} {answer}"),
    )
    digest = digest_of(question, f"{answer}\0{entry.url or ''}".encode())
    size = len(answer.encode())
    return NewDocument(id, question, question, entry.url, None, size, digest, CutDocument(answer, (passage,)))


def unfit(entry: Entry) -> str | None:
    """Why an entry can't be kept, in a sentence, or None."""
    if not clean(entry.question):
        return "It has no question."
    if not clean_text(entry.answer):
        return "It has no answer."
    if len(entry.question) > MAX_QUESTION:
        return f"Its question is longer than {MAX_QUESTION} characters."
    if len(entry.answer) > MAX_ANSWER:
        return f"Its answer is longer than {MAX_ANSWER:,} characters. Add it as a document instead."
    if entry.url and not entry.url.startswith(("https://", "http://")):
        return "Its address does not begin with https:// or http://."
    return None
