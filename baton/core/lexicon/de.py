"""German."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "nth": "dritten mal|drittes mal|vierten mal|fünften mal|zehnten mal|hundertsten mal|x ten mal",
    "write": "schreibe|schreib|frage|frag|rufe|melde|muss|erkläre",
    "worst": "schlechteste|schlechtester|schlimmste|mieseste",
    "ever": "je erlebt|jemals|meines lebens|aller zeiten|überhaupt|das ich je|den ich je",
    "hurry": "brauche|brauchen|benötige|muss",
    "today": "noch heute|bis heute abend|heute eine antwort|heute eine lösung|diese minute",
    "introduce": "einführen|ausrollen|umstellen",
    "offer": "angebot für|angebot über|offerte für|kostenvoranschlag für",
    "sites": "hotels|filialen|läden|geschäfte|restaurants|standorte|büros|mitarbeiter|schulen|praxen|betriebe",
    "buy": "brauchen|brauche|benötigen|benötige|bestellen|kaufen|suchen|möchten|beschaffen|ausstatten|liefern",
    "price_of": "preis für|preise für|angebot für|angebot über|kosten für",
    "for_our": "für unser|für unsere|für unseren|für mein|für meine|für alle|an unser",
    "new": "neue|neues|neuen|ganzes|ganze",
    "our": "unser|unsere|mein|meine",
    "firm": "büro|büros|hotel|hotels|unternehmen|firma|betrieb|schule|restaurant|praxis|team|mitarbeiter|"
    "belegschaft|filialen|kollegen|veranstaltung|tagung",
    "heads": "mitarbeiter|kollegen|nutzer|plätze|arbeitsplätze|schreibtische|zimmer|fahrzeuge|handys|standorte|"
    "filialen|lizenzen|geräte|personen|leute",
    "help": "hilfe von|unterstützung von|hilfe durch",
    "available": "verfügbar|erreichbar|frei|da|online",
    "phone": "am telefon|ans telefon|telefonisch|in der leitung",
    "talked": "habe mit|hatte mit|sprach mit",
    "anyone": "jemanden|jemand|wen",
    "reach_me": "bei mir melden|bei mir meldet|mich anrufen|mich zurückrufen|mich kontaktieren|mich erreichen|bei mir melde|sich melden|zurückrufen",
    "team": "team|support|kundenservice|eurem team|ihrem team|service",
    "who": "mit wem|an wen",
    "aid": "agent*|hilfe|unterstutzung|mitarbeiter*|berater*|ansprechpartner*|kontakt|support|person|kollegen|service",
    "real": "menschlich*|echt*|real*|lebendig*",
    "talk": "haben|holt mir|holt|hol mir|kriegen|telefonieren|reden|unterhalten|chatten|kontaktieren|weiterleiten|weiterverbinden|verbinden|durchstellen|beraten|sprechen|spreche|rufen|holen|hol mir|hole|kommunizieren|sprechen|spreche|sprich|spricht|reden|rede|telefonieren|chatten|verbinden|verbinde|verbindet|durchstellen|"
    "weiterleiten|kontaktieren|kontakt|kontaktaufnahme|erreichen|erreiche|unterhalten|schreiben|holen|hole|geben|gib|"
    "gebt|übergeben|weiterverbinden|vermitteln",
    "person": "abteilung|reklamationsabteilung|kollegen|kollegin|mensch|mensch|menschen|person|mitarbeiter|mitarbeiterin|mitarbeitern|mitarbeitenden|berater|beraterin|agent|agenten|jemand|"
    "jemanden|jemandem|irgendwem|irgendjemand|irgendjemandem|kundenservice|kundendienst|kundenbetreuer|kundenbetreuung|"
    "support|supportmitarbeiter|sachbearbeiter|chef|vorgesetzten|vorgesetzter|manager|abteilung|kollegen|kollege|kollegin|"
    "team|servicemitarbeiter|operator|ansprechpartner|techniker|vertrieb|verkauf|rezeption|hotline|leiter|zentrale|experten",
    "human": "mensch|menschen|person|mitarbeiter|mitarbeiterin|berater|beraterin|agent|agenten|ansprechpartner|kundenservice|"
    "kundendienst|kundenbetreuer|sachbearbeiter|vorgesetzten|manager|operator|menschliche hilfe|menschlichen support|"
    "menschliche dienste|menschliche unterstützung|jemand anderen|jemand anders|live chat|live agent|supportmitarbeiter|"
    "menschlichen|menschlicher|menschliche",
    "small": "mit ein eine einen einem einer der die das den dem echte echten echter echtes richtigen richtige realen reale "
    "lebenden bitte ihrem ihren ihrer euer eurem eurer euren deinem zu zum zur lieber mal direkt sofort jetzt von vom auch "
    "keine kein anderen andere manuellen manuelle persönlichen persönliche kompetenten",
    "stop": "über aber bot roboter maschine geld rechnung zahlung für bestellung",
    "want": "will|möchte|möcht|brauche|brauch|benötige|gibt es|gib mir|geben sie mir|gebt mir|hole|holen sie|verlange|"
    "wünsche|hätte gern|hätte gerne|lieber|kann ich|bitte|habt ihr|haben sie|suche",
    "dont": "nicht|kein|keine|keinen|keinem|keiner|nie|statt",
    "dont_want": "brauche keinen|brauche keine|brauche kein|will keinen|will keine|will kein|möchte keinen|möchte keine|"
    "will nicht mit|möchte nicht mit|nicht nötig|muss nicht mit|kein bedarf|ohne",
    "bot": "bot|roboter|robotern|maschine|maschinen|computer|ki|chatbot|automaten|bots",
    "are_you": "bist du|sind sie|seid ihr|ist das|ist hier|du bist|sie sind|bin ich|sind wir|spreche ich|rede ich|ob du|ob sie",
    "no": "nicht|denn|etwa|wirklich|überhaupt",
    "ask_hours": "wann ist|wann sind|wann erreiche|öffnungszeiten|um wie viel uhr|erreichbarkeit|welche zeiten",
    "someone": "kann mich jemand|könnte mich jemand|können sie mich|könnt ihr mich|kannst du mich|bitte|jemand mich|soll mich|"
    "kann mich bitte jemand|möge mich|ruft mich bitte",
    "call_me": "anrufen|zurückrufen|rufen sie mich an|ruf mich an|rufen sie mich zurück|kontaktieren|mich zurück|rückruf",
    "count": "1|2|3|4|5|6|7|8|ein|zwei|drei|vier|fünf|sechs|pro|je|einzel|jede|für eine",
    "other_trade": "immobilien|reise|versicherungs|erste|dritte|andere|weitere|steuer",
    "human_noun": "im raum|am tisch|gebühr|provision|rabatt|app|nummer|zimmer|tisch",
}

PHRASES = {
    "whether_bot": """
        wer bist du | wer sind sie | bist du echt | sind sie echt | bist du ein <bot> oder ein <human>
        spreche ich mit einem <bot> | rede ich mit einem <bot> | spreche ich mit einem <human>
        rede ich mit einem <human> | schreibe ich mit einem <bot>
    """,
    "ask": """
        fleisch und blut | mit einem <person> ~ klären | mit einem <person> ~ besprechen | mit jemandem ~ klären | mit jemandem besprechen | persönlich mit <person> | mitarbeiter bite
        meldet sich ein <person> | ich will ~ sprechen | jemand bei mir
        persönlich beraten | persönliche beratung | persönlicher kontakt | persönlichen ansprechpartner | an einen <person> weiterleiten | rufen sie mich | ruf mich an | rufen sie mich zurück | bitte zurückrufen
        stellen Sie mich ~ <person> | stell mich ~ <person> | mich ~ durchstellen | mich durch zu | einen Rückruf | um Rückruf | bitte um Rückruf | Rückruf bitte | zurückgerufen werden | ist da wer | ist jemand da | ist da jemand | jemand da | jemanden sprechen | ich brauche jemanden | an einen Menschen | mit Ihnen telefonieren | kann mir jemand helfen
        <person> ~ <talk> | echter mensch | echten menschen | echte person | mensch bitte | mitarbeiter bitte | berater bitte
        kontakt ~ kundendienst | kontaktaufnahme | mit jemandem <talk> | jemanden zum reden | ist da jemand | ist jemand da
        ruft mich ~ an | rufen sie mich an | ruf mich an | bitte um rückruf | rückruf bitte | menschliche hilfe
        menschliche dienste | echte menschliche | manuellen kundenservice | ich will keinen bot | nicht mit einem bot
        nicht mit einer maschine | weiterleiten an | verbinden sie mich | verbinde mich | stellen sie mich durch
        stell mich durch | ihren vorgesetzten | ihren chef | deinen chef | geschäftsführer ~ sprechen | wer kann mir persönlich
        jemand, mit dem ich <talk> | jemanden, mit dem ich <talk> | jemand anderen ~ <talk> | ans telefon | rückruf vereinbaren
    """,
    "veil": """
        spreche ich ~ <person> | rede ich ~ <person> | bin ich ~ <person> ~ verbunden | brauche ~ keinen <person>
        nicht mit einem menschen | zwei personen | personen | für eine person | geld an jemanden | person anmelden
        für ~ person | immobilienmakler
    """,
    "cry": "support|kundenbetreuer|sachbearbeiter|vorgesetzter|vorgesetzten|menschlicher agent|kundendienst|ansprechpartner|berater|mensch|menschen|mitarbeiter|berater|agent|person|kundenservice|kundendienst|support|operator|jemand|ansprechpartner|"
    "echter mensch|hilfe von mensch|vorgesetzter|manager|kundenberater|sachbearbeiter|live chat",
    "polite": "bitte|jetzt|sofort|hallo|ein|einen|eine|den|der|echt|echten|echter|ich|will|brauche|mal|ja|nein|ok|endlich|verdammt",
    "yes": "ja|ja bitte|gerne|gern|ja gerne|okay|klar|jawohl|bitte|mach das|auf jeden fall|natürlich|jep",
    "no": "nein|nein danke|nee|noch nicht|jetzt nicht|nicht nötig",
    "opening": "ich habe eine frage|ich hab eine frage|ich hab mal eine frage|ich hätte eine frage|hätte eine frage|eine frage|kurze frage|ich habe mal eine frage|können sie mir helfen|kannst du mir helfen|könnten sie mir helfen|ich brauche hilfe|brauche hilfe|ich habe ein problem|ich hab ein problem|darf ich etwas fragen",
    "hello": "hallo|guten tag|guten morgen|guten abend|hi|servus|moin|grüss gott|grüzi|hey|wie geht es dir|wie gehts",
    "thanks": "danke|vielen dank|danke schön|dankeschön|besten dank|super|perfekt|danke sehr|toll|prima|alles klar|für die hilfe|"
    "sehr hilfreich|passt|danke dir|ihnen|das war super|das war toll|das hat geholfen|verstanden|gut zu wissen",
    "bye": "tschüss|auf wiedersehen|bis bald|bis dann|schönen tag|schönen tag noch|ciao|das war alles|das wars",
    "subject:refund": "rückerstattung* | erstattung* | geld zurück | rückzahlung* | gutschrift*",
    "action:refund": """
        will - geld zurück | möchte - geld zurück | mein geld zurück | meine rückerstattung | meine erstattung | erstatten sie
        wo ist mein geld | wo bleibt mein geld | wo bleibt - erstattung | geld zurückhaben | will - erstattung | möchte - rückerstattung
        will - rückerstattung | möchte - erstattung | verlange - geld | brauche mein geld | geld noch nicht | fordere - geld
        erstattet mir | erstatte mir | geld ~ wiederhaben | noch keine erstattung
    """,
    "subject:complaint": "beschwerde* | beschweren | reklamation* | reklamieren",
    "action:complaint": """
        möchte mich beschweren | will mich beschweren | beschwere mich | beschwerde einreichen | beschwerde einlegen | meine beschwerde
        eine unverschämtheit | unverschämt | eine frechheit | unmöglicher service | schlechte bewertung | ich reklamiere | unhöflich
        unter aller sau | inakzeptabel | schlechtester service | habe eine beschwerde | möchte ~ reklamieren | verbraucherzentrale
    """,
    "subject:legal": "rechtlich* | anwalt* | agb | gericht* | haftung | juristisch* | widerrufsrecht",
    "action:legal": """
        meinen anwalt | mein anwalt | meine anwältin | rechtsanwalt einschalten | anwalt einschalten | verklagen | klage einreichen
        verklage | vor gericht | rechtliche schritte | anzeige erstatten | anzeigen | verbraucherschutz | frist setzen | mahnbescheid
        werde klagen | schadensersatz | schadenersatz | abmahnung
    """,
    "subject:medical": "medizin* | medikament* | arzt | dosierung | nebenwirkung* | rezept | schwanger* | allergi*",
    "action:medical": """
        allergische reaktion | brustschmerzen | atemnot | bekomme keine luft | mir ist schlecht | ausschlag bekommen | verletzt
        soll ich ~ einnehmen | darf ich ~ einnehmen | überdosis | krank geworden | umbringen | suizid* | meine symptome | mein arzt
        in der schwangerschaft | bin ich schwanger | habe nebenwirkungen | lebensmittelvergiftung | meine medikamente | mein rezept
    """,
    "subject:billing_dispute": "abbuchung* | rechnung* | gebühr* | lastschrift* | abrechnung* | berechnet",
    "action:billing_dispute": """
        doppelt abgebucht | zweimal abgebucht | doppelt berechnet | zweimal berechnet | doppelt belastet | zweimal belastet
        doppelt bezahlt | falscher betrag | zu viel abgebucht | zu viel berechnet | unberechtigte abbuchung | unbekannte abbuchung
        kenne - abbuchung nicht | rechnung ist falsch | rechnung stimmt nicht | falsche rechnung | rechnung ~ nicht korrekt
        widerspreche der | nicht autorisiert* | warum wurde ~ abgebucht | immer noch abgebucht | wurde ~ abgebucht | habe nie bestellt
        rechnung ~ zu hoch | fehler auf ~ rechnung | fehler in ~ rechnung
    """,
    "subject:cancellation": "kündig* | stornier* | storno | vertrag beenden | abbestell*",
    "action:cancellation": """
        will - kündigen | möchte - kündigen | will ~ kündigen | möchte ~ kündigen | hiermit kündige | kündige | kündigen sie
        meine kündigung | abo beenden | vertrag beenden | konto schliessen | konto löschen | bitte stornieren | bestellung stornieren
        will ~ stornieren | möchte ~ stornieren | stornieren sie | meinen vertrag ~ | storniert ~ bestellung | bereits gekündigt
    """,
    "subject:discount": "rabatt* | gutschein* | preisnachlass | ermässigung* | aktionscode",
    "action:discount": """
        geben sie mir - rabatt | will - rabatt | möchte - rabatt | besserer preis | besseren preis | preis senken | billiger machen
        mein gutschein | gutschein funktioniert nicht | gutscheincode funktioniert nicht | code funktioniert nicht | kulanz
        entschädigung | gebühr erlassen | bekomme ich - rabatt | günstiger bekommen | nachlass geben
    """,
    "subject:account_ownership": "kontoinhaber* | inhaberwechsel | vertragsinhaber* | vertragsübernahme",
    "action:account_ownership": """
        inhaber ändern | konto übertragen | vertrag übertragen | konto ~ übertragen | vertrag ~ übertragen | verstorben | gestorben
        umschreiben | auf meinen namen | auf meine frau | auf meinen mann | erbe | geerbt | vollmacht | keinen zugriff mehr auf meine e
        im namen von | todesfall
    """,
    "subject:privacy": "datenschutz* | dsgvo | persönliche daten | personenbezogen*",
    "action:privacy": """
        meine daten löschen | daten ~ löschen | löschen sie ~ daten | auskunft über meine | meine daten herausgeben
        kopie meiner daten | welche daten ~ über mich | daten weitergegeben | einwilligung widerrufen | datenauskunft | recht auf löschung
        dsgvo anfrage | konto und daten
    """,
    "subject:security": "sicherheit | sicher | verschlüssel* | phishing | gehackt | hacker*",
    "action:security": """
        wurde gehackt | konto gehackt | konto ~ gehackt | fremder zugriff | jemand hat sich ~ | gestohlen | geklaut | datenleck | betrug
        betrogen worden | betrüger | verdächtige aktivität | verdächtige anmeldung | unbefugter zugriff | karte sperren | konto sperren
        sicherheitslücke | kompromittiert | identitätsdiebstahl | war ich nicht
    """,
    "about": """
        was ist | was sind | wie lange | wie kann | wie viel | wie viele | wie hoch | wie funktioniert | wie läuft | welche | welcher
        wo kann | wo finde | wann | gibt es | bietet ihr | bieten sie | habt ihr | haben sie | richtlinie* | bedingungen | regeln
        informationen | erklären | was passiert | kostet | wie ist | wie sind | wie sicher | ist es sicher | frist | akzeptiert
        wie geht | wie werden | werden
    """,
    "may": "kann ich | könnte ich | darf ich | ist es möglich | muss ich | bekomme ich | kann man | habe ich",
    "mine": "mein | meine | meinen | meinem | meiner | diese bestellung | ich habe | ich will | ich möchte | ich wurde | sofort | jetzt | "
    "immer noch | defekt | kaputt | falsch | hiermit | ausnahme",
    "how_to": "wie kann ich | wie geht | wo kann ich | wo finde ich | wie lange | was passiert wenn | was sind | was ist | bietet ihr | "
    "bieten sie | gibt es | wie funktioniert | richtlinie* | wie läuft | wie beantrage",
    "declined": "will keine | will kein | möchte keine | möchte nicht | will nicht | keine | nicht um",
    "distress:strong": """
        lügner | zum teufel | lügt mich an | schande | ihr betrügt
        scheisse* | verarschen | verarscht | so ein mist | wütend | stinksauer | stocksauer | arschloch | schnauze voll | unfassbar schlecht
        reicht mir | es reicht | saftladen | betrüger | abzocke | verzweifelt | nie wieder | idiot* | widerlich | unverschämt*
        frechheit | dumm* bot | bescheuert | ich weine | ich kann nicht mehr | unterirdisch
    """,
    "distress:mild": "alptraum | albtraum | verliere ich die geduld | verliere die geduld | "
    "nicht gerade toll | so kompliziert | schon wieder das gleiche | schon wieder dasselbe | "
    "ärger* | frustrier* | enttäusch* | genervt | nervt | unzufrieden | schlimm | furchtbar | lächerlich | zeitverschwendung | "
    "sauer | schlechter service | warte immer noch | nutzlos | blöd* | mist | verwirr* | nicht hilfreich",
    "unhurried": "nicht dringend | nichts dringendes | nicht eilig | eilt nicht | keine eile",
    "urgency": "nicht bis morgen warten | kann nicht warten | ist offline | sind offline | fliegen heute | fliege heute | kunden warten | kunden stehen | "
    "dringend* | sofort | eilt | notfall | schnellstmöglich | so schnell wie möglich | ausgesperrt | kann mich nicht einloggen | "
    "kann mich nicht anmelden | ausfall | nichts geht mehr | heute noch | komme nicht ~ rein | asap | gestohlen",
    "buying": "angebot für das ganze | angebot für unser | "
    "angebot anfordern | angebot erstellen | ein angebot für | grossbestellung | mengenrabatt | enterprise | demo vereinbaren | "
    "demo buchen | für unser unternehmen | für unsere firma | # lizenzen | # nutzer | # mitarbeiter | # stück | mit dem vertrieb | "
    "vertrieb sprechen | rahmenvertrag | grosskunden",
    "still": "immer noch | nach wie vor | weiterhin",
    "stuck": "funktioniert nicht | hat nicht funktioniert | geht nicht | geht immer noch nicht | schon probiert | schon versucht | hilft nicht | "
    "hilft mir nicht | bereits versucht | dieselbe antwort | gleiche antwort | nicht meine frage | das habe ich nicht gefragt | immer noch nicht | "
    "das war nicht meine frage | hast du schon gesagt | verstehst mich nicht | klappt nicht | hat nicht geklappt | habe ich schon",
    "secret": "mein passwort ist | mein kennwort ist | passwort ist | passwort lautet | meine pin ist | pin lautet | kennwort lautet",
    "identity": "passnummer | ausweisnummer | personalausweis | reisepassnummer | steuernummer ist | sozialversicherungsnummer | kopie meines ausweises",
    "health": "bin schwanger | habe diabetes | bin diabetiker | habe krebs | meine diagnose | schwerbehindert | meine krankheit | habe asthma | depression*",
}

LEXICON = Lexicon(
    language="de",
    groups=GROUPS,
    phrases=PHRASES,
    keys="mitarbeiter berater menschen sprechen kundenservice rückerstattung kündigen beschwerde anwalt",
    known="beraten sprechend ansprechen",
    spellings=(("ä", "ae"), ("ö", "oe"), ("ü", "ue")),
)
