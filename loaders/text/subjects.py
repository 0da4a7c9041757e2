"""Sentences whose subject points back: ``Ia``, ``Perempuan 39 tahun itu``, ``Terdakwa``.

Owns whom such a subject means, and the views in which it stands as a mark like the name itself, so
that every pattern of facts reads it. Refuses to choose: where the sentence before names several
persons without a post, or the document calls several so, nobody is meant.
"""

from __future__ import annotations

import re

from loaders.text import described
from loaders.text.context import Context
from loaders.text.holdings import is_firm
from loaders.text.kin import KIN
from loaders.text.patterns import Pattern, Text
from loaders.text.spans import Item, Kind, Role
from loaders.text.speech import VERB
from loaders.text.view import Holding, View, pattern

# Words of place, time, reason or people before the subject: "Kepada mereka, ia menjanjikan".
_BEFORE = (
    r"(?:(?:Kepada|Untuk|Dalam|Dari|Saat|Ketika|Setelah|Pada|Di|Dengan|Selain|Sewaktu|Semasa|Sebelum|Usai|Atas|Berdasarkan|Begitu|Karena|Akibat|Demi|Guna|Melalui|Lewat"
    r"|Selama|Sejak|Awalnya|Mulanya|Modusnya|Caranya|Berbekal|Tanpa|Bersama|Bermodal(?:kan)?|Meski(?:pun)?|Setiba(?:nya)?|Sesampai(?:nya)?)(?:\s(?:[^⟨,.\"“]|⟨(?!PER|INI)[A-Z]{3}\d+⟩){1,80})?,\s+"
    r"|(?:Sejak|Pada|Mulai|Per|Terhitung(?:\s+(?:sejak|mulai))?)\s+(?:(?:hari|tanggal)\s+)*⟨DAT\d+⟩\s+|Kepada\s(?:polisi"
    r"|penyidik|petugas|hakim|wartawan)\s)"
)
_LEAD = (
    r"(?:(?:Kini|Saat\s+ini|Kemudian|Selanjutnya|Selain\s+itu|Akibatnya|Atas\s+perbuatannya"
    rf"|Sementara\s+itu|Sebelumnya|Namun|Belakangan|Setelah\s+itu|Akhirnya)\s*,?\s+|{_BEFORE})?"
)
_PRONOUN = Pattern(rf"^[\"“]?{_LEAD}(?P<all>(?i:ia|dia|yang\s+bersangkutan))\s+(?=[a-z])")
_DESCRIBED = Pattern(
    rf"^{_LEAD}(?P<all>(?i:(?:mantan|bekas|eks)\s+\w+|perempuan|wanita|pria|lelaki|laki-laki|ibu|bapak"
    r"|pemuda|warga|guru|petani|nelayan|pegawai|buruh|sopir|janda|pengusaha|kakek|nenek|pedagang|karyawan"
    r"|residivis|makelar|perekrut|calo|sponsor|oknum|kepala\s+cabang|staf|manajer|pemilik|bos|pengurus)"
    r"(?:\s+(?:asal|berusia|paruh\s+baya|muda|kelahiran|warga|rumah\s+tangga|honorer|swasta|kapal|operasional|perusahaan|penampungan|travel|lulusan\s+\w+)"
    r"|\s*,?\s+⟨[A-Z]{3}\d+⟩|\s+\d{2}\s+tahun"
    r"|\s+(?:satu|dua|tiga|empat|lima)\s+anak|\s+beranak\s+\w+){0,3}"
    r"(?:\s+yang\s(?:(?!⟨(?:PER|INI|CNT)|\b(?:itu|tersebut|ini)\b)[^.;\"“]){1,100}?)?\s*,?\s+(?:itu|tersebut|ini))\s+(?=[a-z])"
)
# "kasus TPPO yang masuk DPO sejak Maret itu": however long, it describes whom the text has named.
_POINTED = (
    r"(?:\s+(?:kasus|perkara)\s(?:(?!⟨(?:PER|INI|CNT)|\byang\b)[^.,;\"“]){1,60}?)?"
    r"(?:\s+yang\s(?:(?!⟨(?:PER|INI|CNT)|\b(?:itu|tersebut|ini)\b)[^.;\"“]){1,140}?)?\s+(?P<points>itu|tersebut|ini)"
)
# "Pelaku yang diburu memakai nomor asing": which of them, a clause tells; rather another one.
_ROLE = Pattern(
    rf"^[\"“”]?{_LEAD}(?P<all>(?P<role>(?i:terdakwa|tersangka|pelaku|buron(?:an)?))(?:(?:\s+⟨ORG\d+⟩)?{_POINTED})?)\s+(?=[a-z])(?!lain(?:nya)?\b|kedua\b|ketiga\b|yang\s)"
)
# "yang ia rekrut dari kampung itu": the word that points may belong to a noun of the clause.
_OF_A_THING = Pattern(
    r"(?i)\byang\s.*\b(?:rumah|kampung|desa|kapal|kota|kasus|perkara|tempat|ruko|lokasi|perusahaan|akun|jaringan|daerah|negara"
    r"|pulau|hari|malam|pagi|sore|bulan|tahun|uang|(?<!pencarian )orang|korban)\s+"
    r"(?:itu|tersebut|ini)$"
)
# Who is told of so may be the culprit of the next sentence.
_ACCUSING = Pattern(
    r"(?i)\b(?:tersangka|terdakwa|buron(?:an)?|DPO|memburu|mengejar|diburu|pelarian|pelaku|calo|sponsor|tekong|perekrut|ditangkap|diringkus|dibekuk"
    r"|tertangkap|ditahan|dituntut|otak|dalang|alias)\b"
)
_CALLED = Pattern(
    r"(?i)\b(?P<role>terdakwa|tersangka|pelaku)\s+(?:(?:berinisial|bernama|inisial|atas\s+nama)\s+)?$"
)
# "Rekan terdakwa bernama Iis": who is somebody to a defendant is none.
_SOMEBODYS = Pattern(
    rf"(?i)\b(?:{KIN}|pengacara|kuasa\s+hukum|penasi?e?hat\s+hukum)(?:\s+(?:dari|para))?\s+$"
)
SEVERAL = Pattern(
    r"(?i)\b(?:para|kedua|ketiga|keempat|kelima|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|\d+)"
    r"\s+(?:orang\s+)?(?:terdakwa|tersangka|pelaku)\b"
)
"""Matches words for several who are accused: ``kedua pelaku``, ``para tersangka``."""
# Who speaks for the law or for somebody else is not whom "Ia dituntut" means.
_OFFICIAL = Pattern(
    r"(?i)\b(?:jaksa(?:\s+penuntut(?:\s+umum)?)?|penuntut\s+umum|jpu|hakim(?:\s+(?!me)\w+)?|panitera|penyidik"
    r"|advokat|aktivis|peneliti|pengamat|dosen|dokter|relawan"
    r"|pendamping|romo|pastor|suster|wartawan|ahli|dipimpin|diketuai|kata|ujar"
    r"|menurut)\s+(?:oleh\s+)?$"
)


