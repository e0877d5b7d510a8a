"""A folder that is tried out on has what customers would be answered from, and says what it left out."""

from pathlib import Path

from baton.knowledge.folder import read_folder


def test_what_says_of_itself_that_it_is_for_the_team_is_left_out_and_named(tmp_path: Path) -> None:
    (tmp_path / "fees.md").write_text("---\naudience: operators\n---\n# Fees\n\nThe restocking fee is 15 euros.\n")
    (tmp_path / "open.md").write_text("---\naudience: public\n---\n# Shop\n\nWe are open until six.\n")
    (tmp_path / "plain.md").write_text("# Bulbs\n\nTable lamps take an E14 bulb.\n")
    folder = read_folder(tmp_path)
    assert sorted(folder.documents) == ["open.md", "plain.md"]
    assert folder.skipped == [("fees.md", "It is for operators, so no customer is answered from it.")]
