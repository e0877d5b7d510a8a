"""Czech."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "help": "pomoc od|pomoc",
    "available": "k dispozici|dostupný|dostupná|volný",
    "phone": "k telefonu|na telefonu|po telefonu",
    "talked": "mluvil jsem|mluvila jsem",
    "anyone": "někoho",
    "reach_me": "mě kontaktovat|mi zavolat|zavolat mi|kontaktovat mě",
    "team": "týmu|podpory",
    "who": "s kým|na koho",
    "aid": "agent*|pomoc*|podpor*|operátor*|pracovník*|osob*|kontakt*",
    "real": "lidsk*|skutečn*|živ*",
    "talk": (
        "mluvit|mluvil|promluvit|hovořit|spojit|spojte|spoj|kontaktovat|kontakt|přepojit|přepojte|přepoj|"
        "popovídat|bavit|chatovat|pomoc od|spojení|obrátit"
    ),
    "person": (
        "člověk*|osob*|někým|někoho|někdo|operátor*|agent*|pracovník*|zástupce*|zástupcem|manažer*|"
        "vedoucí*|podpor*|zákaznick*|specialist*|kolega*|poradc*|lidmi|šéf*"
    ),
    "human": (
        "člověk*|operátor*|agenta|pracovník*|zástupce*|manažer*|vedoucí*|živý člověk|živou osobu|"
        "skutečn* člověk*|zákaznickou podporu|někoho jiného|poradce*|skutečnou osobu"
    ),
    "small": ("s se na živým živého skutečným skutečného opravdovým opravdového nějakým prosím vaším jiným k od"),
    "stop": "o ale bot botem robot robotem strojem peníze pro",
    "want": (
        "chci|chtěl bych|chtěla bych|potřebuji|potřebuju|dejte mi|dej mi|je tam|mohu|můžu|můžete mě|prosím|žádám|raději"
    ),
    "dont": "ne|nechci|už ne|žádn*",
    "dont_want": "nepotřebuji|nepotřebuju|nechci mluvit s člověkem|není třeba|nemusím|bez",
    "bot": "bot|botem|robot|robotem|stroj*|automat*|chatbot*|počítač*",
    "are_you": "jsi|jste|je to|mluvím s|ty jsi|bavím se s",
    "no": "vůbec|opravdu|vlastně",
    "someone": "může mi někdo|mohl by mi někdo|můžete mi|může někdo|ať mi někdo|prosím",
    "call_me": "zavolat|zavolejte mi|zavolejte|zavolá|kontaktovat mě|ozvat|zavolat zpět",
    "count": "1|2|3|4|dvě|tři|čtyři|pro dvě",
}

PHRASES = {
    "whether_bot": """
        kdo jsi | kdo jste | jsi <bot> | jste <bot> | mluvím s <bot> | píšu si s <bot>
    """,
    "ask": (
        "je tam někdo|je tu někdo|někdo kdo mi pomůže|někdo kdo mi může|zavolejte mi|zavolejte mi zpět|aby mi někdo zavolal|živý člověk|živého člověka|skutečný člověk|přepojte mě|přepojit na|spojte mě|<person> ~ <talk>|živý člověk|živým člověkem|skutečný člověk|skutečným člověkem|zavolejte mi|"
        "je tam někdo|přepojte mě|spojte mě|s vedoucím|s nadřízeným|nechci ~ <bot>|nechci mluvit s <bot>|"
        "s člověkem"
    ),
    "veil": "mluvit o|mluvím ~ <person>|osob|osoby|realitní agent|nepotřebuji ~ <person>",
    "cry": (
        "vedoucí|zákaznický servis|pracovník|manažer|člověk|člověka|operátor|operátora|agent|osoba|zástupce|pracovník|podpora|někdo|živý člověk|"
        "vedoucí|zákaznická podpora"
    ),
    "polite": "prosím|teď|ihned|ahoj|dobrý den|chci|ano|ne|živý|ok|hned",
    "yes": "ano|ano prosím|jo|dobře|ok|jasně|prosím|určitě",
    "no": "ne|ne děkuji|ne díky|teď ne",
    "hello": "ahoj|dobrý den|dobré ráno|dobrý večer|zdravím|čau|jak se máte",
    "thanks": "děkuji|díky|děkuju|moc děkuji|super|skvělé|moc|perfektní|za pomoc",
    "bye": "na shledanou|nashledanou|sbohem|hezký den|měj se|ahoj",
    "subject:refund": "vrácení peněz|refundac*",
    "action:refund": ("chci vrátit peníze|chci zpět peníze|vraťte mi|moje peníze|chci vrácení peněz|mé peníze"),
    "subject:cancellation": "zruš*|výpověď|storno*",
    "action:cancellation": "chci zrušit|zrušte|zrušit moje|zrušit mou|vypovědět smlouvu",
    "subject:complaint": "stížnost*|reklamac*",
    "action:complaint": "chci si stěžovat|podat stížnost|nepřijatelné|ostuda",
    "action:legal": "můj právník|můj advokát|zažaluji|žalob*|k soudu",
    "action:billing_dispute": "strženo dvakrát|účtováno dvakrát|dvakrát stržen*|špatná částka|dvojí platba",
    "about": "jaký je|jaká je|jaké jsou|jak dlouho|jak|kdy|kde|podmínky|nabízíte|máte|kolik",
    "how_to": "jak dlouho|jak|jaké jsou|podmínky",
    "mine": "můj|moje|moji|mou|mé|chci|hned|koupil jsem",
}

LEXICON = Lexicon(language="cs", groups=GROUPS, phrases=PHRASES, keys="člověkem operátorem podpora")
