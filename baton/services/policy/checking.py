"""Looking at a policy before it is put in force: what is wrong with it, how it differs, what it would decide."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from baton.core.decision import Decision
from baton.core.policy.describe import describe
from baton.core.policy.finding import Finding, Severity
from baton.core.policy.lint.whole import lint
from baton.core.policy.model import Policy
from baton.core.policy.parse.whole import parse
from baton.core.policy.problems import PolicyErrors, PolicyProblem
from baton.core.policy.story import tell


@dataclass(frozen=True, slots=True)
class Checked:
    """A policy text that was looked through. `policy` is None where it can't be read; `problems` say why."""

    policy: Policy | None
    problems: tuple[PolicyProblem, ...]
    findings: tuple[Finding, ...]

    @property
    def may_go_live(self) -> bool:
        """Whether it can be put in force: it can be read, and nothing in it can't be meant."""
        return self.policy is not None and all(one.severity is not Severity.ERROR for one in self.findings)


@lru_cache(maxsize=32)
def look_through(source: str, today: date | None = None) -> Checked:
    """Read a policy's text and lint it, as of a day."""
    try:
        policy = parse(source)
    except PolicyErrors as errors:
        return Checked(None, errors.problems, ())
    return Checked(policy, (), lint(policy, today))


def insist(checked: Checked) -> None:
    """Raise PolicyErrors, with every problem and its line, where a text may not be put in force."""
    wrong = [one for one in checked.findings if one.severity is Severity.ERROR]
    if checked.problems or wrong:
        raise PolicyErrors([*checked.problems, *(_problem(one) for one in wrong)])


def checked_view(checked: Checked) -> dict[str, Any]:
    """A check for programs: whether it may go live, problems, findings, and the rules in words."""
    policy = checked.policy
    return {
        "ok": checked.may_go_live,
        "problems": [
            {"line": one.line, "column": one.column, "message": one.message, "hint": one.hint}
            for one in checked.problems
        ],
        "findings": [finding_view(one) for one in checked.findings],
        "rules": rules_view(policy) if policy else [],
    }


def finding_view(finding: Finding) -> dict[str, Any]:
    """One finding of the linter."""
    return {
        "severity": finding.severity.value,
        "code": finding.code,
        "message": finding.message,
        "hint": finding.hint,
        "rule": finding.rule,
        "line": finding.line,
        "column": finding.column,
    }


def rules_view(policy: Policy) -> list[dict[str, Any]]:
    """The rules in the order in which they are asked, each as a sentence."""
    return [
        {
            "id": rule.id,
            "layer": rule.layer.name.lower(),
            "reason": rule.when.value,
            "then": rule.then.value,
            "says": describe(rule, policy),
        }
        for rule in policy.in_order()
    ]


def story_view(policy: Policy, decision: Decision, *, when: str, told: str | None) -> dict[str, Any]:
    """A decision as a story: `when` it holds, what was heard, the rules, the verdict, what the customer reads."""
    story = tell(policy, decision)
    return {
        "when": when,
        "kind": decision.kind.value,
        "reason": decision.reason.value,
        "rule": decision.rule,
        "queue": decision.queue,
        "topic": decision.topic,
        "priority": decision.priority,
        "overrode": list(decision.overrode),
        "heard": list(story.heard),
        "rules": [
            {
                "rule": one.rule,
                "layer": one.layer,
                "says": one.says,
                "outcome": one.outcome.value,
                "why": one.why,
            }
            for one in story.rules
        ],
        "verdict": story.verdict,
        "told": told,
    }


def _problem(finding: Finding) -> PolicyProblem:
    return PolicyProblem(max(1, finding.line), max(1, finding.column), finding.message, finding.hint)
