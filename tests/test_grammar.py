"""What the parser can't have meant is mended once, for every table alike; what looks like it stays as it is."""

import pandas as pd
import pytest

from dateline import analyze, tag_words
from dateline.grammar import parse
from dateline.grammar.mending import MENDS, mended
from dateline.grammar.words import WordClass, words_of
from dateline.language.lemmas import lemma
from dateline.language.tokens import Sentence, Tokens
from dateline.lexicons import read_facts
from dateline.tables import conform

# the mend, a parse with its slip as word/tag/head/relation (heads counted from 1), and what it becomes
SLIPS = [
    ("addressees",
     "Ada/NNP/2/nsubj told/VBD/0/root Reuters/NNP/5/iobj it/PRP/5/nsubj failed/VBD/2/ccomp", {"Reuters": "told iobj"}),
    ("told", "Ann/NNP/2/nsubj told/VBD/0/root reporters/NNS/2/iobj the/DT/5/det army/NN/2/nsubj ,/,/8/punct "
     "which/WDT/8/nsubj fell/VBD/5/acl:relcl ,/,/5/punct had/VBD/11/aux left/VBN/2/ccomp", {"army": "left nsubj"}),
    ("crossed", "Lee/NNP/7/nsubj told/VBD/0/root us/PRP/2/iobj the/DT/5/det army/NN/7/obj had/VBD/7/aux "
     "left/VBN/2/ccomp", {"Lee": "told nsubj", "army": "left nsubj"}),
    ("speakers", "Ann/NNP/2/nsubj wept/VBD/0/root said/VBD/2/parataxis Tom/NNP/2/nsubj", {"Tom": "said nsubj"}),
    ("reduced", "Ann/NNP/2/nsubj praised/VBD/0/root the/DT/4/det aid/NN/8/nsubj the/DT/6/det king/NN/8/nsubj "
     "is/VBZ/8/aux sending/VBG/2/ccomp", {"aid": "praised obj", "sending": "aid acl:relcl", "king": "sending nsubj"}),
    ("besides", "They/PRP/2/nsubj said/VBD/0/root Hamas/NNP/2/obj as/RB/8/cc well/RB/4/fixed as/IN/4/fixed "
     "the/DT/8/det Front/NNP/10/nsubj would/MD/10/aux speak/VB/2/ccomp", {"Hamas": "speak nsubj",
     "Front": "Hamas conj"}),
    ("pairs", "Ann/NNP/7/nsubj Holt/NNP/1/flat and/CC/4/cc chief/NN/5/nmod:desc Tom/NNP/7/nsubj Lee/NNP/5/flat "
     "met/VBD/0/root", {"Tom": "Ann conj", "and": "Tom cc"}),
    ("dues", "Ann/NNP/0/root ,/,/5/punct who/WP/7/nsubj is/VBZ/7/cop due/JJ/7/advcl:relcl to/TO/5/mark "
     "leave/VB/1/acl:relcl", {"due": "leave mark", "to": "due fixed"}),
    ("accounts", "They/PRP/3/nsubj:pass were/VBD/3/aux:pass held/VBN/0/root to/TO/5/mark account/VB/3/advcl "
     "by/IN/7/case Ann/NNP/5/nmod", {"account": "held obl", "Ann": "held obl:agent"}),
    ("perfects", "Chad/NNP/2/nsubj has/VBZ/0/root frozen/VBN/4/amod aid/NN/2/obj to/IN/6/case Togo/NNP/4/nmod",
     {"Chad": "frozen nsubj", "has": "frozen aux", "frozen": "root", "aid": "frozen obj"}),
    ("participles", "She/PRP/2/nsubj told/VBD/0/root of/IN/4/case talks/NNS/2/obl with/IN/6/case Chad/NNP/4/nmod "
     "planned/VBD/2/ccomp for/IN/9/case May/NNP/7/obl", {"planned": "talks acl"}),
    ("particles", "Kenya/NNP/2/nsubj took/VBD/0/root in/IN/4/case refugees/NNS/2/obj", {"in": "took compound:prt"}),
    ("calls", "Dahl/NNP/2/nsubj called/VBD/0/root the/DT/4/det president/NN/2/xcomp", {"president": "called obj"}),
    ("aims", "Norway/NNP/2/nsubj praised/VBD/0/root plans/NNS/2/obj for/IN/6/case a/DT/6/det visit/NN/2/obl",
     {"visit": "plans nmod"}),
    ("parties", "Oman/NNP/2/nsubj mediated/VBD/0/root on/IN/4/case Monday/NNP/2/obl between/IN/6/case Iran/NNP/4/nmod",
     {"Iran": "mediated obl"}),
    ("thoughts", "He/PRP/3/nsubj had/VBD/3/aux feared/VBN/0/root for/IN/5/case years/NNS/3/obl that/IN/9/mark "
     "it/PRP/9/nsubj would/MD/9/aux fall/VB/5/acl", {"fall": "feared ccomp"}),
    ("charges", "He/PRP/2/nsubj accused/VBD/0/root Roe/NNP/2/obj at/IN/6/case a/DT/6/det meeting/NN/2/obl of/IN/8/mark "
     "causing/VBG/6/acl alarm/NN/8/obj", {"causing": "accused advcl"}),
    ("visitors", "Chad/NNP/2/nsubj met/VBD/0/root visiting/VBG/2/xcomp envoy/NN/5/nmod:desc Ann/NNP/3/obj on/IN/7/case "
     "Monday/NNP/3/obl", {"visiting": "Ann amod", "Ann": "met obj", "Monday": "met obl"}),
    ("whens", "Chad/NNP/2/nsubj needs/VBZ/0/root time/NN/2/obj after/IN/6/case a/DT/6/det goal/NN/3/nmod "
     "from/IN/8/case Togo/NNP/6/nmod changed/VBD/2/advcl it/PRP/9/obj",
     {"goal": "changed nsubj", "after": "changed mark"}),
    ("journeys", "She/PRP/2/nsubj left/VBD/0/root for/IN/6/mark Chad/NNP/6/nsubj to/TO/6/mark attend/VB/2/advcl "
     "it/PRP/6/obj", {"Chad": "left obl", "for": "Chad case"}),
    ("fire", "He/PRP/4/nsubj was/VBD/4/aux under/IN/4/case questioning/VBG/0/root", {"questioning": "NN"}),
    ("leaps", "Ann/NNP/2/nsubj asked/VBD/0/root Lee/NNP/2/obj to/TO/5/mark sign/VB/2/xcomp and/CC/7/cc left/VBD/5/conj",
     {"left": "asked conj"}),
    ("nearest", "a/DT/2/det house/NN/0/root owned/VBN/2/acl by/IN/5/case Ann/NNP/3/obl:agent Lee/NNP/5/flat "
     ",/,/9/punct who/WP/9/nsubj fled/VBD/2/acl:relcl", {"fled": "Ann acl:relcl"}),
    ("joined", "He/PRP/2/nsubj voiced/VBD/0/root anger/NN/2/obj and/CC/7/cc praised/VBN/7/amod continued/VBN/7/amod "
     "efforts/NNS/2/obj",
     {"praised": "voiced conj", "efforts": "praised obj", "and": "praised cc", "continued": "efforts amod"}),
    ("selves", "The/DT/2/det ruling/NN/7/nsubj ended/VBD/7/conj a/DT/5/det war/NN/3/obj Chad/NNP/7/nsubj "
     "began/VBD/0/root and/CC/9/cc told/VBD/7/conj Chad/NNP/9/obj to/TO/12/mark leave/VB/9/xcomp",
     {"told": "ended conj", "ruling": "ended nsubj"}),
    ("actives", "Oman/NNP/2/nsubj:pass mediated/VBN/0/root", {"Oman": "mediated nsubj", "mediated": "VBD"}),
    ("forms", "Bus/NN/2/compound drivers/NNS/3/nsubj protested/VBP/0/root", {"protested": "VBD"}),
    ("undergoers", "Two/CD/3/nsubj were/VBD/3/cop hurt/JJ/0/root", {"were": "hurt aux:pass", "Two": "hurt nsubj:pass"}),
    ("outsiders", "A/DT/3/det “/``/3/punct list/NN/0/root of/IN/5/case wishes/NNS/3/nmod ”/''/3/punct "
     "including/VBG/8/case talks/NNS/3/nmod held/VBN/5/acl", {"held": "talks acl"}),
    ("tellers", "“/``/3/punct A/DT/3/det joke/NN/7/parataxis ,/,/3/punct ”/''/3/punct quipped/JJ/7/amod "
     "comic/NN/0/root Ann/NNP/7/appos",
     {"quipped": "root", "joke": "quipped ccomp", "comic": "quipped nsubj", "Ann": "comic appos"}),
    ("townsfolk", "The/DT/6/det Leeds/NNP/7/nsubj ,/,/4/punct Ala./NNP/2/appos ,/,/4/punct jury/NN/7/nsubj "
     "ruled/VBD/0/root", {"jury": "ruled nsubj", "Leeds": "jury compound"}),
    ("titles", "said/VBD/0/root minister/NN/1/nsubj Ann/NNP/1/nsubj Lee/NNP/3/flat", {"Ann": "minister appos"}),
    ("offices", "Ann/NNP/9/nsubj Lee/NNP/1/flat ,/,/4/punct head/NN/1/appos of/IN/6/case Togo/NNP/4/nmod and/CC/8/cc "
     "chief/NN/1/conj left/VBD/0/root", {"chief": "head conj"}),
    ("within", "Ann/NNP/8/nsubj ,/,/4/punct a/DT/4/det judge/NN/1/appos in/IN/6/case Togo/NNP/1/nmod ,/,/1/punct "
     "left/VBD/0/root", {"judge": "Ann appos", "Togo": "judge nmod"}),
    ("halves", "Ann/NNP/2/nsubj sold/VBD/0/root ships/NNS/2/obj built/VBN/3/acl by/IN/6/case Chad/NNP/4/obl:agent "
     "and/CC/8/cc bought/VBN/2/conj by/IN/10/case Togo/NNP/8/obl:agent", {"bought": "built conj"}),
    ("epithets", "Democrat/JJ/4/nsubj Ann/NNP/4/nsubj Lee/NNP/2/flat won/VBD/0/root", {"Democrat": "Ann amod"}),
    ("doers", "Guards/NNS/7/nsubj are/VBP/3/aux fleeing/VBG/7/ccomp ,/,/3/punct a/DT/6/det doctor/NN/7/nsubj "
     "said/VBD/0/root", {"Guards": "fleeing nsubj", "doctor": "said nsubj"}),
    ("deniers", "Farmers/NNS/7/nsubj denied/VBN/1/acl on/IN/4/case Monday/NNP/2/obl there/EX/7/expl had/VBD/7/aux "
     "been/VBN/0/root risk/NN/7/nsubj",
     {"denied": "root", "Farmers": "denied nsubj", "been": "denied ccomp"}),
    ("helpers", "The/DT/2/det court/NN/3/nsubj had/VBD/6/aux on/IN/5/case Monday/NNP/3/obl freed/VBN/0/root "
     "him/PRP/6/obj", {"court": "freed nsubj", "Monday": "freed obl"}),
    ("undergone", "Holt/NNP/2/nsubj phoned/VBD/0/root Lee/NNP/2/nsubj", {"Holt": "phoned nsubj", "Lee": "phoned obj"}),
    ("undergone", "Holt/NNP/2/nsubj told/VBD/0/root Reuters/NNP/2/nsubj", {"Reuters": "told iobj"}),
    ("openers", "After/IN/3/case a/DT/3/det row/NN/8/obl ,/,/3/punct Ann/NNP/3/nmod Lee/NNP/5/flat will/MD/8/aux "
     "speak/VB/0/root", {"Ann": "speak nsubj", "row": "speak obl"}),
    ("asides", "Talks/NNS/5/nsubj he/PRP/3/nsubj said/VBD/1/parataxis will/MD/5/aux resume/VB/0/root",
     {"said": "resume parataxis"}),
    ("afterwords", "“/``/3/punct We/PRP/3/nsubj won/VBD/6/ccomp ”/''/3/punct Roe/NNP/6/nsubj said/VBD/0/root "
     "in/IN/8/case Rome/NNP/3/obl after/IN/10/mark meeting/VBG/3/advcl Lee/NNP/10/obj",
     {"meeting": "said advcl", "Rome": "said obl"}),
    ("pasts", "The/DT/2/det index/NN/3/nsubj shed/VBP/0/root points/NNS/3/obj", {"shed": "VBD"}),
]  # fmt: skip
LOOK_ALIKES = [
    "A/DT/2/det member/NN/8/nsubj ,/,/4/punct Justice/NNP/2/appos Ann/NNP/2/appos Lee/NNP/5/flat ,/,/2/punct "
    "left/VBD/0/root",
    "Ann/NNP/3/nsubj:pass was/VBD/3/aux:pass seen/VBN/0/root and/CC/5/cc held/VBN/3/conj by/IN/7/case "
    "Togo/NNP/5/obl:agent",
    "Ann/NNP/10/nsubj ,/,/4/punct a/DT/4/det judge/NN/1/appos and/CC/6/cc Bob/NNP/1/conj Roe/NNP/6/flat ,/,/9/punct "
    "too/RB/10/advmod left/VBD/0/root",
    "Lee/NNP/7/nsubj ,/,/3/punct Roe/NNP/1/appos and/CC/5/cc Dahl/NNP/1/conj ,/,/1/punct left/VBD/0/root",
    "Ann/NNP/9/nsubj ,/,/4/punct a/DT/4/det judge/NN/1/appos ,/,/7/punct in/IN/7/case Togo/NNP/1/nmod ,/,/1/punct "
    "left/VBD/0/root",
    "It/PRP/2/nsubj fell/VBD/0/root due/JJ/5/case to/IN/3/fixed snow/NN/2/obl",
    "They/PRP/3/nsubj were/VBD/3/aux:pass brought/VBN/0/root to/TO/5/mark account/VB/3/advcl for/IN/8/case "
    "the/DT/8/det loss/NN/5/obl",
    "He/PRP/2/nsubj said/VBD/0/root Ann/NNP/6/nsubj and/CC/5/cc Tom/NNP/3/conj left/VBD/2/ccomp",
    "Ann/NNP/2/nsubj asked/VBD/0/root Lee/NNP/2/obj to/TO/5/mark sign/VB/2/xcomp and/CC/7/cc leave/VB/5/conj",
    "What/WP/5/obj he/PRP/3/nsubj said/VBD/0/root Ann/NNP/5/nsubj did/VBD/3/ccomp",
    "Ann/NNP/2/nsubj told/VBD/0/root reporters/NNS/2/obj who/WP/5/nsubj asked/VBD/3/acl:relcl "
    "she/PRP/7/nsubj left/VBD/2/ccomp",
    "He/PRP/2/nsubj left/VBD/0/root after/IN/5/case a/DT/5/det goal/NN/2/obl ,/,/7/punct leaving/VBG/2/advcl "
    "her/PRP/7/obj",
    "He/PRP/2/nsubj left/VBD/0/root after/IN/4/mark Chad/NNP/5/nsubj fell/VBD/2/advcl",
    "He/PRP/2/nsubj waited/VBD/0/root for/IN/6/mark Chad/NNP/6/nsubj to/TO/6/mark act/VB/2/advcl",
    "He/PRP/2/nsubj fell/VBD/0/root after/IN/4/mark questioning/VBG/2/advcl her/PRP/4/obj",
    "In/IN/2/case Leeds/NNP/7/obl ,/,/4/punct Ala./NNP/2/appos ,/,/7/punct teachers/NNS/7/nsubj won/VBD/0/root",
    "Ann/NNP/10/nsubj Lee/NNP/1/flat ,/,/4/punct head/NN/1/appos of/IN/6/case Togo/NNP/4/nmod and/CC/9/cc the/DT/9/det "
    "chief/NN/1/conj left/VBD/0/root",
    "It/PRP/2/nsubj fell/VBD/4/ccomp ,/,/2/punct said/VBD/0/root Ann/NNP/4/nsubj",
    "In/IN/2/case Togo/NNP/0/root ,/,/2/punct Ann/NNP/2/appos",
    "After/IN/2/case that/DT/5/obl ,/,/2/punct please/UH/5/discourse call/VB/0/root Ann/NNP/5/obj",
    "Oman/NNP/3/nsubj:pass was/VBD/3/aux:pass hit/VBN/0/root",
    "Chad/NNP/2/nsubj has/VBZ/0/root armed/VBN/4/amod guards/NNS/2/obj",
    "Chad/NNP/2/nsubj has/VBZ/0/root frozen/VBN/4/amod food/NN/2/obj",
    "a/DT/2/det state/NN/0/root called/VBN/2/acl Chad/NNP/3/xcomp",
    "He/PRP/2/nsubj wrote/VBD/0/root in/IN/5/case a/DT/5/det letter/NN/2/obj",
    "He/PRP/2/nsubj met/VBD/0/root her/PRP/2/obj the/DT/5/det Sunday/NNP/2/obl before/IN/8/case the/DT/8/det "
    "vote/NN/5/nmod",
    "She/PRP/2/nsubj said/VBD/0/root talks/NNS/5/nsubj:pass were/VBD/5/aux:pass planned/VBN/2/ccomp",
    "Farmers/NNS/2/nsubj need/VBP/0/root rain/NN/2/obj and/CC/5/cc feed/VBP/2/conj cows/NNS/5/obj",
    "A/DT/3/det “/``/3/punct list/NN/0/root ”/''/3/punct of/IN/6/case wishes/NNS/3/nmod “/``/8/punct talks/NNS/6/appos "
    "held/VBN/8/acl ”/''/8/punct",
    "“/``/3/punct A/DT/3/det joke/NN/0/root ”/''/3/punct told/VBN/3/acl twice/RB/5/advmod",
    "Wept/VBD/0/root said/VBD/1/parataxis Tom/NNP/1/nsubj",
    "She/PRP/3/nsubj was/VBD/3/cop upset/JJ/0/root",
    "Ann/NNP/4/nsubj and/CC/3/cc Bob/NNP/1/conj quit/VBP/0/root",
    "Ann/NNP/4/nsubj ,/,/3/punct Bob/NNP/1/conj quit/VBD/0/root",
    "“/``/3/punct Guards/NNS/3/nsubj fled/VBD/7/ccomp ”/''/3/punct the/DT/6/det doctor/NN/7/nsubj said/VBD/0/root",
    "He/PRP/2/nsubj said/VBD/0/root they/PRP/4/nsubj fled/VBD/2/ccomp",
    "He/PRP/2/nsubj left/VBD/0/root in/IN/5/case the/DT/5/det year/NN/2/obl that/IN/9/mark the/DT/8/det war/NN/9/nsubj "
    "began/VBD/5/acl",
    "He/PRP/2/nsubj knew/VBD/0/root it/PRP/2/obj from/IN/6/case the/DT/6/det day/NN/2/obl that/IN/9/mark "
    "she/PRP/9/nsubj left/VBD/6/acl",
    "He/PRP/2/nsubj sold/VBD/0/root food/NN/2/obj and/CC/6/cc used/VBN/6/amod clothes/NNS/3/conj",
    "Chad/NNP/2/nsubj left/VBD/0/root and/CC/4/cc praised/VBD/2/conj Chad/NNP/4/obj",
    "The/DT/2/det ruling/NN/3/nsubj ended/VBD/0/root a/DT/5/det war/NN/3/obj Chad/NNP/7/nsubj began/VBD/5/acl:relcl "
    "and/CC/9/cc lost/VBD/7/conj Oman/NNP/9/obj",
    "We/PRP/2/nsubj won/VBD/5/ccomp ,/,/2/punct Roe/NNP/5/nsubj said/VBD/0/root ,/,/8/punct after/IN/8/mark "
    "beating/VBG/2/advcl them/PRP/8/obj",
    "“/``/3/punct We/PRP/3/nsubj won/VBD/6/ccomp ”/''/3/punct Roe/NNP/6/nsubj said/VBD/0/root “/``/9/punct "
    "after/IN/9/mark beating/VBG/3/advcl them/PRP/9/obj ”/''/9/punct",
    "a/DT/2/det friend/NN/0/root of/IN/4/case Ann/NNP/2/nmod Lee/NNP/4/flat ,/,/8/punct "
    "who/WP/8/nsubj fled/VBD/2/acl:relcl",
    "He/PRP/2/nsubj considered/VBD/0/root visiting/VBG/2/xcomp Chad/NNP/3/obj",
    "He/PRP/2/nsubj accused/VBD/0/root Roe/NNP/2/obj at/IN/6/case a/DT/6/det risk/NN/2/obl of/IN/8/mark "
    "losing/VBG/6/acl it/PRP/8/obj of/IN/11/mark lying/VBG/2/advcl",
    "Farmers/NNS/6/nsubj told/VBN/1/acl on/IN/4/case Monday/NNP/2/obl had/VBD/6/aux left/VBN/0/root",
    "“/``/3/punct We/PRP/3/nsubj won/VBD/5/ccomp ”/''/3/punct said/VBD/0/root Roe/NNP/5/nsubj who/WP/8/nsubj "
    "leaves/VBZ/6/acl:relcl on/IN/10/case Friday/NNP/3/obl",
    "a/DT/2/det witness/NN/0/root questioned/VBN/2/acl by/IN/5/case Ann/NNP/3/obl:agent ,/,/8/punct who/WP/8/nsubj "
    "lied/VBD/2/acl:relcl",
    "He/PRP/2/nsubj yelled/VBD/8/ccomp “/``/4/punct Stop/VB/2/ccomp ”/''/4/punct ,/,/2/punct Roe/NNP/8/nsubj "
    "said/VBD/0/root before/IN/10/mark leaving/VBG/2/advcl",
    "Police/NNS/2/nsubj convicted/VBD/0/root Roe/NNP/2/obj after/IN/5/case days/NNS/2/obl of/IN/7/mark "
    "hearing/VBG/5/acl witnesses/NNS/7/obj",
    "He/PRP/2/nsubj sold/VBD/0/root fried/VBN/4/amod fish/NN/2/obj",
]


