"""How long a wait will be, and how sure that is: the queueing formulas, the estimate, and its own hit rate."""

from baton.core.waiting.calibration import Calibration, Coverage, Past, calibrate, coverage
from baton.core.waiting.erlang import Abandoning, erlang_a, erlang_b, erlang_c, mean_wait
from baton.core.waiting.estimate import HANDLING_S, Scene, expected_s, reckon
from baton.core.waiting.lesson import NOTHING_YET, Lesson, learn
from baton.core.waiting.span import WaitRange
from baton.core.waiting.telling import NO_NEWS, News, Telling, Told, tell_again, told_view

__all__ = [
    "HANDLING_S",
    "NOTHING_YET",
    "NO_NEWS",
    "Abandoning",
    "Calibration",
    "Coverage",
    "Lesson",
    "News",
    "Past",
    "Scene",
    "Telling",
    "Told",
    "WaitRange",
    "calibrate",
    "coverage",
    "erlang_a",
    "erlang_b",
    "erlang_c",
    "expected_s",
    "learn",
    "mean_wait",
    "reckon",
    "tell_again",
    "told_view",
]
