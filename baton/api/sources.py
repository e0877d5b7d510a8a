"""Sources of knowledge: upload files, write direct entries, list, remove; and the passage behind a citation."""

from datetime import date
from typing import Annotated, Any

from fastapi import Request
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from starlette.datastructures import UploadFile

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.api.once import Answer, once
from baton.core.actors import Caller, Role
from baton.core.audience import AudienceRule, SourceAudience
from baton.core.errors import Invalid
from baton.core.ids import DocumentId, SourceId
from baton.services import entries, readers, sources
from baton.services.access import require
from baton.services.desk import Desk
from baton.services.entries import Entry
from baton.services.keeping import Ingested
from baton.services.readers import Readers, SourceChange
from baton.services.records import Receipt
from baton.services.source_ports import Source
from baton.services.sources import File

MOST_FILES = 1_000
"""Files in one upload. More go in several, or by `baton ingest`."""

_Name = Annotated[str, StringConstraints(max_length=300, strip_whitespace=True)]


class EntryIn(BaseModel):
    """A question with its answer."""

    model_config = ConfigDict(extra="forbid")
    question: str
    answer: str
    url: str | None = None


class RuleIn(BaseModel):
    """Documents whose path or title fits `match` are for `audience`."""

    model_config = ConfigDict(extra="forbid")
    match: _Name
    audience: SourceAudience


class ChangeIn(BaseModel):
    """`PATCH /v1/sources/{id}`. Without `audience` or `rules` these stay; `owner` and `review_on` are as given."""

    model_config = ConfigDict(extra="forbid")
    audience: SourceAudience | None = None
    rules: list[RuleIn] | None = Field(default=None, max_length=100)
    owner: _Name | None = None
    review_on: date | None = None


class MarkIn(BaseModel):
    """`PUT /v1/sources/{id}/documents/{document_id}/audience`"""

    model_config = ConfigDict(extra="forbid")
    audience: SourceAudience


class SourceIn(BaseModel):
    """`POST /v1/sources` in JSON: one document's `content`, or direct `entries`."""

    model_config = ConfigDict(extra="forbid")
    name: _Name
    content: str | None = None
    media_type: _Name | None = None
    entries: list[EntryIn] | None = Field(default=None, max_length=10_000)
    audience: SourceAudience | None = None


async def create(request: Request, caller: Calling, desk: OurDesk) -> Json:
    """Add a source: files as multipart `files`, or JSON with `content` or `entries`. Says what was skipped and why."""
    # Before the body is read: a token that anybody can have must not make the desk take in 64 MB.
    require(caller, Role.ADMIN)

    async def command(_: Receipt | None) -> Answer:
        kind = request.headers.get("content-type", "").split(";", 1)[0].strip().lower()
        if kind == "multipart/form-data":
            done = await _from_form(request, caller, desk)
        elif kind == "application/json":
            done = await _from_json(await request.body(), caller, desk)
        else:
            raise Invalid("Send files as multipart/form-data in the field `files`, or JSON.", code="invalid_request")
        return 201, {"source": _source(done.source), "summary": _summary(done)}

    return await once(request, caller, command, reserve=True)


async def index(caller: Calling, desk: OurDesk) -> Json:
    """Every source of the tenant."""
    found = await sources.list_sources(desk, caller)
    return Json({"items": [_source(source) for source in found], "next": None})


async def show(id: str, caller: Calling, desk: OurDesk) -> Json:
    """One source with its documents."""
    source, documents = await sources.find_source(desk, caller, SourceId(id))
    listed = [
        {
            "id": document.id,
            "name": document.name,
            "title": document.title,
            "passages": document.passages,
            "bytes": document.size,
            "url": document.url,
            "version": document.version,
            "audience": document.mark.audience if document.mark else source.audience,
            "audience_by": document.mark.by if document.mark else "source",
            "audience_why": document.mark.why if document.mark else "",
        }
        for document in documents
    ]
    return Json({**_source(source), "documents": listed})


