"""Every command that a document shows can be typed: commands, options, scripts and addresses exist."""

import re
import shlex
from collections.abc import Iterator

import click
import pytest
from docs.pages import ROOT, code_blocks, every_page

from baton.api import page_routes, routes
from baton.cli.group import baton

_SHELL = {"console", "sh", "bash", ""}
_ROUTES = [(m, p) for m, p, _, _ in routes._API] + [("GET", p) for p, _ in page_routes.PAGES]


def commands() -> Iterator[tuple[str, str]]:
    """(page, command) of each line that would be typed, continued lines joined."""
    for page in every_page():
        for language, block in code_blocks(page.read_text(encoding="utf-8")):
            if language not in _SHELL:
                continue
            typed = re.sub(r"\\\n\s*", "", re.sub(r"\n> ?", " ", block))
            for line in typed.splitlines():
                if line.startswith("$ ") or language == "sh":
                    yield page.relative_to(ROOT).as_posix(), line.removeprefix("$ ")


COMMANDS = sorted(set(commands()))


@pytest.mark.parametrize(
    ("page", "line"), [c for c in COMMANDS if re.search(r"(^|[ /])baton (?!baton)", c[1]) and "export" not in c[1]]
)
def test_a_command_of_baton_exists_with_its_options(page: str, line: str) -> None:
    words = shlex.split(line.partition("|")[0], comments=True)
    command: click.Command = baton
    rest = words[next(place for place, word in enumerate(words) if re.fullmatch(r"([\w./]*/)?baton", word)) + 1 :]
    while isinstance(command, click.Group) and rest and not rest[0].startswith("-"):
        found = command.get_command(click.Context(command), rest.pop(0))
        assert found, f"{page}: {line}"
        command = found
    known = {opt for parameter in command.params for opt in parameter.opts} | {"--help", "-h"}
    assert {word for word in rest if word.startswith("-")} <= known, f"{page}: {line}"


@pytest.mark.parametrize(("page", "line"), [c for c in COMMANDS if re.search(r"(^|\s)bin/", c[1])])
def test_a_script_exists(page: str, line: str) -> None:
    for script in re.findall(r"(?:^|\s)(bin/\w+)", line):
        assert (ROOT / script).is_file(), f"{page}: {line}"


@pytest.mark.parametrize(("page", "line"), [c for c in COMMANDS if "$BATON/" in c[1]])
def test_an_address_is_a_route(page: str, line: str) -> None:
    for request in line.split("curl ")[1:]:
        found = re.search(r"\$BATON(/[^\s\"'?]*)", request)
        assert found
        path = re.sub(r"\$\([^)]*\)|\$\w+|\w+_…", "x", re.sub(r"\$\(jq [^)]*\)", "x", request[found.start(1) :])).split(
            " "
        )[0]
        named = re.search(r"-X (\w+)", request)
        method = named.group(1) if named else "POST" if re.search(r" (-d|-F) ", request) else "GET"
        assert is_route(method, path.split("?")[0].strip("\"'")), f"{page}: {method} {path}"


def is_route(method: str, path: str) -> bool:
    return any(m == method and re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", p), path) for m, p in _ROUTES)
