"""Drafts across devices: what an operator writes here and sends from elsewhere. They are theirs alone."""

from collections.abc import Sequence
from dataclasses import replace

from baton.core.actors import Caller
from baton.core.errors import Forbidden, Invalid
from baton.core.ids import ConversationId
from baton.services.access import find, require_operator
from baton.services.desk import Desk
from baton.services.ports.drafts import Draft

MOST = 100
"""Drafts of one operator; the one that was touched longest ago gives way."""

MOST_TEXT = 20_000
"""Twice as long as a message may be: what is still to be cut is a draft too."""


async def listed(desk: Desk, caller: Caller, id: ConversationId | None = None) -> Sequence[Draft]:
    """The caller's own drafts, the latest first: all of them, or those in one conversation.

    A draft that they have sent in the meantime is none, also where the page that sent it could not say so any more.
    """
    operator_id = require_operator(caller)
    return await desk.store.drafts.of(caller.tenant_id, operator_id, conversation_id=id, limit=MOST)


def check_writer(caller: Caller, writer: str | None) -> None:
    """Refuse what a page has of one person once another has signed in beside it: a browser has one session."""
    if writer is not None and writer != require_operator(caller):
        raise Forbidden("Somebody else has signed in with this browser since. Their drafts are not yours to write.")


async def keep(desk: Desk, caller: Caller, draft: Draft) -> Draft | None:
    """Keep what the caller writes, or forget it where no text is left. The newest wins, whichever device it is from.

    Returns what is kept now. Raises NotFound, or Invalid where it is too long to keep.
    """
    operator_id = require_operator(caller)
    await find(desk, caller, draft.conversation_id)
    if len(draft.text) > MOST_TEXT:
        raise Invalid(f"A draft is kept up to {MOST_TEXT:,} characters. Shorten it; until then this device has it.")
    # A device whose clock is ahead must not win against all that is written later.
    draft = replace(draft, written_at=min(draft.written_at, desk.clock()))
    store, tenant_id = desk.store.drafts, caller.tenant_id
    if draft.text.strip():
        await store.keep(tenant_id, operator_id, draft, MOST)
    else:
        await store.drop(tenant_id, operator_id, draft)
    found = await store.of(tenant_id, operator_id, conversation_id=draft.conversation_id, limit=MOST)
    return next((one for one in found if one.kind == draft.kind), None)
