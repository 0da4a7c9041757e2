"""Arguments of a verb: who did it, to whom, where, when, bound for where.

Owns which words around a verb may fill a role. Refuses dates and places that belong to the
words of speech beside it (``kata Zain di Jakarta, Sabtu``).
"""

from __future__ import annotations

import re
from datetime import date

from loaders.text.context import Context
from loaders.text.counts import Counted
from loaders.text.draft import Voice
from loaders.text.spans import Item, Kind
from loaders.text.speech import ROOT, VERB
from loaders.text.view import View, pattern

_SPEAKING = pattern(
    rf"(?:(?<!tindak )\b{ROOT}(?:nya)?\b(?:\s+(?:dia|ia))?(?:\s+{{WHO}})?|\b[Dd]alam\s+"
    rf"(?:keterangan|konferensi|jumpa|siaran)\w*)[^\"“]*$"
)
# "menggelar konferensi pers penggagalan ... pada Jumat": the day of telling, whatever is told.
_SHOWN = re.compile(
    r"(?i)\b(?:(?:meng)?gelar|digelar|mengadakan|menyelenggarakan|melakukan|menyampaikan|memberikan)\s+"
    r"(?:konferensi|jumpa|temu|siaran|rilis|press|ekspos|gelar\s+perkara|keterangan)\w*[^;\"“]*$"
    r"|\b(?:merilis|dirilis|mengekspos\w*|diekspos\w*|dilansir|dikutip|dilihat\s+di|diakses)\b[^;\"“]*$"
)
_SUBJECT_SAYS = pattern(
    rf"{{WHO}}[^⟨]{{0,12}}(?:\s+(?:di|pada|saat|dalam|usai|kepada)\s[^\"“]{{0,110}}?"
    rf"|\s*,\s*[^\"“]{{0,70}}?,?)?\s*\b(?:{VERB})\b"
)
_AT = pattern(
    r"\b(?:[Dd]i|[Dd]ari|wilayah|kawasan|[Pp]erairan|tepatnya\s+di|berlokasi\s+di)\s+(?:(?:rumah|kediaman|kontrakan|kos|kantor|tempat\s+tinggal)nya\s*,?\s+(?:di\s+)?)?(?:"
    r"(?:sebuah|salah\s+satu|rumah|penampungan|rumah\s+penampungan|wilayah|kawasan"
    r"|daerah|sekitar|area|depan|lokasi|tempat|kantor|pesisir|pelabuhan|bandara"
    r"|sejumlah|lahan|kos|kontrakan|rumah\s+kontrakan|hotel|ruko|gudang|losmen|apartemen|penginapan|asrama|jalur|tikus|[Tt]erminal(?:\s+\d\w?)?|keberangkatan|internasional|ruang|tunggu|konter|pemeriksaan|imigrasi|kompleks|gang|dermaga|muara"
    r"|sungai|bekas|dekat|tepi|perairan)\s+){0,4}(?:[A-Z]\w+(?:\s+[A-Z]\w+){0,2}\s*,\s*(?=⟨LOC))?"
    r"(?:(?:(?i:rt|rw|blok|nomor|no\.?|gang|gg\.?)\s*[\w./-]{1,12}[\s,/]*){1,4}(?=⟨LOC))?"
    r"(?P<chain>{LOC}(?:(?:\s+(?:[A-Z]{1,2}\d{0,3}|(?i:nomor|no\.?|blok|km|rt|rw)\s*[\w/-]{1,6})){0,3}\s*,\s*(?:[A-Z][a-z]+(?:\s+[A-Z][a-z]+)?\s*,\s*)?{LOC}|\s+{LOC}|\s*\({LOC}\)|\s*,?\s+(?:dan|serta)\s+{LOC})*)"
)
_NOT_AT = re.compile(
    r"(?i)(?:bekerja|kerja|pekerjaan|lowongan|dipekerjakan|tinggal|keterangan\w*|konferensi\s+pers"
    r"|jumpa\s+pers|bermukim|majikan|keluarga\w*|orang\s+tua\w*|kampung\w*|penempatan|berada|berdomisili|beralamat|berkantor|bermarkas|berkedudukan|lapor|tki|pmi|wni|tiba|asal"
    r"|ber(?:lokasi|alamat|kantor|domisili|markas|kedudukan)(?:\s+pusat)?|terletak|bertempat\s+tinggal"
    r"|berasal|korban|warga|ditempatkan|dijanjikan\s+\w+)\s+$"
)
_TO = pattern(
    r"\b(?:ke|tujuan|menuju|bertujuan\s+ke)\s+(?:(?:negara|luar\s+negeri"
    r"|negeri\s+jiran|wilayah|berbagai\s+negara)[\s,]*(?:yakni|yaitu|seperti"
    r"|antara\s+lain|tujuan)?\s*)?(?P<chain>{LOC}(?:\s*(?:,|dan|serta|maupun|hingga"
    r"|,\s*dan)\s*{LOC})*)"
)
_WORK_AT = pattern(
    r"\b(?:akan|hendak|untuk|ingin)\s+(?:bekerja|dipekerjakan|ditempatkan)\s+[^⟨.,]{0,50}?\bdi\s+"
    r"(?P<chain>{LOC}(?:\s*(?:,|dan|serta|maupun|hingga|,\s*dan)\s*{LOC})*)"
)
_EXIT = pattern(
    r"\b(?:melalui|lewat|via|dari)\s+(?:jalur\s+(?:laut|ilegal|tikus|udara)\s+)?"
    r"(?P<chain>{PNT}(?:\s*(?:,|dan)\s*{PNT})*)"
)
_FROM = pattern(
    r"\b(?:asal|berasal\s+dari)\s+(?:(?:Provinsi|daerah|wilayah|Kabupaten)\s+)?"
    r"(?P<chain>{LOC}(?:\s*(?:,|dan|serta|,\s*dan)\s*{LOC})*)"
)
_DATELINE = re.compile(r"^.{0,60}?(?:⟩|\)|[A-Za-z])\s*[-–—]{1,2}\s+(?=\S)")
_OWN = re.compile(r"(?i)\b(?:pihaknya|jajarannya|anggotanya|timnya|kami)\b")
WINDOW = re.compile(
    r"(?i)\b(?:sepanjang|selama(?!\s+operasi)|sejak|dalam\s+kurun(?:\s+waktu)?|periode|hingga"
    r"|dalam\s+⟨DUR\d+⟩\s+terakhir|sampai\s+dengan|per\s+bulan|per\s+tahun|setiap|total|secara\s+kumulatif"
    r"|tahun\s+(?:ini|lalu))\b"
)
"""Words that make a number cumulative over a window of time."""


