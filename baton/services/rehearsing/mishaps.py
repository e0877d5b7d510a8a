"""Scenes in which something fails: no source, an old one, two at odds; a look-up or a model that breaks or hangs."""

from collections.abc import AsyncIterator

from baton.core.rehearsing import failures
from baton.core.rehearsing.scene import Played, Scene, passed
from baton.core.signals import SignalKind
from baton.services.rehearsing.acting import House, Play, Setting
from baton.services.rehearsing.props import INVENTED, QUESTION, PlayedModel, Sources, answered, contradicted

AGAIN = "And to a lighthouse?"
"""A second question that no source answers."""

PATIENCE = 0.05
"""Seconds that a play waits for what never comes back."""


async def missing(house: House) -> AsyncIterator[Played]:
    """Nothing to answer from: no source, twice; a source of the year 2000; two that say different things."""
    if _is_outside(house):
        yield _outside(Scene.MISSING)
        return
    play = Play(house, Setting(sources=Sources()))
    first = await play.says(QUESTION)
    yield play.played(Scene.MISSING, "No source", first, list(failures.no_source(first, again=False)))
    if not first.is_handed_over:
        second = await play.says(AGAIN)
        yield play.played(Scene.MISSING, "No source, again", second, list(failures.no_source(second, again=True)))
    play = Play(house, Setting(sources=Sources(answered(), is_old=True)))
    seen = await play.says(QUESTION)
    yield play.played(Scene.MISSING, "The only source is old", seen, list(failures.old_source(seen)))
    play = Play(house, Setting(sources=Sources(contradicted())))
    seen = await play.says(QUESTION)
    yield play.played(Scene.MISSING, "Two sources contradict each other", seen, list(failures.contradiction(seen)))


async def broken(house: House) -> AsyncIterator[Played]:
    """A look-up that breaks or hangs, and a model that breaks, hangs or invents."""
    if _is_outside(house):
        yield _outside(Scene.BROKEN)
        return
    good = Sources(answered())
    sources, model = SignalKind.KNOWLEDGE_FAILED, SignalKind.MODEL_FAILED
    settings = (
        ("The sources can't be searched", sources, Setting(sources=Sources(fails=True))),
        ("The sources are too slow", sources, Setting(sources=Sources(hangs=True), seconds=PATIENCE)),
        ("The model fails", model, Setting(sources=good, model=PlayedModel(fails=True))),
        ("The model is too slow", model, Setting(sources=good, model=PlayedModel(waits=True), seconds=PATIENCE)),
        ("The model invents", model, Setting(sources=good, model=PlayedModel(invents=True))),
    )
    for title, kind, setting in settings:
        play = Play(house, setting)
        seen = await play.says(QUESTION)
        yield play.played(Scene.BROKEN, title, seen, list(failures.broken(seen, kind, invented=INVENTED)))


def _is_outside(house: House) -> bool:
    return house.policy.bot.answers == "outside"


def _outside(scene: Scene) -> Played:
    return Played(scene=scene, title="A bot of your own answers", remarks=(passed("Baton answers nothing here."),))
