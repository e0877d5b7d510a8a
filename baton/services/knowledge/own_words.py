"""A company's own words: what its sources call a thing and what customers call it, kept by admins."""

from baton.core.actors import Caller, Role
from baton.core.errors import Invalid, NotFound
from baton.core.events import Event, EventKind
from baton.core.reading.own_words import MOST, OwnWord, flaws, folded
from baton.services.access import require
from baton.services.desk import Desk


async def listed(desk: Desk, caller: Caller) -> tuple[OwnWord, ...]:
    """Every word of the company."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY)
    return await desk.store.own_words.all(caller.tenant_id)


async def keep(desk: Desk, caller: Caller, word: str, others: tuple[str, ...]) -> OwnWord:
    """Write a word with its others, over those that it had. Raises Invalid, naming everything that is wrong."""
    require(caller, Role.ADMIN)
    said = tuple(cleaned for other in others if (cleaned := " ".join(other.split())))
    one = OwnWord(" ".join(word.split()), said, desk.clock(), caller.actor.name)
    beside = [other for other in await desk.store.own_words.all(caller.tenant_id) if other.word != one.word]
    found = tuple(flaws(one, beside))
    if found:
        raise Invalid(" ".join(found), code="bad_word")
    if not await desk.store.own_words.keep(caller.tenant_id, one, MOST):
        raise Invalid(f"There are {MOST} words. Remove one first.", code="bad_word")
    await _tell(desk, caller, {"word": one.word, "others": list(one.others)})
    return one


async def drop(desk: Desk, caller: Caller, word: str) -> None:
    """Forget a word. Raises NotFound."""
    require(caller, Role.ADMIN)
    kept = {folded(one.word): one.word for one in await desk.store.own_words.all(caller.tenant_id)}
    if not await desk.store.own_words.drop(caller.tenant_id, kept.get(folded(word), word)):
        raise NotFound("There is no such word, or it was removed already.")
    await _tell(desk, caller, {"word": word, "others": []})


async def _tell(desk: Desk, caller: Caller, data: dict[str, object]) -> None:
    await desk.store.events.record(
        caller.tenant_id, Event(EventKind.OWN_WORD_CHANGED, caller.actor, desk.clock(), data)
    )
    desk.knowledge.stale(caller.tenant_id)
