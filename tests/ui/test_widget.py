"""The widget's own tests, which run where there is a Node; and what can be said of its files without one."""

import gzip
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from baton.core.copy import labels

ROOT = Path(__file__).parents[2]
WIDGET = ROOT / "baton" / "ui" / "widget"
MARKUP_FROM_TEXT = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function")


@pytest.mark.skipif(shutil.which("node") is None, reason="needs Node to run the browser's modules")
def test_the_modules_keep_their_promises() -> None:
    tests = sorted((ROOT / "tests" / "ui" / "widget").glob("*.test.mjs"))
    assert tests
    run = subprocess.run(["node", "--test", *map(str, tests)], capture_output=True, text=True, timeout=60)
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_loader_stays_small_for_every_host_page() -> None:
    assert len(gzip.compress((WIDGET / "widget.js").read_bytes(), 9)) < 4096


def test_the_first_opening_stays_light() -> None:
    page = [path for path in WIDGET.iterdir() if path.suffix in {".js", ".css", ".html"}]
    # The ways to go on are loaded by those who wait for a person and look for another way.
    opened = [path for path in page if not path.name.startswith(("try.", "ways"))]
    assert sum(len(gzip.compress(path.read_bytes(), 9)) for path in opened) < 43_500


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


def test_the_widgets_english_is_the_catalogues() -> None:
    own = dict(re.findall(r'^  (\w+): "(.*)",$', (WIDGET / "labels.js").read_text(), re.MULTILINE))
    catalogue = labels("en")
    assert len(own) > 30
    assert own == {key: catalogue.get(key) for key in own}
