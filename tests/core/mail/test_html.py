"""What a letter says as HTML."""

from baton.core.mail.html import marked, paragraphs


def test_what_the_team_writes_has_its_lists_and_emphasis_and_the_customers_words_are_set_back() -> None:
    said = marked("Dana:\n**Two** things:\n- one\n- [two](https://a.example/?a=1&b=2)\n\n> I wrote *this*")
    assert "<p>Dana:<br><strong>Two</strong> things:</p><ul><li>one</li>" in said
    assert '<a href="https://a.example/?a=1&amp;b=2">two</a>' in said
    assert said.endswith("I wrote *this*</blockquote>")


def test_nothing_that_anyone_writes_is_markup_of_its_own() -> None:
    hostile = '<script>x</script> **<b onclick="x">** `<i>` [a](javascript:x) ```\n</pre><script>'
    for drawn in (marked(hostile), paragraphs(hostile), marked("```\n</pre><script>x"), marked("> <script>")):
        assert "<script" not in drawn
        assert 'onclick="' not in drawn
        assert 'href="javascript' not in drawn


def test_other_letters_stay_as_they_are_written() -> None:
    assert paragraphs("2 * 3 * 4 and **stars**") == "<p>2 * 3 * 4 and **stars**</p>"
