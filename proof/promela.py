"""The state table in Promela, so that spin checks the very table that the product moves by.

uv run python -m proof.promela          # writes proof/table.pml
uv run python -m proof.promela --check  # runs spin: the protocol as it is, then broken in four ways
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from baton.core.transitions import TABLE, Move, State

HERE = Path(__file__).parent
FAULTS = ("NO_FENCE", "NOTICE_LATER", "BLIND_CLAIM", "BLIND_TIMER")


def table() -> str:
    """The table as Promela: constants for states and moves, and an expression that is true for each row."""
    states = "\n".join(f"#define {state.name} {place}" for place, state in enumerate(State))
    moves = "\n".join(f"#define {_name(move)} {place}" for place, move in enumerate(Move))
    rows = sorted((before.name, _name(by), after.name) for (before, by), to in TABLE.items() for after in to)
    legal = " \\\n    || ".join(f"(s == {s} && m == {m} && t == {t})" for s, m, t in rows)
    made = "/* Made by proof/promela.py from baton/core/transitions.py. */"
    return f"{made}\n{states}\n{moves}\n#define LEGAL(s, m, t) ( \\\n       {legal})\n"


def check(*, fault: str | None = None, later: bool = False) -> str:
    """Run spin over the model, broken by a fault if one is named. Returns its report; needs spin and gcc.

    With `later`, a timer says replies that wait for their time, in a search of one move less.
    """
    with tempfile.TemporaryDirectory() as folder:
        define = ["-DLATER"] if later else [f"-D{fault}"] if fault else []
        _run(folder, "spin", "-a", *define, str(HERE / "baton.pml"))
        # A fault shows within moments: the compiler's own work would take longer than the search.
        _run(folder, "gcc", "-O0" if fault else "-O2", "-DSAFETY", "-DVECTORSZ=1024", "-o", "pan", "pan.c")
        return _run(folder, "./pan", "-m100000", "-E")


def holds(report: str) -> bool:
    """Whether spin's report says that no assertion was violated, and that it saw everything."""
    return "errors: 0" in report and "Search not completed" not in report


def _name(move: Move) -> str:
    return f"BY_{move.name}"


def _run(folder: str, *command: str) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode and command[0] != "./pan":
        raise RuntimeError(f"{command[0]} failed: {done.stdout}{done.stderr}")
    return done.stdout


def main() -> None:
    """Write the table, or run spin."""
    if "--check" not in sys.argv:
        (HERE / "table.pml").write_text(table())
        return
    reports = (check(), check(later=True))
    told = [line for report in reports for line in report.splitlines()]
    print(*(line for line in told if "errors" in line or "states, stored" in line), sep="\n")
    found = {fault: not holds(check(fault=fault)) for fault in FAULTS}
    print(*(f"planted {fault}: {'found' if seen else 'NOT FOUND'}" for fault, seen in found.items()), sep="\n")
    sys.exit(0 if all(map(holds, reports)) and all(found.values()) else 1)


if __name__ == "__main__":
    main()
