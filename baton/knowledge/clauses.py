"""The words of a query as the library of the index takes them."""

import heapq
from collections.abc import Mapping

import tantivy

MAX_TERMS = 400
"""Words of a query that are searched, the rarest first. With 40, long messages lost more than half of their hits."""

MOST_REMEMBERED = 5_000
"""Words whose clauses are remembered, each at some 300 bytes."""

Clause = tuple[tantivy.Occur, tantivy.Query]


class Clauses:
    """Makes the clauses of one index. Most words of its questions come up again and again, so each is remembered."""

    def __init__(self, schema: tantivy.Schema) -> None:
        self._schema = schema
        self._made: dict[tuple[str, str, float], Clause] = {}

    def of(self, field: str, terms: Mapping[str, float]) -> list[Clause]:
        """A clause for each word that may stand in the field, by what it is worth."""
        most = heapq.nlargest(MAX_TERMS, terms, key=lambda term: terms[term]) if len(terms) > MAX_TERMS else terms
        return [self._made.get((field, term, terms[term])) or self._make(field, term, terms[term]) for term in most]

    def _make(self, field: str, term: str, worth: float) -> Clause:
        query = tantivy.Query.term_query(self._schema, field, term, "freq")
        clause = (tantivy.Occur.Should, query if worth == 1.0 else tantivy.Query.boost_query(query, worth))
        if len(self._made) >= MOST_REMEMBERED:
            self._made.clear()
        self._made[field, term, worth] = clause
        return clause
