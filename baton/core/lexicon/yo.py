"""Yoruba."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "talk": "bá|ba|so mí pọ̀ mọ́|so mi po mo|kàn sí|so pọ̀ mọ́|fi mí pọ̀ mọ́",
    "person": (
        "ènìyàn|eniyan|ẹnìkan|enikan|ẹlòmíràn|aṣojú|asoju|ọ̀gá|oga|òṣìṣẹ́|osise|oníbàárà|onibara|alákòóso|máníjà|"
        "ẹnikẹ́ni|olùrànlọ́wọ́|agent|customer care"
    ),
    "human": "ènìyàn|ènìyàn gidi|eniyan|eniyan gidi|aṣojú|asoju|òṣìṣẹ́|máníjà|alákòóso|agent",
    "want": "mo fẹ́|mo fe|mo nílò|mo nilo|ẹ fún mi ní|ẹ fun mi ni|ẹ pe",
    "small": "láti kan gidi",
    "bot": "rọ́bọ́ọ̀tì|robooti|robot|bọ́ọ̀tì|ẹ̀rọ|bot",
    "dont": "mi ò fẹ́|mi o fe|n kò fẹ́|n ko fe",
    "dont_want": "mi ò nílò|mi o nilo|n kò nílò|mi ò fẹ́|mi o fe",
}

PHRASES = {
    "ask": (
        "ẹnikẹ́ni wà|enikeni wa|ẹnìkan wà|ẹ pè mí|e pe mi|ènìyàn gidi|eniyan gidi|<dont> ~ <bot>|"
        "bá <person> sọ̀rọ̀|ba <person> soro"
    ),
    "veil": ("ènìyàn ni ọ́|ṣé ènìyàn|se eniyan|ènìyàn méjì|fún ènìyàn|mi ò nílò ~ <person>|ọ̀gá àgbà|bá ~ sọ̀rọ̀ nípa"),
    "cry": "<human>",
    "polite": "jọ̀ọ́|jowo|ẹ jọ̀ọ́|báyìí|mo fẹ́",
    "yes": "bẹ́ẹ̀ ni|bẹẹni|beeni|ó dára",
    "no": "rárá|rara|bẹ́ẹ̀ kọ́",
    "hello": "báwo ni|ẹ n lẹ́|ẹ káàárọ̀|e kaaro",
    "thanks": "ẹ ṣé|e se|ẹ ṣeun|o ṣeun",
}

LEXICON = Lexicon(language="yo", groups=GROUPS, phrases=PHRASES)
