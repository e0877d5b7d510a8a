"""The widget in a real Chromium: bytes and time of the first opening, shift of the host page, memory over a long talk.

    uv run python -m bench.widget [--messages 1000]

Lines are those of Chromium's own profiles. `ready` is from the press of the button until the customer can write, in
the company's own words; what the host page itself loads is over by then.
"""

import argparse
import asyncio
import json
import os
import time
from dataclasses import dataclass
from typing import Any

from playwright.async_api import Browser, Page, async_playwright

from bench import setting
from bench.links import HttpLink, Place

CHROMIUM = os.environ.get("BATON_CHROMIUM", "/usr/bin/chromium")
STEP = 250
"""Messages after which the memory is looked at."""


@dataclass(frozen=True, slots=True)
class Line:
    """A network as the browser plays it: milliseconds there and back, kilobits a second each way."""

    name: str
    latency_ms: int
    down: int
    up: int


LINES = (
    Line("no limit", 0, 0, 0),
    Line("4G", 60, 9_000, 1_500),
    Line("fast 3G", 150, 1_600, 750),
    Line("slow 3G", 400, 400, 400),
)
SHIFTS = """window.shift = 0; new PerformanceObserver((all) => {
  for (const one of all.getEntries()) window.shift += one.value;
}).observe({type: 'layout-shift', buffered: true});"""


async def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    asked.add_argument("--messages", type=int, default=1_000)
    most = asked.parse_args().messages
    with setting.database() as connection:
        database = await setting.known(connection)
        tenant = await setting.tenant(database, "Harbour & Pine")
        async with setting.server(database) as running, async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            address = f"http://{running.place.host}:{running.place.port}/try/{tenant.widget_token}"
            print(f"{'line':10} {'ready ms':>9} {'bytes':>7} {'answers':>8} {'shift':>6}")
            for line in LINES:
                print(await _opened(browser, address, line))
            await _long(browser, address, running.place, most)
            await browser.close()


async def _opened(browser: Browser, address: str, line: Line) -> str:
    context = await browser.new_context()
    page = await context.new_page()
    await page.add_init_script(SHIFTS)
    await page.goto(address, wait_until="networkidle")
    wire = await context.new_cdp_session(page)
    sent: list[int] = []
    wire.on("Network.loadingFinished", lambda done: sent.append(int(done["encodedDataLength"])))
    await wire.send("Network.enable")
    if line.latency_ms:
        limits = {"latency": line.latency_ms, "downloadThroughput": line.down * 125, "uploadThroughput": line.up * 125}
        await wire.send("Network.emulateNetworkConditions", {"offline": False, **limits})
    began = time.perf_counter()
    await page.locator("[data-baton] button").click()
    await _may_write(page)
    ready = (time.perf_counter() - began) * 1_000
    shift = await page.evaluate("window.shift")
    await context.close()
    return f"{line.name:10} {ready:9.0f} {sum(sent):7} {len(sent):8} {shift:6.3f}"


async def _may_write(page: Page) -> None:
    frame = page.frame_locator("[data-baton] iframe")
    await frame.locator("h1", has_text="Harbour & Pine").wait_for()
    await frame.locator("#text").wait_for()


async def _long(browser: Browser, address: str, place: Place, most: int) -> None:
    page = await browser.new_page()
    await page.goto(address)
    await page.locator("[data-baton] button").click()
    await _may_write(page)
    frame = page.frame_locator("[data-baton] iframe")
    await frame.locator("#text").fill("Where is my order?")
    await frame.locator("#text").press("Enter")
    await frame.locator("article.from-bot").first.wait_for()
    kept = await page.evaluate("Object.entries(localStorage).find(([name]) => name.endsWith(':ticket'))[1]")
    wire = await page.context.new_cdp_session(page)
    print(f"\n{'messages':>8} {'heap MB':>8} {'nodes':>7} {'shown ms':>9}")
    async with asyncio.timeout(600):
        for count in range(0, most + 1, STEP):
            shown = await _said(page, place, kept, range(max(0, count - STEP), count))
            print(f"{count:8} {await _heap(wire):8.2f} {await _nodes(page):7} {shown:9.0f}")
    await page.close()


async def _said(page: Page, place: Place, kept: str, numbers: range) -> float:
    """Let the customer's other device write so many messages; milliseconds until the last one stands on the page."""
    ticket = json.loads(kept)
    link = await HttpLink.open(place)
    for number in numbers:
        body = json.dumps({"text": f"One more thing, number {number}."}).encode()
        await link.ask("POST", f"/v1/conversations/{ticket['id']}/messages", ticket["token"], body)
    began = time.perf_counter()
    last = f"number {numbers[-1]}." if numbers else "Where is my order?"
    lines = page.frame_locator("[data-baton] iframe").locator("article.from-customer", has_text=last)
    await lines.first.wait_for(timeout=60_000)
    link.close()
    return (time.perf_counter() - began) * 1_000


async def _heap(wire: Any) -> float:
    await wire.send("HeapProfiler.collectGarbage")
    found = await wire.send("Runtime.getHeapUsage")
    return found["usedSize"] / 1e6


async def _nodes(page: Page) -> int:
    frame = next(each for each in page.frames if each.parent_frame)
    return await frame.evaluate("document.querySelectorAll('*').length")


if __name__ == "__main__":
    asyncio.run(main())
