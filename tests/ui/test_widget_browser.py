"""The widget in a real Chromium, against a desk of a few lines that answers over HTTP alone: the socket never opens."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from chromium import CHROMIUM, FLAGS, needs_chromium

from baton.core.copy import labels

sync_api = pytest.importorskip("playwright.sync_api")

UI = Path(__file__).parents[2] / "baton" / "ui"
DESK = "http://desk.test"
STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self' ws:; frame-src 'self'"
)

pytestmark = [pytest.mark.browser, needs_chromium]

TYPES = {".js": "text/javascript", ".css": "text/css", ".html": "text/html"}
QUOTE = "Sofas go back within 30 days."
SETTINGS = {
    "company": "Harbour & Pine",
    "suggestions": ["Can I return a sofa?"],
    "language": "en",
    "labels": labels("en"),
}
PASSAGE = {"title": "Returns", "heading": "Sofas", "text": f"We are fair. {QUOTE}", "before": "", "after": ""}


class Desk:
    """One conversation in memory, whose bot answers at once. `lost` answers to messages never arrive."""

    def __init__(self) -> None:
        self.events: list[dict[str, Any]] = []
        self.state = "bot"
        self.lost = 0
        self.opened_by: list[dict[str, Any]] = []

    def answer(self, method: str, path: str, body: dict[str, Any]) -> dict[str, Any] | None:
        if path.endswith("/settings"):
            return SETTINGS
        if path.startswith("/v1/passages/"):
            return PASSAGE
        if path == "/v1/past-conversations":
            return {"items": []}
        if path.endswith("/events"):
            return {"items": self.events, "next": None}
        if path.endswith("/messages"):
            return self._hear(body)
        if path.endswith("/handoffs"):
            self.state = "queued" if method == "POST" else "bot"
            self.happens("handoff_opened" if method == "POST" else "handoff_withdrawn")
        if path == "/v1/conversations":
            self.opened_by.append(body["customer"])
            return self._conversation() | {"customer_token": "cst_1"}
        return self._conversation() if path == "/v1/conversations/cnv_1" else {"conversation": self._conversation()}

    def said(self, by: str) -> list[str]:
        messages = (event["message"] for event in self.events)
        return [message["text"] for message in messages if message and message["author"]["kind"] == by]

    def _hear(self, body: dict[str, Any]) -> dict[str, Any] | None:
        known = [
            e["message"] for e in self.events if e["message"] and e["message"].get("client_id") == body["client_id"]
        ]
        if not known:
            self.happens("message_received", "customer", body["text"], client_id=body["client_id"])
            known = [self.events[-1]["message"]]
            citation = {"n": 1, "passage_id": "psg_1", "title": "Returns", "heading": "Sofas", "quote": QUOTE}
            says = {"statements": [{"text": QUOTE, "citations": [1]}], "citations": [citation], "kind": "answer"}
            self.happens("answer_sent", "bot", QUOTE, **says)
        if self.lost:
            self.lost -= 1
            return None
        return {"message": known[0], "conversation": self._conversation()}

    def happens(self, event_kind: str, author: str | None = None, text: str = "", **more: Any) -> None:
        seq = len(self.events) + 1
        said = {"id": f"msg_{seq}", "seq": seq, "author": {"kind": author}, "kind": "text", "text": text, "at": NOW}
        standing = {"state": self.state, "version": seq, "owner": {"kind": self.state}}
        event = {"conversation_id": "cnv_1", "seq": seq, "kind": event_kind, "at": NOW, "message": None, **standing}
        self.events.append(event | ({"message": said | more} if author else {}))

    def _conversation(self) -> dict[str, Any]:
        seq = len(self.events)
        handoff = {"id": "hnd_1", "queue_name": "Orders", "position": 2} if self.state == "queued" else None
        standing = {"state": self.state, "version": seq, "seq": seq, "owner": {"kind": self.state}}
        return {"id": "cnv_1", "handoff": handoff, **standing}


NOW = "2026-01-05T10:00:00Z"


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Any, desk: Desk) -> Iterator[Any]:
    """The demo customer's page, with the desk behind it; a complaint of the browser's fails the test."""
    page = browser.new_context().new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if "Content Security" in said.text else None)
    page.route("**/*", lambda route: _serve(route, desk))
    page.goto(f"{DESK}/try/wgt_1")
    yield page
    page.context.close()
    assert complaints == []


def _serve(route: Any, desk: Desk) -> None:
    path = urlsplit(route.request.url).path
    named = {"/try/wgt_1": "widget/try.html", "/widget/wgt_1": "widget/page.html", "/widget.js": "widget/widget.js"}
    file = named.get(path) or (path.removeprefix("/ui/") if path.startswith("/ui/") else None)
    if file:
        headers = {"content-type": TYPES[Path(file).suffix], "content-security-policy": STRICT}
        return route.fulfill(body=(UI / file).read_bytes(), headers=headers)
    answer = desk.answer(route.request.method, path, json.loads(route.request.post_data or "{}"))
    return route.abort() if answer is None else route.fulfill(json=answer)


def test_a_customer_asks_reads_the_source_and_leaves_by_keyboard_alone(page: Any, desk: Desk) -> None:
    page.locator("[data-baton] button").focus()
    page.keyboard.press("Enter")
    frame = page.frame_locator("iframe")
    frame.get_by_role("button", name="Can I return a sofa?").press("Enter")
    frame.get_by_role("button", name="Show the source 1: Returns").press("Enter")
    sync_api.expect(frame.locator("mark")).to_have_text(QUOTE)
    page.keyboard.press("Escape")
    sync_api.expect(frame.get_by_role("dialog")).to_be_hidden()
    page.keyboard.press("Escape")
    sync_api.expect(page.locator("iframe")).to_be_hidden()
    assert page.evaluate("document.activeElement.shadowRoot.activeElement.tagName") == "BUTTON"
    assert desk.said("customer") == ["Can I return a sofa?"]


def test_a_lost_answer_is_asked_for_again_and_nothing_is_said_twice(page: Any, desk: Desk) -> None:
    desk.lost = 2
    page.evaluate("Baton('open')")
    frame = page.frame_locator("iframe")
    frame.get_by_role("textbox").fill("Is it mine?")
    page.keyboard.press("Enter")
    sync_api.expect(frame.locator(".from-bot")).to_have_count(1)
    page.reload()
    sync_api.expect(frame.locator(".from-customer .bubble")).to_have_text(["Is it mine?"])
    assert desk.said("customer") == ["Is it mine?"]


def test_the_way_to_a_person_turns_into_the_place_in_line_and_back(page: Any, desk: Desk) -> None:
    page.evaluate("Baton('open')")
    frame = page.frame_locator("iframe")
    frame.get_by_role("button", name="Talk to a person").click()
    sync_api.expect(frame.get_by_role("status").filter(has_text="Number 2 in line")).to_be_visible()
    frame.get_by_role("button", name="Cancel and go back to the bot").click()
    sync_api.expect(frame.get_by_role("button", name="Talk to a person")).to_be_visible()
    assert [event["kind"] for event in desk.events] == ["handoff_opened", "handoff_withdrawn"]


def test_whoever_signs_in_next_speaks_with_no_proof_of_the_last_one(page: Any, desk: Desk) -> None:
    page.evaluate("Baton('open')")
    page.evaluate("Baton('identify', {external_id: 'ann', proof: 'of-ann', email: 'ann@example.com'})")
    frame = page.frame_locator("iframe")
    frame.get_by_role("textbox").fill("Is it mine?")
    page.keyboard.press("Enter")
    sync_api.expect(frame.locator(".from-bot")).to_have_count(1)
    desk.events.clear()
    page.evaluate("Baton('identify', {external_id: 'ben'})")
    sync_api.expect(frame.locator(".from-bot")).to_have_count(0)
    sync_api.expect(frame.get_by_role("button", name="Your conversations")).to_be_hidden()
    frame.get_by_role("textbox").fill("And this?")
    frame.get_by_role("textbox").press("Enter")
    sync_api.expect(frame.locator(".from-bot")).to_have_count(1)
    assert [who.get("proof") for who in desk.opened_by] == ["of-ann", None]
    assert "email" not in desk.opened_by[1]


def test_markup_in_anyones_words_stays_words(page: Any, desk: Desk) -> None:
    page.evaluate("Baton('open')")
    frame = page.frame_locator("iframe")
    hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    frame.get_by_role("textbox").fill(hostile)
    page.keyboard.press("Enter")
    sync_api.expect(frame.locator(".from-customer .bubble")).to_have_text(hostile)
    assert frame.locator(".bubble img, .bubble script").count() == 0


def test_of_a_long_talk_the_end_is_drawn_and_the_rest_as_the_customer_scrolls_up(page: Any, desk: Desk) -> None:
    page.evaluate("Baton('open')")
    frame = page.frame_locator("iframe")
    frame.get_by_role("textbox").fill("Is it mine?")
    page.keyboard.press("Enter")
    sync_api.expect(frame.locator(".from-bot")).to_have_count(1)
    for number in range(500):
        desk.happens("message_received", "customer", f"And number {number}?")
    page.reload()
    lines = frame.locator("article")
    sync_api.expect(lines.last).to_contain_text("And number 499?")
    sync_api.expect(lines).to_have_count(200)
    sync_api.expect(lines.last).to_be_in_viewport()

    before = frame.get_by_text("And number 300?")
    sync_api.expect(before).to_have_count(1)
    moved = before.evaluate("""async line => {
        const box = document.querySelector('#scroller');
        const frames = async () => { for (let n = 0; n < 3; n++) await new Promise(requestAnimationFrame); };
        box.scrollTop = 300;
        const was = line.getBoundingClientRect().top;
        await frames();
        return [line.getBoundingClientRect().top - was, document.querySelectorAll('article').length];
    }""")
    assert moved == [0, 400]
    frame.locator("#scroller").evaluate("box => box.scrollTop = 0")
    sync_api.expect(lines.first).to_contain_text("Is it mine?")
    sync_api.expect(lines).to_have_count(502)
