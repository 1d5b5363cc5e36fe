"""Where the reading started: a plain logistic regression over words, characters and openings, on the first 660 replies.

Its figures on the public corpora, measured in the same way, so that the card can say what has changed since.
"""

from __future__ import annotations

FIRST: dict[tuple[str, str], float] = {
    ("AnnoMI", "main behaviour macro-F1"): 0.585,
    ("AnnoMI", "reflection present F1"): 0.577,
    ("AnnoMI", "question present F1"): 0.788,
    ("AnnoMI", "input present F1"): 0.395,
    ("MIV6.3A", "utterance code kappa"): 0.474,
    ("MIV6.3A", "boundary F1"): 0.975,
    ("MIV6.3A-bare", "utterance code kappa"): 0.134,
    ("MIV6.3A-bare", "boundary F1"): 0.023,
    ("ESConv", "four-way macro-F1"): 0.498,
    ("ESConv", "reflection AUC"): 0.653,
    ("ESConv", "suggestion AUC"): 0.774,
    ("ESConv", "self-disclosure AUC"): 0.890,
    ("ESConv", "affirmation AUC"): 0.668,
    ("EPITOME", "emotional reaction AUC (validation skill)"): 0.653,
    ("EPITOME", "interpretation AUC (reflection or self-disclosure)"): 0.792,
    ("EPITOME", "exploration AUC (question)"): 0.954,
    ("FeedbackESConv", "overall vs 'perfect' AUC"): 0.694,
    ("FeedbackESConv", "suggestions faulted AUC"): 0.731,
    ("FeedbackESConv", "self-disclosure faulted AUC"): 0.914,
    ("FeedbackESConv", "questions praised AUC"): 0.828,
    ("FeedbackESConv", "warmth praised AUC"): 0.728,
    ("FeedbackESConv", "reflection praised AUC"): 0.702,
    ("ReflectionGrounding", "coherent with the disclosure AUC"): 0.621,
}
