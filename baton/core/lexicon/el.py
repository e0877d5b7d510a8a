"""Greek, in its own script and in Latin letters."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "help": "βοηθεια απο|βοηθεια ενος",
    "available": "διαθεσιμος|διαθεσιμη|ελευθερος",
    "phone": "στο τηλεφωνο|στη γραμμη",
    "talked": "μιλησα|ειχα μιλησει",
    "anyone": "καποιον|καποιος",
    "reach_me": "επικοινωνησει μαζι μου|με καλεσει|με παρει",
    "team": "ομαδα|την ομαδα σας",
    "who": "με ποιον|με ποια|σε ποιον|me poion",
    "aid": "βοηθεια|υποστηριξη|ατομο|εκπροσωπο|εκπροσωπος|υπαλληλο|εξυπηρετηση|ανθρωπο|ανθρωπος",
    "real": "ανθρωπινη|ανθρωπινο|ανθρωπινος|πραγματικο|πραγματικος|ζωντανο|αληθινο",
    "talk": (
        "μιληστε|μιλησετε|μιλησει|επικοινωνια|επικοινωνησετε|συνδεση|συνομιλια|συνδεσε|μεταφορα|μιλα|μιλησω|μιλω|μιλαω|μιλησουμε|να μιλησω|συνδεσ*|συνδεθω|επικοινωνησω|συνομιλησω|μεταφερ*|περασ*|βαλτε με|"
        "δωστε μου|κουβεντιασω|miliso|milisw|milhsw|milao|milaw|milo|sindes*|syndes*|epikinoniso|epikoinoniso|"
        "epikoinwnisw|metafer*|dose mou|doste mou|perase me"
    ),
    "person": (
        "υποστηριξης|ανθρωπους|εκπροσωπους|συνεργατη|τον ανθρωπο|ανθρωπο|ανθρωπος|εναν ανθρωπο|καποιον|καποιος|ατομο|εκπροσωπο|εκπροσωπος|υπαλληλο|υπαλληλος|υπευθυνο|"
        "υπευθυνος|προϊσταμενο|διευθυντη|συμβουλο|συμβουλος|χειριστη|τεχνικο|εξυπηρετηση|εξυπηρετηση πελατων|"
        "υποστηριξη|την υποστηριξη|μανατζερ|συναδελφο|agent|anthropo|anthrwpo|anthropos|kapoion|kapion|kapoios|"
        "atomo|ekprosopo|ekproswpo|ipallilo|ypallilo|ypallhlo|ipefthino|ypefthino|ypeuthino|manager|exipiretisi|"
        "exypiretisi|exipiretisi pelaton|ypostiriksi|ipostiriksi|simvoulo|symvoulo|ipalilo"
    ),
    "human": (
        "ανθρωπο|ανθρωπος|πραγματικο ανθρωπο|αληθινο ανθρωπο|ζωντανο ανθρωπο|εκπροσωπο|εκπροσωπος|υπαλληλο|"
        "υπαλληλος|υπευθυνο|τον υπευθυνο|υπευθυνος|διευθυντη|συμβουλο|χειριστη|εξυπηρετηση πελατων|anthropo|"
        "anthrwpo|anthropos|pragmatiko anthropo|ekprosopo|ekprosopos|ekproswpo|ipallilo|ypallilo|ipefthino|"
        "ton ipefthino|ton ypeuthino|exipiretisi pelaton|manager"
    ),
    "want": (
        "θελω|θα ηθελα|χρειαζομαι|ζηταω|ζητω|δωστε μου|φερτε μου|φωναξτε|thelo|thelw|tha ithela|xreiazomai|"
        "hreiazomai|zitao|dwste mou|doste mou"
    ),
    "small": (
        "με εναν ενα μια τον την το σε στον στην πραγματικο αληθινο ζωντανο κανονικο καποιον|"
        "me enan ena mia ton tin to se ston stin pragmatiko"
    ),
    "bot": "μποτ|ρομποτ|μηχανημα|μηχανη|υπολογιστη|bot|robot|mixani|mihani",
    "dont": "δεν θελω|δε θελω|οχι|den thelo|de thelo|den thelw|oxi",
    "dont_want": (
        "δεν χρειαζομαι|δε χρειαζομαι|δεν θελω|δε θελω|χωρις|δεν χρειαζεται|den xreiazomai|den hreiazomai|"
        "den thelo|den thelw|de thelo"
    ),
    "are_you": "εισαι|ειστε|ειναι αυτο|eisai|eiste",
    "someone": "μπορει καποιος|καποιος να|μπορειτε να|μπορεις να|mporei kapoios|kapoios na|mporeite na",
    "call_me": (
        "με παρει|με καλεσει|με καλεσετε|με παρετε|επικοινωνησει μαζι μου|τηλεφωνησει|me parei|me kalesei|"
        "me parete|tilefonisei"
    ),
}

PHRASES = {
    "whether_bot": """
        ποιος είσαι | ποιος είστε | είσαι <bot> | είστε <bot> | μιλάω με <bot> | είσαι άνθρωπος
    """,
    "ask": (
        "ειναι κανεις εκει|ειναι κανεις|υπαρχει κανεις|υπαρχει καποιος|καλεστε με|παρτε με τηλεφωνο|"
        "τηλεφωνηστε μου|συνδεστε με|einai kaneis|iparxei kaneis|yparxei kaneis|kaleste me|parte me tilefono|"
        "sindeste me|syndeste me"
    ),
    "veil": (
        "μιλησω για|μιλαω για|για δυο ατομα|δυο ατομα|ανα ατομο|ατομα|dio atoma|duo atoma|ana atomo|dyo atoma|"
        "κτηματομεσιτη|ταξιδιωτικο πρακτορα|ανθρωπινα δικαιωματα|διευθυνων συμβουλος|διευθυνοντα συμβουλο"
    ),
    "cry": "<human>|υποστηριξη",
    "polite": "παρακαλω|τωρα|αμεσως|ενα|εναν|parakalo|parakalw|tora|twra|amesos|γεια|geia",
    "yes": "ναι|ναι παρακαλω|βεβαια|ενταξει|φυσικα|nai|endaksei|entaxei|vevaia",
    "no": "οχι|οχι ευχαριστω|oxi|oxi efxaristo|ohi",
    "hello": "γεια|γεια σας|καλημερα|καλησπερα|χαιρετε|geia|geia sas|kalimera|kalispera",
    "thanks": "ευχαριστω|ευχαριστω πολυ|σας ευχαριστω|efxaristo|efharisto|euxaristw",
    "bye": "αντιο|καλη συνεχεια|antio",
}

LEXICON = Lexicon(language="el", groups=GROUPS, phrases=PHRASES)
