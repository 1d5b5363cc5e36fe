"""The pages, without a browser: what a learner sees, and that nothing typed is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from corpora import loaders
from service.app import create_app
from service.settings import Settings
from service.web.headers import POLICY

PAGE = "/practice/still-watching"


def test_everyone_can_be_chosen(client: FlaskClient) -> None:
    """The first page leads to every scenario, with its content notes."""
    page = client.get("/").text
    for scenario in loaders.scenarios().values():
        assert f'href="/practice/{scenario.id}"' in page
        assert client.get(f"/practice/{scenario.id}").status_code == 200


def test_reply_is_shown_marked_and_still_in_the_box(client: FlaskClient) -> None:
    """After a reply: its utterances marked by label, six skills, one strength, one next step, and the words kept."""
    reply = "The whole evening goes, and nobody asks after you. Have you tried joining a club?"
    page = client.post(PAGE, data={"reply": reply})
    assert page.status_code == 200
    assert "[Simple reflection]" in page.text
    assert "[Unasked advice]" in page.text
    assert f"\n{reply}</textarea>" in page.text
    for skill in loaders.skills().values():
        assert f"<span>{skill.label}</span>" in page.text
    assert "What helped" in page.text
    assert "One thing to try" in page.text
    shown = page.text.replace("&#39;", "'")
    assert loaders.scenarios()["still-watching"].exemplars["restraint"][0].stronger in shown


@pytest.mark.parametrize("reply", ["", "   ", "a" * 10_001])
def test_refused_reply_stays_in_the_box(client: FlaskClient, reply: str) -> None:
    """An empty or overlong reply gets a clear word, and what was typed is still there."""
    page = client.post(PAGE, data={"reply": reply})
    assert page.status_code == 422
    assert 'role="alert"' in page.text
    assert f"\n{reply}</textarea>" in page.text


def test_markup_is_shown_as_text(client: FlaskClient) -> None:
    """A script in a reply is words on the page, never markup."""
    page = client.post(PAGE, data={"reply": "<script>alert('x')</script> You feel <b>low</b>."}).text
    assert "<script" not in page
    assert "<b>low" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize(
    "reply", ["😔", "Torn.", "Das tut mir so leid, das ist sehr schwer.", "First line.\r\n\r\nSecond?"]
)
def test_odd_replies_get_a_page(client: FlaskClient, reply: str) -> None:
    """Emoji, one word, another language and line breaks are answered, with a notice where due."""
    page = client.post(PAGE, data={"reply": reply})
    assert page.status_code == 200
    assert ('class="notice' in page.text) == (not reply.startswith("First"))


def test_danger_brings_the_operators_help_lines(tmp_path: Path) -> None:
    """Words that suggest danger bring the operator's own text, once, and practice goes on."""
    app = create_app(Settings(data_dir=tmp_path, help_lines="Ring Aunt Mary on 5."))
    app.config["WTF_CSRF_ENABLED"] = False
    page = app.test_client().post(PAGE, data={"reply": "I want to die."}).text
    assert page.count("Ring Aunt Mary on 5.") == 1
    assert "How it would be heard" not in page
    assert "What helped" not in page
    assert "Try it again" in page


def test_forged_form_is_refused_and_keeps_the_words(app: Flask) -> None:
    """Without the form's token nothing is scored, and what was typed is still in the box."""
    app.config["WTF_CSRF_ENABLED"] = True
    try:
        page = app.test_client().post(PAGE, data={"reply": "Words I chose with care."})
    finally:
        app.config["WTF_CSRF_ENABLED"] = False
    assert page.status_code == 400
    assert "Words I chose with care." in page.text
    assert "What helped" not in page.text


def test_nobody_by_that_name_is_a_page(client: FlaskClient) -> None:
    """An unknown scenario is a plain page with a way back, for reading and for sending."""
    for response in (client.get("/practice/nobody"), client.post("/practice/nobody", data={"reply": "x"})):
        assert response.status_code == 404
        assert 'href="/"' in response.text


def test_too_large_a_form_is_told(client: FlaskClient) -> None:
    """More than a megabyte cannot be shown again, and the page says where the words still are."""
    page = client.post(PAGE, data={"reply": "a" * 1_000_001})
    assert page.status_code == 413
    assert "Back button" in page.text


@pytest.mark.parametrize("address", ["/", PAGE, "/nothing", "/static/heard.css", "/healthz"])
def test_every_answer_keeps_the_strict_policy(client: FlaskClient, address: str) -> None:
    """Nothing runs, loads or frames the pages that is not ours."""
    with client.get(address) as response:
        headers = response.headers
    assert headers["Content-Security-Policy"] == POLICY
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_pages_hold_no_inline_style_or_script(client: FlaskClient) -> None:
    """The policy would silently drop them."""
    page = client.post(PAGE, data={"reply": "You miss home. What is it like?"}).text
    assert " style=" not in page
    assert "<style" not in page
    assert "onclick" not in page
