"""The reference of the policy file names everything that there is to write."""

import inspect
import re
from pathlib import Path

import pytest

from baton.core.decision import Outcome, Reason
from baton.core.policy.keys import KEYS, REOPEN, SIGNALS, TONES
from baton.core.policy.lint import queues as lint_queues
from baton.core.policy.lint import whole as lint
from baton.core.policy.model import Judging
from baton.core.policy.rule import PRIORITIES, Action, Layer
from baton.core.triggers.sensitive import KINDS
from baton.core.triggers.topics import TOPICS

PAGE = (Path(__file__).parents[3] / "docs" / "reference" / "policy.md").read_text(encoding="utf-8")

NAMES = {
    *(key for keys in KEYS.values() for key in keys),
    *SIGNALS,
    *TONES,
    *REOPEN,
    *KINDS,
    *TOPICS,
    *PRIORITIES,
    *(action.value for action in Action),
    *(judging.value for judging in Judging),
    *(reason.value for reason in Reason),
    *(outcome.value for outcome in Outcome),
    *(code for one in (lint, lint_queues) for code in re.findall(r'Severity\.\w+,\s*"(\w+)"', inspect.getsource(one))),
}


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_key_and_reason_is_in_the_reference(name: str) -> None:
    assert f"`{name}`" in PAGE


def test_the_layers_are_in_the_reference_in_their_order() -> None:
    places = [PAGE.index(f"\n| {layer.name.lower()} |") for layer in Layer]
    assert places == sorted(places)
