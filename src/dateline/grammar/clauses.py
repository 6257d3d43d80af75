"""Where a word stands in its sentence: main clause, infinitive, relative clause, aside, noun."""

from __future__ import annotations

from dateline.grammar import relations as rel
from dateline.grammar.tree import Tree

SUBJECTS = (*rel.SUBJECTS, rel.CLAUSE_AS_SUBJECT)
_TENSED = ("VBD", "VBZ", "VBP", "MD")
_STEPS = 6  # heads looked at above a word


def is_clausal(tree: Tree, token: int) -> bool:
    """Tell a word that makes a clause: a verb, or a noun with a subject."""
    return tree.is_verb(token) or bool(tree.kids(token, "cop", *SUBJECTS))


def is_to(tree: Tree, token: int) -> bool:
    """Tell the "to" of an infinitive."""
    return tree.tokens.relation[token] == "mark" and tree.tokens.word[token].lower() == "to"


def is_infinitive(tree: Tree, token: int) -> bool:
    """Tell "to meet"."""
    return any(is_to(tree, child) for child in tree.children[token])


def subject_of(tree: Tree, verb: int) -> int:
    """Find the subject next to a verb, be it a noun, a clause or "there"; -1: none.

    Examples
    --------
    >>> from dateline.grammar import parse
    >>> from dateline.grammar.tree import tree_of
    >>> tree = tree_of(parse("The army has left and sold the ship."))
    >>> subject_of(tree, 3), subject_of(tree, 5)
    (1, -1)
    """
    own = tree.kids(verb, *SUBJECTS, *rel.CLAUSAL_SUBJECTS, rel.EXPLETIVE)
    before = [child for child in own if child < verb]
    return before[-1] if before else own[0] if own else -1


def tensed_word(tree: Tree, verb: int) -> int:
    """Find the word of a verb that carries its tense: "has" of "has left"."""
    helpers = tree.kids(verb, *rel.HELPERS)
    return helpers[0] if helpers else verb


def has_tense(tree: Tree, verb: int) -> bool:
    """Tell "left", "has left", "will leave" from "leaving" and "to leave"."""
    return tree.tokens.tag[tensed_word(tree, verb)] in _TENSED


def reduced_head(tree: Tree, verb: int) -> int:
    """Find the participle behind a noun that a verb is or is joined to: "built" for "bought"; -1: none.

    Examples
    --------
    >>> from dateline.grammar import parse
    >>> from dateline.grammar.tree import tree_of
    >>> tree = tree_of(parse("Chad sold a house built by Norway and bought by Oman."))
    >>> reduced_head(tree, 8), reduced_head(tree, 1)
    (4, -1)
    """
    for _ in range(_STEPS):
        undergone = tree.tokens.tag[verb] == "VBN" or bool(tree.kids(verb, rel.AGENT))
        if not undergone or tree.kids(verb, *SUBJECTS, *rel.HELPERS):
            return -1
        if not tree.stands_as(verb, rel.CONJUNCT):
            break
        verb = tree.governor(verb)
    return verb if tree.stands_as(verb, rel.ADNOMINAL_CLAUSE) else -1


def gap_above(tree: Tree, verb: int) -> int:
    """Find the noun that fell in "the hall that they said fell": what is said of it lacks its subject (-1: none).

    Examples
    --------
    >>> from dateline.grammar import parse
    >>> from dateline.grammar.tree import tree_of
    >>> tree = tree_of(parse("Chad sold a hall that the king said had been built by Oman."))
    >>> gap_above(tree, 10), gap_above(tree, 1)
    (3, -1)
    """
    above = tree.governor(verb, rel.COMPLEMENT)
    if above < 0 or subject_of(tree, verb) >= 0 or not has_tense(tree, verb):
        return -1
    return tree.governor(above, rel.RELATIVE_CLAUSE)


def position(tree: Tree, token: int) -> str:
    """Say where a word stands: main, infinitive, participle, relative, aside, noun or inner noun.

    A main clause may be reported ("said that ..."); an inner noun stands within the phrase of another noun. A word
    coordinated with another stands where that one stands.

    Examples
    --------
    >>> from dateline.grammar import parse
    >>> from dateline.grammar.tree import tree_of
    >>> tree = tree_of(parse("Iran promised to free the men who guard the port."))
    >>> [position(tree, token) for token in (1, 3, 5, 7)]
    ['main', 'infinitive', 'noun', 'relative']
    """
    key = ("position", token)
    if key not in tree.known:
        tree.known[key] = _position(tree, token)
    return tree.known[key]


def _position(tree: Tree, token: int) -> str:
    head, relations = tree.tokens.head, tree.tokens.relation
    if not is_clausal(tree, token):
        return "inner noun" if relations[_first_of(tree, token)] in _INNER else "noun"
    for _ in range(_STEPS):
        if is_infinitive(tree, token):
            return "infinitive"
        relation = relations[token]
        if relation in _PLACES:
            return _PLACES[relation]
        if relation == "advcl":
            return "aside" if tree.kids(token, *SUBJECTS) else "participle"
        if relation not in ("conj", "xcomp") or head[token] < 0:
            break
        token = head[token]
    return "main"


_INNER = ("nmod", "compound", "amod", "nmod:poss")
_PLACES = {"acl:relcl": "relative", "advcl:relcl": "relative", "acl": "participle", "amod": "participle"}


def _first_of(tree: Tree, token: int) -> int:
    """Walk from a coordinated noun to the noun that it is coordinated with first."""
    head, relations = tree.tokens.head, tree.tokens.relation
    for _ in range(_STEPS):
        if relations[token] != "conj" or head[token] < 0 or is_clausal(tree, head[token]):
            break
        token = head[token]
    return token
