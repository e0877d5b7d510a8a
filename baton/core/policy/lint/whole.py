"""What a policy that can be read still gets wrong: rules that never fire, that clash, that lead nowhere.

An error is something that can't be meant; a policy with one is not put in force. A warning is worth a look.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from baton.core.copy.catalogues import catalogue
from baton.core.policy.condition import CIRCUMSTANCES, Fact, IsSo, OneOf, Within, comparisons
from baton.core.policy.finding import Finding, Severity
from baton.core.policy.lint.copy import wording_flaws
from baton.core.policy.lint.places import closed_destinations, unowned_classes
from baton.core.policy.lint.queues import queue_findings
from baton.core.policy.lint.rules import contradiction, covers, never_fires
from baton.core.policy.model import Policy
from baton.core.policy.rule import Action, Layer, Rule
from baton.core.reading.language_tags import primary
from baton.core.signals import DANGER, SignalKind
from baton.core.triggers.heard import LANGUAGES

ENOUGH = 5
"""Examples below which a queue or a topic is told badly."""


def lint(policy: Policy, today: date | None = None) -> tuple[Finding, ...]:
    """Everything found, errors first, then in the order of the file; as of a day, where it is known."""
    found = [
        *_dead(policy),
        *_places(policy),
        *queue_findings(policy, today),
        *_thresholds(policy),
        *_languages(policy),
        *_loops(policy),
        *_examples(policy),
        *_gaps(policy),
        *_copy(policy),
    ]
    return tuple(sorted(found, key=lambda one: (one.severity is Severity.WARNING, one.line, one.column, one.code)))


def _at(rule: Rule, severity: Severity, code: str, message: str, hint: str = "") -> Finding:
    return Finding(severity, code, message, hint, rule.id, rule.line, rule.column)


def _dead(policy: Policy) -> Iterator[Finding]:
    rules = policy.in_order()
    for place, rule in enumerate(rules):
        why = never_fires(policy, rule) or contradiction(rule)
        if why is not None:
            yield _at(rule, Severity.ERROR, "dead_rule", f'Rule "{rule.id}" can never fire: {why}.')
            continue
        for other_place, other in enumerate(rules):
            if other is not rule and (finding := _shadowed(rule, other, is_later=place > other_place)):
                yield finding
                break
    yield from _outside(policy)


def _shadowed(rule: Rule, other: Rule, *, is_later: bool) -> Finding | None:
    """The finding that `other` leaves `rule` nothing to decide, if it does."""
    if not covers(other, rule):
        return None
    is_same = covers(rule, other)
    does_differ = (rule.then, rule.queue, rule.priority) != (other.then, other.queue, other.priority)
    if is_same and is_later:
        if does_differ:
            message = f'Rules "{other.id}" and "{rule.id}" have the same condition and do different things.'
            return _at(rule, Severity.ERROR, "clashing_rules", message, "Keep one, or narrow one of them.")
        return _at(rule, Severity.ERROR, "dead_rule", f'Rule "{rule.id}" says the same as "{other.id}".', "Keep one.")
    wins = other.then is Action.HANDOFF and (is_later or rule.then is not Action.HANDOFF)
    if is_same or not (
        wins or (is_later and other.then in (Action.OFFER, rule.then) and rule.then is not Action.HANDOFF)
    ):
        return None
    message = f'Rule "{rule.id}" never decides: whenever it fires, "{other.id}" fires too and wins.'
    return _at(rule, Severity.ERROR, "dead_rule", message, "Put the narrower rule first, or take it out.")


def _outside(policy: Policy) -> Iterator[Finding]:
    if policy.bot.answers != "outside":
        return
    for rule in policy.in_order():
        if rule.layer >= Layer.GROUNDING:
            message = f'Rule "{rule.id}" is never asked: with `answers: outside` your own bot looks things up.'
            yield _at(rule, Severity.WARNING, "never_asked", message)


def _places(policy: Policy) -> Iterator[Finding]:
    for rule, classes in unowned_classes(policy):
        named = ", ".join(classes)
        message = f"No queue names {named}, so nobody in particular owns what goes to a person by it."
        hint = f"Add it to the `topics` of a queue; of {policy.default_queue.name}, if that is where it should go."
        yield _at(rule, Severity.ERROR, "no_owner", message, hint)
    for queue, times, rules in closed_destinations(policy):
        by = ", ".join(rules[:3]) + (f" and {len(rules) - 3} more" if len(rules) > 3 else "")
        message = f'Queue "{queue.id}" is closed {times} ({queue.hours.timezone}); {by} can send customers there then.'
        hint = (
            f"They are told when it opens. Another queue can take them meanwhile: `if: {{not: {{open: {queue.id}}}}}`."
        )
        yield Finding(Severity.WARNING, "closed_destination", message, hint, None, queue.line, queue.column)


def _thresholds(policy: Policy) -> Iterator[Finding]:
    answer, policy_answer = policy.thresholds.answer, policy.thresholds.policy_answer
    if policy_answer < answer:
        message = f"An answer about a policy topic needs {policy_answer:g}, less than any other answer ({answer:g})."
        yield Finding(Severity.ERROR, "thresholds", message, "Raise `policy_answer` to `answer` or more.")


def _languages(policy: Policy) -> Iterator[Finding]:
    for language in policy.languages:
        base = primary(language)
        if primary(catalogue(language).code) != base:
            message = f'There are no sentences of the desk in "{language}"; those customers read English.'
            yield Finding(Severity.WARNING, "no_copy", message)
        if base not in LANGUAGES:
            message = f'Baton does not listen for "{language}": asks for a person in it may go unheard.'
            yield Finding(Severity.WARNING, "not_heard", message)
        named = (("Topic", one.key, one.phrases) for one in policy.topics)
        own = (("Words", one.key, () if one.patterns else one.phrases) for one in policy.words)
        for what, key, phrases in (*named, *own):
            if phrases and all(primary(code) != base for code, _ in phrases):
                message = f'{what} "{key}" has no phrase in "{language}".'
                yield Finding(Severity.WARNING, "no_phrases", message, f"Add `{language}: [...]` to its phrases.")


def _loops(policy: Policy) -> Iterator[Finding]:
    for rule in policy.in_order():
        if rule.then is not Action.HANDOFF or not _fires_again(rule):
            continue
        message = f'Rule "{rule.id}" fires on every message: what an operator hands back comes back with the next word.'
        yield _at(rule, Severity.WARNING, "hand_back_loop", message, "Add `returned: false` to its `if`.")


def _fires_again(rule: Rule) -> bool:
    """Whether nothing in the rule depends on what the customer says, or on the conversation's having been returned."""
    facts = list(comparisons(rule.only_if))
    if any(isinstance(one, IsSo) and one.fact is Fact.RETURNED for one in facts) or rule.along_with is not None:
        return False
    if rule.when is SignalKind.CUSTOMER_ATTRIBUTE:
        return not any(isinstance(one, OneOf) and one.fact not in CIRCUMSTANCES for one in facts)
    stays = (isinstance(one, Within) or getattr(one, "fact", None) in CIRCUMSTANCES for one in facts)
    return rule.when is SignalKind.WORKFLOW_EXCEPTION and all(stays)


