"""docs/reference/errors.md has every code that can be answered, with its status, and no other."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from docs.pages import ROOT, codes, reference, rows, sections

from baton.api.errors import status_of
from baton.core import errors

PAGE = sections(reference("errors.md"), 2)
ROOMS = ("core", "services", "api", "db", "live", "workers", "channels")
NOT_ANSWERED = {"engine", "already_running", "cannot_migrate"}
"""Refusals of the command line, before anything is served."""

CLASSES = {name: kind for name, kind in vars(errors).items() if isinstance(kind, type)}


def files() -> Iterator[Path]:
    for room in ROOMS:
        yield from (ROOT / "baton" / room).rglob("*.py")


def raised() -> Iterator[tuple[str, int]]:
    """(code, status) of each refusal that names a code of its own, and of each kind's own code."""
    for kind in CLASSES.values():
        if issubclass(kind, errors.DeskError):
            yield kind.code, status_of(kind("."))
    for file in files():
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            named = {k.arg: k.value.value for k in node.keywords if isinstance(k.value, ast.Constant)}
            kind = CLASSES.get(node.func.id)
            if kind and isinstance(named.get("code"), str):
                yield named["code"], status_of(kind("."))
            if node.func.id == "problem" and isinstance(node.args[0], ast.Constant):
                assert isinstance(node.args[1], ast.Constant)
                yield node.args[1].value, node.args[0].value


def test_every_code_is_on_the_page_with_its_status_and_none_that_nobody_answers() -> None:
    on_page = {codes(row[0])[0]: int(row[1]) for row in rows(PAGE["Over HTTP"])}
    found = dict(raised()) | {"method_not_allowed": 405, "refused": 400}
    only_on_socket = {codes(row[0])[0] for row in rows(PAGE["On the socket"])}
    assert on_page == {code: status for code, status in found.items() if code not in only_on_socket | NOT_ANSWERED}


def test_every_row_says_when_and_what_to_do() -> None:
    assert all(len(row) == 4 and all(row) for row in rows(PAGE["Over HTTP"]))


def test_the_codes_of_the_socket_are_those_in_its_file() -> None:
    text = (ROOT / "baton" / "live" / "socket.py").read_text(encoding="utf-8")
    found = {*re.findall(r'_refuse\("(\w+)"', text), *re.findall(r'code="(\w+)"', text)}
    assert {codes(row[0])[0] for row in rows(PAGE["On the socket"])} == found
