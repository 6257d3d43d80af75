"""Words that say how real an event is: intention, wish and fear, denial, and what modals mean."""

from __future__ import annotations

from dateline.grammar.frames import _words
from dateline.grammar.words import WordClass

# what is governed by these is planned
INTENT = WordClass("intent")
# what is governed by these is only thought of
WISH = WordClass("wish")
# what is governed by these did not or shall not happen
DENIAL = _words(
    "deny denial refuse refusal refusing reject fail failure decline prevent prevention avoid cancel "
    "cancellation avert refrain forbid ban prohibit bar neglect refute block thwart foil abandon scrap shelve shelved "
    "axe forgo unable impossible lack absence unwilling omit forget disprove dismiss rebut repudiate debunk veto"
)
# the same by their particle: "called off the summit", "ruled out an attack"
DENIAL_PHRASES = frozenset((("call", "off"), ("rule", "out")))
# what is put off is still to come: "postponed its talks"
DELAY = _words("postpone delay defer reschedule")
DELAY_PHRASES = frozenset((("put", "off"), ("push", "back")))
# what these bring about has happened when they have: "forced the bank to close"
IMPLICATIVE = _words("force compel cause lead prompt oblige help manage drive induce")
ONGOING_VERBS = _words(
    "continue remain stay keep last persist go rage work live stand face lead control hold occupy"
)
# done in being said: "today we are announcing" does not go on
PERFORMED = _words("announce designate declare proclaim pronounce")
CONDITIONAL_MARKS = frozenset(("if", "unless", "whether", "lest"))
TIME_MARKS = frozenset(("once", "after", "before", "until", "till", "when", "as", "soon"))
PLANNED_MODIFIERS = _words(
    "planned plan upcoming scheduled schedule forthcoming coming future next proposed expected expect "
    "intended announced"
)
HYPOTHETICAL_MODIFIERS = _words(
    "possible potential alleged eventual hypothetical likely feared would-be prospective imminent threatened "
    "theoretical suspected supposed rumored rumoured"
)
CERTAIN_MODIFIERS = _words(
    "recent past ongoing current last previous earlier continuing latest today yesterday"
)
# nouns that name what lasts: without a date of its own it goes on at the time of writing
DURATIVE_NOUNS = _words(
    "deployment war occupation siege blockade crisis conflict tension unrest standoff stand-off curfew "
    "embargo campaign buildup build-up insurgency investigation inquiry probe negotiation talk strike "
    "epidemic pandemic outbreak drought famine recession inflation fighting emergency lockdown boycott trial "
    "dispute debate opposition support violence presence mission operation search manhunt offensive rebellion "
    "uprising hostility isolation"
)
DOUBTS = _words("possibly perhaps maybe allegedly reportedly supposedly purportedly potentially probably")
PURPOSE = _words("intend aim design mean")
# what these stand with did not happen: "nearly attacked"
NEARLY = frozenset(("nearly", "almost"))
# what only changes by degrees is told by "nearly", not denied: "prices nearly doubled"
DEGREES = _words(
    "double triple treble quadruple halve fill complete finish cover match reach equal exhaust run empty "
    "eliminate wipe end stop"
)
# what stands after "of", "with" or "for" with these is only charged: "accused of bombing Chad"
CHARGING = _words(
    "accuse suspect charge indict arrest detain prosecute try sue investigate blame want wanted trial suspicion "
    "allegation accusation arraign implicate"
)
# of what somebody is freed by a court: "cleared of killing"
CLEARING = _words("acquit clear exonerate absolve")
# a clause that completes these is what somebody puts forward
CARRIERS = _words(
    "report claim allegation accusation suggestion assertion charge story statement insinuation rumour rumor idea "
    "notion theory speculation"
)
# of these it is open whether it is so, whoever tells them
LOOSE_TALK = _words(
    "rumour rumor speculation allegation suspicion theory possibility notion gossip insinuation"
)
# "no evidence of", "no sign that": what completes these is not known to be so
EVIDENCE = _words(
    "evidence proof sign indication report suggestion hint trace confirmation word claim indicator rumour rumor "
    "guarantee allegation"
)
# a claim that is one of these is denied
FALSE = _words(
    "false untrue incorrect baseless unfounded groundless inaccurate fictitious nonsense lie fabrication fake hoax "
    "myth bogus fabricated"
)
# what denies a claim: "dismissed reports that"
REJECTING = _words(
    "deny dismiss reject refute rebut repudiate debunk disprove contradict discredit disbelieve disavow"
)
# not said, what completes these is open: "has not confirmed that it fired"
SAYING = _words(
    "say claim confirm believe think suggest report allege assert state indicate conclude prove verify imply "
    "mention expect suppose certain sure clear convinced"
)
# nouns and participles of what never came to be: "the foiled attack"
DENIED_MODIFIERS = _words(
    "foiled thwarted averted aborted cancelled canceled scrapped shelved abandoned nonexistent non-existent "
    "imaginary fictitious"
)
POSTPONED_MODIFIERS = _words("postponed delayed deferred rescheduled")