def _examples(policy: Policy) -> Iterator[Finding]:
    """Examples that can't teach what they are meant to."""
    of: dict[str, dict[str, None]] = {}
    texts: Counter[str] = Counter()
    for one in policy.ready.examples:
        of.setdefault(one.text.casefold(), {})[one.label.replace(" ", ' "') + '"'] = None
        texts[one.label.replace(" ", ' "') + '"'] += 1
    for text, labels in of.items():
        if len(labels) > 1:
            message = f'"{text}" is an example of {" and of ".join(labels)}.'
            yield Finding(Severity.ERROR, "same_example", message, "A message belongs to one of them.")
    if len(texts) == 1:
        message = f"Only {next(iter(texts))} has examples: there is nothing to tell it apart from."
        yield Finding(Severity.WARNING, "few_examples", message, "Give another queue or topic examples as well.")
    for label, count in texts.items():
        if count < ENOUGH:
            hint = "Ten to thirty, as customers really write them, work well."
            yield Finding(Severity.WARNING, "few_examples", f"{label.capitalize()} has {count} examples.", hint)


def _copy(policy: Policy) -> Iterator[Finding]:
    hint = "Until then the built-in sentence would be said."
    for one, flaw in wording_flaws(policy):
        yield Finding(Severity.ERROR, "copy", flaw, hint, None, one.line, one.column)


_NEEDED = {
    SignalKind.ASKS_FOR_PERSON: "customers who ask for a person are left with the bot",
    SignalKind.POLICY_TOPIC: "the bot answers whatever the topic",
    SignalKind.SENSITIVE_DATA: "a customer who writes a card number is left with the bot",
    SignalKind.KNOWLEDGE_FAILED: "nobody takes over when the sources can't be searched",
}


def _gaps(policy: Policy) -> Iterator[Finding]:
    for kind, what in _NEEDED.items():
        if not any(rule.when is kind and rule.then is Action.HANDOFF for rule in policy.rules):
            message = f"No rule hands off on {kind.value}: {what}."
            yield Finding(Severity.WARNING, "no_rule", message)
        elif kind is SignalKind.POLICY_TOPIC:
            yield from _topics_left_out(policy)


def _topics_left_out(policy: Policy) -> Iterator[Finding]:
    """Topics of the policy, and danger whether it is one or not, that no rule of those there are hands off on."""
    named = [
        rule.topics for rule in policy.rules if rule.when is SignalKind.POLICY_TOPIC and rule.then is Action.HANDOFF
    ]
    left_out = {DANGER, *(topic.key for topic in policy.topics)}.difference(*named)
    if left_out and all(named):
        message = f"No rule hands off on {', '.join(sorted(left_out))}: the bot answers whatever is said."
        yield Finding(Severity.WARNING, "no_rule", message)
