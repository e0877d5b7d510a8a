"""Values: what the core reckons with, made by the dozen for every message and never changed.

A frozen dataclass sets each of its fields through a call, seven hundred of them for one message: a tenth of what the
server did for it. A `value` is frozen for the type checker, which sees all of this code, and a plain dataclass when it
runs. It is for what is made many times a message; a frozen dataclass is right for everything else.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, cast, dataclass_transform

Value = TypeVar("Value")

_FIELDS: dict[type, Callable[[Any], tuple[Any, ...]]] = {}


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(described: type[Value]) -> type[Value]:
    """The class as a value: compared by its fields, hashable where they are, of at least two of them."""
    made = dataclass(slots=True, unsafe_hash=True)(described)
    _FIELDS[made] = attrgetter(*(one.name for one in fields(cast("Any", made))))
    return made


def altered(one: Value, **now: Any) -> Value:
    """The value with some of its fields as they are `now`. Raises AttributeError for a field that it hasn't."""
    kind = type(one)
    made = kind(*_FIELDS[kind](one))
    for name, worth in now.items():
        setattr(made, name, worth)
    return made
