"""Whom a deed concerns: people counted, named, meant by ``menciduknya``, or aboard.

Owns who may be held at all. Refuses officials, victims, and migrants brought to safety.
"""

from __future__ import annotations

import re

from loaders.text import subjects
from loaders.text.context import Context
from loaders.text.counts import SORTS, Counted
from loaders.text.facts import frames, objects, rows
from loaders.text.facts.binding import is_object_below, reaches
from loaders.text.facts.deeds import Frame, is_gentle
from loaders.text.facts.listed import NAMES
from loaders.text.patterns import Pattern
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View, pattern


def them(context: Context, view: View, verb: re.Match[str]) -> list[Item]:
    """Return whom ``menciduknya`` means: the one person without a post of the sentence before."""
    before = context.views[max(0, view.sentence.number - 1)]
    if before.sentence.block != view.sentence.block or before is view:
        return []
    people = [i for i in before.items if i.kind in (Kind.PERSON, Kind.INITIALS)]
    ids = [i for i in context.registry.many(people) if i not in context.registry.posts_of]
    if len(ids) != 1:
        return []
    _, end = view.span(verb)
    item = Item(end - 3, end, context.text[end - 3 : end], Kind.INITIALS, "", "Person")
    context.registry.ids[end - 3, end] = ids[0]
    return [item]


SIZES = {
    "keduanya": 2, "ketiganya": 3, "keempatnya": 4, "kelimanya": 5, "keenamnya": 6, "ketujuhnya": 7,
    "kedelapannya": 8, "kesembilannya": 9, "kesepuluhnya": 10,
}  # fmt: skip
"""How many each word that points back means."""

_SUBJECT = Pattern(
    r"(?i)\b(?P<all>ke[a-z]{3,9}nya)\s+(?:(?:telah|sudah|akhirnya|berhasil|juga|lalu|kemudian)\s+)?$"
)


def all_as_subject(context: Context, view: View, at: int) -> list[Item]:
    """Return whom ``mengatakan keduanya ditangkap`` means."""
    found = _SUBJECT.search(view.masked[:at])
    return all_of_them(context, view, found["all"]) if found else []


_BESIDES = pattern(
    r"^[\"“]?Selain\s+(?:menangkap\s+|membekuk\s+|meringkus\s+)?{PER:who}(?:\s*\([^)⟨]{0,14}\))?\s*,\s"
)


def besides(context: Context, view: View, at: int) -> list[Item]:
    """Return whom ``Selain La Ode, polisi membekuk dua orang`` says to be held as well."""
    found = _BESIDES.match(view.masked)
    who = view.item(found, "who") if found else None
    if found is None or who is None or _VERB.search(view.masked, found.end(), at):
        return []
    is_official = context.registry.of(who) in context.registry.posts_of
    return [] if is_official or subjects.is_official(context, context.registry.of(who)) else [who]


_VERB = Pattern(r"\b(?:me|di|ber)[a-z]{4,}")
_CALLED = Pattern(
    r"(?i)\b(?P<role>terdakwa|tersangka|pelaku)(?:\s+(?:itu|tersebut))?\s+(?:(?:telah|sudah|berhasil|akhirnya)\s+)?$"
)


def called_so(context: Context, view: View, at: int) -> list[Item]:
    """Return whom ``terdakwa ditangkap`` means: the one person that the document calls so."""
    found = _CALLED.search(view.masked[:at])
    id_ = subjects.called(context).get(found["role"].casefold(), "") if found else ""
    if found is None or not id_:
        return []
    start, end = view.span(found, "role")
    context.registry.ids[start, end] = id_
    return [Item(start, end, context.text[start:end], Kind.INITIALS, "", "Person")]


_ALL_OF = Pattern(
    r"^[\"“]?(?:Kini|Adapun|Sementara\s+itu|Saat\s+ini)?,?\s*(?i:para|seluruh|semua)\s+(?:korban|calon\s+\w+|c?pmi|wni|pekerja|deportan)\b"
)
MOVED_ROLES = ("victim", "prospective-migrant", "migrant-worker")
"""Roles of those whom others move."""


