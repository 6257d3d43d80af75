"""The words of a row stand alone: nothing that turns the sense is cut, and what is said stands behind who says it."""

from types import SimpleNamespace

import pytest

from dateline.events.rows.wording import names_in_brief
from dateline.events.rows.words import names_of, worded_event
from timeline_rows import read

WORDED = [
    ("whether", "The senator declined to say whether the bill would pass.", "declined",
     "The senator declined to say whether the bill would pass"),
    ("of what", "The minister toyed with the idea of leaving the party.", "toyed",
     "The minister toyed with the idea of leaving the party"),
    ("how", "Kari Dahl and Ole Lund will discuss how they can start fast at the talks on Friday.", "discuss",
     "Kari Dahl and Ole Lund will discuss how they can start fast at the talks on Friday"),
    ("why", "Kari Dahl asked why Norway had sold the port to Chad.", "asked",
     "Kari Dahl asked why Norway had sold the port to Chad"),
    ("about how much", "The turbines of Oslo and Bergen supplied about ten percent of the power of Norway.",
     "supplied", "The turbines of Oslo and Bergen supplied about ten percent of the power of Norway"),
    ("fall short", "The plan fell short.", "fell", "The plan fell short"),
    ("both subjects", "Minister Kari Dahl and her Danish colleague Ole Lund signed the long agreement on fish quotas.",
     "signed", "Minister Kari Dahl and her Danish colleague Ole Lund signed the long agreement on fish quotas"),
    ("a predicate with its article", "The verdict is a big defeat for the firm.", "defeat",
     "The verdict is a big defeat for the firm"),
    ("said first", "“We will rebuild the harbour,” Kari Dahl told reporters in Oslo.", "told",
     "Kari Dahl told reporters in Oslo: “We will rebuild the harbour”"),
    ("said behind marks", "Kari Dahl added: “The harbour was a ruin.”", "added",
     "Kari Dahl added: “The harbour was a ruin”"),
    ("the speaker behind the verb", "“The harbour was a ruin,” said Kari Dahl.", "said",
     "Kari Dahl said: “The harbour was a ruin”"),
    ("which news", "Lawyers welcomed the news that Kari Dahl had resigned.", "welcomed",
     "Lawyers welcomed the news that Kari Dahl had resigned"),
    ("feared for years", "Kari Dahl had feared for years that the old bridge would fall.", "feared",
     "Kari Dahl had feared for years the old bridge would fall"),
    ("whose clock", "The launch was delayed on Thursday evening, Chadian time.", "delayed",
     "The launch was delayed"),
    ("only wanted", "Kari Dahl wants to return to Cuba.", "return", "Kari Dahl wants to return to Cuba"),
    ("only seeming", "Diplomacy appears to be making headway in the standoff.", "making",
     "Diplomacy appears to be making headway in the standoff"),
    ("whom another moves", "He asked Chad to leave the port of Oslo.", "leave",
     "He asked Chad to leave the port of Oslo"),
    ("joined to what is asked", "The court ordered the bank to pay the fee and close the branch.", "close",
     "the bank to close the branch"),
    ("what was hurled", "Insults hurled by Kari Dahl angered the crowd.", "hurled", "Insults were hurled by Kari Dahl"),
    ("who urged", "They called Ole Lund a fool and urged him to resign.", "urged", "They urged Lund to resign"),
    ("who reached it", "The men who fled the camp and reached the border were freed by rebels.", "reached",
     "The men reached the border"),
    ("who was greeted", "Kari Dahl walked home and was greeted by her son Ole Lund.", "greeted",
     "Kari Dahl was greeted by her son Ole Lund"),
    ("if", "If Kari Dahl and Ole Lund spurn the offer, lawyers will appeal.", "spurn",
     "If Kari Dahl and Ole Lund spurn the offer"),
    ("unless", "The strike will begin on Friday unless Norway raises wages.", "raises", "unless Norway raises wages"),
    ("an article that fits", "Kari Dahl criticized an officially sanctioned visit to Chad by Ole Lund during an "
     "increasingly bitter dispute.", "criticized",
     "Kari Dahl criticized an officially sanctioned visit to Chad by Ole Lund during an increasingly bitter dispute"),
    ("a noun that tells nothing alone", "Ole Lund praised it. “He belongs here,” Kari Dahl told a news conference.",
     "conference", "“He belongs here,” Kari Dahl told a news conference."),
    ("of what somebody is accused", "Kari Dahl accused Ole Lund of hiding the letters.", "accused",
     "Kari Dahl accused Ole Lund of hiding the letters"),
    ("what somebody is fined for", "The bank was fined on Monday for charging the dead.", "fined",
     "The bank was fined for charging the dead"),
    ("not a clause beside", "The bank was fined on Monday, having charged the dead.", "fined",
     "The bank was fined"),
    ("what for", "The minister used her speech to call for calm.", "used",
     "The minister used her speech to call for calm"),
    ("not a long purpose", "The minister left Oslo to ask the heads of the banks of Norway, Chad and Denmark why "
     "nobody had told her of the losses.", "left", "The minister left Oslo"),
    ("how", "The fund illegally paid the senator twice.", "paid", "The fund illegally paid the senator twice"),
    ("what only ties sentences", "However, the fund also paid the senator.", "paid", "the fund paid the senator"),
    ("an adverb of another clause", "Only then Kari Dahl left Oslo.", "left", "Kari Dahl left Oslo"),
    ("one of two", "The bank will be sold or turned into a museum.", "sold",
     "The bank will be sold or turned into a museum"),
    ("not a second deed", "The bank was sold and moved to Oslo.", "sold", "The bank was sold"),
    ("which man", "The man who built the bridge was arrested on Monday.", "arrested",
     "The man who built the bridge was arrested"),
    ("a name needs no telling which", "Kari Dahl, who built the bridge, was arrested on Monday.", "arrested",
     "Kari Dahl was arrested"),
    ("a score", "Brann claimed a 3-2 victory over Viking.", "claimed", "Brann claimed a 3-2 victory over Viking"),
    ("why goes before of what", "Kari Dahl confirmed the firm support of the party for the independence of Chad in the "
     "face of the long threats of war.", "confirmed",
     "Kari Dahl confirmed the firm support of the party for the independence of Chad"),
    ("what is put on whom", "Kari Dahl praised the taxes that Norway imposed on the banks.", "imposed",
     "Norway imposed the taxes on the banks"),
    ("not what, but when", "Kari Dahl remembers the day the fleet sailed for Chad.", "sailed",
     "the fleet sailed for Chad"),
    ("not what, but with whom", "Ole Lund sued the man Kari Dahl met with in Oslo.", "met",
     "Kari Dahl met with in Oslo"),
    ("who is accused did it", "The minister had accused the firm of polluting the river.", "polluting",
     "the firm polluting the river"),
    ("who is sued did it", "Kari Dahl has sued the state for evicting Ole Lund.", "evicting",
     "the state evicting Ole Lund"),
    ("who left did it", "The minister left the party by crossing the floor.", "crossing",
     "The minister crossed the floor"),
    ("many of a land are not the land", "Chadian farmers denied the danger but feared a ban.", "feared",
     "Chadian farmers feared a ban"),
    ("one who is named", "Minister Kari Dahl of Norway denied the danger but feared a ban.", "feared",
     "Dahl feared a ban"),
    ("done beside", "Brann beat Viking 3-1, Carl Moe scoring twice in the first half.", "scoring",
     "Carl Moe scored twice in the first half"),
    ("done beside with", "Brann beat Viking 3-1, with Carl Moe scoring twice.", "scoring", "Carl Moe scored twice"),
    ("done before", "Kari Dahl left the party before announcing her run for mayor.", "announcing",
     "Dahl announced her run for mayor"),
    ("done beside as well", "Ole Lund left the stage, blaming Kari Dahl and praising Chad.", "praising",
     "Lund praised Chad"),
    ("over what", "Ole Lund said nine good and brave sailors of Oslo died over something that was not there.", "died",
     "nine good and brave sailors of Oslo died over something that was not there"),
    ("after being signed", "The striker Ole Lund scored after being signed by Brann.", "signed",
     "The striker Ole Lund was signed by Brann"),
    ("led to what", "Ole Lund said the weak results of a new survey of banks in Oslo and Bergen would not lead to any "
     "immediate decision on a budget.", "said",
     "Ole Lund said the weak results of a new survey of banks would not lead to any immediate decision"),
    ("not done before dying", "Ole Lund died in Oslo before signing the pact.", "signing", "Lund signing the pact"),
    ("two verbs, one object", "Norway has banned and seized 9,000 copies of the paper.", "banned",
     "Norway has banned and seized 9,000 copies of the paper"),
    ("two verbs, the object of one", "Kari Dahl resigned and sold her house.", "resigned", "Kari Dahl resigned"),
    ("signed by whom", "The striker Ole Lund, signed by Brann on Monday, scored.", "signed",
     "The striker Ole Lund was signed by Brann"),
    ("done by", "The voters dealt the minister a blow by rejecting the treaty.", "rejecting",
     "The voters rejected the treaty"),
    ("not what was stopped", "Kari Dahl stopped selling boats.", "selling", "Kari Dahl stopped selling boats"),
    ("taking place", "The launch will take place on Friday.", "launch", "The launch will take place"),
    ("won what", "Ole Lund sold the house Kari Dahl built.", "built", "Kari Dahl built the house"),
    ("by which clock", "The bank of Oslo failed on Monday night, Eastern time, after a run.", "failed",
     "The bank of Oslo failed after a run"),
    ("a hyphen of who is told of", "The 36-year-old Briton left Oslo and sold his boat.", "sold",
     "The 36-year-old Briton sold his boat"),
    ("a hyphen at the end", "Ole Lund was helped by a passer-by on Monday.", "helped",
     "Ole Lund was helped by a passer-by"),
    ("a denial that a date parts", "Chadian miners denied on Thursday there was any gas in their pit.",
     "denied", "Chadian miners denied there was any gas in their pit"),
    ("once more", "The bank of Oslo failed a second time.", "failed", "The bank of Oslo failed a second time"),
    ("a tour of Asia", "Ole Lund began an Asian tour that will take him to Japan.", "take",
     "an Asian tour will take Lund to Japan"),
    ("a jet of a firm", "Ole Lund saw a Boeing jet that crashed in Oslo.", "crashed", "a Boeing jet crashed in Oslo"),
    ("a ship of a land", "Chad hired a Norwegian ship which sank off Oslo.", "sank", "a Norwegian ship sank off Oslo"),
    ("a banker by her name", "Kari Dahl, a Norwegian banker who backed Chad, left Oslo.", "backed", "Dahl backed Chad"),
    ("whom a firm owns", "The news hurt Acme Mining, which fired nine men.", "fired", "Acme Mining fired nine men"),
    ("somebody told of", "Oslo praised Kari Dahl, who left Norway.", "left", "Dahl left Norway"),
    ("how many of a range", "Some 9,000 to 10,000 people gathered in the square and burned flags of Norway.", "burned",
     "Some 9,000 to 10,000 people burned flags of Norway"),
    ("between how many", "Between 30 and 40 passengers were hurt when a bus hit a wall in Oslo.", "hurt",
     "Between 30 and 40 passengers were hurt"),
    ("one number or the other", "Three or four sailors of the navy stole a boat and fled to Chad.", "fled",
     "Three or four sailors of the navy fled to Chad"),
    ("two numbers are no range", "The navy freed 3 sailors and 5 clerks of the bank.", "freed",
     "The navy freed 3 sailors and 5 clerks of the bank"),
    ("in marks", 'Ole Lund called for "a diplomatic path forward" in the talks.', "called",
     'Ole Lund called for "a diplomatic path forward" in the talks'),
    ("a verb in marks", 'The firm said that it "deeply regrets" the accident.', "regrets",
     'the firm "deeply regrets" the accident'),
    ("no marks round a part", "Ole Lund praised “the brave men of Chad, who had fought in the old war, and their sons” "
     "on Monday.", "praised", "Ole Lund praised the brave men of Chad"),
    ("a comma before the marks close", 'Ole Lund called the port "a ruin," in a speech to the navy.', "called",
     'Ole Lund called the port "a ruin," in a speech to the navy'),
    ("put out of work", "The closure of the old mine in the northern town of Bergen by the state coal firm put nine "
     "hundred miners out of work for the rest of the year.", "put",
     "The closure of the old mine put nine hundred miners out of work"),
    ("not as part", "The clerks of the old port of Bergen have planned a number of marches and meetings as part of "
     "the long campaign against the army.", "planned",
     "The clerks of the old port of Bergen have planned a number of marches"),
    ("held to account", "The men who robbed the bank will be held to account by the court.", "held",
     "The men who robbed the bank will be held to account by the court"),
    ("an aside with all in it", "Kari Dahl, harbour judge in the northern town of Bergen where Ole Lund lived, said "
     "the men had confessed.", "said", "Kari Dahl said the men had confessed"),
    ("due to be held", "The gathering, due to be held in Oslo on 8 September, has angered Norway.", "held",
     "The gathering is due to be held in Oslo"),
    ("was due to leave", "A train due to leave Oslo on Monday was stopped by police.", "leave",
     "A train was due to leave Oslo"),
    ("were scheduled", "The talks, scheduled to begin on Monday in Oslo, were delayed.", "begin",
     "The talks were scheduled to begin in Oslo"),
    ("able to pay", "The army freed men able to pay the fine.", "pay", "men were able to pay the fine"),
    ("who is due", "The president, who is due to visit Chad, met Ole Lund.", "visit",
     "The president is due to visit Chad"),
    ("not of Norway", "Talks between Chad and Norway, due to resume in Oslo on Monday, have been called "
     "off.", "resume", "Talks are due to resume in Oslo"),
    ("due to retire", "The king met Kari Dahl, due to retire in May.", "retire", "Kari Dahl was due to retire"),
    ("not what was forced", "Men forced to leave their homes are suing Norway.", "leave",
     "Men forced to leave their homes"),
    ("won his first cup", "Kari Dahl left Oslo after losing her third match since the accident.", "match",
     "Dahl lost her third match since the accident"),
    ("bought by whom", "Kari Dahl sold a house built by Norway in 1991 and bought by Chad in 2001.", "bought",
     "a house bought by Chad"),
    ("built, as is said", "Norway demolished a hall that the police said had been built with funds from Chad.", "built",
     "a hall had been built with funds from Chad"),
    ("said of what", "Norway demolished a hall that the police said had been built with funds from Chad.", "said",
     "the police said a hall had been built with funds from Chad"),
    ("aged eight", "Two other girls, aged eight, who died of hunger, were found in Oslo.", "died",
     "Two other girls died of hunger"),
    ("39", "Dahl, 39, who was charged last week with theft, is a clerk.", "charged", "Dahl was charged with theft"),
    ("aid of the king", "Kari Dahl praised the aid the king of Chad is sending to Malta.", "sending",
     "the king of Chad is sending the aid to Malta"),
    ("with its hyphens", "The big-screen version of the play has earned $9 million since opening in May.", "opening",
     "The big-screen version of the play opened"),
    ("with whom striking", "Viking won 3-1 with Carl Moe striking again from close range.", "striking",
     "Carl Moe struck again from close range"),
    ("before exiting", "Kari Dahl hit twice before exiting in the third inning.", "exiting",
     "Dahl exited in the third inning"),
    ("being admitted", "Ole Lund left the game after being admitted to a hospital with a fever.", "admitted",
     "Ole Lund was admitted to a hospital with a fever"),
    ("killing and wounding", "A man attacked a party, killing one girl and wounding three others.", "wounding",
     "A man wounded three others"),
    ("believed stolen", "Police found a car believed to have been stolen in Oslo.", "stolen",
     "a car was believed to have been stolen in Oslo"),
    ("won which", "She opened in Ohio the museum which Kari Dahl had built.", "built",
     "Kari Dahl had built the museum"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "text", "word", "words"), WORDED, ids=[one[0] for one in WORDED])
