"""English: policy topics, and what tells asking about one from needing a decision."""

TOPICS = {
    "subject:refund": "refund* | money back | reimburse* | chargeback | charge back | return for cash | store credit",
    "action:refund": """
        refund me | want - refund* | need - refund* | demand - refund* | give - refund | give me my money back
        want my money back | get my money back | i want - money back | need my money back | return my money
        refund my | refund it | refund this | refund the | not received - refund | still waiting ~ refund | where is my refund
        where is my money | my refund | refund hasnt | refund has not | owe me | give me back my money | want those ~ back
        where are my refunds | reimburse me | process - refund | issue - refund | i deserve a refund | keep my money
    """,
    "subject:complaint": "complain* | grievance | formal complaint | complaints procedure",
    "action:complaint": """
        make a complaint | file a complaint | want to complain | lodge a complaint | submit a complaint | raise a complaint
        complaint against | my complaint | i am complaining | report your staff | report an employee | report your company
        totally unacceptable | this is unacceptable | worst service | disgraceful service | leave a bad review
        i will post ~ review | appalling service | rude to me | was rude | treated me | staff member was | write to your ceo
        have a complaint | formally complain | i must complain | wish to complain | trading standards | better business bureau
    """,
    "subject:legal": "legal | lawyer | attorney | solicitor | lawsuit | court | terms and conditions | liability | liable",
    "action:legal": """
        sue you | sue your | i will sue | going to sue | suing | my lawyer | my attorney | my solicitor | legal action
        take you to court | see you in court | small claims | cease and desist | my legal team | hear from my lawyer
        consumer protection | file a lawsuit | court order | subpoena | report you to | ombudsman | breach of contract
        class action | press charges | police report | going to court | contact a lawyer | talk to a lawyer | get a lawyer
    """,
    "subject:medical": "medical | medicine | medication | doctor | dosage | prescription | side effect* | pregnan* | allerg*",
    "action:medical": """
        chest pain | allergic reaction | side effects i | i feel sick | made me sick | made me ill | i am bleeding | overdose
        took too many | trouble breathing | cant breathe | hard to breathe | suicidal | kill myself | self harm | injured
        safe ~ pregnant | safe while pregnant | while breastfeeding | with my medication | stop taking my | my symptoms
        should i take | how much should i take | my dose | my doctor | my prescription | i got a rash | swollen | i was hurt
        food poisoning | fainted | diagnos* | my condition | burned my skin | rash after | mix it with | heart condition
    """,
    "subject:billing_dispute": "charges | charged | invoice* | billing | billed | direct debit | bill | fee* | overdraft",
    "action:billing_dispute": """
        charged twice | charged me twice | charged two times | charged me two times | double charge* | charged double
        billed twice | billed me twice | billed two times | hit two times | hit twice | taken twice | debited twice
        deducted twice | paid twice | wrong amount | overcharged | over charged | charged too much | charged me too much
        dont recognise ~ charge | dont recognize ~ charge | didnt authorize | didnt authorise | unauthorized charge
        unauthorised charge | unauthorized transaction | unknown charge | unexpected charge | dispute - charge*
        dispute - bill | dispute - invoice | dispute - payment | dispute - transaction | dispute this | dispute it
        i was charged | ive been charged | i have been charged | i got charged | you charged me | you charged my
        charged my card | charged my account | why am i being charged | why was i charged | why did you charge
        still being charged | still charging me | charged after | keep charging me | took money | taken money | money was taken
        charged for something | bill is wrong | invoice is wrong | bill is incorrect | invoice is incorrect | too high
        balance is wrong | balance is clearly wrong | two charges | charged again | never ordered | extra charge on
        payment ~ twice | same payment twice | card ~ two times | card ~ twice | fraudulent charge* | error on my bill
        mistake on my bill | mistake on my invoice | charged the wrong | duplicate charge* | duplicate payment*
    """,
    "subject:cancellation": "cancel | cancels | cancelling | canceling | cancellation* | terminate | unsubscribe | close my account | end my subscription | termination",
    "action:cancellation": """
        cancel my | cancel this | cancel it | want to cancel | need to cancel | wanna cancel | would like to cancel
        like to cancel | please cancel | cancel immediately | terminate my | end my contract | end my subscription
        close my account | stop my subscription | cancel the | want to terminate | want to unsubscribe | unsubscribe me
        cancelled but | canceled but | already cancelled | already canceled | tried to cancel | cancellation fee is
        wont let me cancel | cant cancel | get out of my contract | quit my subscription | cancel everything
    """,
    "subject:discount": "discount* | coupon* | promo code* | voucher* | price match* | student price | price reduction",
    "action:discount": """
        give me a discount | want - discount | need - discount | deserve - discount | better price | lower the price
        lower price for me | reduce the price | reduce my | match this price | match the price | best price you can
        cheaper for me | my coupon | my voucher | my promo code | my discount | code isnt working | code doesnt work
        apply ~ discount | can you do better | knock something off | goodwill | compensat* | waive - fee | waive | get me a deal
        discount was not | discount wasnt | forgot ~ discount | special price | can i have a discount | negotiate
    """,
    "subject:account_ownership": "account owner* | ownership | account holder | transfer of ownership | primary holder",
    "action:account_ownership": """
        change - owner | transfer ownership | transfer my account | transfer the account | change the account holder
        take over ~ account | my husband died | my wife died | passed away | deceased | my late | inherit* | power of attorney
        into my name | in my name | to my wife | to my husband | under my name | change the name on | merge ~ accounts
        lost access to my email | no access to my email | no longer have access to | on behalf of | former employee
        not the account holder | add my partner to | remove ~ from the account | make me the owner | dont have my old phone
        divorc* | put - account in | lost my phone and cant | owner left
    """,
    "subject:privacy": "privacy | personal data | personal information | gdpr | ccpa | data protection | cookies",
    "action:privacy": """
        delete my data | delete my account | delete all my | erase my | remove my data | remove my personal | my data deleted
        right to be forgotten | subject access request | copy of my data | copy of all ~ data | data request | access request
        export my personal | what data you have on me | data you hold | data do you have about me | gdpr request
        sharing my data | shared my data | sold my data | shared my details | data protection officer | data protection request
        withdraw - consent | stop using my data | rectify my | leaked my | delete everything you | know about me | opt out of
    """,
    "subject:security": "security | secure | encrypt* | two factor | 2fa | phishing | vulnerabilit* | hacked | hacker*",
    "action:security": """
        been hacked | was hacked | got hacked | is hacked | hacked my | hacked into | account ~ compromised | compromised
        someone logged in | someone else logged in | somebody logged in | someone used my | somebody used my | stole my
        someone accessed | someone is using my | stolen | data breach | security breach | suspicious activity
        suspicious login | unauthorized access | unauthorised access | identity theft | fraud | scammed | scam | phished
        phishing email from you | strange login* | login i dont recognise | login i dont recognize | someone changed my
        found a vulnerability | report a vulnerability | security hole | not me who | wasnt me | freeze my
    """,
}

