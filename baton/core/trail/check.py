"""Verifying an export of the sealed log with nothing but the file: what was changed, left out or added."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from baton.core.events import EventKind
from baton.core.trail.seals import FORM, NOTHING, digest

Cursor = tuple[int, int, int]

ERASING = frozenset({EventKind.CUSTOMER_ERASED.value, EventKind.CONVERSATIONS_ERASED.value})
"""Events after which the events of the conversations that they name are gone, and rightly so."""

MOST_TOLD = 200
"""Problems that are told one by one. A file that is another one altogether would have one for each line."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a file proves. `erased` events are missing because a customer was erased, which the log itself says;
    `erasures` tell who did so, and when.

    `last` and `last_hash` are its newest seal: held against the one that was kept elsewhere, it shows that nothing was
    rewritten. `problems` are sentences, the first in the file first; `untold` is how many more there are.
    """

    company: str
    seals: int
    events: int
    erased: int
    first_at: str
    last_at: str
    last_hash: str
    problems: tuple[str, ...]
    untold: int = 0
    erasures: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether nothing was changed, left out or added."""
        return not self.problems


def verify(lines: Iterable[str], kept: Mapping[int, str] | None = None) -> Verdict:
    """Verify an export. `kept` are seals that were kept elsewhere, by number; a hash may be given by its beginning."""
    look = _Look(kept or {})
    for place, line in enumerate(lines, 1):
        look.at(place, line.rstrip("\n"))
    return look.verdict()


@dataclass
class _Missing:
    cursor: Cursor
    conversation: str | None
    seal: int


