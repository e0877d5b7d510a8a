"""Patterns that hold in every language; each language fills the groups that they name.

The groups `..._after` are for languages whose verb stands last."""

GRAMMAR: dict[str, str] = {
    "ask": """
        <talk> ~ <person>
        <person> ~ <talk_after>
        <want> - <human>
        <human> - <want_after>
        <anyone> ~ <team>
        <team> ~ <anyone>
        <person> ~ <reach_me>
        <anyone> ~ <reach_me>
        <reach_me> - <person>
        <anyone> ~ <phone>
        <phone> ~ <anyone>
        <human> - <available>
        <available> - <human>
        <help> - <person>
        <person> - <help>
        <real> <aid>
        <aid> <real>
        <dont> ~ <talk> ~ <bot>
        <dont_want> - <bot>
        <someone> ~ <call_me>
    """,
    "whom": """
        <who> ~~ <talk>
        <who> ~~ <talk_after>
        <talk> ~ <who>
    """,
    "whether_bot": """
        <are_you> <no>? - <human>
        <are_you> <no>? - <bot>
    """,
    "veil": """
        <are_you> <no>? - <human>
        <are_you> <no>? - <bot>
        <dont_want> ~ <person>
        <person> ~ <dont_want_after>
        <talked> ~ <person>
        <person> ~ <talked_after>
        <ask_hours> ~ <person>
        <count> <human>
        <other_trade> <human>
        <human> <human_noun>
    """,
    "distress:strong": """
        <worst> ~~ <ever>
    """,
    "distress:mild": """
        <nth> ~ <write>
        <write> ~ <nth>
    """,
    "urgency": """
        <hurry> ~ <today>
    """,
    "buying": """
        <buy> ~ # ~ <for_our> <new>? <firm>
        <our> <new>? <firm> ~ <buy> ~ #
        <price_of> # ~ <heads>
        <after_many> # ~ <heads>
        <introduce> ~ # ~ <heads>
        # ~ <heads> ~ <introduce>
        <offer> #
        <our> ~ # <sites>
    """,
}
