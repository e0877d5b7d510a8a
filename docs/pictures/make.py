"""Make the pictures of the documentation: `uv run python docs/pictures/make.py`, about a minute.

Starts a desk of its own, lets people talk in it, and takes a picture of each main state into this directory.
`desk.png` is the one in the README: the inbox with the packet in front of the operator, the customer's side beside it.
Those that `docs/start/looks.md` shows are kept too; the others are for looking at before a release.
"""

import asyncio
import base64
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1] / "tests"))

from browsing import Customer, Member, Room  # noqa: E402
from chromium import CHROMIUM, FLAGS  # noqa: E402
from commands import Desk, demo_desk  # noqa: E402
from playwright.async_api import Browser, async_playwright, expect  # noqa: E402
from seeds import seed  # noqa: E402
from serving import Api  # noqa: E402

ZOOMED = {"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2}
"""A screen of 1280 by 800 at 200 %."""
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "device_scale_factor": 2}
MARA = {"name": "Mara Lindqvist", "email": "mara@example.com", "attributes": {"tier": "Club"}}
OTHERS = (
    ({"name": "Tomasz Zieliński", "language": "en"}, "I was charged twice for the same lamp"),
    ({"name": "Priya Raman"}, "Could somebody call me about an order for 40 desks for our office?"),
    ({"name": "Jonas Weber", "language": "de"}, "Ich möchte bitte mit einem Menschen sprechen"),
    ({"name": "Aiko Mori"}, "How long does delivery take?"),
)


class Set:
    """The desk, a browser, and where pictures go."""

    def __init__(self, desk: Desk, browser: Browser, admin: Api) -> None:
        self.desk = desk
        self.admin = admin
        self._browser = browser

    async def page(self, **looks: Any) -> Any:
        size = {"viewport": {"width": 1280, "height": 800}}
        context = await self._browser.new_context(**(size | {"reduced_motion": "reduce"} | looks))
        return await context.new_page()

    async def customer(self, who: dict[str, Any] | None = None, **looks: Any) -> Customer:
        made = Customer(await self.page(**looks), self.desk.customers_page)
        await made.arrives()
        await made.page.wait_for_function("window.Baton?.isLoaded")
        if who:
            await made.page.evaluate("(who) => Baton('identify', who)", who)
        return made

    async def member(self, name: str, **looks: Any) -> Member:
        operators = (await self.admin.get("/v1/operators"))["items"]
        operator = next(one for one in operators if one["name"].startswith(name))
        link = await self.admin.post(f"/v1/operators/{operator['id']}/sign-in-links", expect=201)
        made = Member(await self.page(**looks), name, self.desk.url)
        await made.page.goto(f"{link['url']}?to=/inbox")
        await expect(made.page.get_by_role("button", name="You are ")).to_be_visible()
        return made

    async def room(self, **looks: Any) -> Room:
        made = Room(await self.page(**looks))
        await made.page.goto(self.desk.links["console"])
        return made


@asynccontextmanager
async def a_set() -> AsyncIterator[Set]:
    with seed(None) as made, demo_desk(made, None) as desk:
        admin = Api(desk.url, desk.admin_key)
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            yield Set(desk, browser, admin)
            await browser.close()
        await admin.http.aclose()


async def main() -> None:
    async with a_set() as stage:
        await others(stage)
        await handoff(stage)
        await console(stage)
        await phones(stage)


async def others(stage: Set) -> None:
    """The rest of the morning's conversations."""
    for who, text in OTHERS:
        opened = await stage.admin.post("/v1/conversations", {"customer": who}, expect=201)
        customer = Api(stage.desk.url, opened["customer_token"])
        await customer.post(f"/v1/conversations/{opened['id']}/messages?wait=10", {"text": text}, expect=201)
        await customer.http.aclose()


