"""The set phrases round a story: datelines, bylines, photo captions and credits, as patterns.

The conventions are those of agencies and news sites: "CITY (AGENCY) -", "By NAME", "Photo: NAME / AGENCY",
"Image copyright AGENCY Image caption ...". Every pattern looks at a bounded piece of a line only.
"""

from __future__ import annotations

import re

LONGEST = 300  # characters; a longer paragraph is no byline and no credit

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day|\.)?)"
_DAY = (
    rf"(?:\d{{4}}-\d\d?-\d\d?|\d\d?[/.]\d\d?[/.]\d{{2,4}}"
    rf"|{_MONTH} \d\d?(?:st|nd|rd|th)?(?:,? \d{{4}})?|\d\d?(?:st|nd|rd|th)? {_MONTH}(?:,? \d{{4}})?)"
)
_CLOCK = r"(?:(?:at )?\d\d?[:.]\d\d(?: ?[ap]\.?m\.?)?(?: ?\(?[A-Z]{2,5}\)?)?)"
_AGENCY = (
    r"(?:AP|A\.P\.|AFP|Reuters|REUTERS|UPI|DPA|dpa|PTI|ANI|IANS|TASS|ITAR-TASS|RIA|Xinhua|Kyodo|Yonhap"
    r"|Bloomberg|Interfax|ANSA|EFE|CNN|BBC|CP|AAP|PA|KUNA|MENA|IRNA|Anadolu)"
)
_LABEL = (  # capitals before a dash that name a kind of item and no city
    r"(?!(?:FILE|PHOTO|UPDATE|EXCLUSIVE|BREAKING|ANALYSIS|WATCH|VIDEO|LIVE|OPINION|FACTBOX|CORRECTED"
    r"|NOTE|WARNING|ALERT|RECAP|REVIEW|PREVIEW|FEATURE|FOCUS|INTERVIEW|INSIGHT|TIMELINE|WRAPUP|ADDS|STORY"
    r"|PROFILE|OBITUARY|HIGHLIGHTS"
    r"|(?:PRESS|NEWS|MEDIA|MARKET|WORLD) (?:DIGEST|BRIEFS?|RELEASE|REVIEW|SUMMARY|WATCH))\b)"
)
_CITY = r"[A-Z][\w.'’]*(?:[ -](?:(?:of|de|la|el|al|the|upon) )?[A-Z][\w.'’]*){0,3}"
_CAPITALS = r"[A-Z][A-Z.'’]+(?:[ -][A-Z][A-Z.'’]*){0,2}"
_REGION = rf"(?:, ?{_CITY}){{0,2}}"
_CITIES = rf"{_CITY}{_REGION}(?:(?: ?[/&] ?| and ){_CITY}{_REGION}){{0,3}}"
_CAPITAL_CITIES = rf"{_CAPITALS}{_REGION}(?:(?: ?[/&] ?| and ){_CAPITALS}{_REGION}){{0,3}}"
_SOURCE = rf"\((?:{_AGENCY}|[A-Z][\w.&/ ]{{1,28}})\)"
_DASH = r"[ \t]*(?:--|[-–—―_])(?:(?=[\s“\"‘'`(])|(?<=[–—―_])(?=\w))"
_STORY = r"(?![^a-z]{12})"  # what follows a city is not all in capitals, as it is in "SOCCER - ..."

