from collections.abc import Mapping
from dataclasses import replace

import pytest

from baton.core.copy import catalogue, languages
from baton.core.copy import lint as linting
from baton.core.copy.catalogues import po_file
from baton.core.copy.lint import FORMS, SITUATIONS, lint, lint_notices
from baton.core.copy.po import PoFile
from baton.core.copy.wording import placeholders, register, wording
from baton.core.followups.modes import Mode

DE = po_file("de")


@pytest.mark.wide
@pytest.mark.parametrize("language", languages())
def test_every_language_is_whole_and_answers_every_question_of_every_handoff(language: str) -> None:
    assert lint(language) == []


@pytest.mark.parametrize("language", languages())
def test_no_language_is_said_to_be_checked_before_a_native_reader_has_read_it(language: str) -> None:
    assert catalogue(language).code == language
    assert catalogue(language).native_reader is None


def test_every_mode_is_among_the_situations_and_every_channel_among_the_forms() -> None:
    assert {facts.mode for facts in SITUATIONS.values()} == set(Mode)
    assert {channel for channel, _ in FORMS.values()} == {"web", "email", "voice"}


FAULTS = [
    ({"sent": None}, "The text sent is missing."),
    ({"sent": " "}, "The text sent is empty."),
    ({"wait_position": "Sie warten."}, "placeholders"),
    ({"joined": "{0} ist da."}, "placeholders"),
    ({"greeting": "Hallo!"}, "shouts"),
    ({"greeting": "Guten Tag, BITTE schreiben Sie."}, "shouts (BITTE)"),
    ({"greting": "Hallo."}, "not one that the desk uses"),
    ({"greeting": "Wie kann ich dir helfen?"}, 'mixes registers: "dir"'),
    ({"sent": "In 24 Stunden hören Sie von uns."}, "names a figure (24)"),
    ({"sent": "Sie hören bald von uns."}, "promises a time"),
    ({"sent": "Das " + "ist lang. " * 40}, "characters"),
]


@pytest.mark.parametrize(("change", "says"), FAULTS)
def test_a_fault_in_a_language_is_found(
    change: dict[str, str | None], says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    singular = {k: v for k, v in {**DE.singular, **change}.items() if v is not None}
    source = {**DE.source, **{key: (key,) for key in change if key not in DE.source}}
    _read(monkeypatch, replace(DE, singular=singular, source=source))
    assert any(says in flaw for flaw in lint("de"))


def test_a_plural_with_too_few_forms_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    _read(monkeypatch, replace(DE, plural={**DE.plural, "minutes": ("etwa {n} Minuten",)}))
    assert lint("de") == ["The text minutes has 1 forms, and the language 2."]


def test_a_translation_of_english_that_has_changed_since_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    _read(monkeypatch, replace(DE, source={**DE.source, "sent": ("I have passed it on.",)}))
    assert lint("de") == ["The text sent was translated from other English. Look at it again."]


def test_a_notice_that_leaves_a_question_open_or_promises_by_itself_is_found() -> None:
    silent = replace(catalogue("de"), own={key: _Own(" ") for key in ("leave", "leave_brief", "leave_mail")})
    assert any("nothing answers must_i_stay" in flaw for flaw in lint_notices(silent))
    bold = replace(catalogue("de"), own={"now_here": _Own("Dort ist bis 17 Uhr jemand da.")})
    assert any("tells a time that no promise stands behind" in flaw for flaw in lint_notices(bold))
    torn = replace(catalogue("de"), own={"sent": _Own("Alles {hier")})
    assert any("placeholder was not filled" in flaw for flaw in lint_notices(torn))
    wordy = replace(catalogue("en"), own={"sent": _Own("word " * 60)})
    assert any("more than 75 words" in flaw for flaw in lint_notices(wordy))


def test_placeholders_are_told_by_name_and_a_positional_one_shows() -> None:
    assert placeholders("{name} and {} and {{braces}}") == {"name", ""}


def test_what_stands_in_a_placeholder_is_nobodys_wording() -> None:
    assert list(wording("{n1} and {{ n2 | default: 5 }}", "en")) == []
    assert list(wording("Order {n}: 5 left", "en")) != []


def test_a_familiar_word_inside_another_is_not_heard() -> None:
    assert list(register("Die Durchsicht dauert.", "de")) == []
    assert list(register("Wie geht es Dir, und warum?", "de")) != []
    assert list(register("तुम लिखें।", "hi")) != []


@pytest.mark.parametrize(
    ("sentence", "language", "found"),
    [
        ("Ще Ви отговорим веднага.", "bg", "веднага"),
        ("हम आपको जल्द जवाब देंगे।", "hi", "जल्द"),
        ("เราจะตอบคุณทันทีที่ทำได้", "th", "ทันที"),
        ("เราตอบไม่ทันที่คุณขอ", "th", None),
    ],
)
def test_a_promise_of_no_time_is_found_whatever_the_script(sentence: str, language: str, found: str | None) -> None:
    told = [flaw for flaw in wording(sentence, language) if "promises a time" in flaw]
    assert [f'("{found}")' in flaw for flaw in told] == [True] * (found is not None)


class _Own:
    def __init__(self, says: str) -> None:
        self.says = says

    def say(self, values: Mapping[str, str]) -> str:
        return self.says


def _read(monkeypatch: pytest.MonkeyPatch, file: PoFile) -> None:
    real = po_file
    monkeypatch.setattr(linting, "po_file", lambda code: file if code == "de" else real(code))
