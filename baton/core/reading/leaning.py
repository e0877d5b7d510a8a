"""Whether a sentence can stand alone: "the other one?" and "it still doesn't" lean on what was said before."""

import re
from functools import lru_cache

_OPENER = re.compile(
    r"^(?:(?:hi|hello|hey|hallo|hola|bonjour|salut|ciao|olá|oi|hoi|cześć|merhaba)(?: there| everyone)?"
    r"|good (?:morning|afternoon|evening|day)|guten (?:tag|morgen|abend)|buenos días|buongiorno|bom dia|goedendag"
    r"|yes,? please|no,? thanks|yes|yeah|yep|no|nope|sure|ok|okay|alright|all right|of course|right|correct"
    r"|exactly|great|perfect|please|oh,? really"
    r"|in that case|got it|i see|i understand|understood|sorry|actually|well"
    r"|(?:thanks|thank you)(?: (?:so|very) much| a lot)?(?: for [\w' ]{1,30})?"
    r"|ja|nein|nee|sí|sì|oui|non|sim|não|tak|nie|evet|hayır|danke|gracias|merci|grazie|obrigad[oa]|bedankt|dziękuję)"
    r"(?:\s*[,.!?;:–-]+\s*|\s*$)|^(?:and|but|so|then|aber|und|pero|mais|maar|ale)[\s,]+",
    re.IGNORECASE,
)
"""What a message may begin with before it says anything: a greeting, a yes or no, a word of thanks, an "and"."""

_POINTS = re.compile(
    r"^(?:that|this|it|they|these|those|he|she)(?:['’]s|['’]re|['’]ll)?\s+(?:\w+ly\s+)?"
    r"(?:is|was|are|were|not|still|does|do|did"
    r"|has|have|can|could|will|would|should|just|never|also|won|isn|doesn|didn|can['’]?t|cannot|led|made|\w{2,}ed)\b"
    r"|\b(?:it|them|those|these|this|that)\b"
    r"(?=\s*(?:[.?!,;]|$|(?:again|too|instead|then|now|either|as well|further|for me|please|without|and"
    r"|or|to|from|into)\b))"
    r"|\b(?:this|that) (?:detail|part|matter|thing)\b",
    re.IGNORECASE,
)
"""Words that point at something: they lean where nothing before them in the sentence is what they point at."""

_LEANS = re.compile(
    r"^(?:how|what) about\b|^as for\b|^(?:the|my) reason\b|^because\b"
    r"|\b(?:that|this|the other|another|which|the same|the first|the second|either|each) ones?\b"
    r"|^the others?\b"
    r"|^(?:is|would|was) (?:that|this|it) (?:be )?(?:possible|okay?|correct|right|true|fine)\b(?!\s+(?:to|for|that))"
    r"|\b(?:few|some|all|any|one|both|none|most|each|many) of (?:them|those|these)\b"
    r"|\bboth (?:issues|problems|things)\b"
    r"|\binstead\b(?! of)|\b(?:check|try|look|ask|do it) (?:it |that )?again\b|\bin (?:my|this|that) case\b"
    r"|\busing my\b"
    r"|^(?:das|es|sie) (?:geht|ist|klappt|hilft|funktioniert)\b|\b(?:das|die|der|den) andere[nrs]?\b|\bstattdessen\b"
    r"|^(?:eso|esto) |\b(?:el otro|la otra)\b(?=\W*$)|\botra vez\b|\ben mi caso\b|^(?:ça|cela) |\bl['’]autre\b(?=\W*$)"
    r"|\bencore une fois\b|^(?:questo|quello) (?:non|è)\b|\bl['’]altr[oa]\b(?=\W*$)|^(?:isso|isto) "
    r"|\b(?:o outro|a outra)\b(?=\W*$)|^(?:dat|dit|het) (?:werkt|helpt|is|lukt)\b|\bdie andere\b(?=\W*$)",
    re.IGNORECASE,
)

_ADDS = re.compile(
    r"^also\b|\b(?:i|i['’]d|we|you|would) also\b|\b(?:additionally|in addition|as well|one more|on top of that)\b"
    r"|\b(?:auch|außerdem|también|además|aussi|anche|inoltre|também|ook|ayrıca|również)\b"
    r"|^(?:however|otherwise|meanwhile|by the way)\b|^if (?:it|that|this|there|not|possible|so)\b"
    r"|\b(?:i['’]d|i would|i)(?: really| much)? prefer\b"
    r"|\b(?:the|this|that|any)(?: total)? (?:cancell?ation|changes?|refund|exchange|return|upgrade|fees?"
    r"|(?:price )?difference|request)\b(?! (?:for|of|on|from) (?!the\b|this\b|that\b))",
    re.IGNORECASE,
)
"""What is said in the course of a matter: one thing more, a condition, a deed without its thing."""

