"""Chosen words written as a line of a chronology: with names for pronouns, and the subject that a verb lacks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from types import MappingProxyType
from typing import NamedTuple

from dateline.events.rows.completing import is_blamed
from dateline.events.rows.marking import with_marks, with_punctuation, without_ends
from dateline.events.rows.syntax import Parse
from dateline.grammar import relations as rel
from dateline.grammar.arguments import deed_of_others
from dateline.grammar.clauses import SUBJECTS, gap_above, is_clausal, is_infinitive, reduced_head
from dateline.grammar.contractions import spelled_out
from dateline.grammar.marks import CLOSED_BY, PAUSES
from dateline.grammar.verbs import is_negation
from dateline.knowledge.names import SUFFIXES
from dateline.knowledge.nouns import PERSONS, noun_kind

_ARTICLES = ("a", "an")
_PRONOUNS = ("PRP", "WP", "WDT", "DT", "EX")


class Clause(NamedTuple):
    """The words of an event, how many they are, how well they tell it (2 a sentence, 1 a noun, 0 in part)."""

    text: str
    length: int
    tells: int
    bare: bool = False  # nothing stands behind its verb
    plain: bool = False  # a noun with no more than adjectives
    kept: frozenset[int] = frozenset()  # the words of the text that it is made of


def worded(
    parse: Parse,
    token: int,
    kept: set[int],
    actors: list[str],
    targets: list[str],
    borrowed: set[int],
    told_of: Set[int] = frozenset(),
    past: Mapping[int, str] = MappingProxyType({}),
    called: Mapping[int, str] = MappingProxyType({}),
) -> Clause:
    """Write the kept words with the spaces of the text; put names where the subject is missing or a pronoun.

    Parameters
    ----------
    parse, token, kept
        The parse, the word that heads the clause, and the words to write.
    actors, targets : list of str
        Names in brief; those acted on are the subject of a passive.
    borrowed : set of int
        The subject of the verb above, for a verb that shares it; the noun that a relative clause tells of.
    told_of : set of int
        What a relative clause acts on: "the state which Obama won" is "Obama won the state".
    past : mapping of int to str
        The verb in the past tense, where it stands in the text as "-ing": "Moe scored twice".
    called : mapping of int to str
        Pronoun -> who stands in for it where `actors` and `targets` don't: "the driver".
    """
    t = parse.tokens
    if told_of:
        kept = {word for word in kept if t.tag[word] not in ("WDT", "WP")}
    subjects = [child for child in parse.kids(token, *SUBJECTS) if child in kept]
    verbal = is_clausal(parse, token)
    passive = bool(parse.kids(token, rel.PASSIVE_SUBJECT, rel.PASSIVE_AUXILIARY))
    passive |= reduced_head(parse, token) >= 0  # "insults hurled by Ann"
    names = targets if passive and verbal else actors
    single = any(t.word[s].lower() in ("he", "she") for s in subjects)
    named = any(t.tag[word] != "PRP" for word in borrowed)
    if passive and verbal and named and not subjects:
        names = []  # "was arrested and brought home": the one who was arrested
    stand_in = " and ".join(names[:1] if single else names)
    if not stand_in:
        stand_in = next((called[s] for s in subjects if s in called and t.tag[s] == "PRP"), "")
        stand_in = definite(stand_in) if is_denied(parse, kept) else stand_in
    relative = any(t.tag[s] in ("WP", "WDT") for s in subjects)
    if relative and (passive or not stand_in or _is_described(parse, token, borrowed)):
        stand_in = joined(parse, sorted(borrowed), {})
    led_away = [s for s in subjects if t.tag[s] in ("WP", "WDT")] if not stand_in else []
    subjects = [s for s in subjects if s not in led_away]  # "which fell": what fell?
    pronoun = {s for s in subjects if t.tag[s] in _PRONOUNS} if stand_in else set()
    words = without_ends(parse, with_punctuation(parse, kept), token, pronoun)
    instead = dict.fromkeys(pronoun, stand_in)
    fuller = {s: called[s] for s in subjects if s in called and t.tag[s].startswith("NN")}
    words = without_articles(parse, words, fuller)
    instead |= fuller
    if past and (stand_in or borrowed or subjects):
        instead |= past
    instead |= _whom(parse, words, instead, called)
    for word in pronoun:  # "she'd resign" is "Kari Dahl would resign"
        if word + 1 in kept and t.start[word + 1] == t.end[word] and (out := spelled_out(t, word + 1, token)):
            instead[word + 1] = f" {out}"
    owners = [one for one in words if t.word[one].lower() == "whose" and one - 1 not in kept]
    if borrowed:  # "whose brother was killed": the publisher's brother
        instead |= dict.fromkeys(owners, owner_of(joined(parse, sorted(borrowed), {})))
    else:
        words = [word for word in words if word not in owners]
    text = _in_order(parse, token, words, instead, told_of)
    bare = verbal and not passive and words[-1] == token and not told_of
    front = joined(parse, [word for word in words if word < token], instead) if verbal else text
    named = any(name.split()[-1] in front for name in actors)  # "was greeted by his wife Ann": who was?
    before_verb = verbal and any(t.tag[word].startswith(("NN", "PRP")) for word in words if word < token)
    if subjects or named or before_verb:
        return Clause(text, len(words), 1 + (verbal and bool(subjects)), bare)
    many = any(
        t.tag[word] == "NNS" and parse.governor(word) not in borrowed for word in borrowed
    )  # "British farmers"
    borrowed = borrowed if verbal and (many or not stand_in) else set()
    before = joined(parse, sorted(with_punctuation(parse, borrowed)), {}) if borrowed else stand_in
    agent = not verbal and any(t.word[word].lower() == "by" for word in words)  # "announcement by the bank"
    owned = agent or (
        not verbal
        and any(t.tag[word] == "POS" or t.tag[word].startswith("NNP") for word in words if word < token)
    )
    if before and not owned:
        text = text if t.tag[words[0]].startswith("NNP") else text[:1].lower() + text[1:]
        joint = " to " if _is_joined_infinitive(parse, token) else " "
        text = f"{before}{joint}{text}" if verbal else f"{owner_of(before)} {text}"
    plain = not verbal and all(
        word == token or t.tag[word].startswith(("JJ", "DT")) or t.tag[word] in ("NN", "NNS")
        for word in words
    )
    return Clause(text, len(words) + len(borrowed), int(bool(before) or not verbal), bare, plain)


def _whom(
    parse: Parse, words: list[int], instead: Mapping[int, str], called: Mapping[int, str]
) -> dict[int, str]:
    """Name the first "him" or "her" before which nobody is named: "an Asian tour will take Lund to Japan"."""
    t = parse.tokens
    for word in words:
        if t.tag[word].startswith("NNP") or (word in instead and instead[word][:1].isupper()):
            break
        if t.tag[word] == "PRP" and t.word[word].lower() in ("him", "her") and word in called:
            return {word: called[word]}
    return {}


def is_denied(parse: Parse, words: Iterable[int]) -> bool:
    """Tell words of which one denies: "not", "never", "no"."""
    return any(is_negation(parse.tokens.word[word]) for word in words)


def definite(words: str) -> str:
    """Write of somebody told of before: "the driver" for "a driver".

    Examples
    --------
    >>> definite("a Norwegian driver"), definite("An actor"), definite("two gunmen")
    ('the Norwegian driver', 'The actor', 'two gunmen')
    """
    first, _, rest = words.partition(" ")
    return f"{'The' if first[0].isupper() else 'the'} {rest}" if first.lower() in ("a", "an") else words


def without_articles(parse: Parse, words: list[int], instead: Mapping[int, str]) -> list[int]:
    """Leave out the article of a noun that other words stand for: "Acme" for "the firm"."""
    nouns = {word - 1 for word in instead if parse.tokens.tag[word].startswith("NN")}
    return [word for word in words if word not in nouns]


def _is_described(parse: Parse, verb: int, phrase: set[int]) -> bool:
    """Tell a plain noun that a name only describes: "an Asian tour that", "a Boeing jet which"; not "Ann Lee, who"."""
    t, noun = parse.tokens, parse.governor(verb, *rel.CLAUSES_OF_A_NOUN)
    if noun not in phrase or t.tag[noun] not in ("NN", "NNS") or parse.stands_as(noun, rel.APPOSITION):
        return False
    if noun_kind(parse.lemma(noun)) in PERSONS:  # "Ann Lee, a Norwegian banker who"
        return False
    kinds = (rel.ADJECTIVE, rel.COMPOUND, rel.POSSESSOR)
    return any(t.word[word][:1].isupper() and word in phrase for word in parse.kids(noun, *kinds))


def _is_joined_infinitive(parse: Parse, token: int) -> bool:
    """Tell "leave" of "Chad was told to free them and leave"."""
    t = parse.tokens
    plain = (
        parse.stands_as(token, rel.CONJUNCT)
        and t.tag[token] == "VB"
        and is_infinitive(parse, parse.governor(token))
    )
    return plain and not parse.kids(token, rel.AUXILIARY, rel.PASSIVE_AUXILIARY, rel.MARKER)


def owner_of(name: str) -> str:
    """Write a name as an owner: "Lee’s", "Togo Airlines’"."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def _in_order(
    parse: Parse, token: int, words: list[int], instead: Mapping[int, str], told_of: Set[int]
) -> str:
    """Write a clause: what it is told of behind its verb, what somebody said behind a colon."""
    if told_of:
        parts = [word for word in words if word <= token], sorted(told_of), [w for w in words if w > token]
        return " ".join(filter(None, (joined(parse, part, instead) for part in parts)))
    said = _said(parse, token, set(words))
    if not said:
        return joined(parse, words, instead)
    told = [word for word in words if word not in said]
    subject = [c for c in parse.kids(token, *SUBJECTS) if c > token]
    if told[0] == token and subject:  # "said Ann Lee"
        named = parse.under(subject[0])
        who = [word for word in told if word in named]
        rest = f"{joined(parse, who, instead)} {joined(parse, [w for w in told if w not in who], instead)}"
    else:
        rest = joined(parse, told, instead)
    return f"{rest}: {_quoted(parse, sorted(said), instead)}"


