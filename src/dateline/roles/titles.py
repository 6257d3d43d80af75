"""Which roles the words beside a name give a person: titles, appositions, "X is the president of Y"."""

from __future__ import annotations

from dateline.grammar import relations as rel
from dateline.grammar.hanging import governor, hanging_on, stands_as
from dateline.knowledge.names import HONORIFICS, fold
from dateline.language import Name, Tokens
from dateline.roles.nouns import role_ending
from dateline.roles.phrases import (
    NOUNS,
    Role,
    as_role,
    noun_phrase_role,
    office_of,
    walk_left,
    with_complement,
)

_ALSO_ADJECTIVES = {"major", "general", "principal", "chief", "junior", "senior"}
_CLOSERS = {",", ".", ";", ":", ")", "-", "–", "—", "--", "'s", "’s", "?", "!"}
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_FIELDS = frozenset(
    ("justice", "refugee", "immigrant", "veteran", "consumer", "student")
)  # that offices are for


def roles_of(tokens: Tokens, name: Name) -> list[Role]:
    """List the roles that the words around a person's name give, the title before the name first."""
    found = [_title_before(tokens, name), _apposition_before(tokens, name), _apposition_after(tokens, name)]
    return [role for role in found if role] or _copular(tokens, name)


def _title_before(tokens: Tokens, name: Name) -> Role | None:
    """Read "Kremlin spokesman" before "Dmitri Peskov", also "Secretary of State" and "head of NATO"."""
    begin, _ = _bounds(tokens, name.first)
    end = name.first
    while end - 1 > begin and fold(tokens.word[end - 1]) in HONORIFICS and not role_ending(tokens, end - 1):
        end -= 1  # "Prime Minister Sheikh Mohammed"
    if end - 2 >= begin and tokens.word[end - 1] in {"designate", "elect"} and tokens.word[end - 2] == "-":
        last = end - 3
    else:
        last = end - 1
    if last < begin:
        return None
    sentence = tokens.sentences[tokens.sentence[name.first]]
    if sentence.part == "headline" and tokens.text[sentence.start : sentence.end].isupper():
        return None  # "HILL BRANDS WORLD CHAMPION KHAN A CHEAT": in capitals no title ends where it seems to
    found = role_ending(tokens, last, begin)
    if found and found[0] == last and tokens.tag[last] == "JJ" and tokens.word[last] in _ALSO_ADJECTIVES:
        return None  # "a major Warhol show"
    if found and found[1] in _FIELDS and last - 1 > begin and tokens.word[last - 1] in {"of", "for"}:
        return office_of(tokens, begin, end)  # "Minister of Justice", "Commissioner for Refugees"
    if found:
        return as_role(tokens, walk_left(tokens, found[0], begin), end, found[1])
    return office_of(tokens, begin, end)


def _apposition_before(tokens: Tokens, name: Name) -> Role | None:
    """Read "the Russian president, Vladimir Putin"."""
    begin, end = _bounds(tokens, name.first)
    comma = name.first - 1
    closed = name.last >= end or tokens.word[name.last] in _CLOSERS
    if comma - 1 < begin or tokens.word[comma] != "," or not closed:
        return None  # "allowed to see her brother, Lund was told": no apposition
    found = role_ending(tokens, comma - 1, begin)
    first = walk_left(tokens, found[0], begin) if found else begin
    owned = [t for t in range(first, comma) if tokens.tag[t] == "POS"]
    if found and owned and owned[-1] < found[0]:  # "Smith's campaign manager, Mary Holt": not Smith's role
        person = any(n.kind == "PERSON" and n.last == owned[-1] for n in tokens.names)
        return as_role(tokens, owned[-1] + 1 if person else first, comma, found[1])
    if found and first > begin and tokens.tag[first - 1] in {"DT", "PRP$"}:
        return as_role(tokens, first, comma, found[1])
    role = office_of(tokens, begin, comma)
    if role and role.first > begin and tokens.tag[role.first - 1] in {"DT", "PRP$"}:
        return role
    return None


def _apposition_after(tokens: Tokens, name: Name) -> Role | None:
    """Read ", the US secretary of state," and ", 53, chairman of X" after a name."""
    _, end = _bounds(tokens, name.first)
    i = name.last
    if i >= end or tokens.word[i] not in {",", "(", "–", "-", "--", "—"}:
        return None
    i += 1
    if i + 1 < end and tokens.tag[i] == "CD" and tokens.word[i + 1] == ",":
        i += 2
    role = noun_phrase_role(tokens, i, end)
    runs_on = role and role.last < end and tokens.tag[role.last] in _FINITE
    if role and tokens.word[role.first][:1].isupper() and _ends_in_person(tokens, role):
        return None  # "Premier Ann Lie, Speaker of the House Bo Ek": the next one's title
    return None if runs_on else role  # "According to Rathbun, a detective said": another person


def _ends_in_person(tokens: Tokens, role: Role) -> bool:
    return any(n.kind == "PERSON" and role.first < n.first and n.last == role.last for n in tokens.names)


def _copular(tokens: Tokens, name: Name) -> list[Role]:
    """Read "Scholz is the chancellor of Germany" by the parse."""
    heads = {governor(tokens, i) for i in range(name.first, name.last) if stands_as(tokens, i, rel.SUBJECT)}
    begin, end = _bounds(tokens, name.first)
    for noun in sorted(heads):
        if noun < name.last or tokens.tag[noun] not in NOUNS:
            continue
        hit = None if _is_open(tokens, noun) else role_ending(tokens, noun, begin)
        cop = hanging_on(tokens, noun, range(name.last, noun), rel.COPULA)
        if hit and cop and tokens.lemma[cop[-1]].lower() in {"be", "become", "remain"}:
            first = max(walk_left(tokens, hit[0], begin), cop[-1] + 1)
            role = as_role(tokens, first, with_complement(tokens, noun + 1, end), hit[1])
            return [role] if role else []
    return []


def _is_open(tokens: Tokens, noun: int) -> bool:
    """Tell what somebody may or should be from what he is: "Lee should be president", "if Lee is the nominee"."""
    near = range(tokens.sentences[tokens.sentence[noun]].first, noun)
    words = [i for i in near if governor(tokens, i) == noun]
    return any(
        tokens.tag[i] == "MD" or tokens.word[i].lower() in ("if", "unless", "whether", "not", "n't", "n’t")
        for i in words
    )


def _bounds(tokens: Tokens, token: int) -> tuple[int, int]:
    sentence = tokens.sentences[tokens.sentence[token]]
    return sentence.first, sentence.last
