"""What a date looks like: rules over the classes of `words.py`, compiled into one expression.

A rule is written with names of classes as its letters (`month dot? day`); a word in capitals stands for
another definition. The first rule that matches at a place wins, so longer readings stand first. No rule
repeats without a bound, so reading takes time in proportion to the text.
"""

from __future__ import annotations

import re
from functools import cache

from dateline.dates.words import SYMBOL

DEFINITIONS = {
    "MONTH": "(?:month|namemonth|shortmonth dot?)",
    "WEEKDAY": "(?:weekday|shortday dot?(?=comma? (?:month|namemonth|shortmonth|day)))",
    "ORD": "(?:ordinal|second|ordnum)",
    "CARDINAL": "(?:cardinal (?:hyphen? cardinal)?)",
    "FIGURE": "(?:day|number|year)",
    "NUMBER": """(?:a? CARDINAL? scale (?:and? CARDINAL)?|CARDINAL (?:and a half)?|a couple of?|a? dozen
        |FIGURE (?:day slash day)?|day slash day|a few|few|half a|a)""",
    "SPAN": "(?:NUMBER (?:(?:or|to|hyphen) NUMBER)?)",
    "APPROX": "(?:approx|no? (?:more|less) than|at least|up to|as few as|within)",
    "SINGLE": "(?:unit|dayunit|week|monthunit|yearunit|century|quarter|second)",
    "UNIT": "(?:SINGLE|units|quarters)",
    "PART": """(?:(?:early|late|mid) hyphen? (?:in|on)?|(?:earlier|later) (?:in|on)?
        |the? (?:early|late|mid|middle hyphen?)|the? (?:start|middle|end) of|sometime (?:in)?)""",
    "ZONE": "(?:zone|local time)",
    "CLOCK": """(?:(?:clock|day|number|cardinal) ampm ZONE?|(?:day|cardinal) o quote oclock
        |clock ZONE?|noon ZONE?|(?:year|number) zone)""",
    "DAYNUM": "(?:the? ordnum|the ordinal|day)",
    "DATE": """(?:(?:WEEKDAY comma?)? (?:the daypart of)? MONTH DAYNUM (?!percent|dayunit|units)
            (?:comma? year)?
        |(?:WEEKDAY comma?)? DAYNUM of? MONTH (?:comma? year)?)""",
    "DAYISH": "(?:DATE|(?:last|next|this)? WEEKDAY|today)",
    "DEICTIC": """(?:this past|this coming|this last|this|these|that same|that|the same
        |the? (?:last|past|next|coming|previous|following|current|latest|recent))""",
    "REFYEAR": "(?:(?:this|last|next|that|the) fiscal? yearunit)",
}

# Name of the rule -> what it reads; the most specific stand first.
RULES = {
    "age": "NUMBER hyphen? (?:SINGLE|units) hyphen? old|NUMBER hyphen (?:SINGLE|units) hyphen old",
    "set": """every (?:other|CARDINAL|ORD|few|day)? (?:UNIT|weekend|season|daypart)
        |every MONTH|every WEEKDAY daypart?|(?:once|NUMBER times) (?:a|every|per) SINGLE|setword""",
    "time-of-date": """approx? CLOCK comma? on? DAYISH
        |approx? CLOCK the (?:same|next|following|previous) dayunit""",
    "date-with-time": "DAYISH comma? (?:at approx?)? CLOCK",
    "date": "approx? the? DATE (?:comma? daypart)?",
    "iso-date": "iso",
    "slashed-date": "slashed",
    "month-of-year": "PART? MONTH (?:of|comma)? (?:year|of? REFYEAR)",
    "month": "PART? DEICTIC? MONTH",
    "quarter": """(?:the|its)? (?:latest|comparable|current|year)? (?:fiscal hyphen?)? ORD hyphen? quarter
            (?:of|in)? (?:fiscal? (?:year|yearunit year)|REFYEAR|fiscal year)?
        |(?:the|its)? (?:ORD|last)? (?:CARDINAL) quarters of (?:year|REFYEAR)
        |REFYEAR possessive (?:fiscal hyphen?)? ORD? hyphen? quarter
        |the? comparable? yearunit hyphen? (?:ago|earlier) ORD? (?:quarter|period)
        |yearunit hyphen (?:ago|earlier)|the year ORD? (?:quarter|period)|q day (?:of? year)?|year q day""",
    "half": "(?:the|its)? (?:ORD|last) half of? the? (?:year|decadenum|decade|REFYEAR)",
    "weekday": "PART? DEICTIC? WEEKDAY daypart?",
    "today": """PART? (?:daypart|noon)? today (?:daypart)?
        |PART? (?:this|last|the? (?:previous|following|next)) daypart
        |the dayunit before today|the dayunit after today|overnight""",
    "ago": "APPROX? (?:SPAN (?:more)? hyphen? UNIT|units) (?:or so)? (?:ago|hence|from present)",
    "later": """APPROX? (?:SPAN (?:more)? UNIT|units) (?:or so)?
            (?:later|earlier|before|after|previous|following)
        |the (?:SINGLE) (?:before|after)""",
    "weekend": "PART? (?:DEICTIC|the) weekend",
    "season": """PART? (?:DEICTIC|the) season (?:of? (?:year|REFYEAR))?
        |PART? season (?:of? (?:year|REFYEAR))""",
    "span-of-time": "APPROX? (?:DEICTIC|the ORD|the) SPAN (?:fiscal|trading)? UNIT (?:or so)?",
    "century": "the? PART? ORD hyphen? century",
    "unit": """PART? DEICTIC (?:fiscal|trading)? (?:UNIT|period) (?:or so)?|PART (?:the|fiscal) yearunit
        |the extra? fiscal? (?:dayunit|week|monthunit|yearunit|quarter)|yearunit possessive? hyphen? end""",
    "decade": "the? PART? (?:decadenum|decade)",
    "fiscal-year": "PART? (?:fiscal (?:yearunit)?) year",
    "duration": """APPROX? (?:the|its|a)? (?:extra|ORD)? SPAN (?:more|trading|extra)? hyphen? trading? UNIT
            (?:hyphen? long)? (?:and a half)? (?:or so|or more)?
        |a? UNIT hyphen long|units (?:or units)?|a? few UNIT|some time|a long? while|a long time
        |(?:the|a)? recent units""",
    "year-range": "year hyphen (?:day|year|number)",
    "year": "PART? the? year",
    "present": "present|right present|at the? (?:moment)|these units|current",
    "past": "pastref|the past|recent",
    "future": "(?:the)? near? future|the near term|as soon as possible|soon",
    "time-of-day": "approx? CLOCK(?! percent)",
}


@cache
def grammar() -> re.Pattern[str]:
    """Compile all rules into one expression whose last group names the rule that matched."""
    alternatives = "|".join(f"(?P<R{number}>{expand(rule)})" for number, rule in enumerate(RULES.values()))
    return re.compile(f"(?!{SYMBOL['plain']})(?:{alternatives})")


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
