"""The receiver in docs/how-to/webhooks.md takes what Baton sends, and nothing else."""

import asyncio
import os
import socket
import sys
import urllib.error
import urllib.request
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from docs.pages import ROOT, code_blocks
from hooked import Hooked, hooked
from stage import Stage

from baton.core.webhooks import Outcome
from baton.services.webhooks import webhooks

pytestmark = pytest.mark.anyio

PAGE = (ROOT / "docs" / "how-to" / "webhooks.md").read_text(encoding="utf-8")


@asynccontextmanager
async def run(hook: Hooked) -> AsyncIterator[str]:
    """The page's own program, listening with the webhook's secret."""
    program = next(block for language, block in code_blocks(PAGE) if language == "python")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = {**os.environ, "SECRET": hook.secret, "PORT": str(port)}
    heard = asyncio.subprocess.PIPE
    running = await asyncio.create_subprocess_exec(sys.executable, "-c", program, env=environment, stdout=heard)
    try:
        await hook.change(url=f"http://127.0.0.1:{port}/")
        while (await webhooks.test(hook.stage.desk, hook.stage.admin, hook.hook.id)).outcome is not Outcome.DELIVERED:
            assert running.returncode is None
        assert running.stdout
        assert b"webhook_tested" in await running.stdout.readline()
        yield f"http://127.0.0.1:{port}/"
    finally:
        running.kill()
        await running.wait()


async def test_it_takes_what_is_signed_and_refuses_what_is_forged_or_old(stage: Stage):
    async with hooked(stage) as hook, run(hook) as url:
        await webhooks.renew_secret(hook.stage.desk, hook.stage.admin, hook.hook.id)
        renewed = await webhooks.test(hook.stage.desk, hook.stage.admin, hook.hook.id)
        assert renewed.status == 204
        hook.stage.clock.advance(minutes=10)
        old = await webhooks.test(hook.stage.desk, hook.stage.admin, hook.hook.id)
        assert old.status == 401
        assert await asyncio.to_thread(forged, url) == 401


def forged(url: str) -> int:
    """The status of a request whose signature is none."""
    headers = {"webhook-id": "evt_1", "webhook-timestamp": "1", "webhook-signature": "v1,AAAA"}
    try:
        return urllib.request.urlopen(urllib.request.Request(url, b"{}", headers), timeout=10).status  # noqa: S310
    except urllib.error.HTTPError as refused:
        return refused.code
