"""`heard corpus`: is the authored data as it should be?"""

from __future__ import annotations

from pathlib import Path

import click


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
