"""French."""

from baton.core.lexicon.shape import Lexicon

GROUPS = {
    "nth": "troisieme fois|quatrieme fois|cinquieme fois|dixieme fois|enieme fois",
    "write": "j ecris|je demande|j appelle|je vous|j explique|je dois|je contacte",
    "worst": "pire|pires",
    "ever": "de ma vie|que j ai vu|que j aie vu|jamais vu|du monde|de tous les temps",
    "hurry": "besoin|il me faut|il nous faut|je veux",
    "today": "reponse aujourd hui|solution aujourd hui|avant ce soir|d ici ce soir|pour aujourd hui",
    "introduce": "installer|deployer|mettre en place|equiper",
    "offer": "offre pour|devis pour|offre de|une offre sur",
    "sites": "hotels|magasins|agences|boutiques|restaurants|bureaux|employes|salaries|sites",
    "buy": "il nous faut|il me faut|avons besoin de|ai besoin de|besoin de|voulons|souhaitons|commander|acheter|"
    "équiper|cherchons",
    "price_of": "prix pour|tarif pour|tarifs pour|offre pour|prix de",
    "for_our": "pour notre|pour nos|pour mon|pour mes|dans notre|pour l",
    "new": "nouveau|nouveaux|nouvelle|nouvel",
    "our": "notre|nos|mon",
    "firm": "bureau|bureaux|hôtel|entreprise|société|école|restaurant|cabinet|équipe|employés|salariés|personnel|"
    "agences|magasins|collaborateurs",
    "heads": "employés|salariés|collaborateurs|utilisateurs|postes|bureaux|chambres|véhicules|téléphones|lignes|"
    "licences|personnes|magasins",
    "help": "aide d|aide de|assistance d|intervention d|soutien d",
    "available": "disponible|disponibles|libre|en ligne",
    "phone": "au telephone|en ligne|par telephone",
    "talked": "ai parle|avons parle|j ai parle|ai discute|ai eu",
    "anyone": "quelqu un",
    "reach_me": "me contacter|me rappeler|m appeler|me joindre|me rappelle|m appelle|me contacte",
    "team": "equipe|votre equipe|support|service client|service|l equipe",
    "who": "a qui|avec qui",
    "aid": "agent|aide|assistance|support|conseiller|interlocuteur|contact|personne|representant|operateur|soutien",
    "real": "humain|humaine|humains|reel|reelle|vrai|vraie|en direct",
    "talk": "mis en contact|contact avec|mettre en contact|joindre|transferez moi|transférer|redirigez moi|basculer|parlons|parlerais|discuter|echanger avec|parler|parle|parlez|discuter|contacter|contactez|joindre|transferer|transferez|transfere|connecter|connectez|passer|passez|"
    "passe|mettre en relation|mettez|mets|echanger|dialoguer|communiquer|contact|avoir|rediriger|redirigez|converser|aide de",
    "person": "humain|humaine|humains|personne|personnes|quelqu un|agent|agents|conseiller|conseillere|conseillers|operateur|operatrice|"
    "representant|responsable|superviseur|manager|directeur|gerant|employe|service client|service clients|service a la clientele|"
    "support|assistance|technicien|equipe|reception|collegue|commercial|interlocuteur|vrai personne|chef|superieur|expert|teleconseiller",
    "human": "humain|humaine|humains|personne reelle|vraie personne|personne|conseiller|conseillere|agent|operateur|operatrice|representant|"
    "responsable|superviseur|manager|service client|service humain|aide humaine|assistance humaine|quelqu un d autre|interlocuteur|"
    "service a la clientele|personnes reelles|etre humain|agent humain",
    "small": "a un une de d des du au avec le la les l vrai vraie vrais reel reelle votre vos en s il vous plait svp chair et os moi "
    "autre bien direct directement ici par avoir",
    "stop": "sur mais bot robot machine argent paiement commande pour",
    "want": "veux|voudrais|veut|souhaite|besoin|aimerais|donnez moi|donne moi|donnez|passez moi|passe moi|prefere|exige|y a t il|est ce qu il y a|"
    "il y a|y at il|est il|demande|puis je avoir|je peux avoir|cherche|mettez moi",
    "dont": "pas|plus|jamais|marre de|assez de|sans",
    "dont_want": "pas besoin|ne veux pas|veux pas|inutile de|ne souhaite pas|plus besoin|sans|aucun besoin",
    "bot": "bot|robot|robots|machine|machines|chatbot|ia|ordinateur|repondeur|automate",
    "are_you": "es tu|etes vous|tu es|vous etes|est ce que tu es|est ce que vous etes|c est|est ce|suis je|je parle a|parle je|si vous etes|t es",
    "no": "pas|vraiment|bien|que",
    "ask_hours": "a quelle heure|quels sont les horaires|horaires|quel est le numero|quand est",
    "someone": "quelqu un peut|quelqu un pourrait|peut on|pouvez vous|pourriez vous|peux tu|est ce que quelqu un peut|faites|merci de|svp|veuillez|qu on",
    "call_me": "m appeler|me rappeler|me contacter|me telephoner|rappelez moi|appelez moi|rappeler|me joindre|me rappelle|m appelle",
    "count": "1|2|3|4|5|6|7|8|deux|trois|quatre|cinq|six|par|chaque|seule",
    "other_trade": "premiere|troisieme|autre|meme|tierce|assurance",
    "human_noun": "immobilier|de voyage|d assurance|a table|par chambre|a mobilite|morale|physique|secret",
}

