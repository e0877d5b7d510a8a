"""The colours of labels: every one has a pair of tokens, and each pair is easy to read."""

import re
from pathlib import Path

import pytest

from baton.core.labels import PALETTE

STYLES = Path(__file__).parents[2] / "baton" / "ui" / "styles"
PAIRS = dict(
    re.findall(r"--([\w-]+): light-dark\((#\w{6}, #\w{6})\)", (STYLES / "tokens.css").read_text(encoding="utf-8"))
)
LEAST = 4.5
"""WCAG 2.2, 1.4.3: the contrast of text of usual size."""


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("name", PALETTE)
def test_a_label_is_easy_to_read_by_day_and_by_night(name: str) -> None:
    for ink, wash in zip(PAIRS[name].split(", "), PAIRS[f"{name}-wash"].split(", "), strict=True):
        light, dark = sorted((luminance(ink), luminance(wash)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= LEAST


@pytest.mark.parametrize("name", PALETTE)
def test_a_label_of_every_colour_has_a_style(name: str) -> None:
    styles = (STYLES / "labels.css").read_text(encoding="utf-8")
    assert f"var(--{name}-wash)" in styles
