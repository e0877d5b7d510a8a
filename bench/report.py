"""The figures of several rounds as a table: the median of each, and how far the rounds lay apart."""

import os
import platform
from statistics import median
from typing import Any

from bench.processes import cpu_name
from bench.round import PACED_RELAY, WRITERS, Round

_COLUMNS = (
    ("/s", 0),
    ("ack p50", 1),
    ("ack p99", 1),
    ("seen p50", 1),
    ("seen p99", 1),
    ("decided p50", 1),
    ("decided p99", 1),
    ("server CPU", 2),
    ("database CPU", 2),
    ("driver CPU", 2),
    ("foreign cores", 2),
    ("errors", 0),
)

Values = dict[str, dict[str, list[float]]]


def machine(postgres: str) -> dict[str, Any]:
    """Where it was measured."""
    return {
        "cpu": cpu_name(),
        "cores": os.cpu_count(),
        "system": platform.platform(),
        "python": platform.python_version(),
        "postgresql": postgres,
        "load_average": os.getloadavg(),
    }


def merged(rounds: list[Round]) -> Values:
    """Each figure with its value in every round."""
    return {name: {key: [one[name][key] for one in rounds] for key in row} for name, row in rounds[0].items()}


def table(values: Values) -> str:
    """For people. Milliseconds, KB and CPU milliseconds per message; brackets hold the least and the most."""
    shown = {name: row for name, row in values.items() if "/s" in row}
    lines = [["", *(key for key, _ in _COLUMNS)]]
    lines += [[name, *(_cell(row.get(key), digits) for key, digits in _COLUMNS)] for name, row in shown.items()]
    widths = [max(len(line[place]) for line in lines) for place in range(len(lines[0]))]
    return "\n".join("  ".join(cell.rjust(width) for cell, width in zip(line, widths, strict=True)) for line in lines)


def sockets(values: Values) -> str:
    """The idle sockets in words."""
    return "\n".join(
        f"{name}: {_cell(values[name]['KB'], 1)} KB each; all of them together use "
        f"{_cell(values[name]['core'], 3)} of a core"
        for name in ("idle socket", "bare idle socket")
    )


def ratios(values: Values) -> str:
    """Baton beside the floors of the same rounds."""
    lines: list[str] = []
    for writers in WRITERS:
        for name in (f"decided x{writers}", f"to a person x{writers}"):
            of_slice = _share(values, "/s", name, f"slice x{writers}")
            of_writes = _share(values, "/s", name, f"bare write x{writers}")
            lines.append(f"{name}: {of_slice:.2f} of the slice's messages a second, {of_writes:.2f} of the bare writes")
    pace = f"{PACED_RELAY:.0f}/s"
    times = _share(values, "seen p50", f"to a person {pace}", f"slice {pace}", beside="ack p50")
    lines.append(f"to a person {pace}: seen in {times:.1f} x the slice's time")
    return "\n".join(lines)


def _share(values: Values, figure: str, of: str, floor: str, *, beside: str = "") -> float:
    """The middle ratio over the rounds: figures of one round are compared with each other alone."""
    return median(a / b for a, b in zip(values[of][figure], values[floor][beside or figure], strict=True))


def _cell(found: list[float] | None, digits: int) -> str:
    if not found:
        return ""
    middle, least, most = median(found), min(found), max(found)
    text = f"{middle:.{digits}f}"
    return text if len(found) == 1 or least == most else f"{text} [{least:.{digits}f}-{most:.{digits}f}]"