def _quoted(parse: Parse, said: list[int], instead: Mapping[int, str]) -> str:
    """Write words said: within the marks of the text where none of them is left out or replaced."""
    t = parse.tokens
    mark = t.word[said[0] - 1] if said[0] else ""
    whole = all(word in said or t.word[word] in PAUSES for word in range(said[0], said[-1]))
    written = joined(parse, said, instead)
    if mark not in CLOSED_BY or t.tag[said[0] - 1] != "``" or not whole or any(w in instead for w in said):
        return written
    return f"{mark}{written}{CLOSED_BY[mark]}"


def _said(parse: Parse, token: int, kept: set[int]) -> set[int]:
    """Find words said that stand in marks, or before who says them: "“Go on,” he told Reuters"."""
    t = parse.tokens
    for child in parse.dependents(token):
        if not parse.stands_as(child, rel.COMPLEMENT, rel.ASIDE) or child not in kept:
            continue
        words = kept & parse.under(child)
        first, last = min(words), max(words)
        if last < token or (first > token and t.tag[first - 1] == "``"):
            return words if len(words) < len(kept) - 1 else set()
    return set()


def joined(parse: Parse, words: list[int], instead: Mapping[int, str]) -> str:
    """Write words as they stand in the text: no space where there is none, quotation marks in pairs."""
    t = parse.tokens
    out, before = [], None
    for word in with_marks(parse, words, instead):
        if before is not None and word > before + 1 and t.word[word] == t.word[before]:
            continue  # "was", left of a clause within and of the verb
        beside = before is not None and t.start[word] == t.end[before] and word == before + 1
        gap = "" if before is None or beside or t.tag[word] == "''" else " "
        if before is not None and word > before + 1 and t.word[before].lower() in _ARTICLES:
            out[-1] = _article_before(t.word[before], out[-1], t.word[word])
        out.append(gap + instead.get(word, t.word[word]))
        before = word
    return " ".join("".join(out).strip(" ,;:–-").split())