# "Direktur PT A itu menjadi tersangka": who runs a firm is no official.
_HEAD = pattern(rf"^{_LEAD}(?P<all>{{POS:post}}\s+{{ORG:firm}}\s+(?:itu|tersebut|ini))\s+(?=[a-z])")


def resolve(context: Context) -> None:
    """Replace the views of body sentences whose subject points back to one person.

    Also of those before a sentence that says who was meant: ``menangkap seorang calo. Lelaki
    berinisial MZ itu``.
    """
    known = called(context)
    for number, view in enumerate(context.views):
        if view.sentence.role is not Role.BODY:
            continue
        _name_before(context, number)
        for rule in (_PRONOUN, _DESCRIBED, _ROLE, _HEAD):
            if found := rule.match(view.masked):
                person = _meant(context, view, found, known)
                if person:
                    context.views[number] = _with(context, view, found, person)
                break
        _name_inside(context, number, known)


# "menyetor Rp6 juta kepada tersangka": the one person whom the document calls so.
_INSIDE = Pattern(
    r"\b(?:kepada|oleh|dari|milik|terhadap)\s+(?P<all>(?P<role>tersangka|terdakwa|pelaku)(?:\s+(?:itu|tersebut|ini))?)"
    r"(?=\s*(?:[,.;\"”]|$)|\s+(?:di|pada|untuk|dengan|sebesar|agar|melalui|lewat|sebanyak|sejak)\b)"
)


