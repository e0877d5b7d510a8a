"""Working in the console when things fail: slow answers, a session that ends, somebody who was first, a lost line."""

from typing import Any

import anyio
import pytest
from playwright.async_api import Route, expect
from serving import Company

pytestmark = pytest.mark.anyio

Crowd = Any


async def test_a_press_that_takes_its_time_says_so_and_sends_once(crowd: Crowd, company: Company) -> None:
    room = await crowd.lead()
    go_on, sent = anyio.Event(), 0

    async def slow(route: Route) -> None:
        nonlocal sent
        if route.request.method == "POST":
            sent += 1
            await go_on.wait()
        await route.continue_()

    await room.page.route("**/v1/keys", slow)
    await room.enters("API keys")
    await room.page.get_by_role("button", name="Make a key").click()
    dialog = room.page.get_by_role("dialog")
    await dialog.get_by_label("Label").fill("the slow one")
    await dialog.get_by_label("Label").press("Enter")
    await expect(dialog.get_by_role("status")).to_have_text("Sent. Waiting for the desk’s answer…")
    await dialog.get_by_label("Label").press("Enter")
    await dialog.get_by_role("button", name="Make", exact=True).click()
    go_on.set()
    await expect(dialog.locator(".secret")).to_be_visible()
    assert sent == 1
    keys = (await company.admin.get("/v1/keys"))["items"]
    assert [one["label"] for one in keys].count("the slow one") == 1


async def test_a_form_outlives_the_end_of_the_session_and_nobody_else_reads_it(crowd: Crowd, company: Company) -> None:
    room = await crowd.lead()
    await room.enters("Canned replies")
    await room.page.get_by_role("button", name="Write one").click()
    form = room.page.get_by_role("dialog", name="Write a canned reply")
    await form.get_by_label("Shortcut").fill("late")
    await form.get_by_label("Text", exact=True).fill("It comes later, and I am sorry.")
    kept = await room.page.context.cookies()
    await room.page.context.clear_cookies()
    await form.get_by_role("button", name="Save").click()

    ended = room.page.get_by_role("dialog", name="You are signed out")
    await expect(ended).to_contain_text("What you were writing is kept in this tab.")
    for _ in range(3):
        await room.page.keyboard.press("Escape")
        await expect(ended).to_be_visible()
    box = await ended.bounding_box()
    assert box == {"x": 0, "y": 0, "width": 1280, "height": 800}

    await room.page.context.add_cookies(kept)  # type: ignore[arg-type] - what it gave, it takes
    await ended.get_by_role("button", name="go on").click()
    await expect(ended).to_have_count(0)
    await expect(form.get_by_label("Text", exact=True)).to_have_value("It comes later, and I am sorry.")
    await form.get_by_role("button", name="Save").click()
    await expect(room.page.get_by_role("region", name="Canned replies")).to_contain_text("/late")
    room.forgive("401")


async def test_escape_asks_before_what_was_typed_is_thrown_away(crowd: Crowd) -> None:
    room = await crowd.lead()
    await room.enters("Canned replies")
    write = room.page.get_by_role("button", name="Write one")
    form = room.page.get_by_role("dialog", name="Write a canned reply")
    await write.click()
    await room.page.keyboard.press("Escape")
    await expect(form).to_have_count(0)

    await write.click()
    await form.get_by_label("Text", exact=True).fill("It took ten minutes to word this.")
    await room.page.keyboard.press("Escape")
    await expect(form.get_by_role("alert")).to_contain_text("Close without keeping what you wrote?")
    await expect(form.get_by_role("button", name="Go on writing")).to_be_focused()
    await room.shot("dialog-leaving")
    assert await room.barriers() == []
    await room.page.keyboard.press("Enter")
    await expect(form.get_by_label("Text", exact=True)).to_be_focused()
    await expect(form.get_by_label("Text", exact=True)).to_have_value("It took ten minutes to word this.")

    await form.get_by_role("button", name="Close").click()
    await room.page.keyboard.press("Escape")
    await expect(form).to_have_count(0)
    await write.click()
    await expect(form.get_by_label("Text", exact=True)).to_have_value("")


