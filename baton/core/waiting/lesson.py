"""What a queue's own past teaches: how long a conversation is held, how soon people give up, how sure a range is."""

from collections.abc import Sequence
from dataclasses import dataclass

from baton.core.waiting.calibration import UNJUDGED, Calibration, Coverage, Past, calibrate, coverage
from baton.core.waiting.estimate import HANDLING_S, Scene

RECENT = 60
"""Services that the pace is reckoned from: few enough to follow a team through its day."""

RECENT_WAITS = 100
"""Waits that giving up is reckoned from; it is rarer, and changes less."""

USUAL_SERVICE_S = 600.0
"""How long a chat is held where nothing is known yet: ten minutes. The scores correct it within some thirty waits."""

USUAL_PICKUP_S = 20.0

OUTLIER = 0.95
"""Services beyond this share count as long as it: one that was left open over a weekend tells nothing of the pace."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """What is known of a queue. `busy` is for waits behind others, `free` for those that only wait for a hand."""

    service_s: float = USUAL_SERVICE_S
    gives_up: float = 0.0
    pickup_s: float = USUAL_PICKUP_S
    busy: Calibration | None = None
    free: Calibration | None = None
    coverage: Coverage = UNJUDGED

    def scene(self, *, ahead: int, slots: float, free: float) -> Scene:
        """The scene of one who joins with so many ahead."""
        return Scene(
            ahead=ahead,
            slots=slots,
            free=free,
            service_s=self.service_s,
            gives_up=self.gives_up,
            pickup_s=self.pickup_s,
        )

    def calibration(self, scene: Scene) -> Calibration | None:
        """The scores that fit a scene."""
        return self.free if scene.is_free else self.busy


NOTHING_YET = Lesson()
"""A queue that nobody has waited in."""


def learn(pasts: Sequence[Past], held_s: Sequence[float]) -> Lesson:
    """What the last waits of a queue (oldest first, those that go on among them) and its services teach."""
    busy = [past for past in pasts if not past.is_free]
    free = [past for past in pasts if past.is_free]
    picked_up = sorted(past.wait_s for past in free[-RECENT_WAITS:] if past.was_served)
    return Lesson(
        service_s=_pace(held_s),
        gives_up=_gives_up(busy[-RECENT_WAITS:]),
        pickup_s=max(1.0, picked_up[len(picked_up) // 2]) if picked_up else USUAL_PICKUP_S,
        busy=calibrate(busy, handling_s=HANDLING_S),
        free=calibrate(free, handling_s=HANDLING_S),
        coverage=coverage(pasts),
    )


def _pace(held_s: Sequence[float]) -> float:
    recent = sorted(held_s[-RECENT:])
    if not recent:
        return USUAL_SERVICE_S
    most = recent[min(len(recent) - 1, int(len(recent) * OUTLIER))]
    return max(1.0, sum(min(one, most) for one in recent) / len(recent))


def _gives_up(pasts: Sequence[Past]) -> float:
    """The share of waiting people that leaves in a second: those who left, over all the time that all have waited."""
    waited = sum(past.wait_s for past in pasts)
    return sum(past.gave_up for past in pasts) / waited if waited else 0.0
