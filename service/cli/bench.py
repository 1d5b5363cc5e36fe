"""`heard bench`: what scoring costs, beside the bare spaCy parse in the same process and run."""

from __future__ import annotations

import click

from service.cli.refusal import plainly


@click.command()
@click.option("--rounds", default=15, show_default=True, type=click.IntRange(3, 1000), help="Times each reply is scored.")
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
    click.echo(f"{figures['replies']:.0f} replies of the test split, median of {rounds} rounds each, milliseconds a reply")
    click.echo(f"  bare parse of the reply            {figures['parse_ms']:.2f}")
    click.echo(f"  Scorer.score, disclosure known     {figures['known_ms']:.2f}   {figures['known_ratio']:.2f} times (bar 1.60)")
    click.echo(f"  bare parse of both                 {figures['parse_both_ms']:.2f}")
    click.echo(f"  Scorer.score, disclosure new       {figures['new_ms']:.2f}   {figures['new_ratio']:.2f} times (bar 1.60)")
