"""Whether the labels that a policy's conditions ask for are ones that anybody can put on."""

from collections.abc import Collection, Iterator

from baton.core.policy.condition import Fact, OneOf, comparisons
from baton.core.policy.finding import Finding, Severity
from baton.core.policy.model import Policy
from baton.core.policy.problems import did_you_mean


def unknown_labels(policy: Policy, known: Collection[str]) -> Iterator[Finding]:
    """A warning for each label of a rule that is not on the company's list."""
    for rule in policy.rules:
        asked = (one for one in comparisons(rule.only_if) if isinstance(one, OneOf) and one.fact is Fact.LABEL)
        for name in dict.fromkeys(value for one in asked for value in one.values if value not in known):
            message = f'Rule "{rule.id}" asks for the label "{name}", which is not on your list of labels.'
            hint = did_you_mean(name, known) or "An admin adds it in the console, under Labels."
            yield Finding(Severity.WARNING, "unknown_label", message, hint, rule.id, rule.line, rule.column)
