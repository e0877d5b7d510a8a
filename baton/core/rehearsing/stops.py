"""Whether a rule that must stop the bot does so on its own example, and leaves a question about its topic alone."""

from collections.abc import Iterator

from baton.core.decision import DecisionKind, Outcome, Reason, Trial
from baton.core.policy.lint.rules import never_fires
from baton.core.policy.model import Judging, Policy
from baton.core.policy.rule import Rule
from baton.core.rehearsing.cues import Cue
from baton.core.rehearsing.scene import Remark, failed, look, passed
from baton.core.rehearsing.seen import Seen

_BY_CIRCUMSTANCE = (Outcome.CONDITION, Outcome.NOT_YET, Outcome.NOT_BESIDE, Outcome.USED_UP)
"""Why a rule may rightly stay silent here: something of it can't be played."""


def without_example(policy: Policy, rule: Rule) -> Remark:
    """No message could be made that would make the rule fire."""
    why = never_fires(policy, rule)
    if why:
        return failed(f"It can never fire: {why}.", "Mend it, or take it out.", "policy", line=rule.line)
    hint = "Give its topic `examples` or `phrases`, or try it in the test bench."
    return look("No message that would make it fire is known.", hint, "policy", line=rule.line)


def stopped(seen: Seen, cue: Cue) -> Iterator[Remark]:
    """Whether the rule called a person on its cue."""
    rule, decision = cue.rule, seen.decision
    if seen.is_handed_over and decision.rule == rule.id:
        yield passed("A person is called.")
        return
    trial = next((one for one in decision.trials if one.rule == rule.id), None)
    why = _why(trial)
    if seen.is_handed_over:
        if trial is None:
            yield look(
                f"A person is called by {decision.rule}, before this rule was asked.", room="policy", line=rule.line
            )
            return
        says = f"A person is called, and not by this rule but by {decision.rule}: {why}."
        dead = trial.outcome is Outcome.OVERRIDDEN and _goes_elsewhere(seen, rule)
        hint = "Take it out, or put it above the other."
        yield (failed if dead else look)(says, hint, "policy", line=rule.line)
    elif trial is not None and trial.outcome in _BY_CIRCUMSTANCE:
        yield look(f"Nobody is called, for the rule asks for more: {why}.", room="policy", line=rule.line)
    elif trial is not None and trial.outcome is Outcome.ONLY_ASKED_ABOUT:
        hint = "Set the topic to `always`, or write a phrase that asks for more than information."
        yield look(f"Nobody is called: {why}.", hint, "policy", line=rule.line)
    else:
        hint = "Add `phrases` or `examples` to its topic, or mend the rule."
        yield failed(f"Nobody is called: {why}.", hint, "policy", line=rule.line)


def asked_about(seen: Seen, topic: str) -> Iterator[Remark]:
    """Whether a question about a topic is left to the documents, or called a person for, as the topic is set."""
    set_to = seen.policy.topic(topic)
    always = set_to is not None and set_to.when is Judging.ALWAYS
    if seen.is_handed_over and seen.decision.reason is Reason.POLICY_TOPIC:
        if always:
            yield passed("A person is called: the topic is set to `always`.")
        else:
            hint = "Read the message and the evidence in the test bench."
            yield look("Only asked about, and a person is called at once.", hint, "bench")
    elif always:
        yield look("The topic is set to `always`, and no person is called.", room="policy")
    elif seen.is_handed_over:
        says = f"The bot may answer, and a person is called all the same: {seen.decision.reason.value}."
        yield look(says, "Add a source that answers it.", "sources")
    elif seen.is_left_to_own_bot:
        yield passed("Left to your own bot.")
    elif seen.decision.kind is DecisionKind.ANSWER:
        yield passed("It is answered from the documents.")
    elif seen.decision.kind is DecisionKind.CLARIFY:
        yield passed("It isn't stopped: the bot asks back.")
    else:
        yield look("It isn't stopped, and no source answers it.", "Add a source that answers it.", "sources")


def _goes_elsewhere(seen: Seen, rule: Rule) -> bool:
    return (rule.queue is not None and rule.queue != seen.decision.queue) or rule.priority > seen.decision.priority


def _why(trial: Trial | None) -> str:
    if trial is None:
        return "it was not asked"
    return trial.why or ("its signal wasn't seen" if trial.outcome is Outcome.NO_SIGNAL else trial.outcome.value)
