"""People at their browsers: a customer beside a company's page, a member of its team in the inbox and the console."""

import json
import os
from pathlib import Path
from typing import Any, Literal

from playwright.async_api import FrameLocator, Locator, Page, expect

AXE = (Path(__file__).parent / "browser" / "vendor" / "axe.min.js").read_text(encoding="utf-8")
ROOMS = (
    "Overview",
    "Sources",
    "Gaps",
    "Conflicts",
    "Vocabulary",
    "Test bench",
    "Queues",
    "Policy",
    "Wording",
    "Promises",
    "Ratings",
    "Packets",
    "Review",
    "Audit trail",
    "Operators",
    "Canned replies",
    "Labels",
    "Macros",
    "Widget",
    "API keys",
    "Slack",
    "Webhooks",
    "Chatwoot",
)
"""What the console has, for an admin."""
OF_COLOURS = ("color-contrast", "link-in-text-block")
"""The rules of axe whose verdict can change with the colours alone."""
ASK_AXE = """async ([colours, alone]) => {
    const modal = document.querySelector('dialog:modal');
    const ask = async (where, more) =>
        (await axe.run(where, { iframes: false, resultTypes: ['violations'], ...more })).violations;
    const off = Object.fromEntries(colours.map((rule) => [rule, { enabled: false }]));
    const of_colours = () => ask(modal ?? document, { runOnly: { type: 'rule', values: colours } });
    if (alone) return of_colours();
    return modal ? [...(await ask(document, { rules: off })), ...(await of_colours())] : ask(document, {});
}"""
SHOTS = os.environ.get("BATON_SHOTS")
NETWORK_LOST = (
    "net::ERR_INTERNET_DISCONNECTED",
    "net::ERR_CONNECTION_REFUSED",
    "net::ERR_CONNECTION_RESET",
    "net::ERR_CONTENT_LENGTH_MISMATCH",
    "net::ERR_EMPTY_RESPONSE",
    "net::ERR_SOCKET_NOT_CONNECTED",
)
"""What a browser writes to its console when a line is cut on purpose."""


class Tab:
    """One page, and every complaint that its browser had about it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        page.on("pageerror", lambda error: self.complaints.append(f"uncaught: {error}"))
        page.on("console", self._hear)

    def _hear(self, message: Any) -> None:
        # That a page took what came ahead of it is tested by itself; that it took it late tells of the machine.
        if message.type in ("error", "warning") and "was preloaded using link preload but not used" not in message.text:
            self.complaints.append(f"{message.type}: {message.text} ({message.location.get('url', '')})")

    async def shot(self, name: str) -> None:
        """Keep a picture of the page as it is, where BATON_SHOTS names a folder for them."""
        if SHOTS:
            await self.page.screenshot(path=Path(SHOTS) / f"{name}.png", full_page=True)

    def forgive(self, *words: str) -> None:
        """Take out complaints that the test has caused on purpose."""
        self.complaints = [said for said in self.complaints if not any(word in said for word in words)]

    async def barriers(self, *, of_colours: bool = False) -> list[str]:
        """What axe-core finds wrong in this page and in the frames that it shows, each with where.

        All of its rules, or only those of colours. Those are most of what a look costs: while a modal is open they are
        asked about what it says, and not again about the page that nobody can use behind it.
        """
        found: list[str] = []
        for frame in self.page.frames:
            if frame.parent_frame and not await (await frame.frame_element()).is_visible():
                continue
            if not await frame.evaluate("'axe' in window"):
                await frame.evaluate(AXE)
            found += map(_barrier, await frame.evaluate(ASK_AXE, [OF_COLOURS, of_colours]))
        return found


class Customer(Tab):
    """Somebody on the company's page, with the widget in the corner."""

    def __init__(self, page: Page, address: str) -> None:
        super().__init__(page)
        self._address = address
        self.launcher: Locator = page.locator("[data-baton] button")
        self.widget: FrameLocator = page.frame_locator("[data-baton] iframe")
        self.log: Locator = self.widget.get_by_role("log")
        self.field: Locator = self.widget.locator("#text")
        self.foot: Locator = self.widget.locator(".holder")

    async def arrives(self) -> None:
        """Load the company's page."""
        await self.page.goto(self._address)
        await expect(self.launcher).to_be_visible()

    async def opens_the_widget(self) -> None:
        await self.launcher.click()
        await expect(self.field).to_be_visible()

    async def says(self, text: str) -> None:
        await self.field.fill(text)
        await self.field.press("Enter")

    async def hears(self, words: str) -> Locator:
        """Wait until a line that somebody else wrote has these words; returns that line."""
        line = self.log.locator("article:not(.from-customer)").filter(has_text=words).last
        await expect(line).to_be_visible()
        return line

    async def lines(self) -> list[str]:
        """Every line of the conversation as the page shows it, without names and times."""
        return [" ".join(text.split()) for text in await self.log.locator("article .bubble").all_inner_texts()]

    async def ticket(self) -> dict[str, str]:
        """The conversation's id and the key to it, as this browser remembers them."""
        (kept,) = await self.page.evaluate(
            "Object.keys(localStorage).filter(key => key.endsWith(':ticket')).map(key => localStorage[key])"
        )
        return json.loads(kept)


