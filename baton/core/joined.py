"""Modules that one page needs at once, as one: fewer answers on a slow line, and together they compress better.

Each module stays what it was, in a function of its own, after those that it imports; nothing is renamed. It is fit
for this house's own modules, which import by name and export where they declare, and refuses what it does not know.
Others' modules, and the one door to them, stay modules of their own.
"""

import posixpath
import re
from collections.abc import Callable

STANDS_FOR = re.compile(r'^import "\./([\w.]+)";$', re.MULTILINE)
"""An import for nothing but its effect: the module that has it stands for the one it names."""

_IMPORT = re.compile(r"""^import \{([\w\s,]+)\} from ["'](\.\.?/[\w./-]+)["'];$""", re.MULTILINE)
_APART = re.compile(r"\.\./(?:vendor/.+|shared/html\.js)")

_EXPORT = re.compile(r"^export ((?:async )?function|class|const|let) (\w+)", re.MULTILINE)
_UNKNOWN = re.compile(r"^(?:import|export)\b.*$", re.MULTILINE)


def joined(entry: str, read: Callable[[str], str]) -> str:
    """The module of that name with all that it imports, in one. Raises ValueError for an import or export of
    another form, and for modules that import each other.
    """
    parts: dict[str, str] = {}
    _add(entry, read, parts, on_the_way=())
    return "\n".join(parts.values())


def _add(name: str, read: Callable[[str], str], parts: dict[str, str], *, on_the_way: tuple[str, ...]) -> None:
    if name in on_the_way:
        raise ValueError(f"{name} imports itself by way of {' and '.join(on_the_way)}")
    if name in parts:
        return
    if _APART.fullmatch(name):
        parts[name] = f'import * as {_name(name)} from "{name}";'
        return
    text = read(name)
    for found in _IMPORT.finditer(text):
        _add(_from(name, found[2]), read, parts, on_the_way=(*on_the_way, name))
    exported = ", ".join(found[2] for found in _EXPORT.finditer(text))
    body = _EXPORT.sub(r"\1 \2", _IMPORT.sub(lambda one: f"const {{{one[1]}}} = {_name(_from(name, one[2]))};", text))
    if unknown := _UNKNOWN.search(body):
        raise ValueError(f"{name} has a line that cannot be joined: {unknown[0]}")
    parts[name] = f"const {_name(name)} = (() => {{\n{body.strip()}\nreturn {{ {exported} }};\n}})();"


def _from(module: str, path: str) -> str:
    """What a module's import names, as the entry would."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(module), path))


def _name(module: str) -> str:
    return "$" + re.sub(r"\W+", "_", module.removesuffix(".js"))
