"""The Chromium that tests walk in, and how it is started."""

import os
from pathlib import Path

import pytest

INSTALLED = (Path("/usr/bin/chromium-headless-shell"), Path("/usr/bin/chromium"))
"""The first that is there is taken. Without the parts that only a screen needs, the walks cost half as much."""


def _named() -> Path:
    if named := os.environ.get("BATON_CHROMIUM"):
        return Path(named)
    return next((one for one in INSTALLED if one.exists()), INSTALLED[-1])


CHROMIUM = _named()
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--in-process-gpu",
    "--renderer-process-limit=1",
]
"""The last two start a process less for each page, which is a seventh of what loading one costs: nothing is drawn by a
card, and the spare process that Chromium keeps for the next website is never used, as each person's browser closes."""

needs_chromium = pytest.mark.skipif(
    not CHROMIUM.exists(), reason=f"no Chromium at {CHROMIUM}; name one with BATON_CHROMIUM"
)
