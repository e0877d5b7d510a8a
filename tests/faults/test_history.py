"""The checker accepts what a desk may do, and misses nothing that it may not."""

from dataclasses import replace

from faults.history import Logged, Operation, Stood, flaws

BOT: Stood = ("bot", 1, None)
WAITS: Stood = ("queued", 2, None)
DANA: Stood = ("human", 3, "dana")
BACK: Stood = ("bot", 4, None)

LOG = [
    Logged("c", 1, "conversation_opened", None, BOT, 100),
    Logged("c", 2, "message_received", "ann", BOT, 101, token="m1"),
    Logged("c", 3, "decision_made", None, WAITS, 102),
    Logged("c", 4, "handoff_opened", None, WAITS, 102),
    Logged("c", 5, "notice_sent", None, WAITS, 102),
    Logged("c", 6, "handoff_claimed", "dana", DANA, 103),
    Logged("c", 7, "notice_sent", None, DANA, 103),
    Logged("c", 8, "reply_sent", "dana", DANA, 104, token="r1"),
    Logged("c", 9, "handed_back", "dana", BACK, 105),
    Logged("c", 10, "notice_sent", None, BACK, 105),
    Logged("c", 11, "message_received", "ann", BACK, 106, token="m2"),
    Logged("c", 12, "answer_sent", None, BACK, 107, reply_to=11),
]

SEEN = [
    Operation("ann", "POST messages", "c", 0.0, 1.0, "done", ("", 0, None), "m1"),
    Operation("dana", "POST claim", "c", 2.0, 3.0, "done", DANA),
    Operation("sam", "POST claim", "c", 2.1, 3.2, "refused", DANA),
    Operation("ann", "GET conversation", "c", 2.5, 2.6, "looked", WAITS),
    Operation("dana", "POST messages", "c", 3.5, 4.0, "done", ("", 0, None), "r1"),
    Operation("dana", "POST handback", "c", 4.5, 5.0, "done", BACK),
    Operation("ann", "POST messages", "c", 6.0, 7.0, "done", ("", 0, None), "m2"),
    Operation("ann", "GET conversation", "c", 7.5, 7.6, "looked", BACK),
]


def changed(place: int, **fields: object) -> list[Logged]:
    """The log with one event told otherwise."""
    return [replace(event, **fields) if event.seq == place else event for event in LOG]  # type: ignore[arg-type]


def seen(place: int, **fields: object) -> list[Operation]:
    """What was seen, with one operation told otherwise."""
    return [replace(one, **fields) if n == place else one for n, one in enumerate(SEEN)]  # type: ignore[arg-type]


def the_flaw(log: list[Logged], operations: list[Operation]) -> str:
    found = flaws(log, operations)
    assert found
    return found[0]


def test_a_desk_that_keeps_its_rules_has_no_flaw() -> None:
    assert flaws(LOG, SEEN) == []


def test_operations_without_an_answer_may_have_happened_or_not() -> None:
    unsure = Operation("ann", "POST messages", "c", 0.5, 9.0, "unsure", None, "m9")
    assert flaws(LOG, [*SEEN, unsure]) == []
    assert flaws(LOG, seen(6, outcome="unsure", stood=None)) == []


def test_the_bot_that_speaks_while_a_person_holds_it_is_found() -> None:
    assert "the bot spoke at 8 while dana held it" in the_flaw(changed(8, kind="answer_sent", token=None), SEEN[:3])


def test_a_reply_of_somebody_who_does_not_hold_it_is_found() -> None:
    assert "sam replied at 8 while dana held it" in the_flaw(changed(8, actor="sam"), SEEN)


def test_a_handoff_without_its_notice_is_found() -> None:
    assert "handoff_opened at 3 was not told" in the_flaw(changed(5, tx=1000), SEEN)


def test_a_move_that_the_table_does_not_have_is_found() -> None:
    late = [replace(e, stood=DANA) if e.tx == 105 else e for e in LOG]
    assert "handed_back at 9 led from human to human" in "\n".join(flaws(late, SEEN[:5]))


def test_a_message_answered_twice_is_found() -> None:
    again = [*LOG, Logged("c", 13, "answer_sent", None, BACK, 108, reply_to=11)]
    assert "message 11 was answered twice" in the_flaw(again, SEEN)


def test_a_hole_in_the_log_is_found() -> None:
    assert "event 12 stands at place 11" in the_flaw([event for event in LOG if event.seq != 11], SEEN[:6])


def test_an_acknowledged_message_that_is_gone_is_found() -> None:
    assert "m2 was acknowledged and is not stored" in the_flaw(changed(11, token=None), SEEN)


def test_a_message_stored_twice_is_found() -> None:
    again = [*LOG, Logged("c", 13, "message_received", "ann", BACK, 108, token="m2")]
    assert "m2 is stored 2 times" in the_flaw(again, SEEN)


def test_a_refused_message_that_is_stored_is_found() -> None:
    assert "r1 was refused and is stored" in the_flaw(LOG, seen(4, outcome="refused", stood=DANA))


def test_a_second_winner_is_found() -> None:
    assert "POST claim of sam (done" in the_flaw(LOG, seen(2, outcome="done"))


def test_a_look_that_shows_the_past_is_found() -> None:
    assert "GET conversation of ann (looked" in the_flaw(LOG, seen(7, stood=DANA))


def test_a_look_that_shows_the_future_is_found() -> None:
    early = Operation("ann", "GET conversation", "c", 1.5, 1.6, "looked", DANA)
    assert "GET conversation of ann (looked" in the_flaw(LOG, [*SEEN, early])


def test_a_refusal_that_names_a_holder_of_another_time_is_found() -> None:
    late = Operation("sam", "POST claim", "c", 8.0, 8.5, "refused", DANA)
    assert "POST claim of sam (refused" in the_flaw(LOG, [*SEEN, late])


def test_what_was_answered_first_stands_first() -> None:
    swapped = [replace(one, began=8.0, ended=9.0) if one.token == "m1" else one for one in SEEN]
    assert any("POST messages of ann (done" in flaw for flaw in flaws(LOG, [*swapped, *SEEN[-1:]]))
