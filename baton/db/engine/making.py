"""Making a cluster: all of it under another name first, so that a half-made one is never opened."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable

from .errors import EngineError
from .home import Home
from .programs import Programs

DATABASE = "baton"
OWNER = "baton"
SUPERUSER = "postgres"
"""The cluster's first role, kept for care of the cluster. Baton itself works as an ordinary role, as it would
on anybody's server: row-level security does not hold a superuser back."""

_CREATE = f"""\
CREATE ROLE {OWNER} LOGIN CREATEROLE CREATEDB;
CREATE DATABASE {DATABASE} OWNER {OWNER};
"""

_TUNING = """
# Baton's starting values; change them as the desk grows.
shared_buffers = 128MB
max_connections = 60
wal_compression = on
max_wal_size = 1GB
# A file of the log that has to be made holds up every commit until its 16 MB are on disk; those at hand are used again.
min_wal_size = 256MB
# Every query of a desk is short: parallel workers and compiling would cost more than they save.
max_parallel_workers_per_gather = 0
jit = off
# A new desk grows from nothing: look often, so that statements are planned by what the tables hold by then.
autovacuum_naptime = 10s
log_checkpoints = off
"""


def make(home: Home, programs: Programs, say: Callable[[str], None]) -> None:
    """Make the cluster with its database and its role; raises EngineError when PostgreSQL won't."""
    say(f"Preparing a PostgreSQL {programs.version} database in {home.cluster}")
    home.drop_half_made()
    home.making.mkdir(mode=0o700)
    home.account.own(home.making)
    place = ["-D", str(home.making)]
    who = [f"--username={SUPERUSER}", "--auth-local=trust", "--auth-host=reject"]
    how = ["--data-checksums", "--no-instructions", *_text(programs)]
    _run(home, [programs.path("initdb"), *place, *who, *how])
    with (home.making / "postgresql.conf").open("a") as conf:
        conf.write(_TUNING)
    alone = ["--single", *place, "-c", "exit_on_error=on", "-c", "log_checkpoints=off", "postgres"]
    _run(home, [programs.path("postgres"), *alone], _CREATE)
    home.making.rename(home.cluster)
    _sync_directory(home)


def environment() -> dict[str, str]:
    """What the programs see of our environment: nothing that could lead them to another server."""
    kept = {name: os.environ[name] for name in ("PATH", "TMPDIR", "LD_LIBRARY_PATH") if name in os.environ}
    return {**kept, "LC_ALL": "C", "TZ": "UTC"}


def _text(programs: Programs) -> list[str]:
    """UTF-8 everywhere, sorted by code point, upper and lower case known for all of Unicode."""
    if programs.major >= 17:
        return ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    cases = "en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8"
    return ["--encoding=UTF8", "--locale=C", f"--lc-ctype={cases}"]


def _run(home: Home, command: list[str], text: str = "") -> None:
    done = subprocess.run(
        command,
        input=text.encode(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        cwd="/",
        env=environment(),
        **home.account.popen(),
    )
    if done.returncode != 0:
        said = done.stdout.decode(errors="replace").strip()
        shutil.rmtree(home.making, ignore_errors=True)
        raise EngineError(f"The database could not be made in {home.cluster}. PostgreSQL said:\n{said}")


def _sync_directory(home: Home) -> None:
    directory = os.open(home.cluster.parent, os.O_RDONLY)
    try:
        os.fsync(directory)
    finally:
        os.close(directory)
