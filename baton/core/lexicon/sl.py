"""Slovenian."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "anyone": "nekoga",
    "help": "pomoč od|pomoč",
    "available": "na voljo|dosegljiv|prost",
    "phone": "na telefon|po telefonu",
    "reach_me": "me kontaktira|me pokliče",
    "team": "ekipe|podpore",
    "who": "s kom",
    "aid": "pomoč|podpora|agent*|operater*|oseb*|človek*",
    "real": "človešk*|prav*|resničn*|živ*",
    "talk": (
        "govoriti|govoril|govorila|govorim|pogovoriti|pogovoril|povežite|poveži|vežite|veži|preusmerite|prevežite|"
        "kontaktirati|pogovarjati|pogovarjal|pogovarjala"
    ),
    "person": (
        "človek|človeka|človekom|nekdo|nekom|nekoga|kdo|operater|operaterja|operaterjem|agent|agenta|agentom|"
        "svetovalec|svetovalca|svetovalcem|predstavnik|predstavnikom|vodja|vodjo|podpora|podporo|podpora strankam|"
        "podporo strankam|oseba|osebo|referent|referentom|zaposlenim|nadrejenim|šefom|pomoč uporabnikom"
    ),
    "human": (
        "človek|človeka|pravega človeka|živega človeka|resnično osebo|pravo osebo|operater|operaterja|agent|"
        "agenta|svetovalec|svetovalca|predstavnik|predstavnika|vodjo|podpora strankam|referenta"
    ),
    "want": "hočem|želim|potrebujem|dajte mi|daj mi|rad bi|rada bi|prosim za|pokličite",
    "small": "z s na eno enega pravim pravo živim vašim",
    "bot": "bot|bota|botom|robot|robotom|robota|stroj|strojem|računalnik|avtomat",
    "dont": "nočem|ne želim|ne|brez|dovolj",
    "dont_want": "ne potrebujem|nočem|ne želim|brez|ni treba",
    "are_you": "si|ste|ali si|je to|govorim z",
    "someone": "me lahko kdo|lahko kdo|ali me lahko|naj me kdo|lahko me|naj me nekdo",
    "call_me": "pokliče|pokličete|kontaktira",
}

PHRASES = {
    "ask": "je kdo tam|je kdo|ali je kdo tam|pokličite me|pokličite me nazaj|pravi človek|pravega človeka",
    "veil": (
        "govoriti o|govorim o|dve osebi|na osebo|za # osebe|nepremičninski agent|število oseb|turistični agent|"
        "človekove pravice|koliko ljudi"
    ),
    "cry": "<human>|podpora",
    "polite": "prosim|zdaj|takoj|enega|želim|pozdravljeni",
    "yes": "da|ja|seveda|v redu|ja prosim",
    "no": "ne|ne hvala|ne zdaj",
    "hello": "pozdravljeni|zdravo|živjo|dober dan|dobro jutro",
    "thanks": "hvala|najlepša hvala|hvala lepa",
    "bye": "nasvidenje|adijo|lep dan",
}

LEXICON = Lexicon(language="sl", groups=GROUPS, phrases=PHRASES)
