import pytest

from baton.core.reading.language_tags import primary


@pytest.mark.parametrize(
    ("tag", "told"), [("pt-BR", "pt"), ("PT_br", "pt"), ("de", "de"), ("zh-Hant-TW", "zh"), ("", ""), (None, None)]
)
def test_the_primary_subtag_is_what_stands_before_region_and_script(tag: str | None, told: str | None) -> None:
    assert primary(tag) == told
