"""`heard evaluate`: figures on our own data and on public corpora, written beside the model."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from models import artifact, card
from service.cli import main

TALK = (
    "1.0 0 0 the choir let me go EOS 1.0 1 1 [Questions] What happened?\n"
    "1.0 0 0 the choir let me go EOS 1.0 1 1 [Providing Suggestions] You should find another choir.\n"
)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["evaluate", *arguments])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped model, without what is known about it."""
    made = tmp_path / "model"
    made.mkdir()
    for name in (artifact.MODEL_FILE, artifact.SIDECAR_FILE):
        shutil.copy(str(artifact.SHIPPED / name), made / name)
    return made


def test_figures_are_printed_and_written_beside_the_model(folder: Path, tmp_path: Path) -> None:
    """What stands on the screen is what stands in metrics.json, and the card is drawn from it."""
    corpus = tmp_path / "devWithStrategy_short.tsv"
    corpus.write_text(TALK, encoding="utf-8")
    found = run("--model", str(folder), "--esconv", str(corpus))
    assert found.exit_code == 0, found.output
    metrics = json.loads((folder / card.METRICS_FILE).read_text())
    assert metrics["public"]["ESConv"]["question AUC"]["value"] == 1
    assert metrics["public_replies"] == {"ESConv": 2}
    assert "  question AUC                                          1.000\n" in found.output
    assert (folder / card.CARD_FILE).read_text() == card.render(metrics)


def test_a_wrong_corpus_gets_one_plain_message(folder: Path, tmp_path: Path) -> None:
    """Exit code 2 and the remedy, no traceback; what was measured before it is kept."""
    wrong = tmp_path / "letters.csv"
    wrong.write_text("to,from\nann,ben\n", encoding="utf-8")
    found = run("--model", str(folder), "--annomi", str(wrong))
    assert found.exit_code == 2
    assert "Error: --annomi: letters.csv has no column transcript_id" in found.stderr
    assert "give AnnoMI-full.csv of the AnnoMI corpus" in found.stderr
    assert "Traceback" not in found.output
    assert card.read(folder)["public"] == {}


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    """Nothing is measured, and nothing written, where there is no model."""
    found = run("--model", str(tmp_path))
    assert found.exit_code == 2
    assert "coder.json is missing" in found.stderr
    assert not (tmp_path / card.METRICS_FILE).exists()