def _name_inside(context: Context, number: int, known: dict[str, str]) -> None:
    """Put the one suspect for ``kepada tersangka`` in a sentence that names nobody else."""
    view = context.views[number]
    found = _INSIDE.search(view.masked)
    person = known.get(found["role"], "") if found else ""
    named = [i for i in view.items if i.kind in (Kind.PERSON, Kind.INITIALS)]
    others = {*context.registry.many(named)} - {person, *context.registry.posts_of}
    if found and person and not others:
        context.views[number] = _with(context, view, found, person)


_IDENTIFIED = pattern(
    rf"^{_LEAD}(?:[A-Z][a-z-]+)(?:\s+[a-z]+){{0,3}}\s+(?:yang\s+)?(?:berinisial|bernama)\s+{{PER:who}}\s+(?=[a-z])"
)
_POINTED_AT = Pattern(r"\s*(?:\(\d{2}(?:\s+tahun)?\))?\s+(?:itu|tersebut)\s+[a-z]")
# Who is caught, questioned or reported, and nobody whom anything befell.
_SOMEONE = Pattern(
    r"\b(?:[Mm]enangkap|[Mm]eringkus|[Mm]embekuk|[Mm]enciduk|[Mm]encokok|[Mm]enahan|[Mm]emeriksa|[Mm]enetapkan|[Mm]elaporkan"
    r"|[Mm]emburu|[Mm]engejar|[Mm]emanggil)\s+(?P<one>(?:seorang|satu\s+orang|salah\s+seorang)"
    r"(?:\s+(?!(?:korban|calon|saksi|pekerja|buruh|c?pmi|tk[iw]|wni|anak|di|ke|dari|asal|yang|pada|karena|sebagai|terkait|dalam|usai|setelah|dan"
    r"|serta|itu|tersebut|warga(?=\s+negara))\b)[a-z]+){1,5})"
)


_SOMEONE_DONE = Pattern(
    r"^(?:[^;\"“]{1,60}?\s[–—-]\s+)?(?P<one>(?:(?:[Ss]eorang\s+[a-z]+|Nakhoda|Tekong|Sopir|Pengemudi|Pemilik|Penjaga|Pengelola|Pengurus|Direktur|Mantan|Oknum"
    r"|Perekrut|Calo|Bos|Buron(?:an)?)\b)(?:(?!⟨(?:PER|INI|CNT)|\b(?:dan|serta|para|korban|calon|pekerja)\b)[^.;\"“]){0,140}?)\s+"
    r"(?:(?:akhirnya|telah|sudah|resmi|kini|berhasil)\s+){0,2}(?:ditangkap|diringkus|dibekuk|diciduk|dicokok|ditahan|ditetapkan|diperiksa|dilaporkan)\b"
)


def _name_before(context: Context, number: int) -> None:
    """Put whom a sentence names for the one unnamed person whom the sentence before accuses."""
    view, before = context.views[number], context.views[max(0, number - 1)]
    found = _IDENTIFIED.match(view.masked) if number else None
    told = before.masked if found else Text("")
    someone = _SOMEONE.search(told) or _SOMEONE_DONE.match(told)
    item = view.item(found, "who") if found else None
    who = context.registry.of(item)
    if item and not _POINTED_AT.match(context.text, item.end):
        return
    is_body = before.sentence.role is Role.BODY and bool(who)
    if someone is None or not is_body or who in context.registry.posts_of:
        return
    if not before.names_people and not SEVERAL.search(before.masked):
        context.views[number - 1] = _with(context, before, someone, who, "one")


