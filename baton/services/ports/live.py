"""What the use cases need of whoever listens, as protocols."""

from collections.abc import Callable
from typing import Protocol

from baton.core.conversation import Conversation
from baton.core.ids import OperatorId, TenantId
from baton.services.records import Saved

Topic = tuple[str, str, str]
"""What can be listened to: (tenant, conversation or "" for all of them, "team" or "customer")."""


class Listener(Protocol):
    """Somebody who is told. `tell` never blocks and never raises."""

    def tell(self, frame: bytes) -> None: ...


class Live(Protocol):
    """Push to whoever is looking, after the commit. It may lose a hint and never blocks: HTTP is the truth."""

    def publish(self, saved: Saved) -> None: ...
    def preview(self, conversation: Conversation, seq: int, text: str) -> None: ...
    def subscribe(self, topic: Topic, listener: Listener) -> None: ...
    def unsubscribe(self, topic: Topic, listener: Listener) -> None: ...
    def here(self) -> dict[TenantId, tuple[OperatorId, ...]]: ...
    def heard(self, tenant_id: TenantId, operator_id: OperatorId) -> None: ...
    def trust(self, forget: Callable[[], None]) -> None:
        """Call `forget` before anybody's rights are asked for anew: who was recognised before may be so no more."""
        ...

    def recheck(self, tenant_id: TenantId, operator_id: OperatorId) -> None:
        """What somebody of the team may do has changed: every node asks anew, and closes tabs that may no more."""
        ...

    def heard_lately(self) -> dict[TenantId, tuple[OperatorId, ...]]: ...
