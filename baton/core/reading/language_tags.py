"""Language tags (BCP 47) as browsers, policies and catalogues write them: "de-AT", "pt_BR", "EN"."""

from functools import lru_cache
from typing import overload


@overload
def primary(tag: str) -> str: ...
@overload
def primary(tag: None) -> None: ...
@overload
def primary(tag: str | None) -> str | None: ...
def primary(tag: str | None) -> str | None:
    """The primary language subtag in small letters: "pt" of "pt-BR" or "PT_br". None stays None."""
    return None if tag is None else _primary(tag)


@lru_cache(maxsize=512)
def _primary(tag: str) -> str:
    return tag.replace("_", "-").partition("-")[0].lower()
