"""Italian."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "nth": "terza volta|quarta volta|quinta volta|decima volta|ennesima volta",
    "write": "scrivo|chiedo|chiamo|spiego|devo|contatto|che ve lo dico|che lo dico",
    "worst": "peggior|peggiore|peggiori",
    "ever": "della mia vita|di sempre|che abbia mai|mai visto|del mondo|in assoluto",
    "hurry": "serve|servono|bisogno|voglio",
    "today": "risposta oggi|soluzione oggi|per oggi|entro stasera",
    "introduce": "introdurre|introdurlo|adottare|adottarlo|estendere",
    "offer": "offerta per|preventivo per|offerta di|offerta su",
    "sites": "hotel|negozi|filiali|ristoranti|sedi|uffici|dipendenti|cliniche",
    "buy": "ci servono|mi servono|abbiamo bisogno di|vogliamo|vorremmo|ordinare|comprare|acquistare|cerchiamo",
    "price_of": "prezzo per|prezzi per|offerta per|costo per",
    "for_our": "per il nostro|per la nostra|per i nostri|per le nostre|per il mio|per la mia",
    "new": "nuovo|nuova|nuovi",
    "our": "nostro|nostra|mio",
    "firm": "ufficio|uffici|hotel|azienda|ditta|scuola|ristorante|studio|team|dipendenti|personale|filiali|negozi",
    "heads": "dipendenti|utenti|postazioni|scrivanie|camere|furgoni|telefoni|linee|licenze|persone|negozi",
    "help": "aiuto di|aiuto da|assistenza di|intervento di",
    "available": "disponibile|disponibili|libero|in linea",
    "phone": "al telefono|in linea|telefonicamente",
    "talked": "ho parlato|avevo parlato|ho chiamato",
    "anyone": "qualcuno",
    "reach_me": "contattarmi|chiamarmi|richiamarmi|mi contatti|mi chiami|mi puo contattare",
    "team": "team|squadra|vostro team|assistenza|staff",
    "who": "con chi|a chi",
    "aid": "agente|aiuto|assistenza|supporto|operatore|persona|consulente|contatto|assistente|servizio",
    "real": "umano|umana|reale|vero|vera|in carne e ossa",
    "talk": "trasferiscimi|trasferitemi|trasferisci|trasferire|collegami|collegatemi|connettimi|connettetemi|passami|passatemi|mettimi|chiamare|parli|parlo|parlare|conversare|chattare|contattare|contatta|contattatemi|discutere|interagire|parlare|parlo|parla|parlarne|contattare|contatta|contattate|contatto|chattare|trasferire|trasferisci|trasferitemi|collegare|"
    "collegami|mettermi in contatto|mettetemi|passare|passami|passatemi|mi passi|comunicare|conversare|sentire|raggiungere|interagire",
    "person": "capo|umano|umana|umani|persona|persone|qualcuno|qualcun altro|operatore|operatrice|operatori|agente|agenti|rappresentante|responsabile|"
    "supervisore|manager|direttore|consulente|addetto|addetta|dipendente|assistenza|servizio clienti|servizio cliente|assistenza clienti|"
    "supporto|tecnico|commerciale|reception|capo|ufficio|collega|team",
    "human": "umano|umana|umani|persona|operatore|operatrice|agente|rappresentante|responsabile|supervisore|consulente|manager|servizio clienti|"
    "servizio umano|aiuto umano|assistenza umana|supporto umano|persona reale|persona vera|essere umano|assistenza clienti|qualcun altro|addetto",
    "small": "con un uno una a al alla il lo la i gli le di del della dei vero vera e proprio reale reali per favore mi che qualche altro altra "
    "subito direttamente vostro vostra tuo tua manuale in carne ossa",
    "stop": "su sul sulla ma bot robot macchina soldi pagamento ordine per",
    "want": "voglio|vorrei|bisogno|dammi|datemi|mi serve|c e|ci sono|preferisco|esigo|desidero|posso avere|passami|passatemi|chiedo|cerco|avete|mi dia",
    "dont": "non|mai|senza|basta|stufo di",
    "dont_want": "non voglio|non ho bisogno|non mi serve|non serve|non vorrei|non desidero|senza|non c e bisogno",
    "bot": "bot|robot|macchina|macchine|chatbot|computer|risponditore|ia|automa",
    "are_you": "sei|siete|e lei|lei e|tu sei|sto parlando con|parlo con|questo e|e questo|se sei",
    "no": "non|davvero|proprio|forse",
    "ask_hours": "a che ora|quali sono gli orari|orari|orario|qual e il numero|quando e",
    "someone": "qualcuno puo|qualcuno potrebbe|puo qualcuno|potete|puoi|potreste|potresti|per favore|vorrei che",
    "call_me": "chiamarmi|richiamarmi|mi chiama|mi chiami|mi richiami|chiamatemi|richiamatemi|contattarmi|telefonarmi|chiamami|richiamami",
    "count": "1|2|3|4|5|6|7|8|due|tre|quattro|cinque|sei|per|ogni",
    "other_trade": "prima|terza|stessa|altra",
    "human_noun": "immobiliare|di viaggio|assicurativo|a tavola|per camera|giuridica|fisica",
}

PHRASES = {
    "whether_bot": """
        chi sei | chi è lei | con chi parlo | con chi sto parlando | sto parlando con un <bot>
        parlo con un <bot> | sei un <bot> o una <human> | sei reale
    """,
    "ask": """
        carne e ossa | discuterne con - <person> | farmi richiamare | farmi chiamare
        mi dia il suo <person> | che un umano | che un operatore | mi dia un <person>
        chiamatemi | chiamami | mi chiami | fatemi chiamare | fatemi richiamare | qualcuno mi chiami
        c e nessuno | c e qualcuno | qualcuno che mi aiuti | qualcuno che possa aiutarmi | qualcuno puo aiutarmi | richiamatemi | potete richiamarmi | essere richiamato | essere richiamata | voglio essere ricontattato | mi faccia parlare | fatemi parlare | fammi parlare | mettetemi in contatto | mi metta in contatto | mi passi ~ <person> | passami ~ <person> | un umano per favore | vero e proprio umano | persona vera | persona reale | assistente reale | operatore reale
        persona reale | persona vera | vera persona | vero umano | essere umano | aiuto umano | servizio umano | assistenza umana | operatore umano
        qualcuno con cui <talk> | persona che posso <talk> | persona con cui ~ <talk> | richiamatemi | richiamami | chiamatemi | essere richiamato
        essere ricontattato | c e qualcuno | parlare con qualcuno | vostro responsabile | tuo superiore | suo superiore | passami | passatemi
        mi passi | mettetemi in contatto | servizio clienti manuale | non voglio ~ <bot> | stufo ~ <bot> | trasferitemi | mi metta in contatto
    """,
    "veil": "parlare di | parlare del | sto parlando con ~ <person> | parlo con - <person> | persone per | due persone | per # persone | numero di persone | soldi a qualcuno | "
    "agente immobiliare | in persona",
    "cry": "assistenza|supporto|responsabile|consulente|servizio clienti|umano|operatore|operatrice|agente|persona|rappresentante|responsabile|servizio clienti|assistenza clienti|servizio umano|supervisore|qualcuno|persona reale|"
    "persona vera|consulente|assistenza|supporto",
    "polite": "per cortesia|cortesia|grazie|per favore|per piacere|perfavore|adesso|ora|subito|ciao|salve|un|una|il|vero|vera|voglio|si|no|ok|urgente",
    "yes": "si|si grazie|certo|va bene|ok|d accordo|per favore|volentieri|si per favore|certamente",
    "no": "no|no grazie|non ora|non ancora",
    "opening": "ho una domanda|avrei una domanda|una domanda|mi può aiutare|mi puoi aiutare|può aiutarmi|puoi aiutarmi|ho bisogno di aiuto|ho bisogno d aiuto|ho un problema",
    "hello": "ciao|buongiorno|buonasera|salve|buon giorno|buona sera|come stai|come va|hey",
    "thanks": "grazie|grazie mille|molte grazie|perfetto|ottimo|ti ringrazio|la ringrazio|fantastico|gentilissimo|per l aiuto|utile|molto|"
    "è stato perfetto|è stato utile|capito|buono a sapersi",
    "bye": "arrivederci|a presto|buona giornata|buona serata|ciao|addio|e tutto",
    "subject:refund": "rimbors* | soldi indietro | restituzione del denaro",
    "action:refund": "voglio - rimborso | vorrei - rimborso | voglio essere rimbors* | rimborsatemi | il mio rimborso | mio rimborso | miei soldi | soldi indietro | ridatemi | restituitemi | "
    "chiedo - rimborso | esigo - rimborso | dove e il mio rimborso | non ho ricevuto ~ rimborso | rimborsarmi | bisogno ~ rimborso",
    "subject:complaint": "reclam* | lament*",
    "action:complaint": "fare un reclamo | fare reclamo | presentare un reclamo | sporgere reclamo | il mio reclamo | mio reclamo | voglio lamentarmi | e inaccettabile | inaccettabile | vergognoso | "
    "pessimo servizio | servizio pessimo | recensione negativa | maleducato | maleducata | ho un reclamo",
    "subject:legal": "legal* | avvocat* | tribunale | termini e condizioni",
    "action:legal": "mio avvocato | mia avvocata | vi denuncio | denuncia | azioni legali | azione legale | fare causa | vi faccio causa | vie legali | in tribunale | diffida | associazione consumatori | per avvocato",
    "subject:medical": "medic* | dosaggio | ricetta | effetti collaterali | gravidanza | incinta | allergi*",
    "action:medical": "reazione allergica | dolore al petto | non riesco a respirare | mi sento male | sono stato male | sono stata male | overdose | suicid* | miei sintomi | mio medico | posso prendere | devo prendere | "
    "eruzione cutanea | intossicazione | mi sono ferito | mia ricetta | in gravidanza",
    "subject:billing_dispute": "addebit* | fattur* | commissioni | bollett*",
    "action:billing_dispute": "addebitato due volte | addebitata due volte | addebitati due volte | doppio addebito | addebito doppio | importo sbagliato | importo errato | addebito non autorizzato | non riconosco | contesto | contestare | contestazione | "
    "mi avete addebitato | e stato addebitato | mi hanno addebitato | fattura sbagliata | fattura errata | fattura e sbagliata | errore ~ fattura | pagato due volte | continuate ad addebitare | due volte sulla carta | addebito sconosciuto",
    "subject:cancellation": "annull* | cancellare | cancellazione | cancellate | cancello | disdett* | disdire | recess*",
    "action:cancellation": "voglio annullare | vorrei annullare | voglio cancellare | vorrei cancellare | voglio disdire | vorrei disdire | annullare il mio | annullare la mia | annullate | cancellare il mio | cancellare la mia | "
    "disdire il | chiudere il mio conto | chiudere il mio account | mia disdetta | annullare l ordine | bisogno di annullare | devo annullare | devo disdire",
    "subject:discount": "scont* | coupon | codice promozionale | buono",
    "action:discount": "fatemi - sconto | voglio - sconto | vorrei - sconto | mi fate - sconto | prezzo migliore | abbassare il prezzo | mio codice | codice non funziona | risarcimento | indennizzo | mio sconto | mio buono",
    "subject:account_ownership": "intestatari* | titolare | intestazione",
    "action:account_ownership": "cambiare - intestatario | cambio intestatario | cambio di intestatario | trasferire - account | trasferire il conto | a mio nome | deceduto | deceduta | morto | eredita | procura | per conto di | "
    "non ho piu accesso alla mia mail | voltura | subentro",
    "subject:privacy": "privacy | dati personali | gdpr | protezione dei dati",
    "action:privacy": "cancellare i miei dati | cancellate i miei dati | eliminare i miei dati | eliminate i miei dati | eliminare il mio account | cancellare il mio account | copia dei miei dati | diritto all oblio | "
    "quali dati avete su di me | condiviso i miei dati | revocare il consenso",
    "subject:security": "sicur* | phishing | hacker* | crittograf*",
    "action:security": "stato hackerato | hackerato | hackerata | violato | qualcuno e entrato | rubato | rubata | rubati | frode | truffa* | truffat* | accesso non autorizzato | attivita sospetta | accesso sospetto | bloccare la carta | "
    "bloccate la | furto di identita | non sono stato io | bloccare la mia | violazione dei dati",
    "about": "qual e | quali sono | quanto | quanti | quanta | come | dove | quando | politica | condizioni | regole | offrite | avete | ci sono | c e | cosa succede | informazioni | spiegare | che cos e | e sicuro | in quanto tempo | fate | accettate",
    "may": "posso | potrei | e possibile | si puo | ho diritto | devo | potete",
    "mine": "mio|mia|miei|mie|questo ordine|ho pagato|ho comprato|voglio|vorrei|sono stato|ora|subito|ancora|rotto|danneggiato|eccezione",
    "how_to": "come | quanto tempo | qual e | quali sono | cosa succede | offrite | avete | dove posso | politica | in quanto tempo",
    "declined": "non voglio | non ho bisogno | non cerco | non vorrei",
    "distress:strong": "bugiardi | al diavolo | siete dei ladri | "
    "cazzo | merda | furioso | furiosa | incazzat* | vergogna* | ladri | truffatori | imbecill* | idiot* | stupido | stupida | stupidi | schifo | disperat* | mai piu | non ne posso piu | sono stufo | sono stufa | stanco di voi | presa in giro | inaccettabile | vaffanculo",
    "distress:mild": "incubo | perdo la pazienza | "
    "deludente | cosi complicato | che casino | "
    "arrabbiat* | delus* | frustra* | fastidi* | ridicol* | terribile | perdita di tempo | insoddisfatt* | ancora in attesa | inutile | pessimo | confus* | seccat*",
    "unhurried": "non e urgente | niente di urgente | senza fretta | nulla di urgente",
    "urgency": "non puo aspettare | sito e fermo | e offline | partiamo stasera | clienti in attesa | clienti aspettano | "
    "urgent* | urgenza | emergenza | al piu presto | il prima possibile | immediatamente | subito | non riesco ad accedere | non riesco a entrare | bloccato fuori | account bloccato | entro oggi | rubat*",
    "buying": "preventivo | grande ordine | ordine all ingrosso | all ingrosso | per la nostra azienda | per la mia azienda | piano aziendale | enterprise | una demo | # licenze | # utenti | # pezzi | # unita | ufficio commerciale | con un commerciale",
    "still": "ancora | sempre",
    "stuck": "non funziona | non ha funzionato | ancora non | gia provato | non aiuta | non mi aiuta | stessa risposta | stessa cosa | non e quello che ho chiesto | non hai capito | non capisci | gia detto | non ha risolto | non mi e utile",
    "secret": "mia password e | password e | mio pin e | la password e | mio codice e",
    "identity": "codice fiscale | numero di passaporto | carta d identita | mio passaporto",
    "health": "sono incinta | sono diabetic* | ho il diabete | ho un tumore | mia diagnosi | mia malattia | sono disabil* | mia disabilit* | figlio disabil* | figlia disabil* | madre disabil* | padre disabil* | mia depressione",
}

LEXICON = Lexicon(
    language="it",
    groups=GROUPS,
    phrases=PHRASES,
    keys="operatore umano persona parlare rimborso annullare disdire reclamo",
    known="personale persone umani umana parlate annullate",
)
