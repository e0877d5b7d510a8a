"""Documents of every supported format are read into the same blocks; what can't be read says why in a sentence."""

import pytest

from baton.core.errors import Unreadable
from baton.core.sources.documents import BlockKind, Document
from baton.knowledge.parse import MAX_BYTES, parse


def shapes(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in document.blocks]


def test_markdown_keeps_structure_and_drops_marks() -> None:
    document = parse(
        "returns.md",
        b"""---
title: "Returns"
url: https://shop.example/returns
---
# Returns
You have **30 days** to [send it back](/x), or `RET_1_b`.

## How to
1. Open *Orders*.
2. Choose
   it.

   More of two.
   - nested
3. Done.

| Way | Cost | Time |
|---|---|---|
| Post | 4.95 | 3 days |

<details><summary>Why?</summary><p>Because.</p></details>
""",
    )
    assert (document.title, document.url, document.language) == (
        "Returns",
        "https://shop.example/returns",
        "en",
    )
    assert shapes(document) == [
        ("paragraph", "You have 30 days to send it back, or RET_1_b."),
        ("heading", "How to"),
        ("item", "1. Open Orders."),
        ("item", "2. Choose it. More of two."),
        ("item", "- nested"),
        ("item", "3. Done."),
        ("row", "- Post: Cost 4.95; Time 3 days"),
        ("heading", "Why?"),
        ("paragraph", "Because."),
    ]
    assert document.blocks[1].anchor == "how-to"


def test_repeated_headings_get_their_own_anchors() -> None:
    document = parse(
        "a.md", "## Fees\n\nOne.\n\n## Fees\n\nTwo.\n\n## Über uns!\n\nThree.\n\n## Own {#mine}\n\nx".encode()
    )
    assert [b.anchor for b in document.blocks if b.kind is BlockKind.HEADING] == [
        "fees",
        "fees-1",
        "über-uns",
        "mine",
    ]


def test_html_keeps_the_content_and_drops_the_furniture() -> None:
    document = parse(
        "fees.html",
        b"""<html lang="en-GB"><head><title>Fees | Bank</title><link rel=canonical href="https://b.example/fees"></head>
        <body><header>Logo</header><nav>Home</nav><div class="cookie-bar">Accept</div><script>x()</script>
        <main><h1>Fees</h1><p>One<br>two <b>bold</b>.</p><h2 id=fx>Abroad</h2>
        <ul><li>a<li><p>b</p><ol start=3><li>c</ol></ul>
        <table><tr><th>Card<th>Fee<th>Limit<tr><td>Blue<td>2%<td>500</table><dl><dt>Q?</dt><dd>A.</dd></dl>
        <div hidden>secret</div><aside>ad</aside></main><footer>imprint</footer></body></html>""",
    )
    assert (document.title, document.url, document.language) == ("Fees", "https://b.example/fees", "en")
    assert shapes(document) == [
        ("paragraph", "One two bold."),
        ("heading", "Abroad"),
        ("item", "- a"),
        ("item", "- b"),
        ("item", "3. c"),
        ("row", "- Blue: Fee 2%; Limit 500"),
        ("heading", "Q?"),
        ("paragraph", "A."),
    ]
    assert document.blocks[1].anchor == "fx"


@pytest.mark.parametrize(
    "broken",
    [
        b"<p>One<p>Two</div></div><b>bold",
        b"<table><td>One<td>Two</table>",
        b"<html><body><p>One &amp Two &#xZZ;",
        b"One <",
    ],
)
def test_broken_html_is_read_as_browsers_do(broken: bytes) -> None:
    assert "One" in " ".join(block.text for block in parse("x.html", broken).blocks)


def test_plain_text_finds_headings_and_lists() -> None:
    document = parse(
        "hours.txt", b"OPENING HOURS\n\nWe are open.\nMost days.\n\nWeekends\n\n- Sat 9\n- Sun\n  closed\n"
    )
    assert document.title == "Opening hours"
    assert shapes(document) == [
        ("paragraph", "We are open. Most days."),
        ("heading", "Weekends"),
        ("item", "- Sat 9"),
        ("item", "- Sun closed"),
    ]


