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
from loaders.text.facts import doers
from loaders.text.facts.deeds import FRAMES
from loaders.text.facts.modality import WORD, is_verb
from loaders.text.patterns import Pattern
from loaders.text.regions import OVERSEAS
from loaders.text.resources import rows
from loaders.text.spans import Item, Kind
from loaders.text.speech import ROOT, VERB
from loaders.text.view import View, pattern

agents_before = doers.agents_before
agents_after = doers.agents_after
own_organisation = doers.own_organisation
_SPEAKING = pattern(
    # "memberi sanksi tegas": nobody speaks.
    rf"(?:(?<!tindak\s)(?<!sanksi\s)(?<!tindakan\s)(?<!langkah\s)(?<!secara\s)(?<!sikap\s)(?<!hukuman\s)\b{ROOT}(?:nya)?\b(?:\s+(?:dia|ia))?(?:\s+{{WHO}})?|\b[Dd]alam\s+"
    rf"(?:keterangan|konferensi|jumpa|siaran)\w*)[^\"“]*$"
)
# "menggelar konferensi pers penggagalan ... pada Jumat": the day of telling, whatever is told.
_SHOWN = Pattern(
    r"(?i)\b(?:(?:meng)?gelar|digelar|mengadakan|menyelenggarakan|melakukan|menyampaikan|memberikan)\s+"
    r"(?:konferensi|jumpa|temu|siaran|rilis|press|ekspos|gelar\s+perkara|keterangan)\w*[^;\"“]*$"
    r"|\b(?:merilis|dirilis|diumumkan|dikonfirmasi|dibenarkan|mengekspos\w*|diekspos\w*|dilansir|dikutip|dilihat\s+di|diakses)\b[^;\"“]*$"
    # "hal ini diungkapkan Kapolres X, Minggu (3/8)": the day on which he said so.
    r"|\b(?:hal\s+(?:ini|itu|tersebut|senada|serupa)|demikian)\s+di[a-z]{4,}kan\b[^;\"“]*$"
)
# "Kepada wartawan, Rabu (9/4), Kapolda membeberkan penangkapan": the day of telling.
_TOLD_TO = Pattern(
    r"\b[Kk]epada\s+(?:(?:para|sejumlah|awak|rekan)\s+)?(?:wartawan|media|pers|jurnalis|pewarta)(?:\s+(?:di|saat)\s[^.;⟨\"“]{0,30}(?:⟨(?:LOC|ORG)\d+⟩)?)?\s*,?\s+(?:pada\s+)?⟨DAT\d+⟩"
)
_SUBJECT_SAYS = pattern(
    rf"{{WHO}}[^⟨]{{0,12}}(?:\s+(?:di|pada|saat|dalam|usai|kepada)\s[^\"“]{{0,110}}?"
    rf"|\s*,\s*[^\"“]{{0,70}}?,?)?\s*\b(?:{VERB})\b"
)
_AT = pattern(
    r"\b(?:[Dd]i|[Dd]ari|wilayah|kawasan|[Pp]erairan|tepatnya\s+di|berlokasi\s+di)\s+(?:(?:[a-z]+\s+){0,2}[a-z]+nya\s*,?\s+(?:di\s+)?)?(?:"
    r"(?:sebuah|salah\s+satu|rumah|penampungan|rumah\s+penampungan|wilayah|kawasan"
    r"|daerah|sekitar|area|depan|lokasi|tempat|kantor|pesisir|pelabuhan|bandara"
    r"|sejumlah|lahan|kos|kontrakan|rumah\s+kontrakan|hotel|ruko|gudang|losmen|apartemen|penginapan|asrama|jalur|tikus|[Tt]erminal(?:\s+\d\w?)?|keberangkatan|internasional|ruang|tunggu|konter|pemeriksaan|imigrasi|kompleks|gang|dermaga|muara"
    r"|sungai|bekas|dekat|tepi|perairan|rumah|orang|tua|kamar|indekos|mes|mess|parkiran|halaman|kebun|rest|warung|kafe|kedai|kampung|dusun|balai|desa|pos|simpang|jalan|tol|terminal|stasiun|halte|area|pintu|blok|kebun|ladang|pulau|pantai|utara|selatan|barat|timur|tenggara|lepas|seberang|perumahan|dua|tiga|lantai)\s+){0,5}(?:[A-Z]\w+(?:\s+[A-Z]\w+){0,2}\s*,\s*(?=⟨LOC))?"
    r"(?:(?:(?i:rt|rw|blok|nomor|no\.?|gang|gg\.?)\s*[\w./-]{1,12}[\s,/]*){1,4}(?=⟨LOC))?"
    r"(?P<chain>{LOC}(?:(?:\s+(?:[A-Z]{1,2}\d{0,3}|(?i:nomor|no\.?|blok|km|rt|rw)\s*[\w/-]{1,6})){0,3}\s*,\s*(?:[A-Z][a-z]+(?:\s+[A-Z][a-z]+)?\s*,\s*)?{LOC}|\s+{LOC}|\s*\({LOC}\)|\s*,?\s+(?:dan|serta)\s+{LOC})*)"
)
_NOT_AT = Pattern(
    r"(?i)(?:bekerja|kerja|pekerjaan|lowongan|dipekerjakan|tinggal|keterangan\w*|konferensi\s+pers"
    r"|jumpa\s+pers|bermukim|majikan|keluarga\w*|orang\s+tua\w*|kampung\w*|penempatan|berada|berdomisili|beralamat|berkantor|bermarkas|berkedudukan|lapor|tki|pmi|wni|tiba|asal"
    r"|ber(?:lokasi|alamat|kantor|domisili|markas|kedudukan)(?:\s+pusat)?|terletak|bertempat\s+tinggal"
    r"|dari\s+(?:berbagai|beberapa|sejumlah)\s+(?:daerah|wilayah|provinsi|kabupaten|kota)"
    r"|berasal|korban|warga|ditempatkan|dijanjikan\s+\w+)\s+$"
)
_TO = pattern(
    r"\b(?:ke|tujuan|menuju|bertujuan\s+ke)\s+(?:(?:[Nn]egara|luar\s+negeri"
    r"|negeri\s+jiran|wilayah|berbagai\s+negara)[\s,]*(?:yakni|yaitu|seperti"
    r"|antara\s+lain|tujuan)?\s*)?(?P<chain>{LOC}(?:\s*(?:,|dan|serta|maupun|hingga"
    r"|,\s*dan)\s*{LOC})*)"
)
_WORK_AT = pattern(
    r"\b(?:akan|hendak|untuk|ingin)\s+(?:bekerja|dipekerjakan|ditempatkan)\s+[^⟨.,]{0,50}?\bdi\s+(?:(?:[Nn]egara|negeri\s+jiran|luar\s+negeri,?)\s+)?"
    r"(?P<chain>{LOC}(?:\s*(?:,|dan|serta|maupun|hingga|,\s*dan)\s*{LOC})*)"
)
_EXIT = pattern(
    r"\b(?:melalui|lewat|via|dari)\s+(?:jalur\s+(?:laut|ilegal|tikus|udara)\s+)?"
    r"(?:(?:area|pintu|[Tt]erminal)\s+(?:(?:\d\w?|keberangkatan|domestik|internasional)\s+){0,3})?"
    r"(?P<chain>{PNT}(?:\s*(?:,|dan)\s*{PNT})*)"
)
_FROM = pattern(
    r"\b(?:asal|berasal\s+dari)\s+(?:(?:Provinsi|daerah|wilayah|Kabupaten)\s+)?"
    r"(?P<chain>{LOC}(?:\s*(?:,|dan|serta|,\s*dan)\s*{LOC})*)"
)
_DATELINE = Pattern(r"^.{0,60}?(?:⟩|\)|[A-Za-z])\s*[-–—]{1,2}\s+(?=\S)")
WINDOW = Pattern(
    r"(?i)\b(?:sepanjang|selama(?!\s+operasi)|sejak|dalam\s+kurun(?:\s+waktu)?|periode"
    # "dikawal hingga daerah asal", "sampai ke rumah duka": a place, and no end of any time.
    r"|hingga(?!\s+(?:(?:ke|di|tiba)\b|⟨(?:LOC|PNT)|daerah|kampung|rumah|bandara|pelabuhan|perbatasan|garis|tujuan|[Tt]anah\s+[Aa]ir|keluarga))"
    r"|dalam\s+⟨DUR\d+⟩\s+terakhir|sampai\s+dengan|per\s+bulan|per\s+tahun|setiap|total|secara\s+kumulatif"
    r"|tahun\s+(?:ini|lalu))\b"
)
"""Words that make a number cumulative over a window of time."""


