"""The tenant's own dispositions, read from the file."""

from baton.core.policy.dispositions import MOST_DISPOSITIONS, STANDARD, Disposition, in_use
from baton.core.policy.fields import Problems, open_entries, open_table
from baton.core.policy.keys import KEYS
from baton.core.policy.parse.parts import is_key
from baton.core.policy.tree import Node, Scalar


def parse_dispositions(node: Node | None, problems: Problems) -> tuple[Disposition, ...]:
    """How conversations can end, in the file's order; the standard ones where the file names none."""
    entries = open_entries(node, '"dispositions"', problems) if node else None
    if node is None or entries is None:
        return STANDARD
    if len(entries) > MOST_DISPOSITIONS:
        problems.at(entries[MOST_DISPOSITIONS][0], f"A policy may name {MOST_DISPOSITIONS} dispositions.")
    told = len(problems.found)
    found = tuple(one for key, value in entries if (one := _disposition(key, value, problems)) is not None)
    if not in_use(found) and len(problems.found) == told:
        problems.at(node, '"dispositions" must name at least one that is not retired.')
    return found


def _disposition(key: Scalar, node: Node, problems: Problems) -> Disposition | None:
    part = open_table(node, f'Disposition "{key.value}"', KEYS["disposition"], problems)
    if part is None or not is_key(key, "disposition", problems):
        return None
    name = part.text("name", default=str(key.value).replace("_", " ").capitalize())
    return Disposition(str(key.value), name, part.flag("retired"))
