"""Denials, and the words they deny."""

import pytest

from baton.core.statements.paraphrases import plain, split_undone
from baton.core.statements.polarity import denies, turns_round


@pytest.mark.parametrize(
    ("statement", "source", "language"),
    [
        ("Sale items can't be refunded, but exchanged.", "Sale items can be exchanged but not refunded.", "en"),
        ("You can return what you haven't used.", "Unused items can be returned.", "en"),
        ("A blocked card can't be unblocked.", "Blocking cannot be undone; a blocked card stays blocked.", "en"),
        ("It is returnable only if it is faulty.", "It cannot be returned unless it is faulty.", "en"),
        ("You aren't charged for a return.", "Returns are free.", "en"),
        ("You must be at least 18 for a card.", "We issue no card to anyone under 18.", "en"),
        ("You aren't liable after the report.", "You are liable before the report, and for nothing after that.", "en"),
        ("Tell us no later than 20 days before.", "Tell us at least 20 days before.", "en"),
        ("Für Mitglieder ist die Abholung gratis.", "Mitglieder zahlen nichts für die Abholung.", "de"),
        ("La maleta no puede pesar más de 23 kg.", "La maleta tiene un máximo de 23 kg.", "es"),
        ("Un article que vous n'avez pas porté.", "Un article non porté.", "fr"),
    ],
)
def test_the_same_in_other_words_turns_nothing_round(statement: str, source: str, language: str):
    assert turns_round(statement, (source,), language) is None


@pytest.mark.parametrize(
    ("statement", "source", "language"),
    [
        ("Sale items can be refunded but not exchanged.", "Sale items can be exchanged but not refunded.", "en"),
        ("Used items can be returned.", "Unused items can be returned.", "en"),
        ("Unused items can't be returned.", "Unused items can be returned.", "en"),
        ("It is returnable unless it is faulty.", "It is returnable if it is faulty.", "en"),
        ("Tell us at most 20 days before.", "Tell us at least 20 days before.", "en"),
        ("Every ticket is changed free.", "Light tickets are changed free.", "en"),
        ("Die Kasse übernimmt sie vollständig.", "Die Kasse übernimmt sie nur teilweise.", "de"),
        ("Las tarjetas son reembolsables.", "Las tarjetas duran 2 años y no son reembolsables.", "es"),
        ("Les cartes sont remboursables.", "Les cartes durent 2 ans et ne sont pas remboursables.", "fr"),
    ],
)
def test_the_contrary_is_seen(statement: str, source: str, language: str):
    assert turns_round(statement, (source,), language) is not None


def test_what_limits_denies_too():
    assert denies("Only members pay.", "en")
    assert not denies("Members pay.", "en")


def test_paraphrases_are_put_plainly():
    assert plain("You can't SEND it back.", "en") == "you can not return."
    assert split_undone("unused and until", "en") == (" used and until", ("used",))
