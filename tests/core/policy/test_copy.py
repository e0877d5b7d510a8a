"""A tenant's own wordings in the policy file."""

import pytest

from baton.core.copy import catalogue
from baton.core.policy.lint.whole import Severity, lint
from baton.core.policy.parse.whole import parse
from baton.core.policy.problems import PolicyErrors
from baton.services.policy.policies import default_source

DEFAULT = default_source()


def written(copy: str) -> str:
    return DEFAULT.replace("attributes:", f"copy:\n{copy}attributes:", 1)


def test_a_policy_speaks_its_own_words_first_and_the_desks_where_it_has_none() -> None:
    policy = parse(written("  de: {sent: Alles liegt vor.}\n"))
    assert policy.speaks("de-AT").text("sent") == "Alles liegt vor."
    assert policy.speaks("de-AT").text("leave") == catalogue("de").text("leave")
    assert policy.speaks("fr") is catalogue("fr")


WRONG = [
    ("  de: {snet: Alles liegt vor.}\n", 'The desk has no sentence "snet".'),
    ("  g3: {sent: x}\n", "is no language code."),
    ("  de: {sent: 5}\n", '"sent" must be a text.'),
    ("  de: [sent]\n", "must be keys with values"),
]


@pytest.mark.parametrize(("copy", "says"), WRONG)
def test_what_cannot_be_read_is_told_with_its_place(copy: str, says: str) -> None:
    with pytest.raises(PolicyErrors) as refused:
        parse(written(copy))
    assert any(says in problem.message and problem.line for problem in refused.value.problems)


FLAWED = [
    ("  en: {now_closed: We are closed.}\n", "leaves out {{ when }}"),
    ("  en: {sent: We answer within 24 hours.}\n", "names a figure (24)"),
    ("  en: {sent: '{{ oops'}\n", "can't be read"),
    ("  en: {sent: '" + "word " * 47 + "'}\n", "more than 75 words"),
]


@pytest.mark.parametrize(("copy", "says"), FLAWED)
def test_a_wording_that_must_not_be_said_is_an_error_at_its_line(copy: str, says: str) -> None:
    found = [one for one in lint(parse(written(copy))) if one.code == "copy"]
    assert any(says in one.message for one in found)
    assert {one.severity for one in found} == {Severity.ERROR}
    assert all(DEFAULT and written(copy).splitlines()[one.line - 1].strip().startswith("en:") for one in found)


def test_a_sound_wording_is_not_found_fault_with() -> None:
    assert not [one for one in lint(parse(written("  en: {sent: All of it is with them.}\n"))) if one.code == "copy"]
