"""A customer's own conversations, for the widget's list."""

from typing import Annotated, Any

from pydantic import Field, StringConstraints

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.api.schemas import Body, Short
from baton.core.views import actor_view, owner_view
from baton.services.conversations.conversations import Claims
from baton.services.customers.past import own_conversations
from baton.services.ports.past import PastConversation

Token = Annotated[str, StringConstraints(max_length=300)]


class PastIn(Body):
    """`POST /v1/past-conversations`. Tokens go in the body, because addresses are written to logs."""

    tokens: Annotated[list[Token], Field(max_length=50, default_factory=list)]
    external_id: Short | None = None
    proof: Annotated[str, StringConstraints(max_length=4000)] | None = None


async def index(body: PastIn, caller: Calling, desk: OurDesk) -> Json:
    """The customer's conversations, the latest first, each with the token that opens it."""
    claims = Claims(external_id=body.external_id, proof=body.proof or "")
    found = await own_conversations(desk, caller, tokens=body.tokens, claims=claims)
    return Json({"items": [_view(one) | {"customer_token": token} for one, token in found]})


def _view(one: PastConversation) -> dict[str, Any]:
    return {
        "id": one.id,
        "state": one.state.value,
        "owner": owner_view(one.owner),
        "created_at": one.created_at,
        "last": {"seq": one.seq, "author": actor_view(one.author), "text": one.text, "at": one.at},
    }
