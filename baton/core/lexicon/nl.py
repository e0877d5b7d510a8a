"""Dutch."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "buy": "nodig|hebben|willen|wil|bestellen|kopen|zoeken|leveren",
    "price_of": "prijs voor|prijzen voor|offerte voor|aanbod voor|kosten voor",
    "for_our": "voor ons|voor onze|voor mijn|voor het|voor al onze",
    "new": "nieuwe|nieuw|hele",
    "our": "ons|onze|mijn",
    "firm": "kantoor|kantoren|hotel|bedrijf|school|restaurant|praktijk|team|medewerkers|personeel|filialen|winkels",
    "heads": "medewerkers|collega's|gebruikers|werkplekken|bureaus|kamers|auto's|telefoons|lijnen|licenties|"
    "personen|winkels",
    "help": "hulp van|ondersteuning van",
    "available": "beschikbaar|vrij|online",
    "phone": "aan de telefoon|aan de lijn|telefonisch",
    "talked": "heb met|heb gesproken|sprak",
    "anyone": "iemand",
    "reach_me": "contact met mij opnemen|contact met me opnemen|mij bellen|me bellen|terugbellen",
    "team": "team|jullie team|support|klantenservice",
    "who": "met wie",
    "aid": "medewerker|hulp|ondersteuning|agent|contact|persoon|assistentie|support|operator",
    "real": "menselijk*|echte|levende",
    "talk": "spreek|spreken|praten|praat|bellen|chatten|contact|doorverbinden|verbind|doorschakelen|overleggen|spreken|spreek|praten|praat|contact|contacten|bereiken|bellen met|doorverbinden|doorverbind|verbind|verbinden|doorgeschakeld|chatten|overleggen|"
    "gesprek|overdragen|hulp van|schakel|in contact",
    "person": "manager|je manager|leidinggevende|baas|collega|mens|mensen|persoon|personen|medewerker|medewerkers|medewerkster|iemand|iemand anders|agent|klantenservice|klantendienst|helpdesk|support|manager|"
    "leidinggevende|supervisor|collega|adviseur|vertegenwoordiger|operator|baas|afdeling|team|specialist|monteur|verkoop|receptie",
    "human": "mens|mensen|persoon|medewerker|agent|klantenservice|klantendienst|manager|leidinggevende|supervisor|adviseur|vertegenwoordiger|operator|"
    "menselijke hulp|menselijke medewerker|echt iemand|iemand anders|live chat|echte persoon",
    "small": "met een de het van naar tot echte echt levende menselijke graag alstublieft aub uw jullie je jou door andere direct nu even van vlees en bloed er",
    "stop": "over maar bot robot machine computer geld betaling bestelling voor",
    "want": "wil|wilde|zou graag|graag|moet|nodig|geef me|geef mij|is er|zijn er|kan ik|mag ik|heb|hebben jullie|verbind me|liever|eis|zoek",
    "dont": "niet|geen|nooit|zonder",
    "dont_want": "wil geen|heb geen|hoef geen|hoef niemand|wil niemand|niet nodig|hoef niet|wil niet met|geen behoefte|zonder",
    "bot": "bot|robot|machine|computer|chatbot|ai|bots|robots",
    "are_you": "ben je|ben jij|bent u|is dit|jij bent|je bent|u bent|spreek ik|praat ik|ben ik|of je",
    "no": "geen|wel|echt|eigenlijk|met",
    "ask_hours": "hoe laat|openingstijden|wanneer is|wanneer zijn|wat is het nummer|welke tijden",
    "someone": "kan iemand|kunnen jullie|kunt u|kan je|kun je|zou iemand|wil iemand|laat iemand|alstublieft|graag",
    "call_me": "me bellen|mij bellen|me terugbellen|mij terugbellen|bel me|bel mij|terugbellen|contact met me opnemen|contact met mij opnemen|teruggebeld",
    "count": "1|2|3|4|5|6|7|8|twee|drie|vier|vijf|zes|per|elke",
    "other_trade": "eerste|derde|andere|dezelfde",
    "human_noun": "aan tafel|per kamer|kosten",
}

PHRASES = {
    "whether_bot": """
        wie ben je | wie bent u | ben je echt | praat ik met een <bot> | spreek ik met een <bot>
        ben je een <bot> of een <human>
    """,
    "ask": """
        vlees en bloed | liever met een <person> | bespreken met een <person>
        met je manager | met jullie manager | laat me met <person> | laat me met je <person>
        mij doorverbinden | me doorverbinden | verbind mij door | doorverbonden worden | met je manager | met uw manager | met een manager | praten met iemand | iemand aan de lijn | iemand aan de telefoon | bel me | bel mij | teruggebeld worden | terugbellen | is daar iemand | is er iemand | iemand die me kan helpen | iemand spreken | echt persoon | echt mens | echte medewerker | naar een medewerker | een mens aub | mens aub
        <person> ~ <talk> | echt persoon | echte persoon | echt mens | echte mens | echt iemand | menselijke hulp | menselijke medewerker | iemand om mee te <talk>
        met wie ik kan <talk> | bel me | bel mij | terugbelverzoek | is daar iemand | is er iemand | verbind me | verbind mij door | uw leidinggevende
        je leidinggevende | jullie manager | uw manager | geen bot | niet met een <bot> | schakel me door | ik wil geen bot | word ik teruggebeld
    """,
    "veil": "praten over | spreek ik ~ <person> | praat ik ~ <person> | personen | geld aan iemand | makelaar | hoef geen <person> | niet met een mens | voor een persoon",
    "cry": "klantendienst|helpdesk|leidinggevende|medewerker|support|mens|medewerker|persoon|agent|klantenservice|operator|iemand|manager|helpdesk|vertegenwoordiger|echt persoon|echte persoon|adviseur|live chat|echt mens",
    "polite": "alstublieft|aub|graag|nu|hallo|een|de|echt|echte|ik|wil|ja|nee|ok|meteen|svp|alsjeblieft",
    "yes": "ja|ja graag|graag|oke|ok|prima|is goed|natuurlijk|ja hoor|doe maar|jazeker|alsjeblieft",
    "no": "nee|nee bedankt|nee dank je|niet nu|nog niet",
    "opening": "ik heb een vraag|ik heb een vraagje|een vraag|vraagje|kunt u mij helpen|kun je mij helpen|kunt u me helpen|kun je me helpen|kan je me helpen|ik heb hulp nodig|ik heb een probleem",
    "hello": "hallo|hoi|goedemorgen|goedemiddag|goedenavond|goedendag|dag|hey|hoe gaat het|he",
    "thanks": "bedankt|dank je|dank je wel|dank u|dank u wel|dankjewel|dankuwel|super|perfect|top|fijn|hartelijk dank|heel erg|voor de hulp|voor je hulp",
    "bye": "tot ziens|doei|dag|fijne dag|prettige dag|tot later|dat was alles",
    "subject:refund": "terugbetal* | geld terug | restitutie | vergoeding",
    "action:refund": "wil ~ geld terug | mijn geld terug | mijn geld | mijn terugbetaling | betaal me terug | waar blijft mijn geld | wil - terugbetaling | eis - geld | geld nog niet | mijn restitutie | wil ~ terugbetaald | geef me mijn geld | wil restitutie",
    "subject:complaint": "klacht* | klagen",
    "action:complaint": "klacht indienen | ik wil klagen | mijn klacht | ik heb een klacht | wil een klacht | belachelijke service | onacceptabel | slechtste service | schandalig | slechte review | onbeschoft | schande",
    "subject:legal": "juridisch* | advocaat* | wettelijk* | rechtbank | algemene voorwaarden",
    "action:legal": "mijn advocaat | aanklagen | klaag jullie aan | juridische stappen | naar de rechter | rechtszaak | advocaat inschakelen | ingebrekestelling | aangifte | consumentenbond | geschillencommissie | dagvaard*",
    "subject:medical": "medisch* | medicijn* | dosering | recept | bijwerking* | zwanger* | allergi*",
    "action:medical": "allergische reactie | pijn op de borst | kan niet ademen | ik voel me ziek | ben ziek geworden | overdosis | zelfmoord | mijn symptomen | mijn arts | mijn huisarts | mag ik ~ innemen | uitslag gekregen | voedselvergiftiging | gewond | mijn medicatie | tijdens de zwangerschap",
    "subject:billing_dispute": "afschrijving* | factuur | facturen | kosten | incasso",
    "action:billing_dispute": "dubbel afgeschreven | twee keer afgeschreven | dubbel betaald | dubbel in rekening | twee keer betaald | verkeerd bedrag | te veel afgeschreven | te veel betaald | te veel in rekening | onterechte afschrijving | herken ~ niet | betwist* | "
    "factuur klopt niet | onjuiste factuur | niet geautoriseerd | zonder toestemming afgeschreven | fout op ~ factuur | nog steeds afgeschreven | is er ~ afgeschreven | twee keer van mijn",
    "subject:cancellation": "opzeg* | annuler* | opgezegd | beeindig*",
    "action:cancellation": "wil ~ opzeggen | wil ~ annuleren | mijn abonnement opzeggen | mijn bestelling annuleren | annuleer mijn | zeg mijn | abonnement stopzetten | wil stoppen | mijn opzegging | account sluiten | hierbij zeg | wil ~ stopzetten | graag ~ opzeggen | graag ~ annuleren",
    "subject:discount": "korting* | kortingscode | waardebon | aanbieding*",
    "action:discount": "geef me - korting | wil - korting | krijg ik - korting | betere prijs | prijs verlagen | mijn kortingscode | code werkt niet | compensatie | schadevergoeding | mijn korting | coulance",
    "subject:account_ownership": "rekeninghouder* | accounthouder* | eigenaar van het account",
    "action:account_ownership": "eigenaar wijzigen | account overzetten | overdragen aan | op mijn naam | overleden | erfenis | volmacht | namens | contractovername | geen toegang meer tot mijn e | tenaamstelling wijzigen",
    "subject:privacy": "privacy | persoonsgegevens | avg | gegevensbescherming",
    "action:privacy": "mijn gegevens verwijderen | verwijder mijn gegevens | gegevens wissen | wis mijn | account verwijderen | verwijder mijn account | kopie van mijn gegevens | inzage in mijn | welke gegevens ~ van mij | mijn gegevens gedeeld | toestemming intrekken | recht op vergetelheid",
    "subject:security": "veilig* | beveilig* | phishing | hack* | versleutel*",
    "action:security": "gehackt | iemand heeft ingelogd | iemand anders heeft | gestolen | fraude | opgelicht | oplichting | verdachte activiteit | verdachte inlog | onbevoegd* | kaart blokkeren | blokkeer mijn | datalek | identiteitsfraude | was ik niet",
    "about": "wat is | wat zijn | hoe lang | hoeveel | hoe | waar | wanneer | welke | beleid | voorwaarden | regels | bieden jullie | hebben jullie | zijn er | is er | wat gebeurt | informatie | uitleggen | is het veilig | termijn | accepteren",
    "may": "kan ik | mag ik | is het mogelijk | heb ik recht | moet ik | kun je | kunnen jullie",
    "mine": "mijn|deze bestelling|ik heb|ik wil|ik ben|nu|meteen|nog steeds|kapot|beschadigd|uitzondering|direct",
    "how_to": "hoe kan ik | hoe lang | hoe werkt | hoe vraag | wat is | wat zijn | wat gebeurt | bieden jullie | hebben jullie | waar kan ik | beleid | hoe moet ik",
    "declined": "wil geen | hoef geen | geen | wil niet | niet op zoek naar",
    "distress:strong": "godverdomme | verdomme | kut | kutzooi | kutbedrijf | kutservice | kutwinkel | kutding | klote* | woedend | razend | boos op jullie | oplichters | idioten | schandalig | schande | dieven | wanhopig | nooit meer | ik ben het zat | zat van | belachelijk bedrijf | waardeloos | achterlijk* | stom* bot | walgelijk",
    "distress:mild": "irritant | gefrustreerd | frustrerend | teleurgesteld | teleurstellend | boos | belachelijk | vreselijk | tijdverspilling | ontevreden | nog steeds wachten | slechte service | nutteloos | verwarrend | balen | vervelend",
    "urgency": "dringend* | spoed* | noodgeval | zo snel mogelijk | onmiddellijk | meteen | kan niet inloggen | buitengesloten | geblokkeerd | storing | vandaag nog | gestolen | asap",
    "buying": "offerte | grote bestelling | groothandel | staffelkorting | voor ons bedrijf | voor mijn bedrijf | enterprise | een demo | # licenties | # gebruikers | # stuks | # medewerkers | met verkoop | afdeling verkoop",
    "still": "nog steeds | nog altijd",
    "stuck": "werkt niet | werkte niet | werkt nog steeds niet | al geprobeerd | helpt niet | helpt me niet | hetzelfde antwoord | niet mijn vraag | niet wat ik vroeg | je begrijpt me niet | al gezegd | nog steeds niet | lukt niet | geen antwoord op mijn",
    "secret": "mijn wachtwoord is | wachtwoord is | mijn pincode is | pincode is | mijn code is",
    "identity": "bsn | burgerservicenummer | paspoortnummer | mijn paspoort | rijbewijsnummer",
    "health": "ik ben zwanger | ik ben diabeet | heb diabetes | heb kanker | mijn diagnose | mijn ziekte | mijn handicap | mijn depressie",
}

LEXICON = Lexicon(
    language="nl",
    groups=GROUPS,
    phrases=PHRASES,
    keys="medewerker persoon iemand klantenservice spreken terugbetaling annuleren opzeggen klacht",
    known="personeel personen persoonlijk gesproken sprekend medewerkers kracht slacht nacht klachten",
)
