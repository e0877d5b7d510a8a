"""Every key that a policy file can have, by the part it stands in, with the JSON Schema of its value.

The parser knows its keys from here and the schema for editors is built from here, so the two can't part.
"""

from collections.abc import Mapping

from baton.core.followups.followup import PREFIX
from baton.core.followups.modes import CHOSEN, Mode
from baton.core.policy.model import Judging
from baton.core.policy.queue import LEVELS, MAX_CREDIT, TO_QUEUE, Assign
from baton.core.policy.rule import LAYER_OF, PRIORITIES, Action
from baton.core.policy.schema_parts import KEY, Schema, count, counts, named, one_of, part, said, some_of, steps
from baton.core.redaction.kinds import Kind
from baton.core.triggers.sensitive import KINDS

TONES = ("plain", "friendly", "formal")
ANSWERING = ("built_in", "outside")
REOPEN = ("bot", "queue")
OTHER_TOPICS = (*KINDS, "sales")
"""What else a queue can name as a topic, beside policy topics and attributes."""

ASSIGN = tuple(one.value for one in Assign)
REDACTED = tuple(kind.value for kind in Kind)
MODES = tuple(mode.value for mode in CHOSEN)
ENDS = (Mode.TICKET.value, Mode.CALLBACK.value, Mode.EMAIL.value)
"""Where a fallback chain can end: each of them has somebody who must act."""
MOST_WAIT = 7 * 24 * 3600
"""Seconds, the longest wait that a step or a target can name: a week."""

MOST_QUIET = 30 * 24
"""Hours, the longest silence after which the desk closes what the bot answered: a month."""

MOST_KEPT = 3650
"""Days, the longest that a resolved conversation can be said to be kept: ten years."""

SIGNALS = tuple(kind.value for kind in LAYER_OF)
ACTIONS = tuple(action.value for action in Action)
LANGUAGE_CODE = "[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"
RULE_ID = "[a-z][a-z0-9_-]{0,59}"
MAX_PHRASE = 200
MAX_PATTERNS = 100
MAX_RULES = 500
MAX_EXAMPLE = 500
"""Characters of an example."""
MAX_EXAMPLES = 5_000
"""Examples in a whole policy."""


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


COUNTERS = ("turns", "unanswered", "clarified", "failures")
"""Facts that a condition compares with a whole number."""

MOST: Mapping[str, int] = {"sources": 1000, "source_age": 36_500} | dict.fromkeys(COUNTERS, 1000)
"""The largest number that each counted fact is compared with."""

_QUEUE_STEP: Schema = {"type": "string", "pattern": f"^{TO_QUEUE}{KEY}$"}
_CREDITS: Schema = {
    "type": "object",
    "propertyNames": one_of(list(PRIORITIES)),
    "additionalProperties": count(0, MAX_CREDIT),
}

