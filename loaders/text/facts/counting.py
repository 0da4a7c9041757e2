"""Counts as claims: value, unit, what is measured, window, area, and who states the number.

Owns which verb near a number says what it measures. Nothing is ever summed.
"""

from __future__ import annotations

import re

from loaders.text.context import Context
from loaders.text.counts import Counted
from loaders.text.draft import Voice
from loaders.text.facts import frames, reality
from loaders.text.facts.binding import binds, is_object_below
from loaders.text.facts.deeds import RELEASED
from loaders.text.spans import Item, Kind, Role
from loaders.text.view import View

# Unit, pattern of words near the number, measure. The first that fits wins.
_MEASURES: tuple[tuple[str, str, str], ...] = (
    ("persons", (
        r"menggagalkan|mencegah|dicegah|digagalkan|penggagalan|menunda"
    ), "departures-prevented"),
    ("persons", (
        r"menyelamatkan|diselamatkan|(?:kami|kita)\s+selamatkan|(?:meng|di)evakuasi|penyelamatan"
    ), "persons-rescued"),
    ("persons", (
        r"memulangkan|dipulangkan|pemulangan|kepulangan|(?:kami|kita)\s+pulangkan"
    ), "persons-repatriated"),
    ("persons", r"mendeportasi|dideportasi|deportasi", "persons-deported"),
    ("persons", r"menempatkan|ditempatkan|(?:kami|kita)\s+tempatkan|penempatan\s+(?=⟨CNT)",
     "placements"),
    ("cases", (
        r"mengungkap|membongkar|dibongkar|diungkap|pengungkapan|terungkap"
    ), "cases-uncovered"),
    ("cases", r"disidangkan|menyidangkan|perkara\s+yang\s+diputus", "cases-tried"),
    ("reports", r"menerima|diterima|masuk|terdapat|mencatat", "complaints-received"),
    ("contents", (
        r"memblokir|diblokir|(?:memutus|pemutusan)\s+akses|menurunkan|diturunkan|take\s*down|menghapus|dihapus"
        r"|ditutup|menutup|pemblokiran"
    ), "content-taken-down"),
    ("accounts", (
        r"memblokir|diblokir|(?:memutus|pemutusan)\s+akses|menurunkan|diturunkan|take\s*down|menghapus|dihapus"
        r"|ditutup|menutup|pemblokiran"
    ), "content-taken-down"),
    ("contents", (
        r"menemukan|ditemukan|mendeteksi|terdeteksi|mengidentifikasi|teridentifikasi"
        r"|mencatat|temuan"
    ), "content-detected"),
    ("accounts", (
        r"menemukan|ditemukan|mendeteksi|terdeteksi|mengidentifikasi|teridentifikasi"
        r"|mencatat|temuan"
    ), "content-detected"),
    ("companies", (
        r"(?:mencabut|dicabut|pencabutan|cabut)(?!\s+(?:sanksi|skorsing))"
    ), "licences-revoked"),
    ("companies", (
        r"skorsing|diskors|menskors|penghentian\s+sementara|dibekukan|membekukan"
        r"|menghentikan\s+sementara|dihentikan\s+sementara"
    ), "licences-suspended"),
    ("companies", r"peringatan|teguran|memperingatkan|diperingatkan", "companies-warned"),
    ("companies", (
        r"berizin|(?:memiliki|mengantongi)\s+izin|terdaftar|aktif\b(?!\s+kembali)"
    ), "licences-active"),
    ("agencies", r"menjalin|kemitraan|kerja\s?sama|bermitra", "partnerships-formed"),
    ("posts", r"membuka|dibuka|meresmikan|diresmikan|membentuk", "posts-opened"),
)  # fmt: skip
_BY_ROLE = {
    "victim": "victims-identified", "child-victim": "victims-identified",
    "participant": "participants", "wanted-person": "wanted-persons",
}  # fmt: skip
_HELD = re.compile(
    r"(?i)menangkap|ditangkap|meringkus|diringkus|mengamankan|diamankan|penangkapan"
    r"|membekuk|dibekuk|menahan|ditahan"
)
_PLAIN = frozenset({"orang", "pria", "perempuan", "wanita", "laki-laki", "warga"})
_CAUGHT = re.compile(
    r"(?i)(?:\b(?:menangkap|meringkus|membekuk|menciduk)\s+(?:\w+\s+)?⟨CNT|⟩\s+(?:(?!me|di|ber|yang)\w+\s+){0,4}"
    r"(?:ditangkap|diringkus|dibekuk|diciduk)\b)"
)
_BECAME = re.compile(r"\s+(?:telah\s+|sudah\s+|yang\s+)*(?:menjadi|jadi)\s+korban\b")
_NAMED = re.compile(r"(?i)menetapkan|ditetapkan|penetapan")
_DEAD = re.compile(
    r"(?i)meninggal|tewas|tak\s+bernyawa|meregang\s+nyawa|wafat|peti\s+(?:jenazah|mati)|kehilangan\s+nyawa"
)
_IN = re.compile(r"\b(?:di|wilayah|dari|ke)\s+$")
# Units that say something without a measure; so many accounts or companies alone say nothing.
_TELLING = frozenset({"persons", "cases", "police-reports", "posts", "agreements"})
_SKIP_NOUNS = frozenset({"anak", "lembaga", "informasi lowongan", "laporan", "kegiatan", "operasi"})


