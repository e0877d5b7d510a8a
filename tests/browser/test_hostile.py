"""Whatever anybody writes is text: nothing of the hostile corpus runs or breaks a page, on any screen or by mail."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

import pytest
from browsing import ROOMS, Tab
from hostile.corpus import CORPUS, LOAD, RUN, SHORT, batches
from playwright.async_api import expect
from trap import Watch

from baton.channels.email.accounts import Account, Server
from baton.channels.email.compose import compose
from baton.core.answers.grounding import Grounding, Hit, Passage
from baton.core.ids import ConversationId, DeliveryId, TenantId
from baton.core.mail.deliveries import Delivery, DeliveryKind
from baton.core.messages import Citation, Statement
from baton.services.secrets import customer_token

pytestmark = pytest.mark.anyio


@pytest.fixture
def watch() -> Any:
    seen = Watch()
    yield seen
    assert seen.found == []


@pytest.fixture
async def beset(company: Any) -> AsyncIterator[dict[str, str]]:
    """A company in which everybody writes the corpus everywhere: conversations by what they are for."""
    sources = company.served.sources
    said = batches()[0][:900]
    title, heading = SHORT[0], f"<img src=x onerror={RUN}>"
    cited = Citation(1, "psg_1", "src_1", title, heading, f"javascript:{RUN}", said)
    passage = Passage("psg_1", "src_1", "doc_1", title, heading, said)  # type: ignore[arg-type]
    sources.known["sofa"] = Grounding(0.9, (Statement(said, (1,)),), (cited,), hits=(Hit(passage, 9.0),))
    await _widget_looks(company)
    for n, text in enumerate(SHORT[:40]):
        await company.admin.ask("PUT", f"/v1/canned-replies/h{n}", {"text": text})
        await company.admin.ask("PUT", f"/v1/labels/{quote(text[:30].replace('/', ''))}", {})
    entries = [{"question": text, "answer": text} for text in SHORT[:60]]
    await company.admin.post("/v1/sources", {"name": f"<script>{RUN}</script>", "entries": entries})
    await company.admin.post("/v1/operators", {"name": f"<svg onload={RUN}>", "email": "svg@example.com"}, expect=201)
    yield {"held": await _held(company), "waiting": await _waiting(company), "bots": await _bots(company)}
    del sources.known["sofa"]


async def _widget_looks(company: Any) -> None:
    looks = {
        "company": f"<img src=x onerror={RUN}>",
        "greeting": f"</script><script>{RUN}</script> {LOAD}",
        "suggestions": [f"<svg onload={RUN}>", f"javascript:{RUN}", "=cmd|' /C calc'!A0", "\u202eevil"],
    }
    await company.admin.ask("PUT", "/v1/widget", {"settings": looks}, expect=200)


async def _begun(company: Any, n: int) -> tuple[Any, str]:
    said = SHORT[n::7]
    return await company.customer(
        name=said[0],
        email=f"{said[1][:60]}@example.com",
        external_id=said[2],
        tags=list(said[3:9]),
        attributes={"page_title": said[10], "referrer": f"javascript:{RUN}", said[11][:60]: said[12]},
    )


async def _held(company: Any) -> str:
    customer, path = await _begun(company, 0)
    await customer.post(f"{path}/messages?wait=10", {"text": "I want to talk to a person"}, expect=201)
    for text in batches():
        await customer.post(f"{path}/messages", {"text": text}, expect=201)
    await company.dana.post(f"{path}/claim", expect=200)
    for text in batches():
        await company.dana.post(f"{path}/notes", {"text": f"@Dana {text}"}, expect=201)
        await company.dana.post(f"{path}/messages", {"text": text}, expect=201)
    return path.rpartition("/")[2]


async def _waiting(company: Any) -> str:
    customer, path = await _begun(company, 1)
    texts = (f"My order is <img src=x onerror={RUN}> 4521, error: <script>{RUN}</script>", "I want to talk to a person")
    for text in texts:
        await customer.post(f"{path}/messages?wait=10", {"text": text}, expect=201)
    return path.rpartition("/")[2]


async def _bots(company: Any) -> str:
    customer, path = await _begun(company, 2)
    await customer.post(f"{path}/messages?wait=10", {"text": "Tell me about the sofa"}, expect=201)
    return path.rpartition("/")[2]


async def _tickets(company: Any, ids: list[str]) -> list[dict[str, Any]]:
    desk, tenant = company.served.desk, company.tenant.id
    found = [await desk.store.conversations.load(tenant, ConversationId(id)) for id in ids]
    return [
        {"id": one.id, "token": customer_token(desk.store.secret, tenant, one.id, one.customer_id), "read": 0}
        for one, _ in found
    ]


async def test_a_planted_fault_is_caught(chromium: Any) -> None:
    watch = Watch()
    page = await chromium.new_page()
    await watch.over(page)
    await page.goto("about:blank")
    planted = [
        f"<img src=x onerror={RUN}>",
        f"<svg onload={RUN}>",
        f"<img src={LOAD}>",
        f'<a href="javascript:{RUN}">x</a>',
    ]
    assert planted[:3] == [one for one in planted if one in CORPUS]
    await page.set_content(f"<p style='width:9000px'>{''.join(planted)}</p>")
    await page.wait_for_function("window.hits.length > 0")
    await watch.look(page, "planted")
    await page.close()
    assert any(where == "asked for" and "evil.test" in str(what) for where, what in watch.found)
    assert any(where == "planted" and what["odd"] and what["wide"] for where, what in watch.found)


async def test_nothing_runs_on_any_screen(company: Any, crowd: Any, beset: dict[str, str], watch: Watch) -> None:
    await in_the_widget(company, crowd, beset, watch)
    await in_the_inbox(crowd, beset, watch)
    await in_the_console(crowd, beset, watch)


async def in_the_widget(company: Any, crowd: Any, beset: dict[str, str], watch: Watch) -> None:
    customer = await crowd.customer(viewport={"width": 320, "height": 640})
    await watch.over(customer.page)
    for id in beset.values():
        key = f"baton:{company.widget_token}:"
        tickets = await _tickets(company, [id, *(each for each in beset.values() if each != id)])
        await customer.page.evaluate(
            "([key, all]) => { localStorage[key + 'tickets'] = JSON.stringify(all); localStorage[key + 'ticket'] = "
            "JSON.stringify(all[0]); }",
            [key, tickets],
        )
        await customer.page.reload()
        if not await customer.field.is_visible():
            await customer.opens_the_widget()
        await expect(customer.log.locator("article").first).to_be_visible()
        frame = next(each for each in customer.page.frames if each.parent_frame)
        await watch.look(frame, id)
    await customer.widget.locator("button.chip, button.source").first.click()
    await expect(customer.widget.get_by_role("dialog")).to_be_visible()
    await watch.look(frame, "a source")
    await customer.page.keyboard.press("Escape")
    await customer.widget.get_by_role("button", name="Your conversations").click()
    await expect(customer.widget.locator(".past-one")).to_have_count(3)
    await watch.look(frame, "the list")
    await customer.page.keyboard.press("Escape")
    await watch.look(customer.page, "the host page")
    customer.forgive("404")


async def in_the_inbox(crowd: Any, beset: dict[str, str], watch: Watch) -> None:
    dana = await crowd.dana()
    await watch.over(dana.page)
    await dana.page.reload()
    for view in ("Mine", "Waiting", "Bot", "All"):
        await dana.page.get_by_role("navigation", name="Views").get_by_role("button", name=view).click()
        await watch.look(dana.page, view)
    for what, id in beset.items():
        await dana.opens(id, view="All")
        await expect(dana.transcript.locator("article, .line, li").first).to_be_visible()
        await watch.look(dana.page, what)
    await dana.opens(beset["held"], view="Mine")
    await dana.field.fill("/h")
    await watch.look(dana.page, "canned replies")
    await dana.field.fill("")


async def in_the_console(crowd: Any, beset: dict[str, str], watch: Watch) -> None:
    lead = await crowd.lead()
    await watch.over(lead.page)
    await lead.page.reload()
    for name in ROOMS:
        await lead.enters(name)
        await expect(lead.page.locator(".card-skeleton")).to_have_count(0)
        await watch.look(lead.page, name)
    await lead.page.goto(f"{lead.page.url.split('#')[0]}#trail/{beset['held']}")
    await expect(lead.page.get_by_text(beset["held"])).to_be_visible()
    await watch.look(lead.page, "a trail")


async def test_nothing_runs_in_a_letter(chromium: Any, watch: Watch) -> None:
    tab = Tab(await chromium.new_page())
    await watch.over(tab.page)
    account = Account(
        company="x",
        address="support@harbour.example",
        name=f"<img src=x onerror={RUN}>",
        smtp=Server("mx", 25, "plain"),
    )
    for n, text in enumerate(batches()):
        letter = Delivery(
            id=DeliveryId(f"dlv_{n}"), kind=DeliveryKind.TRANSCRIPT, to="ann@example.com", subject=SHORT[n], text=text,
            created_at=datetime(2026, 1, 1, tzinfo=UTC), conversation_id=ConversationId("cnv_1"),
            language='en"><script>', sender_name=SHORT[n + 3],
        )  # fmt: skip
        body = compose(letter, account, b"key", TenantId("ten_1")).get_body(("html",))
        assert body is not None
        await tab.page.goto("about:blank")
        await tab.page.set_content(body.get_content())
        await watch.look(tab.page, f"letter {n}")
    await tab.page.close()
