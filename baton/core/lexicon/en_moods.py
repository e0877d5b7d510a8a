"""English: how customers feel, what hurries, what is for sales, and what says that an answer didn't help."""

MOOD_GROUPS = {
    "nth": "third time|fourth time|fifth time|sixth time|tenth time|umpteenth time|hundredth time",
    "write": "i write|i am writing|im writing|i ask|im asking|i am asking|i call|im calling|i have to|i explain|"
    "im explaining|ive asked|ive written|i contact|im contacting",
    "worst": "worst|shittiest|lousiest",
    "ever": "ever|in my life|of my life|by far|ive seen|i have seen",
    "hurry": "need|needs|needed|must have|have to have|want",
    "today": "answer today|reply today|response today|solution today|fixed today|it today|this today|by tonight|"
    "before tonight|this minute",
    "introduce": "roll this out|roll it out|roll out|rolling out|introduce this|introduce it|deploy this|deploy it|"
    "switch over|move over",
    "after_many": "were after|we are after|i am after|im after|looking for|interested in|want to lease|want to rent|tender for",
    "offer": "an offer for|an offer on|quotation for|a quote on|an estimate for",
    "sites": "hotels|stores|branches|shops|restaurants|locations|offices|employees|warehouses|schools|clinics",
    "buy": "need|needs|want|wants|order|buy|supply|equip|furnish|purchase|looking for|looking to move|"
    "looking to order|after|require|requires",
    "price_of": "pricing for|price for|prices for|price on|quote on|offer for|charge for|cost for|cost of|rates for",
    "for_our": "for our|to our|for my|for all our|across our|for the",
    "new": "new|whole|entire|second|next|annual",
    "our": "our|my",
    "firm": "office|offices|hotel|hotels|company|firm|business|school|restaurant|restaurants|cafe|clinic|team|staff|"
    "employees|colleagues|workforce|headquarters|stores|branches|bakeries|event|conference|fleet",
    "heads": "colleagues|coworkers|staff|people|users|seats|employees|workplaces|workstations|desks|rooms|vans|cars|"
    "phones|lines|sites|stores|branches|students|licences|licenses|devices",
}

MOODS = {
    "distress:strong": """
        liars | had it with you | had it with your | had it with this | go to hell | f cking | f ck* | sh t | ruined our | bastards | shameful | a disgrace
        fuck* | bullshit | piece of shit | this is shit | you are useless | youre useless | useless bot | are you stupid | you stupid
        stupid bot | idiot* | absolutely furious | i am furious | im furious | so angry | really angry | very angry | fed up
        sick of this | sick and tired | ive had enough | have had enough | had enough of | worst company | worst service | worst experience | absolute joke
        complete joke | hate you | hate this company | im crying | i am crying | in tears | desperate | cant take this
        ripped me off | rip off | crooks | thieves | scammers | disgusting | disgusted | outrageous | going insane
        losing my mind | driving me crazy | never again | wtf | shame on you | livid | at my wits end | ruined my | pathetic
        i want to die | panic attack | panicking | screw you | incompetent | garbage company | damn bot
    """,
    "distress:mild": """
        not great | pretty poor | bit annoying | nightmare | losing my patience | lost my patience
        waste of an | waste of my | not impressed | getting old | so complicated | what a mess | come on already | for the third time
        annoy* | frustrat* | disappoint* | ridiculous | unhappy | not happy | upset | terrible | awful | horrible | waste of time
        wasting my time | wasting my | unacceptable | fed up of waiting | this is taking forever | still waiting | poor service
        bad service | not good enough | come on | ugh | seriously | hopeless | rubbish | sucks | no help | not helpful | unhelpful
        tired of | losing patience | confus* | worried | stressed | angry | pointless | useless | stupid | crap | nonsense
    """,
    "unhurried": "not urgent | nothing urgent | no rush | no hurry | isnt urgent | not an emergency | non urgent",
    "urgency": """
        cant wait till | cant wait until | cannot wait till | cannot wait until | is offline | are offline | we fly tonight | i fly tonight | we leave tonight | i leave tonight | customers are waiting | customers are standing | customers waiting | right this second | nothing works anymore
        urgent* | asap | as soon as possible | emergency | immediately | right away | locked out | cant log in
        need ~ right now | want ~ right now | must ~ right now | help ~ right now | fix ~ right now | block ~ right now
        freeze ~ right now | stop ~ right now | hold ~ right now
        cannot log in | cant login | cannot login | cant access my | charged twice | outage | everything is down | system is down
        site is down | website is down | is down | stopped working | production is | my deadline | our deadline | deadline is | time sensitive | today at the latest
        flight leaves | in an hour | in one hour | within the hour | stranded | stuck at | stolen | hacked | losing money
        cant work | my whole team | all our users | all our customers | before tomorrow | by tonight | critical
    """,
    "buying": """
        with our logo | printed with our | our # staff | our # employees | our # people | fleet of # | we run # | parcels a month | parcels a week | shipments a month | shipments a week | corporate membership* | quotation for the whole | for the whole office | for the entire office
        enterprise plan | enterprise pricing | enterprise licen* | enterprise version | enterprise deal | enterprise contract | for our enterprise
        volume discount | bulk order | bulk pricing | bulk discount | large order | big order | wholesale | get a quote | request a quote
        send me a quote | need a quote | want a quote | quote for | quotation | talk to sales | speak to sales | contact sales | sales team
        sales rep | sales representative | book a demo | schedule a demo | request a demo | product demo | a demo | rfp | procurement
        purchase order | ready to buy | buy for my company | buy for our company | for our company | for my team of
        # seats | # licences | # licenses | # users | # units | # employees | # colleagues | # workstations | site licen* |
        framework agreement | enterprise agreement | group contract | corporate rate* | corporate account | volume licen* | how much for # | reseller
        a partnership | partnership with | annual contract | custom plan | custom pricing | speak with sales | talk with sales | sales people | sales person
    """,
    "still": "still",
    "stuck": """
        didnt work | did not work | doesnt work | does not work | not working | isnt working | still not | still doesnt
        still cant | still isnt | already tried | tried that | tried this | tried all | already did | same answer | same thing
        you already said | you said that | thats not what i | that is not what i | not what i asked | didnt answer | did not answer
        doesnt answer | doesnt help | does not help | didnt help | did not help | was no help | no help at all | not helping | that s not helping | thats not helping
        not my question | wrong answer | you dont understand | you do not understand | dont understand me | read my message
        again the same | keep repeating | repeating yourself | in circles | going nowhere | i just told you | i already told you
        as i said | did that already | i did that | done that | did all that | still nothing | still the same | been there already
        keep telling me the same | you keep saying | you keep telling | same thing again | thats what i did | like i said | that is wrong | thats wrong | no that s not | nope that s not | i asked something else | no luck
    """,
}
