"""Tagalog."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "anyone": "tao|kausap",
    "help": "tulong ng",
    "available": "available|bakante",
    "phone": "sa telepono|sa phone",
    "reach_me": "tawagan ako|kontakin ako|makipag ugnayan",
    "team": "team|grupo",
    "who": "sino ang|kanino",
    "aid": "tulong ng|tulong mula sa|ahente|agent|tao|suporta ng",
    "real": "tao|totoong|tunay na|live",
    "talk": (
        "makausap|makipag usap|makapag usap|makausap ko|kausapin|kausap|pakausap|pakikonekta|ikonekta|i connect|"
        "paki transfer|paki connect|ilipat|makachat|makontak|kontakin|magsalita|makipag chat|matawagan|transfer|"
        "connect|iconnect|maka usap|makakausap"
    ),
    "person": (
        "tao|taong|totoong tao|ahente|agent|representative|operator|manager|supervisor|kinatawan|customer service|"
        "customer care|support|staff|empleyado|kahit sino|sinuman|isang tao|tauhan|csr|live agent|may ari"
    ),
    "human": (
        "tao|totoong tao|ahente|agent|live agent|representative|operator|manager|supervisor|kinatawan|"
        "customer service|csr|empleyado"
    ),
    "want": (
        "gusto ko|gusto ko ng|kailangan ko|kailangan ko ng|pahingi|bigyan mo ako|patawag|tawagin|tawagin mo|nasaan ang"
    ),
    "small": "ng na ang po isang totoong sa inyong mga nyong niyong yung",
    "bot": "bot|robot|makina|computer|chatbot",
    "dont": "ayoko|ayaw ko|ayaw kong|ayokong",
    "dont_want": "hindi ko kailangan|di ko kailangan|ayoko|ayaw ko|hindi na kailangan|huwag na|wag na|hindi kailangan",
    "are_you": "ikaw ba|ka ba|kayo ba|ikaw|ba ay",
}

PHRASES = {
    "ask": (
        "tao ang kailangan|tao ang gusto|<human> ang kailangan|<human> ang gusto|pwede kong kausapin|may tao ba|may tao|may ahente|pakitawagan|tawagan niyo ako|tawagan nyo ako|tawagan mo ako|pakitawag|"
        "makakatulong ~ tao|<dont> ~ <bot>|totoong tao|tao please|tao naman|tao po|may makakausap|"
        "pwede bang makausap|pwede makausap|pwedeng makausap"
    ),
    "veil": (
        "tao ka ba|tao ba ito|tao ba|tao ka|dalawang tao|tatlong tao|ilang tao|bawat tao|kada tao|para sa # tao|"
        "travel agent|real estate agent|ahente ng|robot ka ba|sinong tao"
    ),
    "cry": "<human>|ahente",
    "polite": "po|please|pls|paki|ngayon|agad|nga|naman|lang|ko",
    "yes": "oo|opo|sige|sige po|okay",
    "no": "hindi|hindi po|ayoko|wag na|hindi na",
    "hello": "kumusta|kamusta|magandang umaga|magandang araw|hello po|magandang hapon",
    "thanks": "salamat|maraming salamat|salamat po|maraming salamat po",
    "bye": "paalam|ingat",
}

LEXICON = Lexicon(language="tl", groups=GROUPS, phrases=PHRASES)
