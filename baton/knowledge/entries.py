"""Direct entries from a file: `question` (or several `questions`), `answer` and, if there is a page, `url`.

YAML and JSON hold a list of such entries, JSON lines one on each line, CSV a row for each under a line of names.
"""

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any, cast

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from baton.core.errors import Unreadable
from baton.knowledge.decode import decode

MAX_BYTES = 20_000_000
"""Largest file of entries, in bytes."""

MAX_YAML_BYTES = 2_000_000
"""Largest file of entries in YAML, which takes a second for every 100,000 bytes."""

Entries = list[tuple[str, str, str | None]]


def read_entries(name: str, body: bytes) -> Entries:
    """(question, answer, url) of each wording in the file. Raises Unreadable, with the entry's number."""
    read = _READERS[PurePosixPath(name).suffix.lower()]
    most = MAX_YAML_BYTES if read is _from_yaml else MAX_BYTES
    if len(body) > most:
        raise Unreadable(f"{name} is larger than {most / 1e6:.0f} MB. Split it into smaller files.")
    found = read(name, decode(name, body))
    if not isinstance(found, Sequence) or isinstance(found, str) or not found:
        raise Unreadable(f"{name} should be a list of entries, each with `question:` and `answer:`.")
    listed = enumerate(cast(Sequence[Any], found), start=1)
    return [wording for number, item in listed for wording in _entry(name, number, item)]


def _from_yaml(name: str, text: str) -> Any:
    try:
        return YAML(typ="safe", pure=True).load(text)
    except (YAMLError, RecursionError, ValueError) as broken:
        raise Unreadable(f"{name} is not valid YAML: {_reason(broken)}.") from broken


def _from_json(name: str, text: str) -> Any:
    try:
        return json.loads(text)
    except (RecursionError, ValueError) as broken:
        raise Unreadable(f"{name} is not valid JSON: {_reason(broken)}.") from broken


def _from_json_lines(name: str, text: str) -> Any:
    try:
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    except (RecursionError, ValueError) as broken:
        raise Unreadable(f"{name} has a line that is not valid JSON: {_reason(broken)}.") from broken


def _from_csv(name: str, text: str) -> Any:
    first = text.partition("\n")[0]
    mark = max((",", ";", "\t"), key=first.count)
    try:
        rows = list(csv.DictReader(io.StringIO(text), delimiter=mark, strict=True))
    except csv.Error as broken:
        raise Unreadable(f"{name} is not valid CSV: {_reason(broken)}. Are all quotes closed?") from broken
    return [{str(key or "").strip().lower(): value for key, value in row.items()} for row in rows]


_READERS: dict[str, Callable[[str, str], Any]] = {
    ".yaml": _from_yaml,
    ".yml": _from_yaml,
    ".json": _from_json,
    ".jsonl": _from_json_lines,
    ".csv": _from_csv,
    ".tsv": _from_csv,
}

ENDINGS = tuple(_READERS)
"""Endings of files that hold entries."""


def _entry(name: str, number: int, item: Any) -> Entries:
    """Each wording of an entry's question with its answer."""
    fields = cast(Mapping[Any, Any], item) if isinstance(item, Mapping) else {}
    question, more, answer, url = (fields.get(key) for key in ("question", "questions", "answer", "url"))
    asked = [question, *(cast(list[Any], more) if isinstance(more, list) else [])]
    wordings = [one for one in asked if isinstance(one, str)]
    if not wordings or not isinstance(answer, str):
        raise Unreadable(f"Entry {number} of {name} needs `question:` and `answer:`, both text.")
    return [(wording, answer, url if isinstance(url, str) and url else None) for wording in wordings]


def _reason(broken: Exception) -> str:
    return " ".join(str(broken).split())[:300].rstrip(".")
