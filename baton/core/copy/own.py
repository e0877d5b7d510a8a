"""A tenant's own wordings: sentences in Liquid that go before the built-in ones, with what they must hold.

Liquid because people know it from their shop or help desk. It is cut down to what a sentence needs: no loops, nothing
that reads a file or a clock, and nothing that grows what it is given. A wording that can't be said is left out, and
the built-in sentence stands in: never silence.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from baton.core.copy.catalogues import FALLBACK, Catalogue, catalogue, po_file
from baton.core.copy.wording import placeholders, wording

if TYPE_CHECKING:
    from liquid import BoundTemplate, Environment

MOST_SOURCE = 1_000
"""Characters of a wording as it is written."""

MOST_SAID = 2_000
"""Characters of a wording as it is said, with names and numbers filled in."""

TAGS = frozenset({"if", "unless", "case", "assign", "comment", "content", "illegal", "output"})
FILTERS = frozenset(
    {"append", "capitalize", "default", "downcase", "prepend", "remove", "squish", "strip", "truncate", "upcase"}
)

_MAY_BE_LEFT_OUT = frozenset({"because", "connect", "queue", "to", "zone", "low"})
"""Placeholders that a wording need not use. The others carry what the customer was promised or must be told."""


@dataclass(frozen=True, slots=True)
class OwnWording:
    """A tenant's wording of the sentence `key` in a language. `line` and `column` are its place in the policy file."""

    language: str
    key: str
    text: str
    line: int = field(default=0, compare=False)
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class _Template:
    """A wording ready to be said."""

    liquid: "BoundTemplate"

    def say(self, values: Mapping[str, str]) -> str | None:
        """The sentence, or None where it comes to nothing or to too much."""
        from liquid.exceptions import LiquidError

        try:
            said = self.liquid.render(**values).strip()
        except (LiquidError, ArithmeticError, ValueError, RecursionError):
            return None
        return said if said and len(said) <= MOST_SAID else None


def wordings(own: Iterable[OwnWording]) -> dict[str, Catalogue]:
    """The catalogues of the languages that a tenant words itself, by their codes. What isn't sound is left out."""
    found: dict[str, dict[str, _Template]] = {}
    for one in own:
        if template := _template(one.text):
            found.setdefault(catalogue(one.language).code, {})[one.key] = template
    return {code: replace(catalogue(code), own=templates) for code, templates in found.items()}


def keys() -> dict[str, frozenset[str]]:
    """Every sentence that can be worded, with its placeholders. Labels of the widget are not among them."""
    said = po_file(FALLBACK)
    return {key: placeholders(one[0]) for key, one in said.source.items() if not key.startswith("label.")}


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
    template = _template(one.text)
    if template is None:
        yield f"The wording of {where} can't be read: {_trouble(one.text)}"
        return
    used = frozenset(template.liquid.global_variables())
    if strange := used - known:
        named = ", ".join(sorted(known)) or "none"
        yield f"The wording of {where} has no value for {', '.join(sorted(strange))}. Its placeholders: {named}."
    if left_out := known - used - _MAY_BE_LEFT_OUT:
        missing = ", ".join(f"{{{{ {name} }}}}" for name in sorted(left_out))
        yield f"The wording of {where} leaves out {missing}."
    if not strange and template.say(dict.fromkeys(known, "x")) is None:
        yield f"The wording of {where} comes to nothing, or to too much."
    yield from (f"The wording of {where} {flaw}" for flaw in wording(one.text, one.language))


def _template(text: str) -> _Template | None:
    from liquid.exceptions import LiquidError

    try:
        return _Template(_liquid().from_string(text))
    except (LiquidError, RecursionError):
        return None


def _trouble(text: str) -> str:
    from liquid.exceptions import LiquidError

    try:
        _liquid().from_string(text)
    except LiquidError as error:
        return f"{error.message}."
    except RecursionError:
        return "it is nested too deeply."
    return ""


@cache
def _liquid() -> "Environment":
    # Liquid takes half a second to load, and only desks that word sentences themselves need it.
    from liquid import Environment, StrictUndefined

    class Sentences(Environment):
        """Liquid for a sentence or two."""

        output_stream_limit = MOST_SAID
        local_namespace_limit = MOST_SAID
        loop_iteration_limit = 1
        context_depth_limit = 8

    liquid = Sentences(undefined=StrictUndefined, autoescape=False)
    for table, kept in ((liquid.tags, TAGS), (liquid.filters, FILTERS)):
        _keep(table, kept)
    return liquid


def _keep(table: dict[str, Any], kept: frozenset[str]) -> None:
    for name in table.keys() - kept:
        del table[name]