KEYS: Mapping[str, Mapping[str, Schema]] = {
    "policy": {
        "policy": said("The policy's name, shown in the console.", TEXT),
        "language": said("The language your team works in, such as en or pt-BR.", LANGUAGE),
        "languages": said("The languages that your customers are served in.", LANGUAGES),
        "bot": said("What the bot is called and how it sounds.", part("bot")),
        "thresholds": said("How sure an answer must be.", part("thresholds")),
        "limits": said("How often the bot may ask back.", part("limits")),
        "sources": said("When a source is too old to be trusted fully.", part("sources")),
        "model": said("What a language model may use.", part("model")),
        "conversation": said("What happens after a conversation is resolved.", part("conversation")),
        "dispositions": said("How conversations end; without it, the usual six.", named("disposition")),
        "copy": said("Your own wordings of the desk's sentences, by language.", COPY),
        "queues": said("Where conversations wait, who owns them, when they are open.", named("queue")),
        "routing": said("What holds for all queues: weights, credits, the time of grace.", part("routing")),
        "callbacks": said("When customers can be called back.", part("callbacks")),
        "tickets": said("How tickets are named.", part("tickets")),
        "topics": said("What the bot must not decide.", named("topic")),
        "attributes": said("Facts about customers that rules can name.", named("attribute")),
        "facts": said("Facts of your own that a packet shows.", named("fact")),
        "words": said("Words and expressions of your own that conditions can name.", named("words")),
        "rules": said(
            "When to hand off, offer a person, ask back.",
            {"type": "array", "minItems": 1, "maxItems": MAX_RULES, "items": part("rule")},
        ),
    },
    "bot": {
        "name": said("How the bot is called in the chat.", TEXT),
        "tone": said("How it sounds.", one_of(TONES)),
        "answers": said("Who answers: built_in, or a bot of your own outside.", one_of(ANSWERING)),
        "close_after_hours": said("Hours of silence that close what it answered; 0: never.", count(0, MOST_QUIET)),
    },
    "thresholds": {
        "answer": said("What any answer must reach.", SHARE),
        "policy_answer": said("What an answer about a policy topic must reach.", SHARE),
    },
    "limits": {
        "clarifications": said("Questions back in a row.", count(0, 5)),
        "questions_before_handoff": said("Questions back since the last answer, in a row or not.", count(0, 10)),
    },
    "sources": {
        "stale_after_days": said("Days since it was last read; 0: only a review date counts.", count(0, 3650)),
        "stale_trust": said("What is left of an answer's confidence then.", SHARE),
    },
    "model": {
        "daily_tokens": said("Tokens a day; 0 for no limit.", count(0, 1_000_000_000)),
        "packets": said("Whether it improves packets too; true where left out.", FLAG),
    },
    "conversation": {
        "reopen": said("Who gets one that goes on after it was resolved.", one_of(REOPEN)),
        "erase_after_days": said("Days after which a resolved one is erased for good; 0: never.", count(0, MOST_KEPT)),
    },
    "disposition": {
        "name": said("How your team calls it.", TEXT),
        "retired": said("It is no longer given; its name stays readable.", FLAG),
    },
    "queue": {
        "name": said("How people call it.", TEXT),
        "owner": said("Who answers for it, a person or a team.", TEXT),
        "hours": said("When it is open.", part("hours")),
        "default": said("True in the one queue that gets what no other names.", FLAG),
        "topics": said("Topics, kinds of data and attributes that are sent here.", TEXTS),
        "examples": said("Messages that belong here; others like them are sent here too.", EXAMPLES),
        "languages": said("The languages that it serves; all of them where left out.", LANGUAGES),
        "skills": said("Skills that an operator needs, each with the least level.", counts(*LEVELS)),
        "tiers": said("The customers' tiers that it serves; all where left out.", TEXTS),
        "region": said("The customers' region that it serves; all where left out.", TEXT),
        "target_s": said("Seconds within which a person should reply first.", count(1, MOST_WAIT)),
        "assign": said("pull: taken from the list; push: offered to one after the other.", one_of(ASSIGN)),
        "offer_s": said("Seconds that an offer stands.", count(5, 600)),
        "relax": said("What is no longer asked for as the wait grows.", steps("relax")),
        "modes": said("How a person may answer, the preferred first.", some_of(MODES)),
        "fallback": said("Where it goes when nobody claims it; the last step is never silence.", steps("fallback")),
        "redact": said("What is masked in its packets; card and secret always are.", some_of(REDACTED)),
    },
    "relax": {
        "after_s": said("Seconds of waiting.", count(0, MOST_WAIT)),
        "drop": said("A skill that is no longer needed, or language.", TEXT),
        "lower": said("By how many levels every skill may be less.", count(1, LEVELS[1] - 1)),
    },
    "fallback": {
        "after_s": said("Seconds of waiting in this queue.", count(0, MOST_WAIT)),
        "to": said("ticket, callback, email, or queue:ID.", {"anyOf": [one_of(ENDS), _QUEUE_STEP]}),
    },
    "routing": {
        "weights": said("How much of a person's capacity a conversation takes, by channel.", counts(0, 100)),
        "credits": said("Seconds by which a priority puts a conversation ahead.", _CREDITS),
        "tiers": said("Seconds by which a customer's tier puts it ahead.", counts(0, MAX_CREDIT)),
        "grace_s": said("Seconds that an operator who was lost keeps their conversations.", count(0, 3600)),
    },
    "callbacks": {
        "minutes": said("How long the time is within which somebody calls.", count(5, 240)),
        "lead_minutes": said("How soon the first one may begin.", count(0, 7 * 24 * 60)),
        "days": said("How many days ahead one may be booked.", count(1, 60)),
        "at_once": said("Calls at the same time, in each queue.", count(1, 100)),
        "tries": said("Calls before the case becomes a ticket.", count(1, 10)),
        "retry_minutes": said("Minutes before the next try.", count(1, 7 * 24 * 60)),
    },
    "tickets": {"prefix": said("How references begin, such as HP.", {"type": "string", "pattern": f"^{PREFIX}$"})},
    "topic": {
        "when": said("When the topic goes to a person.", one_of([one.value for one in Judging])),
        "phrases": said("Your own words for it, by language.", PHRASES),
        "examples": said("Messages that need a person for it; others like them do too.", EXAMPLES),
    },
    "attribute": {
        "tag": said("A tag of the customer.", TEXT),
        "attribute": said("The name of an attribute.", TEXT),
        "equals": said("The attribute's value.", {"type": ["string", "number", "boolean"]}),
        "at_least": said("The least number the attribute must be.", {"type": "number"}),
    },
    "words": {
        "phrases": said("Plain words by language, found as whole words.", PHRASES),
        "matches": said("Regular expressions in RE2's form.", TEXTS),
    },
    "fact": {
        "name": said("What your team calls it.", TEXT),
        "matches": said("Regular expressions in RE2's form that it looks like.", TEXTS),
    },
    "rule": {
        "id": said("Its name in the audit trail.", {"type": "string", "pattern": f"^{RULE_ID}$"}),
        "when": said("The signal that makes it fire.", one_of(SIGNALS)),
        "if": said("A condition that must hold as well.", part("condition")),
        "then": said("What happens.", one_of(ACTIONS)),
        "topics": said("Only these topics, attributes or kinds of data.", TEXTS),
        "along_with": said("A second signal that must be there too.", one_of(SIGNALS)),
        "at_least": said("How strong the signal must be.", SHARE),
        "times": said("For how many turns in a row.", count(1, 20)),
        "queue": said("Where it goes; else by topic, else the default queue.", TEXT),
        "priority": said("How soon a person should see it.", one_of(list(PRIORITIES))),
    },
    "condition": {
        "all": said("Every one of these must hold.", part("conditions")),
        "any": said("At least one of these must hold.", part("conditions")),
        "not": said("This must not hold.", part("condition")),
        "channel": said("The way the message came, such as web or api.", TEXTS),
        "language": said("The language of the conversation; de means de-AT too.", LANGUAGES),
        "verified": said("Whether a server key vouched for who the customer is.", FLAG),
        "customer": said("Facts about the customer, from `attributes`.", TEXTS),
        "label": said("A label that your team has put on the conversation.", TEXTS),
        "says": said("Your own words, from `words`.", TEXTS),
        "topic": said("What it is about.", TEXTS),
        "signal": said("A signal that was noticed.", some_of(SIGNALS)),
        "hours": said("The moment lies within these hours.", part("hours")),
        "open": said("This queue is open now.", TEXT),
        "turns": said("Which message of the customer it is, from 1.", part("count")),
        "unanswered": said("Messages in a row before this one without an answer.", part("count")),
        "clarified": said("Questions back in a row before this one.", part("count")),
        "failures": said("Answers in a row before this one that did not help.", part("count")),
        "returned": said("The bot got the conversation back from a person or the queue.", FLAG),
        "reopened": said("It is the first message after the conversation was resolved.", FLAG),
        "confidence": said("How sure the answer is, from 0 to 1.", part("share")),
        "sources": said("How many different sources the answer cites.", part("count")),
        "source_age": said("Days since the oldest cited source was looked at.", part("count")),
        "stale": said("A cited source is past its review.", FLAG),
        "tools": said("What a tool said last, by its name.", {"type": "object", "additionalProperties": TEXTS}),
    },
}
"""Every key, by part."""
