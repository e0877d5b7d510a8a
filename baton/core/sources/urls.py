"""Addresses of web pages, written one way, so that one page has one address."""

import re
from urllib.parse import quote, unquote, urljoin, urlsplit

_TRACKING = re.compile(
    r"(?i)^(?:utm_\w+|gclid|dclid|gbraid|wbraid|fbclid|msclkid|mc_[ce]id|yclid|igshid|_hs(?:enc|mi)|ref_src|_ga|_gl|"
    r"phpsessid|jsessionid|sid|sessionid)$"
)
_DEFAULT_PORTS = {"http": 80, "https": 443}
_HOST = re.compile(r"^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*\.?$")
_PATH_SAFE = "/%:@!$&'()*+,;=~-._"

MOST_CHARACTERS = 2_000
"""Characters of an address. Longer ones are made by mistakes and by traps."""


def canonical(url: str, base: str | None = None) -> str | None:
    """The one way to write a page's address: no fragment, no tracking parameters, no default port.

    `base` is the address of the page that a relative link stands on. None where it is no http or https address,
    or one with a user name or password in it.
    """
    joined = _joined(url.strip(), base)
    # Before the host is looked at: what makes it one that DNS knows takes time that grows with its square.
    if len(joined) > MOST_CHARACTERS:
        return None
    try:
        parts = urlsplit(joined)
        port = parts.port
    except ValueError:
        return None
    host = _host(parts.hostname or "")
    if parts.scheme not in _DEFAULT_PORTS or host is None or "@" in parts.netloc:
        return None
    shown = host if port in (None, _DEFAULT_PORTS[parts.scheme]) else f"{host}:{port}"
    query = _query(parts.query)
    return f"{parts.scheme}://{shown}{_path(parts.path)}{'?' + query if query else ''}"


def web_address(url: str | None) -> str | None:
    """An address that a person may be given to open, as it was written; None for `javascript:` and its like."""
    return url if url and url.lower().startswith(("https://", "http://")) and url.isprintable() else None


def host_of(url: str) -> str:
    """The host that an address names, in lower case; "" where it names none."""
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


def origin_of(url: str) -> str:
    """Scheme, host and port of a canonical address."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def path_of(url: str) -> str:
    """Path and query of a canonical address, with unreserved letters readable."""
    parts = urlsplit(url)
    return unquote(parts.path) + (f"?{parts.query}" if parts.query else "")


def _joined(url: str, base: str | None) -> str:
    try:
        return urljoin(base, url) if base else url
    except ValueError:
        return ""


def _host(host: str) -> str | None:
    """The host as DNS knows it: ASCII, lower case. None where it can be no host."""
    if ":" in host:
        return f"[{host}]" if re.fullmatch(r"[0-9a-f:.]+", host) else None
    try:
        ascii_host = host.encode("idna").decode("ascii").lower() if host else ""
    except UnicodeError:
        return None
    return ascii_host.rstrip(".") or None if _HOST.match(ascii_host) else None


def _path(path: str) -> str:
    kept: list[str] = []
    steps = quote(path, safe=_PATH_SAFE).split("/")[1:] or [""]
    for number, step in enumerate(steps, 1):
        if step in (".", ".."):
            kept = kept[:-1] if step == ".." else kept
            kept += [""] if number == len(steps) else []
        else:
            kept.append(step)
    return "/" + "/".join(kept)


def _query(query: str) -> str:
    kept = [part for part in query.split("&") if part and not _TRACKING.match(part.partition("=")[0])]
    return quote("&".join(kept), safe=_PATH_SAFE + "?&=")
