"""Arabic in Latin letters and digits."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "anyone": "7ad|7ada|a7ad",
    "help": "mosa3da men",
    "available": "available|mawgood|mawjood|fady|fadi",
    "phone": "3al telephone|3ala el telephone|bel telephone|3al phone",
    "reach_me": "yetsel beya|ykalemni|yekalemni|yetwasel ma3aya",
    "team": "team|el team|farik",
    "who": "ma3 meen|ma3 min|meen|ma3 mein",
    "aid": "mowazaf|shakhs|ensan|mosa3da|da3m|wa7ed",
    "real": "7a2i2i|7a2e2i|bashari|basharee|haqiqi",
    "talk": (
        "atkallam|atkalam|akallam|akalam|kallam|kalam|takallam|etkalem|etkallem|ykallemni|yekallemni|yekalemni|ykalemni|yrod|trod|atkalem|atkallem|akalem|akallem|akalim|at7addath|atahadath|a7ke|a7ki|ahki|e7ke|e7ki|ehki|7awelni|7awelny|"
        "hawelni|7awlni|7awelouni|wasalni|wasalny|waslni|wassalni|tawasol|atwasal|tkallem|ykalemni|nkallem|"
        "kalemni|kallem|ahder|nahder|n7ader|nehder|hder"
    ),
    "person": (
        "a7ad|ahad|shakhs|sha5s|mowadhaf|7ad|had|7ada|hada|ensan|insan|insen|shakhs|sha5s|shakhes|mowazaf|mowazzaf|mowathaf|mowadaf|mowaddaf|"
        "mwazaf|mas2ool|mas2oul|masool|mas2ol|masoul|modir|mudir|elmodir|el modir|mandoob|mandoub|"
        "5edmet el 3omala|khedmet el 3omala|khidmat al 3omala|5idmat al3umala2|5edmet 3omala|el da3m|da3m|support|"
        "customer service|agent|operator|bashar|bani adam|bany adam|wa7ed|wahed|chi wa7ed|chi had|moshref|mushrif|"
        "manager|3abd|human"
    ),
    "human": (
        "ensan|insan|insen|shakhs|sha5s|shakhs 7a2i2i|shakhs haqiqi|mowazaf|mowazzaf|mowathaf|mowadaf|mwazaf|"
        "mas2ool|mas2oul|modir|el modir|mandoob|5edmet el 3omala|khedmet el 3omala|customer service|agent|"
        "operator|bani adam|bany adam|7ad|7ada|moshref|human"
    ),
    "want": (
        "3ayez|3ayz|3awez|3awz|ayez|awez|3ayza|3awza|abgha|abga|abi|abee|baddi|badde|bedi|biddi|a7tag|me7tag|"
        "me7taj|mohtag|arid|ored|oreed|urid|bghit|brit|a3tini|3tini|a3teeni|momken|mumkin|jibli|hatli"
    ),
    "small": "ma3 ma m3a maa b l la men min el al ila",
    "bot": "bot|robot|machine|aale|ala",
    "dont": (
        "mesh 3ayez|mish 3ayez|msh 3ayez|mesh 3awez|mesh 3ayza|ma abgha|ma badde|ma baddi|la orid|mabghitch|ma bghitch"
    ),
    "dont_want": (
        "mesh me7tag|mesh mehtag|mish me7tag|mesh 3ayez|msh 3ayez|ma abgha|ma badde|ma a7tag|ma a7taj|la a7taj|"
        "mabghitch"
    ),
    "are_you": "enta|inta|ent|enti|inti|nta|hal anta",
}

PHRASES = {
    "ask": (
        "abi a7ad|abi ahad|abgha a7ad|abgha ahad|a7ad yekallemni|ahad yekallemni|a7ad ykalemni|7ad yrod|7ad yrod 3alaya|7ada yrod|fi 7ad|fe 7ad|fi had|fi 7ada|fi hada|fee 7ad|kayn chi 7ad|kayn chi had|ettasel beya|etasel beya|"
        "etesel beya|ettesel biya|itasel fini|ettasel fiyi|kalemoni|kallemooni|kalmouni|kalmoni|<dont> ~ <bot>|"
        "7ad yekalemni|7ad ykalemni|7ada y7akini|7ada yse3edni|7ad yesa3edni|ness yhadrou"
    ),
    "veil": (
        "enta ensan|enta insan|inta insan|meen el modir|min el modir|shakhsein|l shakhsein|lel fard|lel nafar|"
        "mesh me7tag ~ <person>|atkalem 3an|a7ke 3an"
    ),
    "cry": "<human>",
    "polite": (
        "law sama7t|low sama7t|men fadlak|min fadlak|men fadlik|dilwa2ty|delwa2ty|halla2|daba|3afak|pls|please|"
        "bsor3a|3ayez|abgha|badde|baddi"
    ),
    "yes": "aywa|aiwa|na3am|ah|eh|tamam|mashi|wakha|akid|tab3an",
    "no": "la|la2|la shokran|la2 shokran",
    "hello": "salam|ahlan|mar7aba|marhaba|salam alaykom|assalamu alaikum|hala",
    "thanks": "shokran|shukran|choukran|mashkoor|yeslamo|tslm|merci",
    "bye": "ma3 el salama|bye",
}

LEXICON = Lexicon(language="ar-Latn", groups=GROUPS, phrases=PHRASES)
