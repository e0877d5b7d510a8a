"""Polish."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "buy": "potrzebujemy|potrzebuję|chcemy|zamówić|kupić|szukamy",
    "price_of": "cena za|ceny dla|oferta na|oferta dla",
    "for_our": "do naszego|dla naszego|do naszej|dla naszej|dla naszych|do mojej",
    "new": "nowego|nowej|całej",
    "our": "nasz|nasza|nasze",
    "firm": "biura|hotelu|firmy|szkoły|restauracji|kliniki|zespołu|pracowników|oddziałów|sklepów",
    "heads": "pracowników|użytkowników|stanowisk|biurek|pokoi|samochodów|telefonów|linii|licencji|osób|sklepów",
    "help": "pomocy|pomoc|wsparcia",
    "available": "dostępny|dostępna|dostępni|wolny",
    "phone": "przy telefonie|do telefonu|przez telefon",
    "talked": "rozmawiałem|rozmawiałam|mówiłem",
    "anyone": "kogoś|ktoś",
    "reach_me": "skontaktować się ze mną|zadzwonić do mnie|się ze mną skontaktować|do mnie zadzwonić|oddzwonić",
    "team": "zespołu|obsługi|wsparcia",
    "who": "z kim|do kogo",
    "aid": "agent*|pomoc*|wsparci*|konsultant*|osob*|obsług*|kontakt*",
    "real": "ludzk*|prawdziw*|żyw*|człowieka",
    "talk": "skontaktuj|skontaktować|kontakt|połącz|połączyć|przełącz|przekieruj|rozmawiać|rozmowa|rozmowę|porozmawiać|gadać|pogadać|mówić|czat|rozmawiać|porozmawiać|rozmowa|rozmowę|rozmowy|mówić|pogadać|skontaktować|kontakt|kontaktu|połączyć|połącz|połączcie|proszę połączyć|przełącz|przełączyć|"
    "przekaż|przekazać|czat z|rozmawiac|porozmawiac|dodzwonić",
    "person": "obsługą|obsługi|obsługa klienta|przedstawicielem|przedstawiciel|kimś|człowiekiem|człowieka|osobą|konsultantem|konsultanta|pracownikiem|pracownika|kierownikiem|operatorem|operatora|agentem|menedżerem|doradcą|specjalistą|wsparciem|człowiek*|człowieka|człowiekiem|osoba|osobą|osobę|kimś|kogoś|ktoś|konsultant*|agent*|pracownik*|przedstawiciel*|operator*|kierownik*|menedżer*|"
    "doradc*|obsługa klienta|obsługą klienta|obsługi klienta|biuro obsługi|przełożon*|specjalist*|ludźmi|ludzi|żywym|szef*|technik*|wsparciem|dział*",
    "human": "człowiek*|konsultant*|agenta|agentem|pracownik*|przedstawiciel*|operator*|kierownik*|doradc*|obsługa klienta|obsługi klienta|prawdziwa osoba|"
    "prawdziwą osobę|żywy człowiek|pomoc człowieka|przełożon*|osobą|kogoś innego",
    "small": "z ze do prawdziwym prawdziwego żywym żywego prosić proszę jakimś jakąś inną innym waszym jakiegoś ludzkim kimś od się na",
    "stop": "o ale bot botem robot robotem maszyną pieniądze płatność dla",
    "want": "chcę|chce|chciałbym|chciałabym|potrzebuję|potrzebuje|poproszę|proszę|daj mi|dajcie mi|czy jest|czy mogę|wolę|żądam|mogę|jest tam|szukam|macie",
    "dont": "nie|nigdy|dość|bez",
    "dont_want": "nie potrzebuję|nie potrzebuje|nie chcę|nie chce|nie trzeba|nie muszę|bez",
    "bot": "bot|botem|boty|botami|robot|robotem|maszyna|maszyną|automat|automatem|komputerem|chatbot*|bota",
    "are_you": "czy jesteś|jesteś|czy to jest|czy to|czy rozmawiam z|rozmawiam z|czy ty jesteś|czy pan jest|czy pani jest",
    "no": "nie|naprawdę|w ogóle",
    "ask_hours": "o której|w jakich godzinach|godziny|jaki jest numer|kiedy jest",
    "someone": "czy ktoś może|niech ktoś|ktoś może|czy możecie|czy możesz|proszę|czy mógłby ktoś|prosze|poproszę",
    "call_me": "do mnie zadzwonić|zadzwonić do mnie|zadzwoni do mnie|zadzwońcie do mnie|o telefon|o kontakt|zadzwoń do mnie|oddzwonić|oddzwonienie|oddzwońcie|zadzwonić",
    "count": "1|2|3|4|5|6|dwie|dwóch|trzy|trzech|cztery|jedna",
    "human_noun": "nieruchomości|ubezpieczeniow*|przy stole",
}

PHRASES = {
    "whether_bot": """
        kim jesteś | kim pan jest | czy jesteś <bot> | jesteś <bot> | czy rozmawiam z <bot> | rozmawiam z <bot>
    """,
    "ask": """
        z krwi i kości | niech ktoś ~ zadzwoni | niech ktoś do mnie | omówić z kimś | omówić to z kimś
        jest tam ktoś | jest tu ktoś | czy jest ktoś | ktoś kto mi pomoże | ktoś kto może mi pomóc | proszę o telefon | proszę o kontakt telefoniczny | oddzwoń* | proszę zadzwonić | zadzwońcie do mnie | żywy człowiek | żywego człowieka | z żywym człowiekiem | prawdziwy człowiek | przełącz* ~ <person> | połącz* ~ <person> | gadac z <person>
        <person> ~ <talk> | prawdziwy człowiek | prawdziwym człowiekiem | żywy człowiek | żywym człowiekiem | prawdziwa osoba | prawdziwą osobą | czy jest tam ktoś | jest tam ktoś
        zadzwońcie do mnie | proszę o kontakt | proszę o telefon | połącz mnie | połączcie mnie | proszę mnie połączyć | z przełożonym | z kierownikiem | nie chcę bota
        nie z botem | nie chcę ~ z <bot> | człowieka proszę | czy mogę z kimś
    """,
    "veil": "rozmawiać o | rozmawiam ~ <person> | dla dwóch osób | osób | nie potrzebuję ~ <person> | pieniądze komuś | agent nieruchomości",
    "cry": "kierownik|kierownika|obsługa|obsługa klienta|przedstawiciel|doradca|wsparcie|człowiek|człowieka|konsultant|konsultanta|agent|operator|pracownik|obsługa klienta|przedstawiciel|osoba|ktoś|doradca|kierownik|konsultantem|z człowiekiem|żywy człowiek",
    "polite": "proszę|poproszę|teraz|natychmiast|cześć|halo|chcę|tak|nie|ok|prawdziwy|żywy|z|prosze",
    "yes": "tak|tak proszę|tak poproszę|poproszę|ok|dobrze|jasne|oczywiście|proszę|pewnie",
    "no": "nie|nie dziękuję|nie dzięki|nie teraz|jeszcze nie",
    "opening": "mam pytanie|pytanie|mam problem|czy możesz mi pomóc|czy może mi pan pomóc|potrzebuję pomocy|proszę o pomoc",
    "hello": "cześć|dzień dobry|dobry wieczór|witam|hej|siema|jak się masz|dobry",
    "thanks": "dziękuję|dzięki|dziękuję bardzo|super|świetnie|wielkie dzięki|bardzo|idealnie|za pomoc|dziekuje|dzieki",
    "bye": "do widzenia|pa|na razie|miłego dnia|do zobaczenia|to wszystko",
    "subject:refund": "zwrot* | refundacj*",
    "action:refund": "chcę - zwrot* | żądam - zwrotu | oddajcie | oddajcie pieniądze | mój zwrot | moje pieniądze | zwróćcie mi | zwrot moich | gdzie jest mój zwrot | gdzie są moje pieniądze | proszę o zwrot | domagam się zwrotu | chcę odzyskać | zwrotu nie",
    "subject:complaint": "reklamacj* | skarg* | zażaleni*",
    "action:complaint": "złożyć skargę | złożyć reklamację | moja skarga | moja reklamacja | chcę się poskarżyć | skarga na | składam reklamację | to skandal | skandal | niedopuszczalne | najgorsza obsługa | mam skargę | chamska obsługa",
    "subject:legal": "prawn* | adwokat* | regulamin | sąd*",
    "action:legal": "mój prawnik | mój adwokat | mojego prawnika | pozwę | pozwać | do sądu | kroki prawne | drogę sądową | uokik | rzecznik konsumentów | zgłoszę na policję | wezwanie do zapłaty | pozew",
    "subject:medical": "medyczn* | lek | leki | dawkowanie | recepta | recepty | receptę | skutki uboczne | ciąż* | alergi*",
    "action:medical": "reakcja alergiczna | ból w klatce | nie mogę oddychać | źle się czuję | przedawkowa* | samobój* | moje objawy | mój lekarz | czy mogę brać | czy mogę zażywać | wysypk* | zatrucie | moja recepta | w ciąży",
    "subject:billing_dispute": "opłat* | faktur* | rachun* | obciążen*",
    "action:billing_dispute": "podwójnie pobran* | dwa razy pobran* | pobrano dwa razy | pobrano podwójnie | dwukrotnie | podwójna opłata | podwójne obciążenie | zła kwota | błędna kwota | nie rozpoznaję | nieautoryzowan* | błędna faktura | błąd na fakturze | zapłaciłem dwa razy | "
    "zapłaciłam dwa razy | obciążono mnie | pobraliście | pobrano mi | za dużo pobran* | kwestionuję | niesłusznie | faktura jest błędna",
    "subject:cancellation": "anulow* | rezygn* | wypowied* | odstąpi*",
    "action:cancellation": "chcę anulować | chcę zrezygnować | anulować moje | anulować moją | anulujcie | rezygnuję | wypowiadam | rozwiązać umowę | zamknąć konto | chcę wypowiedzieć | proszę anulować | moja rezygnacja | chciałbym anulować | chciałabym anulować | anulować zamówienie",
    "subject:discount": "zniżk* | rabat* | kod promocyjny | kupon* | promocj*",
    "action:discount": "dajcie - zniżkę | dajcie - rabat | chcę - zniżkę | chcę - rabat | poproszę o zniżkę | poproszę o rabat | lepsza cena | lepszą cenę | obniżyć cenę | mój kod | kod nie działa | rekompensat* | odszkodowani*",
    "subject:account_ownership": "właściciel* konta | zmiana właściciela",
    "action:account_ownership": "zmienić właściciela | zmiana właściciela | przepisać | przenieść konto | na moje nazwisko | zmarł | zmarła | nie żyje | spadek | pełnomocnictwo | w imieniu | nie mam dostępu do maila | cesja",
    "subject:privacy": "prywatnoś* | dane osobowe | danych osobowych | rodo",
    "action:privacy": "usunąć moje dane | usuńcie moje dane | usunięcie danych | usunięcie moich danych | usunąć konto | usuńcie moje konto | kopia moich danych | kopię moich danych | jakie dane ~ o mnie | udostępniliście moje dane | wycofać zgodę | cofam zgodę | prawo do zapomnienia",
    "subject:security": "bezpiecze* | bezpieczn* | phishing | szyfrow*",
    "action:security": "zhakowan* | włamał się | włamanie | ktoś się zalogował | ktoś użył | skradzion* | ukradzion* | ukradli | kradzież | oszust* | oszukan* | podejrzan* | zablokować kartę | zablokujcie | wyciek danych | to nie ja | nieuprawnion*",
    "about": "jaki jest | jaka jest | jakie są | jak długo | ile | jak | gdzie | kiedy | polityka | warunki | zasady | czy oferujecie | oferujecie | czy macie | czy są | co się stanie | informacje | wyjaśnić | co to jest | czy jest bezpieczn*",
    "may": "czy mogę | mogę | czy można | czy mam prawo | czy muszę | czy możecie",
    "mine": "mój|moja|moje|moją|mojego|to zamówienie|zapłaciłem|kupiłem|chcę|teraz|natychmiast|nadal|uszkodzon*|wyjątek|zepsut*",
    "how_to": "jak | ile trwa | jak długo | jakie są | jaka jest | co się stanie | czy oferujecie | czy macie | gdzie mogę | ile czasu",
    "declined": "nie chcę | nie potrzebuję | nie szukam",
    "distress:strong": "kurwa | cholera | wściekł* | oszuści | złodzieje | skandal* | idio* | debil* | mam dość | mam tego dość | żenada | rozpacz* | nigdy więcej | beznadziejn* | gówno | dno | pieprz* | wkurw*",
    "distress:mild": "zdenerwowan* | zirytowan* | rozczarowan* | sfrustrowan* | śmieszne | okropn* | strata czasu | niezadowolon* | nadal czekam | bezużyteczn* | zła obsługa | denerwuj* | zły",
    "urgency": "pilne | pilnie | natychmiast | jak najszybciej | nagły wypadek | nie mogę się zalogować | zablokowane konto | awaria | jeszcze dziś | skradzion* | asap",
    "buying": "oferta dla firm | wycena | wycenę | duże zamówienie | w hurcie | hurtow* | dla naszej firmy | dla mojej firmy | enterprise | demo | # licencji | # użytkowników | # sztuk | dział sprzedaży | działem sprzedaży",
    "still": "nadal | wciąż | ciągle | dalej",
    "stuck": "nie działa | nie zadziałało | nadal nie | już próbowałem | już próbowałam | nie pomaga | nie pomogło | ta sama odpowiedź | to samo | nie o to pytałem | nie o to pytam | nie rozumiesz | już mówiłem | dalej nie",
    "secret": "moje hasło to | hasło to | mój pin to | moim hasłem jest",
    "identity": "pesel | numer dowodu | numer paszportu | dowód osobisty",
    "health": "jestem w ciąży | mam cukrzycę | mam raka | moja diagnoza | moja choroba | niepełnosprawn* | moja depresja",
}

LEXICON = Lexicon(
    language="pl",
    groups=GROUPS,
    phrases=PHRASES,
    keys="konsultant konsultantem czlowiek czlowiekiem porozmawiac reklamacja anulowac",
    known="",
)