def find(context: Context) -> None:
    """Claim the counts of body sentences."""
    seen: set[str] = set()
    for view in context.views:
        if view.sentence.role is not Role.BODY:
            continue
        counts = [i for i in view.items if i.kind is Kind.COUNT and isinstance(i.value, Counted)]
        for item in counts:
            _one(context, view, item, seen)


_BY_EVENT = {
    "Repatriation": "persons-repatriated", "Deportation": "persons-deported",
    "Rescue": "persons-rescued", "Interception": "departures-prevented",
}  # fmt: skip


_ITEMISED = re.compile(
    r"^[\"“]?(?:Rincian(?:nya)?|Perincian(?:nya)?|Dengan\s+rincian|Terdiri\s+(?:atas|dari))\b"
)


def _itemised(context: Context, view: View, value: Counted) -> str:
    """Return the measure of the sum that ``Rinciannya`` takes apart."""
    number = view.sentence.number
    if not number or not _ITEMISED.match(view.masked):
        return ""
    before = context.views[number - 1]
    for item in before.items:
        whole = item.value
        if isinstance(whole, Counted) and whole.unit == value.unit:
            return measure_of(before, item, whole)
    return ""


def _of_event(context: Context, item: Item, value: Counted) -> str:
    """Return the measure of people whom an event concerns and whose noun tells none."""
    if value.unit != "persons" or value.role in ("suspect", "defendant", "witness"):
        return ""
    groups = {
        e.id for e in context.sink.entities.values() if e.cls == "Group" and e.start == item.start
    }
    for claim in context.sink.claims.values():
        if claim.property == "affected" and claim.value in groups:
            return _BY_EVENT.get(context.sink.entities[claim.subject].cls, "")
    return ""


def _clause(view: View, at: int) -> str:
    start = max(
        view.masked.rfind(mark, 0, at)
        for mark in (";", ". ", " sedangkan ", " sementara ", " namun ", " tetapi ", " sehingga ")
    )
    return view.masked[start + 1 : frames.clause_end(view, at)]


def measure_of(view: View, item: Item, value: Counted) -> str:
    """Return the notation of ``measures`` that fits a count in its clause, or empty."""
    for whole in view.items if value.part_of >= 0 else ():
        if isinstance(whole.value, Counted) and whole.start == value.part_of:
            return measure_of(view, whole, whole.value)
    at = frames.masked_at(view, item)
    if value.unit == "persons" and RELEASED.search(view.masked):
        return _BY_ROLE.get(value.role, "")
    told = _of_people(view, at, value) if value.unit == "persons" else None
    if told is not None:
        return told
    if value.noun == "penempatan":
        return "placements"
    near = _nearest(view, at, value.unit)
    if near:
        return "" if value.role in ("witness", "defendant") else near
    return _by_role(view, value)