_SOME_DAYS = Pattern(
    r"\s+(?:(?:akhir\s+pekan|⟨DUR\d+⟩|dua\s+hari|tiga\s+hari|hari|pada)\s*,?\s+)?⟨DAT(\d+)⟩"
)


def is_over_time(view: View, at: int) -> bool:
    """Whether what the verb at a masked position tells was done over a window of time.

    What a relative clause lasts says nothing of it: "menyelamatkan 14 orang yang ditampung selama
    lima hari".
    """
    for found in WINDOW.finditer(view.masked):
        days = _SOME_DAYS.match(view.masked, found.end())
        is_until = found[0].casefold() in ("hingga", "sampai dengan")
        if days and not is_until and is_brief(view.item_number(int(days[1])).key):
            # "sepanjang Sabtu (13/9/2025)": one day, whatever was done on it.
            continue
        if found[0].casefold() == "total" and (told := date_of(view, at)) and is_brief(told.key):
            continue
        is_below = found.start() > at and " yang " in view.masked[at : found.start()]
        if not (is_below and found[0].casefold() in ("selama", "sejak", "hingga", "setiap")):
            return True
    return False


def speech_stretches(view: View) -> list[tuple[int, int]]:
    """Return masked stretches in which places and dates belong to the speaking."""
    made = [found.span() for found in _SPEAKING.finditer(view.masked)]
    made += [one.span() for one in _SUBJECT_SAYS.finditer(view.masked) if not _has_deed(view, one)]
    made += [found.span() for found in _SHOWN.finditer(view.masked)]
    made += [found.span() for found in _TOLD_TO.finditer(view.masked)]
    if dateline := _DATELINE.match(view.masked):
        made.append(dateline.span())
    return made


