"""What a count measures: the verb, noun or event near the number that says it.

Owns the words of each measure. Refuses verbs that are another number's, and verbs of what has
not happened.
"""

from __future__ import annotations

import re

from loaders.text.counts import Counted
from loaders.text.facts import departures, frames, reality
from loaders.text.facts.binding import binds, is_object_below
from loaders.text.facts.deeds import RELEASED
from loaders.text.patterns import Pattern
from loaders.text.spans import Item
from loaders.text.view import View, pattern

# What is done to content and to accounts online.
_CLOSED = (
    r"memblokir|diblokir|(?:memutus|pemutusan)\s+akses|menurunkan|diturunkan|take\s*-?down"
    r"|menghapus|dihapus|ditutup|menutup|pemblokiran|menonaktifkan|dinonaktifkan|(?:di|mem)blok\b|diputus(?:kan)?\s+akses"
)
_FOUND = (
    r"menemukan|ditemukan|mendeteksi|terdeteksi|mengidentifikasi|teridentifikasi|mendapati|didapati"
    r"|menjaring|terjaring|menelusuri|ditelusuri|(?:ter|mem)pantau|mengantongi|diidentifikasi|melacak|terlacak|beredar|menandai|mencatat"
    r"|tercatat|temuan|(?:me|di)laporkan|(?:kami|kita)\s+temukan"
)
# Unit, pattern of words near the number, measure. The first that fits wins.
_MEASURES: tuple[tuple[str, str, str], ...] = (
    ("persons", (
        r"menggagalkan|mencegah|dicegah|digagalkan|penggagalan|menunda|ditunda|penundaan|membatalkan\s+keberangkatan"
        r"|(?:kami|kita)\s+(?:cegah|tunda|gagalkan|cegat)|mencegat|dicegat|menghalau|dihalau"
        r"|(?:menolak|ditolak)\s+(?:keberangkatan|berangkat)|pencegahan\s+(?:keberangkatan|terhadap)|data\s+pencegahan|pembatalan\s+keberangkatan"
        # Whom a company left behind with their money nobody stopped.
        r"|(?:gagal|urung|batal)\s+(?:di)?berangkat(?:kan)?\b(?=[^.;]{0,60}\b(?:petugas|polisi|imigrasi|dicegat|dicegah|digagalkan|digerebek|diamankan)\b)"
        r"|batal\s+berangkat(?![^.;]{0,60}\b(?:uang|dana|biaya|refund|ganti\s+rugi)\b)"
    ), "departures-prevented"),
    ("persons", (
        r"menyelamatkan|diselamatkan|(?:kami|kita)\s+(?:selamatkan|evakuasi|bebaskan|keluarkan\s+dari)|(?:meng|di)?evakuasi|terselamatkan|menolong|ditolong|penyelamatan"
        r"|(?:membebaskan|dibebaskan|pembebasan)(?![^.;]{0,40}\b(?:hakim|vonis|dakwaan|penjara|hukuman|biaya|tuntutan)\b)"
    ), "persons-rescued"),
    ("persons", (
        r"memulangkan(?!\s+paksa)|dipulangkan(?!\s+paksa)|pemulangan|kepulangan|(?:me|di)repatriasi|repatriasi\s+(?=⟨CNT)|(?:kami|kita)\s+pulangkan|(?:sudah|telah)\s+(?:pulang|kembali\s+ke\s+[Tt]anah\s+[Aa]ir)\b|yang\s+pulang\s+(?=sejak|selama|sepanjang)"
    ), "persons-repatriated"),
    ("persons", (
        r"mendeportasi|dideportasi|mengusir|dikirim\s+(?:balik|pulang)|dibuang\s+negeri|terusir|diusir|dipulangkan\s+paksa|deportasi\s+(?:terhadap\s+)?(?=⟨CNT)"
    ), "persons-deported"),
    ("persons", (
        r"(?:realisasi|jumlah|angka|total)\s+penempatan|menempatkan|ditempatkan"
        r"|(?:kami|kita)\s+tempatkan|(?<!kasus\s)(?<!dugaan\s)(?<!upaya\s)(?<!perkara\s)penempatan\s+(?=⟨CNT)"
        r"|penempatan\s+(?:PMI|TKI|pekerja\s+migran)\b(?!\s+(?:ilegal|non))[^⟨.;,]{0,40}(?:⟨(?:LOC|DAT)\d+⟩[^⟨.;,]{0,25}){0,3}(?:sebanyak|mencapai|berjumlah|tercatat|sejumlah)\s+(?=⟨CNT)"
    ), "placements"),
    ("persons", (
        # Who flees from the police was held by nobody.
        r"(?:berhasil\s+)?(?:kabur|lari|lolos|melarikan\s+diri)\s+dari"
        r"(?!\s+(?:polisi|petugas|aparat|kejaran|sergapan|lokasi|razia|peng\w+an|pemeriksaan|rutan|lapas|sel|tahanan|rumah\s+tahanan)\b)"
    ), "persons-escaped"),
    ("persons", (
        r"(?:(?:masih|dinyatakan)\s+(?:hilang|dicari)|belum\s+ditemukan)\b(?![^.;]{0,30}\b(?:dokumen|paspor))|(?:hilang|putus|lost)\s+(?:kontak|contact)|(?:tidak|tak)\s+(?:dapat|bisa|lagi)\s+(?:lagi\s+)?dihubungi"
    ), "persons-missing"),
    ("persons", (
        r"(?:mendatangi|melapor|mengadu)\w*\s+(?:diri\s+)?(?:ke\s+)?(?:KBRI|KJRI|⟨ORG)"
        r"|meminta\s+(?:bantuan|pertolongan)|(?:bermula|berawal)\s+dari\s+(?:aduan|pengaduan)\s+(?:dari\s+)?(?=⟨CNT)"
    ), "help-sought"),
    ("persons", (
        r"(?:(?:berada|tinggal|dititipkan|ditempatkan|ditampung)\s+di|menempati|(?:dibawa|dirujuk|dipindahkan)\s+ke)\s+(?:\w+\s+)?(?:shelter|RPTC"
        r"|penampungan\s+(?:sementara|⟨ORG)|rumah\s+(?:aman|perlindungan|singgah|ramah))"
    ), "persons-sheltered"),
    ("persons", (
        r"(?:(?:bekerja|berada|tinggal|bermukim)\s+|(?<=⟩\s))di\s+(?:luar\s+negeri|mancanegara)"
    ), "population-abroad"),
    ("companies", (
        r"(?:menjatuhkan|dijatuhi|dikenai|dikenakan|mendapat|menerima|diberi|memberikan|kena|terkena|diganjar)\s+sanksi"
        r"|disanksi|menyanksi"
    ), "companies-sanctioned"),
    ("cases", (
        r"mengungkap|membongkar|menguak|terkuak|dibongkar|diungkap|pengungkapan|terungkap"
    ), "cases-uncovered"),
    ("cases", (
        r"disidangkan|menyidangkan|memutus|mengadili|perkara\s+yang\s+diputus"
    ), "cases-tried"),
    ("persons", (
        r"berangkat\s+(?:secara\s+)?(?:resmi|prosedural|legal)"
        r"|(?:berangkat|bekerja)\s+ke\s+luar\s+negeri(?!\s+(?:tanpa|secara\s+(?!resmi|prosedural|legal)|dengan\s+visa|lewat|melalui)\b)"
    ), "placements"),
    ("departures", (
        r"mencegah|dicegah|menunda|ditunda|menggagalkan|digagalkan|membatalkan|pencegahan|penundaan|(?:kami|kita)\s+(?:cegah|tunda|gagalkan)"
    ), "departures-prevented"),
    ("persons", (
        r"(?:berangkat|bekerja)\s+tanpa\s+dokumen\b|(?:berangkat|bekerja)\s+(?:secara\s+|tanpa\s+)?(?:tidak\s+prosedural|non-?prosedural|ilegal|dokumen\s+resmi)"
    ), "irregular-migrants"),
    ("reports", (
        r"menerima|diterima|masuk|terdapat|(?:men|ter)catat|menghimpun|menampung|kebanjiran|dilayangkan"
    ), "complaints-received"),
    ("contents", _CLOSED, "content-taken-down"),
    ("accounts", _CLOSED, "content-taken-down"),
    ("contents", _FOUND, "content-detected"),
    ("accounts", _FOUND, "content-detected"),
    ("companies", (
        r"(?:mencabut|dicabut|pencabutan|cabut)(?!\s+(?:sanksi|skorsing))|kehilangan\s+izin"
    ), "licences-revoked"),
    ("companies", (
        r"skorsing|diskors|menskors|penghentian\s+sementara|dibekukan|membekukan|pembekuan"
        r"|menghentikan\s+sementara|dihentikan\s+sementara"
        r"|dilarang\s+beroperasi\s+(?:untuk\s+)?(?:sementara|selama)"
    ), "licences-suspended"),
    ("companies", r"peringatan|teguran|memperingatkan|diperingatkan", "companies-warned"),
    ("companies", (
        r"berizin|(?:memiliki|mengantongi|memegang|mempunyai)\s+izin|izinnya\s+(?:masih\s+)?(?:berlaku|aktif)"
        r"|terdaftar|aktif\b(?!\s+kembali)"
    ), "licences-active"),
    ("agencies", r"menjalin|kemitraan|kerja\s?sama|bermitra", "partnerships-formed"),
    ("posts", r"membuka|dibuka|meresmikan|diresmikan|membentuk", "posts-opened"),
)  # fmt: skip
_BY_ROLE = {
    "victim": "victims-identified", "child-victim": "victims-identified",
    "participant": "participants", "wanted-person": "wanted-persons",
}  # fmt: skip
_HELD = Pattern(
    r"(?i)menangkap|ditangkap|meringkus|diringkus|mengamankan|diamankan|penangkapan"
    r"|membekuk|dibekuk|menahan|ditahan|penahanan|(?:men|di)ciduk|(?:men|di)cokok|(?:meng|di)gulung|(?:men|di)jebloskan|(?:men|ter)jaring|tertangkap"
)
_PLAIN = frozenset({"orang", "pria", "perempuan", "wanita", "laki-laki", "warga"})
_CAUGHT = Pattern(
    r"(?i)(?:\b(?:menangkap|meringkus|membekuk|menciduk)\s+(?:\w+\s+)?⟨CNT|⟩\s+(?:(?!me|di|ber|yang)\w+\s+){0,4}"
    r"(?:ditangkap|diringkus|dibekuk|diciduk)\b)"
)
_BECAME = Pattern(
    r"(?:,?\s+(?:asal\s+|dari\s+)?⟨LOC\d+⟩){0,2},?\s+(?:(?:telah|sudah|yang|ikut|turut|diduga|dilaporkan)\s+)*(?:(?:(?:menjadi|jadi|merupakan|adalah|teridentifikasi(?:\s+sebagai)?)\s+)?korban|tertipu)\b"
)
# "sosialisasi bagi 300 kepala desa", "pelatihan yang diikuti 60 siswa"
_TAUGHT = Pattern(
    r"(?i)\b(?:(?:sosialisasi|penyuluhan|edukasi|pelatihan|bimbingan|pembekalan|lokakarya|kelas|me(?:nyosialisasikan|nsosialisasikan))\b|(?:acara|kegiatan|peluncuran|peresmian|deklarasi|kampanye|dialog|forum|diskusi)\b(?=[^.;]{0,90}\bdi(?:hadir|ikut)i\s))[^.;⟨]{0,90}(?:⟨(?:TOP|LOC|ORG|DAT)\d+⟩[^.;⟨]{0,30}){0,5}"
    r"\b(?:bagi|kepada|diikuti|dihadiri|melibatkan|menyasar|menjangkau)\s+(?:oleh\s+)?(?:sekitar\s+|sebanyak\s+)?$"
    r"|\b[Jj]umlah\s+peserta\b[^⟨.;]{0,30}$"
)
_ATTEND = Pattern(
    r"(?:\s+⟨LOC\d+⟩\s*,?){0,3}\s+(?:(?!(?:akan|belum|tidak|batal|hendak|ingin|wajib|harus|dapat|bakal)\b)\w+\s+){0,2}(?:mengikuti|menghadiri)\s+(?:kegiatan\s+)?(?:sosialisasi|penyuluhan|pelatihan|edukasi)\b"
)
_NAMED = Pattern(
    r"(?i)menetapkan|ditetapkan|penetapan|(?:men|di)jadikan(?!\s+(?!orang\b|⟨CNT|tersangka)\w)"
)
_DEAD = Pattern(
    r"(?i)meninggal(?!kan)|tewas|tak\s+bernyawa|meregang\s+nyawa|wafat|peti\s+(?:jenazah|mati)|kehilangan\s+nyawa"
)
_KILLED = Pattern(
    r"(?i)\b(?:menewaskan|merenggut\s+nyawa)\s+(?:\w+nya\s+|sekitar\s+)?$"
    # "jumlah jenazah yang dipulangkan sudah 37 orang"
    r"|\b(?:jumlah|total)\s+(?:total\s+)?(?:jenazah|kematian)\b[^.;⟨]{0,90}(?:⟨[A-Z]+\d+⟩[^.;⟨]{0,60}){0,3}$"
)


