"""One of several processes that hangs is seen, ended and started again; one that is merely paused with all is not."""

import asyncio
import os
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from baton.cli import pulse, several

pytestmark = pytest.mark.anyio

LOOK = 0.3

QUICK = "from baton.cli import pulse; pulse.BEAT = 0.02"

CHILD = f"""
import asyncio, sys; {QUICK}
async def turns():
    print("ready", flush=True)
    pulse.beat(sys.stdout.fileno())
    # As a process of the desk, it ends with the command that started it.
    await asyncio.to_thread(sys.stdin.read)
asyncio.run(turns())
"""

COMMAND = f"""
import asyncio, sys; {QUICK}; pulse.LOOK = {LOOK}; from baton.cli import several
async def keeps():
    several.LAST_WORD, several.FIRST_PAUSE = 0.2, 0.01
    nodes = [several.Node(n, b"", 0, (sys.executable, "-c", {CHILD!r})) for n in (1, 2)]
    await asyncio.gather(*(node.start() for node in nodes))
    await asyncio.gather(*(node.keep() for node in nodes))
asyncio.run(keeps())
"""


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (pulse, several):
        monkeypatch.setattr(module, "LOOK", LOOK)
    monkeypatch.setattr(several, "LAST_WORD", 0.2)
    monkeypatch.setattr(several, "FIRST_PAUSE", 0.01)


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Callable[[], str]:
    """What was said on the terminal since the test began."""
    said: list[str] = []

    def read() -> str:
        said.append(capsys.readouterr().err)
        return "".join(said)

    return read


async def happens(what: Callable[[], object]) -> None:
    async with asyncio.timeout(60):
        while not what():
            await asyncio.sleep(0.01)


@asynccontextmanager
async def kept() -> AsyncIterator[None]:
    """A process that is kept, for the length of a block."""
    node = several.Node(1, b"", 0, (sys.executable, "-c", CHILD))
    assert await node.start()
    keeping = asyncio.create_task(node.keep())
    yield
    node.leave()
    await keeping


def started(said: str) -> list[int]:
    """The pids of those that became ready, in that order."""
    return [int(pid) for pid in re.findall(r"is ready \(pid (\d+)\)", said)]


async def test_one_that_stands_still_is_told_ended_and_started_again(quick: None, told: Callable[[], str]) -> None:
    async with kept():
        [pid] = started(told())
        os.kill(pid, signal.SIGSTOP)
        await happens(lambda: len(started(told())) == 2)
    hangs, ended, _ = told().splitlines()[1:]
    assert hangs == f"Process 1 (pid {pid}) has stood still for {LOOK * pulse.MISSES:g} seconds and is ended."
    assert ended == "Process 1 was ended by SIGKILL. It is started again in 0.01 seconds."


async def test_one_that_comes_to_itself_may_end_by_itself(
    quick: None, told: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(several, "LAST_WORD", 60)
    async with kept():
        [pid] = started(told())
        os.kill(pid, signal.SIGSTOP)
        await happens(lambda: "has stood still" in told())
        os.kill(pid, signal.SIGCONT)
        await happens(lambda: len(started(told())) == 2)
    assert "Process 1 was ended by SIGTERM." in told()


async def test_one_that_hangs_while_it_leaves_has_its_time(
    quick: None, told: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(several, "PATIENCE", 3.0)
    async with kept():
        [pid] = started(told())
        os.kill(pid, signal.SIGSTOP)
    assert "stood still" not in told()


async def test_one_that_turns_is_left_alone_even_if_nobody_reads_its_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    reads, writes = os.pipe()
    monkeypatch.setattr(pulse, "BEAT", 0.0)
    pulse.beat(writes)
    assert not os.get_blocking(writes)
    while select.select([], [writes], [], 0)[1]:
        os.write(writes, b"." * 4096)
    await asyncio.sleep(0)
    os.close(reads)
    await asyncio.sleep(0)
    pulse.BEAT = 3600


def test_a_machine_that_was_paused_ends_nobody(tmp_path: Path, until: Callable[[Callable[[], object]], None]) -> None:
    said = tmp_path / "said"
    with said.open("wb") as errors:
        command = subprocess.Popen([sys.executable, "-c", COMMAND], stderr=errors)
    try:
        until(lambda: len(started(said.read_text())) == 2)
        everybody = [command.pid, *started(said.read_text())]
        for pid in everybody:
            os.kill(pid, signal.SIGSTOP)
        # Longer than a process may be silent: what is tried is that this time passes.
        time.sleep(2 * LOOK * pulse.MISSES)
        for pid in everybody:
            os.kill(pid, signal.SIGCONT)
        os.kill(everybody[2], signal.SIGSTOP)
        until(lambda: len(started(said.read_text())) == 3)
        assert said.read_text().count("stood still") == 1, "the one that hung after it, and none for the pause"
    finally:
        command.kill()
        command.wait()
