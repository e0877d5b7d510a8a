"""The embedded PostgreSQL: Baton's database where nobody has set one up."""

from .cluster import Cluster, running, start, start_now, start_or_borrow
from .errors import AlreadyRunning, EngineError
from .home import is_there, prepare
from .lock import Holder, holder

__all__ = [
    "AlreadyRunning",
    "Cluster",
    "EngineError",
    "Holder",
    "holder",
    "is_there",
    "prepare",
    "running",
    "start",
    "start_now",
    "start_or_borrow",
]
