"""The proxy of `deploy/`, run on loopback: the same file, with the addresses of these nodes."""

import asyncio
import re
import shutil
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

CONFIGURATION = Path(__file__).parents[1] / "deploy" / "nginx.conf"
NGINX = shutil.which("nginx") or "/usr/sbin/nginx"


def on_loopback(configuration: str, nodes: list[str], *, port: int, place: Path) -> str:
    """The configuration for nodes at these addresses (`host:port`), with nothing else of it changed but its paths."""
    names = re.findall(r"server (\S+) max_fails", configuration)
    assert len(names) == len(nodes), f"the proxy knows {len(names)} nodes"
    for name, address in zip(names, nodes, strict=True):
        configuration = configuration.replace(f"server {name} ", f"server {address} ")
    paths = "".join(
        f"  {kind}_temp_path {place}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    configuration = configuration.replace("listen 8080;", f"listen 127.0.0.1:{port};")
    configuration = configuration.replace("pid /tmp/nginx.pid;", f"pid {place}/nginx.pid;\ndaemon off;")
    return configuration.replace("http {\n", f"http {{\n{paths}", 1)


@asynccontextmanager
async def proxy(nodes: list[str], place: Path) -> AsyncIterator[str]:
    """nginx in front of the nodes (their URLs); gives its own URL."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    file = place / "nginx.conf"
    addresses = [url.removeprefix("http://") for url in nodes]
    file.write_text(on_loopback(CONFIGURATION.read_text(), addresses, port=port, place=place))
    with (place / "nginx.log").open("wb") as said:
        process = await asyncio.create_subprocess_exec(
            NGINX, "-e", "stderr", "-c", str(file), "-p", str(place), stderr=said
        )
    try:
        if not await _listens(port, process):
            raise SystemExit(f"nginx did not start:\n{(place / 'nginx.log').read_text()}")
        yield f"http://127.0.0.1:{port}"
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


async def _listens(port: int, process: asyncio.subprocess.Process) -> bool:
    while process.returncode is None:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except ConnectionRefusedError:
            await asyncio.sleep(0.05)
            continue
        writer.close()
        return True
    return False