def hand_made(rows: str) -> Tokens:
    words, tags, heads, relations = zip(*(row.split("/") for row in rows.split()), strict=True)
    starts = [sum(len(word) + 1 for word in words[:at]) for at in range(len(words))]
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    lemmas = [lemma(*pair) for pair in zip(words, tags, strict=True)]
    text, count = " ".join(words), len(words)
    columns = (
        list(words),
        lemmas,
        list(tags),
        [int(head) - 1 for head in heads],
        list(relations),
        [0] * count,
    )
    return Tokens(text, [Sentence(0, len(text), 0, count, "body")], [], starts, ends, *columns)


def read(tokens: Tokens, word: str) -> str:
    """Give "head relation" of a word, "root" at the root."""
    at = tokens.word.index(word)
    head = tokens.word[tokens.head[at]] + " " if tokens.head[at] >= 0 else ""
    return head + tokens.relation[at]


def told(tokens: Tokens) -> list[tuple]:
    return list(zip(tokens.word, tokens.tag, tokens.head, tokens.relation, strict=True))


def test_every_mend_has_a_slip_here():
    assert list(dict.fromkeys(name for name, *_ in SLIPS)) == [mend.__name__ for mend in MENDS]


@pytest.mark.parametrize(("name", "rows", "after"), SLIPS, ids=[name for name, *_ in SLIPS])
def test_a_slip_is_mended(name, rows, after):
    new = mended(hand_made(rows))
    found = {
        word: new.tag[new.word.index(word)] if what.isupper() else read(new, word)
        for word, what in after.items()
    }
    assert found == after


