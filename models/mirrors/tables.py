"""Reading a corpus in its published format, or saying plainly why it is not that. pandas is needed only here."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from models.mirrors.measures import MirrorError


def read_csv(path: Path, option: str, columns: Sequence[str], wanted: str) -> Any:
    """The CSV file as a DataFrame that has `columns` and at least one row.

    `wanted` says which file of which corpus `option` takes. Raises `MirrorError` where it is another.
    """
    try:
        import pandas as pd
    except ModuleNotFoundError as error:
        raise MirrorError(
            f"{option}: reading it needs pandas, which is not installed; "
            "run `pip install 'heard[eval]'`, or `scripts/setup.sh dev` in a checkout"
        ) from error
    try:
        table = pd.read_csv(path)
    except pd.errors.EmptyDataError as error:
        raise MirrorError(f"{option}: {path.name} is empty; give {wanted}") from error
    except (pd.errors.ParserError, UnicodeDecodeError) as error:
        raise MirrorError(f"{option}: {path.name} is not a CSV file ({error}); give {wanted}") from error
    except OSError as error:
        raise unreadable(path, option, wanted, error) from error
    if missing := [column for column in columns if column not in table.columns]:
        found = ", ".join(map(str, table.columns[:6]))
        raise MirrorError(
            f"{option}: {path.name} has no column {', '.join(missing)} (its columns begin {found}); give {wanted}"
        )
    if table.empty:
        raise MirrorError(f"{option}: {path.name} has a heading and no rows; give {wanted}")
    return table


def expect(values: Any, allowed: Collection[object], column: str, path: Path, option: str) -> None:
    """Raise `MirrorError` where `values`, a column, holds anything but what the published file holds there."""
    # One word among numbers makes pandas read the whole column as text, so numbers are looked for as text too.
    known = [str(value) for value in allowed]
    if strange := sorted({str(value) for value in values if value not in allowed and str(value) not in known}):
        raise MirrorError(
            f"{option}: {path.name} has {strange[0]!r} in column {column}, "
            f"where {', '.join(known)} stand in the published file; download it anew"
        )


def some(items: Sequence[Any], what: str, path: Path, option: str, wanted: str) -> None:
    """Raise `MirrorError` where nothing is left to measure."""
    if len(items) == 0:
        raise MirrorError(f"{option}: {path.name} holds no {what}; give {wanted}")


def read_text(path: Path, option: str, wanted: str) -> str:
    """The whole file as text. Raises `MirrorError` where it is empty or not UTF-8."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise MirrorError(f"{option}: {path.name} is not UTF-8 text; give {wanted}") from error
    except OSError as error:
        raise unreadable(path, option, wanted, error) from error
    if not text.strip():
        raise MirrorError(f"{option}: {path.name} is empty; give {wanted}")
    return text


def read_json(path: Path, option: str, wanted: str) -> Any:
    text = read_text(path, option, wanted)
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise MirrorError(f"{option}: {path.name} is not JSON ({error}); give {wanted}") from error


def unreadable(path: Path, option: str, wanted: str, error: OSError) -> MirrorError:
    return MirrorError(f"{option}: {path} cannot be read ({error.strerror}); give {wanted}")
