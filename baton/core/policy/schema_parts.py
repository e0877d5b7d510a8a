"""Pieces that the schema of a policy file is made of."""

from collections.abc import Mapping
from typing import Any

KEY = "[a-z][a-z0-9_-]{0,39}"

Schema = Mapping[str, Any]


def said(about: str, schema: Schema) -> Schema:
    """A schema with a sentence on what it is."""
    return {"description": about, **schema}


def one_of(values: tuple[str, ...] | list[str]) -> Schema:
    """One of these words."""
    return {"enum": list(values)}


def some_of(values: tuple[str, ...]) -> Schema:
    """One of these words, or several."""
    return {"anyOf": [one_of(values), {"type": "array", "items": one_of(values)}]}


def part(name: str) -> Schema:
    """A part that the schema defines elsewhere."""
    return {"$ref": f"#/$defs/{name}"}


def named(name: str, pattern: str = KEY) -> Schema:
    """A table whose keys the tenant chooses."""
    return {
        "type": "object",
        "propertyNames": {"pattern": f"^{pattern}$"},
        "additionalProperties": part(name),
    }


def count(least: int, most: int) -> Schema:
    """A whole number in these bounds."""
    return {"type": "integer", "minimum": least, "maximum": most}


def counts(least: int, most: int) -> Schema:
    """Names of the tenant's own, each with a whole number."""
    return {"type": "object", "propertyNames": {"pattern": f"^{KEY}$"}, "additionalProperties": count(least, most)}


def steps(name: str) -> Schema:
    """A part, or several in their order."""
    return {"anyOf": [part(name), {"type": "array", "minItems": 1, "items": part(name)}]}
