"""What a name is: person, organisation, place or other, by the lexicons and by all its mentions."""

from __future__ import annotations

from dateline.knowledge.countries import demonym
from dateline.knowledge.names import HONORIFICS, fold, person_words
from dateline.knowledge.statespeople import side_of
from dateline.language import Name, Tokens
from dateline.proper_names.called import CALLED
from dateline.proper_names.seen import SeenName, ToldNames
from dateline.rules import Rulebook

KINDS = Rulebook("What kind of name is it?")
AS_READ = "network"
_MAJORITY = 3  # so many times more mentions of another kind outvote the tagger

_LED = frozenset(("administration", "presidency", "premiership"))  # what is called after who leads it


# what newspapers are called behind their city: "the Saudi Gazette"
_PAPERS = frozenset(
    "gazette herald tribune journal chronicle observer telegraph times guardian examiner inquirer dispatch bulletin "
    "magazine weekly newspaper news post star sun mail".split()
)


def kinds(tokens: Tokens, names: list[Name], without: str = "") -> list[tuple[str, str]]:
    """Decide the kind of each name from the lexicons and from all mentions of it in the article.

    Parameters
    ----------
    tokens : Tokens
        The parse of the article.
    names : list of Name
        Its names, with the kinds that the tagger or an earlier step gave them.
    without : str
        The name of a rule that is switched off, to see what it does.

    Returns
    -------
    list of (str, str)
        The kind of each name, and the rule of KINDS that gave it.
    """
    told = ToldNames(tokens, names)
    return [KINDS.first(SeenName(tokens, name, told), without=without) for name in names]


@KINDS.rule(
    "called a town",
    ("The army took the town of [Gao|ORG].", "PLACE"),
    ("The army thanked the men of [Gao|ORG].", ""),
)
def called_a_town(seen: SeenName) -> str:
    """What the article calls the town, city or village of is a place, wherever it is named."""
    return "PLACE" if seen.settled else ""


@KINDS.rule(
    "title before it",
    ("Police questioned Mr. [Lisbon|PLACE].", "PERSON"),
    ("Police questioned Mr. Lisbon's [Acme|ORG].", ""),
)
def title_before_it(seen: SeenName) -> str:
    """What stands behind Mr., Dr., President is a person."""
    return "PERSON" if seen.kind != "ORG" and fold(seen.before) in HONORIFICS else ""


@KINDS.rule(
    CALLED,
    ("Troops fought the militia [Ansar|PERSON].", "ORG"),
    ("The militia [Ansar|ORG] fled. [Ansar|PERSON] lost the war.", "ORG"),
    ("He sold the firm [Holt|PERSON] founded.", ""),
)
def body_by_the_noun_before(seen: SeenName) -> str:
    """What "group", "militia", "airline" or the like stands right before is one, wherever it is named."""
    return "ORG" if seen.called and seen.place is None and not seen.is_surname else ""


@KINDS.rule(
    "short for a body",
    ("The [Bank of Lower Norland|ORG] fell. [BLN|PLACE] is broke.", "ORG"),
    ("The [Bank of Lower Norland|ORG] fell. [BLT|PLACE] is broke.", ""),
)
def short_for_a_body(seen: SeenName) -> str:
    """Capitals that shorten a body of the article mean that body, but where a place is called so."""
    return "ORG" if seen.short and seen.kind != "ORG" and seen.place is None else ""


@KINDS.rule(
    "firm by its form",
    ("[Kari Lund Co.|PERSON] fell. [Kari Lund|PERSON] said so.", "ORG"),
    ("[Kari Lund|PERSON] said so.", ""),
)
def firm_by_its_form(seen: SeenName) -> str:
    """What ends in Co., Inc., Corp. or Ltd. is a firm, also where the article leaves that out."""
    return "ORG" if seen.is_firm else ""


