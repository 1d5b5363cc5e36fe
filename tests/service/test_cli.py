"""The command line: the same document, and plain refusals."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from corpora import loaders
from models.document import to_json
from models.scorer import Scorer
from service.cli import main

REPLY = "The whole evening goes, and nobody asks after you."


def run(*arguments: str, text: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=text)


def test_one_reply_as_a_document(scorer: Scorer) -> None:
    """`--format jsonl` prints the scorer's document, byte for byte."""
    scenario = loaders.scenarios()["still-watching"]
    found = run("score", "--scenario", scenario.id, "--reply", REPLY, "--format", "jsonl")
    assert found.exit_code == 0
    assert found.stdout == to_json(scorer.score(scenario.opening, REPLY, scenario=scenario)) + "\n"


def test_one_reply_for_people() -> None:
    """Without a format a person can read the answer."""
    found = run("score", "--disclosure", "I can't sleep.", "--reply", "You lie awake. Have you tried [bold]tea[/bold]?")
    assert found.exit_code == 0
    assert "Reflection" in found.stdout
    assert "[bold]tea[/bold]" in found.stdout


def test_stream_keeps_order_and_puts_errors_in_their_place(scorer: Scorer) -> None:
    """Each line of input has its line of output; a bad one spoils nothing."""
    lines = [
        json.dumps({"id": "a", "disclosure": "I can't sleep.", "reply": REPLY}),
        "{not json",
        json.dumps({"id": "c", "disclosure": "x", "reply": ""}),
        "",
        json.dumps({"id": "d", "scenario": "nobody", "reply": "x"}),
        json.dumps({"id": "e", "reply": 5}),
        json.dumps({"id": "f", "disclosure": "", "reply": "a\u2028b"}),
    ]
    found = run("score", "--format", "jsonl", text="\n".join(lines))
    assert found.exit_code == 0
    out = [json.loads(line) for line in found.stdout.splitlines()]
    assert [line["id"] for line in out] == ["a", None, "c", "d", "e", "f"]
    assert out[0] == scorer.score("I can't sleep.", REPLY, id="a")
    assert "line 2 is not valid JSON" in out[1]["error"]["detail"]
    assert out[2]["error"]["errors"][0] == {"pointer": "/reply", "detail": "is empty; write what you would say"}
    assert "scenario is not known" in out[3]["error"]["detail"]
    assert "reply must be text" in out[4]["error"]["detail"]
    assert "4 could not be scored" in found.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["score", "--reply", " ", "--disclosure", "x"], "reply is empty"),
        (["score", "--reply", "x", "--scenario", "nobody"], "scenario is not known; use one of"),
        (["score", "--reply", "x", "--scenario", "still-watching", "--disclosure", "y"], "send one of the two"),
        (["score"], "give --reply; or, to score JSON lines"),
        (["score", "--format", "jsonl", "--disclosure", "x"], "give --reply"),
    ],
)
def test_refusals_are_plain(arguments: list[str], says: str) -> None:
    """Exit code 2, one message with the field and the remedy, no traceback."""
    found = run(*arguments)
    assert found.exit_code == 2
    assert says in found.stderr
    assert "Traceback" not in found.output


def test_broken_model_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A model folder without a model says what to do."""
    monkeypatch.setenv("HEARD_MODEL_DIR", str(tmp_path))
    found = run("score", "--reply", "x", "--disclosure", "y")
    assert found.exit_code == 2
    assert "heard train" in found.stderr


def test_broken_setting_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A setting of the wrong kind is named as it stands in the environment."""
    monkeypatch.setenv("HEARD_LOG_LEVEL", "LOUD")
    found = run("score", "--reply", "x", "--disclosure", "y")
    assert found.exit_code == 2
    assert "HEARD_LOG_LEVEL" in found.stderr


def test_corpus_check(tmp_path: Path) -> None:
    """The shipped corpus passes; a folder without one exits with 2 and says why."""
    assert run("corpus", "check").exit_code == 0
    found = run("corpus", "check", "--data", str(tmp_path))
    assert found.exit_code == 2
    assert "splits.yaml:1: no such file" in found.stderr


def test_bench_prints_what_scoring_costs() -> None:
    """Cost is told as a ratio to the bare parse, disclosure known and new. (How large it is, is no test's business.)"""
    found = run("bench", "--rounds", "3", "--json")
    assert found.exit_code == 0, found.output
    figures = json.loads(found.stdout)
    assert figures["known_ratio"] > 1
    assert figures["new_ratio"] > 1
    assert 0 < figures["many_share"] < 1
    assert figures["load_s"] > 0
    assert figures["resident_mb"] > 0
    assert "encoder_ms" in figures
