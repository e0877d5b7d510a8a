"""What is left out of the pages' files is what no browser reads, and nothing else."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from baton.core.pages.leaner import lean_script, lean_style

UI = Path(__file__).parents[3] / "baton" / "ui"
OURS = sorted(path for path in UI.rglob("*.js") if "vendor" not in path.parts)
SHEETS = sorted(UI.rglob("*.css"))


def named(path: Path) -> str:
    return str(path.relative_to(UI))


@pytest.mark.parametrize(
    ("written", "served"),
    [
        ("// a reason\nlet a = 1; // more\n", "\nlet a = 1;\n"),
        ("/** One\n * two */\nlet a;\n", "\n\nlet a;\n"),
        ('const a = "// not a comment";\n', 'const a = "// not a comment";\n'),
        ("const a = 'it\\'s /* this */';\n", "const a = 'it\\'s /* this */';\n"),
        ("const a = /[/'\"]\\/\\/x/g.test(b); // c\n", "const a = /[/'\"]\\/\\/x/g.test(b);\n"),
        ("const a = b / c; // per c\nconst d = 'e/f';\n", "const a = b / c;\nconst d = 'e/f';\n"),
        ("x = f(a) / 2 + '/'; // y\n", "x = f(a) / 2 + '/';\n"),
        ("return/* a */b;\n", "return b;\n"),
        (
            "  const a = `\n    // kept ${b({ c: `}` })}\n  `; // gone\n",
            "  const a = `\n    // kept ${b({ c: `}` })}\n  `;\n",
        ),
        ("const a = /** @type {any} */ (/'/).test(b); // c'\n", "const a = (/'/).test(b);\n"),
    ],
)
def test_comments_go_and_everything_else_stays(written: str, served: str) -> None:
    assert lean_script(written) == served


def test_a_style_sheet_keeps_its_strings() -> None:
    assert (
        lean_style('/* why */\na::after {\n  content: "/* said */";\n}\n')
        == '\na::after {\ncontent: "/* said */";\n}\n'
    )


def test_every_line_keeps_its_number() -> None:
    for path in [*OURS, *SHEETS]:
        lean = lean_script if path.suffix == ".js" else lean_style
        assert lean(path.read_text()).count("\n") == path.read_text().count("\n"), named(path)


def test_every_word_that_is_no_comments_is_served() -> None:
    """Where a line of code was taken for a comment, a plain reading of both differs. Templates keep theirs."""
    assert len(OURS) > 100
    for path in OURS:
        assert words(lean_script(path.read_text())) == words(path.read_text()), named(path)


def words(js: str) -> str:
    lines = [line for line in re.sub(r"/\*[\s\S]*?\*/", " ", js).splitlines() if not line.strip().startswith("//")]
    return re.sub(r"\s+", "", re.sub(r"(?<=[;,({\[)}>\]])[ \t]+//[^\n]*", "", "\n".join(lines)))


@pytest.mark.skipif(shutil.which("node") is None, reason="needs Node to read the modules")
def test_every_module_is_still_one(tmp_path: Path) -> None:
    for number, path in enumerate(OURS):
        (tmp_path / f"{number}.mjs").write_text(lean_script(path.read_text()))
    (tmp_path / "all.mjs").write_text(
        "import vm from 'node:vm'; import fs from 'node:fs';\n"
        f"for (let n = 0; n < {len(OURS)}; n++) new vm.SourceTextModule("
        f"fs.readFileSync(`{tmp_path}/${{n}}.mjs`, 'utf8'));\n"
    )
    command = ["node", "--experimental-vm-modules", str(tmp_path / "all.mjs")]
    run = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert run.returncode == 0, run.stderr
