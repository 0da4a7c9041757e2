"""The statistical tagger: persons, organisations and places that no rule saw.

Owns the shipped model and how its spans become items. Refuses to overrule the rules: it only
fills what they leave free, and only spans it is sure of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from loaders.text import features, outlets, persons
from loaders.text.grammar import STOPS, is_capital
from loaders.text.patterns import Pattern
from loaders.text.resources import DATA, word_list
from loaders.text.spans import Item, Kind, Role, Sentence, Token
from loaders.text.tokens import tokenize

if TYPE_CHECKING:
    from loaders.text.model import Model, Reading

_KINDS = {"PER": (Kind.PERSON, "Person"), "ORG": (Kind.ORG, "Organization"),
          "LOC": (Kind.PLACE, "Place")}  # fmt: skip
# Below this probability a span is more often wrong than right on our development articles.
_FLOOR = 0.85
# A run of two or more words, none of which is also a common word, is a name of some kind.
_NAME_FLOOR = 0.5
# What stands alone is rather a permit or a system in capitals than an organisation; what a capital
# word follows may be half a name; several common words may be none.
_LONE_FLOOR = 0.96
# Organisations whose names hold no word for their kind are rare; persons are not.
_MAYBE = 0.3


# No name runs through the end of a sentence, nor is "Indonesia-Malaysia" one: what lies between.
_BROKEN = Pattern(r"[*()\"“”;:]|[a-z0-9A-Z]{3}\.\s|^[A-Z][a-z]{3,}\s?[-–]\s?[A-Z][a-z]{3,}$")
# Indonesia by other words, not a place of its own.
_NO_PLACES = frozenset(
    {"Tanah Air", "Bumi Pertiwi", "Ibu Pertiwi", "Nusantara", "Rusunawa", "Negeri Jiran"}
)
_BANK = Pattern(r"(?i)\b(?:rekening|bank)\s+$")
# What stands before the first word of a quotation.
_OPENING = Pattern(r"(?:^|[\n.!?:,]\s*)[\"“'‘(]+$")
_AT = Pattern(
    r"(?i)\b(?:di|ke|perbatasan|kawasan|sekitar|pojok|dekat|menuju|seberang|sudut|wilayah"
    r"|rumah\s+aman|shelter|panti|asrama|mes)\s+$"
)
# The model knows sentences, not what newsrooms put before them.
_DATELINE = Pattern(r"[A-Z][\w.,'’ ()/-]{1,60}?\s*[-–—]{1,2}\s+(?=[\"“]?[A-Z])")


def load() -> Model | None:
    """Return the shipped model, or ``None`` where none was trained; NumPy comes with it."""
    from loaders.text import model

    return model.load()


def spans(labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield first word, end and kind of each span of BIO labels.

    >>> list(spans(["B-PER", "I-PER", "O", "B-LOC"]))
    [(0, 2, 'PER'), (3, 4, 'LOC')]
    """
    start, kind = -1, ""
    for index, label in enumerate([*labels, "O"]):
        if start >= 0 and label != f"I-{kind}":
            yield start, index, kind
            start = -1
        if label.startswith("B-") or (label.startswith("I-") and start < 0):
            start, kind = index, label[2:]


def label(words: Sequence[str], source: str = "domain") -> list[str]:
    """Return BIO labels of a sentence.

    Raises:
        FileNotFoundError: No model was trained.
    """
    model = load()
    if model is None:
        raise FileNotFoundError(
            f"Expected the tagger's models in {DATA}. Train them with "
            "`python -m loaders.text.train`."
        )
    return model.read([words], source)[0].labels


# "Pengawalan dan Pengamanan": one capitalised noun made from a verb is no name.
_NOMINAL = Pattern(
    r"(?:Pe[nmr]|Per|Ke)[a-z]{3,}an(?:\s+(?:Narkoba|Narkotika|Orang|Manusia|Anak|Berat|Seksual))?|[A-Z][a-z]{6,}nya|Overstay|Overstayer|Deportan"
)


