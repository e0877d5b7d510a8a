"""The inbox in Chromium over a list of 50,000 conversations.

    uv run python -m bench.inbox [--conversations 50000] [--messages 1000]

How soon the list is painted on a line of 40 ms; the longest task of a scroll through the whole list, by the clock and
by what it takes of a processor, which a busy machine does not change, beside the same scroll of a bare page that has
the rows and nothing else: what it takes is the browser's and the machine's; how soon a message that a socket brought is
painted; what the page's memory does over 1,000 messages. It needs a Chromium; name one with BATON_CHROMIUM.
"""

import argparse
import asyncio
import json
import os
import statistics
from dataclasses import dataclass
from typing import Any

import asyncpg
from playwright.async_api import Browser, BrowserContext, Page, async_playwright

from bench import inbox_scripts as scripts
from bench import setting
from bench.growth.desks import ask
from bench.links import HttpLink
from bench.setting import Running, Tenant

CHROMIUM = os.environ.get("BATON_CHROMIUM", "/usr/bin/chromium")
LATENCY_MS = 40
LOADS = 7
STEP = 250
"""Messages after which the memory is looked at."""
WRITERS = 40
"""Conversations of the list in which customers write."""
PAUSE = 0.025
"""Seconds between messages, so that each is painted by itself."""
LONG_MS = 50
"""A task that takes longer is felt; a browser reports those that do."""

_CUSTOMERS = """INSERT INTO customers (tenant_id, id, name, email, created_at)
    SELECT $1, 'cus_b' || n, 'Customer ' || n, 'c' || n || '@example.com', now() FROM generate_series(1, $2::int) n"""
_CONVERSATIONS = """INSERT INTO conversations
        (tenant_id, id, customer_id, channel, state, version, seq, asked_seq, preview, last_author, created_at,
         updated_at)
    SELECT $1, 'cnv_b' || n, 'cus_b' || n, 'web', CASE WHEN n % 20 = 0 THEN 'bot' ELSE 'resolved' END, 1, 6, 1,
        'Thank you, the lamp has come', 'customer', now(), now() - n * interval '1 minute'
    FROM generate_series(1, $2::int) n"""


@dataclass(frozen=True, slots=True)
class Scene:
    """A served desk, a browser that is signed in to its inbox, and the customers who write."""

    running: Running
    browser: Browser
    signed_in: Any
    link: HttpLink
    open: str
    tokens: dict[str, str]

    async def page(self) -> Page:
        """A page of its own that watches itself; nothing is cached for it."""
        context: BrowserContext = await self.browser.new_context(
            viewport={"width": 1280, "height": 800}, storage_state=self.signed_in
        )
        page = await context.new_page()
        await page.add_init_script(scripts.WATCH)
        return page

    def address(self, conversation: str = "") -> str:
        """The list of all conversations, and one of them open where it is named."""
        return f"http://{self.running.place.host}:{self.running.place.port}/inbox?view=all#{conversation}"


def main() -> None:
    """Measure, and print what came of it."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--conversations", type=int, default=50_000)
    asked.add_argument("--messages", type=int, default=1_000)
    given = asked.parse_args()
    with setting.database() as connection:
        asyncio.run(_measure(connection, given.conversations, given.messages))


async def _measure(connection: dict[str, Any], conversations: int, messages: int) -> None:
    database = await setting.known(connection)
    tenant = await setting.tenant(database, "Harbour & Pine")
    await _fill(connection, tenant.id, conversations)
    async with setting.server(database) as running, async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        scene = await _scene(running, tenant, browser)
        await _loaded(scene)
        await _scrolled(scene, conversations)
        print(f"\n{'written in':12} {'messages':>8} {'heap MB':>8} {'nodes':>7} {'painted p50':>11} {'p95':>6}  long")
        await _written(scene, "the open one", messages, [scene.open])
        await _written(scene, "the list", messages, [one for one in scene.tokens if one != scene.open])
        await browser.close()


async def _fill(connection: dict[str, Any], tenant: str, conversations: int) -> None:
    writer = await asyncpg.connect(**connection)
    await writer.execute("SELECT set_config('baton.tenant', $1, false)", tenant)
    await writer.execute(_CUSTOMERS, tenant, conversations)
    await writer.execute(_CONVERSATIONS, tenant, conversations)
    await writer.execute("ANALYZE")
    await writer.close()


async def _scene(running: Running, tenant: Tenant, browser: Browser) -> Scene:
    """An operator who is signed in and has taken over what customers write in, so that no bot answers between."""
    link = await HttpLink.open(running.place)
    person = {"name": "Dana", "email": "dana@example.com", "capacity": 100}
    operator = await ask(link, "POST", "/v1/operators", tenant.admin_key, **person)
    door = await ask(link, "POST", f"/v1/operators/{operator['id']}/sign-in-links", tenant.admin_key)
    tokens: dict[str, str] = {}
    for number in range(WRITERS + 1):
        customer = {"name": f"Writer {number}"}
        made = await ask(link, "POST", "/v1/conversations", tenant.widget_token, customer=customer)
        tokens[made["id"]] = made["customer_token"]
        await ask(link, "POST", f"/v1/conversations/{made['id']}/takeover", operator["key"])
    context = await browser.new_context()
    page = await context.new_page()
    await page.goto(f"{door['url']}?to=/inbox")
    await page.locator(".views").wait_for()
    signed_in = await context.storage_state()
    await context.close()
    return Scene(running, browser, signed_in, link, next(iter(tokens)), tokens)


async def _loaded(scene: Scene) -> None:
    """From the address to the first painted rows, with nothing in the browser's cache and then with the files in it."""
    first, again, requests = [], [], 0
    for _ in range(LOADS):
        page = await scene.page()
        wire = await page.context.new_cdp_session(page)
        await wire.send("Network.enable")
        limits = {"offline": False, "latency": LATENCY_MS, "downloadThroughput": -1, "uploadThroughput": -1}
        await wire.send("Network.emulateNetworkConditions", limits)
        for took in (first, again):
            await page.goto("about:blank")
            await page.goto(scene.address(), wait_until="commit")
            took.append(await page.evaluate(scripts.PAINTED))
        requests = await page.evaluate("performance.getEntriesByType('resource').length")
        await page.context.close()
    print(f"load at {LATENCY_MS} ms: {_middle(first)}; again {_middle(again)}; {requests} requests")


