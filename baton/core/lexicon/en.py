"""English."""

from baton.core.lexicon.en_moods import MOOD_GROUPS, MOODS
from baton.core.lexicon.en_topics import CUES, TOPICS
from baton.core.lexicon.shape import Lexicon

GROUPS = {
    **MOOD_GROUPS,
    "help": "intervention of|help of|assistance of",
    "available": "available|free right now|online right now",
    "phone": "on the phone|on the line",
    "talked": "spoke|talked|chatted|was talking|have spoken|have talked|been talking|been speaking",
    "anyone": "someone|somebody|anyone|anybody",
    "reach_me": "contact me|call me back|get in touch with me|reach out to me|ring me back",
    "team": "your team|the team|support|your company|customer service|your staff",
    "aid": "agent|agents|help|assistance|support|assistant|advisor|adviser|operator|representative|service|contact|being|person|rep|employee|intervention|handoff|takeover",
    "real": "human|real|live|actual|living",
    "talk": "talk|talking|speak|speaking|chat|chatting|contact|contacting|reach|connect|connecting|transfer|transferred|"
    "forward|put through|put me through|pass me|patch|hand over|hand off|hand me|hand|in touch|switch me|refer me|"
    "get me|get hold of|escalate|help from|assistance from|hear from|meeting with|conversation with|message|"
    "live chat with|route me|discuss this with|discuss it with|bring in",
    "person": "human|humans|person|people|someone|somebody|anyone|anybody|agent|agents|representative|representatives|"
    "rep|reps|operator|operators|manager|managers|supervisor|advisor|adviser|employee|employees|staff|colleague|"
    "colleagues|your team|the team|support team|support|customer service|customer services|customer care|"
    "customer support|customer assistance|helpdesk|help desk|sales|specialist|expert|technician|boss|higher up|higher ups|team leader|team lead|some1|sum1|sumone|sumbody|somone|sombody|smbody|executive|executives|concierge|founders|founder|"
    "department|reception|receptionist|front desk|restaurant|consultant|associate|whoever is in charge|management|"
    "bank worker|worker|live person|csr|superior|superiors|assistant",
    "human": "human|humans|human being|person|agent|agents|representative|rep|operator|manager|supervisor|advisor|"
    "adviser|employee|human agent|human support|human help|customer service|customer care|live chat|consultant|"
    "real people|actual people|staff member|member of staff|someone real|somebody real|someone else|somebody else|"
    "csr|live support|bank worker|someone human|customer service agent|customer support|someone from|live assistance|"
    "human assistance|human service|manual customer service|support agent|service agent",
    "small": "a an the your my real live actual proper human any other another to from with some just please also "
    "even actually really genuine living breathing different competent over hold of through on directly straight damn bloody goddamn "
    "fucking freaking immediately in touch",
    "stop": "about fee fees bot bots robot robots machine but for from of because until money payment payments card "
    "order orders",
    "want": "want|need|wanna|gimme|give me|give me to|get me|put me through|put me|prefer|like|looking for|is there|are there|"
    "do you have|can i have|can i get|i get|bring me|find me|require|demand|insist on|send me|pass me|transfer|"
    "connect me|request|requesting|asking for|ask for|desire|want to have|talk|speak|chat|i would love",
    "dont": "dont|do not|not|never|wont|stop|rather not|hate|refuse|sick of|tired of|instead of|no more",
    "dont_want": "dont want|do not want|dont need|do not need|no need for|no need|wouldnt like|dont wish|"
    "not looking for|not asking for|without|dont have to|not need|not want|no longer need|no longer want|"
    "dont transfer|do not transfer|dont put me|do not put me|no need to transfer|dont escalate|do not escalate|dont connect|do not connect|please dont|never asked for|didnt ask for|rather not",
    "bot": "bot|bots|robot|robots|machine|machines|chatbot|chatbots|ai|computer|virtual agent|virtual agents|"
    "virtual assistant|algorithm|automated|automation|recording",
    "are_you": "are you|r u|are u|is this|is it|am i|are we|you are|youre|ur|u are|was that|was i|if you are|"
    "if this is|whether you are|sound like|you sound|were you|is that",
    "ask_hours": "what time|what hours|which hours|opening hours|working hours|hours|hours of|when is|when are|"
    "what is the number of|how many",
    "someone": "can someone|could someone|can somebody|could somebody|can anyone|could anyone|can anybody|"
    "could anybody|would someone|would somebody|someone to|somebody to|someone please|please|have someone|have somebody|"
    "can you|could you|will someone|will somebody|want you to|anyone|get someone to|get somebody to|someone from",
    "call_me": "call me|phone me|ring me|call me back|contact me|give me a call|give me a ring|get back to me|"
    "call us|phone us|contact us",
    "count": "1|2|3|4|5|6|7|8|9|10|one|two|three|four|five|six|single|per|each|which|of people|adult",
    "support": "someone in|someone from|someone on|someone at|somebody in|somebody from|somebody on|somebody at|someone to call|somebody to call",
    "bell": "bell|ring|call|buzz|shout|tinkle|bell back|ring back|call back",
    "dial": "phone|ring|call",
    "relative": "mum|mother|mom|dad|father|wife|husband|son|daughter|partner|brother|sister",
    "staff": "vet|nurse|doctor|dentist|surgeon|pharmacist|trainer|coach|mechanic|engineer|caretaker|plumber|electrician|"
    "teacher|tutor|landlord|chef|adjuster|broker|branch|depot|surgery|warehouse|workshop|garage|restaurant",
    "put": "speak|speaking|talk|talking|put me through|connect me|transfer me|pass me|put me on|switch me|forward me|hand me|patch me|"
    "transfer to|connect to|route me",
    "place": "reception|front desk|reception desk|spa|spa team|restaurant|restaurant team|bar|pool|gym|concierge|concierge desk|housekeeping|"
    "kitchen|hotel|hotel staff|hotel manager|bank|branch|wellness|fitness team|guest services|duty manager|fraud team|fraud department|"
    "mortgage team|loans team|billing team|billing department|complaints team|complaints department|technical team|department",
    "other_trade": "estate|travel|insurance|letting|cleaning|secret|booking|shipping|customs|real estate|third|any third|"
    "another|first|user|the same|same|project|product|it|brand|growth|password|task|file|sales|account|"
    "community|office|campaign|device",
    "human_noun": "fee|fees|commission|resources|rights|error|name|names|number|portal|login|account|dashboard|hair|"
    "at the table|under the|in the room|per room|hours|is worst|is the worst|software|discount|plan|room|rooms|"
    "id|app|bot|system|automation|phone number|email|mail|license|licence|licences|licenses|seat|seats",
    "no": "not|even|really|just",
    "maybe": "can i|could i|may i|am i able|is it possible|would it be possible|do i|will i|should i|are you able",
}

