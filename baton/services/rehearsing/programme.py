"""The rehearsal: every scene played against a company's policy, sources, queues, hours and words. Nothing is stored."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from baton.core.actors import Caller, Role
from baton.core.ids import OperatorId, TenantId
from baton.core.launch.rules import languages_of
from baton.core.rehearsing.moments import open_moment
from baton.core.rehearsing.scene import TITLES, Played, Scene, Verdict
from baton.services.access import require
from baton.services.desk import Desk
from baton.services.policy.check import looked_through
from baton.services.policy.checking import insist
from baton.services.policy.policies import in_force
from baton.services.ports.policies import Policies
from baton.services.records import Operator
from baton.services.rehearsing import customers, handovers, hours, mishaps
from baton.services.rehearsing.acting import House
from baton.services.rehearsing.quiet import unlogged
from baton.services.shelf import Shelf

PLAYS: Mapping[Scene, Callable[[House], AsyncIterator[Played]]] = {
    Scene.QUESTIONS: customers.questions,
    Scene.ANGRY: customers.anger,
    Scene.CLOSED: hours.shut,
    Scene.NOBODY: hours.nobody,
    Scene.FULL: hours.crowded,
    Scene.MISSING: mishaps.missing,
    Scene.BROKEN: mishaps.broken,
    Scene.LANGUAGE: customers.languages,
    Scene.INTERRUPTED: handovers.interrupted,
    Scene.RULES: customers.rules,
    Scene.SENSITIVE: customers.sensitive,
    Scene.PACKET: handovers.packets,
}

_STAND_IN = Operator(OperatorId("rehearsal"), "An operator")
"""Where the company has nobody yet: a play needs one who takes over."""


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What was played, in the order of the programme."""

    played: tuple[Played, ...]

    def count(self, verdict: Verdict) -> int:
        """How many scenes went so."""
        return sum(one.verdict is verdict for one in self.played)


@dataclass(frozen=True, slots=True)
class _OnePolicy:
    """The policy that is rehearsed, as though it were in force."""

    version_: int
    source: str
    digest: str
    since: datetime

    async def version(self, _: TenantId) -> int:
        """Its number."""
        return self.version_

    async def newest(self, _: TenantId) -> tuple[int, str, str, datetime]:
        """Its text."""
        return self.version_, self.source, self.digest, self.since


async def rehearse(
    desk: Desk,
    caller: Caller,
    *,
    source: str | None = None,
    scenes: Sequence[Scene] = (),
    languages: Sequence[str] = (),
) -> Rehearsal:
    """Play the scenes, all of them where none is named, in the policy's languages or in those named.

    `source` is a policy to rehearse in place of the one in force; raises PolicyErrors where it has problems.
    """
    require(caller, Role.ADMIN)
    house = await _house(desk, caller, source, tuple(languages))
    played: list[Played] = []
    wanted = [play for scene, play in PLAYS.items() if not scenes or scene in scenes]
    with unlogged():
        for play in wanted:
            async for one in play(house):
                played.append(one)
                # Others are served between two scenes.
                await asyncio.sleep(0)
    return Rehearsal(tuple(played))


async def _house(desk: Desk, caller: Caller, source: str | None, languages: tuple[str, ...]) -> House:
    found, now = await in_force(desk, caller), desk.clock()
    if source is not None:
        insist(await looked_through(desk, caller, source))
    text = source if source is not None else found.source
    shelf = Shelf(cast("Policies", _OnePolicy(found.policy.version, text, found.digest, now)), desk.clock, text)
    policy = await shelf.of(caller.tenant_id)
    return House(
        desk=desk,
        caller=caller,
        policy=policy,
        shelf=shelf,
        team=tuple(await desk.store.people.operators(caller.tenant_id)) or (_STAND_IN,),
        past=await desk.store.waits.lived(caller.tenant_id, [queue.id for queue in policy.queues], now),
        languages=languages or languages_of(policy),
        at=open_moment(policy.default_queue.hours, now),
    )


def rehearsal_view(found: Rehearsal) -> dict[str, Any]:
    """The rehearsal for programs."""
    return {
        **{verdict.value: found.count(verdict) for verdict in Verdict},
        "scenes": [
            {
                "scene": one.scene.value,
                "name": TITLES[one.scene],
                "title": one.title,
                "verdict": one.verdict.value,
                "language": one.language,
                "at": one.at.isoformat() if one.at else None,
                "zone": str(one.at.tzinfo) if one.at else "",
                "wrote": list(one.wrote),
                "reads": list(one.reads),
                "sources": list(one.sources),
                "decided": one.decided,
                "rule": one.rule,
                "queue": one.queue,
                "remarks": [
                    {
                        "verdict": remark.verdict.value,
                        "says": remark.says,
                        "hint": remark.hint,
                        "room": remark.room,
                        "line": remark.line,
                    }
                    for remark in one.remarks
                ],
            }
            for one in found.played
        ],
    }
