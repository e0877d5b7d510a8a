"""What becomes of a takeover and of the bot's reply where the bot is writing just then."""

import asyncio
import json
import random
from collections import Counter

from bench import setting
from bench.links import HttpLink, SocketLink
from bench.races.trials import DRAFT_SECONDS, QUESTION, SPREAD_SECONDS


async def race(database: setting.Database, *, trials: int, seed: int) -> Counter[str]:
    """A customer asks; 0 to 50 ms later an operator takes over. Counts how it went, and `conversations`."""
    async with setting.peer_server(database, DRAFT_SECONDS) as running:
        chance, went = random.Random(seed), Counter[str]()
        told: list[str] = []
        inbox = await SocketLink.open(running.place, "/v1/live", "-", lambda frame: told.append(frame.decode()))
        links = [await HttpLink.open(running.place) for _ in range(2)]
        await _trial(links, chance, told, warm=True)
        for _ in range(trials):
            went.update(await _trial(links, chance, told))
        inbox.close()
    return went


async def _trial(links: list[HttpLink], chance: random.Random, told: list[str], *, warm: bool = False) -> list[str]:
    customer, person = links
    id = json.loads((await customer.ask("POST", "/v1/conversations", "-", b"{}"))[1])["id"]
    told.clear()
    body = json.dumps({"text": QUESTION}).encode()
    asked = asyncio.ensure_future(customer.ask("POST", f"/v1/conversations/{id}/messages", "-", body))
    await asyncio.sleep(chance.random() * SPREAD_SECONDS)
    status, _ = await person.ask("POST", f"/v1/conversations/{id}/takeover", "-", b"{}")
    answered_before = any("answer_sent" in frame for frame in told)
    await asked
    kept = json.loads((await person.ask("GET", f"/v1/conversations/{id}", "-"))[1])
    if warm or status != 200:
        return [] if warm else ["takeover refused"]
    if answered_before:
        return ["answered before the takeover"] + ([] if kept.get("owner") == "person" else ["takeover lost"])
    late = any("answer_sent" in frame for frame in told)
    lost = kept.get("owner") != "person"
    return (
        ["late reply"] * late
        + ["takeover lost"] * lost
        + ["the customer's message lost"] * (not any(one["by"] == "customer" for one in kept.get("messages", [])))
    )
