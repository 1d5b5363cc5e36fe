from __future__ import annotations

import json
import math
import re
from xml.etree import ElementTree

import pytest

from models import artifact, card
from models.mirrors import MIRRORS, Figure

NONE = Figure(math.nan)
SKILL = {"rank_correlation": 0.5, "mean_error": 0.2, "inside_interval": 0.8}


@pytest.fixture
def metrics():
    return {
        "model": "0123456789ab",
        "corpus": "ba9876543210",
        "language_model": "some_model 1.0",
        "libraries": {"spacy": "3.8"},
        "design": {
            "codes": ["support", "confront", "affirm", "minimize"], "features": ["words"], "skills": ["restraint"],
            "threshold": 0.5, "seed": 20,
        },
        "replies": {"train": 6, "development": 3, "test": 2},
        "test_split": {
            "replies": 2, "utterances": 5, "macro_f1": 0.51, "kappa": 0.52, "accuracy": 0.53,
            "accuracy_when_certain": 0.64, "certain": 0.75, "calibration_error": 0.11, "boundary_f1": 0.88,
            "intervals": {"macro_f1": [0.4, 0.6], "kappa": [0.41, 0.61], "accuracy": [0.42, 0.62]},
            "confusion": [[2, 0, 1, 0], [0, 1, 0, 0], [0, 0, 0, 0], [1, 0, 0, 0]],
            "reliability": [[0.45, 0.5, 2], [0.9, 0.8, 3]],
            "registers": {"spoken": {"utterances": 50, "accuracy": 0.7, "kappa": 0.6}}, "settings": {},
            "second_coder": {"replies": 2, "model": [0.6, 0.5, 0.7], "coders": [0.9, 0.8, 0.95]},
            "f1": {"support": 0.9, "confront": 0.3, "affirm": 0.1, "minimize": 0.2}, "skills": {"restraint": SKILL},
        },
        "examples": {"shows": 0.6, "does_not_show": 0.9, "does_not_show_exact": 0.7},
        "families": {"all families": {"macro_f1": 0.5, "log_loss": 0.9}},
        "public": {
            "AnnoMI": card.as_metrics(
                {"near F1": Figure(0.7, 0.8, 0.65, 0.75), "far F1": Figure(0.3, 0.9), "above F1": Figure(0.9, 0.5)}
            ),
            "ESConv": card.as_metrics({"good AUC": Figure(0.9), "poor AUC": Figure(0.55), "none AUC": NONE}),
        },
        "public_replies": {"AnnoMI": 12, "ESConv": 34},
    }  # fmt: skip


def test_the_same_metrics_give_the_same_card(metrics):
    """The card depends on nothing but metrics.json, and a trip through the file changes nothing."""
    assert card.render(metrics) == card.render(json.loads(json.dumps(metrics)))


def test_the_worst_figures_are_named(metrics):
    """The floor is worked out: widest gap to people first, what is nearest to guessing, the worst codes."""
    text = card.render(metrics)
    assert "below trained people on 2 of the 3 public figures" in text
    assert "The widest gaps: AnnoMI, far F1: 0.300 against 0.900; AnnoMI, near F1: 0.700 against 0.800." in text
    assert "Nearest to guessing (AUC 0.5) on public corpora: ESConv, poor AUC: 0.550; ESConv, good AUC: 0.900." in text
    assert "`affirm` 0.100; `minimize` 0.200; `confront` 0.300." in text


def test_people_stand_beside_the_model(metrics):
    """Each public figure has what people reach beside it, a dash where that is not known or nothing could be shown."""
    text = card.render(metrics)
    assert "| AnnoMI | far F1 | 0.300 |  |  | 0.900 | 12 |" in text
    assert "| AnnoMI | near F1 | 0.700 | 0.650 to 0.750 |  | 0.800 | 12 |" in text
    assert "| ESConv | none AUC | – |  |  | – | 34 |" in text


def test_what_was_not_measured_stays_visible(metrics):
    """A corpus that was not given, and a study that nobody has made, are said to be missing."""
    text = card.render(metrics | {"public": {}, "public_replies": {}})
    for mirror in MIRRORS:
        assert f"| {mirror.name} | not measured for this version |" in text
    assert "Against trained people: not measured for this version." in text
    assert "Not measured for this version." in card.render(metrics | {"families": None})
    assert "krippendorff is not installed" in card.render(
        metrics | {"test_split": metrics["test_split"] | {"second_coder": None}}
    )


def test_the_change_since_the_first_reading_is_shown(metrics):
    """Beside a figure that the first model had stands how far it rose or fell."""
    found = {"four-way macro-F1": Figure(0.55), "reflection AUC": Figure(0.6)}
    text = card.render(metrics | {"public": {"ESConv": card.as_metrics(found)}})
    assert "| ESConv | four-way macro-F1 | 0.550 |  | +0.052 |" in text
    assert "| ESConv | reflection AUC | 0.600 |  | -0.053 |" in text


def test_drawings_are_well_formed_and_show_the_counts(metrics, tmp_path):
    """Both drawings are XML with a title; each count of the confusion stands in its cell."""
    card.write(tmp_path, metrics)
    for name in (card.CONFUSION_FILE, card.RELIABILITY_FILE):
        root = ElementTree.fromstring((tmp_path / name).read_text())
        assert root.find("{http://www.w3.org/2000/svg}title").text
    numbers = re.findall(r">(\d+)</text>", (tmp_path / card.CONFUSION_FILE).read_text())
    assert sorted(map(int, numbers)) == [1, 1, 1, 2]


def test_the_command_names_every_corpus(metrics):
    """Whoever downloads the corpora can make the table again; no path of ours stands in the command."""
    text = card.render(metrics)
    assert all(f"  {mirror.option} {mirror.file}" in text for mirror in MIRRORS)
    assert "/work" not in text
    assert "/home" not in text


def test_metrics_are_valid_json(tmp_path, metrics):
    """What could not be shown is null: NaN is no JSON."""
    card.write(tmp_path, metrics)
    assert json.loads((tmp_path / "metrics.json").read_text(), parse_constant=pytest.fail) == metrics
    assert metrics["public"]["ESConv"]["none AUC"]["value"] is None


def test_damaged_metrics_are_none(tmp_path):
    """Earlier figures that cannot be read are measured anew instead of stopping the work."""
    (tmp_path / "metrics.json").write_text("{", encoding="utf-8")
    assert card.read(tmp_path) == {}


def test_the_shipped_card_is_drawn_from_the_shipped_metrics():
    """Nobody edited the card by hand, and no metrics were written without it."""
    shipped = (artifact.SHIPPED / card.CARD_FILE).read_text(encoding="utf-8")
    assert shipped == card.render(card.read(artifact.SHIPPED))


def test_the_shipped_metrics_are_of_the_shipped_model():
    """The figures that we publish are those of the model that we ship; after `heard train` run `heard evaluate`."""
    assert card.read(artifact.SHIPPED)["model"] == artifact.read_sidecar(artifact.SHIPPED).sha256[:12]