# "yang diringkus anggota Polres X di Y pada Senin, mengaku": nor does its agent speak.
_AS_AGENT = Pattern(r"\byang\s+(?:\w+\s+){0,2}?di[a-z]{4,}(?:\s+[a-z]+){0,4}\s+$")


def _has_deed(view: View, found: re.Match[str]) -> bool:
    """Whether a clause of the speaker tells a deed: ``WR, yang diringkus di X, mengaku``."""
    start = found.start()
    if by := _AS_AGENT.search(view.masked[:start]):
        start = by.start()
    return any(frame.passive.search(view.masked, start, found.end()) for frame in FRAMES)


def _is_spoken(view: View, at: int) -> bool:
    return any(start <= at < end for start, end in speech_stretches(view))


def masked_at(view: View, item: Item) -> int:
    """Return where an item's mark stands in the masked text, or -1."""
    for found in re.finditer(r"⟨[A-Z]{3}(\d+)⟩", view.masked):
        if view.item_number(int(found[1])) is item:
            return found.start()
    return -1


# "A diringkus di X pada Senin, sedangkan B dibekuk di Y": what each clause tells is its own.
_CONTRAST = Pattern(
    r",?\s+(?:sedangkan|adapun|sementara(?=\s+(?!itu\b)))\b|,\s+sementara\s+itu\b"
    r"|,\s+(?:keduanya|ketiganya|mereka|ia|dia)\s+(?:sudah|telah|mengaku|pernah)\b"
)


