"""One row per person, organisation and place: name, role, country, and an order of importance."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from typing import NamedTuple

import pandas as pd

from dateline.cells import joined
from dateline.entity_sums import Described, merge_described
from dateline.grammar import relations as rel
from dateline.grammar.hanging import stands_as
from dateline.knowledge.countries import country_of as country_of_place
from dateline.knowledge.countries import place_of
from dateline.knowledge.names import HONORIFICS, fold, person_name, slug
from dateline.knowledge.officeholders import terms_of
from dateline.knowledge.organizations import countries_by_entity, known_organization, organization_country
from dateline.knowledge.statespeople import side_of
from dateline.language import Name, Tokens
from dateline.mentions import Mention, parsed
from dateline.roles import Role, role_text, roles_of

_FORM_WEIGHT = {"name": 1.0, "short": 1.0, "title": 0.8, "nominal": 0.5, "pronoun": 0.5}


class Entity(NamedTuple):
    """One entity of an article: slug, fullest name, kind, role ("" if none told), alpha-3 country, aliases."""

    entity: str
    name: str
    kind: str
    role: str
    country: str
    aliases: str  # further names in the article, joined by "; "


def describe_entities(
    tokens: Tokens, mentions: list[Mention], published: dt.date | None = None
) -> list[Entity]:
    """Describe the entities of one article, the most important first.

    Importance adds up the mentions: those in the headline and the first paragraphs and those that are the
    subject of a sentence weigh more, pronouns and nationality words less.

    Parameters
    ----------
    tokens, mentions
        Parse and mentions of the article.
    published
        Day of the article; the country of an office-holder whose country the text leaves unsaid.

    Returns
    -------
    list of Entity
        Names are the fullest spelling in the article; roles stand as the text gives them.
    """
    grouped: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.entity:
            grouped[mention.entity].append(mention)
    weights = importance(tokens, mentions)
    order = sorted(grouped, key=lambda entity: (-weights[entity], grouped[entity][0].start))
    spans = _name_spans(tokens)
    return [_describe(tokens, entity, grouped[entity], spans) for entity in order]


def importance(tokens: Tokens, mentions: list[Mention]) -> dict[str, float]:
    """Weigh each entity of an article by where and how it is mentioned; higher is more important."""
    at = tokens.by_start()
    weights: dict[str, float] = defaultdict(float)
    length = max(1, len(tokens.text))
    for mention in mentions:
        if not mention.entity:
            continue
        token = at[mention.start]
        weight = _FORM_WEIGHT[mention.form]
        weight *= 1 + (1 - mention.start / length)  # early words count up to double
        part = tokens.sentences[tokens.sentence[token]].part
        weight *= {"headline": 2.0, "dateline": 0.2, "caption": 0.5}.get(part, 1.0)
        inside = range(token, len(tokens))
        head = next((t for t in inside if tokens.end[t] >= mention.end), token)
        if any(stands_as(tokens, end, rel.SUBJECT, rel.PASSIVE_SUBJECT, rel.AGENT) for end in (token, head)):
            weight *= 1.5
        weights[mention.entity] += weight
    return weights


def _describe(
    tokens: Tokens, entity: str, mentions: list[Mention], spans: Callable[[Mention], Name]
) -> Entity:
    kind = Counter(mention.kind for mention in mentions).most_common(1)[0][0]
    names = Counter(" ".join(m.text.split()) for m in mentions if m.form in {"name", "short"})
    called = next((c for m in mentions if slug(kind, c := _without_article(m.text)) == entity), "")
    name = _full_name(entity, kind, names, called)
    roles = _roles(tokens, mentions, spans) if kind == "PERSON" else []
    role = _best_role(tokens, roles)
    country = _country(entity, kind, name, roles)
    aliases = [alias for alias in names if fold(alias) != fold(name)]
    return Entity(entity, name, kind, role, country, joined(aliases))


def _without_article(text: str) -> str:
    first, _, rest = " ".join(text.split()).partition(" ")
    return rest if first.lower() == "the" else f"{first} {rest}".strip()


def _full_name(entity: str, kind: str, names: Counter[str], called: str = "") -> str:
    """The fullest name in the article; countries and known organisations by their usual name.

    `called` is what a phrase without a name of its own says ("Obama administration").
    """
    if kind == "PLACE":
        place = place_of(entity)
        usual = place.name.split(" (")[0] if place else entity.partition(":")[2]
        written = max(names, key=names.__getitem__, default=usual)
        brief = written.isupper() or written.endswith(".") or (place is not None and place.kind == "country")
        return usual if brief and place else written
    if not names:
        return called or _name_by_facts(entity)
    if kind == "PERSON":
        return max(names, key=lambda n: (len(person_name(n).given), names[n], len(n)))
    known = next((k.name for n in names if (k := known_organization(n)) and k.entity == entity), "")
    return known or max(names, key=lambda n: (len(n), names[n]))


def _name_by_facts(entity: str) -> str:
    """Name an entity that the article never names: an office-holder, a government."""
    kind, _, key = entity.partition(":")
    if kind == "person":
        return next((h.person for h in terms_of(entity)), key.replace("-", " ").title())
    return (
        key.replace("-", " ").capitalize() if not key.startswith("us-") else "US " + key[3:].replace("-", " ")
    )


def _name_spans(tokens: Tokens) -> Callable[[Mention], Name]:
    """Make the function that gives the tokens of a mention."""
    first = tokens.by_start()
    last = {end: token + 1 for token, end in enumerate(tokens.end)}
    return lambda m: Name(m.start, m.end, first[m.start], last[m.end], m.kind)


def _roles(tokens: Tokens, mentions: list[Mention], spans: Callable[[Mention], Name]) -> list[Role]:
    named = [mention for mention in mentions if mention.form in {"name", "short"}]
    return [role for mention in named for role in roles_of(tokens, spans(mention))]


def _best_role(tokens: Tokens, roles: list[Role]) -> str:
    """The role that says most: an office with its country or organisation before a bare "president"."""
    if not roles:
        return ""
    best = max(roles, key=lambda r: (bool(r.country), min(r.last - r.first, 3), -r.first))
    return role_text(tokens, best)


def _country(entity: str, kind: str, name: str, roles: list[Role]) -> str:
    if kind == "PLACE":
        return country_of_place(entity)
    if kind == "ORG":
        return country_of(entity) or organization_country(name)
    if kind == "PERSON":
        told = next((role.country for role in roles if role.country), "")
        return told or country_of(entity) or _politics(name, roles)
    return ""


def _politics(name: str, roles: list[Role]) -> str:
    """The country of a politician the text gives none: "Yeltsin", "President Bush", "King Hussein"."""
    titles = [role.noun for role in roles if role.office or role.noun in HONORIFICS]
    sides = [*(side_of(f"{title} {name}") for title in titles), side_of(name, titled=bool(titles))]
    return next((side for side in sides if len(side) == 3), "")


def country_of(word: str) -> str:
    """Tell the country (ISO 3166 alpha-3) of an entity slug, place name or nationality word, "" if unknown.

    Examples
    --------
    >>> country_of("person:vladimir-putin"), country_of("org:us-government"), country_of("Kiev")
    ('RUS', 'USA', 'UKR')
    """
    kind, _, _key = word.partition(":")
    if kind == "person":
        found = {holder.of for holder in terms_of(word) if len(holder.of) == 3}
        return found.pop() if len(found) == 1 else ""
    if kind == "org":
        return countries_by_entity().get(word, "")
    return country_of_place(word)


def describe_article(
    tokens: Tokens, mentions: list[Mention], published: dt.date | None = None
) -> list[Described]:
    """Describe the entities of one article and weigh them against each other, the most important first."""
    counts = Counter(mention.entity for mention in mentions)
    weights = importance(tokens, mentions)
    total = sum(weights.values()) or 1.0
    return [
        Described(*entity, counts[entity.entity], weights[entity.entity] / total)
        for entity in describe_entities(tokens, mentions, published)
    ]


def describe_in_brief(mentions: list[Mention]) -> list[Described]:
    """Keep at least name and kind of the entities of an article that can't be described otherwise."""
    rank = {"name": 0, "short": 1}
    ordered = sorted(
        (m for m in mentions if m.entity), key=lambda m: (m.entity, rank.get(m.form, 2), -len(m.text))
    )
    grouped: dict[str, list[Mention]] = defaultdict(list)
    for mention in ordered:
        grouped[mention.entity].append(mention)
    return [
        Described(entity, told[0].text, told[0].kind, "", "", "", len(told), 0.0)
        for entity, told in grouped.items()
    ]


