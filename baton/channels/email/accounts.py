"""The mail accounts of an install: a TOML file beside the database, with a section per company.

Passwords stand in that file, or in files that it names, and nowhere else: not in the database, whose backups travel,
and in no log, because an account shows itself without them.
"""

import logging
import os
import ssl
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast
from urllib.parse import unquote, urlsplit

from baton.core.errors import Invalid
from baton.core.ids import TenantId
from baton.core.mail.deliveries import check_address
from baton.services.records import Tenant

log = logging.getLogger("baton.email")

_KEYS = {"address", "name", "smtp", "imap", "user", "password", "password_file", "plus", "ca_file"}
_PORTS = {"smtp": 587, "smtps": 465, "smtp+plain": 25, "imap": 143, "imaps": 993, "imap+plain": 143}
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True)
class Server:
    """Where a mail server is. `security` is `tls` from the first byte, `starttls`, or `plain` if asked for."""

    host: str
    port: int
    security: str
    folder: str = "INBOX"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A company's mailbox. `plus` says whether it takes mail for `local+anything@domain` too."""

    company: str
    address: str
    name: str
    smtp: Server
    imap: Server | None = None
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    plus: bool = True
    ca_file: str | None = None

    @property
    def domain(self) -> str:
        """What stands behind the @."""
        return self.address.rpartition("@")[2]

    def trust(self) -> ssl.SSLContext:
        """Which servers are believed: those that the machine's authorities, or the named one, vouch for."""
        return ssl.create_default_context(cafile=self.ca_file)


class Accounts:
    """The accounts by tenant. A section names its company as `baton init --tenant` did, or by the tenant's id."""

    def __init__(self, accounts: Iterable[Account] = ()) -> None:
        self._by_company = {account.company: account for account in accounts}
        self._by_tenant: dict[TenantId, Account] = {}

    def assign(self, tenants: Iterable[Tenant]) -> None:
        """Find each account's tenant. An account whose company there isn't waits until there is."""
        known = {key: tenant.id for tenant in tenants for key in (tenant.name, tenant.id)}
        self._by_tenant = {known[name]: one for name, one in self._by_company.items() if name in known}

    def of(self, tenant_id: TenantId) -> Account | None:
        """The tenant's account, or None."""
        return self._by_tenant.get(tenant_id)

    def all(self) -> Mapping[TenantId, Account]:
        """Every account that has its tenant."""
        return self._by_tenant

    @property
    def listed(self) -> tuple[Account, ...]:
        """Every account of the file, whether or not there is such a tenant."""
        return tuple(self._by_company.values())


def read(path: Path) -> Accounts:
    """The accounts in a file. Raises Invalid, naming the section and the key, where it can't be used."""
    try:
        text = path.read_text(encoding="utf-8")
        mode = path.stat().st_mode
    except OSError as failed:
        raise Invalid(f"The mail file {path} (BATON_MAIL) can't be read: {failed.strerror}.") from failed
    if os.name == "posix" and mode & 0o004:
        log.warning("the mail file %s has passwords and everybody on this machine may read it; run chmod o-r", path)
    try:
        sections = tomllib.loads(text)
    except tomllib.TOMLDecodeError as failed:
        raise Invalid(f"The mail file {path} is not TOML: {failed}.") from failed
    return Accounts([_account(name, section, path.parent) for name, section in sections.items()])


def _account(company: str, section: object, beside: Path) -> Account:
    if not isinstance(section, dict):
        raise Invalid(f'The mail file has {company!r} outside a section. Begin one with the company: ["Harbour Home"].')
    given = cast("dict[str, Any]", section)
    if unknown := sorted(set(given) - _KEYS):
        raise Invalid(
            f"[{company}] in the mail file: there is no {unknown[0]!r}. There are {', '.join(sorted(_KEYS))}."
        )
    if "address" not in given or "smtp" not in given:
        raise Invalid(f"[{company}] in the mail file needs `address` and `smtp`.")
    if bool(given.get("user")) != bool(given.get("password") or given.get("password_file")):
        raise Invalid(f"[{company}] in the mail file: `user` and `password` (or `password_file`) belong together.")
    ca_file = given.get("ca_file")
    return Account(
        company=company,
        address=check_address(str(given["address"])),
        name=" ".join(str(given.get("name", company)).split()),
        smtp=_server(company, "smtp", str(given["smtp"])),
        imap=_server(company, "imap", str(given["imap"])) if given.get("imap") else None,
        user=given.get("user"),
        password=_password(company, given, beside),
        plus=bool(given.get("plus", True)),
        ca_file=str(beside / ca_file) if ca_file else None,
    )


def _server(company: str, kind: str, url: str) -> Server:
    parts = urlsplit(url)
    try:
        port = parts.port or _PORTS.get(parts.scheme, 0)
    except ValueError:
        port = 0
    if not parts.hostname or not port or not parts.scheme.startswith(kind) or parts.scheme not in _PORTS:
        raise Invalid(
            f"[{company}] in the mail file: `{kind}` is an address like {kind}s://mail.example.com (TLS) or "
            f"{kind}://mail.example.com:{_PORTS[kind]} (STARTTLS), not {url!r}."
        )
    if parts.username or parts.password:
        raise Invalid(
            f"[{company}] in the mail file: write `user` and `password` on lines of their own, not in {kind}."
        )
    plain = parts.scheme.endswith("+plain") or (parts.scheme == kind and parts.hostname in _LOOPBACK)
    security = "plain" if plain else "tls" if parts.scheme == f"{kind}s" else "starttls"
    return Server(parts.hostname, port, security, unquote(parts.path.strip("/")) or "INBOX")


def _password(company: str, given: Mapping[str, Any], beside: Path) -> str | None:
    if not given.get("password_file"):
        return given.get("password")
    path = beside / str(given["password_file"])
    try:
        return path.read_text(encoding="utf-8").strip()
    except OSError as failed:
        raise Invalid(f"[{company}] in the mail file: {path} can't be read: {failed.strerror}.") from failed
