"""The language that a customer writes in is told from plain messages, and left alone where it doesn't show."""

import pytest

from baton.core.copy import languages
from baton.core.reading.spoken import BY_SCRIPT, SAMPLE, spoken, written_in

WRITTEN = {
    "ar": "أين طلبي؟ لم يصل بعد",
    "bg": "Къде е моята поръчка? Още не е пристигнала",
    "ca": "On és la meva comanda? Encara no ha arribat",
    "cs": "Kde je moje objednávka? Ještě nepřišla",
    "da": "Hvor er min ordre? Den er ikke kommet endnu",
    "de": "Wie lange dauert die Lieferung?",
    "el": "Πού είναι η παραγγελία μου;",
    "en": "How long does the delivery take?",
    "es": "Hola, necesito ayuda con mi pedido",
    "fi": "Missä tilaukseni on? Se ei ole vielä tullut",
    "fr": "Bonjour, vous livrez en France ?",
    "he": "איפה ההזמנה שלי?",
    "hi": "मेरा ऑर्डर कहाँ है? वह अभी तक नहीं आया",
    "hr": "Gdje je moja narudžba? Još nije stigla",
    "hu": "Hol van a rendelésem? Még nem érkezett meg",
    "id": "Di mana pesanan saya? Belum sampai juga",
    "it": "Il divano è arrivato rotto, cosa posso fare?",
    "ja": "配達にはどのくらいかかりますか",
    "ko": "주문이 아직 안 왔어요",
    "nb": "Hvor er bestillingen min? Den har ikke kommet ennå",
    "nl": "Waar is mijn bestelling? Die is er nog niet",
    "pl": "Gdzie jest moje zamówienie? Jeszcze nie przyszło",
    "pt": "Oi, onde está o meu pedido?",
    "ro": "Unde este comanda mea? Nu a ajuns încă",
    "ru": "Где мой заказ? Он ещё не пришёл",
    "sk": "Kde je moja objednávka? Ešte neprišla",
    "sv": "Var är min beställning? Den har inte kommit än",
    "th": "คำสั่งซื้อของฉันอยู่ที่ไหน",
    "tr": "Siparişim nerede? Henüz gelmedi, ne zaman gelir",
    "uk": "Де моє замовлення? Воно ще не прийшло",
    "vi": "Đơn hàng của tôi ở đâu?",
    "zh": "我的订单在哪里",
}


@pytest.mark.parametrize(("code", "text"), WRITTEN.items())
def test_a_plain_message_is_gone_on_with_in_its_language(code: str, text: str):
    assert spoken(text, "en" if code != "en" else "de") == code


def test_every_language_that_baton_speaks_is_told():
    assert {tag.split("-")[0] for tag in languages()} == WRITTEN.keys()


@pytest.mark.parametrize(("code", "text"), WRITTEN.items())
def test_a_message_in_the_language_so_far_changes_nothing(code: str, text: str):
    assert spoken(text, code) == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "4521",
        "Visa",
        "and leeds",
        "ok die lampe",
        "Mara Lindqvist",
        "see mara.lindqvist@correo.es or https://ejemplo.es/mi-pedido/para/el/sofa",
        "non non non",
        "my sofa is called Für Elise",
        "no cancel no",
    ],
)
def test_names_numbers_addresses_and_a_word_or_two_change_nothing(text: str):
    assert spoken(text, "en") == "en"


def test_a_region_and_a_script_are_kept():
    assert spoken("Quero devolver o sofá, o que devo fazer?", "pt-BR") == "pt-BR"
    assert spoken("我的訂單在哪裡", "zh-Hant") == "zh-Hant"


def test_chinese_characters_are_japanese_where_japanese_is_spoken():
    assert spoken("返品希望", "ja") == "ja"
    assert spoken("返品希望", "en") == "zh"


def test_characters_with_a_japanese_syllable_among_them_are_japanese():
    assert spoken("返品は何日以内ですか", "en") == "ja"
    assert spoken("配送料無料は何円以上", "de") == "ja"
    assert spoken("鮮の美食在哪裡", "en") == "zh"


def test_without_a_language_so_far_a_plain_message_says_it():
    assert spoken(WRITTEN["nl"], None) == "nl"
    assert spoken("Visa", None) is None


def test_only_the_beginning_of_a_long_message_is_read():
    assert written_in("4521 " * SAMPLE + WRITTEN["de"], "en") is None


def test_what_is_told_by_its_script_needs_no_list_of_words():
    assert WRITTEN.keys() >= BY_SCRIPT


@pytest.mark.parametrize(
    ("code", "text"),
    [
        *(("fr", "bonjour"), ("de", "Rückgabe"), ("tr", "merhaba"), ("it", "Dove siete?"), ("it", "sei un robot?")),
        *(("es", "¿eres un robot?"), ("pl", "zwrot pieniędzy"), ("pt", "esqueci a senha"), ("ar", "مرحبا")),
    ],
)
def test_a_first_message_of_a_word_or_two_is_gone_on_with_in_its_language(code: str, text: str):
    assert spoken(text, "en") == code


@pytest.mark.parametrize(
    "text",
    ["Hotel Roma", "Paris", "PayPal", "mera order kahan hai", "wein talabi", "fuel pour spout", "ok merci", "info"],
)
def test_names_borrowed_words_and_other_letters_than_usual_change_nothing(text: str):
    assert spoken(text, "en") == "en"