def all_counted(context: Context, view: View) -> list[Item]:
    """Return the people that ``Para korban`` means, where the document has one number of them."""
    if not _ALL_OF.match(view.masked):
        return []
    before = [v for v in context.views[: view.sentence.number] if v.sentence.role is Role.BODY]
    counted = [
        item
        for other in before
        for item in frames.persons_counted(other, 0, len(other.masked))
        if getattr(item.value, "role", "") in MOVED_ROLES
    ]
    sizes = {i.value.bounds.lower for i in counted if isinstance(i.value, Counted)}
    return counted[-1:] if len(sizes) == 1 else []


_OBJECT = Pattern(r"\s+(?P<all>ke[a-z]{3,9}nya)\b")


def all_as_object(context: Context, view: View, end: int) -> list[Item]:
    """Return whom ``menangkap keduanya`` means."""
    found = _OBJECT.match(view.masked, end)
    return all_of_them(context, view, found["all"]) if found else []


def all_of_them(context: Context, view: View, word: str = "") -> list[Item]:
    """Return whom ``Keduanya ditangkap`` means: as many as the last sentences name."""
    word = (word or view.sentence.text.partition(" ")[0]).casefold()
    size, number = SIZES.get(word, 0), view.sentence.number
    named: dict[str, Item] = {}
    for before in reversed(context.views[max(0, number - _BACK) : number]) if size else ():
        people = [i for i in before.items if i.kind in (Kind.PERSON, Kind.INITIALS)]
        ids = [i for i in context.registry.many(people) if i not in context.registry.posts_of]
        kept = {context.registry.of(item): item for item in reversed(people)}
        # What a sentence names without an age may be anybody: it stands alone or not at all.
        if not named and len(ids) == size:
            return [kept[id_] for id_ in ids]
        if any(not _is_aged(context, kept[id_]) for id_ in ids):
            return []
        named = {**{id_: kept[id_] for id_ in ids}, **named}
        if len(named) >= size:
            break
    return list(named.values()) if len(named) == size else []


_THEY = Pattern(
    r"^[\"“]?(?:Mereka|(?:Para|Seluruh|Semua)\s+(?:tersangka|pelaku))(?:\s+(?:itu|tersebut|ini))?\s+"
)


def all_the_accused(context: Context, view: View) -> list[Item]:
    """Return whom ``Mereka ditangkap`` means: those whom the sentence before lists as suspects.

    Where it counts others too, nobody: ``mereka`` may be said of these.
    """
    before = context.before(view)
    if before is None or not _THEY.match(view.masked):
        return []
    counted = [i.value for i in before.items if isinstance(i.value, Counted)]
    sizes = {v.bounds.lower for v in counted if v.role == "suspect" and v.unit == "persons"}
    others = [v for v in counted if v.role != "suspect" and v.noun not in SORTS]
    letters = {context.registry.of(i): i for i in before.items if i.kind is Kind.INITIALS}
    return list(letters.values()) if sizes == {len(letters)} and not others else []


_AGED = Pattern(r"\s*\(\d{2}(?:\s+(?:tahun|th|thn))?\)")


def _is_aged(context: Context, person: Item) -> bool:
    return person.kind is Kind.INITIALS or _AGED.match(context.text, person.end) is not None


# So many sentences before, those may be named whom "keduanya" means.
_BACK = 3


def is_of_things(view: View, at: int) -> bool:
    """Whether things, not people, stand behind the verb at a masked position."""
    return bool(
        re.match(
            (
                r"\s+(?:sejumlah\s+|berbagai\s+)?(?:barang|paspor|dokumen|uang|\d+\s+(?:unit"
                r"|paspor)|satu\s+unit)"
            ),
            view.masked[at:],
        )
    )


def people(
    view: View, frame: Frame, verb: str, start: int, end: int, *, is_before: bool = False
) -> list[Item]:
    """Return counts of persons, and for arrests the persons, that a verb governs."""
    counted = frames.persons_counted(view, start, end)
    counted = [c for c in counted if not _is_whole(view, c)]
    counted = [c for c in counted if not (is_before and _is_part(view, c, end))]
    counted = [c for c in counted if _is_of_verb(view, c, start, is_before=is_before)]
    if frame.cls == "Arrest":
        is_strict = is_gentle(verb)
        counted = [c for c in counted if _may_be_held(view, c, is_strict=is_strict)]
        if not is_before:
            counted = [c for c in counted if _is_object(view, c, start)]
        named = view.within(start, end, Kind.INITIALS, Kind.PERSON)
        named = [p for p in named if _is_of_verb(view, p, start, is_before=is_before)]
        gap = (start, end) if not is_strict else (-1, -1)
        if is_strict:
            # "mengamankan tiga PMI berinisial TW": brought to safety, not held.
            named = [p for p in named if not _is_migrant(view, start, p)]
        held = [
            p
            for p in named
            if _is_held(view, p) or objects.is_beside(view, p, *gap, is_before=is_before)
        ]
        held += rows.with_these(view, named, held, is_before=is_before, is_strict=is_strict)
        chosen = counted[-1:] if is_before else counted[:1]
        return chosen + held + rows.of_count(view, chosen, held)
    counted = [
        c
        for c in counted
        if isinstance(c.value, Counted)
        and c.value.role not in ("suspect", "wanted-person", "witness", "defendant")
    ]
    chosen = counted[-1:] if is_before else counted[:1]
    return chosen + (_deported(view, start, end) if frame.cls == "Deportation" else [])


