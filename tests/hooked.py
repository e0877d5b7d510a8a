"""A stage with a webhook at a receiver on loopback, and short words for telling it."""

import asyncio
import base64
import hashlib
import hmac
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any

from receivers import Got, Receiver, receiving
from stage import Stage

from baton.core.conversation import Conversation
from baton.core.events import EventKind
from baton.core.webhooks import Attempt, Webhook
from baton.fetch.poster import GuardedPoster
from baton.services.webhooks import webhooks
from baton.services.webhooks.sending import tell
from baton.services.webhooks.webhooks import WebhookChange
from baton.settings import LOOPBACK

SAID = (EventKind.MESSAGE_RECEIVED,)


@dataclass
class Hooked:
    """`stage` has a poster; `hook` is registered at `receiver`, for what customers say."""

    stage: Stage
    receiver: Receiver
    hook: Webhook
    secret: str

    async def now(self) -> Webhook:
        return await webhooks.find(self.stage.desk, self.stage.admin, self.hook.id)

    async def change(self, **change: Any) -> Webhook:
        return await webhooks.change(self.stage.desk, self.stage.admin, self.hook.id, WebhookChange(**change))

    async def attempts(self) -> list[Attempt]:
        """What was tried, the first first."""
        found = await webhooks.attempts(self.stage.desk, self.stage.admin, self.hook.id, before=None, limit=200)
        return [*reversed(found)]

    async def said(self, *texts: str) -> Conversation:
        """A new conversation in which a customer says these."""
        conversation = await self.stage.begin()
        for text in texts:
            await self.stage.says(conversation, text)
        return conversation

    async def tell(self) -> int:
        """Tell the webhook what is due now."""
        return await tell(self.stage.desk, self.stage.tenant.id, self.hook.id)

    async def tell_until(self, count: int) -> None:
        """Tell it as time goes by, until the receiver has had so many requests."""
        for _ in range(400):
            if len(self.receiver.got) >= count:
                return
            await self.tell()
            self.stage.clock.advance(seconds=10)
        raise AssertionError(f"only {len(self.receiver.got)} of {count} came")

    def texts(self) -> list[str]:
        return [one.event["message"]["text"] for one in self.receiver.got]


@asynccontextmanager
async def hooked(stage: Stage, kinds: tuple[EventKind, ...] | None = SAID, **more: Any) -> AsyncIterator[Hooked]:
    """A stage whose webhook is told of these kinds."""
    poster = GuardedPoster(inside=LOOPBACK)
    able = replace(stage, desk=replace(stage.desk, poster=poster))
    async with receiving() as receiver:
        wanted = WebhookChange(url=f"{receiver.url}/hook", kinds=kinds, **more)
        hook, secret = await webhooks.add(able.desk, able.admin, wanted)
        yield Hooked(able, receiver, hook, secret)
    await poster.close()


def signed_by(secret: str, got: Got) -> str:
    """What a receiver reckons, by the standard alone."""
    said = f"{got.headers['webhook-id']}.{got.headers['webhook-timestamp']}.".encode() + got.body
    key = base64.b64decode(secret.removeprefix("whsec_"))
    return "v1," + base64.b64encode(hmac.new(key, said, hashlib.sha256).digest()).decode()


async def while_waiting(task: "asyncio.Task[Any]") -> None:
    """End a task that waits."""
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
