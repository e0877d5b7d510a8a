"""How well requests for a person are heard in utterances that are not shipped: set BATON_MEASURE to their folder."""

import json
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from baton.core.track import Track
from baton.core.triggers.heard import listen
from baton.core.triggers.person import asks_for_person

DATA = Path(os.environ.get("BATON_MEASURE", "data")) / "03_human_request" / "utterances.dev.jsonl"

pytestmark = pytest.mark.skipif(not DATA.exists(), reason="the measuring data is not here")


@cache
def _rows() -> list[dict[str, str | int]]:
    return [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()]


def _heard(source: str, label: int, *, english: bool) -> Iterator[bool]:
    for row in _rows():
        if row["source"] == source and row["label"] == label and (row["lang"] == "en") is english:
            yield asks_for_person(listen(str(row["text"])), track=Track()) is not None


def _share(found: Iterator[bool]) -> float:
    outcomes = list(found)
    return sum(outcomes) / len(outcomes)


def test_english_requests_are_heard_and_hardly_anything_else() -> None:
    assert _share(_heard("nlupp", 1, english=True)) >= 0.95
    assert _share(_heard("nlupp", 0, english=True)) <= 0.003


def test_requests_in_other_languages_are_heard() -> None:
    assert _share(_heard("botframework", 1, english=False)) >= 0.9
    assert _share(_heard("botframework", 0, english=False)) <= 0.01
