"""The JSON Schema of a policy file, for editors. It is built from the table that the parser takes its keys from."""

from typing import Any

from baton.core.policy.keys import KEYS, MOST

_SHORT: dict[str, dict[str, Any]] = {
    "hours": {
        "anyOf": [{"enum": ["always", "24/7"]}, {"type": "object", "required": ["timezone"]}],
        "description": 'always, or a timezone and spans per day, such as mon-fri: ["09:00-17:30"].',
    },
    "topic": {"anyOf": [{"enum": KEYS["topic"]["when"]["enum"]}, {"$ref": "#/$defs/own_topic"}]},
    "conditions": {"type": "array", "minItems": 1, "maxItems": 50, "items": {"$ref": "#/$defs/condition"}},
}
_NEEDED = {
    "policy": ["queues", "rules"],
    "queue": ["owner"],
    "relax": ["after_s"],
    "fallback": ["after_s", "to"],
    "rule": ["id", "when", "then"],
}


def schema() -> dict[str, Any]:
    """The whole schema, JSON Schema 2020-12."""
    parts = {name: _table(name) for name in KEYS if name not in ("policy", "topic")}
    parts |= {"own_topic": _table("topic")} | _SHORT
    parts["condition"] |= {"minProperties": 1}
    parts["relax"] |= {"oneOf": [{"required": ["drop"]}, {"required": ["lower"]}]}
    parts |= {"count": _bounds("integer", max(MOST.values())), "share": _bounds("number", 1)}
    parts["count"] = {"anyOf": [{"type": "integer", "minimum": 0, "maximum": max(MOST.values())}, parts["count"]]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Baton policy",
        **_table("policy"),
        "$defs": parts,
    }


def _table(name: str) -> dict[str, Any]:
    needed = _NEEDED.get(name)
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {key: dict(value) for key, value in KEYS[name].items()},
        **({"required": needed} if needed else {}),
    }


def _bounds(kind: str, most: float) -> dict[str, Any]:
    bound = {"type": kind, "minimum": 0, "maximum": most}
    return {
        "type": "object",
        "additionalProperties": False,
        "minProperties": 1,
        "properties": {"at_least": bound, "below": bound},
    }
