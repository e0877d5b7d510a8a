"""The composition root: the one file that knows every room, and plugs them together."""

import asyncio
import contextlib
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from fastapi import FastAPI
from starlette.types import ASGIApp

from baton import __version__
from baton.api import errors, routes
from baton.api.bounds import Bounds
from baton.api.express import Express
from baton.api.static import Files
from baton.channels.chatwoot.wire import Wire as ChatwootWire
from baton.channels.email import accounts as mail_accounts
from baton.channels.email.accounts import Accounts
from baton.channels.email.reader import Reader
from baton.channels.email.smtp import Smtp
from baton.channels.slack.receiver import Receiver
from baton.channels.slack.web import Web
from baton.db.connection import Database
from baton.db.ids import Ids
from baton.db.migrate import migrate
from baton.db.store import Store
from baton.db.wire import Wire
from baton.fetch.fetcher import PRODUCT, GuardedFetcher
from baton.fetch.poster import GuardedPoster
from baton.knowledge.crawl.walk import Crawler
from baton.knowledge.demo import demo_files
from baton.knowledge.examples import Taught
from baton.knowledge.library import Library
from baton.knowledge.meanings import Meanings
from baton.knowledge.own_meanings import OwnMeanings
from baton.live.endpoint import Endpoint
from baton.live.hub import Hub
from baton.live.relay import Relay
from baton.llm.embeddings import Embeddings
from baton.llm.openai_compatible import OpenAICompatible, configured
from baton.observe import metrics
from baton.observe.beside import Beside
from baton.scan.clamd import Clamd
from baton.services.desk import Desk, Limits
from baton.services.launch import demo
from baton.services.launch.demo import DemoLinks
from baton.services.policy.policies import default_source, keep_default
from baton.services.ports.fetching import Fetcher
from baton.services.shelf import Shelf
from baton.services.team.identity import Doorkeeper
from baton.services.team.people import add_tenant
from baton.settings import Settings
from baton.workers.assigning import Assigning
from baton.workers.chatwoot import ChatwootTold
from baton.workers.crawls import Crawls
from baton.workers.improving import Improving
from baton.workers.running import Told, loops_of
from baton.workers.turns import Turns
from baton.workers.webhooks import Webhooks

FINISH_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class OpenDesk:
    """A desk with its connections open. `close` ends them in order."""

    desk: Desk
    database: Database
    hub: Hub
    wire: Wire
    node: str
    fetcher: Fetcher | None = None
    library: Library | None = None
    embeddings: Embeddings | OwnMeanings | None = None
    meanings: Meanings | None = None
    mail: Accounts = field(default_factory=Accounts)

    async def close(self) -> None:
        """Wait for errands, then hang up."""
        if self.desk.errands:
            await asyncio.wait(tuple(self.desk.errands), timeout=FINISH_SECONDS)
        await self.wire.close()
        if isinstance(self.desk.model, OpenAICompatible):
            await self.desk.model.close()
        if self.fetcher:
            await self.fetcher.close()
        if self.desk.poster:
            await self.desk.poster.close()
        if self.library:
            self.library.close()
        for one in (self.meanings, self.embeddings):
            if one is not None:
                await one.close()
        await self.database.close()


async def open_desk(settings: Settings, connection: dict[str, Any]) -> OpenDesk:
    """Bring the tables up to date, connect, and plug the rooms together."""
    await migrate(connection)
    database = await Database.open(connection)
    store = await Store.open(database)
    policies = Shelf(store.policies, _now, default_source())
    hub = Hub(policies.reader)
    fetcher = GuardedFetcher(inside=settings.fetch_inside)
    embeddings = _embeddings(settings)
    failed = metrics.EMBEDDINGS_FAILED.inc
    meanings = Meanings(embeddings, store.vectors, clock=time.monotonic, failed=failed) if embeddings else None
    model = configured(settings.model_url, settings.model_name, settings.model_key)
    mail = mail_accounts.read(settings.mail) if settings.mail else Accounts()
    mail.assign(await store.tenants.all())
    poster = GuardedPoster(inside=settings.fetch_inside)
    library = Library(store.sources, clock=time.monotonic, meanings=meanings, words=store.own_words)
    desk = Desk(
        store=store,
        clock=_now,
        ids=Ids(),
        knowledge=library,
        live=hub,
        policies=policies,
        examples=Taught(),
        model=model,
        packet_writer=model,
        crawler=Crawler(fetcher, product=PRODUCT),
        carriers={"email": Smtp(mail, store.secret)},
        public_url=settings.public_url,
        scanner=Clamd(settings.scanner) if settings.scanner else None,
        poster=poster,
        slack=Web(poster, base=settings.slack_api),
        chatwoot=ChatwootWire(poster),
        limits=Limits(
            digest_seconds=settings.digest_minutes * 60.0,
            attachment_bytes=settings.file_mb * 1024**2,
            attachments_total=settings.files_gb * 1024**3,
        ),
    )
    await keep_default(desk)
    return OpenDesk(
        desk,
        database,
        hub,
        Wire(connection),
        node=Ids().secret("node_"),
        fetcher=fetcher,
        library=library,
        embeddings=embeddings,
        meanings=meanings,
        mail=mail,
    )