CUES = {
    "about": """
        what is - policy | what is | what are | whats | how long | how do i | how do you | how can i | how to | how does
        how do | how many | how much | what happens | do you offer | do you have | do you give | do you accept | do you do
        do you refund | do you share | do you sell | do you store | do you charge | where can i | where do i | when do
        when does | when can | when are | when will you | is there a | is there any | are there | which | explain
        tell me about | does the | does your | policy | policies | rules | terms of | information about | info on | info about
        curious about | question about how | question about your | in general | why do you | who do i | who can | what kind
        what sort | is it safe to pay | how is | how are | how secure | is my data safe | is it secure | are you gdpr
        do refunds | do you keep | can you explain | can you tell me about | learn about | difference between | procedure
        is a fee | is there - fee | under what | what do i need | what information | read about | are your | is your
    """,
    "may": "can i | could i | may i | am i able | is it possible | do i | will i | should i | am i entitled | is it allowed | "
    "are refunds | can you | can customers | can people | could you | would i",
    "mine": "my | this order | that order | this charge | it back | i was | i am | i have | i paid | i bought | ive | i want | "
    "i need | i got | i ordered | now | asap | immediately | right away | still | again | broken | damaged | wrong | never arrived | "
    "please do | for me | exception",
    "how_to": "when will i get | when do i get | when will we get | when do we get | how do i | how can i | how to | how would i | where do i | where can i | what happens if | what happens when | "
    "what do i need | how long | what is your | what are your | can you explain | do you have | do you offer | policy | "
    "steps to | what if",
    "declined": "dont want | do not want | not asking for | dont need | not about | dont want to | dont need to | "
    "not looking for | not talking about | isnt about",
}
