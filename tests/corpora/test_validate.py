"""The corpus keeps its rules, and a broken one is told where and how to mend it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import yaml

from corpora import loaders, validate
from models.labels import LABELS


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The shipped corpus in a folder of its own, free to be broken."""
    shutil.copytree(str(validate.DATA), tmp_path / "data")
    return tmp_path / "data"


def problems(folder: Path) -> list[str]:
    return [str(problem) for problem in validate.check(validate.read_corpus(folder))]


def replace_line(file: Path, number: int, **changes: object) -> None:
    lines = file.read_text().split("\n")
    lines[number - 1] = json.dumps({**json.loads(lines[number - 1]), **changes})
    file.write_text("\n".join(lines))


def test_shipped_corpus_has_no_problem() -> None:
    """What ships keeps every rule."""
    assert validate.check(validate.read_corpus()) == []


def test_codes_are_the_models_labels() -> None:
    """A code that the model cannot give, or a label that nobody explains, is a mistake."""
    assert set(loaders.codes()) == set(LABELS)


def test_unknown_code_is_named_with_its_line(copy: Path) -> None:
    """An unknown code is reported with file, line and the codes to choose from."""
    replace_line(copy / "replies/chat.jsonl", 3, utterances=[{"start": 0, "end": 123, "code": "advice"}])
    assert problems(copy) == [
        f"replies/chat.jsonl:3: utterance 1: no code 'advice'; use one of {', '.join(sorted(LABELS))}"
    ]


def test_offsets_that_do_not_join_are_named(copy: Path) -> None:
    """Words that belong to no utterance are shown, so that the offsets can be moved."""
    replace_line(copy / "replies/chat.jsonl", 1, utterances=[{"start": 5, "end": 34, "code": "simple_reflection"}])
    assert problems(copy) == [
        "replies/chat.jsonl:1: utterance 1: 'four' before it belongs to no utterance; move the offsets"
    ]


def test_group_in_two_splits_is_named(copy: Path) -> None:
    """No disclosure may stand on both sides of a split."""
    splits = copy / "splits.yaml"
    data = yaml.safe_load(splits.read_text())
    group = data["train"][0]
    splits.write_text(splits.read_text() + f"  - {group}\n")
    [found] = problems(copy)
    line = len(splits.read_text().rstrip("\n").split("\n"))
    assert found == f"splits.yaml:{line}: {group!r} is in train and in test; keep one"


def test_same_words_in_two_splits_are_named(copy: Path) -> None:
    """The same disclosure under two ids would leak from training into the test."""
    data = yaml.safe_load((copy / "splits.yaml").read_text())
    rows = [json.loads(line) for line in (copy / "disclosures.jsonl").read_text().splitlines()]
    by_id = {row["id"]: row for row in rows}
    one, other = (next(g for g in data[split] if g in by_id) for split in ("test", "train"))
    by_id[one]["text"] = by_id[other]["text"].upper()
    (copy / "disclosures.jsonl").write_text("\n".join(map(json.dumps, rows)) + "\n")
    [found] = problems(copy)
    assert "put both in one split" in found
    assert found.startswith("disclosures.jsonl:")


def test_missing_continuation_is_named_with_its_line(copy: Path) -> None:
    """A step without one of its three continuations cannot be walked."""
    file = copy / "scenarios/still-watching.yaml"
    data = yaml.safe_load(file.read_text())
    del data["steps"][2]["stays"]
    file.write_text(yaml.safe_dump(data, sort_keys=False, allow_unicode=True))
    [found] = problems(copy)
    assert found.startswith("scenarios/still-watching.yaml:")
    assert found.endswith(": steps.2.stays: missing; add it")


def test_all_problems_are_reported_at_once(copy: Path) -> None:
    """Whoever mends a corpus sees every problem in one go, in the order of files and lines."""
    replace_line(copy / "replies/chat.jsonl", 2, id="chat-001")
    replace_line(copy / "replies/chat.jsonl", 4, disclosure_id="nobody")
    (copy / "codes/affirm.yaml").write_text("id: affirm\n  label: [")
    with (copy / "replies/chat.jsonl").open("a") as out:
        out.write("{not json\n")
    found = problems(copy)
    assert any(f.startswith("codes/affirm.yaml:2: not valid YAML") for f in found)
    assert any("replies/chat.jsonl:2: id: 'chat-001' is used at replies/chat.jsonl:1" in f for f in found)
    assert any("replies/chat.jsonl:4: disclosure_id: no disclosure 'nobody'" in f for f in found)
    assert any("replies/chat.jsonl:221: not valid JSON" in f for f in found)


def test_wrong_kind_of_value_is_named(copy: Path) -> None:
    """A rating outside 0 to 4, an unknown key and bytes that are no text are each told plainly."""
    replace_line(copy / "replies/spoken.jsonl", 1, ratings={"overall": 9}, mood="good")
    (copy / "skills/restraint.yaml").write_bytes(b"id: restraint\nlabel: \xff\n")
    found = " | ".join(problems(copy))
    assert "skills/restraint.yaml:2: not UTF-8 text" in found
    assert "replies/spoken.jsonl:1: ratings.overall" in found
    assert "mood: no such key" in found


def test_folder_without_a_corpus(tmp_path: Path) -> None:
    """An empty folder is no corpus, and the message says what is missing."""
    assert problems(tmp_path) == ["splits.yaml:1: no such file; name the train, development and test groups in it"]