def is_over_time(view: View, at: int) -> bool:
    """Whether what the verb at a masked position tells was done over a window of time.

    What a relative clause lasts says nothing of it: "menyelamatkan 14 orang yang ditampung selama
    lima hari".
    """
    for found in WINDOW.finditer(view.masked):
        is_below = found.start() > at and " yang " in view.masked[at : found.start()]
        if not (is_below and found[0].casefold() in ("selama", "sejak", "hingga", "setiap")):
            return True
    return False


def speech_stretches(view: View) -> list[tuple[int, int]]:
    """Return masked stretches in which places and dates belong to the speaking."""
    made = [found.span() for found in _SPEAKING.finditer(view.masked)]
    made += [found.span() for found in _SUBJECT_SAYS.finditer(view.masked)]
    made += [found.span() for found in _SHOWN.finditer(view.masked)]
    if dateline := _DATELINE.match(view.masked):
        made.append(dateline.span())
    return made


def _is_spoken(view: View, at: int) -> bool:
    return any(start <= at < end for start, end in speech_stretches(view))


def masked_at(view: View, item: Item) -> int:
    """Return where an item's mark stands in the masked text, or -1."""
    for found in re.finditer(r"⟨[A-Z]{3}(\d+)⟩", view.masked):
        if view.item_number(int(found[1])) is item:
            return found.start()
    return -1


def date_of(view: View, at: int) -> Item | None:
    """Return the date of what happens at a masked position: the nearest that fits."""
    best: tuple[int, Item] | None = None
    for found in re.finditer(r"⟨DAT(\d+)⟩", view.masked):
        item = view.item_number(int(found[1]))
        if not item.key or _is_spoken(view, found.start()):
            continue
        before = view.masked[max(0, found.start() - 40) : found.start()]
        # What has both ends is whole, whatever stands before it.
        if "/" not in item.key and re.search(
            r"(?i)(?:lahir|sejak|semenjak|terhitung|sampai|hingga|tahun|peringatan|dibentuk)"
            r"(?:\s+(?:dibentuk|pada|tanggal|awal|akhir|pertengahan|medio))*\s+$",
            before,
        ):
            continue
        if re.search(r"\b\d{1,2}\s*(?:,|dan|serta)\s*$", before):
            # "pada 25 dan 27 Maret": two days, of which the mark holds one.
            continue
        if _is_of_what_was_before(view, at, found.start()):
            continue
        distance = abs(found.start() - at)
        if best is None or distance < best[0]:
            best = distance, item
    return best[1] if best else None


