"""Who asks for a person, and who doesn't, in each language."""

import pytest

from baton.core.signals import SignalKind
from baton.core.track import Track
from baton.core.triggers.heard import LANGUAGES, listen
from baton.core.triggers.person import asks_for_person

ASKS = {
    "en": "agent|human!!|representative|HUMAN NOW|can somebody call me|let me talk to your manager|i want to speak to a real person|"
    "get me a humn please|I'd rather deal with a human being|is there anyone I can talk to|no more bots, give me a person|"
    "connect me with someone from support|how do I reach a live agent?|can I talk to an agnet|speak to a supervisor|"
    "I don't want to talk to a robot|would it be possible to speak to someone|please have someone call me back|operator",
    "de": "Mitarbeiter bitte|Mensch!|Ich möchte mit einem Menschen sprechen|Kann mich jemand anrufen?|Ich will keinen Bot|"
    "Verbinden Sie mich mit Ihrem Vorgesetzten|gibt es hier einen echten menschen?|ich moechte mit einem mitarbeiter reden",
    "es": "agente|¡humano!|quiero hablar con una persona|¿alguien me puede llamar?|pásame con tu jefe|no quiero hablar con un robot|necesito un asesor",
    "fr": "conseiller|humain !|je veux parler à quelqu'un|pouvez-vous me rappeler ?|passez-moi votre responsable|je ne veux pas parler à un robot|y a-t-il une vraie personne ?",
    "it": "operatore|umano!|vorrei parlare con una persona|qualcuno può chiamarmi?|mi passi il suo superiore|non voglio parlare con un robot|c'è un operatore?",
    "pt": "atendente|humano!|quero falar com uma pessoa|alguém pode me ligar?|quero falar com seu gerente|não quero falar com robô|preciso de um atendente",
    "nl": "medewerker|mens!|ik wil iemand spreken|kan iemand me bellen?|verbind me door met uw leidinggevende|ik wil geen bot|kan ik met een echt persoon praten",
    "pl": "konsultant|człowiek!|chcę rozmawiać z człowiekiem|czy ktoś może do mnie zadzwonić?|proszę połączyć z kierownikiem|nie chcę rozmawiać z botem|poproszę konsultanta",
    "sv": "handläggare|människa!|jag vill prata med en människa|kan någon ringa mig?|jag vill prata med din chef|inte med en robot",
    "da": "medarbejder|menneske!|jeg vil tale med et menneske|kan nogen ringe til mig?|jeg vil tale med din chef",
    "no": "kundebehandler|menneske!|jeg vil snakke med et menneske|kan noen ringe meg?|jeg vil snakke med sjefen din",
    "fi": "asiakaspalvelija|ihminen!|haluan puhua ihmisen kanssa|voiko joku soittaa minulle?|yhdistäkää asiakaspalvelijalle",
    "cs": "operátor|člověk!|chci mluvit s člověkem|může mi někdo zavolat?|spojte mě s vedoucím",
    "ru": "оператор|человека!|хочу поговорить с человеком|может кто-нибудь мне перезвонить?|позовите вашего начальника|соедините с живым человеком",
    "uk": "оператор|людину!|хочу поговорити з людиною|чи може хтось мені зателефонувати?|покличте керівника",
    "tr": "temsilci|insan!|bir insanla konuşmak istiyorum|biri beni arayabilir mi?|müşteri temsilcisine bağlayın|yetkili biriyle görüşmek istiyorum",
    "ar": "موظف|إنسان!|أريد التحدث مع شخص|هل يمكن لأحد الاتصال بي؟|حولني إلى المدير",
    "he": "נציג|בן אדם!|אני רוצה לדבר עם בן אדם|אפשר שמישהו יתקשר אליי?|תעבירו אותי למנהל",
    "hi": "एजेंट|इंसान!|मुझे किसी इंसान से बात करनी है|कोई मुझे कॉल कर सकता है?|kisi insaan se baat karni hai|मैनेजर से बात कराओ",
    "ja": "オペレーター|人間!|人と話したいです|誰か電話してください|責任者を出して|担当者につないでください",
    "ko": "상담원|사람!|사람과 통화하고 싶어요|누가 전화해 주세요|매니저 바꿔 주세요|상담원 연결해 주세요",
    "zh": "人工|真人!|我想和真人说话|能不能找人打电话给我|叫你们经理来|转人工客服|我要找客服",
    "th": "เจ้าหน้าที่|คน!|อยากคุยกับคนจริงๆ|ช่วยโทรกลับหน่อย|ขอคุยกับผู้จัดการ|ติดต่อเจ้าหน้าที่",
    "vi": "nhân viên|người thật!|tôi muốn nói chuyện với người thật|ai đó có thể gọi cho tôi không?|cho tôi gặp quản lý",
    "id": "petugas|manusia!|saya ingin bicara dengan manusia|bisakah seseorang menelepon saya?|saya mau bicara dengan atasan",
}

