"""Modules that one page needs at once, as one: fewer answers on a slow line, and together they compress better.

Each module stays what it was, in a function of its own, after those that it imports; nothing is renamed. It is fit
for this house's own modules and for the published ones beside them, which import and export by name, and refuses what
it does not know.
"""

import posixpath
import re
from collections.abc import Callable

STANDS_FOR = re.compile(r'^import "\./([\w.]+)";$', re.MULTILINE)
"""An import for nothing but its effect: the module that has it stands for the one it names."""

_BEGINS = r"(?:^|(?<=;))"
"""Where a statement begins: in what was published they stand behind each other."""
_PATH = r"""["'](\.\.?/[\w./-]+)["'];"""

_IMPORT = re.compile(rf"{_BEGINS}import\s*(?:(?:\{{([^}}]+)\}}|(\w+)\s)\s*from\s*)?{_PATH}", re.MULTILINE)
_DECLARED = re.compile(r"^export ((?:async )?function|class|const|let) (\w+)", re.MULTILINE)
_LISTED = re.compile(rf"(?:^|(?<=[;}}]))export\s*\{{([^}}]+)\}}(?:\s*from\s*{_PATH}|;)", re.MULTILINE)
_DEFAULT = re.compile(rf"{_BEGINS}export default function\s*\(", re.MULTILINE)
_UNKNOWN = re.compile(rf"{_BEGINS}(?:import|export)\b.*$", re.MULTILINE)


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
    text = read(name)
    for found in (one[1] for one in sorted(_needed(text))):
        _add(_from(name, found), read, parts, on_the_way=(*on_the_way, name))
    body = _IMPORT.sub(lambda one: _imported(name, one), text)
    body = _DEFAULT.sub("const $default = function (", _LISTED.sub("", _DECLARED.sub(r"\1 \2", body)))
    if unknown := _UNKNOWN.search(body):
        raise ValueError(f"{name} has a line that cannot be joined: {unknown[0]}")
    parts[name] = (
        f"const {_name(name)} = (() => {{\n{body.strip()}\nreturn {{ {', '.join(_exports(name, text))} }};\n}})();"
    )


def _needed(text: str) -> list[tuple[int, str]]:
    """Where in a module which others are named, to be read before it."""
    listed = [(one.start(), one[2]) for one in _LISTED.finditer(text) if one[2]]
    return [(one.start(), one[3]) for one in _IMPORT.finditer(text)] + listed


def _imported(module: str, found: re.Match[str]) -> str:
    names, default, path = found.groups()
    if not names and not default:
        return ""
    taken = ", ".join(f"{theirs}: {ours}" if ours != theirs else ours for theirs, ours in _pairs(names or ""))
    return f"const {{ {taken or f'default: {default}'} }} = {_name(_from(module, path))};"


def _exports(module: str, text: str) -> list[str]:
    """What a module gives, as parts of the object that its function returns."""
    given = [found[2] for found in _DECLARED.finditer(text)]
    for found in _LISTED.finditer(text):
        whose = f"{_name(_from(module, found[2]))}." if found[2] else ""
        given += [f"{known}: {whose}{inner}" if whose or known != inner else known for inner, known in _pairs(found[1])]
    return [*given, *(["default: $default"] if _DEFAULT.search(text) else [])]


def _pairs(names: str) -> list[tuple[str, str]]:
    """`a as b, c` by what each is called on its own side, and on the other."""
    split = [re.split(r"\s+as\s+", one.strip()) for one in names.split(",") if one.strip()]
    return [(one[0], one[-1]) for one in split]


def _from(module: str, path: str) -> str:
    """What a module's import names, as the entry would."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(module), path))


def _name(module: str) -> str:
    return "$" + re.sub(r"\W+", "_", module.removesuffix(".js"))
