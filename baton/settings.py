"""What an operator of Baton may set: by arguments first, then by the environment, then by default."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from baton.core.errors import Invalid

PORT = 8600
HOST = "127.0.0.1"
SLACK_API = "https://slack.com/api"
LOG_LEVELS = ("debug", "info", "warning", "error")
LOOPBACK = (ip_network("127.0.0.0/8"), ip_network("::1/128"))
_EVERY_ADDRESS = {"0.0.0.0": HOST, "::": "[::1]"}  # noqa: S104
"""Where a browser on this machine finds a server that listens on every address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How one Baton runs. `public_url` has no slash at its end; None for what is not used."""

    data: Path
    database_url: str | None = field(default=None, repr=False)
    postgres_bin: Path | None = None
    host: str = HOST
    port: int = PORT
    public_url: str = ""
    model_url: str | None = None
    model_name: str | None = None
    model_key: str | None = field(default=None, repr=False)
    meaning: bool = False
    embedding_url: str | None = None
    embedding_name: str | None = None
    embedding_key: str | None = field(default=None, repr=False)
    log_level: str = "info"
    fetch_inside: tuple[IPv4Network | IPv6Network, ...] = ()
    slack_api: str = SLACK_API
    mail: Path | None = None
    digest_minutes: int = 10
    scanner: str | None = None
    file_mb: int = 10
    files_gb: int = 10
    processes: int = 1

    def listening_on(self, port: int) -> "Settings":
        """The same settings for the port that was really taken; a public URL of its own stays."""
        derived = self.public_url in ("", _local_url(self.host, self.port))
        return replace(self, port=port, public_url=_local_url(self.host, port) if derived else self.public_url)


def read(environment: Mapping[str, str] | None = None, **arguments: Any) -> Settings:
    """Settings from arguments (None means not given) and `BATON_…` variables.

    Raises Invalid, naming the variable, when a value can't be used.
    """
    given = {name: value for name, value in arguments.items() if value is not None}
    found = _from_environment(os.environ if environment is None else environment)
    if "data" in given:
        # A directory named on the command line means its own database, whatever the environment says.
        found.pop("database_url", None)
    found |= given
    host, port = str(found.get("host", HOST)), _port(found.get("port", PORT))
    model_url, model_name = found.get("model_url"), found.get("model_name")
    if bool(model_url) != bool(model_name):
        raise Invalid("BATON_MODEL_URL and BATON_MODEL_NAME belong together: set both, or neither for no model.")
    embedding_url, embedding_name = found.get("embedding_url"), found.get("embedding_name")
    if bool(embedding_url) != bool(embedding_name):
        raise Invalid(
            "BATON_EMBEDDING_URL and BATON_EMBEDDING_NAME belong together: set both, or neither to search by words."
        )
    meaning = _switch("BATON_MEANING", found.get("meaning", "0"))
    on_itself = _switch("BATON_FETCH_LOOPBACK", found.get("fetch_loopback", "0"))
    if embedding_url and meaning:
        raise Invalid("BATON_MEANING and BATON_EMBEDDING_URL are two ways to the same: set one of them.")
    return Settings(
        data=_directory(found.get("data") or default_data()),
        database_url=_database_url(found.get("database_url")),
        postgres_bin=_directory(found["postgres_bin"]) if found.get("postgres_bin") else None,
        host=host,
        port=port,
        public_url=_web_url("BATON_PUBLIC_URL", found.get("public_url")) or _local_url(host, port),
        model_url=_web_url("BATON_MODEL_URL", model_url),
        model_name=model_name,
        model_key=found.get("model_key"),
        meaning=meaning,
        embedding_url=_web_url("BATON_EMBEDDING_URL", embedding_url),
        embedding_name=embedding_name,
        embedding_key=found.get("embedding_key"),
        log_level=_log_level(found.get("log_level", "info")),
        fetch_inside=_networks("BATON_FETCH_INSIDE", found.get("fetch_inside", "")) + (LOOPBACK if on_itself else ()),
        slack_api=found.get("slack_api", SLACK_API).rstrip("/"),
        mail=_directory(found["mail"]) if found.get("mail") else None,
        digest_minutes=_whole("BATON_DIGEST_MINUTES", found.get("digest_minutes", 10), "minutes", most=1440),
        scanner=_scanner(found.get("scanner")),
        file_mb=_whole("BATON_FILE_MB", found.get("file_mb", 10), "megabytes", most=100),
        files_gb=_whole("BATON_FILES_GB", found.get("files_gb", 10), "gigabytes", most=100_000),
        processes=_whole("--processes or BATON_PROCESSES", found.get("processes", 1), "processes", most=64),
    )


def default_data() -> Path:
    """Where data goes when nobody says: `~/.baton`; for root a place that its database's user can reach."""
    return Path("/var/lib/baton/data") if os.geteuid() == 0 else Path("~/.baton").expanduser()


