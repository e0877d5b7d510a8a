"""A tenant's own wordings: sentences in Liquid that go before the built-in ones, with what they must hold.

A wording that can't be said is left out, and the built-in sentence stands in: never silence.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from baton.core.copy.catalogues import FALLBACK, Catalogue, catalogue, po_file
from baton.core.copy.liquid import Template, template, trouble
from baton.core.copy.wording import placeholders, wording

MOST_SOURCE = 1_000
"""Characters of a wording as it is written."""

MOST_SAID = 2_000
"""Characters of a wording as it is said, with names and numbers filled in."""

MAY_BE_LEFT_OUT = frozenset({"because", "connect", "queue", "to", "zone", "low"})
"""Placeholders that a wording need not use. The others carry what the customer was promised or must be told."""


@dataclass(frozen=True, slots=True)
class OwnWording:
    """A tenant's wording of the sentence `key` in a language. `line` and `column` are its place in the policy file."""

    language: str
    key: str
    text: str
    line: int = field(default=0, compare=False)
    column: int = field(default=0, compare=False)


def wordings(own: Iterable[OwnWording]) -> dict[str, Catalogue]:
    """The catalogues of the languages that a tenant words itself, by their codes. What isn't sound is left out."""
    found: dict[str, dict[str, Template]] = {}
    for one in own:
        if ready := template(one.text, MOST_SAID):
            found.setdefault(catalogue(one.language).code, {})[one.key] = ready
    return {code: replace(catalogue(code), own=templates) for code, templates in found.items()}


@cache
def keys() -> dict[str, frozenset[str]]:
    """Every sentence that can be worded, with its placeholders: neither labels nor what the team reads."""
    said = po_file(FALLBACK)
    return {key: placeholders(one[0]) for key, one in said.source.items() if not key.startswith(("label.", "team."))}


def flaws(one: OwnWording) -> Iterator[str]:
    """What is wrong with a wording, a sentence each. One with a flaw is not put in force."""
    known = keys().get(one.key)
    where = f'"{one.key}" in {one.language}'
    if known is None:
        yield f"The desk has no sentence {where}."
        return
    if len(one.text) > MOST_SOURCE:
        yield f"The wording of {where} has more than {MOST_SOURCE:,} characters."
        return
    ready = template(one.text, MOST_SAID)
    if ready is None:
        yield f"The wording of {where} can't be read: {trouble(one.text)}"
        return
    used = ready.used
    if strange := used - known:
        named = ", ".join(sorted(known)) or "none"
        yield f"The wording of {where} has no value for {', '.join(sorted(strange))}. Its placeholders: {named}."
    if left_out := known - used - MAY_BE_LEFT_OUT:
        missing = ", ".join(f"{{{{ {name} }}}}" for name in sorted(left_out))
        yield f"The wording of {where} leaves out {missing}."
    if not strange and ready.say(dict.fromkeys(known, "x")) is None:
        yield f"The wording of {where} comes to nothing, or to too much."
    yield from (f"The wording of {where} {flaw}" for flaw in wording(one.text, one.language, key=one.key))