def _clause(view: View, at: int) -> str:
    # "menghentikan sementara 24 perusahaan": the word sets no clause against another there.
    masked = view.masked.replace("hentikan sementara ", "hentikan_sementara ")
    start = max(
        masked.rfind(mark, 0, at)
        for mark in (";", ". ", " sedangkan ", " sementara ", " namun ", " tetapi ", " sehingga ")
    )
    return view.masked[start + 1 : frames.clause_end(view, at)]


def measure_of(view: View, item: Item, value: Counted) -> str:
    """Return the notation of ``measures`` that fits a count in its clause, or empty."""
    same = max(value.part_of, value.like)
    for whole in view.items if same >= 0 else ():
        if isinstance(whole.value, Counted) and whole.start == same:
            return measure_of(view, whole, whole.value)
    at = frames.masked_at(view, item)
    is_owner = _OWNED.search(view.masked[:at]) is not None
    is_part = not value.role and _AS.match(view.text, item.end) is not None
    if value.unit == "persons" and (is_owner or is_part or _is_let_go(view, at)):
        return _BY_ROLE.get(value.role, "")
    if value.unit == "persons":
        told = _of_people(view, at, value) or departures.measure(view, at, value)
        if told is not None:
            return told
    if named := _named(view, value):
        return named if _is_of_several(view) else ""
    is_place = value.unit in ("contents", "accounts") and _WHERE.search(view.masked[:at])
    near = "" if is_place else _nearest(view, at, value.unit) or _in_own_words(item, value)
    if near:
        return "" if value.role in ("witness", "defendant") else near
    return _by_role(view, at, value)


