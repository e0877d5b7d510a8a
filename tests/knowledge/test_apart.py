"""What a PDF does to its reader happens in a process apart, and costs the document alone."""

import os
import signal
import sys
import threading
from collections.abc import Iterator

import papers
import pytest

from baton.core.errors import Unreadable
from baton.knowledge.apart import Reader

pytestmark = pytest.mark.slow


@pytest.fixture
def reader() -> Iterator[Reader]:
    reader = Reader()
    yield reader
    reader.close()


def test_it_reads_what_is_read_here_and_refuses_in_the_same_words(reader: Reader) -> None:
    assert reader.read("a.md", b"Hello there.", None).blocks[0].text == "Hello there."
    assert reader._process is None
    assert reader.read("a.pdf", papers.pdf(), None).title == "Harbour Guide"
    with pytest.raises(Unreadable, match="locked with a password"):
        reader.read("b.pdf", papers.pdf(password="x"), None)


def test_a_reader_that_falls_over_is_started_anew(reader: Reader) -> None:
    reader.read("a.pdf", papers.pdf(), None)
    os.kill(reader._process.pid, signal.SIGSTOP)
    threading.Timer(0.1, os.kill, (reader._process.pid, signal.SIGKILL)).start()
    with pytest.raises(Unreadable, match="could not be read"):
        reader.read("b.pdf", papers.pdf(), None)
    assert reader.read("c.pdf", papers.pdf(), None).title == "Harbour Guide"


def test_a_reader_that_hangs_is_ended() -> None:
    reader = Reader(seconds=0.3)
    try:
        reader._started()
        os.kill(reader._process.pid, signal.SIGSTOP)
        with pytest.raises(Unreadable, match=r"took longer than 0 seconds"):
            reader.read("a.pdf", papers.pdf(), None)
        assert reader._process is None
    finally:
        reader.close()


def test_a_reader_that_went_home_for_want_of_work_is_asked_back() -> None:
    reader = Reader(idle=0.01)
    try:
        reader._started()
        reader._process.join(30)
        assert reader.read("a.docx", papers.word(), None).title == "Warranty"
    finally:
        reader.close()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps to a bound on address space")
def test_its_memory_is_bounded(reader: Reader) -> None:
    import resource

    reader.read("a.pdf", papers.pdf(), None)
    assert resource.prlimit(reader._process.pid, resource.RLIMIT_AS)[0] < 4 << 30
