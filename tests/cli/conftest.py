"""The real command in processes of its own, and what it says."""

import json
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from commands import Terminal


@pytest.fixture
def terminal(tmp_path: Path, programs_dir: Path | None, data_dir: Path) -> Iterator[Terminal]:
    """A terminal that is closed, and its desks with it, before their data directory, `data_dir`, goes."""
    opened = Terminal(tmp_path, programs_dir)
    yield opened
    opened.close()


@pytest.fixture
def call() -> Callable[..., tuple[int, Any]]:
    """One HTTP request: (status, JSON)."""

    def request(url: str, key: str = "", body: dict[str, Any] | None = None) -> tuple[int, Any]:
        headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
        data = None if body is None else json.dumps(body).encode()
        try:
            with urllib.request.urlopen(urllib.request.Request(url, data, headers), timeout=10) as answered:  # noqa: S310
                return answered.status, json.load(answered)
        except urllib.error.HTTPError as refused:
            return refused.code, json.load(refused)

    return request
