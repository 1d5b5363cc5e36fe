"""Labelled replies of one's own: read whole or refused with every problem named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from corpora import loaders
from corpora.extra import read_extra
from corpora.reading import CorpusError

GOOD: dict[str, Any] = {
    "id": "own-1", "disclosure": "The bus was late again and I cried at the stop.", "register": "typed",
    "reply": "You cried at the stop.", "source": "trainer",
    "utterances": [{"start": 0, "end": 22, "code": "simple_reflection"}],
}  # fmt: skip


def written(folder: Path, *rows: object) -> Path:
    file = folder / "own.jsonl"
    file.write_text("".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return file


def test_a_correction_is_read_with_what_it_answers(tmp_path: Path) -> None:
    """The words answered stand in the line itself; ratings may be missing."""
    [found] = read_extra(written(tmp_path, GOOD))
    assert loaders.disclosure_of(found) == GOOD["disclosure"]
    assert found.ratings is None
    assert found.group == GOOD["disclosure"]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("{", "own.jsonl:2: not valid JSON"),
        ({**GOOD, "id": "own-2", "utterances": [{"start": 0, "end": 22, "code": "kindness"}]}, "no code 'kindness'"),
        (
            {**GOOD, "id": "own-2", "utterances": [{"start": 3, "end": 22, "code": "support"}]},
            "belongs to no utterance",
        ),
        ({**GOOD, "id": "own-2", "disclosure": None}, "one of the three"),
        (GOOD, "is used at own.jsonl:1"),
        ({**GOOD, "id": loaders.replies()[0].id}, "is in the corpus already"),
        ({"text": "a,b,c"}, "id: missing; add it"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, row: object, says: str) -> None:
    """Every rule of the corpus holds, and the message names file, line and remedy."""
    with pytest.raises(CorpusError) as error:
        read_extra(written(tmp_path, GOOD, row))
    assert says in str(error.value)
    assert "own.jsonl:2" in str(error.value)


def test_what_the_model_is_judged_on_is_not_learned(tmp_path: Path) -> None:
    """A reply to a disclosure of the test split would make the figures worthless."""
    judged = next(r for r in loaders.in_split("test") if len(loaders.disclosure_of(r)) > 40)
    with pytest.raises(CorpusError, match="the model is judged on replies to it"):
        read_extra(written(tmp_path, {**GOOD, "disclosure": loaders.disclosure_of(judged).upper()}))


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    """Nothing to learn from is a mistake, not a success."""
    with pytest.raises(CorpusError, match="holds no replies"):
        read_extra(written(tmp_path))
