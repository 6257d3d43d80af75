"""Numbers kept in 16 bits, as 32 again, read from a table of all there are: many processors convert them slowly."""

from __future__ import annotations

from functools import cache

import numpy as np


def widened(halves: np.ndarray) -> np.ndarray:
    """Give numbers of 16 bits in 32; any others as they would be converted.

    Examples
    --------
    >>> widened(np.array([0.5, -2.0], np.float16))
    array([ 0.5, -2. ], dtype=float32)
    """
    if halves.dtype != np.float16:
        return halves.astype(np.float32)
    return np.take(_table(), halves.view(np.uint16))


@cache
def _table() -> np.ndarray:
    return np.arange(2**16, dtype=np.uint16).view(np.float16).astype(np.float32)
