"""What form of answer a question asks for, and whether a text has it."""

import re
from enum import StrEnum
from functools import lru_cache

from baton.core.values import value

_LASTS = r"(?:is |of )?(?:the |a |an |your |my )?(?:guarantee|warranty|notice)"
"""Things of which "how much" asks how long they last: "how much is the guarantee", not "the extended guarantee"."""

_GIVE_ME = (
    r"^\W*(?:(?:what(?:'s|s| is)|can i have|do you have|have you got|give me|is there) )?"
    r"(?:a |an |the |your |ur |any )?(?:customer service |support |contact )?"
)
"""What may stand before what is asked for, where nothing else does."""

_ASKED = {
    "phone": rf"{_GIVE_ME}(?:(?:tele)?phone(?: no| number)|telephone|contact number|hotline)(?: please| pls)?(?=\W*$)|"
    r"^\W*(?:telefonnummer|numéro de téléphone|número de teléfono|numero di telefono|número de telefone|"
    r"telefoonnummer)(?=\W*$)",
    "mail": rf"{_GIVE_ME}e-?mail(?: address)?(?: please| pls)?(?=\W*$)",
    "clock": r"what time|opening (?:hours|times)|(?:business|office|store|shop|phone) hours|"
    r"what (?:are|r) (?:your|the) (?:hours|times)|"
    r"(?:when (?:do|does|are|is|will|can|r)|how late|until when|till when|from when)\b.{0,40}"
    r"\b(?:open|close[sd]?|closing|ring|call|reach)|hours of|"
    r"öffnungszeiten|um wie viel uhr|horario|a qu[eé] hora|horaires?|à quelle heure|a che ora|orari|hor[aá]rio|"
    r"openingstijden|hoe laat|"
    r"wann (?:öffne|schlie(?:ß|ss)|(?:hat|habt|haben|macht|machen|seid|sind|ist) .{0,25}?(?:auf|zu|offen|geöffnet))\w*|"
    r"quand (?:ouvr|ferm|(?:êtes|est|sont).{1,20}(?:ouv|ferm))\w*|cu[aá]ndo (?:est[aá]n? )?(?:abr|abier|cierr)\w*|"
    r"quando (?:siete |è |est(?:á|ão) |você?s? )?(?:apr|apert|chiud|chius|abr|abert|fech)\w*|"
    r"wanneer .{0,20}?(?:open|dicht|gesloten|sluit\w*)",
    "money": r"(?<!how )(?<!where )(?<!when )(?:do|does|must|will|should) [^,.?]{1,30}?\bpay (?:to|for)|free of charge|"
    rf"how much(?! {_LASTS}\b)|how expensive|costs?|price(?!s? match)|fees?|charges?|"
    r"wie ?viel|was kostet|kosten|"
    r"preis|cu[aá]nto (?:cuesta|vale|es)|precio|combien|prix|frais|quanto costa|prezzo|quanto custa|pre[çc]o|wat kost|"
    r"prijs",
    "span": rf"how much {_LASTS}\b|"
    r"how (?:long|soon|quickly|fast|late|early)|how many (?:days|weeks|hours|months|years|minutes)|"
    r"(?:after|within|for) \d+ (?:days|weeks|months|years)|"
    r"deadline|wie lange|wie schnell|cu[aá]nto (?:tiempo|tarda)|combien de temps|quanto tempo|hoe ?lang|hoe snel",
    "time": r"when|which days?|wann|cu[aá]ndo|quand|quando|wanneer",
    "number": r"how (?:many|often|far|old|big|heavy|tall|wide|high|deep|large)|what (?:size|percentage)|limit|maximum|"
    r"minimum|wie (?:viele|oft|groß|hoch|breit)|cu[aá]ntos|cu[aá]ntas|quanti|quante|quantos|quantas|hoeveel",
}
_ASKS = {name: re.compile(rf"(?i)\b(?:{pattern})\b") for name, pattern in _ASKED.items()}
_UNITS = (
    r"minut|hour|day|week|month|year|night|stunde|tag|woche|monat|jahr|hora|d[ií]a|semana|mes|año|heure|jour|semaine|mois|"
    r"an(?:s|née)|giorn|or[ae]|settiman|mes|ann|dia|ano|uur|dag|week|maand|jaar"
)
_DAYS = (
    r"(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|sonnabends?|täglich|werktags?|wochentags?|heute|morgen|"
    r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|tous les jours|aujourd'hui|demain|"
    r"lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bados?|domingos?|todos los d[ií]as|hoy|mañana|"
    r"luned[iì]|marted[iì]|mercoled[iì]|gioved[iì]|venerd[iì]|sabato|domenica|tutti i giorni|oggi|domani|"
    r"(?:segunda|terça|quarta|quinta|sexta)(?:s|-feiras?)?|todos os dias|hoje|amanhã|"
    r"(?:maan|dins|woens|donder|vrij|zater|zon)dag|dagelijks|vandaag"
)
"""Days and what comes daily, in German, French, Spanish, Italian, Portuguese and Dutch."""

