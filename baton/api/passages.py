"""Passages of the sources: the one that a citation opens, and a search over all that the caller may read."""

from typing import Annotated, Any

from fastapi import Query

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.core.answers.grounding import Passage
from baton.core.ids import PassageId
from baton.services.knowledge import sources


async def index(
    caller: Calling,
    desk: OurDesk,
    q: Annotated[str, Query(max_length=1000)] = "",
    limit: Annotated[int, Query(ge=1, le=50)] = 10,
) -> Json:
    """Search the sources, for the team. Each passage says for whom it is: what is not public is not for customers."""
    found = await sources.search(desk, caller, q, limit=limit)
    return Json({"items": [view(hit.passage) | {"score": round(hit.score, 3)} for hit in found], "next": None})


async def show(
    id: str,
    caller: Calling,
    desk: OurDesk,
    version: Annotated[int | None, Query(ge=1, le=2**31 - 1)] = None,
) -> Json:
    """The passage that a citation opens, with what stands before and after it. Customers may read it too.

    With `version`, as that version of the document had it; `current_version` says which one holds now.
    """
    found = await sources.read_passage(desk, caller, PassageId(id), version=version)
    around = {"before": found.before, "after": found.after, "current_version": found.current_version}
    return Json(view(found.passage) | around)


def view(passage: Passage) -> dict[str, Any]:
    """A passage as the API shows it."""
    url = f"{passage.url}#{passage.anchor}" if passage.url and passage.anchor else passage.url
    return {
        "id": passage.id,
        "title": passage.title,
        "heading": passage.heading,
        "question": passage.question,
        "text": passage.text,
        "url": url,
        "source_id": passage.source_id,
        "version": passage.version,
        "audience": passage.audience,
    }
