"""Direct entries from a YAML file: a list of `question`, `answer` and, if there is a page, `url`."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from baton.core.errors import Unreadable
from baton.knowledge.decode import decode

MAX_BYTES = 2_000_000
"""Largest file of entries, in bytes."""

ENDINGS = (".yaml", ".yml")


def read_entries(name: str, body: bytes) -> list[tuple[str, str, str | None]]:
    """(question, answer, url) of each entry in the file. Raises Unreadable, with the entry's number."""
    if len(body) > MAX_BYTES:
        raise Unreadable(f"{name} is larger than {MAX_BYTES / 1e6:.0f} MB. Split it into smaller files.")
    try:
        found: Any = YAML(typ="safe", pure=True).load(decode(name, body))
    except (YAMLError, RecursionError, ValueError) as broken:
        reason = " ".join(str(broken).split())[:300]
        raise Unreadable(f"{name} is not valid YAML: {reason}.") from broken
    if not isinstance(found, Sequence) or isinstance(found, str) or not found:
        raise Unreadable(f"{name} should be a list of entries, each with `question:` and `answer:`.")
    return [_entry(name, number, item) for number, item in enumerate(cast(Sequence[Any], found), start=1)]


def _entry(name: str, number: int, item: Any) -> tuple[str, str, str | None]:
    fields = cast(Mapping[Any, Any], item) if isinstance(item, Mapping) else {}
    question, answer, url = (fields.get(key) for key in ("question", "answer", "url"))
    if not isinstance(question, str) or not isinstance(answer, str):
        raise Unreadable(f"Entry {number} of {name} needs `question:` and `answer:`, both text.")
    return question, answer, url if isinstance(url, str) else None
