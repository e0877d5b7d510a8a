"""Persian, in its own script and in Latin letters."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "help": "کمک|کمک از",
    "available": "در دسترس|هست|آنلاین|حاضر",
    "phone": "تلفنی|پشت تلفن|پای تلفن",
    "talked": "صحبت کردم|حرف زدم",
    "anyone": "کسی|یکی|یه نفر",
    "reach_me": "با من تماس|تماس بگیره|به من زنگ",
    "team": "تیم|پشتیبانی",
    "who": "با کی|با چه کسی|با کدوم|ba ki",
    "aid": "پشتیبان|پشتیبانی|اپراتور|کمک|کمک انسانی|کارشناس|عامل|نماینده|شخص|آدم|انسان",
    "real": "انسانی|واقعی|حقیقی|زنده",
    "talk": (
        "صحبت|حرف|گفتگو|وصل|وصلم|تماس|چت|ارتباط|منتقل|harf|sohbat|vasl|vaslam|vaslam kon|tamas|ertebat|montaghel|"
        "chat|goftogu"
    ),
    "person": (
        "انسان|آدم|ادم|شخص|نفر|یه نفر|یک نفر|کسی|اپراتور|کارشناس|پشتیبان|پشتیبانی|مدیر|مسئول|مسوول|نماینده|مشاور|"
        "سرپرست|کارمند|خدمات مشتری|خدمات مشتریان|بخش پشتیبانی|رئیس|همکارتون|همکاراتون|ensan|adam|ye nafar|"
        "yek nafar|kasi|shakhs|operator|karshenas|poshtiban|poshtibani|modir|masool|masoul|namayande|moshaver|"
        "karmand|khadamat moshtari|khadamate moshtari"
    ),
    "human": (
        "انسان|آدم|آدم واقعی|انسان واقعی|اپراتور|کارشناس|پشتیبان|نماینده|مدیر|مسئول|یه نفر|یک نفر|شخص واقعی|ensan|"
        "adam|adam vaghei|adame vaghei|operator|karshenas|poshtiban|namayande|modir|masool|ye nafar"
    ),
    "talk_after": "صحبت|حرف|گفتگو|وصل|تماس|چت|ارتباط|منتقل|بزنه|harf|sohbat|vasl|tamas|ertebat|chat",
    "want_after": "میخوام|می خوام|می خواهم|میخواهم|نیاز|لازم دارم|میخام|mikham|mikhaham|lazem daram|niaz",
    "want": "میخوام|می خوام|می خواهم|میخواهم|میخام|نیاز به|نیاز دارم به|mikham|mikhaham|niaz be|niaz daram be",
    "small": "به با یک یه واقعی را رو من که زنده دارم|be ba ye yek vaghei ra ro man",
    "bot": "ربات|روبات|بات|چت بات|ماشین|هوش مصنوعی|robot|bot|mashin",
    "dont": "نمیخوام|نمی خوام|نمیخواهم|نمی خواهم|nemikham|nemikhaham",
    "dont_want": "نیازی به|nemikham|nemikhaham|نمیخوام|نمیخواهم|نمی خوام",
}

PHRASES = {
    "ask": (
        "اپراتوری هست|اپراتور هست|پشتیبانی هست|با یکی حرف|با یکی صحبت|با یه نفر|با یک نفر|با کسی صحبت|با کسی حرف|یکی کمکم کنه|یکی جواب بده|یکی جوابم|ba yeki harf|ba yeki sohbat|ba kasi harf|yeki komakam|کسی اونجا هست|کسی هست|کسی اینجا هست|کسی آنجا هست|کسی نیست|با من تماس بگیر*|تماس بگیرید با من|"
        "بهم زنگ بزن*|به من زنگ بزن*|زنگ بزنید|زنگ بزنه|پاسخگوی انسانی|پشتیبانی انسانی|وصلم کن*|منو وصل کن*|"
        "وصل کنید|وصل کن به|انسان واقعی|آدم واقعی|kasi hast|kasi oonja hast|kasi injast|ba man tamas begir*|"
        "behem zang bezan*|be man zang bezan*|vaslam kon*|mano vasl kon*|vasl konid|adam vaghei|adame vaghei|"
        "<dont> ~ <bot>|با انسان|ba ensan"
    ),
    "veil": (
        "تو رباتی|شما ربات|ربات هستی|شما انسان|انسان هستی|آدم هستی|آدمی یا|to robati|shoma robat|ensan hasti|"
        "برای دو نفر|دو نفر|هر نفر|har nafar|do nafar|نفره|مشاور املاک|مدیر عامل|مدیرعامل|modir amel|modiramel|"
        "درباره|در مورد|نیاز ندارم|نیازی ندارم|niaz nadaram|niazi nadaram|<person> ~ نمی خوام|<person> ~ نمیخوام|"
        "<person> ~ نیاز ندارم|<person> niaz nadaram|be <person> niaz nadaram|به <person> نیاز ندارم|"
        "به <person> نیازی ندارم|حقوق بشر"
    ),
    "cry": "<human>|پشتیبانی|خدمات مشتریان|poshtibani|انسان",
    "polite": "یه|یک|لطفا|لطفاً|خواهشا|فوری|همین الان|سلام|lotfan|lotfa|salam|fori|الان|سریع",
    "yes": "بله|آره|باشه|حتما|اوکی|bale|are|bashe|hatman",
    "no": "نه|نه ممنون|خیر|na|na mamnoon|kheyr",
    "hello": "سلام|درود|سلام علیکم|وقت بخیر|salam|dorood",
    "thanks": "ممنون|مرسی|متشکرم|خیلی ممنون|سپاس|mamnoon|merci|kheyli mamnoon|motshakeram",
    "bye": "خداحافظ|خدانگهدار|khodahafez",
}

LEXICON = Lexicon(language="fa", groups=GROUPS, phrases=PHRASES)
