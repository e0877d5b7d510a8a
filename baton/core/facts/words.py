"""The patterns and words by which key facts are recognised. Each pattern is linear: no repeat inside a repeat."""

import re

from baton.core.facts.fact import FactKind

EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
URL = re.compile(r"(?:https?://|www\.)[^\s<>\"'“”«»)\]]{3,300}")

_CURRENCY = (
    r"(?:[$€£¥₺₹₽₩]|EUR|USD|GBP|CHF|PLN|TRY|JPY|BRL|SAR|AED|euros?|dollars?|pounds?|zł|TL|円|R\$|reais|ريال|درهم)"
)
_NUMBER = r"\d{1,3}(?:[.,' ]\d{3}){1,4}(?:[.,]\d{1,2})?|\d{1,12}(?:[.,]\d{1,2})?"
AMOUNT = re.compile(
    rf"(?<!\w){_CURRENCY} ?(?:{_NUMBER})(?!\w)|(?<![\w.,])(?:{_NUMBER}) ?{_CURRENCY}(?!\w)", re.IGNORECASE
)

_MONTH = (
    r"(?:jan(?:uary|uar|eiro|vier)?|feb(?:ruary|ruar)?"
    r"|mar(?:ch|zo|ço|s)?|märz|apr(?:il|ile)?|may|mai|mayo|june?"
    r"|juni|jul[yi]?"
    r"|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober|ubre)?|nov(?:ember|iembre)?|de[cz](?:ember)?|enero|febrero|abril|junio"
    r"|julio|agosto|septiembre|diciembre|février|avril|juin|juillet|août|septembre|octobre|novembre|décembre|gennaio"
    r"|febbraio|maggio|giugno|luglio|settembre|ottobre|dicembre|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca"
    r"|sierpnia|września|października|listopada|grudnia|ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim"
    r"|kasım|aralık)"
)
DATE = re.compile(
    r"(?<![\w-])(?:\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}"
    rf"|\d{{1,2}}(?:st|nd|rd|th|\.)?(?: de| of)? {_MONTH}(?:,?(?: de)? \d{{4}})?"
    rf"|{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?)(?![\w/-])"
    r"|(?:(?<!\d)\d{4}年)?(?<!\d)\d{1,2}月\d{1,2}日",
    re.IGNORECASE,
)
PHONE = re.compile(r"(?<![\w#-])(?:\+|\(?0)\d?[\d ()/.-]{7,18}\d(?!\w)")

ERROR_WORD = re.compile(
    r"\b(?:error|err|message|says|said|shows|reads|fehler|meldung|fehlermeldung|mensaje|erreur|message|errore|erro"
    r"|foutmelding|fout|błąd|hata|mesaj)|エラー|خطأ",
    re.IGNORECASE,
)
ERROR_CODE = re.compile(
    r"\b(?:error|err|fehler|fehlercode|erreur|errore|erro|fout|foutcode|błąd|hata)(?: ?(?:code|kodu|no\.?|number))?"
    r"(?: is)?[ :#]{1,3}((?=[A-Z_-]{0,12}\d)[A-Z0-9_-]{2,24})(?!\w)|\bERR_[A-Z_]{3,60}\b|\b0x[0-9a-f]{4,16}\b"
    r"|(?:エラー|خطأ)(?:コード)?[ :：]{0,2}((?=[A-Z_-]{0,12}\d)[A-Z0-9_-]{2,24})",
    re.IGNORECASE,
)
QUOTED = re.compile(
    r"“([^“”\n]{2,80})”|„([^„“”\n]{2,80})[“”]|\"([^\"\n]{2,80})\"|«([^«»\n]{2,80})»|「([^「」\n]{2,80})」"
)

REFERENCE = re.compile(r"(?<![\w@.])#?[A-Za-z0-9][A-Za-z0-9_/-]{1,38}[A-Za-z0-9](?![\w@])")
CODE = re.compile(r"[A-Za-z]{1,30}(?:_[A-Za-z0-9]{1,30}){1,4}")
"""A user name as systems write it: words and a number joined by underscores."""

MEASURE = re.compile(
    r"\d{1,6}[./:-]?\d{0,4}(?:st|nd|rd|th|am|pm|x|k|h|hrs?|min|mins|kg|g|cm|mm|km|gb|mb|tb|ghz|mhz|days?|hours?"
    r"|minutes?"
    r"|weeks?|months?|years?|times)",
    re.IGNORECASE,
)
"""A quantity or a time, which is no reference however many digits it has."""


