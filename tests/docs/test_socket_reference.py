"""docs/reference/socket.md has every frame of the socket, both ways, and every code it closes with."""

import re

from docs.pages import ROOT, codes, reference, rows, sections

PAGE = sections(reference("socket.md"), 2)
SOCKET = (ROOT / "baton" / "live" / "socket.py").read_text(encoding="utf-8")
HUB = "".join((ROOT / "baton" / "live" / name).read_text(encoding="utf-8") for name in ("hub.py", "presence.py"))


def named(section: str) -> set[str]:
    return {codes(row[0])[0] for row in rows(PAGE[section])}


def test_every_frame_that_the_socket_understands_is_on_the_page() -> None:
    understood = {*re.findall(r'case "(\w+)":', SOCKET), *re.findall(r'ask\.type == "(\w+)"', SOCKET)}
    assert named("Frames that you send") == understood


def test_every_frame_that_is_sent_is_on_the_page() -> None:
    assert named("Frames that you get") == set(re.findall(r'"type":\s?"(\w+)"', SOCKET + HUB))


def test_every_code_that_it_closes_with_is_on_the_page() -> None:
    closing = set(re.findall(r"\b4\d{3}\b", SOCKET))
    assert set(re.findall(r"^\| (\d+) \|", PAGE["How it closes"], re.MULTILINE)) == closing
