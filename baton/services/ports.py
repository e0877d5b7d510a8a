"""What the use cases need of the world, as protocols. The adapters provide them; `app.py` plugs them in."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from baton.core.audience import SourceAudience
from baton.core.conversation import Change, Conversation
from baton.core.customer import Customer
from baton.core.deliveries import Delivery
from baton.core.documents import CutDocument, Document
from baton.core.events import Event
from baton.core.freshness import Dates
from baton.core.grounding import Grounding, Hit
from baton.core.ids import ConversationId, CustomerId, DocumentId, OperatorId, SourceId, TenantId
from baton.core.messages import Message
from baton.core.promises import Promise
from baton.services.alert_ports import Alerts, Digests
from baton.services.canned_ports import CannedReplies
from baton.services.fallback_ports import Fallbacks
from baton.services.followup_ports import FollowUps
from baton.services.learning_ports import Conflicts, Gaps
from baton.services.mail_ports import Deliveries, Mailboxes, Mails, MailThreads
from baton.services.model_ports import ModelUse
from baton.services.promise_ports import Promises
from baton.services.rating_ports import Ratings
from baton.services.records import (
    Credential,
    LoggedEvent,
    Operator,
    Page,
    PolicyVersion,
    QueueLoad,
    Receipt,
    Saved,
    StoredReceipt,
    Tenant,
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
    async def page(self, tenant_id: TenantId, *, after: str | None, limit: int) -> tuple[LoggedEvent, ...]: ...
    async def newest(self, tenant_id: TenantId) -> str: ...


class Handoffs(Protocol):
    """The store of handoffs with their packets."""

    async def packet(self, tenant_id: TenantId, id: ConversationId) -> dict[str, Any] | None: ...
    async def loads(self, tenant_id: TenantId) -> dict[str, QueueLoad]: ...


class People(Protocol):
    """The store of operators and customers."""

    async def add_operator(self, tenant_id: TenantId, operator: Operator, at: datetime) -> None: ...
    async def operators(self, tenant_id: TenantId) -> tuple[Operator, ...]: ...
    async def operator(self, tenant_id: TenantId, id: OperatorId) -> Operator | None: ...
    async def change_operator(self, tenant_id: TenantId, operator: Operator) -> bool: ...
    async def set_availability(
        self, tenant_id: TenantId, id: OperatorId, availability: str, *, reason: str | None, at: datetime
    ) -> bool: ...
    async def keep_here(
        self, tenant_id: TenantId, ids: Sequence[OperatorId], until: datetime, *, begins: bool = True
    ) -> None: ...
    async def keep_customer(self, tenant_id: TenantId, customer: Customer, at: datetime) -> CustomerId: ...


class Tenants(Protocol):
    """The store of tenants and of the credentials that open them."""

    async def add(self, tenant: Tenant) -> None: ...
    async def find(
        self, *, id: TenantId | None = None, name: str | None = None, widget_token: str | None = None
    ) -> Tenant | None: ...
    async def all(self) -> tuple[Tenant, ...]: ...
    async def change(self, id: TenantId, *, domains: Sequence[str], settings: dict[str, Any]) -> None: ...
    async def raise_identity_version(self, id: TenantId) -> int:
        """End the tenant's identity key. Returns the version of the next one."""
        ...

    async def add_credential(self, credential: Credential, secret_hash: bytes) -> None: ...
    async def credential(self, secret_hash: bytes) -> Credential | None: ...
    async def spend(self, secret_hash: bytes, at: datetime) -> Credential | None: ...
    async def keys(self, tenant_id: TenantId) -> tuple[Credential, ...]: ...
    async def revoke(self, tenant_id: TenantId, id: str, at: datetime) -> bool: ...
    async def forget_sign_ins(self, before: datetime, limit: int) -> int: ...


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


class Knowledge(Protocol):
    """What a tenant's sources say. A failure of any kind is raised; the answering service makes it a signal."""

    async def ground(
        self,
        tenant_id: TenantId,
        question: str,
        *,
        language: str | None = None,
        context: str = "",
        reader: SourceAudience = SourceAudience.PUBLIC,
    ) -> Grounding: ...
    def unpack(self, name: str, body: bytes) -> Iterator[tuple[str, bytes | str]]: ...
    async def search(
        self,
        tenant_id: TenantId,
        text: str,
        *,
        language: str | None = None,
        limit: int = 10,
        reader: SourceAudience = SourceAudience.PUBLIC,
    ) -> list[Hit]: ...
    async def has_hidden(self, tenant_id: TenantId) -> bool: ...
    async def dates(self, tenant_id: TenantId) -> Mapping[SourceId, Dates]: ...
    def stale(self, tenant_id: TenantId) -> None: ...
    def read(
        self,
        name: str,
        body: bytes,
        media_type: str | None,
        *,
        source_id: SourceId,
        document_id: DocumentId,
        url: str | None = None,
    ) -> tuple[Document, CutDocument]: ...


class Store(Protocol):
    """Everything that is kept. `secret` signs customers' tokens."""

    @property
    def secret(self) -> bytes: ...
    @property
    def conversations(self) -> Conversations: ...
    @property
    def lists(self) -> Lists: ...
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
