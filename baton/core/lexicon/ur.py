"""Urdu, in its own script and in Latin letters."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "help": "کی مدد|ki madad",
    "available": "دستیاب|موجود|available",
    "phone": "فون پر|phone par|phone pe|line pe",
    "talked_after": "بات ہوئی|بات کی تھی|baat hui|baat ki thi",
    "anyone": "کسی|kisi",
    "reach_me": "مجھ سے رابطہ|مجھے کال|mujh se rabta",
    "team": "ٹیم|team",
    "who": "کس سے|کس کے ساتھ|kis se|kisse",
    "aid": "مدد|ایجنٹ|نمائندہ|شخص|سپورٹ|انسان|بندہ|آدمی|madad|insan|banda|shakhs",
    "real": "انسانی|اصلی|حقیقی|لائیو|insani|asli",
    "person": (
        "انسان|انسان سے|کسی انسان|نمائندے|نمائندہ|ایجنٹ|آپریٹر|مینیجر|منیجر|بندے|آدمی|شخص|کسٹمر سروس|کسٹمر کیئر|"
        "سپورٹ|اہلکار|عملے|سپروائزر|کسی|افسر|ہیومن|insan|insaan|numainda|numainday|numaindah|numainde|agent|"
        "operator|manager|bande|banda|bandy|aadmi|admi|shakhs|kisi|customer service|customer care|support team|"
        "supervisor|afsar|executive|representative"
    ),
    "human": (
        "انسان|نمائندہ|نمائندے|ایجنٹ|آپریٹر|مینیجر|بندہ|آدمی|شخص|کسٹمر سروس|کسٹمر کیئر|ہیومن|سپروائزر|افسر|insan|"
        "insaan|numainda|numaindah|banda|aadmi|admi|shakhs|agent|operator|manager|human"
    ),
    "talk_after": (
        "بات|رابطہ|کنیکٹ|جوڑ|جوڑیں|ملوائیں|ملائیں|ملا دیں|ملوا دیں|منتقل|ٹرانسفر|گفتگو|چیٹ|baat|bat|rabta|connect|"
        "jor|jorein|milwa|milwain|milwa dein|mila dein|milayen|transfer|guftagu|chat"
    ),
    "want_after": "چاہیے|چاہئے|درکار|پلیز|بلائیں|بلاؤ|دیں|chahiye|chahie|chaiye|darkar|bulao|bulain|bulayen|dein",
    "small": "سے کی کا کو ہی ایک سے|se ki ka ko hi",
    "bot": "روبوٹ|بوٹ|مشین|کمپیوٹر|robot|bot|machine|computer",
    "dont_want_after": (
        "نہیں چاہیے|نہیں چاہئے|ضرورت نہیں|بات نہیں کرنی|نہیں کرنی|nahi chahiye|nahin chahiye|zaroorat nahi|"
        "zarurat nahi|nahi karni|nahin karni"
    ),
}

PHRASES = {
    "ask": (
        "کوئی ایجنٹ|koi agent|koi numainda|<bot> ~ بات نہیں|<bot> ~ baat nahi|<bot> ~ baat nahin|<bot> نہیں چاہیے|<bot> nahi chahiye|کوئی ہے|"
        "کیا کوئی ہے|koi hai|koi hai yahan|مجھے کال کریں|مجھے کال کرو|مجھے فون کریں|مجھے فون کرو|کال بیک|"
        "کوئی مجھے کال|mujhe call kar*|mujhe phone kar*|call back kar*|اصلی انسان|asli insan|asli insaan|"
        "asli banda|کسی سے بات|kisi se baat|kisi se bat|کسی سے مدد|بات کروائیں|بات کرا دیں|baat karwa*|baat karao|"
        "baat karain|bat karwa*"
    ),
    "veil": (
        "کیا آپ ~ انسان|آپ انسان|کیا تم ~ انسان|آپ روبوٹ|kya aap ~ insan|kya aap ~ insaan|aap insan|kya tum insan|"
        "افراد کے لیے|afrad ke liye|لوگوں کے لیے|پراپرٹی ایجنٹ|property agent|property dealer|ٹریول ایجنٹ|"
        "travel agent|فی کس|fi kas|کے بارے میں|ke bare mein|ke baare mein|<person> ~ <dont_want_after>"
    ),
    "cry": "<human>|اصلی انسان|asli insan|customer service|customer care",
    "polite": "پلیز|براہ کرم|براہ مہربانی|ابھی|فوراً|مجھے|please|plz|meharbani|abhi|foran|mujhe|barah e karam|چاہیے",
    "yes": "ہاں|جی|جی ہاں|ٹھیک ہے|ضرور|بالکل|haan|han|ji|ji haan|theek hai|zaroor|bilkul",
    "no": "نہیں|جی نہیں|نہیں شکریہ|nahi|nahin|ji nahi|nahi shukriya",
    "hello": "السلام علیکم|سلام|ہیلو|آداب|assalam o alaikum|assalamualaikum|salam|hello",
    "thanks": "شکریہ|بہت شکریہ|مہربانی|shukriya|bohat shukriya|bahut shukriya",
    "bye": "خدا حافظ|اللہ حافظ|khuda hafiz|allah hafiz",
}

LEXICON = Lexicon(language="ur", groups=GROUPS, phrases=PHRASES)
