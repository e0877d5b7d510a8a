"""Every link from one document to another leads somewhere."""

import re
from pathlib import Path

import pytest
from docs.pages import ROOT, every_page

_LINK = re.compile(r"(?<!`)\[[^\]]*\]\(([^)\s]+)\)")
_FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def links(page: Path) -> list[str]:
    """The links of a page that stay in the repository."""
    found = _LINK.findall(_FENCED.sub("", page.read_text(encoding="utf-8")))
    return [link for link in found if not re.match(r"[a-z]+:", link)]


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as they are made where Markdown is shown."""
    text = _FENCED.sub("", page.read_text(encoding="utf-8"))
    titles = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", every_page(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in links(page):
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), f"{link} leads nowhere"
        assert not anchor or anchor in anchors(target), f"{link}: there is no such heading"


def test_every_document_can_be_reached_from_the_map() -> None:
    seen: set[Path] = set()
    open_pages = [ROOT / "README.md", ROOT / "docs" / "README.md"]
    while open_pages:
        page = open_pages.pop()
        if page in seen or page.suffix != ".md" or not page.exists():
            continue
        seen.add(page)
        open_pages += [(page.parent / link.partition("#")[0]).resolve() for link in links(page)]
    assert {page for page in every_page() if page.is_relative_to(ROOT / "docs")} <= seen
