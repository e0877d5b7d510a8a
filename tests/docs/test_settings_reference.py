"""docs/reference/settings.md has every variable that is read, with its default, and none that nobody reads."""

import re

from docs.pages import ROOT, codes, reference, rows

from baton.settings import HOST, PORT, read

ROWS = {codes(row[0])[0]: row for row in rows(reference("settings.md"))}
READ_BY = ("baton", "bin", "tests", ".ci")
MOST = 1_000_000
"""Bytes of a file in which somebody wrote a variable: weights and pictures are larger, and slow to look through."""

_VARIABLE = re.compile(r"\bBATON_[A-Z_]+\b")


def mentioned(*places: str) -> set[str]:
    files = (file for place in places for file in (ROOT / place).rglob("*") if file.is_file())
    written = (file for file in files if "__pycache__" not in file.parts and file.stat().st_size < MOST)
    texts = (file.read_text(encoding="utf-8", errors="replace") for file in written)
    return {name for text in texts for name in _VARIABLE.findall(text)}


def test_every_variable_of_the_program_is_on_the_page() -> None:
    assert mentioned("baton") <= set(ROWS)


def test_every_variable_on_the_page_is_read_somewhere() -> None:
    assert set(ROWS) <= mentioned(*READ_BY)


def test_the_defaults_are_true() -> None:
    assert ROWS["BATON_PORT"][2] == f"`{PORT}`"
    assert ROWS["BATON_HOST"][2] == f"`{HOST}`"
    assert ROWS["BATON_LOG_LEVEL"][2] == f"`{read({}).log_level}`"
