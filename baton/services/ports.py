"""What the use cases need of the world, as protocols. The adapters provide them; `app.py` plugs them in."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from baton.core.conversation import Change, Conversation
from baton.core.customer import Customer
from baton.core.deliveries import Delivery
from baton.core.events import Event
from baton.core.ids import ConversationId, OperatorId, TenantId
from baton.core.messages import Message
from baton.core.promises import Promise
from baton.services.alert_ports import Alerts, Digests
from baton.services.arranging_ports import Arranging, Labels, Macros
from baton.services.attachment_ports import Attachments
from baton.services.canned_ports import CannedReplies
from baton.services.fallback_ports import Fallbacks
from baton.services.followup_ports import FollowUps
from baton.services.learning_ports import Conflicts, Gaps
from baton.services.mail_ports import Deliveries, Mailboxes, Mails, MailThreads
from baton.services.model_ports import ModelUse
from baton.services.past_ports import PastConversations
from baton.services.people_ports import People, Tenants
from baton.services.promise_ports import Promises
from baton.services.rating_ports import Ratings
from baton.services.records import (
    LoggedEvent,
    Page,
    PolicyVersion,
    QueueLoad,
    Receipt,
    Saved,
    StoredReceipt,
)
from baton.services.routing_ports import Offers
from baton.services.source_ports import Sources
from baton.services.survey_ports import Surveys
from baton.services.wait_ports import Waits
from baton.services.website_ports import Websites


class Clock(Protocol):
    """The time."""

    def __call__(self) -> datetime:
        """Now, in UTC."""
        ...


class Ids(Protocol):
    """New identifiers and secrets."""

    def new(self, kind: str) -> str:
        """A new id of a kind in `baton.core.ids.PREFIXES`, growing with time."""
        ...

    def secret(self, prefix: str) -> str:
        """A new secret, with a prefix by which it can be recognised."""
        ...


class Conversations(Protocol):
    """The store of conversations."""

    async def open(self, conversation: Conversation, event: Event, receipt: Receipt | None) -> None: ...
    async def load(self, tenant_id: TenantId, id: ConversationId) -> tuple[Conversation, Customer] | None: ...
    async def append(
        self, tenant_id: TenantId, id: ConversationId, event: Event, receipt: Receipt | None = None
    ) -> tuple[Saved, Customer] | None: ...
    async def save(
        self,
        change: Change,
        *,
        receipt: Receipt | None = None,
        promises: tuple[Promise, ...] = (),
        deliveries: tuple[Delivery, ...] = (),
    ) -> Saved | None: ...
    async def save_both(self, ends: Change, goes_on: Change) -> tuple[Saved, Saved] | None: ...


class Lists(Protocol):
    """Lists of conversations."""

    async def page(
        self,
        tenant_id: TenantId,
        *,
        view: str,
        operator_id: OperatorId | None,
        find: str | None,
        customer_id: str | None,
        after: str | None,
        limit: int,
    ) -> Page: ...
    async def counts(self, tenant_id: TenantId, operator_id: OperatorId | None) -> dict[str, int]: ...
    async def undecided(
        self, before: datetime, limit: int, *, since: datetime | None = None
    ) -> Sequence[tuple[TenantId, ConversationId]]: ...


class Messages(Protocol):
    """The store of what was said."""

    async def page(
        self, tenant_id: TenantId, id: ConversationId, *, after: int, limit: int, team: bool
    ) -> tuple[Message, ...]: ...
    async def latest(self, tenant_id: TenantId, id: ConversationId, *, limit: int) -> tuple[Message, ...]: ...
    async def by_client_id(self, tenant_id: TenantId, id: ConversationId, client_id: str) -> Message | None: ...
    async def unanswered(self, tenant_id: TenantId, id: ConversationId) -> Message | None: ...
    async def reply_to(self, tenant_id: TenantId, id: ConversationId, seq: int) -> Message | None: ...


class Events(Protocol):
    """The log."""

    async def record(self, tenant_id: TenantId, event: Event) -> None: ...
    async def of_conversation(
        self, tenant_id: TenantId, id: ConversationId, *, after: int, limit: int, team: bool
    ) -> tuple[LoggedEvent, ...]: ...
    async def last_decision(
        self, tenant_id: TenantId, id: ConversationId, *, version: int
    ) -> Mapping[str, Any] | None: ...
    async def since(
        self, tenant_id: TenantId, moved: Mapping[ConversationId, int], *, limit: int
    ) -> tuple[LoggedEvent, ...]: ...
    async def page(self, tenant_id: TenantId, *, after: str | None, limit: int) -> tuple[LoggedEvent, ...]: ...
    async def newest(self, tenant_id: TenantId) -> str: ...


class Handoffs(Protocol):
    """The store of handoffs with their packets."""

    async def packet(self, tenant_id: TenantId, id: ConversationId) -> dict[str, Any] | None: ...
    async def loads(self, tenant_id: TenantId) -> dict[str, QueueLoad]: ...


class Policies(Protocol):
    """The store of policy files, every version kept."""

    async def newest(self, tenant_id: TenantId) -> tuple[int, str, str, datetime] | None: ...
    async def version(self, tenant_id: TenantId) -> int: ...
    async def of_version(self, tenant_id: TenantId, version: int) -> str | None: ...
    async def versions(self, tenant_id: TenantId, limit: int) -> tuple[PolicyVersion, ...]: ...
    async def add(
        self, tenant_id: TenantId, source: str, digest: str, by: str, at: datetime, *, instead_of: int | None = None
    ) -> int | None: ...


class Receipts(Protocol):
    """The store of what was done under which Idempotency-Key."""

    async def find(self, tenant_id: TenantId, caller: str, key: str) -> StoredReceipt | None: ...
    async def reserve(self, tenant_id: TenantId, receipt: Receipt) -> None: ...
    async def forget_before(self, at: datetime, limit: int) -> int: ...
    async def forget(self, tenant_id: TenantId, receipt: Receipt) -> None: ...
    async def keep(self, tenant_id: TenantId, receipt: Receipt, *, status: int, body: Any) -> None: ...


class Store(Protocol):
    """Everything that is kept. `secret` signs customers' tokens."""

    @property
    def secret(self) -> bytes: ...
    @property
    def conversations(self) -> Conversations: ...
    @property
    def lists(self) -> Lists: ...
    @property
    def arranging(self) -> Arranging: ...
    @property
    def labels(self) -> Labels: ...
    @property
    def macros(self) -> Macros: ...
    @property
    def messages(self) -> Messages: ...
    @property
    def events(self) -> Events: ...
    @property
    def handoffs(self) -> Handoffs: ...
    @property
    def followups(self) -> FollowUps: ...
    @property
    def offers(self) -> Offers: ...
    @property
    def past(self) -> PastConversations: ...
    @property
    def people(self) -> People: ...
    @property
    def tenants(self) -> Tenants: ...
    @property
    def policies(self) -> Policies: ...
    @property
    def promises(self) -> Promises: ...
    @property
    def surveys(self) -> Surveys: ...
    @property
    def attachments(self) -> Attachments: ...
    @property
    def alerts(self) -> Alerts: ...
    @property
    def digests(self) -> Digests: ...
    @property
    def canned(self) -> CannedReplies: ...
    @property
    def fallbacks(self) -> Fallbacks: ...
    @property
    def ratings(self) -> Ratings: ...
    @property
    def receipts(self) -> Receipts: ...
    @property
    def sources(self) -> Sources: ...
    @property
    def websites(self) -> Websites: ...
    @property
    def conflicts(self) -> Conflicts: ...
    @property
    def gaps(self) -> Gaps: ...
    @property
    def model_use(self) -> ModelUse: ...
    @property
    def waits(self) -> Waits: ...
    @property
    def deliveries(self) -> Deliveries: ...
    @property
    def mail_threads(self) -> MailThreads: ...
    @property
    def mails(self) -> Mails: ...
    @property
    def mailboxes(self) -> Mailboxes: ...
    async def ping(self) -> None: ...
