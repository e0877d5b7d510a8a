"""Where a cluster lives.

Normally under the data directory. When root starts Baton and the account that runs PostgreSQL can't reach
the data directory (it may lie under /root), the cluster lives under /var/lib/baton and the data directory
holds a note that says where. No directory that we did not make ever gets other permissions.
"""

import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from .accounts import Account, ourselves, owner, service
from .errors import EngineError

STORE = Path("/var/lib/baton")
"""What root keeps for the account that runs PostgreSQL: clusters, and copies of the programs."""

LONGEST_SOCKET = 103
"""Bytes in a socket's path: macOS allows 103, Linux 107."""

LONGEST_PATH = 900
"""Bytes in a cluster's path: PostgreSQL takes 1023, and adds file names of its own."""

NOTE = "postgresql.elsewhere"
PORT = 5432
"""Only the name of the socket: the server listens on no network address."""


@dataclass(frozen=True, slots=True)
class Home:
    """Where a cluster is or shall be, and the account that runs it."""

    data: Path
    cluster: Path
    account: Account

    @property
    def is_made(self) -> bool:
        """Whether a complete cluster is there; a half-made one has another name."""
        return (self.cluster / "PG_VERSION").exists()

    @property
    def making(self) -> Path:
        """Where this process makes a cluster before it gets its name.

        Not a name for all: the `initdb` of a Baton that was killed may still be busy in its own.
        """
        return self.cluster.with_name(f"{self.cluster.name}.making-{os.getpid()}")

    def drop_half_made(self) -> None:
        """Remove what earlier starts did not finish making."""
        for half_made in self.cluster.parent.glob(f"{self.cluster.name}.making-*"):
            shutil.rmtree(half_made, ignore_errors=True)

    @property
    def major(self) -> int | None:
        """The PostgreSQL version that made the cluster, or None before there is one."""
        return int((self.cluster / "PG_VERSION").read_text()) if self.is_made else None


@dataclass(frozen=True, slots=True)
class SocketPlace:
    """The directory of a server's socket; a temporary one goes when the server goes."""

    directory: Path
    is_temporary: bool


def prepare(data_dir: Path) -> Path:
    """Make the data directory, if it isn't there, for us alone; returns its full path."""
    data = Path(os.path.abspath(data_dir.expanduser()))
    if len(os.fsencode(data)) > LONGEST_PATH:
        raise EngineError(f"The data directory's path is over {LONGEST_PATH} bytes long. Choose a shorter one.")
    try:
        if not data.is_dir():
            data.mkdir(parents=True)
            # Root's database runs under another account, which must be able to pass through.
            data.chmod(0o711 if os.geteuid() == 0 else 0o700)
    except (FileExistsError, NotADirectoryError):
        raise EngineError(f"{data} can't be a data directory: a file of that name is in the way.") from None
    except OSError as error:
        raise EngineError(f"The data directory {data} can't be made: {error.strerror}.") from None
    if not os.access(data, os.W_OK | os.X_OK):
        raise EngineError(f"You may not write in the data directory {data}. Choose another with --data.")
    return data


def is_there(data_dir: Path) -> bool:
    """Whether a data directory has a database already; nothing is made."""
    data = data_dir.expanduser()
    return (data / "postgresql" / "PG_VERSION").exists() or (data / NOTE).exists()


def settle(data: Path, say: Callable[[str], None]) -> Home:
    """Find the cluster of a data directory, or the place and account for a new one."""
    inside = data / "postgresql"
    note = data / NOTE
    if note.exists():
        return _elsewhere(data, Path(note.read_text().strip()))
    if inside.exists():
        return Home(data=data, cluster=inside, account=_may_run(inside))
    if os.geteuid() != 0:
        return Home(data=data, cluster=inside, account=ourselves())
    return _for_root(data, service(say), say)


def socket_place(home: Home) -> SocketPlace:
    """A directory for the socket that only the account enters.

    The cluster's own, unless its path is too long for a socket or would be read as a list of paths.
    """
    path = str(home.cluster)
    if len(os.fsencode(path)) + len(f"/.s.PGSQL.{PORT}") <= LONGEST_SOCKET and not set(path) & set(',"'):
        return SocketPlace(home.cluster, is_temporary=False)
    parent = tempfile.gettempdir()
    made = tempfile.mkdtemp(prefix="baton-", dir=parent if len(os.fsencode(parent)) < 60 else "/tmp")  # noqa: S108
    home.account.own(Path(made))
    return SocketPlace(Path(made), is_temporary=True)


def _for_root(data: Path, account: Account, say: Callable[[str], None]) -> Home:
    inside = Home(data=data, cluster=data / "postgresql", account=account)
    inside.drop_half_made()
    inside.making.mkdir(mode=0o700)
    account.own(inside.making)
    if account.can_write(inside.making):
        return inside
    inside.making.rmdir()
    cluster = STORE / "clusters" / hashlib.sha256(os.fsencode(data.resolve())).hexdigest()[:16]
    cluster.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
    if cluster.exists():
        _set_aside(cluster, data, say)
    say(f"The user '{account.name}' can't enter {data}, so the database is kept in {cluster}.")
    _origin(cluster).write_text(f"{data.resolve()}\n")
    (data / NOTE).write_text(f"{cluster}\n")
    return Home(data=data, cluster=cluster, account=account)


def _elsewhere(data: Path, cluster: Path) -> Home:
    """The cluster that a note points to, unless the note came here by copying its data directory."""
    origin = Path(_origin(cluster).read_text().strip()) if _origin(cluster).exists() else data.resolve()
    if origin != data.resolve() and (origin / NOTE).exists():
        raise EngineError(
            f"{data} is a copy of {origin}: the database of both is {cluster}. Copy a desk with `baton backup` "
            f"and `baton restore`, or delete {data / NOTE} to start here with an empty one."
        )
    if os.geteuid() != 0:
        raise EngineError(f"The database of {data} belongs to another user ({cluster}). Start Baton as root.")
    if not cluster.exists():
        return Home(data=data, cluster=cluster, account=service(lambda _: None))
    _origin(cluster).write_text(f"{data.resolve()}\n")
    return Home(data=data, cluster=cluster, account=owner(cluster))


def _set_aside(cluster: Path, data: Path, say: Callable[[str], None]) -> None:
    """Its data directory was deleted and begun again: the old database must neither return nor be lost."""
    aside = cluster.with_name(f"{cluster.name}.set-aside-{time.strftime('%Y%m%d-%H%M%S')}")
    cluster.rename(aside)
    say(f"An older database of {data} was kept as {aside}. Delete it if you don't need it.")


def _may_run(cluster: Path) -> Account:
    account = owner(cluster)
    if account.switch and os.geteuid() != 0:
        raise EngineError(
            f"The database in {cluster} belongs to the user '{account.name}'. Start Baton as that user or as root."
        )
    if account.uid == 0:
        raise EngineError(
            f"The database in {cluster} belongs to root, and PostgreSQL can't run as root. Give it to the "
            f"user that shall run it: chown -R baton {cluster}"
        )
    return account


def _origin(cluster: Path) -> Path:
    return cluster.with_name(f"{cluster.name}.origin")
