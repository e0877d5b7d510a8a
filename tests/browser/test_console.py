"""The support lead's rooms: sources, test bench, policy, trail."""

import re
from pathlib import Path
from typing import Any

import pytest
from browsing import ROOMS, Found
from playwright.async_api import expect
from serving import Api

pytestmark = pytest.mark.anyio

People = Any

LANTERNS = """# Lanterns

## How long does the battery of a garden lantern last

The battery of a garden lantern lasts 14 hours on a full charge.
"""


async def test_a_file_that_is_added_is_answered_from_at_once(people: People, tmp_path: Path) -> None:
    (tmp_path / "lanterns.md").write_text(LANTERNS)
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    room = await people.room()
    await room.enters("Sources")
    await room.page.get_by_label("Files to add").set_input_files([tmp_path / "lanterns.md", tmp_path / "picture.png"])
    outcome = room.page.locator(".outcome")
    await expect(outcome).to_contain_text("The source has 1 document")
    await expect(outcome).to_contain_text("picture.png")

    await room.enters("Test bench")
    await room.page.get_by_label("Question").fill("How long does the battery of a garden lantern last?")
    await room.page.get_by_role("button", name="Ask").click()
    await expect(room.page.locator(".answer")).to_contain_text("14 hours")


async def test_a_written_answer_is_given_in_its_own_words(people: People) -> None:
    room = await people.room()
    await room.enters("Sources")
    await room.page.get_by_role("button", name="Write a question and its answer").click()
    await room.page.get_by_label("Question").fill("Do you engrave brass nameplates?")
    await room.page.get_by_label("Answer").fill("We engrave brass nameplates up to 20 letters.")
    await room.page.get_by_role("button", name="Add entry").click()
    await expect(room.page.locator(".outcome")).to_contain_text("The bot answers from them now")

    customer = await people.customer()
    await customer.opens_the_widget()
    await customer.says("Do you engrave brass nameplates?")
    await customer.hears("We engrave brass nameplates up to 20 letters.")


async def test_the_bench_shows_what_stops_the_bot(people: People) -> None:
    room = await people.room()
    await room.enters("Test bench")
    await room.page.get_by_label("Question").fill("I want my money back, now")
    await room.page.get_by_role("button", name="Ask").click()
    card = room.page.locator("article.card").first
    await expect(card.locator(".chip.reason")).to_have_text("Hand over")
    await expect(card.locator("code")).not_to_be_empty()


async def test_the_policy_is_read_as_sentences_in_its_order(people: People, admin: Api) -> None:
    policy = await admin.get("/v1/policy")
    room = await people.room()
    await room.enters("Policy")
    sentences = room.page.locator(".layer li p:first-child")
    await expect(sentences).to_have_text([rule["says"] for rule in policy["rules"]])
    await expect(room.page.get_by_role("region", name="Policy file")).to_contain_text("queues:")


async def test_a_message_is_tried_against_the_policy_with_its_proof(people: People) -> None:
    room = await people.room()
    await room.enters("Policy")
    await room.page.get_by_label("Message to try").fill("I want my money back")
    await room.page.get_by_label("Tags of the customer").fill("vip")
    await room.page.get_by_role("button", name="Try").click()
    story = room.page.locator(".story")
    await expect(story).to_contain_text("Hand over to a person in Billing, with high priority: by rule policy-topic")
    await expect(story.locator(".asked li.fired code")).to_have_text("policy-topic")
    await expect(story).to_contain_text("overridden by policy-topic")
    await expect(story.locator(".answer")).to_contain_text("Billing")


async def test_the_versions_of_the_policy_tell_what_changed(people: People, admin: Api) -> None:
    policy = await admin.get("/v1/policy")
    changed = re.sub(r"(?m)^  answer: [0-9.]+$", "  answer: 0.72", policy["source"], count=1)
    await admin.ask("PUT", "/v1/policy", {"source": changed}, expect=200)
    room = await people.room()
    await room.enters("Policy")
    await room.page.get_by_role("button", name="What changed").first.click()
    await expect(room.page.locator(".versions")).to_contain_text("0.72 now")
    await admin.ask("PUT", "/v1/policy", {"source": policy["source"]}, expect=200)


async def test_a_conversation_s_trail_says_who_did_what_and_by_which_rule(people: People, admin: Api) -> None:
    customer = await people.customer()
    await customer.opens_the_widget()
    await customer.says("I want to talk to a person")
    await customer.hears("I'm handing you over")
    here = (await customer.ticket())["id"]
    handed = next(one for one in (await admin.get(f"/v1/conversations/{here}/trail"))["items"] if one.get("rule"))

    room = await people.room()
    await room.enters("Audit trail")
    await room.page.locator(f'a[href="#trail/{here}"]').click()
    await expect(room.page.get_by_text(here)).to_be_visible()
    await expect(room.page.get_by_role("main")).to_contain_text(handed["rule"])