_AFTER_THAT = re.compile(
    r"(?i)\b(?:setelah|usai|seusai|sesudah|sebelum|menyusul|berdasarkan|berkat|karena|lantaran|menindaklanjuti|ber(?:mula|awal)\s+dari\s+(?:\w+\s+)?(?:laporan|aduan|pengaduan|informasi|kecurigaan|temuan))\s"
)


def _is_of_what_was_before(view: View, at: int, date_at: int) -> bool:
    """Whether a date belongs to a clause of time or reason behind the verb.

    "ditangkap setelah polisi menerima laporan pada 11 Mei": the day of the report. What follows a
    comma is of the verb again: "ditangkap setelah dua pekan buron, Senin (3/2)".
    """
    stretch = view.masked[at:date_at] if date_at > at else ""
    found = list(_AFTER_THAT.finditer(stretch))
    return bool(found) and "," not in stretch[found[-1].end() :]


def is_brief(interval: str, days: int = 4) -> bool:
    """Whether an interval is a few days: one event may take that long."""
    start, _, end = interval.partition("/")
    try:
        return (date.fromisoformat(end) - date.fromisoformat(start)).days <= days
    except ValueError:
        return False


def places_of(context: Context, view: View, at: int) -> list[tuple[Item, str]]:
    """Return the places at home where it happened: the first chain of ``di``, else before."""
    chosen = _chain_of(view, at)
    items = view.within(chosen.start("chain"), chosen.end("chain")) if chosen else []
    return [
        (i, id_)
        for i in items
        if (id_ := context.registry.of(i)) and not id_.startswith("country:") and not is_abroad(i)
    ]


def _chain_of(view: View, at: int) -> re.Match[str] | None:
    """Return the chain of places that tells where what stands at a position happened."""
    chains = []
    for found in _AT.finditer(view.masked):
        before = view.masked[max(0, found.start() - 30) : found.start()]
        is_from = found[0].casefold().startswith("dari")
        if _NOT_AT.search(before) or _is_spoken(view, found.start()) or is_from:
            continue
        chains.append(found)
    chains = [
        c for c in chains if c.start() < at or not _WORKING.search(view.masked, at, c.start())
    ]
    return min(chains, key=lambda one: (one.start() < at, abs(one.start() - at)), default=None)


# Between a deed and a place these words make it the place of work, not of the deed.
_WORKING = re.compile(
    r"(?i)\b(?:bekerja|pekerjaan|lowongan|dipekerjakan|merekrut|dijanjikan|ditempatkan)\b"
)


def bound_for(context: Context, view: View) -> list[tuple[Item, str]]:
    """Return countries and places abroad that people were bound for."""
    made = []
    for found in [*_TO.finditer(view.masked), *_WORK_AT.finditer(view.masked)]:
        before = view.masked[max(0, found.start() - 24) : found.start()]
        if re.search(
            (
                r"(?i)(?:dipulangkan|pulang|kembali|tiba|dideportasi|dibawa|kepulangan"
                r"|memulangkan|dilimpahkan)\b[^.]{0,14}$"
            ),
            before,
        ):
            continue
        for item in view.within(found.start("chain"), found.end("chain")):
            id_ = context.registry.of(item)
            if id_ and id_ != "country:ID" and (id_.startswith("country:") or is_abroad(item)):
                made.append((item, id_))
    return made


def is_abroad(item: Item) -> bool:
    """Whether an item names a place abroad below the country."""
    return item.kind is Kind.PLACE and item.cls == "Place" and bool(_ABROAD.get(item.text))


# A migrant whom police, prosecutors or judges of another country hold is in no matter of ours.
_JUSTICE = pattern(
    r"(?i:\b(?:imigrasi|kepolisian|polisi|otoritas|aparat|jaksa|hakim|pengadilan|mahkamah|penjara))\s+(?:\w+\s+)?(?:di\s+)?{LOC:place}"
)


def is_matter_abroad(context: Context, view: View) -> bool:
    """Whether the sentence tells of police or courts of another country."""
    for found in _JUSTICE.finditer(view.masked):
        place = view.item(found, "place")
        id_ = context.registry.of(place)
        is_foreign = id_.startswith("country:") and id_ != "country:ID"
        if is_foreign or (place is not None and is_abroad(place)):
            return True
    return False


