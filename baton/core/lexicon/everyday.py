"""What people say in passing, in the words of every day: requests to be rung up, rage, and that nothing helped.

By language and label, read with that language's own groups. See `triggers/patterns.py`.
"""

EVERYDAY: dict[str, dict[str, str]] = {
    "en": {
        "ask": """
            give us a <bell> | give me a <bell> | gimme a <bell> | giving me a <bell> | giving us a <bell> | give me a quick <bell> | giving me a quick <bell> | drop me a call | drop us a call
            pls ring me | pls call me | pls phone me | plz ring me | plz call me | plz phone me | just ring me | just call me | just phone me | just ring us | just call us | just phone us
            phone me on | ring me on | ring us on | call me on my | call me on the | get ~ to <call_me> | one of you ~ <dial> | one of you ~ look at | <someone> <dial> my <relative>
            sort ~ over the phone | sooner ~ over the phone | rather ~ over the phone | prefer ~ over the phone | prefer ~ by phone | rather ~ by phone | prefer a phone call | prefer to talk | rather talk | rather chat to
            discuss ~ over the phone | discuss ~ by phone | talk ~ over the phone | explain ~ over the phone | we do this by phone | we do this over the phone | we talk on the phone | easier by phone | easier over the phone
            like a word with | have a word with | quick word with | need a word with | want a word with | get me the ~ who | put me on to the | speak w | talk w
            <put> to the <staff> | <put> with the <staff> | <put> to one of | <put> with one of | <put> to whoever | chat to one of | would the <staff> ~ <dial> | could the <staff> ~ <dial> | can the <staff> ~ <dial> | the <staff> ~ <reach_me> | the <staff> ~ giving me
            <anyone> pop round | <anyone> come round | <anyone> come out | <anyone> come and look | send someone round | send someone out | send somebody round | send somebody out
            hop on a call | jump on a call | get on a call with | one phone me | one call me | one ring me | discuss ~ with a <staff> | talk ~ with a <staff> | anyone manning | anybody manning | somebody picks up | someone picks up | get a person to | get a human to
        """,
        "veil": "dont call me | dont ring me | stop calling me | stop ringing me | never call me | didnt call me | did not call me | why did you call me | do you call me | will you call me before | how do i get ~ to call | supposed to call me | meant to call me | pay ~ over the phone | pay ~ by phone",
        "cry": "ring me|phone me|call me|ring us|call us|phone us|phone call|a phone call|callback",
        "polite": "when you can|when u can|when you get a chance|when you have time|on my mobile|on the mobile|on the landline|this afternoon|this evening|tonight|tomorrow|later|in the morning",
        "distress:strong": """
            so let down by | never been so let down | with rage | with anger | burn in hell | rot in hell | seething | a shambles | utter shambles | total shambles | beyond angry | beyond furious | despicable
            i could scream | breaking point | you clowns | absolute clowns | bunch of clowns | you cowboys | absolute cowboys | bunch of cowboys | ashamed of yourselves | should be ashamed | how dare you | lost all faith
            up the wall | heartless | you monsters | youre monsters | you are monsters | fuming | beyond useless | beyond a joke | had it up to here | sobbing | cant cope | heartbroken | devastated | beside myself | absolute disgrace | scumbags | con artists | made me cry | hate you all
        """,
        "stuck": """
            no use to me | is no use | of no use | makes no difference | made no difference | still doing it | not what i meant | didnt do the trick | link goes nowhere | link doesnt open | link is dead | link is broken
            same problem | same issue | the wrong thing | wrong thing entirely | done all that | did all of that | tried it nothing | nothing changed | no change | no difference | not answering | been through this | told you already | not listening | still broken | no better | no joy | wasnt my question | isnt my question
        """,
    },
    "de": {
        "ask": """
            ruft ~ durch | ruf ~ durch | rufen ~ durch | klingelt ~ durch | klingelt ~ bei mir | klingel ~ bei mir | am telefon besprechen | am telefon klären | telefonisch besprechen | telefonisch klären | lieber am telefon | lieber telefonisch
            telefonisch bei mir | geht ~ jemand ran | jemand ran geht | jemand rangeht | wer anschauen ~ auskennt | jemand anschauen | jemanden der sich auskennt | echte leute | echten leuten | außer dem automaten | außer dem bot | gebt mir ~ chef | gib mir ~ chef
            holt jemanden | holt wen | hol jemanden | kollege bei | kollegin bei | mit wem ~ klären | melden sie sich telefonisch | meldet euch telefonisch | jemand vorbeikommen | schickt jemanden | schicken sie jemanden | um einen anruf | ruft einfach an | ruft kurz an | ruft bitte an
        """,
        "distress:strong": """
            außer mir vor | vor wut | vor zorn | der letzte dreck | könnte schreien | völlig fertig | in den wahnsinn | ihr verbrecher | hasse euch | hasse sie | schämt euch | sich schämen | euch schämen | sauerei | dreistes | dreistigkeit | drecks* | ihr pfeifen
            heult wegen | weint wegen | mit den nerven | nervlich am ende | raste aus | raste gleich aus | ich koche | ich platze | zum kotzen | kotzt mich an | so schlecht behandelt
        """,
        "stuck": """
            bringt nichts | bringt mir nichts | hilft mir nicht weiter | schon gemacht | alles gemacht | immer noch dasselbe | immer noch das gleiche | genauso wie vorher | wie vorher | nicht gefragt | link geht | das hatten wir | hatten wir schon | falsche antwort
            keine änderung | keine veränderung | nicht die frage | erfolglos | ohne erfolg | nichts gebracht | meinte ich nicht | nicht gemeint | beantwortet nicht | nützt nichts | nutzt nichts | am thema vorbei
        """,
    },
    "fr": {
        "ask": """
            moi un coup de fil | moi un coup de telephone | me passer un coup | me donner un coup de fil | bigophoner | quelqu un de vrai | quelqu un de reel | regler ca au telephone | regler ~ au telephone | en parler au telephone | de vive voix | on peut s appeler | on s appelle
            qu un de vos <person> | un de vos collegues | une personne regarde | quelqu un regarde | quelqu un derriere | derriere l ecran | prendre au telephone | rappelez moi | rappelle moi | moi le <person> | marre du robot | envoyez quelqu un | me faire rappeler | me rappelle | conseiller me
        """,
        "distress:strong": """
            hors de moi | de rage | avoir honte | honte absolue | rendez dingue | rendez fou | rendez folle | minables | bande d escrocs | mal traite | mal traitee | j en peux plus | n en peux plus | allez vous faire | conneries | en larmes | pleure a cause
            me degoutez | degoutant | ecoeure* | vous deteste | bande d incapables | a bout de nerfs
        """,
        "stuck": """
            change rien | deja fait | deja tout fait | toujours pareil | pareil qu avant | pas ma question | ne mene nulle part | mene nulle part | lien ne marche | deja vu ca | on a deja vu | a cote de la plaque | sans succes | pas ce que je voulais
            sert a rien | repondez pas | aucun changement | rien donne | pas de difference
        """,
    },
    "es": {
        "ask": """
            dadme un toque | dame un toque | denme un toque | dais un toque | llamame | llamadme | llamenme | lo mire una persona | lo mire alguien | lo vea una persona | lo revise una persona | lo revise alguien | prefiero ~ por telefono | hablarlo por telefono | prefiero hablar
            podeis telefonear | me podeis llamar | podeis llamarme | pasame con | ponme con | atender de verdad | en contacto conmigo | mandad a alguien | manden a alguien | envien a alguien | puede venir alguien
        """,
        "distress:strong": """
            echo humo | hasta las narices | hasta los huevos | hasta el gorro | volviendo loco | volviendo loca | vuelven loco | vuelven loca | rabiosa | rabioso | que asco | daros verguenza | no puedo mas | por vuestra culpa | llorando por | tan mal en mi vida | tratado tan mal
            tratada tan mal | panda de | os odio | los odio | payasos | no aguanto mas | la sangre | canallas | delincuentes
        """,
        "stuck": """
            ya hice | ayuda en nada | no era esa | no era mi pregunta | no es mi pregunta | no lleva a ningun | enlace no | ya lo vimos | lo mismo de antes | sigue sin | no me estas contestando | no me contestas | no contestas | sin exito | no me referia | no cambia nada | no ha cambiado
        """,
    },
    "it": {
        "ask": """
            fatemi uno squillo | fammi uno squillo | mi fate uno squillo | fatemi una chiamata | fatemi una telefonata | mi puo richiamare | mi puo chiamare | mi puo telefonare | puo richiamarmi | guardasse una persona | guardi una persona | veda una persona
            basta con la macchina | basta con il robot | basta col robot | datemi qualcuno | dammi qualcuno | dare retta | preferirei ~ telefono | preferisco ~ telefono | parlarne al telefono | di voi a voce | parlare a voce | mi telefonate | mi telefoni | telefonatemi | passami il <person> | passatemi il <person> | mandate qualcuno
        """,
        "distress:strong": """
            fuori di me | furibond* | furios* | imbestialit* | rotto le scatole | rotto le palle | facendo impazzire | fate impazzire | buffoni | pagliacci | che schifo | fate schifo | dovreste vergognare | vergognatevi | al diavolo | la faccio piu | disperat* | colpa vostra
            siete dei ladri | siete ladri | branco di | vi odio | trattato cosi male | trattata cosi male | delinquenti | maledetti
        """,
        "stuck": """
            non mi serve | serve a niente | gia fatto | sempre uguale | sempre lo stesso | non era questa | non era la mia domanda | da nessuna parte | gia visto | niente come prima | tutto come prima | continua a non | stai rispondendo | non risponde alla
            senza successo | non intendevo | non volevo dire | non cambia niente | non cambia nulla
        """,
    },
    "pt": {
        "ask": """
            me um toque | me da um toque | da uma ligada | me liga | me ligue | me liguem | me pode ligar | pode me ligar | podem me ligar | podem telefonar | telefonem me | telefona me | liguem me | liga me | alguem ~ ligar | me passa alguem | chega de robo
            me atender de verdade | pessoa visse | pessoa veja | alguem visse | disto por telefone | disso por telefone | falar por telefone | prefiro ~ telefone | alguem de verdade | passa pro <person> | passa para o <person> | mandem alguem | queria falar com | quero falar com
        """,
        "action:discount": "ou baixam o preco | ou vou embora | baixam o preco ou",
        "distress:strong": """
            fora de mim | furios* | pelos cabelos | deixando louc* | deixam louc* | dar em doid* | uns palhacos | que nojo | um nojo | aguento mais | desesperad* | pro inferno | para o inferno | vergonha na cara | tao maltratad* | por vossa causa | por causa de voces
            bando de | ladroes | odeio voces | revoltad* | estou com raiva | canalhas | safados | pilantras
        """,
        "stuck": """
            nao me serve | serve de nada | ja fiz | na mesma | continua sem | nao era isso | a lado nenhum | a lugar nenhum | ja vimos | sem sucesso | sem resultado | esta respondendo | esta a responder | nao mudou nada | nada mudou | nao muda nada | nao adianta
        """,
    },
    "nl": {
        "ask": """
            belletje geven | een belletje | een mens naar | iemand naar kijkt | iemand naar kijken | echt iemand | liever telefonisch | telefonisch bespreken | liever bellen | geef me je baas | geef me iemand | iemand te pakken | persoonlijk helpen | collega contact
            klaar met die robot | iemand langskomen | iemand langs sturen | stuur iemand | bel me
        """,
        "distress:strong": """
            witheet | ziedend | spuugzat | kotsbeu | moeten je schamen | schaam je | schaamt u | moeten zich schamen | word hier gek | ik word gek | zo slecht behandeld | naar de hel | stelletje | prutsers | ontplof | van woede | kan niet meer | huilen door | zit te huilen
            haat jullie | schoften | flikker op | rot op | walgelijk
        """,
        "stuck": """
            niks aan | niets aan | al gedaan | al gehad | mijn vraag niet | nog altijd niet | nog steeds hetzelfde | zonder resultaat | zonder succes | geen verschil | maakt niks uit | link doet niks | link doet niets | geen antwoord | bedoelde ik | niets veranderd | niks veranderd
        """,
    },
    "pl": {
        "ask": """
            przedzwoń* | zadzwońcie | niech ktoś na to | niech ktoś to | niech ktoś się | ktoś spojrzy | ktoś zerknie | dajcie mi kogoś | daj mi kogoś | dość tego bota | kogoś od was | kimś od was | ktoś żywy | ktoś odbierze | załatwić ~ przez telefon | wolałbym ~ przez telefon
            wolałabym ~ przez telefon | porozmawiać przez telefon | daj mi <person> | dajcie mi <person> | ktoś ~ oddzwonić | pomoże osobiście | przyślijcie kogoś | telefon od <person>
        """,
        "action:discount": "albo obniżycie | albo odchodzę",
        "distress:strong": """
            zrozpaczon* | mam już siły | się wstydzić | wstydźcie się | po dziurki w nosie | do szału | krew mnie zalewa | szlag mnie | nienawidzę was | idźcie do diabła | nieudaczni* | banda złodziei | płacze przez | przez was płacz* | tak nie potraktował* | obrzydliw* | żałosn* | hańba | wkurz*
        """,
        "stuck": """
            mi to nie daje | nic nie daje | już to robił* | wszystko robił* | już to wszystko | to już było | bez skutku | bez zmian | bez rezultatu | nie chodzi | nie odpowiadasz | nie odpowiada na | na myśli | nic się nie zmienił* | dalej to samo | wciąż to samo
        """,
    },
    "tr": {
        "ask": """
            bi arayın | beni arayın | beni arar mısınız | arar mısınız | beni ~ arasın | insan baksın | biri baksın | telefonda konuşmayı | telefonda konuşmak | telefonla görüşmek | birini verin | birini bağlayın | benimle ilgilen* | bana dönsün | bana dönün | birine ulaş* | gerçek biri
            robotla uğraş* | müdürünüzü bağlayın | birini gönderin | arayın beni
        """,
        "action:billing_dispute": "iki kere çek* | iki kez çek* | iki defa çek* | çift çek*",
        "distress:strong": """
            öfkeden | deliye dön* | sinirden | delirtiyor* | utanın | utanmaz* | utanmıyor* | kötü muamele | çaresizim | dayanamıyorum | iğrenç* | cehenneme | beceriksiz* | hırsızlar sürüsü | hırsızsınız | yüzünüzden ağl* | nefret ediyorum | yazıklar olsun | bezdim | çıldır*
        """,
        "stuck": """
            işime yaramadı | işe yaramıyor | hepsini yaptım | zaten yaptım | hala aynı | sorum bu değil* | zaten konuştuk | link açılmıyor | değişen bir şey yok | bir şey değişmedi | sonuç yok | sonuç alamadım | yine olmadı | cevap vermiyorsun* | demek istemedim | faydası yok | faydası olmadı
        """,
    },
    "ar": {
        "ask": """
            اتصلوا فيني | اتصل فيني | اتصلوا علي | كلموني | دقوا علي | ترنون علي | رنوا علي | أحد حقيقي | حد حقيقي | شخص يشوف | أحد يشوف | حد يشوف | يرد أحد | أحد يرد | زهقت من الروبوت | زهقت من البوت | أبي موظف | أبغى موظف | عايز موظف | أكلم حد | أتواصل مع أحد
            حد من الموظفين | يتصل بيا | نتكلم بالتلفون | أتكلم بالتلفون | عطني المدير | أرسلوا أحد | شخصيا
        """,
        "action:security": "انسرق* | سرقوا | مسروق* | سرقت | يستخدم بطاقتي | واحد ~ ببطاقتي | أحد ~ ببطاقتي",
        "action:discount": "تنزلون السعر | نزلوا السعر | تنزلوا السعر",
        "distress:strong": """
            معصب* | يائسة | يائس | عاد أتحمل | استحوا | عيب عليكم | طفح الكيل | جننتوني | جننتني | دمي يغلي | من القهر | مقهور* | نصابون | نصابين | حرامية | فاشلون | فاشلين | مقرف* | للجحيم | تبكي بسببكم | أبكي بسببكم | أكرهكم | زبالة | حسبي الله | قرفت منكم | زهقت منكم | كذابين | كذابون | لصوص | بهالسوء
        """,
        "stuck": """
            ما فادني | ما ساعدني | سويت كل | عملت كل | جربت كل | نفس الشي | نفس الشيء | نفس المشكلة | ما سألت | لم أسأل | ما يفتح | لا يفتح | تكلمنا عن هذا | قلنا هذا | ما تغير | لم يتغير | لسه ما | لسا ما | ما يشتغل | مش شغال | ما تجاوب | لا تجيب على | بدون فائدة | بلا فائدة | كنت أقصد | ما أقصد
        """,
    },
}  # fmt: skip
