"""A sitemap is read in time that grows with its length alone, whatever stands in it."""

import gzip
import time

import pytest

from baton.knowledge.crawl import sitemap


def test_places_are_found_however_they_are_written() -> None:
    body = (
        b"<urlset><url><loc>\n https://a.example/?x=1&amp;y=2 </loc></url>"
        b"<s:url><s:loc>https://a.example/b</s:loc></s:url>"
        b"<url><loc> <![CDATA[ https://a.example/c?x=1&y=2 ]]> </loc></url><loc></loc>"
    )
    pages, further = sitemap.read(gzip.compress(body))
    assert pages == ("https://a.example/?x=1&y=2", "https://a.example/b", "https://a.example/c?x=1&y=2", "")
    assert further == ()


@pytest.mark.parametrize(
    "part",
    [b"<loc>" + b" " * 3_000, b"<loc><![CDATA[" + b"] " * 3_000, b"<loc>", b"<a:", b"<" + b"a" * 3_000, b"<![CDATA["],
)
def test_no_sitemap_holds_up_the_desk(part: bytes) -> None:
    body = (b"<urlset>" + part * 1_000)[:1_000_000]
    began = time.process_time()
    sitemap.is_sitemap(body)
    assert sitemap.read(body) == ((), ())
    assert time.process_time() - began < 1.0


def test_a_packed_sitemap_is_unpacked_no_further_than_it_may_grow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "MOST_BYTES", 1_000)
    body = gzip.compress(b"<urlset>" + b"<loc>https://a.example/</loc>" * 10_000)
    assert len(sitemap.read(body)[0]) < 40
