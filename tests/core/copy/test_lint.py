from dataclasses import replace

import pytest

from baton.core.copy import catalogues, languages
from baton.core.copy.catalogues import Catalogue, catalogue
from baton.core.copy.lint import lint, placeholders


@pytest.mark.parametrize("language", languages())
def test_every_language_is_whole_and_answers_every_question_of_every_handoff(language: str) -> None:
    assert lint(language) == []


@pytest.mark.parametrize("language", languages())
def test_no_language_is_said_to_be_checked_before_a_native_reader_has_read_it(language: str) -> None:
    assert catalogue(language).code == language
    assert catalogue(language).checked_by_native is False


FAULTS = [
    ({"sent": None}, "The text sent is missing."),
    ({"sent": " "}, "The text sent is empty."),
    ({"wait_position": "Sie warten."}, "placeholders"),
    ({"joined": "{0} ist da."}, "placeholders"),
    ({"greeting": "Hallo!"}, "shouts"),
    ({"grreting": "Hallo."}, "not one that the desk uses"),
]


@pytest.mark.parametrize(("change", "says"), FAULTS)
def test_a_fault_in_a_language_is_found(
    change: dict[str, str | None], says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = {k: v for k, v in {**catalogue("en").texts, **change}.items() if v is not None}
    _put_on_the_shelf(monkeypatch, replace(catalogue("en"), code="xx", texts=texts))
    assert any(says in flaw for flaw in lint("xx"))


def test_a_notice_that_leaves_a_question_open_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    _put_on_the_shelf(monkeypatch, replace(catalogue("en"), code="xx", weekdays=("Monday",)))
    assert lint("xx") == ["It needs seven weekdays and twelve months."]


def test_placeholders_are_told_by_name_and_a_positional_one_shows() -> None:
    assert placeholders("{name} and {} and {{braces}}") == {"name", ""}


def _put_on_the_shelf(monkeypatch: pytest.MonkeyPatch, one: Catalogue) -> None:
    shelf = {"en": catalogue("en"), "xx": one}
    monkeypatch.setattr(catalogues, "languages", lambda: tuple(shelf))
    monkeypatch.setattr(catalogues, "_load", shelf.__getitem__)