def side_of(view: View, at: int) -> tuple[int, int]:
    """Return the bounds of what ``sedangkan`` and its like set off around a masked position."""
    cuts = [found.start() for found in _CONTRAST.finditer(view.masked)]
    start = max((cut for cut in cuts if cut <= at), default=0)
    return start, min((cut for cut in cuts if cut > at), default=len(view.masked))


def is_apart(view: View, at: int, other: int) -> bool:
    """Whether a position lies beyond ``sedangkan``; what opens the sentence holds for all of it."""
    start, end = side_of(view, at)
    if start <= other <= end:
        return False
    head = view.masked[:other]
    return other > at or any(is_verb(word.casefold()) for word in WORD.findall(head))


_BOUND = Pattern(
    r"(?i)(?:lahir|(?P<from>sejak|semenjak)|terhitung|sampai|hingga|tahun|peringatan|dibentuk)"
    r"(?:\s+(?:dibentuk|pada|tanggal|awal|akhir|pertengahan|medio))*\s+$"
)


def date_of(view: View, at: int, *, is_own: bool = False, is_lasting: bool = False) -> Item | None:
    """Return the date of what happens at a masked position: the nearest that fits.

    Args:
        view: The sentence.
        at: Where it is told.
        is_own: Whether what lies beyond ``sedangkan`` has a day of its own.
        is_lasting: Whether it lasts, so that ``sejak`` tells its day: ``diblokir sejak 3 Mei``.
    """
    best: tuple[int, Item] | None = None
    if _is_of_another_time(view, at):
        return None
    for found in re.finditer(r"⟨DAT(\d+)⟩", view.masked):
        item = view.item_number(int(found[1]))
        if not item.key or _is_spoken(view, found.start()):
            continue
        if is_own and is_apart(view, at, found.start()):
            continue
        before = view.masked[max(0, found.start() - 40) : found.start()]
        # What has both ends is whole, whatever stands before it.
        bound = _BOUND.search(before) if "/" not in item.key else None
        if bound and not (is_lasting and bound["from"]):
            continue
        if re.search(
            r"\b(?:\d{1,2}|Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu)\s*(?:,|dan|serta)\s*$",
            before,
        ):
            # "pada 25 dan 27 Maret", "Kamis dan Jumat": two days, of which the mark holds one.
            continue
        if (
            _is_of_joined(view, at, found)
            or _is_of_what_was_before(view, at, found.start())
            or _is_below(view, at, found)
        ):
            continue
        distance = abs(found.start() - at)
        if best is None or distance < best[0]:
            best = distance, item
    return best[1] if best else None


def is_ahead(context: Context, view: View, at: int) -> bool:
    """Whether the day of what a masked position tells comes after the day of publication."""
    published, date = context.meta.published or "", date_of(view, at)
    is_day = date is not None and date.is_day and len(published) == len("2025-11-28")
    return is_day and date is not None and date.key[: len(published)] > published


_AND = Pattern(
    r"\s*,?\s+(?:dan|lalu|kemudian|sebelum|hingga)\s+(?:(?:akhirnya|kemudian|baru|lalu)\s+){0,2}$"
)


def _is_of_joined(view: View, at: int, found: re.Match[str]) -> bool:
    """Whether a date is the last word of another verb, to which this one is joined.

    "turun di Suva pada Desember dan dipulangkan pada 9 Januari": the second has a day of its own.
    """
    if found.end() > at or not _AND.match(view.masked[:at], found.end()):
        return False
    return "⟨DAT" in view.masked[at : clause_end(view, at)]


# Which day this was nobody knows: where it was certain, a mark stands there.
_OTHER_TIME = Pattern(
    r"\b(?:se(?:pekan|minggu|bulan|tahun|hari)|(?:beberapa|dua|tiga|empat|lima|enam|\d+)\s+(?:hari|pekan|minggu|bulan|tahun))"
    r"\s+(?:sebelumnya|sebelum\s+itu|kemudian|sesudahnya|setelahnya)\b"
)


