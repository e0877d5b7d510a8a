"""Every key that a policy file can have, by the part it stands in, with the JSON Schema of its value.

The parser knows its keys from here and the schema for editors is built from here, so the two can't part.
"""

from collections.abc import Mapping
from typing import Any

from baton.core.followups import PREFIX
from baton.core.modes import Mode
from baton.core.policy.model import Judging
from baton.core.policy.queue import LEVELS, MAX_CREDIT, TO_QUEUE, Assign
from baton.core.policy.rule import LAYER_OF, PRIORITIES, Action
from baton.core.triggers.sensitive import KINDS

TONES = ("plain", "friendly", "formal")
ANSWERING = ("built_in", "outside")
REOPEN = ("bot", "queue")
OTHER_TOPICS = (*KINDS, "sales")
"""What else a queue can name as a topic, beside policy topics and attributes."""

ASSIGN = tuple(one.value for one in Assign)
MODES = tuple(mode.value for mode in Mode)
ENDS = (Mode.TICKET.value, Mode.CALLBACK.value, Mode.EMAIL.value)
"""Where a fallback chain can end: each of them has somebody who must act."""
MOST_WAIT = 7 * 24 * 3600
"""Seconds, the longest wait that a step or a target can name: a week."""

SIGNALS = tuple(kind.value for kind in LAYER_OF)
ACTIONS = tuple(action.value for action in Action)
LANGUAGE_CODE = "[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"
KEY = "[a-z][a-z0-9_-]{0,39}"
RULE_ID = "[a-z][a-z0-9_-]{0,59}"
MAX_PHRASE = 200
MAX_PATTERNS = 100
MAX_RULES = 500
MAX_EXAMPLE = 500
"""Characters of an example."""
MAX_EXAMPLES = 5_000
"""Examples in a whole policy."""

Schema = Mapping[str, Any]


def _said(about: str, schema: Schema) -> Schema:
    return {"description": about, **schema}


def _one_of(values: tuple[str, ...] | list[str]) -> Schema:
    return {"enum": list(values)}


def _some_of(values: tuple[str, ...]) -> Schema:
    return {"anyOf": [_one_of(values), {"type": "array", "items": _one_of(values)}]}


