"""Whether the words around a phrase look back or ahead: the tense of the verb that governs it.

Tags tell most; heads only choose the verb, and the nearest verb stands in where they lead nowhere.
"""

from __future__ import annotations

from dateline.grammar import relations as rel
from dateline.grammar.contractions import helper_lemma, plain
from dateline.grammar.hanging import governor, heads_above, stands_as
from dateline.language.lemmas import UNCHANGED
from dateline.language.tokens import Tokens

# Words that put what follows them ahead of the moment of speaking: plans, promises, duties, offers.
_AHEAD = frozenset(
    "expect plan schedule intend aim hope promise vow prepare anticipate due set slate await propose seek pledge "
    "forecast predict project expire mature payable effective agree decide ask urge order want offer threaten "
    "demand request invite need require deadline plot wait likely ready able postpone delay extend book "
    "scheduled planned expected slated upcoming "
    "poise poised suppose eligible bound invitation agreement decision effort bid attempt chance pressure".split()
)
# Participles that set a day for what they stand beside: "talks scheduled for Friday".
_SET = frozenset("plan schedule expect set slate book postpone delay extend intend due".split())
# Verbs that fix a day for something: "called an election for June".
_FIXING = frozenset(
    "set call arrange announce fix schedule plan order convene book reserve organise organize".split()
)
# What is reported for a time, and not set for it: "announced a loss for the fourth quarter".
_FIGURES = frozenset(
    "drop decline decrease rise increase gain loss profit earning earnings income result sale revenue".split()
)
_HELD = frozenset("election vote referendum primary ballot debate summit budget".split())
_PLAYED = frozenset("final fixture game match prix qualifier race semifinal semi-final".split())
_FUTURE = frozenset("will shall can may might must should would".split())
_HAD = frozenset(("had",))
_HAVE = frozenset("has have having".split())
_MAYBE = frozenset("could".split())
_BRACING = frozenset("brace gear prepare wait await look get head plan set ready".split())
_CALLING, _CALLED = (
    _AHEAD | {"ahead", "call"},
    15,
)  # words that look ahead to a noun, and how far before a day
_BACK = frozenset("about after following into over".split())  # "an inquiry into a crash on Thursday"
_PRESENT = 0.3  # "Parliament meets on Friday" looks ahead, "prices rise since March" does not
_PAST_FORMS = frozenset("was were had did said".split())
_IS = frozenset("is are am be being".split())
_WAS = frozenset("was were been did".split())
_AUXILIARIES = _FUTURE | _MAYBE | _HAD | _HAVE | _IS | _WAS | {"to"}
_SKIP = frozenset("not also still already only now then never ever".split())
_NOT = frozenset(("not", "never"))
# contracted forms as they are written out: of "have" and "be" the form that the words before them allow
_WRITTEN_OUT = {("'d", "have"): "had", ("'s", "have"): "has", ("'ve", "have"): "have"} | dict.fromkeys(
    (("'s", "be"), ("'re", "be"), ("'m", "be")), "is"
)
# verbs whose past looks like their present; of the two news means the past
_SAME_PAST = UNCHANGED | {"beat"}
_FAR = 40  # tokens: no verb farther away governs a date
_OPEN_ENDED = frozenset("until till".split())


def direction_at(tokens: Tokens, token: int) -> float:
    """Tell whether a phrase at a token is told as past (-1), as future (1), weakly so (between), or neither (0)."""
    first = tokens.sentences[tokens.sentence[token]].first
    before = tokens.word[token - 1].lower() if token > first else ""
    verb = _verb_before(tokens, token)
    if verb is None:
        verb = _governor(tokens, token)
    if before in ("payable", "effective", "due"):
        return 1
    tense = 0 if verb is None else _tense_of(tokens, verb)
    if _possessive(tokens, token):
        ahead = verb is not None and (
            (tense > 0 and _modal(tokens, verb))
            or (tense > _PRESENT and _is_held(tokens, token))
            or (tense > 0 and before in ("at", "for", "in") and _is_played(tokens, token))
        )
        return 1 if ahead else -1
    if before == "record" or (before == "as" and tense >= 0):  # holders of record; as early as Tuesday
        return 1
    if before == "since":
        return -1
    if before == "by" and not tense:
        return 1
    if (
        before == "by"
        and not tokens.word[token].lower().endswith("day")
        and not _is_done(tokens, verb, tense)
    ):
        return 1
    if before in _OPEN_ENDED and verb is not None and tense < 0 and _negated(tokens, verb):
        return -1  # "did not open until Tuesday"
    if before in _OPEN_ENDED and not (verb is not None and _perfect(tokens, verb)):
        return 1
    if tense == _PRESENT and tokens.sentences[tokens.sentence[token]].part == "caption":
        return -1  # photo captions tell the past in the present
    if before == "for" and token - 1 > first and tokens.lemma[token - 2].lower() in _AHEAD:
        return -1 if verb is not None and _perfect(tokens, verb) else 1
    if before == "for" and verb is not None and tokens.lemma[verb].lower() in _FIXING:
        figures = any(tokens.lemma[near].lower() in _FIGURES for near in range(verb + 1, token))
        return tense if figures else 1  # "set a meeting for Monday", "announced a loss for the quarter"
    return tense