def _middle(took: list[float]) -> str:
    return f"{statistics.median(took):.0f} ms ({min(took):.0f} to {max(took):.0f})"


async def _scrolled(scene: Scene, conversations: int) -> None:
    """To the end of the list as fast as the browser draws, then to places all over it."""
    bare = await scene.page()
    await bare.set_content(scripts.BARE)
    await bare.evaluate(scripts.BARE_ROWS, conversations)
    await _told(scene, bare, "a bare page scrolled", scripts.SCROLL, conversations)
    await bare.context.close()
    page = await scene.page()
    await page.goto(scene.address())
    await page.locator(".rows .row").first.wait_for()
    wire = await page.context.new_cdp_session(page)
    before = await _heap(wire)
    await _told(scene, page, "the inbox scrolled", scripts.SCROLL, conversations)
    await _told(scene, page, "jumps all over the inbox", scripts.JUMPS)
    print(
        f"heap {before:.1f} MB before, {await _heap(wire):.1f} MB after; {await page.evaluate(scripts.NODES)} elements"
    )
    await page.context.close()


async def _told(scene: Scene, page: Page, name: str, script: str, arg: Any = None) -> None:
    """Run a script in a page, and print what it did and what the page's tasks took meanwhile."""
    await scene.browser.start_tracing(page=page, categories=["toplevel"])
    found = await page.evaluate(script, arg)
    tasks = _tasks(json.loads(await scene.browser.stop_tracing())["traceEvents"])
    long = sorted((clock for clock, _ in tasks if clock > LONG_MS), reverse=True)
    busy = sorted((processor for _, processor in tasks), reverse=True)
    print(f"{name}: {found['rows']} rows in {found['seconds']:.0f} s, {found['frames']} steps")
    print(f"  by the clock {len(long)} tasks over {LONG_MS} ms{f', the longest {long[0]:.0f}' if long else ''}")
    most = ", ".join(f"{one:.0f}" for one in busy[:3])
    print(f"  of the processor the longest took {most} ms; all {len(busy)} together {sum(busy) / 1_000:.1f} s")


def _tasks(trace: list[dict[str, Any]]) -> list[tuple[float, float]]:
    """What each task of the page's own thread took by the clock and of a processor, in ms."""
    ours = {(e["pid"], e["tid"]) for e in trace if e.get("args", {}).get("name") == "CrRendererMain"}
    tasks = (e for e in trace if e["name"] == "ThreadControllerImpl::RunTask" and (e["pid"], e["tid"]) in ours)
    return [(e.get("dur", 0) / 1_000, e.get("tdur", 0) / 1_000) for e in tasks]


async def _written(scene: Scene, where: str, most: int, into: list[str]) -> None:
    """Messages one by one, with a conversation open: the memory after each step, and how soon each is painted."""
    page = await scene.page()
    await page.goto(scene.address(scene.open))
    await page.locator(".transcript").wait_for()
    await page.locator(".rows .row").first.wait_for()
    wire = await page.context.new_cdp_session(page)
    for count in range(0, most + 1, STEP):
        await page.evaluate("window.waits = []; window.long = []")
        for number in range(STEP if count else 0):
            target = into[number % len(into)]
            body = {"text": f"tick {where.split()[-1]} {count + number}, and where is my order now?"}
            await ask(scene.link, "POST", f"/v1/conversations/{target}/messages", scene.tokens[target], **body)
            await asyncio.sleep(PAUSE)
        await page.wait_for_function("most => window.waits.length >= most", arg=STEP if count else 0)
        waits = await page.evaluate("window.waits.filter(one => one !== null)")
        long = await page.evaluate("window.long.length")
        p50, p95 = (statistics.quantiles(waits, n=20)[at] for at in (9, 18)) if len(waits) > 1 else (0, 0)
        memory = f"{await _heap(wire):8.2f} {await page.evaluate(scripts.NODES):7}"
        print(f"{where:12} {count:8} {memory} {p50:11.1f} {p95:6.1f} {long:5}  ({len(waits)} seen)")
    await page.context.close()


async def _heap(wire: Any) -> float:
    await wire.send("HeapProfiler.collectGarbage")
    found = await wire.send("Runtime.getHeapUsage")
    return found["usedSize"] / 1e6


if __name__ == "__main__":
    main()