_COUNT = r"(?:\d+|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|a few))"
_HAS = {
    "phone": re.compile(r"\+?\(?\d[\d ()/.-]{6,}\d"),
    "mail": re.compile(r"[\w.+-]+@[\w-]+\.\w"),
    "money": re.compile(
        r"(?i)[$€£¥₹%]|\b(?:eur|usd|gbp|chf|euros?|dollars?|pounds?|free|no (?:charge|fee)|kostenlos|kostenfrei|"
        r"umsonst|grat(?:is|uite?s?|uit[oa]s?|uitement)|grátis|kosteloos)\b"
    ),
    "span": re.compile(
        rf"(?i){_COUNT}\s*(?:working |business |calendar |more )?(?:{_UNITS})|\b(?:immediately|at once|never)\b"
    ),
    "clock": re.compile(
        r"(?i)\d\s*[ap]\.?m\b|\b\d{1,2}[:.h]\d\d\b|o'clock|\d\s*(?:uhr|uur|h)\b|\b24/7|\bmidnight|\bnoon|"
        r"round the clock|24 hours"
    ),
    "time": re.compile(
        rf"(?i){_COUNT}\s*(?:working |business |calendar |more )?(?:{_UNITS})|\d\s*[ap]\.?m\b|\b\d{{1,2}}[:.h/]\d\d|"
        r"\b(?:19|20)\d\d\b|"
        r"\d\.|\b(?:daily|every (?:\w+ )?(?:day|week|month)|immediately|at once|never|as soon as|today|tomorrow|"
        r"(?:first|last|next|same) (?:\w+ )?(?:day|week|month|year)|"
        r"(?:mon|tues|wednes|thurs|fri|satur|sun|holi)days?|january|february|march|april|june|july|august|"
        rf"september|october|november|december)\b|\d\s*(?:uhr|uur|h)\b|\b(?:{_DAYS})\b"
    ),
    "number": re.compile(
        r"\d|(?i:\b(?:one|two|three|four|five|six|seven|eight|nine|ten|once|twice|no|unlimited|every|each|(?:dai|week|month|quarter|year)ly|annual\w*)\b)"
    ),
}
_STEPS = re.compile(
    r"(?i)\b(?:how (?:do|can|would|should|to|does one|might)|steps?|what (?:do|should|must|can) i do|what now|"
    r"what to do|where (?:do|can) i|set ?up|"
    r"wie (?:kann|mache|geht|gehe|soll)|c[oó]mo|comment|come (?:posso|faccio|si)|como (?:fa[çc]o|posso)|"
    r"hoe (?:kan|moet|doe))\b"
)
_POLAR = re.compile(
    r"(?i)^\W*(?:\w+,\s*)?(?:can|could|do|does|did|is|are|will|may|am|has|have|kann|darf|puedo|posso)\b"
)

_OF_US = re.compile(r"(?i)^\W*(?:do|can|could|will|would) you\b(?! (?:have|got|know|think|tell|help|please)\b)")

_FORMAL = frozenset(
    ("much", "many", "long", "soon", "quickly", "fast", "often", "far", "big", "time", "take", "takes", "last", "lasts")
)
"""Words that, beside the form, say nothing of what is asked for."""

_OF_CONTACT = frozenset(("number", "no", "address"))
"""The same beside a telephone or e-mail: where it stands in a text nobody need call it a number."""

_MEASURED = {
    "tall": r"tall|high|height", "high": r"high|tall|height", "wide": r"wide|width|across", "deep": r"deep|depth",
    "big": r"big\w*|large\w*|size\w*|small\w*|amounts?|maximum|limit\w*|up to|[cm]m|inch\w*",
    "often": r"every|each|per|once|twice|times|(?:dai|week|month|quarter|year)ly|annual\w*",
    "heavy": r"weigh\w*|heavy|kg|lbs?|pounds", "thick": r"thick\w*", "old": r"old|age\w*|since|founded|\d{4}|years",
}  # fmt: skip
_MEASURE = re.compile(rf"(?i)\bhow ({'|'.join(_MEASURED)})\b")

_LABELS = {
    "phone": "phone contact call",
    "mail": "email contact",
    "money": "price cost fee charge",
    "span": "time long deadline days",
    "clock": "hours time open",
    "time": "hours time when",
    "number": "limit",
}
"""What headings are called under which that form of answer stands."""


