"""Words by which a reply promises something, tells of a deed, asks for a secret or reads back, by language.

Nobody has done anything for the customer when a reply is suggested, and nobody knows yet what will be done. So a
suggestion may say what was written and what the documents say, and it may ask; these words tell it apart from more.
"""

import re
from dataclasses import dataclass

_DONE = (
    r"(?:refund|reimburs|compensat|credit|approv|process|cancell?|sen[dt]|ship|chang|updat|fix|resolv|verif|waiv|grant"
    r"|escalat|issu|reset|unlock|replac|schedul|arrang|book|forward|pass|open|creat|contact|call|remov|delet|upgrad"
    r"|offer|g[ia]v|order|pay|paid)\w*"
)
_LOOKS = (
    r"(?:look|check|see|help|read|find out|review|ask|need|understand|go through|(?:take|have) an? (?:\w+ )?look"
    r"|(?:be )?(?:happy|glad) to (?:help|look|check)|like to (?:help|know|look|check|see|understand))"
)
_SPAN = r"(?:\w+ ){0,2}(?:minutes?|hours?|days?|weeks?)"


@dataclass(frozen=True, slots=True)
class Commitments:
    """A language's patterns. `commits` promises or tells of a deed, `reads_back` says whose words follow; `grants` says
    that something is settled, which is a customer's claim unless the desk has said so, and `says` marks it as one.
    """

    commits: re.Pattern[str]
    reads_back: re.Pattern[str]
    grants: re.Pattern[str]
    says: re.Pattern[str]
    courtesy: str
    frame: str


def _pattern(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(alternatives), re.IGNORECASE)


