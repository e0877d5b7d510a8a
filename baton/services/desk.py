"""The desk: what every use case is given, and the one door through which every change goes out."""

import asyncio
import logging
from collections.abc import Coroutine, Mapping
from dataclasses import dataclass, field
from typing import Any

from baton.core.conversation import Change
from baton.core.mail.deliveries import Delivery
from baton.core.promises import Promise
from baton.services.ports.attachments import Scanner
from baton.services.ports.chatwoot import Chatwoot
from baton.services.ports.improvements import PacketWriter
from baton.services.ports.knowledge import Knowledge
from baton.services.ports.learning import Examples
from baton.services.ports.live import Live
from baton.services.ports.mail import Carrier
from baton.services.ports.models import Model
from baton.services.ports.slack import SlackWeb
from baton.services.ports.store import Clock, Ids, Store
from baton.services.ports.webhooks import Poster
from baton.services.ports.websites import Crawler
from baton.services.records import Receipt, Saved
from baton.services.shelf import Shelf
from baton.services.wait_book import WaitBook

log = logging.getLogger("baton.desk")


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of what is taken in. Seconds, characters and counts."""

    answer_seconds: float = 20.0
    packet_seconds: float = 30.0
    turns_at_once: int = 64
    packet_messages: int = 60
    here_seconds: float = 45.0
    link_seconds: float = 15 * 60.0
    session_seconds: float = 30 * 24 * 3600.0
    receipt_days: int = 7
    mail_days: int = 30
    attempt_days: int = 14
    digest_seconds: float = 600.0
    crawl_pause: float = 0.25
    recrawl_pause: float = 1.0
    attachment_bytes: int = 10 * 1024 * 1024
    attachments_per_message: int = 10
    attachments_total: int = 10 * 1024**3
    attachment_hours: int = 24
    upload_seconds: float = 600.0
    silent_seconds: float = 20.0


@dataclass(frozen=True, slots=True)
class Desk:
    """The ports plugged together. One per process."""

    store: Store
    clock: Clock
    ids: Ids
    knowledge: Knowledge
    live: Live
    policies: Shelf
    examples: Examples | None = None
    model: Model | None = None
    packet_writer: PacketWriter | None = None
    crawler: Crawler | None = None
    scanner: Scanner | None = None
    poster: Poster | None = None
    slack: SlackWeb | None = None
    chatwoot: Chatwoot | None = None
    carriers: Mapping[str, Carrier] = field(default_factory=dict[str, Carrier])
    public_url: str = "http://127.0.0.1:8600"
    limits: Limits = field(default_factory=Limits)
    waits: WaitBook = field(default_factory=WaitBook)
    errands: set["asyncio.Task[Any]"] = field(default_factory=set["asyncio.Task[Any]"])

    def soon(self, errand: Coroutine[Any, Any, Any]) -> "asyncio.Task[Any]":
        """Run an errand beside the request; shutdown waits for it. A failure is logged, never lost."""
        task = asyncio.ensure_future(errand)
        self.errands.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: "asyncio.Task[Any]") -> None:
        self.errands.discard(task)
        if not task.cancelled() and (failed := task.exception()):
            log.error("an errand failed", exc_info=failed)


async def commit(
    desk: Desk,
    change: Change,
    *,
    receipt: Receipt | None = None,
    promises: tuple[Promise, ...] = (),
    deliveries: tuple[Delivery, ...] = (),
) -> Saved | None:
    """Store a change, with the promises and letters that it causes, and push it to whoever is looking.

    None, and nothing stored, where the conversation moved meanwhile.
    """
    saved = await desk.store.conversations.save(change, receipt=receipt, promises=promises, deliveries=deliveries)
    if saved is not None:
        desk.live.publish(saved)
    return saved