_OUT_OF = Pattern(r"⟨CNT\d+⟩\s+dari\s+(?:(?:total|jumlah|sebanyak)\s+)*$")


def _is_whole(view: View, counted: Item) -> bool:
    """Whether people are told as those of whom some are meant: ``120 orang dari 265 PMI``."""
    return _OUT_OF.search(view.masked[: frames.masked_at(view, counted)]) is not None


# Whoever is sent home as a foreigner may be named: "dua warga negara Bangladesh, A dan B".
_FOREIGNERS = pattern(
    rf"(?:⟨CNT\d+⟩|\b(?i:warga(?:\s+negara)?|WNA?|pria|perempuan|wanita|lelaki|seorang))(?:[^.;,⟨\"“]|⟨LOC\d+⟩){{0,60}}?,?\s+(?:yakni\s+|yaitu\s+|masing-masing\s+|berinisial\s+|bernama\s+)?(?P<who>{NAMES})"
)


def _deported(view: View, start: int, end: int) -> list[Item]:
    found = _FOREIGNERS.search(view.masked, start, end)
    if found is None:
        return []
    return view.within(found.start("who"), found.end("who"), Kind.INITIALS, Kind.PERSON)


_AMONG = Pattern(r"(?i)\s*,?\s*(?:orang\s+)?di\s+antara")


# "enam ABK kabur, empat di antaranya diselamatkan": these, and not all.
_THESE = Pattern(
    r"⟩(?:\s+(?:orang\s+)?di\s+antara(?:nya|\s+mereka))?(?:\s+(?:berhasil|telah|sudah|kemudian|akhirnya|juga|langsung))*\s*"
)


def _is_part(view: View, item: Item, end: int) -> bool:
    """Whether a number is inserted: ``17 orang, 4 di antaranya anak-anak, diselamatkan``."""
    at = frames.masked_at(view, item)
    if _THESE.fullmatch(view.masked, view.masked.find("⟩", at), end):
        return False
    is_below = _AMONG.match(view.masked, view.masked.find("⟩", at) + 1) is not None
    is_below = is_below or re.search(r"(?i)\bdi\s+antara", item.text) is not None
    return is_below and view.masked[:at].rstrip().endswith(",")


_SERTA = Pattern(r",?\s+(?:serta|dan)\s+(?:sebanyak\s+)?$")


def joined(view: View, frame: Frame, people: list[Item], end: int) -> list[Item]:
    """Return a second group that ``serta`` joins to the one a verb concerns.

    "menunda keberangkatan lima pria tujuan Laos, serta dua perempuan yang hendak ke Oman".
    """
    if frame.affected != "affected" or len(people) != 1 or people[0].kind is not Kind.COUNT:
        return []
    start = view.masked.find("⟩", frames.masked_at(view, people[0])) + 1
    for item in frames.persons_counted(view, start, end)[:1]:
        at = frames.masked_at(view, item)
        value = item.value
        is_other = isinstance(value, Counted) and value.role in ("suspect", "defendant", "witness")
        if _SERTA.search(view.masked[start:at]) and reaches(view, start, at) and not is_other:
            return [item]
    return []


def _is_of_verb(view: View, item: Item, start: int, *, is_before: bool) -> bool:
    at = frames.masked_at(view, item)
    if is_before:
        return not is_object_below(view, start, at)
    return reaches(view, start, at)


def _is_object(view: View, item: Item, start: int) -> bool:
    """Whether residents counted behind a verb are its object: others may be named there too."""
    is_resident = isinstance(item.value, Counted) and item.value.noun == "warga"
    return not is_resident or frames.masked_at(view, item) - start <= 1