COMMITMENTS = {
    "en": Commitments(
        commits=_pattern(
            r"\b(?:guarantee|promise|assure|ensure|make sure|hereby|definitely|certainly)\b",
            r"\b(?:i|we|someone|a colleague|our team|the team)(?:['’]ll|['’]d| will| shall| would| can| could| may"
            rf"|(?:['’]m|['’]re| am| are| is) going to)\s+(?:\w+ly |also |now |just )?(?!{_LOOKS}\b)\w+",
            r"\b(?:i|we)(?:['’]ve| have| had)\s+(?:\w+ly |also |now |just )?(?!read|seen|noted|received|got|understood"
            r"|gone through|looked)\w+",
            rf"\b(?:i|we)\s+(?:\w+ly |also |now |just )?{_DONE}",
            r"\b(?:i['’]m|i am|we['’]re|we are)\s+(?:\w+ly |also |now |just )?(?!looking|checking|reading|going through"
            r"|reviewing)\w+ing\b",
            rf"\b(?:me|us)\b(?: to)? {_DONE}",
            r"\byou(?:['’]ll| will| shall| are going to| can expect| should (?:get|receive|see|have))\b",
            r"\bwill be \w+",
            rf"\b(?:has|have|had|is|are|was|were)(?: now| just| already)? been {_DONE}",
            r"\b(?:i|we)\b.*\b(?:today|tonight|tomorrow|shortly|soon|right away|immediately|asap"
            rf"|(?:within|in) {_SPAN})",
        ),
        reads_back=_pattern(
            r"\byou(?:['’]ve| have)? (?:wrote|written|say|said|told|tell|mention|mentioned|ask|asked|sent|describe"
            r"|described|report|reported|want|would like|need)\b|\b(?:i|we)(?: can|['’]ve| have)? (?:see|seen"
            r"|read|understand|noted?)\b"
            r"|\b(?:i|we)(?:['’]m|['’]re| am| are) (?:very |so |really )?sorry\b|^(?:sorry|apologies)\b"
            r"|\byour (?:message|words|question|request)\b|\bthank(?:s| you)\b"
        ),
        grants=_pattern(
            r"\b(?:entitl|approv|authori[sz]|verif|grant|confirm|guarante|promis|waiv|eligib|agreed|must|should|owe"
            r"|instruct|vip)\w*|\bis to (?:get|be|have|receive)\b"
        ),
        says=_pattern(
            r"\b(?:want|ask|need|sa(?:y|id)|writ|wrote|report|request|claim|complain|would like|t(?:ell|old)|mention"
            r"|expect|demand|insist|believ|think|dispute)\w*"
        ),
        courtesy="Hello. Thank you for your message. I am sorry for the trouble that you have had. I am sorry to hear "
        "that. I understand that this is frustrating. I have read what you wrote, and I can see your question.",
        frame="The customer wants, asks for, needs, says, writes, reports or would like something. They have a problem "
        "or question about it. The bot answered, showed, explained, suggested, asked and offered. The answer did not "
        "help. It found no answer in the sources and could not help. The customer asked for a person.",
    ),
    "de": Commitments(
        commits=_pattern(
            r"\b(?:garantier|versprech|versicher(?:e|n) (?:ich|wir|ihnen)|sicherstell)\w*",
            r"\b(?:werde|werden|wird|können|kann|könnte|könnten)\b(?!.*\b(?:helfen|prüfen|ansehen|anschauen|nachsehen"
            r"|sehen|lesen|sagen|verstehen|nachvollziehen)\b)",
            r"\b(?:kümmere?|sorge|erstatte|storniere|veranlasse|schicke|sende|ändere|schreibe|buche|gebe|biete|leite)n?"
            r" (?:ich|wir|ihnen|mich|uns)\b|\b(?:ich|wir) (?:kümmere?|sorge|erstatte|storniere|veranlasse|schicke|sende"
            r"|ändere|buche|gebe|biete|leite)n?\b",
            r"\b(?:bekommen|erhalten) sie\b|\bsie (?:bekommen|erhalten)\b",
            r"\b(?:erstattet|storniert|genehmigt|veranlasst|verschickt|gesendet|geändert|gutgeschrieben|weitergeleitet"
            r"|freigeschaltet|gelöscht|ersetzt|erledigt|bestätigt)\b",
            r"\b(?:sofort|umgehend|heute noch|innerhalb|binnen|in kürze|morgen|bald)\b",
        ),
        reads_back=_pattern(
            r"\bsie (?:schreiben|schrieben|haben|sagen|sagten|möchten|wollen|brauchen|fragen|fragten)\b|\bhaben sie\b"
            r"|\b(?:ich|wir) (?:sehe|lese|verstehe|sehen|lesen|verstehen)\b|\b(?:leid|entschuldig\w*|danke"
            r"|vielen dank)\b"
            r"|\bihre (?:nachricht|frage|anfrage)\b"
        ),
        grants=_pattern(
            r"\b(?:genehmig|berechtig|bestätig|zugesag|zugesich|garantier|versproch|verifizier|anspruch|muss|soll)\w*"
        ),
        says=_pattern(
            r"\b(?:möchte|will|fragt|braucht|sagt|schreibt|meldet|verlangt|bittet|beschwert|berichtet|laut|erwartet)\w*"
        ),
        courtesy="Guten Tag. Danke für Ihre Nachricht. Es tut mir leid, dass Sie Ärger hatten. Ich verstehe, dass das "
        "ärgerlich ist. Ich habe gelesen, was Sie geschrieben haben.",
        frame="Der Kunde möchte, fragt, braucht, sagt, schreibt oder meldet etwas. Er hat ein Problem oder eine Frage. "
        "Der Bot hat geantwortet, gezeigt, erklärt, vorgeschlagen und gefragt. Die Antwort half nicht. Er fand keine "
        "Antwort in den Quellen. Der Kunde hat um eine Person gebeten.",
    ),
    "es": Commitments(
        commits=_pattern(
            r"\b(?:garantiz|promet(?:o|emos)|asegur(?:o|amos))\w*",
            r"\b\w+(?:aré|eré|iré|dré|aremos|eremos|iremos|dremos|ará|erá|irá|drá|arán|erán|irán)\b|\b(?:voy"
            r"|vamos) a\b",
            r"\b(?:reembols|devolv|cancel|envi|anul|cambi|aprob|compens|abon|repar|gestion)(?:o|amos|emos|ado|ada|uelto"
            r"|uelta|é)\b|\bhemos\b|\b(?:puedo|podemos) (?!ayudar|ver|revisar|leer|entender|comprender)",
            r"\b(?:enseguida|de inmediato|inmediatamente|hoy mismo|mañana|pronto|dentro de|en breve)\b",
        ),
        reads_back=_pattern(
            r"\b(?:usted )?(?:escribió|ha escrito|dijo|dice|pregunta|preguntó|quiere|necesita|ha enviado|menciona)\b"
            r"|\b(?:veo|leo|entiendo|comprendo|siento|lamento|lamentamos|gracias)\b|\bsu (?:mensaje|pregunta"
            r"|consulta)\b"
        ),
        grants=_pattern(r"\b(?:aprob|autoriz|verific|confirm|garantiz|promet|derecho|debe|tiene que)\w*"),
        says=_pattern(r"\b(?:quiere|pide|pregunta|necesita|dice|escribe|informa|solicita|reclama|afirma|espera)\w*"),
        courtesy="Hola. Gracias por su mensaje. Lamento las molestias que ha tenido. Entiendo que es frustrante. He "
        "leído lo que escribió.",
        frame="El cliente quiere, pide, pregunta, necesita, dice o informa de algo. Tiene un problema o una "
        "pregunta. El "
        "bot respondió, mostró, explicó, propuso y preguntó. La respuesta no ayudó. No encontró respuesta en las "
        "fuentes. El cliente pidió una persona.",
    ),
    "fr": Commitments(
        commits=_pattern(
            r"\b(?:garanti|promet|assur(?:e|ons))\w*",
            r"\b\w+(?:erai|irai|drai|rrai|erons|irons|drons|rrons|erez|irez|drez|vrez|rrez)\b|\b(?:vais|allons)\b",
            r"\b(?:rembours|annul|envoy|chang|approuv|compens|crédit|répar|transmet|transmis)(?:e|ons|é|ée|és)?\b",
            r"\b(?:peux|pouvons|pourrai\w*) (?!vous aider|aider|voir|lire|comprendre)|\bavons\b",
            r"\b(?:tout de suite|immédiatement|aujourd['’]hui|demain|bientôt|rapidement|sous \d|dans les)\b",
        ),
        reads_back=_pattern(
            r"\bvous (?:avez (?:écrit|dit|demandé|envoyé)|écrivez|dites|demandez|voulez|souhaitez|aimeriez)\b"
            r"|\b(?:je|nous) (?:vois|voyons|lis|lisons|comprends|comprenons)\b|\b(?:désolée?s?|merci)\b"
            r"|\bvotre (?:message|question|demande)\b"
        ),
        grants=_pattern(r"\b(?:approuv|autoris|vérifi|confirm|garanti|promis|droit|accord|doit)\w*"),
        says=_pattern(r"\b(?:veut|demande|souhaite|dit|écrit|signale|réclame|affirme|attend|aimerait)\w*"),
        courtesy="Bonjour. Merci pour votre message. Je suis désolé des ennuis que vous avez eus. Je comprends que "
        "c'est "
        "frustrant. J'ai lu ce que vous avez écrit.",
        frame="Le client veut, demande, souhaite, dit, écrit ou signale quelque chose. Il a un problème ou une "
        "question. "
        "Le bot a répondu, montré, expliqué, proposé et demandé. La réponse n'a pas aidé. Il n'a pas trouvé de réponse "
        "dans les sources. Le client a demandé une personne.",
    ),
}  # fmt: skip
"""The four languages in which denials and contraries are known too (`core/statements/polarity_words.py`)."""
