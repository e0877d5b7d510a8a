"""The demo company's help centre: Harbour & Pine, furniture and things for the home. Written for this project."""

from importlib import resources

from baton.knowledge.entries import read_entries

COMPANY = "Harbour & Pine"

_FOLDER = resources.files("baton.knowledge.demo") / "harbour"


def files() -> list[tuple[str, bytes]]:
    """(name, bytes) of every page of the help centre."""
    pages = (page for page in _FOLDER.iterdir() if not page.name.endswith(".yaml"))
    return sorted((page.name, page.read_bytes()) for page in pages)


def entries() -> list[tuple[str, str, str | None]]:
    """(question, answer, url) of every direct entry."""
    return read_entries("entries.yaml", (_FOLDER / "entries.yaml").read_bytes())
