"""A company's own words: what its sources call a thing, and what customers call it."""

from typing import Any

from pydantic import Field

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.api.schemas import Body
from baton.core.reading.own_words import OwnWord
from baton.services.knowledge import own_words


class OwnWordIn(Body):
    """`PUT /v1/words/{word}`"""

    others: list[str] = Field(max_length=100)


async def index(caller: Calling, desk: OurDesk) -> Json:
    """Every word of the company."""
    return Json({"items": [_view(one) for one in await own_words.listed(desk, caller)], "next": None})


async def replace(word: str, body: OwnWordIn, caller: Calling, desk: OurDesk) -> Json:
    """Write a word with its others, over those that it had."""
    return Json({"word": _view(await own_words.keep(desk, caller, word, tuple(body.others)))})


async def remove(word: str, caller: Calling, desk: OurDesk) -> Json:
    """Forget a word."""
    await own_words.drop(desk, caller, word)
    return Json({"word": word})


def _view(one: OwnWord) -> dict[str, Any]:
    return {
        "word": one.word,
        "others": list(one.others),
        "updated_at": one.updated_at,
        "updated_by": one.updated_by,
    }
