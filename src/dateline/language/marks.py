"""The many shapes of apostrophes, quotation marks and hyphens, and the plain one of each."""

_SINGLE, _DOUBLE, _HYPHENS, _DASHES = "‘’‛ʼ`´", "“”„‟", "‐‑", "–—"


def plain_marks(
    single: bool = True, double: bool = False, hyphens: bool = False, dashes: bool = False
) -> dict:
    """Make a table for `str.translate` that writes the chosen marks plain, letter for letter.

    Examples
    --------
    >>> "won’t “go” – now".translate(plain_marks()), "won’t “go” – now".translate(plain_marks(double=True, dashes=True))
    ("won't “go” – now", 'won\\'t "go" - now')
    """
    chosen = (
        (single, _SINGLE, "'"),
        (double, _DOUBLE, '"'),
        (hyphens, _HYPHENS, "-"),
        (dashes, _DASHES, "-"),
    )
    return {ord(mark): plain for wanted, marks, plain in chosen if wanted for mark in marks}
