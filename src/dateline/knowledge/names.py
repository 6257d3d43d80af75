"""Names compared: one folded form, transliteration by rule, the parts of a person's name, acronyms."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from dateline.lexicons import read_facts

_LETTERS = str.maketrans(
    {"ß": "ss", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "æ": "ae", "Æ": "Ae",
     "œ": "oe", "þ": "th", "ð": "d", "’": "'", "‘": "'", "ʼ": "'", "`": "'", "–": "-", "—": "-", "‑": "-"}
)  # fmt: skip
HONORIFICS = {
    "mr": "m", "mister": "m", "sir": "m", "lord": "m", "king": "m", "prince": "m", "sheikh": "m", "sheik": "m",
    "herr": "m", "monsieur": "m", "senor": "m", "señor": "m", "baron": "m", "count": "m", "father": "m",
    "brother": "m", "mrs": "f", "ms": "f", "miss": "f", "mme": "f", "madame": "f", "dame": "f", "lady": "f",
    "queen": "f", "princess": "f", "sister": "f", "frau": "f", "baroness": "f", "senora": "f",
    "cllr": "", "dr": "", "doctor": "", "prof": "", "professor": "", "rev": "", "reverend": "", "hon": "",
    "messrs": "m",
}  # fmt: skip
SUFFIXES = {"jr", "sr", "ii", "iii", "iv", "phd", "md", "esq", "qc", "kc", "mp", "mep", "obe", "mbe", "cbe"}
PARTICLES = {
    "al", "el", "ul", "ibn", "bin", "bint", "ben", "abu", "umm", "von", "van", "der", "den", "de", "da", "do",
    "dos", "das", "du", "del", "della", "di", "la", "le", "lo", "ter", "ten", "zu", "san", "st", "saint", "y",
    "af", "av", "mac", "o", "suu",
}  # fmt: skip
SURNAME_FIRST = {
    "xi", "mao", "deng", "hu", "wen", "jiang", "zhu", "li", "wang", "zhang", "liu", "chen", "yang", "zhao",
    "huang", "zhou", "wu", "xu", "sun", "ma", "lin", "guo", "he", "gao", "bo", "ai", "ling", "qin",
    "kim", "park", "lee", "moon", "ban", "roh", "yoon", "choi", "jung", "kang", "cho", "han", "chung", "jang",
    "nguyen", "tran", "pham", "vo", "ho", "le", "tsai", "chiang", "lai", "goh", "tan", "ong",
}  # fmt: skip
# further family names that stand first, sure only before a hyphenated given name: "Wong Yeung-tat"
FIRST_BEFORE_HYPHEN = frozenset(
    "ahn an bae baek byun chan chang chau cheng cheong cheung chow choy chu chua chui chun fok fung ha "
    "heo hong hsiao hsieh hsu hui hung hwang hyun im jeon jeong ji jin jo joo joon ju kam ko koh koo ku "
    "kwok kwon kwong lam lau leung liao lien lim lo loh lok lui luo mak man mok mui na nam ng no noh oh "
    "paek paik pak pang poon pyo quah rhee ri ryu seo seok seong shen shim shin shiu siew sim sin siu so "
    "soh sohn son song soong su suh sung tai tam tang tay teo tien toh tong tsang tse tsui tung u wan "
    "wong woo yam yang yao yau yeh yeo yeung yi yick yim yip yiu yong yoo you yu yuen yun".split()
)
_COMPANY = (
    "inc incorporated corp corporation co company companies ltd limited llc llp plc ag se sa spa nv bv gmbh kg ab "
    "asa oy oyj as pty group holdings holding sarl kk tbk berhad bhd"
)
COMPANY_WORDS = frozenset(_COMPANY.split())


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Fold a name for comparison: no accents, case, full stops, possessive or doubled blanks.

    Examples
    --------
    >>> fold("U.S."), fold("São  Paulo’s"), fold("Wal-Mart")
    ('us', 'sao paulo', 'wal-mart')
    """
    text = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    text = (
        "".join(letter for letter in text if not unicodedata.combining(letter)).casefold().translate(_LETTERS)
    )
    text = re.sub(r"'s?$", "", " ".join(text.replace(".", "").split()))
    return text.strip(" ,;:\"'()[]@#")


def slug(kind: str, name: str) -> str:
    """Make the readable key of an entity, "" for a name with no letter or digit.

    Examples
    --------
    >>> slug("PERSON", "Joe Biden"), slug("PLACE", "São Paulo"), slug("ORG", "AT&T")
    ('person:joe-biden', 'place:sao-paulo', 'org:at-t')
    """
    key = re.sub(r"[^\w]+", "-", fold(name).replace("'", "")).strip("-_")
    return f"{kind.lower()}:{key}" if key else ""


