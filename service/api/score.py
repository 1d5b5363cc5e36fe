"""`POST /api/v1/score`: one reply in, its score document out. What is sent is scored and not stored."""

from __future__ import annotations

from flask import Blueprint, Response, current_app, request

from models.document import to_json
from service.api import strict_json
from service.api.requests import parse
from service.practice import Practice

blueprint = Blueprint("api", __name__, url_prefix="/api/v1")


@blueprint.post("/score")
def score() -> Response:
    practice: Practice = current_app.extensions["practice"]
    document = practice.score(parse(strict_json.read(request)).answer())
    return Response(to_json(document), content_type="application/json")
