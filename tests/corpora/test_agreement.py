"""Agreement is Krippendorff's alpha, and what is reported can be worked out by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpora.agreement import agreement, of


def test_alpha_of_a_worked_example() -> None:
    """Two coders, four units, one disagreement: alpha is 1 - observed / expected = 1 - 0.25 / 0.5357..."""
    assert of([(1, 1), (0, 0), (1, 1), (0, 1)], "nominal") == pytest.approx(1 - 0.25 / (2 * 3 * 5 / (8 * 7)))


def row(name: str, ratings: dict[str, int], first: list[str], second: list[str]) -> dict[str, object]:
    return {"id": name, "first": {"codes": first, "ratings": ratings}, "second": {"codes": second, "ratings": ratings}}


def test_first_and_second_coding_are_paired(tmp_path: Path) -> None:
    """Coders who agree on all but one unit agree almost, and on what they agree they agree wholly."""
    rating = {"reflection": 1, "open_questions": 0, "validation": 2, "non_judgment": 4, "restraint": 4,
              "speaker_focus": 4, "overall": 2}  # fmt: skip
    low = dict.fromkeys(rating, 0)
    rows = [
        row("a", rating, ["support", "confront"], ["support", "confront"]),
        row("b", low, ["affirm", "confront"], ["support", "confront"]),
    ]
    file = tmp_path / "agreement.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)))
    found = agreement(file)
    assert found["all"]["families"].value == 1.0
    assert 0 < found["all"]["codes"].value < 1
    assert found["codes"]["confront"].value == 1.0
    assert found["ratings"]["overall"].value == 1.0