_DOUBTS = re.compile(
    r"\b(?:double[- ]?check|verify|confirm|(?:make|be) sure)\b|\bthere must be\b"
    r"|\b(?:any|some)thing (?:else|here|at all)\b|\blook (?:it|that|this|them) up\b|^hmm+\b"
    r"|\bi(?:['’]m| am| was) (?:\w+ )?(?:sure|certain|positive)\b|\bi thought\b|\bshould (?:definitely|still|already)\b"
    r"|\bthat(?:['’]s| is| will be| would be| will do) (?:all|everything|it)\b|\bunder the impression\b"
    r"|\b(?:go|going|stick) with\b|\boption \d"
    r"|\b(?:i['’]ll|i will|let me)(?: need to)? (?:check|look|try|find|reach|get back)\b",
    re.IGNORECASE,
)
"""A doubt about what the other side said, or what the customer will do themselves: no wish of its own."""

_BEFORE = re.compile(
    r"\b(?:an?|any|some) (?:other|different|higher|lower|cheaper|bigger|smaller|better|earlier|later|faster) \w+"
    r"|\b(?:for|to|on|with|from|in|about) (?:this|that|these|those) "
    r"(?!(?:morning|afternoon|evening|week\w*|month|year|time|moment|point)\b)\w{3,}"
    r"|\bthe \w+ ones\b|\bthem\b|\bthe same \w+|\bthere\b(?=[.?!,]| (?:for|on|at|by|then|please)\b)"
    r"|\b(?<!is )(?<!was )(?<!if )(?<!make )it\b(?!['’]s| is| was| seems| looks| takes| would be| possible)",
    re.IGNORECASE,
)
"""What is compared with, or points at, what was said before: it follows where nothing is named before that."""

_YES = re.compile(r"\b(?:go ahead|proceed)\b", re.IGNORECASE)

_LACKS = re.compile(
    r"\b(?:don['’]?t|do not|can['’]?t|cannot|couldn['’]?t) (?:\w+ )?(?:have|remember|recall|find|know)\b.{0,40}"
    r"\b(?:ids?|numbers?|codes?|details|reference|handy|with me|at hand)\b"
    r"|^(?:it['’]?s|(?:my|the) (?:[\w'’-]+ ){0,3}(?:ids?|numbers?|codes?|e-?mail|address|phone)(?:['’]s| is| are))"
    r" \S*[\d@_]\S*(?: and \S*[\d@_]\S*)?\W*$|^my name(?:['’]s| is) \w+(?: \w+)?\W*$",
    re.IGNORECASE,
)
"""An answer to a question for a number: what it is or how it is to be found, and not what is wanted."""

_NAMED = re.compile(
    r"\b(?:my|our|the|an?|your|any|mein\w*|mi|mon|ma|mio|mia|meu|minha|mijn)\s+[\w'-]{3,}|\d|\b[A-Z]{3,}"
)
"""What a pointing word can point at: a thing that is named, a number, a name in capitals."""


def without_opener(sentence: str) -> str:
    """The sentence without the greeting, the yes or the thanks that it begins with."""
    left = sentence.strip()
    while found := _OPENER.match(left):
        left = left[found.end() :]
    return left


@lru_cache(maxsize=256)
def leans(sentence: str) -> bool:
    """Whether it says nothing by itself: it points at, goes on with or answers what was said before."""
    said = without_opener(sentence)
    if not said or says_yes(said) or _LEANS.search(said):
        return True
    return _lacks_its_thing(said, _POINTS)


def _lacks_its_thing(said: str, pointing: re.Pattern[str]) -> bool:
    points = pointing.search(said)
    return points is not None and not _NAMED.search(said[: points.start()])


def follows(sentence: str) -> bool:
    """Whether it goes on with a matter that is under way: it can be read alone, and says the smaller half of it."""
    said = without_opener(sentence)
    return _ADDS.search(said) is not None or _lacks_its_thing(said, _BEFORE)


def doubts(sentence: str) -> bool:
    """Whether it questions a detail, or says what the customer will look after themselves."""
    return _DOUBTS.search(sentence) is not None


def says_yes(sentence: str) -> bool:
    """Whether it tells the bot to go on with what that proposed, or has not got what that asked for."""
    return _YES.search(sentence) is not None or _LACKS.search(without_opener(sentence)) is not None
