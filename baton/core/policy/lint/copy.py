"""What is wrong with a tenant's own wordings: each by itself, and the notices that they make."""

from collections.abc import Iterator

from baton.core.copy.lint import lint_notices
from baton.core.copy.own import OwnWording, flaws
from baton.core.policy.model import Policy


def wording_flaws(policy: Policy) -> Iterator[tuple[OwnWording, str]]:
    """Each flaw with the wording that it stands in. Of the notices of a language the first flaw is told."""
    sound: dict[str, OwnWording] = {}
    for one in policy.copy:
        found = list(flaws(one))
        yield from ((one, flaw) for flaw in found)
        if not found:
            sound.setdefault(one.language, one)
    for language, one in sound.items():
        if flaw := next(lint_notices(policy.speaks(language)), None):
            yield one, flaw
