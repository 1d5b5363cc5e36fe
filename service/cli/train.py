"""`heard train`: from the corpus to a model."""

from __future__ import annotations

from pathlib import Path

import click

from service.cli.refusal import Refusal, plainly


@click.command()
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path),
    help="Folder to write the model to; where the shipped one lies if not given.",
)  # fmt: skip
def train(out: Path | None) -> None:
    """Train the model on the corpus. Seeded: the same corpus and libraries give the same model."""
    with plainly():
        from models import artifact
        from models.train import train as run

        folder = out or Path(str(artifact.SHIPPED))
        try:
            sidecar = run(folder, click.echo)
        except OSError as error:
            raise Refusal(f"out: {folder} cannot be written ({error.strerror}); name another with --out") from error
    figures = sidecar.metrics
    click.echo(
        f"Test split: macro-F1 {figures['macro_f1']:.3f} over {figures['utterances']} utterances, "
        f"boundary F1 {figures['boundary_f1']:.3f}"
    )
    click.echo(f"Model {sidecar.sha256[:12]} written to {folder}")
