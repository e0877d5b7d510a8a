"""The page of the desk's words has every language and every sentence, with its placeholders."""

import re
from pathlib import Path

from baton.core.copy import catalogue, languages
from baton.core.copy.liquid import FILTERS
from baton.core.copy.own import keys

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reference" / "words.md").read_text(encoding="utf-8")
HOW_TO = (ROOT / "docs" / "how-to" / "words.md").read_text(encoding="utf-8")


def test_every_language_is_listed_with_who_has_read_it() -> None:
    rows = re.findall(r"^\| `([a-z]{2}(?:-\w+)?)` \| (.+?) \| (ltr|rtl) \| (.+?) \|$", PAGE, re.MULTILINE)
    assert rows == [
        (code, words.name, words.direction, words.native_reader or "nobody yet")
        for code in languages()
        for words in (catalogue(code),)
    ]


def test_every_sentence_is_listed_with_its_placeholders() -> None:
    rows = re.findall(r"^\| `(\w+)` \| ([`\w, ]*) \| .+ \|$", PAGE.partition("## Sentences")[2], re.MULTILINE)
    assert {key: frozenset(re.findall(r"`(\w+)`", named)) for key, named in rows} == keys()


def test_every_filter_that_a_wording_may_use_is_named() -> None:
    assert all(f"`{name}`" in HOW_TO for name in FILTERS)
