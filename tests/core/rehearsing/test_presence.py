from dataclasses import replace

import pytest

from baton.core.copy.catalogues import catalogue, languages
from baton.core.copy.lint import FORMS, SITUATIONS
from baton.core.copy.notice import handoff_notice
from baton.core.decision import Reason
from baton.core.rehearsing.presence import says_somebody_is_there

AWAY = [facts for facts in SITUATIONS.values() if not facts.operators_here and not facts.danger]


@pytest.mark.wide
@pytest.mark.parametrize("language", languages())
def test_no_sentence_of_ours_says_that_somebody_is_there_while_nobody_is(language: str) -> None:
    words = catalogue(language)
    for facts in AWAY:
        for channel, brief in FORMS.values():
            for reason in Reason:
                told = handoff_notice(replace(facts, channel=channel, brief=brief, reason=reason), words).text
                assert says_somebody_is_there(told, words) is None, told


@pytest.mark.parametrize("language", languages())
def test_the_sentence_that_says_so_is_known_in_every_language(language: str) -> None:
    words = catalogue(language)
    told = handoff_notice(SITUATIONS["someone is there"], words).text
    assert says_somebody_is_there(told, words)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A colleague is with you in a moment."),
        ("en", "Please hold, our team is online."),
        ("de", "Wir sind gleich für Sie da."),
        ("fr", "Un conseiller est en ligne."),
        ("ja", "すぐに担当者が参ります。"),
    ],
)
def test_what_a_company_writes_into_a_wording_is_seen(language: str, text: str) -> None:
    assert says_somebody_is_there(text, catalogue(language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Nobody is available now."),
        ("en", "We will not answer right away, but on Monday."),
        ("de", "Zurzeit ist niemand sofort da."),
        ("en", "The team is closed. A colleague reads this on Monday."),
    ],
)
def test_what_denies_it_is_no_promise(language: str, text: str) -> None:
    assert says_somebody_is_there(text, catalogue(language)) is None
