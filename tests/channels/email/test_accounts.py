"""The mail file: what it may say, and what it is told where it says something else."""

from pathlib import Path

import pytest

from baton.channels.email.accounts import read
from baton.core.errors import Invalid

GOOD = 'address = "support@quay.example"\nsmtp = "smtp://mail.quay.example"\n'


def write(place: Path, text: str) -> Path:
    path = place / "mail.toml"
    path.write_text(text)
    path.chmod(0o600)
    return path


def test_a_section_is_an_account_with_safe_ways_to_connect(tmp_path: Path):
    (tmp_path / "pw").write_text("s3cret\n")
    text = f'["Quay Lamps"]\n{GOOD}imap = "imaps://mail.quay.example/Support"\nuser = "u"\npassword_file = "pw"\n'
    (account,) = read(write(tmp_path, text)).listed
    assert (account.company, account.name, account.password) == ("Quay Lamps", "Quay Lamps", "s3cret")
    assert (account.smtp.port, account.smtp.security) == (587, "starttls")
    assert account.imap
    assert (account.imap.port, account.imap.security, account.imap.folder) == (993, "tls", "Support")
    assert "s3cret" not in repr(account)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[a", "is not TOML"),
        ("x = 1", "outside a section"),
        ('[a]\naddress = "a@b.example"', "needs `address` and `smtp`"),
        (f'[a]\n{GOOD}adress = "x"', "there is no 'adress'"),
        ('[a]\naddress = "nobody"\nsmtp = "smtp://x"', "not an e-mail address"),
        ('[a]\naddress = "a@b.example"\nsmtp = "mail.example"', "smtps://mail.example.com"),
        ('[a]\naddress = "a@b.example"\nsmtp = "imaps://mail.example"', "smtps://mail.example.com"),
        ('[a]\naddress = "a@b.example"\nsmtp = "smtp://u:p@mail.example"', "on lines of their own"),
        ('[a]\naddress = "a@b.example"\nsmtp = "smtp://mail.example:99999"', "smtps://mail.example.com"),
        (f'[a]\n{GOOD}user = "u"', "belong together"),
        (f'[a]\n{GOOD}user = "u"\npassword_file = "gone"', "can't be read"),
    ],
)
def test_what_cannot_be_used_is_named(tmp_path: Path, text: str, says: str):
    with pytest.raises(Invalid) as refused:
        read(write(tmp_path, text))
    assert says in refused.value.detail
    assert "p@mail" not in refused.value.detail


def test_a_file_that_is_not_there_is_named(tmp_path: Path):
    with pytest.raises(Invalid, match="can't be read"):
        read(tmp_path / "gone.toml")


def test_a_file_that_everybody_may_read_is_warned_of(tmp_path: Path, caplog: pytest.LogCaptureFixture):
    path = write(tmp_path, f"[a]\n{GOOD}")
    path.chmod(0o644)
    read(path)
    assert "chmod o-r" in caplog.text
