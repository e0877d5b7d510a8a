"""How fast the next assignment is found: `uv run python -m bench.routing`.

10,000 conversations wait, 500 operators are here, and time goes on: operators become free and get the next one, new
conversations come and look for somebody. Queues, their skills, languages and steps of relaxing are drawn with a seed.
Times are of the whole assignment: telling the board what changed, asking it, taking the conversation off the list. The
first is by the clock, the second of CPU, which other programs on the machine don't change.
"""

import argparse
import random
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from baton.core.ids import ConversationId, OperatorId, QueueId
from baton.core.policy.queue import Relax
from baton.core.routing.available import Available
from baton.core.routing.board import Board
from baton.core.routing.choosing import choose, next_for
from baton.core.routing.need import Need
from baton.core.routing.ranking import rank

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
SKILLS = ("billing", "orders", "returns", "law", "hardware", "network", "sales", "privacy")
LANGUAGES = ("en", "de", "fr", "tr", "es", "it")
STEPS = (Relax(after_s=300, lower=1), Relax(after_s=1200, drop="language"))
CREDITS = (0, 0, 0, 0, 300, 600, 1800)
QUEUES = tuple(
    {skill: dice.randint(1, 4) for skill in dice.sample(SKILLS, dice.choice((0, 1, 1, 2)))}
    for dice in map(random.Random, range(40))
)
TARGET_MS = 5.0

Took = list[tuple[float, float]]
"""Milliseconds of each assignment: by the clock, and of CPU."""


def operator(number: int, dice: random.Random) -> Available:
    """Somebody with one to four skills and one to three languages."""
    return Available(
        id=OperatorId(f"opr_{number:04}"),
        name=f"Operator {number}",
        skills={skill: dice.randint(1, 5) for skill in dice.sample(SKILLS, dice.randint(1, 4))},
        languages=tuple(sorted(dice.sample(LANGUAGES, dice.randint(1, 3)))),
        capacity=4,
        load=4,
        idle_since=START,
    )


def need(number: int, since: datetime, dice: random.Random, operators: int) -> Need:
    """A conversation that asks for its queue's skills in a language; every tenth knows somebody."""
    queue = dice.randrange(len(QUEUES))
    return Need(
        conversation=ConversationId(f"cnv_{number:06}"),
        queue=QueueId(f"queue-{queue}"),
        ranks_at=rank(since, dice.choice(CREDITS)),
        waiting_since=since,
        skills=QUEUES[queue],
        language=dice.choice(LANGUAGES),
        weight=dice.choice((1, 1, 1, 2)),
        knows=OperatorId(f"opr_{dice.randrange(operators):04}") if dice.random() < 0.1 else None,
        relax=STEPS,
    )


def run(waiting: int, operators: int, steps: int, seed: int) -> dict[str, Took]:
    """Milliseconds of each assignment on the board, and of the plain functions where the two were compared."""
    dice, board, now = random.Random(seed), Board(), START
    for number in range(operators):
        board.here(operator(number, dice))
    for number in range(waiting):
        board.wait(need(number, START - timedelta(seconds=dice.uniform(0, 3600)), dice, operators), now)
    took: dict[str, Took] = {"becomes free": [], "comes": [], "plain next_for": [], "plain choose": []}
    for step in range(steps):
        now += timedelta(seconds=dice.expovariate(5))
        is_compared = step % (max(1, steps // 20)) == 0
        _becomes_free(board, dice, now, took, is_compared=is_compared)
        _comes(board, need(waiting + step, now, dice, operators), now, took, is_compared=is_compared)
    return took


def _becomes_free(
    board: Board, dice: random.Random, now: datetime, took: dict[str, Took], *, is_compared: bool
) -> None:
    one = dice.choice(list(board.operators.values()))
    one = replace(one, load=max(0, one.load - dice.choice((1, 2))), idle_since=now)
    waiting = list(board.needs.values()) if is_compared else []
    began = _clocks()
    board.here(one)
    got = board.next_for(one.id, now)
    if got:
        board.leave(got.conversation)
        board.here(replace(one, load=one.load + got.weight))
    took["becomes free"].append(_since(began))
    if is_compared:
        began = _clocks()
        assert next_for(one, waiting, now, here=board.operators) == got
        took["plain next_for"].append(_since(began))


def _comes(board: Board, new: Need, now: datetime, took: dict[str, Took], *, is_compared: bool) -> None:
    began = _clocks()
    board.wait(new, now)
    to = board.choose(new.conversation, now)
    took["comes"].append(_since(began))
    if is_compared:
        began = _clocks()
        assert choose(new, list(board.operators.values()), now) == to
        took["plain choose"].append(_since(began))
    if to:
        board.leave(new.conversation)
        board.here(replace(to, load=to.load + new.weight))


def _clocks() -> tuple[float, float]:
    return time.perf_counter(), time.thread_time()


def _since(began: tuple[float, float]) -> tuple[float, float]:
    clock, cpu = _clocks()
    return (clock - began[0]) * 1000, (cpu - began[1]) * 1000


def quantile(values: Sequence[float], share: float) -> float:
    """The value below which that share of them lies."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def main() -> None:
    """Measure and print; the exit code is 1 where p99 of CPU misses the target."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--waiting", type=int, default=10_000)
    parser.add_argument("--operators", type=int, default=500)
    parser.add_argument("--steps", type=int, default=4_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    took = run(asked.waiting, asked.operators, asked.steps, asked.seed)
    print(f"{asked.waiting} waiting, {asked.operators} operators; milliseconds per assignment")
    print(f"{'':>16} {'count':>6} {'p50':>15} {'p99':>15} {'most':>15}")
    for name, values in took.items():
        clock, cpu = zip(*values, strict=True)
        cells = [f"{quantile(clock, at):.2f} / {quantile(cpu, at):.2f}" for at in (0.5, 0.99, 1)]
        print(f"{name:>16} {len(values):>6} " + " ".join(f"{cell:>15}" for cell in cells))
    missed = [name for name in ("becomes free", "comes") if quantile([one[1] for one in took[name]], 0.99) > TARGET_MS]
    if missed:
        raise SystemExit(f"over {TARGET_MS} ms at p99: {', '.join(missed)}")


if __name__ == "__main__":
    main()
