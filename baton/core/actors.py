"""Who did it, and what a credential may do."""

from enum import StrEnum

from baton.core.ids import OperatorId, TenantId
from baton.core.values import value


class ActorKind(StrEnum):
    """The kinds of party that can act on a conversation."""

    CUSTOMER = "customer"
    BOT = "bot"
    OPERATOR = "operator"
    ADMIN = "admin"
    SYSTEM = "system"


@value
class Actor:
    """One party. `id` is the operator's or customer's id, or a credential's id for an outside bot or admin."""

    kind: ActorKind
    id: str | None = None
    name: str | None = None

    @property
    def operator_id(self) -> OperatorId | None:
        """The operator's id where the actor is one, else None."""
        return OperatorId(self.id) if self.kind is ActorKind.OPERATOR and self.id else None


SYSTEM = Actor(ActorKind.SYSTEM)
"""The desk itself: sweeps, time limits, notices."""


class Role(StrEnum):
    """What a credential is good for. One credential has one role."""

    ADMIN = "admin"
    OPERATOR = "operator"
    BOT = "bot"
    READONLY = "readonly"
    CUSTOMER = "customer"
    WIDGET = "widget"


@value
class Caller:
    """A request's identity: the tenant it belongs to, its role and the actor that will stand in the trail.

    `conversation_id` is set for a customer's token, which opens that conversation and no other.
    """

    tenant_id: TenantId
    role: Role
    actor: Actor
    credential_id: str | None = None
    conversation_id: str | None = None
