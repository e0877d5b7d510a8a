"""Direct entries from a file: `question` (or several `questions`), `answer` and, if there is a page, `url`.

`queue` or `topic` names where such questions belong, by the policy.

YAML and JSON hold a list of such entries, JSON lines one on each line. Tables of them are read in `table.py`.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any, cast

from ruamel.yaml import YAML
from ruamel.yaml.composer import Composer
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import AliasEvent

from baton.core.errors import Unreadable
from baton.core.sources.documents import Document, Pair

MOST_YAML = 2_000_000
"""Largest file of entries in YAML, in characters: it takes a second for every 100,000."""


class _WithoutAliases(Composer):
    """Aliases repeat what stands elsewhere, and what repeats repetitions grows from a page to more than any memory."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        """Compose what comes next. Raises YAMLError at an alias."""
        if self.parser.check_event(AliasEvent):
            mark = self.parser.peek_event().start_mark
            raise YAMLError(f"line {mark.line + 1} repeats another place by an alias (*). Write out what it stands for")
        return super().compose_node(parent, index)


def read_yaml(name: str, text: str) -> Document:
    """The entries of a YAML file, in order. Raises Unreadable, with the entry's number."""
    if len(text) > MOST_YAML:
        raise Unreadable(f"{name} is larger than {MOST_YAML / 1e6:.0f} MB. Split it into smaller files.")
    try:
        yaml = YAML(typ="safe", pure=True)
        yaml.Composer = _WithoutAliases
        found: Any = yaml.load(text)
    except (YAMLError, RecursionError, ValueError, LookupError, TypeError) as broken:
        raise Unreadable(f"{name} is not valid YAML: {_reason(broken)}.") from broken
    return _document(name, found)


def read_json(name: str, text: str) -> Document:
    """The entries of a JSON file, in order. Raises Unreadable, with the entry's number."""
    try:
        found: Any = json.loads(text)
    except (RecursionError, ValueError) as broken:
        raise Unreadable(f"{name} is not valid JSON: {_reason(broken)}.") from broken
    return _document(name, found)


def read_json_lines(name: str, text: str) -> Document:
    """The entries of a file with a JSON object on each line. Raises Unreadable, with the entry's number."""
    try:
        found: Any = [_loaded(line, at) for at, line in enumerate(text.splitlines()) if line.strip()]
    except (RecursionError, ValueError) as broken:
        raise Unreadable(f"{name} has a line that is not valid JSON: {_reason(broken)}.") from broken
    return _document(name, found)


def _loaded(line: str, above: int) -> Any:
    try:
        return json.loads(line)
    except json.JSONDecodeError as broken:
        # Said of the whole file, and not of its one line.
        broken.lineno += above
        raise


def _document(name: str, found: Any) -> Document:
    if not isinstance(found, Sequence) or isinstance(found, str) or not found:
        raise Unreadable(f"{name} should be a list of entries, each with `question:` and `answer:`.")
    listed = enumerate(cast(Sequence[Any], found), start=1)
    return Document(title="", blocks=(), pairs=tuple(pair for at, item in listed for pair in _pairs(name, at, item)))


def _pairs(name: str, number: int, item: Any) -> list[Pair]:
    """Each wording of an entry's question with its answer."""
    fields = cast(Mapping[Any, Any], item) if isinstance(item, Mapping) else {}
    question, more, answer, url = (fields.get(key) for key in ("question", "questions", "answer", "url"))
    asked = [question, *(cast(list[Any], more) if isinstance(more, list) else [])]
    wordings = [one for one in asked if isinstance(one, str)]
    if not wordings or not isinstance(answer, str):
        raise Unreadable(f"Entry {number} of {name} needs `question:` and `answer:`, both text.")
    about = next((one.strip() for key in ("queue", "topic") if isinstance(one := fields.get(key), str)), None) or None
    return [Pair(wording, answer, url if isinstance(url, str) and url else None, about=about) for wording in wordings]


def _reason(broken: Exception) -> str:
    if isinstance(broken, json.JSONDecodeError):
        return f"line {broken.lineno}, column {broken.colno}: {broken.msg}"
    if isinstance(broken, MarkedYAMLError) and (at := broken.problem_mark or broken.context_mark):
        return f"line {at.line + 1}, column {at.column + 1}: {broken.problem or broken.context}"
    return " ".join(str(broken).split())[:300].rstrip(".")
