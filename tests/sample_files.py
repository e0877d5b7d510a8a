"""The smallest files of each kind, made by hand."""

import struct
import zlib


def png(width: int = 2, height: int = 1) -> bytes:
    """A picture that a browser draws."""

    def part(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = b"".join(b"\0" + b"\x2f\x6f\xeb" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", zlib.compress(rows)) + part(b"IEND", b"")


def jpeg(width: int = 640, height: int = 480, *, before: int = 100) -> bytes:
    """The beginning of a photograph, whose size stands behind so many bytes of other things."""
    other = b"\xff\xe1" + struct.pack(">H", before + 2) + b"x" * before
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8" + other + frame + b"\xff\xd9"


GIF = b"GIF89a" + struct.pack("<HH", 30, 20) + b"\x00\x00\x00;"
WEBP_LOSSY = b"RIFF\x00\x00\x00\x00WEBPVP8 " + b"\0" * 4 + b"\0\0\0\x9d\x01\x2a" + struct.pack("<HH", 50, 40)
WEBP_LOSSLESS = b"RIFF\x00\x00\x00\x00WEBPVP8L" + b"\0" * 4 + b"\x2f" + struct.pack("<I", 49 | 39 << 14) + b"\0" * 5
WEBP_LARGER = b"RIFF\x00\x00\x00\x00WEBPVP8X" + b"\0" * 8 + b"\x31\0\0\x27\0\0"
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
