"""PDF and Word files made for tests, with what real ones have: headers, page numbers, lists, tables, locks."""

import io
import struct
import zlib
from typing import Any

import docx
from reportlab.lib import pagesizes, pdfencrypt
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import ListFlowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

WHY = "We take back what you do not like. Send it within thirty days and keep the receipt, because we ask for it. "


def pdf(*, pages: int = 3, password: str | None = None, title: str = "") -> bytes:
    """A guide of so many pages: a heading and paragraphs on each, a list and a table on the first."""
    out = io.BytesIO()
    lock = pdfencrypt.StandardEncryption(password, canPrint=1) if password else None
    document = SimpleDocTemplate(out, pagesize=pagesizes.A4, encrypt=lock, title=title or None)
    styles = getSampleStyleSheet()
    story: list[Any] = [Paragraph("Harbour Guide", styles["Title"]), Spacer(1, 12)]
    for number in range(1, pages + 1):
        story.append(Paragraph(f"Returns part {number}", styles["Heading1"]))
        story.append(Paragraph(WHY * 3, styles["BodyText"]))
        story.append(Paragraph(f"Part {number} has a second paragraph of its own.", styles["BodyText"]))
        if number == 1:
            steps = ["Open your orders.", "Choose the order.", "Print the label."]
            story.append(
                ListFlowable(
                    [Paragraph(step, styles["BodyText"]) for step in steps], bulletType="1", bulletFormat="%s."
                )
            )
            story.append(Paragraph("What it costs", styles["Heading2"]))
            story.append(
                Table(
                    [["Way", "Cost", "Days"], ["Post", "4.95", "3"], ["Courier", "9.95", "1"]],
                    colWidths=[120, 120, 120],
                )
            )
        story.append(PageBreak())

    def edges(canvas: Any, _: Any) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(72, 810, "Harbour Home Ltd - customer guide")
        canvas.drawString(280, 30, f"Page {canvas.getPageNumber()} of {pages}")

    document.build(story, onFirstPage=edges, onLaterPages=edges)
    return out.getvalue()


def scan() -> bytes:
    """A PDF whose page is a picture."""
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.drawImage(ImageReader(io.BytesIO(_png())), 0, 0, 500, 700)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def word() -> bytes:
    """A Word file with a title, headings, a list, a table and a picture's worth of nothing."""
    document = docx.Document()
    document.add_heading("Warranty", 0)
    document.add_paragraph("Every lamp has a warranty of five years.")
    document.add_heading("How to claim", 1)
    for step in ("Take a picture.", "Write to us."):
        document.add_paragraph(step, style="List Number")
    document.add_heading("Spare parts", 2)
    table = document.add_table(rows=2, cols=2)
    for row, texts in zip(table.rows, (("Part", "Price"), ("Shade", "12.00")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.paragraphs[0].add_run(text).bold = texts[0] == "Part"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _png() -> bytes:
    """A white dot."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\xff")) + chunk(b"IEND", b"")
