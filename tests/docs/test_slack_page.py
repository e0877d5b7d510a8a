"""docs/how-to/slack.md shows the manifest that the console shows, and each button that there is."""

import json

from docs.pages import ROOT, code_blocks

from baton.core.slack.blocks import _LABELS
from baton.core.slack.manifest import manifest

PAGE = (ROOT / "docs" / "how-to" / "slack.md").read_text(encoding="utf-8")


def test_the_manifest_on_the_page_is_the_one_that_is_made():
    shown = next(block for language, block in code_blocks(PAGE) if language == "json")
    assert json.loads(shown) == manifest("https://desk.example.com", "ten_1")


def test_every_button_is_on_the_page():
    assert all(f"**{label}**" in PAGE for label in _LABELS.values())
