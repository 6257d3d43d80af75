"""Does a noun suit somebody: "the carmaker" a firm, "the senator" a person told to be one?"""

from __future__ import annotations

from bisect import bisect_right

from dateline.coreference.discourse import Discourse, Thing
from dateline.coreference.naming import Entry
from dateline.coreference.nominals import answers
from dateline.grammar import relations as rel
from dateline.grammar.tree import Tree
from dateline.grammar.words import WordClass
from dateline.knowledge.countries import demonym
from dateline.knowledge.names import fold
from dateline.knowledge.nouns import FIRMS, noun_gender, role_words
from dateline.language import Tokens

CALLED_SO = "called so"  # its name ends in the noun, or it was called by it
# "the neighbouring country", "the other firm" are not the one spoken of
_OTHERS = frozenset(
    "adjacent another different former foreign host larger nearby neighboring neighbouring new opposing other rival "
    "second sister smaller surrounding third".split()
)
_DETERMINERS = frozenset("the this that these those both".split())
_MEDIA = WordClass("medium", also=("channel",))
_ORGANIZATION: dict[str, set[str]] = {
    **{noun: {"company", ""} for noun in FIRMS},
    "agency": {"international", "government", "news agency", "police"},
    "alliance": {"alliance"}, "bloc": {"international"}, "party": {"party"}, "court": {"court"},
    "parliament": {"parliament"}, "organization": {"international", "aid", "alliance", ""},
    "organisation": {"international", "aid", "alliance", ""}, "group": {"armed group", "aid", "company", ""},
    "movement": {"armed group", "party"}, "body": {"international", "sport"}, "charity": {"aid"},
}  # fmt: skip
# who is called by age, as by a nation ("the Dane"), is somebody told of already
_BY_AGE = frozenset("old year-old teenager youngster octogenarian nonagenarian centenarian".split())
_NAMED_ONLY = WordClass("body of state", "body", also=("administration", "bourse", "exchange"))
_OF_FIRMS = frozenset(("airline", "airlines", "bank", "company", "corporation", "group", "studio"))
_OF_MEDIA = frozenset(
    "chronicle courier daily express gazette globe guardian herald independent journal mail mirror news observer post "
    "press radio standard star sun telegraph television times tribune tv weekly".split()
)
# "the UN agency" is a part of it, "the Antara agency" is it
_PARTS = frozenset("agency body group organisation organization".split())
_WITH_PARTS = frozenset(("government", "international"))
_PLACES = {
    "country": {"country", "nation"}, "nation": {"country", "nation"}, "republic": {"country"},
    "kingdom": {"country"}, "city": {"city"}, "town": {"city", "town"}, "capital": {"city"},
    "state": {"state"}, "province": {"province", "region"}, "region": {"region", "territory"},
    "territory": {"territory"}, "island": {"island"}, "peninsula": {"region"}, "continent": {"continent"},
}  # fmt: skip


def may_suit(discourse: Discourse, i: int, thing: Thing) -> bool:
    """Rule out who is told to be another ("the other firm"), and places of another sort: "the city" is no country."""
    tokens, tree = discourse.tokens, discourse.tree
    noun = fold(tokens.lemma[i])
    if any(tokens.word[child].lower() in _OTHERS for child in tree.dependents(i)):
        return False
    entry = discourse.entries.get(thing.entity)
    if entry is None:
        return True
    part = noun in _PARTS and entry.what in _WITH_PARTS and thing.latest.head in tree.kids(i, rel.COMPOUND)
    foreign = (
        entry.kind in ("ORG", "PLACE") and entry.country and _nationality(tree, i) not in ("", entry.country)
    )
    trade = noun == "business" and bool(tree.kids(i, *rel.IN_A_NAME, rel.ADJECTIVE))  # "the modem business"
    if part or foreign or trade or _is_named_otherwise(tree, i, entry):
        return False
    return noun in thing.heads or _sort(noun, entry) != "differs"


def suits(discourse: Discourse, i: int, thing: Thing | None) -> list[str]:
    """List the signals of a phrase, by its noun at token i, to mean a thing; of the phrase alone where that is None."""
    tokens, tree = discourse.tokens, discourse.tree
    noun = fold(tokens.lemma[i])
    if thing is None:
        return _alone(tree, i, noun)
    out = ["same noun" if noun in thing.heads else "other noun"]
    gender = noun_gender(noun)
    if gender and thing.gender:
        out.append("gender agrees" if gender == thing.gender else "gender differs")
    entry = discourse.entries.get(thing.entity)
    if entry is None:
        return [*out, "same noun unnamed"] if noun in thing.heads else out
    sort = _sort(noun, entry)
    restricted = "restricted" if _is_restricted(tree, i) else "bare"
    out += [f"sort {sort}", f"sort {sort} {restricted}"]
    if noun in thing.heads or any(_last_word(name) == noun for name in {entry.name, *entry.names}):
        out.append(CALLED_SO)
    if entry.kind == "PERSON":
        out.append(_by_role(tokens, noun, entry))
    country = _nationality(tree, i)
    if country:
        known = "fits" if country == entry.country else "differs" if entry.country else "unknown"
        out.append(f"nationality {known}")
    return out


