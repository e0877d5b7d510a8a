"""Reading a gettext catalogue (.po, .pot): small and quick, because a process reads it when a customer waits.

Translators' tools write these files. Whether this reader and Babel's read the same out of each is a test.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from gettext import c2py

_FIELD = re.compile(r'(?:(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d)\])?\s+)?"(.*)"\s*')
_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r"}
_PLURAL = re.compile(r"plural\s*=\s*([^;]+)")


@dataclass(slots=True)
class _Entry:
    """One message as it is being read: each field by its word, `msgstr` by its number."""

    fields: dict[str, str] = field(default_factory=dict[str, str])
    is_fuzzy: bool = False


@dataclass(frozen=True, slots=True)
class PoFile:
    """What a catalogue holds. `singular` and `plural` go by the context, which is the key that the desk asks for.

    A plural has one sentence for each form, which `form` picks by the number. What is fuzzy, obsolete or empty isn't
    there. `source` has the English that the translator saw, both forms of it where there are two.
    """

    headers: Mapping[str, str]
    singular: Mapping[str, str]
    plural: Mapping[str, tuple[str, ...]]
    source: Mapping[str, tuple[str, ...]]
    form: Callable[[int], int]


def read_po(text: str, *, is_template: bool = False) -> PoFile:
    """A catalogue's contents. Of a template the English is taken for the translation. Raises ValueError."""
    headers: dict[str, str] = {}
    singular: dict[str, str] = {}
    plural: dict[str, tuple[str, ...]] = {}
    source: dict[str, tuple[str, ...]] = {}
    for entry in _entries(text):
        key = entry.fields.get("msgctxt")
        english = tuple(entry.fields[name] for name in ("msgid", "msgid_plural") if name in entry.fields)
        forms = tuple(said for name, said in sorted(entry.fields.items()) if name.startswith("msgstr"))
        if key is None:
            headers.update(_headers(forms[0] if forms else ""))
            continue
        if key in source:
            raise ValueError(f"The key {key} stands there twice.")
        source[key] = english
        said = english if is_template else forms
        if entry.is_fuzzy or not all(said):
            continue
        if len(english) > 1:
            plural[key] = said
        else:
            singular[key] = said[0]
    return PoFile(headers, singular, plural, source, _form(headers.get("Plural-Forms", "")))


def _entries(text: str) -> Iterator[_Entry]:
    for block in re.split(r"\n\s*\n", text):
        entry, name = _Entry(), ""
        for line in block.splitlines():
            if line.startswith("#"):
                entry.is_fuzzy |= line.startswith("#,") and "fuzzy" in line
            elif found := _FIELD.fullmatch(line):
                word, number, said = found.groups()
                name = f"{word}[{number or 0}]" if word == "msgstr" else word or name
                entry.fields[name] = entry.fields.get(name, "") + _ESCAPE.sub(_unescaped, said)
            elif line.strip():
                raise ValueError(f"This line is none of a catalogue: {line[:60]}")
        if entry.fields:
            yield entry


def _unescaped(found: re.Match[str]) -> str:
    return _ESCAPED.get(found[1], found[1])


def _headers(said: str) -> dict[str, str]:
    pairs = (line.partition(":") for line in said.splitlines())
    return {name.strip(): value.strip() for name, _, value in pairs}


def _form(rule: str) -> Callable[[int], int]:
    found = _PLURAL.search(rule)
    return c2py(found[1]) if found else c2py("0")
