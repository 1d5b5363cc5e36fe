"""`heard evaluate`: how well the model reads, on our own data and on public corpora."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from service.cli.refusal import Refusal, plainly

if TYPE_CHECKING:
    from models.mirrors import Figure

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.option("--annomi", type=FILE, metavar="FILE", help="AnnoMI-full.csv: motivational interviewing, spoken.")
@click.option("--misc", type=FILE, metavar="FILE", help="MIV6.3A_manual.csv of AutoMISC: smoking cessation chats.")
@click.option("--esconv", type=FILE, metavar="FILE", help="devWithStrategy_short.tsv of ESConv: support chats.")
@click.option("--epitome", type=FOLDER, metavar="DIR", help="Folder of EPITOME's three *-reddit.csv: peer support.")
@click.option("--feedback-esconv", type=FILE, metavar="FILE", help="feedback-esconv.json: supervisors' feedback.")
@click.option(
    "--reflection-annotations", type=FILE, metavar="FILE", help="reflection-annotations.csv: coherent or not?"
)
@click.option("--families", is_flag=True, help="Also measure what each feature family is worth (some minutes).")
@click.option("--model", type=FOLDER, metavar="FOLDER", help="Folder of the model; the shipped one if not given.")
def evaluate(model: Path | None, families: bool, **given: Path | None) -> None:
    """Measure the model and write metrics.json and MODEL_CARD.md beside it.

    Our own test split and teaching examples are always measured; public corpora where you give their files, in the
    format in which they are published. Nothing is trained on them.
    """
    with plainly():
        from models import artifact, card, metrics
        from models.mirrors import MIRRORS
        from models.scorer import Scorer

        folder = model or Path(str(artifact.SHIPPED))
        scorer = Scorer(folder)
        found = metrics.own(scorer, folder)
        show_own(found)
        write(folder, found)
        if families:
            from models.ablation import ablation

            found["families"] = ablation()
            write(folder, found)
        for mirror in MIRRORS:
            path = given[mirror.option.removeprefix("--").replace("-", "_")]
            if path is not None:
                show(mirror.name, metrics.add_public(found, mirror, path, scorer))
                write(folder, found)
    click.echo(f"\n{card.METRICS_FILE} and {card.CARD_FILE} written to {folder}")


def write(folder: Path, found: dict[str, Any]) -> None:
    from models import card

    try:
        card.write(folder, found)
    except OSError as error:
        raise Refusal(
            f"model: {folder} cannot be written ({error.strerror}); copy it and name the copy with --model"
        ) from error


def show_own(found: dict[str, Any]) -> None:
    test = found["test_split"]
    click.echo(f"Model {found['model']}")
    heading(f"Test split, {test['replies']} replies")
    for name in (
        "macro_f1",
        "kappa",
        "accuracy",
        "accuracy_when_certain",
        "certain",
        "calibration_error",
        "boundary_f1",
    ):
        row(name.replace("_", " "), test[name])
    heading("F1 by code")
    for name, value in test["f1"].items():
        row(name, value)
    heading("Skills, rank correlation with ratings")
    for name, figures in test["skills"].items():
        row(name, figures["rank_correlation"])
    heading("Teaching examples, share read as meant")
    for name, value in found["examples"].items():
        row(name.replace("_", " "), value)


def show(name: str, figures: dict[str, Figure]) -> None:
    heading(name)
    for name_of_figure, found in figures.items():
        row(name_of_figure, found.value, found.people)


def heading(text: str) -> None:
    click.echo(f"\n{text}")


def row(name: str, value: float, people: float | None = None) -> None:
    click.echo(f"  {name:52} {value:6.3f}" + (f"   people {people:.3f}" if people is not None else ""))
