"""Sources of knowledge: upload files, write direct entries, list, remove; and the passage behind a citation."""

from collections.abc import Sequence
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
from baton.services import entries, sources, websites
from baton.services.access import require
from baton.services.desk import Desk
from baton.services.entries import Entry
from baton.services.files import File, add_files
from baton.services.keeping import Ingested, Skipped
from baton.services.records import Receipt
from baton.services.source_ports import Source
from baton.services.website_ports import PageState, Plan, Website

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
    """`POST /v1/sources` in JSON: one document's `content`, direct `entries`, or a website's `url` with its limits."""

    model_config = ConfigDict(extra="forbid")
    name: _Name = ""
    url: str | None = None
    pages: int = Field(default=500, ge=1, le=websites.MOST_PAGES)
    depth: int = Field(default=8, ge=0, le=websites.MOST_DEPTH)
    content: str | None = None
    media_type: _Name | None = None
    entries: list[EntryIn] | None = Field(default=None, max_length=10_000)


async def create(request: Request, caller: Calling, desk: OurDesk) -> Json:
    """Add a source: files as multipart `files`, or JSON with `content`, `entries` or a website's `url`.

    What is uploaded is read at once, and `summary` says what was skipped and why. A website is read afterwards;
    `website` says how far it is, and so does the source itself.
    """
    # Before the body is read: a token that anybody can have must not make the desk take in 64 MB.
    require(caller, Role.ADMIN)

    async def command(_: Receipt | None) -> Answer:
        kind = request.headers.get("content-type", "").split(";", 1)[0].strip().lower()
        if kind == "multipart/form-data":
            return 201, _done(await _from_form(request, caller, desk))
        if kind == "application/json":
            return 201, await _from_json(await request.body(), caller, desk)
        raise Invalid("Send files as multipart/form-data in the field `files`, or JSON.", code="invalid_request")

    return await once(request, caller, command, reserve=True)


async def index(caller: Calling, desk: OurDesk) -> Json:
    """Every source of the tenant."""
    found = await sources.list_sources(desk, caller)
    sites = await websites.list_websites(desk, caller)
    items = [{**_source(source), "website": _website(sites.get(source.id))} for source in found]
    return Json({"items": items, "next": None})


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
    site = await websites.find_website(desk, caller, SourceId(id))
    website = _website(*site) if site else None
    return Json({**_source(source), "documents": listed, "website": website})


async def remove(id: str, request: Request, caller: Calling, desk: OurDesk) -> Json:
    """Remove a source. The bot stops quoting it at once."""

    async def command(_: Receipt | None) -> Answer:
        return 200, {"source": _source(await sources.remove_source(desk, caller, SourceId(id)))}

    return await once(request, caller, command, reserve=True)


async def read_again(id: str, request: Request, caller: Calling, desk: OurDesk) -> Json:
    """Read a website again. Pages that have not changed are left alone, those that are gone are taken out."""

    async def command(_: Receipt | None) -> Answer:
        return 202, {"website": _website(await websites.read_again(desk, caller, SourceId(id)))}

    return await once(request, caller, command, reserve=True)


async def stop_reading(id: str, request: Request, caller: Calling, desk: OurDesk) -> Json:
    """Stop reading a website. What was read until then stays."""

    async def command(_: Receipt | None) -> Answer:
        return 200, {"website": _website(await websites.stop_reading(desk, caller, SourceId(id)))}

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
    return await add_files(desk, caller, named, files)


async def _from_json(body: bytes, caller: Caller, desk: Desk) -> dict[str, Any]:
    try:
        asked = SourceIn.model_validate_json(body)
    except ValidationError as wrong:
        first = wrong.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise Invalid(f"{where or 'The body'}: {first['msg']}.", code="invalid_request") from wrong
    if [asked.content, asked.entries, asked.url].count(None) != 2:
        raise Invalid("Send one of `content`, `entries` and `url`.", code="invalid_request")
    if asked.url is None and not asked.name:
        raise Invalid("`name` is missing: what is this source to be called?", code="invalid_request")
    if asked.url is not None:
        plan = Plan(asked.url, most_pages=asked.pages, most_depth=asked.depth)
        source = await websites.add_website(desk, caller, plan, name=asked.name)
        found = await websites.find_website(desk, caller, source.id)
        return {"source": _source(source), "website": _website(*found) if found else None}
    if asked.entries is not None:
        written = [Entry(entry.question, entry.answer, entry.url) for entry in asked.entries]
        return _done(await entries.add_entries(desk, caller, asked.name, written))
    file = File(asked.name, (asked.content or "").encode(errors="replace"), asked.media_type or "text/markdown")
    return _done(await add_files(desk, caller, asked.name, [file]))


def _done(done: Ingested) -> dict[str, Any]:
    return {"source": _source(done.source), "summary": _summary(done)}


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


def _website(website: Website | None, skipped: Sequence[Skipped] = ()) -> dict[str, Any] | None:
    if website is None:
        return None
    counts = website.counts or {}
    return {
        "url": website.plan.url,
        "pages": website.plan.most_pages,
        "depth": website.plan.most_depth,
        "state": website.state.value,
        "note": website.note,
        "counts": {state.value: counts.get(state, 0) for state in PageState},
        "skipped": [{"name": item.name, "why": item.why} for item in skipped],
        "started_at": website.started_at,
        "finished_at": website.finished_at,
    }


def _summary(done: Ingested) -> dict[str, Any]:
    return {
        "documents": done.source.documents,
        "passages": done.source.passages,
        "added": done.added,
        "changed": done.changed,
        "unchanged": done.unchanged,
        "gone": done.gone,
        "twins": [{"name": twin.name, "twin": twin.twin, "share": round(twin.share, 2)} for twin in done.twins],
        "skipped": [{"name": item.name, "why": item.why} for item in done.skipped],
    }
