"""How people say that somebody's life or health is at risk right now. See `triggers/patterns.py`.

`said` are phrases of their own; the groups fill `DANGER_GRAMMAR`. `calm` is what sounds alike and is a question.
Languages without groups know the plainest phrases only.
"""

from baton.core.lexicon.danger_more import MORE_DANGER

DANGER_GRAMMAR = {
    "action:danger": """
        <smell> ~ <gas>
        <gas> ~ <smell>
        <smoke> ~ <comes>
        <comes> ~ <smoke>
        <swallowed> ~ <thing>
        <thing> ~ <swallowed>
        <trapped> ~ <inside>
        <inside> ~ <trapped>
        <carbon> ~ <sounds>
        <sounds> ~ <carbon>
        <threatens> ~ <kill>
        <kill> ~ <threatens>
        <water> ~ <electric>
        <fell> ~ <inert>
        <hurts>
        <item> ~ <burns>
        <burns> ~ <item>
    """,
    "no_danger": """
        <if> ~ <smell> ~ <gas>
        <if> ~ <gas> ~ <smell>
        <if> ~ <carbon> ~ <sounds>
        <if> ~ <smoke> ~ <comes>
        <if> ~ <swallowed> ~ <thing>
        <if> ~ <trapped> ~ <inside>
        <if> ~ <item> ~ <burns>
    """,
}