_DATELINES = (
    # CANBERRA, Australia (AP)_   WASHINGTON, Sept. 3 (Reuters) -   Sept. 3 (Reuters) -
    re.compile(rf"{_LABEL}(?:{_CITIES},? )?(?:{_DAY},? ?)?{_SOURCE}{_DASH}"),
    # New Delhi, March 3 (PTI) and no dash
    re.compile(rf"(?:{_CITIES},? )?(?:{_DAY},? ?)?\({_AGENCY} ?\)[ \t]*:?(?=[\sA-Z“\"])"),
    # CHARLOTTE, N.C. -   WASHINGTON, Jan. 3 -
    re.compile(rf"{_LABEL}{_CAPITALS}(?:{_REGION},? {_DAY}|, ?{_CITY}){_DASH}{_STORY}"),
    re.compile(rf"{_LABEL}[A-Z.'’]{{3,}}(?: [A-Z.'’]+)?{_DASH}{_STORY}"),
)
# WASHINGTON and MOSCOW -   NEW DELHI:   Washington / Moscow – and a capital: where the story begins only
_LEAD_DATELINES = (
    re.compile(rf"{_LABEL}{_CAPITAL_CITIES}(?:, {_DAY})?{_DASH}{_STORY}"),
    re.compile(rf"{_LABEL}[A-Z.'’]{{3,}}(?: [A-Z.'’]+)?: {_STORY}"),
    re.compile(rf"{_LABEL}{_CITIES}(?:, {_DAY})?[ \t]+(?:--|[-–—―])[ \t]+(?=[“\"‘'(]?[A-Z0-9]){_STORY}"),
)
_DATE_LINE = re.compile(
    rf"(?:(?:first |last )?(?:published|posted|updated|modified|created)(?: on| at)?:? ?)?"
    rf"(?:(?-i:{_CITY}{_REGION}),? )?"
    rf"(?:{_WEEKDAY},? )?(?:{_CLOCK},? )?{_DAY}(?:,? {_CLOCK})?(?: ?[-–|] ?{_CLOCK})?\.?",
    re.IGNORECASE,
)

_BEHIND_PLACES = re.compile(
    rf",? ?(?:(?:{_WEEKDAY},? )?{_DAY}|\(|(?:first |last )?(?:published|posted|updated|modified|created)\b).*",
    re.IGNORECASE,
)

