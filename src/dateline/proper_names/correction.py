"""The order of the corrections: spans mended, names recovered, kinds decided.

A tagger sees one sentence; here a name also gets the benefit of the rest of the article: the kind that most
of its mentions have, acronyms introduced in brackets, known organisations, countries and nationality words.
"""

from __future__ import annotations

from dateline.language import Name, Tokens
from dateline.proper_names.called import called_bodies
from dateline.proper_names.capitals import cut_in_capitals
from dateline.proper_names.heads import whole_heads
from dateline.proper_names.hyphens import hyphenated_persons
from dateline.proper_names.joining import joined
from dateline.proper_names.kinds import AS_READ, kinds
from dateline.proper_names.recovery import bracketed_acronyms, known_names, repeated_names
from dateline.proper_names.shops import paired, papers, shops
from dateline.proper_names.spans import (
    QUIET_PARTS,
    is_furniture,
    split_at_possessive,
    trim,
    without_overlap,
)
from dateline.proper_names.sports import table_rows, teams


def names_in(tokens: Tokens) -> list[Name]:
    """List the names of an article, corrected, in order and without overlap.

    Names in credits ("Photo: AZ / AP") are no part of the story and are left out. Nationality words are names
    of kind MISC here, as in the CoNLL scheme.
    """
    names = [name for name in tokens.names if not is_furniture(tokens, name)]
    names = [trimmed for name in names if (trimmed := trim(tokens, name))]
    names = joined(tokens, hyphenated_persons(tokens, split_at_possessive(tokens, names)))
    names = cut_in_capitals(tokens, without_overlap(names + known_names(tokens, names)))
    names = without_overlap(whole_heads(tokens, names))
    names = without_overlap(names + called_bodies(tokens, names))
    decided = kinds(tokens, names)
    names = [_decided(name, *told) for name, told in zip(names, decided, strict=True)]
    names = without_overlap(names + repeated_names(tokens, names))
    names = without_overlap(table_rows(tokens, names) + teams(tokens, names))
    names = without_overlap(papers(tokens, shops(tokens, names)) + paired(tokens, names))
    return bracketed_acronyms(tokens, names)


def _decided(name: Name, kind: str, rule: str) -> Name:
    """Take over the kind; where the name only keeps what it was read as, what read it stays its rule."""
    return name._replace(kind=kind, rule=name.rule if rule == AS_READ and name.rule else rule)


def names_in_credits(tokens: Tokens) -> list[Name]:
    """List the names in bylines and photo credits, which `names_in` leaves out."""
    return [
        name for name in tokens.names if tokens.sentences[tokens.sentence[name.first]].part in QUIET_PARTS
    ]