PERSON = {
    "ask": """
        actual soul | living soul | flesh and blood | loop in - <person> | fetch me - <person> | get someone to look | get somebody to look | getting someone to look | getting somebody to look | have someone look at
        any agents available | wait for a <human> | wait for a person | ill wait for a | your team call | easier to explain ~ to a <human> | explain this to a <human> | explain ~ to a <human> | explain it to a <human> | explain ~ to a person | someone from accounts | somebody from accounts | someone from billing | somebody from billing | someone in billing | somebody from your | someone from your | get the <place> for me | get the duty manager | get the manager | human intervention | speak with somebody | speak with someone | require a <human> | i want humans
        who can i speak | who can i chat | who do i speak | who should i talk | who should i speak | who do i have to talk | who do i have to speak | who could i talk | who could i speak | who may i talk | who may i speak | whom can i talk | whom can i speak | whom should i
        could a colleague | can a colleague | a colleague of yours | an actual employee | a real employee | please let an actual
        switch to <human> | switch me to <person> | complain to your <person> | complain to the manager | be connected to the <place> | be connected with - <person> | someone who can fix | somebody who can fix | someone who can sort | somebody who can sort | someone who can resolve | put a human on | put a person on | put someone on | put somebody on | put your manager on | put a manager on | get on the phone with - <person> | on the phone with - <person> | a chat with a human | sort this out with a <human> | deal with a <human> | dealing with a <human> | rather deal with | work with a <human> | human instead | person instead | human only | humans only
        real <human> | live agent | live person | live human | live representative | actual person | actual human
        human agent | human being | human handoff | human help | human assistance | human service | human operator
        transfer me to | connect me to ~ <person> | pass me to | put me through | patch me through | hand me over
        put me on to | forward me to | put me in touch | put me on with | escalate this | escalate my | escalate to
        get me someone | get me somebody | get someone else | get somebody else | someone real | somebody real
        let me talk to | let me speak to | let me talk with | let me speak with | can i talk | can i speak to
        talk to someone | speak to someone | speak to somebody | talk to somebody | someone i can <talk> | <human> i can <talk>
        someone to talk to | anyone i can <talk> | anybody i can <talk> | somebody to talk to | who can i talk to | who can i speak to | who do i talk to
        is anybody there | is anyone there | anybody there | anyone there | anybody home
        someone from - <person> | anyone from - <person> | a human to | want human | call me back | request a callback
        talking to a <bot> | talk to a <bot> | with a <bot> | to a <bot> ~ stupid | no bots | no bot please | not a bot please
        stop ~ bot | stop talking to <bot> | talking to bots | enough of this bot | bot is useless | fed up ~ bot
        <put> - <place> | spa team please | support team please | get - <human> | get - <support> | see - <human> | someone at the <place> | somebody at the <place>
        this conversation is not working | this conversation isnt working | conversation is going nowhere
        conversation is not leading anywhere | give me a call back | arrange a call | schedule a call with | want a callback
        i want a call | a call from - <person> | need a call from | speak with management | i want your manager
        where is your manager | get your manager | your supervisor please | somebody contact me | someone contact me
        someone call me | somebody call me | someone ring me | somebody ring me | someone phone me | ring me back
        phone me back | can a human | can a person help | can a person call | can a person please | can a real | could a human | could a person | a human please
        human please | agent please | operator please | representative please | person please | human now | agent now
        help from - <human> | someone on the line | somebody on the line | person on the line | someone on the phone | somebody on the phone
        person on the phone | human on the phone | someone who can help | somebody who can help | someone who can actually | someone who understands
        someone who knows | somebody who knows | somebody who understands | anyone who can help | anyone who can actually | someone that can help
        is anyone available | is someone available | is anybody available | is somebody available | anyone available to | someone available to
        <anyone> look into | <anyone> check this | <anyone> check it | <anyone> check my | <anyone> check on my
        <anyone> have a look at my | <anyone> have a look at this | <anyone> take a look at my | <anyone> take a look at this
        <anyone> sort this | <anyone> sort it | <anyone> deal with this | <anyone> who can sort | <anyone> be able to look into
        <anyone> able to look into | <anyone> be able to check
        have someone call | have somebody call | get a call from | callback please | call back please | a callback from | appreciate a callback | like a callback
        escalate it | just escalate | escalate please | please escalate | number of a real <human> | number of a real person | live help | live support please
        one of your <person> | another <human> please | i said <human> | <human> i said | who can i ring | who can i call | who can i phone | customer service please | use some human help | some human contact
        hand ~ over to ~ <human> | hand the conversation | take over ~ <human>
    """,
    "whether_bot": """
        am i <talk> ~ <human> or a? <bot> | am i <talk> ~ <bot> or a? - <human>
        who am i talking to | who am i speaking to | who am i chatting with | who is this | who are you
        what are you | are you real | is anyone real there | are you alive | are you chatgpt | is this automated
        is this an automated <bot>? | am i talking to a real <human> | am i speaking to a real <human>
        am i chatting with a real <human> | are you a <bot> or a <human> | are you a <bot> or a real <human>
        are you a <human> or a <bot> | is this a <bot> or a <human> | is this a <bot> or a real <human>
    """,
    "veil": """
        real person can see | real person can read | <human> can see | <human> can read | <human> see this | <human> see my | <human> read this | <human> read my | <human> reads
        have an agent in | have agents in | have staff who
        <count> people  |  <count> persons  |  # people  |  # persons
        the contact person | my contact person | your contact person | contact person for | <bot> or ~ <human> | <bot> ~ or - <human> | <human> or ~ <bot> | like a <human> | like a real | could you be - <human>
        transfer to someone | transfer and | message to someone | text to someone | age can a person | talk to you in | speak to you in
        do i have to <talk> ~ <person> | do i need to <talk> ~ <person> | must i <talk> ~ <person> | who is your | whos your | who are your
        what ~ call me | to call me by | call me by | only call me | call me something | a card for someone | for someone in my | awful human being
        talk about | chat about | call me a | call me an | contact details | contact number | contact form | contact email
        am i <talk> ~ <person> | am i <talk> ~ <bot> | are you - <human> | do you have people | not human | arent human
        talk to my | speak to my | contact my | transfer to my | person i want | people i can | people who | somebody elses
        someone elses | to someone else will | money to someone | pay someone | sending money to someone | pay someone else
        money to | another person | person in the | people in the | people under | number of people | per person
        user can talk | customers can talk | the people speak | someone stole | someone hacked | see the people | see the number
        get support for | <dont_want> to? <talk> ~ <person> | <dont_want> to be <talk> ~ <person> | does it support | do you support | get people | get someone a gift | get agents | get employees
        someone is using | get a refund for someone | see who | see someone | get staff discount
        get a discount for | contact someone i | reach people | how many agents | how many people | see how many
        schedule a meeting with somebody | what does an agent | what does a manager | what is an agent | agent based
        get a table | get my manager to approve | for sales tax | sales tax | person booking | person tent | for one person
    """,
    "cry": """
        customer support | human support | support agent | service rep
        reception | front desk | housekeeping | concierge | support team | customer support rep | executive | live help
        human support | real agent | human agent | anyone | anybody | anyone there | someone human | escalation
        agent | agents | human | humans | person | representative | rep | operator | manager | supervisor | real person
        customer service | customer care | customer support | live chat | handoff | hand off | service agent | advisor
        someone | somebody | real human | live person | live agent | human being | speak to | talk to | real people | staff
        contact support | contact customer service | talk to a human | escalate
    """,
    "polite": "please|pls|plz|now|a|an|the|just|asap|immediately|ok|okay|your|hey|hi|hello|hey there|real|live|help|me|urgent|urgently|"
    "immediate|yes|no|i|want|need|today|right|contact|get|for god s sake|god|damn|omg|fucking|bloody",
    "yes": "yes|yes please|yeah|yep|yup|sure|ok|okay|please do|go ahead|please|alright|that would be great|do it|"
    "that would be good|sounds good|fine|y|ok thanks|of course|definitely|absolutely",
    "no": "no|nope|no thanks|no thank you|not now|not needed|nah|not yet|never mind|nevermind",
    "opening": "i have a question|ive got a question|got a question|i have a quick question|quick question|"
    "just a question|i have some questions|i have a few questions|can i ask a question|can i ask you a question|"
    "may i ask something|can i ask something|can i ask you something|i need help|i need some help|i need your help|"
    "need help|need some help|can you help me|could you help me|can you help|could you help|can u help me|"
    "can you please help me|are you able to help me|i need assistance|i have a problem|ive got a problem|"
    "i have an issue|ive got an issue|i was wondering something|ive got a quick question|i have one question|"
    "i got a question|have a question|have a quick question|quick question for you|another question|"
    "i have another question|one more question|help|help me|please help me|help please",
    "hello": "hi|hello|hey|hi there|hello there|hey there|good morning|good afternoon|good evening|good day|howdy|"
    "greetings|how are you|hows it going|how is it going|how are you doing|sup|yo",
    "thanks": "thanks|thank you|thx|ty|cheers|many thanks|thanks a lot|thank you so much|thank you very much|great|"
    "perfect|awesome|that helps|that helped|that s great|thats great|thats perfect|brilliant|lovely|got it|"
    "appreciate it|much appreciated|great thanks|so much|very helpful|helpful|for your help|for the help|all good|cool|"
    "i see|understood|makes sense|that makes sense|good to know|noted|nice|nice one|good bot|that was great|that was perfect|that was helpful|that was quick|great help|big help|a lifesaver",
    "bye": "bye|goodbye|bye bye|see you|see ya|have a nice day|have a good day|take care|good night|that is all|"
    "thats all|thats it|talk to you later|later|cya",
}

