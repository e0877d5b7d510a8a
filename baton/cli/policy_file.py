"""A policy that a command is given as a file."""

from pathlib import Path

import click

Readable = click.Path(exists=True, dir_okay=False, path_type=Path)


def text_of(file: Path) -> str:
    """What a policy file says. Raises ClickException where it can't be read."""
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise click.ClickException(f"{file} is not text in UTF-8. Save it as UTF-8 and try again.") from None
    except OSError as error:
        raise click.ClickException(f"{file} can't be read: {error.strerror}.") from None