def _by_role(view: View, value: Counted) -> str:
    if value.role == "participant" and not _ATTENDED.search(view.masked):
        return ""
    return _BY_ROLE.get(value.role, "")


# "23 peserta pelatihan melapor": they take part in nothing that the sentence tells.
_ATTENDED = re.compile(r"(?i)\b(?:dihadiri|diikuti|mengikuti|menghadiri|hadir)\b")


def _own(view: View, at: int, length: int) -> str:
    """Return the words behind a count that are not yet another count's."""
    following = view.masked.find("⟨CNT", at + 4)
    end = at + length
    return view.masked[at : end if following < 0 else min(end, following)]


def _of_people(view: View, at: int, value: Counted) -> str | None:
    """Return the measure that noun or following words tell, ``None`` where verbs must."""
    if value.role == "suspect":
        return _of_suspects(view, at)
    if _SOUGHT.search(_own(view, at, 45)):
        return "wanted-persons"
    if _MADE_SUSPECT.match(view.masked, at):
        return "suspects-named"
    own = view.masked.find("⟩", at) + 1
    following = view.masked.find("⟨CNT", own)
    if value.noun.endswith("jenazah") or _DEAD.search(
        view.masked[own : own + 55 if following < 0 else min(own + 55, following)]
    ):
        return "deaths"
    return _of_plain(view, at, own, value)


def _of_plain(view: View, at: int, own: int, value: Counted) -> str | None:
    if _BECAME.match(view.masked, own):
        return "victims-identified"
    is_plain = not value.role and value.noun in _PLAIN
    if (
        is_plain
        and not is_object_below(view, 0, at)
        and _CAUGHT.search(view.masked[max(0, at - 30) : own + 50])
    ):
        return "suspects-arrested"
    return None


def _nearest(view: View, at: int, counted: str) -> str:
    """Return the measure of the nearest verb that fits the unit, or empty.

    Verbs between the same commas come first: "dari 429 P3MI yang terdaftar, 21 perusahaan
    dijatuhi skorsing".
    """
    clause = _clause(view, at)
    base = view.masked.find(clause)
    start = clause.rfind(", ", 0, at - base) + 1
    end = clause.find(", ", at - base)
    inner = clause[start : end if end >= 0 else len(clause)]
    near = _in_stretch(view, at, counted, inner, base + start)
    return near or _in_stretch(view, at, counted, clause, base)


# "9 perusahaan mendapat peringatan, 4 perusahaan diperiksa": the sanction is the first count's.
_GIVEN = re.compile(r"⟩\s+(?:mendapat|menerima|terkena|diberi|dijatuhi|dikenai)\w*\s+(?:\w+\s+)?$")


def _in_stretch(view: View, at: int, counted: str, stretch: str, base: int) -> str:
    best: tuple[int, str] | None = None
    for unit, words, measure in _MEASURES:
        if unit != counted:
            continue
        for found in re.finditer(rf"(?i)\b(?:{words})", stretch):
            distance = abs(base + found.start() - at)
            if not reality.is_real(view, base + found.start()):
                continue
            own = view.masked.find("⟩", at) + 1
            verb = base + found.start(), base + found.end()
            if not binds(view, verb, (at, own)):
                continue
            # "20 kasus, 12 di antaranya sudah disidangkan": the verb is that of the later count.
            if "⟨CNT" in view.masked[own : base + found.start()]:
                continue
            # "Dua akun sudah diturunkan, satu lagi dipantau": a passive verb has its count before.
            if (
                (
                    found[0][:2].casefold() == "di"
                    or _GIVEN.search(view.masked[: base + found.start()])
                )
                and base + found.start() < at
                and (
                    "⟨CNT" in view.masked[max(0, base + found.start() - 30) : base + found.start()]
                )
            ):
                continue
            # "mencabut enam izin dan menskors 14 lainnya": an active verb has its count behind.
            if (
                found[0][:2].casefold() == "me"
                and base + found.start() > at
                and "⟨CNT" in view.masked[base + found.end() : base + found.end() + 30]
            ):
                continue
            if distance <= 110 and (best is None or distance < best[0]):
                best = distance, measure
    return best[1] if best else ""