_SAID_BY = {"money": ("cost", "price", "fee", "charge", "pay", "free"), "clock": ("open", "close")}
_ASKS_TAKES = re.compile(r"(?i)\btakes?\b|\b(?:arrives?|ready|processed)\b")
_TAKES = re.compile(
    r"(?i)\b(?:times?|takes?|taken|taking|within|ready|arriv\w+|receive|delivered|processed|shows?|up to)\b"
)
_MEANING = re.compile(
    r"(?i)^\W*what(?:'s|’s| is| are| does| do) (?:an? |the )?(?:meaning of )?([\w-]+(?: [\w-]+){0,3}?)(?: means?)?\W*$"
)
_THING = re.compile(r"(?i)\b(?:what|which)(?: (?:kinds?|sorts?|types?) of)? (\w+)")


class Form(StrEnum):
    """Forms of answer."""

    PHONE = "phone"
    MAIL = "mail"
    MONEY = "money"
    SPAN = "span"
    CLOCK = "clock"
    TIME = "time"
    NUMBER = "number"
    STEPS = "steps"
    MEANING = "meaning"
    YES_NO = "yes_no"
    ANY = "any"


@value
class Asked:
    """The form asked for, and `label`: words that a heading tends to have where such answers stand.

    `measure` is a pattern of what is measured, where that was asked by name ("how tall"), `subject` the thing whose
    meaning was asked for, `thing` what the answer is one of ("foam" of "what kind of foam"), `takes` says that it
    was asked how long something takes, and `of_us` whether the company does something ("do you take cheques").
    """

    form: Form
    label: str = ""
    measure: str = ""
    subject: str = ""
    thing: str = ""
    takes: bool = False
    of_us: bool = False

    def is_formal(self, word: str) -> bool:
        """Whether a word of the question only says its form, such as the "long" and "take" of "how long"."""
        of_contact = self.form in (Form.PHONE, Form.MAIL) and word in _OF_CONTACT
        return of_contact or (self.is_figure and word in _FORMAL)

    @property
    def said_by(self) -> tuple[str, ...]:
        """Words that say no more than the form, any of which stands for the others where the form is there."""
        return _SAID_BY.get(self.form, ())

    def defines(self, text: str) -> bool:
        """Whether `text` says what the thing is that was asked for ("What is provisional credit?")."""
        return self.form is Form.MEANING and _defines(self.subject, text)

    def speaks_of_it(self, text: str) -> bool:
        """Whether `text` says how long it takes (a guarantee has a period too) or what was to be measured, if asked."""
        return (not self.takes or _TAKES.search(text) is not None) and self.measures(text)

    @property
    def is_figure(self) -> bool:
        """Whether an amount, a period, a time or a number is asked for."""
        return self.form in _HAS

    def has_it(self, text: str) -> bool:
        """Whether `text` has what the form needs: an amount, a period, a time or a number. True for other forms."""
        return not self.is_figure or _has(self.form, text)

    def measures(self, text: str) -> bool:
        """Whether `text` speaks of what was to be measured: 75 cm may be anything. True where nothing was."""
        return not self.measure or re.search(rf"(?i)\b(?:{self.measure})\b", text) is not None


@lru_cache(maxsize=65_536)
def _has(form: str, text: str) -> bool:
    return _HAS[form].search(text) is not None


@lru_cache(maxsize=4_096)
def _defines(subject: str, text: str) -> bool:
    says = r"(?:is|are|means?|refers? to|protects?|helps?|lets?)"
    return re.match(rf"(?i)^\W*(?:an? |the )?{re.escape(subject)}\w{{0,2}} {says}\b", text) is not None


@lru_cache(maxsize=1_024)
def form_of(question: str) -> Asked:
    """The form of answer that a question asks for."""
    for name, pattern in _ASKS.items():
        if pattern.search(question):
            measured = _MEASURE.search(question)
            takes = name == "span" and _ASKS_TAKES.search(question) is not None
            return Asked(Form(name), _LABELS[name], _MEASURED[measured[1].lower()] if measured else "", takes=takes)
    if _STEPS.search(question):
        return Asked(Form.STEPS, "yourself instructions steps")
    meaning = _MEANING.match(question)
    if meaning:
        return Asked(Form.MEANING, subject=meaning[1].casefold())
    thing = _THING.search(question)
    if _POLAR.match(question):
        return Asked(Form.YES_NO, thing=thing[1] if thing else "", of_us=_OF_US.match(question) is not None)
    return Asked(Form.ANY, thing=thing[1] if thing else "")


def is_for_another_figure(question: str, before: str) -> bool:
    """Whether a question asks for an amount, a period, a time or a number of another kind than the one before it."""
    form = form_of(question)
    return bool(before) and form.is_figure and form.form is not form_of(before).form
