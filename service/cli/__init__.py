"""`heard`: the command line. Each command is one file and imports what it needs only when it runs."""

from __future__ import annotations

import errno
import sys
from typing import Any

import click

from service.cli.bench import bench
from service.cli.corpus import corpus
from service.cli.evaluate import evaluate
from service.cli.refusal import Refusal
from service.cli.score import score
from service.cli.train import train


class Plain(click.Group):
    """Says plainly when what it prints cannot be written, and prints in any encoding."""

    def invoke(self, ctx: click.Context) -> Any:
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="backslashreplace")
        try:
            found = super().invoke(ctx)
            sys.stdout.flush()
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            if error.filename is not None:
                raise Refusal(f"{error.filename}: {error.strerror}; check the path and its permissions") from error
            raise Refusal(
                f"output: cannot be written ({error.strerror}); free some space or write elsewhere"
            ) from error
        return found


@click.group(cls=Plain, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="heard", prog_name="heard")
def main() -> None:
    """Reflective-listening practice: score replies, train and measure the model."""


for command in (score, train, evaluate, bench, corpus):
    main.add_command(command)
