"""Who may see what happened."""

from builders import DANA, NOW

from baton.core.events import FOR_EVERYONE, Event, EventKind
from baton.core.transitions import Move

TEAM_FIELDS = {"rule", "evidence", "signals", "note", "decided", "promised", "text", "policy_version"}


def test_every_move_is_a_kind_of_event():
    assert {move.value for move in Move} <= {kind.value for kind in EventKind}


def test_no_field_that_is_for_the_team_is_ever_shown_to_a_customer():
    assert not TEAM_FIELDS & {field for fields in FOR_EVERYONE.values() for field in fields}


def test_a_customers_view_of_an_event_has_the_listed_fields_only():
    event = Event(EventKind.HANDOFF_OPENED, DANA, NOW, {"queue": "billing", "rule": "refunds", "evidence": ["x"]})
    assert event.public_data() == {"queue": "billing"}
