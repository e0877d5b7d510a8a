"""What processes cost, read from /proc: CPU time, memory, and how busy the rest of the machine was."""

import os
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

_TICK = os.sysconf("SC_CLK_TCK")
_PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Seconds:
    """CPU seconds since each process began, and since the machine began: `machine` is all that was not idle."""

    server: float
    database: float
    driver: float
    machine: float

    def since(self, before: "Seconds") -> "Seconds":
        """What was used between two readings."""
        return Seconds(
            self.server - before.server,
            self.database - before.database,
            self.driver - before.driver,
            self.machine - before.machine,
        )

    @property
    def foreign(self) -> float:
        """What everything else on the machine used: other programs, and the kernel on nobody's account."""
        return max(0.0, self.machine - self.server - self.database - self.driver)


@dataclass(frozen=True, slots=True)
class Meter:
    """Reads what the server, its database and this process use. `postmaster` is the database's first process."""

    server: int
    postmaster: int

    def read(self) -> Seconds:
        """The CPU seconds up to now. The kernel counts in hundredths of a second."""
        own = os.times()
        return Seconds(_used(self.server), _used_by_tree(self.postmaster), own.user + own.system, _busy())


def parent(pid: int) -> int:
    """The process that started this one."""
    return int(_stat(pid)[1])


def proportional_bytes(pid: int) -> int:
    """The memory of a process, with its share of what it shares with others (PSS)."""
    for line in (_PROC / str(pid) / "smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    raise LookupError(f"the kernel says no PSS of process {pid}")


def cpu_name() -> str:
    """The processor as the kernel names it."""
    lines = (_PROC / "cpuinfo").read_text().splitlines()
    return next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), "unknown processor")


def _stat(pid: int) -> list[str]:
    """The fields after the program's name, which may contain spaces."""
    return (_PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()


def _used(pid: int, *, with_ended_children: bool = False) -> float:
    fields = _stat(pid)[11:15]
    return sum(map(int, fields if with_ended_children else fields[:2])) / _TICK


def _used_by_tree(root: int) -> float:
    children: defaultdict[int, list[int]] = defaultdict(list)
    for entry in _PROC.iterdir():
        if entry.name.isdecimal():
            try:
                children[parent(int(entry.name))].append(int(entry.name))
            except (FileNotFoundError, ProcessLookupError):
                continue
    total, waiting = 0.0, [root]
    while waiting:
        pid = waiting.pop()
        waiting += children[pid]
        total += _used(pid, with_ended_children=True)
    return total


def _busy() -> float:
    fields = [int(field) for field in (_PROC / "stat").read_text().split("\n", 1)[0].split()[1:9]]
    idle = fields[3] + fields[4]
    return (sum(fields) - idle) / _TICK