DANGER: dict[str, dict[str, str]] = {
    **MORE_DANGER,
    "en": {
        "fell": "fell|fallen|fell down|collapsed|knocked down|hit by a car|was hit by|bumped his head|bumped her head",
        "inert": "isnt responding|not responding|isnt moving|not moving|unresponsive|doesnt react|wont respond|wont move|is bleeding|cant get up|isnt waking|cant move",
        "hurts": "stab me|stabbing|stab us|strangling me|is beating me|being attacked|attacking me|broke in and|is being beaten|hitting me|hurting me right now|gas near|someone has collapsed|he collapsed|she collapsed",
        "smell": "smell|smells|smelling|stinks|stink|reeks|reek|whiff|stench|odor|odour",
        "gas": "gas",
        "smoke": "smoke|sparks|flames|fumes",
        "comes": "coming|pouring|comes|flying|billowing|rising|came out|shooting|out of the|everywhere",
        "swallowed": "swallowed|drank|ate|eaten|ingested|has drunk|licked",
        "thing": "battery|batteries|magnet|magnets|bleach|detergent|tablets|pills|poison|rat poison|antifreeze|cleaner|capsule|weedkiller|button cell",
        "trapped": "trapped|stuck|locked in|shut in",
        "inside": "in the lift|in the elevator|in a lift|in an elevator|in your lift|in your elevator|inside the lift|inside the elevator|"
        "in the cold store|in the sauna|in the vault|in the burning",
        "carbon": "co alarm|co detector|carbon monoxide alarm|carbon monoxide detector|carbon monoxide|monoxide alarm|gas alarm|gas detector|fire alarm",
        "sounds": "going off|is sounding|beeping nonstop|beeping non stop|is screaming|went off|wont stop beeping|has gone off|keeps going off",
        "threatens": "threatening|threatens|threatened|is going to|tried|trying|wants",
        "kill": "to kill me|to kill us|to kill my|to kill him|to kill her|to stab|to shoot|to strangle me|my life|to hurt me",
        "water": "water|leak|leaking|pouring|dripping",
        "electric": "fuse box|fusebox|sparking|the sockets|electrics|consumer unit|onto the light|live wires|electric panel",
        "item": "phone|battery|charger|machine|dryer|oven|car|house|flat|kitchen|building|laptop|boiler|scooter|room|engine|toaster|heater|garage|van|bike|bonnet|dishwasher|socket|plug|fridge|cable|apartment|roof|tv",
        "burns": "is on fire|on fire|caught fire|has caught fire|in flames|burning down|is burning|just exploded|has exploded|exploded|is smoking|started smoking",
        "if": "if|in case|whenever|should i ever|what happens when|what to do when",
        "said": """
            the ~ is on fire | my ~ is on fire | our ~ is on fire | its on fire | caught fire | catching fire | full of smoke | filled with smoke | filling with smoke | tablets at once | pills at once | whole packet of pills | cable has come down | live cable | exposed wires
            gas is leaking | gas leaking | leaking gas | gas is escaping | have a gas leak | got a gas leak | is a gas leak | theres a gas leak
            gas leak in my | gas leak in the | gas leak at | gas leak help | there is a fire | theres a fire | fire in my | fire in the | house fire | we have a fire
            not breathing | isnt breathing | stopped breathing | cant breathe | cannot breathe | trouble breathing | struggling to breathe | hard to breathe | breathing funny
            unconscious | passed out | wont wake up | not waking up | collapsed on the | having a seizure | having a fit | heart attack
            having a stroke | chest pain | chest pains | pain in my chest | bleeding heavily | bleeding badly | is bleeding a lot | losing a lot of blood | throat is closing | throat is swelling | lips are swelling | face is swelling | tongue is swelling | anaphyla*
            dont want to live | do not want to live | want to die | wanna die | end my life | kill myself | killing myself | take my own life | suicid* | better off dead | hurt myself | harm myself | self harm
            overdose | overdosed | took too many | electric shock | got a shock off | got a shock from | electrocuted | been poisoned | live wire | carbon monoxide poisoning
            been stabbed | been shot | he has a knife | he has a gun | is drowning | fell from the | brakes failed | brakes have failed | brakes went on the | brakes dont work | other driver is bleeding
            someone is hurt | somebody is hurt | people are hurt | someone is injured | is badly hurt | life threatening | smells of burning | smell of burning | burning smell | smells like burning | sparking | is choking | choking on
        """,
        "calm": """
            how to prevent | deal is on fire | team is on fire | sale is on fire | on fire stick | fire tv | overdose of | spark plug* | sparking wine | sparking water | suicide prevention training | electric shock collar
            safe to use | gas smell detector | risk of electric shock | protect* against | want to die for | insured against | cover* against
        """,
    },
    "de": {
        "fell": "gestürzt|gefallen|zusammengebrochen|umgekippt|angefahren|hingefallen|umgefallen",
        "inert": "reagiert nicht|bewegt sich nicht|rührt sich nicht|blutet|nicht ansprechbar|wacht nicht|kommt nicht hoch|steht nicht auf",
        "hurts": "abstechen|erstechen|niederstechen|mich schlagen|schlägt mich|werde angegriffen|greift mich an|bedroht mich|verprügelt|nicht ansprechbar|zusammengebrochen|stark nach gas|starker gasgeruch",
        "smell": "riecht|riech|riechts|rieche|riechen|stinkt|stinkts|geruch|gestank",
        "gas": "gas|gasgeruch|nach gas|gasleitung",
        "smoke": "rauch|funken|flammen|qualm",
        "comes": "kommt|kommen|sprühen|sprüht|schlagen|steigt|steigen|dringt|quillt|aus der|aus dem",
        "swallowed": "verschluckt|geschluckt|getrunken|gegessen|gefressen",
        "thing": "knopfzelle|batterie|batterien|magnet|magnete|reiniger|bleiche|tabletten|gift|rattengift|putzmittel|frostschutz|spülmittel|tab",
        "trapped": "stecken|stecke|steckt|gefangen|eingeschlossen|sitzen|hängen",
        "inside": "aufzug|lift|fahrstuhl|im brennenden|in der sauna",
        "carbon": "co melder|kohlenmonoxid|co alarm|gasmelder|gaswarner|kohlenmonoxidmelder|feuermelder",
        "sounds": "schlägt alarm|alarm|piept ununterbrochen|piept dauernd|heult|geht los|ist losgegangen",
        "threatens": "droht|drohte|will|versucht|bedroht",
        "kill": "umzubringen|umbringen|zu töten|töten|mit dem messer|mit einem messer|mit mord",
        "water": "wasser",
        "electric": "sicherungskasten|steckdosen|in den strom|stromkasten",
        "item": "akku|handy|auto|wohnung|haus|küche|trockner|ladegerät|maschine|motor|ofen|keller|roller|laptop|batterie|kabel|steckdose|dach|gerät|toaster|fernseher",
        "burns": "brennt|brennen|in flammen|feuer gefangen|explodiert|fängt feuer|qualmt|schmort",
        "if": "wenn|falls|was tun bei|was mache ich bei",
        "said": """
            lichterloh | in flammen | feuer gefangen | voller rauch | voll rauch | alles voll qualm | tabletten auf einmal | tabletten genommen und | unter strom steht | steht unter strom | offenes kabel
            es brennt | hier brennt es | gas tritt aus | gas strömt aus | gasleck im | gasleck in | gasgeruch im | gasgeruch in | starker gasgeruch | atmet nicht | bekomme keine luft | bekommt keine luft | krieg keine luft | kriegt keine luft
            bewusstlos | ohnmächtig geworden | wacht nicht auf | herzinfarkt | schlaganfall | brustschmerzen | schmerzen in der brust | blutet stark | stark blutend | verblutet | lippen schwellen | zunge schwillt | hals schwillt
            will nicht mehr leben | nicht mehr leben | will sterben | bringe mich um | mich umbringen | mir das leben | suizid* | selbstmord* | stromschlag | stromschläge | überdosis | zu viele tabletten | vergiftet | kohlenmonoxidvergiftung | erstickt
            bremsen versagen | bremsen haben versagt | bremsen versagt | hat ein messer | schwer verletzt | lebensgefahr | riecht verbrannt | riecht verschmort | schmorgeruch | atemnot
        """,
        "calm": "schutz vor stromschlag | vor stromschlägen | preis brennt | licht brennt | lampe brennt nicht | kerze brennt | cd brennen | wenn es brennt | stromschlag schutz",
    },
    "fr": {
        "fell": "tombee|tombe|ecroule|ecroulee|effondre|renverse|renversee|chute",
        "inert": "ne reagit plus|reagit plus|reagit pas|ne repond plus|ne bouge plus|bouge plus|bouge pas|saigne|se releve pas|inerte",
        "hurts": "poignarder|me frappe|me bat|m agresse|m attaque|veut me tuer|me poursuit|s est effondre|s est effondree|s est ecroule",
        "smell": "sent|odeur|odeurs|sens|pue|puanteur",
        "gas": "gaz",
        "smoke": "fumee|etincelles|flammes",
        "comes": "sort|sortent|fait des|fait|s echappe|s echappent|jaillit|jaillissent|partout",
        "swallowed": "avale|avalee|ingere|bu|mange|ingurgite",
        "thing": "pile|piles|pile bouton|aimant|javel|lessive|comprimes|medicaments|poison|mort aux rats|capsule|antigel|produit menager",
        "trapped": "coinces|coince|coincee|bloques|bloque|bloquee|enfermes|enferme|enfermee",
        "inside": "dans l ascenseur|dans un ascenseur|dans votre ascenseur|dans le sauna",
        "carbon": "monoxyde|detecteur de monoxyde|detecteur co|alarme incendie|detecteur de gaz",
        "sounds": "sonne|hurle|s est declenche|se declenche|bipe sans arret",
        "threatens": "menace|menacent|veut|essaie",
        "kill": "de me tuer|me tuer|de nous tuer|de mort|avec un couteau|de me frapper",
        "water": "eau",
        "electric": "tableau electrique|compteur electrique|les prises",
        "item": "batterie|telephone|voiture|maison|appartement|cuisine|machine|chargeur|four|moteur|trottinette|ordinateur|appareil|prise|immeuble|pile|cable|toit|radiateur",
        "burns": "pris feu|en feu|prend feu|brule|en flammes|explose|a explose|fume",
        "if": "si|en cas|que faire quand|lorsque",
        "said": """
            pris feu | prend feu | en flammes | pleine de fumee | plein de fumee | cachets d un coup | comprimes d un coup | sous tension | cable denude
            au feu | il y a le feu | y a le feu | fuite de gaz dans | fuite de gaz chez | une fuite de gaz ici | respire plus | respire pas | arrive plus a respirer | arrive pas a respirer | du mal a respirer | peux plus respirer
            inconscient | inconsciente | perdu connaissance | se reveille pas | crise cardiaque | infarctus | douleur dans la poitrine | douleurs a la poitrine | saigne beaucoup | saigne enormement | levres gonflent | gorge gonfle | langue gonfle
            plus envie de vivre | veux plus vivre | veux mourir | envie de mourir | me suicider | suicid* | en finir avec la vie | mettre fin a mes jours | electrocut* | decharge electrique | choc electrique | pris le courant | pris une chatai*
            overdose | surdose | empoisonn* | intoxication au monoxyde | freins ont lache | freins lachent | plus de freins | a un couteau | gravement blesse | danger de mort | s etouffe | odeur de brule | sent le brule
        """,
        "calm": "protection contre | si je sens | en cas d | chauffage au gaz | prix du gaz | assure contre | couvert contre | risque d electrocution",
    },
    "es": {
        "fell": "caido|caida|cayo|desplomado|desplomo|atropellado|atropello|atropellada",
        "inert": "no responde|no reacciona|no se mueve|sangra|sangrando|no se levanta|inconsciente|no despierta",
        "hurts": "apunalarme|apunalar|me esta pegando|me pega|me ataca|me atacan|quiere matarme|me persigue|se ha desplomado|se desplomo",
        "smell": "huele|olor|huelo|apesta|peste|tufo|oliendo",
        "gas": "gas",
        "smoke": "humo|chispas|llamas|chispazos",
        "comes": "sale|salen|saliendo|echa|suelta|saltan|por todas partes",
        "swallowed": "tragado|trago|bebido|bebio|comido|comio|ingerido|ingirio",
        "thing": "pila|pilas|iman|imanes|lejia|detergente|pastillas|veneno|matarratas|anticongelante|capsula|bateria de boton|cloro",
        "trapped": "atrapados|atrapado|atrapada|atrapadas|encerrados|encerrado|encerrada|quedado en",
        "inside": "en el ascensor|en un ascensor|en el elevador|ascensor|elevador",
        "carbon": "monoxido|alarma de monoxido|detector de monoxido|alarma de gas|alarma de incendios",
        "sounds": "sonando|suena|pitando|no para de pitar|ha saltado|salto la",
        "threatens": "amenaza|amenazado|amenazando|quiere|intenta",
        "kill": "matarme|matarnos|matar|de muerte|con un cuchillo|pegarme",
        "water": "agua",
        "electric": "cuadro electrico|caja de fusibles|los enchufes|cuadro de luz",
        "item": "bateria|telefono|movil|coche|carro|casa|piso|cocina|lavadora|cargador|horno|motor|patinete|portatil|aparato|enchufe|edificio|tejado|secadora|cable|calentador",
        "burns": "prendido fuego|se prendio|ardiendo|en llamas|arde|incendiado|incendio|se quema|se esta quemando|exploto|ha explotado|echando humo|prendio fuego|fuego",
        "if": "si|en caso|que hago cuando|cuando",
        "said": """
            prendido fuego | en llamas | llena de humo | lleno de humo | pastillas de golpe | pastillas a la vez | cable con corriente | cable pelado
            hay un incendio | hay fuego | fuga de gas en | hay una fuga de gas | tengo una fuga de gas | escape de gas | no respira | no puedo respirar | no puede respirar | me cuesta respirar | me ahogo | se ahoga | se esta ahogando | dejo de respirar
            inconsciente | desmayado | se ha desmayado | se desmayo | no despierta | infarto | ataque al corazon | dolor en el pecho | sangra mucho | sangrando mucho | se desangra | labios hinchados | se me hincha la | se le hincha la
            no quiero vivir | ya no quiero vivir | quiero morir | quiero morirme | matarme | suicid* | quitarme la vida | acabar con mi vida | electrocut* | dado la corriente | descarga electrica | calambrazo | me dio la corriente | dio corriente
            sobredosis | envenenad* | intoxicacion por monoxido | se quedo sin frenos | sin frenos | fallaron los frenos | fallan los frenos | tiene un cuchillo | gravemente herido | peligro de muerte | huele a quemado | olor a quemado
        """,
        "calm": "si huele | si huelo | proteccion contra | contra incendios | cubre incendio | riesgo de descarga | seguro de | cubre el | precio del gas",
    },
    "it": {
        "fell": "caduta|caduto|crollata|crollato|investita|investito|accasciata|accasciato",
        "inert": "non risponde|non reagisce|non si muove|sanguina|non si alza|non si sveglia|incosciente",
        "hurts": "accoltellarmi|accoltellare|mi picchia|mi sta picchiando|mi aggredisce|vuole uccidermi|mi insegue|si e accasciato|si e accasciata",
        "smell": "odore|puzza|sento|puzzo",
        "gas": "gas",
        "smoke": "fumo|scintille|fiamme",
        "comes": "esce|escono|uscendo|fa|fanno|sprizzano|ovunque",
        "swallowed": "ingoiato|ingoiata|bevuto|mangiato|ingerito|inghiottito",
        "thing": "pila|pile|batteria|calamita|magnete|candeggina|detersivo|pastiglie|pillole|veleno|antigelo|capsula|topicida",
        "trapped": "bloccati|bloccato|bloccata|intrappolati|intrappolato|intrappolata|chiusi|chiusa|chiuso",
        "inside": "ascensore|sauna",
        "carbon": "monossido|rilevatore di monossido|allarme gas|allarme antincendio",
        "sounds": "suona|suonando|scattato|allarme|fischia",
        "threatens": "minaccia|minacciato|minacciando|vuole",
        "kill": "uccidermi|di uccidermi|ammazzarmi|di morte|con un coltello|picchiarmi",
        "water": "acqua",
        "electric": "quadro elettrico|le prese|contatore della luce",
        "item": "batteria|telefono|cellulare|auto|macchina|casa|appartamento|cucina|lavatrice|caricatore|forno|motore|monopattino|computer|apparecchio|presa|palazzo|tetto|asciugatrice|cavo|quadro elettrico",
        "burns": "preso fuoco|prende fuoco|in fiamme|brucia|bruciando|va a fuoco|a fuoco|esplosa|esploso|e esplosa",
        "if": "se|in caso|quando",
        "said": """
            preso fuoco | in fiamme | piena di fumo | pieno di fumo | pillole insieme | pastiglie insieme | sotto tensione | cavo scoperto
            c e un incendio | al fuoco | fuga di gas in | perdita di gas in | c e una fuga di gas | c e una perdita di gas | non respira | non riesco a respirare | non riesce a respirare | mi manca il respiro | faccio fatica a respirare | sta soffocando
            privo di sensi | priva di sensi | e svenuto | e svenuta | svenuto | svenuta | non si sveglia | infarto | dolore al petto | perde molto sangue | sanguina molto | labbra gonfie | lingua gonfia | si gonfia la
            non voglio piu vivere | voglio morire | uccidermi | suicid* | farla finita | togliermi la vita | preso la scossa | presa la scossa | scossa elettrica | folgorat* | prendo la scossa
            overdose | avvelenat* | intossicazione da monossido | freni non funzionano | freni rotti | senza freni | freni hanno ceduto | ha un coltello | gravemente ferito | pericolo di vita | odore di bruciato | puzza di bruciato
        """,
        "calm": "se sento odore | se sento puzza | protezione contro | copre incendio | assicurazione | rischio di scossa | prezzo del gas",
    },
}  # fmt: skip
