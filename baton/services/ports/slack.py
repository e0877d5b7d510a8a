"""What Slack needs of the world: a store that nodes share, and a way to ask Slack's Web API."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from baton.core.ids import ConversationId, OperatorId, TenantId
from baton.core.slack.connection import Arrival, Connection, Person, Thread
from baton.core.webhooks import Webhook


@dataclass(frozen=True, slots=True)
class SlackAnswer:
    """What Slack answered. `error` is "" where it did what was asked; `retry_after` are seconds, `why` a sentence."""

    said: Mapping[str, Any] = field(default_factory=dict[str, Any])
    error: str = ""
    why: str = ""
    status: int | None = None
    retry_after: float | None = None

    @property
    def is_passing(self) -> bool:
        """Whether the same request may be answered otherwise in a while."""
        return self.status is None or self.status >= 429


@dataclass(frozen=True, slots=True)
class Workspace:
    """What Slack says of a bot token: its workspace, and the account that the bot writes as."""

    id: str
    name: str
    bot_user_id: str


@dataclass(frozen=True, slots=True)
class Account:
    """What Slack says of an account. `is_ours`: a person of the company's own workspace, not deactivated."""

    name: str
    email: str
    is_ours: bool


class SlackWeb(Protocol):
    """Slack's Web API. No answer at all is an answer too: one with an error."""

    async def ask(self, token: str, method: str, **arguments: Any) -> SlackAnswer:
        """Ask for one method, such as `chat.postMessage`, once."""
        ...

    async def workspace(self, token: str) -> Workspace | SlackAnswer:
        """Whose the token is. The answer itself where Slack does not say."""
        ...

    async def account(self, token: str, user_id: str, *, team_id: str) -> Account | SlackAnswer:
        """Whose an account is, as the workspace `team_id` sees it. The answer itself where Slack does not say."""
        ...


class SlackSettings(Protocol):
    """The store of connections, one a company, and of who is who."""

    async def find(self, tenant_id: TenantId) -> Connection | None: ...
    async def keep(self, tenant_id: TenantId, one: Connection, outlet: Webhook, cursor: str) -> None: ...
    async def people(self, tenant_id: TenantId) -> tuple[Person, ...]: ...
    async def person(self, tenant_id: TenantId, user_id: str) -> Person | None: ...
    async def keep_person(self, tenant_id: TenantId, one: Person) -> None: ...
    async def link(
        self, tenant_id: TenantId, user_id: str, operator_id: OperatorId | None, at: datetime
    ) -> Person | None: ...


class SlackThreads(Protocol):
    """The store of threads, and of what came from Slack."""

    async def of_conversation(self, tenant_id: TenantId, id: ConversationId) -> Thread | None: ...
    async def begin(self, tenant_id: TenantId, thread: Thread) -> None: ...
    async def told(self, tenant_id: TenantId, thread: Thread, seq: int) -> None: ...
    async def arrived(self, tenant_id: TenantId, one: Arrival, *, at: datetime) -> bool: ...
    async def take(self, tenant_id: TenantId, lease: str, *, at: datetime, until: datetime) -> Arrival | None: ...
    async def done(self, tenant_id: TenantId, one: Arrival, *, at: datetime) -> None: ...
    async def left(self, at: datetime, limit: int) -> Sequence[TenantId]: ...
    async def forget_before(self, at: datetime, limit: int) -> int: ...