def is_of_a_noun(tokens: Tokens, token: int) -> bool:
    """Tell "called for a strike on Monday", where the strike is to come, from "met on Monday" and "a crash on"."""
    first = tokens.sentences[tokens.sentence[token]].first
    behind = (
        token - 2 >= first and tokens.word[token - 1].lower() == "on" and tokens.tag[token - 2][:2] == "NN"
    )
    if not behind or _verb_before(tokens, token) is not None or _possessive(tokens, token):
        return False
    near = range(max(first, token - _CALLED), token)
    called = next((t for t in reversed(near) if tokens.lemma[t].lower() in _CALLING), -1)
    return called >= 0 and not any(tokens.word[t].lower() in _BACK for t in range(called, token))


def _is_held(tokens: Tokens, token: int) -> bool:
    """Tell "November's general election": what the calendar sets, and what plans are told of."""
    return any(tokens.lemma[near].lower() in _HELD for near in _behind(tokens, token))


def _is_played(tokens: Tokens, token: int) -> bool:
    """Tell "Friday's final", and not "Saturday's race attack"."""
    ends = (t for t in _behind(tokens, token) if not "".join(tokens.tag[t + 1 : t + 2]).startswith("NN"))
    return any(tokens.lemma[near].lower() in _PLAYED for near in ends)


def _behind(tokens: Tokens, token: int) -> range:
    """Give the words behind an owner that may name what it owns."""
    return range(token + 2, min(token + 5, len(tokens.word)))


def _is_done(tokens: Tokens, verb: int | None, tense: float) -> bool:
    """Tell whether "by June" ends something past: had fallen, were sold."""
    return verb is not None and (_perfect(tokens, verb) or (tense < 0 and tokens.tag[verb] == "VBN"))


def _negated(tokens: Tokens, verb: int) -> bool:
    """Tell "did not open", "was never freed"."""
    first = tokens.sentences[tokens.sentence[verb]].first
    return any(_written_out(tokens, near) in _NOT for near in range(max(first, verb - 3), verb))


def _possessive(tokens: Tokens, token: int) -> bool:
    return token + 1 < len(tokens.word) and tokens.word[token + 1] in ("'s", "’s")


def _verb_before(tokens: Tokens, token: int) -> int | None:
    """Find a verb that stands right before a phrase: "said Friday he feels", "met on Monday"."""
    first = tokens.sentences[tokens.sentence[token]].first
    for near in (token - 1, token - 2):
        if near < first or (
            near == token - 2 and tokens.word[token - 1].lower() not in ("on", "late", "early")
        ):
            return None
        if tokens.tag[near][:2] == "VB" and tokens.tag[near] != "VBZ":
            return near
    return None


def _governor(tokens: Tokens, token: int) -> int | None:
    """Find the verb above a token in the tree, or else the nearest one in its sentence."""
    sentence = tokens.sentences[tokens.sentence[token]]
    for at in (token, *heads_above(tokens, token, 11)):
        if tokens.tag[at][:2] == "VB":
            return at
        copula = _copula(tokens, at) if at != token else None
        if copula is not None:
            return copula
    before = range(token - 1, max(sentence.first, token - _FAR) - 1, -1)
    for near in (*before, *range(token + 1, min(sentence.last, token + _FAR))):
        if tokens.tag[near][:2] == "VB":
            return near
    return None


def _copula(tokens: Tokens, token: int) -> int | None:
    sentence = tokens.sentences[tokens.sentence[token]]
    for near in range(token - 1, max(sentence.first, token - 8) - 1, -1):
        if governor(tokens, near, rel.COPULA) == token:
            return near
    return None


def _auxiliaries(tokens: Tokens, verb: int) -> list[int]:
    """List the auxiliaries and the particle that stand before a verb, nearest first."""
    first = tokens.sentences[tokens.sentence[verb]].first
    found = []
    for near in range(verb - 1, max(first, verb - 8) - 1, -1):
        word = _written_out(tokens, near)
        if word in _AUXILIARIES:
            found.append(near)
        elif not (word in _SKIP or tokens.tag[near][:2] == "RB"):
            break
    return found


