"""A person cites: what they took from the sources stands beside what they wrote, as it does with the bot's answers."""

from collections.abc import Sequence

from baton.core.actors import Caller
from baton.core.audience import SourceAudience
from baton.core.errors import Invalid
from baton.core.ids import PassageId
from baton.core.messages import Citation
from baton.services.desk import Desk

MOST_CITED = 10
"""Passages that one message may name; a reader opens two."""

QUOTED = 400
"""Characters of a passage that a citation keeps, so that it can be read when the source is gone."""


async def cited(desk: Desk, caller: Caller, ids: Sequence[str], *, for_customers: bool) -> tuple[Citation, ...]:
    """The citations of a message, numbered in the order of `ids`; the same passage twice is one.

    Raises Invalid `cannot_cite` for a passage that is not in the sources any more, and for one that is not for
    customers where they would read the message.
    """
    wanted = list(dict.fromkeys(ids))
    if len(wanted) > MOST_CITED:
        raise Invalid(f"A message names {MOST_CITED} passages at the most.", code="cannot_cite")
    return tuple([await _one(desk, caller, n, PassageId(id), for_customers) for n, id in enumerate(wanted, start=1)])


async def _one(desk: Desk, caller: Caller, n: int, id: PassageId, for_customers: bool) -> Citation:
    found = await desk.store.sources.passage(caller.tenant_id, id, version=None)
    if found is None:
        raise Invalid("A passage that you cite is no longer in the sources. Take it out.", code="cannot_cite")
    passage = found.passage
    if for_customers and passage.audience is not SourceAudience.PUBLIC:
        raise Invalid(
            f"{passage.title} is not for customers. Take it out of the reply, or write a note.", code="cannot_cite"
        )
    quote = passage.text if len(passage.text) <= QUOTED else passage.text[:QUOTED].rsplit(" ", 1)[0]
    url = f"{passage.url}#{passage.anchor}" if passage.url and passage.anchor else passage.url
    return Citation(
        n, passage.id, passage.source_id, passage.title, passage.heading, url, quote, version=passage.version
    )
