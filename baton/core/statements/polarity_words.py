"""The small words that turn a sentence round, per language: data for `polarity`. Patterns are whole words.

`settled` are wordings with a negation in them that deny nothing, or that say in other words what one of the marks
says; each is read as the mark before it ("" for none). `refuses` are words that deny by themselves, and affirm beside a
negation ("not excluded"). `lends` are verbs that a paraphrase may put in without claiming anything; `lacks` are words
that a denial may put in other words ("skipped": not taken), and `contrasts` those that set a thing apart from another.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Marks:
    """Patterns of one language. In `opposites` each pair is one thing and its contrary."""

    denies: str
    refuses: str
    settled: tuple[tuple[str, str], ...]
    only: str
    always: str
    free: str
    charged: str
    lends: str
    lacks: str
    contrasts: str
    opposites: tuple[tuple[str, str], ...]


EN = Marks(
    denies=r"not|no|never|cannot|neither|nor|none|nobody|nothing|\w+n['’]t",
    refuses=r"without|unless|unable|impossible|except\w*|exclu\w+|refuse[sd]?|reject\w*|declined?|forbidden|prohibited|"
    r"un(?:available|eligible|covered)|non-?\w+[ai]ble|ineligible|void|(?:is|are|stays?|remains?) closed(?! (?:by|when|if|free|at any))|closed (?:on|all day|for)",
    settled=(
        ("most_", r"(?:no|not) (?:more|later|longer) than|not exceeding|no more than"),
        ("least_", r"(?:no|not) (?:less|fewer|earlier|sooner) than"),
        ("after_", r"not (?:before|until)|n['’]t (?:\w+ ){0,3}(?:before|until)"),
        (
            "free_",
            r"free of charge|for free|without (?:charge|cost|a fee|extra cost)s?|(?:no|without any|at no|zero) "
            r"(?:extra |additional |further )?(?:charge|cost|fee|payment)s?|(?:not|never) (?:be )?(?:charged?|cost|pay)"
            r"(?: (?:for|anything|you|extra))*|costs? (?:\w+ ){0,2}nothing|nothing to pay",
        ),
        ("charged_", r"(?:not|n['’]t|never) (?:be )?free"),
        ("only_", r"nothing but|no other than|none but"),
        ("also_", r"not only"),
        ("each_", r"each"),
        ("", r"just (?=(?:let|call|tell|ask|bring|send|contact|reply|write|say|open|choose|select|click)\b)"),
        ("always_", r"no matter|without (?:exception|limit)s?|no exceptions?|never fails?"),
        (
            "full_",
            r"all (?:of )?(?:your|the|my|their) (?:money|data|files|payment|amount)|all the best|not at all|after all",
        ),
        (
            "",
            r"every (?:\w+ )?(?:minute|hour|day|week|month|year|night|quarter)s?|whether or not|just (?:like|as|the same)|do not (?:worry|forget|hesitate)|be sure to|make sure|if not(?=[,.;])|no problem|no\. ?\d+|feel free|"
            r"\w+-free",
        ),
    ),
    only=r"(?<!-)only|solely|exclusively|just|limited to|except\w*|unless|alone|apart from|other than|no other",
    always=r"all|every|everyone|everybody|everything|always|any(?= (?:item|order|product|customer|ticket|card|plan|account|reason))|everywhere|forever|worldwide|"
    r"entire|whole|whenever|at any time|unlimited|no matter",
    free=r"free|free_|gratis|complimentary",
    charged=r"charge[sd]?|charged_|costs?|fees?|pay(?:s|ing)?|paid|payable",
    lends=r"get|gets|receive[sd]?|send|sent|back|have|has|having|do|make|makes|takes?|give|gives|put|keep|allow\w*|possible|available|unfortunately|sorry|simply|then|also|usually|please|you['’]ll|we['’]ll|happy|glad\w*|currently|certain|like|want|wish|would|choice|whether|expect|kindly|lasts?|roughly|around|about|approximately|nearly",
    lacks=r"skip\w*|off|los[et]|lack\w*|miss(?:ed|ing|es)?|fail\w*|instead|rather|expire\w*|block\w*|lock\w*|stop\w*|read-only|prevent\w*|avoid\w*|deleted?|undone",
    contrasts=r"but|however|unless|except\w*|whereas|while|otherwise|else|smaller ones|the rest|others|above|over|below|under",
    opposites=(
        (r"before|prior to|ahead of|earlier than", r"after|following|once|later than|afterwards|after_"),
        (r"until|by", r"after|since|after_"),
        (r"at least|minimum|or more|least_|after_", r"at most|maximum|up to|or less|or fewer|most_|within"),
        (r"more|over|above|longer|higher|from (?=[£€$]?\d)", r"less|under|below|fewer|shorter|lower|cheaper"),
        (r"also_|also|too|as well", r"only|solely|exclusively"),
        (r"always|always_|every time", r"never|sometimes|occasionally|rarely"),
        (r"include[sd]?|including|included", r"exclude[sd]?|excluding|excluded"),
        (r"required|must|have to|has to|mandatory|need to", r"optional|voluntary|no need"),
        (r"at least|or over|or older|or above|minimum|least_", r"under|younger|less than|below|fewer than"),
        (r"all|every|each", r"some|few|certain|selected"),
        (r"partly|partially|in part|some of", r"fully|completely|in full|entirely|totally"),
        (r"(?:switched|turned) on|enabled", r"(?:switched|turned) off|disabled"),
        (r"both|together", r"either|alone|separately|any one of"),
    ),
)
DE = Marks(
    denies=r"nicht|kein\w*|nie|niemals|weder|nichts|niemand",
    refuses=r"ohne|unmöglich|ausgeschlossen|ausgenommen|außer|verboten|unzulässig|ungültig|geschlossen|es sei denn",
    settled=(
        ("most_", r"nicht (?:mehr|später|länger) als"),
        ("least_", r"nicht (?:weniger|früher) als"),
        ("after_", r"nicht vor|erst (?:nach|ab)"),
        (
            "free_",
            r"ohne (?:\w+ )?(?:kosten|gebühr(?:en)?|aufpreis)|kein\w* (?:\w+ )?(?:kosten|gebühr(?:en)?|versandkosten)|"
            r"kostet (?:\w+ ){0,3}nichts|nichts bezahlen|kostenlos\w*|kostenfrei\w*|gebührenfrei\w*|gratis|umsonst|frei haus",
        ),
        ("charged_", r"nicht (?:kostenlos|kostenfrei|gratis|umsonst)\w*|kostenpflichtig\w*"),
        ("only_", r"nichts anderes als"),
        ("always_", r"ohne (?:ausnahme|einschränkung)|ausnahmslos"),
        ("also_", r"nicht nur"),
        (
            "",
            r"jede[mnrs]? (?:tag|woche|monat|jahr|stunde|nacht)\w*|ob oder nicht|vergessen sie (?:\w+ )?nicht|kein problem|keine sorge|falls nicht(?=,)",
        ),
    ),
    only=r"nur|ausschließlich|lediglich|bloß|außer|es sei denn|beschränkt|allein",
    always=r"alle[nmrs]?|jede[nmrs]?|immer|stets|überall|weltweit|beliebig\w*|garantiert|sämtliche\w*|unbegrenzt|"
    r"jederzeit|ganze[nmrs]?",
    free=r"free_",
    charged=r"charged_|kosten|kostet|gebühr(?:en)?|berechne[nt]|zahl(?:en|t|bar)|kostenpflichtig",
    lends=r"erhalten|erhältst|bekommen|bekommst|haben|machen|geben|möglich|leider|gerne?|zeit|einfach|bitte|dann|nehmen|entgegen|berechnen|bezahlen|zahlen|sobald|benötigen|brauchen|bringen|fallen|anfallen|ungefähr|rund|circa|etwa|dauert|dauern|entweder",
    lacks=r"fehl\w+|verloren|verlier\w+|verpass\w*|versäum\w*|statt|gesperrt|endet",
    contrasts=r"aber|jedoch|sonst|andernfalls|ausgenommen|außer|davor|darunter|darüber|danach",
    opposites=(
        (r"vor|bevor|vorher", r"nach|nachdem|danach|nachher|after_"),
        (r"mindestens|wenigstens|least_|minimum|after_", r"höchstens|maximal|bis zu|most_|innerhalb|binnen"),
        (r"mehr|über|länger|höher|oberhalb|ab (?=\d)", r"weniger|unter|kürzer|niedriger|unterhalb|günstiger"),
        (r"immer|stets", r"nie|niemals|manchmal|selten"),
        (r"inklusive|enthalten|einschließlich", r"exklusive|zuzüglich|ausgenommen"),
        (r"mindestens|ab (?=\d)|least_", r"unter|jünger|weniger als"),
        (r"muss|müssen|erforderlich|pflicht", r"freiwillig|optional"),
        (r"teilweise|teils", r"vollständig|komplett|ganz|voll"),
    ),
)
ES = Marks(
    denies=r"no|nunca|jamás|ningún|ninguna?|nadie|nada|tampoco|ni",
    refuses=r"sin|imposible|excepto|salvo|excluid\w+|prohibid\w+|a menos que|cerrad\w+",
    settled=(
        ("most_", r"no más (?:de|tarde)|como máximo"),
        ("least_", r"no menos de|como mínimo"),
        ("after_", r"no antes de|no (?:\w+ ){0,3}hasta"),
        (
            "free_",
            r"sin (?:ningún )?(?:coste|costo|cargo|gasto)s?(?: adicional(?:es)?)?|gratis|gratuit\w+|no (?:(?:le|les|te|se) )?(?:cuesta|paga\w*|se cobra\w*|cobramos|tiene (?:coste|costo|cargo|gastos))(?: nada| alguno)?",
        ),
        ("charged_", r"no (?:es|son|será) grat\w+|de pago"),
        ("also_", r"no sólo|no solo"),
        ("always_", r"sin excepci\w+|sin límite"),
        (
            "",
            r"cada (?:día|semana|mes|año|hora|noche)|todos los (?:días|meses|años)|no se preocupe|no (?:olvide\w*|dude\w*)|si no(?=,)|no obstante",
        ),
    ),
    only=r"solo|sólo|solamente|únicamente|exclusivamente|salvo|excepto|menos(?! de)",
    always=r"tod[oa]s?|siempre|cualquier\w*|cada|garantiza\w*|ilimitad\w+|en todo el mundo|enter[oa]s?",
    free=r"free_",
    charged=r"charged_|cuesta\w*|coste|cobra\w*|paga\w*|tarifa|de pago",
    lends=r"tien\w+|recib\w+|obt\w+|dispon\w+|hac\w+|posible|posibles|lamentablemente|desafortunadamente|por favor|dar|damos|tendrá\w*|plazo|realiz\w+|pued\w+|traer|traiga\w*|dej\w+|puest\w+|aproximadamente|dura|tarda|prefier\w+",
    lacks=r"perd\w+|falt\w+|caduc\w+|bloque\w+|en lugar de|en vez de",
    contrasts=r"pero|salvo|excepto|aunque|mientras|por debajo|el resto|los demás",
    opposites=(
        (r"antes|previ[oa]", r"después|tras|posterior\w*|una vez"),
        (r"hasta", r"desde|a partir de|tras|después"),
        (r"al menos|mínim[oa]|por lo menos|least_", r"como mucho|máxim[oa]|hasta|most_|en un plazo"),
        (r"más|superior\w*|mayor\w*|por encima|sobre", r"menos|inferior\w*|menor\w*|por debajo"),
        (r"siempre", r"nunca|jamás|a veces"),
        (r"incluye\w*|incluid\w+", r"excluye\w*|excluid\w+"),
        (r"al menos|a partir de|least_", r"menos de|menor\w*|inferior\w*"),
        (r"obligatori\w+|debe\w*", r"opcional\w*|voluntari\w+"),
        (r"parcial\w*|en parte", r"total\w*|por completo|íntegr\w+"),
    ),
)
FR = Marks(
    denies=r"pas|jamais|aucune?|ni|rien|personne|non",
    refuses=r"sans|impossible|sauf|excepté|exclu\w*|interdit\w*|fermé\w*|à moins|hormis|refus\w+",
    settled=(
        ("most_", r"pas plus (?:de|tard)|au plus|au maximum"),
        ("least_", r"pas moins de|au moins|au minimum"),
        ("after_", r"pas avant"),
        (
            "free_",
            r"sans (?:aucun )?(?:frais|coûts?)(?: supplémentaires?)?|gratuit\w*|offert\w*|ne coûte\w* (?:\w+ ){0,2}rien|(?:aucun|pas de) (?:frais|coûts?)|rien à payer|(?:ne |n['’])pay\w+ (?:pas|rien)(?: (?:pour|de))?",
        ),
        ("charged_", r"pas gratuit\w*|pas offert\w*|payante?s?"),
        ("also_", r"(?:pas|non) seulement"),
        ("always_", r"sans exception|sans limite|sans faute"),
        (
            "",
            r"chaque (?:jour|semaine|mois|année|heure|nuit)|tous les (?:jours|mois|ans)|si non|pas de problème|n['’](?:hésitez|oubliez) pas|ne vous inquiétez pas",
        ),
    ),
    only=r"seulement|uniquement|seule?s?|exclusivement|(?:ne |n['’])\w+(?: \w+){0,2} qu(?:e|['’])|sauf|excepté|limité\w*|hormis",
    always=r"tous|toutes?|toujours|chaque|partout|illimité\w*|n['’]importe|monde entier|entière?\w*",
    free=r"free_",
    charged=r"charged_|coûte\w*|frais|payants?|payer|paye\w*|factur\w+",
    lends=r"rece\w+|reço\w+|obten\w+|dispos\w+|fai\w+|possibles?|malheureusement|prendre|prend|donner|veuillez|délai|effectu\w+|pouv\w+|pren\w+|compte[zr]|environ|dure|fau\w+|accompagn\w+",
    lacks=r"perd\w+|manqu\w+|expir\w+|bloqu\w+|au lieu|plutôt",
    contrasts=r"mais|sauf|sinon|tandis|cependant|au-delà|en dessous|les autres",
    opposites=(
        (r"avant|préalable\w*", r"après|suivant|une fois|ensuite"),
        (r"jusqu\w*", r"à partir de|dès|après"),
        (r"least_|minimum", r"most_|maximum|jusqu\w*|dans un délai|sous"),
        (r"plus|supérieur\w*|au-dessus|dépass\w+", r"moins|inférieur\w*|au-dessous|en dessous"),
        (r"toujours", r"jamais|parfois"),
        (r"inclu\w*|compris\w*|comprend", r"exclu\w*"),
        (r"least_|à partir de|dès", r"moins de|inférieur\w*"),
        (r"obligatoires?|doit|doivent|devez", r"facultati\w+|optionnel\w*"),
        (r"partiel\w*|en partie", r"total\w*|entièrement|intégral\w*"),
    ),
)
MARKS = {"en": EN, "de": DE, "es": ES, "fr": FR}

_DENIES_ELSEWHERE = (
    r"\b(?:non|mai|senza|nessun\w*|né|niente|niet|geen|nooit|zonder|não|nem|sem|nunca|nenhum\w*|nie|bez|nigdy|żad\w+|"
    r"inte|ej|aldrig|utan|ingen|inga|inget|ikke|uden|uten|intet|ei|en|et|emme|ette|eivät|ilman|nem|nincs|nélkül|sem|"
    r"nu|fără|niciun\w*|nici|не|нет|нельзя|никогда|без|ни|нема|немає|ні|ніколи|δεν|μη|μην|χωρίς|ποτέ|değil|yok|hiç|"
    r"asla|\w+siz|\w+sız|\w+maz|\w+mez|\w+mıyor\w*|\w+miyor\w*|nejsou|není|nelze|nikdy|nemůž\w+|tidak|bukan|tanpa|"
    r"jangan|belum|không|chưa|chẳng|לא|אין|בלי|ללא|אל|لا|ليس\w*|لم|لن|غير|بدون|دون|نمی\w*|نیست\w*|بدون|नहीं|न|मत|"
    r"बिना|না|নয়|নেই)\b|[不没沒无無未非别別勿]|ない|ません|なし|ず(?=[、。に])|없|않|못|안 |아니|ไม่|ห้าม"
)
"""Negations of the languages that have no marks of their own above, some of them within words."""

_NONE = "(?!)"
ELSEWHERE = Marks(_DENIES_ELSEWHERE, _NONE, (), _NONE, _NONE, _NONE, _NONE, _NONE, _NONE, _NONE, ())