# "delapan PMI beserta dua orang sebagai penunjuk jalan": nobody kept these from leaving.
_AS = Pattern(
    r"\s+(?:sebagai|selaku|yang\s+(?:berperan|bertugas))\s+(?!(?:calon|PMI|korban|tersangka|terduga|pelaku|buron\w*|DPO)\b)"
)
# "nomor itu ditemukan di 17 grup": what was found is not the groups.
_WHERE = Pattern(r"(?i)\b(?:di|ke|pada|dalam|lewat|melalui)\s+$")
# "21 TKI ilegal": the words call them so, whatever was done.
_IRREGULAR = Pattern(
    r"⟩\s+(?:yang\s+)?(?:ilegal|non-?\s?prosedural|unprosedural|tanpa\s+dokumen)\b"
)


# What is counted is itself what was done.
_BY_NOUN = {
    "penempatan": "placements", "deportan": "persons-deported",
    "orang deportan": "persons-deported",
    "skorsing": "licences-suspended", "sanksi skorsing": "licences-suspended",
    "permintaan bantuan": "help-sought", "permohonan perlindungan": "help-sought",
    "permohonan bantuan": "help-sought",
    "peringatan tertulis": "companies-warned", "surat peringatan": "companies-warned",
    "pencabutan": "licences-revoked", "pencabutan izin": "licences-revoked",
}  # fmt: skip


