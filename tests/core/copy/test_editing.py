"""A company's own words while they are written: each sentence as it stands, and what is wrong with a text."""

import pytest

from baton.core.copy import catalogue, languages
from baton.core.copy.editing import look, sentences
from baton.core.copy.own import OwnWording, flaws, keys


@pytest.mark.parametrize("language", languages())
def test_every_sentence_reads_in_every_language_with_examples_filled_in(language: str) -> None:
    found = sentences(language, ())
    assert {one.key for one in found} == set(keys())
    for one in found:
        assert "{" not in one.reads
        assert one.own is None
        assert one.reads.strip() or one.key == "joint"


def test_the_desks_own_text_is_a_wording_without_a_flaw() -> None:
    for one in sentences("en", ()):
        wrong = list(flaws(OwnWording("en", one.key, one.built_in)))
        assert not wrong or one.key == "joint" or one.key in catalogue("en").plurals, (one, wrong)


def test_a_companys_words_stand_beside_the_desks_in_their_language_alone() -> None:
    own = (OwnWording("de-AT", "sent", "Alles ist dort."), OwnWording("en", "joined", "{{ name }} is here."))
    german = {one.key: one for one in sentences("de", own)}
    assert (german["sent"].own, german["sent"].reads) == ("Alles ist dort.", "Alles ist dort.")
    assert german["joined"].own is None
    english = {one.key: one for one in sentences("en", own)}
    assert english["joined"].reads == "Dana is here."
    assert english["now_closed"].required == ("when",)


def test_a_placeholder_that_is_strange_is_found_where_it_stands() -> None:
    text = "We are back {{ when }}, says {{ boss | upcase }}."
    looked = look("en", "now_closed", text)
    ((name, start, end),) = [(one.name, one.start, one.end) for one in looked.strange]
    assert (name, text[start:end]) == ("boss", "{{ boss | upcase }}")
    assert "has no value for boss" in looked.flaws[0]
    assert looked.reads is None


def test_a_placeholder_that_is_missing_is_named_and_the_text_is_shown_all_the_same() -> None:
    looked = look("en", "now_closed", "We are closed.")
    assert (looked.missing, looked.reads) == (("when",), "We are closed.")
    assert "leaves out {{ when }}" in looked.flaws[0]


def test_names_are_kept_from_turning_a_sentence_around() -> None:
    assert "\u2068Dana\u2069" in (look("he", "joined", "{{ name }} כאן.").reads or "")


def test_what_cannot_be_read_says_why_and_reads_as_nothing() -> None:
    looked = look("en", "now_closed", "Back {{ when")
    assert "can't be read" in looked.flaws[0]
    assert looked.reads is None
