"""Passages to search, made by hand."""

from collections.abc import Callable

import pytest

from baton.core.answers.grounding import Passage
from baton.core.ids import DocumentId, PassageId, SourceId

MakePassage = Callable[..., Passage]


@pytest.fixture
def passage() -> MakePassage:
    count = 0

    def make(text: str, *, title: str = "Help", document: str = "doc_1", **fields: object) -> Passage:
        nonlocal count
        count += 1
        return Passage(
            id=PassageId(f"psg_{count}"),
            source_id=SourceId("src_1"),
            document_id=DocumentId(document),
            title=title,
            text=text,
            **{"heading": "", "language": "en", **fields},  # type: ignore[arg-type]
        )

    return make
