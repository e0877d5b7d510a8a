"""Serbian, Croatian and Bosnian, in both scripts."""

from baton.core.lexicon.shape import Lexicon

CYRILLIC = (
    ("lj", "љ"), ("nj", "њ"), ("dž", "џ"), ("a", "а"), ("b", "б"), ("c", "ц"), ("č", "ч"), ("ć", "ћ"),
    ("d", "д"), ("đ", "ђ"), ("e", "е"), ("f", "ф"), ("g", "г"), ("h", "х"), ("i", "и"), ("j", "ј"), ("k", "к"),
    ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("r", "р"), ("s", "с"), ("š", "ш"), ("t", "т"),
    ("u", "у"), ("v", "в"), ("z", "з"), ("ž", "ж"),
)  # fmt: skip

GROUPS = {
    "help": "pomoć od|pomoć",
    "available": "dostupan|slobodan|na raspolaganju",
    "phone": "na telefon|telefonom",
    "talked": "razgovarao|razgovarala|pričao|pričala",
    "anyone": "nekoga|nekog",
    "reach_me": "me kontaktira|me kontaktirati|me nazove|me nazvati",
    "team": "tima|podrške",
    "who": "s kim|sa kim|kome",
    "aid": "pomoć*|podršk*|agent*|operater*|osob*|čovek*|čovjek*",
    "real": "ljudsk*|stvarn*|prav*|živ*",
    "talk": (
        "razgovarati|razgovaram|razgovara|pričam|pričati|govoriti|govorim|porazgovarati|porazgovaram|povežite|"
        "poveži|spojite|spoji|prebacite|prebaci|kontaktirati|kontaktiram|popričam|dopisivati|čujem|"
        "stupiti u kontakt|dajte mi|zovnite"
    ),
    "person": (
        "čovek|čoveka|čovekom|čovjek|čovjeka|čovjekom|osoba|osobe|osobu|osobom|neko|nekoga|nekim|netko|nekog|"
        "operater|operatera|operaterom|agent|agenta|agentom|korisnička podrška|korisničkom podrškom|"
        "korisničku podršku|podrška|podrškom|podršku|menadžer|menadžera|menadžerom|šef|šefa|šefom|predstavnik|"
        "predstavnika|predstavnikom|savetnik|savetnikom|savjetnik|savjetnikom|zaposleni|zaposlenim|službenik|"
        "službenikom|nadređeni|nadređenim|konsultant|konsultantom|voditelj|voditeljem|kolega|kolegom|djelatnik|"
        "djelatnikom|ljudima"
    ),
    "human": (
        "čovek|čoveka|čovjek|čovjeka|živ čovek|živog čoveka|živog čovjeka|pravog čoveka|prava osoba|pravu osobu|"
        "stvarna osoba|stvarnu osobu|osobu|operater|operatera|agent|agenta|korisnička podrška|korisničku podršku|"
        "menadžer|menadžera|predstavnik|predstavnika|službenika|šefa|ljudsku pomoć"
    ),
    "want": (
        "želim|hoću|trebam|treba mi|potreban mi je|dajte mi|daj mi|htio bih|htela bih|hteo bih|molim|zovite|"
        "pozovite|zovi|ima li"
    ),
    "small": "sa s jednog jednu neku nekog vašeg živog pravog stvarnu od moći",
    "bot": "bot|bota|botom|robot|robota|robotom|mašina|mašinom|stroj|strojem|računalo|automat",
    "dont": "neću|ne želim|ne|dosta|bez",
    "dont_want": "ne trebam|ne treba mi|ne želim|neću|nije mi potreban|nema potrebe za|bez|ne trebate",
    "are_you": "da li si|jesi li|si li|vi ste|ti si|da li pričam sa|je li ovo|jeste li",
    "someone": "neka me neko|neka me netko|može li neko|može li netko|da me neko|možete li|da me netko|neka",
    "call_me": "nazove|pozove|me nazvati|me pozvati|nazvati|kontaktira|me kontaktirati",
}

PHRASES = {
    "whether_bot": """
        ko si ti | ko ste vi | tko si ti | tko ste vi | jesi li ti <bot> | jesi li <bot> | jeste li <bot>
        razgovaram li s <bot> | pričam li s <bot>
    """,
    "ask": (
        "ima li koga|ima li nekoga|ima li koga tamo|ima li nekog|ima li neko|ima neko|pozovite me|nazovite me|"
        "zovite me|živog čoveka|živog čovjeka|prava osoba|povežite me|spojite me"
    ),
    "veil": (
        "razgovarati o|pričati o|pričam o|dve osobe|dvije osobe|po osobi|za # osobe|broj osoba|"
        "agent za nekretnine|turistički agent|ljudska prava|koliko osoba|koliko ljudi|si čovek|si čovjek"
    ),
    "cry": "<human>|podrška",
    "polite": "molim|molim vas|sada|odmah|jednog|želim|hitno|mi",
    "yes": "da|da molim|naravno|u redu|može|važi",
    "no": "ne|ne hvala|ne sada",
    "hello": "zdravo|dobar dan|ćao|bok|pozdrav|dobro jutro|dobro veče|dobra večer",
    "thanks": "hvala|hvala vam|hvala puno|puno hvala|hvala lijepo",
    "bye": "doviđenja|prijatno",
}

LEXICON = Lexicon(language="sr", groups=GROUPS, phrases=PHRASES, spellings=CYRILLIC)
