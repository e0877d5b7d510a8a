"""Uzbek, in both scripts."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "aid": "yordam*|operator*|odam*|agent*|xodim*",
    "real": "jonli|haqiqiy|insoniy|tirik",
    "person": (
        "odam bilan|odam|inson bilan|inson|kimdir bilan|kim bilandir|kimdir|operator|operatorga|operator bilan|"
        "xodim bilan|xodim|xodimga|menejer bilan|menejer|menejerga|mijozlarga xizmat|mijozlarga xizmat bilan|"
        "mijozlar xizmati|qo'llab quvvatlash|rahbar|rahbar bilan|boshliq|vakil|vakil bilan|mutaxassis|"
        "mutaxassis bilan|agent|agent bilan|maslahatchi|одам билан|одам|инсон билан|инсон|оператор|операторга|"
        "ходим билан|ходим|менежер билан|менежер|кимдир билан|раҳбар билан"
    ),
    "human": (
        "odam|haqiqiy odam|jonli odam|tirik odam|inson|operator|xodim|menejer|vakil|mutaxassis|agent|maslahatchi|"
        "jonli operator|одам|жонли одам|инсон|ходим|менежер"
    ),
    "talk_after": "gaplash*|bog'la*|ula*|suhbat*|bog'lan*|yozish*|гаплаш*|улан|боғла*|суҳбат*",
    "want_after": "kerak|bering|chaqiring|xohlayman|керак|беринг|чақиринг",
    "small": "bilan bir",
    "bot": "bot*|robot*|mashina*|бот|робот",
}

PHRASES = {
    "ask": (
        "kimdir bormi|kim bor|kimdir bor|biror kim bormi|menga qo'ng'iroq qil*|qo'ng'iroq qiling|"
        "menga telefon qil*|jonli odam|haqiqiy odam|<bot> ~ xohlamayman|менга қўнғироқ қил*|кимдир борми"
    ),
    "veil": (
        "siz odam*|sen odam*|odammisiz|odammisan|kishilik|kishi uchun|<person> kerak emas|<person> ~ xohlamayman|"
        "haqida gaplash*|керак эмас|inson huquq*"
    ),
    "cry": "<human>",
    "polite": "iltimos|hozir|tez|menga|bitta|илтимос|ҳозир",
    "yes": "ha|xo'p|mayli|albatta|ҳа",
    "no": "yo'q|yo'q rahmat|йўқ",
    "hello": "salom|assalomu alaykum|салом",
    "thanks": "rahmat|katta rahmat|раҳмат",
    "bye": "xayr",
}

LEXICON = Lexicon(language="uz", groups=GROUPS, phrases=PHRASES)
