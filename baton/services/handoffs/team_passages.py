"""Passages on a customer's matter that operators may read and customers may not."""

import asyncio
import logging
from collections.abc import Sequence

from baton.core.actors import ActorKind
from baton.core.answers.grounding import Passage
from baton.core.audience import SourceAudience
from baton.core.ids import TenantId
from baton.core.messages import Message
from baton.core.packet.goal import only_asks_for_person
from baton.core.reading.tokens import tokens
from baton.services.desk import Desk

log = logging.getLogger("baton.team_passages")

MOST = 2
"""Passages that a packet shows. More is read nowhere in the first half minute."""

LOOKED_AT = 12
"""Hits among which those for operators are looked for."""

SHARED = 2
"""Words of the matter that such a passage must have, so that a procedure on another matter is not shown."""

SECONDS = 2.0
"""A handoff never waits longer than this for them."""


async def only_for_operators(desk: Desk, tenant_id: TenantId, transcript: Sequence[Message]) -> tuple[Passage, ...]:
    """The best of them for what the customer has said last, none where nothing fits or the search fails."""
    try:
        async with asyncio.timeout(SECONDS):
            if not await desk.knowledge.has_hidden(tenant_id) or not (matter := _matter(transcript)):
                return ()
            hits = await desk.knowledge.search(tenant_id, matter, limit=LOOKED_AT, reader=SourceAudience.OPERATORS)
    except Exception:  # the handoff goes ahead without them
        log.exception("the search for passages for operators failed")
        return ()
    words = set(tokens(matter))
    fitting = [
        hit.passage
        for hit in hits
        if hit.passage.audience is not SourceAudience.PUBLIC
        and len(words & set(tokens(f"{hit.passage.title} {hit.passage.heading} {hit.passage.text}"))) >= SHARED
    ]
    return tuple(fitting[:MOST])


def _matter(transcript: Sequence[Message]) -> str:
    said = [message.text for message in transcript if message.author.kind is ActorKind.CUSTOMER]
    return "\n".join([text for text in said if not only_asks_for_person(text)][-3:])
