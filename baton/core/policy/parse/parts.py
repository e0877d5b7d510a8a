"""The parts of a policy file that rules name: topics, attributes, words."""

import re

from baton.core.facts.own import OwnFact
from baton.core.policy.fields import Fields, Problems, open_entries, open_table, read_texts
from baton.core.policy.keys import KEY, KEYS, LANGUAGE_CODE, MAX_EXAMPLE, MAX_PATTERNS, MAX_PHRASE
from baton.core.policy.model import Attribute, Judging, Topic, Words
from baton.core.policy.pattern import BadPattern, OwnPattern, own_pattern
from baton.core.policy.problems import did_you_mean
from baton.core.policy.tree import Node, Scalar, Table
from baton.core.triggers.topics import TOPICS

MAX_FACTS = 50
"""Facts of its own that a policy may name: each is looked for in every message of a handoff."""

_KEY = re.compile(KEY)
_LANGUAGE = re.compile(LANGUAGE_CODE)


def check_topic(topic: Scalar, known: set[str], problems: Problems) -> None:
    """Tell where a topic isn't known."""
    if topic.value not in known:
        problems.at(topic, f'topic "{topic.value}" is not known here.', did_you_mean(str(topic.value), known))


def parse_topics(node: Node | None, problems: Problems) -> tuple[Topic, ...]:
    """The policy topics: those that Baton knows, and the tenant's own."""
    entries = open_entries(node, '"topics"', problems) if node else None
    return tuple(topic for key, value in entries or () if (topic := _topic(key, value, problems)) is not None)


def _topic(key: Scalar, node: Node, problems: Problems) -> Topic | None:
    if not is_key(key, "topic", problems):
        return None
    name = str(key.value)
    if isinstance(node, Scalar):
        node = Table(((Scalar("when", node.line, node.column), node),), node.line, node.column)
    part = open_table(node, f'Topic "{name}"', KEYS["topic"], problems)
    if part is None:
        return None
    phrases, examples = _phrases(part.node("phrases"), name, problems), read_examples(part, problems)
    if name not in TOPICS and not phrases and not examples:
        hint = did_you_mean(name, TOPICS) + " A topic of your own needs `phrases` or `examples`."
        problems.at(key, f'topic "{name}" is not known here.', hint.strip())
        return None
    when = part.choice("when", [judging.value for judging in Judging], default=Judging.NEEDS_JUDGEMENT)
    return Topic(key=name, when=Judging(when), phrases=phrases, examples=examples)


def read_examples(part: Fields, problems: Problems) -> tuple[str, ...]:
    """Messages as customers write them, each once."""
    listed = part.texts("examples")
    for item in listed:
        if len(str(item.value)) > MAX_EXAMPLE:
            problems.at(item, f"An example is one message, at most {MAX_EXAMPLE} characters.")
    return tuple(dict.fromkeys(" ".join(str(item.value).split()) for item in listed))


def _phrases(node: Node | None, of: str, problems: Problems) -> tuple[tuple[str, str], ...]:
    entries = open_entries(node, f'"phrases" of "{of}"', problems) if node else None
    phrases: list[tuple[str, str]] = []
    for language, listed in entries or ():
        if not _LANGUAGE.fullmatch(str(language.value)):
            problems.at(language, f'"{language.value}" is no language code.', 'Write a code such as "en".')
        for item in read_texts(listed, "Phrases", problems):
            phrase = str(item.value).strip()
            if "*" in phrase or len(phrase) > MAX_PHRASE or not any(letter.isalnum() for letter in phrase):
                problems.at(item, f"A phrase is plain words, at most {MAX_PHRASE} characters, without `*`.")
            phrases.append((str(language.value), phrase))
    return tuple(phrases)


def parse_words(node: Node | None, problems: Problems) -> tuple[Words, ...]:
    """The tenant's own words that conditions can name."""
    entries = open_entries(node, '"words"', problems) if node else None
    found: list[Words] = []
    left = MAX_PATTERNS
    for key, value in entries or ():
        words = _words(key, value, left, problems)
        if words is not None:
            found.append(words)
            left -= len(words.patterns)
    return tuple(found)


