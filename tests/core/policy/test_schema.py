"""The JSON Schema and the parser accept the same keys and refuse the same slips."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from baton.core.policy.keys import KEYS
from baton.core.policy.parse.whole import parse
from baton.core.policy.problems import PolicyErrors
from baton.core.policy.schema import schema
from baton.services.policy.policies import default_source

SCHEMA = Draft202012Validator(schema())

FULL: dict[str, Any] = {
    "policy": "Full",
    "language": "en",
    "languages": ["en", "de"],
    "bot": {"name": "B", "tone": "plain", "answers": "built_in", "close_after_hours": 48},
    "thresholds": {"answer": 0.7, "policy_answer": 0.8},
    "limits": {"clarifications": 1, "questions_before_handoff": 3},
    "sources": {"stale_after_days": 90, "stale_trust": 0.5},
    "model": {"daily_tokens": 50_000, "packets": False},
    "conversation": {"reopen": "queue", "erase_after_days": 365},
    "copy": {"en": {"sent": "All of it is with them."}},
    "queues": {
        "support": {
            "name": "S", "owner": "A", "hours": "always", "default": False, "topics": ["refund"], "languages": ["en", "de"],
            "skills": {"refunds": 3}, "tiers": ["gold"], "region": "EU", "target_s": 300, "assign": "push", "offer_s": 20,
            "relax": [{"after_s": 60, "lower": 1}, {"after_s": 120, "drop": "refunds"}, {"after_s": 180, "drop": "language"}],
            "modes": ["queued", "live", "callback", "ticket", "email"],
            "redact": ["card", "id", "health", "secret"],
            "fallback": [{"after_s": 300, "to": "queue:second"}, {"after_s": 900, "to": "ticket"}],
        },
        "second": {"owner": "B", "default": True},
    },
    "routing": {"weights": {"web": 1, "voice": 4}, "credits": {"high": 600}, "tiers": {"gold": 120}, "grace_s": 30},
    "callbacks": {"minutes": 20, "lead_minutes": 60, "days": 5, "at_once": 2, "tries": 2, "retry_minutes": 30},
    "tickets": {"prefix": "HP"},
    "topics": {"refund": "always", "warranty": {"when": "needs_judgement", "phrases": {"en": ["warranty case"]}}},
    "attributes": {"vip": {"tag": "vip"}, "big": {"attribute": "ltv", "at_least": 3}, "gold": {"attribute": "plan", "equals": "g"}},
    "facts": {"contract": {"name": "Contract", "matches": "V-[0-9]{6}"}},
    "dispositions": {"paid": {"name": "Paid back"}, "spam": {"retired": True}},
    "words": {"outage": {"phrases": {"en": "is down"}, "matches": ["down+"]}},
    "rules": [
        {"id": "a", "when": "no_source", "then": "offer", "topics": ["refund"], "along_with": "policy_topic",
         "at_least": 0.5, "times": 2, "queue": "support", "priority": "high", "if": {"channel": "web"}},
    ],
}  # fmt: skip
CONDITIONS: dict[str, Any] = {
    "all": [{"channel": "web"}],
    "any": [{"channel": "web"}],
    "not": {"channel": "web"},
    "channel": ["web", "api"],
    "language": "de",
    "verified": True,
    "customer": "vip",
    "label": ["press"],
    "says": "outage",
    "topic": "refund",
    "signal": ["distress"],
    "hours": {"timezone": "Europe/Berlin", "mon-fri": ["09:00-17:00"]},
    "open": "support",
    "turns": {"at_least": 2},
    "unanswered": 1,
    "clarified": {"below": 2},
    "failures": {"at_least": 1, "below": 3},
    "returned": False,
    "reopened": True,
    "confidence": {"below": 0.9},
    "sources": {"below": 2},
    "source_age": {"at_least": 365},
    "stale": True,
    "tools": {"order_status": ["failed"]},
}


def _by_parser(value: Any) -> bool:
    try:
        parse(json.dumps(value))  # which is YAML too, and sooner written
    except PolicyErrors:
        return False
    return True


def _with(place: tuple[Any, ...], value: Any) -> dict[str, Any]:
    """The full policy with one value in its place."""
    changed: Any = _copy(FULL)
    inner = changed
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = value
    return changed


def _copy(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copy(inner) for key, inner in value.items()}
    return [_copy(inner) for inner in value] if isinstance(value, list) else value


PARTS: dict[str, tuple[Any, ...]] = {
    "policy": (),
    "bot": ("bot",),
    "thresholds": ("thresholds",),
    "limits": ("limits",),
    "sources": ("sources",),
    "model": ("model",),
    "conversation": ("conversation",),
    "queue": ("queues", "support"),
    "relax": ("queues", "support", "relax", 0),
    "fallback": ("queues", "support", "fallback", 0),
    "routing": ("routing",),
    "callbacks": ("callbacks",),
    "tickets": ("tickets",),
    "topic": ("topics", "warranty"),
    "attribute": ("attributes", "vip"),
    "fact": ("facts", "contract"),
    "disposition": ("dispositions", "paid"),
    "words": ("words", "outage"),
    "rule": ("rules", 0),
    "condition": ("rules", 0, "if"),
}


def test_the_schema_is_one_and_takes_the_default_policy() -> None:
    Draft202012Validator.check_schema(schema())
    assert list(SCHEMA.iter_errors(YAML(typ="safe").load(default_source()))) == []


def test_a_policy_with_every_key_is_taken_by_both() -> None:
    assert [error.message for error in SCHEMA.iter_errors(FULL)] == []
    assert _by_parser(FULL)
    assert set(PARTS) == set(KEYS)


@pytest.mark.parametrize("key", list(KEYS["condition"]))
def test_every_comparison_is_taken_by_both(key: str) -> None:
    policy = _with(("rules", 0, "if"), {key: CONDITIONS[key]})
    assert [error.message for error in SCHEMA.iter_errors(policy)] == []
    assert _by_parser(policy)


@pytest.mark.parametrize("part", list(PARTS))
def test_a_key_that_does_not_exist_is_refused_by_both(part: str) -> None:
    policy = _with((*PARTS[part], "no_such_key"), "x")
    assert not SCHEMA.is_valid(policy)
    assert not _by_parser(policy)


@pytest.mark.wide
@pytest.mark.parametrize(
    ("place", "value"),
    [(place, value) for part, place in PARTS.items() for value in ("text", 7, [], {"a": "b"}) if part != "policy"],
)
def test_a_part_of_the_wrong_shape_is_never_refused_by_the_parser_alone(place: tuple[Any, ...], value: Any) -> None:
    policy = _with(place, value)
    assert not _by_parser(policy)
    assert not SCHEMA.is_valid(policy)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("thresholds", "answer"), 70),
        (("limits", "clarifications"), 9),
        (("callbacks", "minutes"), 4),
        (("tickets", "prefix"), "hp"),
        (("bot", "tone"), "rude"),
        (("language",), "klingon!"),
        (("topics", "refund"), "sometimes"),
        (("rules", 0, "when"), "small_talk"),
        (("rules", 0, "then"), "hand_off"),
        (("rules", 0, "times"), 0),
        (("rules", 0, "priority"), "top"),
        (("rules", 0, "if"), {"confidence": 0.5}),
        (("rules", 0, "if"), {"verified": "yes"}),
        (("rules", 0, "if"), {"any": []}),
        (("rules", 0, "if"), {}),
        (("rules",), []),
        (("queues", "Support!"), {"owner": "A"}),
        (("queues", "support", "skills"), {"refunds": 6}),
        (("queues", "support", "skills"), {"refunds": 0}),
        (("queues", "support", "skills"), {"Refunds": 3}),
        (("queues", "support", "skills"), ["refunds"]),
        (("queues", "support", "languages"), ["klingon!"]),
        (("queues", "support", "target_s"), 0),
        (("queues", "support", "target_s"), "5 minutes"),
        (("queues", "support", "assign"), "shove"),
        (("queues", "support", "offer_s"), 2),
        (("queues", "support", "modes"), ["live", "pigeon"]),
        (("queues", "support", "relax"), [{"after_s": 60}]),
        (("queues", "support", "relax"), [{"lower": 1}]),
        (("queues", "support", "relax"), [{"after_s": 60, "lower": 1, "drop": "refunds"}]),
        (("queues", "support", "fallback"), []),
        (("queues", "support", "fallback"), [{"after_s": 60}]),
        (("queues", "support", "fallback"), [{"to": "ticket"}]),
        (("queues", "support", "fallback"), [{"after_s": 60, "to": "live"}]),
        (("queues", "support", "fallback"), [{"after_s": -1, "to": "ticket"}]),
        (("routing", "credits"), {"top": 60}),
        (("routing", "credits"), {"high": 3601}),
        (("routing", "weights"), {"web": -1}),
        (("routing", "grace_s"), 4000),
    ],
)
def test_a_value_that_can_not_be_is_refused_by_both(place: tuple[Any, ...], value: Any) -> None:
    policy = _with(place, value)
    assert not _by_parser(policy)
    assert not SCHEMA.is_valid(policy)
