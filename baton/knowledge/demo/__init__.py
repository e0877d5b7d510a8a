"""The demo company's help centre, as files that ship with Baton."""

from importlib import resources

from ruamel.yaml import YAML

from baton.services.knowledge.entries import Entry
from baton.services.knowledge.files import File

_TYPES = {".md": "text/markdown", ".html": "text/html", ".txt": "text/plain"}


def demo_files() -> tuple[list[File], list[Entry]]:
    """The pages of the help centre, and its direct entries."""
    folder = resources.files("baton.knowledge.demo").joinpath("harbour")
    pages: list[File] = []
    entries: list[Entry] = []
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        kind = f".{file.name.rpartition('.')[2]}"
        if kind in _TYPES:
            pages.append(File(file.name, file.read_bytes(), _TYPES[kind]))
        elif file.name == "entries.yaml":
            entries += [Entry(**entry) for entry in YAML(typ="safe").load(file.read_text(encoding="utf-8"))]
    return pages, entries
