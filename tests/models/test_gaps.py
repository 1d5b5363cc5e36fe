"""What stands around a gap: the same for every text, and marked as bare where nothing is punctuated."""

from __future__ import annotations

from models import gaps
from models.language import read
from models.utterances import hard_ends


def rows(text: str) -> list[gaps.Row]:
    parsed = read(text)
    return gaps.rows(parsed, hard_ends(parsed))


def test_a_row_for_each_gap_that_is_not_sure() -> None:
    """A sentence end needs no row; every other gap between two words has one."""
    assert len(rows("You moved in May. Where to?")) == 4
    assert rows("Torn.") == []


def test_both_sides_of_the_gap_are_seen() -> None:
    """The words before and after it, alone and in sequence."""
    row = rows("you feel stuck what have you tried")[2]
    assert row["before stuck"] == row["here what"] == row["next have"] == 1.0
    assert "asks" not in row
    assert "opens three what have you" in row


def test_bare_text_counts_its_signs_once_more() -> None:
    """Without any punctuation the same signs stand under a name of their own; with it they do not."""
    bare = rows("you feel stuck in this house what have you tried")
    assert all(row["bare"] == 1.0 for row in bare)
    assert any(name.startswith("bare here what") for row in bare for name in row)
    assert not any("bare" in row for row in rows("You feel stuck, in this house, what have you tried"))


def test_arcs_are_counted_where_they_cross() -> None:
    """Inside a phrase the parser ties both sides; "the house" is tied by its article at least."""
    row = rows("I saw the house")[2]
    assert "ties none" not in row
    assert any(name.startswith("tie det") for name in row)
