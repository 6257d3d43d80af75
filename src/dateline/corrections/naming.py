"""Who is who by the user's lines: aliases first, then corrections, before any later step reads the mentions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.aliases import ENTITY, Alias, renamer
from dateline.corrections.lines import ADD, DROP, MERGE, Correction
from dateline.corrections.places import find_words
from dateline.corrections.rows import (
    ABSENT,
    CORRECTED,
    FITS,
    Corrected,
    Verdicts,
    correct_rows,
    entity_of,
    names_known,
)
from dateline.corrections.values import KINDS
from dateline.knowledge.names import fold, slug
from dateline.language import Tokens
from dateline.mentions import Mention


def rename(mentions: Sequence[Mention], article: str, aliases: tuple[Alias, ...]) -> Corrected:
    """Give mentions the entities that the user's aliases name."""
    if not any(alias.same_as for alias in aliases):
        return Corrected(list(mentions), {})
    renamed = renamer(aliases)
    rows, verdicts = [], {}
    for mention in mentions:
        entity, lines = renamed(article, mention.entity, mention.text)
        verdicts.update(dict.fromkeys(lines, FITS))
        rows.append(_meaning(mention, entity) if lines else mention)
    return Corrected(rows, verdicts)


def correct_mentions(
    mentions: Sequence[Mention], tokens: Tokens, lines: Sequence[Correction], aliases: tuple[Alias, ...] = ()
) -> Corrected:
    """Correct whom the mentions of one article mean: names that were missed, single mentions, whole entities."""
    added = _added(list(mentions), tokens, [line for line in lines if line.column == ADD])
    named = names_known(added.rows)
    for alias in aliases:
        if alias.name:
            named.setdefault(fold(alias.name), set()).add(alias.same_as or alias.entity)
    single = correct_rows("mentions", added.rows, tokens.text, lines, named)
    rows, verdicts = single.rows, added.verdicts | single.verdicts
    for line in lines:
        if line.table == "entities" and line.column in (MERGE, DROP, "kind"):
            rows, verdicts[line.line] = _whole(rows, line)
    return Corrected(rows, verdicts)


def _whole(rows: list[Mention], line: Correction) -> tuple[list[Mention], str]:
    """Merge, drop or turn into another kind every mention of one entity."""
    known = names_known(rows)
    entity = entity_of(line.text, known)
    if entity not in {row.entity for row in rows}:
        many = len(known.get(fold(line.text), ())) > 1
        return rows, f"{line.text!r} can be several; write the id" if many else ABSENT
    if line.column == DROP:
        return [row for row in rows if row.entity != entity], FITS
    if line.column == MERGE:
        target = entity_of(line.value, known)
        if not ENTITY.fullmatch(target):
            target = slug(entity.partition(":")[0], line.value)
    else:
        target = f"{line.value.lower()}:{entity.partition(':')[2]}"
    return [_meaning(row, target) if row.entity == entity else row for row in rows], FITS


def _added(rows: list[Mention], tokens: Tokens, lines: Iterable[Correction]) -> Corrected:
    """Add names that were missed, where the words begin and end with a word of the parse."""
    verdicts: Verdicts = {}
    starts, ends = set(tokens.start), set(tokens.end)
    for line in lines:
        places = find_words(tokens.text, line.text, line.near)
        whole = [(start, end) for start, end in places if start in starts and end in ends]
        entity, trouble = _new_entity(line, rows)
        if not places or not whole or trouble:
            verdicts[line.line] = (
                trouble if places and whole else (ABSENT if not places else "it cuts a word")
            )
            continue
        verdicts[line.line] = FITS
        there = {(row.start, row.end) for row in rows}
        kind = entity.partition(":")[0].upper()
        rows = rows + [
            Mention(start, end, tokens.text[start:end], kind, "name", entity, CORRECTED)
            for start, end in whole
            if (start, end) not in there
        ]
        rows = [_meaning(row, entity) if (row.start, row.end) in whole else row for row in rows]
    return Corrected(sorted(rows, key=lambda row: (row.start, -row.end, row)), verdicts)


def _new_entity(line: Correction, rows: list[Mention]) -> tuple[str, str]:
    """The entity that an added name means: an id, a name of the article, or a kind ("PERSON")."""
    if line.value.upper() in KINDS:
        return slug(line.value, line.text), ""
    entity = entity_of(line.value, names_known(rows))
    if ENTITY.fullmatch(entity):
        return entity, ""
    return "", f"value is {line.value!r}; write an id such as person:ann-lie, or a kind such as PERSON"


def _meaning(mention: Mention, entity: str) -> Mention:
    kind = entity.partition(":")[0].upper() if entity else mention.kind
    return mention._replace(entity=entity, kind=kind, rule=CORRECTED)