_SOUNDS = [
    (r"schtsch|shtsh|shch", "sh"), (r"dsch|dzh", "j"), (r"tsch|tch|cz", "ch"), (r"sch|sz", "sh"),
    (r"kh|gh|^ch(?=[aour])", "h"), (r"dh", "d"), (r"ph|ff", "f"), (r"ou|oo", "u"), (r"ee", "i"), (r"ck|q", "k"),
    (r"x", "ks"), (r"ts|tz|c(?=[eiy])", "z"), (r"zh", "j"), (r"w", "v"), (r"(?:iy|ij|yj|yy|ii|ey|ej|ei|y|j)$", "i"),
    (r"(?<=[^aeiou])[yj](?=[aeou])|^[yj](?=[aeou])|y", "i"), (r"ie", "e"), (r"(?:ef|ev|iov|iev|of)$", "ov"),
    (r"z", "s"), (r"c(?!h)", "k"), (r"['-]", ""), (r"(.)\1+", r"\1"),
]  # fmt: skip
_SOUND_RULES = [(re.compile(pattern), to) for pattern, to in _SOUNDS]


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """Reduce one word to a key that spellings of the same foreign name share.

    The rules cover how English, German and French papers write Slavic and Arabic names; they are rough, so
    compare with `same_sound`, which also asks for length and a like beginning.

    Examples
    --------
    >>> {sound(w) for w in ("Zelensky", "Zelenskyy", "Zelenskiy", "Selenskyj")}
    {'selenski'}
    """
    key = fold(word)[:60]
    for pattern, to in _SOUND_RULES:
        key = pattern.sub(to, key)
    return key


def same_sound(a: str, b: str, loose: bool = False) -> bool:
    """Tell whether two words may be transliterations of one name; loose lets one vowel differ.

    Examples
    --------
    >>> same_sound("Gorbatschow", "Gorbachev"), same_sound("Putin", "Patton"), same_sound("Bush", "Bosh")
    (True, False, False)
    >>> same_sound("Mohammed", "Mohammad"), same_sound("Mohammed", "Mohammad", loose=True)
    (False, True)
    """
    if fold(a) == fold(b):
        return True
    x, y = sound(a), sound(b)
    if x == y:
        return min(len(fold(a)), len(fold(b))) >= 4
    if not loose or min(len(x), len(y)) < 6 or x[0] != y[0]:
        return False
    return _consonants(x) == _consonants(y) and _one_edit(x, y)


def _consonants(word: str) -> str:
    return re.sub(r"[aeiou]", "", word)


def sound_key(surname: str) -> str:
    """Give a key that all surnames share which `same_surname` may call one, to look candidates up by."""
    return _consonants(sound(_bare(surname)))


def _one_edit(a: str, b: str) -> bool:
    if abs(len(a) - len(b)) > 1:
        return False
    first = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if len(a) == len(b):
        return a[first + 1 :] == b[first + 1 :]
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return longer[first + 1 :] == shorter[first:]


class PersonName(NamedTuple):
    """The parts of a person's name: given names, surname, gender of the honorific ("m", "f", ""), suffix."""

    given: tuple[str, ...]
    surname: str
    gender: str
    suffix: str


@lru_cache(maxsize=65536)
def person_name(name: str) -> PersonName:
    """Take a person's name apart; one word alone counts as surname.

    Examples
    --------
    >>> person_name("Mr. Ludwig van Beethoven Jr.")
    PersonName(given=('ludwig',), surname='van beethoven', gender='m', suffix='jr')
    >>> person_name("Xi Jinping").surname, person_name("Ursula von der Leyen").surname
    ('xi', 'von der leyen')
    """
    words = [w for w in (fold(w) for w in re.split(r"[\s,]+", name)[:12]) if w]
    gender = ""
    while len(words) > 1 and words[0] in HONORIFICS:
        gender = HONORIFICS[words.pop(0)] or gender
    suffix = words.pop() if len(words) > 1 and words[-1] in SUFFIXES else ""
    if not words:
        return PersonName((), "", gender, suffix)
    first = len(words) >= 2 and words[0] in SURNAME_FIRST and not _western(words)
    if first or (len(words) == 2 and words[0] in FIRST_BEFORE_HYPHEN and "-" in words[1]):
        return PersonName(tuple(words[1:]), words[0], gender, suffix)
    cut = len(words) - 1
    while cut > 1 and words[cut - 1] in PARTICLES:
        cut -= 1
    if cut == 1 and len(words) > 1 and words[0] in {"al", "el", "van", "von", "de", "bin", "st", "abu"}:
        cut = 0
    return PersonName(tuple(words[:cut]), " ".join(words[cut:]), gender, suffix)