_MADE_SUSPECT = re.compile(
    r"⟨CNT\d+⟩\s+(?:(?:telah|sudah|resmi|di\s+antaranya)\s+)*(?:ditetapkan\s+(?:sebagai\s+"
    r"|menjadi\s+)?|(?:sebagai|menjadi)\s+)tersangka"
)
_SOUGHT = re.compile(r"(?i)daftar\s+pencarian|\bDPO\b|buron")


def _of_suspects(view: View, at: int) -> str:
    if _SOUGHT.search(_own(view, at, 70)):
        return "wanted-persons"
    own = view.masked.find("⟩", at) + 1
    before, after = view.masked[max(0, at - 70) : at], view.masked[own : own + 85]
    # Verbs beyond another count are that count's.
    near = before[before.rfind("⟨CNT") + 1 :] + after.partition("⟨CNT")[0]
    if _NAMED.search(near):
        return "suspects-named"
    if _HELD.search(near):
        return "suspects-arrested"
    # A "tersangka" is by definition someone whom investigators have named.
    return (
        "suspects-named"
        if re.search(r"(?i)\b(?:ada|terdapat|total|sebanyak|dengan)\s+$", view.masked[:at])
        else ""
    )


def _one(context: Context, view: View, item: Item, seen: set[str]) -> None:
    value = item.value
    if not isinstance(value, Counted) or value.is_recalled:
        return
    measure = (
        measure_of(view, item, value)
        or _itemised(context, view, value)
        or _of_event(context, item, value)
    )
    if not measure and (
        value.noun in _SKIP_NOUNS
        or value.role in ("defendant", "witness", "convict", "participant")
        or (value.unit == "persons" and not value.role)
        or value.unit not in _TELLING
    ):
        return
    at = frames.masked_at(view, item)
    if at < 0 or not _is_fact(view, at):
        return
    sink, span = context.sink, (item.start, item.end)
    key = f"{measure or value.noun}|{value.bounds.lower}|{value.bounds.upper}"
    if key in seen:
        return
    seen.add(key)
    id_ = sink.fresh("cnt", "n")
    sink.entity(id_, "Count", context.text[item.start : item.end], span)
    voice = (
        frames.allege(context.voice(item.start), view, at)
        if not measure
        else context.voice(item.start)
    )
    bounds = value.bounds
    if bounds.lower is not None:
        sink.claim(id_, "countLower", str(bounds.lower), span, voice=voice, original=value.number)
    if bounds.upper is not None:
        sink.claim(id_, "countUpper", str(bounds.upper), span, voice=voice, original=value.number)
    sink.claim(id_, "countUnit", value.unit, span, voice=voice)
    if bounds.approximation != "exact":
        sink.claim(id_, "approximation", bounds.approximation, span, voice=voice)
    if measure:
        sink.claim(id_, "measure", measure, span, voice=voice, confidence=0.85)
    _claimant(context, view, id_, at, voice)
    _window(context, view, id_, at, voice, is_measured=bool(measure))
    _area(context, view, id_, at, voice)
    _event(context, id_, item, voice)


_PLANNED = re.compile(
    r"(?i)\b(?:(?:akan|menargetkan|berencana|mengira|menyangka|dikira)\b[^.;\"“⟩]{0,60}$|(?:target|diharapkan|maksimal"
    r"|paling\s+lama|ancaman|kapasitas(?:nya)?|kuota)\b[^⟨]{0,30}$)"
)


_PURPOSE = re.compile(
    r"(?i)\b(?:untuk|guna|agar|demi)\s+(?:\w+\s+)?me\w+\s+(?:[^.;,]{0,60}\b(?:dan|serta)\s+)?"
    r"(?:menyelamatkan|menempatkan|memulangkan|menindak|mencabut)?\s*$"
)


