"""Whom a deed concerns: people counted, named, meant by ``menciduknya``, or aboard.

Owns who may be held at all. Refuses officials, victims, and migrants brought to safety.
"""

from __future__ import annotations

import re

from loaders.text import subjects
from loaders.text.context import Context
from loaders.text.counts import Counted
from loaders.text.facts import frames, rows
from loaders.text.facts.binding import is_object_below, reaches
from loaders.text.facts.deeds import Frame
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


_PLURAL = {"keduanya": 2, "ketiganya": 3, "keempatnya": 4, "kelimanya": 5}
_SIZES = {
    "keduanya": 2, "ketiganya": 3, "keempatnya": 4, "kelimanya": 5, "keenamnya": 6, "ketujuhnya": 7,
    "kedelapannya": 8, "kesembilannya": 9, "kesepuluhnya": 10,
}  # fmt: skip


def counted_before(context: Context, view: View) -> list[Item]:
    """Return the one count of people before that ``Kelimanya telah dipulangkan`` means."""
    size = _SIZES.get(view.sentence.text.partition(" ")[0].casefold(), 0)
    before = context.views[max(0, view.sentence.number - 1)]
    if not size or before is view:
        return []
    counted = frames.persons_counted(before, 0, len(before.masked))
    fitting = [c for c in counted if isinstance(c.value, Counted) and c.value.bounds.lower == size]
    roles = {getattr(c.value, "role", "") for c in fitting}
    return fitting if len(fitting) == 1 and roles <= {"", "migrant-worker", "victim"} else []


