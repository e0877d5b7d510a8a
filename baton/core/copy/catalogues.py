"""Finding the sentences of a language, and filling them in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Literal, Protocol

from baton.core.copy.po import PoFile, read_po

Direction = Literal["ltr", "rtl"]

FALLBACK = "en"

LOCALE = resources.files("baton.core.copy") / "locale"
"""Where the catalogues lie: `<code>.po` for each language, and `baton.pot`, the template, which is English itself."""

_LABEL, _TEAM = "label.", "team."
_RTL = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})
_ALIKE = {
    "zh": "zh-hans",
    "zh-cn": "zh-hans",
    "zh-sg": "zh-hans",
    "zh-my": "zh-hans",
    "zh-tw": "zh-hant",
    "zh-hk": "zh-hant",
    "zh-mo": "zh-hant",
    "no": "nb",
    "nn": "nb",
    "iw": "he",
    "in": "id",
}
"""Tags whose sentences are kept under another: Chinese by its script, Norwegian by its written form, and old codes."""
_ISOLATE, _END = "\u2068", "\u2069"


class Template(Protocol):
    """A tenant's own wording of a sentence."""

    def say(self, values: Mapping[str, str]) -> str | None:
        """The sentence, or None where it can't be said and the built-in one stands in."""
        ...


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One language's sentences. `texts` are said in the conversation, `labels` stand on the widget.

    `team` is what operators read, in a language of their own. `plurals` have a sentence for each form of the number,
    which `form` picks. `own` are a tenant's wordings, and go before them. `native_reader` is who has read it as a
    native and approved it, None while nobody has.
    """

    code: str
    name: str
    texts: Mapping[str, str]
    labels: Mapping[str, str]
    team: Mapping[str, str]
    plurals: Mapping[str, tuple[str, ...]]
    form: Callable[[int], int]
    direction: Direction = "ltr"
    native_reader: str | None = None
    own: Mapping[str, Template] = field(default_factory=dict[str, Template])

    def has(self, key: str) -> bool:
        """Whether this language has a sentence of its own for it."""
        return key in self.texts or key in self.own

    def text(self, key: str, **values: str | int) -> str:
        """The sentence with its placeholders filled. Raises KeyError for an unknown one."""
        return self.clause(key, **{name: self.isolated(str(value)) for name, value in values.items()})

    def clause(self, key: str, **values: str) -> str:
        """The sentence with clauses of this catalogue filled in, which need no isolation as names do."""
        if (own := self.own.get(key)) and (said := own.say(values)) is not None:
            return said
        return (self.texts.get(key) or catalogue(FALLBACK).texts[key]).format(**values)

    def count(self, key: str, number: int, **values: str | int) -> str:
        """The sentence in the form that the number asks for."""
        if (own := self.own.get(key)) and (said := own.say({name: str(value) for name, value in values.items()})):
            return said
        words = self if key in self.plurals else catalogue(FALLBACK)
        forms = words.plurals[key]
        return forms[min(words.form(number), len(forms) - 1)].format(**values)

    def of_team(self, key: str, **values: str | int) -> str:
        """A sentence or heading that operators read. What is filled in is kept from turning it around."""
        said = self.team.get(key) or catalogue(FALLBACK).team[key]
        return said.format(**{name: self.isolated(str(value)) for name, value in values.items()})

    def isolated(self, value: str) -> str:
        """A name, number or address as it stands inside a sentence of this language."""
        # A Latin name inside a right-to-left sentence would otherwise turn its neighbours around.
        return f"{_ISOLATE}{value}{_END}" if self.direction == "rtl" and value[:1].isascii() else value


Language = str | Catalogue | None
"""A BCP 47 tag, or a catalogue that is already at hand, such as one with a tenant's own wordings."""


@cache
def languages() -> tuple[str, ...]:
    """The codes of all languages on the shelf, in order."""
    files = (file.name.removesuffix(".po") for file in LOCALE.iterdir() if file.name.endswith(".po"))
    return tuple(sorted([FALLBACK, *(name.replace("_", "-") for name in files)]))


def catalogue(language: Language) -> Catalogue:
    """The catalogue of a BCP 47 tag: the region's own (`pt-BR`), else the language's, else English."""
    if isinstance(language, Catalogue):
        return language
    code = (language or FALLBACK).strip().casefold().replace("_", "-")
    shelf = _shelf()
    parts = code.split("-")
    script = "-".join(parts[:2])
    for candidate in (code, script, _ALIKE.get(script, ""), parts[0], _ALIKE.get(parts[0], "")):
        if candidate in shelf:
            return _load(shelf[candidate])
    return _load(FALLBACK)


def direction(language: str | None) -> Direction:
    """Which way the language is written, whether or not there is a catalogue for it."""
    return "rtl" if (language or FALLBACK).strip().casefold().replace("_", "-").split("-")[0] in _RTL else "ltr"


def labels(language: Language) -> dict[str, str]:
    """The widget's words. One that is missing comes in English; `{placeholders}` stay."""
    return {**catalogue(FALLBACK).labels, **catalogue(language).labels}


def po_file(code: str) -> PoFile:
    """What the file of a language on the shelf holds, English being the template itself."""
    is_template = code == FALLBACK
    name = "baton.pot" if is_template else f"{code.replace('-', '_')}.po"
    return read_po((LOCALE / name).read_text("utf-8"), is_template=is_template)


@cache
def _shelf() -> Mapping[str, str]:
    return {code.casefold(): code for code in languages()}


@cache
def _load(code: str) -> Catalogue:
    po = po_file(code)
    reader = po.headers.get("X-Native-Reader", "none")
    return Catalogue(
        code=code,
        name=po.headers.get("X-Language-Name", code),
        texts={key: said for key, said in po.singular.items() if not key.startswith((_LABEL, _TEAM))},
        labels=_under(_LABEL, po.singular),
        team=_under(_TEAM, po.singular),
        plurals=po.plural,
        form=po.form,
        direction=direction(code),
        native_reader=None if reader == "none" else reader,
    )


def _under(prefix: str, said: Mapping[str, str]) -> dict[str, str]:
    return {key.removeprefix(prefix): words for key, words in said.items() if key.startswith(prefix)}
