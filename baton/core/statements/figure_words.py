"""Numbers and spans of time that are written in words, per language: data for `figures`."""

COUNTED = {
    "en": "two three four five six seven eight nine ten eleven twelve thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 "
    "eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90 hundred=100 "
    "one=1 twice=2 dozen=12",
    "de": "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn=13 vierzehn=14 fünfzehn=15 sechzehn=16 siebzehn=17 "
    "achtzehn=18 neunzehn=19 zwanzig=20 vierundzwanzig=24 achtundvierzig=48 siebzig=70 achtzig=80 dutzend=12 dreißig=30 vierzig=40 fünfzig=50 sechzig=60 neunzig=90 hundert=100 eins=1",
    "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce trece=13 catorce=14 quince=15 dieciséis=16 dieciocho=18 veinte=20 "
    "veinticuatro=24 setenta=70 ochenta=80 docena=12 "
    "treinta=30 cuarenta=40 cincuenta=50 sesenta=60 noventa=90 cien=100",
    "fr": "deux trois quatre cinq six sept huit neuf dix onze douze treize=13 quatorze=14 quinze=15 seize=16 vingt=20 trente=30 "
    "quarante=40 cinquante=50 soixante=60 cent=100",
    "it": "due tre quattro cinque sei sette otto nove dieci undici dodici quattordici=14 quindici=15 venti=20 trenta=30",
    "pt": "dois três quatro cinco seis sete oito nove dez onze doze quatorze=14 catorze=14 quinze=15 vinte=20 trinta=30",
    "nl": "twee drie vier vijf zes zeven acht negen tien elf twaalf veertien=14 vijftien=15 twintig=20 dertig=30",
}
"""In order from two on; the others with their value."""

SPANS: dict[str, tuple[tuple[str, float, str], ...]] = {
    "en": (
        (r"fortnights?", 336.0, "hour"),
        (r"(?:an|one) hour and a half|one and a half hours", 1.5, "hour"),
        (r"half a year", 6.0, "month"),
        (r"(?:a|one) year and a half", 18.0, "month"),
        (r"half a day", 12.0, "hour"),
        (r"three[- ]quarters of an hour", 0.75, "hour"),
    ),
    "de": (
        (r"viertelstunde", 0.25, "hour"),
        (r"(?:eine[nr]? )?halben? stunde", 0.5, "hour"),
        (r"dreiviertelstunde", 0.75, "hour"),
        (r"(?:anderthalb|eineinhalb) stunden", 1.5, "hour"),
        (r"(?:ein(?:em)? )?halbe[sn] jahr", 6.0, "month"),
    ),
    "es": (
        (r"(?:un )?cuarto de hora", 0.25, "hour"),
        (r"media hora", 0.5, "hour"),
        (r"tres cuartos de hora", 0.75, "hour"),
        (r"(?:una )?hora y media", 1.5, "hour"),
        (r"medio año", 6.0, "month"),
        (r"quincena", 360.0, "hour"),
    ),
    "fr": (
        (r"(?:un )?quart d['’]heure", 0.25, "hour"),
        (r"(?:une )?demi-heure", 0.5, "hour"),
        (r"trois quarts d['’]heure", 0.75, "hour"),
        (r"(?:une )?heure et demie", 1.5, "hour"),
        (r"quinzaine", 360.0, "hour"),
    ),
}
"""Spans of time that have a word of their own, in hours or in months."""
