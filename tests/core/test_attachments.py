"""Which files are taken, by their bytes and not by their names, and what they are called."""

import pytest
from sample_files import GIF, PDF, WEBP_LARGER, WEBP_LOSSLESS, WEBP_LOSSY, jpeg, png

from baton.core.attachments import MOST_NAME, Attachment, file_name, in_order, named, recognised
from baton.core.errors import Conflict, Invalid
from baton.core.ids import AttachmentId
from baton.core.pages.pictures import Size


@pytest.mark.parametrize(
    ("head", "media_type", "size"),
    [
        (png(3, 4), "image/png", Size(3, 4)),
        (jpeg(), "image/jpeg", Size(640, 480)),
        (jpeg(before=60_000), "image/jpeg", Size(640, 480)),
        (GIF, "image/gif", Size(30, 20)),
        (WEBP_LOSSY, "image/webp", Size(50, 40)),
        (WEBP_LOSSLESS, "image/webp", Size(50, 40)),
        (WEBP_LARGER, "image/webp", Size(50, 40)),
        (PDF, "application/pdf", None),
        (b"Hello\tthere\r\n", "text/plain", None),
        ("Grüße".encode("cp1252"), "text/plain", None),
        ("Größe;Preis".encode(), "text/plain", None),
    ],
)
def test_a_file_is_what_its_bytes_say(head, media_type, size):
    assert recognised(head, "a.exe") == (media_type, size)


def test_plain_text_is_a_table_by_its_name():
    assert recognised(b"a;b\n1;2\n", "list.CSV") == ("text/csv", None)


@pytest.mark.parametrize(
    "head",
    [
        b"MZ\x90\x00\x03",
        b"PK\x03\x04",
        b"\x7fELF",
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        b"  \n<!DOCTYPE html><script>alert(1)</script>",
        b"\xef\xbb\xbf<html>",
        b"<?xml version='1.0'?>",
        b"text with a \x00 in it",
        b"RIFF\x00\x00\x00\x00WAVEfmt ",
    ],
)
def test_what_could_run_or_is_unknown_is_not_taken_whatever_its_name(head):
    with pytest.raises(Invalid) as refused:
        recognised(head, "photo.png")
    assert refused.value.code == "file_type"


@pytest.mark.parametrize(
    "head", [png()[:20], b"\xff\xd8\xff", b"\xff\xd8\xff\xe1\x00\x04ab????", b"GIF89a\x00", png(0, 1)]
)
def test_a_picture_without_a_size_is_damaged(head):
    with pytest.raises(Invalid) as refused:
        recognised(head, "photo.png")
    assert refused.value.code == "file_unreadable"


def test_a_picture_too_large_to_draw_is_offered_as_a_file():
    assert Attachment(AttachmentId("att_1"), "a.png", "image/png", 9, 7000, 7000).is_image
    assert not Attachment(AttachmentId("att_1"), "a.png", "image/png", 9, 60_000, 60_000).is_image
    assert not Attachment(AttachmentId("att_1"), "a.pdf", "application/pdf", 9).is_image


@pytest.mark.parametrize(
    ("said", "media_type", "name"),
    [
        ("invoice.pdf", "application/pdf", "invoice.pdf"),
        ("../../etc/passwd", "text/plain", "passwd.txt"),
        (r"C:\Users\Ann\photo.JPG", "image/jpeg", "photo.JPG"),
        ("invoice\u202efdp.exe", "application/pdf", "invoicefdp.exe.pdf"),
        ("run.bat", "text/plain", "run.bat.txt"),
        ("", "image/png", "file.png"),
        (".png", "image/png", "png.png"),
        ("...", "text/csv", "file.csv"),
        ("a\x00b\nc.png", "image/png", "a b c.png"),
        ("請求書.pdf", "application/pdf", "請求書.pdf"),
    ],
)
def test_a_name_is_one_line_without_a_path_and_ends_as_its_type(said, media_type, name):
    assert file_name(said, media_type) == name


def test_a_long_name_keeps_its_ending():
    name = file_name("x" * 500 + ".pdf", "application/pdf")
    assert len(name) == MOST_NAME
    assert name.endswith("x.pdf")


def test_several_files_are_named_in_short():
    files = [Attachment(AttachmentId(f"att_{n}"), f"{n}.pdf", "application/pdf", 1) for n in range(5)]
    assert named(files[:2]) == "0.pdf, 1.pdf"
    assert named(files) == "0.pdf, 1.pdf, 2.pdf +2"


def test_files_come_in_the_order_in_which_they_were_named_and_all_of_them():
    one, two = (Attachment(AttachmentId(f"att_{n}"), "a.pdf", "application/pdf", 1) for n in range(2))
    assert in_order((one, two), ["att_1", "att_0"]) == (two, one)
    with pytest.raises(Conflict):
        in_order((one,), ["att_0", "att_1"])
