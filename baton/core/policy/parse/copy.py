"""The tenant's own wordings of the desk's sentences, by language."""

import re

from baton.core.copy.own import OwnWording, keys
from baton.core.policy.fields import Problems, open_entries
from baton.core.policy.keys import LANGUAGE_CODE
from baton.core.policy.problems import did_you_mean
from baton.core.policy.tree import Node, Scalar

_LANGUAGE = re.compile(LANGUAGE_CODE)


def parse_copy(node: Node | None, problems: Problems) -> tuple[OwnWording, ...]:
    """Every wording, in the file's order. What it says is the lint's concern; that it is a text of a key is ours."""
    found: list[OwnWording] = []
    for language, sentences in (open_entries(node, '"copy"', problems) if node else None) or ():
        code = str(language.value)
        if not _LANGUAGE.fullmatch(code):
            problems.at(language, f'"{code}" is no language code.', 'Write a code such as "en" or "pt-BR".')
        for key, text in open_entries(sentences, f'"copy" in "{code}"', problems) or ():
            if str(key.value) not in keys():
                problems.at(key, f'The desk has no sentence "{key.value}".', did_you_mean(str(key.value), keys()))
            elif isinstance(text, Scalar) and isinstance(text.value, str) and text.value.strip():
                found.append(OwnWording(code, str(key.value), text.value.strip(), key.line, key.column))
            else:
                problems.at(text, f'"{key.value}" must be a text.', "Put it in quotes if it looks like a number.")
    return tuple(found)
