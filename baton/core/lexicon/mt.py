"""Maltese."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "aid": "għajnuna|aġent|appoġġ|persuna|bniedem|operatur",
    "real": "uman|umana|veru|vera",
    "talk": "nkellem|inkellem|nitkellem|qabbduni|qabbadni|ikkuntattja|tkellem|għaddini|għadduni|inkellmu",
    "person": (
        "persuna|bniedem|xi ħadd|lil xi ħadd|aġent|operatur|maniġer|rappreżentant|servizz tal klijenti|"
        "customer care|support|uffiċjal|impjegat|superviżur|ħadd|konsulent"
    ),
    "human": (
        "persuna|persuna vera|bniedem|bniedem veru|aġent|operatur|maniġer|rappreżentant|servizz tal klijenti|superviżur"
    ),
    "want": "irrid|nixtieq|għandi bżonn|agħtini|agħtuni|nippreferi",
    "small": "lil mal ma' ma l il ta' tal mas is",
    "bot": "robot|bot|magna|kompjuter",
    "dont": "ma rridx|ma nixtieqx",
    "dont_want": "m'għandix bżonn|ma rridx|mingħajr|m għandix bżonn",
    "are_you": "int|intom|inti|dan",
}

PHRASES = {
    "ask": (
        "hemm xi ħadd|hemm xi hadd|hawn xi ħadd|ċemplu li*|ċempilli|ċempluli|xi ħadd ~ iċempel*|persuna vera|"
        "bniedem veru|<dont> ~ <bot>"
    ),
    "veil": "żewġ persuni|kull persuna|aġent tal propjetà|int bniedem|# persuni",
    "cry": "<human>",
    "polite": "jekk jogħġbok|jekk jogħġobkom|issa|malajr|irrid",
    "yes": "iva|iva jekk jogħġbok|tajjeb",
    "no": "le|le grazzi",
    "hello": "bonġu|ħello|bonswa|merħba",
    "thanks": "grazzi|grazzi ħafna",
}

LEXICON = Lexicon(language="mt", groups=GROUPS, phrases=PHRASES)
