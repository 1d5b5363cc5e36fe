"""The pages: choose someone to listen to, answer, and see how the answer was heard. Nothing typed is stored or lost."""

from __future__ import annotations

from flask import Blueprint, Response, current_app, make_response, render_template, request
from flask_wtf.csrf import CSRFError

from corpora.types import Scenario
from models.errors import InvalidReply, ModelUnavailable
from service.errors import Problem, answer
from service.practice import Answer, Practice
from service.web.reading import Reading, read

blueprint = Blueprint("pages", __name__, static_folder="static", static_url_path="/static")


def practice() -> Practice:
    found: Practice = current_app.extensions["practice"]
    return found


def find(scenario_id: str) -> Scenario:
    try:
        return practice().scenarios[scenario_id]
    except KeyError:
        raise Problem(
            404, "unknown-scenario", "There is nobody here by that name. Choose someone from the list."
        ) from None


@blueprint.get("/")
def choose() -> str:
    return render_template("choose.html", scenarios=list(practice().scenarios.values()))


@blueprint.get("/practice/<scenario_id>")
def listen(scenario_id: str) -> str:
    return page(find(scenario_id), "", None, None)


@blueprint.post("/practice/<scenario_id>")
def reply(scenario_id: str) -> Response:
    scenario = find(scenario_id)
    text = request.form.get("reply", "")
    try:
        document = practice().score(Answer(text, scenario=scenario.id))
    except InvalidReply as error:
        return make_response(page(scenario, text, None, f"Your reply {error}."), 422)
    except ModelUnavailable as error:
        say = "Your reply cannot be read just now; it is still in the box. Please try again in a while."
        return make_response(page(scenario, text, None, say, for_operator=str(error)), 503)
    return make_response(page(scenario, text, read(text, document), None))


@blueprint.app_errorhandler(CSRFError)
def stale_form(error: CSRFError) -> Response:
    """A form from before a restart, or from another site: never lose what was typed."""
    scenario = practice().scenarios.get((request.view_args or {}).get("scenario_id", ""))
    if scenario is None or request.endpoint != "pages.reply":
        return answer(error)
    say = (
        "This form could not be checked: the page may have been open for long, or cookies are switched off. "
        "Your words are still in the box; please send them once more."
    )
    return make_response(page(scenario, request.form.get("reply", ""), None, say), 400)


def page(
    scenario: Scenario, text: str, reading: Reading | None, trouble: str | None, for_operator: str | None = None
) -> str:
    return render_template(
        "practice.html", scenario=scenario, text=text, reading=reading, trouble=trouble, for_operator=for_operator
    )
