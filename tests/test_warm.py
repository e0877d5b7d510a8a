"""A command that begins with its modules loaded says, does and ends as one that begins from nothing."""

import os
import signal
import subprocess
import tempfile
from pathlib import Path

import pytest
import warm

ENVIRONMENT = {"PATH": os.environ["PATH"], "HOME": "/nonexistent"}


@pytest.mark.parametrize(
    "arguments",
    [["--version"], ["dance"], ["up", "--data", "/proc/nowhere/data", "--port", "0"], ["policy", "default"]],
    ids=" ".join,
)
def test_it_says_the_same_with_the_same_exit_code(arguments: list[str]) -> None:
    cold = subprocess.run([*warm.BATON, *arguments], capture_output=True, check=False, env=ENVIRONMENT)
    with tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as errors:
        code = warm.Process(arguments, ENVIRONMENT, output=said.fileno(), errors=errors.fileno()).wait(60)
        said.seek(0)
        errors.seek(0)
        assert (code, said.read(), errors.read()) == (cold.returncode, cold.stdout, cold.stderr)


def test_it_has_the_environment_of_its_own(tmp_path: Path) -> None:
    with (tmp_path / "said").open("wb") as errors:
        asked = ["up", "--data", "/proc/nowhere/data", "--port", "0"]
        warm.start(asked, ENVIRONMENT | {"BATON_DEBUG": "1"}, errors)[0].wait(60)
    assert "Traceback" in (tmp_path / "said").read_text()


@pytest.mark.parametrize(("number", "code"), [(signal.SIGKILL, -9), (signal.SIGINT, 0), (signal.SIGTERM, 0)])
@pytest.mark.slow
def test_a_signal_ends_it_as_any_other(number: int, code: int, tmp_path: Path, kept_dir: Path) -> None:
    said = tmp_path / "said"
    with said.open("wb") as errors:
        process, output = warm.start(["serve", "--data", str(kept_dir), "--port", "0", "--json"], ENVIRONMENT, errors)
    with output:
        assert output.readline(), said.read_text()
        process.send_signal(number)
        assert process.wait(60) == code
