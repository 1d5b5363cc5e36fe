"""What is known about the model: `metrics.json`, and `MODEL_CARD.md`, which is drawn from it alone."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from string import Template
from typing import Any, NamedTuple

from models import drawings
from models.mirrors import MIRRORS, Figure, misc
from models.mirrors.first import FIRST

METRICS_FILE, CARD_FILE = "metrics.json", "MODEL_CARD.md"
CONFUSION_FILE, RELIABILITY_FILE = "confusion.svg", "reliability.svg"
TEMPLATE = "card_template.md"
NOT_MEASURED = "not measured for this version"
# How many of the worst figures are named.
NAMED = 3

Metrics = Mapping[str, Any]


class Known(NamedTuple):
    """A figure on a public corpus, and what people reach."""

    corpus: str
    figure: str
    value: float
    people: float | None

    @property
    def gap(self) -> float:
        return (self.people or 0.0) - self.value


def as_metrics(figures: Mapping[str, Figure]) -> dict[str, dict[str, float | None]]:
    """The figures on one public corpus as they stand in metrics.json: six decimals, null for what cannot be shown."""
    return {
        name: {
            "value": None if math.isnan(found.value) else round(found.value, 6),
            "low": None if found.low is None else round(found.low, 4),
            "high": None if found.high is None else round(found.high, 4),
            "people": found.people,
        }
        for name, found in figures.items()
    }


def read(folder: Traversable) -> dict[str, Any]:
    """The metrics below `folder`; empty where there are none that can be read."""
    try:
        found = json.loads((folder / METRICS_FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def write(folder: Path, metrics: Metrics) -> None:
    """Write metrics, card and drawings below `folder`. Raises `OSError` where it cannot be written."""
    text = json.dumps(metrics, indent=1, ensure_ascii=False, allow_nan=False)
    (folder / METRICS_FILE).write_text(text + "\n", encoding="utf-8")
    (folder / CARD_FILE).write_text(render(metrics), encoding="utf-8")
    test = metrics["test_split"]
    for name, text in (
        (CONFUSION_FILE, drawings.confusion(test["confusion"], metrics["design"]["codes"])),
        (RELIABILITY_FILE, drawings.reliability(test["reliability"])),
    ):
        (folder / name).write_text(text, encoding="utf-8")


def render(metrics: Metrics) -> str:
    """The model card in Markdown. The same metrics give the same card."""
    template = (files("models") / TEMPLATE).read_text(encoding="utf-8")
    return Template(template).substitute(
        model=metrics["model"],
        code_count=len(metrics["design"]["codes"]),
        details=details(metrics),
        replies=replies(metrics["replies"]),
        floor=floor(metrics),
        test=test_split(metrics["test_split"]),
        codes=table(
            ("code", "F1"), ((f"`{code}`", show(value)) for code, value in metrics["test_split"]["f1"].items())
        ),
        skills=skills(metrics["test_split"]["skills"]),
        examples=examples(metrics["examples"]),
        public=public(metrics),
        sources="\n".join(f"- {m.name}: {m.about}. Licence: {m.licence}." for m in MIRRORS),
        command=command(),
        uncertainty=uncertainty(metrics),
        plain_name=misc.NAME,
        bare_name=misc.BARE_NAME,
        subgroups=subgroups(metrics["test_split"]),
        second_coder=second_coder(metrics["test_split"]),
        families=families(metrics.get("families")),
    )


def show(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def percent(value: float) -> str:
    return f"{100 * value:.0f} %"


def between(edges: Iterable[float | None]) -> str:
    low, high = edges
    return "" if low is None or high is None else f"{low:.3f} to {high:.3f}"


def table(head: tuple[str, ...], rows: Iterable[Iterable[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def listed(items: Iterable[str]) -> str:
    return "; ".join(items)


def details(metrics: Metrics) -> str:
    design = metrics["design"]
    libraries = ", ".join(f"{name} {version}" for name, version in metrics["libraries"].items())
    rows = (
        ("version (start of the file's SHA-256)", f"`{metrics['model']}`"),
        ("corpus (start of its SHA-256)", f"`{metrics['corpus']}`"),
        ("language model", metrics["language_model"]),
        ("libraries", libraries),
        ("codes", ", ".join(f"`{code}`" for code in design["codes"])),
        ("features", ", ".join(design["features"])),
        ("figures of a reply", ", ".join(f"`{name}`" for name in design["skills"])),
        ("calibration", "the second look is fitted on first looks at held-out replies"),
        ("seed", str(design["seed"])),
    )
    return table(("", ""), rows)


def replies(counts: Mapping[str, int]) -> str:
    parts = ", ".join(f"{count} {split}" for split, count in counts.items())
    return f"{sum(counts.values())} labelled replies ({parts})."


def known_figures(metrics: Metrics) -> Iterator[Known]:
    for mirror in MIRRORS:
        for name, found in metrics["public"].get(mirror.name, {}).items():
            if found["value"] is not None:
                yield Known(mirror.name, name, found["value"], found["people"])


def floor(metrics: Metrics) -> str:
    """Where the model is worst: against people, against guessing, and by code."""
    found = list(known_figures(metrics))
    compared = sorted((known for known in found if known.people is not None), key=lambda known: -known.gap)
    ranked = sorted((known for known in found if "AUC" in known.figure), key=lambda known: known.value)
    below = [known for known in compared if known.gap > 0]
    lines = []
    if compared:
        widest = listed(f"{k.corpus}, {k.figure}: {show(k.value)} against {show(k.people)}" for k in below[:NAMED])
        count = f"{len(below)} of the {len(compared)}"
        lines.append(
            f"- It is below trained people on {count} public figures for which theirs is known"
            + (f". The widest gaps: {widest}." if below else ".")
        )
    else:
        lines.append(f"- Against trained people: {NOT_MEASURED}.")
    if ranked:
        nearest = listed(f"{k.corpus}, {k.figure}: {show(k.value)}" for k in ranked[:NAMED])
        lines.append(f"- Nearest to guessing (AUC 0.5) on public corpora: {nearest}.")
    worst = sorted(metrics["test_split"]["f1"].items(), key=lambda pair: pair[1])[:NAMED]
    lines.append(
        f"- Worst codes on our own test split (F1): {listed(f'`{code}` {show(value)}' for code, value in worst)}."
    )
    return "\n".join(lines)


def test_split(found: Metrics) -> str:
    rows = (
        ("F1, mean over codes", show(found["macro_f1"]), between(found["intervals"]["macro_f1"])),
        ("kappa", show(found["kappa"]), between(found["intervals"]["kappa"])),
        ("accuracy", show(found["accuracy"]), between(found["intervals"]["accuracy"])),
        ("F1 of where utterances begin", show(found["boundary_f1"]), ""),
    )
    return (
        f"{found['replies']} replies with {found['utterances']} utterances, scored end to end: a wrong cut\n"
        f"counts against the code as well.\n\n{table(('figure', 'value', '95 % interval'), rows)}"
    )


def skills(found: Metrics) -> str:
    return table(
        ("skill", "rank correlation", "mean error", "inside the interval"),
        (
            (f"`{name}`", show(one["rank_correlation"]), show(one["mean_error"]), percent(one["inside_interval"]))
            for name, one in found.items()
        ),
    )


def examples(found: Mapping[str, float]) -> str:
    return table(
        ("examples", "share"),
        (
            ("that show a code, read as that code", percent(found["shows"])),
            ("that only look like a code, not read as it", percent(found["does_not_show"])),
            ("that only look like a code, read as what they are", percent(found["does_not_show_exact"])),
        ),
    )


def public(metrics: Metrics) -> str:
    rows: list[tuple[str, ...]] = []
    for mirror in MIRRORS:
        count = str(metrics["public_replies"].get(mirror.name, ""))
        figures = metrics["public"].get(mirror.name)
        if not figures:
            rows.append((mirror.name, NOT_MEASURED, "", "", "", "", ""))
            continue
        rows += [
            (
                mirror.name,
                name,
                show(f["value"]),
                between((f["low"], f["high"])),
                against(f["value"], FIRST.get((mirror.name, name))),
                show(f["people"]),
                count,
            )
            for name, f in figures.items()
        ]
    return table(("corpus", "figure", "model", "95 % interval", "change from the first", "people", "replies"), rows)


def against(value: float | None, first: float | None) -> str:
    return "" if value is None or first is None else f"{value - first:+.3f}"


def subgroups(found: Metrics) -> str:
    """Accuracy and kappa by register and by setting."""
    rows = [
        (kind, name, str(part["utterances"]), show(part["accuracy"]), show(part["kappa"]))
        for kind, parts in (("register", found["registers"]), ("setting", found["settings"]))
        for name, part in parts.items()
    ]
    return table(("by", "part", "utterances", "accuracy", "kappa"), rows)


def families(found: Mapping[str, Mapping[str, float]] | None) -> str:
    if not found:
        return "Not measured for this version."
    return table(
        ("features", "macro-F1", "log-loss"),
        ((name, show(one["macro_f1"]), show(one["log_loss"])) for name, one in found.items()),
    )


def second_coder(found: Metrics) -> str:
    twice = found["second_coder"]
    if twice is None:
        return "Not measured: krippendorff is not installed (the extra `eval`)."
    rows = (
        (who, show(value), between((low, high)))
        for who, (value, low, high) in (("the model", twice["model"]), ("the first coder", twice["coders"]))
    )
    return (
        f"Krippendorff's alpha over the codes with the second coder, on the {twice['replies']} twice-coded replies of\n"
        f"the test split:\n\n{table(('who', 'alpha', '95 % interval'), rows)}"
    )


def command() -> str:
    options = {mirror.option: mirror.file for mirror in MIRRORS}
    return " \\\n  ".join(["heard evaluate", *(f"{option} {file}" for option, file in options.items())])


def uncertainty(metrics: Metrics) -> str:
    found = metrics["test_split"]
    return table(
        ("figure", "value"),
        (
            ("threshold", f"{metrics['design']['threshold']:.2f}"),
            ("share of utterances at or above it", percent(found["certain"])),
            ("accuracy of these", show(found["accuracy_when_certain"])),
            ("accuracy of all", show(found["accuracy"])),
            ("expected calibration error, ten bins", show(found["calibration_error"])),
        ),
    )
