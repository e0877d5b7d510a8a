"""Russian and Ukrainian in Latin letters."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "anyone": "kogo nibud|kto nibud",
    "help": "pomosch",
    "available": "svobodnyy|dostupen",
    "phone": "k telefonu|po telefonu",
    "reach_me": "svyazatsya so mnoy|pozvonit mne|perezvonit",
    "team": "komandy|podderzhki",
    "who": "s kem|komu",
    "aid": "chelovek*|operator*|pomoshch|podderzhk*|sotrudnik*",
    "real": "zhivoy|zhivogo|zhivym|realnyy|realnogo|realniy",
    "talk": (
        "pogovorit*|govorit*|pogovoryty|govoryty|soedin*|soyedin*|pereklyuch*|perekluch*|pereklych*|svyazat*|"
        "svazat*|svyazhite|svyaz|obshatsya|obshchatsya|pozovi*|dayte|daite|day|pogovorim|z ednajte|zyednayte|"
        "zednajte|poklychte"
    ),
    "person": (
        "chelovekom|chelovek|cheloveka|chelovekam|kem nibud|kem nibudj|kem to|kto nibud|kogo nibud|operator|"
        "operatorom|operatora|operatoru|sotrudnikom|sotrudnik|sotrudnika|menedzherom|menedzhera|menedzher|"
        "menegera|menedjera|menedjerom|podderzhkoy|podderzhka|podderzhki|podderjkoy|sluzhboy podderzhki|"
        "specialistom|specialista|spetsialistom|konsultantom|konsultanta|konsultant|nachalnika|nachalnikom|lyudey|"
        "lyudmi|ljudynoyu|lyudynoyu|lyudynu|kymos|agentom|agenta|predstavitelem"
    ),
    "human": (
        "chelovek|cheloveka|zhivoy chelovek|zhivogo cheloveka|jivogo cheloveka|zhivoj chelovek|realnogo cheloveka|"
        "operator|operatora|menedzher|menedzhera|sotrudnika|specialista|konsultant|konsultanta|sluzhba podderzhki|"
        "tehpodderzhka|zhivu lyudynu|lyudynu|agenta"
    ),
    "want": (
        "hochu|khochu|xochu|nuzhen|nujen|mne nuzhen|mne nado|dayte|daite|pozovite|pozovi|trebuyu|mozhno|est li|"
        "potriben|meni treba"
    ),
    "small": "s so k na zhivym zhivogo realnym mne",
    "bot": "bot|botom|bota|robot|robotom|robota|mashinoy|komputerom",
    "dont": "ne hochu|ne khochu|ne xochu|hvatit|bez",
    "dont_want": "ne nuzhen|ne nujen|mne ne nuzhen|ne nado|ne hochu|ne khochu|bez",
    "are_you": "ty|vy|eto",
}

PHRASES = {
    "ask": (
        "est tam kto|est kto nibud|kto nibud est|est kto|perezvonite|perezvoni|pozvonite mne|zhivogo cheloveka|"
        "zhivoy chelovek|jivoy chelovek|<dont> ~ <bot>|zatelefonuyte meni"
    ),
    "veil": "na dvoih|na cheloveka|ty chelovek|vy chelovek|skolko chelovek|o cheloveke|ne nado pereklyuchat*",
    "cry": "<human>",
    "polite": "pozhaluysta|pozhalujsta|pojaluysta|pzh|plz|seychas|srochno|bystro|mne|hochu|bud laska",
    "yes": "da|konechno|horosho|ladno|davayte",
    "no": "net|net spasibo|ne nado",
    "hello": "privet|zdravstvuyte|dobryy den|dobriy den",
    "thanks": "spasibo|bolshoe spasibo|spasibo bolshoe|dyakuyu",
    "bye": "poka|do svidaniya",
}

LEXICON = Lexicon(language="ru-Latn", groups=GROUPS, phrases=PHRASES)
