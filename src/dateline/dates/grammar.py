"""What a date looks like: rules over the classes of `words.py`, compiled into one expression.

A rule is written with names of classes as its letters (`month dot? day`); a word in capitals stands for
another definition. The first rule that matches at a place wins, so longer readings stand first. No rule
repeats without a bound, so reading takes time in proportion to the text.
"""

from __future__ import annotations

import re
from functools import cache

from dateline.dates.vocabulary import SYMBOL

DEFINITIONS = {
    "MONTH": "(?:month|namemonth|shortmonth dot?)",
    "WEEKDAY": "(?:weekday|shortday dot?(?=comma? (?:month|namemonth|shortmonth|day)))",
    "ORD": "(?:ordinal|second|ordnum)",
    "CARDINAL": "(?:(?:cardinal|centuryword) (?:hyphen? cardinal)?)",
    "FIGURE": "(?:day|number|year)",
    "YEARAGO": "yearunit hyphen? (?:ago|earlier)",
    "DIGITS": "(?:FIGURE (?:hyphen? day slash day)?|day slash day)",
    "COUNT": "(?:CARDINAL? scale (?:and? CARDINAL)?|CARDINAL|DIGITS)",
    "NUMBER": """(?:a? CARDINAL? scale (?:and? CARDINAL)?|CARDINAL and a half|CARDINAL|a quarter of a
        |a couple (?:of)?|couple of|a? dozen
        |DIGITS|a few|few|half a|a(?!SINGLE hyphen))""",
    "SPAN": "(?:NUMBER (?:(?:or|to|hyphen) NUMBER)?)",
    "APPROX": "(?:approx|no? (?:more|less) than|at least|up to)",
    "SINGLE": "(?:unit|fortnight|dayunit|week|monthunit|yearunit|century|quarter|second)",
    "UNIT": "(?:SINGLE|units|quarters)",
    "PART": """(?:(?:early|late|mid) hyphen? (?:in|on)?|(?:earlier|later) (?:in|on)?
        |the? (?:early|late|mid|middle hyphen?)|the? (?:start|middle|end) of|sometime (?:in)?)""",
    "ZONE": "(?:zone|gmt|local time)",
    "CLOCK": """(?:(?:clock|day|number|cardinal) ampm ZONE?|(?:clock|day|cardinal) in the daypart
        |(?:day|cardinal) o quote oclock (?:in the daypart)?
        |clock ZONE?|noon ZONE?|(?:year|number) gmt)""",
    "ALSO": "(?:bracket (?:clock|year|number|day) gmt bracket)",
    "DAYNUM": "(?:the? ordnum|the ordinal|day)",
    "MONTHDAY": "MONTH (?:DAYNUM|ordinal) (?!percent|dayunit|units|period|hyphen(?:dayunit|week|monthunit|yearunit))",
    "DATE": """(?:day hyphen MONTH hyphen (?:year|day|number)
        |(?:WEEKDAY comma?)? MONTHDAY (?:comma? year|of? REFYEAR|YEARSAGO)?
        |(?:WEEKDAY comma?)? DAYNUM of? MONTH (?:comma? year|of? REFYEAR|YEARSAGO)?)""",
    "LINK": "(?:comma? (?:and|or)|to|through|until|hyphen)",
    "DAYISH": "(?:DATE|(?:last|next|this)? WEEKDAY|today)",
    "DEICTIC": """(?:this past|this coming|this last|this|these|that same|that|the same
        |the? (?:last|past|next|coming|previous|current|latest|recent)|the following)""",
    "REFYEAR": "(?:the yearunit before last|(?:this|last|next|that|the) fiscal? yearunit)",
    "YEARSAGO": "(?:NUMBER (?:units|yearunit) ago)",
    "PERIODOF": "(?:MONTH (?:(?:of|comma)? year)?|(?:the yearunit)? year|REFYEAR|(?:this|last|next|the) monthunit)",
    "SEASONOF": "(?:year|REFYEAR|centuryword CARDINAL)",
    "YEARBACK": "(?:last yearunit|a yearunit (?:ago|earlier)|a YEARAGO)",
}

