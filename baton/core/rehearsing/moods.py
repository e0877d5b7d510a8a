"""What is to be made of an angry message. Anger is never the only guard: what counts is that a person is in reach."""

from collections.abc import Iterator

from baton.core.decision import Reason
from baton.core.policy.rule import Action
from baton.core.rehearsing.scene import Remark, failed, look, passed
from baton.core.rehearsing.seen import Seen
from baton.core.signals import SignalKind

ANGRY_FROM, FURIOUS = 2, 4
"""Of the five messages, the first that needs a person beside what is said, and the strongest."""

_OWN_WORDS = "Write the words under `words`, with a rule on them."


def angry(seen: Seen, step: int) -> Iterator[Remark]:
    """What is to be said of the `step`th message, 0 the mildest."""
    heard = max((one.score for one in seen.decision.signals if one.kind is SignalKind.DISTRESS), default=0.0)
    if seen.is_left_to_own_bot:
        yield passed("Left to your own bot.")
    elif seen.is_handed_over:
        yield from _handed_over(seen, step)
    elif step < ANGRY_FROM:
        yield passed("The bot goes on, with a person one click away.")
    elif not seen.has_person_up_front:
        yield _alone(seen, heard)
    elif step < FURIOUS:
        yield passed("A person is offered with what the bot says.")
    elif not any(one.when is SignalKind.DISTRESS and one.then is Action.HANDOFF for one in seen.policy.rules):
        yield look("Furious, and a person is only offered: no rule of yours hands over for distress.", room="policy")
    else:
        yield look(f"Furious, and a person is only offered: {_how(heard)}.", _OWN_WORDS, "policy")


def _alone(seen: Seen, heard: float) -> Remark:
    """Nobody is offered beside what the bot says. Where no rule is for distress, the company has decided so."""
    if not any(one.when is SignalKind.DISTRESS for one in seen.policy.rules):
        hint = "Add {when: distress, at_least: 0.4, then: answer_and_offer}, unless you want it so."
        return look("Angry, and no person is offered: no rule of yours is for distress.", hint, "policy")
    return failed(f"Angry, and no person is called or offered: {_how(heard)}.", _OWN_WORDS, "policy")


def _how(heard: float) -> str:
    return f"heard with a strength of {heard:.1f}" if heard else "not heard as anger"


def _handed_over(seen: Seen, step: int) -> Iterator[Remark]:
    if step == 0 and seen.decision.reason is Reason.DISTRESS:
        yield look("Mild annoyance calls a person.", "Raise `at_least` of the rule, if that is too soon.", "policy")
    else:
        yield passed("A person is called.")
