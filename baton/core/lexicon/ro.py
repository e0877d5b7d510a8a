"""Romanian."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "help": "ajutorul|ajutor de la",
    "available": "disponibil|disponibilă|liber",
    "phone": "la telefon|pe fir",
    "talked": "am vorbit|vorbisem",
    "anyone": "cineva|pe cineva",
    "reach_me": "mă contacteze|sa ma contacteze|mă sune|să mă sune",
    "team": "echipa|echipei|suport",
    "who": "cu cine|la cine",
    "aid": "agent|ajutor|asistență|suport|operator|persoană|consultant|om",
    "real": "uman|umană|real|reală|viu",
    "talk": (
        "contactati|contactez|contacteaza|vorbesc|vorbim|vorbiti|discut|conectati ma|puneti ma|transfera ma|transferati ma|redirectioneaza|apelez|vorbesc|vorbi|vorbim|discut|discuta|conectati|conecteaza|conecteaza ma|legatura|transfera|transferati|"
        "contactez|contacta|puneti|iau legatura|comunic|redirectionati|vorbeasca|stau de vorba"
    ),
    "person": (
        "om|oameni|persoana|cineva|operator|operatorul|agent|agentul|consultant|consultantul|reprezentant|"
        "reprezentantul|manager|managerul|sef|seful|supervizor|angajat|serviciul clienti|serviciul de clienti|"
        "relatii clienti|relatii cu clientii|suport|suportul|asistenta|echipa|coleg|specialist|responsabil|uman"
    ),
    "human": (
        "om real|om adevarat|om viu|persoana reala|persoana|operator|operator uman|agent|agent uman|consultant|"
        "reprezentant|manager|managerul|seful|supervizor|serviciul clienti|relatii clienti|asistenta umana|"
        "suport uman|factor uman|om"
    ),
    "want": (
        "vreau|doresc|as dori|as vrea|am nevoie|dati mi|da mi|vreau sa fiu|cer|chemati|cheama|exista|pot avea|prefer"
    ),
    "small": "cu un o de la unui unei niste sa pe real reala adevarat vostru uman umana",
    "bot": "bot|robot|robotul|botul|masina|calculator|chatbot|automat",
    "dont": "nu vreau|nu|fara|nu mai vreau|satul de",
    "dont_want": "nu am nevoie|nu vreau|nu doresc|nu imi trebuie|nu e nevoie|nu este nevoie|fara",
    "are_you": "esti|sunteti|tu esti",
    "someone": "poate cineva|poate sa|puteti sa|ati putea sa|cineva sa|rog sa|sa",
    "call_me": "ma sune|sunati|suna|sunati ma|ma sunati|ma suna|sa ma contacteze|contactati ma",
    "count": "doua|trei|patru|cinci|fiecare|per|2|3|4",
    "human_noun": "imobiliar|de turism|de vanzari imobiliare",
}

PHRASES = {
    "whether_bot": """
        cine ești | cine sunteți | ești <bot> | sunteți <bot> | vorbesc cu un <bot> | ești real
    """,
    "ask": (
        "e cineva|este cineva|e cineva acolo|sunati ma|suna ma|ma poate suna|sa fiu sunat|sa fiu sunata|"
        "operator uman|om real|fa mi legatura|faceti mi legatura"
    ),
    "veil": (
        "vorbesc despre|vorbi despre|doua persoane|de persoana|pe persoana|pentru # persoane|agent imobiliar|"
        "agent de turism|nu am nevoie ~ <person>|drepturile omului|bani cuiva|mi a spus managerul|"
        "nu trebuie sa ma ~ <talk>"
    ),
    "cry": "suport|relatii clienti|<human>|cineva|suport",
    "polite": "va rog|te rog|acum|imediat|urgent|un|o|buna|buna ziua|salut|vreau",
    "yes": "da|da va rog|sigur|bine|desigur|da te rog",
    "no": "nu|nu multumesc|nu acum",
    "hello": "buna|buna ziua|salut|buna seara|buna dimineata",
    "thanks": "multumesc|mersi|multumesc frumos|va multumesc|multumesc mult",
    "bye": "la revedere|pa|o zi buna",
}

LEXICON = Lexicon(language="ro", groups=GROUPS, phrases=PHRASES)