def _western(words: list[str]) -> bool:
    """A name such as "Lee Harvey Oswald" or "Kim Clijsters" begins with a given name, not a surname."""
    last = words[-1]
    return last not in SURNAME_FIRST and last in person_words("surname") and "-" not in " ".join(words)


@cache
def person_words(kind: str) -> frozenset[str]:
    """Read the folded first names ("first_name") or surnames ("surname") of lexicons/person_names.csv."""
    return frozenset(fold(row["name"]) for row in read_facts("person_names.csv") if row["kind"] == kind)


@cache
def _short_given_names() -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for row in read_facts("nicknames.csv"):
        names = {row["name"], *row["short_forms"].split(";")}
        for name in names:
            groups.setdefault(name, set()).update(names)
    return {name: frozenset(group) for name, group in groups.items()}


def same_given(a: str, b: str) -> bool:
    """Tell whether two given names (folded) may be one person's: same, initial, short form, transliteration."""
    if a == b or ((len(a) == 1 or len(b) == 1) and a[0] == b[0]):
        return True
    return b in _short_given_names().get(a, ()) or same_sound(a, b, loose=True)


def same_person(a: str, b: str) -> bool:
    """Tell whether two names of persons may stand for one person.

    Examples
    --------
    >>> same_person("Volodymyr Selenskyj", "Volodymyr Zelenskyy"), same_person("J. Biden", "Joe Biden")
    (True, True)
    >>> same_person("Bill Clinton", "Hillary Clinton"), same_person("George Bush Jr.", "George Bush Sr.")
    (False, False)
    """
    x, y = person_name(a), person_name(b)
    if not x.surname or not y.surname:
        return False
    if x.suffix in {"jr", "sr"} and y.suffix in {"jr", "sr"} and x.suffix != y.suffix:
        return False
    if x.gender and y.gender and x.gender != y.gender:
        return False
    bare = not x.given or not y.given
    if not same_surname(x.surname, y.surname, loose=not bare):
        return False
    if bare:
        return True
    if same_given(x.given[0], y.given[0]):
        middle = len(x.given) > 1 and len(y.given) > 1
        return not middle or any(same_given(p, q) for p in x.given[1:] for q in y.given[1:])
    # a person called by the middle name: "Ruth Marianna Handler", "Marianna Handler"
    return (len(x.given) > 1 and y.given[0] in x.given[1:]) or (
        len(y.given) > 1 and x.given[0] in y.given[1:]
    )


def same_surname(a: str, b: str, loose: bool = False) -> bool:
    """Tell whether two surnames are one, particles and transliteration aside."""
    if a == b:
        return True
    last_a, last_b = _bare(a), _bare(b)
    if last_a == last_b and (last_a == a or last_b == b):
        return True
    return same_sound(last_a, last_b, loose)


def _bare(surname: str) -> str:
    word = surname.split()[-1] if surname else ""
    return re.sub(r"^(?:al|el|as|ar|ad|an)-", "", word)


def initials(name: str) -> set[str]:
    """List the acronyms that a name may be shortened to, in capitals.

    Examples
    --------
    >>> sorted(initials("Organization for Security and Cooperation in Europe"))
    ['OFSACIE', 'OSCE']
    """
    words = [w for w in re.split(r"[\s\-/&]+", re.sub(r"[.'’]", "", name)) if w][:15]
    capital = "".join(w[0] for w in words if w[0].isupper())
    every = "".join(w[0] for w in words)
    return {form.upper() for form in (capital, every) if len(form) > 1}


def organization_core(name: str) -> str:
    """Fold the name of an organisation without "the" and without its legal form.

    Examples
    --------
    >>> organization_core("The Walt Disney Co."), organization_core("Apple Inc")
    ('walt disney', 'apple')
    """
    words = fold(name).replace(",", " ").replace("'s ", " ").replace("s' ", " ").split()
    if len(words) > 1 and words[0] in {"the", "a", "an"}:
        words = words[1:]
    while len(words) > 1 and words[-1] in COMPANY_WORDS:
        words.pop()
    return " ".join(words)
