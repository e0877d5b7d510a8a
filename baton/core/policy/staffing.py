"""Whether anybody could serve a queue: the skills that it asks for, the languages that it says it serves; and whether
who answers for it is still there."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from baton.core.policy.finding import Finding, Severity
from baton.core.policy.queue import Queue
from baton.core.policy.queue_words import describe_counts
from baton.core.reading.language_tags import primary


class Person(Protocol):
    """An operator, as far as this is concerned. One who names no language is taken to speak them all."""

    @property
    def skills(self) -> Mapping[str, int]: ...
    @property
    def languages(self) -> Sequence[str]: ...


def who_could(queue: Queue, people: Sequence[Person]) -> tuple[Person, ...]:
    """Those who have every skill that the queue asks for, at its level."""
    return tuple(
        one for one in people if all(one.skills.get(skill, 0) >= level for skill, level in queue.skills.items())
    )


def unstaffed(queue: Queue, people: Sequence[Person]) -> Iterator[Finding]:
    """A warning where nobody could serve the queue, or nobody who could speaks one of its languages."""
    able = who_could(queue, people)
    if not able:
        needs = f" Nobody has all of: {describe_counts(queue.skills)}." if queue.skills and people else ""
        message = f'Nobody could serve queue "{queue.id}".{needs}'
        yield _warning(queue, "nobody", message, "Add an operator, or ask for fewer skills.")
        return
    for language in queue.languages:
        if not any(speaks(one, language) for one in able):
            message = f'Nobody who could serve queue "{queue.id}" speaks {language}.'
            yield _warning(queue, "nobody", message, "Add the language to an operator who does.")


class Named(Protocol):
    """Somebody who may be written down as an owner, by name or address."""

    @property
    def name(self) -> str: ...
    @property
    def email(self) -> str | None: ...


def owned_by_nobody(queues: Sequence[Queue], team: Sequence[Named], left: Sequence[Named]) -> Iterator[Finding]:
    """An error for each queue whose owner has left the team: what goes to a person there is nobody's."""
    there = {name for one in team for name in names_of(one)}
    gone = {name: one.name for one in left for name in names_of(one)}
    for queue in queues:
        owner = queue.owner.casefold()
        if owner in gone and owner not in there:
            topics = f", and with it {', '.join(queue.topics)}" if queue.topics else ""
            message = f'{gone[owner]} owns queue "{queue.id}"{topics}, and has left the team.'
            hint = "Write as its `owner` who answers for it now, or take them back."
            yield Finding(Severity.ERROR, "owner_left", message, hint, None, queue.line, queue.column)


def names_of(one: Named) -> tuple[str, ...]:
    """What an owner is written as who is this person: the name or the address, in small letters."""
    return tuple(name.casefold() for name in (one.name, one.email) if name)


def speaks(person: Person, language: str) -> bool:
    """Whether somebody can write to customers in a language."""
    base = primary(language)
    return not person.languages or any(primary(one) == base for one in person.languages)


def _warning(queue: Queue, code: str, message: str, hint: str) -> Finding:
    return Finding(Severity.WARNING, code, message, hint, None, queue.line, queue.column)
