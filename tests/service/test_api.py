"""`POST /api/v1/score`: the same document as everywhere, and one problem body for every failure."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from corpora import loaders
from models.document import to_json
from models.scorer import Scorer
from service.app import create_app
from service.settings import Settings

SCORE = "/api/v1/score"
REPLY = "The whole evening goes, and nobody asks after you."


def problem(response: Any, status: int) -> dict[str, Any]:
    """Check what every problem body must have, and return it."""
    assert response.status_code == status, response.text
    assert response.content_type == "application/problem+json"
    body: dict[str, Any] = response.get_json()
    assert body["status"] == status
    assert body["type"].startswith("urn:heard:problem:")
    assert body["title"]
    assert body["detail"]
    assert "Traceback" not in response.text
    return body


def test_scenario_and_disclosure_give_the_scorers_document(client: FlaskClient, scorer: Scorer) -> None:
    """The API's answer is the scorer's document, byte for byte."""
    scenario = loaders.scenarios()["still-watching"]
    got = client.post(SCORE, json={"scenario": scenario.id, "reply": REPLY, "id": "7"})
    assert got.text == to_json(scorer.score(scenario.opening, REPLY, id="7", scenario=scenario))
    assert got.content_type == "application/json"
    got = client.post(SCORE, json={"disclosure": "I can't sleep.", "reply": REPLY})
    assert got.text == to_json(scorer.score("I can't sleep.", REPLY))


@pytest.mark.parametrize("reply", ["😔", "Torn.", "<script>alert(1)</script>", "Das ist schwer.", "a\u2028b\x00"])
def test_anything_that_is_text_is_scored(client: FlaskClient, reply: str) -> None:
    """Emoji, one word, markup, another language and odd characters get a document."""
    got = client.post(SCORE, json={"disclosure": "I can't sleep.", "reply": reply})
    assert got.status_code == 200
    assert got.get_json()["utterances"]


@pytest.mark.parametrize(
    ("body", "pointer", "says"),
    [
        ({"scenario": "still-watching", "reply": ""}, "/reply", "is empty"),
        ({"scenario": "still-watching", "reply": "a" * 10_001}, "/reply", "10,000 or fewer"),
        ({"scenario": "still-watching", "reply": "\ud800"}, "/reply", "half a character"),
        ({"scenario": "nobody", "reply": "Hm."}, "/scenario", "use one of"),
        ({"scenario": "still-watching", "disclosure": "x", "reply": "Hm."}, "/scenario", "one of the two"),
        ({"reply": "Hm."}, "/disclosure", "is missing"),
        ({"disclosure": "x"}, "/reply", "is missing"),
        ({"disclosure": "x", "reply": 7}, "/reply", "must be text"),
        ({"disclosure": "x", "reply": "Hm.", "mood": "x"}, "/mood", "is not known here"),
        (["x"], "", "must be a JSON object"),
    ],
)
def test_invalid_fields_are_pointed_at(client: FlaskClient, body: Any, pointer: str, says: str) -> None:
    """422 with a pointer to the field and the remedy."""
    found = problem(client.post(SCORE, data=json.dumps(body), content_type="application/json"), 422)
    assert [error["pointer"] for error in found["errors"]] == [pointer]
    assert says in found["errors"][0]["detail"]


def test_all_wrong_fields_are_told_at_once(client: FlaskClient) -> None:
    """Nobody mends one field only to learn of the next."""
    found = problem(client.post(SCORE, json={"reply": 1, "id": 2, "mood": 3}), 422)
    assert {error["pointer"] for error in found["errors"]} == {"/reply", "/id", "/mood"}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"\xff",
        b'{"reply": NaN}',
        b'{"reply": "a", "reply": "b"}',
        b"[" * 100_000,
        b'{"reply": "\n"}',
        b"1" * 5000,
    ],
)
def test_malformed_json_is_a_400(client: FlaskClient, body: bytes) -> None:
    """What is not strict JSON is said to be so, whatever is wrong with it."""
    problem(client.post(SCORE, data=body, content_type="application/json"), 400)


@pytest.mark.parametrize("media_type", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_wrong_media_type_is_a_415(client: FlaskClient, media_type: str) -> None:
    """JSON must be said to be JSON."""
    problem(client.post(SCORE, data=b"{}", content_type=media_type), 415)


def test_too_large_a_body_is_a_413(client: FlaskClient) -> None:
    """More than a megabyte is refused before it is read."""
    problem(client.post(SCORE, data=b" " * 1_000_001, content_type="application/json"), 413)


def test_too_large_a_body_in_pieces_is_a_413(client: FlaskClient) -> None:
    """A body that does not say its length is refused all the same."""
    body = io.BytesIO(b" " * 1_000_001)
    response = client.post(
        SCORE,
        input_stream=body,
        content_type="application/json",
        headers={"Transfer-Encoding": "chunked"},
        environ_overrides={"wsgi.input_terminated": True},
    )
    problem(response, 413)


def test_unknown_route_and_wrong_method(client: FlaskClient) -> None:
    """404 and 405 have the same body as every failure, and 405 says what is allowed."""
    problem(client.get("/api/v1/nothing"), 404)
    response = client.get(SCORE)
    problem(response, 405)
    assert "POST" in response.headers["Allow"]


def test_health(client: FlaskClient) -> None:
    """Both health addresses answer, and readiness names the model."""
    assert client.get("/healthz").get_json() == {"status": "ok"}
    assert client.get("/readyz").get_json()["status"] == "ready"


def test_without_a_model_the_service_says_so(tmp_path: Path) -> None:
    """A broken model is a 503 with the remedy on every door, while the process still answers."""
    (tmp_path / "model").mkdir()
    app = create_app(Settings(data_dir=tmp_path / "var", model_dir=tmp_path / "model"))
    app.config["WTF_CSRF_ENABLED"] = False
    client = app.test_client()
    assert client.get("/healthz").status_code == 200
    assert "heard train" in problem(client.get("/readyz"), 503)["detail"]
    assert "heard train" in problem(client.post(SCORE, json={"disclosure": "x", "reply": "Hm."}), 503)["detail"]
    page = client.post("/practice/still-watching", data={"reply": "Words I chose with care."})
    assert page.status_code == 503
    assert "Words I chose with care." in page.text
    assert "heard train" in page.text


def test_unexpected_failure_tells_nothing_and_logs_no_text(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A fault of ours is a 500 without its text, and the log has where it was but never what was written."""

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("secret words of a learner")

    monkeypatch.setattr(Scorer, "score", broken)
    response = client.post(SCORE, json={"disclosure": "x", "reply": "secret words of a learner"})
    problem(response, 500)
    logged = capfd.readouterr().err
    assert "RuntimeError" in logged
    assert "secret words" not in logged + response.text
