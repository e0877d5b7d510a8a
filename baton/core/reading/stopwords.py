"""Words that carry no topic, per language: data for `tokens` and for telling which language a text is in."""

_LISTS: dict[str, str] = {
    "en": """a about after again all also am an and any are as at be because been before being between both but by
        can could did do does doing don down during each few for from further had has have having he her here hers
        him his how i if in into is it its itself just let me might more most my no nor not now of off on once only
        or other our ours out over own please s same shall she should so some such t than that the their theirs them
        then there these they this those through to too under until up us very was we were what when where which
        while who whom why will with would you your yours ve ll re d m im ive id dont doesnt didnt cant isnt hi hello
        hey thanks thank ok okay yes want need know tell like get got something anything everything nothing someone
        anyone everyone thing things else give going go really actually currently also already able us hola wondering
        wanna gonna lets let's i'm i've i'd what's where's how's that's it's there's wants wanted needs needed knows
        told tells gets getting gave gives goes""",
    "de": """ab aber alle allem allen aller alles als also am an auch auf aus bei beim bin bis bitte da damit dann das
        dass dein deine dem den der des dich die dies diese diesem diesen dieser dieses dir doch dort du durch ein
        eine einem einen einer eines er es etwas euch euer für gegen hab habe haben hat hatte hier hin ich ihm ihn
        ihnen ihr ihre ihrem ihren ihrer im in ist ja jede jeder jedes jetzt kann kannst können könnte man mein meine
        meinem meinen meiner mich mir mit muss müssen nach nein nicht noch nun nur ob oder ohne sehr sein seine sich
        sie sind so über um und uns unser unsere unter vom von vor war warum was weil welche welcher welches wenn wer
        werde werden wie wieder wieviel will wir wird wo wurde zu zum zur möchte hallo danke gibt wann""",
    "es": """a al algo algún alguna algunas algunos ante antes aquí así aun con como cómo cual cuál cuando cuándo de
        del desde donde dónde dos e el él ella ellas ellos en entre era es esa ese eso esta está están este esto
        estos estoy fue ha han hasta hay he la las le les lo los más me mi mis mucho muy nada ni no nos nosotros o os
        otra otro para pero poco por porque por qué que qué quien quién se ser si sí sin sobre son su sus también
        tan te tengo tiene todo todos tu tú tus un una unas uno unos usted ustedes y ya yo puedo puede quiero quisiera
        hola gracias favor""",
    "fr": """à afin ai alors après as au aussi autre aux avec avez avoir avons bien bonjour c ça car ce cela ces cet
        cette ceux chez comme comment d dans de des dont du elle elles en encore entre es est et été être eu fait
        faire il ils j je jusqu l la le les leur leurs lors lui m ma mais me même mes moi mon n ne ni nos notre nous
        on ont ou où par pas peu peut peux plus pour pourquoi puis qu quand que quel quelle quelles quels qui quoi
        s sa sans se ses si son sont sous suis sur t ta te tes toi ton tous tout toute très tu un une vos votre vous
        y merci svp veux voudrais""",
    "it": """a ad ai al alla alle allo anche ancora avere c che chi ci come con cosa cui d da dai dal dalla dalle dei
        del della delle dello di dove e è ed era essere fa fra gli ha hai hanno ho i il in io l la le lei li lo loro
        lui ma mi mia mie miei mio ne nei nel nella nelle no noi non nostro o ogni per perché però più poi posso può
        qual quale quali quando quanto quella quello questa queste questi questo qui se sei si sì sia sono su sua
        sue sul sulla suo tra tu tua tuo tutti tutto un una uno vi voi vostro vorrei ciao grazie favore""",
    "pt": """a à ao aos aquela aquele as às até com como da das de dela dele depois do dos e é ela elas ele eles em
        entre era essa esse esta está estão este estou eu foi há isso isto já lhe mais mas me mesmo meu meus minha
        minhas muito na não nas nem no nos nós o os ou para pela pelo por porque pra qual quando quanto que quem se
        sem ser seu seus só sua suas também tem tenho ter um uma umas uns você vocês vos onde posso pode quero
        gostaria olá obrigado obrigada favor""",
    "nl": """aan al alles als altijd andere ben bij daar dan dat de der deze die dit doen door dus een en er ge geen
        graag had heb hebben heeft hem het hier hij hoe hun ik in is ja je jij jou jouw jullie kan kunnen kunt maar
        me meer men met mij mijn moet na naar nee niet niets nog nu of om omdat ons onze ook op over reeds te tegen
        tot u uit uw van veel voor waar waarom wanneer want waren was wat welke wel werd wie wij wil worden wordt ze
        zich zij zijn zo zou hallo bedankt dank""",
    "sv": """alla allt att av bli blir de dem den denna det detta dig din dina dit du där efter ej eller en er ett
        från för ha hade han har hej hon hur här i in inte jag kan kommer man med men mig min mina mot mycket ni
        nu när och om oss på sig sin ska som så till tack under upp ut vad var vara vem vi vid vill är över""",
    "da": """af alle at blev bliver da de dem den der deres det dig din du efter eller en end er et fra for få ham
        han har havde hej hun hvad hvis hvor hvordan hvornår i ikke ind jeg kan man med meget men mig min mit mod ned
        når nu og også om op os over på sig skal som så tak til ud under var ved vi vil være""",
    "pl": """a aby ale bez być był była było będzie bo by ci co czy dla do go i ich ile im ja jak jaka jaki jakie
        jako je jego jej jest jestem już kiedy kto która które który ma mam mi mnie moje może mogę mój na nad nie o
        od on ona oni oraz po pod proszę przed przez przy się są ta tak także tam te tego tej ten to tu tylko ty w we
        więc z za ze że dziękuję""",
    "tr": """acaba ama bana ben beni bir biraz bu çok da daha de değil diye en gibi hem hep her için ile ise kim
        ki mi mı mu mü nasıl ne neden nerede o olan olarak sen siz şu ve veya ya merhaba lütfen""",
    "ru": """а без бы был была были было быть в вам вас во вот все всё вы где да для до его ее её если есть еще ещё
        же за здравствуйте и из или им их к как какой ко когда которые кто ли мне может можно мой моя мы на над не
        него нет ни но ну о об он она они от по под пожалуйста при с свой со спасибо так также там то того только ты
        у уже хочу что чтобы это этот я""",
}

STOP_WORDS: dict[str, frozenset[str]] = {code: frozenset(text.split()) for code, text in _LISTS.items()}
"""ISO 639-1 code -> words, casefolded, with their accents."""
