"""What is wrong with a policy file, each with its place and what to write instead."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, slots=True, order=True)
class PolicyProblem:
    """One thing to mend. `line` and `column` count from 1; `hint` may be empty."""

    line: int
    column: int
    message: str
    hint: str = ""

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".rstrip()


class PolicyErrors(Exception):
    """A policy file that can't be used. `problems` holds all that is wrong with it, in the order of the file."""

    def __init__(self, problems: Sequence[PolicyProblem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(f"line {problem.line}: {problem}" for problem in self.problems))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint: the nearest known word, or the list of them where none is near and the list is short."""
    words = sorted(known)
    near = get_close_matches(word.casefold(), words, n=1, cutoff=0.6)
    if near:
        return f'Did you mean "{near[0]}"?'
    return f"Known are: {', '.join(words)}." if words and len(words) <= 20 else ""