MIGRANTS = Pattern(
    r"(?i)^\s+(?:rombongan|penumpang|calon|pekerja|tki|pmi|wni|korban|yang\s+(?:akan|hendak"
    r"|diduga\s+akan)|(?:yang\s+)?diduga\s+(?:calon\s+|sebagai\s+)*(?:pekerja|c?pmi|tk[iw])\b)"
)
"""Matches what behind a number of people says that they are migrants, or may be."""


CITIZENS = frozenset({"wni", "orang wni", "warga negara indonesia", "orang warga negara indonesia"})
"""Nouns for citizens of ours: whoever says that they were arrested tells of abroad."""
_MEN = frozenset(
    {"orang", "pria", "lelaki", "pemuda", "nelayan", "perempuan", "wanita", "laki-laki", "warga"}
)
_PLAIN = (
    _MEN
    | {
        "tekong",
        "nakhoda",
        "calo",
        "sopir",
        "pengemudi",
        "kurir",
        "perekrut",
        "motoris",
        "kernet",
        "mucikari",
        "muncikari",
    }
    | {
        "awak kapal",
        "anak buah kapal",
        "abk",
        "agen",
        "agen penyalur",
        "anggota sindikat",
        "anggota jaringan",
        "anggota komplotan",
        "sponsor",
        "pengurus",
        "makelar",
    }
)


def _may_be_held(view: View, item: Item, *, is_strict: bool) -> bool:
    """Whether the people counted are held: suspects, or people of no role who were arrested.

    ``mengamankan`` is said of migrants brought to safety too: without the word ``tersangka`` or
    ``pelaku`` it says nothing of whom it concerns.
    """
    value = item.value
    if not isinstance(value, Counted):
        return False
    if value.role in ("suspect", "wanted-person") or (value.role == "defendant" and not is_strict):
        return True
    is_plain = not value.role and value.noun in _PLAIN
    at = view.masked.find("⟩", frames.masked_at(view, item)) + 1
    if not value.role and _SUSPECTED.match(view.masked, at):
        return True
    if _is_foreign(view, item) or (not is_strict and value.noun.casefold() in CITIZENS):
        return True
    if is_plain and value.noun not in _MEN:
        return not is_strict or value.noun in _CULPRITS
    return is_plain and not is_strict and not MIGRANTS.match(view.text[item.end : item.end + 40])


# "Delapan orang yang diduga terlibat TPPO diamankan": what they are held for says who they are.
_SUSPECTED = Pattern(
    r"\s+(?:lain(?:nya)?\s+)?(?:yang\s+)?(?:diduga|disangka|ditengarai|disinyalir)\s+(?:(?:kuat|turut|ikut|telah|kerap|sebagai|menjadi|merupakan|adalah)\s+){0,3}"
    r"(?:terlibat|pelaku|calo|perekrut|penyalur|penampung|sponsor|tekong|pengurus|sindikat|jaringan|dalang|otak|agen|merekrut|memberangkatkan"
    r"|menyalurkan|menampung|mengirim|menyelundupkan|(?:anggota|bagian)\s+(?:dari\s+)?(?:sindikat|jaringan|komplotan))\b"
    r"|(?:\s+yang)?\s+(?:(?:(?:berhasil|telah|sudah|kini|di[a-z]+kan|⟨ORG\d+⟩)\s*,?\s+){0,4}(?:dan\s+)?)?"
    r"(?:dijadikan|ditetapkan|menjadi|berstatus)\s+(?:sebagai\s+)?tersangka\b"
)
# Only who moves others is called so: nobody brings a skipper to safety.
_CULPRITS = frozenset(
    {
        "tekong",
        "nakhoda",
        "calo",
        "makelar",
        "kurir",
        "perekrut",
        "motoris",
        "mucikari",
        "muncikari",
    }
)
_OF_COUNTRY = Pattern(r"\s+(?:(?:negara\s+)?(?:asing|asal)\s+|negara\s+)?⟨LOC\d+⟩")
_NATIONALS = frozenset(
    {"warga", "wna", "wn", "warga negara", "warga negara asing", "orang warga negara asing"}
)


