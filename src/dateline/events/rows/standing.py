"""Wordings of a row that stand in the text: the clause from its subject to its end, and the whole sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dateline.events.moods import DOUBTS
from dateline.events.rows.conditions import conditions_of
from dateline.events.rows.standalone import clause_head, lent_subject
from dateline.events.rows.syntax import Parse
from dateline.events.rows.written import CLAUSE, FRAMED, SENTENCE, TRIMMED, Wording, written_as
from dateline.grammar import relations as rel
from dateline.grammar.clauses import is_clausal, subject_of
from dateline.grammar.contractions import plain
from dateline.grammar.frames import REPORTING_VERBS
from dateline.grammar.marks import PAUSES
from dateline.grammar.verbs import NEGATIONS, denies_in_front

LONGEST = 400  # characters of a wording
_FAR = 200  # words of a sentence to either side
_RELATIVE = ("WP", "WDT")
_ASIDES = (rel.APPOSITION, rel.RELATIVE_CLAUSE, rel.SENTENCE_RELATIVE, rel.ADVERBIAL_CLAUSE, rel.ASIDE)
_LEAST = 4  # words of a sentence that can lose its first one
_TIES = tuple(
    tuple(one.split())
    for one in ("however ,", "meanwhile ,", "moreover ,", "furthermore ,", "nevertheless ,", "nonetheless ,", "still ,",
                "instead ,", "in addition ,", "in contrast ,", "by contrast ,", "in the meantime ,", "in fact ,",
                "of course ,", "indeed ,", "also ,", "so ,", "yet ,", "then ,", "in turn ,", "for example ,",
                "for instance ,", "as a result ,", "on the other hand ,", "at the same time ,")
)  # fmt: skip
_LONGEST_TIE = 5
_WHEN = (rel.NOUN_MODIFIER, rel.OBLIQUE, rel.BARE_OBLIQUE, rel.TIME_OBLIQUE, rel.MEASURE, rel.ADVERB)
_TURNING = (rel.ADVERB, rel.DETERMINER, rel.COORDINATOR, rel.BEFORE_COORDINATION, rel.NEGATION)
_NOT_ONLY = frozenset("just least merely only simply".split())


def standing(
    parse: Parse,
    token: int,
    called: Mapping[int, str],
    date: tuple[int, int] | None = None,
    others: frozenset[int] = frozenset(),
) -> list[Wording]:
    """List the wordings that stand in the text, the shortest kind first; none for a sentence without end.

    Parameters
    ----------
    parse : Parse
    token : int
        The word that tells the event.
    called : mapping of int to str
        Pronoun -> the name of whom it means, in brief.
    date : tuple of int, optional
        The characters of the event's date phrase, which a clause goes without: its row has the day.
    others : frozenset of int
        Words whose events have rows of their own.

    Returns
    -------
    list of Wording
        The clause without asides, the clause, the clause with who says so, the sentence; the same text once.
    """
    sentence = sentence_words(parse, token)
    if not 0 < len(sentence) <= _FAR:
        return []
    head = clause_head(parse, token, called)
    words = clause_words(parse, head, token, others)
    dated = day_words(parse, words, date)
    if token not in dated:
        words = [word for word in words if word not in dated]
    found = [written_as(parse, CLAUSE, words, head, called)]
    found += [written_as(parse, TRIMMED, _without_asides(parse, head, token, words), head, called)]
    framed = _framed(parse, head, token, words, called)
    whole = whole_sentence(parse, token, called)
    if framed is None or not _speaks_of_itself(parse, head, called):
        found += [one for one in (framed, whole) if one is not None]
    elif framed.text != whole.text:  # "Lee said she would go" is told by "Lee would go"
        found.append(whole)
    texts: dict[str, Wording] = {}
    for one in found:
        if one.text and len(one.text) <= LONGEST:
            texts.setdefault(one.text, one)
    return list(texts.values())


def whole_sentence(parse: Parse, token: int, called: Mapping[int, str]) -> Wording:
    """Word the sentence of an event, however long."""
    sentence = list(sentence_words(parse, token))
    roots = parse.once(_roots)
    root = next((word for word in sentence if word in roots), -1)
    if root < 0:
        root = clause_head(parse, token, called)
    return written_as(parse, SENTENCE, _without_joints(parse, sentence), root, called)


def _roots(parse: Parse, _: int) -> frozenset[int]:
    return frozenset(word for word in range(len(parse.tokens)) if parse.is_root(word))


def _framed(
    parse: Parse, head: int, token: int, words: list[int], called: Mapping[int, str]
) -> Wording | None:
    """Word a clause with who says so; None where nobody does."""
    said_by = _said_by(parse, head)
    if said_by < 0:
        return None
    frame = clause_head(parse, said_by, called)
    framed = clause_words(parse, frame, token) if frame != head else _with_asides(parse, head, words)
    return written_as(parse, FRAMED, framed, frame, called)


def _speaks_of_itself(parse: Parse, head: int, called: Mapping[int, str]) -> bool:
    """Tell "Ann Lee said she would go"."""
    t, own = parse.tokens, subject_of(parse, head)
    said_by = _said_by(parse, head)
    speaker = subject_of(parse, said_by) if said_by >= 0 else -1
    if own not in called or speaker < 0:
        return False
    return called[own].split()[-1] in {t.word[word] for word in parse.under(speaker)}


def _said_by(parse: Parse, head: int) -> int:
    """Find the verb that says who tells a clause: above it, or beside it ("..., police said"); -1: none."""
    above = parse.governor(head, rel.COMPLEMENT)
    if above >= 0:
        return above
    beside = (one for one in parse.kids(head, rel.ASIDE) if parse.lemma(one) in REPORTING_VERBS)
    return next((one for one in beside if subject_of(parse, one) >= 0), -1)


def _with_asides(parse: Parse, head: int, words: list[int]) -> list[int]:
    """Add to a clause who says so."""
    said = _said_by(parse, head)
    end = max([*words, *parse.under(said)])
    return [*words, *(word for word in range(max(words) + 1, end + 1))] if words else words


def _without_joints(parse: Parse, words: list[int]) -> list[int]:
    """Take off what ties a sentence to the one before: "But", "And", "However,", "In contrast,"."""
    t = parse.tokens
    at = 0
    if (
        len(words) > _LEAST
        and t.tag[words[0]] == "CC"
        and t.word[words[0]].lower() not in ("both", "either", "neither", "nor")
    ):
        at = 1
    low = [t.word[word].lower() for word in words[at : at + _LONGEST_TIE + 1]]
    for tie in _TIES:
        if low[: len(tie)] == list(tie):
            at += len(tie)
            break
    return words[at:] if at < len(words) else words


def sentence_words(parse: Parse, token: int) -> range:
    """Give the words of the sentence round a word, 200 to either side at most; none for no word."""
    if token < 0:
        return range(0)
    sentence = parse.tokens.sentences[parse.tokens.sentence[token]]
    return range(max(sentence.first, token - _FAR), min(sentence.last, token + _FAR + 1))


def whole_clause(parse: Parse, token: int) -> frozenset[int]:
    """Give the words of the clause round a word, without its marks; read once for all its wordings."""
    return parse.once(_whole_clause, token)


def _whole_clause(parse: Parse, token: int) -> frozenset[int]:
    words = clause_words(parse, clause_head(parse, token), token)
    return frozenset(words).difference(parse.among(words, rel.PUNCTUATION))


def day_words(parse: Parse, words: Iterable[int], date: tuple[int, int] | None) -> set[int]:
    """Collect those words that say when, where they hang on a verb: "on Monday", "last week"."""
    if date is None:
        return set()
    t = parse.tokens
    found: set[int] = set()
    for word in words:
        if not date[0] <= t.start[word] < date[1] or not parse.stands_as(word, *_WHEN):
            continue
        part = parse.under(word)
        inside = all(date[0] <= t.start[one] < date[1] or t.tag[one] in ("IN", ",") for one in part)
        verb = parse.governor(word)
        on = not parse.stands_as(word, rel.NOUN_MODIFIER) or any(t.word[one].lower() == "on" for one in part)
        if inside and on and not parse.stands_as(verb, *rel.CLAUSES_OF_A_NOUN):
            found |= part
    return found


def clause_words(parse: Parse, head: int, token: int, others: frozenset[int] = frozenset()) -> list[int]:
    """List the words of a clause: its subject, or what it borrows for one, to the end of all that hangs on it.

    Not what is told beside with a subject of its own, nor what shares the subject and is one of `others`: their rows
    tell it.
    """
    t = parse.tokens
    left_out = [child for child in parse.dependents(head) if _is_another(parse, head, child)]
    shared = _shared(parse, head, token, left_out)
    left_out += shared if any(others & parse.under(child) for child in shared) else []
    words = parse.under(head, left_out)
    subject = subject_of(parse, head)
    borrowed: list[int] = []
    if subject < 0 and parse.stands_as(head, rel.CONJUNCT):
        borrowed = lent_subject(parse, head)
        start = min(words)
    elif subject >= 0 and t.tag[subject] in _RELATIVE:
        borrowed = lent_subject(parse, head)
        start = subject + 1
    elif subject >= 0:
        helpers = parse.kids(head, *rel.HELPERS)
        said = [child for child in parse.kids(head, rel.COMPLEMENT) if child < head]
        start = min([head, *helpers, *parse.under(subject)])
        start = min(words) if said else start  # "“No,” said Ann Lee"
        turning = [one for one in parse.dependents(head) if turns_its_clause(parse, head, one)]
        start = min([start, *(min(parse.under(one)) for one in (*conditions_of(parse, head), *turning))])
    else:
        start = min(words)
    if token < start and token not in borrowed:  # "After winning the cup, he left": told in front
        start = min(words)
    end = max(words)
    for child in left_out:  # what is told beside ends a clause; who says it may stand in its middle
        part = parse.under(child)
        if min(part) > max(head, token) and (parse.stands_as(child, rel.CONJUNCT) or max(part) > end):
            end = min(end, min(part) - 1)
    gone = {word for child in left_out for word in parse.under(child)}
    run = [word for word in range(start, end + 1) if word not in gone and word not in borrowed]
    while borrowed and run and (t.word[run[0]] in PAUSES or parse.stands_as(run[0], rel.COORDINATOR)):
        run.pop(0)
    return [*borrowed, *run]


def _shared(parse: Parse, head: int, token: int, left_out: list[int]) -> list[int]:
    """List the verbs behind a verb that share its subject, from the first one on that is no part of the event."""
    return [
        child
        for child in parse.kids(head, rel.CONJUNCT)
        if child > token
        and child not in left_out
        and is_clausal(parse, child)
        and token not in parse.under(child)
    ]


def _is_another(parse: Parse, head: int, child: int) -> bool:
    """Tell what is no part of a clause: who says it, and what is told beside it with a subject of its own."""
    t = parse.tokens
    if parse.stands_as(child, rel.CONJUNCT) and is_clausal(parse, child):
        return subject_of(parse, child) >= 0
    if parse.stands_as(child, rel.ASIDE):
        return child > head or parse.lemma(head) not in REPORTING_VERBS
    return parse.stands_as(child, rel.COORDINATOR) and child < head and t.word[child].lower() != "nor"


def turns_its_clause(parse: Parse, head: int, child: int) -> bool:
    """Tell a word without which another thing is told: "not", "nor", "scarcely", "allegedly", "at no time did".

    Not the "not" of "not only" or "not least".
    """
    t, low = parse.tokens, plain(parse.tokens.word[child])
    if low in NEGATIONS and parse.stands_as(child, *_TURNING):
        return child + 1 == len(t.word) or plain(t.word[child + 1]) not in _NOT_ONLY
    if parse.stands_as(child, rel.ADVERB):
        no_longer = low == "longer" and child > 0 and plain(t.word[child - 1]) == "no"
        return no_longer or parse.lemma(child) in DOUBTS or denies_in_front(parse, head, child)
    return denies_in_front(parse, head, child)


def _without_asides(parse: Parse, head: int, token: int, words: list[int]) -> list[int]:
    """Leave out what stands between commas or brackets, or behind the last comma, and is no part of the deed."""
    t = parse.tokens
    kept, inside = set(words), set(words)
    for top in parse.among(words, *_ASIDES):
        if top == head:
            continue
        part = parse.under(top) & inside
        spoken = [word for word in part if t.word[word] not in PAUSES]
        if not spoken:
            continue
        first, last = min(spoken), max(spoken)
        apart = first > 0 and (t.word[first - 1] in PAUSES or t.word[first - 1] in "([")
        bound = top in conditions_of(parse, parse.governor(top))
        if apart and not bound and token not in part and head not in part:
            kept -= set(range(first - (t.word[first - 1] in PAUSES), last + 1))
            closing = last + 1
            if closing in kept and (t.word[closing] in PAUSES or t.word[closing] in ")]"):
                kept.discard(closing)
            kept.discard(first - 1)
    return [word for word in words if word in kept]
