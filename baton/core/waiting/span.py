"""A wait as a customer is told it: between so long and so long."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WaitRange:
    """From `low_s` to `high_s` seconds from the moment it is told. Four waits of five end inside it.

    Raises ValueError where it ends before it begins, or begins before now.
    """

    low_s: float
    high_s: float

    def __post_init__(self) -> None:
        """Refuse what is no range."""
        if not 0 <= self.low_s <= self.high_s:
            raise ValueError(f"A wait from {self.low_s} to {self.high_s} seconds is no range.")

    def holds(self, wait_s: float) -> bool:
        """Whether a wait of so many seconds ended inside."""
        return self.low_s <= wait_s <= self.high_s
