"""Tunisian, in Arabic and in Latin letters."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "anyone": "chkoun|wa7ed|7ad|شكون",
    "help": "mosa3da men|3awn",
    "available": "disponible|famma|mawjoud",
    "phone": "fel telifoun|fi telifoun|bel telifoun|في التليفون",
    "reach_me": "ykalemni|yekalemni|ykallemni|يكلمني",
    "team": "equipe|l equipe",
    "who": "m3a chkoun|ma3 chkoun|maa chkoun|مع شكون",
    "aid": "عبد|إنسان|3abd|insen|agent|مساعدة|mosa3da",
    "real": "حقيقي|بشري|7a9i9i|7kiki|bachari|wa9i3i",
    "talk": (
        "نحكي|نتكلم|نكلم|نهضر|عديني|حولني|وصلني|نتواصل|na7ki|nahki|ne7ki|nehki|nahkiw|netkalem|nkalem|nkallem|"
        "3adini|3addini|7awelni|wasalni|netwasel|n7ki|nhki|nahder"
    ),
    "person": (
        "بعبد|بعبد حقيقي|مع عبد|عبد|إنسان|انسان|حد|شكون|مسؤول|موظف|عون|سارفيس كليون|مدير|ناس|واحد|شخص|خدمة الحرفاء|3abd|abd|3abed|insen|"
        "insan|7ad|had|chkoun|chkon|mas2oul|masoul|mas'oul|mouadhef|mowadhef|agent|service client|modir|mou5ateb|"
        "ness|nes|wa7ed|wahed|responsable|directeur|conseiller|chef|chakhs"
    ),
    "human": (
        "عبد|إنسان|انسان|مسؤول|موظف|عون|عبد حقيقي|شخص|3abd|insen|insan|agent|mas2oul|masoul|responsable|"
        "service client|conseiller|mouadhef|3abd 7a9i9i"
    ),
    "want": (
        "عاوني|عاوني ب|نحب|نحب على|عاوني|حاجتي|يلزمني|اعطيني|n7eb|nheb|n7ebb|nhebb|na7taj|nehtej|lezemni|lazemni|7ajti|hajti|"
        "a3tini|atini|bech|besh|najem|nejem|nejjem"
    ),
    "small": "مع على في ب شي|m3a ma3 maa ala 3la b chi un",
    "bot": "روبو|روبوت|بوت|ماشينة|robot|robo|bot|machine|robou",
    "dont": "ما نحبش|مانحبش|ma n7ebech|ma n7ebch|man7ebech|man7ebch|ma nhebch|ma nhebech|manhebch|manhebech",
    "dont_want": (
        "ما نحتاجش|مانحتاجش|mana7tajech|ma na7tajech|mana7tajch|manehtejch|ما نحبش|ma n7ebech|man7ebech|manhebch"
    ),
    "are_you": "إنتي|انتي|enti|inti|enta|inta",
}

PHRASES = {
    "ask": (
        "7ot m3aya chkoun|7otni m3a|hotni m3a|3aweni b|3awni b|3awenni b|a3tini <person>|atini <person>|chkoun y3aweni|chkoun yjawebni|fama 3abd|famma 3abd|famech chkoun|famma chkoun|n7eb <person>|nheb <person>|عاوني ب <person>|عبد حقيقي|بعبد حقيقي|فما شكون|فمة شكون|فما حد|كلموني|اطلبوني|يكلمني حد|fama chkoun|famma chkoun|fama 7ad|fama had|otlboni|"
        "otlobni|kalmouni|kallmouni|t3ayatli|n7eb ness|<dont> ~ <bot>|yekalemni 7ad|aatini chkoun|chkoun y3aweni"
    ),
    "veil": (
        "لزوز عباد|لزوز|للواحد|lel wa7ed|lel wahed|zouz 3bed|enti insen|inti insen|chkoun el|شكون المدير|شكون ال|"
        "na7ki 3la|نحكي على"
    ),
    "cry": "<human>",
    "polite": "بالله|يعيشك|توا|3aychek|ya3ychek|tawa|taw|svp|bellehi|brabbi|نحب|n7eb",
    "yes": "اي|باهي|ايه|ey|behi|bahi|ok",
    "no": "لا|le|la",
    "hello": "عسلامة|أهلا|aslema|3aslema|ahla|salem",
    "thanks": "يعيشك|شكرا|3aychek|ya3tik essa7a|merci",
}

LEXICON = Lexicon(language="aeb", groups=GROUPS, phrases=PHRASES)
