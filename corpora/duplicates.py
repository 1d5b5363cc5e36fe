"""Near-duplicates among replies: pairs whose sets of five characters overlap by more than a share (Jaccard).

Comparing each with each is too slow for thousands. With prefix filtering (Chaudhuri, Ganti & Kaushik, 2006) only
replies that share one of their rarest sequences are compared, and none that is alike enough is missed.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

LENGTH = 5
MOST_ALIKE = 0.6


def grams(text: str) -> frozenset[str]:
    """The sequences of five characters in `text`, case and white space evened out."""
    even = re.sub(r"\s+", " ", text.lower()).strip()
    return frozenset(even[i : i + LENGTH] for i in range(max(1, len(even) - LENGTH + 1)))


def alike(texts: Sequence[str], most: float = MOST_ALIKE) -> Iterator[tuple[int, int]]:
    """Pairs of indices, the later first, whose texts overlap by more than `most` (0 to 1)."""
    sets = [grams(text) for text in texts]
    often = Counter(gram for one in sets for gram in one)
    holders: dict[str, list[int]] = defaultdict(list)
    for index, one in enumerate(sets):
        rarest = sorted(one, key=lambda gram: (often[gram], gram))
        candidates: set[int] = set()
        for gram in rarest[: len(one) - math.ceil(most * len(one)) + 1]:
            candidates.update(holders[gram])
            holders[gram].append(index)
        for other in sorted(candidates):
            shared = len(one & sets[other])
            if shared > most * (len(one) + len(sets[other]) - shared):
                yield index, other
