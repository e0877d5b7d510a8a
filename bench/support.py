"""How well the checker tells a model's sound statements from those that say what no passage says.

    uv run python bench/support.py [--half tuned|held_out|...|all] [--errors] [--line]

Good statements are sentences of the pages themselves and paraphrases written by hand. Each planted one is a good one
with a single change: another number, another name, a negation put in or taken out, or a small word turned into its
contrary. From `worded` on they are freer and harder: `support_worded.yaml`. `--line` shows what is gained and
lost where the share of known words is drawn elsewhere.
"""

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Sequence

from support_cases import PLANTED, Case, good, planted, written

from baton.core.statements import support

SOUND = ("quote", "paraphrase", "free")
HALVES = ("tuned", "held_out", "fresh", "later", "worded", "second", "kept", "limits", "last", "limits_once")
UNREAD = ("last",)
"""The halves whose errors are not listed, so that they stay ones that nobody has mended for."""

LINES = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--half", choices=(*HALVES, "all"), default="all")
    arguments.add_argument(
        "--errors", action="store_true", help="list good statements cut and planted ones that passed"
    )
    arguments.add_argument("--line", action="store_true", help="vary the share of known words")
    given = arguments.parse_args()
    sound = good()
    cases = [case for case in [*sound, *planted(sound), *written()] if given.half in (case.half, "all")]
    if given.line:
        _lines(cases)
        return
    table: Counter[tuple[str, str, bool]] = Counter()
    began = time.process_time()
    reasons = [
        support.objection(case.statement, [case.passage], language=case.language, beside=case.beside) for case in cases
    ]
    spent = time.process_time() - began
    for case, why in zip(cases, reasons, strict=True):
        table[case.kind, case.language, why is not None] += 1
        if given.errors and case.half not in UNREAD and (why is not None) == (case.kind in SOUND):
            print(f"  {'CUT' if why else 'PASSED'} {case.kind} {case.language}: {case.statement}  [{why}]")
    print(f"{'':12} {'cut':>5} {'of':>5} {'share':>7}   by language")
    kinds = list(dict.fromkeys([*SOUND, *PLANTED, *(case.kind for case in cases)]))
    for kind in kinds:
        _line(kind, table, (kind,))
    _line("all good", table, SOUND)
    _line("all bad", table, [kind for kind in kinds if kind not in SOUND])
    print(f"{spent / len(cases) * 1e6:.0f} µs of processor time a statement, its passage read for the first time too")


def _line(name: str, table: Counter[tuple[str, str, bool]], kinds: Iterable[str]) -> None:
    if not any(kind in kinds for kind, _, _ in table):
        return
    cells: list[str] = []
    for language in ("", "en", "de", "es", "fr"):
        cut, kept = (
            sum(
                n
                for (kind, code, was), n in table.items()
                if kind in kinds and was is is_cut and language in ("", code)
            )
            for is_cut in (True, False)
        )
        total = cut + kept
        cells.append(f"{cut:5} {total:5} {cut / (total or 1):7.1%}  " if not language else f"{language} {cut}/{total}")
    print(f"{name:12} {' '.join(cells)}")


def _lines(cases: Sequence[Case]) -> None:
    """What is cut of the good that are no quotes, and of the bad, with the line drawn at each share."""
    print(f"{'share':>6} {'of rules':>9} {'good cut':>9} {'bad cut':>9}")
    for of_rules in (True, False):
        for share in LINES:
            support.COVERED = share
            cut = Counter(
                (
                    case.kind in SOUND,
                    support.objection(case.statement, [case.passage], language=case.language, of_rules=of_rules)
                    is not None,
                )
                for case in cases
                if case.kind != "quote"
            )
            shares = (cut[sound, True] / ((cut[sound, True] + cut[sound, False]) or 1) for sound in (True, False))
            print(f"{share:6.1f} {'yes' if of_rules else 'no':>9}", *(f"{one:9.1%}" for one in shares))


if __name__ == "__main__":
    main()