def _part(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _named(name: str, pattern: str = KEY) -> Schema:
    """A table whose keys the tenant chooses."""
    return {
        "type": "object",
        "propertyNames": {"pattern": f"^{pattern}$"},
        "additionalProperties": _part(name),
    }


TEXT: Schema = {"type": "string", "pattern": r"\S"}
TEXTS: Schema = {"anyOf": [TEXT, {"type": "array", "items": TEXT}]}
FLAG: Schema = {"type": "boolean"}
EXAMPLE: Schema = {**TEXT, "maxLength": MAX_EXAMPLE}
EXAMPLES: Schema = {"anyOf": [EXAMPLE, {"type": "array", "items": EXAMPLE, "maxItems": MAX_EXAMPLES}]}
SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
LANGUAGE: Schema = {"type": "string", "pattern": f"^{LANGUAGE_CODE}$"}
LANGUAGES: Schema = {"anyOf": [LANGUAGE, {"type": "array", "items": LANGUAGE}]}
PHRASES: Schema = {
    "type": "object",
    "propertyNames": {"pattern": f"^{LANGUAGE_CODE}$"},
    "additionalProperties": TEXTS,
}
COPY: Schema = {**PHRASES, "additionalProperties": {"type": "object", "additionalProperties": TEXT}}


def _count(least: int, most: int) -> Schema:
    return {"type": "integer", "minimum": least, "maximum": most}


def _counts(least: int, most: int) -> Schema:
    """Names of the tenant's own, each with a whole number."""
    return {"type": "object", "propertyNames": {"pattern": f"^{KEY}$"}, "additionalProperties": _count(least, most)}


def _steps(name: str) -> Schema:
    return {"anyOf": [_part(name), {"type": "array", "minItems": 1, "items": _part(name)}]}


COUNTERS = ("turns", "unanswered", "clarified", "failures")
"""Facts that a condition compares with a whole number."""

MOST: Mapping[str, int] = {"sources": 1000, "source_age": 36_500} | dict.fromkeys(COUNTERS, 1000)
"""The largest number that each counted fact is compared with."""

_QUEUE_STEP: Schema = {"type": "string", "pattern": f"^{TO_QUEUE}{KEY}$"}
_CREDITS: Schema = {
    "type": "object",
    "propertyNames": _one_of(list(PRIORITIES)),
    "additionalProperties": _count(0, MAX_CREDIT),
}

KEYS: Mapping[str, Mapping[str, Schema]] = {
    "policy": {
        "policy": _said("The policy's name, shown in the console.", TEXT),
        "language": _said("The language your team works in, such as en or pt-BR.", LANGUAGE),
        "languages": _said("The languages that your customers are served in.", LANGUAGES),
        "bot": _said("What the bot is called and how it sounds.", _part("bot")),
        "thresholds": _said("How sure an answer must be.", _part("thresholds")),
        "limits": _said("How often the bot may ask back.", _part("limits")),
        "sources": _said("When a source is too old to be trusted fully.", _part("sources")),
        "model": _said("What a language model may use.", _part("model")),
        "conversation": _said("What happens after a conversation is resolved.", _part("conversation")),
        "copy": _said("Your own wordings of the desk's sentences, by language.", COPY),
        "queues": _said("Where conversations wait, who owns them, when they are open.", _named("queue")),
        "routing": _said("What holds for all queues: weights, credits, the time of grace.", _part("routing")),
        "callbacks": _said("When customers can be called back.", _part("callbacks")),
        "tickets": _said("How tickets are named.", _part("tickets")),
        "topics": _said("What the bot must not decide.", _named("topic")),
        "attributes": _said("Facts about customers that rules can name.", _named("attribute")),
        "facts": _said("Facts of your own that a packet shows.", _named("fact")),
        "words": _said("Words and expressions of your own that conditions can name.", _named("words")),
        "rules": _said(
            "When to hand off, offer a person, ask back.",
            {"type": "array", "minItems": 1, "maxItems": MAX_RULES, "items": _part("rule")},
        ),
    },
    "bot": {
        "name": _said("How the bot is called in the chat.", TEXT),
        "tone": _said("How it sounds.", _one_of(TONES)),
        "answers": _said("Who answers: built_in, or a bot of your own outside.", _one_of(ANSWERING)),
    },
    "thresholds": {
        "answer": _said("What any answer must reach.", SHARE),
        "policy_answer": _said("What an answer about a policy topic must reach.", SHARE),
    },
    "limits": {
        "clarifications": _said("Questions back in a row.", _count(0, 5)),
        "questions_before_handoff": _said("Questions back since the last answer, in a row or not.", _count(0, 10)),
    },
    "sources": {
        "stale_after_days": _said("Days since it was last read; 0: only a review date counts.", _count(0, 3650)),
        "stale_trust": _said("What is left of an answer's confidence then.", SHARE),
    },
    "model": {"daily_tokens": _said("Tokens a day; 0 for no limit.", _count(0, 1_000_000_000))},
    "conversation": {"reopen": _said("Who gets one that goes on after it was resolved.", _one_of(REOPEN))},
    "queue": {
        "name": _said("How people call it.", TEXT),
        "owner": _said("Who answers for it, a person or a team.", TEXT),
        "hours": _said("When it is open.", _part("hours")),
        "default": _said("True in the one queue that gets what no other names.", FLAG),
        "topics": _said("Topics, kinds of data and attributes that are sent here.", TEXTS),
        "examples": _said("Messages that belong here; others like them are sent here too.", EXAMPLES),
        "languages": _said("The languages that it serves; all of them where left out.", LANGUAGES),
        "skills": _said("Skills that an operator needs, each with the least level.", _counts(*LEVELS)),
        "tiers": _said("The customers' tiers that it serves; all where left out.", TEXTS),
        "region": _said("The customers' region that it serves; all where left out.", TEXT),
        "target_s": _said("Seconds within which a person should reply first.", _count(1, MOST_WAIT)),
        "assign": _said("pull: taken from the list; push: offered to one after the other.", _one_of(ASSIGN)),
        "offer_s": _said("Seconds that an offer stands.", _count(5, 600)),
        "relax": _said("What is no longer asked for as the wait grows.", _steps("relax")),
        "modes": _said("How a person may answer, the preferred first.", _some_of(MODES)),
        "fallback": _said("Where it goes when nobody claims it; the last step is never silence.", _steps("fallback")),
    },
    "relax": {
        "after_s": _said("Seconds of waiting.", _count(0, MOST_WAIT)),
        "drop": _said("A skill that is no longer needed, or language.", TEXT),
        "lower": _said("By how many levels every skill may be less.", _count(1, LEVELS[1] - 1)),
    },
    "fallback": {
        "after_s": _said("Seconds of waiting in this queue.", _count(0, MOST_WAIT)),
        "to": _said("ticket, callback, email, or queue:ID.", {"anyOf": [_one_of(ENDS), _QUEUE_STEP]}),
    },
    "routing": {
        "weights": _said("How much of a person's capacity a conversation takes, by channel.", _counts(0, 100)),
        "credits": _said("Seconds by which a priority puts a conversation ahead.", _CREDITS),
        "tiers": _said("Seconds by which a customer's tier puts it ahead.", _counts(0, MAX_CREDIT)),
        "grace_s": _said("Seconds that an operator who was lost keeps their conversations.", _count(0, 3600)),
    },
    "callbacks": {
        "minutes": _said("How long the time is within which somebody calls.", _count(5, 240)),
        "lead_minutes": _said("How soon the first one may begin.", _count(0, 7 * 24 * 60)),
        "days": _said("How many days ahead one may be booked.", _count(1, 60)),
        "at_once": _said("Calls at the same time, in each queue.", _count(1, 100)),
        "tries": _said("Calls before the case becomes a ticket.", _count(1, 10)),
        "retry_minutes": _said("Minutes before the next try.", _count(1, 7 * 24 * 60)),
    },
    "tickets": {"prefix": _said("How references begin, such as HP.", {"type": "string", "pattern": f"^{PREFIX}$"})},
    "topic": {
        "when": _said("When the topic goes to a person.", _one_of([one.value for one in Judging])),
        "phrases": _said("Your own words for it, by language.", PHRASES),
        "examples": _said("Messages that need a person for it; others like them do too.", EXAMPLES),
    },
    "attribute": {
        "tag": _said("A tag of the customer.", TEXT),
        "attribute": _said("The name of an attribute.", TEXT),
        "equals": _said("The attribute's value.", {"type": ["string", "number", "boolean"]}),
        "at_least": _said("The least number the attribute must be.", {"type": "number"}),
    },
    "words": {
        "phrases": _said("Plain words by language, found as whole words.", PHRASES),
        "matches": _said("Regular expressions in RE2's form.", TEXTS),
    },
    "fact": {
        "name": _said("What your team calls it.", TEXT),
        "matches": _said("Regular expressions in RE2's form that it looks like.", TEXTS),
    },
    "rule": {
        "id": _said("Its name in the audit trail.", {"type": "string", "pattern": f"^{RULE_ID}$"}),
        "when": _said("The signal that makes it fire.", _one_of(SIGNALS)),
        "if": _said("A condition that must hold as well.", _part("condition")),
        "then": _said("What happens.", _one_of(ACTIONS)),
        "topics": _said("Only these topics, attributes or kinds of data.", TEXTS),
        "along_with": _said("A second signal that must be there too.", _one_of(SIGNALS)),
        "at_least": _said("How strong the signal must be.", SHARE),
        "times": _said("For how many turns in a row.", _count(1, 20)),
        "queue": _said("Where it goes; else by topic, else the default queue.", TEXT),
        "priority": _said("How soon a person should see it.", _one_of(list(PRIORITIES))),
    },
    "condition": {
        "all": _said("Every one of these must hold.", _part("conditions")),
        "any": _said("At least one of these must hold.", _part("conditions")),
        "not": _said("This must not hold.", _part("condition")),
        "channel": _said("The way the message came, such as web or api.", TEXTS),
        "language": _said("The language of the conversation; de means de-AT too.", LANGUAGES),
        "verified": _said("Whether a server key vouched for who the customer is.", FLAG),
        "customer": _said("Facts about the customer, from `attributes`.", TEXTS),
        "says": _said("Your own words, from `words`.", TEXTS),
        "topic": _said("What it is about.", TEXTS),
        "signal": _said("A signal that was noticed.", _some_of(SIGNALS)),
        "hours": _said("The moment lies within these hours.", _part("hours")),
        "open": _said("This queue is open now.", TEXT),
        "turns": _said("Which message of the customer it is, from 1.", _part("count")),
        "unanswered": _said("Messages in a row before this one without an answer.", _part("count")),
        "clarified": _said("Questions back in a row before this one.", _part("count")),
        "failures": _said("Answers in a row before this one that did not help.", _part("count")),
        "returned": _said("The bot got the conversation back from a person or the queue.", FLAG),
        "reopened": _said("It is the first message after the conversation was resolved.", FLAG),
        "confidence": _said("How sure the answer is, from 0 to 1.", _part("share")),
        "sources": _said("How many different sources the answer cites.", _part("count")),
        "source_age": _said("Days since the oldest cited source was changed.", _part("count")),
        "stale": _said("A cited source is past its review.", FLAG),
        "tools": _said("What a tool said last, by its name.", {"type": "object", "additionalProperties": TEXTS}),
    },
}
"""Every key, by part."""
