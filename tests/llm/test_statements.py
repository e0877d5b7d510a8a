"""A streamed reply is taken apart while it is written, whatever the pieces it comes in."""

import json

import pytest
from scripted_model import streamed

from baton.llm.statements import MOST, Said, Unfinished, read

REPLY = json.dumps(
    {"statements": [{"text": "Three days, “at most”.", "passages": [1]}, {"text": "Free.", "passages": [1, 2]}]}
)
SAID = [("Three days, “at most”.", (1,)), ("Free.", (1, 2))]


def body(*pieces: str) -> bytes:
    return streamed(*pieces).partition(b"\r\n\r\n")[2]


@pytest.mark.parametrize("size", [1, 7, 50, 10_000])
def test_each_statement_is_told_once_and_when_it_is_whole(size: int):
    told: list[Said] = []
    unfinished = Unfinished(told.append)
    stream = body(*(REPLY[at : at + 5] for at in range(0, len(REPLY), 5)))
    for at in range(0, len(stream), size):
        unfinished.feed(stream[at : at + size])
        assert told == SAID[: len(told)]
    assert told == SAID == list(read(unfinished.content))
    assert unfinished.tokens == 321


def test_nothing_is_told_of_a_statement_that_is_not_finished():
    told: list[Said] = []
    assert Unfinished(told.append).feed(body('{"statements": [{"text": "Half a sen')) is False
    assert told == []


@pytest.mark.parametrize(
    "pieces", [("I would say three days.",), ('{"statements": ["three"]}',), ('{"statements": [3, {}]}',)]
)
def test_what_has_another_form_tells_nothing(pieces: tuple[str, ...]):
    told: list[Said] = []
    Unfinished(told.append).feed(body(*pieces))
    Unfinished(told.append).feed(b"data: [1]\n\ndata: nonsense\n\n: a comment\n\n")
    assert told == []


def test_no_more_statements_are_told_than_are_read():
    told: list[Said] = []
    many = json.dumps({"statements": [{"text": str(n)} for n in range(MOST + 3)]})
    Unfinished(told.append).feed(body(many))
    assert len(told) == len(read(many)) == MOST