# Name of the rule -> what it reads; the most specific stand first.
RULES = {
    "age": "NUMBER hyphen? (?:SINGLE|units) hyphen? old|NUMBER hyphen (?:SINGLE|units) hyphen old",
    "set": """every (?:other|CARDINAL|ORD|few|day)? (?:UNIT|weekend|season|WEEKDAY daypart?|daypart)
        |every MONTH|every WEEKDAY daypart?|weekdays daypart?
        |(?:once|NUMBER times) (?:a|every|per) SINGLE|setword""",
    "offset": """(?:SPAN UNIT|the (?:dayunit|week|weekend)) (?:before|after|from)
            (?:DEICTIC? WEEKDAY|holiday year?)
        |the? dayunit (?:before|after) (?:DATE|today|last WEEKDAY)
        |the WEEKDAY (?:before|after) (?:holiday year?|DATE)""",
    "before-last": "the (?:WEEKDAY|week|weekend|monthunit|yearunit) before last(?!WEEKDAY|SINGLE)",
    "nth-weekday": "the (?:ORD|last) WEEKDAY (?:of|in) (?:MONTH (?:comma? year)?|(?:this|last|next|the) monthunit)",
    "part-of-period": """the? (?:ORD|last|final) (?:CARDINAL|day)? fiscal?
            (?:units|dayunit|week|weekend|monthunit) (?:of|in) PERIODOF
        |the? (?:last|final) quarter (?:of|in) PERIODOF""",
    "week-after": """a (?:week|fortnight) (?:on WEEKDAY|today(?!daypart)|from today)
        |WEEKDAY week(?=dot|comma|paragraph|quote)""",
    "time-of-date": """APPROX? CLOCK ALSO? comma? on? DAYISH
        |APPROX? CLOCK the (?:same|next|following|previous) dayunit""",
    "date-with-time": "DAYISH comma? (?:at approx?)? CLOCK",
    "week-of-date": "the? (?:week|weekend) of DATE",
    "date-list": """(?:WEEKDAY comma?)? MONTH day (?:comma day){0,4} LINK day(?!percent|dayunit|units|MONTH)
            (?:comma? year)?
        |day (?:comma day){0,4} LINK day of? MONTH (?:comma? year)?
        |(?:ordnum|ordinal|second) (?:and|or|to) the? (?:ordnum|ordinal|second) of MONTH (?:comma? year)?""",
    "part-of-day": "(?:the (?:daypart|start|end) of|overnight on) (?:DATE|WEEKDAY)",
    "short-date": "day shortmonth (?:day|number)(?!slash|dot day|percent|clock|ampm)",
    "date": "approx? (?:this? (?:past|coming)|last|next)? DATE (?:comma? daypart)?",
    "iso-date": "iso",
    "slashed-date": "slashed",
    "month-of-year": "PART? MONTH (?:of|comma)? (?:year|of? REFYEAR|YEARSAGO|centuryword CARDINAL)",
    "month": "PART? DEICTIC? (?:month|namemonth|shortmonth(?:dot|(?=(?:hyphen|to) MONTH)))",
    "same-period": """(?:the|its)? (?:comparable|same) (?:SPAN? units|quarter|period|monthunit|week) (?:of|in)?
            (?:YEARBACK|REFYEAR|the (?:previous|past|last) yearunit|year)
        |(?:the)? quarter YEARBACK|(?:REFYEAR|YEARBACK) possessive quarter""",
    "quarter": """(?:the (?:latest|comparable|current|year|YEARAGO)? fiscal? hyphen?)? ORD quarter
            (?:(?:of|in)? (?:fiscal? year|fiscal? yearunit year|REFYEAR|YEARBACK))?
        |(?:fiscal hyphen?)? ORD hyphen quarter (?:of? (?:fiscal? year|REFYEAR))?
        |the fiscal hyphen ORD quarter
        |(?:the? ORD|last) CARDINAL quarters of (?:year|REFYEAR)|q day (?:(?:of|fy)? year)?|q day|year q day|day q year?
        |(?:REFYEAR|year) possessive (?:fiscal hyphen?)? ORD hyphen? quarter|the year (?:quarter|period)""",
    "year-ago": "the? comparable? YEARAGO (?:ORD? quarter|period)|yearunit hyphen (?:ago|earlier)",
    "half": "(?:the|its)? (?:ORD|last) half of? the? (?:year|decadenum|decade|REFYEAR)|h day year",
    "weekday": "PART? DEICTIC? WEEKDAY daypart?",
    "today": """PART? (?:daypart|noon)? today (?:daypart)?
        |PART? (?:this|last|the? (?:previous|following|next)) daypart|overnight|mid hyphen? daypart""",
    "ago": """APPROX? (?:SPAN (?:more)? hyphen? UNIT|units) (?:or so|and a half)?
            (?:ago today?|hence|from present|back(?!to|from|and))
        |in a fortnight""",
    "later": """APPROX? (?:SPAN (?:more)? UNIT|units) (?:or so|and a half)? (?:later|earlier|previous)(?!to)
        |(?:SPAN UNIT|the SINGLE) (?:before|after)(?=dot|comma|and|paragraph)""",
    "weekend": "PART? (?:DEICTIC|the) weekend",
    "season": """PART? DEICTIC season (?:of? SEASONOF)?|PART? the season (?:of? SEASONOF)?
        |PART? season (?:of? SEASONOF)""",
    "stretch": """APPROX? (?:DEICTIC|the ORD) SPAN (?:fiscal|trading)? (?:units|quarters)
        (?:of (?:year|REFYEAR))? (?:or so)?(?!later|earlier|ago)""",
    "century": "the? PART? (?:cardinal hyphen)? ORD hyphen? century",
    "fiscal-year": "PART? (?:fiscal yearunit?|fy) year",
    "spelled-year": """centuryword CARDINAL(?!hyphen? (?:UNIT|scale))
        |the yearunit (?:year|cardinal scale (?:and? CARDINAL)?)""",
    "unit": """PART? DEICTIC (?:fiscal|trading)? (?:UNIT|period)(?!hyphen (?:ago|earlier)) (?:or so)?
        |PART (?:the (?:fiscal)?)? (?:week|monthunit|yearunit|quarter|century|unit)(?!hyphen)
        |the extra? fiscal? (?:week|monthunit|yearunit|quarter)(?!hyphen (?:ago|earlier|old|long|to))
        |yearunit possessive? hyphen? end""",
    "decade": "(?:the PART?|PART)? (?:decadenum|decade)|(?:the PART?|PART) year possessive",
    "duration": """CARDINAL hyphen and hyphen a hyphen half hyphen SINGLE (?:hyphen long)?
        |(?:COUNT|few) hyphen (?:trading hyphen?)? SINGLE (?:hyphen long)?|units hyphen long
        |SINGLE hyphen long
        |(?:the|another) extra? SPAN (?:more|trading|extra)? (?:trading)? (?:units|quarters)
        |(?:the|another) extra SPAN? (?:trading)? UNIT|another SINGLE
        |APPROX? extra? SPAN (?:more|trading|extra)? (?:trading)? UNIT (?:hyphen? long)?
            (?:and a half)? (?:or so|or more)?
        |units (?:or units)?|some time|a long? while|a long time|(?:the|a)? recent units
        |a extra SINGLE""",
    "holiday": "PART? DEICTIC? holiday (?:daypart|week|weekend)? (?:comma? year|of? year|of? REFYEAR)?",
    "year-range": "year (?:hyphen|slash) (?:day|year|number)",
    "named-day": "nineeleven",
    "day-of-named-month": "the ordnum of (?:this|last|next|that|the same) monthunit",
    "day-of-month": "(?<=on)the ordnum(?=dot|comma|and|or|to|paragraph|quote|bracket|hyphen|dash)",
    "year": "PART? year(?!gmt)",
    "present": "present|right present|at the? (?:moment)|these units|current",
    "past": "pastref|the past",
    "future": "the near? future|in future(?!units|quarters)|the near term|as soon as possible",
    "time-of-day": "APPROX? CLOCK ALSO?(?!percent)",
}


