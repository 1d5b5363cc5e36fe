"""A score document for people at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape as escape_markup
from rich.table import Table

from corpora import loaders

if TYPE_CHECKING:
    from models.document import ScoreDocument


# A reply can hold codes that move the cursor or colour the screen: they are shown as a sign, never obeyed.
CONTROL = dict.fromkeys((*range(9), *range(11, 32), 127, *range(128, 160)), "�")


def escape(text: str) -> str:
    return escape_markup(text.translate(CONTROL))


def show(document: ScoreDocument) -> None:
    out = Console(highlight=False)
    codes, skills = loaders.codes(), loaders.skills()
    for notice in document["notices"]:
        out.print(f"[yellow]{escape(notice['say'])}[/]\n")
    for utterance in document["utterances"]:
        label = codes[utterance["code"]].label
        sure = label if utterance["certain"] else f"perhaps {label.lower()}"
        out.print(f"[bold]{sure}[/] ({utterance['probability']:.0%})  {escape(utterance['text'])}")
        for because in utterance["because"]:
            words = utterance["text"][because["start"] - utterance["start"] : because["end"] - utterance["start"]]
            out.print(f"    [dim]“{escape(words)}”: {because['note']}[/]")
    table = Table(box=None, padding=(0, 2, 0, 0))
    for heading in ("Skill", "Score", "80 % interval", ""):
        table.add_column(heading)
    for name, found in document["skills"].items():
        level = skills[name].levels[found["level"]].name
        table.add_row(skills[name].label, f"{found['score']:.2f}", f"{found['low']:.2f} to {found['high']:.2f}", level)
    overall = document["overall"]
    table.add_row(
        "Overall", f"{overall['score']:.2f}", f"{overall['low']:.2f} to {overall['high']:.2f}", overall["band"]
    )
    out.print()
    out.print(table)
    strength, step = document["feedback"]["strength"], document["feedback"]["next_step"]
    if strength:
        out.print(f"\n[green]What helped:[/] “{escape(strength['quote'])}” {escape(strength['why'])}")
    if step:
        out.print(f"\n[yellow]One thing to try:[/] “{escape(step['quote'])}” {escape(step['why'])}")
        out.print(f"For example: {escape(step['try'])}")
