"""Patterns that hold in every language; each language fills the groups that they name."""

GRAMMAR: dict[str, str] = {
    "ask": """
        <talk> ~ <person>
        <want> - <human>
        <dont> ~ <talk> ~ <bot>
        <dont_want> - <bot>
        <someone> ~ <call_me>
    """,
    "veil": """
        <are_you> <no>? - <human>
        <are_you> <no>? - <bot>
        <dont_want> ~ <person>
        <ask_hours> ~ <person>
        <count> <human>
        <other_trade> <human>
        <human> <human_noun>
    """,
}
