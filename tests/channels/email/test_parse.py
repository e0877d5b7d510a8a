"""Strangers' mail: read as far as it can be, refused where it can't, and never for long."""

import random
import time

import pytest
from channels.email.letters import mail, report

from baton.channels.email.html_text import text_of
from baton.channels.email.parse import MAX_MAIL, parse
from baton.core.errors import DeskError, TooLarge

ROUGH = b"From: Maria <maria@example.com>\r\nTo: support@harbour.example\r\nSubject: %s\r\n%s\r\n\r\n%s"


def rough(subject: bytes = b"Hi", headers: bytes = b"X-A: b", body: bytes = b"Hello") -> bytes:
    return ROUGH % (subject, headers, body)


def test_a_plain_mail_is_read():
    read = parse(mail("Hello\n\n> quoted", Content_Language="de", Delivered_To="support+x@harbour.example"))
    assert (read.sender, read.sender_name, read.subject, read.text) == (
        "maria@example.com", "Maria Example", "Delivery", "Hello",
    )  # fmt: skip
    assert read.language == "de"
    assert read.sent_to == ("support@harbour.example", "support+x@harbour.example")
    assert not read.is_automatic


@pytest.mark.parametrize(
    ("charset", "body", "text"),
    [
        (b"iso-8859-1", "Grüße".encode("latin-1"), "Grüße"),
        (b"no-such-charset", "Grüße".encode(), "Grüße"),
        (b"utf-8", b"caf\xe9", "café"),
        (b"gb2312", "你好".encode("gb2312"), "你好"),
        (b"utf-8\x00", b"Hello", "Hello"),
    ],
)
def test_text_is_read_in_the_letters_that_it_says_or_nearly_says(charset: bytes, body: bytes, text: str):
    assert parse(rough(headers=b"Content-Type: text/plain; charset=" + charset, body=body)).text == text


def test_names_and_subjects_in_other_letters_are_read():
    raw = rough(b"=?utf-8?B?0J/RgNC40LLQtdGC?=").replace(b"Maria <", b"=?iso-8859-1?Q?J=F6rg?= <")
    assert (parse(raw).subject, parse(raw).sender_name) == ("Привет", "Jörg")


def test_html_becomes_text_without_what_programs_put_in():
    page = (
        "<html><head><title>no</title><style>p{}</style></head><body><p>Hello <b>there</b>,</p><script>evil()</script>"
        '<p hidden>hidden</p><ul><li>one</li><li>two&nbsp;&amp; three</li></ul><img src="http://spy.example/x.gif">'
        '<div class="gmail_quote"><div>On Monday, Shop wrote:</div><blockquote>Old</blockquote></div></body></html>'
    )
    raw = rough(headers=b"Content-Type: text/html; charset=utf-8", body=page.encode())
    assert parse(raw).text == "Hello there,\n\none\n\ntwo & three"


def test_a_report_says_which_letter_and_why():
    read = parse(report(b"Message-ID: <dlv_" + b"0" * 26 + b".c" + b"1" * 39 + b"@harbour.example>\r\n\r\n"))
    assert read.report
    assert read.report.letter_ids == ("dlv_" + "0" * 26,)
    assert read.report.recipient == "maria@example.com"
    assert read.report.is_final
    assert read.report.why == "There is no such mailbox. The mail server said: 550 5.1.1 no such user"


@pytest.mark.parametrize("raw", [b"", b"\x00" * 100, b"no mail", b"Subject: no sender\r\n\r\nHi", b"From: @\r\n\r\n"])
def test_what_is_no_mail_is_refused(raw: bytes):
    with pytest.raises(DeskError) as refused:
        parse(raw)
    assert refused.value.code == "unreadable_mail"


def test_a_mail_without_message_id_is_known_by_its_bytes():
    assert parse(mail(Message_ID=None)).message_id == parse(mail(Message_ID=None)).message_id
    assert parse(mail(Message_ID=None)).message_id != parse(mail("Other", Message_ID=None)).message_id


def test_an_endless_mail_is_refused():
    with pytest.raises(TooLarge):
        parse(b"a" * (MAX_MAIL + 1))


HOSTILE = {
    "nested": b"From: a@b.c\r\n" + b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (n, n) for n in range(5000)
    ),
    "mails in mails": b"From: a@b.c\r\n" + b"Content-Type: message/rfc822\r\n\r\n" * 5000 + b"\r\nHi",
    "headers": b"From: a@b.c\r\n" + b"X: y\r\n" * 150_000 + b"\r\nHi",
    "long header": rough(subject=b"=?utf-8?Q?" + b"=41" * 250_000 + b"?="),
    "words": rough(subject=b"=?utf-8?B?QQ==?= " * 30_000),
    "recipients": rough(headers=b"Cc: " + b"a@b.c, " * 100_000),
    "comments": rough(headers=b"Cc: " + b"(" * 50_000),
    "references": rough(headers=b"References: " + b"<a@b> " * 100_000),
    "parts": rough(
        headers=b'Content-Type: multipart/mixed; boundary="b"',
        body=b"--b\r\nContent-Type: text/plain\r\n\r\nA\r\n" * 20_000,
    ),
    "tags": rough(headers=b"Content-Type: text/html", body=b"<div>" * 200_000),
    "half tags": rough(headers=b"Content-Type: text/html", body=b"<div " * 200_000),
    "entities": rough(headers=b"Content-Type: text/html", body=b"&#x41;" * 150_000),
    "comment": rough(headers=b"Content-Type: text/html", body=b"<!--" * 200_000),
    "open parts": b"From: a@b.c\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n" * 150_000,
    "digests": b"From: a@b.c\r\nContent-Type: multipart/digest; boundary=b\r\n\r\n" + b"--b\r\n\r\n" * 100_000,
    "file after file": rough(
        headers=b'Content-Type: multipart/mixed; boundary="b"',
        body=b"--b\r\nContent-Type: image/png\r\n" + b"X: y\r\n" * 100 + b"\r\nA\r\n" * 20_000,
    ),
    "large and nested": b"From: a@b.c\r\n" + b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (n, n) for n in range(50)
    ) + b"\r\n--no\r\n" * 2_000_000,
    "transfer encoding": rough(headers=b"Content-Transfer-Encoding: x-uuencode", body=b"begin 666 x\r\n" * 10_000),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_mail_made_to_do_harm_costs_little(name: str):
    began = time.thread_time()
    try:
        read = parse(HOSTILE[name])
        assert len(read.text) < 500_000
    except DeskError:
        pass
    assert time.thread_time() - began < 10, "a second on a quiet machine"


def test_mails_with_damaged_bytes_are_read_or_refused_and_never_break_the_reader():
    chance = random.Random(7)  # noqa: S311
    whole = [mail("Grüße\n> alt"), report(b"Message-ID: <x@y>\r\n\r\n"), rough(headers=b"Content-Type: text/html")]
    for _ in range(1500):
        raw = bytearray(chance.choice(whole))
        for _ in range(chance.randint(1, 12)):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        try:
            read = parse(bytes(raw))
        except DeskError:
            continue
        (read.text + read.subject + (read.sender_name or "") + read.message_id).encode()


def test_html_that_never_ends_is_read_as_far_as_it_goes():
    assert text_of("<p>Hello<blockquote>quoted<table><tr><td>deep") == "Hello\n\n> quoted\n\n> deep"
