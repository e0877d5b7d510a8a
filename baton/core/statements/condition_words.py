"""The words that put a condition, set a limit or grant something, by language: data for `conditions`.

Written against texts in lower letters that `paraphrases.plain` has put plainly.
"""

import re

GROUPS = {
    "en": r"for (?:[\w-]+ ){0,2}(?:[\w-]+-)?(?:members|subscribers|students|customers|patients|children"
    r"|residents|holders|owners)",
    "de": r"für (?:\w+ ){0,2}(?:\w+-)?(?:mitglieder|abonnenten|studenten|studierende|kunden|patienten|kinder"
    r"|inhaber)",
    "es": r"para (?:\w+ ){0,2}(?:socios|miembros|estudiantes|clientes|pacientes|niños|residentes|titulares)",
    "fr": r"pour les (?:\w+ ){0,2}(?:membres|abonnés|étudiants|clients|patients|enfants|résidents|titulaires)",
}
OPENS = {
    "en": r"only (?:if|when|after|for|in|with|to)|(?:in|for|on|at|with|to)(?: [\w-]+){1,4} only|if|unless"
    r"|except|by request|on request|(?:on|upon) presentation of",
    "de": r"nur (?:wenn|nach|für|in|bei|mit)|wenn|falls|sofern|außer|es sei denn,?|auf anfrage|(?:auf|gegen) vorlage",
    "es": r"solo (?:si|para|en|con|a)|si|salvo|a petición|presentando",
    "fr": r"(?:uniquement|seulement) (?:si|pour|en|à|avec)|si|sauf|sur demande|sur présentation",
}
"""What puts a condition on anything that is said."""

SPANS = {
    "en": r"(?:until|by|before|within|in the first|no later than|least_|at least) (?=[\w'’:£€$ ]{0,24}?(?:\d"
    r"|two|three|a day|a week|a month))"
    r"|(?:(?:on |for )?orders? )?(?:above|over|under|below|between|from|of|up to)(?= [£€$]\d)|(?:above|over"
    r"|under|below|between)(?= \d)"
    r"|(?:for|have) (?=(?:\d+|one|two|three|four|six|twelve) (?:minute|hour|day|night|week|month)s?\b)",
    "de": r"(?:innerhalb von|innerhalb|binnen|bis zu|bis|vor ablauf von|spätestens) (?=[\w:€ ]{0,16}?\d)"
    r"|(?:ab|über|unter|zwischen)(?= \d)|(?:für|haben) (?=\d+ (?:stunden|tage|nächte|wochen|monate))",
    "es": r"(?:hasta|en un plazo de|dentro de|en los primeros|al menos) (?=[\w:€ ]{0,16}?\d)"
    r"|(?:a partir de|menores de|mayores de|más de|menos de|entre)(?= \d)|desde(?= \d[\d.,]* ?€)|(?:durante"
    r"|tiene) (?=\d+ (?:horas|días|noches|semanas|meses))",
    "fr": r"(?:jusqu['’](?:à|au)|dans les|dans un délai de|sous|avant|au moins) (?=[\w:€ ]{0,16}?\d)"
    r"|(?:à partir de|dès|moins de|plus de|entre)(?= \d)|(?:pendant|avez) (?=\d+ (?:heures|jours|nuits"
    r"|semaines|mois))",
}
"""What limits what is granted to a span of time, of age or of money. It ends with the figure, or with what that counts
from (`TAILS`)."""

TAILS = {
    "en": r"(?: ?(?:to|and|or|-|–) ?[£€$]?[\d.,]+(?: \w+)?)?(?: (?:before|prior|ahead|in advance|of|after"
    r"|from|on|old|notice)\b[^,;:.!?()]*)?",
    "de": r"(?: ?(?:und|bis|-|–) ?[\d.,]+(?: \w+)?)?(?: (?:vorher|im voraus|vorab|(?:vor|nach|ab"
    r"|am) (?:\w+ ){0,1}\w+))?",
    "es": r"(?: ?(?:y|a|-|–) ?[\d.,]+(?: \w+)?)?(?: (?:antes|después|de antelación|desde|tras|de la"
    r"|del)\b[^,;:.!?()]*)?",
    "fr": r"(?: ?(?:et|à|-|–) ?[\d.,]+(?: \w+)?)?(?: (?:avant|après|à l['’]avance|suivant|de la|du)\b[^,;:.!?()]*)?",
}

TIMES = {
    "en": r"until|(?:once|twice) (?=(?:a|an|per|each|every|in) )|(?:once|twice)(?= if|[,.;:]|$)"
    r"|per (?:household|person|customer)"
    r"|while|when|once|after(?! that)",
    "de": r"(?:einmal|zweimal) (?:im|pro|je)|solange|sobald|während",
    "es": r"(?:una vez|dos veces) (?:al|por|cada)|mientras|cuando|una vez|después de",
    "fr": r"(?:une|deux) fois (?:par|tous)|tant que|lorsque|quand|une fois|après",
}
"""What limits what is granted to an occasion, or to so many of them."""

GROUP_TAILS = re.compile(
    r" (?:with|of|aged|who|under|over|from|con|de|que|mayores|menores|avec|qui|mit|ab|unter)\b[^,;:.!?()]*"
)
"""What tells which ones of a group are meant."""

MAY = {
    "en": r"can|may|are able to|is able to|possible|offered|available|allowed|accept\w*|entitled|welcome"
    r"|eligible|have",
    "de": r"könn\w+|kann|dürf\w+|darf|möglich|erlaubt|verfügbar|haben",
    "es": r"pued\w+|es posible|permit\w+|disponible\w*|admit\w+|acept\w+|tien\w+",
    "fr": r"pouv\w+|peu\w+|possible\w*|permis\w*|disponible\w*|accept\w+|avez|ont",
}
GETS = {
    "en": r"get|receive|refund\w*|waive\w*|discount|% off|voucher|replaced?|repair(?:ed)?|collect(?:ed)?|earn"
    r"|includ\w+"
    r"|take back|guarantee\w*|covered|off",
    "de": r"erhalten|bekommen|erstatt\w+|rabatt\w*|ersetz\w+|reparier\w+|zurücknehmen|abhol\w+|garantie",
    "es": r"recib\w+|reembols\w+|descuento\w*|sustitu\w+|repar\w+|recog\w+|garantía\w*|inclu\w+",
    "fr": r"recev\w+|rembours\w+|réduction\w*|remplac\w+|répar\w+|bénéfici\w+|garanti\w*|inclu\w+|compris\w*",
}
"""What grants something beside what is free: that it may be done, and that it is given."""

HEDGES = {
    "en": r"only|otherwise|that case|then|after that|depend\w*|subject to|certain|some|eligible|usually"
    r"|may be able|might",
    "de": r"nur|sonst|dann|diesem fall|danach|manche|bestimmte|eventuell",
    "es": r"solo|entonces|ese caso|después|algun\w+|ciert\w+",
    "fr": r"uniquement|seule\w*|alors|ce cas|ensuite|certain\w+|sinon",
}
"""What says that there is a condition without saying which."""
