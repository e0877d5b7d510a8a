"""How answers are counted: right, wrong, and whether confidence tells them apart."""

from collections.abc import Sequence
from dataclasses import dataclass

from baton.core.answers.grounding import Grounding

THRESHOLDS = (0.5, 0.6, 0.7, 0.8)


@dataclass(frozen=True)
class Case:
    """One question asked: how sure the bot was, whether it was answerable, whether its answer was right."""

    question: str
    answerable: bool
    right: bool
    grounding: Grounding


def auroc(good: Sequence[float], bad: Sequence[float]) -> float:
    if not good or not bad:
        return float("nan")
    ranked = sorted([(value, 1) for value in good] + [(value, 0) for value in bad])
    at = 0
    total = 0.0
    while at < len(ranked):
        end = at
        while end < len(ranked) and ranked[end][0] == ranked[at][0]:
            end += 1
        total += sum(kind for _, kind in ranked[at:end]) * (at + end + 1) / 2
        at = end
    return (total - len(good) * (len(good) + 1) / 2) / (len(good) * len(bad))


def report(name: str, cases: Sequence[Case]) -> None:
    good = [case.grounding.confidence for case in cases if case.right]
    bad = [case.grounding.confidence for case in cases if not case.right]
    beyond = [case.grounding.confidence for case in cases if not case.answerable]
    within = [case.grounding.confidence for case in cases if case.answerable]
    print(f"\n{name}: {len(cases)} questions, {len(within)} answerable")
    print(f"  AUROC answerable {auroc(within, beyond):.3f}   right answer {auroc(good, bad):.3f}")
    for at in THRESHOLDS:
        given = [case for case in cases if case.grounding.confidence >= at]
        wrong = [case for case in given if not case.right]
        answered = sum(case.right for case in given)
        print(
            f"  at {at}: rightly answered {answered / max(1, len(within)):.0%} of the answerable; "
            f"of {len(given)} answers {len(wrong)} wrong ({len(wrong) / max(1, len(given)):.1%} of them, "
            f"{len(wrong) / len(cases):.1%} of all)"
        )


def calibration(cases: Sequence[Case]) -> None:
    print("  says -> is right: ", end="")
    for low in (0.0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        high = {0.0: 0.2, 0.2: 0.4, 0.4: 0.5, 0.5: 0.6, 0.6: 0.7, 0.7: 0.8, 0.8: 0.9, 0.9: 1.01}[low]
        inside = [case for case in cases if low <= case.grounding.confidence < high]
        if inside:
            print(f"{low:.1f}: {sum(c.right for c in inside) / len(inside):.2f} ({len(inside)})", end="  ")
    print()
