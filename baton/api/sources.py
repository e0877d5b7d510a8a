"""Sources of knowledge: upload files, write direct entries, list, remove; and the passage behind a citation."""

from typing import Annotated, Any

from fastapi import Request
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from starlette.datastructures import UploadFile

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.api.once import Answer, once
from baton.core.actors import Caller, Role
from baton.core.errors import Invalid
from baton.core.ids import PassageId, SourceId
from baton.services import entries, sources
from baton.services.access import require
from baton.services.desk import Desk
from baton.services.entries import Entry
from baton.services.keeping import Ingested
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


class SourceIn(BaseModel):
    """`POST /v1/sources` in JSON: one document's `content`, or direct `entries`."""

    model_config = ConfigDict(extra="forbid")
    name: _Name
    content: str | None = None
    media_type: _Name | None = None
    entries: list[EntryIn] | None = Field(default=None, max_length=10_000)


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
        }
        for document in documents
    ]
    return Json({**_source(source), "documents": listed})


async def remove(id: str, request: Request, caller: Calling, desk: OurDesk) -> Json:
    """Remove a source. The bot stops quoting it at once."""

    async def command(_: Receipt | None) -> Answer:
        return 200, {"source": _source(await sources.remove_source(desk, caller, SourceId(id)))}

    return await once(request, caller, command, reserve=True)


async def passage(id: str, caller: Calling, desk: OurDesk) -> Json:
    """The passage that a citation opens, with what stands before and after it. Customers may read it too."""
    found = await sources.read_passage(desk, caller, PassageId(id))
    cited = found.passage
    url = f"{cited.url}#{cited.anchor}" if cited.url and cited.anchor else cited.url
    return Json(
        {
            "id": cited.id,
            "title": cited.title,
            "heading": cited.heading,
            "question": cited.question,
            "text": cited.text,
            "url": url,
            "source_id": cited.source_id,
            "version": cited.version,
            "before": found.before,
            "after": found.after,
        }
    )


async def _from_form(request: Request, caller: Caller, desk: Desk) -> Ingested:
    async with request.form(max_files=MOST_FILES, max_fields=20) as form:
        uploads = [item for item in form.getlist("files") if isinstance(item, UploadFile)]
        if not uploads:
            raise Invalid("There are no files in the field `files`.", code="invalid_request")
        files = [File(item.filename or "document", await item.read(), item.content_type) for item in uploads]
        name = form.get("name")
    named = name if isinstance(name, str) and name.strip() else files[0].name if len(files) == 1 else "Uploaded files"
    return await sources.add_files(desk, caller, named, files)


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
        return await entries.add_entries(desk, caller, asked.name, written)
    file = File(asked.name, (asked.content or "").encode(errors="replace"), asked.media_type or "text/markdown")
    return await sources.add_files(desk, caller, asked.name, [file])


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
