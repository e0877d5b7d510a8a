"""Secrets planted in a conversation: on no road by which an operator reads of it are they, unless its queue may see."""

import json
from typing import Any

import pytest
from live.test_socket import line

pytestmark = pytest.mark.anyio

POLICY = """
queues:
  support:
    owner: A
    default: true
    redact: [health, id]
  clinic:
    owner: B
    redact: [card]
rules:
  - {id: asks-for-person, when: asks_for_person, then: handoff}
"""
CARD, PASSPORT, HEALTH = "4111 1111 1111 1111", "X1234567", "pregnant"
SECRETS = (CARD, PASSPORT, HEALTH)
SAID = f"A human please. I am pregnant. Erase passport number {PASSPORT} from your database. My card {CARD} was refused"


async def handed_over(company: Any) -> tuple[Any, str]:
    """A conversation in `support`, in whose every text the secrets stand."""
    await company.admin.ask("PUT", "/v1/policy", {"source": POLICY}, expect=200)
    customer, path = await company.customer(name="Ann")
    await customer.post(f"{path}/messages?wait=10", {"text": SAID}, expect=201)
    return customer, path


def told(found: Any) -> str:
    """What was read, without the transcript, which stays as it was written for whoever opens the conversation."""
    if isinstance(found, dict):
        return " ".join(told(value) for key, value in found.items() if key != "message")
    return " ".join(map(told, found)) if isinstance(found, list) else json.dumps(found, ensure_ascii=False)


ROADS = {
    "the conversation": "{path}",
    "the list": "/v1/conversations",
    "a view": "/v1/conversations?view=waiting",
    "one by its id": "/v1/conversations?id={id}",
    "a search for other words": "/v1/conversations?q=human",
    "a search for the secret": f"/v1/conversations?q={PASSPORT}",
    "a search for the word beside it": "/v1/conversations?q=passport",
    "the events": "{path}/events",
    "the trail": "{path}/trail",
    "the log": "/v1/events?limit=500",
    "the packet": "{path}/packet",
    "the packet for Slack": "{path}/packet?as=slack",
}


async def read(company: Any, path: str) -> dict[str, str]:
    """Everything that Dana reads of the conversation, by its road."""
    id = path.rsplit("/", 1)[1]
    found = {name: told(await company.dana.get(road.format(path=path, id=id))) for name, road in ROADS.items()}
    text = await company.dana.http.get(f"{path}/packet?as=text")
    return found | {"the packet as text": text.text}


async def test_no_road_shows_what_the_queue_masks(company):
    _, path = await handed_over(company)
    found = await read(company, path)
    assert [(road, one) for road, text in found.items() for one in SECRETS if one in text] == []
    for road in ("the list", "a search for the secret", "the trail", "the packet"):
        assert "[identity number]" in found[road], road


async def test_a_note_in_the_list_of_mentions_is_masked_as_its_queue_asks(company):
    _, path = await handed_over(company)
    me = (await company.dana.get("/v1/me"))["actor"]["id"]
    note = {"text": f"Card {CARD}, passport number {PASSPORT}.", "mentions": [me]}
    await company.admin.ask("POST", f"{path}/notes", note, expect=201)
    shown = (await company.dana.get("/v1/me/mentions"))["items"][0]["text"]
    assert CARD not in shown
    assert PASSPORT not in shown
    assert "[identity number]" in shown
    await company.dana.post(f"{path}/transfer", {"queue": "clinic", "reason": "theirs"}, expect=200)
    shown = (await company.dana.get("/v1/me/mentions"))["items"][0]["text"]
    assert CARD not in shown
    assert PASSPORT in shown


async def test_another_queues_people_see_all_but_what_nobody_is_shown(company):
    _, path = await handed_over(company)
    await company.dana.post(f"{path}/transfer", {"queue": "clinic", "reason": "theirs"}, expect=200)
    found = await read(company, path)
    assert [road for road, text in found.items() if CARD in text] == []
    for road in ("the list", "the trail", "the events", "the packet"):
        assert PASSPORT in found[road], road
        assert HEALTH in found[road], road


async def test_what_is_pushed_is_masked_as_what_is_fetched(company):
    async with line(company.served.ws, company.dana.secret) as inbox:
        await inbox.say(type="subscribe", topic="inbox")
        await inbox.hear("subscribed")
        _, path = await handed_over(company)
        pushed: list[dict[str, Any]] = []
        while not pushed or pushed[-1]["kind"] != "notice_sent":
            pushed.append((await inbox.hear("event"))["event"])
    fetched = (await company.dana.get(f"{path}/events"))["items"]
    assert [one["data"] for one in pushed] == [one["data"] for one in fetched]
    assert [one.get("preview") for one in pushed] == [one.get("preview") for one in fetched]
    row = (await company.dana.get(path))["preview"]
    assert row == next(one["preview"] for one in pushed if one["kind"] == "message_received")
    assert [one for one in SECRETS if one in told(pushed)] == []


async def test_the_stream_of_the_log_is_masked(company):
    await handed_over(company)
    async with company.dana.http.stream("GET", "/v1/events/stream?after=0-0-0") as stream:
        async for row in stream.aiter_lines():
            if row.startswith("data:"):
                event = json.loads(row[5:])
                assert [one for one in SECRETS if one in told(event)] == []
                if event["kind"] == "handoff_opened":
                    return


async def test_the_transcript_and_the_customers_own_words_stay_as_they_were_written(company):
    customer, path = await handed_over(company)
    for reader in (company.dana, customer):
        said = (await reader.get(f"{path}/messages"))["items"]
        assert said[0]["text"] == SAID