async def change(id: str, body: ChangeIn, request: Request, caller: Calling, desk: OurDesk) -> Json:
    """Change for whom a source is, who answers for it, and when it is looked through again."""

    async def command(_: Receipt | None) -> Answer:
        rules = None if body.rules is None else tuple(AudienceRule(rule.match, rule.audience) for rule in body.rules)
        wanted = SourceChange(body.audience, rules, body.owner, body.review_on)
        return 200, {"source": _source(await readers.change_source(desk, caller, SourceId(id), wanted))}

    return await once(request, caller, command, reserve=True)


async def mark(id: str, document_id: str, body: MarkIn, request: Request, caller: Calling, desk: OurDesk) -> Json:
    """Say for whom one document is, or approve what was proposed for it."""

    async def command(_: Receipt | None) -> Answer:
        await readers.mark_document(desk, caller, SourceId(id), DocumentId(document_id), body.audience)
        return 200, {"document_id": document_id, "audience": body.audience}

    return await once(request, caller, command, reserve=True)


async def remove(id: str, request: Request, caller: Calling, desk: OurDesk) -> Json:
    """Remove a source. The bot stops quoting it at once."""

    async def command(_: Receipt | None) -> Answer:
        return 200, {"source": _source(await sources.remove_source(desk, caller, SourceId(id)))}

    return await once(request, caller, command, reserve=True)


async def _from_form(request: Request, caller: Caller, desk: Desk) -> Ingested:
    async with request.form(max_files=MOST_FILES, max_fields=20) as form:
        uploads = [item for item in form.getlist("files") if isinstance(item, UploadFile)]
        if not uploads:
            raise Invalid("There are no files in the field `files`.", code="invalid_request")
        files = [File(item.filename or "document", await item.read(), item.content_type) for item in uploads]
        name, audience = form.get("name"), form.get("audience")
    named = name if isinstance(name, str) and name.strip() else files[0].name if len(files) == 1 else "Uploaded files"
    return await sources.add_files(desk, caller, named, files, readers=Readers(_audience(audience)))


def _audience(said: object) -> SourceAudience | None:
    if not said:
        return None
    if said not in set(SourceAudience):
        raise Invalid(f"The audience is one of {', '.join(SourceAudience)}.", code="invalid_request")
    return SourceAudience(str(said))


async def _from_json(body: bytes, caller: Caller, desk: Desk) -> Ingested:
    try:
        asked = SourceIn.model_validate_json(body)
    except ValidationError as wrong:
        first = wrong.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise Invalid(f"{where or 'The body'}: {first['msg']}.", code="invalid_request") from wrong
    if (asked.content is None) == (asked.entries is None):
        raise Invalid("Send either `content` or `entries`.", code="invalid_request")
    if asked.entries is not None:
        written = [Entry(entry.question, entry.answer, entry.url) for entry in asked.entries]
        return await entries.add_entries(desk, caller, asked.name, written, readers=Readers(asked.audience))
    file = File(asked.name, (asked.content or "").encode(errors="replace"), asked.media_type or "text/markdown")
    return await sources.add_files(desk, caller, asked.name, [file], readers=Readers(asked.audience))


def _source(source: Source) -> dict[str, Any]:
    return {
        "id": source.id,
        "name": source.name,
        "kind": source.kind,
        "documents": source.documents,
        "passages": source.passages,
        "added_by": source.added_by,
        "created_at": source.created_at,
        "updated_at": source.updated_at,
        "audience": source.audience,
        "rules": [{"match": rule.match, "audience": rule.audience} for rule in source.rules],
        "owner": source.owner,
        "review_on": source.review_on,
        "checked_at": source.checked_at,
        "to_approve": source.to_approve,
    }


def _summary(done: Ingested) -> dict[str, Any]:
    return {
        "documents": done.source.documents,
        "passages": done.source.passages,
        "added": done.added,
        "changed": done.changed,
        "unchanged": done.unchanged,
        "skipped": [{"name": item.name, "why": item.why} for item in done.skipped],
    }
