"""The one place where text is changed: what files bring along that no reader sees."""

from __future__ import annotations

import re
import unicodedata

_NEWLINES = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile(r"[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb]"
)
_BROKEN = re.compile(r"[\x00\ud800-\udfff]")


def clean(text: str) -> str:
    """Clean the text of a file: line breaks as \\n, plain spaces, composed accents, nothing invisible.

    Null bytes, control and direction marks, soft hyphens and byte-order marks go; white space at both ends
    goes. The outcome is frozen: every offset counts from it.

    Examples
    --------
    >>> clean("\\ufeffOne\\r\\n\\r\\nTwo\\u00a0three\\x00\\n")
    'One\\n\\nTwo three'
    """
    text = _SPACES.sub(" ", _NEWLINES.sub("\n", text))
    text = _BROKEN.sub("\ufffd", _INVISIBLE.sub("", text))
    return unicodedata.normalize("NFC", text).strip()


def keep(text: str) -> str:
    """Keep the text of a record as it stands; what no file can hold becomes U+FFFD, one for one.

    Examples
    --------
    >>> keep("One\\r\\nTwo\\x00")
    'One\\r\\nTwo\\ufffd'
    """
    return _BROKEN.sub("\ufffd", text)
