"""What a mail encloses, as programs enclose it and as strangers may."""

from email.message import EmailMessage
from email.policy import SMTP

import pytest
from channels.email.letters import mail
from sample_files import PDF, png

from baton.channels.email.parse import parse

HEAD = b'From: a@b.c\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n'


def files_of(raw: bytes) -> list[tuple[str, bytes]]:
    return [(file.name, file.body) for file in parse(raw).files]


def part(body: bytes, *headers: bytes) -> bytes:
    return b"--b\r\n" + b"".join(header + b"\r\n" for header in headers) + b"\r\n" + body + b"\r\n"


def test_files_come_as_they_were_sent_in_their_order():
    picture = png(300, 200)
    sent = mail("See here", files=[("Rechnung für März.pdf", "application/pdf", PDF), ("p.png", "image/png", picture)])
    assert parse(sent).text == "See here"
    assert files_of(sent) == [("Rechnung für März.pdf", PDF), ("p.png", picture)]


def test_a_file_behind_a_megabyte_of_another_is_found():
    large = b"%PDF-1.7\n" + b"0123456789abcdef" * 200_000
    assert files_of(mail(files=[("l.pdf", "application/pdf", large), ("s.pdf", "application/pdf", PDF)])) == [
        ("l.pdf", large), ("s.pdf", PDF),
    ]  # fmt: skip


@pytest.mark.parametrize("way", [b"base64", b"BASE64 ", b"quoted-printable", b"8bit", b"binary"])
def test_each_way_of_writing_a_file_is_read(way: bytes):
    written = {b"base64": b"aGVsbG8g\r\nw6Q=", b"quoted-printable": b"hello=\r\n =C3=A4"}
    body = written.get(way.strip().lower(), "hello ä".encode())
    raw = HEAD + part(body, b"Content-Type: text/csv; name=a.csv", b"Content-Transfer-Encoding: " + way) + b"--b--\r\n"
    assert files_of(raw) == [("a.csv", "hello ä".encode())]


def test_a_screenshot_in_the_text_is_a_file_and_the_letterhead_is_none():
    message = EmailMessage(policy=SMTP)
    message["From"] = "a@b.c"
    message.set_content("<p>Look: <img src=cid:1><img src=cid:2></p>", subtype="html")
    for cid, name, body in (("<1>", "shot.png", png(600, 40)), ("<2>", "logo.png", png(120, 40))):
        message.add_related(body, maintype="image", subtype="png", cid=cid, filename=name, disposition="inline")
    message.add_attachment(png(16, 16), maintype="image", subtype="png", filename="icon.png")
    assert [name for name, _ in files_of(message.as_bytes())] == ["shot.png", "icon.png"]


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (b"application/pgp-signature; name=signature.asc", None),
        (b"application/pkcs7-signature; name=smime.p7s", None),
        (b"text/plain", None),
        (b"text/html", None),
        (b"message/delivery-status", None),
        (b"message/rfc822", "e-mail"),
        (b"application/x-msdownload", "application/x-msdownload"),
        (b"text/html; name=page.html", "page.html"),
    ],
)
def test_what_is_no_file_that_somebody_sent_is_none(kind: bytes, name: str | None):
    raw = HEAD + part(b"Hello") + part(b"x", b"Content-Type: " + kind) + b"--b--\r\n"
    assert [one for one, _ in files_of(raw)] == ([name] if name else [])


def test_a_mail_that_was_cut_off_gives_what_came():
    raw = HEAD + part(b"Hello") + b"--b\r\nContent-Type: application/pdf; name=a.pdf\r\n\r\n" + PDF
    assert files_of(raw) == [("a.pdf", PDF)]


def test_damaged_base64_is_no_file_to_trust_and_breaks_nothing():
    raw = HEAD + part(b"YWJjZA", b"Content-Type: image/png; name=a.png", b"Content-Transfer-Encoding: base64")
    assert files_of(raw) == [("a.png", b"")]


def test_a_name_carries_no_line_into_anything():
    raw = HEAD + part(b"PK", b'Content-Disposition: attachment; filename="..\\\\bomb\r\n\t.zip"')
    ((name, _),) = files_of(raw)
    assert "\n" not in name
    assert "\r" not in name
