"""What happens to the nodes, drawn from a seed."""

import asyncio
import random
from collections import Counter
from collections.abc import Awaitable, Callable

from faults.nodes import Cluster, Node

PAUSE_SECONDS = 5.0
CUT_SECONDS = 2.0
HELD_SECONDS = 4.0
NOTICED_SECONDS = 1.5
"""From a node that is up again until the next one stops: a proxy asks again after a second, whoever upgrades waits."""


class Weather:
    """Storms, one after the other, on nodes drawn by chance. `seen` counts them."""

    def __init__(self, cluster: Cluster, chance: random.Random, say: Callable[[str], None]) -> None:
        self._cluster = cluster
        self._chance = chance
        self._say = say
        self.seen: Counter[str] = Counter()
        self._storms: dict[str, Callable[[Node], Awaitable[None]]] = {
            "kill": self._kill, "pause": self._pause, "cut": self._cut,
            "hold": self._hold, "roll": self._roll, "database": self._database,
        }  # fmt: skip

    async def blow(self, storms: dict[str, int]) -> None:
        """So many of each kind, in an order drawn by chance, a moment apart."""
        order = [kind for kind, times in storms.items() for _ in range(times)]
        self._chance.shuffle(order)
        for n, kind in enumerate(order, 1):
            await asyncio.sleep(self._chance.random() * 0.6)
            node = self._chance.choice(self._cluster.nodes)
            await self._storms[kind](node)
            self.seen[kind] += 1
            if n % 10 == 0 or n == len(order):
                self._say(f"{n} of {len(order)} storms")

    async def _kill(self, node: Node) -> None:
        await node.falls()
        await node.start()

    async def _pause(self, node: Node) -> None:
        node.pause()
        await asyncio.sleep(PAUSE_SECONDS)
        node.resume()

    async def _cut(self, node: Node) -> None:
        node.cable.cut()
        await asyncio.sleep(CUT_SECONDS)
        node.cable.mend()

    async def _hold(self, node: Node) -> None:
        node.cable.hold()
        await asyncio.sleep(HELD_SECONDS)
        node.cable.mend()

    async def _roll(self, _: Node) -> None:
        """Every node in turn, as at an upgrade."""
        for node in self._cluster.nodes:
            code = await node.leaves()
            if code != 0:
                raise SystemExit(
                    f"{node.name} was asked to stop and ended with {code}.\n{node.log.read_text()[-2000:]}"
                )
            await node.start()
            await asyncio.sleep(NOTICED_SECONDS)

    async def _database(self, _: Node) -> None:
        self._cluster.kill_database()
        await asyncio.sleep(CUT_SECONDS)
