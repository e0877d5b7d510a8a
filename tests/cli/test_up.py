"""`baton up`: from nothing to three links that work."""

import http.client
import signal
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from commands import Terminal

pytestmark = pytest.mark.slow


@pytest.fixture
def cold_terminal(tmp_path: Path, programs_dir: Path | None, data_dir: Path) -> Iterator[Terminal]:
    """A terminal whose commands load their modules themselves, closed before their data directory goes."""
    opened = Terminal(tmp_path, programs_dir, is_cold=True)
    yield opened
    opened.close()


def test_three_links_work_on_the_first_start_and_on_the_next(cold_terminal: Terminal, data_dir: Path) -> None:
    first = cold_terminal.start("up", "--data", data_dir, "--port", 0, "--json")
    links = first.ready()
    assert links["admin_key"]
    assert get(links["customer"])[0] == 200
    for page in ("inbox", "console"):
        status, where, cookie = get(links[page])
        assert (status, where) == (303, f"/{page}"), "signed in once by the link, and sent on"
        assert "HttpOnly" in cookie
    assert get(links["inbox"])[1] != "/inbox", "a link signs in once"
    assert "Creating the demo company" in first.said
    assert first.end(signal.SIGINT) == 0

    again = cold_terminal.start("up", "--data", data_dir, "--port", 0, "--json")
    fresh = again.ready()
    assert fresh["widget_token"] == links["widget_token"], "the same company"
    assert "admin_key" not in fresh
    assert get(fresh["inbox"])[1] == "/inbox"
    assert again.said.count("Creating the demo company") == 1


def test_the_links_are_shown_to_people_as_text(terminal: Terminal, kept_dir: Path) -> None:
    desk = terminal.start("up", "--data", kept_dir, "--port", 0)
    shown = "".join(iter(desk.output.readline, "Press Ctrl-C to stop.\n"))
    for name in ("Customer's page   http://", "Inbox             http://", "Console           http://"):
        assert name in shown


def test_without_a_demo_there_is_only_the_address(terminal: Terminal, kept_dir: Path) -> None:
    desk = terminal.start("up", "--data", kept_dir, "--port", 0, "--no-demo", "--json")
    assert list(desk.ready()) == ["url"]
    assert "demo" not in desk.said


def get(url: str) -> tuple[int, str, str]:
    """One GET that follows nothing: status, the path it is sent on to, cookie."""
    place = urlsplit(url)
    connection = http.client.HTTPConnection(str(place.hostname), place.port, timeout=10)
    connection.request("GET", f"{place.path}?{place.query}")
    answered = connection.getresponse()
    answered.read()
    connection.close()
    sent_on = urlsplit(answered.getheader("Location", "")).path
    return answered.status, sent_on, answered.getheader("Set-Cookie", "")