def _article_before(article: str, written: str, word: str) -> str:
    """Fit "an" to what it stands before when a word between is left out: "a sanctioned visit"."""
    vowel = word[:1].lower() in "aeiou" and not word.lower().startswith(("eu", "one", "uni", "use", "usu"))
    fitting = "an" if vowel else "a"
    return written.replace(article, fitting.capitalize() if article[0] == "A" else fitting)


def borrowed_subject(parse: Parse, token: int) -> int:
    """Find the subject that a verb shares with the verb above it: "Biden met Putin and left" (-1: none)."""
    t = parse.tokens
    for _ in range(4):
        if not parse.stands_as(
            token, rel.CONJUNCT, rel.CONTROLLED, rel.ADVERBIAL_CLAUSE, rel.COMPLEMENT, rel.ASIDE
        ) or parse.is_root(token):
            return -1
        if (noun := gap_above(parse, token)) >= 0:  # "the hall that they said fell"
            return noun
        if others := deed_of_others(parse, token):  # "called on Chad to leave": Chad leaves
            return -1 if t.tag[others[0]] in _PRONOUNS else others[0]
        of_the_object = parse.stands_as(token, rel.CONTROLLED) or is_blamed(parse, token)
        token = parse.governor(token)
        if of_the_object:  # "asked Chad to free them and leave": Chad leaves
            for child in parse.dependents(token):
                if parse.stands_as(child, rel.OBJECT, rel.INDIRECT_OBJECT):
                    return -1 if t.tag[child] in _PRONOUNS else child
        for child in parse.dependents(token):
            if parse.stands_as(child, *SUBJECTS):
                return _lendable(parse, token, child)
    return -1


def _lendable(parse: Parse, verb: int, subject: int) -> int:
    """Find what stands for the subject of a verb: of "who" the noun told of, of "there" nothing."""
    t = parse.tokens
    if t.tag[subject] in ("WP", "WDT"):
        told_of = parse.governor(verb) if parse.stands_as(verb, rel.RELATIVE_CLAUSE) else -1
        return told_of if told_of >= 0 and t.tag[told_of] not in _PRONOUNS else -1
    spoken = t.tag[subject] == "PRP" and t.word[subject].lower() not in ("it", "i", "you")
    return subject if spoken or t.tag[subject] not in _PRONOUNS else -1


def names_in_brief(entities: list[str], names: Mapping[str, str]) -> list[str]:
    """Name entities in as few words as a headline does: the last name of a person."""
    brief = []
    for entity in entities:
        name = names.get(entity) or entity.partition(":")[2].replace("-", " ").title()
        parts = [part for part in name.split() if part.rstrip(".").lower() not in SUFFIXES]
        brief.append(parts[-1] if entity.startswith("person:") and parts else name)
    return brief
