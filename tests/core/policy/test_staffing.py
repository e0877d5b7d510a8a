"""Whether anybody could serve a queue."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import pytest

from baton.core.hours.hours import ALWAYS
from baton.core.ids import QueueId
from baton.core.policy.queue import Queue
from baton.core.policy.staffing import owned_by_nobody, unstaffed, who_could


@dataclass(frozen=True)
class Person:
    name: str
    email: str | None = None


@dataclass(frozen=True)
class Somebody:
    skills: Mapping[str, int] = field(default_factory=dict)
    languages: tuple[str, ...] = ()


def queue(*, languages: tuple[str, ...] = (), skills: dict[str, int] | None = None) -> Queue:
    return Queue(id=QueueId("q"), name="Q", owner="Ann", hours=ALWAYS, languages=languages, skills=skills or {}, line=3)


@pytest.mark.parametrize(
    ("asks", "people", "says"),
    [
        (queue(), [], ['Nobody could serve queue "q". Add an operator, or ask for fewer skills.']),
        (queue(skills={"tax": 2}), [Somebody()], ['Nobody could serve queue "q". Nobody has all of: tax 2.']),
        (queue(skills={"tax": 2}), [Somebody({"tax": 1})], ["Nobody has all of: tax 2."]),
        (queue(skills={"tax": 2}), [Somebody({"tax": 2, "law": 5})], []),
        (queue(languages=("en", "de")), [Somebody(languages=("en",))], ['Nobody who could serve queue "q" speaks de.']),
        (queue(languages=("en", "de-AT")), [Somebody(languages=("de", "en-GB"))], []),
        (queue(languages=("de",)), [Somebody()], []),
        (queue(languages=("de",), skills={"tax": 1}), [Somebody({"tax": 1}, ("en",)), Somebody({}, ("de",))], ["speaks de"]),
    ],
)  # fmt: skip
def test_a_queue_without_anybody_is_told(asks: Queue, people: list[Somebody], says: list[str]) -> None:
    found = list(unstaffed(asks, people))
    assert len(found) == len(says)
    for one, words in zip(found, says, strict=True):
        assert words in str(one)
        assert (one.code, one.line) == ("nobody", 3)


def test_those_who_could_have_every_skill() -> None:
    both = Somebody({"tax": 2, "law": 5})
    assert who_could(queue(skills={"tax": 1, "law": 5}), [both, Somebody({"tax": 1})]) == (both,)


ANN = Person("Ann", "ann@example.com")


@pytest.mark.parametrize("owner", ["Ann", "ANN", "ann@example.com"])
def test_an_owner_who_has_left_is_an_error_that_names_them_and_what_they_owned(owner: str):
    owned = replace(queue(), owner=owner, topics=("legal", "privacy"))
    (found,) = owned_by_nobody([owned], [], [ANN])
    assert (found.severity.value, found.code, found.line) == ("error", "owner_left", 3)
    assert found.message == 'Ann owns queue "q", and with it legal, privacy, and has left the team.'


def test_an_owner_who_is_there_under_the_same_name_is_none():
    assert list(owned_by_nobody([queue()], [Person("ann")], [ANN])) == []
    assert list(owned_by_nobody([replace(queue(), owner="Support lead")], [], [ANN])) == []
