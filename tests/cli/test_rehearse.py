"""`baton rehearse`: a play told in a terminal, and an exit code that stops a release."""

import json
from datetime import UTC, datetime
from pathlib import Path

from commands import Terminal

from baton.cli.rehearse import _told
from baton.core.rehearsing.scene import Played, Scene, failed, passed
from baton.services.rehearsing.programme import Rehearsal

GOOD = Played(scene=Scene.NOBODY, title="Support", remarks=(passed("Nobody is promised."),), reads=("We are open.",))
BAD = Played(
    scene=Scene.CLOSED,
    title="Support, in English",
    remarks=(failed("It says “is with you”, and nobody is there.", "Mend the wording.", "wording"),),
    wrote=("Can I talk to a person?",),
    reads=("A colleague is with you.",),
    decided="Hand over to a person in Support.",
    at=datetime(2026, 11, 22, 19, 0, tzinfo=UTC),
)
QUIET = """policy: Quay
queues:
  support: {owner: Dana, hours: {timezone: Europe/Berlin, mon-fri: ["09:00-17:00"]}}
rules:
  - {id: asks-for-person, when: asks_for_person, then: handoff}
copy:
  en: {now_ticket: "A colleague is with you in a moment. Your number is {{ reference }}."}
"""


def test_what_passed_is_told_in_short_and_what_failed_with_what_was_read_and_where_to_mend_it() -> None:
    said = list(_told("Quay Lamps", Rehearsal((BAD, GOOD)), None, "https://desk.example/console", whole=False))
    assert said == [
        "The queue is closed",
        "  FAILED  Support, in English (Sun 22 Nov 2026 19:00 UTC)",
        "          It says “is with you”, and nobody is there.",
        "          Mend the wording.",
        "          https://desk.example/console#wording",
        "          writes: “Can I talk to a person?”",
        "          reads:  “A colleague is with you.”",
        "          Hand over to a person in Support.",
        "",
        "Open, and nobody is there",
        "  passed  Support",
        "          Nobody is promised.",
        "",
        "Quay Lamps: 2 scenes, 1 passed, 0 to look at, 1 failed.",
    ]
    assert "          reads:  “We are open.”" in _told("Quay Lamps", Rehearsal((GOOD,)), None, "", whole=True)


def test_a_scene_that_fails_makes_the_exit_code_1(terminal: Terminal, kept_dir: Path, tmp_path: Path) -> None:
    terminal.run("init", "--tenant", "Quay Lamps", "--data", kept_dir)
    passed_all = terminal.run("rehearse", "--scene", "closed", "--scene", "broken", "--json", "--data", kept_dir)
    assert passed_all.returncode == 0, passed_all.stderr
    told = json.loads(passed_all.stdout)
    assert (told["company"], told["failed"]) == ("Quay Lamps", 0)
    assert {one["scene"] for one in told["scenes"]} == {"closed", "broken"}
    assert "Traceback" not in passed_all.stderr
    (tmp_path / "policy.yaml").write_text(QUIET)
    refused = terminal.run("rehearse", "--scene", "closed", "--policy", tmp_path / "policy.yaml", "--data", kept_dir)
    assert refused.returncode == 1, refused.stderr
    assert "FAILED  support, in English" in refused.stdout
    assert "It says “A colleague is with you”, and nobody is there." in refused.stdout
