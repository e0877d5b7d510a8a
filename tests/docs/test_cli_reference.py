"""docs/reference/cli.md has every command and option that the program itself knows."""

import re
from collections.abc import Iterator

import click
import pytest
from docs.pages import codes, reference, rows, sections

from baton.cli.group import baton

SECTIONS = {title.strip("`"): text for title, text in sections(reference("cli.md"), 2).items()}


def commands(group: click.Group = baton, name: str = "baton") -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group)
    for word in group.list_commands(context):
        command = group.get_command(context, word)
        assert command
        yield f"{name} {word}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{name} {word}")


COMMANDS = dict(commands())


def test_every_command_has_its_section_in_the_order_of_the_help() -> None:
    assert list(SECTIONS) == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_in_its_section_and_none_that_there_is_not(name: str) -> None:
    options = {opt for p in COMMANDS[name].params if isinstance(p, click.Option) for opt in p.opts} - {"--help", "-h"}
    assert {re.split(r"\s", codes(row[0])[0])[0] for row in rows(SECTIONS[name])} == options


def test_the_default_port_and_host_are_true() -> None:
    from baton.settings import HOST, PORT

    for name in ("baton up", "baton serve"):
        found = {codes(row[0])[0]: row[1] for row in rows(SECTIONS[name])}
        assert (found["--port N"], found["--host HOST"]) == (f"`{PORT}`", f"`{HOST}`")
