"""The verdict on a race finds what went wrong in it."""

from bench.races.verdict import Row, how_the_draft_went, of_claim, of_resolving, of_takeover

OPENED, ASKED = Row(1, "conversation_opened", "c"), Row(2, "message_received", "c", "asked")
TAKEN = Row(3, "taken_over", "ann")


def claimed(*by: str) -> list[Row]:
    return [OPENED, *(Row(n, "handoff_claimed", who) for n, who in enumerate(by, 2))]


def test_one_winner_whom_every_loser_is_told_is_sound():
    assert of_claim(claimed("ann"), [("ann", 200, ""), ("bob", 409, "Ann")]) == []


def test_two_winners_in_the_log_are_found():
    assert of_claim(claimed("ann", "bob"), [("ann", 200, ""), ("bob", 200, "")]) != []


def test_a_second_who_was_told_that_they_won_is_found():
    assert of_claim(claimed("ann"), [("ann", 200, ""), ("bob", 200, "")]) == ["2 were told that they have it"]


def test_a_loser_who_was_not_told_who_won_is_found():
    assert of_claim(claimed("ann"), [("ann", 200, ""), ("bob", 409, "")]) == ["1 losers were not told who won"]


def test_an_answer_of_the_bot_after_the_takeover_is_found_and_one_before_is_not():
    late = [OPENED, ASKED, TAKEN, Row(4, "answer_sent", "bot")]
    early = [OPENED, ASKED, Row(3, "answer_sent", "bot"), Row(4, "taken_over", "ann")]
    assert of_takeover(late, said=["asked"]) == ["1 replies of the bot come after the takeover"]
    assert of_takeover(early, said=["asked"]) == []
    assert how_the_draft_went(early) == "answered before"


def test_an_acknowledged_takeover_that_left_no_trace_is_found():
    assert of_takeover([OPENED, ASKED], said=["asked"]) == ["the takeover was acknowledged and is not in the log"]


def test_a_message_that_is_lost_or_doubled_is_found():
    assert of_takeover([OPENED, TAKEN], said=["asked"]) == ["message asked is there 0 times"]
    assert of_takeover([OPENED, ASKED, TAKEN, Row(4, "message_received", "c", "asked")], said=["asked"]) != []


def test_a_second_resolution_is_found():
    done = Row(4, "resolved", "ann")
    assert of_resolving([TAKEN, done], [409, 200]) == []
    assert of_resolving([TAKEN, done, done], [200, 409]) != []
    assert of_resolving([TAKEN, done], [200, 200]) != []


def test_a_discarded_draft_is_told_from_one_that_was_never_begun():
    assert how_the_draft_went([ASKED, TAKEN, Row(4, "answer_discarded", "bot")]) == "discarded"
    assert how_the_draft_went([TAKEN, ASKED]) == "never begun"
