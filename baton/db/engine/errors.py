"""What can stand in the way of a running database, said for the person who started Baton."""

from baton.core.errors import DeskError


class EngineError(DeskError):
    """The database can't be started, reached or stopped; `detail` says what to do."""

    code = "engine"


class AlreadyRunning(EngineError):
    """Another Baton holds this data directory."""

    code = "already_running"

    def __init__(self, pid: int | None, url: str | None) -> None:
        process = f" (process {pid})" if pid else ""
        where = f": open {url}" if url else " and is still starting"
        stop = f", or stop it first (kill {pid})" if pid and url else ""
        super().__init__(f"Baton is already running on this data{process}{where}{stop}.", pid=pid, url=url)
        self.pid = pid
        self.url = url