def _named(view: View, value: Counted) -> str:
    """Return the measure that the noun, or the subject of the sentence, tells by itself."""
    if value.unit == "cases" and _OF_COMPLAINTS.match(view.masked):
        return "complaints-received"
    # "3.812 penundaan keberangkatan"
    is_stopped = value.unit == "departures" and value.noun.endswith(" keberangkatan")
    return "departures-prevented" if is_stopped else _BY_NOUN.get(value.noun, "")


# "Pengaduan terbanyak berasal dari Malaysia sebanyak 486 kasus"
_OF_COMPLAINTS = Pattern(
    r"[\"“]?(?:Pengaduan|Aduan|Laporan\s+pengaduan)\s+(?:terbanyak|tertinggi|paling\s+banyak|itu|tersebut|yang\s+masuk)\b"
)
# "mengembalikan uang 14 calon pekerja": what is done is done to their money.
_OWNED = Pattern(
    r"(?i)\b(?:uang|dana|biaya|hak|gaji|upah|paspor|dokumen|ponsel|rekening|keluarga)\s+(?:milik\s+)?$"
)


def _in_own_words(item: Item, value: Counted) -> str:
    """Return the measure that the words counted hold: ``pengaduan yang masuk sebanyak 2.114``."""
    if " yang " not in item.text:
        return ""
    for unit, words, measure in _MEASURES:
        if unit == value.unit and re.search(rf"(?i)\b(?:{words})", item.text):
            return measure
    return ""


