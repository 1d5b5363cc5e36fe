"""`heard train`: from the corpus, and labelled replies of one's own, to a model."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from service.cli.refusal import Refusal, plainly

FIGURES = ("macro_f1", "kappa", "boundary_f1", "calibration_error")
# The test split is small: a drop of less than this is noise.
SLACK = 0.005


@click.command()
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path),
    help="Folder to write the model to; where the shipped one lies if not given.",
)  # fmt: skip
@click.option(
    "--extra", type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Labelled replies of your own (JSONL, as in the corpus) to learn from too.",
)  # fmt: skip
@click.option("--even-if-worse", is_flag=True, help="Replace the model in the folder even if the new one reads worse.")
def train(out: Path | None, extra: Path | None, even_if_worse: bool) -> None:
    """Train the model on the corpus. Seeded: the same corpus and libraries give the same model, to a hundredth of a
    probability.

    A model that reads our test split worse than the one in the folder does not replace it.
    """
    with plainly():
        from corpora.extra import read_extra
        from models import artifact
        from models.train import train as run

        folder = out or Path(str(artifact.SHIPPED))
        more = read_extra(extra) if extra else ()
        before = figures_of(folder)
        with workshop(folder) as made:
            sidecar = run(Path(made), click.echo, more)
            worse = report(sidecar.metrics, before)
            if worse and not even_if_worse:
                raise Refusal(f"out: the model in {folder} reads better and was kept; --even-if-worse replaces it")
            put(Path(made), folder)
    click.echo(f"Model {sidecar.sha256[:12]} written to {folder}")


def figures_of(folder: Path) -> dict[str, Any]:
    """How the model in `folder` reads the test split; nothing where there is no model that this program can read."""
    from models.errors import ModelUnavailable
    from models.evaluate import split_figures

    try:
        return split_figures(folder, "test")
    except ModelUnavailable:
        return {}


@contextmanager
def workshop(folder: Path) -> Iterator[str]:
    """A place in `folder` to make the model in: that it cannot be written is found before the work, not after."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        place = TemporaryDirectory(dir=folder, prefix=".training-")
    except OSError as error:
        raise Refusal(f"out: {folder} cannot be written ({error.strerror}); name another with --out") from error
    with place as made:
        yield made


def report(after: dict[str, Any], before: dict[str, Any]) -> bool:
    """Say how the test split is read, now and before; true where it is read worse."""
    click.echo(f"Test split, {after['utterances']} utterances")
    for name in FIGURES:
        was = f"   before {before[name]:.3f}" if name in before else ""
        click.echo(f"  {name.replace('_', ' '):20} {after[name]:.3f}{was}")
    return bool(before) and after["macro_f1"] < before["macro_f1"] - SLACK


def put(made: Path, folder: Path) -> None:
    try:
        for file in made.iterdir():
            shutil.copyfile(file, folder / file.name)
    except OSError as error:
        raise Refusal(f"out: {folder} cannot be written ({error.strerror}); name another with --out") from error
