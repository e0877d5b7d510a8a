"""How people say that somebody's life or health is at risk right now: the languages that `danger.py` has no room for."""

MORE_DANGER: dict[str, dict[str, str]] = {
    "pt": {
        "fell": "caiu|tombou|desabou|atropelado|atropelada|caida|caido",
        "inert": "nao reage|nao responde|nao se mexe|sangra|sangrando|nao se levanta|nao acorda|inconsciente",
        "hurts": "esfaquear|me bate|bate me|me agredindo|a agredir me|me atacando|quer me matar|quer matar me|me persegue|caiu e nao",
        "smell": "cheira|cheiro|fede|fedor|cheirando",
        "gas": "gas",
        "smoke": "fumo|fumaca|faiscas|chamas|faisca",
        "comes": "sair|saindo|sai|saem|deitar|soltando|soltar|por todo lado",
        "swallowed": "engoliu|engoli|bebeu|comeu|ingeriu|tomou",
        "thing": "pilha|pilhas|bateria|ima|lixivia|agua sanitaria|detergente|comprimidos|veneno|anticongelante|capsula|remedio demais",
        "trapped": "presos|preso|presa|presas|trancados|trancado|fechados",
        "inside": "elevador|sauna",
        "carbon": "monoxido|alarme de monoxido|detector de monoxido|alarme de gas|alarme de incendio",
        "sounds": "a tocar|tocando|disparou|apitando|a apitar|toca",
        "threatens": "ameaca|ameacou|ameacando|quer|tentou",
        "kill": "me matar|matar me|nos matar|de morte|com uma faca|me bater",
        "water": "agua",
        "electric": "quadro eletrico|quadro de luz|as tomadas|caixa de luz",
        "item": "bateria|telefone|telemovel|celular|carro|casa|apartamento|cozinha|maquina|carregador|forno|motor|trotinete|patinete|computador|aparelho|tomada|predio|telhado|secador|cabo",
        "burns": "pegou fogo|pegando fogo|em chamas|a arder|ardendo|incendiou|queimando|explodiu|fumegando|a queimar",
        "if": "se|em caso|quando",
        "said": """
            pegou fogo | pegando fogo | em chamas | cheia de fumo | cheio de fumo | cheia de fumaca | cheio de fumaca | comprimidos todos | remedios de uma vez | cabo com corrente | fio desencapado
            ha um incendio | tem um incendio | esta pegando fogo | fuga de gas em | vazamento de gas | tem vazamento de gas | ha uma fuga de gas | nao respira | nao esta respirando | nao esta a respirar | nao consigo respirar | nao consegue respirar | falta de ar
            inconsciente | desmaiou | desmaiada | desmaiado | nao acorda | infarto | enfarte | ataque cardiaco | dor no peito | sangra muito | sangrando muito | a sangrar muito | labios inchados | a garganta a fechar | garganta fechando
            nao quero mais viver | ja nao quero viver | quero morrer | me matar | matar me | suicid* | acabar com a minha vida | tirar a propria vida | levei um choque | apanhei um choque | choque eletrico | eletrocut*
            overdose | envenenad* | intoxicacao por monoxido | sem travoes | sem freio | freio falhou | travoes falharam | tem uma faca | gravemente ferido | perigo de vida | cheiro a queimado | cheiro de queimado | cheira a queimado
        """,
        "calm": "se sentir cheiro | se cheirar | protecao contra | contra incendio | cobre incendio | seguro de | risco de choque | preco do gas",
    },
    "nl": {
        "fell": "gevallen|ingestort|aangereden|omgevallen|in elkaar gezakt",
        "inert": "reageert niet|beweegt niet|bloedt|staat niet op|wordt niet wakker|buiten bewustzijn",
        "hurts": "neersteken|doodsteken|slaat me|slaat mij|valt me aan|word aangevallen|wil me vermoorden|achtervolgt me|sterke gaslucht|gaslucht bij|gaslucht in|gaslucht ruiken|ruik gaslucht",
        "smell": "ruik|ruikt|ruiken|stinkt|gaslucht|geur|lucht|stank",
        "gas": "gas|gaslucht",
        "smoke": "rook|vonken|vlammen",
        "comes": "komt|komen|uit de|uit het|vliegen|spat|overal",
        "swallowed": "ingeslikt|doorgeslikt|gedronken|gegeten|opgegeten",
        "thing": "knoopcel|batterij|batterijen|magneet|bleek|bleekmiddel|wasmiddel|pillen|tabletten|gif|rattengif|antivries|capsule",
        "trapped": "vast|opgesloten|klem|gevangen",
        "inside": "lift|sauna",
        "carbon": "koolmonoxide|koolmonoxidemelder|co melder|gasmelder|brandalarm",
        "sounds": "gaat af|af|piept continu|loeit|gaat de hele tijd",
        "threatens": "dreigt|dreigde|bedreigt|wil|probeert",
        "kill": "vermoorden|te vermoorden|te doden|dood te maken|met een mes|met de dood",
        "water": "water",
        "electric": "meterkast|de stopcontacten|stoppenkast",
        "item": "accu|telefoon|auto|huis|flat|keuken|wasmachine|oplader|oven|motor|step|laptop|apparaat|stopcontact|gebouw|dak|droger|kabel|batterij|magnetron",
        "burns": "in brand|staat in brand|vlam gevat|brandt|in de fik|ontploft|geexplodeerd|rookt",
        "if": "als|wanneer|wat te doen bij|in geval",
        "said": """
            staat in brand | vlam gevat | vol rook | pillen in een keer | pillen tegelijk | onder spanning | blote draad
            er is brand | brand in mijn | brand in de | gaslek in | er is een gaslek | gaslek thuis | ademt niet | ademt niet meer | krijg geen lucht | krijgt geen lucht | kan niet ademen | moeite met ademhalen | stikt in | stikt
            bewusteloos | flauwgevallen | wordt niet wakker | hartaanval | beroerte | pijn op de borst | bloedt hevig | bloedt heel erg | lippen zwellen | keel zwelt | tong zwelt
            niet meer leven | wil dood | wil sterven | zelfmoord* | suicid* | mezelf van kant | een eind aan mijn leven | schok van het | schok gekregen | elektrische schok | geelektrocuteerd | onder stroom
            overdosis | vergiftigd | koolmonoxidevergiftiging | remmen doen het niet | remmen werken niet | remmen weigeren | heeft een mes | zwaargewond | levensgevaar | ruikt verbrand | brandlucht
        """,
        "calm": "bescherming tegen | als ik gas | verzekerd tegen | dekt brand | schok van de prijs | risico op | gasprijs",
    },
    "pl": {
        "fell": "upadła|upadł|przewróciła się|przewrócił się|potrącony|potrącona|zasłabł|zasłabła",
        "inert": "nie reaguje|nie rusza się|nie odpowiada|krwawi|nie wstaje|nie budzi się",
        "hurts": "dźgnąć|zadźgać|bije mnie|atakuje mnie|napadł na mnie|chce mnie zabić|goni mnie|zasłabł|zasłabła",
        "smell": "czuć|czuję|śmierdzi|zapach|smród|wyczuwam",
        "gas": "gaz|gazem|gazu",
        "smoke": "dym|iskry|płomienie|iskrzy|ogień",
        "comes": "leci|lecą|buchają|bucha|wydostaje|wychodzi|wydobywa|unosi|sypią|idzie|z gniazdka|z kontaktu",
        "swallowed": "połknął|połknęła|połknęło|wypił|wypiła|wypiło|zjadł|zjadła|zjadło",
        "thing": "baterię|baterie|magnes|wybielacz|tabletki|truciznę|trutkę|płyn do|kapsułkę|detergent|leki",
        "trapped": "utknęliśmy|utknąłem|utknęłam|uwięzieni|zamknięci|zacięliśmy|zablokowani|utknęła|utknął|uwięziona|uwięziony",
        "inside": "w windzie|windzie|w saunie",
        "carbon": "czadu|czujnik czadu|czad|alarm gazowy|czujka gazu|alarm pożarowy",
        "sounds": "wyje|piszczy|alarmuje|włączył się|włącza się|ulatnia się",
        "threatens": "grozi|groził|chce|próbuje",
        "kill": "zabije|zabić|śmiercią|nożem|że mnie pobije",
        "water": "woda",
        "electric": "skrzynki z bezpiecznikami|do gniazdek|bezpieczniki|rozdzielni*",
        "item": "bateria|telefon|samochód|auto|dom|mieszkanie|kuchnia|pralka|ładowarka|piekarnik|silnik|hulajnoga|laptop|urządzenie|gniazdko|dach|suszarka|kabel|blok",
        "burns": "pali się|się pali|płonie|zapaliła się|zapalił się|w ogniu|wybuchł|wybuchła|eksplodował|dymi",
        "if": "jeśli|jeżeli|gdy|gdyby|kiedy|co robić jak",
        "said": """
            w płomieniach | pełna dymu | pełno dymu | pełne dymu | tabletki naraz | tabletki na raz | pod napięciem | odsłonięty kabel
            jest pożar | mam pożar | pożar w | pali się u | ulatnia się gaz | gaz się ulatnia | wyciek gazu w | nie oddycha | nie mogę oddychać | nie może oddychać | duszę się | dusi się | dławi się | trudno mi oddychać
            nieprzytomn* | zemdlał* | zemdlał | nie budzi się | zawał | ból w klatce | bóle w klatce | mocno krwawi | krwawi bardzo | puchną usta | puchnie gardło | puchnie język
            nie chcę żyć | nie chcę już żyć | chcę umrzeć | zabiję się | zabić się | samobój* | skończyć ze sobą | odebrać sobie życie | poraził mnie prąd | prąd mnie | kopnął mnie prąd | porażenie prądem | poraziło
            przedawkowa* | zatru* się | zatrucie czadem | hamulce nie działają | hamulce puściły | brak hamulców | ma nóż | ciężko ranny | zagrożenie życia | śmierdzi spalenizną | swąd spalenizny
        """,
        "calm": "ochrona przed | jeśli poczuję | ubezpieczenie od | ryzyko porażenia | czujnik czadu kosztuje | cena gazu",
    },
    "tr": {
        "fell": "düştü|yığıldı|yere yığıldı|araba çarptı|fenalaştı",
        "inert": "tepki vermiyor|kımıldamıyor|hareket etmiyor|kanıyor|kalkamıyor|uyanmıyor|cevap vermiyor",
        "hurts": "bıçaklamak|bıçaklayacak|beni dövüyor|bana saldırıyor|saldırıya uğradım|beni öldürecek|beni kovalıyor|yere yığıldı|fenalaştı",
        "smell": "kokusu|kokuyor|koku|kokusu alıyorum",
        "gas": "gaz|doğalgaz|doğal gaz",
        "smoke": "duman|dumanlar|kıvılcım|kıvılcımlar|alev|alevler",
        "comes": "çıkıyor|çıkıyo|geliyor|yükseliyor|saçıyor",
        "swallowed": "yuttu|yuttum|içti|yedi|yutmuş|içmiş|yemiş",
        "thing": "pil|pili|düğme pil|mıknatıs|çamaşır suyu|deterjan|hap|hapları|zehir|fare zehri|kapsül|antifriz",
        "trapped": "mahsur|kaldık|kaldım|kilitli|sıkıştık|sıkıştım",
        "inside": "asansörde|asansör",
        "carbon": "karbonmonoksit|karbon monoksit|gaz alarmı|yangın alarmı|gaz dedektörü",
        "sounds": "çalıyor|ötüyor|çaldı|susmuyor",
        "threatens": "tehdit|istiyor|çalışıyor",
        "kill": "öldürmekle|ölümle|öldürmek|bıçakla|öldürecek",
        "water": "su",
        "electric": "sigorta kutusu*|prizlere|elektrik panosu*",
        "item": "batarya|batarya*|pil|telefon|telefonum|araba|arabam|ev|evim|evimiz|mutfak|makine|makinesi|şarj aleti|fırın|motor|scooter|laptop|cihaz|priz|bina|çatı|kablo",
        "burns": "alev aldı|yanıyor|tutuştu|alevler içinde|patladı|tütüyor|ateş aldı",
        "if": "alırsam|çıkarsa|çalarsa|yutarsa|durumunda|ne yapmalıyım",
        "said": """
            alev aldı | tutuştu | alevler içinde | dumanla doldu | duman doldu | haplarını birden | ilaçların hepsini | elektrik yüklü | açık kablo
            yangın var | yangın çıktı | gaz sızıyor | gaz kaçağı var | gaz kaçıyor | nefes almıyor | nefes alamıyor* | nefes alamıyorum | boğuluyor | boğuluyorum
            bilinci kapalı | bilinci yerinde değil | bayıldı | uyanmıyor | kalp krizi | göğsüm ağrıyor | göğsümde ağrı | çok kanıyor | kan kaybediyor | dudaklarım şişti | boğazım şişiyor | dilim şişti
            yaşamak istemiyorum | ölmek istiyorum | kendimi öldür* | intihar* | canıma kıy* | beni elektrik çarptı | elektrik çarptı | çarpıldım | ceryan çarptı
            aşırı doz | zehirlendi* | frenler tutmuyor | fren tutmuyor | fren patladı | bıçağı var | ağır yaralı | hayati tehlike | yanık kokusu | yanık kokuyor
        """,
        "calm": "kokusu alırsam | yangın sigortası | karşı koruma | elektrik çarpmasına | gaz fiyatı | dedektörü satıyor | dedektörünün pili",
    },
    "ar": {
        "fell": "طاحت|طاح|سقطت|سقط|وقعت|وقع|انهار|صدمته سيارة|صدمتها سيارة",
        "inert": "ما ترد|ما يرد|لا يستجيب|لا تستجيب|ما يتحرك|ما تتحرك|تنزف|ينزف|ما تقوم|ما يقوم|ما تصحى|ما يصحى",
        "hurts": "يطعنني|يطعني|يطعن|يضربني|يهاجمني|يعتدي علي|يلاحقني|يبي يذبحني|سكين|طاح علينا",
        "smell": "رائحة|ريحة|ريحه|أشم|اشم|نشم",
        "gas": "غاز|الغاز",
        "smoke": "دخان|الدخان|شرار|شرارة|لهب",
        "comes": "يطلع|تطلع|يخرج|تخرج|طالع|يتصاعد",
        "swallowed": "بلع|بلعت|ابتلع|ابتلعت|شرب|شربت|أكل|أكلت",
        "thing": "بطارية|البطارية|مغناطيس|كلور|منظف|حبوب|سم|كبسولة|أقراص",
        "trapped": "محبوسين|محبوس|محبوسة|عالقون|عالقين|عالق|عالقة|محتجزين|علقنا|انحبسنا",
        "inside": "المصعد|الأسانسير|الاصنصير|مصعد",
        "carbon": "أول أكسيد الكربون|اول اكسيد الكربون|جهاز الغاز|إنذار الحريق|انذار الحريق|كاشف الغاز",
        "sounds": "يصفر|يرن|يصيح|إنذار|انطلق|شغال",
        "threatens": "يهدد|يهددني|هددني|يهددنا|يبي|يريد|يحاول",
        "kill": "بالقتل|يقتلني|يذبحني|قتلي|بسكين|يقتلنا",
        "water": "ماء|الماء|الموية|مويه",
        "electric": "الكهرباء|لوحة الكهرباء|الفيوزات|طبلون",
        "item": "البطارية|الجوال|الهاتف|السيارة|سيارتي|البيت|بيتنا|الشقة|المطبخ|الغسالة|الشاحن|الفرن|المحرك|الجهاز|الفيش|المبنى|السلك",
        "burns": "ولعت|ولع|تحترق|يحترق|احترق|احترقت|اشتعل|اشتعلت|تشتعل|مشتعلة|انفجر|انفجرت|حريق",
        "if": "إذا|اذا|لو|في حال|عند",
        "said": """
            اشتعل | اشتعلت | ولعت نار | كله دخان | مليان دخان | كلها دخان | حبوبه مرة وحدة | كل الحبوب | سلك كهرباء | سلك مكشوف
            حريق في | في حريق | فيه حريق | يوجد حريق | تسرب غاز | تسريب غاز | الغاز يتسرب | لا يتنفس | ما يتنفس | لا تتنفس | ما تتنفس | لا أستطيع التنفس | ما أقدر أتنفس | مو قادر أتنفس | مش قادر اتنفس | أختنق | اختنق | يختنق
            فاقد الوعي | فقد الوعي | فاقدة الوعي | أغمي عليه | أغمي عليها | مغمى عليه | نوبة قلبية | جلطة | ألم في صدري | ألم في الصدر | ينزف بشدة | ينزف كثير | شفايفي تورمت | تورم في الحلق
            ما أبي أعيش | ما أبغى أعيش | لا أريد أن أعيش | لا أريد العيش | مش عايز أعيش | مش عايزة اعيش | أريد أن أموت | أبي أموت | عايز أموت | أقتل نفسي | اقتل نفسي | انتحار | أنتحر | انتحر | إنهاء حياتي
            كهربني | كهربتني | صعقتني الكهرباء | صعقة كهربائية | صعق كهربائي | جرعة زائدة | تسمم | تسممت | الفرامل ما تشتغل | الفرامل لا تعمل | معه سكين | إصابة خطيرة | خطر على الحياة | ريحة حريق | رائحة حريق
        """,
        "calm": "كاشف غاز | بطارية كاشف | تأمين ضد | سعر الغاز | تبيعون كاشف | لو شميت | إذا شممت",
    },
    "ru": {"said": "пахнет газом | запах газа | утечка газа | не дышит | не могу дышать | задыхаюсь | без сознания | не хочу жить | хочу умереть | покончить с собой | убить себя | самоубийств* | ударило током | удар током | горит дом | загорелась | загорелся | начался пожар | застряли в лифте | застрял в лифте | угрожает убить | проглотил батарейку | проглотила батарейку | отравился | отравилась | передозировк* | сердечный приступ"},
    "uk": {"said": "пахне газом | запах газу | витік газу | не дихає | не можу дихати | задихаюся | непритомн* | не хочу жити | хочу померти | вбити себе | самогубств* | вдарило струмом | загорілася | загорівся | почалася пожежа | застрягли в ліфті | погрожує вбити | проковтнув батарейку | проковтнула батарейку"},
    "sv": {"said": "luktar gas | gaslukt | gasläcka | andas inte | kan inte andas | medvetslös* | vill inte leva | vill dö | ta livet av mig | självmord* | brinner i | det brinner | har fattat eld | fick en stöt | elstöt | fast i hissen | hotar att döda | svalt ett batteri | hjärtattack"},
    "da": {"said": "lugter af gas | gaslugt | gaslækage | trækker ikke vejret | kan ikke få vejret | bevidstløs* | vil ikke leve | vil dø | tage mit eget liv | selvmord* | det brænder | brød i brand | fik stød af | fanget i elevatoren | sidder fast i elevatoren | truer med at slå mig ihjel | slugt et batteri | hjerteanfald"},
    "no": {"said": "lukter gass | gasslukt | gasslekkasje | puster ikke | får ikke puste | bevisstløs* | vil ikke leve | vil dø | ta livet mitt | selvmord* | det brenner | tok fyr | fikk støt av | fast i heisen | truer med å drepe | svelget et batteri | hjerteinfarkt"},
    "fi": {"said": "haisee kaasulle | kaasun haju | kaasuvuoto | ei hengitä | en saa henkeä | tajuton | en halua elää | haluan kuolla | tappaa itseni | itsemurh* | syttyi tuleen | tulipalo | sain sähköiskun | jumissa hississä | uhkaa tappaa | nieli pariston | sydänkohtaus"},
    "cs": {"said": "cítím plyn | smrdí plyn | zápach plynu | uniká plyn | nedýchá | nemůžu dýchat | v bezvědomí | nechci žít | chci umřít | zabít se | sebevražd* | začalo hořet | hoří nám | chytla plamenem | kopla mě elektřina | uvízli ve výtahu | uvízli jsme ve výtahu | vyhrožuje zabitím | spolkl baterii | spolkla baterii | infarkt"},
    "sk": {"said": "cítim plyn | smrdí plyn | uniká plyn | nedýcha | nemôžem dýchať | v bezvedomí | nechcem žiť | chcem zomrieť | zabiť sa | samovražd* | horí nám | začalo horieť | kopla ma elektrina | uviazli vo výťahu | vyhráža sa zabitím | prehltol batériu | infarkt"},
    "ro": {"said": "miroase a gaz | miros de gaz | scurgere de gaz | nu respiră | nu mai respiră | nu pot respira | inconștient* | nu mai vreau să trăiesc | vreau să mor | sinucid* | a luat foc | e incendiu | m a curentat | blocați în lift | amenință că mă omoară | a înghițit o baterie | infarct"},
    "hu": {"said": "gázszag | szivárog a gáz | nem lélegzik | nem kapok levegőt | eszméletlen* | nem akarok élni | meg akarok halni | megölöm magam | öngyilkos* | kigyulladt | ég a ház | tűz van | megrázott az áram | bennragadtunk a liftben | megfenyegetett hogy megöl | lenyelte az elemet | szívroham"},
    "el": {"said": "μυρίζει γκάζι | μυρίζει αέριο | μυρωδιά αερίου | διαρροή αερίου | δεν αναπνέει | δεν μπορώ να αναπνεύσω | αναίσθητος | αναίσθητη | δεν θέλω να ζω | θέλω να πεθάνω | αυτοκτον* | πήρε φωτιά | έπιασε φωτιά | με χτύπησε το ρεύμα | κλειστήκαμε στο ασανσέρ | απειλεί να με σκοτώσει | κατάπιε μπαταρία"},
    "bg": {"said": "мирише на газ | изтича газ | не диша | не мога да дишам | в безсъзнание | не искам да живея | искам да умра | самоуби* | запали се | има пожар | удари ме ток | заклещени в асансьора | заплашва да ме убие | глътна батерия"},
    "hr": {"said": "miriše na plin | smrdi po plinu | curi plin | ne diše | ne mogu disati | bez svijesti | ne želim živjeti | želim umrijeti | ubiti se | samoubojstv* | zapalila se | zapalio se | izbio je požar | udarila me struja | zaglavili u liftu | prijeti da će me ubiti | progutao bateriju | progutala bateriju"},
    "ca": {"said": "fa olor de gas | olor de gas | fuita de gas | no respira | no puc respirar | inconscient | no vull viure | vull morir | suïcid* | s ha calat foc | hi ha foc | m ha enrampat | tancats a l ascensor | amenaça de matar | s ha empassat una pila"},
    "he": {"said": "ריח של גז | ריח גז | דליפת גז | לא נושם | לא נושמת | לא יכול לנשום | לא יכולה לנשום | מחוסר הכרה | מחוסרת הכרה | לא רוצה לחיות | רוצה למות | להתאבד | התאבדות | עלה באש | יש שריפה | התחשמלתי | תקועים במעלית | מאיים להרוג | בלע סוללה | בלעה סוללה"},
    "hi": {"said": "गैस की बदबू | गैस की गंध | गैस लीक | सांस नहीं ले | साँस नहीं ले | बेहोश हो | जीना नहीं चाहता | जीना नहीं चाहती | मरना चाहता | मरना चाहती | आत्महत्या | आग लग गई | आग लगी | करंट लग | लिफ्ट में फंस | मारने की धमकी | बैटरी निगल | gas ki badbu | gas leak ho | aag lag gayi | saans nahi | marna chahta | marna chahti"},
    "id": {"said": "bau gas | gas bocor | kebocoran gas | tidak bernapas | tidak bisa bernapas | sesak napas | pingsan | tidak mau hidup | ingin mati | bunuh diri | terbakar | kebakaran | kesetrum | terjebak di lift | mengancam membunuh | menelan baterai"},
    "vi": {"said": "mùi gas | rò rỉ gas | rò gas | không thở | khó thở | bất tỉnh | không muốn sống | muốn chết | tự tử | bốc cháy | đang cháy | cháy nhà | bị điện giật | kẹt trong thang máy | dọa giết | nuốt pin | nuốt viên pin"},
    "ko": {"said": "가스 냄새 | 가스 누출 | 가스가 새 | 숨을 안 쉬 | 숨을 쉬지 | 숨을 못 쉬 | 의식이 없 | 의식을 잃 | 살고 싶지 않 | 죽고 싶 | 자살 | 불이 났 | 불 났 | 감전 | 엘리베이터에 갇 | 죽이겠다고 | 건전지를 삼 | 배터리를 삼"},
    "ja": {"said": "ガスの臭い | ガスのにおい | ガス臭い | ガスくさい | ガス漏れ | 息をしていない | 息ができない | 呼吸していない | 意識がない | 生きていたくない | 死にたい | 自殺 | 火が出 | 火事 | 発火した | 感電した | エレベーターに閉じ込め | 殺すと脅 | 電池を飲み込 | 煙が出て"},
    "zh": {"said": "煤气味 | 燃气味 | 瓦斯味 | 煤气泄漏 | 燃气泄漏 | 瓦斯外洩 | 没有呼吸 | 没呼吸 | 不能呼吸 | 喘不过气 | 失去意识 | 昏迷 | 不想活 | 想死 | 自杀 | 自殺 | 着火 | 起火 | 冒烟 | 冒煙 | 触电 | 觸電 | 被困在电梯 | 困在电梯 | 困在電梯 | 威胁要杀 | 吞了电池 | 吞下电池"},
    "th": {"said": "กลิ่นแก๊ส | แก๊สรั่ว | ไม่หายใจ | หายใจไม่ออก | หมดสติ | ไม่อยากอยู่ | อยากตาย | ฆ่าตัวตาย | ไฟไหม้ | ไฟลุก | ไฟดูด | ติดในลิฟต์ | ติดอยู่ในลิฟต์ | ขู่ฆ่า | กลืนถ่าน"},
}  # fmt: skip
