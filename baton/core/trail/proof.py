"""The proof of a decision as it is kept in the log, and the case read back from it.

Only what differs from nothing is written, so that a plain answer keeps a short proof.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, cast

from baton.core.case import UNKNOWN, Case, Found
from baton.core.decision import Decision, Outcome, Trial
from baton.core.signals import Signal, SignalKind
from baton.core.track import FRESH
from baton.core.values import altered

View = dict[str, Any]

_NOTHING_FOUND = Found(0.0, has_answer=False)


def proof_view(decision: Decision) -> View:
    """`signals`, `tried`, `outcomes` (of the rules whose signal was there) and `case`, ready for JSON."""
    return {
        "signals": [_signal_view(signal) for signal in decision.signals],
        "tried": list(decision.tried),
        "outcomes": outcomes_view(decision.trials),
        "case": case_view(decision.case) if decision.case else None,
    }


def outcomes_view(trials: tuple[Trial, ...]) -> View:
    """What came of each rule that was tried, by its id. A rule that isn't here had no signal."""
    return {
        trial.rule: {"outcome": trial.outcome.value, "why": trial.why}
        if trial.why
        else {"outcome": trial.outcome.value}
        for trial in trials
        if trial.outcome is not Outcome.NO_SIGNAL
    }


def case_view(case: Case) -> View:
    """A case without its signals: `given` says how many of the decision's signals were there before looking."""
    situation = _differing(case.situation, UNKNOWN)
    if case.situation.at is not None:
        situation["at"] = case.situation.at.isoformat()
    if "tools" in situation:
        situation["tools"] = dict(case.situation.tools)
    return {
        "given": len(case.signals),
        # The question before decides nothing, and what a customer wrote is kept once, in their message.
        "track": _differing(altered(case.track, question_before="", last_question=()), FRESH),
        "situation": situation,
        "found": None if case.found is None else _differing(case.found, _NOTHING_FOUND),
    }


def case_from(data: Mapping[str, Any]) -> Case | None:
    """The case of a decision's data, None where it has none: no rules were asked."""
    kept = data.get("case")
    if kept is None:
        return None
    situation: dict[str, Any] = _tuples(kept["situation"])
    if "at" in situation:
        situation["at"] = datetime.fromisoformat(situation["at"])
    track: dict[str, Any] = _tuples(kept["track"])
    found: dict[str, Any] | None = None if kept["found"] is None else _tuples(kept["found"])
    return Case(
        tuple(_signal(signal) for signal in data["signals"][: kept["given"]]),
        altered(FRESH, **track),
        altered(UNKNOWN, **situation),
        None if found is None else altered(_NOTHING_FOUND, **found),
    )


def _signal_view(signal: Signal) -> View:
    view: View = {
        "kind": signal.kind.value,
        "score": signal.score,
        "topic": signal.topic,
        "evidence": list(signal.evidence),
    }
    return view if signal.needs_judgement else view | {"needs_judgement": False}


def _signal(view: Mapping[str, Any]) -> Signal:
    return Signal(
        SignalKind(view["kind"]),
        view["score"],
        tuple(view["evidence"]),
        view["topic"],
        needs_judgement=view.get("needs_judgement", True),
    )


def _differing(value: Any, usual: Any) -> View:
    """The fields in which a value differs from the usual one."""
    fields: tuple[str, ...] = value.__slots__
    return {name: _plain(now) for name in fields if (now := getattr(value, name)) != getattr(usual, name)}


def _plain(value: Any) -> Any:
    return list(cast("tuple[Any, ...]", value)) if isinstance(value, tuple) else value


def _tuples(view: Mapping[str, Any]) -> View:
    return {name: tuple(cast("list[Any]", one)) if isinstance(one, list) else one for name, one in view.items()}
