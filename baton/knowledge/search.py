"""One tenant's passages in memory, searched by words (BM25). Disposable: the database is the truth.

Title, heading, question and text share one field; a boosted title field of its own ranked worse when measured.
"""

import heapq
from collections.abc import Iterable, Sequence
from threading import Lock
from typing import cast

import tantivy

from baton.core.answer_form import form_of
from baton.core.extract import ground
from baton.core.grounding import Grounding, Hit, Passage
from baton.core.ids import DocumentId
from baton.core.spelling import SHORTEST, meant
from baton.core.synonyms import kinds, synonyms
from baton.core.tokens import tokens, words
from baton.core.vocabulary import Vocabulary
from baton.core.wording import follows_up, reworded

WRITER_BYTES = 15_000_000
"""The writer's arena. The library refuses less; more buys nothing at a tenant's size."""

MAX_TERMS = 400
"""Words of a query that are searched, the rarest first. With 40, long messages lost more than half of their hits."""

MAX_LANGUAGES = 4
"""Languages of a tenant's sources, most used first, in whose forms a query's words are looked for."""

CANDIDATES = 24
"""Passages that are weighed for an answer. Words alone often rank the one that answers below the tenth."""

SYNONYM_BOOST = 0.4
"""What a synonym in a passage is worth beside the customer's own word."""

OVERHEAD = 900
"""Bytes that a passage costs beside its texts: the Python objects and its entries in the index (measured)."""


