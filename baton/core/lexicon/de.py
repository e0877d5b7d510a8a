"""German."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "talk": "sprechen|spreche|sprich|spricht|reden|rede|telefonieren|chatten|verbinden|verbinde|verbindet|durchstellen|"
    "weiterleiten|kontaktieren|kontakt|kontaktaufnahme|erreichen|erreiche|unterhalten|schreiben|holen|hole|geben|gib|"
    "gebt|uebergeben|weiterverbinden|vermitteln",
    "person": "mensch|menschen|person|mitarbeiter|mitarbeiterin|mitarbeitern|mitarbeitenden|berater|beraterin|agent|agenten|jemand|"
    "jemanden|jemandem|irgendwem|irgendjemand|irgendjemandem|kundenservice|kundendienst|kundenbetreuer|kundenbetreuung|"
    "support|supportmitarbeiter|sachbearbeiter|chef|vorgesetzten|vorgesetzter|manager|abteilung|kollegen|kollege|kollegin|"
    "team|servicemitarbeiter|operator|ansprechpartner|techniker|vertrieb|verkauf|rezeption|hotline|leiter|zentrale|experten",
    "human": "mensch|menschen|person|mitarbeiter|mitarbeiterin|berater|beraterin|agent|agenten|ansprechpartner|kundenservice|"
    "kundendienst|kundenbetreuer|sachbearbeiter|vorgesetzten|manager|operator|menschliche hilfe|menschlichen support|"
    "menschliche dienste|menschliche unterstuetzung|jemand anderen|jemand anders|live chat|live agent|supportmitarbeiter|"
    "menschlichen|menschlicher|menschliche",
    "small": "mit ein eine einen einem einer der die das den dem echte echten echter echtes richtigen richtige realen reale "
    "lebenden bitte ihrem ihren ihrer euer eurem eurer euren deinem zu zum zur lieber mal direkt sofort jetzt von vom auch "
    "keine kein anderen andere manuellen manuelle persoenlichen persoenliche kompetenten",
    "stop": "ueber aber bot roboter maschine geld rechnung zahlung fuer bestellung",
    "want": "will|moechte|moecht|brauche|brauch|benoetige|gibt es|gib mir|geben sie mir|gebt mir|hole|holen sie|verlange|"
    "wuensche|haette gern|haette gerne|lieber|kann ich|bitte|habt ihr|haben sie|suche",
    "dont": "nicht|kein|keine|keinen|keinem|keiner|nie|statt",
    "dont_want": "brauche keinen|brauche keine|brauche kein|will keinen|will keine|will kein|moechte keinen|moechte keine|"
    "will nicht mit|moechte nicht mit|nicht noetig|muss nicht mit|kein bedarf|ohne",
    "bot": "bot|roboter|robotern|maschine|maschinen|computer|ki|chatbot|automaten|bots",
    "are_you": "bist du|sind sie|seid ihr|ist das|ist hier|du bist|sie sind|bin ich|sind wir|spreche ich|rede ich|ob du|ob sie",
    "no": "nicht|denn|etwa|wirklich|ueberhaupt",
    "ask_hours": "wann ist|wann sind|wann erreiche|oeffnungszeiten|um wie viel uhr|erreichbarkeit|welche zeiten",
    "someone": "kann mich jemand|koennte mich jemand|koennen sie mich|koennt ihr mich|kannst du mich|bitte|jemand mich|soll mich|"
    "kann mich bitte jemand|moege mich|ruft mich bitte",
    "call_me": "anrufen|zurueckrufen|rufen sie mich an|ruf mich an|rufen sie mich zurueck|kontaktieren|mich zurueck|rueckruf",
    "count": "1|2|3|4|5|6|7|8|ein|zwei|drei|vier|fuenf|sechs|pro|je|einzel|jede|fuer eine",
    "other_trade": "immobilien|reise|versicherungs|erste|dritte|andere|weitere|steuer",
    "human_noun": "im raum|am tisch|gebuehr|provision|rabatt|app|nummer|zimmer|tisch",
}

PHRASES = {
    "ask": """
        <person> ~ <talk> | echter mensch | echten menschen | echte person | mensch bitte | mitarbeiter bitte | berater bitte
        kontakt ~ kundendienst | kontaktaufnahme | mit jemandem <talk> | jemanden zum reden | ist da jemand | ist jemand da
        ruft mich ~ an | rufen sie mich an | ruf mich an | bitte um rueckruf | rueckruf bitte | menschliche hilfe
        menschliche dienste | echte menschliche | manuellen kundenservice | ich will keinen bot | nicht mit einem bot
        nicht mit einer maschine | weiterleiten an | verbinden sie mich | verbinde mich | stellen sie mich durch
        stell mich durch | ihren vorgesetzten | ihren chef | deinen chef | geschaeftsfuehrer ~ sprechen | wer kann mir persoenlich
        jemand, mit dem ich <talk> | jemanden, mit dem ich <talk> | jemand anderen ~ <talk> | ans telefon | rueckruf vereinbaren
    """,
    "veil": """
        spreche ich ~ <person> | rede ich ~ <person> | bin ich ~ <person> ~ verbunden | brauche ~ keinen <person>
        nicht mit einem menschen | zwei personen | personen | fuer eine person | geld an jemanden | person anmelden
        fuer ~ person | immobilienmakler
    """,
    "cry": "mensch|menschen|mitarbeiter|berater|agent|person|kundenservice|kundendienst|support|operator|jemand|ansprechpartner|"
    "echter mensch|hilfe von mensch|vorgesetzter|manager|kundenberater|sachbearbeiter|live chat",
    "polite": "bitte|jetzt|sofort|hallo|ein|einen|eine|den|der|echt|echten|echter|ich|will|brauche|mal|ja|nein|ok|endlich|verdammt",
    "yes": "ja|ja bitte|gerne|gern|ja gerne|okay|klar|jawohl|bitte|mach das|auf jeden fall|natuerlich|jep",
    "no": "nein|nein danke|nee|noch nicht|jetzt nicht|nicht noetig",
    "hello": "hallo|guten tag|guten morgen|guten abend|hi|servus|moin|gruess gott|gruezi|hey|wie geht es dir|wie gehts",
    "thanks": "danke|vielen dank|danke schoen|dankeschoen|besten dank|super|perfekt|danke sehr|toll|prima|alles klar|fuer die hilfe|"
    "sehr hilfreich|passt|danke dir|ihnen",
    "bye": "tschuess|auf wiedersehen|bis bald|bis dann|schoenen tag|schoenen tag noch|ciao|das war alles|das wars",
    "subject:refund": "rueckerstattung* | erstattung* | geld zurueck | rueckzahlung* | gutschrift*",
    "action:refund": """
        will - geld zurueck | moechte - geld zurueck | mein geld zurueck | meine rueckerstattung | meine erstattung | erstatten sie
        wo ist mein geld | wo bleibt mein geld | wo bleibt - erstattung | geld zurueckhaben | will - erstattung | moechte - rueckerstattung
        will - rueckerstattung | moechte - erstattung | verlange - geld | brauche mein geld | geld noch nicht | fordere - geld
        erstattet mir | erstatte mir | geld ~ wiederhaben | noch keine erstattung
    """,
    "subject:complaint": "beschwerde* | beschweren | reklamation* | reklamieren",
    "action:complaint": """
        moechte mich beschweren | will mich beschweren | beschwere mich | beschwerde einreichen | beschwerde einlegen | meine beschwerde
        eine unverschaemtheit | unverschaemt | eine frechheit | unmoeglicher service | schlechte bewertung | ich reklamiere | unhoeflich
        unter aller sau | inakzeptabel | schlechtester service | habe eine beschwerde | moechte ~ reklamieren | verbraucherzentrale
    """,
    "subject:legal": "rechtlich* | anwalt* | agb | gericht* | haftung | juristisch* | widerrufsrecht",
    "action:legal": """
        meinen anwalt | mein anwalt | meine anwaeltin | rechtsanwalt einschalten | anwalt einschalten | verklagen | klage einreichen
        verklage | vor gericht | rechtliche schritte | anzeige erstatten | anzeigen | verbraucherschutz | frist setzen | mahnbescheid
        werde klagen | schadensersatz | schadenersatz | abmahnung
    """,
    "subject:medical": "medizin* | medikament* | arzt | dosierung | nebenwirkung* | rezept | schwanger* | allergi*",
    "action:medical": """
        allergische reaktion | brustschmerzen | atemnot | bekomme keine luft | mir ist schlecht | ausschlag bekommen | verletzt
        soll ich ~ einnehmen | darf ich ~ einnehmen | ueberdosis | krank geworden | umbringen | suizid* | meine symptome | mein arzt
        in der schwangerschaft | bin ich schwanger | habe nebenwirkungen | lebensmittelvergiftung | meine medikamente | mein rezept
    """,
    "subject:billing_dispute": "abbuchung* | rechnung* | gebuehr* | lastschrift* | abrechnung* | berechnet",
    "action:billing_dispute": """
        doppelt abgebucht | zweimal abgebucht | doppelt berechnet | zweimal berechnet | doppelt belastet | zweimal belastet
        doppelt bezahlt | falscher betrag | zu viel abgebucht | zu viel berechnet | unberechtigte abbuchung | unbekannte abbuchung
        kenne - abbuchung nicht | rechnung ist falsch | rechnung stimmt nicht | falsche rechnung | rechnung ~ nicht korrekt
        widerspreche der | nicht autorisiert* | warum wurde ~ abgebucht | immer noch abgebucht | wurde ~ abgebucht | habe nie bestellt
        rechnung ~ zu hoch | fehler auf ~ rechnung | fehler in ~ rechnung
    """,
    "subject:cancellation": "kuendig* | stornier* | storno | vertrag beenden | abbestell*",
    "action:cancellation": """
        will - kuendigen | moechte - kuendigen | will ~ kuendigen | moechte ~ kuendigen | hiermit kuendige | kuendige | kuendigen sie
        meine kuendigung | abo beenden | vertrag beenden | konto schliessen | konto loeschen | bitte stornieren | bestellung stornieren
        will ~ stornieren | moechte ~ stornieren | stornieren sie | meinen vertrag ~ | storniert ~ bestellung | bereits gekuendigt
    """,
    "subject:discount": "rabatt* | gutschein* | preisnachlass | ermaessigung* | aktionscode",
    "action:discount": """
        geben sie mir - rabatt | will - rabatt | moechte - rabatt | besserer preis | besseren preis | preis senken | billiger machen
        mein gutschein | gutschein funktioniert nicht | gutscheincode funktioniert nicht | code funktioniert nicht | kulanz
        entschaedigung | gebuehr erlassen | bekomme ich - rabatt | guenstiger bekommen | nachlass geben
    """,
    "subject:account_ownership": "kontoinhaber* | inhaberwechsel | vertragsinhaber* | vertragsuebernahme",
    "action:account_ownership": """
        inhaber aendern | konto uebertragen | vertrag uebertragen | konto ~ uebertragen | vertrag ~ uebertragen | verstorben | gestorben
        umschreiben | auf meinen namen | auf meine frau | auf meinen mann | erbe | geerbt | vollmacht | keinen zugriff mehr auf meine e
        im namen von | todesfall
    """,
    "subject:privacy": "datenschutz* | dsgvo | persoenliche daten | personenbezogen*",
    "action:privacy": """
        meine daten loeschen | daten ~ loeschen | loeschen sie ~ daten | auskunft ueber meine | meine daten herausgeben
        kopie meiner daten | welche daten ~ ueber mich | daten weitergegeben | einwilligung widerrufen | datenauskunft | recht auf loeschung
        dsgvo anfrage | konto und daten
    """,
    "subject:security": "sicherheit | sicher | verschluessel* | phishing | gehackt | hacker*",
    "action:security": """
        wurde gehackt | konto gehackt | konto ~ gehackt | fremder zugriff | jemand hat sich ~ | gestohlen | geklaut | datenleck | betrug
        betrogen worden | betrueger | verdaechtige aktivitaet | verdaechtige anmeldung | unbefugter zugriff | karte sperren | konto sperren
        sicherheitsluecke | kompromittiert | identitaetsdiebstahl | war ich nicht
    """,
    "about": """
        was ist | was sind | wie lange | wie kann | wie viel | wie viele | wie hoch | wie funktioniert | wie laeuft | welche | welcher
        wo kann | wo finde | wann | gibt es | bietet ihr | bieten sie | habt ihr | haben sie | richtlinie* | bedingungen | regeln
        informationen | erklaeren | was passiert | kostet | wie ist | wie sind | wie sicher | ist es sicher | frist | akzeptiert
        wie geht | wie werden | werden
    """,
    "may": "kann ich | koennte ich | darf ich | ist es moeglich | muss ich | bekomme ich | kann man | habe ich",
    "mine": "mein | meine | meinen | meinem | meiner | diese bestellung | ich habe | ich will | ich moechte | ich wurde | sofort | jetzt | "
    "immer noch | defekt | kaputt | falsch | hiermit | ausnahme",
    "how_to": "wie kann ich | wie geht | wo kann ich | wo finde ich | wie lange | was passiert wenn | was sind | was ist | bietet ihr | "
    "bieten sie | gibt es | wie funktioniert | richtlinie* | wie laeuft | wie beantrage",
    "declined": "will keine - | will kein - | moechte keine - | moechte nicht | will nicht | keine - | nicht um",
    "distress:strong": """
        scheisse* | verarschen | verarscht | so ein mist | wuetend | stinksauer | stocksauer | arschloch | schnauze voll | unfassbar schlecht
        reicht mir | es reicht | saftladen | betrueger | abzocke | verzweifelt | nie wieder | idiot* | widerlich | unverschaemt*
        frechheit | dumm* bot | bescheuert | ich weine | ich kann nicht mehr | unterirdisch
    """,
    "distress:mild": "aerger* | frustrier* | enttaeusch* | genervt | nervt | unzufrieden | schlimm | furchtbar | laecherlich | zeitverschwendung | "
    "sauer | schlechter service | warte immer noch | nutzlos | blöd* | mist | verwirr* | nicht hilfreich",
    "urgency": "dringend* | sofort | eilt | notfall | schnellstmoeglich | so schnell wie moeglich | ausgesperrt | kann mich nicht einloggen | "
    "kann mich nicht anmelden | ausfall | nichts geht mehr | heute noch | komme nicht ~ rein | asap | gestohlen",
    "buying": "angebot anfordern | angebot erstellen | ein angebot fuer | grossbestellung | mengenrabatt | enterprise | demo vereinbaren | "
    "demo buchen | fuer unser unternehmen | fuer unsere firma | # lizenzen | # nutzer | # mitarbeiter | # stueck | mit dem vertrieb | "
    "vertrieb sprechen | rahmenvertrag | grosskunden",
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
    keys="mitarbeiter berater menschen sprechen kundenservice rueckerstattung kuendigen beschwerde anwalt",
    known="beraten sprechend ansprechen",
)