def count_entities(
    mentions: pd.DataFrame, articles: pd.DataFrame, *, parses: Mapping[str, Tokens] | None = None
) -> pd.DataFrame:
    """Make one row per entity over all articles, the most important first.

    Parameters
    ----------
    mentions, articles : DataFrame
        The tables; roles and names are read from the articles' texts.
    parses : mapping of str to Tokens, optional
        Parses that exist already, by article id.

    Returns
    -------
    DataFrame
        The entities table: entity, name, kind, role, country (alpha-3), aliases (joined by "; "), mentions and
        articles (counts), first_seen and last_seen (publication days, NaT where no article is dated). In
        order of importance, summed over the articles.
    """
    fields = [field for field in Mention._fields if field in mentions]  # older tables have no rule
    by_article = dict(iter(mentions.groupby("article", sort=False)))
    told = []
    for article, tokens, published in parsed(articles, parses):
        if article in by_article:
            columns = by_article[article][fields]
            found = [Mention(*row) for row in columns.itertuples(index=False, name=None)]
            told += [(one, published) for one in describe_article(tokens, found, published)]
    return merge_described(told)


def locate_entities(entities: pd.DataFrame) -> pd.DataFrame:
    """Give the position of each place, for maps.

    Parameters
    ----------
    entities : DataFrame
        The entities table.

    Returns
    -------
    DataFrame
        One row per place whose position is known: entity, name, country, latitude and longitude (degrees, WGS 84;
        a country stands at its capital), mentions. Positions come from GeoNames (CC BY 4.0); those of regions
        are rough.
    """
    rows = []
    for row in entities[entities["kind"] == "PLACE"].to_dict("records"):
        place = place_of(row["entity"])
        if place is not None and place.latitude is not None:
            position = {"latitude": place.latitude, "longitude": place.longitude}
            rows.append(
                {key: row[key] for key in ("entity", "name", "country")}
                | position
                | {"mentions": row["mentions"]}
            )
    columns = ["entity", "name", "country", "latitude", "longitude", "mentions"]
    return pd.DataFrame(rows, columns=columns)
