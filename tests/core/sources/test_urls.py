"""One page has one address, however it was written."""

import time

import pytest

from baton.core.sources.urls import canonical, host_of, origin_of, path_of


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://Help.Example.com", "https://help.example.com/"),
        ("HTTPS://help.example.com:443/a#top", "https://help.example.com/a"),
        ("http://help.example.com:80/a/../b/./c/", "http://help.example.com/b/c/"),
        ("http://help.example.com:8080/", "http://help.example.com:8080/"),
        ("https://example.com/a?utm_source=x&page=2&fbclid=1", "https://example.com/a?page=2"),
        ("https://example.com/a?utm_medium=x", "https://example.com/a"),
        ("https://example.com/grüße?q=ä b", "https://example.com/gr%C3%BC%C3%9Fe?q=%C3%A4%20b"),
        ("https://example.com/a%20b", "https://example.com/a%20b"),
        ("https://münchen.example/", "https://xn--mnchen-3ya.example/"),
        ("https://example.com./a", "https://example.com/a"),
        ("https://example.com/../../a", "https://example.com/a"),
        ("https://example.com/a//b", "https://example.com/a//b"),
    ],
)
def test_an_address_is_written_one_way(written: str, address: str) -> None:
    assert canonical(written) == address
    assert canonical(address) == address


@pytest.mark.parametrize(
    "written",
    [
        "",
        "mailto:a@b.example",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ftp://example.com/",
        "//example.com",
        "https://",
        "https://user:secret@example.com/",
        "https://exa mple.com/",
        "https://example.com:99999/",
        "https://[zz]/",
        "https://example.com/" + "a" * 3000,
    ],
)
def test_what_is_no_page_has_no_address(written: str) -> None:
    assert canonical(written) is None


def test_a_host_without_end_costs_nothing() -> None:
    began = time.process_time()
    assert canonical(f"http://{'ü.' * 200_000}com") is None
    assert canonical("/x", f"http://{'ü.' * 200_000}com") is None
    assert canonical("http://x.example/" + "y" * 2_000) is None
    assert time.process_time() - began < 0.5


def test_links_are_read_from_where_they_stand() -> None:
    base = "https://example.com/help/a.html"
    assert canonical("b.html", base) == "https://example.com/help/b.html"
    assert canonical("/c", base) == "https://example.com/c"
    assert canonical("//cdn.example.com/x", base) == "https://cdn.example.com/x"
    assert canonical("?page=2", base) == "https://example.com/help/a.html?page=2"
    assert canonical("#top", base) == base
    assert canonical("mailto:x@y.example", base) is None


def test_parts_of_an_address() -> None:
    assert host_of("https://Help.example.com:8443/x") == "help.example.com"
    assert host_of("https://[bad") == ""
    assert origin_of("https://help.example.com:8443/x?y") == "https://help.example.com:8443"
    assert path_of("https://example.com/gr%C3%BC%C3%9Fe?page=2") == "/grüße?page=2"