def fill(text: str, sentences: Sequence[Sentence], ruled: Sequence[Item]) -> list[Item]:
    """Return the tagger's items outside of those that rules found.

    Sentences in which every capitalised word is covered, or is no name, are not looked at.
    """
    model = load()
    if model is None:
        return []
    occupied = {at for item in ruled for at in range(item.start, item.end)}
    rows = list(_open_rows(sentences, occupied))
    readings = model.read(
        [[token.text for token in tokens] for tokens in rows],
        asked=[_open_words(tokens, occupied) for tokens in rows],
    )
    made = [
        item
        for tokens, reading in zip(rows, readings, strict=True)
        for item in _of_sentence(reading, text, tokens, occupied)
    ]
    made = [_with_birth_name(text, item, occupied) for item in made]
    made = [_lettered(item) if _is_lettered(text, item) else item for item in made]
    return _with_places_between(text, _without_short_forms(made, ruled), ruled)


def _open_rows(sentences: Sequence[Sentence], occupied: set[int]) -> Iterator[Sequence[Token]]:
    """Yield the words of sentences in which a capitalised word is no item yet."""
    for sentence in sentences:
        if sentence.role not in (Role.BODY, Role.CAPTION):
            continue
        lead = _DATELINE.match(sentence.text)
        skipped = lead.end() if lead else 0
        tokens = tokenize(sentence.text[skipped:], sentence.start + skipped)
        if _open_words(tokens, occupied):
            yield tokens


def _is_lettered(text: str, item: Item) -> bool:
    return item.kind is Kind.PERSON and persons.are_initials(text, item.text)


def _lettered(item: Item) -> Item:
    value = persons.Initials(item.start, item.end, item.text, None, is_victim=False)
    return replace(item, kind=Kind.INITIALS, value=value)


# "I Wayan Sudarma", "Anak Agung Made Aripathi": what Balinese names begin with.
_BALINESE = word_list("balinese")
_BEFORE_BALINESE = Pattern(
    r"(?<!\w)(?:I(?:\s+Gusti)?|Ni|Ida(?:\s+Ayu|\s+Bagus)?|Anak\s+Agung(?:\s+(?:Gde|Gede|Ayu|Istri))?)\s$"
)


def _with_birth_name(text: str, item: Item, occupied: set[int]) -> Item:
    """Return a person with the words before a Balinese name that belong to it."""
    if item.kind is not Kind.PERSON or item.text.split()[0] not in _BALINESE:
        return item
    found = _BEFORE_BALINESE.search(text, max(0, item.start - 24), item.start)
    if found is None or not occupied.isdisjoint(range(found.start(), item.start)):
        return item
    return replace(item, start=found.start(), text=text[found.start() : item.end])


_LIVES = Pattern(r"\b(?:warga|penduduk|asal|beralamat\s+di)\s+$")


def _with_places_between(text: str, made: Sequence[Item], ruled: Sequence[Item]) -> list[Item]:
    """Turn who stands between two places into one: ``Jalan Condet, Kramat Jati, Jakarta Timur``.

    So is who bears the name of a place of the text, and one word behind a village where people
    live: ``warga Desa Sukamaju, Cilongok``.
    """
    places = [item for item in ruled if item.kind in (Kind.PLACE, Kind.POINT)]
    starts, ends = {item.start for item in places}, {item.end for item in places}
    names = {item.text for item in places if item.cls == "Place"}
    homes = {
        item.end
        for item in places
        if item.cls == "Village" and _LIVES.search(text, max(0, item.start - 12), item.start)
    }

    def is_between(item: Item) -> bool:
        before, behind = text[item.start - 2 : item.start], text[item.end : item.end + 2]
        is_chain = before == behind == ", "
        is_home = before == ", " and item.start - 2 in homes and " " not in item.text
        is_chain = is_chain and item.start - 2 in ends and item.end + 2 in starts
        return is_chain or is_home or item.text in names

    return [
        replace(item, kind=Kind.PLACE, cls="Place")
        if item.kind is Kind.PERSON and is_between(item)
        else item
        for item in made
    ]


