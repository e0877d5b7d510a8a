"""The rules and the sentences of a policy that is to go live: what the linter says, thresholds, languages."""

from collections.abc import Iterator, Sequence

from baton.core.copy.catalogues import catalogue
from baton.core.launch.line import Line, Mark, Part
from baton.core.policy.finding import Finding, Severity
from baton.core.policy.model import Policy
from baton.core.policy.rule import Action
from baton.core.reading.language_tags import primary
from baton.core.triggers.heard import LANGUAGES

_SAID_HERE = frozenset({"no_copy", "not_heard", "owner_left"})
"""What the linter finds and the launch check says in lines of its own."""

_COPY = frozenset({"copy"})


def languages_of(policy: Policy) -> tuple[str, ...]:
    """The languages that customers are served in; the team's where the policy names none."""
    return policy.languages or (policy.language,)


def rule_lines(policy: Policy, findings: Sequence[Finding]) -> Iterator[Line]:
    """What the linter found of rules and queues, the thresholds, and that somebody is called at all."""
    told = [one for one in findings if one.code not in _SAID_HERE | _COPY]
    yield from (_found(one, Part.RULES) for one in told)
    handing = sum(rule.then is Action.HANDOFF for rule in policy.rules)
    if not handing:
        says = "No rule hands a conversation to a person."
        yield Line(Part.RULES, Mark.REFUSES, says, "`baton policy show` prints rules to begin with.", "policy")
    elif all(one.severity is Severity.WARNING for one in told):
        says = f"{len(policy.rules)} rules, {handing} of them hand over; none is dead, and none clashes with another."
        yield Line(Part.RULES, Mark.OK, says, room="policy")
    yield _thresholds(policy)


def word_lines(policy: Policy, findings: Sequence[Finding]) -> Iterator[Line]:
    """Whether the desk can tell customers of each language what happens, and hears them ask for a person."""
    yield from (_found(one, Part.WORDS) for one in findings if one.code in _COPY)
    good: list[str] = []
    for language in languages_of(policy):
        if primary(catalogue(language).code) != primary(language):
            says = f'The desk has no sentences in "{language}": those customers would read English.'
            hint = "Leave the language out of `languages`, or add a catalogue."
            yield Line(Part.WORDS, Mark.REFUSES, says, hint, "wording")
        elif primary(language) not in LANGUAGES:
            says = f'Baton does not listen for "{language}": an ask for a person in it may go unheard.'
            hint = "Write the words under `words`, with a rule that names them."
            yield Line(Part.WORDS, Mark.WARNING, says, hint, "policy")
        else:
            good.append(catalogue(language).name)
    if good:
        more = "" if policy.languages else " The policy names no other under `languages`."
        named = ", ".join(good)
        says = f"Each notice is there in {named}, and so is the ask for a person heard.{more}"
        yield Line(Part.WORDS, Mark.OK, says, room="wording")


def _thresholds(policy: Policy) -> Line:
    least, about_policy = policy.thresholds.answer, policy.thresholds.policy_answer
    if least <= 0:
        says = "An answer needs no confidence at all: whatever is found would be said."
        return Line(Part.RULES, Mark.REFUSES, says, "Set `thresholds: answer`; 0.8 ships.", "policy")
    says = f"An answer needs a confidence of {least:g}, one about a policy topic {about_policy:g}."
    return Line(Part.RULES, Mark.OK, says, room="policy")


def _found(one: Finding, part: Part) -> Line:
    mark = Mark.REFUSES if one.severity is Severity.ERROR else Mark.WARNING
    return Line(part, mark, one.message, one.hint, "policy", one.line, one.column)
