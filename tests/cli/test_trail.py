"""`baton trail`: the sealed log as a file, which is verified without a database."""

import json
from pathlib import Path

from click.testing import CliRunner
from commands import Terminal

from baton.cli.trail import command, told
from baton.core.trail.check import Verdict

HASH = "5f3a" * 16


def verdict(*problems: str, untold: int = 0, erased: int = 0) -> Verdict:
    erasures = ("2026-11-21 10:00 UTC, Ada: 1 conversation",) if erased else ()
    return Verdict("Quay", 2, 7, erased, "2026-11-20", "2026-11-21", HASH, problems, untold, erasures)


def test_a_whole_trail_is_told_with_its_last_seal_and_who_was_erased() -> None:
    assert told(verdict(erased=3), has_kept=True) == [
        "Quay: 7 events under 2 seals, all as they were sealed.",
        "3 events of customers who were erased since. Their hashes stay. Erased:",
        "  2026-11-21 10:00 UTC, Ada: 1 conversation",
        "Sealed from 2026-11-20 to 2026-11-21.",
        f"Last seal 2:{HASH}",
    ]
    assert "--seal N:HASH" in told(verdict(), has_kept=False)[-1]


def test_a_broken_one_is_told_thing_by_thing() -> None:
    assert told(verdict("One.", "Two."), has_kept=True) == [
        "One.",
        "Two.",
        "This trail is not whole: 2 things are wrong.",
    ]
    assert told(verdict("One.", untold=5), has_kept=True)[1:] == [
        "And 5 more.",
        "This trail is not whole: 6 things are wrong.",
    ]


def test_an_export_is_verified_without_the_desk_and_a_changed_one_is_refused(
    terminal: Terminal, kept_dir: Path, tmp_path: Path
) -> None:
    terminal.run("init", "--tenant", "Quay Lamps", "--data", kept_dir)
    file = tmp_path / "trail.jsonl"
    exported = terminal.run("trail", "export", "--data", kept_dir, "--out", file)
    assert exported.stdout.startswith("Seal 1:"), exported.stderr
    sealed = json.loads(terminal.run("trail", "seal", "--json", "--data", kept_dir).stdout)
    kept = f"{sealed['number']}:{sealed['hash']}"
    whole = CliRunner().invoke(command, ["verify", str(file), "--seal", kept, "--json"])
    assert (whole.exit_code, json.loads(whole.output)["last_seal"]) == (0, sealed["hash"])
    file.write_text(file.read_text().replace("tenant_created", "tenant_invented"))
    changed = CliRunner().invoke(command, ["verify", str(file)])
    assert (changed.exit_code, "was changed after seal 1 was made" in changed.output) == (1, True)


def test_a_seal_that_is_too_short_to_prove_anything_is_refused(tmp_path: Path) -> None:
    (tmp_path / "trail.jsonl").write_text("")
    refused = CliRunner().invoke(command, ["verify", str(tmp_path / "trail.jsonl"), "--seal", "1:5f3a"])
    assert "16 signs" in str(refused.exception)
