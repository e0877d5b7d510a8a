"""Phrases that customers say and help pages put otherwise, per language: data.

A pattern, and what stands instead. Words joined by a stroke are any of them ("recycle/remove").
"""

PHRASES: dict[str, tuple[tuple[str, str], ...]] = {
    "en": (
        (r"\b(?:send|sending|sent|bring|give|take|ship|post|mail)\b((?: \w+){0,4}?) back\b", r"return\1"),
        (r"\b(?:get|want|have|got)\b((?: \w+){0,3}?) (?:money|my cash) back\b", r"refund\1"),
        (r"\b(?:log|sign|logging|signing|logged|signed)[ -](?:in|on|into)\b", "login/sign-in"),
        (r"\bwhere(?:'s|’s| is| are|s) (?:my|our)\b", "track my"),
        (r"\bput(?:ting)? (?:it |them )?together\b", "assemble"),
        (r"\b(?:do|must|will|should|would) (?:i|we|you) (?:have to |need to )?pay (?:extra )?for\b", "cost of"),
        # Help pages say what the policy is, and seldom call it one.
        (r"\b(refund|exchange|cancell?ation)s? polic(?:y|ies)\b", r"\1"),
        (r"\breturns? polic(?:y|ies)\b", "how long to return"),
        (r"\bget(?:ting)? rid of\b", "recycle/remove"),
        (r"\bopening (?:times|hours)\b", "open hours"),
        (r"\bmiss(?:ed)? (?:my|the|a|your) (?:delivery|slot|courier|driver)\b", "not at home delivery"),
        (r"\b(?:pick|picking|picked)(?: \w+){0,3} up\b", "collect"),
        (r"\blook(?:ing)? after\b", "care/clean"),
        (r"\b(?:run|runs|ran|running) out\b", "expire"),
        (r"\bgift (?:voucher|certificate|token)", "gift card"),
        (
            r"\b(?:pay|paying) (?:monthly|by the month|later|over time)\b|\bspread the (?:cost|payments?)\b",
            "pay instalments",
        ),
        (r"\b(?:return|cancellation|refund) (?:window|period|deadline)\b", "return how long days"),
        (r"\b(?:stopped|stops|quit) working\b|\bbroke(?: down)?\b", "broken/fault"),
        (r"\b(?:is|are|comes?) (\w+ )?included\b", r"is \1cost included"),
        (r"\b(?:straight|right) away\b|\bimmediately available\b", "in stock"),
        (r"\bhow old is (?:your|the) (?:company|business|firm)\b", "when company founded"),
        (r"\b(?:talk|speak) (?:to|with) (?:someone|somebody|a person|you)\b(?: on the phone| by phone)?", "phone call"),
        (r"\b(?:fill|filling)(?: \w+)? (?:in|out)\b", "complete/fill form"),
        (r"\bgive (?:it |them |this )?to (?:someone|somebody|a friend)\b", "transfer"),
        (r"\bmoney (?:is |be |comes? )?back\b", "refund"),
        (r"\b(?:go|goes|give|gave) (?:it |them )?back\b", "return"),
        (r"\b(?:second|2nd)[ -]hand\b", "used/secondhand"),
        (r"\b(?:is|are|was|were|has) (?:still )?(?:left|remaining)\b", "balance"),
        (r"\bthird[ -]part(?:y|ies)\b", "partner"),
        (r"\bat once\b|\bat the same time\b", "combine"),
        (
            r"\b(?:did ?n[o'’]?t|has ?n[o'’]?t|have ?n[o'’]?t|never|not) (?:come|came|arrived?|turned up|shown up)\b",
            "not missing/arrived",
        ),
        (r"\bshould have (?:been here|come|arrived)\b|\bstill waiting(?: for)?\b", "late not arrived"),
        (r"\b(?:taken|charged|billed|debited) (?:twice|two times|double)\b|\bdouble charged\b", "charged twice"),
        (r"\b(?:no[ -]?(?:one|body)(?: is|'s|s)?|not|out|am not|are not|isn't) (?:at )?(?:home|in)\b", "not at home"),
        (r"\b(?:no longer|not|isn'?t|does ?n[o'’]?t) work(?:ing|s)?\b", "does not work"),
        (r"\bhow (?:do|can|could|would|should) (?:i|we|you|one)\b", "how do i"),
        (r"\b(?:change|changed|changing) my mind\b", "return/cancel"),
        (r"\bhow old (?:must|do|should|does) (?:i|you|one|my \w+|someone)\b", "minimum age years old"),
        (r"\bwhat age\b|\bat which age\b", "age years old"),
        (r"\b(?:get|recover|find) (?:my |the )?password back\b|\blost my password\b", "forgotten/reset password"),
        (r"\b(?:do|did|does)(?: ?n[o'’]?t| not) (?:show up|turn up|come)\b|\bno[- ]show\b", "missed appointment"),
        (r"\b(?:can ?n[o'’]?t|cannot|can't|unable to) (?:make it|come|attend)\b", "cancel/move appointment"),
        (r"\bhow far (?:ahead|in advance)\b", "how many ahead/advance/months"),
        (r"\b(?:turn|turned|change|changed|convert|converted) (?:in)?to (?:cash|money)\b", "paid out money"),
        (r"\b(?:off|from) (?:your|the) (?:mailing|email) list\b", "unsubscribe marketing/newsletter emails"),
        (r"\bleave (?:the|my|our|a) car\b|\bpark(?:ing)? (?:my|the|our) car\b", "parking"),
        (r"\btak(?:e|es|ing)((?: \w+){1,4}?) away\b", r"recycle/remove/take away\1"),
        (r"\bget hold of you\b|\breach you\b", "contact/phone/email"),
        (r"\bpaid? (?:in )?(?:monthly|parts|rates)\b|\bpay (?:in parts|bit by bit)\b", "pay instalments"),
        (r"\bhalf now\b(?:.{0,12}\bhalf (?:later|after|then))?", "instalments/deposit"),
        (r"\bfrom start to finish\b|\ball in all\b", "takes"),
        (
            r"\b(?:close|shut|cancel|end|delete|remove|deactivate|terminate|get rid of)(?: down)?"
            r"((?: \w+){0,2}?) account\b",
            r"close/delete\1 account",
        ),
        (r"\b(?:make|arrange|get) an? ((?:\w+ )?appointment)\b", r"book \1"),
        (r"\b(?:just|only|for) once\b|\bone time only\b", "one-time/single"),
        (r"^\W*(?:do|would|will|can) you (?:guys )?buy\b", "do you trade-in/buy-back"),
        (r"\b(?:want|get|getting) out of\b", "leave/cancel"),
        (r"\b(?:cash|cashing) (?:them |it |my points |points )?in\b", "redeem/redemption"),
        (
            r"\b(?:did ?n[o'’]?t|did not|have ?n[o'’]?t|never|not) (?:make|made|authori[sz]ed?|recogni[sz]ed?)\b|"
            r"\b(?:was|is) ?n[o'’]?t (?:me|mine)\b",
            "unauthorized/unfamiliar",
        ),
        (r"\b(?:turned|turns|turning|turn) (?:\w+ )?down\b", "declined"),
        (r"\b(?:my|a|an|our|for) (?:\d{1,2}|\w+)[ -]years?[ -]olds?\b", "child/teen"),
        (
            r"\b(?:tooth|teeth) (?:pulled|taken|removed)(?: out)?\b|"
            r"\bpull(?:ing)?(?: out)? (?:my |the |a )?(?:tooth|teeth)\b",
            "tooth extraction/taken",
        ),
        (r"\b(?:pay|paying) (?:when it (?:arrives|comes)|on (?:arrival|delivery)|at the door)\b", "when take payment"),
        (
            r"\b(?:stop|stopping) (?:\w+ ){0,2}(?:your |the )?(?:e-?mails|newsletters?|marketing)\b",
            "unsubscribe marketing emails",
        ),
        (r"\bmoved? (?:house|home|flat)\b|\bnew (?:home )?address\b", "change address"),
        (
            r"\b(?:have|having|had) (?:a |the )?(?:tooth|teeth) (?:taken |pulled )?out\b",
            "tooth taken/extraction out",
        ),
    ),
}