class Member(Tab):
    """Somebody of the team, signed in."""

    def __init__(self, page: Page, name: str, url: str) -> None:
        super().__init__(page)
        self.name = name
        self.url = url
        self.lock: Locator = page.locator(".lockbar")
        self.transcript: Locator = page.get_by_role("log", name="Messages")
        self.packet: Locator = page.get_by_role("region", name="Handoff packet")
        self.field: Locator = page.locator("#composer")
        self.dialog: Locator = page.get_by_role("dialog")

    def row(self, conversation_id: str) -> Locator:
        """A conversation in the list."""
        return self.page.locator(f'a.row[href="#{conversation_id}"]')

    async def opens(self, conversation_id: str, view: str = "Waiting") -> None:
        """Choose a view, then a conversation in it."""
        await self.page.get_by_role("navigation", name="Views").get_by_role("button", name=view).click()
        await self.row(conversation_id).click()
        await expect(self.transcript).to_be_visible()

    async def presses(self, verb: str) -> None:
        """Press one of the verbs beside who holds the baton."""
        await self.lock.get_by_role("button", name=verb, exact=True).click()

    async def confirms(self, label: str, **fields: str) -> None:
        """Fill the form that a verb has opened, and send it."""
        for name, words in fields.items():
            await self.dialog.get_by_label(name.replace("_", " ")).fill(words)
        await self.dialog.get_by_role("button", name=label, exact=True).click()
        await expect(self.dialog).to_have_count(0)

    async def writes(self, text: str) -> None:
        await self.field.fill(text)
        await self.field.press("Enter")

    async def is_told(self, words: str) -> None:
        """Wait for a notice at the edge of the page."""
        await expect(self.page.locator(".toast").filter(has_text=words)).to_be_visible()


class Room(Tab):
    """The console, with one of its rooms open."""

    async def enters(self, name: str) -> None:
        await self.page.get_by_role("navigation", name="Console").get_by_role("link", name=name).click()
        await expect(self.page.get_by_role("heading", name=name, level=1)).to_be_visible()


class Found:
    """Barriers by the state in which they stand: all that axe knows in light, and what colours can do in dark."""

    def __init__(self) -> None:
        self.barriers: dict[str, list[str]] = {}

    async def look(self, tab: Tab, state: str) -> None:
        await tab.page.mouse.move(0, 0)
        schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
        for scheme in schemes:
            await tab.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            if found := await tab.barriers(of_colours=scheme == "dark"):
                self.barriers[f"{state}, {scheme}"] = found

    async def look_and_resize(self, tab: Tab, state: str, width: int, height: int) -> None:
        """Look, make the window that wide and high, and look again. It stays so."""
        await self.look(tab, state)
        await tab.page.set_viewport_size({"width": width, "height": height})
        await self.look(tab, f"{state}, {width} wide")


def _barrier(violation: dict[str, Any]) -> str:
    where = "; ".join(f"{' '.join(map(str, node['target']))}: {node['failureSummary']}" for node in violation["nodes"])
    return f"{violation['id']}: {violation['help']} | {where}"
