"""Reads a request's body as JSON and means it: no NaN, no key twice, UTF-8 only."""

from __future__ import annotations

import json
from typing import Any

from flask import Request
from werkzeug.exceptions import RequestEntityTooLarge

from service.errors import Problem


def read(request: Request) -> Any:
    """The body. Raises a 415 where it is not said to be JSON, a 400 where it is none."""
    if request.mimetype != "application/json":
        raise Problem(415, "unsupported-media-type", "The body must be JSON; send Content-Type: application/json.")
    body = request.get_data()
    # A body sent in pieces has no length to refuse it by: it is cut off at the limit instead.
    if len(body) >= (request.max_content_length or len(body) + 1):
        raise RequestEntityTooLarge
    try:
        return json.loads(body.decode("utf-8"), parse_constant=refuse, object_pairs_hook=once)
    except UnicodeDecodeError as error:
        raise malformed(f"the byte at {error.start} is not UTF-8") from error
    except json.JSONDecodeError as error:
        raise malformed(f"{error.msg} at line {error.lineno}, column {error.colno}") from error
    except RecursionError as error:
        raise malformed("it is nested too deeply") from error
    except ValueError as error:
        raise malformed(str(error)) from error


def malformed(what: str) -> Problem:
    return Problem(400, "malformed-json", f"The body is not valid JSON: {what}.")


def refuse(constant: str) -> None:
    raise ValueError(f"{constant} is not JSON")


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice in one object")
    return found
