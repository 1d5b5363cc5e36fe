from __future__ import annotations

import pytest

from models.mirrors import epitome
from models.mirrors.measures import MirrorError

POST = "The shop shut and I have no job."
REPLIES = [("a", "r1", "Oh, I am so sorry."), ("a", "r2", "What will you do?"), ("b", "r3", "My shop shut as well."),
           ("b", "r3", "Jobs come and go.")]  # fmt: skip


def rows(levels):
    return [
        {"sp_id": sp, "rp_id": rp, "seeker_post": POST, "response_post": text, "level": level, "rationales": ""}
        for (sp, rp, text), level in zip(REPLIES, levels, strict=True)
    ]


@pytest.fixture
def folder(write_csv):
    """The third and fourth reply have the same ids, as some have in the published files."""
    write_csv("emotional-reactions-reddit.csv", rows([2, 0, 1, 0]))
    write_csv("interpretations-reddit.csv", rows([0, 0, 2, 0])[::-1])
    return write_csv("explorations-reddit.csv", rows([0, 1, 0, 0])).parent


@pytest.fixture
def score(reader, read_as):
    return reader(
        {
            "Oh, I am so sorry.": read_as(("support", 0.9), validation=0.8),
            "What will you do?": read_as(("open_question", 0.7), validation=0.3),
            "My shop shut as well.": read_as(("self_disclose", 0.6), validation=0.2),
            "Jobs come and go.": read_as(("minimize", 0.6), validation=0.1),
        }
    )


def test_figures_are_those_worked_out_by_hand(write_csv, folder, score):
    """Any level above none counts as shown, and a shared experience as an interpretation."""
    write_csv("interpretations-reddit.csv", rows([0, 0, 2, 0]))
    found = {name: figure.value for name, figure in epitome.figures(folder, score).items()}
    # Shown: 0.8 and 0.2; not: 0.3 and 0.1. Three pairs of four.
    assert found["emotional reaction AUC (validation skill)"] == pytest.approx(0.75)
    assert found["interpretation AUC (reflection or self-disclosure)"] == 1
    assert found["exploration AUC (question)"] == 1
    assert score.seen == [(POST, text) for _, _, text in REPLIES]


def test_rows_with_the_same_ids_are_told_apart_by_their_order(write_csv, folder, score):
    """Of two replies with the same ids, each keeps its own level."""
    write_csv("explorations-reddit.csv", rows([0, 0, 0, 1]))
    found = epitome.figures(folder, score)
    # The one that explores is not read as a question; of the other three, one is: one pair lost, two tied.
    assert found["exploration AUC (question)"].value == pytest.approx(1 / 3)


def test_a_missing_file_is_named(folder, score):
    """A folder that lacks one of the three files is refused, with the file and the whole list."""
    (folder / "explorations-reddit.csv").unlink()
    with pytest.raises(
        MirrorError, match=r"--epitome: .*explorations-reddit\.csv cannot be read \(No such file.*give the folder"
    ):
        epitome.figures(folder, score)


def test_a_level_that_is_no_number_is_named(write_csv, folder, score):
    """Levels are 0, 1 or 2; anything else is refused."""
    write_csv("emotional-reactions-reddit.csv", rows(["strong", 0, 1, 0]))
    with pytest.raises(MirrorError, match="has 'strong' in column level"):
        epitome.figures(folder, score)
