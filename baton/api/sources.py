"""Sources of knowledge: files, direct entries and websites in; what is there, for whom, and out again."""

from typing import Any

from fastapi import Request
from pydantic import ValidationError
from starlette.datastructures import UploadFile

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.api.once import Answer, once
from baton.api.source_schemas import ChangeIn, MarkIn, SourceIn
from baton.api.websites import website_view
from baton.core.actors import Caller, Role
from baton.core.audience import AudienceRule, SourceAudience
from baton.core.errors import Invalid
from baton.core.ids import DocumentId, SourceId
from baton.services.access import require
from baton.services.desk import Desk
from baton.services.knowledge import entries, readers, sources
from baton.services.knowledge.entries import Entry
from baton.services.knowledge.files import File, add_files
from baton.services.knowledge.keeping import Ingested
from baton.services.knowledge.readers import Readers, SourceChange
from baton.services.ports.sources import Source
from baton.services.ports.websites import Plan
from baton.services.records import Receipt
from baton.services.websites import websites

MOST_FILES = 1_000
"""Files in one upload. More go in several, or by `baton ingest`."""


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
    items = [{**_source(source), "website": website_view(sites.get(source.id))} for source in found]
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
            "audience": document.mark.audience if document.mark else source.audience,
            "audience_by": document.mark.by if document.mark else "source",
            "audience_why": document.mark.why if document.mark else "",
        }
        for document in documents
    ]
    site = await websites.find_website(desk, caller, SourceId(id))
    website = website_view(*site) if site else None
    return Json({**_source(source), "documents": listed, "website": website})


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
    return await add_files(desk, caller, named, files, readers=Readers(_audience(audience)))


def _audience(said: object) -> SourceAudience | None:
    if not said:
        return None
    if said not in set(SourceAudience):
        raise Invalid(f"The audience is one of {', '.join(SourceAudience)}.", code="invalid_request")
    return SourceAudience(str(said))


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
        readers = Readers(asked.audience)
        source = await websites.add_website(
            desk, caller, plan, name=asked.name, readers=readers, schedule=asked.schedule
        )
        found = await websites.find_website(desk, caller, source.id)
        return {"source": _source(source), "website": website_view(*found) if found else None}
    if asked.entries is not None:
        written = [Entry(entry.question, entry.answer, entry.url) for entry in asked.entries]
        return _done(await entries.add_entries(desk, caller, asked.name, written, readers=Readers(asked.audience)))
    file = File(asked.name, (asked.content or "").encode(errors="replace"), asked.media_type or "text/markdown")
    return _done(await add_files(desk, caller, asked.name, [file], readers=Readers(asked.audience)))


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
        "gone": done.gone,
        "twins": [{"name": twin.name, "twin": twin.twin, "share": round(twin.share, 2)} for twin in done.twins],
        "skipped": [{"name": item.name, "why": item.why} for item in done.skipped],
    }
