"""Deeds done to a counted group: ``Perekrutan 18 orang dilakukan PT A``, ``12 orang ia kirim``.

Owns the verbs, passives and nouns of recruiting, carrying and housing, and where, when, from and to
which it was. Refuses counts of suspects, a company's deed that no word near it calls unlawful, and
places and days of another clause.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.text.context import Context
from loaders.text.facts import clauses, frames, offers
from loaders.text.facts.deeds import NO_PEOPLE
from loaders.text.facts.groups import group
from loaders.text.facts.involved import candidate, tells_of_culprits
from loaders.text.holdings import FIRMS
from loaders.text.patterns import Pattern
from loaders.text.seats import company_before
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View, pattern


@dataclass(frozen=True, slots=True)
class Deed:
    """One kind of deed: its relation, and the stems of its verbs and nouns.

    Attributes:
        core: Active verbs that tell it of people counted further on, too.
    """

    kind: tuple[str, str, str]
    active: str
    bare: str
    noun: str
    core: str

    @property
    def doing(self) -> str:
        """Its active verbs, and its nouns behind verbs that only say that it was done."""
        aside = r"(?:(?:aksi|praktik|kegiatan|proses)\s+)?"
        behind = r"(?:\s+(?:terhadap|atas|kepada))?"
        return rf"{self.active}|(?:melakukan|menjalankan)\s+{aside}(?:{self.noun}){behind}"


DEEDS = (
    Deed(
        ("Recruitment", "recruiter", "recruit"),
        r"merekrut|menjaring|mengumpulkan|menghimpun|memasok|menyuplai|menyetorkan|menyalurkan|membujuk|merayu|mengajak",
        r"rekrut|jaring|kumpulkan|pasok|suplai|setor(?:kan)?|bujuk|rayu|ajak|salurkan",
        r"perekrutan|rekrutmen",
        r"merekrut",
    ),
    Deed(
        ("Transporting", "transporter", "transported"),
        r"memberangkatkan|mengirim(?:kan)?|mengangkut|menyelundupkan|menyeberangkan|membawa|mengantar(?:kan)?|menjemput|menempatkan|menggiring|memindahkan|menaikkan|menerbangkan",
        r"berangkatkan|kirim(?:kan)?|angkut|selundupkan|seberangkan|bawa|antar(?:kan)?|jemput|tempatkan|lepas|pindahkan|naikkan|terbangkan|kawal",
        r"keberangkatan|pemberangkatan|pengiriman|penyelundupan|pengangkutan|penempatan",
        r"memberangkatkan|mengirim(?:kan)?|mengangkut|menyelundupkan|membawa|mengantar(?:kan)?|mengawal",
    ),
    Deed(
        ("Harbouring", "harbourer", "harboured"),
        r"menampung|menyekap|menyembunyikan|mengurung|menginapkan"
        # "menjadikan rumahnya di X sebagai lokasi penampungan bagi"
        r"|(?:menjadikan|memakai|menggunakan|menyewa(?:kan)?|menyediakan|menyiapkan)\s+(?:sebuah\s+)?(?:rumah|kontrakan|ruko|gudang|kos\w*|apartemen|kediaman)(?:nya)?(?:\s+(?:[a-z]+|⟨(?:LOC|PNT)\d+⟩)){0,5}?\s+(?:penampungan|menampung|menginapkan)(?:\s+(?:sementara|ilegal|bagi|untuk|para)){0,3}",
        r"tampung|sekap|sembunyikan|kurung|inapkan",
        r"penampungan|penyekapan",
        rf"menampung{NO_PEOPLE}|menyekap",
    ),
)


def deed_of(verb: str) -> Deed | None:
    """Return the deed that a verb tells, active or passive.

    >>> deed_of("dijemput").kind[0]
    'Transporting'
    """
    for deed in DEEDS:
        if re.fullmatch(rf"{deed.active}|di(?:{deed.bare})", verb):
            return deed
    return None


HARBOURING = DEEDS[2]
"""The deed of whoever keeps people in a house."""
_GAP = (
    r"(?:(?!⟨(?:PER|INI|ORG|CNT)|\b(?:bahwa|namun|tetapi|sedangkan|sementara|tidak|belum|bukan"
    r"|akan|hendak|setelah|sebelum|karena)\b)[^.;:\"“])"
)
_ACTIVE = {
    deed: pattern(
        rf"(?P<who>{{ORG}}|\b[Pp]erusahaan\s+(?:itu|tersebut|ini)|\b[Kk]antor\s+itu)(?:\s*\([^()⟨]{{0,14}}\))?(?:\s+yang\s+(?:ber(?:alamat|domisili|kantor)|terletak)\s(?:[^.,;⟨\"“]|⟨LOC\d+⟩){{1,40}}?|\s*,\s+(?:[^.,;⟨\"“]|⟨LOC\d+⟩){{2,40}},)?\s*,?\s+(?:yang\s+)?"
        rf"(?:(?:diduga|disangka|telah|sudah|tercatat|diketahui|terbukti|juga|pernah|disebut)\s+)*(?P<verb>{deed.doing})\s+(?:sedikitnya\s+|sebanyak\s+|total\s+)?(?P<them>⟨CNT\d+⟩)"
    )
    for deed in DEEDS
}
_PASSIVE = {
    deed: pattern(
        rf"(?P<them>⟨CNT\d+⟩){_GAP}{{0,70}}?\b(?P<verb>di(?:{deed.bare}))(?:nya)?\s+(?:{_GAP}{{1,60}}?\b(?=oleh\s))?(?:(?:oleh\s+)?(?P<firm>{{ORG}})|{clauses.DESCRIBED}(?P<who>{clauses.NAMES}))"
    )
    for deed in DEEDS
}
# "Perekrutan 18 orang itu dilakukan oleh", "menjadi korban perekrutan oleh"
_NOMINAL = {
    deed: pattern(
        rf"(?i:\b(?P<verb>{deed.noun}))\s+(?:terhadap\s+|atas\s+|para\s+)?(?:sebanyak\s+|sedikitnya\s+|total\s+)?(?P<them>⟨CNT\d+⟩){_GAP}{{0,60}}?\b(?:dilakukan|dijalankan|diotaki|didalangi|dikerjakan|dikendalikan|diatur|diurus|difasilitasi|ditangani)\s+"
        rf"(?:(?:oleh\s+)?(?P<firm>{{ORG}})|{clauses.DESCRIBED}(?P<who>{clauses.NAMES}))"
        rf"|(?P<them2>⟨CNT\d+⟩){_GAP}{{0,60}}?\bmenjadi\s+korban\s+(?P<noun>{deed.noun})(?:\s+tidak\s+(?:sah|resmi))?{_GAP}{{0,40}}?\boleh\s+(?:(?P<firm2>{{ORG}})|{clauses.DESCRIBED}(?P<who2>{clauses.NAMES}))"
    )
    for deed in DEEDS
}
# "empat orang ia lepas lewat bandara", "Lima belas warga sudah ia setorkan"
_FRONTED = {
    deed: pattern(
        rf"(?P<them>⟨CNT\d+⟩)\s+(?:⟨LOC\d+⟩\s+)?(?:(?:itu|tersebut|telah|sudah|lalu|kemudian)\s+){{0,2}}(?:ia|dia)\s+(?P<verb>{deed.bare})\b"
    )
    for deed in DEEDS
}
_CORE = {deed: Pattern(rf"\b(?:{deed.core})\b") for deed in DEEDS}
# "Muksin disebut sebagai pemilik penampungan di Desa Kediri"
_HOST = Pattern(
    r"(?:pemilik|pengelola|pengurus|penjaga|penanggung\s+jawab)\s+(?:tempat\s+|rumah\s+|lokasi\s+)?penampungan(?=\s+(?:itu\s+|tersebut\s+|sementara\s+)?di\s)"
)
# "RS diringkus Polres X ketika mengantar 19 orang": who was caught did it.
IS_HELD = (
    r"(?:di(?:tangkap|ringkus|bekuk|ciduk|cokok|amankan|cegat|sergap|tetapkan|jerat|dakwa)"
    r"|tertangkap)"
)
"""Passive verbs of arrest and accusation."""
APPOSED = r"(?:\s*,\s+(?:[^.,;⟨\"“]|⟨(?:ORG|LOC)\d+⟩){2,60},)?"
"""What may be set off behind a name: ``RS (41), pemilik PT A, ditangkap``."""
HOLDS = (
    r"(?i:me(?:nangkap|ringkus|mbekuk|nciduk|ncokok|ngamankan|ncegat|nyergap|netapkan|njerat"
    r"|ndakwa))"
)
"""The same verbs, active."""
_CAUGHT = {
    deed: pattern(
        rf"(?:(?P<who>{clauses.NAMES}){APPOSED}\s*,?\s+(?:yang\s+)?(?:[a-z]+\s+){{0,3}}?{IS_HELD}\b|\b{HOLDS}\s+{clauses.DESCRIBED}(?P<who2>{clauses.NAMES}))(?:[^.;⟨\"“]|⟨(?:ORG|LOC|PNT|DAT)\d+⟩){{0,110}}?"
        rf"\b(?:ketika|saat|sewaktu|karena|lantaran|(?(who)(?:setelah|usai)|(?!))|atas|terkait|dalam\s+kasus)\s+(?:(?:sedang|tengah|diduga|kedapatan|ketahuan|nekat|tuduhan|dugaan|sangkaan)\s+)*(?P<verb>{deed.doing}|{deed.noun})\s+(?:(?:terhadap|atas)\s+)?(?:sedikitnya\s+|sebanyak\s+)?(?P<them>⟨CNT\d+⟩)"
    )
    for deed in DEEDS
}
NO_ROLE = frozenset({"suspect", "defendant", "witness", "wanted-person", "convict"})
"""Roles of people who are counted, and whom nobody moved."""
_NO_NOUN = frozenset({"agen", "sponsor", "pengurus", "makelar", "tekong", "nakhoda", "calo",
                      "sopir", "kurir", "perekrut", "saksi", "jenazah", "kasus"})  # fmt: skip
_UNLAWFUL = Pattern(
    r"(?i)\b(?:ilegal|nonprosedural|non-prosedural|tanpa\s+(?:izin|dokumen|prosedur)|(?:tidak|tak|belum)\s+(?:memiliki|mengantongi|dapat\s+menunjukkan|punya|ber)\s*(?:izin|sip3mi|siup\w*)?"
    r"|sip3mi|sanksi|dibekukan|dicabut|korban|disangka|diduga|modus|penipuan|pidana|dipertanyakan|eksploitasi)\b"
)


def find(context: Context) -> None:
    """Claim the deeds that body sentences tell of a counted group, and who ran a shelter."""
    for view in context.views:
        if view.sentence.role is not Role.BODY:
            continue
        _hosted(context, view)
        if "⟨CNT" not in view.masked:
            continue
        for deed in DEEDS:
            for found in _CORE[deed].finditer(view.masked):
                _farther(context, view, found, deed)
            _by_clauses(context, view, deed)
            for found in _CAUGHT[deed].finditer(view.masked):
                _caught(context, view, found, deed)
            for table in (_ACTIVE, _PASSIVE, _NOMINAL, _FRONTED):
                for found in table[deed].finditer(view.masked):
                    _one(context, view, found, deed)


def _hosted(context: Context, view: View) -> None:
    """Read who is called the owner, or the keeper, of the shelter at a place."""
    for clause in clauses.of(view) if _HOST.search(view.masked) else ():
        for at in clauses.heads(view.masked, clause.head, clause.end) if clause.is_own else ():
            found = _HOST.match(view.masked, at)
            who = [one for item in clause.people if (one := candidate(context, item))]
            if found and offers.may_be_told(view, at):
                relate(context, view, HARBOURING, who, "", (at, found.end()))


def _farther(context: Context, view: View, found: re.Match[str], deed: Deed) -> None:
    """Read a verb whose subject stands further before it, and those counted further behind."""
    ids = offers.actors(context, view, found.start())
    end = min(len(view.masked), found.end() + _REACH)
    people = frames.persons_counted(view, found.end(), end)
    if not ids or not people or not offers.may_be_told(view, found.start()):
        return
    span = view.offset(found.start()), people[0].end
    if context.is_denied(span[0]):
        context.sink.refuse(span, "Yang dibantah tidak dicatat sebagai hubungan.")
        return
    id_group = group(context, view, people[0], context.voice(span[0]).as_("alleged"))
    stop = view.masked.find("⟩", frames.masked_at(view, people[0])) + 1
    relate(context, view, deed, ids, id_group, (found.start(), stop))


# So far behind the verb those counted may stand.
_REACH = 70
_OBJECT = {
    deed: Pattern(
        rf"(?P<verb>{deed.doing})\s+(?:(?:sedikitnya|sebanyak|total|lebih\s+dari|sekitar|rombongan|kembali)\s+)*(?P<them>⟨CNT\d+⟩)"
    )
    for deed in DEEDS
}


def _by_clauses(context: Context, view: View, deed: Deed) -> None:
    """Read active verbs whose subject is named, also the second and third of one subject."""
    for clause in clauses.of(view):
        if not clause.is_own:
            continue
        for at in clauses.heads(view.masked, clause.head, clause.end):
            found = _OBJECT[deed].match(view.masked, at)
            who = [one for item in clause.people if (one := candidate(context, item))]
            if found and who:
                _relate(context, view, found, deed, who, (clause.start, at))


def _caught(context: Context, view: View, found: re.Match[str], deed: Deed) -> None:
    people = view.within(*found.span("who" if found["who"] else "who2"))
    who = [one for item in people if (one := candidate(context, item))]
    if who:
        _relate(context, view, found, deed, who, (found.start(), found.start("verb")))


def _one(context: Context, view: View, found: re.Match[str], deed: Deed) -> None:
    if who := agents_of(context, view, found):
        at = next(found.start(g) for g in ("verb", "noun") if found.groupdict().get(g))
        _relate(context, view, found, deed, who, (found.start(), at))


def agents_of(context: Context, view: View, found: re.Match[str]) -> list[str]:
    """Return who did what a match tells: persons, or a firm of whom it is unlawful."""
    groups = found.groupdict()
    name = next((g for g in ("who", "who2") if (groups.get(g) or "").count("⟨") > 1), "")
    if not name:
        return [one for one in (_agent_of(context, view, found),) if one]
    items = view.within(*found.span(name), Kind.PERSON, Kind.INITIALS)
    return [one for item in items if (one := candidate(context, item))]


def _agent_of(context: Context, view: View, found: re.Match[str]) -> str:
    groups = found.groupdict()
    if not {"who", "firm"} & set(groups):
        return _subject_before(context, view, found)
    name = next((g for g in ("who", "firm", "who2", "firm2") if groups.get(g)), "")
    if not name:
        return ""
    if not groups[name].startswith("⟨"):
        return company_before(context, view) if is_unlawful(context, view) else ""
    item = next(iter(view.within(*found.span(name))), None)
    if item is None or item.kind is not Kind.ORG:
        return candidate(context, item) if item else ""
    is_firm = item.cls in FIRMS and is_unlawful(context, view)
    return context.registry.of(item) if is_firm else ""


def is_unlawful(context: Context, view: View) -> bool:
    """Whether a word near a sentence calls what it tells unlawful, or somebody a culprit."""
    number = view.sentence.number
    near = " ".join(v.sentence.text for v in context.views[max(0, number - 1) : number + 2])
    return tells_of_culprits(context, view) or _UNLAWFUL.search(near) is not None


def _subject_before(context: Context, view: View, found: re.Match[str]) -> str:
    """Return the one person named last before ``ia``: in this sentence, else in the one before."""
    number = view.sentence.number
    for one in reversed(context.views[max(0, number - 2) : number + 1]):
        items = one.within(0, found.start() if one is view else len(one.masked), Kind.PERSON,
                           Kind.INITIALS)  # fmt: skip
        ids = list(dict.fromkeys(id_ for i in items if (id_ := candidate(context, i))))
        if ids or one.sentence.block != view.sentence.block:
            return ids[0] if len(ids) == 1 else ""
    return ""


def _relate(
    context: Context,
    view: View,
    found: re.Match[str],
    deed: Deed,
    who: list[str],
    at: tuple[int, int],
) -> None:
    start, verb = at
    name = "them" if found["them"] else "them2"
    counted = frames.persons_counted(view, found.start(name), found.end(name))
    if not counted or not is_moved(counted[0]) or context.is_denied(view.offset(verb)):
        return
    if not offers.may_be_told(view, verb):
        return
    voice = context.voice(view.offset(start)).as_("alleged")
    id_group = group(context, view, counted[0], voice)
    relate(context, view, deed, who, id_group, (start, found.end()))


def is_moved(counted: Item) -> bool:
    """Whether those counted may be people whom somebody recruits, carries or houses."""
    role, noun = getattr(counted.value, "role", ""), getattr(counted.value, "noun", "")
    return role not in NO_ROLE and not set(noun.split()) & _NO_NOUN


def relate(
    context: Context,
    view: View,
    deed: Deed,
    who: list[str],
    id_group: str,
    stretch: tuple[int, int],
    behind: int | None = None,
) -> None:
    """Claim a deed told in a masked stretch, with where and when it was as told behind it.

    Args:
        context: The document.
        view: The sentence.
        deed: What was done.
        who: Who did it.
        id_group: To whom; empty where nobody counts them.
        stretch: The words that tell it.
        behind: Where the words about place and day begin, if not at the end of these.
    """
    start, end = stretch
    span = view.offset(start), view.offset(end)
    offers.relate(context, view, deed.kind, who, id_group, span)
    for one in who:
        if relation := offers.known(context, deed.kind, one, id_group):
            adjuncts(context, view, relation, end if behind is None else behind)


_STOP = Pattern(
    r"[.;:\"“”]|,\s+(?:[a-z]+\s+){0,3}di(?:vonis|tangkap|tahan|hukum|ringkus|bekuk|tetapkan|jerat|dakwa|tuntut)\b|\b(?:untuk|magang|iming-iming|pekerjaan|kerja|bekerja|dipekerjakan|lowongan|janji|modus)\b|,\s+(?:lalu|kemudian|dan|serta|sedangkan|sementara|namun|setelah|sebelum)\b|\b(?:yang|agar|setelah|sebelum|karena|bahwa|namun|dan|lalu|kemudian|hingga|sampai|sehingga)\s+(?:\w+\s+)?(?:me|di|ber)[a-z]{3,}"
)
_WHERE = pattern(
    r"\bdi\s+(?:(?!\b(?:bawah|antara)\b)[a-z]+,?\s+){0,5}(?P<place>{LOC}(?:\s*,\s*{LOC})*)"
)
_FROM = pattern(r"(?:\bdari|\basal)\s+(?:[a-z]+\s+){0,2}(?P<place>{LOC})")
_TO = pattern(
    r"\b(?:ke|menuju|tujuan)\s+(?:(?:sebuah|luar|negeri|negara|hotel|kota|daerah|pulau|wilayah|rumah)\s+){0,2}(?:(?:[a-z]+\s+){0,3}di\s+)?(?P<place>{LOC})"
)
_WAY = pattern(r"\b(?:lewat|melalui|via|dari|di|ke)\s+(?:[a-z]+\s+){0,2}(?P<place>{PNT})")
_DAY = pattern(r"(?P<before>\b(?:sejak|hingga|sampai|mulai)\s+(?:[a-z]+\s+)?)?(?P<day>{DAT})")
_ENDS = {
    "Recruitment": ((_WHERE, "locatedIn"), (_FROM, "origin")),
    "Harbouring": ((_WHERE, "locatedIn"),),
    "Transporting": ((_FROM, "origin"), (_TO, "destination"), (_WAY, "exitPoint")),
}


# "menjemput para korban dari Pelabuhan A": there they arrived.
_FETCHED = Pattern(r"\b(?:men|di)jemput\b[^.;]{0,60}$")


def adjuncts(context: Context, view: View, relation: str, at: int) -> None:
    """Claim where, from and to where, and when, from the words behind the verb's object."""
    stop = _STOP.search(view.masked, at)
    end = stop.start() if stop else len(view.masked)
    for rule, prop in _ENDS[context.sink.entities[relation].cls]:
        is_arrival = prop == "exitPoint" and _FETCHED.search(view.masked, 0, at) is not None
        told = None if is_arrival else rule.search(view.masked, at, end)
        for item in view.within(*told.span("place")) if told else ():
            _place(context, relation, prop, item)
    day = _DAY.search(view.masked, at, end)
    is_own = day is not None and not (day["before"] or _is_of_main_verb(view, at, day.start()))
    item_of_day = view.item(day, "day") if day and is_own else None
    if item_of_day is not None and item_of_day.key:
        span = item_of_day.start, item_of_day.end
        voice = context.voice(span[0]).as_("alleged")
        context.sink.claim(relation, "date", item_of_day.key, span, voice=voice, confidence=0.8)