def _abroad() -> dict[str, str]:
    from loaders.text.resources import rows

    return {name: code for code, names in rows("foreign_places.tsv") for name in names.split("|")}


_ABROAD = _abroad()


def exits(context: Context, view: View) -> list[tuple[Item, str]]:
    """Return ports and airports that the way out led through."""
    made = []
    for found in _EXIT.finditer(view.masked):
        items = view.within(found.start("chain"), found.end("chain"))
        made += [(i, id_) for i in items if (id_ := context.registry.of(i))]
    return made


# "16 orang yang turun dari KM Teluk asal Parepare": that is the ship's way.
_ABOARD = re.compile(r"⟨VES\d+⟩|\b(?:kapal|feri|pesawat|bus|mobil|KM)\b")


def origins(context: Context, view: View, at: int) -> list[tuple[Item, str]]:
    """Return the places that people behind a masked position come from."""
    found = _FROM.search(view.masked, at)
    if found is None or found.start() - at > 60 or _ABOARD.search(view.masked, at, found.start()):
        return []
    items = view.within(found.start("chain"), found.end("chain"))
    return [(i, id_) for i in items if (id_ := context.registry.of(i))]


# "Polda Riau yang menerima laporan keluarga korban menangkap": the clause between has its verb.
_OWNER = re.compile(
    r"⟨ORG\d+⟩\s*(?:\([^)⟨]{1,20}\)\s*)?,?\s+yang\s+(?:(?:\w+\s+)?|(?:\w+\s+)?me\w+\b[^⟨.;\"“]{0,70}\s)$"
)


def agents_before(context: Context, view: View, at: int) -> list[tuple[Item, str]]:
    """Return the organisations that are the subject of an active verb at a position."""
    start = max(view.masked.rfind(mark, 0, at) for mark in (";", "“", '"', " bahwa ", " yang "))
    owner = _OWNER.search(view.masked[:at])
    if owner:
        # "mengapresiasi Polda Riau yang menggagalkan": the relative clause has its subject before.
        items = view.within(owner.start(), owner.end(), Kind.ORG)
        return [(i, id_) for i in items if (id_ := context.registry.of(i))]
    # "KBRI Phnom Penh bersama Kepolisian Nasional Kamboja": a partner that no list knows.
    clause = _PARTNER.sub(lambda m: " " * len(m[0]), view.masked[start + 1 : at])
    joined = re.search(
        (
            r"((?:⟨ORG\d+⟩(?:\s*\([^)]*\))?\s*(?:,\s*(?:dan|serta|bersama(?:\s+dengan)?)?|dan|serta"
            r"|bersama(?:\s+dengan)?|dengan|&|melalui)?\s*"
            r"(?:(?:personel|anggota|petugas|tim|jajaran|prajurit|aparat)\s+(?=⟨ORG))?)+)(?P<gap>[^⟨]*)$"
        ),
        clause,
    )
    if joined is None or _SECOND_VERB.search(joined["gap"]):
        return _of_first_verb(context, view, start + 1, clause)
    if re.search(r"\b(?:di|dari|ke|kepada|pada|oleh)\s+$", clause[: joined.start()]):
        return []
    gap = joined["gap"]
    if len(gap) > 90 or re.search(
        r"\b(?:me[mn]\w+kan|men\w+i|mengatakan|terhadap|oleh|kepada|korban|dari|di)\b",
        gap.replace("berhasil", ""),
    ):
        return []
    is_apposed = False
    if "," in joined[1] and not re.search(r"\b(?:dan|serta|bersama|dengan)\b|&", joined[1]):
        # "Polres Karimun, Polda Kepri, menggagalkan": the second names whose office the first is.
        is_apposed = True
    base = start + 1 + joined.start(1)
    items = [
        item
        for item in view.within(base, start + 1 + joined.end(1), Kind.ORG)
        if item.cls != "MediaOrganization" and context.registry.of(item)
    ]
    return [(item, context.registry.of(item)) for item in (items[:1] if is_apposed else items)]


