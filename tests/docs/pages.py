"""Reading the documents, for the tests that hold them to the code."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "docs" / "reference"

_SKIPPED = ("baton/knowledge/demo/", "baton/llm/prompts/", "node_modules/", ".venv/", ".git/")


def reference(name: str) -> str:
    """A page of docs/reference."""
    return (REFERENCE / name).read_text(encoding="utf-8")


def sections(text: str, level: int) -> dict[str, str]:
    """Heading -> what stands below it, up to the next heading of the same level or a higher one."""
    found: dict[str, str] = {}
    title = ""
    for line in text.splitlines():
        marks = len(line) - len(line.lstrip("#"))
        if 0 < marks <= level and line[marks : marks + 1] == " ":
            title = line[marks + 1 :].strip() if marks == level else ""
        elif title:
            found[title] = found.get(title, "") + line + "\n"
        if title:
            found.setdefault(title, "")
    return found


def rows(text: str) -> list[list[str]]:
    """The cells of every row of every table whose first cell is code."""
    return [
        [cell.strip() for cell in line.strip()[1:-1].split("|")] for line in text.splitlines() if line.startswith("| `")
    ]


def codes(text: str) -> list[str]:
    """What stands between backticks."""
    return re.findall(r"`([^`]+)`", text)


def every_page() -> list[Path]:
    """Every Markdown file of the repository that is a document and not data."""
    found = [path for path in ROOT.rglob("*.md") if not path.relative_to(ROOT).as_posix().startswith(_SKIPPED)]
    return sorted(path for path in found if not any(f"/{part}" in path.as_posix() for part in _SKIPPED))


def code_blocks(text: str) -> list[tuple[str, str]]:
    """(language, content) of each fenced block."""
    return re.findall(r"^```(\w*)\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
