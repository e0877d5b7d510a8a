"""Direct entries from a YAML file: a list of `question`, `answer` and, if there is a page, `url`."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from baton.core.documents import Document, Pair
from baton.core.errors import Unreadable

MOST_CHARACTERS = 2_000_000
"""Largest file of entries, in characters: the reader of YAML is slow."""


def read(name: str, text: str) -> Document:
    """The entries of a file, in order. Raises Unreadable, with the entry's number."""
    if len(text) > MOST_CHARACTERS:
        raise Unreadable(f"{name} is larger than {MOST_CHARACTERS / 1e6:.0f} MB. Split it into smaller files.")
    try:
        found: Any = YAML(typ="safe", pure=True).load(text)
    except (YAMLError, RecursionError, ValueError) as broken:
        reason = " ".join(str(broken).split())[:300]
        raise Unreadable(f"{name} is not valid YAML: {reason}.") from broken
    if not isinstance(found, Sequence) or isinstance(found, str) or not found:
        raise Unreadable(f"{name} should be a list of entries, each with `question:` and `answer:`.")
    pairs = [_pair(name, number, item) for number, item in enumerate(cast(Sequence[Any], found), start=1)]
    return Document(title="", blocks=(), pairs=tuple(pairs))


def _pair(name: str, number: int, item: Any) -> Pair:
    fields = cast(Mapping[Any, Any], item) if isinstance(item, Mapping) else {}
    question, answer, url = (fields.get(key) for key in ("question", "answer", "url"))
    if not isinstance(question, str) or not isinstance(answer, str):
        raise Unreadable(f"Entry {number} of {name} needs `question:` and `answer:`, both text.")
    return Pair(question, answer, url if isinstance(url, str) else None)
