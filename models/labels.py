"""The order of the coder's labels, frozen: columns of every trained model. A new code goes last; then retrain."""

LABELS: tuple[str, ...] = (
    "simple_reflection", "complex_reflection", "open_question", "closed_question", "affirm", "support",
    "emphasize_autonomy", "seek_collaboration", "give_information", "advise_with_permission",
    "advise_without_permission", "confront", "minimize", "self_disclose", "facilitate",
)  # fmt: skip
