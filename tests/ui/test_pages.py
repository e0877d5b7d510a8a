"""The pages as files: what they load is there, unchanged, and allowed by a strict Content-Security-Policy."""

import hashlib
import re
from pathlib import Path

import pytest

from baton.api.pages import FIRST_ROWS
from baton.core.pages.joined import joined
from baton.core.routing.offers import DeclineReason

UI = Path(__file__).parents[2] / "baton" / "ui"
PAGES = ("inbox", "console")
OURS = ("shared", "inbox", "console")


def linked(page: str, rel: str) -> list[str]:
    html = (UI / page / "index.html").read_text()
    return re.findall(rf'rel="{rel}" href="/ui/([^"]+)"', html)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_one_module_with_all_that_it_imports(page: str) -> None:
    """A module that is found only after another was read costs one round trip more each."""
    assert linked(page, "modulepreload") == []
    whole = joined("main.js", lambda name: (UI / page / name).read_text())
    assert re.findall(r"^(?:import|export)\b", whole, re.MULTILINE) == []
    assert "const $_vendor_preact = " in whole
    assert (UI / page / "all.js").read_text().endswith('\nimport "./main.js";\n')


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_one_style_sheet_of_those_that_exist_with_the_layer_order_first(page: str) -> None:
    assert linked(page, "stylesheet") == [f"styles/all_{page}.css"]
    sheet = (UI / "styles" / f"all_{page}.css").read_text()
    parts = re.findall(r'^@import "\./(.+)";$', sheet, re.MULTILINE)
    assert parts[0] == "tokens.css"
    assert [name for name in parts if not (UI / "styles" / name).is_file()] == []


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_nothing_inline(page: str) -> None:
    html = (UI / page / "index.html").read_text()
    assert re.findall(r"<script(?![^>]*\bsrc=)", html) == []
    assert re.findall(r"<style|\sstyle=|\son\w+=", html) == []


def test_views_never_write_markup_or_inline_styles() -> None:
    banned = re.compile(
        r"innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|eval\(|\bstyle=[\"'$]"
    )
    found = [
        f"{path.relative_to(UI)}: {match.group()}"
        for room in OURS
        for path in sorted((UI / room).glob("*.js"))
        for match in banned.finditer(path.read_text())
    ]
    assert found == []


def test_no_file_is_longer_than_a_reader_wants() -> None:
    files = [path for room in (*OURS, "styles") for path in sorted((UI / room).iterdir())]
    long = [path.name for path in files if path.suffix in {".js", ".css"} and path.read_text().count("\n") > 250]
    assert long == []


def test_every_module_is_type_checked() -> None:
    unchecked = [
        str(path.relative_to(UI))
        for room in OURS
        for path in sorted((UI / room).glob("*.js"))
        if not path.read_text().startswith("// @ts-check\n")
    ]
    assert unchecked == []


def test_colours_are_named_in_the_tokens_alone() -> None:
    colour = re.compile(r"#[0-9a-f]{3,8}\b", re.IGNORECASE)
    sheets = [path for path in sorted((UI / "styles").glob("*.css")) if path.name != "tokens.css"]
    assert [path.name for path in sheets if colour.search(path.read_text())] == []


def test_vendored_modules_are_as_they_were_published() -> None:
    listed = dict(line.split()[::-1] for line in (UI / "vendor" / "checksums.sha256").read_text().splitlines())
    present = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (UI / "vendor").glob("*.js")}
    assert present == listed


def test_the_first_page_of_a_list_is_as_long_as_the_one_that_comes_with_the_page() -> None:
    """Else the browser would throw away what came ahead, and ask again."""
    assert f"\nconst PAGE = {FIRST_ROWS};\n" in (UI / "inbox" / "listing.js").read_text()


def test_the_reasons_to_decline_an_offer_are_those_that_the_desk_takes() -> None:
    listed = (UI / "inbox" / "offers.js").read_text().partition("export const DECLINES = [")[2].partition("];")[0]
    assert re.findall(r"\['(\w+)',", listed) == [reason.value for reason in DeclineReason]