def _meant(context: Context, view: View, found: re.Match[str], called: dict[str, str]) -> str:
    role = found["role"].casefold() if _ROLE.made(found) else ""
    is_aloud = view.sentence.number and role not in called and _CHARGED_ALOUD.match(view.masked)
    accused = _accused_of(context, context.views[view.sentence.number - 1]) if is_aloud else ""
    if accused or role in called or (role and not found["points"]):
        return accused or called.get(role, "")
    number = view.sentence.number
    before = context.views[number - 1] if number else None
    is_office = _HEAD.made(found) and not is_firm(view.item(found, "firm"))
    if before is None or before.sentence.role is not Role.BODY or is_office:
        return ""
    is_new = before.sentence.block != view.sentence.block
    is_elsewhere = is_new and not _ACCUSED_OF.match(view.masked, found.end())
    if _PRONOUN.made(found) and (is_elsewhere or _SAYS_OF.search(before.masked)):
        return ""
    # "Perempuan yang menyewa rumah tersebut" may be new to the text, unlike "Perempuan itu".
    is_loose = bool(role) or " yang " in found["all"]
    is_open = (role and SEVERAL.search(context.text)) or _OF_A_THING.search(found["all"])
    if is_open or (is_loose and not _ACCUSING.search(before.sentence.text)):
        return ""
    people = [i for i in before.items if i.kind in (Kind.PERSON, Kind.INITIALS)]
    ids = [i for i in context.registry.many(people) if i not in context.registry.posts_of]
    ids = [one for one in ids if not is_official(context, one)]
    return ids[0] if len(ids) == 1 else ""


# "Ia ditangkap di stasiun" may open a paragraph: of whom the last one ended with.
_ACCUSED_OF = Pattern(
    r"(?:(?:telah|sudah|kini|juga|lalu|kemudian|akhirnya|langsung|resmi|sempat)\s+){0,2}(?:ditangkap|diringkus|dibekuk|diciduk|dicokok|digelandang|ditahan|dijerat|disangka"
    r"|ditetapkan|didakwa|dituntut|divonis|diancam|terancam)"
)
# "Rini menyebutkan, terdakwa mengawal rombongan. Ia menerima": rather the defendant than Rini.
_SAYS_OF = Pattern(
    rf"⟨(?:PER|INI)\d+⟩\s*,?\s+(?:{VERB})\w*\s*,?\s+(?:bahwa\s+)?"
    r"(?:terdakwa|tersangka|pelaku|terpidana|kliennya|suaminya|istrinya)\b"
)


# "Dia kami sangkakan Pasal 4": an officer speaks, in a paragraph of its own, of the accused.
_CHARGED_ALOUD = Pattern(
    r"^[\"“”](?i:ia|dia|yang\s+bersangkutan|tersangka|pelaku)(?:\s+(?:ini|itu))?\s+(?:(?:sudah|telah|juga)\s+)?(?:kami|kita)\s"
)


def _accused_of(context: Context, last: View) -> str:
    """Return the one person without an office in the paragraph that a sentence ends."""
    inside = [v for v in context.views if v.sentence.block == last.sentence.block]
    people = [i for v in inside for i in v.items if i.kind in (Kind.PERSON, Kind.INITIALS)]
    ids = [i for i in context.registry.many(people) if i not in context.registry.posts_of]
    ids = [one for one in ids if not is_official(context, one)]
    return ids[0] if len(ids) == 1 else ""


# "Komplotan itu dipimpin Ridwan": who leads such a thing speaks for no law.
_OF_A_GANG = Pattern(
    r"(?i)\b(?:komplotan|jaringan|sindikat|geng|mafia|perusahaan|PT|CV|agensi|LPK)\b[^.;]{0,60}\b(?:dipimpin|diketuai)\s+(?:oleh\s+)?$"
)