class Application(FastAPI):
    """The framework's application behind the desk's own two layers, which the hot road then need not pass it for."""

    def __init__(self, opened: OpenDesk, beside: Beside | None, **settings: Any) -> None:
        super().__init__(**settings)
        self.state.desk = opened.desk
        self.state.beside = beside
        self.state.doorkeeper = Doorkeeper(opened.desk)
        self.state.turns = Turns(opened.desk, metrics.count_turn)
        self.state.crawls = Crawls(opened.desk, metrics.count_reading)
        self.state.mailboxes = Reader(opened.desk, opened.mail, self.state.turns.start, node=opened.node)
        self.state.mail_in = self.state.mailboxes.take
        self.state.slack = Receiver(opened.desk)
        self.state.is_closing = False
        self.state.exposition = lambda: _exposition(opened, self.state.turns)
        self._live = Endpoint(opened.desk, self.state.doorkeeper, opened.hub)

    def build_middleware_stack(self) -> ASGIApp:
        """Every request passes the bounds; messages and the socket go no further than the hot road."""
        return Bounds(Express(super().build_middleware_stack(), live=self._live), timed=metrics.time_request)


def build(opened: OpenDesk, beside: Beside | None = None) -> FastAPI:
    """The ASGI application of an open desk, beside others on the same address. Its loops start and end with it."""
    app = Application(
        opened,
        beside,
        title="Baton",
        version=__version__,
        description="A support desk in which exactly one party holds the conversation at any moment.",
        lifespan=_lifespan(opened),
        # Ours are at /metrics; the framework would look for its own providers at each request.
        telemetry={"tracing": False, "metrics": False, "logs": False},
        redoc_url=None,
    )
    app.include_router(routes.router())
    app.mount("/ui", Files(), name="ui")
    errors.install(app)
    return app


async def create_tenant(opened: OpenDesk, name: str) -> dict[str, Any]:
    """A new tenant with its admin key (shown this once) and its widget token."""
    tenant, issued = await add_tenant(opened.desk, name)
    return {"tenant": tenant.id, "admin_key": issued.secret, "widget_token": tenant.widget_token}


async def ensure_demo(opened: OpenDesk, say: Callable[[str], None]) -> DemoLinks:
    """The demo company with its links, made on the first start."""
    return await demo.ensure(opened.desk, *demo_files(), say=say)


def _lifespan(opened: OpenDesk) -> Callable[[FastAPI], contextlib.AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncGenerator[None]:
        desk, turns, crawls = opened.desk, app.state.turns, app.state.crawls
        assigning, improving = Assigning(desk), Improving(desk, metrics.count_improvement)
        webhooks, chatwoot = Webhooks(desk, metrics.count_attempt), ChatwootTold(desk)
        for one in (assigning, improving, webhooks, chatwoot):
            opened.hub.tap(one.moved)
        waits_told, seen, failing = metrics.WAITS_TOLD.inc, metrics.NOBODY_ALERTED.set, metrics.FAILING.set
        told = Told(metrics.tell_promises, seen, waits_told, failing, metrics.tell_restated)
        works = loops_of(desk, turns, crawls, node=opened.node, read_mail=app.state.mailboxes.look, told=told)
        works |= {"assigning": assigning.run(), "improving": improving.run(), "webhooks": webhooks.run()}
        works |= {"slack": app.state.slack.run(), "chatwoot": chatwoot.run()}
        works["relay"] = Relay(opened.hub, opened.wire, desk.store.events, node=opened.node).run()
        running = [asyncio.create_task(work, name=name) for name, work in works.items()]
        try:
            async with app.state.beside.lending(app.state.exposition) if app.state.beside else contextlib.nullcontext():
                yield
        finally:
            app.state.is_closing = True
            await turns.finish(FINISH_SECONDS)
            for task in running:
                task.cancel()
            await asyncio.gather(*running, return_exceptions=True)
            for one in (crawls, improving, webhooks, chatwoot):
                await one.finish()

    return lifespan


def _now() -> datetime:
    return datetime.now(UTC)


def _embeddings(settings: Settings) -> Embeddings | OwnMeanings | None:
    if settings.embedding_url and settings.embedding_name:
        return Embeddings(url=settings.embedding_url, model=settings.embedding_name, key=settings.embedding_key)
    return OwnMeanings() if settings.meaning else None


def _exposition(opened: OpenDesk, turns: Turns) -> bytes:
    metrics.tell_node(turns.running, pushed=opened.hub.pushed, waits=opened.desk.waits.coverage())
    return metrics.exposition()