def _is_let_go(view: View, at: int) -> bool:
    """Whether those counted at a masked position are told to be let go by the police."""
    found = RELEASED.search(view.masked)
    behind = view.masked.find("⟨CNT", at + 4)
    return found is not None and (behind < 0 or found.start() < behind) and found.end() > at


def _is_of_several(view: View) -> bool:
    """Whether no one company is named, which alone may have had two suspensions."""
    return not any(item.cls.endswith("Company") for item in view.items)


def of_noun(value: Counted) -> str:
    """Return the measure that a noun tells by itself, as in a row of numbers; or empty."""
    return _BY_NOUN.get(value.noun) or _OF_ROWS.get(value.role, "")


def of_words(words: str, unit: str) -> str:
    """Return the one measure that the verbs of some words tell of a unit, or empty."""
    found = {
        measure
        for counted, verbs, measure in _MEASURES
        if counted == unit and re.search(rf"(?i)\b(?:{verbs})", words)
    }
    return found.pop() if len(found) == 1 else ""


_OF_ROWS = {"suspect": "suspects-named", "victim": "victims-identified"}


def lead_measure(lead: View, value: Counted) -> str:
    """Return the measure that the words opening a list give its numbers, or empty."""
    return of_words(lead.masked, value.unit)


def _by_role(view: View, at: int, value: Counted) -> str:
    if value.role == "migrant-worker" and _IRREGULAR.match(view.masked, view.masked.find("⟩", at)):
        return "irregular-migrants"
    if value.role == "participant" and not _ATTENDED.search(view.masked):
        return ""
    return _BY_ROLE.get(value.role, "")


# "23 peserta pelatihan melapor": they take part in nothing that the sentence tells.
_ATTENDED = Pattern(r"(?i)\b(?:dihadiri|diikuti|mengikuti|menghadiri|hadir)\b")


def _own(view: View, at: int, length: int) -> str:
    """Return the words behind a count that are not yet another count's."""
    following = view.masked.find("⟨CNT", at + 4)
    end = at + length
    return view.masked[at : end if following < 0 else min(end, following)]


def _of_people(view: View, at: int, value: Counted) -> str | None:
    """Return the measure that noun or following words tell, ``None`` where verbs must."""
    if value.role == "suspect":
        return _of_suspects(view, at)
    is_moved = value.role in ("prospective-migrant", "migrant-worker", "victim")
    # "pelaku perekrut 4 calon PMI masih diburu": these are not the ones sought.
    if (not is_moved and _SOUGHT.search(_own(view, at, 45))) or (
        not value.role and _HUNTS.search(view.masked[:at])
    ):
        return "wanted-persons"
    if _MADE_SUSPECT.match(view.masked, at):
        return "suspects-named"
    own = view.masked.find("⟩", at) + 1
    following = view.masked.find("⟨CNT", own)
    behind = view.masked[own : own + 55 if following < 0 else min(own + 55, following)]
    # "41 orang sudah kembali, dua meninggal": the dead are told behind the comma.
    is_dead = _DEAD.search(behind.partition(",")[0]) or _KILLED.search(view.masked[:at])
    if is_dead or value.noun.endswith(("jenazah", "kematian", "jasad", "peti", "peti mati")):
        return "deaths"
    return _of_plain(view, at, own, value)


def _of_plain(view: View, at: int, own: int, value: Counted) -> str | None:
    if _BECAME.match(view.masked, own):
        return "victims-identified"
    if lived_in(view, at, value) is not None:
        return "population-abroad"
    if _is_housed(view, at, own):
        return "persons-sheltered"
    if _TAUGHT.search(view.masked[:at]) or (_ATTEND.match(view.masked, own) and not value.role):
        return "participants"
    is_plain = not value.role and value.noun in _PLAIN
    if (
        is_plain
        and not is_object_below(view, 0, at)
        and _CAUGHT.search(view.masked[max(0, at - 30) : own + 50])
    ):
        return "suspects-arrested"
    return None


