"""Small classes of verbs, nouns and prepositions that decide who fills which role."""

from __future__ import annotations

from dateline.grammar.words import WordClass


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# the object of these, not the subject, does what the infinitive says: "urged Kyiv to talk"
OBJECT_CONTROL = _words(
    "ask urge tell order allow let force want expect invite persuade convince press push pressure request "
    "help enable permit encourage warn advise instruct command compel require cause lead get make authorize "
    "appoint choose elect call beg implore remind forbid ban bar prevent see hear prompt provoke spur inspire motivate "
    "oblige tempt incite dare challenge hire"
)
# of these whoever stands behind the preposition does it: "called on Kyiv to talk", "appealed to Chad to free them"
OBLIQUE_CONTROL = {
    **dict.fromkeys(_words("appeal gesture shout signal"), _words("to at")),
    **dict.fromkeys(_words("arrange campaign opt press push vote wait"), _words("for")),
    **dict.fromkeys(_words("bank count depend prevail rely"), _words("on upon")),
    "call": _words("on upon for"),
    "plead": _words("with"),
}
# events that need two: who stands after "with" or "between" takes part as an actor
JOINT = _words(
    "talk fight meeting summit negotiation consultation dialogue conversation discussion call conference agreement "
    "deal treaty accord pact war clash fighting battle dispute conflict cooperation partnership exchange "
    "ceasefire truce relation tie phonecall session encounter contact trade match game confrontation skirmish "
    "standoff tension"
)
# verbs that lend a noun their subject: the noun says what happens
LIGHT = _words(
    "hold have make take give do stage conduct carry launch mount pay undertake issue engage put reach sign "
    "strike file deliver commit express offer voice wage perform enter join attend arrange"
)
# of these, verbs that say nothing but what their object names: "had a call", "held talks", "made a visit"
CARRYING = _words("carry conduct do give have hold launch lead make open pay stage take undertake")
SUPPORT = LIGHT | _words(
    "begin start open continue resume end stop halt suspend plan schedule organize prepare postpone cancel "
    "finish complete announce threaten order intensify step propose seek demand win lose face agree extend "
    "conclude renew reiterate repeat withdraw reject refuse deny increase cut reduce raise lift ease impose "
    "send submit present declare host break avoid accept abandon consider approve provide maintain lead"
)
# of these the subject does not do what the noun names: "rejected the criticism", "faces an attack"
NOT_OWN = _words(
    "reject refuse deny accept avoid approve consider face lose win demand host break maintain increase raise "
    "propose"
)
# what these don't do to an event leaves it as it is: "did not end the war", "did not join the attack"
LEAVING = _words(
    "end stop halt suspend postpone cancel finish complete lift ease join attend enter win lose face avoid abandon "
    "reject refuse deny increase cut reduce raise host survive"
)
# what stands after "for" with these is the purpose: "trained for an attack"
PREPARING = _words("practise practice train prepare drill exercise rehearse gear plan")
ARRANGING = _words(
    "plan schedule organize organise prepare postpone cancel announce resume continue begin start end"
)
# of these an object that names an act gives its own target: "reaffirmed its support for Chad"
EXPRESSING = _words(
    "reaffirm reiterate express show voice offer pledge give provide restate confirm extend renew declare "
    "announce state lend promise repeat signal"
)
# of these a name without article before what is given is who gets it: "gave Georgia assurances"
GIVING = _words("give offer lend promise pledge show")
# participles of a state that somebody is in, not done to: "Chad is opposed to the plan"
STATIVE = _words(
    "oppose commit dedicate prepare determine resolve concern worry alarm incline interest please disappoint anger "
    "outrage dismay satisfy"
)
# bodies that many countries have under the same name
BODIES = WordClass("body of state")
# nouns whose owner or nationality is not who they are: "US allies" are not the USA
OTHERS = _words("ally partner neighbor neighbour rival foe enemy opponent critic adversary competitor")
# nouns of what is said or written: "a statement urging Chad" is of whoever issued it
SAID_NOUNS = _words(
    "statement declaration resolution letter message communique report appeal memorandum note petition broadcast "
    "speech telegram manifesto leaflet open-letter ultimatum decree order"
)
# of these whoever stands behind "from" does it: "warnings from Moscow", "a response from the bank"
SENT = SAID_NOUNS | _words(
    "answer attack backlash bid complaint criticism demand donation fire help invitation objection offer opposition "
    "order praise pressure proposal protest reaction reply request resistance response ruling signal strike support "
    "threat warning"
)
# of these the owner undergoes what somebody does: "his defeat by Iran"
SUFFERED = _words(
    "arrest assassination capture conviction defeat detention dismissal execution invasion killing murder occupation "
    "rejection rescue shooting suspension takeover"
)
# where somebody speaks: who says something "at a press conference" holds it
SPOKEN_NOUNS = _words(
    "address announcement briefing call conference conversation email interview meeting reaction reply response "
    "testimony tweet videoconference"
)
# with these and "under" or "into", who is put somewhere undergoes what the noun names: "was put under arrest"
PUTTING = _words("put place take hold keep bring throw")
# of these the infinitive alone says what is done, to whom
RAISING = _words(
    "begin start continue stop cease keep want wish hope intend plan aim try attempt seek seem appear tend claim "
    "expect need use manage happen prove get have"
)
# with these what is given stands after "with": "provided Chad with loans"
PROVIDING = _words("provide supply furnish present equip arm reward")
# with these a deed is only told of, as what another comes before or after
BESIDE = _words("after before during since until following")
# what stands after these is not what a verb without object acts on
CIRCUMSTANCES = frozenset(("", *_words("by amid despite because"), *BESIDE))
OBLIGING = _words("must should ought shall")
# verbs that an infinitive completes
COMPLETED = OBJECT_CONTROL | _words(
    "agree promise pledge vow threaten offer refuse decline plan intend decide hope want seek try attempt "
    "fail prepare aim propose demand swear volunteer undertake commit expect begin start continue"
)
REPORTING_VERBS = WordClass("reporting")
# verbs with which somebody is to do something: "demanded that Togo withdraw"
DEMANDING = _words("demand urge insist ask request propose call recommend suggest warn order require")
# nouns in whose "of" or "in" a place is named: "the city of Lyon", "the border with Chad"
PLACE_NOUNS = WordClass("settled place", "place")
# nouns whose "of" names what is done to, never who does it
GOAL_NOUNS = _words(
    "deployment invasion occupation killing murder assassination arrest release destruction bombing "
    "construction creation expansion extension establishment removal withdrawal shelling siege capture "
    "seizure sale purchase delivery execution abduction kidnapping election appointment signing rejection "
    "violation criticism condemnation abuse torture use production acquisition closure opening suspension "
    "evacuation deportation expulsion annexation liberation support accusation implementation investigation "
    "review threat possibility risk danger fear protest demonstration probe inquiry trial lawsuit prosecution"
)
# nouns that take "to do": "plans to attack", "the decision to withdraw"
PROPOSAL_NOUNS = WordClass("decision", "proposal")
TARGET_CASES = _words("with against to on for toward towards at into from over upon")
PLACE_CASES = WordClass("where", "whither", "along")
ARMED = _words(
    "army troop troops soldier force military militia rebel guerrilla insurgent gunman militant fighter police "
    "policeman officer navy fleet warplane jet bomber bomb missile rocket drone helicopter tank artillery "
    "warship submarine marine commando sniper terrorist paramilitary battalion brigade regiment attacker "
    "assailant gang cartel extremist separatist mob crowd airstrike strike shell explosion blast gunfire "
    "regime armed security trooper guard unit aircraft plane"
)
MOTION = _words(
    "go come travel fly arrive return move head visit drive walk march sail flee leave depart enter reach run "
    "rush withdraw retreat send deploy deport trip tour journey arrival departure flight evacuate"
)
CALENDAR = WordClass("month", "weekday", "relative day", "calendar span", "part of day")
MEASURES = _words(
    "hour minute second moment time decade century percent point cent dollar euro mile kilometer kilometre meter "
    "metre foot inch way bit lot deal season weekend spring summer autumn winter fall midnight noon"
)
# where sides meet at play: who is beaten there is not hurt
CONTESTS = _words(
    "final semi-final semifinal quarter-final quarterfinal match game league cup championship tournament playoff "
    "play-off derby set round test rubber innings overtime race leg opener"
)
# nature and accidents, which kill and hit without being anybody's act
MISHAPS = _words(
    "storm hurricane typhoon cyclone tornado earthquake quake tsunami flood flooding landslide avalanche "
    "eruption volcano wildfire blaze fire lightning heat cold drought disease virus epidemic pandemic "
    "outbreak infection cancer accident crash collision collapse derailment shipwreck wreck stampede disaster "
    "rain wind snow blizzard heatwave famine crane malfunction leak overdose weather mudslide sinking illness "
    "tree branch bough boulder rockfall icicle scaffold "
    "scaffolding debris rubble roof ceiling wall lift train tram bus shark bear crocodile snake bee hippo"
)
