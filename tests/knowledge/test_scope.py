"""What a classifier fitted to a company's wordings tells of a message."""

import pytest

from baton.knowledge import scope
from baton.knowledge.encoder import encode
from baton.knowledge.scope import Wording, fit

TAUGHT = {
    "track": ("where is my order", "track my parcel", "status of my order", "when will my parcel arrive"),
    "refund": ("i want a refund", "give me my money back", "refund for a damaged lamp", "how do refunds work"),
    "hours": ("when do you open", "opening hours of the shop", "are you open on sunday", "until when is the shop open"),
    "cancel": ("cancel my order", "how can i cancel", "i want to cancel the order", "stop my order before it ships"),
}
WORDINGS = [Wording(text, label, "en") for label, texts in TAUGHT.items() for text in texts]


def first_of(text: str) -> str:
    fitted = fit(WORDINGS)
    assert fitted
    return fitted.aim(text, language="en").labels[0][0]


def test_new_wordings_of_what_was_taught_find_their_answer():
    assert first_of("has my parcel been sent, where is it") == "track"
    assert first_of("money back please") == "refund"
    assert first_of("is the shop open on monday") == "hours"
    assert first_of("i would like to cancel") == "cancel"


def test_a_slip_of_the_keys_still_finds_its_answer():
    assert first_of("trck my parcle") == "track"


def test_a_synonym_that_no_wording_has_finds_its_answer():
    assert first_of("reimburse me") == "refund"


def test_what_says_the_same_without_a_word_of_any_wording_finds_its_answer():
    assert first_of("is somebody there at weekends") == "hours"
    assert first_of("does anybody work there at night") == "hours"
    assert first_of("compensate me please") == "refund"


def test_only_english_is_read_for_what_it_says(monkeypatch: pytest.MonkeyPatch):
    read: list[str] = []
    monkeypatch.setattr(scope, "encode", lambda texts: read.extend(texts) or encode(texts))
    taught = [*WORDINGS, Wording("wo ist mein Paket", "track", "de")]
    fitted = fit(taught, background=())
    assert fitted
    fitted.aim("was kostet das", language="de")
    fitted.aim("what is it", language="en-GB")
    fitted.aim("what is that", language=None)
    assert read == [*(one.text for one in WORDINGS), "what is it", "what is that"]


def test_what_was_taught_is_in_scope_and_general_talk_is_not():
    fitted = fit(WORDINGS)
    assert fitted
    asked = [fitted.aim(text, language="en").in_scope for text in ("where is my parcel", "opening hours on sunday")]
    beyond = [
        fitted.aim(text, language="en").in_scope
        for text in ("what is the tallest tree", "who sings this", "explain gravity to me", "lol ok")
    ]
    assert min(asked) > 0.5 > 0.3 > max(beyond)


def test_a_line_of_the_background_that_a_company_answers_is_its_own():
    taught = [*WORDINGS, *(Wording(text, "greeting", "en") for text in ("hi there", "hey you", "hello hello"))]
    fitted, without = fit(taught, ("hi there", "hey you", "what is the moon")), fit(taught, ("what is the moon",))
    assert fitted
    assert without
    assert fitted.aim("hi there", language="en") == without.aim("hi there", language="en")
    assert fitted.aim("hi there", language="en").labels[0][0] == "greeting"


def test_the_first_answer_is_surer_where_no_other_comes_near():
    fitted = fit(WORDINGS)
    assert fitted
    plain, mixed = (fitted.aim(text, language="en") for text in ("cancel my order", "order"))
    assert plain.sure > 0.5
    assert plain.sure > mixed.sure + 0.1


def test_sure_never_exceeds_in_scope():
    fitted = fit(WORDINGS)
    assert fitted
    aims = [fitted.aim(one.text, language="en") for one in WORDINGS]
    assert all(aim.sure <= aim.in_scope for aim in aims)


def test_a_message_without_any_known_feature_asks_for_nothing():
    fitted = fit(WORDINGS, background=())
    assert fitted
    assert fitted.aim("", language="en").labels == ()
    assert fitted.aim("你好", language="zh").in_scope == 0.0


def test_the_same_wordings_give_the_same_classifier():
    one, other = fit(WORDINGS), fit(WORDINGS)
    assert one
    assert other
    assert one.aim("my parcel", language="en") == other.aim("my parcel", language="en")


def test_one_answer_alone_is_nothing_to_tell_apart():
    assert fit([one for one in WORDINGS if one.label == "track"]) is None


def test_a_very_long_message_is_judged_by_its_beginning():
    fitted = fit(WORDINGS)
    assert fitted
    assert fitted.aim("where is my parcel " + "word " * 20_000, language="en").labels[0][0] == "track"


def test_another_language_is_taught_as_well():
    german = {
        "lieferung": ("wo ist mein paket", "wann kommt meine bestellung", "sendung verfolgen"),
        "erstattung": ("ich will mein geld zurück", "erstattung beantragen", "wie läuft die erstattung"),
    }
    fitted = fit([Wording(text, label, "de") for label, texts in german.items() for text in texts])
    assert fitted
    assert fitted.aim("wo bleibt das paket", language="de").labels[0][0] == "lieferung"
