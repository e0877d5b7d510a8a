"""`baton ingest` reads folders, says what it skipped, and ends with an error only when nothing was read."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from baton.cli.ingest import command as ingest
from baton.cli.init import command as init
from baton.core.errors import DeskError


def run(*arguments: str) -> Result:
    return CliRunner().invoke(ingest, list(arguments))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    pages = tmp_path / "pages"
    (pages / "deep" / ".git").mkdir(parents=True)
    (pages / "a.md").write_text("# A\n\nRefunds take 5 days.")
    (pages / "deep" / "a.md").write_text("# B\n\nGift cards last.")
    (pages / "deep" / ".git" / "x.md").write_text("hidden")
    (pages / "logo.png").write_bytes(b"\x89PNG")
    (pages / "faq.yaml").write_text("- question: Open on Sunday?\n  answer: No.\n")
    (pages / "bad.yml").write_text("- question: [\n")
    (pages / "gone.md").symlink_to("/nowhere")
    return pages


@pytest.mark.slow
def test_teaches_a_company_and_says_what_was_skipped(folder: Path, kept_dir: Path) -> None:
    assert CliRunner().invoke(init, ["--data", str(kept_dir), "--tenant", "Harbour"]).exit_code == 0
    said = run(str(folder), "--data", str(kept_dir), "--name", "Help", "--json")
    assert said.exit_code == 0, said.output
    told = json.loads(said.stdout)
    assert (told["documents"], told["passages"], told["added"]) == (3, 3, 3)
    assert [source["name"] for source in told["sources"]] == ["Help"]
    assert sorted(skip["name"] for skip in told["skipped"]) == ["bad.yml", "logo.png"]

    again = run(str(folder), "--data", str(kept_dir), "--name", "Help")
    assert "0 new, 0 changed, 3 unchanged." in again.stdout
    assert "2 skipped:\n" in again.stdout
    assert "  logo.png can't be read" in again.stdout

    (folder / "a.md").unlink()
    (folder / "bad.yml").write_text("- question: Late?\n  answer: Until ten.\n")
    gone = run(str(folder), "--data", str(kept_dir), "--name", "Help")
    assert "1 new, 0 changed, 2 unchanged, 1 gone." in gone.stdout

    with pytest.raises(DeskError, match="no tenant named Nobody") as refused:
        raise run(str(folder), "--data", str(kept_dir), "--tenant", "Nobody").exception or AssertionError
    assert "Harbour" in refused.value.detail
    with pytest.raises(DeskError, match="Nothing could be read"):
        raise run(str(folder / "logo.png"), "--data", str(kept_dir)).exception or AssertionError


def test_a_path_that_is_not_there_is_named_before_anything_starts(tmp_path: Path, data_dir: Path) -> None:
    with pytest.raises(DeskError, match="nowhere"):
        raise run(str(tmp_path / "nowhere"), "--data", str(data_dir)).exception or AssertionError
    assert not data_dir.exists()


def test_an_empty_folder_is_named_before_anything_starts(tmp_path: Path, data_dir: Path) -> None:
    with pytest.raises(DeskError, match="no files"):
        raise run(str(tmp_path), "--data", str(data_dir)).exception or AssertionError


def test_an_address_that_is_none_of_a_website_is_not_taken_for_a_file(data_dir: Path) -> None:
    with pytest.raises(DeskError, match="begins with https:// or http://"):
        raise run("ftp://help.example.com/", "--data", str(data_dir)).exception or AssertionError
    assert not data_dir.exists()