async def handoff(stage: Set) -> None:
    """One conversation from the bot to a person, seen from both sides."""
    dana = await stage.member("Dana", viewport={"width": 1280, "height": 940})
    mara = await stage.customer(MARA, viewport={"width": 1280, "height": 860})
    await snap(mara, "customer")
    await mara.opens_the_widget()
    await expect(mara.widget.locator(".suggestions")).to_be_visible()
    await snap(mara, "widget-empty")
    await mara.says("How long do I have to send something back?")
    answer = await mara.hears(" days")
    await snap(mara, "widget-answer")
    await answer.locator("button.chip").first.click()
    await expect(mara.widget.locator("mark")).to_be_visible()
    await snap(mara, "widget-passage")
    await mara.widget.get_by_role("button", name="Close", exact=True).click()
    await mara.says("The armchair of order HP-204711 came with a torn seat. I want my money back.")
    await mara.hears("I'm handing you over")
    await expect(mara.foot).to_contain_text("in line")
    await snap(mara, "widget-waiting")

    await expect(dana.page.locator("a.row")).not_to_have_count(0)
    await snap(dana, "inbox-list")
    await dana.opens((await mara.ticket())["id"])
    await dana.presses("Claim")
    await mara.hears("has joined")
    await expect(dana.page.locator(".suggestion")).to_be_visible()
    await expect(dana.page.locator(".toast")).to_have_count(0, timeout=20_000)
    await snap(dana, "inbox-packet")
    await side_by_side(stage, dana, mara)
    await dana.presses("Hand back")
    await snap(dana, "inbox-hand-back")


async def side_by_side(stage: Set, dana: Member, mara: Customer) -> None:
    """The README's picture."""
    parts = [await dana.page.screenshot(), await mara.page.locator("[data-baton] iframe").screenshot()]
    sources = [f"data:image/png;base64,{base64.b64encode(part).decode()}" for part in parts]
    page = await stage.page(viewport={"width": 1740, "height": 980})
    await page.set_content(
        "<style>body{margin:0;height:100vh;display:flex;gap:20px;align-items:center;justify-content:center;"
        "background:#dfe5e1}img{border-radius:10px;box-shadow:0 1px 3px #0003,0 8px 30px #0002;max-height:940px}"
        "</style>" + "".join(f"<img src='{source}'>" for source in sources)
    )
    await page.screenshot(path=HERE / "desk.png")


async def console(stage: Set) -> None:
    room = await stage.room()
    for name in ("Sources", "Test bench", "Policy", "Audit trail"):
        await room.enters(name)
        await expect(room.page.locator(".card-skeleton")).to_have_count(0)
        if name == "Test bench":
            await room.page.get_by_label("Question").fill("How long does delivery take?")
            await room.page.get_by_role("button", name="Ask").click()
            await expect(room.page.locator(".answer")).to_be_visible()
        if name == "Audit trail":
            await room.page.locator("ul.recent a").first.click()
            await expect(room.page.get_by_role("link", name="Open in the inbox")).to_be_visible()
        await snap(room, f"console-{name.split()[-1].lower()}")


async def phones(stage: Set) -> None:
    """On a phone, and in a language that runs from right to left."""
    layla = await stage.customer({"name": "ليلى حداد"}, locale="ar", **PHONE)
    await layla.opens_the_widget()
    await layla.says("أريد التحدث إلى شخص")
    await expect(layla.foot.get_by_role("button").nth(1)).to_be_visible()
    await snap(layla, "phone-arabic")
    noor = await stage.member("Noor", **PHONE)
    await noor.page.get_by_role("navigation", name="Views").get_by_role("button", name="Waiting").click()
    await expect(noor.page.locator("a.row")).not_to_have_count(0)
    await snap(noor, "phone-list")
    await noor.opens((await layla.ticket())["id"])
    await snap(noor, "phone-conversation")
    near = await stage.member("Noor", **ZOOMED)
    await near.opens((await layla.ticket())["id"])
    await snap(near, "zoomed-conversation")
    wide = await stage.customer({"name": "ليلى حداد"}, locale="ar")
    await wide.opens_the_widget()
    await wide.says("كم تستغرق مدة التوصيل؟")
    await expect(wide.log.locator("article:not(.from-customer)").first).to_be_visible()
    await snap(wide, "widget-arabic")


async def snap(tab: Any, name: str) -> None:
    """One picture in light and one in dark."""
    for scheme in ("light", "dark"):
        await tab.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        await tab.page.screenshot(path=HERE / f"{name}-{scheme}.png")
    await tab.page.emulate_media(color_scheme="light", reduced_motion="reduce")


if __name__ == "__main__":
    asyncio.run(main())