def _without_short_forms(made: Sequence[Item], ruled: Sequence[Item]) -> list[Item]:
    """Drop organisations that are somebody's initials: ``Wayan Surya Atmaja``, later ``WSA``.

    Whether he is meant nobody can tell for sure; a body of that name there is not.
    """
    people = (item.text for item in (*ruled, *made) if item.kind is Kind.PERSON)
    initials = {"".join(word[0] for word in name.split()) for name in people}
    return [item for item in made if item.kind is not Kind.ORG or item.text not in initials]


def _open_words(tokens: Sequence[Token], occupied: set[int]) -> list[int]:
    """Return the words that may begin a name.

    The first of a sentence is capital anyway: it may where nobody has seen it in lower case.
    """
    return [
        number
        for number, token in enumerate(tokens)
        if is_capital(token) and token.start not in occupied and token.text not in STOPS
        and (number or not features.is_common(token.text))
    ]  # fmt: skip


def _may_be_person(reading: Reading, words: Sequence[str], start: int) -> bool:
    """Whether words taken for an organisation tell nothing of one, and may as well be a name."""
    is_plain = all(word.istitle() and not features.is_known(word) for word in words)
    return is_plain and reading.sure(start, start + 1, "PER") >= _MAYBE


# "tiga korban berasal dari Sulawesi Barat: Cica Amelia dan ...": who is listed so is no place;
# as a person, the name is withheld and blotted out with those of the other victims.
_IN_A_ROW_OF_PEOPLE = Pattern(
    r"(?i)\b(?:orang|warga|korban|calon|pekerja|perempuan|wanita|pria|laki-laki|remaja|anak|mereka|c?pmi|tk[iw]|wni|di\s?antaranya)\b"
    r"(?:(?!\b(?:tujuan|negara|lokasi|tempat|wilayah|kecamatan|desa)\b)[^.;\n]){0,80}?"
    r"(?::|\b(?:yakni|yaitu|masing-masing|bernama|adalah|ialah))\s+$"
)


def _kind(
    reading: Reading, text: str, at: int, words: Sequence[str], given: str, start: int
) -> str:
    """Return the kind of a span as its surroundings have it; empty where it is no name."""
    if len(words) == 1 and (words[0] in _NOUNS or stands_for_no_body(text, words[0], given)):
        return ""
    on_board = _ON_BOARD.search(text[max(0, at - 14) : at])
    is_ship = on_board and given in ("PER", "ORG") and not (given == "ORG" and on_board["plane"])
    if given == "PER":
        return "" if is_ship else _person_or_place(text, at, words)
    if given == "LOC" and _IN_A_ROW_OF_PEOPLE.search(text[max(0, at - 120) : at]):
        given = "PER"
    if given != "ORG":
        is_done = _AT_DONE.search(text[max(0, at - 4) : at]) and _BY.match(text, at + len(words[0]))
        return "" if is_done else given
    is_alone = len(words) == 1
    is_noun = is_alone and _BANK.search(text[max(0, at - 14) : at])
    if words[0] in _GATHERINGS or is_noun or is_ship:
        return ""
    begins = start == 0 or _OPENING.search(text[max(0, at - 8) : at])
    is_first = begins and words[0].istitle() and is_alone
    is_crime = _CRIME.match(" ".join(words)) or _OF_CRIME.search(text[max(0, at - 60) : at])
    if is_first or is_crime or " ".join(words) in _FORMS:
        # "Pengelola akun itu": a sentence begins with a capital.
        return ""
    is_name = len(words) > 1 and not any(map(features.is_common, words))
    return "PER" if is_name and _may_be_person(reading, words, start) else given


# "kapal yang di Nahkodai oleh AD": a verb with its prefix written apart.
_AT_DONE, _BY = Pattern(r"\bdi\s+$"), Pattern(r"\s+oleh\b")
# Words of long forms that tell of a body of people.
_BODIES = persons.GROUPS | word_list("bodies")


