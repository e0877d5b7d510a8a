"""The `if` of a rule, read from the file."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from baton.core.hours.hours import Hours
from baton.core.ids import QueueId
from baton.core.labels import label_name, misnamed
from baton.core.policy.condition import (
    Condition,
    Every,
    Fact,
    IsSo,
    Not,
    Number,
    OneOf,
    Some,
    ToolSaid,
    Within,
)
from baton.core.policy.fields import Fields, Problems, open_entries, open_table, read_hours, read_texts
from baton.core.policy.keys import KEYS, MOST, SIGNALS
from baton.core.policy.problems import did_you_mean
from baton.core.policy.tree import Listing, Node, Scalar

_FLAGS = ("verified", "returned", "reopened", "stale")
_NUMBERS = (*MOST, "confidence")
MAX_PARTS = 50
"""Parts that an `all` or `any` may have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What rules and conditions can name in this file."""

    topics: frozenset[str]
    attributes: frozenset[str]
    words: frozenset[str]
    queues: Mapping[QueueId, Hours]

    def check(self, text: Scalar, known: Collection[str], what: str, problems: Problems) -> None:
        """Tell where a name isn't known."""
        if text.value not in known:
            problems.at(text, f'{what} "{text.value}" is not known here.', did_you_mean(str(text.value), known))

    def queue(self, part: Fields, key: str, problems: Problems) -> str:
        """The queue that a key names, told where there is none of that name; empty where the key is absent."""
        queue = part.text(key, default="")
        if queue and queue not in self.queues:
            hint = did_you_mean(queue, self.queues)
            problems.at(part.node(key) or part.table, f'There is no queue "{queue}" here.', hint)
        return queue


def parse_condition(node: Node, names: Names, problems: Problems) -> Condition | None:
    """The condition of a table: all that it says must hold. None where it can't be read, which is told."""
    part = open_table(node, "A condition", KEYS["condition"], problems)
    if part is None:
        return None
    if not part.nodes:
        problems.at(node, "This condition says nothing.", "Write a comparison, such as `{channel: api}`.")
    read = (_comparison(part, key, names, problems) for key in part.nodes if part.node(key) is not None)
    found = [condition for condition in read if condition is not None]
    return found[0] if len(found) == 1 else Every(tuple(found))


def _comparison(part: Fields, key: str, names: Names, problems: Problems) -> Condition | None:
    node = part.nodes[key]
    if key in ("all", "any"):
        return _joined(node, key, names, problems)
    if key == "not":
        inner = parse_condition(node, names, problems)
        return Not(inner) if inner is not None else None
    if key in _FLAGS:
        return IsSo(Fact(key), part.flag(key))
    if key in _NUMBERS:
        return _number(node, key, problems)
    if key == "hours":
        return Within(read_hours(node, problems))
    if key == "open":
        queue = QueueId(names.queue(part, key, problems))
        return Within(names.queues[queue], queue) if queue in names.queues else None
    if key == "tools":
        return _tools(node, problems)
    if key == "label":
        return _labels(part, problems)
    return _one_of(part, key, names, problems)


def _joined(node: Node, key: str, names: Names, problems: Problems) -> Condition | None:
    if not isinstance(node, Listing) or not 0 < len(node.items) <= MAX_PARTS:
        hint = f"Write `{key}: [{{channel: api}}, {{verified: false}}]`."
        problems.at(node, f'"{key}" must be a list of 1 to {MAX_PARTS} conditions.', hint)
        return None
    found = [parse_condition(item, names, problems) for item in node.items]
    parts = tuple(part for part in found if part is not None)
    return Every(parts) if key == "all" else Some(parts)


def _one_of(part: Fields, key: str, names: Names, problems: Problems) -> Condition | None:
    texts = part.texts(key)
    known: Mapping[str, tuple[Collection[str], str]] = {
        "customer": (names.attributes, "attribute"),
        "says": (names.words, "set of words"),
        "topic": (names.topics, "topic"),
        "signal": (SIGNALS, "signal"),
    }
    if key in known:
        for text in texts:
            names.check(text, known[key][0], known[key][1], problems)
    elif not texts:
        problems.at(part.nodes[key], f'"{key}" must name at least one.')
    return OneOf(Fact(key), tuple(str(text.value).strip() for text in texts)) if texts else None


def _labels(part: Fields, problems: Problems) -> Condition | None:
    """Labels as the desk keeps them, however they are written here."""
    texts = part.texts("label")
    for text in texts:
        if flaw := misnamed(label_name(str(text.value))):
            problems.at(text, f'"{text.value}" can\'t be a label.', flaw)
    if not texts:
        problems.at(part.nodes["label"], '"label" must name at least one.')
    return OneOf(Fact.LABEL, tuple(label_name(str(text.value)) for text in texts)) if texts else None


def _tools(node: Node, problems: Problems) -> Condition | None:
    entries = open_entries(node, '"tools"', problems)
    said = [
        ToolSaid(str(name.value), tuple(str(text.value) for text in read_texts(value, "What a tool said", problems)))
        for name, value in entries or ()
    ]
    if entries is not None and not said:
        problems.at(node, '"tools" must name at least one.', "Write `tools: {order_status: failed}`.")
    return said[0] if len(said) == 1 else Every(tuple(said)) if said else None


def _number(node: Node, key: str, problems: Problems) -> Condition | None:
    """A number exactly, or the bounds of one. A share is never compared exactly: no two are the same."""
    is_share = key == "confidence"
    if isinstance(node, Scalar) and not is_share:
        value = _bound(node, key, problems)
        return None if value is None else Number(Fact(key), at_least=value, below=value + 1)
    part = open_table(node, f'"{key}"', ("at_least", "below"), problems)
    if part is None:
        return None
    number = Number(Fact(key))
    for name in ("at_least", "below"):
        bound = part.node(name)
        value = None if bound is None else _bound(bound, key, problems)
        number = replace(number, **{name: value})
    if number.at_least is None and number.below is None:
        problems.at(node, f'"{key}" needs "at_least", "below", or both.')
    return number


def _bound(node: Node, key: str, problems: Problems) -> float | None:
    value = node.value if isinstance(node, Scalar) else None
    if key == "confidence":
        if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
            return float(value)
        problems.at(node, f'"{key}" is compared with a number from 0 to 1.')
    elif isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST[key]:
        return value
    else:
        problems.at(node, f'"{key}" is compared with a whole number from 0 to {MOST[key]}.')
    return None
