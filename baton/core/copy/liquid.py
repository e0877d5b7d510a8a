"""Liquid, cut down to what a sentence or a reply needs.

Liquid because people know it from their shop or help desk. There are no loops, nothing that reads a file or a clock,
and nothing that grows what it is given.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from liquid import BoundTemplate, Environment

TAGS = frozenset({"if", "unless", "case", "assign", "comment", "content", "illegal", "output"})
FILTERS = frozenset(
    {"append", "capitalize", "default", "downcase", "prepend", "remove", "squish", "strip", "truncate", "upcase"}
)


@dataclass(frozen=True, slots=True)
class Template:
    """A text ready to be said, in at most `most` characters."""

    liquid: "BoundTemplate"
    most: int

    @property
    def used(self) -> frozenset[str]:
        """The names of the values that it is filled with."""
        return frozenset(self.liquid.global_variables())

    def say(self, values: Mapping[str, str]) -> str | None:
        """The text, or None where it comes to nothing or to too much."""
        from liquid.exceptions import LiquidError

        try:
            said = self.liquid.render(**values).strip()
        except (LiquidError, ArithmeticError, ValueError, RecursionError):
            return None
        return said if said and len(said) <= self.most else None


def template(text: str, most: int) -> Template | None:
    """The text as a template, or None where it can't be read; `trouble` says why."""
    from liquid.exceptions import LiquidError

    try:
        return Template(_liquid(most).from_string(text), most)
    except (LiquidError, RecursionError):
        return None


def trouble(text: str) -> str:
    """Why a text is no template, as a sentence; empty where it is one."""
    from liquid.exceptions import LiquidError

    try:
        _liquid(0).from_string(text)
    except LiquidError as error:
        return f"{error.message}."
    except RecursionError:
        return "it is nested too deeply."
    return ""


@cache
def _liquid(most: int) -> "Environment":
    # Liquid takes half a second to load, and only desks that word sentences themselves need it.
    from liquid import Environment, StrictUndefined

    class Sentences(Environment):
        """Liquid that says no more than `most` characters."""

        output_stream_limit = most
        local_namespace_limit = most
        loop_iteration_limit = 1
        context_depth_limit = 8

    liquid = Sentences(undefined=StrictUndefined, autoescape=False)
    for table, kept in ((liquid.tags, TAGS), (liquid.filters, FILTERS)):
        _keep(table, kept)
    return liquid


def _keep(table: dict[str, Any], kept: frozenset[str]) -> None:
    for name in table.keys() - kept:
        del table[name]
