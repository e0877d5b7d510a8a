"""Azerbaijani."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "anyone": "kimsə|birini|biri",
    "help": "köməyinə|köməyi",
    "available": "boş|əlçatan|onlayn",
    "phone": "telefonda|telefona",
    "talked_after": "danışdım",
    "reach_me": "mənimlə əlaqə|mənə zəng",
    "team": "komandadan|dəstəkdən",
    "who": "kimlə|kiminlə",
    "aid": "dəstək*|operator*|yardım*|adam*|insan*|nümayəndə*",
    "real": "canlı|real|insan",
    "person": (
        "insanla|insan|insana|kimsə|kiminləsə|kimlə|kimsə ilə|biri ilə|operator|operatora|operatorla|əməkdaşla|"
        "əməkdaş|əməkdaşa|menecerlə|menecer|menecerə|nümayəndə*|müştəri xidməti*|müştəri xidmətləri*|dəstək*|"
        "rəhbərlə|rəhbər|müdirlə|müdir|mütəxəssislə|mütəxəssis|agentlə|agent|agentə|adamla|adam"
    ),
    "human": (
        "insan|real insan|canlı insan|canlı operator|canlı dəstək|operator|əməkdaş|menecer|nümayəndə|"
        "müştəri xidməti|agent|mütəxəssis|adam"
    ),
    "talk_after": "danış*|qoş*|əlaqə*|bağla*|yönləndir*|yazış*|görüş*|calaşdır*",
    "want_after": "istəyirəm|lazımdır|lazım|verin|çağırın|gərək|gərəkdir",
    "small": "ilə bir canlı real",
    "bot": "bot*|robot*|maşın*",
    "dont_want_after": "lazım deyil|istəmirəm",
}

PHRASES = {
    "ask": (
        "kimsə var*|orada kimsə|kimsə varmı|mənə zəng ed*|mənə zəng vur*|zəng edin|kimsə ~ zəng|canlı insan|"
        "real insan|canlı operator|<bot> ~ istəmirəm"
    ),
    "veil": (
        "sən insan*|siz insan*|insansan|insansınız|nəfərlik|nəfər üçün|<person> lazım deyil|<person> ~ istəmirəm|"
        "mənə <person> lazım deyil|daşınmaz əmlak agenti|haqqında danış*|insan hüquq*"
    ),
    "cry": "<human>|dəstək",
    "polite": "zəhmət olmasa|xahiş edirəm|indi|tez|dərhal|mənə|bir",
    "yes": "bəli|hə|oldu|yaxşı|əlbəttə",
    "no": "xeyr|yox|yox sağ ol",
    "hello": "salam|salam əleyküm|sabahınız xeyir|hər vaxtınız xeyir",
    "thanks": "təşəkkür|təşəkkür edirəm|sağ ol|sağ olun|çox sağ ol",
    "bye": "sağ olun|görüşənədək",
}

LEXICON = Lexicon(language="az", groups=GROUPS, phrases=PHRASES)
