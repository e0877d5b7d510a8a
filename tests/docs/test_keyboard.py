"""docs/how-to/use-the-keyboard.md has every verb of the inbox, its key, and when it is refused."""

import re
from pathlib import Path

from docs.pages import rows

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "how-to" / "use-the-keyboard.md").read_text(encoding="utf-8")
VERBS = re.findall(
    r"\{ (?:key: '(.)', )?label: '([^']+)'(, needs: '\w+')?",
    (ROOT / "baton" / "ui" / "inbox" / "verbs.js").read_text(encoding="utf-8"),
)


def test_every_verb_is_on_the_page_with_its_key_and_when_it_is_refused() -> None:
    on_page = [(row[0], row[1], bool(row[2])) for row in rows(PAGE)]
    by_list = "`Ctrl` `K`"
    assert on_page == [(f"`{key.upper()}`" if key else by_list, label, bool(needs)) for key, label, needs in VERBS]


def test_no_key_stands_for_two_verbs_that_can_both_be_given() -> None:
    keys = [key for key, _, _ in VERBS if key]
    # The offer is answered before anything is passed on.
    assert sorted(keys) == sorted([*set(keys), "a"])
