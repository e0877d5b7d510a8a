"""The policy that ships with Baton."""

from functools import cache
from importlib import resources

from baton.core.policy.model import Policy
from baton.core.policy.parse import parse


def default_text() -> str:
    """The default policy as it is written, comments and all: what a team starts its own from."""
    return resources.files("baton.core.policy").joinpath("default.yaml").read_text(encoding="utf-8")


@cache
def load_default() -> Policy:
    """The default policy, read once. It is the policy of every tenant that has none of its own."""
    return parse(default_text())