def stands_for_no_body(text: str, word: str, kind: str = "ORG") -> bool:
    """Whether letters are given in brackets for what is no body: ``Surat Izin Penempatan (SIP)``.

    Letters for a place are given for none at all; those whose long form nobody can make out may
    stand for anybody.
    """
    at = text.find(f"({word})")
    if at < 0 or not word.isupper():
        return False
    before = text[max(0, at - 120) : at].split()
    for count in range(2, len(word) + _LINKS):
        long = before[-count:]
        letters = iter("".join(long).casefold())
        if long[:1] and long[0][0].casefold() == word[0].casefold() and all(
            letter in letters for letter in word.casefold()
        ):  # fmt: skip
            return kind == "LOC" or _BODIES.isdisjoint(part.strip(',."“”') for part in long)
    return kind == "LOC"


# So many of "dan", "di", "untuk" may stand in a long form.
_LINKS = 4


def _person_or_place(text: str, at: int, words: Sequence[str]) -> str:
    before = text[max(0, at - 14) : at]
    is_word = len(words) == 1 and features.is_common(words[0]) and words[0] not in _COMMON_NAMES
    if is_word or persons.is_no_name(words) or max(map(len, words)) < _SHORTEST:
        return ""
    if len(words) == 1 and _BANK.search(before):
        return ""
    if _AT.search(before) or _BESIDE_PLACE.search(text[max(0, at - 40) : at]):
        # Nobody is in a person.
        return "LOC"
    return "PER" if _may_be_called(text, at, words) else ""


# "di Adonara dan Solor": what is joined to a place is one.
_BESIDE_PLACE = Pattern(r"\b(?:di|ke)\s+[A-Z][a-z]+(?:,\s+[A-Z][a-z]+)*,?\s+dan\s+$")


_COMMON_NAMES = word_list("common_names")
# "G to G": so short are all words of no name.
_SHORTEST = 3

# "DPO", "TKW": nouns in capitals.
_NOUNS = word_list("not_initials")

# "Toni Sugiarto SH MH": degrees without a comma are no name.
_DEGREES = word_list("orders")


def _last_of_name(tokens: Sequence[Token]) -> Token:
    """Return the last token of a name without the degrees behind it."""
    names = [token for token in tokens[1:] if token.text not in _DEGREES]
    return names[-1] if names else tokens[0]


# "Penyuluhan Substansi Hukum": what is held is nobody.
_GATHERINGS = frozenset(
    "Sosialisasi Penyuluhan Edukasi Seminar Webinar Workshop Lokakarya Rapat Rakor Dialog".split()  # noqa: SIM905 - read as a list
)
# "LPK tersebut": the form alone points back to one that was named.
_FORMS = frozenset(
    {
        "PT",
        "CV",
        "UD",
        "LPK",
        "BLK",
        "BLKLN",
        "LSM",
        "LBH",
        "P3MI",
        "Yayasan",
        "Koperasi",
        "Satuan Tugas",
        "Satgas",
        "PKS",
        "MoU",
        "MOU",
        "Organisasi Perangkat Daerah",
        "Non Government Organization",
        "Dengar Pendapat",
        "Persero",
        "NGO",
        "UPT",
    }
)
# "Penyelundupan Manusia (TPPM)", "Pidana Perdagangan Orang (PPO)": what people are accused of.
_CRIME = Pattern(
    r"(?i)(?:tindak|pidana|penyelundupan|perdagangan|kejahatan|pencucian|eksploitasi|hak\s+asasi|human\s+trafficking)\b"
)
_OF_CRIME = Pattern(
    r"\b(?:Tindak|Pidana|Penyelundupan|Perdagangan|Pencucian|Eksploitasi)(?:\s+[A-Z][a-z]+){0,3}\s*\(\s*$"
)


