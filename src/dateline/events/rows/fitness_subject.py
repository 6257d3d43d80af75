"""Of whom a wording tells, as signals: its subject, its pronouns, and what is known only from before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dateline.events.rows.noted import SPEAKERS, noted
from dateline.events.rows.syntax import Parse
from dateline.events.rows.written import Wording
from dateline.grammar import relations as rel
from dateline.grammar.clauses import is_clausal, subject_of

_MANY = frozenset(("they", "them", "their"))
_VAGUE = frozenset("this that these those there what who which".split())


def of_subject(
    parse: Parse, top: int, order: tuple[int, ...], words: frozenset[int], filled: int
) -> Iterator[str]:
    """Say who or what is told of by words with so many names put in."""
    t = parse.tokens
    if filled:
        yield "a name put in"
    if top < 0 or not is_clausal(parse, top):
        if order:
            yield f"no clause, begins with {t.tag[order[0]]}"
        return
    subject = subject_of(parse, top)
    own = subject >= 0
    if not own or t.tag[subject] in ("WP", "WDT"):
        yield (
            "subject taken from above"
            if any(word < top and word in words for word in _left(parse, top))
            else ("subject put in" if filled else "no subject")
        )
    elif subject not in words:
        yield "subject put in for a pronoun" if filled else "subject left out"
    else:
        yield from _of_words_of_subject(parse, subject, words)
    if own and subject > top:
        yield "subject behind its verb"


def _left(parse: Parse, top: int) -> range:
    return range(max(0, top - 12), top)


def _of_words_of_subject(parse: Parse, subject: int, words: frozenset[int]) -> Iterator[str]:
    t = parse.tokens
    word, tag = t.word[subject].lower(), t.tag[subject]
    part = parse.under(subject)
    if tag in ("PRP", "EX", "DT", "WP", "WDT"):
        group = "speakers" if word in SPEAKERS else "vague" if word in _VAGUE else word
        yield f"subject: {group}"
        return
    names = any(t.tag[one].startswith("NNP") for one in part)
    determiners = parse.words_under(subject, rel.DETERMINER)
    owners = {t.tag[one] for one in part if t.tag[one] == "PRP$"}
    if owners and not names:
        yield "subject of somebody not named"
    if tag.startswith("NNP"):
        yield "subject: a name"
    elif names:
        yield "subject: a noun with a name"
    elif determiners & {"the", "that", "this", "these", "those"}:
        yield "subject: a definite noun"
    else:
        yield "subject: an indefinite noun" if determiners else "subject: a bare noun"
    if len(part - words) > 1:
        yield "subject cut"


def of_pronouns(parse: Parse, wording: Wording, called: Mapping[int, str]) -> Iterator[str]:
    """Say of each "he" or "their" whether the wording names whom it means."""
    pronouns = noted(parse).pronouns.intersection(wording.words)
    if not pronouns:
        return
    t = parse.tokens
    said = {t.word[word].lower() for word in wording.words}
    if wording.filled:
        near = range(min(wording.words) - 1, max(wording.words) + 1)
        put_in = (called[word] for word in near if word in called and word not in wording.words)
        said |= {part.lower() for name in put_in for part in name.split()}
    for word in pronouns:
        low = t.word[word].lower()
        group = "it" if low in ("it", "its") else "they" if low in _MANY else "he"
        if word not in called:
            yield f"{group}: nobody known"
        else:
            yield f"{group}: {'named' if called[word].split()[-1].lower() in said else 'not named'} in it"


def of_known_things(parse: Parse, top: int, words: frozenset[int]) -> int:
    """Count each "the region" or "such threats" that nothing tells which, beside the subject."""
    return sum(parse.governor(word) != top for word in noted(parse).known & words)