class Index:
    """Passages of one tenant. Writing is serialised by a lock; reading never waits."""

    def __init__(self) -> None:
        builder = tantivy.SchemaBuilder()
        # A signed integer: a Python int in an unsigned field panics the writer.
        builder.add_integer_field("key", stored=False, indexed=True, fast=True)
        builder.add_text_field("body", stored=False, tokenizer_name="whitespace", index_option="freq")
        self._schema = builder.build()
        self._index = tantivy.Index(self._schema)
        self._index.config_reader(reload_policy="manual")
        self._passages: dict[int, Passage] = {}
        self._documents: dict[DocumentId, list[int]] = {}
        self._languages: dict[str, int] = {}
        self._codes: tuple[str, ...] = ()
        self._spellings: dict[str, set[str]] = {}
        self._next = 0
        self._lock = Lock()
        self.bytes = 0

    def __len__(self) -> int:
        return len(self._passages)

    def replace(self, document_id: DocumentId, passages: Iterable[Passage]) -> None:
        """Put a document's passages in the place of those it had; none removes the document."""
        self.replace_many({document_id: list(passages)})

    def replace_many(self, documents: dict[DocumentId, list[Passage]]) -> None:
        """`replace` for many documents in one commit."""
        with self._lock:
            writer = self._index.writer(WRITER_BYTES, 1)
            gone: list[int] = []
            for document_id, passages in documents.items():
                old = self._documents.pop(document_id, [])
                for key in old:
                    writer.delete_documents_by_term("key", key)
                gone += old
                if passages:
                    self._documents[document_id] = [self._write(writer, passage) for passage in passages]
            writer.commit()
            writer.wait_merging_threads()
            self._index.reload()
            for key in gone:
                self._forget(self._passages.pop(key))
            self._codes = tuple(sorted(self._languages, key=lambda code: -self._languages[code]))

    def search(self, text: str, *, language: str | None = None, limit: int = 10) -> list[Hit]:
        """The passages nearest to `text`, best first, with scores that compare within this search only."""
        found = self.lookup(text, language=language)
        return self.rank(found, limit=limit)

    def lookup(self, text: str, *, language: str | None = None) -> Vocabulary:
        """In how many passages each informative word of `text` occurs."""
        searcher = self._index.searcher()
        found: dict[str, int] = {}
        slips: dict[str, str] = {}
        for stem, written in self._words(text, language).items():
            found[stem] = searcher.doc_freq("body", stem)
            for code in () if found[stem] else self._codes[:1]:
                other = self._meant(stem, written, code)
                if other and (count := searcher.doc_freq("body", other)):
                    slips[stem], found[other] = other, count
        return Vocabulary(passages=len(self._passages), found=found, meant=slips)

    def ground(self, question: str, *, language: str | None = None, context: str = "") -> Grounding:
        """What the passages say to `question`; `context` are earlier words of the customer."""
        query = self.lookup(question, language=language)
        hints = form_of(question).label
        hits = self.rank(query, limit=CANDIDATES, hints=hints)
        if context and follows_up(question):
            query = self.lookup(f"{question}\n{context}", language=language)
            hits = _merged(hits, self.rank(query, limit=CANDIDATES, hints=hints))
        return ground(question, hits, language=language, context=context, vocabulary=query)

    def rank(self, query: Vocabulary, *, limit: int, hints: str = "") -> list[Hit]:
        """`search` by words that were looked up before. `hints` are words that help a little where they occur."""
        present = [word for word, count in query.found.items() if count]
        if not query.found or limit < 1:
            return []
        rarest = heapq.nsmallest(MAX_TERMS, present, key=lambda word: query.found[word])
        clauses = [(tantivy.Occur.Should, self._term(word)) for word in rarest]
        clauses += [
            (tantivy.Occur.Should, tantivy.Query.boost_query(self._term(other), SYNONYM_BOOST))
            for other in {*self._others(query.found), *tokens(hints, "en")} - set(rarest)
        ]
        searcher = self._index.searcher()
        ranked = searcher.search(tantivy.Query.boolean_query(clauses), limit, count=False).hits
        keys = cast(list[int], searcher.fast_field_values("key", [address for _, address in ranked]))
        # A passage that was replaced between the search and this line is left out.
        pairs = ((self._passages.get(key), score) for (score, _), key in zip(ranked, keys, strict=True))
        return [Hit(passage, float(score)) for passage, score in pairs if passage is not None]

    def _words(self, text: str, language: str | None) -> dict[str, str]:
        """The query's words as each language of the sources would write them, and as they were written: stem -> word.

        All of them, for sources rarely say their languages alike.
        """
        codes = self._codes[:MAX_LANGUAGES] or (language or "",)
        return {
            stem: written
            for code in reversed(codes)
            for written in words(reworded(text, code or language))
            for stem in tokens(written, code or language or "en")
        }

    def _meant(self, stem: str, written: str, code: str) -> str | None:
        """The stem of the sources' own word for one that they do not have."""
        if synonyms(stem, code) or len(written) < SHORTEST:
            return None
        other = meant(written, self._spellings.get(written[0], ()))
        return next(iter(tokens(other, code)), None) if other else None

    def _others(self, found: Iterable[str]) -> list[str]:
        return [
            other for word in found for code in self._codes for other in (*synonyms(word, code), *kinds(word, code))
        ]

    def _term(self, word: str) -> tantivy.Query:
        return tantivy.Query.term_query(self._schema, "body", word, "freq")

    def _write(self, writer: tantivy.IndexWriter, passage: Passage) -> int:
        key, self._next = self._next, self._next + 1
        question = reworded(passage.question or "", passage.language)
        whole = "\n".join((passage.title, passage.heading, question, passage.text))
        body = " ".join(tokens(whole, passage.language))
        writer.add_document(tantivy.Document(key=key, body=body))
        # Words of passages that are gone stay: whether a passage still has one is asked of the index.
        for word in words(whole):
            if len(word) >= SHORTEST:
                self._spellings.setdefault(word[0], set()).update((word, word.removesuffix("s")))
        self._passages[key] = passage
        code = passage.language or ""
        self._languages[code] = self._languages.get(code, 0) + 1
        self.bytes += _weight(passage)
        return key

    def _forget(self, passage: Passage) -> None:
        code = passage.language or ""
        self._languages[code] -= 1
        if not self._languages[code]:
            del self._languages[code]
        self.bytes -= _weight(passage)


def _weight(passage: Passage) -> int:
    return OVERHEAD + 2 * (len(passage.text) + len(passage.question or "") + len(passage.title) + len(passage.heading))


def _merged(first: Sequence[Hit], second: Sequence[Hit]) -> list[Hit]:
    """The question's own hits and the whole conversation's in turn, so that neither crowds out the other's best."""
    out: dict[str, Hit] = {}
    for place in range(max(len(first), len(second))):
        for hit in (*first[place : place + 1], *second[place : place + 1]):
            out.setdefault(hit.passage.id, hit)
    return list(out.values())[:CANDIDATES]