_PERSON = (
    rf"(?!{_WEEKDAY}\b|{_MONTH}\b)[A-Z][\w.'’-]*"
    r"(?: (?:[A-Z][\w.'’-]*|van|von|der|den|de|da|di|du|la|le|bin|al|el)){0,4}"
)
_PHOTO_AGENCY = r"(?:AP Photo|Getty Images?|Getty|GETTY|Reuters|REUTERS|AFP|Shutterstock|EPA|iStock)"
_CREDIT_LINE = re.compile(
    rf"By(?:line)?:? {_PERSON}(?:(?:, (?=[A-Z])| and (?=[A-Z])|,? in | \| | of | for | - ).{{1,80}})?"
    r"|BY ?(?:LINE)?:? [A-Z].{1,100}"
    r"|(?:Additional |Further )?(?:[Rr]eporting|[Ee]diting|[Ww]riting|Compiled|Edited|Written|Produced|Story)"
    r"(?: by| and [a-z]+ing by)(?: |:).{1,200}"
    r"|Contribut(?:ing|ors|ed by):? .{1,100}"
    r"|(?:©|\([cC]\)|Copyright(?= ©| \([cC]\)| \d{4}| by | [A-Z]))\s.{1,250}|All rights reserved.{0,100}"
    r"|(?:Photos?|Images?|Pictures?|Photograph|Credit|Illustration|Graphic|Photo credit|Image credit)"
    r"(?:(?: by| courtesy of| courtesy)?: ?| by (?=[A-Z])).{1,80}"
    r"|Image copyright .{1,60}"
    r"|.{1,60} via (?:Getty Images|AP|Reuters|AFP|Flickr|Shutterstock|Wikimedia Commons)"
    rf"|\(?{_PHOTO_AGENCY}(?: ?/ ?.{{1,60}})?\)?"
    r"|\(?[\w.&-]{2,20}(?: [\w.&-]{2,20}){0,3}(?: ?/ ?[\w.&-]{2,20}){0,2}"
    r" ?/ ?(?:AP|AFP|AFP/Getty|Reuters|REUTERS|EPA|Getty Images|Instagram|Twitter)\)?"
    r"|Follow .{1,60} on (?:Twitter|Facebook|X)\b.{0,60}|\([a-z]{2,4}(?:[/-][a-z]{2,4})+\)"
    r"|Advertisement|ADVERTISEMENT|Scroll down for .{1,30}|Read (?:[Mm]ore|[Aa]lso):? ?.{0,120}"
)
_CREDIT_TAIL = re.compile(  # the last words of a caption; a lost space before the marker is common
    r"(?:(?<=[\s.,!?;:)\]”\"’'])|(?<=[a-z]))(?:"
    r"(?:File )?(?:Photo(?:graph)?s?|Images?|Pictures?|Foto|Credit|Illustration|Graphic)"
    r"(?: credit| courtesy| by)?: ?[A-Z@][^\n!?]{1,80}"
    r"|\([^()\n]{0,60}(?:Photo|Getty|Images?|/ ?AP|/ ?AFP|/ ?Reuters|/ ?EPA|REUTERS ?/|Shutterstock)"
    r"[^()\n]{0,60}\)\.?"
    r"|(?<=[.!?”\"] )\([A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{0,20}){1,3} ?/ ?[A-Z][\w.&'’ -]{1,40}\)\.?"
    r"|(?<=[.!?”\"] )[A-Z][\w.]{1,20}(?: [A-Z][\w.]{0,20}){0,3}(?: ?/ ?| via )"
    r"(?:Getty Images|AFP|AP|Reuters|REUTERS|EPA)(?: ?/ ?Getty Images)?"
    r")\s*$"
)
_CAPTION_LEAD = re.compile(
    r"FILE(?: PHOTO)? ?[-–—:]+ |FILE PHOTO\b|PHOTOS?: |CAPTION: |Caption: |Image caption:? |Media caption:? "
    r"|Pictured: |In this (?:[\w.,]+ ){0,8}(?:file |handout |undated )?(?:photo|image|picture|photograph)\b"
    r"|\[(?:Video|Photo|Image)s?: "
)
_EMBEDDED = re.compile(r"Image copyright .{1,60}? Image caption |(?:Image|Media) caption ")
_NEXT_STORY = re.compile(  # where a caption without a full stop gives way to the story
    r"(?<=[a-z0-9)\"”’'])\s(?=(?:The|A|An|In|On|At|He|She|It|They|We|But|And|When|After|Before|As|There|This"
    r"|That|If|For|His|Her|Their|Mr|Mrs|Ms|Dr|However|Meanwhile|Earlier|Officials|Police|Image|Media)\s)"
    r"|(?<=[.!?])\s|(?<=[.!?][\"”’'])\s"
)