NOUNS: tuple[tuple[FactKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"\b(?:{words})", re.IGNORECASE))
    for kind, words in {
        FactKind.ORDER: r"orders?\b|bestell\w*|auftrag\w*|pedidos?|commandes?|ordin[ei]\b|encomendas?|zamówieni\w*"
        r"|sipariş\w*|طلب\w*|注文\w*",
        FactKind.RESERVATION: r"reservations?|bookings?|confirmation|buchung\w*|reserva\w*|réservation|prenotazion\w*"
        r"|boeking\w*|rezerwacj\w*|rezervasyon\w*|حجز\w*|予約\w*",
        FactKind.INVOICE: r"invoices?|bill\b|receipt|rechnung\w*|facturas?|factures?|fattur\w*|faturas?|factu\w*"
        r"|faktur\w*|فاتور\w*|請求\w*",
        FactKind.TICKET: r"tickets?|case\b|incident|vorgang\w*|caso\b|dossier|pratica|chamado|zgłoszeni\w*|تذكرة",
        FactKind.ACCOUNT: r"accounts?|konto\w*|cuenta|compte|conto\b|conta\b|rekening\w*|hesap\w*|حساب\w*|口座\w*",
        FactKind.USER_ID: r"user ?(?:id|name)|login|benutzer\w*|usuario|utilisateur|utente|usuário|gebruiker\w*",
        FactKind.CUSTOMER_NUMBER: r"customer (?:id|number|no)|kundennummer|número de cliente|numéro client|klantnummer"
        r"|müşteri",
        FactKind.FLIGHT: r"flights?|flug\w*|vuelo|vols?\b|volo\b|voo\b|vlucht|lot\b|uçuş|رحلة|便\w*",
        FactKind.TRACKING: r"tracking|parcel|shipment|sendung\w*|seguimiento|suivi|spedizione|rastreio|przesyłk\w*"
        r"|kargo|追跡\w*",
        FactKind.SERIAL: r"serial|seriennummer|número de serie|série|seriale|numer seryjny|seri no",
        FactKind.POSTCODE: r"zip|postcode|postal|plz|postleitzahl|código postal|code postal|kod pocztowy|posta kodu",
        FactKind.ITEM: r"items?|product|sku|model|artikel\w*|artículo|article|articolo|artigo|produkt\w*",
        FactKind.REFERENCE: r"references?|number|code|id\b|nummer|número|numéro|numero|numer|numara\w*|رقم|番号",
    }.items()
)
"""What a number can be, by the nouns that people put before it."""

COMPOUND = re.compile(
    r"[ -](?:confirmation )?(?:id|numbers?|no\b\.?|nr\b\.?|code|ref(?:erence)?)|s?-?nummer|skod|kód", re.IGNORECASE
)
"""What follows a noun that names the number itself: "the confirmation number for my flight" is no flight's number."""

ASKED_FOR = re.compile(
    r"\?|\b(?:provide|tell me|give me|share|need your|send|bitte|nennen|indique|indiquez|fornisca|informe|geef|podaj)",
    re.IGNORECASE,
)
CORRECTION = re.compile(
    r"\b(?:i meant?|i meant to|sorry,? (?:it'?s|that'?s|the)|correction|actually,? (?:it'?s|it is|the)|my mistake"
    r"|wrong number|typo|not \S{2,30},? but|instead of|ich meinte|korrektur|richtig ist|quise decir"
    r"|quería decir|perdón|je voulais dire|pardon|volevo dire|intendevo|quis dizer|queria dizer|ik bedoel(?:de)?"
    r"|miałem na myśli"
    r"|miałam na myśli|chodziło mi o|demek istedim|yani|قصدت|أقصد)",
    re.IGNORECASE,
)
CORRECTED = re.compile(r"\s{0,3}(?:の間違い|に訂正|が正しい|demek istedim|olacaktı)", re.IGNORECASE)
"""What stands behind a value that corrects another, in languages that say it in this order."""

NEGATION = re.compile(
    r"\b(?:not|isn'?t|wasn'?t|instead of|rather than|nicht|statt|pas|non|não|niet|nie|değil|ليس|بدلا من)"
    r"\s+(?:the |number |no\.? )?#?$",
    re.IGNORECASE,
)
