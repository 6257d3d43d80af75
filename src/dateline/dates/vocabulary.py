"""The words that dates are made of: every piece of a text gets a class (one character) and a number.

The classes are the alphabet of `grammar.py`: a text becomes a string with one character a piece, so that
one compiled expression reads all dates of a text in one pass.
"""

from __future__ import annotations

MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), 1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thur thurs", "friday fri",
         "saturday sat", "sunday sun")
    )
    for name in names.split()
}  # fmt: skip


def _numbered(words: str, first: int, step: int = 1) -> dict[str, int]:
    return {word: first + step * number for number, word in enumerate(words.split())}


CARDINALS = _numbered(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen", 0
)
CARDINALS |= _numbered("fifteen sixteen seventeen eighteen nineteen", 15)
CARDINALS |= _numbered("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6}
ORDINALS = _numbered("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth", 1)
ORDINALS |= _numbered(
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth", 13
)
ORDINALS |= {"thirtieth": 30}
DECADES = _numbered("twenties thirties forties fifties sixties seventies eighties nineties", 2)
PLURALS = {
    unit + "s": unit
    for unit in ("second", "minute", "hour", "day", "week", "fortnight", "month", "quarter", "year", "decade")
} | {"centuries": "century", "millennia": "millennium"}
SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
DAYPARTS = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "midday": "MI", "lunchtime": "MI",
    "nighttime": "NI", "dawn": "MO", "dusk": "EV", "overnight": "NI", "midnight": "24:00", "noon": "12:00",
}  # fmt: skip
SETS = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W",
    "monthly": "P1M", "yearly": "P1Y", "annually": "P1Y",
}  # fmt: skip
_ZONES = (
    "et ct mt pt eastern pacific est edt cst cdt mst mdt pst pdt bst cet cest eet msk ist jst hkt aest aedt"
)

# Classes of one or few words: class -> its words. The grammar calls the classes by these names.
_WORDS = {
    # lengths of time
    "unit": "minute hour decade millennium", "fortnight": "fortnight", "dayunit": "day", "week": "week",
    "monthunit": "month",
    "yearunit": "year", "century": "century", "quarter": "quarter", "quarters": "quarters",
    "units": " ".join(unit for unit in PLURALS if unit != "quarters"),
    "second": "second", "q": "q", "h": "h", "fy": "fy",
    "weekend": "weekend weekends", "season": " ".join(SEASONS) + " springs summers winters",
    "weekdays": " ".join(name + "s" for name in WEEKDAYS if name.endswith("day")),
    "daypart": "morning afternoon evening night mornings afternoons evenings nights nighttime lunchtime",
    "noon": "noon midnight midday", "overnight": "overnight dawn dusk", "period": "period", "term": "term",
    "time": "time", "moment": "moment", "while": "while", "trading": "trading calendar business working",
    # numbers
    "cardinal": " ".join(word for word in CARDINALS if word not in ("eighteen", "nineteen")),
    "centuryword": "eighteen nineteen", "scale": " ".join(SCALES), "dozen": "dozen dozens",
    "decade": " ".join(DECADES),
    "ordinal": " ".join(word for word in ORDINALS if word != "second"), "few": "few several many",
    "couple": "couple", "half": "half", "times": "times", "once": "once twice thrice",
    # what points to a time
    "the": "the", "a": "a an", "this": "this", "that": "that those", "these": "these", "some": "some",
    "its": "its his her their our my your", "last": "last", "past": "past", "next": "next", "same": "same",
    "coming": "coming upcoming forthcoming", "previous": "previous preceding prior", "current": "current",
    "following": "following ensuing subsequent", "latest": "latest", "recent": "recent", "future": "future",
    "every": "every each", "other": "other", "ago": "ago", "back": "back", "final": "final closing",
    "later": "later", "earlier": "earlier",
    "hence": "hence", "before": "before", "after": "after", "early": "early", "late": "late", "mid": "mid",
    "middle": "middle", "start": "start beginning", "end": "end", "sometime": "sometime",
    "fiscal": "fiscal financial", "comparable": "comparable corresponding", "local": "local",
    "today": "today yesterday tomorrow tonight", "present": "now currently nowadays presently",
    "pastref": "recently lately", "setword": " ".join(SETS), "soon": "soon", "another": "another",
    "near": "near foreseeable immediate distant", "possible": "possible", "right": "right",
    # how exactly
    "approx": "about around nearly almost roughly approximately", "more": "more", "than": "than",
    "less": "less fewer", "least": "least most", "up": "up", "as": "as", "no": "no", "so": "so",
    "extra": "additional extra further full whole entire", "long": "long", "old": "old", "per": "per",
    "percent": "percent cent million billion trillion",
    # times of day
    "ampm": "am pm", "o": "o", "oclock": "clock", "zone": _ZONES, "gmt": "gmt utc",
    # small words
    "from": "from", "until": "until till", "to": "to", "through": "through thru", "in": "in", "on": "on",
    "at": "at", "of": "of", "and": "and", "or": "or",
}  # fmt: skip
_MARKS = {
    ",": "comma", ".": "dot", "-": "hyphen", "‐": "hyphen", "‑": "hyphen", "–": "hyphen", "—": "dash",
    "/": "slash", "%": "percent", "'": "quote", "’": "quote", "‘": "quote", "`": "quote", "(": "bracket",
    ")": "bracket",
}  # fmt: skip
_SHAPES = (
    "month", "namemonth", "shortmonth", "weekday", "shortday", "day", "number", "year", "decadenum", "ordnum",
    "clock", "iso", "slashed", "possessive", "paragraph", "holiday", "nineeleven", "plain",
)  # fmt: skip
CLASSES = sorted({*_WORDS, *_MARKS.values(), *_SHAPES})
SYMBOL = {name: chr(0x100 + number) for number, name in enumerate(CLASSES)}
CLASS = {symbol: name for name, symbol in SYMBOL.items()}
FIXED = {word: name for name, words in _WORDS.items() for word in words.split()} | _MARKS
NAME_MONTHS = {"may", "march", "april", "june", "august"}  # also given names, verbs or adjectives


def number_of(words: list[str]) -> float | None:
    """Read a number from its words and digits; None when it names no definite number.

    >>> number_of(["twenty", "four"]), number_of(["2", "1", "/", "2"]), number_of(["a", "couple", "of"])
    (24, 2.5, 2)
    """
    total, current, seen, slash = 0.0, 0.0, False, "/" in words
    if slash and len(words) >= 3:
        parted = [word for word in words if word == "/" or word.isdecimal()]
        if parted[-2:-1] != ["/"] or "/" in (parted[-1], *parted[-3:-2], *parted[:-3]) or len(parted) < 3:
            return None  # no fraction: "1/2-12 years"
        *whole, above, _, below = parted
        part = int(above) / int(below) if int(below) else 0
        return (int(whole[0]) if whole else 0) + part
    for word in words:
        if word in ("few", "several", "many", "dozens"):
            return None
        if word in ("a", "an") and seen:
            continue
        value: float | None = CARDINALS.get(word, {"a": 1, "an": 1, "couple": 2, "dozen": 12}.get(word))
        if value is None and word[0].isdecimal():
            value = float(word.replace(",", "")) if len(word) < 12 else None
        if word == "half":
            value = 0.5
        if word in SCALES:
            current, seen = (current or 1) * SCALES[word], True
        elif word in ("couple", "dozen"):
            current, seen = value or 0.0, True
        elif value is not None:
            current, seen = current + value, True
    total += current
    return (int(total) if total == int(total) else total) if seen else None
