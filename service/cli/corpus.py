"""`heard corpus`: is the authored data as it should be?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from service.cli.refusal import plainly


@click.group()
def corpus() -> None:
    """Look after the corpus."""


@corpus.command()
@click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of the corpus; ours if not given.",
)
def check(data: Path | None) -> None:
    """Check every rule of the corpus and report all problems at once, with file, line and remedy."""
    from corpora import validate

    read = validate.read_corpus(data or validate.DATA)
    problems = validate.check(read)
    for problem in problems:
        click.echo(str(problem), err=True)
    if problems:
        click.echo(f"{len(problems)} problems", err=True)
        raise SystemExit(2)
    click.echo(
        f"{len(read.codes)} codes, {len(read.skills)} skills, {len(read.scenarios)} scenarios, "
        f"{len(read.disclosures)} disclosures, {len(read.replies)} labelled replies: nothing to mend"
    )


@corpus.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def stats(as_json: bool) -> None:
    """Count what is in the corpus, by code, register, theme and split."""
    with plainly():
        from corpora.stats import stats as count

        found = count()
    if as_json:
        click.echo(json.dumps(found))
        return
    for name, value in found.items():
        click.echo(f"{name.replace('_', ' ')}: {inline(value)}")


def inline(value: Any) -> str:
    if not isinstance(value, dict):
        return str(value)
    if any(isinstance(inner, dict) for inner in value.values()):
        return "".join(f"\n  {key}: {inline(inner)}" for key, inner in value.items())
    return ", ".join(f"{key} {figure(inner)}" for key, inner in value.items())


def figure(value: Any) -> str:
    """A count or length, or Krippendorff's alpha with its interval."""
    if isinstance(value, list):
        alpha, low, high, _ = value
        return f"{alpha:.2f} ({low:.2f} to {high:.2f})"
    return f"{value:g}"
