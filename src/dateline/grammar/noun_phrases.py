"""The phrases beside a noun that names an event, by what they are to it: owners, "by", "of", parties, places."""

from __future__ import annotations

from typing import NamedTuple

from dateline.grammar import relations as rel
from dateline.grammar.frames import GOAL_NOUNS, PLACE_CASES, SENT, TARGET_CASES
from dateline.grammar.tree import Tree


class NounPhrases(NamedTuple):
    """Heads of phrases, in order of the text."""

    owners: list[int]  # "Chad's attack", "the Chadian attack"
    by: list[int]  # also "threats from Chad"
    of: list[int]
    undergoers: list[int]  # "the Iraq invasion"
    parties: list[int]  # "talks between Chad and Mali"
    targets: list[int]
    places: list[int]


def phrases_of(tree: Tree, token: int, joint: bool) -> NounPhrases:
    """Sort the phrases beside a noun; `joint` are deeds that several do together, as talks."""
    owners = [word for word in tree.kids(token, rel.POSSESSOR) if tree.tokens.tag[word] != "WP$"]
    found = NounPhrases(owners, [], [], [], [], [], [])
    for word in tree.kids(token, rel.ADJECTIVE, rel.COMPOUND, rel.NOUN_MODIFIER):
        case, joined = tree.case(word), tree.conjuncts(word)
        if case == "by" or (case == "from" and tree.lemma(token) in SENT):
            found.by.extend(joined)
        elif case in ("between", "among") or (joint and case in ("of", "from")):
            (found.parties if joint else found.targets).extend(joined)
        elif case == "of":
            found.of.extend(joined)
        elif case == "with" and joint:
            found.parties.extend(joined)
        elif case in PLACE_CASES:
            found.places.extend(joined)
        if case in TARGET_CASES and not (joint and case == "with"):
            found.targets.extend(joined)
        elif case == "" and not tree.tokens.relation[word].startswith(rel.NOUN_MODIFIER):
            kind = found.undergoers if _undergoes(tree, token, word) else found.owners
            kind.extend(_nominal_modifier(tree, word))
    return found


def _undergoes(tree: Tree, noun: int, word: int) -> bool:
    """Tell "the Iraq invasion", done to Iraq, from "the US invasion" and "the Iraqi invasion"."""
    name = tree.tokens.word[word]
    return (
        tree.lemma(noun) in GOAL_NOUNS
        and tree.tokens.relation[word] == rel.COMPOUND
        and tree.tokens.tag[word].startswith("NNP")
        and not name.replace(".", "").isupper()
    )


def _nominal_modifier(tree: Tree, word: int) -> list[int]:
    """Take "Russian" of "Russian deployment"; other adjectives and common nouns have no entity anyway."""
    return [word] if tree.tokens.word[word][:1].isupper() else []