async def test_who_signs_out_leaves_nothing_on_the_page(crowd: Crowd) -> None:
    room = await crowd.lead()
    await room.enters("Labels")
    await room.page.get_by_role("button", name="You and your settings").click()
    await room.page.get_by_role("button", name="Sign out").click()
    await expect(room.page.get_by_role("heading", name="You are signed out")).to_be_visible()
    await expect(room.page.locator(".console")).to_have_count(0)


async def test_who_was_second_sees_the_change_against_the_first_and_puts_it_in_force(
    crowd: Crowd, company: Company
) -> None:
    before = await company.admin.get("/v1/policy")
    room = await crowd.lead()
    await room.enters("Queues")
    queue = before["queues"][0]
    await room.page.locator(f'main a[href="#queues/{queue["id"]}"]').first.click()
    await room.page.get_by_role("button", name="Change this queue").click()
    form = room.page.get_by_role("form", name="Change this queue")
    await form.get_by_label("First reply within").fill("7")
    first = {"source": before["source"] + "\n# Somebody else was first.\n", "instead_of": before["version"]}
    await company.admin.ask("PUT", "/v1/policy", first, expect=200)

    await form.get_by_role("button", name="Look at the change").click()
    review = room.page.get_by_role("dialog", name="Before it is put in force")
    loaded, go_on = f"**/v1/queues/{queue['id']}", anyio.Event()

    async def slow(route: Route) -> None:
        if route.request.method == "GET":
            await go_on.wait()
        await route.continue_()

    await room.page.route(loaded, slow)
    await review.get_by_role("button", name="Put in force").click()
    await expect(review.get_by_role("alert")).to_contain_text("The policy was changed meanwhile")
    await expect(review.get_by_role("button", name="Put in force")).to_be_disabled()
    go_on.set()
    await expect(review.get_by_role("button", name="Put in force")).to_be_enabled()
    async with room.page.expect_response(lambda answer: answer.request.method == "PATCH") as second:
        await review.get_by_role("button", name="Put in force").click()
    assert (await second.value).status == 200
    assert "Somebody else was first." in (await company.admin.get("/v1/policy"))["source"]
    room.forgive("409")


async def test_a_list_that_cannot_be_loaded_anew_says_that_it_is_from_before(crowd: Crowd) -> None:
    room = await crowd.lead()
    await room.enters("Labels")
    await expect(room.page.get_by_role("heading", name="No labels yet")).to_be_visible()
    await room.page.route("**/v1/labels", lambda route: route.abort("connectionrefused"))
    await room.page.get_by_role("button", name="Add a label").click()
    await room.page.get_by_role("dialog").get_by_label("Label").fill("late")
    await room.page.get_by_role("dialog").get_by_role("button", name="Save").click()
    await expect(room.page.locator(".toast")).to_contain_text("What you see is from before. The desk can’t be reached.")
    room.forgive("net::ERR_CONNECTION_REFUSED")


async def test_a_name_of_eighty_letters_leaves_the_verbs_of_its_row_in_sight(crowd: Crowd, company: Company) -> None:
    label = "Wolkenkratzer" * 6 + "ab"
    email = f"long@{company.tenant.id.replace('_', '-')}.example"
    await company.admin.post("/v1/operators", {"name": label, "email": email}, expect=201)
    room = await crowd.lead()
    for width in (1280, 390):
        await room.page.set_viewport_size({"width": width, "height": 844})
        for name, verb in (("Operators", "Remove"), ("API keys", "Revoke")):
            await room.enters(name)
            row = room.page.get_by_role("row").filter(has_text=label)
            box = await row.get_by_role("button", name=verb).bounding_box()
            if name == "API keys":
                chip = await row.locator(".chip").bounding_box()
                assert chip, width
                assert chip["height"] < 40, "a role is broken in the middle of its word"
            table = await room.page.locator(".table-wrap").bounding_box()
            assert box, (name, width)
            assert table, (name, width)
            assert box["x"] + box["width"] <= table["x"] + table["width"], (name, width)