@KINDS.rule(
    "firm told before its namesake",
    ("[Ford|PERSON] hired [Bill Ford|PERSON]. [Ford|PERSON] fell.", "ORG"),
    ("[Bill Ford|PERSON] wept. [Ford|PERSON] left.", ""),
)
def firm_before_its_namesake(seen: SeenName) -> str:
    """A known firm's name that stands alone before somebody so called comes in is the firm: papers introduce people."""
    firm = seen.known is not None and seen.known.kind == "company" and seen.single
    return "ORG" if firm and seen.alone_first else ""


@KINDS.rule(
    "end of a club's name",
    ("The [Leeds Indians|ORG] lost. The [Indians|MISC] wept.", "ORG"),
    ("The [Leeds Indians|ORG] lost. Two [Indians|MISC] wept.", ""),
)
def end_of_a_club(seen: SeenName) -> str:
    """A people's name that the article has as the end of a club's means the club."""
    return "ORG" if seen.is_club and seen.before.lower() == "the" and demonym(seen.text) else ""


@KINDS.rule(
    "nationality",
    ("The [Norwegian|PERSON] envoy left.", "MISC"),
    ("[Kari French|PERSON] left. [French|PERSON] wept.", ""),
)
def nationality(seen: SeenName) -> str:
    """Words of nationality are other names, but for those that name a land as well."""
    if not demonym(seen.text) or seen.is_surname:
        return ""
    return seen.kind if seen.place and seen.tokens.tag[seen.name.first] == "NNP" else "MISC"


@KINDS.rule(
    "leader of an administration",
    ("The [Obama|PLACE] administration agreed.", "PERSON"),
    ("The men of [Obama|PLACE] agreed.", ""),
)
def leads_administration(seen: SeenName) -> str:
    """What an administration or presidency is called after is a politician, also where a town bears the name."""
    after = seen.tokens.word[seen.name.last] if seen.name.last < len(seen.tokens) else ""
    named = after in _LED and seen.single and len(side_of(seen.text, titled=True)) == 3
    return "PERSON" if named and not demonym(seen.text) else ""


@KINDS.rule(
    "known organisation",
    ("[NATO|PLACE] sent ships.", "ORG"),
    ("[Holmvik|PLACE] sent ships.", ""),
)
def known_body(seen: SeenName) -> str:
    """What the lexicon knows as an organisation is one; names of firms that are surnames or towns too stay open."""
    known = seen.known
    if known is None or seen.is_surname:
        return ""
    # "Ford" and "Amazon" may mean a person or a place as well: there the tagger decides
    other = seen.place is not None or seen.key in person_words("surname")
    return "" if known.kind == "company" and seen.single and other else "ORG"


@KINDS.rule(
    "country",
    ("[Chad|ORG] left the talks.", "PLACE"),
    ("[Ann Chad|PERSON] left. [Chad|PERSON] wept.", ""),
)
def country(seen: SeenName) -> str:
    """The names of countries and continents are places, but for surnames that the article gives somebody."""
    found = seen.place and seen.place.kind in {"country", "continent"} and not seen.is_surname
    return "PLACE" if found else ""


@KINDS.rule(
    "surname told before",
    ("[Ann Lisbon|PERSON] left. [Lisbon|ORG] wept.", "PERSON"),
    ("[Ann Holm|PERSON] left. [Lisbon|ORG] wept.", ""),
)
def surname_told(seen: SeenName) -> str:
    """The surname of somebody whom the article names in full is that person, unless it says "in" before it."""
    if not seen.is_surname or seen.kind not in {"PLACE", "MISC", "ORG"}:
        return ""
    return "PLACE" if seen.located and seen.kind == "PLACE" else "PERSON"


@KINDS.rule(
    "region or capital",
    ("[Bavaria|MISC] sent help.", "PLACE"),
    ("[Kinshasa|PERSON] sent help.", "PLACE"),
    ("[Leeds|MISC] sent help.", ""),
)
def region_or_capital(seen: SeenName) -> str:
    """Regions, states and capitals are places where nobody bears the name; capitals also where a body is read."""
    big = seen.place is not None and (seen.place.kind != "city" or seen.capital)
    return "PLACE" if big and seen.plain and (seen.kind != "ORG" or seen.capital) else ""


