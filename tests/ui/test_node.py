"""The browser's pure modules, tested by Node where there is one."""

import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
NODE = shutil.which("node")


@pytest.mark.skipif(NODE is None, reason="Node is not installed; the modules are tested where it is")
@pytest.mark.parametrize("suite", sorted(path.name for path in HERE.glob("*.test.mjs")))
def test_a_browser_module_keeps_its_promises(suite: str) -> None:
    assert NODE is not None
    done = subprocess.run([NODE, str(HERE / suite)], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr
