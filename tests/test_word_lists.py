"""No list of words stands twice: what two rooms ask for is a class in lexicons/word_classes.csv."""

import ast
import re
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import dateline
from dateline.lexicons import read_groups

ROOMS = Path(dateline.__file__).parent
_APART = ("evaluation", "training")  # measuring and learning know nothing of the rooms
_LEAST, _SHARE = 6, 0.8  # words that two lists share, and how much of the shorter
_GRAMMAR = frozenset(  # names of relations, which are no English words
    "acl advcl advmod amod appos aux case cc ccomp compound conj cop dep det fixed flat iobj mark nmod nsubj nummod "
    "obj obl parataxis punct root vocative xcomp".split()
)


class WordList(NamedTuple):
    """A set of words in the code: its room, where it stands, its words in small letters."""

    room: str
    place: str
    words: frozenset[str]


def _literal(node: ast.AST) -> list[str]:
    """Give the words of a set that is written out, as {...}, frozenset((...)) or frozenset("...".split())."""
    if isinstance(node, ast.Set):
        texts = [item.value for item in node.elts if isinstance(item, ast.Constant)]
        return [text for text in texts if isinstance(text, str)]
    if not isinstance(node, ast.Call) or len(node.args) != 1:
        return []
    if getattr(node.func, "id", "") not in ("frozenset", "set", "_words"):
        return []
    (given,) = node.args
    if isinstance(given, ast.Call) and getattr(given.func, "attr", "") == "split":
        given = given.func.value
    if isinstance(given, ast.Constant) and isinstance(given.value, str):
        return given.value.split()
    items = given.elts if isinstance(given, ast.Tuple | ast.List) else []
    return [item.value for item in items if isinstance(item, ast.Constant) and isinstance(item.value, str)]


def _is_english(word: str) -> bool:
    return re.fullmatch(r"[a-z][a-z.'-]+", word) is not None and word not in _GRAMMAR


def word_lists() -> list[WordList]:
    found = []
    for file in sorted(ROOMS.rglob("*.py")):
        parts = file.relative_to(ROOMS).with_suffix("").parts
        if set(parts) & set(_APART):
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            words = frozenset(
                filter(_is_english, (word.lower() for word in _literal(node) if not word.isupper()))
            )
            if len(words) >= _LEAST:
                found.append(WordList(parts[0], f"{'/'.join(parts)}:{node.lineno}", words))
    return found


def test_no_list_of_words_stands_in_two_rooms():
    twice = []
    for one, other in combinations(word_lists(), 2):
        shared = one.words & other.words
        if one.room == other.room or len(shared) < _LEAST:
            continue
        if len(shared) >= _SHARE * min(len(one.words), len(other.words)):
            twice.append(f"{one.place} and {other.place}: {' '.join(sorted(shared))}")
    assert not twice, "make a class in lexicons/word_classes.csv of what these share:\n" + "\n".join(twice)


def test_no_class_of_words_is_written_out_again():
    again = [
        f"{one.place} and the class {name!r}"
        for one in word_lists()
        for name, words in read_groups("word_classes.csv", "class", "word").items()
        if len(words) >= _LEAST and one.words >= set(words)
    ]
    assert not again, "write WordClass(name, also=...) in place of:\n" + "\n".join(again)