def _words(key: Scalar, node: Node, left: int, problems: Problems) -> Words | None:
    part = open_table(node, f'Words "{key.value}"', KEYS["words"], problems)
    if part is None or not is_key(key, "set of words", problems):
        return None
    phrases = _phrases(part.node("phrases"), str(key.value), problems)
    matches = part.texts("matches")
    if len(matches) > left:
        hint = "Join some of them with `|`."
        problems.at(
            matches[left], f"A policy may hold {MAX_PATTERNS} regular expressions, all its words together.", hint
        )
    patterns = [_pattern(one, problems) for one in matches[:left]]
    if not phrases and not patterns:
        problems.at(key, f'Words "{key.value}" need "phrases", "matches", or both.')
    return Words(key=str(key.value), phrases=phrases, patterns=tuple(one for one in patterns if one is not None))


def parse_facts(node: Node | None, problems: Problems) -> tuple[OwnFact, ...]:
    """The tenant's own facts that packets show."""
    entries = open_entries(node, '"facts"', problems) if node else None
    if entries and len(entries) > MAX_FACTS:
        problems.at(entries[MAX_FACTS][0], f"A policy may name {MAX_FACTS} facts of its own.")
    return tuple(fact for key, value in entries or () if (fact := _fact(key, value, problems)) is not None)


def _fact(key: Scalar, node: Node, problems: Problems) -> OwnFact | None:
    part = open_table(node, f'Fact "{key.value}"', KEYS["fact"], problems)
    if part is None or not is_key(key, "fact", problems):
        return None
    patterns = tuple(found for one in part.texts("matches") if (found := _pattern(one, problems)) is not None)
    if not part.node("matches"):
        problems.at(key, f'Fact "{key.value}" needs "matches".', "Write what it looks like, such as [V-[0-9]{6}].")
    name = part.text("name", default=str(key.value).replace("_", " ").capitalize())
    return OwnFact(key=str(key.value), name=name, matches=patterns)


def _pattern(node: Scalar, problems: Problems) -> OwnPattern | None:
    try:
        return own_pattern(str(node.value))
    except BadPattern as refused:
        problems.at(node, str(refused), refused.hint)
        return None


def parse_attributes(node: Node | None, problems: Problems) -> tuple[Attribute, ...]:
    """The facts about customers that rules can name."""
    entries = open_entries(node, '"attributes"', problems) if node else None
    return tuple(found for key, value in entries or () if (found := _attribute(key, value, problems)) is not None)


def _attribute(key: Scalar, node: Node, problems: Problems) -> Attribute | None:
    part = open_table(node, f'Attribute "{key.value}"', KEYS["attribute"], problems)
    if part is None or not is_key(key, "attribute", problems):
        return None
    tag, attribute = part.text("tag", default="") or None, part.text("attribute", default="") or None
    equals, least = part.node("equals"), part.node("at_least")
    if (tag is None) == (attribute is None):
        problems.at(key, f'Attribute "{key.value}" needs either "tag" or "attribute".')
    elif attribute and (equals is None) == (least is None):
        problems.at(key, f'Attribute "{key.value}" needs either "equals" or "at_least".')
    elif tag and (equals or least):
        problems.at(key, 'A tag is there or not: "equals" and "at_least" go with "attribute".')
    value = equals.value if isinstance(equals, Scalar) else None
    amount = least.value if isinstance(least, Scalar) else None
    if equals is not None and value is None:
        problems.at(equals, '"equals" must be a single value.')
    if least is not None and (isinstance(amount, bool) or not isinstance(amount, int | float)):
        problems.at(least, '"at_least" must be a number.')
        amount = None
    return Attribute(
        key=str(key.value),
        tag=tag,
        attribute=attribute,
        equals=value,
        at_least=float(amount) if isinstance(amount, int | float) else None,
    )


def is_key(key: Scalar, what: str, problems: Problems) -> bool:
    """Whether a word can be the key of `what`; told where it can't."""
    if isinstance(key.value, str) and _KEY.fullmatch(key.value):
        return True
    hint = "Use small letters, digits, - and _, beginning with a letter."
    problems.at(key, f'"{key.value}" can\'t be the key of a {what}.', hint)
    return False
