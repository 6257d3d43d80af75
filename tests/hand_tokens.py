"""Tokens written by hand, so that a test of what comes after the parser does not hang on the parser."""

import re

from dateline.language import Name, Sentence, Tokens

_TAGS = {
    "the": "DT", "a": "DT", "an": "DT", "this": "DT", "of": "IN", "in": "IN", "at": "IN", "for": "IN", "from": "IN",
    "with": "IN", "by": "IN", "to": "TO", "and": "CC", "he": "PRP", "she": "PRP", "it": "PRP", "they": "PRP",
    "him": "PRP", "I": "PRP", "his": "PRP$", "her": "PRP$", "its": "PRP$", "their": "PRP$", "said": "VBD",
    "met": "VBD", "is": "VBZ", "was": "VBD", "'s": "POS", ",": ",", ".": ".", "(": "-LRB-", ")": "-RRB-", "-": "HYPH",
}  # fmt: skip
_PIECE = re.compile(r"(.+?)(?:_([A-Z$]+))?(?:/([a-z:]+))?")


def _guess(word: str) -> str:
    known = _TAGS.get(word) or _TAGS.get(word.lower())
    return known or ("NNP" if word[0].isupper() else "CD" if word.isdigit() else "NN")


def tokens_of(*sentences: str, part: str = "body") -> Tokens:
    """Make Tokens from sentences such as "[PERSON Ann Lie] said_VBD he/nsubj was/root ill_JJ ."

    Names stand in brackets with their kind; a tag follows "_", a relation to the word marked /root follows "/".
    """
    text, rows, names, spans = "", [], [], []
    for number, sentence in enumerate(sentences):
        text += "\n" if text else ""
        first, begin, kind = len(rows), len(text), ""
        for piece in sentence.split():
            if piece.startswith("[") and len(piece) > 1:
                kind, opened = piece[1:], len(rows)
                continue
            closed = bool(kind) and piece.endswith("]")
            word, tag, relation = re.fullmatch(
                r"(.+?)(?:_([A-Z$]+))?(?:/([a-z:]+))?", piece.rstrip("]") or "]"
            ).groups()
            text += " " if len(rows) > first else ""
            guess = (
                _TAGS.get(word)
                or _TAGS.get(word.lower())
                or ("NNP" if word[0].isupper() else "CD" if word.isdigit() else "NN")
            )
            rows.append((len(text), word, tag or guess, relation or "dep", number))
            text += word
            if closed:
                names.append(Name(rows[opened][0], len(text), opened, len(rows), kind))
                kind = ""
        spans.append(Sentence(begin, len(text), first, len(rows), part))
    starts, words, tags, relations, numbers = map(list, zip(*rows, strict=True))
    roots = {
        n: i for i, (relation, n) in enumerate(zip(relations, numbers, strict=True)) if relation == "root"
    }
    for name in names:  # a name hangs on its first word, as in Universal Dependencies
        relations[name.first : name.last] = [
            relations[name.last - 1],
            *["flat"] * (name.last - name.first - 1),
        ]
    heads = [
        -1 if relation == "root" else roots.get(n, -1) for relation, n in zip(relations, numbers, strict=True)
    ]
    for name in names:
        heads[name.first + 1 : name.last] = [name.first] * (name.last - name.first - 1)
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    lemmas = [{"said": "say", "was": "be", "is": "be"}.get(word.lower(), word.lower()) for word in words]
    return Tokens(text, spans, names, starts, ends, words, lemmas, tags, heads, relations, numbers)
