"""Somali."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "aid": "caawimo|wakiil|qof|taageero",
    "real": "dhab ah|dadka|bini aadam",
    "person": (
        "qof|qof dhab ah|wakiil|wakiilka|maamule|maamulaha|shaqaale|shaqaalaha|adeegga macaamiisha|cid|qof kale|"
        "bini aadam|hawl wadeen|customer care"
    ),
    "human": "qof|qof dhab ah|wakiil|maamule|maamulaha|shaqaale|adeegga macaamiisha|bini aadam",
    "talk": "la hadlo|la hadli|igu xir|ku xir|la xiriir|hadlo|ila hadal|iigu yeer",
    "talk_after": "la hadlo|la hadli|hadlo|la xiriiro|la sheekaysto",
    "want": "waxaan rabaa|waxaan u baahanahay|i sii|fadlan|ii keen|ma heli karaa|u baahanahay",
    "small": "inaan ah",
    "bot": "robot|bot|mashiin|robootka",
    "dont": "ma rabo|ma doonayo",
    "dont_want": "uma baahni|ma rabo|ma doonayo",
}

PHRASES = {
    "ask": "cid ma joogtaa|qof ma joogaa|i soo wac|ii soo wac|isoo wac|la hadli karaa|qof dhab ah|<dont> ~ <bot>",
    "veil": "ma qof baad|qof baad tahay|laba qof|qofkiiba|meeqa qof|uma baahni ~ <person>|ku saabsan",
    "cry": "<human>",
    "polite": "fadlan|hadda|dhakhso",
    "yes": "haa|waayahay|hagaag",
    "no": "maya|maya mahadsanid",
    "hello": "salaan|asalaamu calaykum|iska warran",
    "thanks": "mahadsanid|waad mahadsan tahay",
}

LEXICON = Lexicon(language="so", groups=GROUPS, phrases=PHRASES)
