import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from baton.core.copy import catalogue, direction, labels, languages, spoken


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("en", "en"),
        ("EN-us", "en"),
        ("de_AT", "de"),
        ("pt-br", "pt-BR"),
        ("tlh", "en"),
        ("", "en"),
        (None, "en"),
        ("../en", "en"),
    ],
)
def test_a_language_falls_back_to_its_base_and_then_to_english(asked: str | None, found: str) -> None:
    assert catalogue(asked).code == found


def test_a_catalogue_that_is_at_hand_is_taken_as_it_is() -> None:
    words = replace(catalogue("en"), code="xx")
    assert catalogue(words) is words


@pytest.mark.parametrize(
    ("language", "way"), [("ar", "rtl"), ("he-IL", "rtl"), ("fa", "rtl"), ("de", "ltr"), (None, "ltr")]
)
def test_the_direction_is_known_also_without_a_catalogue(language: str | None, way: str) -> None:
    assert direction(language) == way


def test_a_catalogue_says_its_own_direction() -> None:
    assert all(catalogue(code).direction == direction(code) for code in languages())


def test_a_customers_braces_are_words_and_not_placeholders() -> None:
    assert (
        catalogue("en").text("joined", name="{name.__class__}") == "{name.__class__} has joined and has your details."
    )


def test_a_missing_value_is_an_error_and_not_a_hole_in_the_sentence() -> None:
    with pytest.raises(KeyError):
        catalogue("en").text("joined")


def test_the_widget_gets_every_label_in_every_language() -> None:
    assert all(labels(code).keys() == labels("en").keys() for code in languages())
    assert labels("de-CH")["talk_to_person"] != labels("en")["talk_to_person"]


def test_a_latin_name_in_arabic_is_kept_from_turning_its_neighbours_around() -> None:
    assert "\u2068Dana\u2069" in catalogue("ar").text("joined", name="Dana")


def test_a_sentence_with_a_number_takes_the_form_that_the_language_has_for_it() -> None:
    words = catalogue("pl")
    said = [words.count("up_to_hours", n, n=n) for n in (1, 3, 5, 22, 25)]
    assert said == [f"najwyżej {n} {word}" for n, word in zip((1, 3, 5, 22, 25), _HOURS, strict=True)]


_HOURS = ("godzina", "godziny", "godzin", "godziny", "godzin")


def test_a_tenants_own_wording_goes_before_and_stands_aside_where_it_cannot_be_said() -> None:
    class Own:
        def __init__(self, says: str | None) -> None:
            self.says = says

        def say(self, values: Mapping[str, str]) -> str | None:
            return self.says

    words = replace(catalogue("en"), own={"sent": Own("All of it is with them."), "leave": Own(None)})
    assert words.text("sent") == "All of it is with them."
    assert words.text("leave") == catalogue("en").text("leave")


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("de", "de"),
        ("de-AT,de;q=0.9,en;q=0.8", "de"),
        ("tlh, fr;q=0.4, en-GB;q=0.7", "en"),
        ("zh-TW", "zh-Hant"),
        ("en;q=0, *;q=0.5", None),
        ("tlh", None),
        ("", None),
        (None, None),
        ("de;q=nonsense", None),
    ],
)
def test_a_reader_gets_the_language_they_want_most_of_those_there_are(header: str | None, code: str | None) -> None:
    assert spoken(header) == code


def test_operators_choose_among_all_the_languages() -> None:
    page = (Path(__file__).parents[3] / "baton" / "ui" / "shared" / "languages.js").read_text("utf-8")
    offered = re.search(r"LANGUAGES = \[(.*?)\]", page, re.DOTALL)
    assert offered is not None
    assert tuple(re.findall(r"'([\w-]+)'", offered[1])) == languages()
