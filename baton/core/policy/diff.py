"""How two policies differ, in sentences that a support lead can read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any, cast

from baton.core.hours.hours import Hours
from baton.core.hours.words import describe_hours
from baton.core.policy.describe import describe
from baton.core.policy.model import Policy
from baton.core.policy.pattern import OwnPattern
from baton.core.policy.queue import Fallback, Relax
from baton.core.policy.queue_words import describe_counts, describe_fallback, describe_relax
from baton.core.policy.rule import Rule

FEW = 3
"""Examples that are named, of those that came or went."""


class What(StrEnum):
    """What happened to a part of the policy."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: in which part of the file, of which key, and what it is in words."""

    what: What
    part: str
    key: str
    says: str


def diff(before: Policy, after: Policy) -> tuple[Difference, ...]:
    """Every difference, the rules first."""
    return (*_rules(before, after), *_named_parts(before, after), *_settings(before, after))


def _rules(before: Policy, after: Policy) -> Iterator[Difference]:
    old = {rule.id: rule for rule in before.in_order()}
    new = {rule.id: rule for rule in after.in_order()}
    for key in old.keys() - new.keys():
        yield Difference(What.REMOVED, "rules", key, f"{key} is gone. It said: {describe(old[key], before)}")
    for key, rule in new.items():
        if key not in old:
            yield Difference(What.ADDED, "rules", key, f"{key} is new. {describe(rule, after)}")
        elif rule != old[key]:
            yield Difference(What.CHANGED, "rules", key, _rule_change(old[key], rule, before, after))
    yield from _moves([key for key in old if key in new], [key for key in new if key in old])


def _rule_change(old: Rule, new: Rule, before: Policy, after: Policy) -> str:
    was, now = describe(old, before), describe(new, after)
    if was == now:
        return f"{new.id} is changed: {_fields(old, new)}."
    return f"{new.id} is changed. It said: {was} It says now: {now}"


def _moves(old: Sequence[str], new: Sequence[str]) -> Iterator[Difference]:
    """Rules that stand elsewhere among those that both have, as few as tell the whole change."""
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    stayed = {key for block in blocks for key in old[block.a : block.a + block.size]}
    for place, key in enumerate(new):
        if key not in stayed:
            behind = f"behind {new[place - 1]}" if place else "first"
            yield Difference(What.MOVED, "rules", key, f"{key} is asked {behind} now.")


def _named_parts(before: Policy, after: Policy) -> Iterator[Difference]:
    for part in ("queues", "topics", "attributes", "facts", "words", "dispositions"):
        old, new = _by_key(getattr(before, part)), _by_key(getattr(after, part))
        for key in old.keys() - new.keys():
            yield Difference(What.REMOVED, part, key, f"{_one(part)} {key} is gone.")
        for key, value in new.items():
            if key not in old:
                yield Difference(What.ADDED, part, key, f"{_one(part)} {key} is new.")
            elif value != old[key]:
                yield Difference(What.CHANGED, part, key, f"{_one(part)} {key} is changed: {_fields(old[key], value)}.")


def _settings(before: Policy, after: Policy) -> Iterator[Difference]:
    for part in ("bot", "thresholds", "limits", "sources", "model", "routing", "callbacks", "tickets"):
        old, new = getattr(before, part), getattr(after, part)
        if old != new:
            yield Difference(What.CHANGED, part, part, f"{part.capitalize()}: {_fields(old, new)}.")
    yield from _wordings(before, after)
    for name in ("name", "language", "languages", "reopen", "erase_after_days"):
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            says = f"{name.replace('_', ' ').capitalize()}: {_said(old)} before, {_said(new)} now."
            yield Difference(What.CHANGED, name, name, says)


def _wordings(before: Policy, after: Policy) -> Iterator[Difference]:
    """The sentences that are worded otherwise: what was said goes as it stood in the file."""
    old = {(one.language, one.key): one.text for one in before.copy}
    new = {(one.language, one.key): one.text for one in after.copy}
    for language, key in sorted(old.keys() | new.keys()):
        was, now = old.get((language, key)), new.get((language, key))
        if was != now:
            what = What.CHANGED if was and now else What.ADDED if now else What.REMOVED
            says = f"{key} in {language}: {was or 'the built-in sentence'} Now: {now or 'the built-in sentence'}"
            yield Difference(what, "copy", f"{language}.{key}", says)


def _by_key(parts: Sequence[Any]) -> Mapping[str, Any]:
    return {str(getattr(one, "key", None) or one.id): one for one in parts}


def _one(part: str) -> str:
    return part.capitalize() if part == "words" else part.capitalize().removesuffix("s")


def _fields(old: Any, new: Any) -> str:
    """The fields in which two parts differ, each with what it was and is."""
    names = (field.name for field in fields(new) if field.compare)
    return ", ".join(
        _examples(old.examples, new.examples)
        if name == "examples"
        else f"{name.replace('_', ' ')} {_said(getattr(old, name))} before, {_said(getattr(new, name))} now"
        for name in names
        if getattr(old, name) != getattr(new, name)
    )


def _examples(old: tuple[str, ...], new: tuple[str, ...]) -> str:
    """Which messages came and went: there may be thousands, so the first few are named."""
    known, kept = set(old), set(new)
    came, went = [one for one in new if one not in known], [one for one in old if one not in kept]
    said = [
        f"{len(some)} {what} ({'; '.join(some[:FEW])}{'; …' if len(some) > FEW else ''})"
        for some, what in ((came, "added"), (went, "removed"))
        if some
    ]
    return f"examples {' and '.join(said) or 'in another order'}"


def _said(value: Any) -> str:
    if isinstance(value, Hours):
        return describe_hours(value)
    if isinstance(value, OwnPattern):
        return value.text
    if isinstance(value, Relax):
        return describe_relax(value)
    if isinstance(value, Fallback):
        return describe_fallback(value)
    if isinstance(value, Mapping):
        return describe_counts(cast("Mapping[str, int]", value)) or "none"
    if isinstance(value, tuple):
        return ", ".join(_said(one) for one in cast("tuple[Any, ...]", value)) or "none"
    return "none" if value is None or value == "" else f"{value:g}" if isinstance(value, float) else str(value)
