"""Words with their tags to lemmas: the treebanks' own list first, then the simplemma dictionary."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

LEMMAS = Path(__file__).parent / "models" / "lemmas.tsv"

# tags whose words are inflected; the lemma of other words is the word in small letters
INFLECTED = frozenset(("NNS", "VBD", "VBN", "VBG", "VBZ", "JJR", "JJS", "RBR", "RBS"))
# verbs whose final l is doubled by British papers: "cancelled" is of "cancel", "recalled" of "recall"
_ONE_L = frozenset(
    "apparel barrel bevel cancel channel chisel counsel cudgel devil dial dishevel duel enamel equal fuel funnel "
    "grovel imperil initial jewel label level libel marshal marvel model panel parcel pedal pencil pummel quarrel "
    "ravel refuel revel rival shovel shrivel signal snivel spiral stencil swivel total towel travel tunnel unravel "
    "yodel".split()
)  # fmt: skip

# verbs that the dictionary gives no English lemma ("thanked" is of no "thanke")
_SLIPS = dict(
    pair.split(">")
    for pair in (
        "annexe>annex assaile>assail budg>budge conn>con crafte>craft deposite>deposit determin>determine "
        "develope>develop dispell>dispel evene>even fixe>fix growe>grow guarde>guard interne>intern longe>long "
        "mixe>mix mollifie>mollify playe>play prefixe>prefix preferr>prefer proclaime>proclaim recoupe>recoup "
        "sweare>swear swinge>swing tarre>tar thanke>thank thinke>think unfolde>unfold winge>wing"
    ).split()
)

# past tenses that the dictionary takes for nouns or leaves as they are
_PASTS = {"shot": "shoot", "shook": "shake", "slew": "slay", "bent": "bend", "won": "win"}

# verbs whose past is their base form: "the minister quit" can be either by its letters
UNCHANGED = frozenset(
    "bet bid broadcast burst cast cut hit hurt let put quit reset set shed shut slit split spread thrust upset".split()
)

# pasts that are not made with "-ed"
_IRREGULAR = dict(
    pair.split(">")
    for pair in (
        "arise>arose awake>awoke bear>bore beat>beat become>became begin>began bend>bent bind>bound bite>bit "
        "bleed>bled blow>blew break>broke breed>bred bring>brought build>built buy>bought catch>caught choose>chose "
        "cling>clung come>came cost>cost creep>crept deal>dealt dig>dug do>did draw>drew drink>drank drive>drove "
        "eat>ate fall>fell feed>fed feel>felt fight>fought find>found flee>fled fling>flung fly>flew forbid>forbade "
        "forecast>forecast forego>forewent foresee>foresaw forget>forgot forgive>forgave forsake>forsook freeze>froze "
        "get>got give>gave go>went grind>ground grow>grew have>had hear>heard hide>hid hold>held interweave>interwove "
        "keep>kept kneel>knelt know>knew lay>laid lead>led leave>left lend>lent light>lit lose>lost make>made "
        "mean>meant meet>met mislead>misled mistake>mistook outdo>outdid overcome>overcame override>overrode "
        "overrun>overran oversee>oversaw overtake>overtook overthrow>overthrew pay>paid read>read rebuild>rebuilt "
        "repay>repaid retell>retold rewrite>rewrote ride>rode ring>rang rise>rose run>ran say>said see>saw "
        "seek>sought sell>sold send>sent shake>shook shoot>shot shrink>shrank sing>sang sink>sank sit>sat slay>slew "
        "sleep>slept slide>slid speak>spoke speed>sped spend>spent spin>spun spit>spat spring>sprang stand>stood "
        "steal>stole stick>stuck sting>stung stride>strode strike>struck strive>strove swear>swore sweep>swept "
        "swim>swam swing>swung take>took teach>taught tear>tore tell>told think>thought throw>threw tread>trod "
        "undergo>underwent understand>understood undertake>undertook undo>undid uphold>upheld wake>woke wear>wore "
        "weave>wove weep>wept win>won wind>wound withdraw>withdrew withhold>withheld withstand>withstood wring>wrung "
        "write>wrote"
    ).split()
)


@cache
def _listed() -> dict[tuple[str, str], str]:
    listed = {}
    for line in LEMMAS.read_text(encoding="utf-8").splitlines():
        word, tag, lemma = line.split("\t")
        listed[word, tag] = lemma
    return listed


def past_of(gerund: str) -> str:
    """Find the past tense of a verb by its "-ing" form; "" for "being", "hanging" and "lying", which have two.

    Examples
    --------
    >>> past_of("beating"), past_of("scoring"), past_of("winning"), past_of("carrying"), past_of("tweeting")
    ('beat', 'scored', 'won', 'carried', 'tweeted')
    >>> past_of("bearing"), past_of("freezing"), past_of("singing"), past_of("undertaking"), past_of("resetting")
    ('bore', 'froze', 'sang', 'undertook', 'reset')
    >>> past_of("being"), past_of("king"), past_of("hanging")
    ('', '', '')
    """
    verb = lemma(gerund, "VBG")
    if verb in ("be", "hang", "lie") or not gerund.endswith("ing") or verb == gerund:
        return ""
    stem = gerund[:-3]
    known = [one for one in (verb, stem, f"{stem}e") if one in _IRREGULAR]  # "singing" is of no "singe"
    if known:
        return _IRREGULAR[known[0]]
    if stem.endswith("y") and stem[-2:-1] not in "aeou":
        stem = f"{stem[:-1]}i"
    if verb in UNCHANGED:
        return verb
    return f"{stem}ed"


@lru_cache(maxsize=100_000)
def lemma(word: str, tag: str) -> str:
    """Find the lemma of a word with its Penn tag; names keep their capitals.

    Examples
    --------
    >>> lemma("met", "VBD"), lemma("talks", "NNS"), lemma("Talks", "NNP"), lemma("n't", "RB")
    ('meet', 'talk', 'Talks', 'not')
    >>> lemma("cancelled", "VBD"), lemma("recalled", "VBD")
    ('cancel', 'recall')
    >>> lemma("warning", "VBG"), lemma("filing", "VBG"), lemma("warning", "NN")
    ('warn', 'file', 'warning')
    >>> lemma("thanked", "VBD"), lemma("growing", "VBG"), lemma("shot", "VBD"), lemma("shots", "NNS")
    ('thank', 'grow', 'shoot', 'shot')
    """
    small = word.lower().replace("’", "'")
    listed = _listed().get((small, tag))
    if listed is not None:
        return listed
    if tag.startswith("NNP"):
        return word
    if tag not in INFLECTED or len(word) > 40:
        return small
    from simplemma import lemmatize

    found = lemmatize(small, lang="en").lower()
    if tag in ("VBD", "VBN") and small in _PASTS:
        return _PASTS[small]
    if tag == "VBG" and found == small and small.endswith("ing"):
        found = _of_gerund(small)
    if found.endswith("ll") and found[:-1] in _ONE_L:
        return found[:-1]
    return _SLIPS.get(found, found)


def _of_gerund(word: str) -> str:
    """Find the verb of a gerund that the dictionary knows as a noun alone, by its regular past ("warned", "filed")."""
    from simplemma import lemmatize

    stem = word[:-3]
    if len(stem) < 3 or not set(stem) & set("aeiouy") or word in ("during", "morning", "evening", "nothing"):
        return word
    found = lemmatize(stem + "ed", lang="en").lower()
    return found if found != stem + "ed" and not found.endswith("ing") else stem
