"""YAML as a tree of values that know their line and column.

The tree is built from the parser's events, in one pass and without constructing objects: no tag can make Python do
anything, and aliases, by which a small file can grow without end, are refused before they are followed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from baton.core.policy.problems import PolicyErrors, PolicyProblem

MAX_CHARACTERS = 256 * 1024
MAX_DEPTH = 12
"""Deeper than any policy needs, and far from what would exhaust the parser."""

_UNWRITABLE = re.compile(r"[\x00\ud800-\udfff]")
_INTEGER = re.compile(r"[-+]?\d{1,15}")
_NUMBER = re.compile(r"[-+]?(?:\d{1,15}\.\d{0,15}|\.\d{1,15})")

Plain = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value: text, number, true, false or nothing."""

    value: Plain
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Listing:
    """A list."""

    items: tuple["Node", ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Table:
    """Keys with values, in the order of the file, duplicates and all."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    line: int
    column: int


Node = Scalar | Listing | Table


def read_tree(text: str) -> Node:
    """The file's tree. Raises PolicyErrors where it is no YAML, too long, too deep, or uses anchors or tags."""
    if len(text) > MAX_CHARACTERS:
        raise PolicyErrors([PolicyProblem(1, 1, "The file is longer than 256 KB.", "A policy is a few pages.")])
    try:
        return _build(_events(text))
    except MarkedYAMLError as error:
        raise PolicyErrors([_syntax(cast("Any", error))]) from None
    except (YAMLError, ValueError) as error:
        first = str(error).strip().splitlines()
        raise PolicyErrors([PolicyProblem(1, 1, f"This is not YAML: {first[0] if first else error}.")]) from None


def plain(node: Node) -> Any:
    """The node as plain Python values."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Listing):
        return [plain(item) for item in node.items]
    return {key.value: plain(value) for key, value in node.entries}


def _events(text: str) -> Iterator[Any]:
    yaml: Any = YAML(typ="safe", pure=True)
    return iter(yaml.parse(text))


def _build(events: Iterator[Any]) -> Node:
    """Fold the events into a tree with a stack of open lists and tables."""
    roots: list[Node] = []
    open_nodes: list[tuple[Any, list[Node]]] = []
    documents = 0
    for event in events:
        _refuse_magic(event, len(open_nodes))
        inside = open_nodes[-1][1] if open_nodes else roots
        if isinstance(event, DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise _refusal(event, "A policy file holds one document.", "Take out the second `---`.")
        elif isinstance(event, ScalarEvent):
            if _UNWRITABLE.search(str(cast("Any", event).value)):
                raise _refusal(
                    event, "This holds a character that no text can hold, written by an escape.", "Take it out."
                )
            inside.append(Scalar(_value(event), *_place(event)))
        elif isinstance(event, MappingStartEvent | SequenceStartEvent):
            open_nodes.append((event, []))
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            start, children = open_nodes.pop()
            outer = open_nodes[-1][1] if open_nodes else roots
            outer.append(_close(start, children))
    if not roots:
        raise PolicyErrors([PolicyProblem(1, 1, "The file is empty.", "`baton policy show` prints one to start from.")])
    return roots[0]


def _close(start: Any, children: list[Node]) -> Node:
    if isinstance(start, SequenceStartEvent):
        return Listing(tuple(children), *_place(start))
    keys = children[::2]
    for key in keys:
        if not isinstance(key, Scalar):
            raise PolicyErrors([PolicyProblem(key.line, key.column, "A key must be a single word, not a list.")])
    entries = zip((key for key in keys if isinstance(key, Scalar)), children[1::2], strict=True)
    return Table(tuple(entries), *_place(start))


def _refuse_magic(event: Any, depth: int) -> None:
    if isinstance(event, AliasEvent):
        raise _refusal(event, "Aliases (`*name`) can't be used in a policy.", "Write the value out.")
    if isinstance(event, NodeEvent) and getattr(event, "anchor", None):
        raise _refusal(event, "Anchors (`&name`) can't be used in a policy.", "Write the value out where needed.")
    if isinstance(event, ScalarEvent | MappingStartEvent | SequenceStartEvent) and _has_tag(event):
        raise _refusal(event, "Tags (`!name`) can't be used in a policy.", "Take the tag out.")
    if depth > MAX_DEPTH:
        raise _refusal(event, "The file is nested too deeply.", "A policy needs no more than four levels.")


def _has_tag(event: Any) -> bool:
    return event.tag is not None and str(event.tag) not in ("", "None")


def _refusal(event: Any, message: str, hint: str) -> PolicyErrors:
    return PolicyErrors([PolicyProblem(*_place(event), message, hint)])


def _place(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _value(event: Any) -> Plain:
    text = str(event.value)
    if event.style is not None:
        return text
    if text in ("", "~", "null"):
        return None
    if text in ("true", "false", "True", "False"):
        return text.casefold() == "true"
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _NUMBER.fullmatch(text) else text


def _syntax(error: Any) -> PolicyProblem:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    what = str(error.problem or error.context or "it can't be read").rstrip(".")
    hint = "Check the indentation and the quotes on this line and the one above."
    return PolicyProblem(line, column, f"This is not valid YAML: {what}.", hint)
