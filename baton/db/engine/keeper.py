"""Keeps one cluster running: starts it, restarts it when it falls, bounds its logs, stops it."""

import shutil
import threading
import time
from collections.abc import Callable

from . import leftovers
from .errors import EngineError
from .home import Home, socket_place
from .lock import DataLock
from .process import Server
from .programs import Programs

KEPT_LOGS = 5
"""Log files kept, of 10 MB each at most."""

CHECK_EVERY = 1.0
"""Seconds between two looks at the server."""

RESTARTS = 5
"""Restarts within RESTART_SPAN seconds after which the database stays down: trying again won't mend it."""

RESTART_SPAN = 600.0

STILL_ATTACHED = "pre-existing shared memory block"
"""What PostgreSQL says while the processes of a killed server are still ending."""

ATTACHED_WAIT = 20.0
"""Seconds those processes get to end."""


class Keeper:
    """Runs the server of one cluster under the lock of its data directory."""

    def __init__(self, home: Home, programs: Programs, lock: DataLock, *, say: Callable[[str], None]) -> None:
        self._home = home
        self._programs = programs
        self._lock = lock
        self._say = say
        self._is_stopping = threading.Event()
        self._place = socket_place(home)
        self._server: Server | None = None
        self._watch = threading.Thread(target=self._keep_up, name="baton-database", daemon=True)

    @property
    def socket_dir(self) -> str:
        """The directory of the server's socket; the same for every restart."""
        return str(self._place.directory)

    def start(self, give_up: threading.Event) -> None:
        """Start the server and watch over it; raises EngineError, or returns early when told to give up."""
        try:
            leftovers.clear(self._home.cluster, self._say)
            self._server = self._started(give_up)
        except BaseException:
            self._clean_up()
            raise
        self._lock.say(socket_dir=self.socket_dir)
        self._watch.start()

    def announce(self, url: str) -> None:
        """Tell a second Baton on this data where the first one serves."""
        self._lock.say(url=url)

    def stop(self) -> None:
        """Stop the server and let go of the data directory; calling it twice does nothing."""
        if self._is_stopping.is_set():
            return
        self._is_stopping.set()
        if self._watch.ident:
            self._watch.join()
        if self._server:
            self._server.stop(self._say)
        self._clean_up()

    def _started(self, give_up: threading.Event) -> Server:
        until = time.monotonic() + ATTACHED_WAIT
        while True:
            server = Server(self._home, self._programs, self._place)
            try:
                server.wait_until_ready(self._say, give_up)
            except EngineError as error:
                if STILL_ATTACHED not in error.detail or time.monotonic() > until:
                    raise
                give_up.wait(0.1)
            else:
                return server

    def _keep_up(self) -> None:
        falls: list[float] = []
        while self._server and not self._is_stopping.wait(CHECK_EVERY):
            self._drop_old_logs()
            if not self._server.has_ended():
                continue
            self._server.forget()
            now = time.monotonic()
            falls = [*(fall for fall in falls if now - fall < RESTART_SPAN), now]
            self._server = self._restarted() if len(falls) <= RESTARTS else None
        if not self._server:
            self._say(f"The database is down; its log is in {self._home.cluster / 'log'}. Start Baton again.")

    def _restarted(self) -> Server | None:
        self._say("The database ended unexpectedly; starting it again.")
        try:
            server = self._started(self._is_stopping)
        except EngineError as error:
            self._say(error.detail)
            return None
        self._say("The database is running again.")
        return server

    def _drop_old_logs(self) -> None:
        for log in sorted((self._home.cluster / "log").glob("*.log"))[:-KEPT_LOGS]:
            log.unlink(missing_ok=True)

    def _clean_up(self) -> None:
        if self._place.is_temporary:
            shutil.rmtree(self._place.directory, ignore_errors=True)
        self._lock.release()
