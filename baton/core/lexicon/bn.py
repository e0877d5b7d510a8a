"""Bengali, in its own script and in Latin letters."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "anyone": "কেউ|কাউকে|কারো|keu|karo",
    "help": "সাহায্য|সহায়তা|shahajjo",
    "available": "আছেন|আছে|পাওয়া যাবে|available",
    "phone": "ফোনে|phone e",
    "talked_after": "কথা বলেছি|কথা বলেছিলাম|kotha bolechi|kotha bolechilam",
    "reach_me": "আমার সাথে যোগাযোগ|আমাকে কল|amar sathe jogajog",
    "team": "টিম|টিমের",
    "who": "কার সাথে|কার সঙ্গে|kar sathe",
    "aid": "এজেন্ট|সহায়তা|সাহায্য|প্রতিনিধি|মানুষ|সাপোর্ট|ব্যক্তি",
    "real": "মানব|মানবিক|আসল|লাইভ|সত্যিকারের|প্রকৃত",
    "person": (
        "মানুষ|মানুষের|মানুষকে|মানুষের সাথে|এজেন্ট|এজেন্টের|প্রতিনিধি|প্রতিনিধির|অপারেটর|অপারেটরের|ম্যানেজার|"
        "ম্যানেজারের|ম্যানেজারকে|কর্মকর্তা|কর্মকর্তার|কাস্টমার কেয়ার|কাস্টমার কেয়ারে|কাস্টমার কেয়ারের|"
        "কাস্টমার সার্ভিস|কাস্টমার সার্ভিসের|গ্রাহক সেবা|গ্রাহক সেবার|কারো|কারও|কারো সাথে|কেউ|একজন|ব্যক্তি|"
        "ব্যক্তির|সাপোর্ট|সুপারভাইজার|manush|manusher|manushke|agent|agenter|protinidhi|protinidhir|operator|"
        "manager|customer care|customer service|karo|keu|ekjon|bekti|bektir|supervisor|লোকের|loker|officer"
    ),
    "human": (
        "মানুষ|আসল মানুষ|এজেন্ট|প্রতিনিধি|অপারেটর|ম্যানেজার|কর্মকর্তা|কাস্টমার কেয়ার|কাস্টমার সার্ভিস|"
        "সুপারভাইজার|সত্যিকারের মানুষ|manush|ashol manush|asol manush|agent|protinidhi|operator|manager|human"
    ),
    "talk_after": "কথা|যোগাযোগ|সংযোগ|যুক্ত|কানেক্ট|চ্যাট|আলাপ|kotha|jogajog|connect|chat|jukto|songjog|alap",
    "want_after": "চাই|লাগবে|দরকার|প্রয়োজন|দিন|দেন|ডাকুন|chai|lagbe|dorkar|proyojon|din|den|dakun",
    "small": "কে একজন সাথে র ই|er ke ekjon sathe e",
    "bot": "রোবট|রোবটের|বট|বটের|মেশিন|মেশিনের|robot|bot|machine",
    "dont_want_after": (
        "লাগবে না|চাই না|দরকার নেই|বলতে চাই না|প্রয়োজন নেই|lagbe na|chai na|dorkar nei|bolte chai na|dorkar nai"
    ),
}

PHRASES = {
    "ask": (
        "কোনো এজেন্ট|কোনো প্রতিনিধি|কেউ সাহায্য|কেউ কি সাহায্য|কেউ আমাকে কল|keu help|keu ki help|<bot> ~ কথা ~ চাই না|<bot> ~ চাই না|<bot> ~ kotha bolte chai na|<bot> ~ chai na|কেউ আছেন|কেউ আছে|"
        "কেউ কি আছেন|কেউ কি আছে|keu achen|keu ache|keu ki achen|আমাকে কল কর*|আমাকে ফোন কর*|কল ব্যাক|কল দিন|"
        "amake call kor*|amake phone kor*|call back korun|call den|আসল মানুষ|ashol manush|সাথে কথা বলতে চাই|"
        "sathe kotha bolte chai|কথা বলতে পারি|kotha bolte pari"
    ),
    "veil": (
        "আপনি কি ~ মানুষ|আপনি মানুষ|তুমি কি ~ মানুষ|আপনি কি ~ রোবট|apni ki ~ manush|apni manush|tumi ki manush|"
        "জনের জন্য|জনপ্রতি|jonoproti|joner jonno|সম্পর্কে|নিয়ে কথা|<person> ~ লাগবে না|<person> চাই না|"
        "<person> ~ দরকার নেই|<person> ~ lagbe na|<person> chai na|<person> ~ dorkar nei|মানুষের সাথে ~ চাই না|"
        "ট্রাভেল এজেন্ট|travel agent"
    ),
    "cry": "<human>|গ্রাহক সেবা",
    "polite": "প্লিজ|দয়া করে|এখনই|অনুগ্রহ করে|আমাকে|একজন|please|plz|doya kore|ekhoni|ekjon|চাই|আমি|ami",
    "yes": "হ্যাঁ|হ্যা|জি|ঠিক আছে|অবশ্যই|আচ্ছা|hya|hae|ji|thik ache|accha",
    "no": "না|না ধন্যবাদ|na|na dhonnobad",
    "hello": "হ্যালো|নমস্কার|আসসালামু আলাইকুম|হাই|nomoskar|hello|assalamu alaikum",
    "thanks": "ধন্যবাদ|অনেক ধন্যবাদ|dhonnobad|onek dhonnobad",
    "bye": "বিদায়|খোদা হাফেজ|আল্লাহ হাফেজ|bye",
}

LEXICON = Lexicon(language="bn", groups=GROUPS, phrases=PHRASES)
