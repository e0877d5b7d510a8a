"""What the customers of a rehearsal write: an ask for a person, and five angry messages from mild to furious."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from baton.core.copy.catalogues import catalogue
from baton.core.reading.language_tags import primary
from baton.core.rehearsing.lines_more import ANGRY_MORE, ASKS_MORE

MOODS = ("Mildly annoyed", "Annoyed", "Angry", "Very angry", "Furious")
"""How strongly each of the five is meant, from the first to the last."""

ASKS: Mapping[str, str] = {
    "en": "Can I talk to a person, please?",
    "de": "Kann ich bitte mit einem Menschen sprechen?",
    "fr": "Puis-je parler à une vraie personne, s’il vous plaît ?",
    "es": "¿Puedo hablar con una persona, por favor?",
    "it": "Posso parlare con una persona, per favore?",
    "pt": "Posso falar com uma pessoa, por favor?",
    "nl": "Kan ik met een medewerker spreken?",
    "ca": "Puc parlar amb una persona, si us plau?",
    "da": "Kan jeg tale med et menneske?",
    "nb": "Kan jeg få snakke med et menneske?",
    "sv": "Kan jag få prata med en människa?",
    "fi": "Voinko puhua ihmisen kanssa?",
    "pl": "Czy mogę porozmawiać z człowiekiem?",
    "cs": "Mohu mluvit s člověkem?",
    "sk": "Môžem hovoriť s človekom?",
    "hr": "Mogu li razgovarati s osobom?",
}

ANGRY: Mapping[str, tuple[str, ...]] = {
    "en": (
        "I am a bit annoyed. I have been waiting for an answer since Monday.",
        "This is really frustrating, nothing here works.",
        "I am angry. This is the third time that I have to explain it.",
        "This is a disgrace. Your service is terrible!",
        "I am furious! You are useless, this is an absolute scandal!",
    ),
    "de": (
        "Ich bin etwas verärgert. Ich warte seit Montag auf eine Antwort.",
        "Das ist wirklich frustrierend, hier funktioniert nichts.",
        "Ich bin wütend. Das muss ich jetzt zum dritten Mal erklären.",
        "Das ist eine Frechheit. Ihr Service ist furchtbar!",
        "Ich bin stinksauer! Sie sind völlig unfähig, das ist ein Skandal!",
    ),
    "fr": (
        "Je suis un peu agacé. J’attends une réponse depuis lundi.",
        "C’est vraiment frustrant, rien ne marche ici.",
        "Je suis en colère. C’est la troisième fois que je dois l’expliquer.",
        "C’est une honte. Votre service est lamentable !",
        "Je suis furieux ! Vous êtes nuls, c’est un scandale !",
    ),
    "es": (
        "Estoy un poco molesto. Llevo desde el lunes esperando una respuesta.",
        "Es muy frustrante, aquí no funciona nada.",
        "Estoy enfadado. Es la tercera vez que tengo que explicarlo.",
        "Es una vergüenza. ¡Su servicio es pésimo!",
        "¡Estoy furioso! ¡Son unos inútiles, esto es un escándalo!",
    ),
    "it": (
        "Sono un po’ infastidito. Aspetto una risposta da lunedì.",
        "È davvero frustrante, qui non funziona niente.",
        "Sono arrabbiato. È la terza volta che devo spiegarlo.",
        "È una vergogna. Il vostro servizio è pessimo!",
        "Sono furioso! Siete degli incapaci, è uno scandalo!",
    ),
    "pt": (
        "Estou um pouco aborrecido. Espero por uma resposta desde segunda-feira.",
        "Isto é muito frustrante, nada funciona aqui.",
        "Estou zangado. É a terceira vez que tenho de explicar isto.",
        "É uma vergonha. O vosso serviço é péssimo!",
        "Estou furioso! São uns inúteis, isto é um escândalo!",
    ),
    "nl": (
        "Ik ben een beetje geïrriteerd. Ik wacht al sinds maandag op antwoord.",
        "Dit is echt frustrerend, hier werkt niets.",
        "Ik ben boos. Dit is de derde keer dat ik het moet uitleggen.",
        "Dit is een schande. Jullie service is waardeloos!",
        "Ik ben woedend! Jullie zijn waardeloos, dit is een schandaal!",
    ),
    "ca": (
        "Estic una mica molest. Espero una resposta des de dilluns.",
        "És molt frustrant, aquí no funciona res.",
        "Estic enfadat. És la tercera vegada que ho he d’explicar.",
        "És una vergonya. El seu servei és pèssim!",
        "Estic furiós! Són uns inútils, això és un escàndol!",
    ),
    "da": (
        "Jeg er lidt irriteret. Jeg har ventet på svar siden mandag.",
        "Det er virkelig frustrerende, intet virker her.",
        "Jeg er vred. Det er tredje gang, jeg skal forklare det.",
        "Det er en skandale. Jeres service er elendig!",
        "Jeg er rasende! I er ubrugelige, det er en kæmpe skandale!",
    ),
    "nb": (
        "Jeg er litt irritert. Jeg har ventet på svar siden mandag.",
        "Dette er veldig frustrerende, ingenting virker her.",
        "Jeg er sint. Dette er tredje gang jeg må forklare det.",
        "Dette er en skandale. Servicen deres er elendig!",
        "Jeg er rasende! Dere er udugelige, dette er en skandale!",
    ),
    "sv": (
        "Jag är lite irriterad. Jag har väntat på svar sedan i måndags.",
        "Det här är riktigt frustrerande, ingenting fungerar här.",
        "Jag är arg. Det är tredje gången jag måste förklara det.",
        "Det här är en skandal. Er service är usel!",
        "Jag är rasande! Ni är värdelösa, det här är en skandal!",
    ),
    "fi": (
        "Olen vähän ärtynyt. Olen odottanut vastausta maanantaista asti.",
        "Tämä on todella turhauttavaa, mikään ei toimi.",
        "Olen vihainen. Joudun selittämään tämän jo kolmatta kertaa.",
        "Tämä on häpeällistä. Palvelunne on surkeaa!",
        "Olen raivoissani! Olette täysin kelvottomia, tämä on skandaali!",
    ),
    "pl": (
        "Jestem trochę zirytowany. Czekam na odpowiedź od poniedziałku.",
        "To naprawdę frustrujące, nic tu nie działa.",
        "Jestem zły. Już trzeci raz muszę to tłumaczyć.",
        "To hańba. Wasza obsługa jest beznadziejna!",
        "Jestem wściekły! Jesteście bezużyteczni, to skandal!",
    ),
    "cs": (
        "Jsem trochu naštvaný. Čekám na odpověď od pondělí.",
        "To je opravdu frustrující, nic tu nefunguje.",
        "Jsem rozzlobený. Už potřetí to musím vysvětlovat.",
        "To je ostuda. Vaše služby jsou hrozné!",
        "Jsem vzteklý! Jste k ničemu, je to skandál!",
    ),
    "sk": (
        "Som trochu naštvaný. Čakám na odpoveď od pondelka.",
        "Je to naozaj frustrujúce, nič tu nefunguje.",
        "Som nahnevaný. Už tretíkrát to musím vysvetľovať.",
        "To je hanba. Vaše služby sú hrozné!",
        "Zúrim! Ste neschopní, je to škandál!",
    ),
    "hr": (
        "Malo sam ljut. Čekam odgovor od ponedjeljka.",
        "Ovo je stvarno frustrirajuće, ništa ne radi.",
        "Ljut sam. Treći put moram to objašnjavati.",
        "Ovo je sramota. Vaša usluga je užasna!",
        "Bijesan sam! Nesposobni ste, ovo je skandal!",
    ),
}


class Lines(NamedTuple):
    """What customers write in a language: the ask for a person, and the five angry messages."""

    language: str
    ask: str
    angry: Sequence[str]


def lines_in(language: str) -> Lines | None:
    """The lines in the language, by its catalogue where it has one. None where there are none."""
    asks, angry = {**ASKS, **ASKS_MORE}, {**ANGRY, **ANGRY_MORE}
    known = catalogue(language).code
    named = known if primary(known) == primary(language) else language
    key = next((one for one in (named, primary(named)) if one in asks), None)
    return Lines(key, asks[key], angry.get(key, ())) if key else None
