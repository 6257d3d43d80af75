"""Words that keep their full stop; after most of them a sentence goes on."""

# a capital letter after these does not begin a sentence
TITLES = (
    "Mr Mrs Ms Dr Prof Gen Lt Col Maj Capt Cmdr Sgt Cpl Pvt Adm Brig Gov Lt.Gov Sen Rep Reps Sens Rev Hon Msgr Fr "
    "St Ste Mt Ft Pres Supt Det Insp Amb Sec Atty Messrs Mme Mlle Sr Jr vs v cf pp Vol Art Fig Figs Op "
    "approx est"
).split()

# these may end a sentence
OTHERS = (
    "Inc Corp Co Ltd Bros Assn Dept Univ Intl Natl Ave Blvd Rd Sq Bldg "
    "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri Sat "
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore "
    "Pa Tenn Tex Vt Va Wash Wis Wyo "
    "al ca Ph.D e.g i.e viz sq ft oz lb lbs hr hrs min mins yr yrs tel Ed eds Esq"
).split()

ABBREVIATIONS = tuple(TITLES + OTHERS)