PHRASES = {
    "whether_bot": """
        qui êtes vous | qui es tu | est ce que je parle à un <bot> | je parle à un <bot>
        est ce que tu es un <bot> | est ce que vous êtes un <bot> | vous êtes un <bot> | tu es un <bot>
        êtes vous un <bot> ou un <human>
    """,
    "ask": """
        chair et en os | chair et os | avec un de vos collaborateurs | avec l un de vos collaborateurs | avec un de vos <person> | avec l un de vos <person>
        de l aide d une personne | aide d une vraie personne | quelqu un au telephone
        qu un humain | qu une personne | qu un conseiller | qu un agent | donnez moi votre <person>
        appelez moi | appelle moi | rappelez moi | contactez moi | joignez moi | me mettre en contact | mis en contact avec ~ <person> | discuter avec <person>
        quelqu un peut m aider | quelqu un pour m aider | quelqu un peut il m aider | quelqu un de reel | parler a qqn | parler avec qqn | qqn | rappel telephonique | qu on me rappelle | que quelqu un m appelle | un vrai humain | un vrai conseiller | a un etre humain | etre mis en relation | mise en relation | etre transfere | passer un <person> | joindre un <person> | un humain svp
        vraie personne | personne reelle | vrai humain | vrais humains | etre humain | agent humain | aide humaine | service humain
        service client <talk> | quelqu un a qui <talk> | personne a qui <talk> | personne que je peux <talk> | rappelez moi | rappelle moi
        etre rappele | etre rappelee | on me rappelle | y a quelqu un | il y a quelqu un | parler a quelqu un | votre responsable
        votre superieur | votre manager | mettez moi en relation | mettre en relation | passez moi | passe moi ~ <person> | transferez moi
        marre ~ <bot> | pas parler a <bot> | pas parler a un <bot> | en ligne avec ~ <person> | besoin ~ service ~ clientele | demande de rappel
    """,
    "veil": "combien coute ~ <person> | parler de | suis je ~ <person> | est ce que je parle ~ <person> | personnes pour | deux personnes | pour # personnes | nombre de personnes | "
    "a une autre personne | argent a quelqu un | agent immobilier | personne n | personne ne | en personne | pas besoin d ~ <person>",
    "cry": "humain|agent|conseiller|conseillere|personne|operateur|representant|service client|service clients|service a la clientele|responsable|"
    "superviseur|quelqu un|vraie personne|manager|support|aide humaine|un humain",
    "polite": "s il vous plait|svp|stp|s il te plait|maintenant|vite|bonjour|un|une|le|la|vrai|vraie|je|veux|oui|non|ok|tout de suite|urgent|allo",
    "yes": "oui|oui s il vous plait|oui merci|d accord|ok|bien sur|volontiers|avec plaisir|ouais|je veux bien|svp|allez y",
    "no": "non|non merci|pas maintenant|ca ira|pas encore",
    "opening": "j ai une question|j aurais une question|une question|petite question|pouvez vous m aider|peux tu m aider|pourriez vous m aider|j ai besoin d aide|besoin d aide|j ai un probleme|puis je poser une question",
    "hello": "bonjour|salut|bonsoir|coucou|hello|bonjour a vous|comment allez vous|ca va|comment ca va|allo",
    "thanks": "merci|merci beaucoup|merci bien|parfait|super|genial|c est parfait|je vous remercie|mille mercis|top|excellent|pour votre aide|tres utile|"
    "c etait parfait|c etait super|compris|c est note|bon a savoir",
    "bye": "au revoir|a bientot|bonne journee|bonne soiree|salut|a plus|ciao|c est tout",
    "subject:refund": "rembours*",
    "action:refund": "veux - rembours* | veux etre rembours* | je veux ~ rembours* | voudrais - rembours* | remboursez moi | mon remboursement | mon argent | rendez moi | "
    "demande - remboursement | exige - remboursement | me rembourser | etre rembourse | etre remboursee | toujours pas ~ rembours* | souhaite - rembours* | ou est mon remboursement",
    "subject:complaint": "plainte* | reclamation* | plaindre",
    "action:complaint": "me plaindre | deposer une plainte | porter plainte | faire une reclamation | ma reclamation | ma plainte | c est inadmissible | inadmissible | inacceptable | "
    "scandaleux | honteux | pire service | tres mal recu | malpoli | une reclamation a | mauvais avis",
    "subject:legal": "juridique* | avocat* | legal* | tribunal | conditions generales",
    "action:legal": "mon avocat | mon avocate | poursuivre en justice | vous poursuivre | action en justice | actions en justice | mise en demeure | saisir le tribunal | au tribunal | "
    "repression des fraudes | dgccrf | ufc que choisir | engager des poursuites | attaquer en justice | mediateur",
    "subject:medical": "medic* | dosage | ordonnance | effets secondaires | enceinte | allergi*",
    "action:medical": "reaction allergique | douleur a la poitrine | douleurs a la poitrine | mal a respirer | je me sens mal | tombe malade | surdose | suicid* | mes symptomes | "
    "mon medecin | puis je prendre | dois je prendre | eruption cutanee | intoxication | je suis blesse | mon ordonnance | mon traitement | pendant la grossesse",
    "subject:billing_dispute": "prelevement* | facture* | facturation | frais | debit*",
    "action:billing_dispute": "debite deux fois | debitee deux fois | preleve deux fois | prelevee deux fois | facture deux fois | facturee deux fois | double prelevement | double debit | "
    "double facturation | montant incorrect | mauvais montant | trop percu | facture trop | prelevement non autorise | ne reconnais pas | conteste | contester | m avez preleve | "
    "m avez debite | m avez facture | ai ete debite | ai ete preleve | ai ete debitee | ai ete facture | facture est fausse | facture incorrecte | erreur ~ facture | paye deux fois | toujours preleve | "
    "deux fois sur ma carte",
    "subject:cancellation": "annul* | resili* | desabonn*",
    "action:cancellation": "veux annuler | voudrais annuler | souhaite annuler | veux resilier | voudrais resilier | souhaite resilier | annuler ma | annuler mon | annulez | resilier mon | "
    "resiliez | fermer mon compte | cloturer mon compte | me desabonner | mettre fin a mon | ma resiliation | besoin d annuler | annuler cette | j ai deja resilie",
    "subject:discount": "remise* | reduction* | code promo* | bon d achat | rabais | promotion*",
    "action:discount": "faites moi - remise | veux - remise | voudrais - remise | une remise pour moi | faire un geste | geste commercial | meilleur prix | baisser le prix | mon code promo | "
    "code ne fonctionne pas | code ne marche pas | dedommagement | indemni* | accordez moi | veux - reduction | voudrais - reduction | ma reduction",
    "subject:account_ownership": "titulaire* | proprietaire du compte",
    "action:account_ownership": "changer - titulaire | changement de titulaire | transferer - compte | a mon nom | decede | decedee | deces | heritage | procuration | au nom de | "
    "plus acces a mon adresse | plus acces a mon email | succession",
    "subject:privacy": "confidentialite | donnees personnelles | rgpd | protection des donnees",
    "action:privacy": "supprimer mes donnees | supprimez mes donnees | effacer mes donnees | effacez mes donnees | supprimer mon compte | supprimez mon compte | copie de mes donnees | "
    "droit a l oubli | droit d acces | quelles donnees ~ sur moi | partage mes donnees | vendu mes donnees | retirer mon consentement",
    "subject:security": "securit* | securise* | phishing | pirat* | hack* | chiffr*",
    "action:security": "ete pirate | ete piratee | compte pirate | est pirate | pirate mon | quelqu un s est connecte | quelqu un a utilise | vole | volee | fraude | arnaque* | escroqu* | acces non autorise | "
    "activite suspecte | connexion suspecte | bloquer ma carte | bloquez ma carte | opposition | fuite de donnees | usurpation | ce n est pas moi | bloquer mon compte",
    "about": "quel est | quelle est | quels sont | quelles sont | combien | comment | ou puis je | ou trouver | quand | est ce que vous | politique* | conditions | regles | offrez vous | proposez vous | "
    "avez vous | y a t il | que se passe | informations | expliquer | expliquez | qu est ce | en quoi | est il securise | delai* | faites vous | acceptez vous",
    "may": "puis je | est ce que je peux | je peux | est il possible | peut on | ai je droit | dois je | pouvez vous",
    "mine": "mon|ma|mes|cette commande|ce prelevement|j ai|je veux|je voudrais|je suis|maintenant|tout de suite|toujours pas|casse|abime|defectueux|exception|moi",
    "how_to": "comment | quel est le delai | quels sont | quelle est votre | quelles sont | combien de temps | que se passe | proposez vous | offrez vous | avez vous | ou puis je | politique* | delai*",
    "declined": "ne veux pas | veux pas | pas besoin | ne souhaite pas | ne cherche pas",
    "distress:strong": "menteurs | allez au diable | vous mentez | bande de | "
    "putain | merde | furieux | furieuse | connard* | honte a vous | voleurs | escrocs | arnaque* | ras le bol | marre de vous | j en ai marre | scandaleux | honteux | nul a chier | inadmissible | "
    "desespere | desesperee | idiot* | debile* | plus jamais | degueulasse | je craque | a bout | foutez de moi | moquez de moi",
    "distress:mild": "cauchemar | perds patience | "
    "pas terrible | si complique | quel bazar | "
    "agace* | enerv* | decu* | decevant | frustr* | ridicule | mecontent* | en colere | terrible | perte de temps | perdre mon temps | toujours en attente | inutile | penible | nul | mauvais service | confus",
    "unhurried": "rien d urgent | pas urgent | pas pressé | n est pas urgent",
    "urgency": "peut pas attendre | hors ligne | on part ce soir | nous partons ce soir | clients attendent | "
    "urgent* | urgence | au plus vite | le plus vite possible | des que possible | immediatement | tout de suite | ne peux pas me connecter | plus me connecter | compte bloque | bloque | panne | aujourd hui meme | vole",
    "buying": "devis | grosse commande | commande en gros | prix de gros | offre entreprise | pour notre entreprise | pour mon entreprise | enterprise | une demo | une demonstration | demonstration produit | # licences | # utilisateurs | # unites | # postes | service commercial | "
    "parler a un commercial | tarif entreprise",
    "still": "toujours | encore",
    "stuck": "ne fonctionne pas | ne marche pas | marche pas | fonctionne toujours pas | marche toujours pas | deja essaye | n aide pas | m aide pas | pas aide | meme reponse | la meme chose | pas ma question | pas ce que j ai demande | "
    "vous ne comprenez pas | tu ne comprends pas | comprends rien | deja dit | toujours pas | pas repondu | n a pas marche | n a pas fonctionne",
    "secret": "mon mot de passe est | mot de passe est | mon code est | mon code secret est | mon mdp est | mdp est",
    "identity": "numero de passeport | numero de securite sociale | carte d identite | mon passeport | numero fiscal",
    "health": "je suis enceinte | je suis diabetique | j ai un cancer | mon diagnostic | ma maladie | mon handicap | je suis handicape* | ma depression | j ai du diabete",
}

LEXICON = Lexicon(
    language="fr",
    groups=GROUPS,
    phrases=PHRASES,
    keys="humain personne conseiller operateur parler remboursement annuler resilier reclamation",
    known="personnel personnes parlez parlons annulez annulee conseil humaine parles",
)