def _is_named_otherwise(tree: Tree, i: int, entry: Entry) -> bool:
    """Tell "the Republican convention" from the Democratic Convention: another name stands in the phrase.

    Not a place, in which a body may sit ("the Seattle company").
    """
    tokens = tree.tokens
    own = {fold(word) for name in (entry.name, *entry.names) for word in name.split()}
    for word in tree.kids(i, rel.COMPOUND, rel.ADJECTIVE):
        at = bisect_right(tokens.names, word, key=lambda name: name.first) - 1
        name = tokens.names[at] if at >= 0 and word < i else None
        if name is None or not name.first <= word < name.last <= i or name.kind == "PLACE":
            continue
        if demonym(tokens.word[word]) is None and not own & {
            fold(t) for t in tokens.word[name.first : name.last]
        }:
            return True
    return False


def _nationality(tree: Tree, i: int) -> str:
    """Give the country that a phrase says by a word of nationality: "the Norwegian firm", "the Dane"."""
    words = (tree.tokens.word[word] for word in (*tree.dependents(i), i) if word <= i)
    return next((known.country for word in words if (known := demonym(word))), "")


def _alone(tree: Tree, i: int, noun: str) -> list[str]:
    tokens = tree.tokens
    out = [f"nothing so {'restricted' if _is_restricted(tree, i) else 'bare'}"]
    before = [word.lower() for word in tokens.word[max(0, i - 5) : i]]
    first = next((word for word in reversed(before) if word in _DETERMINERS), "")
    out.append(f"nothing after {first}")
    out += [
        f"nothing with {relation}"
        for relation in (rel.ADJECTIVE, rel.COMPOUND, rel.NUMBER)
        if any(child < i for child in tree.kids(i, relation))
    ]
    return out


def _is_restricted(tree: Tree, i: int) -> bool:
    """Does an "of ..." or a clause behind it say which one is meant?"""
    return any(child > i for child in tree.kids(i, rel.NOUN_MODIFIER, *rel.CLAUSES_OF_A_NOUN))


def _sort(noun: str, entry: Entry) -> str:
    if entry.kind == "ORG":
        fits = _is_organization(noun, entry)
        return "fits" if fits else "may fit" if noun == "bank" and entry.what == "company" else "other"
    if entry.kind == "MISC":
        return "fits" if any(_last_word(name) == noun for name in {entry.name, *entry.names}) else "other"
    if entry.kind == "PLACE":
        if noun not in _PLACES:
            return "fits" if any(_last_word(name) == noun for name in {entry.name, *entry.names}) else "other"
        return "fits" if entry.what in _PLACES[noun] else "differs"
    return "fits" if noun in _BY_AGE or demonym(noun.capitalize()) else "person"


def _by_role(tokens: Tokens, noun: str, entry: Entry) -> str:
    """Is the person told to be that?"""
    if noun not in role_words():
        return "no role"
    office = role_words()[noun].office
    if any(answers(tokens, role, noun, office, "", {noun}) for role in entry.roles):
        return "role told"
    return "another role told" if entry.roles else "no role told"


def _last_word(name: str) -> str:
    """Give the noun that a name of several words ends in: "the mosque" after the Grand Mosque."""
    words = fold(name).split()
    return words[-1] if len(words) > 1 else ""


def _is_organization(noun: str, entry: Entry) -> bool:
    called = [fold(name).split() for name in {entry.name, *entry.names}]
    words = {word for name in called for word in name}
    if noun in words and (noun in _NAMED_ONLY or any(name[-1:] == [noun] for name in called)):
        return True  # "the store" after the iTunes Music Store
    if noun in _MEDIA and noun not in _ORGANIZATION:
        return entry.what == "media" or (not entry.what and not words.isdisjoint(_OF_MEDIA))
    sorts = _ORGANIZATION.get(noun)
    if sorts is None or entry.what not in sorts:
        return False
    if not entry.what and noun in FIRMS and not _OF_MEDIA.isdisjoint(name[-1] for name in called if name):
        return False  # "the company" is rather not the Canadian Press, which only tells of it
    return bool(entry.what) or not words & (_NAMED_ONLY - (_OF_FIRMS if noun in FIRMS else {noun}))
