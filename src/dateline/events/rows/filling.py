"""What stands in a row for words that alone say nobody: for "he" a name or "the driver", for "the bank" its name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dateline.events.rows.bare import as_begun, called_in_full, fuller_words, names_of_phrases, with_article
from dateline.events.rows.phrases import cases, subtree
from dateline.events.rows.syntax import Parse
from dateline.events.rows.wording import definite, joined, owner_of
from dateline.grammar import relations as rel
from dateline.knowledge.nouns import PERSONS, noun_kind

SURE = 0.65  # how likely a pronoun must mean somebody without a name to be told by their words
_LONGEST = 9  # words that may stand for a pronoun
_OPEN = frozenset(("WP", "WDT", "WP$", "EX"))
_WHOLE = frozenset(("DT", "PRP$", "POS", "CD", "NNP"))
_NOBODY = frozenset(
    "all another any both each either every few many most neither no none other one others same several "
    "some such".split()
)
_SMALL = ("DT", "PDT", "CD", "RB", "IN", "NN", "NNS", "VBG", "VBN", "JJR", "JJS")  # "British" has a capital


def called_by(
    parse: Parse, mentions: Iterable, names: Mapping[str, str], unnamed: Iterable = ()
) -> dict[int, str]:
    """Name in brief whom each pronoun of an article means, where that is known.

    Parameters
    ----------
    parse : Parse
    mentions : iterable of Mention
    names : mapping of str to str
        Entity -> name.
    unnamed : iterable of Antecedent
        Pronouns of those who have no name; a mention that names them goes before.

    Returns
    -------
    dict of int to str
        Token -> a name, or the words of somebody without one: "the driver"; also the head of a bare subject such as
        "the bank" (see `bare`).
    """
    t = parse.tokens
    mentions = [mention for mention in mentions if mention.entity]
    articled = with_article(parse, mentions)
    known = (
        (mention.start, called_in_full(mention.entity, names, articled))
        for mention in mentions
        if mention.start in parse.at
        and t.end[parse.at[mention.start]] == mention.end  # not all of "her husband"
    )
    called = {
        parse.at[start]: as_begun(name, t.word[parse.at[start]])
        for start, name in known
        if name.strip() and t.tag[parse.at[start]] in ("PRP", "PRP$")
    }
    told: set[int] = set()  # nouns that have been put in once
    for one in unnamed:
        pronoun, noun = parse.at.get(one.pronoun, -1), parse.at.get(one.noun, -1)
        if one.share >= SURE and min(pronoun, noun) >= 0 and pronoun not in called:
            words = words_of(parse, noun, called, many=t.word[pronoun].lower().startswith("the"))
            if words:
                words = definite(words) if noun in told else words
                told.add(noun)
                called[pronoun] = as_begun(words, t.word[pronoun])
    return called | fuller_words(parse, mentions) | names_of_phrases(parse, mentions, names, articled)


def words_of(parse: Parse, noun: int, called: Mapping[int, str], many: bool = False) -> str:
    """Write a phrase in short, without what is told of it: "a British tourist"; "" where it names nobody either.

    Parameters
    ----------
    parse : Parse
    noun : int
        Its head.
    called : mapping of int to str
        Whom the owner in it means: "his driver" is "Lee’s driver".
    many : bool
        All that are listed beside it are meant.
    """
    t = parse.tokens
    words = sorted(subtree(parse, noun, None, short=True, listed=many))
    apart = set(cases(parse, noun)) | {child for child in parse.dependents(noun) if t.tag[child] == "POS"}
    if noun_kind(parse.lemma(noun)) in PERSONS:  # "her husband" of "accused her husband of theft"
        behind = [part for part in parse.kids(noun, rel.NOUN_MODIFIER) if part > noun]
        apart |= {word for part in behind for word in parse.under(part)}
    words = [word for word in words if word not in apart]
    low = {t.word[word].lower() for word in words}
    owners = {word: called.get(word, "") for word in words if t.tag[word] in ("PRP$", "PRP")}
    if not words or len(words) > _LONGEST or low & _NOBODY or not all(owners.values()):
        return ""
    told = {t.tag[word] for word in words}
    of_a_headline = t.tag[noun] == "NN" and not told & _WHOLE  # "Norwegian driver held"
    if told & _OPEN or of_a_headline:
        return ""
    instead = {word: owner_of(name) if t.tag[word] == "PRP$" else name for word, name in owners.items()}
    text = joined(parse, words, instead)
    return text[:1].lower() + text[1:] if t.tag[words[0]] in _SMALL and words[0] not in instead else text
