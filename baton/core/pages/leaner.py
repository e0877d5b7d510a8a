"""Scripts and style sheets without their comments and indentation, line for line the same as they were written.

Nothing is renamed, joined or reordered: what the browser shows is what is in the repository, with the same line
numbers. It is fit for this house's own files, which `tests/core/pages/test_leaner.py` reads one by one, and for no
others.
"""

import re

_STRING = r"\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'"
_BLOCK = r"/\*.*?\*/"
_STYLE = re.compile(rf"(?P<kept>{_STRING})|(?P<comment>{_BLOCK})", re.DOTALL)
_SCRIPT = re.compile(
    rf"(?P<kept>{_STRING})|(?P<comment>{_BLOCK}|//[^\n]*)"
    r"|(?P<regex>/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/[a-z]*)|(?P<template>`)",
    re.DOTALL,
)
_TEMPLATE_PART = re.compile(r"\\.|`|\$\{", re.DOTALL)
_EXPRESSION_PART = re.compile(rf"{_STRING}|[{{}}`]")
# A slash begins an expression where no value stands before it; after a value it divides.
_BEFORE_REGEX = re.compile(r"(?:^|[(,=:\[!&|?{};+\-*%~^<>]|\b(?:return|typeof|case|in|of|await))\s*$")
_INDENT = re.compile(r"[ \t]*\n[ \t]*")


def lean_style(css: str) -> str:
    """The style sheet without comments and indentation."""
    out: list[str] = []
    at = 0
    for found in _STYLE.finditer(css):
        out.append(_INDENT.sub("\n", css[at : found.start()]))
        at = found.end()
        out.append(found[0] if found.lastgroup == "kept" else _left(found[0], css[at : at + 1], out))
    return _trimmed(out, css[at:])


def lean_script(js: str) -> str:
    """The module without comments and indentation; strings, patterns and templates stay as they are."""
    out: list[str] = []
    at = searched = 0
    while found := _SCRIPT.search(js, searched):
        before = ("".join(out[-3:]) + js[at : found.start()])[-80:]
        if found.lastgroup == "regex" and not _BEFORE_REGEX.search(before):
            searched = found.start() + 1
            continue
        end = _template_end(js, found.end()) if found.lastgroup == "template" else found.end()
        out.append(_INDENT.sub("\n", js[at : found.start()]))
        is_comment = found.lastgroup == "comment"
        out.append(_left(found[0], js[end : end + 1], out) if is_comment else js[found.start() : end])
        at = searched = end
    return _trimmed(out, js[at:])


def _left(comment: str, after: str, out: list[str]) -> str:
    """What stands for a comment: its line breaks, or a blank where two words would become one."""
    out[-1] = out[-1].rstrip(" \t")
    return "\n" * comment.count("\n") or ("" if after.isspace() or not after else " ")


def _trimmed(out: list[str], rest: str) -> str:
    return "".join([*out, _INDENT.sub("\n", rest)])


def _template_end(js: str, at: int) -> int:
    """Where the template that was opened before `at` ends, over the expressions and templates inside it."""
    while found := _TEMPLATE_PART.search(js, at):
        at = found.end()
        if found[0] == "`":
            return at
        if found[0] == "${":
            at = _expression_end(js, at)
    return len(js)


def _expression_end(js: str, at: int) -> int:
    """Where the `${` that was opened before `at` is closed."""
    depth = 1
    while found := _EXPRESSION_PART.search(js, at):
        at = found.end()
        if found[0] == "`":
            at = _template_end(js, at)
        elif found[0] in "{}":
            depth += 1 if found[0] == "{" else -1
            if depth == 0:
                return at
    return len(js)
