"""`baton check`: a list for a terminal, and an exit code that stops a release; `baton brief` beside it."""

import json
from pathlib import Path

from commands import Terminal

from baton.cli.check import _told
from baton.core.launch.line import Line, Mark, Part
from baton.services.launch.check import LaunchCheck

GOOD = Line(Part.RULES, Mark.OK, "9 rules.", room="policy")
BAD = Line(Part.QUEUES, Mark.REFUSES, "Nobody could serve Support.", "Add an operator.", "queues/support", 4, 3)


def test_a_line_that_refuses_says_where_to_mend_it() -> None:
    said = _told("Quay Lamps", LaunchCheck((GOOD, BAD)), None, "https://desk.example/console")
    assert said == [
        "Rules",
        "  ok      9 rules.",
        "",
        "Queues",
        "  REFUSES Nobody could serve Support.",
        "          Add an operator.",
        "          https://desk.example/console#queues/support",
        "",
        "Quay Lamps may not go live: 1 line refuses. 0 warnings to look at.",
    ]
    by_file = _told("Quay Lamps", LaunchCheck((BAD,)), Path("policy.yaml"), "")
    assert "          policy.yaml:4:3" in by_file


def test_where_nothing_refuses_it_says_so() -> None:
    assert _told("Quay Lamps", LaunchCheck((GOOD,)), None, "")[-1] == (
        "Quay Lamps may go live. Nothing is left to look at."
    )


def test_a_company_that_has_nothing_yet_is_refused_with_exit_code_1(terminal: Terminal, kept_dir: Path) -> None:
    made = terminal.run("init", "--tenant", "Quay Lamps", "--data", kept_dir)
    assert made.returncode == 0, made.stderr
    refused = terminal.run("check", "--json", "--data", kept_dir)
    assert refused.returncode == 1, refused.stderr
    told = json.loads(refused.stdout)
    assert (told["company"], told["may_go_live"]) == ("Quay Lamps", False)
    assert told["refuses"] == sum(one["mark"] == "refuses" for one in told["lines"]) > 4


def test_the_brief_is_printed_or_written_in_the_form_that_the_file_is_named_by(
    terminal: Terminal, kept_dir: Path, tmp_path: Path
) -> None:
    terminal.run("init", "--tenant", "Quay Lamps", "--data", kept_dir)
    printed = terminal.run("brief", "--data", kept_dir)
    assert printed.stdout.startswith("# Quay Lamps: scope brief\n")
    terminal.run("brief", "--data", kept_dir, "--out", tmp_path / "brief.html")
    assert (tmp_path / "brief.html").read_text().startswith("<!doctype html>")
    refused = terminal.run("brief", "--data", kept_dir, "--out", tmp_path / "brief.pdf")
    assert (refused.returncode, "ends in .md or .html" in refused.stderr) == (1, True)
