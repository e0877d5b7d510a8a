"""Table rows as list items that stand on their own, because an answer may quote one row without its header."""


def row_text(header: list[str], cells: list[str]) -> str:
    """ "Standard delivery: Price £4.95; Time 3 days" from the header's names and one row's cells."""
    first, rest = cells[0], cells[1:]
    names = header[1:] if len(header) == len(cells) else []
    parts: list[str] = []
    for at, cell in enumerate(rest):
        if cell:
            name = names[at] if at < len(names) else ""
            parts.append(f"{name} {cell}" if name else cell)
    return "- " + (f"{first}: {'; '.join(parts)}" if first and parts else first or "; ".join(parts))
