import subprocess
import sys

import pytest
from click.testing import CliRunner

from baton.cli.group import COMMANDS, baton

HEAVY = ("asyncio", "asyncpg", "fastapi", "uvicorn", "pydantic", "tantivy", "httpx2", "ruamel")


def test_help_lists_every_command_and_imports_nothing_heavy() -> None:
    code = (
        "import sys\n"
        "from baton.cli.group import baton\n"
        "try: baton(['--help'])\n"
        "except SystemExit: pass\n"
        f"print('heavy:', [name for name in {HEAVY!r} if name in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "heavy: []" in said
    for name in COMMANDS:
        assert f"  {name} " in said


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_of_the_table_is_there_and_explains_itself(name: str) -> None:
    shown = CliRunner().invoke(baton, [name, "--help"])
    assert shown.exit_code == 0, shown.output
    assert len(shown.output.split("\n\n")) >= 3, "usage, a paragraph, options"


def test_a_command_that_does_not_exist_is_a_usage_error() -> None:
    assert CliRunner().invoke(baton, ["dance"]).exit_code == 2
    assert CliRunner().invoke(baton, ["up", "--port", "http"]).exit_code == 2


def test_a_refusal_is_one_paragraph_and_exit_code_1() -> None:
    done = baton_command("up", "--data", "/proc/nowhere/data", "--port", "0")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("baton: The data directory /proc/nowhere/data can't be made")
    assert "Traceback" not in done.stderr


def test_the_traceback_is_there_for_who_asks() -> None:
    done = baton_command("up", "--data", "/proc/nowhere/data", "--port", "0", BATON_DEBUG="1")
    assert "Traceback" in done.stderr


def baton_command(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from baton.cli import main; main()", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env=environment | {"PATH": "/usr/bin:/bin"},
    )