# "jumlah WNI di Jepang mencapai ⟨CNT⟩", "⟨CNT⟩ Indonesia tinggal di Hong Kong"
_STOCK = pattern(
    r"\b(?i:jumlah|total|populasi)\s+(?i:WNI|warga(?:\s+\w+)?|PMI|TKI|pekerja(?:\s+migran)?|buruh\s+migran|warga\s+negara)(?:\s+(?:Indonesia|⟨LOC\d+⟩))?\s+di\s+{LOC:where}[^.;⟨]{0,40}$"
)
_LIVES = pattern(
    r"(?:\s+{LOC})?(?:\s+yang)?\s+(?:(?:masih|kini|tercatat|saat\s+ini)\s+)?(?:(?:tinggal|menetap|bermukim|berada|bekerja|terdaftar)\s+)?di\s+{LOC:where}"
    r"(?=\s*(?:[.,;\"”]|$|\(|(?:saat\s+ini|kini|hingga|sampai|per|pada|dan|serta|dengan|sedangkan)\b|⟨DAT))"
)
# So many at once are no group of which something befell.
_MANY = 500


def lived_in(view: View, at: int, value: Counted) -> Item | None:
    """Return the country of which a number tells how many live there, or ``None``."""
    is_part = max(value.part_of, value.included_in, value.like) >= 0
    if (value.bounds.lower or 0) < _MANY or is_part or value.role not in ("", "migrant-worker"):
        return None
    own = view.masked.find("⟩", at) + 1
    for found in (_STOCK.search(view.masked[:at]), _LIVES.match(view.masked, own)):
        place = view.item(found, "where") if found else None
        if place is None or place.key == "country:ID" or _DONE.search(view.masked):
            continue
        if place.key.startswith("country:") or frames.is_abroad(place):
            return place
    return None


_DONE = Pattern(
    r"(?i)\b(?:di(?:pulangkan|deportasi|selamatkan|evakuasi|tempatkan|tahan|tangkap|cegah|berangkatkan)|ditunda|meninggal(?!kan)|tewas|kabur|berangkat|penempatan|korban)\b"
)
_HOUSES = pattern(
    r"(?:(?P<org>{ORG})|\b(?:KBRI|KJRI|KDEI|Kedubes)\b|\b(?i:shelter|selter|rumah\s+(?:aman|singgah|perlindungan)))[^.;⟨\"“]{0,40}\bmenampung\s+(?:sebanyak\s+|sekitar\s+|total\s+)?$"
)
_HOSTS = ("ForeignMission", "ProtectionOffice", "ServicePost")


def _is_housed(view: View, at: int, own: int) -> bool:
    """Whether those counted are told to be in the shelter of a mission or of an office."""
    found = _HOUSES.search(view.masked[:at])
    if found is None or _HABIT.match(view.masked, own):
        return False
    org = view.item(found, "org")
    return org is None or org.cls in _HOSTS


_HABIT = Pattern(r"\s+(?:per|setiap|tiap)\s")


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
_GIVEN = Pattern(r"⟩\s+(?:mendapat|menerima|terkena|diberi|dijatuhi|dikenai)\w*\s+(?:\w+\s+)?$")


def _in_stretch(view: View, at: int, counted: str, stretch: str, base: int) -> str:
    best: tuple[bool, int, str] | None = None
    own = view.masked.find("⟩", at) + 1
    for unit, words, measure in _MEASURES:
        if unit != counted:
            continue
        for found in re.finditer(rf"(?i)\b(?:{words})", stretch):
            verb = base + found.start(), base + found.end()
            distance = abs(verb[0] - at)
            is_its = reality.is_real(view, verb[0]) and binds(view, verb, (at, own))
            if not is_its or distance > 110 or _is_of_another(view, verb, at, own):
                continue
            if best is None or (measure in _LAST, distance) < best[:2]:
                best = measure in _LAST, distance, measure
    return best[2] if best else ""


def _is_of_another(view: View, verb: tuple[int, int], at: int, own: int) -> bool:
    """Whether a verb beside a count (from ``at`` to ``own``) is another count's."""
    masked, (start, end) = view.masked, verb
    if start > at:
        # "20 kasus, 12 di antaranya sudah disidangkan": the verb is that of the later count;
        # "mencabut enam izin dan menskors 14 lainnya": an active verb has its count behind.
        is_active = masked[start : start + 2].casefold() == "me"
        return "⟨CNT" in masked[own:start] or (is_active and "⟨CNT" in masked[end : end + 30])
    if _OF_ALL.search(masked[:at]):
        # "hanya sedikit dari total 313 PMI": what was done was done to fewer.
        return True
    # "Dua akun sudah diturunkan, satu lagi dipantau": a passive verb has its count before, and so
    # has one without an object: "41 orang sudah pulang, 11 lainnya belum diketahui".
    is_passive = _WITHOUT_OBJECT.match(masked, start) or _GIVEN.search(masked[:start])
    return bool(is_passive) and "⟨CNT" in masked[max(0, start - 30) : start]


