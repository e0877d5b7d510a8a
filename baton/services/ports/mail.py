"""What the use cases need to send and receive letters, as protocols."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from baton.core.ids import ConversationId, DeliveryId, TenantId
from baton.core.mail.deliveries import Delivery, DeliveryKind, Outcome
from baton.core.mail.mail import Arrival, Enclosed, Mail


@dataclass(frozen=True, slots=True, kw_only=True)
class MailThread:
    """A conversation whose customer is told by mail. `mailed_seq` is how far into its log the mails have come.

    `heard_ids` are the Message-IDs of the customer's last mails, the newest last. `is_stopped`: the address refuses
    mail.
    """

    conversation_id: ConversationId
    address: str
    name: str | None = None
    subject: str = ""
    mailed_seq: int = 0
    heard_ids: tuple[str, ...] = ()
    is_stopped: bool = False


@dataclass(frozen=True, slots=True)
class KeptMail:
    """What is known of a mail that came in: what became of it, and in which conversation it is or will be."""

    outcome: Arrival
    conversation_id: ConversationId | None


@dataclass(frozen=True, slots=True)
class Mailbox:
    """How far a mailbox has been read: the server's own generation of numbers, and the last number of it."""

    address: str
    uid_validity: int
    last_uid: int
    checked_at: datetime | None
    lease: str


class CannotDeliver(Exception):
    """A letter was not taken. `why` is for an operator to read; `is_final` says that trying again won't help."""

    def __init__(self, why: str, *, is_final: bool) -> None:
        super().__init__(why)
        self.why = why
        self.is_final = is_final


class Carrier(Protocol):
    """Takes letters of one channel to the outside."""

    def carries(self, tenant_id: TenantId) -> bool:
        """Whether this tenant has a way to send."""
        ...

    def tenants(self) -> Sequence[TenantId]:
        """Those that have one."""
        ...

    async def send(self, tenant_id: TenantId, delivery: Delivery, files: Sequence[Enclosed]) -> None:
        """Hand a letter over, with the files that it encloses. Raises CannotDeliver.

        The same letter twice carries the same Message-ID.
        """
        ...


class Deliveries(Protocol):
    """The store of letters that go out."""

    async def add(self, tenant_id: TenantId, delivery: Delivery) -> bool: ...
    async def find(self, tenant_id: TenantId, id: DeliveryId) -> Delivery | None: ...
    async def of_conversation(self, tenant_id: TenantId, id: ConversationId) -> tuple[Delivery, ...]: ...
    async def sent_since(
        self, tenant_id: TenantId, kind: DeliveryKind, since: datetime, *, conversation_id: ConversationId, to: str
    ) -> int: ...
    async def due(
        self, channel: str, tenants: Sequence[TenantId], at: datetime, limit: int
    ) -> Sequence[tuple[TenantId, DeliveryId]]: ...
    async def left(
        self, but: Sequence[TenantId], since: datetime, limit: int
    ) -> Sequence[tuple[TenantId, DeliveryId]]: ...
    async def begin(
        self, tenant_id: TenantId, id: DeliveryId, lease: str, *, at: datetime, until: datetime
    ) -> Delivery | None: ...
    async def settle(self, tenant_id: TenantId, delivery: Delivery, outcome: Outcome, *, at: datetime) -> bool: ...
    async def bounced(self, tenant_id: TenantId, id: DeliveryId, why: str, *, at: datetime) -> Delivery | None: ...
    async def forget_before(self, at: datetime, limit: int) -> int: ...


class MailThreads(Protocol):
    """The store of conversations that are followed by mail."""

    async def find(self, tenant_id: TenantId, id: ConversationId) -> MailThread | None: ...
    async def heard(self, tenant_id: TenantId, thread: MailThread, message_id: str, at: datetime) -> None: ...
    async def behind(
        self, tenants: Sequence[TenantId], *, since: datetime | None, limit: int
    ) -> Sequence[tuple[TenantId, ConversationId]]: ...
    async def mailed(self, tenant_id: TenantId, thread: MailThread, upto: int, delivery: Delivery | None) -> bool: ...
    async def stop(self, tenant_id: TenantId, id: ConversationId, address: str) -> None: ...


class Mails(Protocol):
    """The store of mails that came in."""

    async def begin(
        self, tenant_id: TenantId, id: str, mail: Mail, conversation_id: ConversationId | None, at: datetime
    ) -> KeptMail: ...
    async def end(
        self, tenant_id: TenantId, id: str, outcome: Arrival, conversation_id: ConversationId | None
    ) -> None: ...
    async def conversation_of(self, tenant_id: TenantId, ids: Sequence[str], sender: str) -> ConversationId | None: ...
    async def of_sender(self, tenant_id: TenantId, sender: str, since: datetime) -> int: ...
    async def forget_before(self, at: datetime, limit: int) -> int: ...


class Mailboxes(Protocol):
    """The store of how far each mailbox has been read."""

    async def begin(
        self, tenant_id: TenantId, address: str, lease: str, *, at: datetime, until: datetime
    ) -> Mailbox | None: ...
    async def read(self, tenant_id: TenantId, mailbox: Mailbox, *, uid_validity: int, last_uid: int) -> bool: ...
    async def rest(self, tenant_id: TenantId, mailbox: Mailbox, *, problem: str, at: datetime) -> None: ...
