from __future__ import annotations

import sys

import pytest

from models.mirrors import MIRRORS
from models.mirrors.measures import MirrorError

CSV = [mirror for mirror in MIRRORS if mirror.option in ("--annomi", "--misc", "--reflection-annotations")]


def refuse(pairs):
    raise AssertionError(f"scored {len(pairs)} replies of a file that should have been refused")


@pytest.mark.parametrize("mirror", CSV, ids=lambda mirror: mirror.name)
@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", "is empty"),
        (b"name,age\nAnn,7\n", r"has no column .* \(its columns begin name, age\)"),
        (b'a,b\n"1,2\n1,2,3,4\n', "is not a CSV file"),
        (b"caf\xe9,\xff\xfe\n1,2\n", "is not a CSV file"),
    ],
)
def test_a_wrong_file_is_refused(tmp_path, mirror, data, found):
    """The message names the option, the file, what was found, and which file to give."""
    path = tmp_path / "other.csv"
    path.write_bytes(data)
    with pytest.raises(MirrorError, match=rf"^{mirror.option}: other\.csv {found}.*; give {mirror.file}"):
        mirror.figures(path, refuse)


@pytest.mark.parametrize("mirror", CSV, ids=lambda mirror: mirror.name)
def test_a_heading_alone_is_refused(tmp_path, mirror):
    """A file whose rows were lost is not measured as if nothing were wrong."""
    columns = sys.modules[mirror.figures.__module__].COLUMNS
    path = tmp_path / "cut.csv"
    path.write_text(",".join(columns) + "\n", encoding="utf-8")
    with pytest.raises(MirrorError, match=r"cut\.csv has a heading and no rows; give"):
        mirror.figures(path, refuse)


@pytest.mark.parametrize("mirror", MIRRORS, ids=lambda mirror: mirror.name)
def test_a_file_that_is_not_there_is_named(tmp_path, mirror):
    """A path that leads nowhere is shown as it was given."""
    with pytest.raises(MirrorError, match=rf"^{mirror.option}: .*nowhere.* cannot be read \(No such file"):
        mirror.figures(tmp_path / "nowhere", refuse)


@pytest.mark.parametrize("mirror", CSV, ids=lambda mirror: mirror.name)
def test_without_pandas_the_remedy_is_named(tmp_path, monkeypatch, mirror):
    """pandas is optional: where it is not installed, the message says how to get it."""
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MirrorError, match=r"needs pandas.*pip install 'heard\[eval\]'.*scripts/setup\.sh dev"):
        mirror.figures(tmp_path / "any.csv", refuse)
