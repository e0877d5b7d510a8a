"""The patterns of what has a name instead of a number: devices, programs, plans, addresses, people, spans of time.

Each is linear: no repeat inside a repeat that can match the same characters.
"""

import re

DEVICE = re.compile(
    r"\b(?:i(?:Phone|Pad)(?: (?:\d{1,2}|SE|X[RS]?|Pro|Plus|Max|Mini|Air)\b){0,4}|MacBook(?: (?:Air|Pro|M\d)\b){0,2}"
    r"|iMac\b|Mac mini\b|Apple Watch\b|Galaxy (?:[A-Z]\d{1,3}|Note \d{1,2}|Z (?:Flip|Fold)|Tab)\w{0,3}(?: (?:Ultra"
    r"|Plus|FE))?"
    r"|Pixel \d{1,2}[a-z]?(?: (?:Pro|XL))?|Kindle\b|Chromebook\b|Surface (?:Pro|Go|Laptop)(?: \d{1,2})?"
    r"|ThinkPad(?: \w{1,6})?"
    r"|PlayStation \d|PS[345]\b|Xbox(?: (?:One|Series [XS]))?|Nintendo Switch|Fire TV|Chromecast|Apple TV|Alexa\b"
    r"|Redmi \w{1,8}(?: \w{1,8})?|OnePlus \d{1,2}\w?|Huawei P\d{2})"
)
SYSTEM = re.compile(
    r"\b(?:Windows (?:\d{1,2}(?:\.\d)?|XP|Vista|Server \d{4})|mac ?OS(?: (?:\d{1,2}(?:\.\d{1,2}){0,2}"
    r"|Monterey|Ventura|Sonoma|Sequoia|Big Sur|Catalina))?|iPadOS(?: \d{1,2}(?:\.\d{1,2}){0,2})?"
    r"|iOS(?: \d{1,2}(?:\.\d{1,2}){0,2})?|Android(?: \d{1,2}(?:\.\d)?)?|Ubuntu(?: \d\d\.\d\d)?|Linux|Debian|Fedora"
    r"|ChromeOS)(?![\w])",
    re.IGNORECASE,
)
BROWSER = re.compile(
    r"\b(?:Google Chrome|Chrome|Firefox|Safari|Microsoft Edge|Opera|Brave|Internet Explorer|Samsung Internet)"
    r"(?: (?:version |v)?\d{1,3}(?:\.\d{1,4}){0,3})?(?!\w)"
)
"""As names are written: small letters are words ("a brave try", "the opera"), so capitals count."""

_TIER = (
    r"Free|Basic|Starter|Standard|Plus|Pro|Professional|Premium|Business|Team|Enterprise|Gold|Silver|Platinum|Family"
    r"|Personal|Student|Unlimited|Essentials?|Advanced|Ultimate"
)
PLAN = re.compile(
    rf"\b((?:[A-Z][\w+]{{1,20}} )?(?:{_TIER}))[- ](?:plan|tier|subscription|membership|abo\b|tarif|abonnement|paket"
    rf"|üyelik"
    r"|planı|プラン|lidmaatschap)"
    rf"|\b(?i:plan|tarif|abo|abonnement|abbonamento|assinatura|suscripción|subskrypcj\w|piano|plano|pakiet\w?|paket"
    rf"|باقة|プラン) [„“«\"]?((?:{_TIER}|Família|Familiar|Familie|Familial))\b"
)

_LONG = r"[^\W\d_][\w'’.-]{1,30}"
ADDRESS = re.compile(
    rf"(?<![\w.,])\d{{1,5}}[a-zA-Z]? (?:{_LONG} ){{1,3}}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard"
    rf"|Blvd|Court|Ct"
    r"|Place|Square|Way|Terrace|Close|Crescent|Parkway|Highway)\b\.?(?:,? (?:Suite|Apt\.?|Apartment|Unit|Flat"
    r"|#) ?\w{1,6})?"
    r"(?:, [A-Z][\w.'-]{1,30}(?: [A-Z][\w.'-]{1,30}){0,2}){0,3}(?:,? [A-Z]{2} \d{5})?(?:,? \d{5})?"
    rf"|\b[A-ZÄÖÜ][\wäöüß.-]{{2,30}}(?:straße|strasse|str\.|weg|platz|allee|gasse|straat|laan|plein"
    rf"|gracht) \d{{1,4}}[a-z]?"
    r"(?:, ?\d{4,5}(?: ?[A-Z]{2})? [A-ZÄÖÜ][\w-]{1,30})?"
    rf"|(?<![\w.,])\d{{1,4}}(?: bis| ter)?,? (?:rue|avenue|boulevard|place|chemin|impasse|quai"
    rf"|allée) (?:{_LONG} ?){{1,5}}"
    rf"(?:, ?\d{{5}} {_LONG})?"
    rf"|\b(?:Calle|Avenida|Avda\.|Plaza|Paseo|Via|Viale|Piazza|Corso|Rua|Praça|Travessa|ul\.|ulica|al\."
    rf"|aleja) (?:{_LONG} ){{0,4}}"
    rf"{_LONG},? "
    rf"(?:n[º°o.]{{1,2}} ?)?\d{{1,5}}\w?(?:/\d{{1,4}})?(?:, ?\d{{2}}-?\d{{3}}(?:-\d{{3}})? [^\W\d_][\w-]{{1,30}})?"
    rf"|\b(?:{_LONG} ){{1,2}}(?:Caddesi|Cad\.|Sokak|Sok\.|Bulvarı"
    rf"|Mahallesi),? ?(?:No[: ]{{1,2}})?\d{{1,4}}(?:/\d{{1,4}})?"
)

