"""The main job over HTTP, as an integrator would drive it."""

import asyncio

import pytest
from fakes import grounded

pytestmark = pytest.mark.anyio


async def test_from_a_question_to_a_person_and_back(company):
    company.served.sources.known["deliver"] = grounded("Delivery takes three working days.")
    customer, path = await company.customer(external_id="u1", name="Ann", language="en")
    answered = await customer.post(f"{path}/messages?wait=10", {"text": "When do you deliver?"}, expect=201)
    assert answered["decision"] == {"kind": "answer", "reason": "grounded", "rule": "grounded"}
    assert answered["reply"]["citations"][0]["n"] == 1
    asked = await customer.post(f"{path}/messages?wait=10", {"text": "A human please"}, expect=201)
    assert asked["decision"]["reason"] == "customer_request"
    assert asked["reply"]["kind"] == "notice"
    waiting = await company.dana.get("/v1/conversations?view=waiting")
    assert [item["id"] for item in waiting["items"]] == [path.rpartition("/")[2]]
    assert waiting["counts"]["waiting"] == 1
    claimed = await company.dana.post(f"{path}/claim", expect=200)
    assert claimed["conversation"]["owner"]["name"] == "Dana"
    assert claimed["packet"]["sources_used"][0]["title"] == "Delivery"
    version = claimed["conversation"]["version"]
    said = await company.dana.post(f"{path}/messages", {"text": "Hello Ann", "version": version}, expect=201)
    assert said["message"]["author"]["name"] == "Dana"
    await company.dana.post(f"{path}/notes", {"text": "Checked the order"}, expect=201)
    back = await company.dana.post(f"{path}/handback", {"decided": "resend"}, expect=200)
    assert back["conversation"]["state"] == "bot"
    again = await customer.post(f"{path}/messages?wait=10", {"text": "When do you deliver?"}, expect=201)
    assert again["reply"]["text"] == "Delivery takes three working days."
    done = await company.dana.post(f"{path}/resolution", {"disposition": "solved"}, expect=200)
    assert done["conversation"]["state"] == "resolved"
    reopened = await company.dana.ask("DELETE", f"{path}/resolution", expect=200)
    assert reopened["conversation"]["state"] == "bot"
    texts = [message["text"] for message in (await customer.get(f"{path}/messages"))["items"]]
    assert "Checked the order" not in texts
    trail = (await company.admin.get(f"{path}/trail"))["items"]
    assert all(entry["actor"]["kind"] for entry in trail)
    opened = next(entry for entry in trail if entry["kind"] == "handoff_opened")
    assert (opened["reason"], opened["rule"]) == ("customer_request", "asks-for-person")


async def test_ten_claims_at_once_give_one_winner_and_nine_refusals_that_name_the_winner(company):
    for _ in range(10):
        _, path = await company.waiting()
        callers = [company.dana, company.sam] * 5
        answers = await asyncio.gather(*(caller.http.post(f"{path}/claim") for caller in callers))
        won = [answer.json() for answer in answers if answer.status_code == 200]
        lost = [answer.json() for answer in answers if answer.status_code == 409]
        assert (len(won), len(lost)) == (1, 9)
        assert {problem["code"] for problem in lost} == {"already_claimed"}
        assert {problem["by"] for problem in lost} == {won[0]["conversation"]["owner"]["name"]}


async def test_the_button_talk_to_a_person_works_once_and_can_be_taken_back(company):
    customer, path = await company.customer()
    one = await customer.post(f"{path}/handoffs", expect=201)
    two = await customer.post(f"{path}/handoffs", expect=201)
    assert one["conversation"]["version"] == two["conversation"]["version"]
    assert "rule" not in one["conversation"]["handoff"]
    assert (await customer.get(f"{path}/packet"))["packet"].keys() == {"summary", "facts", "last_message"}
    back = await customer.ask("DELETE", f"{path}/handoffs", expect=200)
    assert back["conversation"]["state"] == "bot"


