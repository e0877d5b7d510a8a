"""Changing, adding and taking out one queue or one wording of a policy file. Every other character stays, comments too.

The places come from the parser's events; nothing is dumped anew. A value that is replaced is written in one line.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from ruamel.yaml import YAML
from ruamel.yaml.events import DocumentStartEvent, MappingStartEvent, ScalarEvent, SequenceStartEvent, StreamStartEvent

from baton.core.errors import Invalid
from baton.core.policy.tree import plain, read_tree

_PLAIN = re.compile(r"[^\W\d_][\w/.+@-]*(?:[ :][\w/.+@-]+)*")
"""Texts that need no quotes, wherever they stand."""
_DATES = re.compile(r"\d{4}-\d\d-\d\d(?:\.\.\d{4}-\d\d-\d\d)?|\d\d-\d\d")
"""Keys of exceptions, which people write without quotes."""
_ESCAPED = re.compile("[\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff]")
"""What YAML folds or refuses though JSON doesn't."""
_WORDS = ("true", "false", "null", "yes", "no", "on", "off", "y", "n")

_WIDTH = 80

Edit = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A value's place in the text. `entries` are a table's, by key, each with the end of its key; None for others."""

    start: int
    end: int
    is_flow: bool = True
    entries: Mapping[str, tuple[int, int, "_Piece"]] | None = None


def with_queue(source: str, queue_id: str, changes: Mapping[str, Any] | None) -> str:
    """The file with some keys of a queue changed: a value takes the old one's place, None takes the key out.

    A queue that the file has not is written at the end of the queues; None for `changes` takes the queue out. The
    file must be one that `parse` takes. Raises Invalid `unfit_value` where a value would not be read back as it was
    given.
    """
    before: Any = plain(read_tree(source))
    old: dict[str, Any] = before["queues"]
    queues = (_pieces(source).entries or {})["queues"][2]
    if changes is None or queue_id not in old:
        edits = _edits(source, queues, old, {queue_id: changes})
    else:
        edits = _edits(source, (queues.entries or {})[queue_id][2], old[queue_id], changes)
    after = _applied(source, list(edits), 0, len(source))
    fields = {key: value for key, value in {**old.pop(queue_id, {}), **(changes or {})}.items() if value is not None}
    return _as_meant(after, before | {"queues": old if changes is None else {**old, queue_id: fields}})


def with_wording(source: str, language: str, key: str, text: str | None) -> str:
    """The file with a sentence of the company's own in a language, or without it where `text` is None.

    Raises as `with_queue` does.
    """
    before: Any = plain(read_tree(source))
    copy: dict[str, dict[str, str] | None] = before.get("copy") or {}
    said = {name: one for name, one in {**(copy.get(language) or {}), key: text}.items() if one is not None}
    worded = {name: one for name, one in {**copy, language: said}.items() if one}
    root = _pieces(source)
    if text is not None and not root.is_flow and "copy" not in before:
        # The first of them begins a part of its own, with room for more below it.
        after = f"{source.rstrip()}\n\ncopy:\n  {written(language)}:\n    {_entry(key, text)}\n"
    else:
        after = _applied(source, list(_edits(source, root, before, {"copy": worded or None})), 0, len(source))
    return _as_meant(after, before | {"copy": worded})


def _as_meant(after: str, meant: Mapping[str, Any]) -> str:
    """The file, if it reads back as it was meant."""
    if _meant(plain(read_tree(after))) != _meant(meant):
        raise Invalid("A value can't be written into the policy file. Take it out.", code="unfit_value")
    return after


def queue_fields(source: str, queue_id: str) -> Mapping[str, Any]:
    """What stands in the file under a queue. KeyError where there is no such queue."""
    return plain(read_tree(source))["queues"][queue_id]


def _pieces(source: str) -> _Piece:
    yaml: Any = YAML(typ="safe", pure=True)
    events = iter(yaml.parse(source))
    first = next(events)
    while isinstance(first, StreamStartEvent | DocumentStartEvent):
        first = next(events)
    return _piece(first, events)


def _piece(event: Any, events: Iterator[Any]) -> _Piece:
    start, is_flow = event.start_mark.index, bool(getattr(event, "flow_style", True))
    if isinstance(event, ScalarEvent):
        return _Piece(start, cast("Any", event).end_mark.index)
    end = start
    entries: dict[str, tuple[int, int, _Piece]] = {}
    if isinstance(event, MappingStartEvent):
        while isinstance(key := next(events), ScalarEvent):
            named: Any = key
            value = _piece(next(events), events)
            entries[str(named.value)] = (named.start_mark.index, named.end_mark.index, value)
            end = max(named.end_mark.index, value.end)
        return _Piece(start, key.end_mark.index if is_flow else end, is_flow, entries)
    assert isinstance(event, SequenceStartEvent)  # noqa: S101 - aliases were refused when the tree was read
    while isinstance(item := next(events), ScalarEvent | MappingStartEvent | SequenceStartEvent):
        end = _piece(item, events).end
    return _Piece(start, item.end_mark.index if is_flow else end, is_flow)


def _edits(source: str, table: _Piece, old: Mapping[str, Any], changes: Mapping[str, Any]) -> Iterator[Edit]:
    """What to replace so that the table's keys are as `changes` say."""
    entries = table.entries or {}
    gone = [key for key, value in changes.items() if value is None and key in entries]
    new = {key: value for key, value in changes.items() if value is not None and key not in entries}
    kept: dict[str, list[Edit]] = {}
    for key, (_, key_end, piece) in entries.items():
        value = changes.get(key)
        kept[key] = [] if value is None or value == old[key] else list(_change(source, key_end, piece, old[key], value))
    if table.is_flow and (gone or new):
        parts = [_applied(source, kept[key], one[0], one[2].end) for key, one in entries.items() if key not in gone]
        yield table.start, table.end, f"{{{', '.join([*parts, *(_entry(key, value) for key, value in new.items())])}}}"
        return
    for key, (start, _, piece) in entries.items():
        yield from [(_line_start(source, start), _line_end(source, piece.end) + 1, "")] if key in gone else kept[key]
    if new:
        last = max(entries.values(), key=lambda one: one[2].end)
        at = _line_end(source, max(last[1], last[2].end))
        indent = " " * (last[0] - _line_start(source, last[0]))
        yield at, at, "".join(f"\n{_lines(key, value, indent)}" for key, value in new.items())


