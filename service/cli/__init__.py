"""`heard`: the command line. Each command is one file and imports what it needs only when it runs."""

from __future__ import annotations

import click

from service.cli.bench import bench
from service.cli.corpus import corpus
from service.cli.evaluate import evaluate
from service.cli.score import score
from service.cli.train import train


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="heard", prog_name="heard")
def main() -> None:
    """Reflective-listening practice: score replies, train and measure the model."""


for command in (score, train, evaluate, bench, corpus):
    main.add_command(command)