def _is_fact(view: View, at: int) -> bool:
    before = view.masked[:at]
    return _PLANNED.search(before) is None and _PURPOSE.search(before) is None


_TELLS = ("mencatat", "melaporkan", "mengklaim", "menyatakan", "menyebut")


def _claimant(context: Context, view: View, id_: str, at: int, voice: Voice) -> None:
    sink = context.sink
    if voice.speakers:
        speaker = voice.speakers[-1]
        said = next(s for s in context.said if s.start <= view.offset(at) < s.end)
        sink.claim(id_, "claimant", speaker, said.evidence, is_object=True, confidence=0.85)
        return
    verb = re.search(r"\b(?:mencatat|berhasil|telah|me(?:n|m)\w+)\b", view.masked[:at])
    if verb is None:
        return
    for item, org in frames.agents_before(context, view, verb.start())[:1]:
        if item.cls.endswith("Company") and not verb[0].startswith(_TELLS):
            # Whoever fails to pay 61 workers has not counted them.
            continue
        sink.claim(id_, "claimant", org, (item.start, item.end), is_object=True, confidence=0.75)


_SINCE = re.compile(r"(?i)\b(?:sejak|semenjak|terhitung)\b[^⟨.;]{0,40}$")


_THROUGHOUT = re.compile(
    r"(?i)\b(?:sepanjang|selama|sejak|semenjak|terhitung|periode|kurun|pada|tahun|bulan|hingga|antara|dari|medio"
    r"|awal|akhir|per)\s+(?:\w+\s+){0,2}$"
)
_LAST = re.compile(r"(?i)\b(?:terakhir|terbaru|dicairkan|lahir)\b[^⟨.;]{0,30}$")


def _window(
    context: Context, view: View, id_: str, at: int, voice: Voice, *, is_measured: bool
) -> None:
    date = frames.date_of(view, at) or _since(view)
    if date is None:
        return
    before = view.masked[: max(0, frames.masked_at(view, date))]
    # A number that nothing is said to have been done with has the time of its own words only.
    if _LAST.search(before) or not (is_measured or _THROUGHOUT.search(before)):
        return
    original = None if date.text == date.key else date.text
    span = date.start, date.end
    if "/" not in date.key and _SINCE.search(view.masked[: frames.masked_at(view, date)]):
        # "sejak 5 Juni 2023": from then on; the text leaves the end open.
        key = f"{date.key}/.."
        context.sink.claim(id_, "window", key, span, voice=voice, original=original)
        context.sink.claim(id_, "cumulative", "true", span, voice=voice, confidence=0.75)
        return
    context.sink.claim(
        id_, "window", date.key, span, voice=voice, original=original, confidence=0.82
    )
    if "/" in date.key or len(date.key) < 10:
        context.sink.claim(id_, "cumulative", "true", span, voice=voice, confidence=0.75)


def _since(view: View) -> Item | None:
    """Return the date of a sentence from which on it counts."""
    dates = [i for i in view.items if i.kind is Kind.DATE and i.key and "/" not in i.key]
    since = [i for i in dates if _SINCE.search(view.masked[: frames.masked_at(view, i)])]
    return since[0] if len(since) == 1 else None


def _area(context: Context, view: View, id_: str, at: int, voice: Voice) -> None:
    for item, place in frames.places_of(context, view, at):
        if abs(item.start - view.offset(at)) <= 90:
            span = item.start, item.end
            context.sink.claim(
                id_, "area", place, span, is_object=True, voice=voice, confidence=0.8
            )


def _event(context: Context, id_: str, item: Item, voice: Voice) -> None:
    """Tie the count to the event whose group has the same words."""
    for claim in list(context.sink.claims.values()):
        if claim.property in ("affected", "apprehended") and claim.value.startswith("grp:"):
            group = context.sink.entities[claim.value]
            if group.start == item.start:
                span = item.start, item.end
                context.sink.claim(
                    id_,
                    "countOf",
                    claim.subject,
                    span,
                    is_object=True,
                    voice=voice,
                    confidence=0.85,
                )
