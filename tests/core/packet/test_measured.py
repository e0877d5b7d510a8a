"""Key facts and budgets, by the measuring program: our own conversations always, real ones where they are.

Real ones are not shipped: set BATON_MEASURE to their folder.
"""

import os
from pathlib import Path

import pytest

from baton.core.copy import catalogue, languages
from baton.core.packet.fold import FOLD, words_above_fold
from baton.core.packet.frozen import frozen
from baton.core.packet.view import shown
from baton.core.redaction.reader import Reader
from bench.packets import Case, Tally, own_cases, packet_of, tau_cases, unsupported
from bench.scripted_packets import improvement_of

SOURCE = Path(os.environ.get("BATON_MEASURE", "data"))
needs_data = pytest.mark.skipif(not (SOURCE / "01_tau").exists(), reason="the measuring data is not here")


def test_facts_in_ten_languages_are_found_and_nothing_else_is_shown() -> None:
    tally = Tally()
    wrong = [line for case in own_cases() for line in tally.add(case)]
    assert tally.wanted > 130
    assert tally.found / tally.wanted >= 0.95, wrong
    assert tally.right / tally.shown >= 0.95, wrong


@needs_data
def test_at_least_95_of_100_facts_that_customers_typed_are_found() -> None:
    tally = Tally()
    wrong = [line for case in tau_cases(SOURCE) for line in tally.add(case)]
    assert tally.wanted > 100
    assert tally.found / tally.wanted >= 0.95, wrong


def _kept(cases: list[Case]) -> None:
    for case in cases:
        for upto in (len(case.messages) // 2 or 1, None):
            packet = packet_of(case, upto)
            for language in languages():
                view = shown(frozen(packet), Reader(catalogue(language)))
                assert words_above_fold(view) <= FOLD, (case.id, language)
            assert unsupported(packet, case) == [], case.id


@pytest.mark.wide
def test_every_packet_of_ours_keeps_its_budget_and_its_receipts() -> None:
    _kept(list(own_cases()))


@pytest.mark.wide
def test_no_unsupported_sentence_of_a_scripted_model_stands_in_a_packet_of_ours() -> None:
    told = [one for case in own_cases() if (one := improvement_of(case, packet_of(case)))]
    assert [text for one in told for text in one.passed] == []
    assert sum(len(one.false) for one in told) > 400
    assert sum(len(one.kept) for one in told) > 0.9 * sum(len(one.true) for one in told)
    assert max(words_above_fold(shown(one.frozen)) for one in told) <= FOLD


@pytest.mark.wide
@needs_data
def test_every_packet_of_real_conversations_keeps_its_budget_and_its_receipts() -> None:
    _kept(list(tau_cases(SOURCE)))
