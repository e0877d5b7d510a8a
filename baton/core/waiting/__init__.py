"""How long a wait will be, and how sure that is: the queueing formulas, the estimate, and its own hit rate."""

from baton.core.waiting.erlang import Abandoning, erlang_a, erlang_b, erlang_c, mean_wait
from baton.core.waiting.span import WaitRange

__all__ = ["Abandoning", "WaitRange", "erlang_a", "erlang_b", "erlang_c", "mean_wait"]