def without_password(url: str) -> str:
    """A database URL that may be shown or logged."""
    return re.sub(r"(?<=[?&])(password=)[^&]*", r"\1***", re.sub(r"(?<=//)([^/@:]*):.*@", r"\1:***@", url))


def password_apart(url: str) -> tuple[str, str | None]:
    """A database URL without its password, and the password, or None where it has none."""
    found = re.search(r"(?<=//)[^/@:]*:(.*)@", url) or re.search(r"(?<=[?&])password=([^&]*)", url)
    if found is None:
        return url, None
    bare = re.sub(r"(?<=[?&])password=[^&]*&?", "", re.sub(r"(?<=//)([^/@:]*):.*@", r"\1@", url))
    return bare.rstrip("?&"), unquote(found[1])


def _from_environment(environment: Mapping[str, str]) -> dict[str, Any]:
    names = {
        "BATON_DATABASE_URL": "database_url",
        "BATON_DATA": "data",
        "BATON_POSTGRES": "postgres_bin",
        "BATON_HOST": "host",
        "BATON_PORT": "port",
        "BATON_PUBLIC_URL": "public_url",
        "BATON_MODEL_URL": "model_url",
        "BATON_MODEL_NAME": "model_name",
        "BATON_MODEL_KEY": "model_key",
        "BATON_MEANING": "meaning",
        "BATON_EMBEDDING_URL": "embedding_url",
        "BATON_EMBEDDING_NAME": "embedding_name",
        "BATON_EMBEDDING_KEY": "embedding_key",
        "BATON_LOG_LEVEL": "log_level",
        "BATON_FETCH_LOOPBACK": "fetch_loopback",
        "BATON_FETCH_INSIDE": "fetch_inside",
        "BATON_SLACK_API": "slack_api",
        "BATON_MAIL": "mail",
        "BATON_DIGEST_MINUTES": "digest_minutes",
        "BATON_SCANNER": "scanner",
        "BATON_FILE_MB": "file_mb",
        "BATON_FILES_GB": "files_gb",
        "BATON_PROCESSES": "processes",
    }
    return {ours: environment[name] for name, ours in names.items() if environment.get(name)}


def _port(value: object) -> int:
    text = str(value)
    if not text.isdecimal() or int(text) > 65535:
        raise Invalid(f"The port (--port or BATON_PORT) must be a number from 0 to 65535, not '{text}'.")
    return int(text)


def _whole(name: str, value: object, unit: str, *, most: int) -> int:
    text = str(value)
    if not text.isdecimal() or not 1 <= int(text) <= most:
        raise Invalid(f"{name} must be a number of {unit} from 1 to {most}, not '{text}'.")
    return int(text)


def _scanner(value: str | None) -> str | None:
    if value is not None and not re.fullmatch(r"clamd://([\w.-]+(:\d{1,5})?|/\S+)", value):
        raise Invalid(
            f"BATON_SCANNER must be clamd://host:3310 or clamd:///path/to/its/socket, not '{value}'.",
        )
    return value


def _directory(value: object) -> Path:
    path = Path(str(value)).expanduser()
    if any(ord(letter) < 32 for letter in str(path)):
        raise Invalid("A directory's path can't contain line breaks or other control characters.")
    return Path(os.path.abspath(path))


def _database_url(value: str | None) -> str | None:
    if value is None:
        return None
    if not re.match(r"postgres(ql)?://", value):
        raise Invalid(
            "The database (--database or BATON_DATABASE_URL) must be a PostgreSQL address such as "
            "postgresql://user:password@host:5432/name."
        )
    return value


def _web_url(name: str, value: str | None) -> str | None:
    if value is None:
        return None
    if not re.match(r"https?://[^/\s]", value):
        raise Invalid(f"{name} must be a web address such as https://support.example.com, not '{value}'.")
    return value.rstrip("/")


def _log_level(value: str) -> str:
    if value.lower() not in LOG_LEVELS:
        raise Invalid(f"BATON_LOG_LEVEL must be one of {', '.join(LOG_LEVELS)}, not '{value}'.")
    return value.lower()


def _networks(name: str, value: str) -> tuple[IPv4Network | IPv6Network, ...]:
    try:
        return tuple(ip_network(one.strip(), strict=False) for one in value.split(",") if one.strip())
    except ValueError as wrong:
        raise Invalid(f"{name} lists networks and addresses, such as 10.2.0.0/16, 192.168.7.5: {wrong}.") from None


def _switch(name: str, value: str) -> bool:
    if value.lower() not in ("0", "1", "true", "false", "yes", "no"):
        raise Invalid(f"{name} must be 1 or 0, not '{value}'.")
    return value.lower() in ("1", "true", "yes")


def _local_url(host: str, port: int) -> str:
    shown = _EVERY_ADDRESS.get(host, f"[{host}]" if ":" in host else host)
    return f"http://{shown}:{port}"