KEYS = "talk connect transfer human person agent agents representative operator someone somebody manager supervisor speak customer service refund refunds cancel cancellation complaint lawyer discount"
KNOWN = "walk tall tale tales talc task tank balk chalk stalk talks walks tall connects transfers transferts arent argent urgent parent served services cancer cancels refunded managed manages humane humana humano persona personas persons agenda age agency customers costumer speaks spear reagent"

MOOD = {
    **MOODS,
    "secret": "my password is | my pin is | password is | my passcode is | my pin code is | the password i use is | my cvv is | cvv is | "
    "security code is | my login is | pin is | my ssn is | my social security number is | passwort is | my pw is | pw is",
    "identity": "my passport number | passport number is | passport no | social security number | my ssn | drivers license number | "
    "driving licence number | national insurance number | national id | my id card | copy of my passport | photo of my id | tax id is",
    "health": "i am diabetic | im diabetic | i have diabetes | i have cancer | i am hiv | hiv positive | i am pregnant | im pregnant | "
    "my diagnosis | diagnosed with | my disability | i am disabled | i have epilepsy | my depression | i have depression | "
    "my medical record* | my blood test | my test results | my surgery | i had surgery | my therapy | my mental health | i have asthma",
}

LEXICON = Lexicon(
    language="en",
    groups=GROUPS,
    phrases=PERSON | TOPICS | CUES | MOOD,
    keys=KEYS,
    known=KNOWN,
)
