"""Which system account PostgreSQL runs under.

PostgreSQL refuses to run as root. An ordinary user runs it as themselves; root runs it as the owner of
the cluster, and for a new one as the system user `baton`.
"""

import os
import pwd
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

NAME = "baton"
_ADD_USER = (
    "useradd --system --user-group --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin",
    "adduser --system --group --no-create-home",
    "adduser -S -D -H",
)
"""The usual tool, Debian's own, and BusyBox's."""


class RunAs(TypedDict, total=False):
    """The arguments of `subprocess` that say under whom a program runs."""

    user: int
    group: int
    extra_groups: list[int]
    umask: int


@dataclass(frozen=True, slots=True)
class Account:
    """An account to run a program under; `switch` says that it isn't ours."""

    name: str
    uid: int
    gid: int
    switch: bool

    def popen(self) -> RunAs:
        """The arguments that make `subprocess` run a program under this account."""
        if not self.switch:
            return {"umask": 0o077}
        return {"user": self.uid, "group": self.gid, "extra_groups": [], "umask": 0o077}

    def can_write(self, directory: Path) -> bool:
        """Whether this account can enter and write a directory; asked of the kernel, not of mode bits."""
        probe = ["/bin/sh", "-c", 'test -w "$1" && test -x "$1"', "sh", str(directory)]
        return subprocess.run(probe, cwd="/", check=False, **self.popen()).returncode == 0

    def own(self, path: Path) -> None:
        """Make this account the owner of one file or directory that we made."""
        if self.switch:
            os.chown(path, self.uid, self.gid)


def ourselves() -> Account:
    """The account that runs this process."""
    uid = os.geteuid()
    return Account(name=_name(uid), uid=uid, gid=os.getegid(), switch=False)


def owner(path: Path) -> Account:
    """The account that owns a path."""
    found = path.stat()
    return Account(name=_name(found.st_uid), uid=found.st_uid, gid=found.st_gid, switch=found.st_uid != os.geteuid())


def service(say: Callable[[str], None]) -> Account:
    """The system user that runs PostgreSQL for root: `baton`, made when missing, or else `nobody`."""
    return _known(NAME) or _made(say) or _nobody(say)


def _made(say: Callable[[str], None]) -> Account | None:
    for command in _ADD_USER:
        words = [*command.split(), NAME]
        if shutil.which(words[0]) is None:
            continue
        done = subprocess.run(words, capture_output=True, check=False)
        account = _known(NAME)
        if done.returncode == 0 and account:
            say(f"PostgreSQL can't run as root, so the system user '{NAME}' was created to run it.")
            return account
    return None


def _nobody(say: Callable[[str], None]) -> Account:
    say("PostgreSQL can't run as root and no system user could be created, so it runs as 'nobody'.")
    return _known("nobody") or Account(name="nobody", uid=65534, gid=65534, switch=True)


def _known(name: str) -> Account | None:
    try:
        entry = pwd.getpwnam(name)
    except KeyError:
        return None
    return Account(name=name, uid=entry.pw_uid, gid=entry.pw_gid, switch=True)


def _name(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)
