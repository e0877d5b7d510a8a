"""Patterns that hold in every language; each language fills the groups that they name.

The groups `..._after` are for languages whose verb stands last."""

GRAMMAR: dict[str, str] = {
    "ask": """
        <talk> ~ <person>
        <person> ~ <talk_after>
        <want> - <human>
        <human> - <want_after>
        <dont> ~ <talk> ~ <bot>
        <dont_want> - <bot>
        <someone> ~ <call_me>
    """,
    "veil": """
        <are_you> <no>? - <human>
        <are_you> <no>? - <bot>
        <dont_want> ~ <person>
        <person> ~ <dont_want_after>
        <ask_hours> ~ <person>
        <count> <human>
        <other_trade> <human>
        <human> <human_noun>
    """,
}