DOES_NOT_ASK = {
    "en": "no, I don't need a person|is this a human?|are you a bot?|am I talking to a real person?|what does an agent fee cost|a table for 2 persons|"
    "I am a real estate agent|how many people fit in a room|I want to send money to someone|please don't transfer me to an agent|call me a cab|"
    "what is your cancellation policy|someone stole my card|I need to see the agents dashboard|does it support Linux?|the travel agency is closed|"
    "my human resources portal is down|I talked about the fees|single person for one night|are you even human",
    "de": "Nein, ich brauche keinen Menschen|bist du ein Mensch?|ein Tisch für zwei Personen|was kostet der Makler|spreche ich mit einem Bot?|Wo ist meine Bestellung?",
    "es": "no necesito una persona|¿eres humano?|una mesa para dos personas|¿estoy hablando con un robot?|el agente inmobiliario cobra mucho|¿dónde está mi pedido?",
    "fr": "je n'ai pas besoin d'un conseiller|êtes-vous un humain ?|une table pour deux personnes|est-ce que je parle à un robot ?|où est ma commande ?",
    "it": "non ho bisogno di un operatore|sei un umano?|un tavolo per due persone|sto parlando con un robot?|dov'è il mio ordine?",
    "pt": "não preciso de um atendente|você é humano?|uma mesa para duas pessoas|estou falando com um robô?|onde está meu pedido?",
    "nl": "ik hoef geen medewerker|ben je een mens?|een tafel voor twee personen|praat ik met een robot?|waar is mijn bestelling?",
    "pl": "nie potrzebuję konsultanta|czy jesteś człowiekiem?|stolik dla dwóch osób|czy rozmawiam z botem?|gdzie jest moje zamówienie?",
    "sv": "jag behöver ingen handläggare|är du en människa?|ett bord för två personer|pratar jag med en robot?",
    "da": "jeg har ikke brug for en medarbejder|er du et menneske?|et bord til to personer",
    "no": "jeg trenger ingen kundebehandler|er du et menneske?|et bord til to personer",
    "fi": "en tarvitse asiakaspalvelijaa|oletko ihminen?|pöytä kahdelle hengelle",
    "cs": "nepotřebuji operátora|jsi člověk?|stůl pro dvě osoby",
    "ru": "мне не нужен оператор|ты человек?|столик на двух человек|где мой заказ?",
    "uk": "мені не потрібен оператор|ти людина?|столик на двох|де моє замовлення?",
    "tr": "temsilciye ihtiyacım yok|sen insan mısın?|iki kişilik masa|siparişim nerede?",
    "ar": "لا أحتاج إلى موظف|هل أنت إنسان؟|طاولة لشخصين|أين طلبي؟",
    "he": "אני לא צריך נציג|האם אתה בן אדם?|שולחן לזוג|איפה ההזמנה שלי?",
    "hi": "मुझे एजेंट नहीं चाहिए|क्या आप इंसान हैं?|दो लोगों के लिए टेबल|मेरा ऑर्डर कहाँ है?",
    "ja": "オペレーターは必要ありません|あなたは人間ですか?|2名様の予約|注文はどこですか?",
    "ko": "상담원 필요 없어요|사람인가요?|두 사람 예약이요|제 주문은 어디에 있나요?",
    "zh": "不需要人工|你是真人吗?|两个人的桌子|我的订单在哪里?",
    "th": "ไม่ต้องการเจ้าหน้าที่|คุณเป็นคนหรือบอท?|โต๊ะสำหรับสองคน|สินค้าของฉันอยู่ที่ไหน",
    "vi": "tôi không cần nhân viên|bạn là người thật à?|bàn cho hai người|đơn hàng của tôi ở đâu?",
    "id": "saya tidak perlu petugas|apakah kamu manusia?|meja untuk dua orang|di mana pesanan saya?",
}


def _rows(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(language, text) for language, texts in table.items() for text in texts.split("|")]


@pytest.mark.parametrize(("language", "text"), _rows(ASKS))
def test_a_request_for_a_person_is_heard(language: str, text: str) -> None:
    signal = asks_for_person(listen(text), track=Track())
    assert signal is not None
    assert signal.kind is SignalKind.ASKS_FOR_PERSON
    assert signal.evidence[0]


@pytest.mark.parametrize(("language", "text"), _rows(DOES_NOT_ASK))
def test_what_only_sounds_like_a_request_is_none(language: str, text: str) -> None:
    assert asks_for_person(listen(text), track=Track()) is None


def test_every_language_has_requests_and_traps_to_be_tested_by() -> None:
    assert set(ASKS) == set(DOES_NOT_ASK) == set(LANGUAGES)


@pytest.mark.parametrize("yes", ["yes", "Yes please!", "ja bitte", "sí, por favor", "oui", "да", "はい", "是的", "ok"])
def test_yes_to_the_offer_of_a_person_is_a_request(yes: str) -> None:
    assert asks_for_person(listen(yes), track=Track(turns=1, offered=True)) is not None
    assert asks_for_person(listen(yes), track=Track(turns=1)) is None


@pytest.mark.parametrize("no", ["no", "no thanks", "nein danke", "non merci"])
def test_no_to_the_offer_of_a_person_is_none(no: str) -> None:
    assert asks_for_person(listen(no), track=Track(turns=1, offered=True)) is None


@pytest.mark.parametrize(
    "text",
    [
        "h u m a n",
        "h.u.m.a.n please",
        "ＨＵＭＡＮ",
        "hu\u200bm\u200dan",
        "\u202ehuman\u202c",
        "h\u0336u\u0336m\u0336a\u0336n\u0336",
        "humаn",  # the a is Cyrillic
        "huuuuman",
        "I want to t\u00adalk to a h\u0301uman",
        "human " * 1 + "\U0001f621" * 5,
    ],
)
def test_disguised_letters_do_not_hide_a_request(text: str) -> None:
    assert asks_for_person(listen(text), track=Track()) is not None


def test_a_request_at_the_end_of_a_long_paste_is_heard() -> None:
    assert asks_for_person(listen("lorem ipsum dolor. " * 520 + "let me talk to a person"), track=Track())