_SHARED = (
    r"(?:Facebook|Twitter|X|WhatsApp|LinkedIn|Reddit|Telegram|e-?mail|article|story|post|page|link|friends?)"
)
_SENT = r"(?:newsletters?|alerts?|updates?|inbox|e-?mails?|briefings?|podcasts?|channel|today|here|free)"
_NO_STORY = r"(?!.{0,280}\b(?:said|says|told|was|were|had)\b)"  # a sentence that tells is none of these
_PAGE_LINE = re.compile(  # what a page says of itself: menus, offers, buttons and labels round the story
    r"(?:Most (?:read|popular|viewed|shared|commented|discussed)|Trending(?: now| stories)?|Top stories|Latest news"
    r"|Popular (?:now|stories|articles)|Recommended(?: for you| stories| articles)?|Editor['’]s picks?"
    r"|Read next|Up next"
    r"|You (?:may|might) (?:also )?(?:like|be interested in)|More (?:on this (?:story|topic)|from .{1,40}|stories)"
    r"|Related(?: (?:stories|articles|topics|content|news|coverage|links|posts|reading))?|Share|Share this|Comments?"
    r"|Print|E-?mail|Tweet|Skip to (?:main )?content)[:.!]?|Support our (?:journalism|work).{0,80}"
    r"|(?:Related(?: (?:stories|articles|topics|content|news|coverage|links|posts|reading))?|See also|Read next"
    r"|More on this(?: story| topic)?|Tags|Tagged|Topics|Filed [Uu]nder|Categories|Keywords|Posted in): ?.{1,250}"
    r"|(?:\d{1,5} )?[Cc]omments?(?: ?\(\d{1,5}\))?|(?:Leave|Post|Add|Write) a (?:comment|reply)\.?"
    r"|(?:Show|View|Read|See|Join|Hide) (?:all |the )?(?:\d{1,5} )?(?:[Cc]omments?|conversation)"
    r"(?: ?\(\d+\))?"
    r"|Comments (?:are|have been) closed.{0,60}"
    rf"|(?:Sign up|Subscribe|Register)\b(?=.{{0,120}}\b{_SENT}\b){_NO_STORY}.{{0,160}}|Subscribe(?: now)?[.!]?"
    rf"|Share (?:this|on|via|with|it)\b(?=.{{0,60}}\b{_SHARED}\b){_NO_STORY}.{{0,80}}"
    r"|Click (?:here|to (?:share|tweet|print|e-?mail|read|subscribe|play|view|enlarge|expand|follow))\b"
    rf"{_NO_STORY}.{{0,140}}"
    r"|(?:FOR|NOT FOR) IMMEDIATE RELEASE\b.{0,60}|For [Ii]mmediate [Rr]elease\b.{0,40}|EMBARGOED\b.{1,60}"
    r"|(?:NEWS|PRESS|MEDIA) RELEASE|(?:News|Press|Media) [Rr]elease"
    rf"|(?:Posted|Published|Written|Submitted)(?: on| at)? .{{0,30}}\d.{{0,20}} by {_NO_STORY}.{{2,60}}"
    r"|(?:Posted|Written|Submitted) by [A-Z].{1,60}|(?:Follow|Like|Find|Join) us on .{1,80}"
    r"|Download (?:our|the) .{0,40}\bapp\b.{0,60}|Listen to this (?:article|story).{0,40}|\d{1,3}[- ]min(?:ute)?s? read"
    r"|Already a subscriber\?.{0,60}|This (?:article|story|post|piece) (?:was )?(?:first|originally) "
    r"(?:appeared|published|ran) (?:in|on|at|by) .{1,120}"
)
_BESIDE = (  # where somebody stands in a picture
    r"(?:left|right|cent(?:er|re)|(?:second|third) (?:from )?(?:the )?(?:left|right)|pictured|seen here"
    r"|(?:far|top|bottom|above|front|back) (?:left|right|cent(?:er|re)))"
)
_PICTURED = re.compile(
    rf"{_NO_STORY}.{{0,250}}(?:, {_BESIDE}(?:,|\.|$)| \({_BESIDE}(?:\)|,)|, {_BESIDE} (?:with|and) )"
)
_LEAD_TAIL = re.compile(  # before the story begins, an agency alone is enough: "... on Saturday. AP"
    r"(?<=[.!?”\"] )(?:AP|AFP|Reuters|REUTERS|PA|EPA|UPI|dpa|Getty|Getty Images|Handout|Supplied|Courtesy photo)\.?\s*$"
)


def dateline_length(line: str, *, lead: bool = False) -> int:
    """Count the characters of the dateline with which a paragraph begins, 0 for none.

    `lead` says that the story begins here, where "Rome – The ..." is a dateline too.

    Examples
    --------
    >>> dateline_length("OSLO, Norway (AP) - Snow fell.")
    19
    """
    head = line[:160] + " "
    for pattern in (*_DATELINES, *(_LEAD_DATELINES if lead else ())):
        if match := pattern.match(head):
            return len(match.group().rstrip())
    return 0


