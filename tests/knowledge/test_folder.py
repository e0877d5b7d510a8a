"""A folder that is tried out on has what customers would be answered from, and says what it left out."""

import os
from pathlib import Path

from baton.knowledge.folder import read_folder


def test_what_says_of_itself_that_it_is_for_the_team_is_left_out_and_named(tmp_path: Path) -> None:
    (tmp_path / "fees.md").write_text("---\naudience: operators\n---\n# Fees\n\nThe restocking fee is 15 euros.\n")
    (tmp_path / "open.md").write_text("---\naudience: public\n---\n# Shop\n\nWe are open until six.\n")
    (tmp_path / "plain.md").write_text("# Bulbs\n\nTable lamps take an E14 bulb.\n")
    folder = read_folder(tmp_path)
    assert sorted(folder.documents) == ["open.md", "plain.md"]
    assert folder.skipped == [("fees.md", "It is for operators, so no customer is answered from it.")]


def test_every_document_and_entry_has_the_date_of_its_file(tmp_path: Path) -> None:
    (tmp_path / "open.md").write_text("# Shop\n\nWe are open until six.\n")
    (tmp_path / "faq.csv").write_text("question,answer\nAre you open?,Until six.\nDo you ship?,Yes.\n")
    for name in ("open.md", "faq.csv"):
        os.utime(tmp_path / name, (1_600_000_000, 1_600_000_000))
    folder = read_folder(tmp_path)
    assert folder.changed.keys() == folder.documents.keys() == {"open.md", "faq.csv#1", "faq.csv#2"}
    assert {moment.year for moment in folder.changed.values()} == {2020}
