"""Chinese in Latin letters."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "person": (
        "rengong|ren gong|kefu|ke fu|zhenren|zhen ren|zhuanyuan|jingli|zhuguan|rengong kefu|kefu renyuan|huoren"
    ),
    "small": "wo yi ge ni men nimen de gen he yao",
}

PHRASES = {
    "ask": (
        "zhuan - <person>|zhuanjie - <person>|zhao - <person>|lianxi - <person>|jie - <person>|yao - <person>|"
        "xuyao - <person>|gei wo - <person>|jiao - <person>|<person> ~ shuohua|<person> ~ tan|<person> ~ liao|"
        "zhuanrengong|zhuan rengong|you ren ma|you ren zai ma|gei wo da dianhua|da dianhua gei wo|hui dian|"
        "bu yao jiqiren|rengong kefu|zhenren kefu|rengong fuwu"
    ),
    "veil": (
        "shi zhenren ma|shi ren ma|ni shi ~ ren|shi jiqiren ma|bu xuyao - <person>|buxuyao - <person>|"
        "bu yao - <person>|bu yong - <person>|buyong - <person>|liang ge ren|ge ren|rengong zhineng|mei ren"
    ),
    "cry": "<person>",
    "polite": "qing|xiexie|xianzai|mashang|wo|yao|nihao|ni hao|la|ba",
    "yes": "shi|shide|haode|keyi|dangran",
    "no": "bu|buyong|bu yong|buyao|bushi",
    "hello": "nihao|ni hao|zaoshang hao",
    "thanks": "xiexie|xie xie|duoxie",
}

LEXICON = Lexicon(language="zh-Latn", groups=GROUPS, phrases=PHRASES)