_SUBJECT = re.compile(
    r"(?i)\b(?P<all>ke(?:dua|tiga|empat|lima)nya)\s+(?:(?:telah|sudah|akhirnya|berhasil|juga|lalu|kemudian)\s+)?$"
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


_VERB = re.compile(r"\b(?:me|di|ber)[a-z]{4,}")
_CALLED = re.compile(
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


_ALL_OF = re.compile(
    r"^[\"“]?(?:Kini|Adapun|Sementara\s+itu|Saat\s+ini)?,?\s*(?i:para|seluruh|semua)\s+(?:korban|calon\s+\w+|c?pmi|wni|pekerja|deportan)\b"
)
_MOVED_ROLES = ("victim", "prospective-migrant", "migrant-worker")


def all_counted(context: Context, view: View) -> list[Item]:
    """Return the people that ``Para korban`` means, where the document has one number of them."""
    if not _ALL_OF.match(view.masked):
        return []
    before = [v for v in context.views[: view.sentence.number] if v.sentence.role is Role.BODY]
    counted = [
        item
        for other in before
        for item in frames.persons_counted(other, 0, len(other.masked))
        if getattr(item.value, "role", "") in _MOVED_ROLES
    ]
    sizes = {i.value.bounds.lower for i in counted if isinstance(i.value, Counted)}
    return counted[-1:] if len(sizes) == 1 else []


_OBJECT = re.compile(r"\s+(?P<all>ke(?:dua|tiga|empat|lima)nya)\b")


def all_as_object(context: Context, view: View, end: int) -> list[Item]:
    """Return whom ``menangkap keduanya`` means."""
    found = _OBJECT.match(view.masked, end)
    return all_of_them(context, view, found["all"]) if found else []


def all_of_them(context: Context, view: View, word: str = "") -> list[Item]:
    """Return whom ``Keduanya ditangkap`` means: as many as the last sentence that names people."""
    word = (word or view.sentence.text.partition(" ")[0]).casefold()
    number = view.sentence.number
    for before in (
        reversed(context.views[max(0, number - _BACK) : number]) if word in _PLURAL else ()
    ):
        people = [i for i in before.items if i.kind in (Kind.PERSON, Kind.INITIALS)]
        ids = [i for i in context.registry.many(people) if i not in context.registry.posts_of]
        if not ids:
            # Nobody is named there: the text may go on about those before.
            continue
        kept = {context.registry.of(item): item for item in reversed(people)}
        return [kept[id_] for id_ in ids] if len(ids) == _PLURAL[word] else []
    return []


# So many sentences before, those may be named whom "keduanya" means.
_BACK = 3


_ABOARD = re.compile(
    r"^(?:Di\s+(?:dalam|atas)(?:nya|\s+(?:kapal|mobil|perahu|kendaraan|bus)\b)|(?:Ke\w+\s+|⟨VES\d+⟩\s*)?"
    r"(?i:kapal|perahu|mobil|bus|kendaraan|minibus|truk|speed\s?boat|pompong)\b)"
)


def aboard(context: Context, view: View) -> list[Item]:
    """Return who was on what was stopped, from the sentence behind."""
    number = view.sentence.number + 1
    if number >= len(context.views):
        return []
    behind = context.views[number]
    if behind.sentence.block != view.sentence.block or not _ABOARD.match(behind.masked):
        return []
    return frames.persons_counted(behind, 0, len(behind.masked))[:1]


_ABOUT_TO = re.compile(
    r"(?i)\b(?:hendak|akan|rencananya|diduga\s+akan|ingin|bakal)\s+(?:\w+\s+){0,3}?(?:ke|menuju|berangkat|diberangkatkan|bekerja"
    r"|menyeberang|diseberangkan|dikirim|diselundupkan)\b"
)


# "speedboat yang mengangkut 36 PMI": on their way, whichever it is.
_CARRYING = re.compile(
    r"\b(?:kapal|perahu|speed\s?boat|mobil|minibus|bus|truk)\b[^.;]*\b(?:mengangkut|membawa|memuat)\s+(?:sebanyak\s+)?$"
)


def is_leaving(view: View, item: Item) -> bool:
    """Whether people counted are told to be on their way out: ``calon``, ``yang hendak ke``."""
    value = item.value
    if not isinstance(value, Counted):
        return False
    is_worker = value.role == "migrant-worker" or value.noun.casefold() in ("wni", "orang wni")
    at = frames.masked_at(view, item)
    if is_worker and at >= 0 and _CARRYING.search(view.masked[:at]):
        return True
    return value.role == "prospective-migrant" or (
        is_worker and _ABOUT_TO.search(view.masked) is not None
    )


_LOADED = re.compile(
    r"\b(?:yang|sedang|tengah)\s+(?:sedang\s+|tengah\s+)?(?:mengangkut|membawa|berisi|memuat|ditumpangi|bermuatan)\s+"
    r"(?:sebanyak\s+)?(?=⟨CNT)"
)


def in_what_was_stopped(view: View, start: int, end: int) -> list[Item]:
    """Return who was in the craft that a verb stopped: ``mobil yang mengangkut 19 orang``."""
    found = _LOADED.search(view.masked, start, end)
    return frames.persons_counted(view, found.end(), end)[:1] if found else []


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
    counted = [c for c in counted if not (is_before and _is_part(view, c))]
    counted = [c for c in counted if _is_of_verb(view, c, start, is_before=is_before)]
    if frame.cls == "Arrest":
        is_strict = "aman" in verb
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
            p for p in named if _is_held(view, p) or _is_beside(view, p, *gap, is_before=is_before)
        ]
        held += rows.with_these(view, named, held, is_before=is_before, is_strict=is_strict)
        chosen = counted[-1:] if is_before else counted[:1]
        return chosen + held
    counted = [
        c
        for c in counted
        if isinstance(c.value, Counted)
        and c.value.role not in ("suspect", "wanted-person", "witness", "defendant")
    ]
    return counted[-1:] if is_before else counted[:1]


_AMONG = re.compile(r"(?i)\s*,?\s*(?:orang\s+)?di\s+antara")


def _is_part(view: View, item: Item) -> bool:
    """Whether a number is inserted: ``17 orang, 4 di antaranya anak-anak, diselamatkan``."""
    at = frames.masked_at(view, item)
    is_below = _AMONG.match(view.masked, view.masked.find("⟩", at) + 1) is not None
    is_below = is_below or re.search(r"(?i)\bdi\s+antara", item.text) is not None
    return is_below and view.masked[:at].rstrip().endswith(",")


_SERTA = re.compile(r",?\s+(?:serta|dan)\s+(?:sebanyak\s+)?$")


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


_MIGRANTS = re.compile(
    r"(?i)^\s+(?:rombongan|penumpang|calon|pekerja|tki|pmi|wni|korban|yang\s+(?:akan|hendak"
    r"|diduga\s+akan))"
)


_MEN = frozenset({"orang", "pria", "perempuan", "wanita", "laki-laki", "warga"})
_PLAIN = (
    _MEN
    | {"tekong", "nakhoda", "calo", "sopir", "pengemudi", "kurir", "perekrut", "motoris"}
    | {
        "awak kapal",
        "anak buah kapal",
        "abk",
        "agen",
        "agen penyalur",
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
    if is_plain and value.noun not in _MEN:
        return not is_strict
    return is_plain and not is_strict and not _MIGRANTS.match(view.text[item.end : item.end + 40])


_GAP = re.compile(
    r"\s*(?:(?:seorang|tersangka|terdakwa|pelaku|pria|perempuan|wanita|lelaki|laki-laki|bernama|kemudian"
    r"|lalu|akhirnya|telah|sudah|berhasil|langsung|juga|kembali|sendiri)\s+|\([^)⟨]{0,14}\)\s*)*"
)


# "menangkap nakhoda kapal itu, Syafril Lubis": what he is stands before the name.
_OF_SOMEBODY = re.compile(
    r"\s+(?:seorang\s+|mantan\s+)?(?:nakhoda|tekong|calo|perekrut|sopir|pengurus|pemilik|direktur|otak|bos|dalang|kapten|koordinator"
    r"|sponsor|agen|penampung|pengelola|pemodal|pengemudi|admin|pelaku|tersangka)(?:\s+(?!yang\b|dan\b)[a-z]+){0,4}(?:\s+⟨(?:ORG|LOC|VES)\d+⟩)?"
    r"\s*,\s+(?:yakni\s+|yaitu\s+|bernama\s+)?"
)
_APPOSED = re.compile(r"[a-z]\s*,\s+(?:(?:berinisial|bernama|yakni|yaitu)\s+)?$")


def _is_beside(view: View, person: Item, start: int, end: int, *, is_before: bool) -> bool:
    """Whether a named person is the verb's own object, or a passive verb's subject."""
    at = frames.masked_at(view, person)
    if start < 0 or at < 0 or person.kind is not Kind.PERSON:
        return False
    behind = view.masked.find("⟩", at) + 1
    gap = view.masked[behind:end] if is_before else view.masked[start:at]
    if is_before and _APPOSED.search(view.masked[:at]):
        # "pengelolanya, Rudi Hartawan (33), ditangkap": the comma closes the apposition.
        gap = gap.replace(",", "", 1)
    return _GAP.fullmatch(gap) is not None or (
        not is_before and _OF_SOMEBODY.fullmatch(gap) is not None
    )


_MOVED = re.compile(r"(?i)\b(?:pmi|cpmi|tki|tkw|wni|calon|korban|pekerja|penumpang)\b")
_CULPRIT = re.compile(
    r"(?i)\b(?:tersangka|pelaku|terduga|calo|perekrut|sponsor|agen|tekong|sopir|pengurus|mengurus)\b"
)


# "HJ yang merekrut korban di Bone, serta AR": of HJ alone.
_WHAT_ONE_DID = re.compile(r"\s+yang\s+(?:\w+\s+){0,2}me\w+[^,]*,")


def _is_migrant(view: View, start: int, person: Item) -> bool:
    """Whether the words before a person speak of migrants, and of no culprit behind them."""
    before = view.masked[start : max(start, frames.masked_at(view, person))]
    before = _WHAT_ONE_DID.sub(",", before)
    moved = list(_MOVED.finditer(before))
    return bool(moved) and not _CULPRIT.search(before)


# "setelah kakaknya, CD, menyerahkan diri"
_KIN = re.compile(
    r"(?i)\b(?:kakak|adik|istri|suami|anak|ayah|ibu|paman|bibi|mertua|menantu|kerabat|teman|tetangga)nya\s*,\s*$"
)
_AS_WITNESS = re.compile(
    r"(?i)\bsebagai\s+saksi\b|\buntuk\s+dimintai\s+keterangan\b|\bcalon\s+pekerja\b"
)


# "MZ ditangkap di Gedangan dan masih diperiksa sebagai saksi": arrested all the same.
_OUTRIGHT = re.compile(
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
    if _KIN.search(before):
        return False
    if re.search(r"(?i)(?:korban|saksi|kata|ujar|oleh|kapol\w+|dipimpin)\s*(?:\w+\s+)?$", before):
        return False
    if person.kind is Kind.INITIALS:
        return True
    return bool(re.search(r"(?i)(?:tersangka|pelaku|terduga|buron\w*|dpo|bernama)\s+$", before))
