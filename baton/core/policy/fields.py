"""Reading fields out of a tree, one sentence for each thing that isn't as it should be."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from baton.core.hours.hours import ALWAYS, Hours
from baton.core.hours.spans import BadHours
from baton.core.policy.keys import KEY
from baton.core.policy.problems import PolicyProblem, did_you_mean
from baton.core.policy.tree import Listing, Node, Scalar, Table, plain

_NAME = re.compile(KEY)


@dataclass(slots=True)
class Problems:
    """The problems found so far. Reading goes on after each, so that one run tells them all."""

    found: list[PolicyProblem] = field(default_factory=list[PolicyProblem])

    def at(self, node: Node, message: str, hint: str = "") -> None:
        """Note a problem at a node's place."""
        self.found.append(PolicyProblem(node.line, node.column, message, hint))


@dataclass(frozen=True, slots=True)
class Fields:
    """A table being read: each key once, unknown keys told, missing ones told where they are needed."""

    table: Table
    what: str
    nodes: dict[str, Node]
    problems: Problems

    def node(self, key: str) -> Node | None:
        """The key's node, or None where it is absent or empty."""
        node = self.nodes.get(key)
        return None if isinstance(node, Scalar) and node.value is None else node

    def text(self, key: str, *, default: str | None = None) -> str:
        """A text. Where there is no default, it is needed."""
        node = self.node(key)
        if node is None:
            if default is None:
                self.problems.at(self.table, f'{self.what} needs "{key}".')
            return default or ""
        if isinstance(node, Scalar) and isinstance(node.value, str) and node.value.strip():
            return node.value.strip()
        self.problems.at(node, f'"{key}" must be a text.', "Put it in quotes if it looks like a number.")
        return default or ""

    def choice(self, key: str, known: Collection[str], *, default: str | None = None) -> str:
        """A text that is one of the known ones."""
        value = self.text(key, default=default)
        node = self.node(key)
        if node is not None and value and value not in known:
            self.problems.at(node, f'{key} "{value}" is not known here.', did_you_mean(value, known))
            return default or ""
        return value

    def share(self, key: str, *, default: float) -> float:
        """A number from 0 to 1."""
        node = self.node(key)
        if node is None:
            return default
        value = node.value if isinstance(node, Scalar) else None
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.problems.at(node, f'"{key}" must be a number from 0 to 1.')
        elif not 0 <= value <= 1:
            hint = f"Did you mean {value / 100:g}?" if 1 < value <= 100 else ""
            self.problems.at(node, f'"{key}" is {value:g}, but must be from 0 to 1.', hint)
        else:
            return float(value)
        return default

    def count(self, key: str, *, default: int, least: int, most: int) -> int:
        """A whole number within bounds."""
        node = self.node(key)
        if node is None:
            return default
        value = node.value if isinstance(node, Scalar) else None
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            self.problems.at(node, f'"{key}" must be a whole number from {least} to {most}.')
            return default
        return value

    def counts(self, key: str, *, least: int, most: int) -> Mapping[str, int]:
        """Names with whole numbers within bounds."""
        node = self.node(key)
        entries = open_entries(node, f'"{key}"', self.problems) if node else None
        found: dict[str, int] = {}
        for name, value in entries or ():
            number = value.value if isinstance(value, Scalar) else None
            if not isinstance(name.value, str) or not _NAME.fullmatch(name.value):
                hint = "Use small letters, digits, - and _, beginning with a letter."
                self.problems.at(name, f'"{name.value}" can\'t be a name in "{key}".', hint)
            elif isinstance(number, bool) or not isinstance(number, int) or not least <= number <= most:
                message = f'"{name.value}" in "{key}" must be a whole number from {least} to {most}.'
                self.problems.at(value, message)
            else:
                found[name.value] = number
        return MappingProxyType(found)

    def flag(self, key: str, *, default: bool = False) -> bool:
        """True or false; the default where it is absent."""
        node = self.node(key)
        if node is None:
            return default
        if isinstance(node, Scalar) and isinstance(node.value, bool):
            return node.value
        self.problems.at(node, f'"{key}" must be true or false.')
        return False

    def texts(self, key: str) -> list[Scalar]:
        """A list of texts, or one text for a list of one."""
        return read_texts(self.node(key), f'"{key}"', self.problems)


def read_texts(node: Node | None, what: str, problems: Problems) -> list[Scalar]:
    """The texts of a list; whatever else is in it is told."""
    if node is None:
        return []
    items = node.items if isinstance(node, Listing) else (node,)
    texts: list[Scalar] = []
    for item in items:
        if isinstance(item, Scalar) and isinstance(item.value, str) and item.value.strip():
            texts.append(item)
        else:
            problems.at(item, f"{what} must be a list of texts, such as [one, two].")
    return texts


def read_hours(node: Node, problems: Problems) -> Hours:
    """Hours; where they can't be read, that is told and they are always."""
    if isinstance(node, Table):
        open_entries(node, '"hours"', problems)
    try:
        return Hours.parse(plain(node))
    except BadHours as bad:
        entries = node.entries if isinstance(node, Table) else ()
        place = (key for key, _ in entries if str(key.value).strip().casefold() == bad.key)
        problems.at(next(place, node), str(bad))
        return ALWAYS


def open_table(node: Node, what: str, known: Iterable[str], problems: Problems) -> Fields | None:
    """The node's keys, unknown and doubled ones told; None where it is no table at all."""
    entries = open_entries(node, what, problems)
    if entries is None or not isinstance(node, Table):
        return None
    known = tuple(known)
    for key, _ in entries:
        if key.value not in known:
            problems.at(key, f'{what} has no key "{key.value}".', did_you_mean(str(key.value), known))
    nodes = {str(key.value): value for key, value in entries if key.value in known}
    return Fields(node, what, nodes, problems)


def open_entries(node: Node, what: str, problems: Problems) -> list[tuple[Scalar, Node]] | None:
    """A table's entries, doubled keys told and left out; None where it is no table."""
    if not isinstance(node, Table):
        problems.at(node, f"{what} must be keys with values, such as `name: Support`.")
        return None
    first: dict[str, tuple[Scalar, Node]] = {}
    for key, value in node.entries:
        name = str(key.value)
        if name in first:
            problems.at(key, f'"{name}" is here twice.', f"The first is on line {first[name][0].line}.")
        else:
            first[name] = (key, value)
    return list(first.values())
