"""How long a desk takes to learn from a thousand HTML pages, and from PDFs of a thousand pages, with the real command.

    uv run python bench/ingest.py

Prints the seconds of `baton ingest` as a whole: starting the database, reading, cutting, keeping, stopping.
"""

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

import papers

PAGES = 1_000
_WORDS = "order return refund lamp table delivery parcel label account price warranty repair part shop card days"
WORDS = _WORDS.split()


def main() -> None:
    """Make the pages, teach them, and say how long it took."""
    dice = random.Random(3)
    with tempfile.TemporaryDirectory(prefix="baton-bench-") as place:
        Path(place).chmod(0o711)
        data = Path(place) / "data"
        run("init", "--data", str(data), "--tenant", "Bench")
        for name, make in (("html", html_pages), ("pdf", pdf_files)):
            folder = Path(place) / name
            folder.mkdir()
            make(folder, dice)
            began = time.perf_counter()
            said = run("ingest", str(folder), "--data", str(data))
            print(f"{name}: {time.perf_counter() - began:.1f} s  {said.splitlines()[0]}")


def html_pages(folder: Path, dice: random.Random) -> None:
    """A thousand pages of about 600 words, with the furniture that pages have."""
    menu = "".join(f'<li><a href="/{n}">{prose(dice, 3)}</a></li>' for n in range(60))
    for number in range(PAGES):
        sections = "".join(
            f"<h2 id=s{n}>{prose(dice, 4)}</h2><p>{prose(dice, 60)}.</p>"
            f"<ul><li>{prose(dice, 20)}<li>{prose(dice, 20)}</ul>"
            for n in range(6)
        )
        page = (
            f"<html lang=en><head><title>{number}</title></head><body><nav><ul>{menu}</ul></nav><main><h1>Page {number}"
        )
        (folder / f"{number}.html").write_text(f"{page}</h1>{sections}</main><footer>{menu}</footer></body></html>")


def pdf_files(folder: Path, _: random.Random) -> None:
    """Ten manuals of a hundred pages."""
    for number in range(10):
        (folder / f"{number}.pdf").write_bytes(papers.pdf(pages=PAGES // 10, title=f"Manual {number}"))


def prose(dice: random.Random, words: int) -> str:
    """So many words in a row."""
    return " ".join(dice.choices(WORDS, k=words))


def run(*arguments: str) -> str:
    """Run the command and return what it answered."""
    done = subprocess.run(
        [str(Path(sys.executable).with_name("baton")), *arguments], capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(done.stderr)
    return done.stdout


if __name__ == "__main__":
    main()
