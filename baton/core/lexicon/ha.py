"""Hausa."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "aid": "taimako|wakili|mutum|tallafi",
    "real": "na gaske|mutum|ɗan adam",
    "talk": "magana|hada ni|haɗa ni|tattaunawa|tuntuba|yi magana|in yi magana|canza ni|hira",
    "person": (
        "mutum|wani|wakili|ma'aikaci|manaja|manajan|ma'aikata|kula da abokan ciniki|sashen kula|abokan ciniki|"
        "ɗan adam|dan adam|shugaba|jami'i|afareta|mai kula|customer care|customer service|agent"
    ),
    "human": "mutum|mutum na gaske|wakili|ma'aikaci|manaja|dan adam|ɗan adam|jami'i|mai kula da abokan ciniki",
    "want": "ina so|ina son|ina bukatar|ina buƙatar|ku ba ni|ka ba ni|ina neman|kira min",
    "small": "da na in yi a",
    "bot": "na'ura|robot|bot|inji|mutum mutumi",
    "dont": "ba na so|ba na son|bana so|bana son",
    "dont_want": "ba na bukatar|bana bukatar|ba na so|bana so|ba na son|babu bukatar",
    "are_you": "kai|kai ne|ke|shin kai|shin ke",
}

PHRASES = {
    "ask": "akwai wani|akwai mutum|akwai wanda|ku kira ni|kira ni|a kira ni|mutum na gaske|<dont> ~ <bot>",
    "veil": (
        "kai mutum ne|mutum biyu|mutum #|kowane mutum|mutum nawa|ke mutum ce|magana game da|magana akan|hakkin dan adam"
    ),
    "cry": "<human>",
    "polite": "don allah|yanzu|da sauri|ina so",
    "yes": "eh|i|to|toh|na'am",
    "no": "a'a|a'a na gode",
    "hello": "sannu|barka|salam|ina kwana|barka da yamma",
    "thanks": "na gode|nagode|na gode sosai",
}

LEXICON = Lexicon(language="ha", groups=GROUPS, phrases=PHRASES)
