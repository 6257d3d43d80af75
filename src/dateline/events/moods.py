"""Words that say how real an event is: intention, wish and fear, denial, and what modals mean."""

from __future__ import annotations

from dateline.events.frames import _words

# what is governed by these is planned
INTENT = _words(
    "plan intend intent intention schedule prepare prepared preparation agree decide decision vow promise "
    "pledge arrange arrangement announce undertake commit commitment set slate due aim design propose resolve "
    "swear ready poise offer determined determine expect expectation volunteer bind bound opt elect line"
)
# what is governed by these is only thought of
WISH = _words(
    "want hope wish desire seek fear worry concern threaten threat demand request urge ask call appeal order "
    "insist possibility risk danger chance prospect potential likelihood likely unlikely possible necessary "
    "warn warning propose proposal consider consideration suggest suggestion recommend recommendation mull "
    "contemplate explore debate weigh would encourage press pressure push lobby option opportunity ability "
    "able capable readiness willing willingness need bid try attempt effort speculate speculation suspect "
    "suspicion allege allegation accuse accusation imagine pretend dream invite invitation authorize "
    "permission persuade convince oppose scenario reluctant eager anxious keen hesitate prohibit predict "
    "prediction forecast anticipate condition requirement require pretext excuse draft blueprint bill"
)
# what is governed by these did not or shall not happen
DENIAL = _words(
    "deny denial refuse refusal refusing reject fail failure decline prevent prevention avoid cancel "
    "cancellation avert rule refrain forbid ban prohibit bar neglect refute block thwart foil abandon scrap "
    "forgo unable impossible lack absence unwilling"
)
# what these bring about has happened when they have: "forced the bank to close"
IMPLICATIVE = _words("force compel cause lead prompt oblige help manage drive induce")
REPORTING_VERBS = _words(
    "say tell report announce state add declare note claim confirm explain argue warn insist maintain write "
    "reveal disclose predict comment reply respond assert acknowledge admit stress emphasize suggest promise "
    "believe think expect hope inform assure reiterate affirm indicate testify vow pledge forecast estimate"
)
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