def _change(source: str, key_end: int, piece: _Piece, old: Any, value: Any) -> Iterator[Edit]:
    if isinstance(old, Mapping) and isinstance(value, Mapping) and piece.entries:
        was = cast("Mapping[str, Any]", old)
        yield from _edits(source, piece, was, {**dict.fromkeys(was), **cast("Mapping[str, Any]", value)})
    elif piece.start == piece.end or not piece.is_flow:
        # A list or table below its key, or nothing at all: the new value stands beside the key, before its comment.
        between = source[key_end : piece.start]
        comment = re.search(r"#[^\n]*", between)
        yield key_end, piece.end, f": {written(value)}" + (f"  {comment[0].rstrip()}" if comment else "")
    else:
        yield piece.start, piece.end, written(value)


def _applied(source: str, edits: list[Edit], start: int, end: int) -> str:
    said: list[str] = []
    for first, last, text in sorted(edits):
        said += [source[start:first], text]
        start = last
    return "".join([*said, source[start:end]])


def _line_start(source: str, at: int) -> int:
    return source.rfind("\n", 0, at) + 1


def _line_end(source: str, at: int) -> int:
    end = source.find("\n", at)
    return len(source) if end < 0 else end


def _lines(key: str, value: Any, indent: str) -> str:
    """A new entry below others: what is too long for one line has a line for each of its keys."""
    line = f"{indent}{_entry(key, value)}"
    if len(line) <= _WIDTH or not isinstance(value, Mapping):
        return line
    items = cast("Mapping[str, Any]", value).items()
    return "\n".join([f"{indent}{_key(key)}:", *(f"{indent}  {_entry(name, item)}" for name, item in items)])


def _entry(key: str, value: Any) -> str:
    return f"{_key(key)}: {written(value)}"


def _key(key: str) -> str:
    return key if _DATES.fullmatch(key) else written(key)


def written(value: Any) -> str:
    """A value in one line of YAML, quoted where it has to be."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(_entry(str(key), item) for key, item in cast('Mapping[Any, Any]', value).items())}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(written(item) for item in cast('list[Any]', value))}]"
    if isinstance(value, str) and _PLAIN.fullmatch(value) and value.casefold() not in _WORDS:
        return value
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))


def _meant(value: Any) -> Any:
    """A value without what is the same as nothing: a key without a value, a table without a key."""
    if isinstance(value, Mapping):
        items = ((key, _meant(item)) for key, item in cast("Mapping[Any, Any]", value).items())
        return {key: item for key, item in items if item not in (None, {})}
    return [_meant(item) for item in cast("list[Any]", value)] if isinstance(value, list | tuple) else value