@KINDS.rule(
    "town that acts",
    ("[Marseille|PERSON] agreed to the plan.", "PLACE"),
    ("[Florence|PERSON] agreed to the plan.", ""),
    ("President [Gao|PERSON] agreed. [Gao|PERSON] wept.", ""),
)
def town_that_acts(seen: SeenName) -> str:
    """A town that was read as a person, and that nobody is called, is the town; no known politician, and no title."""
    nobody = seen.plain and seen.single and seen.key not in person_words("first_name")
    nobody = nobody and not seen.titled and not side_of(seen.text)
    return "PLACE" if seen.place and seen.kind == "PERSON" and nobody else ""


@KINDS.rule(
    "region, not a body",
    ("[Crimea|ORG] sent help.", "PLACE"),
    ("[Leeds|ORG] sent help.", ""),
)
def region_no_body(seen: SeenName) -> str:
    """Regions, islands and waters that were read as organisations are places."""
    wide = seen.place and seen.place.kind in {"region", "territory", "water", "island"}
    return "PLACE" if wide and seen.kind == "ORG" else ""


@KINDS.rule(
    "known politician",
    ("[Yeltsin|ORG] signed the treaty.", "PERSON"),
    ("[Holmvik|ORG] signed the treaty.", ""),
)
def known_politician(seen: SeenName) -> str:
    """The surname of a known head of state or government alone is a person."""
    open_ = not seen.known and not seen.place and seen.kind in {"ORG", "MISC"} and seen.single
    return "PERSON" if open_ and side_of(seen.text) else ""


@KINDS.rule(
    "name of a paper",
    ("The [Bol Gazette|PLACE] wrote so.", "ORG"),
    ("The [Bol Bridge|PLACE] fell.", ""),
)
def name_of_a_paper(seen: SeenName) -> str:
    """What ends in Gazette, Herald, Times and the like is a paper."""
    ends = not seen.single and seen.key.rpartition(" ")[2] in _PAPERS
    return "ORG" if ends and seen.kind in {"PLACE", "MISC"} else ""


@KINDS.rule(
    "known place",
    ("The men met in [Leeds|ORG].", "PLACE"),
    ("[Leeds|PLACE] grew. [Leeds|MISC] grew.", "PLACE"),
    ("[Leeds|ORG] won the cup.", ""),
)
def known_place(seen: SeenName) -> str:
    """A place of that name is meant behind "in" or "to", or where as many mentions were read as a place."""
    if not seen.place or seen.known or seen.kind not in {"ORG", "MISC"}:
        return ""
    return "PLACE" if seen.located or seen.count["PLACE"] >= seen.count[seen.kind] else ""


@KINDS.rule(
    "place stays one",
    (
        "[Leeds|ORG] won. [Leeds|ORG] lost. [Leeds|ORG] fell. [Leeds|PLACE] wept.",
        "PLACE",
    ),
    ("[Holmvik|ORG] won. [Holmvik|ORG] lost. [Holmvik|ORG] fell. [Holmvik|PLACE] wept.", ""),
)
def place_stays(seen: SeenName) -> str:
    """A place that the lexicon knows stays one, whatever its other mentions were read as."""
    return "PLACE" if seen.place and seen.kind == "PLACE" else ""


@KINDS.rule(
    "most mentions",
    ("[Holmvik|ORG] won. [Holmvik|ORG] lost. [Holmvik|ORG] fell. [Holmvik|PLACE] wept.", "ORG"),
    ("[Holmvik|ORG] won. [Holmvik|PLACE] wept.", ""),
)
def most_mentions(seen: SeenName) -> str:
    """Where three times as many mentions were read as another kind, the name is of that kind."""
    most, number = max(seen.count.items(), key=lambda item: (item[1], item[0]))
    return most if most != "MISC" and number >= _MAJORITY * seen.count[seen.kind] else ""


@KINDS.rule(AS_READ, ("[Holmvik|ORG] sold its ships.", "ORG"))
def as_read(seen: SeenName) -> str:
    """Any other name is what the network read it as."""
    return seen.kind