_BELOW = Pattern(r"\byang\s[^,;]*$")
_SET_OFF = Pattern(r",\s+(?:pada\s+)?(?:hari\s+)?$")


def _is_of_main_verb(view: View, at: int, day: int) -> bool:
    """Whether a comma gives a day to the verb above: ``menyelamatkan 4 yang disekap, Rabu``."""
    is_below = _BELOW.search(view.masked[:at]) is not None
    return is_below and _SET_OFF.search(view.masked[:day]) is not None


def has_adjuncts(view: View, deed: Deed, at: int) -> bool:
    """Whether the words behind a masked position tell where, from or to which, or when it was."""
    stop = _STOP.search(view.masked, at)
    end = stop.start() if stop else len(view.masked)
    rules = [_DAY, *(rule for rule, _ in _ENDS[deed.kind[0]])]
    return any(rule.search(view.masked, at, end) for rule in rules)


def _place(context: Context, relation: str, prop: str, item: Item) -> None:
    id_ = context.registry.of(item)
    is_port = item.kind is Kind.POINT
    if not id_ or (prop == "exitPoint") != is_port:
        return
    span = item.start, item.end
    voice = context.voice(span[0]).as_("alleged")
    context.sink.claim(relation, prop, id_, span, is_object=True, voice=voice, confidence=0.8)
