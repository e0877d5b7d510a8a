"""Hindi."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "help": "की मदद|की सहायता|ki madad|ki help|se madad",
    "available": "उपलब्ध|available|मौजूद|free",
    "phone": "फोन पर|फ़ोन पर|लाइन पर|phone par|phone pe|line par|line pe",
    "talked_after": "बात हुई|बात की थी|बात कर चुका|baat hui|baat ki thi|baat kar chuka|se baat hui thi",
    "anyone": "किसी|किसी को|kisi",
    "reach_me": "मुझसे संपर्क|मुझे कॉल|mujhse contact|mujhse sampark|mujhe call",
    "team": "टीम|team",
    "who": "किससे|किस से|किसके साथ|kisse|kis se|kiske sath",
    "aid": "सहायता|मदद|एजेंट|प्रतिनिधि|व्यक्ति|सपोर्ट|इंसान|आदमी|agent|support|help|madad|insaan|insan|aadmi|person|banda",
    "real": "मानव|मानवीय|असली|इंसानी|वास्तविक|लाइव|human|real|live|asli|insani",
    "talk": (
        "baat karni|bat|milwao|jodiye|connect karo|connect kardo|बात|बात करनी|बात करना|बात कराओ|बात कराइए|बात करा|संपर्क|कनेक्ट|जोड़|जोड़ें|जोड़िए|मिलाओ|मिलाइए|"
        "ट्रांसफर|कॉल|baat|connect|sampark|jodo|चैट|सहायता"
    ),
    "person": (
        "operator|human|banda|bande|support team|real person|real human|real insan|real insaan|supervisor|representative|admin|ह्यूमन|सपोर्ट|अफसर|इंसान|व्यक्ति|किसी|आदमी|एजेंट|प्रतिनिधि|अधिकारी|मैनेजर|कस्टमर केयर|ग्राहक सेवा|ऑपरेटर|मानव|"
        "कर्मचारी|insaan|insan|kisi|aadmi|vyakti|agent|manager|customer care|executive|मनुष्य|सुपरवाइजर|"
        "प्रबंधक|सहायक"
    ),
    "stop": "बॉट",
    "bot": "बॉट|रोबोट|मशीन|bot|robot|machine|चैटबॉट",
}

PHRASES = {
    "whether_bot": """
        आप कौन हैं | तुम कौन हो | क्या आप रोबोट हैं | क्या आप बॉट हैं | क्या तुम रोबोट हो | क्या आप इंसान हैं
        क्या आप असली इंसान हैं | क्या मैं रोबोट से बात कर रहा हूँ
    """,
    "ask": (
        "koi agent|कोई एजेंट|bande ko line|kisi ko line|मदद के लिए <person>|<person> की मदद|<person> से मदद|call karo mujhe|call karein mujhe|mujhe phone kar*|mujhe call|फोन करो मुझे|<person> ki madad|<person> se madad|कोई मेरी मदद|कोई मदद कर सकता|से मिलवाइए|से मिलवाओ|से मिलाइए|<person> से मिल*|<person> se mila*|<person> se milw*|<person> bulao|<person> ko bulao|<person> को बुला*|<person> से जोड़*|<person> se jod*|<person> se connect|<person> se bat|<person> se baat|baat karwa*|baat karao|bat karao|bat karni|baat karna chah*|call back kar*|kisi ko call|मुझे फ़ोन|वापस कॉल|koi insan|koi insaan|kisi se bat|team se baat|team se connect|support se baat|human se|insaan ko|human chahiye|human agent|insaan do|asli insan|asli insaan|<person> ~ <talk>|असली इंसान|असली व्यक्ति|इंसान चाहिए|एजेंट चाहिए|व्यक्ति चाहिए|मुझे कॉल करें|"
        "मुझे कॉल करो|कोई मुझे कॉल|मुझे फोन करें|कोई है|बॉट से बात नहीं|मशीन से बात नहीं|kisi insaan se|"
        "insaan se baat|real person se|agent se baat|kisi se baat|customer care se|mujhe call karo|"
        "mujhe call karein|insan se baat|manager se baat|agent chahiye|insaan chahiye|koi hai|"
        "ग्राहक सेवा से|प्रतिनिधि से|एजेंट से|call kar sakta|मानव सहायता|कॉल कर सकता"
    ),
    "veil": (
        "क्या आप इंसान|क्या तुम इंसान|आप इंसान हैं|kya aap insaan|kya tum insaan|aap insaan ho|"
        "के बारे में|ke baare mein|व्यक्तियों|लोगों के लिए|एजेंट नहीं चाहिए|इंसान नहीं चाहिए|नहीं चाहिए|"
        "ज़रूरत नहीं|nahi chahiye|jarurat nahi|zaroorat nahi|क्या मैं ~ इंसान ~ बात कर रहा|प्रति व्यक्ति"
    ),
    "cry": (
        "सपोर्ट|ग्राहक सेवा प्रतिनिधि|अधिकारी|सुपरवाइजर|executive|supervisor|operator chahiye|human agent|asli insaan|एजेंट चाहिए|human chahiye|इंसान|एजेंट|व्यक्ति|प्रतिनिधि|कस्टमर केयर|ग्राहक सेवा|मैनेजर|ऑपरेटर|insaan|insan|customer care|असली इंसान|मानव"
    ),
    "polite": "कृपया|प्लीज|अभी|नमस्ते|मुझे|चाहिए|हाँ|नहीं|असली|please|abhi|mujhe|chahiye|तुरंत|जी",
    "yes": "हाँ|हां|जी|जी हाँ|ठीक है|haan|ha|theek hai|ji|bilkul|ज़रूर|हाँ जी",
    "no": "नहीं|नहीं धन्यवाद|nahi|nahin",
    "hello": "नमस्ते|नमस्कार|हैलो|namaste|हाय|सुप्रभात|namaskar|कैसे हैं",
    "thanks": "धन्यवाद|शुक्रिया|बहुत धन्यवाद|dhanyavaad|shukriya|बढ़िया|बहुत बढ़िया|बहुत",
    "bye": "अलविदा|फिर मिलेंगे|alvida|बाय",
    "subject:refund": "रिफंड|धनवापसी|refund",
    "action:refund": (
        "रिफंड चाहिए|पैसे वापस|मेरे पैसे|refund chahiye|paise wapas|mere paise|paisa wapas|मेरा रिफंड|mera refund|refund do"
    ),
    "subject:cancellation": "रद्द|कैंसिल",
    "action:cancellation": ("रद्द करना|रद्द करें|कैंसिल करना|cancel karna|cancel karo|cancel kar do|रद्द कर दो|कैंसिल करो"),
    "action:complaint": "शिकायत करनी|शिकायत दर्ज|shikayat|complaint karni",
    "action:legal": "मेरा वकील|अदालत|उपभोक्ता फोरम|कोर्ट|consumer court",
    "action:billing_dispute": "दो बार कट|दो बार पैसे|do baar kat*|do baar paise|दो बार चार्ज",
    "action:security": "हैक|चोरी|धोखाधड़ी|hack ho gaya|hack ho gya|fraud ho*",
    "about": "क्या है|कितना|कितने|कैसे|कब|कहाँ|नीति|kya hai|kitne|kaise|kab|policy",
    "how_to": "कैसे|कितने दिन|नीति|kaise|kitne din|policy",
    "mine": "मेरा|मेरी|मेरे|mera|meri|mere|चाहिए|chahiye",
    "urgency": "तुरंत|जल्दी|turant|jaldi|अर्जेंट",
}

LEXICON = Lexicon(language="hi", groups=GROUPS, phrases=PHRASES, keys="")
