"""Spans of a day as people write them, with a sentence for what can't be right."""

from dataclasses import dataclass
from itertools import pairwise
from typing import cast

DAY_MINUTES = 24 * 60

LONGEST_NIGHT = 16 * 60
"""Minutes a span over midnight may last. Longer ones have been start and end the wrong way round."""


class BadHours(ValueError):
    """Opening hours that can't be right. `key` is the key of the mapping that it is about, None: all of it."""

    def __init__(self, message: str, key: str | None = None) -> None:
        super().__init__(message)
        self.key = key


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Open from `start` until before `end`, in minutes after midnight. Past 1440 is the next day."""

    start: int
    end: int

    def __str__(self) -> str:
        """As it is written in a policy file: `22:00-06:00`."""
        end = self.end if self.end == DAY_MINUTES else self.end % DAY_MINUTES
        return f"{self.start // 60:02}:{self.start % 60:02}-{end // 60:02}:{end % 60:02}"


def read_spans(value: object, where: str) -> tuple[Span, ...]:
    """The spans of one day, in order. One span may stand without a list; `closed` means none. Raises BadHours."""
    if value is None or value == "closed":
        return ()
    items: list[object] = list(cast("list[object]", value)) if isinstance(value, list | tuple) else [value]
    spans = sorted(_span(item, where) for item in items)
    for before, after in pairwise(spans):
        if after.start < before.end:
            raise BadHours(f"The spans {before} and {after} of {where} overlap. Join them or move one.", where)
    return tuple(spans)


def _span(value: object, where: str) -> Span:
    parts = str(value).replace("–", "-").split("-") if isinstance(value, str) else []
    if len(parts) != 2:
        raise BadHours(f'{value!r} of {where} is not a span. Write it as "09:00-17:30", in quotes.', where)
    start, end = (_minutes(part, str(value), where) for part in parts)
    if start in (end, DAY_MINUTES):
        raise BadHours(f'The span {value!r} of {where} has no length. The whole day is "00:00-24:00".', where)
    if end > start:
        return Span(start, end)
    if end + DAY_MINUTES - start > LONGEST_NIGHT:
        raise BadHours(
            f"The span {value!r} of {where} ends before it starts; as a night it would last over 16 hours. "
            f'Did you mean "{parts[1].strip()}-{parts[0].strip()}"?',
            where,
        )
    return Span(start, end + DAY_MINUTES)


def _minutes(text: str, span: str, where: str) -> int:
    hour, _, minute = text.strip().partition(":")
    # isascii: int() would also take other scripts' digits, which a reader of the file may not see.
    if hour.isdigit() and (minute or "00").isdigit() and len(minute or "00") == 2 and text.isascii():
        minutes = int(hour) * 60 + int(minute or 0)
        if int(minute or 0) < 60 and minutes <= DAY_MINUTES:
            return minutes
    raise BadHours(f"{text.strip()!r} in {span!r} of {where} is not a time of day between 00:00 and 24:00.", where)