def is_official(context: Context, person: str) -> bool:
    """Whether the text somewhere introduces the person as one who speaks for law or others."""
    return any(
        _OFFICIAL.search(context.text[max(0, start - 40) : start])
        and not _OF_A_GANG.search(context.text[max(0, start - 90) : start])
        for (start, _), id_ in context.registry.ids.items()
        if id_ == person
    )


def called(context: Context) -> dict[str, str]:
    """Return the one person whom the document calls suspect, defendant or culprit, by that word."""
    if SEVERAL.search(context.text):
        return {}
    found: dict[str, set[str]] = {}
    for item in context.registry_items:
        if item.kind in (Kind.PERSON, Kind.INITIALS) and (id_ := context.registry.of(item)):
            before = context.text[max(0, item.start - 60) : item.start]
            told = _CALLED.search(before)
            if told is None or _SOMEBODYS.search(before[: told.start()]):
                continue
            if id_ not in context.registry.posts_of:
                ids = {id_, *_listed_with(context, item)}
                found.setdefault(told["role"].casefold(), set()).update(ids)
    named = {role: next(iter(ids)) for role, ids in found.items() if len(ids) == 1}
    if not found and (only := _only_held(context)):
        # One man is caught, and nobody else may be meant by what the text calls him later.
        return dict.fromkeys(("tersangka", "pelaku"), only)
    return named


_HELD = pattern(
    r"\b(?:[Mm]enangkap|[Mm]eringkus|[Mm]embekuk|[Mm]enciduk|[Mm]encokok)\s+(?:(?:seorang|pria|perempuan|wanita|lelaki|laki-laki|berinisial"
    r"|bernama)\s+){0,4}{PER:object}"
    r"|{PER:subject}(?:\s*\([^)⟨]{0,14}\))?\s*,?\s+(?:(?:akhirnya|telah|sudah|berhasil)\s+)?(?:ditangkap|diringkus|dibekuk|diciduk|dicokok)\b"
)


def _only_held(context: Context) -> str:
    """Return the one person caught, where the document names no other who may be accused."""
    registry = context.registry
    held = {
        id_
        for view in context.views
        for found in _HELD.finditer(view.masked)
        if (id_ := registry.of(view.item(found, "object") or view.item(found, "subject")))
    }
    people = [i for i in context.registry_items if i.kind in (Kind.PERSON, Kind.INITIALS)]
    others = {one for one in registry.many(people) if one not in registry.posts_of} - held
    is_alone = all(is_official(context, one) for one in others)
    return held.pop() if len(held) == 1 and is_alone else ""


_AND = Pattern(r"\s*(?:\([^)]{0,16}\))?\s*(?:,|,?\s*(?:dan|serta|bersama))\s+")


def _listed_with(context: Context, item: Item) -> list[str]:
    """Return who stands behind ``dan`` beside a name: ``Terdakwa A dan B`` are two."""
    beside = _AND.match(context.text, item.end)
    later = [i for i in context.registry_items if beside and i.start == beside.end()]
    people = [i for i in later if i.kind in (Kind.PERSON, Kind.INITIALS)]
    return [one for one in context.registry.many(people) if one not in context.registry.posts_of]


def _with(
    context: Context, view: View, found: re.Match[str], person: str, group: str = "all"
) -> View:
    start, end = view.span(found, group)
    printed = context.text[start:end]
    kind = Kind.PERSON if " " in context.sink.entities[person].caption else Kind.INITIALS
    subject = Item(start, end, printed, kind, "", "Person", source="anaphor")
    context.registry.ids[start, end] = person
    described.claim(context, view, person, (start, end))
    items = [i for i in view.items if i.end <= start or i.start >= end]
    items = sorted([*items, subject], key=lambda one: one.start)
    made = View(view.sentence, items, context.text)
    post, firm = (
        view.item(found, name) if _HEAD.made(found) else None for name in ("post", "firm")
    )
    if post and firm:
        made.holdings.append(Holding(post, (firm,), subject, start, end))
    return made
