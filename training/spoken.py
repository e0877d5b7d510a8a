"""Makes `spoken.words`: how much a word tells of the language that a message is written in.

    uv run python -m training.spoken

Learns from nothing but Baton's own sentences (`baton/core/copy/locale`), own lists of everyday words
(`sentences/small-words.txt`) and of those that tell their language alone (`sentences/words-alone.txt`). Languages that
are written without spaces, or in a script of their own, are told by that script and are not in the file.
"""

import math
import re
from collections import Counter
from functools import cache
from pathlib import Path

from baton.core.copy import catalogue, languages
from baton.core.reading.spoken import BY_SCRIPT, WORD
from training import WEIGHTS

UNSEEN = 0.2
"""What a word counts in a language that has it nowhere."""

SMALL = 5
"""What an everyday word counts besides where it stands in a sentence."""

ALONE = 90
"""What a word counts besides that tells its language alone: enough to be believed against the language so far."""

SENTENCES = Path(__file__).parent / "sentences"

_BLANK = re.compile(r"\{[^{}]*\}")


def main() -> None:
    """Count, weigh, write."""
    counts = {code: _counted(code) for code in sorted({one.split("-")[0] for one in languages()} - BY_SCRIPT)}
    size = len(set().union(*counts.values()))
    lines: dict[str, list[str]] = {}
    for code, seen in counts.items():
        total = sum(seen.values()) + UNSEEN * size
        for word, count in seen.items():
            tells = math.log((count + UNSEEN) / total) - math.log(UNSEEN / total)
            mark = "!" if word in _listed("words-alone.txt").get(code, ()) else ""
            lines.setdefault(word, []).append(f"{code}:{tells:.1f}{mark}")
    path = WEIGHTS / "spoken.words"
    path.write_text("".join(f"{word} {' '.join(lines[word])}\n" for word in sorted(lines)))
    print(path, size)


@cache
def _listed(file: str) -> dict[str, set[str]]:
    """The words of an own list, by language."""
    lines = (SENTENCES / file).read_text().splitlines()
    split = [line.casefold().split() for line in lines if not line.startswith("#")]
    return {code: set(WORD.findall(" ".join(words))) for code, *words in split}


def _counted(code: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for tag in (one for one in languages() if one.split("-")[0] == code):
        words = catalogue(tag)
        sentences = [*words.texts.values(), *words.labels.values(), *words.team.values()]
        sentences += [form for forms in words.plurals.values() for form in forms]
        for sentence in sentences:
            found.update(WORD.findall(_BLANK.sub(" ", sentence).casefold()))
    found.update(dict.fromkeys(_listed("small-words.txt")[code], SMALL))
    found.update(dict.fromkeys(_listed("words-alone.txt").get(code, ()), ALONE))
    return found


if __name__ == "__main__":
    main()
