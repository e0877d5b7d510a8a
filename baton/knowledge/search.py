"""One tenant's passages in memory, searched by words (BM25). Disposable: the database is the truth.

A passage has its words, the title's twice. A direct entry has the letters of its question too, by which nearly the same
words are found; letters of titles and headings brought up namesakes when measured.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from threading import Lock
from types import MappingProxyType
from typing import cast

import tantivy

from baton.core.answers.extract import ground
from baton.core.answers.form import form_of
from baton.core.answers.fusion import fused, grouped, in_turn, reciprocal, weighable
from baton.core.answers.grounding import Grounding, Hit, Passage, first_sure, read_as
from baton.core.ids import DocumentId, PassageId
from baton.core.reading.following import Reading, readings
from baton.core.reading.own_words import OwnWords, Read
from baton.core.reading.spelling import SHORTEST
from baton.core.reading.tokens import letters, tokens, words
from baton.core.reading.vocabulary import Vocabulary
from baton.core.reading.wording import reworded
from baton.core.sources.vectors import Meaning, Vector
from baton.core.values import altered
from baton.knowledge.clauses import Clause, Clauses
from baton.knowledge.footprint import footprint
from baton.knowledge.nearness import Nearness
from baton.knowledge.query import LETTERS_BOOST, OF_A_PART, SYNONYM_BOOST, Query, query_of, slip_of, stems_of
from baton.knowledge.taught import Taught, teach

WRITER_BYTES = 15_000_000
"""The writer's arena. The library refuses less; more buys nothing at a tenant's size."""

CANDIDATES = 24
"""Passages that are weighed for an answer. Words alone often rank the one that answers below the tenth."""

QUESTIONS_TO_AN_ANSWER = 4
"""How many times the candidates are looked at, where direct entries share an answer."""


class Index:
    """Passages of one tenant. Writing is serialised by a lock; reading never waits."""

    def __init__(self) -> None:
        builder = tantivy.SchemaBuilder()
        # A signed integer: a Python int in an unsigned field panics the writer.
        builder.add_integer_field("key", stored=False, indexed=True, fast=True)
        for name in ("body", "letters"):
            builder.add_text_field(name, stored=False, tokenizer_name="whitespace", index_option="freq")
        self._schema = builder.build()
        self._clauses = Clauses(self._schema)
        self._index = tantivy.Index(self._schema)
        self._index.config_reader(reload_policy="manual")
        self._passages: dict[int, Passage] = {}
        self._documents: dict[DocumentId, list[int]] = {}
        self._languages: dict[str, int] = {}
        self._codes: tuple[str, ...] = ()
        self._spellings: dict[str, set[str]] = {}
        self._answers: dict[str, int] = {}
        self._most_questions = 0
        self._taught: Taught | None = None
        self._next = 0
        self.own = OwnWords()
        self._lock = Lock()
        self._nearness = Nearness()
        self._texts = 0

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
                self._nearness.drop(key)
                self._forget(self._passages.pop(key))
            self._most_questions = max(self._answers.values(), default=0)
            self._codes = tuple(sorted(self._languages, key=lambda code: -self._languages[code]))
            self._taught = teach(self._passages.values(), self._taught)

    @property
    def bytes(self) -> int:
        """What the index takes, by estimate."""
        return self._texts + self._nearness.bytes + (self._taught.scope.bytes if self._taught else 0)

    @property
    def unlearned(self) -> int:
        """How many passages have no vector of meaning."""
        return len(self._passages) - len(self._nearness)

    def without_vector(self) -> list[Passage]:
        """The passages that have no vector of meaning."""
        return [passage for key, passage in list(self._passages.items()) if key not in self._nearness]

    def learn(self, vectors: Mapping[PassageId, Vector]) -> None:
        """Give passages their vectors; those that are gone meanwhile are passed over."""
        with self._lock:
            for key, passage in self._passages.items():
                if passage.id in vectors:
                    self._nearness.add(key, vectors[passage.id])

    def search(
        self, text: str, *, language: str | None = None, limit: int = 10, meaning: Meaning | None = None
    ) -> list[Hit]:
        """The passages nearest to `text`, best first, with scores that compare within this search only."""
        query = self._query(self._read(text, language), language)
        return self._with_near(self._ranked(query, limit=limit), meaning, limit)[:limit]

    def lookup(self, text: str, *, language: str | None = None) -> Vocabulary:
        """In how many passages each informative word of `text` occurs."""
        searcher = self._index.searcher()
        found: dict[str, int] = {}
        slips: dict[str, str] = {}
        for stem, written in stems_of(text, language, self._codes).items():
            found[stem] = searcher.doc_freq("body", stem)
            for code in () if found[stem] else self._codes[:1]:
                other = slip_of(stem, written, code, self._spellings)
                if other and (count := searcher.doc_freq("body", other)):
                    slips[stem], found[other] = other, count
        return Vocabulary(passages=len(self._passages), found=found, meant=slips)

    def ground(
        self,
        question: str,
        *,
        language: str | None = None,
        before: str = "",
        meanings: Mapping[str, Meaning] = MappingProxyType({}),
    ) -> Grounding:
        """What the passages say to `question`, asked after the question `before`. `meanings` are by `Reading.whole`."""
        ways = readings(question, before, language)
        return first_sure(self._ground(way, language, meanings.get(way.whole)) for way in ways)

    def _ground(self, way: Reading, language: str | None, meaning: Meaning | None) -> Grounding:
        asked, context = self._read(way.question, language), self._read(way.context, language).text
        query, hints = self._query(asked, language), form_of(asked.text).label
        hits = self._ranked(query, limit=CANDIDATES, hints=hints)
        if context:
            query = self._query(replace(asked, text=f"{asked.text}\n{context}"), language)
            hits = in_turn(hits, self._ranked(query, limit=CANDIDATES, hints=hints))[:CANDIDATES]
        known = query.vocabulary

        def grounded(hits: Sequence[Hit], sure: float | None = None) -> Grounding:
            return ground(asked.text, hits, language=language, context=context, vocabulary=known, sure_of_entry=sure)

        taught, near = self._taught, self._with_near(hits, meaning, CANDIDATES)
        return read_as(taught.ground(asked.text, language, near, grounded) if taught else grounded(near), way)

    def _read(self, text: str, language: str | None) -> Read:
        """The text in the sources' words."""
        return self.own.read(text, language or next(iter(self._codes), None), self._has_all)

    def _has_all(self, stems: Collection[str]) -> bool:
        """Whether a passage has all of these stems."""
        every = [(tantivy.Occur.Must, query) for _, query in self._clauses.of("body", dict.fromkeys(stems, 1.0))]
        return bool(every) and bool(self._index.searcher().search(tantivy.Query.boolean_query(every), 1).hits)

    def _query(self, asked: Read, language: str | None) -> Query:
        known = altered(self.lookup(asked.text, language=language), same=asked.same)
        return query_of(asked.text, known, language, self._codes)

    def _with_near(self, hits: list[Hit], meaning: Meaning | None, limit: int) -> list[Hit]:
        if meaning is None or not len(self._nearness):
            return hits
        nearest = self._nearness.nearest(meaning.vector, limit)
        near = [Hit(passage, alike) for key, alike in nearest if (passage := self._passages.get(key)) is not None]
        if meaning.counts:
            return weighable(hits, near, partial(self._alike, meaning.vector))
        return reciprocal((hits, near))[:limit]

    def _alike(self, vector: Vector, passage: Passage) -> float | None:
        keys = self._documents.get(passage.document_id, ())
        return next((self._nearness.alike(key, vector) for key in keys if self._passages.get(key) is passage), None)

    def _ranked(self, query: Query, *, limit: int, hints: str = "") -> list[Hit]:
        """The best passages. `hints` are words that help a little where they occur."""
        if limit < 1:
            return []
        little = {*query.others, *tokens(hints, "en")} - query.words.keys()
        clauses = self._clauses.of("body", query.words) + self._clauses.of("body", dict.fromkeys(little, SYNONYM_BOOST))
        if self._answers:
            clauses += self._clauses.of("letters", dict.fromkeys(query.letters, LETTERS_BOOST))
        if query.parts:
            whole = self._found(clauses, max(limit, OF_A_PART))
            parts = (self._found(self._clauses.of("body", part), OF_A_PART) for part in query.parts)
            return fused(whole, parts)[:limit]
        if self._most_questions < 2:
            return self._found(clauses, limit)
        return grouped(self._found(clauses, limit * min(self._most_questions, QUESTIONS_TO_AN_ANSWER)))[:limit]

    def _found(self, clauses: list[Clause], limit: int) -> list[Hit]:
        if not clauses:
            return []
        searcher = self._index.searcher()
        ranked = searcher.search(tantivy.Query.boolean_query(clauses), limit, count=False).hits
        keys = cast(list[int], searcher.fast_field_values("key", [address for _, address in ranked]))
        # A passage that was replaced between the search and this line is left out.
        pairs = ((self._passages.get(key), score) for (score, _), key in zip(ranked, keys, strict=True))
        return [Hit(passage, float(score)) for passage, score in pairs if passage is not None]

    def _write(self, writer: tantivy.IndexWriter, passage: Passage) -> int:
        key, self._next = self._next, self._next + 1
        question = reworded(passage.question or "", passage.language)
        whole = "\n".join((passage.title, passage.heading, question, passage.text))
        body = " ".join(tokens(f"{passage.title}\n{whole}", passage.language))
        named = " ".join(letters(passage.question or ""))
        writer.add_document(tantivy.Document(key=key, body=body, letters=named))
        # Words of passages that are gone stay: whether a passage still has one is asked of the index.
        for word in words(whole):
            if len(word) >= SHORTEST:
                self._spellings.setdefault(word[0], set()).update((word, word.removesuffix("s")))
        self._passages[key] = passage
        if passage.question is not None:
            self._answers[passage.text] = self._answers.get(passage.text, 0) + 1
        code = passage.language or ""
        self._languages[code] = self._languages.get(code, 0) + 1
        self._texts += footprint(passage)
        return key

    def _forget(self, passage: Passage) -> None:
        if passage.question is not None:
            self._answers[passage.text] -= 1
            if not self._answers[passage.text]:
                del self._answers[passage.text]
        code = passage.language or ""
        self._languages[code] -= 1
        if not self._languages[code]:
            del self._languages[code]
        self._texts -= footprint(passage)
