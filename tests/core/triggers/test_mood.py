import pytest

from baton.core.rehearsing.lines import ANGRY
from baton.core.rehearsing.lines_more import ANGRY_MORE
from baton.core.track import Track
from baton.core.triggers.heard import listen
from baton.core.triggers.mood import buying_intent, distress, urgency
from baton.core.triggers.stuck import question_stems, stuck


@pytest.mark.parametrize(
    "text",
    ["this is bullshit", "ich bin stinksauer", "estoy furioso", "j'en ai marre", "sono furioso", "wtf!!"],
)
def test_strong_language_is_strong_distress(text: str) -> None:
    signal = distress(listen(text))
    assert signal is not None
    assert signal.score >= 0.8


@pytest.mark.parametrize("text", ["this is a bit annoying", "etwas ärgerlich", "un poco molesto", "je suis déçu"])
def test_annoyance_is_mild(text: str) -> None:
    signal = distress(listen(text))
    assert signal is not None
    assert 0.3 <= signal.score < 0.8


@pytest.mark.parametrize("text", ["HELLO", "where is my order?", "I live in NYC", "great!!", "OK THX"])
def test_calm_messages_are_not_distressed(text: str) -> None:
    assert distress(listen(text)) is None


def test_capitals_alone_are_mild_at_most() -> None:
    signal = distress(listen("WHERE IS MY ORDER PLEASE"))
    assert signal is not None
    assert signal.score < 0.4


@pytest.mark.parametrize("text", ["I'm locked out", "es ist dringend", "c'est urgent", "срочно!", "紧急"])
def test_urgency_is_heard(text: str) -> None:
    assert urgency(listen(text)) is not None


@pytest.mark.parametrize(
    "text",
    [
        *("we need a quote for 500 seats", "Angebot für 200 Lizenzen", "presupuesto para 80 unidades"),
        *(
            "I need 40 desks for our new office",
            "can you supply 200 chairs to our hotel?",
            "pricing for 800 users please",
        ),
        *("our school needs about 60 tablets", "wir brauchen 60 Schreibtische für unser neues Büro"),
        *("il nous faut 30 chaises pour notre restaurant", "ci servono 50 sedie per il nostro ufficio"),
    ],
)
def test_buying_intent_goes_to_sales(text: str) -> None:
    signal = buying_intent(listen(text))
    assert signal is not None
    assert signal.topic == "sales"


def test_the_first_turn_is_never_stuck() -> None:
    assert stuck(listen("that didn't work"), track=Track()) is None


@pytest.mark.parametrize("text", ["that didn't work", "das hilft mir nicht", "no funciona", "ça ne marche pas"])
def test_no_help_is_stuck(text: str) -> None:
    assert stuck(listen(text), track=Track(turns=1, last_question=("lamp", "broken"))) is not None


def test_the_same_question_in_other_words_is_stuck() -> None:
    track = Track(turns=1, last_question=question_stems("How do I change my delivery address?"))
    assert stuck(listen("how can I change the delivery address"), track=track) is not None
    assert stuck(listen("how long does delivery take"), track=track) is None


@pytest.mark.parametrize(
    "text",
    [
        *(
            "worst shop I have ever dealt with",
            "la peor tienda que he visto en mi vida",
            "bunch of crooks",
            "estou farto de vocês",
        ),
        *(
            "schlechtester Laden, den ich je erlebt habe",
            "le pire service de ma vie",
            "il peggior negozio della mia vita",
        ),
    ],
)
def test_the_worst_ever_is_strong(text: str) -> None:
    signal = distress(listen(text))
    assert signal is not None
    assert signal.score >= 0.8


@pytest.mark.parametrize(
    "text", ["the third time I have to ask", "c'est la troisième fois que j'écris", "this form is a nightmare"]
)
def test_having_to_say_it_again_is_mild(text: str) -> None:
    signal = distress(listen(text))
    assert signal is not None
    assert 0.4 <= signal.score < 0.8


@pytest.mark.parametrize(
    "text", ["nothing urgent, where is my invoice?", "rien d'urgent", "nicht dringend, nur eine Frage"]
)
def test_what_says_that_it_can_wait_is_not_urgent(text: str) -> None:
    assert urgency(listen(text)) is None


@pytest.mark.parametrize("text", ["not urgent for you, but my flight leaves in an hour", "it cannot wait until monday"])
def test_what_hurries_besides_is_urgent(text: str) -> None:
    assert urgency(listen(text)) is not None


@pytest.mark.parametrize("language", sorted({**ANGRY, **ANGRY_MORE}))
def test_fury_is_heard_in_every_language_that_a_rehearsal_is_played_in(language: str) -> None:
    *_, furious = {**ANGRY, **ANGRY_MORE}[language]
    signal = distress(listen(furious))
    assert signal is not None
    assert signal.score >= 0.8


@pytest.mark.parametrize(
    "text",
    [
        "麻煩您幫我看一下",
        "最低料金はいくらですか",
        "最悪の場合はどうなりますか",
        "saya mau tanya ongkos kirim",
        "что такое возврат",
    ],
)
def test_what_only_looks_like_anger_is_calm(text: str) -> None:
    signal = distress(listen(text))
    assert signal is None or signal.score < 0.4
