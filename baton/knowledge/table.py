"""CSV: pairs where there are columns of questions and answers, else a passage for each row, with the row's number."""

import csv
import io
from collections.abc import Iterator

from baton.core.errors import Unreadable
from baton.core.sources.documents import Block, BlockKind, Document, Pair
from baton.knowledge.rows import row_text

MOST_ROWS = 50_000
_SNIFFED = 65_536

_QUESTION_WORDS = """question questions q frage fragen pregunta preguntas domanda domande pergunta vraag 質問 问题 問題
    вопрос pytanie"""
_ANSWER_WORDS = """answer answers a response reply antwort antworten respuesta respuestas réponse reponse risposta
    resposta antwoord 回答 答え 答案 ответ odpowiedź"""
_LINK_WORDS = "url link href page adresse enlace lien"
_ABOUT = ("queue", "topic")
_QUESTIONS, _ANSWERS, _LINKS = (frozenset(words.split()) for words in (_QUESTION_WORDS, _ANSWER_WORDS, _LINK_WORDS))


def read(name: str, text: str) -> Document:
    """Read a table whose first row names its columns. Raises Unreadable with the line where a quote is not closed."""
    rows = list(_rows(name, text))
    if len(rows) < 2:
        raise Unreadable(f"{name} has a row of column names at most, and nothing below it.")
    header = [cell.strip() for cell in rows[0][1]]
    names = [cell.lower().strip(" ?:*") for cell in header]
    question, answer, link = (_column(names, known) for known in (_QUESTIONS, _ANSWERS, _LINKS))
    if question is not None and answer is not None:
        about = [names.index(one) for one in _ABOUT if one in names]
        return Document(title="", blocks=(), pairs=tuple(_pairs(rows[1:], question, answer, link, about)))
    return Document(title="", blocks=tuple(_blocks(header, rows[1:])))


def _pairs(
    rows: list[tuple[int, list[str]]], question: int, answer: int, link: int | None, about: list[int]
) -> Iterator[Pair]:
    for number, cells in rows:
        asked, said = _cell(cells, question), _cell(cells, answer)
        url = _cell(cells, link) if link is not None else ""
        if asked and said:
            belongs = next((named for at in about if (named := _cell(cells, at))), None)
            yield Pair(asked, said, url if url.startswith(("https://", "http://")) else None, f"row={number}", belongs)


def _blocks(header: list[str], rows: list[tuple[int, list[str]]]) -> Iterator[Block]:
    for number, cells in rows:
        squeezed = [" ".join(cell.split()) for cell in cells]
        if any(squeezed):
            yield Block(BlockKind.ROW, row_text(header, squeezed), anchor=f"row={number}")


def _rows(name: str, text: str) -> Iterator[tuple[int, list[str]]]:
    """(number of the row as a spreadsheet shows it, its cells)."""
    reader = csv.reader(io.StringIO(text), delimiter=_delimiter(text), strict=True)
    number, line = 0, 1
    try:
        for cells in reader:
            number, line = number + 1, reader.line_num + 1
            if number > MOST_ROWS:
                raise Unreadable(f"{name} has more than {MOST_ROWS:,} rows. Split it into smaller files.")
            yield number, cells
    except csv.Error as broken:
        if "field larger" in str(broken) or "end of data" in str(broken):
            why = f"a quote is opened in line {line} and never closed"
        else:
            why = f"the quotes in line {reader.line_num} do not match"
        raise Unreadable(
            f"{name} can't be read: {why}. A text with commas, line breaks or quotes stands in quotes, and a quote "
            'inside it is written twice ("").'
        ) from broken


def _delimiter(text: str) -> str:
    """The sign that parts cells: the one that is found alike in the first lines, and most often."""
    sample = text[:_SNIFFED]
    head = sample.split("\n", 1)[0]
    counts = {sign: _outside_quotes(head, sign) for sign in ",;\t|"}
    return max(counts, key=lambda sign: counts[sign])


def _outside_quotes(line: str, sign: str) -> int:
    return sum(part.count(sign) for part in line.split('"')[::2])


def _column(names: list[str], known: frozenset[str]) -> int | None:
    return next((at for at, name in enumerate(names) if name in known), None)


def _cell(cells: list[str], at: int) -> str:
    return cells[at].strip() if at < len(cells) else ""
