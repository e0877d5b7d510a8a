"""The desk's sentences in a company's own words, language by language."""

from typing import Annotated, Any

from fastapi import Query, Request
from pydantic import Field

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.api.once import Answer, once
from baton.api.schemas import Body, QueueRemovalIn
from baton.services.policy import wording_editing
from baton.services.records import Receipt

MOST_TYPED = 2_000
"""Characters that are looked at; what is too long for a wording is refused with the reason."""


class WordingTextIn(Body):
    """`POST /v1/wordings/{language}/{key}/check`"""

    text: Annotated[str, Field(max_length=MOST_TYPED)]


class WordingIn(QueueRemovalIn, WordingTextIn):
    """`PUT /v1/wordings/{language}/{key}`: the text, and the policy version that was looked at."""


async def index(caller: Calling, desk: OurDesk, language: Annotated[str | None, Query(max_length=20)] = None) -> Json:
    """Every sentence in one language: the desk's own text, the company's, and how it reads with examples filled in."""
    found = await wording_editing.wordings(desk, caller, language)
    return Json(
        {
            "version": found.version,
            "language": found.words.code,
            "direction": found.words.direction,
            "languages": [{"code": one.words.code, "name": one.words.name, "own": one.own} for one in found.languages],
            "items": [
                {
                    "key": one.key,
                    "built_in": one.built_in,
                    "own": one.own,
                    "reads": one.reads,
                    "placeholders": list(one.placeholders),
                    "required": list(one.required),
                }
                for one in found.sentences
            ],
        }
    )


async def check(language: str, key: str, body: WordingTextIn, caller: Calling) -> Json:
    """What is wrong with a wording, with its places, and how a customer would read it. Nothing changes."""
    looked = await wording_editing.try_wording(caller, language, key, text=body.text)
    strange: list[dict[str, Any]] = [{"name": one.name, "start": one.start, "end": one.end} for one in looked.strange]
    return Json(
        {
            "ok": not looked.flaws,
            "flaws": list(looked.flaws),
            "strange": strange,
            "missing": list(looked.missing),
            "reads": looked.reads,
        }
    )


async def change(language: str, key: str, body: WordingIn, request: Request, caller: Calling, desk: OurDesk) -> Json:
    """Word a sentence and put that in force. 409 `policy_changed` where somebody was first."""

    async def command(_: Receipt | None) -> Answer:
        version = await wording_editing.word(desk, caller, language, key, text=body.text, version=body.version)
        return 200, {"version": version}

    return await once(request, caller, command, reserve=True)


async def remove(
    language: str, key: str, body: QueueRemovalIn, request: Request, caller: Calling, desk: OurDesk
) -> Json:
    """Go back to the desk's own text. 409 `policy_changed` where somebody was first."""

    async def command(_: Receipt | None) -> Answer:
        version = await wording_editing.word(desk, caller, language, key, text=None, version=body.version)
        return 200, {"version": version}

    return await once(request, caller, command, reserve=True)
