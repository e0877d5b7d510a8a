"""What the linter finds."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad a finding is."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found. `code` names the kind; `line` and `column` count from 1, 0 where it has no place."""

    severity: Severity
    code: str
    message: str
    hint: str = ""
    rule: str | None = None
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".rstrip()
