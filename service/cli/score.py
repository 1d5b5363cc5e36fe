"""`heard score`: one reply given as an option, or many as JSON lines on standard input."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from service.cli.refusal import Refusal, plainly

if TYPE_CHECKING:
    from models.errors import InvalidReply
    from service.practice import Answer, Practice


@click.command()
@click.option("--reply", help="What the listener said. Without it, JSON lines are read from standard input.")
@click.option("--disclosure", help="What the speaker said.")
@click.option("--scenario", help="Id of a scenario, in place of a disclosure.")
@click.option(
    "--format", "shape", type=click.Choice(["text", "json", "jsonl"]), default="text", show_default=True,
    help="For people, or the score document as indented JSON or on one line.",
)  # fmt: skip
def score(reply: str | None, disclosure: str | None, scenario: str | None, shape: str) -> None:
    """Score one reply, or many.

    With --format jsonl and no --reply, each line of standard input is an object with "reply", and "disclosure" or
    "scenario", and "id" if you like; each line of standard output is its score document, or {"id", "error"} in
    its place; the exit code is 0 as long as every line was answered.
    """
    with plainly():
        from service.practice import Practice
        from service.settings import Settings

        if reply is None:
            if shape != "jsonl" or disclosure is not None or scenario is not None:
                raise Refusal(
                    "reply: give --reply; or, to score JSON lines from standard input, --format jsonl alone "
                    "(each line names its own disclosure or scenario)"
                )
            stream(Practice(Settings()))
        else:
            one(Practice(Settings()), reply, disclosure, scenario, shape)


def one(practice: Practice, reply: str, disclosure: str | None, scenario: str | None, shape: str) -> None:
    from service.practice import Answer

    document = practice.score(Answer(reply, "" if scenario is disclosure is None else disclosure, scenario))
    if shape == "text":
        from service.cli.text import show

        show(document)
    else:
        click.echo(json.dumps(document, indent=None if shape == "jsonl" else 1))


def stream(practice: Practice) -> None:
    from models.document import to_json
    from models.errors import InvalidReply

    if sys.stdin is None:
        raise Refusal("standard input is closed; send JSON lines to it, or give --reply")
    refused = 0
    for found in practice.score_many(answers(sys.stdin.buffer)):
        if isinstance(found, InvalidReply):
            refused += 1
            click.echo(json.dumps(problem_line(found)))
        else:
            click.echo(to_json(found))
    if refused:
        click.echo(f"{refused} could not be scored; the error stands in its place.", err=True)


def problem_line(error: InvalidReply) -> dict[str, Any]:
    from service.errors import from_invalid

    return {"id": error.id, "error": from_invalid(error).body()}


def answers(lines: Any) -> Iterator[Answer | InvalidReply]:
    """Each line of bytes as an answer, or as what is wrong with it; empty lines are passed over."""
    from models.errors import InvalidReply
    from service.api.requests import parse
    from service.errors import Problem

    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        data: Any = None
        try:
            data = json.loads(line)
            yield parse(data).answer()
        except (ValueError, RecursionError) as error:
            yield InvalidReply(f"line {number}", f"is not valid JSON ({error}); send one object a line")
        except Problem as problem:
            field, message = problem.errors[0]
            given = data.get("id") if isinstance(data, dict) else None
            name = f"line {number}" if not field else f"line {number}, {field}"
            yield InvalidReply(name, message, given if isinstance(given, str) else None)