@dataclass
class _Look:
    """How far the file was read."""

    kept: Mapping[int, str]
    company: str = ""
    tenant: str = ""
    number: int = 0
    hash: str = NOTHING
    own_hash: str = ""
    reached: Cursor = (0, 0, 0)
    entries: dict[str, tuple[str | None, str]] = field(default_factory=dict[str, tuple[str | None, str]])
    missing: list[_Missing] = field(default_factory=list[_Missing])
    erased: dict[str, Cursor] = field(default_factory=dict[str, Cursor])
    erasures: list[str] = field(default_factory=list[str])
    there: dict[str, Cursor] = field(default_factory=dict[str, Cursor])
    events: int = 0
    first_at: str = ""
    last_at: str = ""
    has_begun: bool = False
    is_sealed: bool = True
    has_ended: bool = False
    problems: list[str] = field(default_factory=list[str])

    def at(self, place: int, line: str) -> None:
        """Read one line."""
        try:
            values = json.loads(line)
            kind = values["type"]
            read = {"trail": self._begin, "seal": self._seal, "event": self._event, "sealed": self._sealed}.get(kind)
            if self.has_ended or (kind == "trail") is self.has_begun:
                raise ValueError
            if kind == "end":
                self._end(values)
            elif read is None:
                raise ValueError
            else:
                read(values, line)
        except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
            self.problems.append(f"Line {place} is not a line of a trail, or stands in the wrong place.")

    def verdict(self) -> Verdict:
        """What was found."""
        if not self.has_ended:
            self.problems.append("The file ends early: its end is left out.")
        erased = sum(self._was_erased(one) for one in self.missing)
        gone = [self._left_out(one) for one in self.missing if not self._was_erased(one)]
        stays = [self._still_there(id) for id, at in self.erased.items() if self.there.get(id, at) < at]
        unknown = [f"The file has no seal {number}, which was kept." for number in self.kept if number > self.number]
        problems = [*self.problems, *gone, *stays, *unknown]
        told, untold = tuple(problems[:MOST_TOLD]), max(0, len(problems) - MOST_TOLD)
        ends = (self.first_at, self.last_at, self.hash)
        return Verdict(self.company, self.number, self.events, erased, *ends, told, untold, tuple(self.erasures))

    def _begin(self, values: Mapping[str, Any], _: str) -> None:
        if values["form"] != FORM:
            raise ValueError
        self.company, self.tenant, self.has_begun = values["company"], values["tenant"], True

    def _seal(self, values: Mapping[str, Any], line: str) -> None:
        number = int(values["number"])
        if not self.is_sealed:
            self.problems.append(f"The end of seal {self.number} is left out.")
            self._close()
        if number != self.number + 1:
            self.problems.append(_out_of_order(self.number, number))
        elif values["previous"] != self.hash:
            which = "Seal 1 is not the first" if number == 1 else f"Seal {number} does not follow seal {number - 1}"
            self.problems.append(f"{which}: one of them, or what came before, was written anew.")
        if values["tenant"] != self.tenant or values["form"] != FORM:
            self.problems.append(f"Seal {number} is not of this company.")
        self.number, self.own_hash, self.is_sealed = number, digest(line), False
        self.last_at = str(values["at"])
        self.first_at = self.first_at or self.last_at
        self._take(cast("list[list[Any]]", values["events"]))

    def _take(self, events: list[list[Any]]) -> None:
        for cursor, conversation, hash in events:
            at = _parsed(cursor)
            if at <= self.reached:
                self.problems.append(f"Seal {self.number} names the event {cursor} out of order.")
            self.reached = at
            self.entries[cursor] = (conversation, hash)

    def _event(self, values: Mapping[str, Any], line: str) -> None:
        named = self.entries.pop(values["cursor"], None)
        if named is None:
            self.problems.append(f"{_told(values)} was added: seal {self.number} does not name it.")
            return
        at, conversation = _parsed(values["cursor"]), named[0]
        self.events += 1
        if digest(line) != named[1] or values["conversation"] != conversation:
            self.problems.append(f"{_told(values)} was changed after seal {self.number} was made.")
            return
        if conversation is not None:
            self.there.setdefault(conversation, at)
        if values["kind"] in ERASING:
            self._erasing(values, at)

    def _erasing(self, values: Mapping[str, Any], at: Cursor) -> None:
        gone, by = values["data"]["conversations"], values["actor"]["name"] or values["actor"]["kind"]
        self.erased.update(dict.fromkeys(gone, at))
        many = "conversation" if len(gone) == 1 else "conversations"
        self.erasures.append(f"{values['at'][:16].replace('T', ' ')} UTC, {by}: {len(gone)} {many}")

    def _sealed(self, values: Mapping[str, Any], _: str) -> None:
        if self.is_sealed or values["number"] != self.number:
            raise ValueError
        self.hash = str(values["hash"])
        if self.own_hash != self.hash:
            self.problems.append(f"Seal {self.number} was changed after it was made.")
        wanted = self.kept.get(self.number)
        if wanted is not None and not (wanted and self.own_hash.startswith(wanted.casefold())):
            self.problems.append(f"Seal {self.number} is not the one that was kept: the log up to it was written anew.")
        self._close()

    def _close(self) -> None:
        self.missing += [_Missing(_parsed(cursor), id, self.number) for cursor, (id, _) in self.entries.items()]
        self.entries = {}
        self.is_sealed = True

    def _end(self, values: Mapping[str, Any]) -> None:
        self.has_ended = True
        if not self.is_sealed:
            self.problems.append(f"The end of seal {self.number} is left out.")
            self._close()
        if values["seals"] != self.number or values["last"] != (self.hash if self.number else None):
            self.problems.append(f"The file should end with seal {values['seals']}, and ends with seal {self.number}.")

    def _was_erased(self, one: _Missing) -> bool:
        erased_at = self.erased.get(one.conversation or "")
        return erased_at is not None and one.cursor < erased_at

    def _left_out(self, one: _Missing) -> str:
        of = f" of conversation {one.conversation}" if one.conversation else ""
        return f"The event {'-'.join(map(str, one.cursor))}{of} was left out: seal {one.seal} names it."

    def _still_there(self, id: str) -> str:
        return f"Conversation {id} was erased by the log's own word, and some of it is still there."


def _told(values: Mapping[str, Any]) -> str:
    of = f", no. {values.get('seq')} of conversation {values['conversation']}" if values.get("conversation") else ""
    return f"The event {values['cursor']} ({values.get('kind')}{of}, {values.get('at')})"


def _out_of_order(last: int, number: int) -> str:
    if number <= last:
        return f"Seal {number} stands after seal {last}."
    left_out = f"Seal {last + 1} is" if number == last + 2 else f"The seals {last + 1} to {number - 1} are"
    return f"{left_out} left out."


def _parsed(cursor: str) -> Cursor:
    epoch, tx, event_id = map(int, cursor.split("-"))
    return epoch, tx, event_id
