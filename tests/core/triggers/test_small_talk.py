"""Talk that asks for nothing is told apart from talk that does."""

import pytest

from baton.core.copy import languages
from baton.core.track import Track
from baton.core.triggers.heard import listen
from baton.core.triggers.mood import small_talk
from baton.core.triggers.person import asks_for_person


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("hi", "greeting"),
        ("Hello there!", "greeting"),
        ("Guten Tag", "greeting"),
        ("merci beaucoup", "thanks"),
        ("ok thanks, bye", "thanks"),
        ("thank you so much, that was great", "thanks"),
        ("vielen dank, das war super", "thanks"),
        ("merci beaucoup, c'était parfait", "thanks"),
        ("gracias, entendido", "thanks"),
        ("grazie mille, è stato utile", "thanks"),
        ("I see, good to know", "thanks"),
        ("👍", "thanks"),
        ("🙏🙏", "thanks"),
        ("tschüss", "bye"),
        ("are you a bot?", "who"),
        ("hi, is this a real person?", "who"),
        ("Bist du ein Mensch?", "who"),
        ("est-ce que je parle à un robot", "who"),
        ("¿Eres un robot?", "who"),
        ("あなたはロボットですか", "who"),
        ("who am I talking to?", "who"),
        ("こんにちは", "greeting"),
    ],
)
def test_small_talk_is_told_apart(text: str, topic: str) -> None:
    signal = small_talk(listen(text), track=Track())
    assert signal is not None
    assert signal.topic == topic


@pytest.mark.parametrize(
    "text", ["hi, where is my order?", "thanks but that is wrong", "", "???", "😡", "👍 and on Sunday", "hello agent"]
)
def test_a_question_behind_a_greeting_is_no_small_talk(text: str) -> None:
    assert small_talk(listen(text), track=Track()) is None


@pytest.mark.parametrize("text", ["ok", "Yes.", "ja klar", "d'accord", "はい", "da"])
def test_a_yes_to_nothing_is_small_talk_and_one_to_an_offer_or_a_question_back_is_none(text: str) -> None:
    said = [small_talk(listen(text), track=track) for track in (Track(), Track(turns=1))]
    assert [one and one.topic for one in said] == ["greeting", "acknowledged"]
    for asked in (Track(turns=1, unanswered=1, offered=True), Track(turns=1, clarified=1)):
        assert small_talk(listen(text), track=asked) is None
    assert small_talk(listen(f"{text} where is it"), track=Track(turns=1)) is None


WHO = {
    "ar": "هل أنت روبوت؟",
    "bg": "робот ли сте?",
    "ca": "Estic parlant amb un robot?",
    "cs": "Jste robot?",
    "da": "Er du en robot?",
    "de": "Bist du ein Mensch?",
    "el": "Είσαι ρομπότ;",
    "en": "Am I talking to a real person or a bot?",
    "es": "¿Estoy hablando con un robot?",
    "fi": "Oletko robotti?",
    "fr": "est-ce que je parle à un robot",
    "he": "אתה בוט?",
    "hi": "क्या आप रोबोट हैं?",
    "hr": "Jesi li robot?",
    "hu": "Robot vagy?",
    "id": "Apakah kamu robot?",
    "it": "Sto parlando con un robot?",
    "ja": "あなたはロボットですか？",
    "ko": "챗봇인가요?",
    "nb": "Er du en robot?",
    "nl": "Ben je een robot of een mens?",
    "pl": "Czy rozmawiam z robotem?",
    "pt": "Estou falando com um robô?",
    "ro": "Vorbesc cu un robot?",
    "ru": "Ты робот?",
    "sk": "Ste robot?",
    "sv": "Är du en robot?",
    "th": "คุณเป็นบอทไหม",
    "tr": "Robot musunuz?",
    "uk": "Ви робот?",
    "vi": "Bạn có phải là robot không?",
    "zh": "你是机器人吗？",
}


@pytest.mark.parametrize("text", WHO.values(), ids=WHO.keys())
def test_whoever_asks_whether_it_is_a_bot_is_told(text: str) -> None:
    signal = small_talk(listen(text), track=Track())
    assert signal is not None
    assert signal.topic == "who"
    assert asks_for_person(listen(text), track=Track()) is None


def test_every_language_that_baton_speaks_can_ask_whether_it_is_a_bot() -> None:
    assert {tag.split("-")[0] for tag in languages()} == WHO.keys()


def test_a_request_beside_the_question_is_no_small_talk() -> None:
    assert small_talk(listen("are you a bot? my sofa arrived broken"), track=Track()) is None
    assert asks_for_person(listen("are you a bot? let me speak to a human"), track=Track()) is not None


@pytest.mark.parametrize(
    "text",
    [
        "I have a question",
        "Hi, I've got a quick question",
        "can you help me?",
        "help",
        "Hallo, ich habe eine Frage",
        "bonjour, pouvez-vous m'aider svp",
        "tengo una duda",
        "ho una domanda",
        "ik heb een vraagje",
        "preciso de ajuda",
        "mam pytanie",
    ],
)
def test_the_word_that_a_question_will_come_is_answered_by_asking_for_it(text: str):
    said = small_talk(listen(text), track=Track())
    assert said
    assert said.topic == "greeting"


@pytest.mark.parametrize(
    "text", ["I have a question about my bed", "can you help me cancel it", "I need help from a person"]
)
def test_what_comes_with_the_question_is_read(text: str):
    assert small_talk(listen(text), track=Track()) is None


def test_who_asks_for_help_after_an_offer_of_a_person_is_not_greeted():
    assert small_talk(listen("I need help"), track=Track(turns=1, offered=True)) is None
