"""Public holidays by country and region, from the library `holidays`, which keeps the rules of 250 countries."""

from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from baton.core.hours.spans import BadHours

_ENGLISH = "en_US"


@lru_cache(maxsize=512)
def holidays_of(region: str, year: int) -> Mapping[date, str]:
    """The public holidays of a known region (`DE`, `DE-BY`) in a year, by name, in English where there is one.

    Those that are kept on another weekday, because they fall on a weekend, are among them.
    """
    country, _, part = region.partition("-")
    known: Any = _countries()
    made: Any = known.country_holidays(country, subdiv=part or None, years=year)
    if made.supported_languages and _ENGLISH in made.supported_languages:
        made = known.country_holidays(country, subdiv=part or None, years=year, language=_ENGLISH)
    return MappingProxyType({day: str(name) for day, name in made.items() if day.year == year})


@lru_cache(maxsize=512)
def known_region(region: str) -> str:
    """The region as it is written: `DE`, `US-CA`. Raises BadHours, with the nearest, where there is no such one."""
    country, _, part = region.strip().partition("-")
    parts = _regions().get(country.upper())
    if parts is None or len(country) != 2:
        hint = "Write the country's two letters, such as DE or US, and the part where there is one: DE-BY, US-CA."
        raise BadHours(f"No holidays are known of {region!r}. {hint}", "holidays")
    if not part:
        return country.upper()
    found = next((one for one in parts if one.casefold() == part.casefold()), None)
    if found is None:
        raise BadHours(f"{country.upper()} has no part {part!r}. {_nearest(country.upper(), part, parts)}", "holidays")
    return f"{country.upper()}-{found}"


def _nearest(country: str, part: str, parts: tuple[str, ...]) -> str:
    known: Any = _countries()
    names: dict[str, str] = dict(known.country_holidays(country).subdivisions_aliases)
    near = get_close_matches(part.casefold(), [name.casefold() for name in names], n=1)
    if near:
        named = next(code for name, code in names.items() if name.casefold() == near[0])
        return f'Did you mean "{country}-{named}"?'
    return f"Known are: {', '.join(parts)}." if parts else f"Write {country} alone."


@lru_cache(maxsize=1)
def _regions() -> Mapping[str, tuple[str, ...]]:
    return {country: tuple(parts) for country, parts in _countries().list_supported_countries().items()}


def _countries() -> Any:
    import holidays  # here: it takes half a second to import, and most policies name no holidays

    return holidays