_WITHOUT_OBJECT = Pattern(
    r"(?i)di|(?:sudah|telah)\s+(?:pulang|kembali)|kembali\b|batal\b|berangkat\b|bekerja\b|berada\b|tinggal\b"
)
_OF_ALL = Pattern(r"(?i)\bdari\s+(?:total|jumlah|keseluruhan)\s*$")
# "menyelamatkan 24 orang yang berada di shelter": where they stay says less than what was done.
_LAST = frozenset(
    ["population-abroad", "help-sought", "persons-sheltered", "persons-escaped",
     "companies-sanctioned", "irregular-migrants"]
)  # fmt: skip


_MADE_SUSPECT = Pattern(
    r"⟨CNT\d+⟩(?:,\s+(?!(?:yang|telah|sudah)\b)(?:[^,;.⟨]|⟨(?:PER|INI|POS|ORG|LOC|PNT)\d+⟩){2,70},)?\s+(?:(?:telah|sudah|resmi|kini|di\s+antaranya|berstatus|yang|akhirnya|juga|lain(?:nya)?)\s+)*(?:di(?:tetapkan|jadikan)\s+(?:sebagai\s+"
    r"|menjadi\s+)?|(?:sebagai|menjadi|jadi|menyandang\s+status)\s+|(?<=berstatus\s)|(?<=resmi\s))tersangka"
)
_SOUGHT = Pattern(
    r"(?i)daftar\s+pencarian|\bDPO\b|buron|\bdiburu\b|\b(?:masih|sedang|tengah)\s+(?:kami\s+|kita\s+)?di?(?:buru|kejar|cari)\b|\b(?:kami|kita)\s+(?:buru|kejar|cari)\b|\bdalam\s+pengejaran"
)


# "masih memburu tiga pelaku lain"
_HUNTS = Pattern(
    r"(?i)(?<!untuk\s)(?<!akan\s)(?<!selesai\s)\b(?:memburu|mengejar)\s+(?:(?:sebanyak|sedikitnya|sekitar|setidaknya)\s+)?$"
)
# "menerbitkan surat DPO untuk 12 orang terduga pelaku"
_LISTED = Pattern(
    r"(?i)\b(?:daftar\s+pencarian\s+orang|DPO)\b(?:\s*\([^)]{0,30}\))?\s+(?:untuk|terhadap|atas|bagi|kepada)\s+(?:\w+\s+){0,2}$"
)


# "Tersangka sebanyak 22 orang"
_SUMMED = Pattern(
    r"(?i)(?:(?:total|jumlah)\s+)?tersangka(?:nya)?[\s,].*\b(?:sebanyak|berjumlah|mencapai|menjadi|ada|adalah|yaitu|yakni|tercatat)\s"
)


def _of_suspects(view: View, at: int) -> str:
    if (
        _HUNTS.search(view.masked[:at])
        or _SOUGHT.search(_own(view, at, 70))
        or _LISTED.search(view.masked[:at])
    ):
        return "wanted-persons"
    own = view.masked.find("⟩", at) + 1
    # Verbs beyond another count are that count's.
    start = max(at - 70, view.masked.rfind("⟨CNT", 0, at) + 1)
    end = at + len(_own(view, at, own - at + 85))
    for words, measure in ((_NAMED, "suspects-named"), (_HELD, "suspects-arrested")):
        told = [found.start() for found in words.finditer(view.masked, start, end)]
        if any(reality.is_real(view, verb) for verb in told):
            return measure
    counted = view.marked(view.masked[at:own]).text
    if _HELD.search(counted):
        return "suspects-arrested"
    # A "tersangka" is by definition someone whom investigators have named.
    is_sum = re.search(r"(?i)\b(?:ada|terdapat|total|sebanyak|dengan)\s+$", view.masked[:at])
    return "suspects-named" if is_sum or _SUMMED.match(counted) else ""