def _is_foreign(view: View, item: Item) -> bool:
    """Whether people counted are nationals of another country: ``tiga warga negara Tiongkok``."""
    value = item.value
    if not isinstance(value, Counted) or value.noun not in _NATIONALS:
        return False
    if value.noun.endswith(("wna", "asing")):
        return True
    found = _OF_COUNTRY.match(view.masked, view.masked.find("⟩", frames.masked_at(view, item)) + 1)
    places = view.within(found.start(), found.end(), Kind.PLACE) if found else []
    return any(
        (place.cls == "Country" and place.text != "Indonesia") or frames.is_abroad(place)
        for place in places
    )


_MOVED = Pattern(r"(?i)\b(?:pmi|cpmi|tki|tkw|wni|calon|korban|pekerja|penumpang)\b")
_CULPRIT = Pattern(
    r"(?i)\b(?:tersangka|pelaku|terduga|calo|perekrut|sponsor|agen|tekong|sopir|pengurus|mengurus)\b"
)


# "HJ yang merekrut korban di Bone, serta AR": of HJ alone.
_WHAT_ONE_DID = Pattern(r"\s+yang\s+(?:\w+\s+){0,2}me\w+[^,]*,")


def _is_migrant(view: View, start: int, person: Item) -> bool:
    """Whether the words before a person speak of migrants, and of no culprit behind them."""
    before = view.masked[start : max(start, frames.masked_at(view, person))]
    before = _WHAT_ONE_DID.sub(",", before)
    moved = list(_MOVED.finditer(before))
    return bool(moved) and not _CULPRIT.search(before)


# "setelah kakaknya, CD, menyerahkan diri"
_KIN = Pattern(
    r"(?i)\b(?:kakak|adik|istri|suami|anak|ayah|ibu|paman|bibi|mertua|menantu|kerabat|teman|tetangga)nya\s*,\s*$"
)
# "juga mencokok istrinya, DW": she is whom the verb holds.
_KIN_OBJECT = Pattern(
    r"\b(?:menangkap|meringkus|membekuk|menciduk|mencokok|mengamankan)\s+[a-z]+nya\s*,\s*$"
)
# "istrinya, LN (36), yang lebih dulu ditangkap": the clause is of her.
_WHO_WAS = Pattern(
    r"(?:\s*\([^)⟨]{0,14}\))?\s*,\s+yang\s+(?:\w+\s+){0,3}?(?:ditangkap|diringkus|dibekuk|diciduk|ditahan)\b"
)
_AS_WITNESS = Pattern(
    r"(?i)\bsebagai\s+saksi\b|\buntuk\s+dimintai\s+keterangan\b"
    r"|⟩(?:\s*\([^)⟨]{0,14}\))?\s*,?\s+(?:(?:yang|merupakan|adalah|seorang)\s+){0,3}calon\s+pekerja\b"
)


# "MZ ditangkap di Gedangan dan masih diperiksa sebagai saksi": arrested all the same.
_OUTRIGHT = Pattern(
    r"(?:\s*\([^)⟨]{0,14}\))?\s+(?:\w+\s+){0,2}?(?:ditangkap|diringkus|dibekuk|diciduk)\b"
)


def _is_held(view: View, person: Item) -> bool:
    at = frames.masked_at(view, person)
    before = view.masked[max(0, at - 40) : at]
    if re.search(r"(?i)\b(?:mengantar|menjemput|membawa|mengirim|merekrut)\s*$", before):
        return False
    is_witness = _AS_WITNESS.search(view.masked, at, frames.clause_end(view, at))
    if is_witness and not _OUTRIGHT.match(view.masked, view.masked.find("⟩", at) + 1):
        return False
    is_told = _WHO_WAS.match(view.masked, view.masked.find("⟩", at) + 1)
    if _KIN.search(before) and not (is_told or _KIN_OBJECT.search(before)):
        return False
    if re.search(r"(?i)(?:korban|saksi|kata|ujar|oleh|kapol\w+|dipimpin)\s*(?:\w+\s+)?$", before):
        return False
    if person.kind is Kind.INITIALS:
        return True
    is_called = re.search(
        r"(?i)(?:tersangka|terpidana|terdakwa|pelaku|terduga|buron\w*|dpo|bernama)\s+$"
        r"|\b(?:tersangka|terpidana|terdakwa|buron\w*)\s+(?:kasus|perkara)\s+[^.;⟨]{0,16}(?:⟨TOP\d+⟩)?\s*,\s+$",
        before,
    )
    return bool(is_called)
