"""What came of an ingest is told in whole sentences, one or many."""

from dataclasses import replace
from datetime import UTC, datetime

from baton.cli.ingested import MOST_WHYS, nothing_in, said
from baton.core.ids import SourceId
from baton.core.sources.similar import Twin
from baton.services.knowledge.keeping import Ingested, Skipped
from baton.services.ports.sources import Source

NOW = datetime(2026, 11, 21, tzinfo=UTC)
ONE = Source(SourceId("src_1"), "Help", "files", "Ada", NOW, NOW, documents=1, passages=1, to_approve=1)


def done(source: Source, *twins: Twin) -> Ingested:
    return Ingested(source, added=1, changed=0, unchanged=0, gone=0, skipped=(), twins=twins)


def test_one_document_is_not_told_as_many() -> None:
    told = said([done(ONE)])
    assert "Help: 1 document, 1 passage to answer from." in told
    assert "1 document reads like internal procedures." in told
    told = said([done(replace(ONE, documents=2, passages=1200, to_approve=2))])
    assert "Help: 2 documents, 1,200 passages to answer from." in told
    assert "2 documents read like internal procedures." in told


def test_a_twin_of_the_same_name_is_told_to_be_elsewhere() -> None:
    told = said([done(ONE, Twin("fees.md", "fees.md", 1.0), Twin("fees.md", "prices.md", 0.9))])
    assert "2 documents say nearly what another says; keep one of each two:" in told
    assert "  fees.md is like fees.md of another source (100%)" in told
    assert "  fees.md is like prices.md (90%)" in told


def test_where_nothing_could_be_read_the_first_reasons_are_told_and_the_rest_counted() -> None:
    told = nothing_in([Skipped("a.pdf", "a.pdf is empty."), Skipped("b.md", "It can't be opened.")]).splitlines()
    assert told == ["Nothing could be read, and nothing was kept.", "  a.pdf is empty.", "  b.md: It can't be opened."]
    many = nothing_in([Skipped(f"{n}.md", "It is empty.") for n in range(MOST_WHYS + 3)])
    assert many.endswith("\n  and 3 more")
