"""The `baton` command and the table of its subcommands, each loaded only when it is used."""

import importlib
import os
import sys
import traceback

import click

from baton import __version__
from baton.core.errors import DeskError

COMMANDS = {
    "up": ("baton.cli.up", "Start a desk with a demo on this machine, and print the links to it."),
    "serve": ("baton.cli.serve", "Serve the desk, for servers: no demo and no links."),
    "ingest": ("baton.cli.ingest", "Teach the bot from files and folders."),
    "evaluate": ("baton.cli.evaluate", "Try the bot out on a file of messages or conversations."),
    "ask": ("baton.cli.ask", "Ask the bot a question: its answer, its sources, and why it would stop."),
    "words": ("baton.cli.words", "Say what customers call the things that your pages name otherwise."),
    "init": ("baton.cli.init", "Prepare a database and create a tenant with its keys."),
    "link": ("baton.cli.link", "Print a link that signs a browser in."),
    "backup": ("baton.cli.backup", "Write the whole desk into one file, while it runs."),
    "restore": ("baton.cli.restore", "Bring a desk back from such a file."),
    "email": ("baton.cli.email", "Try out the mailboxes that the desk sends from and reads."),
    "check": ("baton.cli.check", "Say whether a company may go live, line by line."),
    "rehearse": (
        "baton.cli.rehearse",
        "Play a bad day before it comes: anger, closed queues, failures, interruptions.",
    ),
    "brief": ("baton.cli.brief", "Write down how the desk is set up, as a document for people."),
    "trail": ("baton.cli.trail", "Hand out the sealed log, and verify it."),
    "policy": ("baton.cli.policy", "Check a policy file before it goes live, or print the default one."),
}
"""Name -> (module whose `command` it is, the line in `baton --help`)."""


class LazyGroup(click.Group):
    """A group that knows its commands' names and summaries without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import one command's file, or None when there is no such command."""
        if cmd_name not in COMMANDS:
            return None
        return importlib.import_module(COMMANDS[cmd_name][0]).command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands from the table alone."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="baton")
def baton() -> None:
    """Baton: a support desk in which a bot answers what it can prove, and hands the rest to a person.

    Start with `baton up`. Every command takes --help.
    """


def main() -> None:
    """Run the command line; a refusal becomes one paragraph on standard error and exit code 1."""
    try:
        baton(prog_name="baton")
    except DeskError as refusal:
        _end(refusal.detail)
    except Exception as error:  # noqa: BLE001
        _end(
            f"Something went wrong that Baton did not foresee ({type(error).__name__}: {error}). "
            "Set BATON_DEBUG=1 and run it again to see where."
        )


def _end(detail: str) -> None:
    if os.environ.get("BATON_DEBUG") == "1":
        traceback.print_exc()
    click.echo(f"baton: {detail}", err=True)
    sys.exit(1)