# "handphone merek Vivo", "kapal polisi KP Jalak", "Kepala Bidang Teknologi".
_THING = Pattern(
    r"(?i)(?:\b(?:anak\s+(?:usaha|perusahaan)|grup|asosiasi|merek|merk|tipe|type|laptop|handphone|ponsel|hp|mobil|motor|minibus|truk|kapal|perahu|pesawat|maskapai|aplikasi|ruang(?:\s+sidang)?|aula"
    r"|(?:kepala|plt\.?|plh\.?)\s+(?:sub\s?)?(?:bidang|seksi|bagian|divisi|biro|unit|dinas|direktorat))\s+(?:bernama\s+)?|\b(?:KP|KM|KLM|KRI|KN|MV)\.?\s+)$"
)


# "pesawat Garuda GA 448": the number of the flight is no part of the airline.
_FLIGHT = Pattern(r"[A-Z]{2}\s?\d{2,4}\b")
# "menggunakan kapal Indomal Dynasty", "pihak polisi Boke": of a ship, of a place.
_ON_BOARD = Pattern(
    r"(?i)\b(?:kapal|feri|ferry|(?P<plane>pesawat)|speedboat|pihak\s+polisi|DTI)\s+$"
)


# "Isak tangis pecah": Isak is a name elsewhere.
_IDIOM = Pattern(r"Isak\s+(?:tangis|haru)")


def _may_be_called(text: str, at: int, words: Sequence[str]) -> bool:
    """Whether somebody may be called so: no thing, vessel, unit or short form in brackets is."""
    before, behind = text[max(0, at - 40) : at], text[at + len(" ".join(words)) :][:1]
    if any(char.isdigit() for word in words for char in word) or _THING.search(before):
        return False
    if _IDIOM.match(text, at):
        return False
    if len(words) == 1 and words[0].isupper() and f"({words[0]})" in text:
        # "PT Graha Insan Madani (GIM)": the short form is no person wherever it stands.
        return False
    # The short form of the name that stands before the bracket.
    return not (before.endswith("(") and behind == ")" and len(words) == 1)


def _floor(kind: str, words: Sequence[str], *, goes_on: bool) -> float:
    """Return how sure the model has to be of a name, by what it is made of."""
    common = [features.is_common(word) for word in words]
    if kind == "PER" and len(words) > 1 and not any(common):
        return _NAME_FLOOR
    is_doubtful = kind == "ORG" or goes_on if len(words) == 1 else all(common)
    return _LONE_FLOOR if is_doubtful else _FLOOR


def _of_sentence(
    reading: Reading, text: str, tokens: Sequence[Token], occupied: set[int]
) -> Iterator[Item]:
    for start, stop, given in spans(reading.labels):
        kind, end = given, stop
        first, last = tokens[start], tokens[end - 1]
        if kind not in _KINDS or not is_capital(first) or last.end - first.start < 3:
            continue
        if any(at in occupied for at in range(first.start, last.end)):
            continue
        last = _last_of_name(tokens[start:end])
        if _FLIGHT.match(text, tokens[end - 1].start) and end - start > 1:
            end, last = end - 1, tokens[end - 2]
        printed = text[first.start : last.end]
        if printed in _NO_PLACES or _BROKEN.search(printed) or _NOMINAL.fullmatch(printed):
            continue
        if any(token.text in STOPS for token in tokens[start:end]):
            continue
        words = [token.text for token in tokens[start:end]]
        kind = _kind(reading, text, first.start, words, kind, start)
        if not kind:
            continue
        sure = max(reading.sure(start, end, one) for one in {kind, given})
        goes_on = any(map(is_capital, tokens[end : end + 1]))
        if sure >= _floor(kind, words, goes_on=goes_on):
            item_kind, cls = _KINDS[kind]
            if kind == "ORG" and (outlet := outlets.known(printed)) is not None:
                yield replace(outlets.item(text, first.start, last.end, outlet), source="tagger")
                continue
            yield Item(first.start, last.end, printed, item_kind, "", cls, source="tagger")