def dateline_places(words: str) -> str:
    """Give the places of a dateline, without agency, date and dash.

    Examples
    --------
    >>> dateline_places("OSLO, Norway, Jan. 3 (AP) -"), dateline_places("Vienna / Bratislava –")
    ('OSLO, Norway', 'Vienna / Bratislava')
    """
    return _BEHIND_PLACES.sub("", " ".join(words.split())).strip(" ,-–—―_:")


def is_date_line(line: str) -> bool:
    """Say whether a line is a date and nothing but it, with or without a place: "March 6, 2008"."""
    return len(line) <= LONGEST and _DATE_LINE.fullmatch(line) is not None


def is_credit_line(line: str) -> bool:
    """Say whether a line names who wrote, took or owns something, or is what a page says of itself.

    Examples
    --------
    >>> is_credit_line("By Ann Lie"), is_credit_line("Comments (14)")
    (True, True)
    >>> is_credit_line("Comments by the mayor drew anger.")
    False
    """
    if len(line) > LONGEST:
        return False
    return bool(_CREDIT_LINE.fullmatch(line.removesuffix(".")) or _PAGE_LINE.fullmatch(line))


def is_caption(line: str, *, lead: bool = False) -> bool:
    """Say whether a line begins as captions do: "FILE - In this photo ...".

    Where the story has not begun (`lead`), who stands where in a picture tells a caption too.

    Examples
    --------
    >>> is_caption("Ann Lie, left, with Bo Ek at the bridge", lead=True)
    True
    """
    if lead and len(line) <= LONGEST and _PICTURED.match(line):
        return True
    return _CAPTION_LEAD.match(line[:LONGEST]) is not None


def credit_tail(line: str, *, lead: bool = False) -> int:
    """Find where the photo credit begins with which a caption ends, -1 for none.

    Where the story has not begun (`lead`), the name of an agency alone is one.

    Examples
    --------
    >>> line = "Waves on MondayPhoto: A. Silva / EPA"
    >>> line[credit_tail(line):]
    'Photo: A. Silva / EPA'
    """
    offset = max(0, len(line) - 160)
    match = _CREDIT_TAIL.search(line[offset:])
    if lead and not match and len(line) <= LONGEST:
        match = _LEAD_TAIL.search(line[offset:])
    return offset + match.start() if match else -1


_DISCLAIMER = re.compile(  # an outlet of itself: "Reuters has not verified these stories."
    rf"(?:^|(?<=[.!?][\s\"”]))(?:{_AGENCY}|The (?:{_AGENCY}|Associated Press|(?:news)?paper))"
    r" (?:(?:has|have|could|can|did|does)(?: not|n['’]t)(?: been able to)?|(?:is|was|has been) unable to)"
    r"(?: yet| immediately| independently|,)* (?:verif|confirm|vouch|authenticat)[a-z]*\b[^.!?\n]{0,200}\.(?=\s|$)"
)


def disclaimers(line: str) -> list[tuple[int, int]]:
    """Find the sentences in which an outlet says what it has not checked, as [start, end) of the line.

    Examples
    --------
    >>> line = "Two died. Reuters could not independently verify the report."
    >>> [line[a:b] for a, b in disclaimers(line)]
    ['Reuters could not independently verify the report.']
    >>> disclaimers("Reuters could not reach the mayor.")
    []
    """
    return [match.span() for match in _DISCLAIMER.finditer(line)]


def embedded_captions(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Cut [start, end) where web extraction ran "Image copyright X Image caption Y" into the story."""
    cuts: list[tuple[int, int, str]] = []
    at = start
    while match := _EMBEDDED.search(text, at, end):
        cuts += [(at, match.start(), "body"), (*match.span(), "credit")]
        caption = match.end()
        limit = min(end, caption + LONGEST)
        rest = _NEXT_STORY.search(text, min(limit, caption + 26), limit)
        at = rest.start() if rest else limit
        cuts.append((caption, at, "caption"))
    return [*cuts, (at, end, "body")]
