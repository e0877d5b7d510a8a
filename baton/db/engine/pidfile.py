"""Reading `postmaster.pid`, and telling a server that lives from a number that was left behind."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

FILE = "postmaster.pid"


@dataclass(frozen=True, slots=True)
class PidFile:
    """What a server wrote about itself; `status` is starting, ready, stopping or standby."""

    pid: int
    status: str


def read(cluster: Path) -> PidFile | None:
    """The server's own note in its cluster directory, or None when there is none that can be read."""
    try:
        lines = (cluster / FILE).read_text(errors="replace").splitlines()
        return PidFile(pid=abs(int(lines[0])), status=lines[7].strip() if len(lines) > 7 else "starting")
    except (FileNotFoundError, IndexError, ValueError):
        return None


def serves(pid: int, cluster: Path) -> bool:
    """Whether this process is a PostgreSQL server of this cluster, not another that got the same number."""
    if sys.platform == "linux":
        try:
            return Path(f"/proc/{pid}/cwd").resolve(strict=True) == cluster.resolve()
        except OSError:
            return False
    said = subprocess.run(["ps", "-p", str(pid), "-o", "command="], capture_output=True, check=False)
    return str(cluster).encode() in said.stdout and b"postgres" in said.stdout
