"""Malay."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "help": "bantuan",
    "available": "tersedia|yang tersedia|ada",
    "phone": "di telefon|melalui telefon|telefon",
    "talked": "sudah bercakap|semalam saya bercakap",
    "anyone": "seseorang|orang",
    "reach_me": "hubungi saya|telefon saya",
    "team": "pasukan|pihak sokongan",
    "who": "dengan siapa|kepada siapa",
    "aid": "agen|ejen|bantuan|pegawai|orang|sokongan|wakil|khidmat",
    "real": "manusia|sebenar|betul",
    "talk": (
        "bercakap|cakap|berbual|hubungi|hubungkan|sambungkan|sambung|jumpa|pindahkan|transfer|chat|berhubung|"
        "borak|berbincang|tukar"
    ),
    "person": (
        "orang|manusia|seseorang|sesiapa|ejen|agen|wakil|pegawai|pengurus|penyelia|operator|khidmat pelanggan|"
        "customer service|kakitangan|staf|staff|pasukan sokongan|sokongan|admin|supervisor|agent"
    ),
    "human": (
        "orang|orang sebenar|orang betul|manusia|ejen|ejen manusia|wakil|pegawai|pengurus|penyelia|operator|"
        "khidmat pelanggan|wakil khidmat pelanggan|kakitangan|agent manusia"
    ),
    "want": "nak|mahu|mahukan|perlukan|perlu|saya nak|minta|tolong beri|bagi saya|panggil|panggilkan",
    "small": "dengan seorang satu ke kepada yang",
    "bot": "bot|robot|mesin|chatbot|komputer",
    "dont": "tak nak|tidak mahu|tak mahu|taknak",
    "dont_want": "tak perlukan|tidak perlukan|tak perlu|tidak perlu|tak payah|tak nak|tidak mahu|tak mahu|taknak",
    "are_you": "awak|anda|kamu|adakah anda|adakah awak|kau",
}

PHRASES = {
    "ask": (
        "ada sesiapa boleh|boleh sesiapa|minta <human>|nak <human>|ada sesiapa|ada orang|ada orang tak|telefon saya|call saya|hubungi saya|tolong telefon|orang sebenar|"
        "cakap dengan orang|<dont> ~ <bot>|boleh sesiapa bantu|ada sesiapa boleh bantu"
    ),
    "veil": (
        "untuk dua orang|dua orang|untuk # orang|berapa orang|seorang berapa|untuk seorang|setiap orang|"
        "ejen hartanah|agen pelancongan|ejen pelancongan|cakap tentang|cakap pasal|tak perlu bercakap|"
        "siapa pengurus|orang lain punya"
    ),
    "cry": "<human>|orang",
    "polite": "tolong|sila|sekarang|segera|saya|nak|please|pls|la|lah",
    "yes": "ya|boleh|okay|baik|ya tolong",
    "no": "tidak|tak|tak nak|tidak terima kasih|tak apa",
    "hello": "hai|helo|selamat pagi|assalamualaikum|selamat petang|salam",
    "thanks": "terima kasih|tq|terima kasih banyak",
    "bye": "selamat tinggal|bye|jumpa lagi",
}

LEXICON = Lexicon(language="ms", groups=GROUPS, phrases=PHRASES)
