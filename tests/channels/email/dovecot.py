"""A real IMAP server on loopback: Dovecot, as an account that may not read anybody's mail but the test's."""

import os
import pwd
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from imap_tools import MailBoxUnencrypted

PROGRAM = shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
PASSWORD = "open-sesame"

_CONFIG = """
protocols = imap
listen = 127.0.0.1
base_dir = {place}/run
state_dir = {place}/run
log_path = {place}/log
ssl = no
disable_plaintext_auth = no
mail_location = maildir:{place}/mail/%u
first_valid_uid = 1
default_internal_user = {name}
default_login_user = {name}
default_internal_group = {group}
auth_username_chars =
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={place}/mail/%u
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
"""


@dataclass(frozen=True)
class Imap:
    """Where it listens, and its mailboxes: any user with the one password."""

    port: int
    place: Path

    def box(self, user: str) -> MailBoxUnencrypted:
        """A mailbox, signed in."""
        box = MailBoxUnencrypted("127.0.0.1", self.port)
        box.login(user, PASSWORD)
        return box

    def put(self, user: str, *mails: bytes) -> None:
        """Mail comes in."""
        with self.box(user) as box:
            for mail in mails:
                box.append(mail, "INBOX")

    def renumber(self, user: str) -> None:
        """What a server does that was restored from a copy: every mail has a new number."""
        box = self.place / "mail" / user
        for index in box.glob("dovecot.index*"):
            index.unlink()
        numbers = box / "dovecot-uidlist"
        generation = int(re.match(r"3 V(\d+) ", numbers.read_text())[1])  # type: ignore[index]
        numbers.write_text(f"3 V{generation + 1} N1\n")
        with self.box(user) as opened:
            assert opened.folder.status("INBOX")["UIDVALIDITY"] == generation + 1


@contextmanager
def running() -> Iterator[Imap]:
    """A Dovecot that ends with the block."""
    who = pwd.getpwnam("nobody") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
    place = Path(tempfile.mkdtemp(prefix="baton-imap-"))
    place.chmod(0o755)
    (place / "mail").mkdir()
    os.chown(place / "mail", who.pw_uid, who.pw_gid)
    port = _free_port()
    group = subprocess.run(["id", "-gn", who.pw_name], capture_output=True, text=True, check=True).stdout.strip()
    config = place / "dovecot.conf"
    config.write_text(
        _CONFIG.format(place=place, name=who.pw_name, group=group, uid=who.pw_uid, gid=who.pw_gid, port=port,
                       password=PASSWORD)
    )  # fmt: skip
    assert PROGRAM
    server = subprocess.Popen([PROGRAM, "-F", "-c", str(config)], stderr=subprocess.PIPE, text=True)
    try:
        _wait(port, server, place)
        yield Imap(port, place)
    finally:
        server.terminate()
        server.wait(10)
        shutil.rmtree(place, ignore_errors=True)


def _wait(port: int, server: "subprocess.Popen[str]", place: Path) -> None:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        assert server.poll() is None, (server.stderr.read() if server.stderr else "") + _log(place)
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise AssertionError(f"dovecot did not answer: {_log(place)}")


def _log(place: Path) -> str:
    log = place / "log"
    return log.read_text() if log.exists() else ""


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
