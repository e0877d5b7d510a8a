"""Scenes that hang on what customers write: questions, anger, stop rules, data that needs care, languages."""

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

from baton.core.brief.examples import ABOUT
from baton.core.launch.rules import languages_of
from baton.core.policy.describe import describe
from baton.core.policy.masks import reader_in
from baton.core.policy.places import serves_language
from baton.core.policy.staffing import speaks, who_could
from baton.core.reading.language_tags import primary
from baton.core.rehearsing.cues import Cue, cues, questions_about
from baton.core.rehearsing.languages import asked_in, named, unlisted
from baton.core.rehearsing.lines import MOODS, lines_in
from baton.core.rehearsing.moods import angry
from baton.core.rehearsing.packets import masked
from baton.core.rehearsing.scene import Played, Scene, failed, look, passed
from baton.core.rehearsing.seen import Seen
from baton.core.rehearsing.stops import asked_about, stopped, without_example
from baton.services.bot import bench
from baton.services.knowledge.kept_questions import works
from baton.services.ports.learning import KeptQuestion
from baton.services.rehearsing.acting import House, Play, Setting

SECRETS = {
    "card_number": "4111 1111 1111 1111",
    "bank_account": "DE89 3704 0044 0532 0130 00",
    "password": "hunter2",
}
"""What `ABOUT` has in its messages, by the kind of data. The card is one that issues to nobody."""


async def questions(house: House) -> AsyncIterator[Played]:
    """The kept questions, each asked as in the test bench, with its sources.

    No model is asked: its tokens are the customers', and a play must not leave the bot without them for the day.
    """
    if house.policy.bot.answers == "outside":
        remark = passed("Baton answers nothing here.")
        yield Played(scene=Scene.QUESTIONS, title="A bot of your own answers", remarks=(remark,))
        return
    kept = await house.desk.store.gaps.questions(house.caller.tenant_id)
    if not kept:
        hint = "Keep the questions that customers ask most, in the test bench."
        yield Played(scene=Scene.QUESTIONS, title="None is kept", remarks=(look("Nothing was asked.", hint, "bench"),))
    desk = replace(house.desk, model=None)
    for one in kept:
        yield _question(one, await bench.ask(desk, house.caller, one.question, policy=house.policy))


def _question(kept: KeptQuestion, found: dict[str, Any]) -> Played:
    decision, cites = found["decision"], tuple(one["title"] for one in found["citations"])
    outcome = {"kind": decision["kind"], "cites": list(cites)}
    hint = "Read what the bot says now, and mend the source or the rule."
    remark = (
        passed("It is answered, from where it should be.")
        if works(outcome, kept.expected)
        else failed("It must be answered from " + (", ".join(kept.expected) or "a source") + ".", hint, "bench")
    )
    return Played(
        scene=Scene.QUESTIONS,
        title=kept.question,
        remarks=(remark,),
        wrote=(kept.question,),
        reads=(found["answer"]["text"],) if found["answer"] else (),
        decided=decision["says"],
        rule=decision["rule"] or None,
        sources=tuple(dict.fromkeys(cites)),
    )


async def anger(house: House) -> AsyncIterator[Played]:
    """Five messages from mild to furious, in each language."""
    for language in house.languages:
        lines = lines_in(language)
        if lines is None or not lines.angry:
            remark = look(f"No lines are known in “{language}”.", "Try your own in the test bench.", "bench")
            yield Played(scene=Scene.ANGRY, title=f"In “{language}”", remarks=(remark,), language=language)
            continue
        for step, text in enumerate(lines.angry):
            play = Play(house, Setting(language=language))
            seen = await play.says(text)
            yield play.played(Scene.ANGRY, f"{MOODS[step]}, in {seen.words.name}", seen, list(angry(seen, step)))


async def rules(house: House) -> AsyncIterator[Played]:
    """Each rule that must call a person on its own example, then questions that only ask about its topic."""
    for cue in cues(house.policy):
        if not cue.text:
            remark = without_example(house.policy, cue.rule)
            yield Played(scene=Scene.RULES, title=_titled(house, cue), remarks=(remark,), rule=cue.rule.id)
            continue
        play = Play(house, Setting(language=cue.language, customer=cue.customer))
        seen = await play.says(cue.text)
        yield play.played(Scene.RULES, _titled(house, cue), seen, list(stopped(seen, cue)))
    for topic, text in questions_about(house.policy):
        play = Play(house, Setting())
        seen = await play.says(text)
        title = f"Only asked about {_plain(topic)}"
        yield play.played(Scene.RULES, title, seen, list(asked_about(seen, topic)))


def _titled(house: House, cue: Cue) -> str:
    topic = f", {_plain(cue.topic)}" if cue.topic else ""
    says = describe(cue.rule, house.policy)
    return f"{cue.rule.id}{topic}" if cue.topic else f"{cue.rule.id}: {says}"


async def sensitive(house: House) -> AsyncIterator[Played]:
    """A card, an account and a password: is a person called, and where can they be read."""
    for kind, secret in SECRETS.items():
        play = Play(house, Setting())
        seen = await play.says(ABOUT[kind])
        reader = reader_in(house.policy, seen.conversation.queue)
        replies = [one.text for one in play.kept.messages if one.text != ABOUT[kind]]
        found = list(masked(seen, reader, secret, events=play.kept.events, replies=replies))
        yield play.played(Scene.SENSITIVE, f"A {_plain(kind)}", seen, found)


async def languages(house: House) -> AsyncIterator[Played]:
    """An ask for a person in each language that is listed, in one that isn't, and in one that Baton doesn't speak."""
    listed = languages_of(house.policy)
    others = unlisted(listed) if house.languages == listed else ()
    for language in (*house.languages, *others):
        lines = lines_in(language)
        is_listed = language in listed
        title = f"{'Listed' if is_listed else 'Not listed'}: {named(house.policy, language)}"
        if lines is None:
            says = f"The desk has no sentences in “{language}”: those customers read English."
            hint = "Leave it out of `languages`, or add a catalogue."
            remark = (failed if is_listed else look)(says, hint, "wording")
            yield Played(scene=Scene.LANGUAGE, title=title, remarks=(remark,), language=language)
            continue
        play = Play(house, Setting(language=language))
        seen = await play.says(lines.ask)
        found = list(asked_in(seen, _speakers(house, seen), is_listed=is_listed))
        yield play.played(Scene.LANGUAGE, title, seen, found)


def _speakers(house: House, seen: Seen) -> list[str]:
    queue = house.policy.queue(seen.conversation.queue) or house.policy.default_queue
    if not serves_language(queue, seen.language):
        return []
    able = who_could(queue, house.team)
    return [one.name for one in house.team if one in able and speaks(one, primary(seen.language))]


def _plain(key: str) -> str:
    return key.replace("_", " ")