async def test_an_outside_bot_speaks_with_the_version_it_was_given_and_not_after_a_takeover(company):
    key = (await company.admin.post("/v1/keys", {"role": "bot", "label": "Their bot"}, expect=201))["key"]
    bot = company.as_(key)
    _, path = await company.customer()
    version = (await bot.get(path))["version"]
    await bot.post(f"{path}/messages", {"text": "Hello from our bot", "version": version}, expect=201)
    await company.dana.post(f"{path}/takeover", expect=200)
    for body in ({"text": "Late", "version": version}, {"text": "Late"}):
        refused = await bot.post(f"{path}/messages", body, expect=409)
        assert refused["owner"]["name"] == "Dana"


async def test_an_outside_bot_tells_of_its_turns_and_its_answer_says_what_came_of_it(company):
    key = (await company.admin.post("/v1/keys", {"role": "bot"}, expect=201))["key"]
    bot = company.as_(key)
    customer, path = await company.customer()
    turn = await bot.post(f"{path}/turns", {"understood": "change_date", "version": 1}, expect=200)
    assert (turn["decision"]["kind"], turn["conversation"]["state"]) == ("answer", "bot")
    told = {"text": "One moment.", "version": 1, "tools": {"calendar": "failed"}}
    await customer.post(f"{path}/messages", told, expect=403)
    sent = await bot.post(f"{path}/messages", told, expect=200, idempotency_key="turn-1")
    assert (sent["message"], sent["conversation"]["state"]) == (None, "queued")
    assert sent["decision"] == {
        "kind": "handoff",
        "reason": "tool_failed",
        "rule": "tool-failed",
        "evidence": ["calendar: failed"],
        "queue": "support",
    }
    assert await bot.post(f"{path}/messages", told, expect=200, idempotency_key="turn-1") == sent
    assert (await bot.post(f"{path}/turns", {"intent": "wait", "version": 1}, expect=409))["code"] == "stale_version"
    await bot.post(f"{path}/turns", {"understood": "x" * 65}, expect=422)


async def test_lists_page_through_everything_once(company):
    paths = {(await company.customer(name=f"Customer {n}"))[1].rpartition("/")[2] for n in range(7)}
    seen: list[str] = []
    cursor = ""
    while True:
        page = await company.admin.get(f"/v1/conversations?limit=3&cursor={cursor}")
        seen += [item["id"] for item in page["items"]]
        if page["next"] is None:
            break
        cursor = page["next"]
    assert sorted(seen) == sorted(paths)


async def test_a_list_can_be_searched_by_name_without_wildcards_meaning_anything(company):
    await company.customer(name="Zoë 100%")
    await company.customer(name="Zoë 2100")
    found = await company.admin.get("/v1/conversations?q=%25100%25")
    assert [item["customer"]["name"] for item in found["items"]] == ["Zoë 100%"]


async def test_the_waiting_list_is_longest_wait_first_and_pages(company):
    paths = [(await company.waiting())[1].rpartition("/")[2] for _ in range(4)]
    first = await company.dana.get("/v1/conversations?view=waiting&limit=3")
    rest = await company.dana.get(f"/v1/conversations?view=waiting&limit=3&cursor={first['next']}")
    assert [item["id"] for item in first["items"] + rest["items"]] == paths


async def test_events_of_the_tenant_are_read_to_the_end_with_the_cursor(company):
    await company.waiting()
    cursor, kinds = "", []
    while True:
        page = await company.admin.get(f"/v1/events?limit=4&after={cursor}")
        if not page["items"]:
            break
        kinds += [item["kind"] for item in page["items"]]
        cursor = page["next"]
    assert kinds[0] == "tenant_created"
    assert {"message_received", "decision_made", "handoff_opened", "notice_sent"} <= set(kinds)


async def test_the_stream_brings_what_happens_after_the_last_event_id(company):
    start = (await company.admin.get("/v1/events?limit=500"))["next"]
    await company.waiting()
    kinds: list[str] = []
    async with company.admin.http.stream("GET", "/v1/events/stream", headers={"last-event-id": start}) as stream:
        async for line in stream.aiter_lines():
            if line.startswith("event: "):
                kinds.append(line.removeprefix("event: "))
            if "notice_sent" in kinds:
                break
    assert kinds[:2] == ["conversation_opened", "message_received"]
