"""What is to be made of it where there is nothing to answer from, or where something is broken."""

from collections.abc import Iterator

from baton.core.decision import DecisionKind
from baton.core.rehearsing.scene import Remark, fault, look, passed
from baton.core.rehearsing.seen import Seen
from baton.core.signals import SignalKind


def broken(seen: Seen, kind: SignalKind, *, invented: str = "") -> Iterator[Remark]:
    """What is broken shows itself as the signal `kind`; `invented` may never be said."""
    if invented and invented in seen.text:
        yield fault("What the model invented was said.")
    elif seen.is_handed_over:
        yield passed("A person is called; nothing is invented.")
    elif any(one.when is kind for one in seen.policy.rules):
        yield look(f"No person is called: {_does(seen)} by your rule.", room="policy")
    else:
        name = kind.value
        hint = f"Add {{when: {name}, then: handoff}}, unless you want it so."
        yield look(f"No rule of yours is for `{name}`: {_does(seen)}.", hint, "policy")


def no_source(seen: Seen, *, again: bool) -> Iterator[Remark]:
    """No source says anything; `again`, for the second time in a row."""
    if seen.is_handed_over:
        yield passed("A person is called.")
    elif seen.decision.kind is DecisionKind.ANSWER:
        yield fault("It answers, and no source says anything to it.")
    elif again:
        hint = "Add {when: no_source, times: 2, then: handoff}."
        yield look("Twice without an answer, and still no person.", hint, "policy")
    elif seen.has_person_up_front or seen.decision.kind is DecisionKind.CLARIFY:
        yield passed(f"Nothing is made up: {_does(seen)}.")
    else:
        yield look("Nothing is made up, and no person is offered.", room="policy")


def old_source(seen: Seen) -> Iterator[Remark]:
    """The only source was last looked through ten years ago."""
    if seen.decision.kind is not DecisionKind.ANSWER:
        yield passed(f"It isn't answered from: {_does(seen)}.")
    elif not seen.policy.sources.stale_after_days:
        hint = "Set `sources: stale_after_days`, or a date of review for each."
        yield look("Sources grow old unnoticed: it answers.", hint, "policy")
    else:
        least, left = seen.policy.thresholds.answer, seen.decision.confidence
        hint = "Lower `sources: stale_trust`, if it should not."
        yield look(f"It answers from it: {left:.2f} is left of its confidence, {least:g} is needed.", hint, "policy")


def contradiction(seen: Seen) -> Iterator[Remark]:
    """Two sources say different things."""
    if seen.is_handed_over:
        yield passed("Neither side is quoted; a person is called.")
    elif seen.decision.kind is DecisionKind.ANSWER:
        hint = "Add {when: conflicting_sources, then: handoff}."
        yield look("It answers with one of two sides, by your rules.", hint, "policy")
    else:
        yield passed(f"Neither side is quoted: {_does(seen)}.")


_DOES = {
    DecisionKind.ANSWER: "it answers from the documents",
    DecisionKind.CLARIFY: "it asks back",
    DecisionKind.OFFER: "a person is offered",
    DecisionKind.HANDOFF: "a person is called",
}


def _does(seen: Seen) -> str:
    return _DOES[seen.decision.kind]
