"""A zip is read file by file; a bomb, a lock or an archive inside is left out with a line; no name leads out of it."""

import io
import zipfile

import pytest

from baton.core.errors import Unreadable
from baton.knowledge import archive
from baton.knowledge.archive import unpack


def packed(*files: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, body in files:
            made.writestr(name, body)
    return out.getvalue()


def test_files_come_with_their_paths_and_what_tools_leave_behind_does_not() -> None:
    body = packed(("help/a.md", b"A"), ("__MACOSX/help/._a.md", b"x"), (".git/config", b"x"), ("help/.DS_Store", b"x"))
    assert list(unpack("h.zip", body, 100)) == [("help/a.md", b"A")]


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "..\\..\\etc\\passwd", "a/../../etc/passwd"])
def test_no_name_leads_out_of_the_archive(name: str) -> None:
    assert [shown for shown, _ in unpack("h.zip", packed((name, b"x")), 100)] == ["etc/passwd"]


def test_a_bomb_is_left_out_and_the_rest_read() -> None:
    body = packed(("bomb.txt", b"\0" * 50_000_000), ("good.md", b"Good"))
    (bomb, why), good = unpack("h.zip", body, 100_000_000)
    assert (bomb, good) == ("bomb.txt", ("good.md", b"Good"))
    assert isinstance(why, str)
    assert "grows 200 times" in why


def test_a_list_without_end_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_LISTED", 3)
    monkeypatch.setattr(archive.zipfile, "ZipFile", None)
    with pytest.raises(Unreadable) as refused:
        next(unpack("h.zip", b"PK\x01\x02" * 4, 100))
    assert "more than 20,000 files" in refused.value.detail


def test_a_file_is_read_no_further_than_it_may_be() -> None:
    ((_, body),) = unpack("h.zip", packed(("a.txt", b"x" * 900_000)), 1_000)
    assert len(body) == 1_001


def test_archives_inside_and_locked_files_are_left_out_with_a_line() -> None:
    locked = bytearray(packed(("secret.md", b"x"), ("more.zip", b"x")))
    for at in (locked.index(b"PK\x01\x02") + 8, 6):
        locked[at] |= 1
    told = dict(unpack("h.zip", bytes(locked), 100))
    assert "locked with a password" in str(told["secret.md"])
    assert "archive inside an archive" in str(told["more.zip"])


def test_an_archive_that_is_too_much_is_refused_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_FILES", 2)
    with pytest.raises(Unreadable, match="more than 2 files"):
        list(unpack("h.zip", packed(("a", b""), ("b", b""), ("c", b"")), 100))
    monkeypatch.setattr(archive, "MOST_UNPACKED", 1000)
    with pytest.raises(Unreadable, match="when it is unpacked"):
        list(unpack("h.zip", packed(("a", b"x" * 600), ("b", b"x" * 600)), 600))


@pytest.mark.parametrize(
    "body", [b"", b"PK\x03\x04", packed(("a.md", b"hello" * 100))[:-30]], ids=["empty", "begun", "cut short"]
)
def test_a_damaged_archive_says_so(body: bytes) -> None:
    with pytest.raises(Unreadable, match="damaged, or no zip"):
        list(unpack("h.zip", body, 100))


def test_a_damaged_file_inside_is_left_out() -> None:
    body = bytearray(packed(("a.md", b"hello there, this is a text"), ("b.md", b"good")))
    body[40] ^= 0xFF
    told = dict(unpack("h.zip", bytes(body), 100))
    assert told == {"a.md": "a.md is damaged inside the archive.", "b.md": b"good"}