_NAME = r"(?!(?:First|Last|Full|Given|Family|Date|Name|Passenger)\b)[^\W\d_a-z][^\W\d_]{1,20}(?:['’-][^\W\d_]{1,20})?"
_NAMES = rf"{_NAME}(?: (?:(?:de|da|do|van|von|der|den|di|del|la|el|al|bin|ben) ){{0,2}}{_NAME}){{0,3}}"
NAME = re.compile(
    rf"\b(?i:my (?:full )?name is|my name'?s|name on the (?:order|account|booking|reservation) is"
    rf"|under the name(?: of)?"
    rf"|in the name of|passengers?(?: details| names?)?(?: is| are|[^.:\n]{{0,30}}:)|only passenger,|just me,"
    rf"|first name ?(?:is|-|:)|last name ?(?:is|-|:)"
    rf"|ich hei(?:ß|ss)e|mein name ist|auf den namen|me llamo|mi nombre es|a nombre de|je m'appelle|je m’appelle"
    rf"|mon nom est|au nom de|mi chiamo|il mio nome è|a nome di|me chamo|o meu nome é|meu nome é|em nome de"
    rf"|mijn naam is"
    rf"|ik heet|op naam van|nazywam się|mam na imię|na nazwisko|benim adım|adım) ({_NAMES})(?: (?:and|und|y|et|e|en"
    rf"|i|ve) ({_NAMES}))?"
    r"|(?:名前は|اسمي) ?([^\W\d_]{2,20}(?: [^\W\d_]{2,20})?)(?=です|と申|[ 。،,.]|$)"
)
"""A name is told by what introduces it, and by its capitals where the script has them."""

_UNITS = (
    r"hours?|hrs?|days?|nights?|weeks?|months?|years?|business days|working days|Stunden?|Tage?n?|Wochen?|Monate?n?"
    r"|Jahre?n?|Werktage?n?"
    r"|horas?|días?|semanas?|mes(?:es)?|años?|heures?|jours?|semaines?|mois|ans|années?|or[ae]|giorn[io]"
    r"|settiman[ae]|mes[ei]|ann[io]"
    r"|dias?|mês|anos?|uur|uren|dag(?:en)?|we(?:ek|ken)|maand(?:en)?|jaar|godzin\w?|dni|dzień|tygodni\w?|tydzień"
    r"|tygodnie|miesi[ąę]c\w*|lat[a]?"
    r"|saat(?:tir)?|gün(?:dür)?|hafta(?:dır)?|ay(?:dır)?|yıl(?:dır)?"
)
_FEW = (
    r"\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|twelve|zwei|drei|vier|fünf|sechs|dos|tres|cuatro|cinco"
    r"|deux|trois|quatre|cinq"
    r"|due|tre|quattro|cinque|duas|dois|três|quatro|twee|drie|dwa|dwie|trzy|cztery|pięć|iki|üç|dört|beş"
)
DURATION = re.compile(
    rf"(?<![\w.,:$€£-])(?:{_FEW}) (?:{_UNITS})(?!\w)"
    rf"|\d{{1,3}} ?(?:時間|日間|週間|か月|ヶ月|年間)"
    rf"|(?<!\w)\d{{1,3}} (?:أيام|يوم"
    rf"|أسابيع|أسبوع|أشهر|شهر|ساعات|ساعة)",
    re.IGNORECASE,
)

NAME_CUES = (
    "name", "passenger", "just me,", "ich hei", "llamo", "nombre", "m'appelle", "m’appelle", "mon nom",
    "au nom", "chiamo",
    "nome", "chamo", "naam", "ik heet", "nazyw", "imię", "nazwisko", "adım", "名前は", "اسمي",
)  # fmt: skip
ADDRESS_CUES = (
    "street", " st", "ave", "road", " rd", "lane", " ln", "drive", " dr", "boul", "blvd", "court", " ct",
    "place", "square",
    "way", "terrace", "close", "crescent", "park", "stra", "str.", "weg", "platz", "allee", "gasse", "laan", "plein",
    "gracht", "rue ", "chemin", "impasse", "quai", "allée", "calle ", "avda", "plaza", "paseo", "via ",
    "viale", "piazza",
    "corso", "rua ", "praça", "travessa", "ul.", "ulica", "al.", "aleja", "cad", "sok", "bulvar", "mahalle",
)  # fmt: skip
"""Parts of the words without which the patterns above find nothing, case-folded."""
