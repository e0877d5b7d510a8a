"""Every world that can come about, each once, and what is wrong with the first that is wrong."""

from collections import deque
from collections.abc import Hashable
from dataclasses import dataclass

from baton.core.promises import PromiseState
from baton.core.transitions import State
from proof.later import reply_in
from proof.rules import Rules, Step
from proof.steps import steps
from proof.world import World, start


@dataclass(frozen=True, slots=True)
class Found:
    """What an exploration came to. `broken` is what went wrong, and `trace` how, one step a line."""

    worlds: int
    steps: int
    depth: int
    broken: str | None = None
    trace: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Came:
    """How a world was first come to."""

    before: Hashable | None
    what: str
    depth: int


def explore(rules: Rules | None = None, *, at_once: int = 2, messages: int = 1, later: bool = False) -> Found:
    """Explore to the end: breadth first, so that what is found wrong is found by a shortest way."""
    rules = rules or Rules()
    first = start(messages, later=later)
    came: dict[Hashable, _Came] = {first.key(fenced=rules.fence): _Came(None, "a conversation begins", 0)}
    before: dict[Hashable, list[Hashable]] = {}
    quiet: list[Hashable] = []
    queue = deque([(first.key(fenced=rules.fence), first)])
    taken = 0
    while queue:
        key, world = queue.popleft()
        if _is_settled(world):
            quiet.append(key)
        for step in steps(world, rules, at_once=at_once):
            taken += 1
            after = step.after.key(fenced=rules.fence)
            if step.broken:
                return _wrong(came, key, step, taken)
            if step.fair:
                before.setdefault(after, []).append(key)
            if after not in came:
                came[after] = _Came(key, step.what, came[key].depth + 1)
                queue.append((after, step.after))
    deepest = max(one.depth for one in came.values())
    stuck = came.keys() - _can_reach(quiet, before)
    if stuck:
        first_stuck = min(stuck, key=lambda key: came[key].depth)
        return Found(len(came), taken, deepest, "nobody will ever answer this customer", _trace(came, first_stuck))
    return Found(len(came), taken, deepest)


def _is_settled(world: World) -> bool:
    """Nothing under way, nobody waits, the bot owes no decision, and no promise is open."""
    row = world.row
    owes = row.state is State.BOT and row.asked_seq > row.decided_seq
    owes = owes or world.promise is PromiseState.OPEN
    return not world.ops and not world.untold and reply_in(row) is None and row.state is not State.QUEUED and not owes


def _can_reach(ends: list[Hashable], before: dict[Hashable, list[Hashable]]) -> set[Hashable]:
    reached = set(ends)
    queue = deque(ends)
    while queue:
        for key in before.get(queue.popleft(), ()):
            if key not in reached:
                reached.add(key)
                queue.append(key)
    return reached


def _wrong(came: dict[Hashable, _Came], key: Hashable, step: Step, taken: int) -> Found:
    return Found(len(came), taken, came[key].depth + 1, step.broken, (*_trace(came, key), step.what))


def _trace(came: dict[Hashable, _Came], key: Hashable | None) -> tuple[str, ...]:
    lines: list[str] = []
    while key is not None:
        lines.append(came[key].what)
        key = came[key].before
    return tuple(reversed(lines))
