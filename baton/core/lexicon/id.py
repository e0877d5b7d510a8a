"""Indonesian."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "help": "bantuan",
    "available": "tersedia|ada|online|yang tersedia",
    "phone": "di telepon|lewat telepon|melalui telepon|telepon",
    "talked": "sudah bicara|kemarin bicara|kemarin saya bicara",
    "anyone": "seseorang|orang",
    "reach_me": "menghubungi saya|telepon saya|hubungi saya|kontak saya",
    "team": "tim|tim kalian|dukungan",
    "who": "dengan siapa|sama siapa|ke siapa",
    "aid": "agen|bantuan|petugas|orang|dukungan|layanan|operator|cs|admin",
    "real": "manusia|asli|beneran|langsung",
    "talk": (
        "bicara|berbicara|ngobrol|chat|hubungi|menghubungi|terhubung|hubungkan|sambungkan|disambungkan|"
        "kontak|transfer|alihkan|berkomunikasi|bantuan dari|ngomong|dialihkan|panggilkan"
    ),
    "person": (
        "manusia|orang|seseorang|agen|petugas|customer service|cs|layanan pelanggan|operator|manajer|"
        "atasan|perwakilan|admin|staf|karyawan|supervisor|pegawai|siapa saja|tim"
    ),
    "human": (
        "orang|manusia|petugas|orang asli|agen|admin|manusia|orang asli|orang sungguhan|orang beneran|agen manusia|agen|petugas|customer service|"
        "cs manusia|layanan pelanggan|operator|manajer|perwakilan|admin|staf|bantuan manusia"
    ),
    "small": ("dengan seorang ke kepada sama yang asli nyata sungguhan beneran langsung anda kalian tolong"),
    "stop": "tentang tapi bot robot mesin uang",
    "want": (
        "butuh|saya butuh|perlu|minta|mau|saya mau|mau|saya ingin|ingin|butuh|saya butuh|perlu|beri saya|ada|apakah ada|minta|tolong|bisa|"
        "boleh|saya perlu|pengen|kasih"
    ),
    "dont": "tidak|jangan|bukan|ga|gak|nggak|malas",
    "dont_want": "tidak butuh|tidak perlu|tidak mau|tidak ingin|ga perlu|gak perlu|tanpa|jangan",
    "bot": "bot|robot|mesin|chatbot|ai|komputer",
    "are_you": "apakah anda|apakah kamu|kamu|anda|apakah ini|ini|apa kamu",
    "no": "bukan|memang|benar",
    "someone": (
        "bisakah seseorang|bisa seseorang|tolong|bisakah|ada yang bisa|bisa tolong|mohon|"
        "apakah ada yang bisa|ada orang yang bisa"
    ),
    "call_me": (
        "telepon saya|menelepon saya|hubungi saya|menghubungi saya|telpon saya|call saya|menelpon saya|telepon balik"
    ),
    "count": "2|3|4|dua|tiga|empat|untuk dua|berapa|per",
}

PHRASES = {
    "whether_bot": """
        kamu siapa | siapa kamu | anda siapa | siapa anda | apakah kamu <bot> | apakah anda <bot> | ini <bot> ya
        kamu <bot> | anda <bot> | apakah ini <bot>
    """,
    "ask": (
        "sama orangnya|langsung sama orang|bicara langsung|ada orang|ada orangnya|apakah ada orang|ada yang bisa bantu|ada yang bisa membantu saya|telepon saya|hubungi saya|orang asli|orang beneran|sambungkan|hubungkan ke|hubungkan dengan|panggil <person>|ngobrol sama <person>|ngomong sama <person>|bicara sama <person>|bicara dengan <person>|mau <person>|orang asli|orang sungguhan|orang beneran|manusia asli|bicara dengan manusia|telepon saya|"
        "hubungi saya kembali|apakah ada orang|ada orang di sana|tidak mau ~ <bot>|bukan bot|jangan bot|"
        "hubungkan saya|sambungkan saya|bicara dengan atasan|layanan pelanggan manusia|sambungkan ke|"
        "ada yang bisa <call_me>"
    ),
    "veil": (
        "bicara tentang|berbicara tentang|apakah saya ~ <talk> ~ <person>|orang dewasa|jumlah orang|"
        "per orang|untuk # orang|agen properti|agen real estate|orang lain|tidak perlu ~ <person>|"
        "agen travel|agen perjalanan"
    ),
    "cry": (
        "cs|customer service|admin|layanan pelanggan|manajer|agen|petugas|supervisor|manusia|agen|petugas|customer service|cs|operator|admin|orang|layanan pelanggan|manajer|orang asli|perwakilan"
    ),
    "polite": "tolong|sekarang|halo|mau|saya|ya|tidak|segera|asli|minta|dong|mohon|ingin|hai|kak",
    "yes": "ya|iya|ya tolong|oke|ok|boleh|tentu|baik|silakan|mau",
    "no": "tidak|tidak terima kasih|nanti saja|gak usah|tidak usah",
    "hello": ("halo|hai|selamat pagi|selamat siang|selamat sore|selamat malam|hallo|apa kabar|pagi|siang"),
    "thanks": ("terima kasih|makasih|terimakasih|terima kasih banyak|bagus|mantap|sip|banyak|atas bantuannya"),
    "bye": "sampai jumpa|dadah|selamat tinggal",
    "subject:refund": "pengembalian dana|pengembalian uang|uang kembali",
    "action:refund": (
        "uang saya|kembalikan uang|mau refund|minta refund|saya mau uang|ingin pengembalian|"
        "minta pengembalian|dana saya"
    ),
    "subject:cancellation": "batal*|membatalkan|berhenti berlangganan",
    "action:cancellation": (
        "mau batal*|ingin membatalkan|mau membatalkan|batalkan pesanan|batalkan langganan|tutup akun"
    ),
    "action:complaint": "mau komplain|mengajukan keluhan|ingin mengeluh|keluhan saya|pelayanan buruk",
    "action:legal": "pengacara|menuntut|pengadilan|gugat*|ylki",
    "action:billing_dispute": (
        "terpotong dua kali|dipotong dua kali|ditagih dua kali|tagihan ganda|terdebet dua kali|salah tagih"
    ),
    "action:security": "diretas|dibajak|kena hack|dicuri|penipuan",
    "about": ("apa itu|berapa lama|bagaimana|gimana|kapan|di mana|kebijakan|syarat|apakah bisa|berapa"),
    "how_to": "berapa lama|bagaimana|gimana|kebijakan|syarat",
    "mine": "saya mau|pesanan saya|akun saya|segera|sekarang",
    "urgency": "darurat|segera|mendesak|secepatnya",
}

LEXICON = Lexicon(language="id", groups=GROUPS, phrases=PHRASES, keys="")