def _words(tokens: Tokens, verb: int) -> list[str]:
    return [_written_out(tokens, near) for near in _auxiliaries(tokens, verb)]


def _written_out(tokens: Tokens, near: int) -> str:
    """Write an auxiliary out: "she'd resign" has would, "she'd resigned" had, "won't" will and not."""
    word = plain(tokens.word[near])
    if "'" not in word and word not in ("wo", "ca", "sha", "ai"):
        return word
    lemma = helper_lemma(tokens, near)
    return _WRITTEN_OUT.get((word, lemma), lemma)


def _modal(tokens: Tokens, verb: int) -> bool:
    return any(word in _FUTURE for word in _words(tokens, verb))


def _perfect(tokens: Tokens, verb: int) -> bool:
    return any(word in _HAD for word in _words(tokens, verb))


def _tense_of(tokens: Tokens, verb: int, depth: int = 0) -> float:
    """Read the tense of a verb from its tag and from the auxiliaries before it."""
    tag, lemma, left = tokens.tag[verb], tokens.lemma[verb].lower(), _words(tokens, verb)
    if any(word in _FUTURE for word in left) and tag != "VBD":
        return -1 if "have" in left else 1
    if any(word in _MAYBE for word in left):
        return 0.5 if left[0] in _MAYBE and tag == "VB" else 0
    if "to" in left:
        return (
            -1
            if "have" in left or any(word in _HAD for word in left)
            else _infinitive(tokens, verb, left, depth)
        )
    if (
        lemma in ("plan", "schedule")
        and tag in ("VBD", "VBN")
        and not any(word in _HAD or word in _WAS for word in left)
    ):
        return 1
    if tag == "VBG" and lemma in _BRACING and any(word in _WAS for word in left):
        return 1  # "were bracing for the vote on Tuesday"
    if (
        tag == "VBD"
        or tokens.word[verb].lower() in _PAST_FORMS
        or any(word in _HAD or word in _WAS for word in left)
    ):
        return -1
    if tag == "VBN":
        if any(word in _HAVE for word in left):
            return -1
        if any(word in _IS for word in left):
            return 1 if lemma in _AHEAD else 0
        # Without an auxiliary it is a clause about a noun ("talks scheduled for") or a past tense tagged wrongly.
        return 1 if lemma in _SET and stands_as(tokens, verb, rel.ADNOMINAL_CLAUSE, rel.ADJECTIVE) else -1
    if tag in ("VBP", "VB") and tokens.word[verb] in _SAME_PAST and not left:
        return -1
    if tag in ("VBZ", "VBP"):
        return -1 if lemma in ("say", "tell", "report", "follow") else 1 if lemma in _AHEAD else _PRESENT
    if tag == "VBG" and not any(word in _IS for word in left):
        if (
            verb > 0 and tokens.word[verb - 1].lower() == "since"
        ):  # "their first visit since boycotting it in July"
            return -1
        return _above(tokens, verb, depth)
    return 1 if tag == "VBG" else 0


def _infinitive(tokens: Tokens, verb: int, left: list[str], depth: int) -> float:
    """Read "to meet": ahead after words that look ahead, else as the verb above it."""
    marker = _auxiliaries(tokens, verb)[left.index("to")]
    after = left[left.index("to") + 1 :]
    if after:
        return 1 if after[0] in _IS else -1
    first = tokens.sentences[tokens.sentence[verb]].first
    for near in range(marker - 1, max(first, marker - 4) - 1, -1):
        if left[0] in ("be", "get") and near == marker - 1 and tokens.tag[near][:2] == "NN":
            return 1
        if tokens.lemma[near].lower() in _AHEAD or tokens.word[near].lower() in _AHEAD:
            return -1 if _perfect(tokens, near) else 1
        if tokens.tag[near][:2] == "VB":
            return _tense_of(tokens, near, depth + 1) if depth < 4 else 0
    return _above(tokens, verb, depth) or 1


def _above(tokens: Tokens, verb: int, depth: int) -> float:
    """Read the tense of the verb above a verb that has none of its own."""
    for at in heads_above(tokens, verb, 6 if depth <= 4 else 0):
        copula = _copula(tokens, at)
        if copula is not None:
            return _tense_of(tokens, copula, depth + 1)
        if tokens.lemma[at].lower() in _AHEAD:
            return 1
        if tokens.tag[at][:2] == "VB":
            return _tense_of(tokens, at, depth + 1)
    return 0