# Classes that begin no rule, and classes that begin one only when another class follows.
_NEVER_FIRST = (
    "plain comma dot hyphen dash slash percent quote bracket paragraph possessive of on to from until through and or "
    "than ago hence before after old per oclock ampm zone gmt period term time while so soon local possible times "
    "moment"
)
_OPENERS = (
    "the a this that these its some last past next same coming previous following latest every early late mid middle "
    "start end half few couple dozen approx more less at up as no extra another in cardinal scale ordinal second day "
    "number earlier later sometime long near right fiscal centuryword recent once other"
)


@cache
def grammar() -> re.Pattern[str]:
    """Compile all rules into one expression whose last group names the rule that matched."""
    alternatives = "|".join(f"(?P<R{number}>{expand(rule)})" for number, rule in enumerate(RULES.values()))
    never = "".join(SYMBOL[name] for name in _NEVER_FIRST.split())
    openers = "".join(SYMBOL[name] for name in _OPENERS.split())
    ends = "".join(SYMBOL[name] for name in ("plain", "comma", "dot", "paragraph"))
    return re.compile(f"(?=[^{never}{openers}]|[{openers}][^{ends}])(?:{alternatives})")


def expand(rule: str) -> str:
    """Write a rule as an expression over symbols."""
    for _ in range(6):
        rule = re.sub(r"[A-Z]{3,}", lambda match: DEFINITIONS[match.group()], rule)
    rule = re.sub(r"(?<![?\\])\b[a-z]\w*", lambda match: SYMBOL[match.group()], rule)
    return re.sub(r"\s+", "", rule)


@cache
def rule_names() -> list[str]:
    """List the rules in the order of their groups."""
    return list(RULES)
