"""Albanian."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "anyone": "dikë",
    "help": "ndihmë nga",
    "available": "i lirë|në dispozicion",
    "phone": "në telefon",
    "reach_me": "më kontaktojë|më telefonojë",
    "team": "ekipi|ekipit",
    "who": "me kë",
    "aid": "ndihmë|agjent|mbështetje|operator|person|njeri",
    "real": "njerëzor*|njerëzore|real|gjallë",
    "talk": "flas|flisni|lidhni|lidhmë|më lidhni|më lidh|kontaktoj|bisedoj|transferoni|më kaloni|komunikoj|flasim",
    "person": (
        "njeri|njeriu|dikë|dikush|operator|operatorin|agjent|agjentin|menaxherin|menaxher|shërbimin e klientit|"
        "shërbimi i klientit|shërbimin ndaj klientit|përfaqësues|përfaqësuesin|përgjegjësin|përgjegjës|këshilltar|"
        "punonjës|shefin|mbështetjen|person|personin|konsulent"
    ),
    "human": (
        "njeri|njeri të vërtetë|njeri i gjallë|njeri të gjallë|person të vërtetë|person real|operator|agjent|"
        "menaxherin|përfaqësues|shërbimin e klientit|shërbimi i klientit|konsulent|këshilltar"
    ),
    "want": "dua|doja|do të doja|kam nevojë për|më jepni|më duhet|kërkoj|thirrni",
    "small": "me një të vërtetë gjallë tuaj",
    "bot": "robot|robotin|bot|makinë|kompjuter",
    "dont": "nuk dua|mos|s dua",
    "dont_want": "nuk kam nevojë|nuk dua|nuk më duhet|pa|s kam nevojë",
    "are_you": "a je|a jeni|je|jeni|po flas me",
    "someone": "a mund të më|mund të më|dikush të më|a mund të",
    "call_me": "telefonojë|telefonoj*|thërrasë|marrë në telefon|kontaktojë",
}

PHRASES = {
    "ask": (
        "a ka njeri|a ka ndonjë|ka njeri|a ka dikë|a është dikush|më telefononi|më merrni në telefon|"
        "njeri të vërtetë|<dont> ~ <bot>"
    ),
    "veil": (
        "flas për|dy persona|për person|për # persona|agjent imobiliar|agjenti imobiliar|agjenti i udhëtimeve|"
        "të drejtat e njeriut|sa persona"
    ),
    "cry": "<human>",
    "polite": "ju lutem|të lutem|tani|menjëherë|dua|një",
    "yes": "po|po ju lutem|në rregull|sigurisht",
    "no": "jo|jo faleminderit",
    "hello": "përshëndetje|tungjatjeta|mirëdita|ç'kemi",
    "thanks": "faleminderit|shumë faleminderit|flm",
    "bye": "mirupafshim|ditën e mirë",
}

LEXICON = Lexicon(language="sq", groups=GROUPS, phrases=PHRASES)
