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
    """Reads what the server, its database and this process use.

    `server` and `postmaster` are the first process of each; those that they started count with them.
    """

    server: int
    postmaster: int

    def read(self) -> Seconds:
        """The CPU seconds up to now. The kernel counts in hundredths of a second."""
        own = os.times()
        return Seconds(
            _used_by_tree(self.server, besides=self.postmaster),
            _used_by_tree(self.postmaster),
            own.user + own.system,
            _busy(),
        )


def parent(pid: int) -> int:
    """The process that started this one."""
    return int(_stat(pid)[1])


def proportional_bytes(pid: int) -> int:
    """The memory of a process and those it started, with their share of what they share with others (PSS)."""
    lines = [line for one in _tree(pid) for line in (_PROC / str(one) / "smaps_rollup").read_text().splitlines()]
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def cpu_name() -> str:
    """The processor as the kernel names it."""
    lines = (_PROC / "cpuinfo").read_text().splitlines()
    return next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), "unknown processor")


def _stat(pid: int) -> list[str]:
    """The fields after the program's name, which may contain spaces."""
    return (_PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()


def _used_by_tree(root: int, *, besides: int = 0) -> float:
    """CPU seconds of a process and those below it, ended ones too, but not of what is below `besides`."""
    return sum(sum(map(int, _stat(pid)[11:15])) / _TICK for pid in _tree(root, besides=besides))


def _tree(root: int, *, besides: int = 0) -> list[int]:
    children: defaultdict[int, list[int]] = defaultdict(list)
    for entry in _PROC.iterdir():
        if entry.name.isdecimal():
            try:
                children[parent(int(entry.name))].append(int(entry.name))
            except (FileNotFoundError, ProcessLookupError):
                continue
    found = [root]
    for pid in found:
        found += [child for child in children[pid] if child != besides]
    return found


def _busy() -> float:
    fields = [int(field) for field in (_PROC / "stat").read_text().split("\n", 1)[0].split()[1:9]]
    idle = fields[3] + fields[4]
    return (sum(fields) - idle) / _TICK
