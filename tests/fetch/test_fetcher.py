"""The fetcher against a server that wishes it ill. Nothing hangs, nothing grows, every refusal is a sentence."""

import ssl
from ipaddress import ip_network
from pathlib import Path

import pytest
from websites import Site, answer, moved, serving

from baton.fetch.fetcher import GuardedFetcher
from baton.services.boundaries import transaction
from baton.services.ports.fetching import Ask, NotFetched
from baton.settings import LOOPBACK

pytestmark = pytest.mark.anyio

HERE = Path(__file__).parent


async def refusal(fetcher: GuardedFetcher, ask: Ask) -> NotFetched:
    with pytest.raises(NotFetched) as refused:
        await fetcher.fetch(ask)
    assert refused.value.detail.endswith(".")
    return refused.value


async def test_a_page_comes_with_what_will_tell_whether_it_changed(site: Site, fetcher: GuardedFetcher) -> None:
    site.pages["/a?x=1"] = answer("<p>hello", etag='"1"', last_modified="Sat, 21 Nov 2026 10:00:00 GMT")
    page = await fetcher.fetch(Ask(f"{site.url}/a?x=1#part"))
    assert (page.status, page.media_type, page.charset, page.body) == (200, "text/html", "utf-8", b"<p>hello")
    assert (page.etag, page.modified) == ('"1"', "Sat, 21 Nov 2026 10:00:00 GMT")
    await fetcher.fetch(Ask(page.url, etag=page.etag, modified=page.modified))
    assert site.asked[-1][1]["if-none-match"] == '"1"'
    assert site.asked[-1][1]["if-modified-since"] == "Sat, 21 Nov 2026 10:00:00 GMT"
    assert site.asked[-1][1]["user-agent"].startswith("Baton/")


async def test_statuses_are_told_and_their_bodies_not_read(site: Site, fetcher: GuardedFetcher) -> None:
    site.pages["/busy"] = answer("x" * 100, status="503 Busy", retry_after="7")
    site.pages["/same"] = answer("", status="304 Not Modified")
    gone, busy, same = [await fetcher.fetch(Ask(f"{site.url}/{path}")) for path in ("gone", "busy", "same")]
    assert [(page.status, page.body, page.is_there) for page in (gone, busy, same)] == [
        (404, b"", False),
        (503, b"", False),
        (304, b"", False),
    ]
    assert busy.retry_after == 7.0


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "017700000001", "127.1", "[::1]", "[::ffff:127.0.0.1]"]
)
async def test_this_machine_is_not_asked_however_it_is_written(site: Site, host: str) -> None:
    guarded = GuardedFetcher()
    port = site.url.rpartition(":")[2]
    refused = await refusal(guarded, Ask(f"http://{host}:{port}/"))
    assert refused.code in ("address_refused", "unreachable", "bad_address")
    assert site.asked == []
    await guarded.close()


async def test_who_tries_it_on_this_machine_reads_how(site: Site, fetcher: GuardedFetcher) -> None:
    guarded = GuardedFetcher()
    assert "BATON_FETCH_LOOPBACK=1" in (await refusal(guarded, Ask(site.url))).detail
    assert "BATON_FETCH_LOOPBACK" not in (await refusal(guarded, Ask("http://10.0.0.1/"))).detail
    closed = await refusal(fetcher, Ask("http://127.0.0.1:22/"))
    assert closed.code == "address_refused"
    assert closed.detail.startswith("127.0.0.1:22 is not asked: web pages are on port 80")
    await guarded.close()


async def test_a_network_that_was_named_is_read_and_no_other(site: Site) -> None:
    guarded = GuardedFetcher(inside=(ip_network("127.0.0.1/32"),))
    site.pages["/"] = answer("<p>An intranet")
    assert (await guarded.fetch(Ask(site.url))).status == 200
    assert "BATON_FETCH_INSIDE" in (await refusal(guarded, Ask("http://10.0.0.1/"))).detail
    await guarded.close()


async def test_a_redirect_to_the_inside_is_not_followed(site: Site) -> None:
    async def resolve(host: str, _: int) -> list[str]:
        return ["127.0.0.1"] if host == "outside.example" else [host]

    guarded = GuardedFetcher(inside=LOOPBACK, resolve=resolve)
    port = site.url.rpartition(":")[2]
    for number, to in enumerate(
        ["http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/", "http://[fd00:ec2::254]/"]
    ):
        site.pages[f"/{number}"] = moved(to)
        refused = await refusal(guarded, Ask(f"http://outside.example:{port}/{number}"))
        assert refused.code == "address_refused"
        assert "not on the public internet" in refused.detail
    await guarded.close()


