"""One trial of each race: set it up, let them go at once, and hold what was answered against the log."""

import asyncio
import json
import random
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

from bench.races import verdict
from bench.races.stand import Racer, Stand, Started

DRAFT_SECONDS = 0.025
"""How long the model takes. A takeover comes 0 to 50 ms after the message: the draft is up to 25 ms to either side."""

SPREAD_SECONDS = 0.05
SETTLE_SECONDS = 0.1
QUESTION = "How long does standard delivery of a lamp take?"


@dataclass(slots=True)
class Trial:
    """What one trial came to: times of the calls that raced in seconds, how it went, and what was wrong."""

    accepted: int
    times: list[float]
    went: str
    flaws: list[str] = field(default_factory=list[str])


Answered = tuple[int, dict[str, str], float]
"""Status, body, seconds."""

Race = Callable[[Stand, random.Random], Awaitable[Trial]]


async def claim(stand: Stand, _: random.Random) -> Trial:
    """Ten operators claim one waiting conversation."""
    started = await stand.begin()
    await stand.must(stand.customer, "POST", started.path("handoffs"), started.token)
    answered = await asyncio.gather(*(_asked(one, "POST", started.path("claim")) for one in stand.racers))
    log = await stand.log(started)
    told = [(one.id, status, body.get("by", "")) for one, (status, body, _) in zip(stand.racers, answered, strict=True)]
    winner = next(one for one in stand.racers if any(row.actor == one.id for row in log))
    await stand.must(winner.link, "POST", started.path("resolution"), winner.key)
    wins = sum(status == 200 for _, status, _ in told)
    return Trial(wins, [s for _, _, s in answered], f"{wins} won", verdict.of_claim(log, told))


async def late_reply(stand: Stand, chance: random.Random) -> Trial:
    """The bot writes an answer; somewhere around its end an operator takes over."""
    started = await stand.begin()
    body = {"text": QUESTION, "client_id": "asked"}
    await stand.must(stand.customer, "POST", started.path("messages"), started.token, **body)
    await asyncio.sleep(chance.random() * SPREAD_SECONDS)
    return await _after_takeover(stand, started, [await _asked(stand.racers[0], "POST", started.path("takeover"))])


async def takeover_and_message(stand: Stand, _: random.Random) -> Trial:
    """The customer writes while an operator takes over."""
    started = await stand.begin()
    customer = Racer("", "", started.token, stand.customer)
    body = {"text": QUESTION, "client_id": "asked"}
    answered = await asyncio.gather(
        _asked(stand.racers[0], "POST", started.path("takeover")),
        _asked(customer, "POST", started.path("messages"), **body),
    )
    return await _after_takeover(stand, started, answered)


async def double_resolve(stand: Stand, _: random.Random) -> Trial:
    """An operator resolves from two tabs, each on a connection of its own, without a key that marks a retry."""
    started, owner = await stand.begin(), stand.racers[0]
    await stand.must(owner.link, "POST", started.path("takeover"), owner.key)
    other = Racer(owner.id, owner.name, owner.key, stand.racers[1].link)
    answered = await asyncio.gather(*(_asked(tab, "POST", started.path("resolution")) for tab in (owner, other)))
    flaws = verdict.of_resolving(await stand.log(started), [status for status, _, _ in answered])
    accepted = sum(status == 200 for status, _, _ in answered)
    return Trial(accepted, [s for _, _, s in answered], f"{accepted} done", flaws)


async def _after_takeover(stand: Stand, started: Started, answered: Sequence[Answered]) -> Trial:
    await asyncio.sleep(SETTLE_SECONDS)  # what the bot still has in hand would come now
    log, accepted = await stand.log(started), sum(status in (200, 201) for status, _, _ in answered)
    flaws = verdict.of_takeover(log, said=["asked"], was_taken=answered[0][0] == 200)
    if accepted < len(answered):
        flaws.append(f"answered {[status for status, _, _ in answered]}")
    owner = stand.racers[0]
    await stand.must(owner.link, "POST", started.path("resolution"), owner.key)
    return Trial(accepted, [s for _, _, s in answered], verdict.how_the_draft_went(log), flaws)


async def _asked(racer: Racer, method: str, path: str, **body: str) -> Answered:
    began = time.perf_counter()
    status, answer = await racer.link.ask(method, path, racer.key, json.dumps(body).encode())
    return status, json.loads(answer), time.perf_counter() - began


RACES: dict[str, Race] = {
    "claim race, 10 callers": claim,
    "late bot reply": late_reply,
    "takeover against a message": takeover_and_message,
    "double resolve": double_resolve,
}
