"""Lithuanian."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "anyone": "ką nors",
    "help": "pagalba",
    "available": "laisvas|prieinamas",
    "phone": "telefonu",
    "reach_me": "susisiekti su manimi|man paskambinti",
    "team": "komandos",
    "who": "su kuo",
    "aid": "pagalb*|konsultant*|operator*|agent*|asmen*|žmog*",
    "real": "žmogaus|žmogišk*|tikr*|gyv*",
    "talk": (
        "kalbėti|pakalbėti|pasikalbėti|pasikalbeti|kalbėtis|bendrauti|sujunkite|sujunk|perjunkite|perjunk|"
        "susisiekti|pašnekėti|šnekėti|nukreipkite"
    ),
    "person": (
        "žmogumi|žmogus|žmogų|žmogaus|kuo nors|kas nors|ką nors|kažkuo|operatorius|operatoriumi|operatorių|"
        "operatoriaus|konsultantas|konsultantu|konsultantą|vadovas|vadovu|vadovą|vadybininku|vadybininkas|"
        "darbuotojas|darbuotoju|darbuotoją|klientų aptarnavimu|klientų aptarnavimas|klientų aptarnavimo|atstovu|"
        "atstovas|atstovą|specialistu|agentu|agentas|pagalba|asmeniu|viršininku"
    ),
    "human": (
        "žmogus|žmogaus|žmogų|tikro žmogaus|gyvas žmogus|gyvo žmogaus|tikras žmogus|operatorius|operatoriaus|"
        "operatorių|konsultantas|konsultanto|konsultantą|darbuotojas|darbuotojo|atstovo|vadovo|vadovą|"
        "klientų aptarnavimas|agento"
    ),
    "want": "noriu|norėčiau|reikia|man reikia|prašau|duokite|duok|pakvieskite|pageidauju",
    "small": "su tikru gyvu prie pas jūsų vienu",
    "bot": "botu|botas|robotu|robotas|mašina|kompiuteriu",
    "dont": "nenoriu|ne|be|užtenka",
    "dont_want": "nereikia|man nereikia|nenoriu|be|nebūtina",
    "are_you": "tu|jūs|ar tu|ar jūs|ar čia",
    "someone": "ar gali kas nors|gal gali kas nors|kas nors|ar galite|galėtumėte|tegul kas nors",
    "call_me": "paskambinti|paskambina|susisiekti su manimi|paskambintų",
}

PHRASES = {
    "ask": (
        "ar yra kas nors|ar kas nors yra|yra kas nors|paskambinkite man|paskambinkit man|perskambinkite|"
        "tikras žmogus|gyvas žmogus"
    ),
    "veil": (
        "kalbėti apie|pakalbėti apie|dviem asmenims|asmeniui|# asmenims|žmonėms|nekilnojamojo turto|"
        "kelionių agentas|žmogaus teisės|ar tu žmogus|ar jūs žmogus|kiek žmonių"
    ),
    "cry": "<human>",
    "polite": "prašau|prašom|dabar|tuoj pat|noriu|man|skubiai|sveiki",
    "yes": "taip|taip prašau|gerai|žinoma",
    "no": "ne|ne ačiū|ne dabar",
    "hello": "labas|sveiki|laba diena|labas rytas|labas vakaras",
    "thanks": "ačiū|dėkoju|labai ačiū|dėkui",
    "bye": "viso gero|iki|geros dienos",
}

LEXICON = Lexicon(language="lt", groups=GROUPS, phrases=PHRASES)