@pytest.mark.parametrize(
    ("text", "title", "paragraphs"),
    [
        ("We open at nine", "A", ["We open at nine"]),
        ("การจัดส่ง\n\nค่าจัดส่ง 50 บาท\n\nส่งภายใน 3 วัน", "การจัดส่ง", ["ค่าจัดส่ง 50 บาท", "ส่งภายใน 3 วัน"]),
        ("Quay Lamps\n\n4 Quay Street\n\nGalway", "Quay Lamps", ["4 Quay Street", "Galway"]),
    ],
)
def test_short_lines_that_nothing_follows_are_text_and_no_headings(
    text: str, title: str, paragraphs: list[str]
) -> None:
    document = parse("a.txt", text.encode())
    assert document.title == title
    assert shapes(document) == [("paragraph", text) for text in paragraphs]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings_are_told_apart(encoding: str) -> None:
    document = parse("a.txt", "Grüße kosten 5 € für alle Leute.".encode(encoding))
    assert document.blocks[0].text == "Grüße kosten 5 € für alle Leute."


def test_a_page_may_declare_its_charset() -> None:
    body = '<meta charset="windows-1251"><p>Возврат денег</p>'.encode("cp1251")
    assert parse("a.html", body).blocks[0].text == "Возврат денег"


LETTERS = {
    "cp1251": "Возврат средств занимает пять рабочих дней.",
    "koi8_r": "Возврат средств занимает пять рабочих дней. Мы пришлём письмо, когда деньги вернутся на карту. " * 5,
    "cp1250": "Zwrot środków trwa pięć dni roboczych. Wyślemy wiadomość.",
    "iso8859_7": "Η επιστροφή χρημάτων διαρκεί πέντε εργάσιμες ημέρες.",
    "cp1256": "يستغرق استرداد الأموال خمسة أيام عمل. سنرسل لك رسالة.",
    "shift_jis": "返金には五営業日かかります。カードにお金が戻ったらメールでお知らせします。",
    "gb18030": "退款需要五个工作日。款项退回卡上后我们会发邮件通知您。请保留您的收据。",
    "euc_kr": "환불은 영업일 기준 오일이 걸립니다. 카드로 환불되면 이메일로 알려 드립니다.",
    "latin-1": "Le remboursement prend cinq jours ouvrés, dès l'arrivée.",
}


@pytest.mark.parametrize("encoding", LETTERS)
def test_an_encoding_that_nobody_named_is_found(encoding: str) -> None:
    document = parse("a.txt", LETTERS[encoding].encode(encoding))
    assert document.blocks[0].text == LETTERS[encoding].strip()


def test_the_server_is_believed_after_utf_8() -> None:
    body = "<p>Возврат</p>"
    assert parse("a", body.encode("koi8_r"), "text/html; charset=koi8-r").blocks[0].text == "Возврат"
    assert parse("a", body.encode(), "text/html; charset=koi8-r").blocks[0].text == "Возврат"
    assert parse("a", body.encode(), "text/html; charset=no-such-thing").blocks[0].text == "Возврат"


@pytest.mark.parametrize(
    ("name", "body", "says"),
    [
        ("a.md", b"", "empty"),
        ("a.md", b" \n\t", "empty"),
        ("a.txt", bytes(range(256)) * 20, "no readable text"),
        ("a.txt", b"\x89PNG\r\n\x1a\n0000", "picture"),
        ("a.md", b"%PDF-1.7 ...", "PDF"),
        ("a.pages", b"x", ".pages files are not supported"),
        ("README", b"text", "without an ending"),
        ("a.txt", b"x" * (MAX_BYTES + 1), "limit"),
        ("a.md", b"# Only a heading\n", "no text"),
        ("a.html", b"<html><body><nav>Home</nav></body></html>", "no text"),
        ("a.html", b"<div>" * 100_000 + b"deep", "inside one another"),
    ],
)
def test_what_cannot_be_read_says_why(name: str, body: bytes, says: str) -> None:
    with pytest.raises(Unreadable) as refused:
        parse(name, body)
    assert says in refused.value.detail
    assert refused.value.detail.endswith(".")


def test_the_media_type_decides_where_the_name_does_not() -> None:
    assert parse("page", b"<p>Hello there</p>", "text/html; charset=utf-8").blocks[0].text == "Hello there"


@pytest.mark.parametrize(
    "line",
    ["a *b [c ", "[[", "`a", "**a ", "__a", "<a ", "![", "[a](", "\\", "&amp;", "~~a"],
    ids=lambda line: repr(line),
)
def test_a_hostile_megabyte_in_one_line_is_read_to_the_end(line: str) -> None:
    assert parse("a.md", b"x " + (line * (1_000_000 // len(line))).encode()).blocks


def test_deep_nesting_does_not_exhaust_the_stack() -> None:
    parse("a.md", b"> " * 50_000 + b"deep\n\nText.")
    parse("b.md", "".join("  " * level + "- x\n" for level in range(300)).encode())
    parse("c.html", b"<ul><li>x" * 400 + b"</ul>")