@pytest.mark.parametrize("rows", LOOK_ALIKES)
def test_what_only_looks_like_a_slip_stays(rows):
    tokens = hand_made(rows)
    assert told(mended(tokens)) == told(tokens)


@pytest.mark.parametrize("rows", [rows for _, rows, _ in SLIPS])
def test_mending_again_changes_nothing(rows):
    once = mended(hand_made(rows))
    assert told(mended(once)) == told(once)


def test_the_tokens_table_rests_on_the_same_parse_as_the_rows():
    text = "Chad has frozen aid to Togo. Oman mediated on Monday between Iran and Iraq."
    table = tag_words(conform([{"article": "a", "text": text}], "articles"))
    tokens = parse(text)
    assert table["relation"].tolist() == tokens.relation
    assert (read(tokens, "Chad"), read(tokens, "Iran")) == ("frozen nsubj", "mediated obl")


def test_word_classes_are_whole():
    rows = read_facts("word_classes.csv")
    assert all(row["word"] and row["class"] and row["why"] for row in rows)
    pairs = [(row["class"], row["word"]) for row in rows]
    assert len(set(pairs)) == len(pairs)
    assert words_of("weekday", "relative day") == WordClass("weekday") | WordClass("relative day")


@pytest.mark.parametrize("marks", [str, lambda text: text.replace("'", "’")], ids=["straight", "curly"])
@pytest.mark.parametrize(
    ("text", "what", "status", "first"),
    [
        ("Iran didn't sign the deal on Monday.", "Iran didn't sign the deal", "denied", "2024-05-06"),
        ("Norway won't lend any ships to Chad.", "Norway won't lend any ships to Chad", "denied", None),
        ("Kari Dahl said she'd resign on Friday.", "Dahl would resign", "planned", "2024-05-10"),
        ("They'd met the king of Togo on Monday.", "They'd met the king of Togo", "happened", "2024-05-06"),
        ("He's met the king.", "He's met the king", "happened", None),
        ("Chad has frozen aid to Togo.", "Chad has frozen aid to Togo", "happened", None),
    ],
)  # fmt: skip
def test_rows_rest_on_the_mended_parse(text, what, status, first, marks):
    row = {"article": "a", "published": pd.Timestamp("2024-05-08"), "text": marks(text)}
    timeline = analyze(conform([row], "articles")).timeline
    (found,) = timeline[timeline["what"] == marks(what)].itertuples()
    assert found.status == status
    assert found.first == pd.Timestamp(first) if first else pd.isna(found.first)
