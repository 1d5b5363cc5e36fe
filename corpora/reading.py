"""From a file to a typed object, or to problems that name the file, the line and the remedy."""

from __future__ import annotations

import json
from collections.abc import Hashable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources.abc import Traversable
from typing import Any, Generic, TypeVar, cast

import yaml
from pydantic import TypeAdapter, ValidationError

T = TypeVar("T")
Place = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in authored data, and what to do about it."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class CorpusError(ValueError):
    """Authored data that cannot be used. `problems` holds all of them, not only the first."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__("\n".join(map(str, problems)))


@dataclass(frozen=True)
class Record(Generic[T]):
    """One authored object and where it stands. `value` is None where the text could not be read as a `T`."""

    file: str
    line: int
    value: T | None
    problems: tuple[Problem, ...] = ()
    yaml_text: str | None = None

    @property
    def lines(self) -> dict[Place, int]:
        """Where each part stands. Worked out only when something is wrong: it costs more than reading."""
        return places(self.yaml_text) if self.yaml_text is not None else {}

    def problem(self, message: str, *place: str | int) -> Problem:
        """A problem at the line of `place`, or at the nearest line above it that is known."""
        for depth in range(len(place), -1, -1):
            if place[:depth] in self.lines:
                return Problem(self.file, self.lines[place[:depth]], message)
        return Problem(self.file, self.line, message)


@cache
def adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def decode(data: bytes, file: str) -> str | Problem:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return Problem(file, line, "not UTF-8 text; save the file as UTF-8")


def read_yaml(file: Traversable, kind: type[T], name: str) -> Record[T]:
    """Read one YAML file as a `kind`; `name` is what messages call the file."""
    text = decode(file.read_bytes(), name)
    if isinstance(text, Problem):
        return Record(name, text.line, None, (text,))
    try:
        data = yaml.load(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        what = getattr(error, "problem", None) or "cannot be read"
        return Record(name, line, None, (Problem(name, line, f"not valid YAML: {what}; check quotes and indent"),))
    return build(data, kind, Record(name, 1, None, yaml_text=text))


@lru_cache(maxsize=64)
def places(text: str) -> dict[Place, int]:
    """The line of each key and item of a YAML text."""
    lines: dict[Place, int] = {}
    node = yaml.compose(text, Loader=yaml.CSafeLoader)
    if node is not None:
        note_lines(node, (), lines)
    return lines


def note_lines(node: yaml.Node, place: Place, lines: dict[Place, int]) -> None:
    lines.setdefault(place, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            below = (*place, key.value)
            lines[below] = key.start_mark.line + 1
            note_lines(value, below, lines)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            note_lines(value, (*place, index), lines)


def read_jsonl(file: Traversable, kind: type[T], name: str) -> list[Record[T]]:
    """Read one JSON object a line, each as a `kind`; empty lines are passed over."""
    text = decode(file.read_bytes(), name)
    if isinstance(text, Problem):
        return [Record(name, text.line, None, (text,))]
    records: list[Record[T]] = []
    # Not splitlines(): a line separator inside a JSON string (U+2028) ends no line of the file.
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        here: Record[T] = Record(name, number, None)
        try:
            data = json.loads(line)
        except json.JSONDecodeError as error:
            problem = here.problem(f"not valid JSON: {error.msg} at column {error.colno}; one object a line")
            records.append(Record(name, number, None, (problem,)))
            continue
        records.append(build(data, kind, here))
    return records


def build(data: Any, kind: type[T], record: Record[T]) -> Record[T]:
    """Validate `data` as a `kind`, keeping `record`'s place in the file."""
    try:
        value: T = adapter(cast("Hashable", kind)).validate_python(data)
    except ValidationError as error:
        found = error.errors()
        # An item that is itself wrong makes its list look short; the item's own problem says what to mend.
        inside = {e["loc"][:depth] for e in found for depth in range(len(e["loc"]))}
        problems = tuple(
            record.problem(f"{'.'.join(map(str, e['loc'])) or 'the whole'}: {remedy(e['type'], e['msg'])}", *e["loc"])
            for e in found
            if not (e["type"] == "too_short" and e["loc"] in inside)
        )
        return Record(record.file, record.line, None, problems, record.yaml_text)
    return Record(record.file, record.line, value, (), record.yaml_text)


def remedy(kind: str, message: str) -> str:
    if kind == "missing":
        return "missing; add it"
    if kind in ("unexpected_keyword_argument", "extra_forbidden"):
        return "no such key; remove it or mend its spelling"
    return message[0].lower() + message[1:]
