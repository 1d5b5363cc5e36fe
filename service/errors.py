"""One problem body for every failure (RFC 9457), as JSON for programs and as a page for people."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

import structlog
from flask import Flask, Response, json, render_template, request
from werkzeug.exceptions import HTTPException

from models.errors import InvalidReply, ModelUnavailable

MEDIA_TYPE = "application/problem+json"
log = structlog.get_logger()

# Said here because Python's own names for some of these changed between versions.
TITLES = {
    400: "Bad Request",
    404: "Not Found",
    405: "Method Not Allowed",
    413: "Content Too Large",
    415: "Unsupported Media Type",
    422: "Unprocessable Content",
    500: "Internal Server Error",
    503: "Service Unavailable",
}
# What to do, for failures that say nothing of it themselves.
REMEDIES = {
    404: "There is nothing at this address. Check it, or start again from the first page.",
    405: "This address does not take that method.",
    413: "What was sent is too large. Send at most 1 MB; a reply has at most 10,000 characters.",
    500: "Something went wrong here. It has been noted; please try again.",
}


class Problem(Exception):
    """A failure to be told to whoever asked. `errors` point at fields: pairs of name and message."""

    def __init__(self, status: int, slug: str, detail: str, errors: Sequence[tuple[str, str]] = ()) -> None:
        self.status, self.slug, self.detail, self.errors = status, slug, detail, errors
        super().__init__(detail)

    def body(self) -> dict[str, Any]:
        found: dict[str, Any] = {
            "type": f"urn:heard:problem:{self.slug}",
            "title": title(self.status),
            "status": self.status,
            "detail": self.detail,
        }
        if self.errors:
            found["errors"] = [{"pointer": f"/{field}" if field else "", "detail": m} for field, m in self.errors]
        return found


def title(status: int) -> str:
    return TITLES.get(status) or HTTPStatus(status).phrase


def from_invalid(error: InvalidReply) -> Problem:
    return Problem(422, "invalid", f"{error.field} {error}", [(error.field, str(error))])


def from_unavailable(error: ModelUnavailable) -> Problem:
    return Problem(503, "model-unavailable", str(error))


def to_problem(error: Exception) -> Problem:
    """Any failure as a problem; what is not ours to explain is noted, and its text kept to ourselves."""
    match error:
        case Problem():
            return error
        case InvalidReply():
            return from_invalid(error)
        case ModelUnavailable():
            return from_unavailable(error)
        case HTTPException(code=int(code)) if code in set(HTTPStatus):
            slug = title(code).lower().replace(" ", "-")
            return Problem(code, slug, REMEDIES.get(code) or error.description or title(code))
    # The exception's own text could hold somebody's reply; where it was raised cannot.
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "unknown"
    log.error("unexpected_error", kind=type(error).__name__, where=where, endpoint=request.endpoint)
    return Problem(500, "unexpected", REMEDIES[500])


def for_programs() -> bool:
    return request.path.startswith(("/api/", "/healthz", "/readyz"))


def answer(error: Exception) -> Response:
    problem = to_problem(error)
    if for_programs():
        response = Response(json.dumps(problem.body()), problem.status, content_type=MEDIA_TYPE)
    else:
        response = Response(render_template("problem.html", problem=problem), problem.status)
    if isinstance(error, HTTPException) and error.get_response().headers.get("Allow"):
        response.headers["Allow"] = error.get_response().headers["Allow"]
    return response


def register(app: Flask) -> None:
    app.register_error_handler(Exception, answer)
