"""What an open page came to know, held against the log."""

from faults.history import Logged
from faults.listener import Listener, differences

LOG = [Logged("cnv_1", seq, "message_received", None, ("bot", 1, None), seq) for seq in (1, 2)]


def test_a_page_that_knows_all_and_nothing_else_is_right():
    assert differences({"cnv_1": {1: "message_received", 2: "message_received"}}, LOG) == []


def test_an_event_that_the_page_never_learned_of_is_found():
    assert differences({"cnv_1": {1: "message_received"}}, LOG) == ["cnv_1: the page never learned of 2"]


def test_an_event_that_is_not_in_the_log_is_found():
    seen = {"cnv_1": {1: "message_received", 2: "message_received", 3: "answer_sent"}}
    assert differences(seen, LOG) == ["cnv_1: the page knows 3, which is not in the log"]


def test_an_event_that_changes_after_it_was_shown_is_found():
    page = Listener("", "")
    page._note({"conversation_id": "cnv_1", "seq": 1, "kind": "message_received"})
    page._note({"conversation_id": "cnv_1", "seq": 1, "kind": "answer_sent"})
    assert page.flaws(LOG)[0] == "cnv_1: 1 was message_received, then answer_sent"
