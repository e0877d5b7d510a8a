"""Turkish."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "help": "yardımına|yardımı|desteğine",
    "available": "müsait|uygun|boşta|çevrimiçi",
    "phone": "telefonda|telefona",
    "talked_after": "konuştum|görüştüm|konuşmuştum",
    "anyone": "birini|biri",
    "reach_me": "benimle iletişime geçebilir|benimle iletişime geçsin|beni arayabilir|beni arasın",
    "team": "ekipten|ekibinizden|destekten",
    "who": "kiminle|kimle",
    "aid": "desteği|destek|yardımı|yardım|temsilci*|operatör*|kişi*|danışman*|müşteri temsilcisi|biri|birisi*|insan*|personel",
    "real": "insan|canlı|gerçek",
    "talk": (
        "görüşmek|görüşebilir*|görüşeyim|görüşme|konuşmak|konuşabilir*|konuşayım|konuşma|bağlan*|bağla*|"
        "bağlar*|aktar*|ulaşmak|ulaşabilir*|iletişim*|yardım|yönlendir*|görüşürüm|görüş*|konuş*|"
        "istiyorum|lazım|var mı|verin|ver"
    ),
    "person": (
        "insan*|temsilci*|müşteri hizmetleri*|yetkili*|biri|birisi*|biriyle|kişi|kişiyle|operatör*|"
        "canlı destek*|danışman*|müdür*|yönetici*|görevli*|çalışan*|destek ekib*|uzman*|personel*"
    ),
    "stop": "hakkında bot botla robot",
    "bot": "bot|botla|robot|robotla|makine|makineyle|yapay zeka*|bilgisayar*|chatbot*",
    "dont": "istemiyorum|değil|yerine|bıktım",
    "are_you": "sen|siz|bu",
}

PHRASES = {
    "whether_bot": """
        sen kimsin | kimsin | siz kimsiniz | robot musun | bot musun | robot musunuz | bot musunuz | insan mısın
        insan mısınız | robotla mı konuşuyorum | botla mı konuşuyorum | kiminle konuşuyorum
    """,
    "ask": (
        "yardım edebilecek biri|yardımcı olabilecek biri|biri var mı|kimse var mı|orada biri|kimse yok mu|beni arayın|beni ara|beni arasın*|geri arayın|canlı destek|canlı temsilci|gerçek insan|gerçek bir insan|gerçek kişi|birine bağla*|birini bağla*|temsilciye bağla*|yetkiliye bağla*|müşteri hizmetlerine bağla*|biriyle konuş*|biriyle görüş*|insanla konuş*|insanla görüş*|bağlar mısın*|<person> ~ <talk>|gerçek insan*|gerçek bir insan*|gerçek bir kişi*|gerçek kişi*|canlı destek*|"
        "canlı temsilci*|beni arayın|beni ara|beni arar mısınız|biri beni ara*|beni arayabilir*|"
        "kimse var mı|orada biri var mı|<bot> ~ konuşmak istemiyorum|robotla ~ istemiyorum|"
        "botla ~ istemiyorum|temsilciye bağla*|müşteri temsilcisi*|yetkiliye|insana bağla*|insanla|"
        "geri ara*"
    ),
    "veil": (
        "insan mısın*|sen insan mısın|sen bir insan|gerçek insan mısın*|gerçek bir insan mısın*|"
        "bir insanla mı*|insanla mı|temsilciye ihtiyacım yok|temsilci istemiyorum|insana gerek yok|"
        "gerek yok|ihtiyacım yok|# kişi*|2 kişi*|3 kişi*|4 kişi*|iki kişi*|bir kişi|bir kişilik*|kişilik|emlakçı|"
        "insan hakları|insan kaynakları|hakkında konuş*"
    ),
    "cry": (
        "destek ekibi|destek|müşteri hizmetleri|müşteri temsilcisi|canlı destek|insan desteği|insan|temsilci|müşteri hizmetleri|müşteri temsilcisi|yetkili|operatör|canlı destek|biri|"
        "gerçek insan|danışman|müdür|insana|temsilciye"
    ),
    "polite": ("lütfen|hemen|şimdi|merhaba|selam|bir|istiyorum|evet|hayır|gerçek|tamam|bağla|bağlayın"),
    "yes": "evet|evet lütfen|tamam|olur|tabii|elbette|lütfen",
    "no": "hayır|hayır teşekkürler|gerek yok|şimdi değil|istemiyorum",
    "hello": ("merhaba|selam|günaydın|iyi günler|iyi akşamlar|merhabalar|nasılsınız|nasılsın|selamlar"),
    "thanks": ("teşekkürler|teşekkür ederim|çok teşekkürler|sağ ol|sağolun|harika|süper|mükemmel|çok|yardımınız için"),
    "bye": "hoşça kal|güle güle|görüşürüz|iyi günler|hoşçakalın",
    "subject:refund": "iade*|para iadesi*",
    "action:refund": "paramı geri|iade istiyorum|param nerede|paramı iade|geri ödeme istiyorum|iademi",
    "subject:cancellation": "iptal*",
    "action:cancellation": (
        "iptal etmek istiyorum|iptal edin|siparişimi iptal*|aboneliğimi iptal*|üyeliğimi iptal*|rezervasyonumu iptal*|"
        "aboneliğimi sonlandır*|üyeliğimi sonlandır*|sözleşmemi feshet*|hesabımı kapat*"
    ),
    "subject:privacy": "kişisel veri*|kvkk",
    "action:privacy": "verilerimi sil*|bilgilerimi sil*|verilerimi kaldır*",
    "subject:discount": "indirim*",
    "action:discount": "indirim istiyorum|indirim yapın|indirim yapar mısınız",
    "action:complaint": "şikayet etmek istiyorum|şikayetçiyim|şikayetim var|rezalet",
    "action:legal": "avukatım*|dava aç*|mahkeme*|tüketici hakem*",
    "action:billing_dispute": "iki kez çekil*|iki kere çekil*|çift çekim|iki defa çekil*|yanlış tutar",
    "action:security": "çalındı|hacklendi|ele geçiril*|dolandır*|hesabıma gir*|hesabıma eriş*|kartımı kaybettim",
    "about": "nedir|nasıl|ne kadar|kaç gün|nerede|ne zaman|koşulları|politika*|şartları|var mı",
    "how_to": "nedir|nasıl|ne kadar sür*|kaç gün|koşulları|politika*",
    "mine": "benim|siparişim*|param*|istiyorum|hemen",
    "urgency": "acil*|hemen",
    "distress:strong": "rezalet|yeter artık|bıktım|salak*|aptal*|şerefsiz*|dolandırıcı*|lanet*",
}

LEXICON = Lexicon(language="tr", groups=GROUPS, phrases=PHRASES, keys="temsilci insanla yetkili")