async def test_a_name_is_looked_up_once_so_that_no_second_answer_leads_inside(site: Site) -> None:
    """DNS rebinding: the first look-up is harmless, the second would be this machine."""
    answers = [["192.0.2.1"], ["127.0.0.1"]]

    async def resolve(host: str, port: int) -> list[str]:
        return answers.pop(0)

    guarded = GuardedFetcher(resolve=resolve)
    refused = await refusal(guarded, Ask(f"http://rebinding.example:{site.url.rpartition(':')[2]}/"))
    assert (refused.code, len(answers), site.asked) == ("address_refused", 1, [])
    await guarded.close()


async def test_a_name_with_one_address_inside_is_refused_whole(site: Site) -> None:
    async def resolve(host: str, port: int) -> list[str]:
        return ["93.184.216.34", "10.1.2.3"]

    guarded = GuardedFetcher(resolve=resolve)
    assert (await refusal(guarded, Ask("http://mixed.example/"))).code == "address_refused"
    await guarded.close()


async def test_ports_of_other_services_are_refused(fetcher: GuardedFetcher) -> None:
    assert (await refusal(fetcher, Ask("http://127.0.0.1:22/"))).code == "address_refused"


@pytest.mark.parametrize("url", ["file:///etc/passwd", "gopher://x/", "http://user:pass@127.0.0.1/", "x"])
async def test_only_web_addresses_are_asked(fetcher: GuardedFetcher, url: str) -> None:
    assert (await refusal(fetcher, Ask(url))).code == "bad_address"


async def test_redirects_end(site: Site, fetcher: GuardedFetcher) -> None:
    site.pages["/loop"] = moved("/loop")
    site.pages["/a"] = moved("b")
    site.pages["/b"] = answer("there")
    site.pages["/file"] = moved("file:///etc/passwd")
    assert (await fetcher.fetch(Ask(f"{site.url}/a"))).url == f"{site.url}/b"
    assert (await refusal(fetcher, Ask(f"{site.url}/loop"))).code == "too_many_redirects"
    assert len(site.asked) == 8
    assert (await refusal(fetcher, Ask(f"{site.url}/file"))).code == "bad_address"


async def test_what_was_meant_for_one_host_does_not_go_to_another(site: Site) -> None:
    async def resolve(host: str, _: int) -> list[str]:
        return ["127.0.0.1"]

    fetcher = GuardedFetcher(inside=LOOPBACK, resolve=resolve)
    port = site.url.rpartition(":")[2]
    async with serving() as beside:
        beside_port = beside.url.rpartition(":")[2]
        site.pages |= {"/here": moved("/there"), "/away": moved(f"http://other.example:{port}/there"), "/there": "ok"}
        site.pages["/port"] = moved(f"http://one.example:{beside_port}/there")
        beside.pages["/there"] = "ok"
        for path, at, goes_along in (("here", site, True), ("away", site, False), ("port", beside, False)):
            await fetcher.fetch(Ask(f"http://one.example:{port}/{path}", headers=(("authorization", "Bearer x"),)))
            assert ("authorization" in at.asked[-1][1]) is goes_along
    await fetcher.close()


async def test_a_certificate_that_cannot_be_trusted_is_named_as_the_reason(fetcher: GuardedFetcher) -> None:
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(HERE / "cert.pem", HERE / "key.pem")
    async with serving(tls) as site:
        refused = await refusal(fetcher, Ask(f"{site.url}/"))
    assert (refused.code, "certificate that can't be trusted" in refused.detail) == ("certificate", True)
    assert site.asked == []


async def test_names_that_are_not_known_and_doors_that_are_closed(fetcher: GuardedFetcher, site: Site) -> None:
    unknown = await refusal(fetcher, Ask("http://nobody.invalid/"))
    assert (unknown.code, unknown.detail) == ("unreachable", "nobody.invalid is not known. Check how it is written.")
    async with serving() as gone:
        pass
    assert (await refusal(fetcher, Ask(f"{gone.url}/"))).code == "unreachable"


async def test_nothing_is_fetched_while_a_transaction_is_open(site: Site, fetcher: GuardedFetcher) -> None:
    with transaction(), pytest.raises(RuntimeError):
        await fetcher.fetch(Ask(f"{site.url}/"))
