"""Taking the address to listen on, before anything is started that would have to be stopped again."""

import errno
import socket

from baton.core.errors import DeskError

BACKLOG = 2048
"""Connections that may wait to be taken."""


class AddressError(DeskError):
    """The address can't be listened on; `detail` says what to do."""

    code = "address"


def take(host: str, port: int) -> socket.socket:
    """A socket bound to the address; it refuses connections until `open_up`. Raises AddressError."""
    try:
        family, kind, protocol, _, place = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except socket.gaierror:
        raise AddressError(f"'{host}' is not an address of this machine. Give another with --host.") from None
    bound = socket.socket(family, kind, protocol)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind(place)
    except OSError as error:
        bound.close()
        raise AddressError(_refused(host, port, error)) from None
    return bound


def open_up(bound: socket.socket, *, backlog: int) -> None:
    """Begin to accept connections; raises AddressError when another program was faster."""
    try:
        bound.listen(backlog)
    except OSError as error:
        host, port = bound.getsockname()[:2]
        raise AddressError(_refused(host, port, error)) from None


def _refused(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {port} on {host} is already taken by another program. Choose another with --port, "
            "or --port 0 for any free one."
        )
    if error.errno == errno.EACCES:
        return f"You may not listen on port {port}. Choose one above 1023 with --port."
    if error.errno == errno.EADDRNOTAVAIL:
        return f"'{host}' is not an address of this machine. Give another with --host."
    return f"Baton can't listen on {host} port {port}: {error.strerror}."
