"""Refusals as problem documents (RFC 9457). The code is stable; the detail is a sentence fit to show a person."""

import logging
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from baton.api.json import Json
from baton.core.errors import (
    Conflict,
    DeskError,
    Forbidden,
    Invalid,
    NotFound,
    TooLarge,
    Unauthorized,
    Unavailable,
)
from baton.core.policy.parse.whole import PolicyErrors

log = logging.getLogger("baton.api")

_STATUSES: tuple[tuple[type[DeskError], HTTPStatus], ...] = (
    (NotFound, HTTPStatus.NOT_FOUND),
    (Unauthorized, HTTPStatus.UNAUTHORIZED),
    (Forbidden, HTTPStatus.FORBIDDEN),
    (Invalid, HTTPStatus.UNPROCESSABLE_ENTITY),
    (TooLarge, HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
    (Conflict, HTTPStatus.CONFLICT),
    (Unavailable, HTTPStatus.SERVICE_UNAVAILABLE),
)


def status_of(error: DeskError) -> HTTPStatus:
    """The HTTP status of a refusal."""
    return next((status for kind, status in _STATUSES if isinstance(error, kind)), HTTPStatus.BAD_REQUEST)


def problem(status: int, code: str, detail: str, **extra: Any) -> Json:
    """A problem document."""
    body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "code": code, "detail": detail}
    headers = {"www-authenticate": 'Bearer realm="baton"'} if status == HTTPStatus.UNAUTHORIZED else {}
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        headers["retry-after"] = "1"
    return Json(body | extra, status_code=int(status), media_type="application/problem+json", headers=headers)


def refusal(error: DeskError) -> Json:
    """The problem document of a refusal."""
    return problem(status_of(error), error.code, error.detail, **error.extra)


def install(app: FastAPI) -> None:
    """Answer every refusal and every bug with a problem document."""
    app.add_exception_handler(DeskError, _refused)
    app.add_exception_handler(PolicyErrors, _bad_policy)
    app.add_exception_handler(RequestValidationError, _malformed)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unforeseen)


async def _refused(_: Request, error: Exception) -> Json:
    assert isinstance(error, DeskError)  # noqa: S101
    return refusal(error)


async def _bad_policy(_: Request, error: Exception) -> Json:
    assert isinstance(error, PolicyErrors)  # noqa: S101
    found = [{"line": p.line, "column": p.column, "message": p.message} for p in error.problems]
    many = "1 problem" if len(found) == 1 else f"{len(found)} problems"
    detail = f"The policy has {many} and was not put in force. The first is on line {found[0]['line']}."
    return problem(422, "invalid_policy", detail, errors=found)


async def _malformed(_: Request, error: Exception) -> Json:
    assert isinstance(error, RequestValidationError)  # noqa: S101
    errors = error.errors()
    found = [{"field": ".".join(str(part) for part in e["loc"][1:]), "message": e["msg"]} for e in errors]
    detail = f"The request is not as it should be. {_what_to_mend(errors[0])}"
    return problem(422, "invalid", detail, errors=found[:20])


def _what_to_mend(error: dict[str, Any]) -> str:
    if error["type"] == "json_invalid":
        return "Its body is not valid JSON."
    if error["loc"] == ("body",):
        return "Send a JSON object as its body, with the header `Content-Type: application/json`."
    return f"`{'.'.join(str(part) for part in error['loc'][1:])}`: {error['msg']}."


async def _unforeseen(request: Request, error: Exception) -> Json:
    return bug(request, error)


async def _http(_: Request, error: Exception) -> Json:
    assert isinstance(error, HTTPException)  # noqa: S101
    code = {404: "not_found", 405: "method_not_allowed"}.get(error.status_code, "refused")
    detail = {
        404: "There is nothing at this address.",
        405: "This address does not take that method.",
    }.get(error.status_code, str(error.detail))
    return problem(error.status_code, code, detail)


def bug(request: Request, error: Exception) -> Json:
    """The problem document of a failure that nobody foresaw, which is logged whole."""
    # The route, not the address: that of a sign-in link has a secret in it.
    route = getattr(request.scope.get("route"), "path", "another address")
    log.error("unexpected failure on %s %s", request.method, route, exc_info=error)
    return problem(500, "internal", "Something went wrong on our side. It has been logged; please try again.")
