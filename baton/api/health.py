"""Is it alive, is it ready, and its metrics."""

from fastapi import Request
from starlette.responses import Response

from baton.api.auth import OurDesk
from baton.api.json import Json
from baton.core.errors import Unavailable


async def alive() -> Json:
    """The process runs and answers."""
    return Json({"status": "ok"})


async def ready(request: Request, desk: OurDesk) -> Json:
    """The database answers too, and the process is not on its way out."""
    if request.app.state.is_closing:
        raise Unavailable("This node is shutting down.", code="closing")
    await desk.store.ping()
    return Json({"status": "ready", "database": "ok"})


async def metrics(request: Request) -> Response:
    """Metrics in Prometheus' text format, of each process of this address. Without tenants' or people's names."""
    beside, own = request.app.state.beside, request.app.state.exposition
    return Response(await beside.gather() if beside else own(), media_type="text/plain; version=0.0.4; charset=utf-8")
