"""How a support lead keeps the sources: websites, who may read what, gaps, conflicts, and what must keep working."""

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from browsing import Found
from playwright.async_api import expect
from serving import Api

pytestmark = pytest.mark.anyio

People = Any

PAGE = "<!doctype html><title>{title}</title><main><h1>{title}</h1>{body}</main>"

PROCEDURE = """# The varnish room

Internal only. Do not share with customers.

The varnish room is aired for 25 minutes after each coat.
"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        return


@pytest.fixture
def website(tmp_path: Path) -> Iterator[str]:
    """A small help centre on this machine, with one link that leads nowhere."""
    site = tmp_path / "site"
    site.mkdir()
    links = '<p>All about sundials.</p><a href="/brass.html">Brass</a> <a href="/gone.html">Gone</a>'
    (site / "index.html").write_text(PAGE.format(title="Sundials", body=links))
    (site / "brass.html").write_text(
        PAGE.format(title="Brass sundials", body="<p>A brass sundial is polished with lemon juice once a year.</p>")
    )
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


async def test_a_website_is_added_read_and_answered_from(people: People, found: Found, website: str) -> None:
    room = await people.room()
    await room.enters("Sources")
    await room.page.get_by_role("button", name="Read a website").click()
    await found.look(room, "the form for a website")
    await room.page.get_by_label("Address").fill(website)
    await room.page.get_by_role("button", name="Read website").click()
    reading = room.page.get_by_role("region", name="Reading of the website")
    await expect(reading).to_contain_text("2 pages new, 0 changed", timeout=30_000)
    await expect(reading).to_contain_text("1 address was left out")
    await expect(reading).to_contain_text("gone.html")
    await expect(reading).to_contain_text("The next reading is on")
    await reading.get_by_label("Look for changes").select_option("Only when asked")
    await expect(reading).to_contain_text("It is read again only when somebody asks.")
    await expect(room.page.get_by_role("link", name="Brass sundials")).to_be_visible()
    await found.look(room, "a website that was read")

    customer = await people.customer()
    await customer.opens_the_widget()
    await customer.says("What is a brass sundial polished with?")
    await customer.hears("lemon juice")


async def test_a_website_that_is_not_there_says_so(people: People, found: Found) -> None:
    room = await people.room()
    await room.enters("Sources")
    await room.page.get_by_role("button", name="Read a website").click()
    await room.page.get_by_label("Address").fill("http://127.0.0.1:9/")
    await room.page.get_by_label("Name").fill("A closed shop")
    await room.page.get_by_role("button", name="Read website").click()
    reading = room.page.get_by_role("region", name="Reading of the website")
    await expect(reading).to_contain_text("Could not be read", timeout=30_000)
    await expect(reading.get_by_role("button", name="Read again")).to_be_visible()
    await expect(reading).to_contain_text("Nothing has been read of it yet.")
    await expect(reading).to_contain_text("sooner if you ask")
    await found.look(room, "a website that could not be read")


async def test_an_internal_looking_document_waits_until_it_is_approved_for_customers(
    people: People, found: Found, admin: Api, tmp_path: Path
) -> None:
    (tmp_path / "varnish.md").write_text(PROCEDURE)
    room = await people.room()
    await room.enters("Sources")
    await room.page.get_by_label("Files to add").set_input_files([tmp_path / "varnish.md"])
    waits = room.page.locator(".waits").filter(has_text="1 document reads like an internal procedure")
    await expect(waits).to_be_visible()
    await found.look(room, "a document to approve, in the list")
    await waits.get_by_role("link").click()
    await expect(room.page.locator(".to-approve")).to_contain_text("Do not share with customers")
    await found.look(room, "a document to approve")

    asked = {"question": "How long is the varnish room aired after each coat?"}
    assert "25 minutes" not in str((await admin.post("/v1/questions", asked))["answer"])
    await room.page.get_by_role("button", name="Show it to customers").click()
    await expect(room.page.locator(".to-approve")).to_have_count(0)
    await expect(room.page.get_by_label("Who may read The varnish room")).to_have_value("public")
    assert "25 minutes" in str((await admin.post("/v1/questions", asked))["answer"])


async def test_a_gap_is_proposed_from_a_reply_approved_and_closed(people: People, found: Found) -> None:
    customer = await people.customer()
    await customer.opens_the_widget()
    await customer.says("Can you tune my grandmother's piano?")
    await customer.hears("could not find")
    await customer.says("I want to talk to a person")
    await customer.hears("I'm handing you over")
    dana = await people.member("Dana")
    await dana.opens((await customer.ticket())["id"])
    await dana.presses("Claim")
    await dana.writes("Yes, we tune a grandmother's piano in Dublin for 90 euros.")
    await customer.hears("90 euros")

    room = await people.room()
    await room.enters("Gaps")
    card = room.page.locator("li.card").filter(has_text="grandmother's piano")
    await expect(card).to_contain_text("Asked once")
    await found.look(room, "an open gap")
    await card.get_by_role("button", name="Answer it").click()
    dialog = room.page.get_by_role("dialog")
    await expect(dialog.get_by_label("Answer", exact=True)).to_have_value(
        "Yes, we tune a grandmother's piano in Dublin for 90 euros."
    )
    await found.look(room, "a proposed answer")
    await dialog.get_by_role("button", name="Approve and ask again").click()
    await expect(room.page.locator(".toast").filter(has_text="Closed")).to_be_visible()
    await room.page.get_by_text("settled gap").click()
    await expect(card.locator(".chip")).to_have_text("Closed")
    await found.look(room, "a closed gap")

    other = await people.customer()
    await other.opens_the_widget()
    await other.says("Can you tune my grandmother's piano?")
    await other.hears("90 euros")


async def test_a_conflict_is_shown_with_both_sides_and_dismissed(people: People, found: Found, admin: Api) -> None:
    for name, hours in (("Oak wax", 5), ("Oak wax, questions", 14)):
        body = {"name": name, "content": f"# {name}\n\nOak wax hardens in {hours} hours.\n"}
        await admin.post("/v1/sources", body, expect=201)
    room = await people.room()
    await room.enters("Conflicts")
    card = room.page.locator(".conflict").filter(has_text="Oak wax hardens")
    await expect(card.locator("blockquote")).to_have_count(2)
    await expect(card).to_contain_text("Two lengths of time")
    await found.look(room, "an open conflict")
    await card.get_by_role("button", name="Read it: Oak wax", exact=True).click()
    await expect(room.page.get_by_role("dialog")).to_contain_text("hardens in 5 hours")
    await room.page.keyboard.press("Escape")
    await card.get_by_role("button", name="Not a conflict").click()
    await expect(room.page.locator(".toast").filter(has_text="Dismissed")).to_be_visible()
    await room.page.get_by_text("dismissed conflict").click()
    await expect(card).to_contain_text("Not a conflict, says")
    await found.look(room, "a dismissed conflict")


async def test_a_kept_question_says_when_a_change_breaks_it(people: People, found: Found, admin: Api) -> None:
    body = {"name": "Weather vanes", "content": "# Weather vanes\n\nA copper weather vane turns green in 8 years.\n"}
    source = (await admin.post("/v1/sources", body, expect=201))["source"]
    question = "In how many years does a copper weather vane turn green?"
    room = await people.room()
    await room.enters("Test bench")
    await room.page.get_by_label("Question").fill(question)
    await room.page.get_by_role("button", name="Ask", exact=True).click()
    await room.page.get_by_role("button", name="Keep on the list").click()
    await expect(room.page.get_by_role("button", name="On the list")).to_be_disabled()
    row = room.page.get_by_role("row").filter(has_text=question)
    await expect(row.locator(".chip")).to_have_text("Works")
    await found.look(room, "a kept question that works")

    await admin.ask("DELETE", f"/v1/sources/{source['id']}", expect=200)
    await room.page.get_by_role("button", name="Ask all again").click()
    await expect(row.locator(".chip")).to_have_text("Does not work")
    await expect(row).to_contain_text("Broke: it worked before")
    await expect(room.page.get_by_role("region", name="What must keep working")).to_contain_text("1 question broke")
    await found.look(room, "a kept question that broke")
    await row.get_by_role("button", name=f"Remove “{question}”").click()
    await expect(row).to_have_count(0)


async def test_an_operator_puts_a_passage_with_its_source_into_a_reply(
    people: People, found: Found, admin: Api
) -> None:
    for name, audience in (("Hinges", "public"), ("Hinges, inside", "operators")):
        content = f"# {name}\n\nBrass hinges are oiled every 3 years.\n"
        await admin.post("/v1/sources", {"name": name, "content": content, "audience": audience}, expect=201)
    customer, dana = await people.customer(), await people.member("Dana")
    await customer.opens_the_widget()
    await customer.says("I want to talk to a person")
    await customer.hears("I'm handing you over")
    await dana.opens((await customer.ticket())["id"])
    await dana.presses("Claim")
    await dana.field.fill("Good question.")
    await dana.page.get_by_role("button", name="Find in sources").click()
    await dana.dialog.get_by_label("What to look for").fill("oil brass hinges")
    await dana.page.keyboard.press("Enter")
    await expect(dana.dialog.get_by_text("Not for customers")).to_be_visible()
    await expect(dana.dialog.get_by_role("button", name="Insert from Hinges, inside")).to_have_count(0)
    await found.look(dana, "passages found")
    await dana.dialog.get_by_role("button", name="Insert from Hinges", exact=True).click()
    await expect(dana.dialog).to_have_count(0)
    await expect(dana.field).to_be_focused()
    await expect(dana.field).to_have_value("Good question.\n\nBrass hinges are oiled every 3 years.")
    await expect(dana.page.get_by_role("list", name="Sources that are sent along")).to_contain_text("Hinges")
    await dana.field.press("Enter")
    line = await customer.hears("Brass hinges are oiled every 3 years.")
    await line.get_by_role("button", name="Hinges").click()
    await expect(customer.widget.get_by_role("dialog")).to_contain_text("Brass hinges are oiled every 3 years.")


async def test_a_word_of_the_companys_own_mends_a_kept_question(people: People, found: Found, admin: Api) -> None:
    body = {"name": "Sundial care", "content": "# Gnomons\n\nA bent gnomon is straightened in 4 days.\n"}
    await admin.post("/v1/sources", body, expect=201)
    question = "In how many days is a bent shadow stick straightened?"
    await admin.post("/v1/kept-questions", {"question": question, "expected": ["Gnomons"]}, expect=201)
    room = await people.room()
    await room.enters("Vocabulary")
    await expect(room.page.get_by_text("No words yet")).to_be_visible()
    await room.page.get_by_role("button", name="Add a word").click()
    dialog = room.page.get_by_role("dialog")
    await dialog.get_by_label("Your pages say").fill("gnomon")
    await dialog.get_by_label("Customers also say").fill("the")
    await dialog.get_by_role("button", name="Save").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("nearly every sentence has")
    await found.look(room, "a word that is refused")
    await dialog.get_by_label("Customers also say").fill("shadow stick\npointer of the dial")
    await dialog.get_by_role("button", name="Save").click()
    await expect(room.page.get_by_role("cell", name="shadow stick, pointer of the dial")).to_be_visible()
    await found.look(room, "the room with a word")
    room.forgive("422")

    await room.enters("Test bench")
    await room.page.get_by_role("button", name="Ask all again").click()
    row = room.page.get_by_role("row").filter(has_text=question)
    await expect(row.locator(".chip")).to_have_text("Works")