def _is_of_another_time(view: View, at: int) -> bool:
    """Whether ``sepekan sebelumnya`` tells when something was, and no day stands before it."""
    found = _OTHER_TIME.search(view.masked, at, clause_end(view, at))
    return found is not None and "⟨DAT" not in view.masked[at : found.start()]


_AFTER_THAT = Pattern(
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


_WHO_DID = Pattern(r"⟨(?:PER|INI|CNT)\d+⟩(?:\s*\([^)]*\))?\s*,?\s+(?:\w+\s+)?yang\s+[^,;]*$")
# "mencabut izin PT A, yang pada 5 Juni lalu disidak": the day of the search.
_YANG_ON = Pattern(r"\byang\s+(?:(?:pada|hari|tanggal|awal|akhir|pertengahan)\s+|⟨DAT\d+⟩\s*)+$")
_CLOSED = Pattern(r"\s*(?:\([^)]*\)\s*)?(?:(?:pagi|siang|sore|petang|malam|dini\s+hari)\s*)?,")


def _is_below(view: View, at: int, date: re.Match[str]) -> bool:
    """Whether a date is of a relative clause that its comma closes before the verb.

    "BN, yang mengantar mereka pada 5 Mei, ditangkap": the day on which he did that.
    """
    if date.start() > at:
        return _YANG_ON.search(view.masked, at, date.start()) is not None
    if not _CLOSED.match(view.masked, date.end()):
        return False
    clause = _WHO_DID.search(view.masked[: date.start()])
    words = WORD.findall(clause[0]) if clause else []
    return any(is_verb(word.casefold()) for word in words)


def is_brief(interval: str, days: int = 4) -> bool:
    """Whether an interval is a few days: one event may take that long."""
    start, _, end = interval.partition("/")
    end = end or start
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
        if is_apart(view, at, found.start()):
            continue
        chains.append(found)
    chains = [
        c for c in chains if c.start() < at or not _WORKING.search(view.masked, at, c.start())
    ]
    return min(chains, key=lambda one: (one.start() < at, abs(one.start() - at)), default=None)


# Between a deed and a place these words make it the place of work, of a way out, or of what came
# before, not of the deed.
_WORKING = Pattern(
    r"(?i)\b(?:bekerja|pekerjaan|lowongan|dipekerjakan|merekrut|dijanjikan|ditempatkan)\b"
    # "meringkus empat tersangka pengiriman 30 PMI yang tenggelam di X": where these sank.
    r"|⟨(?:CNT|PER|INI)\d+⟩[^.;]*?⟨CNT\d+⟩[^.;⟨,]{0,24}\byang\s+(?:\w+\s+)?(?:tenggelam|karam|terbalik|kandas|terdampar|tewas|meninggal)\b"
    r"|\b(?:akan|hendak)\s+(?:di)?(?:berangkat|kirim)\w*\s[^.;,]*\bmelalui\b"
    r"|\bsetelah\s[^.;,]*\b(?:mengidentifikasi|mengetahui|mendapat(?:kan)?\s+(?:informasi|laporan))\b"
)


def bound_for(context: Context, view: View) -> list[tuple[Item, str]]:
    """Return countries and places abroad that people were bound for."""
    made = []
    for found in [*_TO.finditer(view.masked), *_WORK_AT.finditer(view.masked)]:
        before = view.masked[max(0, found.start() - 24) : found.start()]
        if _FEIGNED.search(view.masked, max(0, found.start() - 60), found.start()):
            continue
        if _NOT_OUT.search(before):
            continue
        for item in view.within(found.start("chain"), found.end("chain")):
            id_ = context.registry.of(item)
            if id_ and id_ != "country:ID" and (id_.startswith("country:") or is_abroad(item)):
                made.append((item, id_))
    return made


# A way home, or to where they are kept; "hendak dibawa ke Melaka" leads out.
_NOT_OUT = Pattern(
    r"(?i)(?:dipulangkan|pulang|kembali|tiba|dideportasi|(?<!hendak )(?<!akan )dibawa|kepulangan"
    r"|memulangkan|dilimpahkan)\b[^.]{0,14}$"
)
# "menyamarkannya sebagai penempatan ke Turki": nobody was sent there.
_FEIGNED = Pattern(
    r"(?i)\b(?:menyamarkan\w*|disamarkan|menyamar|berkedok|berdalih|dengan\s+dalih|seolah(?:-olah)?"
    r"|pura-pura)\b[^.;,⟨]*$"
)


def is_abroad(item: Item) -> bool:
    """Whether an item names a place abroad below the country, or a part of the world."""
    name = item.text.title() if item.text.islower() else item.text
    return item.kind is Kind.PLACE and item.cls == "Place" and name in _ABROAD


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


_ABROAD = frozenset(OVERSEAS).union(*(names.split("|") for _, names in rows("foreign_places.tsv")))


def exits(context: Context, view: View) -> list[tuple[Item, str]]:
    """Return ports and airports that the way out led through."""
    made = []
    for found in _EXIT.finditer(view.masked):
        items = view.within(found.start("chain"), found.end("chain"))
        made += [(i, id_) for i in items if (id_ := context.registry.of(i))]
    return made


# "16 orang yang turun dari KM Teluk asal Parepare": that is the ship's way.
_ABOARD = Pattern(r"⟨VES\d+⟩|\b(?:kapal|feri|pesawat|bus|mobil|KM)\b")


# "11 warga Kabupaten X", "enam penduduk Y dan Z"
_CITIZENS = pattern(
    r"{CNT:them}\s+(?P<chain>{LOC}(?:(?:\s*,\s*(?:dan\s+)?|\s+(?:dan|serta)\s+){LOC})*)"
)


def _land_of(context: Context, view: View, at: int) -> list[tuple[Item, str]]:
    """Return the territories at home right behind a count of their people."""
    found = _CITIZENS.match(view.masked, at)
    counted = view.item(found, "them") if found else None
    if not found or not counted or not counted.text.casefold().endswith(("warga", "penduduk")):
        return []
    made = [(one, context.registry.of(one)) for one in view.within(*found.span("chain"))]
    return [(one, id_) for one, id_ in made if id_ and not id_.startswith("country:")]


def origins(context: Context, view: View, at: int) -> list[tuple[Item, str]]:
    """Return the places that people behind a masked position come from."""
    if land := _land_of(context, view, at):
        return land
    found = _FROM.search(view.masked, at)
    if found is None or found.start() - at > 60 or _ABOARD.search(view.masked, at, found.start()):
        return []
    items = view.within(found.start("chain"), found.end("chain"))
    return [(i, id_) for i in items if (id_ := context.registry.of(i))]


def persons_counted(view: View, start: int, end: int) -> list[Item]:
    """Return counts of persons within a masked stretch."""
    return [
        item
        for item in view.within(start, end, Kind.COUNT)
        if isinstance(item.value, Counted) and item.value.unit == "persons"
    ]


_CLAUSE_END = Pattern(
    r"[.;!?\"”]|,\s+(?:sedangkan|sementara|namun|tetapi|lalu|kemudian|setelah|sehingga)\b"
)


def clause_end(view: View, at: int) -> int:
    """Return where the clause behind a masked position ends."""
    found = _CLAUSE_END.search(view.masked, at)
    return found.start() if found else len(view.masked)


def allege(voice: Voice, view: View, at: int) -> Voice:
    """Return the voice, alleged where ``diduga`` governs the position."""
    before = view.masked[max(0, at - 60) : at]
    return (
        voice.as_("alleged")
        if re.search(r"(?i)\b(?:diduga|terindikasi|disinyalir|dugaan|ditengarai)\b", before)
        else voice
    )
