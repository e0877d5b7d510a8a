"""`baton brief`: the desk's set-up as a document."""

from pathlib import Path
from typing import Any

import click

from baton.core.actors import Caller
from baton.core.brief.document import Document
from baton.core.brief.markdown import markdown
from baton.core.brief.page import page
from baton.core.errors import Invalid
from baton.services.desk import Desk
from baton.services.launch.brief import scope_brief

from . import options
from .output import answer, progress
from .tenants import run_on_desk

FORMS = {".md": markdown, ".html": page}
"""How the document is written, by the ending of the file's name."""


@click.command("brief")
@options.database
@click.option("--tenant", metavar="NAME", help="The company, where there is more than one.")
@click.option("--out", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="FILE.md or FILE.html.")
def command(*, tenant: str | None, out: Path | None, **arguments: Any) -> None:
    """Write down what the bot answers, when it stops, what customers read and who gets it, for people to read.

    Without --out it is printed as Markdown.
    """
    if out is not None and out.suffix not in FORMS:
        raise Invalid(f"Name a file that ends in .md or .html, not {out.name}.")
    found: list[Document] = []

    async def work(desk: Desk, caller: Caller) -> None:
        found.append(await scope_brief(desk, caller))

    run_on_desk(work, tenant, arguments)
    if out is None:
        answer(markdown(found[0]).rstrip("\n"))
        return
    try:
        out.write_text(FORMS[out.suffix](found[0]), encoding="utf-8")
    except OSError as refused:
        raise Invalid(f"{out} can't be written: {refused.strerror}.") from refused
    progress(f"Written to {out}")