async def test_the_questions_that_the_chat_begins_with_are_chosen_in_the_console(crowd: Any) -> None:
    lead = await crowd.lead()
    await lead.enters("Widget")
    await lead.page.get_by_label("Company").fill("Quay Lamps")
    for number in range(1, 5):
        await lead.page.get_by_label(f"Question {number}").fill(f"Do you deliver to town {number}?")
    await lead.page.get_by_label("Sites that may show it").fill("https://www.quaylamps.example/shop\n127.0.0.1:1")
    await lead.page.get_by_role("button", name="Save").click()
    await expect(lead.page.locator(".toast").filter(has_text="Saved.")).to_be_visible()
    await lead.shot("widget-room")
    kept = await lead.page.evaluate("fetch('/v1/me').then((answer) => answer.json())")
    assert kept["allowed_domains"] == ["www.quaylamps.example", "127.0.0.1:1"]
    customer = await crowd.customer()
    await expect(customer.widget.locator(".suggestions button")).to_have_count(4)
    await expect(customer.widget.get_by_role("heading", name="Quay Lamps")).to_be_visible()
    await customer.widget.get_by_role("button", name="Do you deliver to town 4?").click()
    await expect(customer.log).to_contain_text("town 4")


async def test_a_company_says_it_in_its_own_words_and_takes_them_back(people: People, admin: Api) -> None:
    kept = await admin.get("/v1/policy")
    room = await people.room()
    page = room.page
    await room.enters("Wording")
    await page.get_by_label("Language").select_option("he")
    await page.get_by_role("searchbox", name="Find a sentence").fill("now_closed")
    await expect(page.locator(".sentences li")).to_have_count(2)
    await page.get_by_role("button", name="Change now_closed", exact=True).click()
    words, go = page.get_by_label("Your words"), page.get_by_role("button", name="Put in force")
    await words.fill("נחזור {{ wen }}.")
    await expect(page.get_by_role("dialog")).to_contain_text("has no value for wen")
    await expect(go).to_be_disabled()
    await page.get_by_role("button", name="Show wen, at character 7").click()
    assert await words.evaluate("(box) => box.value.slice(box.selectionStart, box.selectionEnd)") == "{{ wen }}"
    await room.shot("words-refused")
    await words.fill("נחזור {{ when }}.")
    await expect(page.locator(".as-in-widget")).to_have_attribute("dir", "rtl")
    await expect(page.locator(".as-in-widget")).to_have_text("נחזור מחר.")
    await go.click()
    await expect(page.locator(".sentences")).to_contain_text("Your words")
    await page.get_by_label("Only your own").check()
    await expect(page.locator(".sentences li")).to_have_count(1)
    await room.shot("words")
    await page.get_by_role("button", name="Change now_closed", exact=True).click()
    await page.get_by_role("button", name="Back to the desk’s words").click()
    await expect(page.get_by_role("main")).to_contain_text("No such sentence")
    await admin.ask("PUT", "/v1/policy", {"source": kept["source"]}, expect=200)


async def test_every_room_fits_a_phone(people: People, admin: Api) -> None:
    kept = (await admin.post("/v1/kept-questions", {"question": "Can I return a sofa?"}, expect=201))["question"]
    room = await people.room(viewport={"width": 390, "height": 844}, has_touch=True)
    wide = []
    for name in ROOMS:
        await room.enters(name)
        await expect(room.page.locator(".card-skeleton")).to_have_count(0)
        if await room.page.evaluate("document.documentElement.scrollWidth") > 390:
            wide.append(name)
    await admin.ask("DELETE", f"/v1/kept-questions/{kept['id']}", expect=200)
    assert wide == []


async def test_somebody_is_added_renamed_sent_away_removed_and_taken_back(people: People, found: Found) -> None:
    room = await people.room()
    await room.enters("Operators")
    page, dialog = room.page, room.page.get_by_role("dialog")
    await page.get_by_role("button", name="Add an operator").click()
    await expect(dialog.get_by_label("Name")).to_be_focused()
    await expect(dialog.get_by_role("button", name="Add")).to_be_disabled()
    await found.look(room, "adding an operator")
    await dialog.get_by_label("Name").fill("Ilse Brandt")
    await dialog.get_by_label("E-mail").fill("ilse@example.com")
    await dialog.get_by_label("Name").press("Enter")
    await expect(dialog).to_contain_text("Sign-in link for Ilse Brandt")
    await found.look(room, "a sign-in link")
    await dialog.get_by_role("button", name="Done").click()

    await page.get_by_role("button", name="Change Ilse Brandt").click()
    await found.look(room, "changing an operator")
    await dialog.get_by_label("Name").fill("Ilse Brandt-Kaya")
    await dialog.get_by_label("Role").select_option("admin")
    await dialog.get_by_label("Now").select_option("away")
    await dialog.get_by_label("Skills").fill("refunds 4, technical")
    await dialog.get_by_role("button", name="Save").click()
    row = page.get_by_role("row", name="Ilse Brandt-Kaya")
    for words in ("Admin", "Away", "Refunds 4", "Technical 3"):
        await expect(row).to_contain_text(words)

    await page.get_by_role("button", name="Remove Ilse Brandt-Kaya").click()
    await expect(dialog).to_contain_text("They hold no conversation")
    await found.look(room, "removing an operator")
    await dialog.get_by_role("button", name="Remove", exact=True).click()
    left = page.get_by_role("region", name="Have left")
    await expect(left).to_contain_text("Ilse Brandt-Kaya")
    await expect(dialog).to_have_count(0)
    await found.look(room, "who has left")
    await left.get_by_role("button", name="Take back Ilse Brandt-Kaya").click()
    await expect(dialog).to_contain_text("Sign-in link for Ilse Brandt-Kaya")
    await dialog.get_by_role("button", name="Done").click()
    await expect(row).to_contain_text("Not in the inbox yet")
    await page.get_by_role("button", name="Remove Ilse Brandt-Kaya").click()
    await dialog.get_by_role("button", name="Remove", exact=True).click()
    await expect(left).to_contain_text("Ilse Brandt-Kaya")