_PARTNER = re.compile(
    r"(?<=⟩)\s+bersama(?:\s+dengan)?\s+(?:[A-Z]\w+\s+){1,4}(?:⟨LOC\d+⟩\s+)?(?!⟨|dan\b|serta\b)"
)
# "Polda NTT mengungkap jaringan itu dan menangkap dua orang": one subject, two verbs.
_SECOND_VERB = re.compile(r"\bme\w+\b.*\b(?:dan|serta|lalu|kemudian|dengan)\s+(?:\w+\s+){0,2}$")
_FIRST_SUBJECT = pattern(
    r"^(?:[^⟨]{0,40}(?:⟨LOC\d+⟩[^⟨]{0,20}){0,2}(?:⟨ORG\d+⟩)?[^⟨]{0,6}\s[-–—]+\s+)?"
    r"(?:(?:Satuan\s+Tugas|Satgas|Tim|Jajaran|Anggota|Petugas|Personel|Aparat)\b[^⟨.,]{0,30}(?:⟨TOP\d+⟩\s*(?:\([^)]*\)\s*)?)?)?(?P<who>{ORG}(?:\s*(?:,\s*dan|dan|bersama)\s*{ORG})*)"
    r"(?:\s*\([^)]*\))?\s+(?:\w+\s+){0,2}?me\w+\b(?:(?!⟨(?:ORG|PER|INI)|\bbahwa\b)[^.;\"“])*\b(?:dan|serta|lalu|kemudian|dengan)\s+(?:\w+\s+){0,2}$"
)


def _of_first_verb(context: Context, view: View, start: int, clause: str) -> list[tuple[Item, str]]:
    """Return the organisation that is the subject of the verb to which this one is joined."""
    found = _FIRST_SUBJECT.match(clause)
    if found is None or start:
        return []
    items = view.within(found.start("who"), found.end("who"), Kind.ORG)
    items = [item for item in items if item.cls not in ("MediaOrganization", "Company")]
    return [(item, id_) for item in items if (id_ := context.registry.of(item))]


def agents_after(context: Context, view: View, at: int) -> list[tuple[Item, str]]:
    """Return the organisations behind ``oleh`` after a passive verb."""
    found = _BY_BARE.match(view.masked, at) or _BY.search(
        view.masked, at, min(len(view.masked), at + 160)
    )
    if found is None:
        return []
    items = view.within(found.start("orgs"), found.end("orgs"), Kind.ORG)
    return [(i, id_) for i in items if (id_ := context.registry.of(i))]


# "dibekuk Tim Puma": the agent may follow a passive verb without "oleh".
_BY_BARE = pattern(
    r"\s+(?:(?:tim|petugas|jajaran|aparat|anggota|penyidik|personel|gabungan|polisi|dari)\s+)*"
    r"(?P<orgs>{ORG}(?:\s*(?:,|dan|serta|bersama|,\s*dan)\s*{ORG})*)"
)
_BY = pattern(
    r"\boleh\s+(?:tim\s+|petugas\s+|jajaran\s+|aparat\s+|anggota\s+|penyidik\s+"
    r"|personel\s+|gabungan\s+)*(?P<orgs>{ORG}(?:\s*\([^)⟨]*\))?(?:\s*(?:,|dan|serta"
    r"|bersama|,\s*dan)\s*{ORG})*)"
)


def own_organisation(context: Context, view: View, at: int) -> str:
    """Return the speaker's organisation where the subject is ``pihaknya`` or ``kami``."""
    if not _OWN.search(view.masked, max(0, at - 60), at):
        return ""
    offset = view.offset(at)
    for said in context.said:
        if said.start <= offset < said.end:
            return context.registry.org_of.get(said.speaker, "")
    return ""


def persons_counted(view: View, start: int, end: int) -> list[Item]:
    """Return counts of persons within a masked stretch."""
    return [
        item
        for item in view.within(start, end, Kind.COUNT)
        if isinstance(item.value, Counted) and item.value.unit == "persons"
    ]


def clause_end(view: View, at: int) -> int:
    """Return where the clause behind a masked position ends."""
    found = re.compile(
        r"[.;!?\"”]|,\s+(?:sedangkan|sementara|namun|tetapi|lalu|kemudian|setelah"
        r"|sehingga)\b"
    ).search(view.masked, at)
    return found.start() if found else len(view.masked)


def allege(voice: Voice, view: View, at: int) -> Voice:
    """Return the voice, alleged where ``diduga`` governs the position."""
    before = view.masked[max(0, at - 60) : at]
    return (
        voice.as_("alleged")
        if re.search(r"(?i)\b(?:diduga|terindikasi|disinyalir|dugaan|ditengarai)\b", before)
        else voice
    )
