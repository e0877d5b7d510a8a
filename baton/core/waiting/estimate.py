"""How long one who joins a line will wait, from who is there now.

Whoever is served leaves a place free, and whoever gives up leaves one in the line. With `slots` places that each turn
over in `service_s`, and each of those ahead giving up at the rate `gives_up`, the steps to the front take in the mean
the sum that `expected_s` forms: Erlang A's own, from this moment on instead of in the long run. What really happens is
wider than its law says, so how far from the mean a wait may end is not reckoned but learned (`calibration`).
"""

from dataclasses import dataclass
from math import sqrt

from baton.core.waiting.calibration import Calibration, Past
from baton.core.waiting.span import WaitRange

HANDLING_S = 5.0
"""What a wait takes beside the waiting: seeing it and reaching for it. Added to both sides of a comparison, it keeps
a wait of one second from being thought ten times one of a tenth.
"""

UNSTEADY = 0.25
"""What the pace of a whole team varies by beside each single service, as a squared coefficient of variation: people
come and go, and slow days are slow for everybody. Measured on the calls of a bank (docs/why/waits.md).
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What is known when one joins a line.

    `ahead` are those who will be served before, `slots` the conversations that the operators here can hold at once and
    `free` those of them that nobody holds. `service_s` is how long one was held lately in the mean, `pickup_s` how long
    one waited lately though a slot was free. `gives_up` is the share of waiting people that leaves in a second.
    """

    ahead: int
    slots: float
    free: float
    service_s: float
    gives_up: float = 0.0
    pickup_s: float = 20.0

    @property
    def is_free(self) -> bool:
        """Whether there is a free slot for everybody ahead and one more: then a wait is somebody's reaching for it."""
        return self.free > self.ahead

    @property
    def steps(self) -> int:
        """How many conversations have to end before this one can begin."""
        return max(0, self.ahead + 1 - int(self.free))


def expected_s(scene: Scene) -> float | None:
    """The mean wait from now on in seconds; None where nobody is here, whose wait nobody can know."""
    if scene.slots <= 0 or scene.service_s <= 0:
        return None
    if scene.is_free:
        return scene.pickup_s
    turnover = scene.slots / scene.service_s
    return sum(1 / (turnover + n * scene.gives_up) for n in range(scene.steps))


def steadiness(scene: Scene) -> float:
    """How closely waits keep to their mean: the Weibull exponent, near 1 for the next in line and growing with steps.

    The sum of n steps varies by 1/n of its mean squared, and the team's own pace by `UNSTEADY` on top.
    """
    return 1 / sqrt(1 / max(1, scene.steps) + UNSTEADY)


def reckon(scene: Scene, calibration: Calibration | None) -> Past | None:
    """What is to be remembered of one who joins now, with the range where there is enough to go by.

    None where nobody is here. The range is for keeping; whether it may be told is `Calibration.is_trusted`.
    """
    expected = expected_s(scene)
    if expected is None:
        return None
    exponent = steadiness(scene)
    wait = None
    if calibration is not None:
        # A score is (wait / expected) to the power of the steadiness; here it is turned round.
        low, high = (
            (expected + HANDLING_S) * score ** (1 / exponent) - HANDLING_S
            for score in (calibration.low, calibration.high)
        )
        wait = WaitRange(max(0.0, low), max(0.0, high))
    return Past(expected_s=expected, exponent=exponent, is_free=scene.is_free, wait=wait)
