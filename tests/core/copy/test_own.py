import pytest

from baton.core.copy import catalogue, handoff_notice
from baton.core.copy.lint import SITUATIONS
from baton.core.copy.own import OwnWording, flaws, keys, wordings


def own(text: str, key: str = "sent", language: str = "en") -> OwnWording:
    return OwnWording(language, key, text)


def test_a_tenants_sentence_goes_before_the_built_in_one_in_its_language_alone() -> None:
    words = wordings([own("All of it is with them.")])["en"]
    assert "All of it is with them." in handoff_notice(SITUATIONS["closed"], words).text
    assert words.text("leave") == catalogue("en").text("leave")
    assert set(wordings([own("Es ist dort.", language="de-AT")])) == {"de"}


def test_values_and_conditions_are_liquid() -> None:
    text = "Place {{ position }}{% if position == '2' %}, nearly there{% endif %}."
    words = wordings([own(text, "wait_position")])["en"]
    assert words.text("wait_position", position=2) == "Place 2, nearly there."
    assert words.text("wait_position", position=5) == "Place 5."


def test_a_sentence_with_a_number_can_be_worded_as_one() -> None:
    words = wordings([own("{{ low }}-{{ high }} min", "minutes_between")])["en"]
    assert words.count("minutes_between", 10, low=5, high=10) == "5-10 min"


BAD = [
    (own("{{ name"), "can't be read"),
    (own("{% for i in (1..9) %}x{% endfor %}"), "can't be read"),
    (own("{% include 'secrets' %}"), "can't be read"),
    (own("{{ 'now' | date: '%H' }}"), "comes to nothing"),
    (own("Hello {{ customer }}."), "has no value for customer. Its placeholders: none."),
    (own("We open.", "now_closed"), "leaves out {{ when }}"),
    (own("{% if false %}x{% endif %}"), "comes to nothing"),
    (own("We answer within 24 hours."), "names a figure (24)"),
    (own("Someone will be with you shortly."), "promises a time"),
    (own("All passed on!"), "shouts"),
    (own("x" * 1001), "more than 1,000 characters"),
    (own("x", "sendt"), 'no sentence "sendt" in en'),
]


@pytest.mark.parametrize(("wording", "says"), BAD)
def test_a_wording_with_a_fault_is_found(wording: OwnWording, says: str) -> None:
    assert any(says in flaw for flaw in flaws(wording))


def test_a_sound_wording_has_no_flaw() -> None:
    assert list(flaws(own("We are back {{ when | downcase }}.", "now_closed"))) == []


UNSAYABLE = [
    "{{ name",
    "{{ nobody }}",
    "{% if false %}x{% endif %}",
    "{% assign a = 'aaaaaaaaaa' %}" + "{% assign a = a | append: a %}" * 30 + "{{ a }}",
    "{{ 'a' | times: 100 }}",
]


@pytest.mark.parametrize("text", UNSAYABLE)
def test_what_cannot_be_said_leaves_the_built_in_sentence_and_never_silence(text: str) -> None:
    words = wordings([own(text)]).get("en", catalogue("en"))
    assert words.text("sent") == catalogue("en").text("sent")


def test_every_sentence_of_the_conversation_can_be_worded_and_no_label() -> None:
    assert keys()["now_closed"] == {"when"}
    assert not any(key.startswith("label.") for key in keys())
