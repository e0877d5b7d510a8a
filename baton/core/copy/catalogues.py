"""Finding the sentences of a language, and filling them in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Literal

Direction = Literal["ltr", "rtl"]

FALLBACK = "en"

_SHELF = "baton.core.copy.translations"

_CODE = re.compile(r"[a-z]{2,3}(_[a-z]{2,4}|_[0-9]{3})?")
_RTL = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})
_ISOLATE, _END = "\u2068", "\u2069"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One language's sentences. `texts` are said in the conversation, `labels` stand on the widget.

    `weekdays` (from Monday) and `months` stand in the form that `when_*` needs, such as "on Monday".
    `checked_by_native` says whether a native reader has approved it.
    """

    code: str
    name: str
    texts: Mapping[str, str]
    labels: Mapping[str, str]
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    direction: Direction = "ltr"
    checked_by_native: bool = False

    def has(self, key: str) -> bool:
        """Whether this language has a sentence of its own for it."""
        return key in self.texts

    def text(self, key: str, **values: str | int) -> str:
        """The sentence with its placeholders filled. Raises KeyError for an unknown one."""
        template = self.texts.get(key) or catalogue(FALLBACK).texts[key]
        return template.format(**{name: self._isolated(str(value)) for name, value in values.items()})

    def _isolated(self, value: str) -> str:
        # A Latin name inside a right-to-left sentence would otherwise turn its neighbours around.
        return f"{_ISOLATE}{value}{_END}" if self.direction == "rtl" and value[:1].isascii() else value


@cache
def languages() -> tuple[str, ...]:
    """The codes of all languages on the shelf, in order."""
    return tuple(sorted(module.name.replace("_", "-") for module in iter_modules(import_module(_SHELF).__path__)))


def catalogue(language: str | None) -> Catalogue:
    """The catalogue of a BCP 47 tag: the region's own (`pt-PT`), else the language's, else English."""
    code = (language or FALLBACK).strip().casefold().replace("_", "-")
    for candidate in (code, "-".join(code.split("-")[:2]), code.split("-")[0], FALLBACK):
        if candidate in languages():
            return _load(candidate.replace("-", "_"))
    raise KeyError(f"There is no catalogue for {language!r}, and none for English.")


def direction(language: str | None) -> Direction:
    """Which way the language is written, whether or not there is a catalogue for it."""
    return "rtl" if (language or FALLBACK).strip().casefold().replace("_", "-").split("-")[0] in _RTL else "ltr"


def labels(language: str | None) -> dict[str, str]:
    """The widget's words. One that is missing comes in English; `{placeholders}` stay."""
    return {**catalogue(FALLBACK).labels, **catalogue(language).labels}


@cache
def _load(module: str) -> Catalogue:
    if not _CODE.fullmatch(module):
        raise KeyError(f"{module!r} is not a language code.")
    loaded: object = import_module(f"{_SHELF}.{module}").LANGUAGE
    if not isinstance(loaded, Catalogue):
        raise TypeError(f"The language file {module} has no LANGUAGE of the kind Catalogue.")
    return loaded