def test_a_clause_is_cut_whole(what, text, word, words):
    events, parse, names, called = read(text)
    found = [worded_event(parse, event, names, called).text for event in events if event.text == word]
    assert found == [words]


@pytest.mark.parametrize(
    ("text", "ends", "entity", "name"),
    [
        ("Norway's ships left Norway.", [8], "place:norway", "Norway"),
        ("Norway’s ships left Norway.", [8, 26], "place:norway", "Norway"),
        ("Bank of Oslo's chief left.", [14], "org:bank-of-oslo", "Bank of Oslo"),
        ("McDonald's sold the port.", [10], "org:mcdonald", "McDonald's"),
    ],
)
def test_a_name_is_told_without_what_makes_it_an_owner(text, ends, entity, name):
    starts = [0, *(text.find("Norway", end - 6) for end in ends[1:])]
    mentions = [
        SimpleNamespace(entity=entity, kind=entity.partition(":")[0].upper(), start=start, end=end)
        for start, end in zip(starts, ends, strict=True)
    ]
    assert names_of(text, mentions) == {entity: name}


def test_a_name_in_brief_is_no_number_behind_it():
    names = {"person:ann-lee-ii": "Ann Lee II", "person:tom-roe-jr": "Tom Roe Jr."}
    assert names_in_brief(list(names), names) == ["Lee", "Roe"]


def test_capitals_of_a_dateline_are_no_name():
    text = "OSLO - Norway praised Oslo."
    spans = [(0, 4), (22, 26)]
    mentions = [SimpleNamespace(entity="place:oslo", kind="PLACE", start=a, end=b) for a, b in spans]
    assert names_of(text, mentions) == names_of(text, mentions[::-1]) == {"place:oslo": "Oslo"}
