"""The two drawings of the model card, as SVG: which codes are taken for which, and whether probabilities hold."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

CELL, MARGIN, TOP = 34, 190, 150
SIDE, EDGE = 320, 50
STYLE = "font-family:sans-serif;font-size:12px"


def confusion(counts: Sequence[Sequence[int]], labels: Sequence[str]) -> str:
    """A row for each code as the corpus has it, a column for each as it was read; darker holds more of its row."""
    size = CELL * len(labels)
    parts = [f'<text x="{MARGIN}" y="16">Read as (columns), for each code in the corpus (rows)</text>']
    for index, label in enumerate(labels):
        middle = CELL * index + CELL / 2
        parts.append(f'<text x="{MARGIN - 8}" y="{TOP + middle + 4:g}" text-anchor="end">{escape(label)}</text>')
        parts.append(
            f'<text transform="translate({MARGIN + middle + 4:g} {TOP - 8}) rotate(-60)">{escape(label)}</text>'
        )
    for down, row in enumerate(counts):
        total = max(1, sum(row))
        for across, count in enumerate(row):
            x, y, share = MARGIN + CELL * across, TOP + CELL * down, count / total
            parts.append(
                f'<rect x="{x}" y="{y}" width="{CELL}" height="{CELL}" fill="#1d5a6b" fill-opacity="{share:.3f}" '
                'stroke="#ccc"/>'
            )
            if count:
                ink = "#fff" if share > 0.5 else "#111"
                place = f'x="{x + CELL / 2:g}" y="{y + CELL / 2 + 4:g}"'
                parts.append(f'<text {place} text-anchor="middle" fill="{ink}">{count}</text>')
    return drawing(MARGIN + size + 10, TOP + size + 10, "Confusion of codes on the test split", parts)


def reliability(points: Sequence[tuple[float, float, int]]) -> str:
    """The share that was right against the probability that was said; the line is where both are the same."""
    low, high = EDGE, EDGE + SIDE
    most = max(count for _, _, count in points)
    parts = [
        f'<line x1="{low}" y1="{high}" x2="{high}" y2="{low}" stroke="#888" stroke-dasharray="4 4"/>',
        f'<path d="M{low} {low}V{high}H{high}" fill="none" stroke="#111"/>',
        f'<text x="{low + SIDE / 2:g}" y="{high + 40}" text-anchor="middle">probability said</text>',
        f'<text transform="translate(14 {low + SIDE / 2:g}) rotate(-90)" text-anchor="middle">share right</text>',
    ]
    for tick in (0.0, 0.5, 1.0):
        parts.append(f'<text x="{low + SIDE * tick:g}" y="{high + 18}" text-anchor="middle">{tick:g}</text>')
        parts.append(f'<text x="{low - 8}" y="{high - SIDE * tick + 4:g}" text-anchor="end">{tick:g}</text>')
    for said, was, count in points:
        place = f'cx="{low + SIDE * said:.1f}" cy="{high - SIDE * was:.1f}" r="{3 + 9 * (count / most) ** 0.5:.1f}"'
        about = f"{count} utterances: said {said:.2f}, right {was:.2f}"
        parts.append(f'<circle {place} fill="#1d5a6b" fill-opacity="0.7"><title>{about}</title></circle>')
    return drawing(high + 20, high + 56, "Reliability on the test split", parts)


def drawing(width: int, height: int, title: str, parts: Sequence[str]) -> str:
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" style="{STYLE}">\n'
        f'<title>{escape(title)}</title>\n<rect width="{width}" height="{height}" fill="#fff"/>\n{body}\n</svg>\n'
    )
