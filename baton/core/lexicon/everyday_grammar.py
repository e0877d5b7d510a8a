"""Patterns of everyday speech that hold in ten languages, and the words that fill them: what has not helped, rage and
tears, and wishes to be rung up or to talk for a moment. See `triggers/patterns.py`.
"""

from baton.core.lexicon.everyday_more import MORE_GROUPS

EVERYDAY_GRAMMAR: dict[str, str] = {
    "stuck": """
        <trouble> ~ <persists>
        <persists> ~ <trouble>
        <hasnt> ~ <fixed>
        <fixed> ~ <hasnt>
        <isnt> ~ <my_matter>
        <my_matter> ~ <isnt>
        <reply> ~ <beside>
        <beside> ~ <reply>
        <nothing_came>
    """,
    "distress:strong": """
        <bunch> - <crooks>
        <bunch> ~ <crooks>
        <youre> - <crooks>
        <make_me> ~ <sick>
        <i_am> ~ <enraged>
        <enraged> ~ <i_am>
        <weeping>
    """,
    "ask": """
        <minutes> ~ <human>
        <minutes> ~ <person>
        <return_call>
        <lady> ~ <calls_me>
        <talk_live> ~ <live>
    """,
}

EVERYDAY_GROUPS: dict[str, dict[str, str]] = {
    **MORE_GROUPS,
    "en": {
        "trouble": "problem|issue|fault|error|trouble|symptom|message",
        "persists": "still there|still here|still persists|persists|remains|is back|came back|hasnt gone|has not gone|not gone|still happening|still the same|still exists|keeps coming back",
        "hasnt": "hasnt|has not|havent|have not|didnt|did not|doesnt|does not|isnt|is not|not|wasnt|nothing",
        "fixed": "fixed|fix it|fix anything|solved|solve it|solve anything|resolved|resolve it|sorted|sort it|improved|cured|cure it|changed anything|change anything|helped|help me|made it better|make it better",
        "isnt": "isnt|is not|not|thats not|wasnt|wrong",
        "my_matter": "my model|my question|my problem|my case|my issue|what i need|what i wanted|what i asked|what i was asking|my device|my situation|the point|what this is about|model at all",
        "reply": "answer|reply|response|page|article|link",
        "beside": "something else|off topic|wrong topic|different thing|another thing|unrelated|irrelevant|nothing to do with|different model|other product|for another",
        "nothing_came": "as before im afraid|same as before|no effect|had no effect|to no avail|no success|without success|got me nowhere|gets me nowhere|none the wiser|still none",
        "bunch": "bunch of|pack of|gang of|load of|shower of|lot of lying|lot of thieving|you thieving|you lying|you useless|you absolute|you bloody|you utter|you pathetic",
        "youre": "youre|you are|you lot are|you people are|theyre all",
        "crooks": "liars|thieves|crooks|cheats|scammers|fraudsters|swindlers|muppets|idiots|clowns|cowboys|morons|jokers|amateurs|criminals|imbeciles|scum|vultures|robbers|wasters|bandits|rats|the worst people",
        "make_me": "make me|makes me|making me|made me|makes my|makes us",
        "sick": "sick|sick to my stomach|vomit|puke|weep|want to cry|cry|furious|want to scream|scream|blood boil|ill|insane|despair",
        "i_am": "im|i am|i feel|im so|we are|were",
        "enraged": "enraged|incensed|infuriated|incandescent|outraged|apoplectic|distraught|shattered|hysterical|absolutely fuming|crushed|at my limit|in despair|beyond upset|boiling with|raging",
        "weeping": "stop crying|crying my eyes out|floods of tears|been crying|ive cried|reduced to tears|in tears|bawling|had it with|youre the worst people|blood is boiling|lost it with",
        "minutes": "minutes with|five minutes with|minute with|moment with|some time with|conversation with|chat with",
        "return_call": "my call returned|return my call|call returned|get back to me by phone|expect a call|expecting a call from|call me later|ring me later|in the flesh",
        "lady": "lady|gentleman|woman|man|guy|girl|bloke|someone|somebody|person|colleague|manager",
        "calls_me": "get back to me|calls me|rings me|call me back|ring me back|phone me back|to call me|to ring me|to phone me",
        "talk_live": "speak|talk|chat",
        "live": "in person|face to face|live with|voice to voice",
    },
    "de": {
        "trouble": "problem|fehler|störung|meldung",
        "persists": "besteht|weiterhin|immer noch da|noch da|bleibt|nach wie vor|noch vorhanden|nicht weg|taucht wieder auf|wieder da",
        "hasnt": "nicht|nichts|kein|keine|nix|nie",
        "fixed": "behoben|gelöst|besser|geholfen|gebracht|verändert|geändert|funktioniert|erledigt|repariert|schlauer",
        "isnt": "nicht|falsches|falsche|gar nicht",
        "my_matter": "mein modell|meine frage|mein problem|mein fall|mein gerät|mein anliegen|was ich wollte|was ich suche|was ich meine",
        "reply": "antwort|antwortest|artikel|seite|link",
        "beside": "etwas anderes|was anderes|anderen|verfehlt|am thema|falschen|nichts zu tun|anderes",
        "nothing_came": "thema verfehlt|ohne wirkung|vergeblich|umsonst|bin so schlau wie|nicht schlauer",
        "bunch": "haufen|bande|ihr|so ein|verlogenes|verlogene|rotte|truppe|verein von",
        "youre": "ihr seid|sie sind|seid ihr",
        "crooks": "lügner|diebe|gauner|betrüger|verbrecher|idioten|versager|pfeifen|nichtskönner|amateure|pack|lumpenpack|abzocker|halunken|halsabschneider|stümper|trottel|gesindel|schweine|das letzte|unfähig",
        "make_me": "macht mich|ihr macht|machen mich|mir wird|da wird mir|das macht|bringt mich",
        "sick": "schlecht|übel|krank|wahnsinnig|rasend|wütend|auf die palme|fertig|zur weißglut|um den verstand",
        "i_am": "ich bin|bin ich|ich war|mir ist|wir sind",
        "enraged": "auf 180|auf hundertachtzig|empört|entsetzt|erbost|fuchsteufelswild|am boden zerstört|am ende|verzweifelt|zornig|außer mir|stinkig|geladen|mit den nerven|auf der palme|fassungslos|bedient",
        "weeping": "ich heule|heule nur|nur noch heulen|ich weine|am weinen|in tränen|tränen in den augen|das allerletzte|das letzte|mir platzt|platzt der kragen|kragen geplatzt|nase voll|hals voll|die faxen",
        "minutes": "minuten mit|auskunft von|auskunft von einem|gespräch mit|moment mit|wort mit|termin mit",
        "return_call": "per telefon|zurückgerufen|rückruf|kurz anrufen|anruf von|telefonat|aus fleisch und blut",
        "lady": "dame|herr|kollege|kollegin|frau|mann|jemand|einer|chef",
        "calls_me": "zurückrufen|mich anrufen|bei mir melden|mich zurückruft|mich anruft|mich zurück|ruft mich",
        "talk_live": "sprechen|reden|erreiche|erreichen",
        "live": "persönlich|live|von angesicht|direkt",
    },
    "fr": {
        "trouble": "probleme|panne|erreur|souci|defaut|message",
        "persists": "toujours la|est la|persiste|continue|encore la|revient|reste|est revenu|pas parti|demeure|existe toujours",
        "hasnt": "n a pas|n a rien|pas|rien|n ont pas|aucun",
        "fixed": "arrange|resolu|regle|repare|ameliore|corrige|change|aide|avance|arrange les choses",
        "isnt": "n est pas|pas|mauvais|mauvaise",
        "my_matter": "mon modele|ma question|mon probleme|mon cas|mon appareil|ma demande|ce que je cherche|ce que j ai demande|ce que je veux",
        "reply": "reponse|repondez|reponds|page|article|lien",
        "beside": "hors sujet|autre chose|un autre|une autre|rien a voir|mauvaise",
        "nothing_came": "hors sujet|sans effet|en vain|pour rien|rien n y fait|pas plus avance|pas plus avancee",
        "bunch": "bande de|tas de|espece de|espèces de|ramassis de|equipe de",
        "youre": "vous etes|vous n etes|vous etes tous|z etes",
        "crooks": "menteurs|voleurs|escrocs|incapables|bandits|idiots|abrutis|nuls|minables|incompetents|malhonnetes|clowns|charlatans|arnaqueurs|guignols|pourris|salauds|cretins|rigolos|des amateurs",
        "make_me": "me donnez|me donne|me rendez|me rend|me mettez|me met|me faites|me fait",
        "sick": "envie de vomir|vomir|malade|folle|fou|dingue|hors de moi|en rage|pleurer|honte|la rage|en colere|hurler|gerber",
        "i_am": "je suis|j suis|on est|nous sommes|suis",
        "enraged": "ulcere|ulceree|furax|enrage|enragee|outre|outree|revolte|revoltee|indigne|indignee|a bout|effondre|effondree|desempare|desemparee|ecoeure|ecoeuree|hors de|excede|excedee|en rage|detruit|detruite|anéantie",
        "weeping": "je pleure|pleure tellement|en pleurs|n arrete pas de pleurer|c est lamentable|lamentable|je hurle|la goutte d eau|je n en peux|ras la casquette|par dessus la tete",
        "minutes": "minutes avec|moment avec|un mot avec|discussion avec|entretien avec|avoir un|echange avec",
        "return_call": "qu on me rappelle|me rappelle|etre rappele|etre rappelee|un rappel|rappel telephonique|me retelephone",
        "lady": "dame|monsieur|collegue|responsable|femme|homme|quelqu un|conseillere",
        "calls_me": "me telephone|m appelle|me rappelle|me contacte|me retelephone",
        "talk_live": "joindre|parler|parle|avoir|discuter",
        "live": "en vrai|de vive voix|en direct|en personne|face a face",
    },
    "es": {
        "trouble": "problema|error|fallo|averia|mensaje|incidencia",
        "persists": "sigue ahi|sigue|persiste|continua|todavia|sigue igual|no se ha ido|vuelve|volvio|permanece|aun esta",
        "hasnt": "no|no lo|nada|ni|no me",
        "fixed": "arreglado|arregla|resuelto|resuelve|solucionado|soluciona|mejorado|mejora|cambiado|servido|ayudado|reparado|funcionado",
        "isnt": "no es|no era|ese no|esa no|equivocado|equivocada",
        "my_matter": "mi modelo|mi pregunta|mi problema|mi caso|mi aparato|lo que busco|lo que pedi|lo que pregunte|lo que necesito|lo que quiero",
        "reply": "respuesta|respondes|contestas|responde|pagina|articulo|enlace",
        "beside": "otra cosa|otro tema|nada que ver|otro modelo|otro producto|fuera de tema",
        "nothing_came": "sin efecto|en vano|para nada sirvio|no hubo manera|no hay manera|ni por esas|me quede igual|estoy igual",
        "bunch": "pandilla de|panda de|banda de|hatajo de|atajo de|cuadrilla de|manada de|partida de|grupo de",
        "youre": "sois|son unos|sois unos|son una|ustedes son|sois todos",
        "crooks": "mentirosos|ladrones|estafadores|inutiles|sinverguenzas|chorizos|incompetentes|payasos|idiotas|imbeciles|rateros|timadores|caraduras|impresentables|delincuentes|mafiosos|embusteros|ineptos",
        "make_me": "me dais|me dan|me da|me haceis|me hacen|me hace|me poneis|me ponen|me pone",
        "sick": "ganas de vomitar|vomitar|asco|enferma|enfermo|llorar|de los nervios|furiosa|furioso|hervir|negra|negro|rabia|verguenza ajena",
        "i_am": "estoy|estamos|me siento|ando",
        "enraged": "hecho una furia|hecha una furia|furiosa|furioso|destrozada|destrozado|hundida|hundido|desesperada|desesperado|encendido|indignadisima|cabreado|cabreada|cabreadisimo|fuera de mi|que trino|que ardo|que muerdo|al limite|histerica|histerico|hecha polvo|hecho polvo",
        "weeping": "paro de llorar|estoy llorando|no dejo de llorar|llorando a mares|es lamentable|lamentable|me hierve|hasta el mono|hasta la coronilla|se me acabo la paciencia|os odio|que rabia",
        "minutes": "minutos con|minuto con|momento con|rato con|charla con|palabra con",
        "return_call": "devuelvan la llamada|devolvais la llamada|devuelva la llamada|devolverme la llamada|que me llamen|que me llameis|me llamen hoy",
        "lady": "chica|senora|senor|chico|compañera|companera|companero|alguien|persona|encargado|encargada",
        "calls_me": "me llame|me telefonee|me devuelva|me contacte|me llame luego",
        "talk_live": "hablo|hablar|hable|charlar",
        "live": "en vivo|en persona|cara a cara|en directo|de viva voz",
    },
    "it": {
        "trouble": "problema|errore|guasto|difetto|messaggio",
        "persists": "c e ancora|ancora|persiste|rimane|resta|continua|e tornato|torna|sempre li|non e sparito|e sempre",
        "hasnt": "non ha|non|niente|nulla|nessun|per niente",
        "fixed": "risolto|sistemato|aggiustato|migliorato|cambiato|aiutato|riparato|funzionato|servito",
        "isnt": "non e|non era|sbagliato|sbagliata|non",
        "my_matter": "il mio modello|mio modello|la mia domanda|il mio problema|il mio caso|quello che chiedo|quello che cerco|quello che volevo|mio apparecchio",
        "reply": "risposta|rispondi|rispondete|pagina|articolo|link",
        "beside": "un altra cosa|altra cosa|fuori tema|non c entra|un altro|altro modello|altro prodotto",
        "nothing_came": "senza effetto|invano|inutilmente|per niente utile|nulla di fatto|non c e verso|sono al punto",
        "bunch": "banda di|branco di|massa di|manica di|razza di|gruppo di|accozzaglia di",
        "youre": "siete dei|siete|siete solo|siete degli|siete tutti",
        "crooks": "bugiardi|ladri|truffatori|incapaci|imbroglioni|idioti|imbecilli|buffoni|incompetenti|pagliacci|farabutti|delinquenti|cialtroni|mascalzoni|vergognosi|cretini|disonesti|ridicoli",
        "make_me": "mi fate|mi fa|mi state|fate venire|mi mandate",
        "sick": "vomitare|schifo|star male|la nausea|piangere|arrabbiare|in bestia|ai matti|impazzire|ribrezzo|pena|uscire di testa",
        "i_am": "sono|mi sento|siamo|e",
        "enraged": "imbufalito|imbufalita|infuriato|infuriata|incavolato|incavolata|incazzato|incazzata|indignato|indignata|distrutta|distrutto|a pezzi|disperata|disperato|nera|nero di rabbia|inferocito|inferocita|esasperato|esasperata|sconvolta|sconvolto|allo stremo",
        "weeping": "piango da|sto piangendo|non smetto di piangere|in lacrime|e vergognoso|vergognoso|una vergogna|basta non ne posso|non ne posso piu|mi avete stufato|mi avete stancato|che rabbia|sto male per",
        "minutes": "minuti con|minuto con|momento con|due parole con|colloquio con|chiacchierata con",
        "return_call": "essere richiamata|essere richiamato|mi richiamiate|che mi richiamino|una richiamata|che mi chiamino|telefonare dalla|chiamare dalla|chiamare dal",
        "lady": "signora|signore|collega|ragazza|ragazzo|responsabile|qualcuno|persona",
        "calls_me": "mi chiami|mi telefoni|mi richiami|mi contatti|mi chiamasse",
        "talk_live": "parlo|parlare|parli|sentire",
        "live": "dal vivo|di persona|a voce|faccia a faccia|in diretta",
    },
    "pt": {
        "trouble": "problema|erro|avaria|defeito|falha|mensagem",
        "persists": "continua|persiste|ainda|mantem|permanece|voltou|volta|nao desapareceu|nao sumiu|segue",
        "hasnt": "nao|nada|nem|nenhuma",
        "fixed": "resolveu|resolvido|arranjou|arranjado|consertou|consertado|melhorou|mudou|ajudou|funcionou|corrigiu|adiantou",
        "isnt": "nao e|nao era|errado|errada|esse nao|essa nao",
        "my_matter": "o meu modelo|meu modelo|a minha pergunta|minha pergunta|meu problema|o meu caso|meu caso|o que procuro|o que perguntei|o que pedi|o que preciso|meu aparelho",
        "reply": "resposta|respondes|responde|respondeu|pagina|artigo|link",
        "beside": "outra coisa|outro assunto|nada a ver|outro modelo|outro produto|fora do assunto",
        "nothing_came": "sem efeito|em vao|nao deu em nada|deu em nada|fiquei na mesma|nao houve maneira|nada feito",
        "bunch": "bando de|cambada de|corja de|quadrilha de|monte de|raca de|grupo de",
        "youre": "sao uns|voces sao|sois uns|sao todos|sao um",
        "crooks": "mentirosos|ladroes|aldraboes|vigaristas|incompetentes|palhacos|idiotas|burros|imbecis|golpistas|safados|trapaceiros|bandidos|gatunos|inuteis|sem vergonha|caloteiros|pilantras",
        "make_me": "me dao|me da|dao me|da me|me deixam|me fazem|fazem me|me faz|deixam me",
        "sick": "vontade de vomitar|vomitar|nojo|doente|nauseas|louca|louco|chorar|nervos|raiva|maluca|maluco|passado",
        "i_am": "estou|tou|to|estamos|fiquei|sinto me",
        "enraged": "indignado|indignada|revoltado|revoltada|possesso|possessa|destrocada|destrocado|desesperada|desesperado|arrasada|arrasado|fula|fulo|puta da vida|puto|puta|passada|irada|irado|no limite|em panico|transtornada|transtornado|com odio",
        "weeping": "paro de chorar|estou a chorar|estou chorando|so choro|em lagrimas|chorei|e lamentavel|lamentavel|ja chega|basta nao|perdi a paciencia|estou farta|estou farto|que raiva|cansei de voces",
        "minutes": "minutos com|minuto com|momento com|conversa com|palavrinha com|palavra com",
        "return_call": "devolvessem a chamada|devolvam a chamada|devolvam me a chamada|retornem a ligacao|retorno da ligacao|retornem minha|que me liguem|que me ligassem|ser contactada|ser contactado",
        "lady": "senhora|senhor|moca|moco|colega|rapaz|alguem|pessoa|menina",
        "calls_me": "me ligar|me ligue|me telefonar|me telefone|ligar me|telefonar me|me retornar",
        "talk_live": "falo|falar|fale|conversar",
        "live": "ao vivo|pessoalmente|em pessoa|cara a cara|frente a frente",
    },
}  # fmt: skip
