"""Scenes that hang on who is there: the queue is closed, nobody is at their desk, or nobody has room."""

from collections.abc import AsyncIterator

from baton.core.followups.modes import Mode
from baton.core.policy.queue import Queue
from baton.core.rehearsing.lines import lines_in
from baton.core.rehearsing.moments import closed_moments, open_moment
from baton.core.rehearsing.notices import closed, full, nobody_there
from baton.core.rehearsing.scene import Played, Scene, passed
from baton.services.followups.modes import offered_modes
from baton.services.rehearsing.acting import NOBODY_WAITS, House, Play, Setting

AHEAD = 7
"""Who wait before the customer of a full queue."""


async def shut(house: House) -> AsyncIterator[Played]:
    """The same request at a minute when each queue is closed: out of hours, and on a holiday."""
    always: list[str] = []
    for queue in house.policy.queues:
        moments = closed_moments(queue.hours, house.desk.clock())
        if not moments:
            always.append(queue.name)
        for moment in moments:
            for language in house.languages:
                play = Play(house, Setting(language=language, at=moment.at, here=False))
                seen = await play.asks_for(queue, _ask(language))
                offered = await _offered(play)
                title = f"{queue.name}{f', {moment.why}' if moment.why else ''}, in {seen.words.name}"
                found = list(closed(seen, queue, moment.at, offered))
                yield play.played(Scene.CLOSED, title, seen, found, at=moment.at)
    if always:
        remark = passed("Open at every hour. Whoever comes while nobody is there is the next scene.")
        yield Played(scene=Scene.CLOSED, title=f"Never closed: {', '.join(always)}", remarks=(remark,))


async def nobody(house: House) -> AsyncIterator[Played]:
    """Each queue while it is open and nobody is at their desk."""
    for queue in house.policy.queues:
        play = Play(house, _open(house, queue, here=False))
        seen = await play.asks_for(queue, _ask(house.first))
        yield play.played(Scene.NOBODY, queue.name, seen, list(nobody_there(seen, queue)), at=play.setting.at)


async def crowded(house: House) -> AsyncIterator[Played]:
    """Each queue while everybody is there, nobody has room, and others wait."""
    for queue in house.policy.queues:
        play = Play(house, _open(house, queue, here=True))
        seen = await play.asks_for(queue, _ask(house.first))
        title = f"{queue.name}, {AHEAD} before"
        yield play.played(Scene.FULL, title, seen, list(full(seen, AHEAD)), at=play.setting.at)


def _open(house: House, queue: Queue, *, here: bool) -> Setting:
    at = open_moment(queue.hours, house.desk.clock())
    return Setting(language=house.first, at=at, here=here, busy=here, ahead={queue.id: AHEAD} if here else NOBODY_WAITS)


async def _offered(play: Play) -> tuple[Mode, ...]:
    now = play.kept.conversation
    if now.handoff is None:
        return ()
    return tuple(one.mode for one in (await offered_modes(play.desk, now, play.kept.customer)).modes.offered)


def _ask(language: str) -> str:
    lines = lines_in(language) or lines_in("en")
    return lines.ask if lines else ""
