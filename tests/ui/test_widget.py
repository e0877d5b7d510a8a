"""The widget's own tests, which run where there is a Node; and what can be said of its files without one."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from baton.core.copy import labels
from baton.core.pages.leaner import lean_script

ROOT = Path(__file__).parents[2]
WIDGET = ROOT / "baton" / "ui" / "widget"
MARKUP_FROM_TEXT = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function")


@pytest.mark.skipif(shutil.which("node") is None, reason="needs Node to run the browser's modules")
def test_the_modules_keep_their_promises() -> None:
    tests = sorted((ROOT / "tests" / "ui" / "widget").glob("*.test.mjs"))
    assert tests
    run = subprocess.run(["node", "--test", *map(str, tests)], capture_output=True, text=True, timeout=60)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.skipif(shutil.which("node") is None, reason="needs Node to run the browser's modules")
def test_the_modules_keep_their_promises_as_they_are_served(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "baton" / "ui", tmp_path / "baton" / "ui")
    shutil.copytree(ROOT / "tests" / "ui", tmp_path / "tests" / "ui", ignore=shutil.ignore_patterns("*.py"))
    for module in (tmp_path / "baton" / "ui").rglob("*.js"):
        module.write_text(lean_script(module.read_text()))
    tests = sorted((tmp_path / "tests" / "ui").rglob("*.test.mjs"))
    run = subprocess.run(["node", "--test", *map(str, tests)], capture_output=True, text=True, timeout=60)
    assert run.returncode == 0, run.stdout + run.stderr


def test_nothing_in_the_widget_builds_markup_from_text() -> None:
    for path in WIDGET.glob("*.js"):
        source = path.read_text()
        for way in (
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
            "new Function",
        ):
            assert way not in source, f"{path.name} uses {way}"


def test_the_widgets_first_words_are_the_catalogues() -> None:
    own = dict(re.findall(r'^  (\w+): "(.*)",$', (WIDGET / "labels.js").read_text(), re.MULTILINE))
    assert {"error", "offline", "write_message"} <= own.keys()
    assert own.items() <= labels("en").items()


def test_every_label_that_the_widget_may_say_is_in_the_catalogue() -> None:
    named = re.findall(r'\| "(\w+)"', (WIDGET / "wire.d.ts").read_text().partition("export type Label")[2])
    assert len(named) > 60
    assert set(named) <= labels("en").keys()
