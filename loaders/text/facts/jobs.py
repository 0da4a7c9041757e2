"""The words for work and pay: ``sebagai kasir minimarket``, ``gaji RM 1.800 sebulan``.

Owns what a job, a place of work and a sum per month are called. Refuses to say whether anybody
promised them: that is for :mod:`loaders.text.facts.promises`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.text.numbers import WORDS
from loaders.text.patterns import Pattern
from loaders.text.view import View, pattern

_STOP = (
    r"(?:lantaran|akibat|sebab|iming\S*|di|ke|dengan|dan|yang|bergaji|digaji|berupah|oleh|untuk|namun|pada|lewat|melalui|dalam|tanpa|selama|sejak|saat|ketika|dari"
    r"|seharga|senilai|bagi|tetapi|tapi|malah|justru|ternyata|lalu|kemudian|itu|ini|tersebut|agar|sambil|supaya|karena|jika|bila"
    r"|plus|berbendera|milik|bernama|seperti|sebagaimana|meski|walau|padahal|sementara|sedangkan|guna|asal|tempat|beserta|secara|atau|maupun|serta|gaji|upah|fiktif|palsu|ilegal|bodong|kepada|begitu|sesuai|setelah|hingga|sampai|di(?:janji|tawar|umum|beri|bayar|upah|duga|tangkap|tahan|ketahui|kenal|sebut|tugas)[a-z]*)"
)
_WORD = r"(?:[a-z][a-z-]*|ABK|PRT|ART|SPG|LC|IT|HRD|CS|CCTV|SPA|HP)"
_MORE = rf"(?:\s+(?!{_STOP}\b){_WORD}){{0,4}}"
_NO_TITLE = (
    r"(?:sebagai|menjadi|oleh|seorang|sebuah|orang|korban|tetap|salah|di|ke|dengan|yang|dan|itu|ini|tersebut|kerja|bekerja|pekerjaan|paling"
    r"|layak|legal|bagus|enak|impian|resmi|palsu|fiktif|ilegal|baru|lain|mudah|ringan|bergaji|digaji|luar|untuk|pada|dari|halal|seperti|kepada|bagi|melalui|lewat|tanpa"
    r"|atau|agar|supaya|secara|tersangka|terdakwa|saksi|modus|gaji|upah|uang|biaya|imbalan|syarat|jaminan|tawaran|tenaga\s+kerja(?!\s+[a-z])"
    r"|pekerja\s+(?:migran|di|ke|yang|ilegal)|pmi|tki|tkw|calon|anggota|bagian|dapat|bisa|akan|tidak|belum|terhadap|dalam|apa|warga|psk|bekal|mencurigakan|bodong|abal-abal|selama|bermasalah|serupa|sejenis|menarik|menggiurkan|gratis|online|daring|viral"
    r"|pelancong|turis|wisatawan|pengunjung|jemaah|jamaah|peziarah|keluarga|kerabat|pekerja\s+seks|pemuas|penipu|tumbal|budak|perekrut|penyalur|calo|sponsor|penampung|penjemput|pengantar|tekong|perantara|koordinator|otak|dalang|pemodal|jalan|cara|alasan|tujuan|awal|sasaran|target|incaran|alat|umpan|pintu|sarana|jerat|jebakan|kedok|pemicu|faktor|ancaman|sorotan|gerbang|celah|paruh)"
)
_TITLE = rf"(?!{_NO_TITLE}\b){_WORD}{_MORE}"
# Work that is named by what is done or where: "kerja spa", "bekerja merawat lansia".
_TRADE = (
    r"(?:merawat|menjaga|jaga|mengasuh|memetik|petik|memanen|panen|memasak|masak|mengurus|membersihkan|bersih-bersih|mencuci|cuci|melaut"
    r"|memerah|menyortir|sortir|menjahit|jahit|mengemas|packing|spa|salon|pabrik|kebun|bangunan|restoran|hotel|kapal|proyek|ladang|sawit"
    r"|kantoran|katering|las|konveksi|konfeksi|kasir|admin|operator|pelayan|perawat|sopir|juru|tukang|buruh|asisten|pembantu|pengasuh|penjaga"
    r"|pemetik|staf|koki|barista|terapis|teknisi|pelaut|nelayan|ABK|customer|marketing|baby)"
)
_JOB = pattern(
    # "menyamar sebagai pedagang": what somebody only seemed to be.
    r"(?<!menyamar\s)(?<!berpura-pura\s)(?<!pura-pura\s)(?<!seolah-olah\s)(?<!seolah\s)(?<!mengaku\s)\b(?:(?:bagi|untuk)(?=\s+(?:operator|admin|staf|perawat|pengasuh|buruh|kasir|pelayan|terapis|sopir|juru\s|petugas|tenaga\s))"
    r"|[Ss]ebagai|menjadi|(?<!,\s)jadi|dijadikan|tawaran(?=\s+(?:kasir|admin|operator|pelayan|perawat|staf))|[Pp]osisi(?:\s+(?:pe)?kerja(?:an)?)?(?:nya)?(?:\s+yang\s+(?:ditawarkan|dijanjikan|tersedia))?(?:\s+(?:sebagai|seperti|adalah|ialah|yakni|yaitu|antara\s+lain|meliputi)|\s*:)?|[Ff]ormasi|[Rr]ekrutmen(?=\s+ABK)|[Jj]abatan|[Pp]rofesi(?:\s+sebagai)?|lowongan(?:\s+(?:kerja|pekerjaan))?"
    r"(?:\s+(?:sebagai|untuk|posisi))?|kontrak(?:\s+(?:kerja|sebagai|kerja\s+sebagai))?(?=\s+(?:pijat|tukang|kasir|perawat|pelayan|terapis|operator|buruh))"
    r"|(?:[Pp]ekerjaan|[Jj]ob)(?:nya)?(?:\s+(?:sebagai|berupa|(?:di\s+)?(?:bidang|bagian)|yang\s+(?:ditawarkan|dijanjikan|diiklankan|tersedia)(?:\s+[a-z]+){0,3}?(?:\s*:|\s+(?:adalah|ialah|yakni))))?)\s+[\"“]?(?P<job>"
    rf"{_TITLE})"
    rf"|\b(?i:(?:di|mem)butuhkan)(?:\s+segera)?(?:\s+(?:⟨CNT\d+⟩|\d+(?:\s+orang)?))?\s+(?P<wanted>(?:{_TRADE}|welder|waiter|waitress)\b{_MORE})"
    rf"|\b(?:[Kk]erja(?:nya)?(?:\s+(?:cuma|hanya))?|[Bb]ekerja)\s+(?P<trade>{_TRADE}\b{_MORE})"
)
# "ditawari jaga toko": the work stands right behind the verb.
_DIRECT = Pattern(
    rf"(?:\s+(?:untuk|oleh|agar|posisi|program|antara\s+lain|berupa|meliputi|adalah|yakni|yaitu))?\s+(?P<job>(?:{_TRADE}|magang)\b{_MORE})"
)
_PLACE = (
    r"(?:perkebunan|kebun|kilang|pabrik|restoran|hotel|kapal|ladang|peternakan|rumah\s+(?:makan|sakit|jompo|potong|tangga)|salon|toko|perusahaan"
    r"|kafe|kedai|spa|konstruksi|proyek|tambang|gudang|galangan|bengkel|vila|minimarket|supermarket|swalayan|panti|konfeksi|konveksi|garmen|kantin"
    r"|katering|klinik|laundry|kantor|warung|pasar|mal|bandara|penggilingan|pengolahan|pertanian|perikanan|resor|resort|apotek|butik|bidang|sektor)"
)
# "dijanjikan bekerja di perkebunan sawit": the place of work tells the work.
_WORKPLACE = Pattern(
    rf"\b(?P<job>(?:bekerja|kerja|pekerjaan)\s+di\s+(?:sebuah\s+|salah\s+satu\s+)?{_PLACE}{_MORE})"
)
# "kerja delapan jam di supermarket", "masuk ke pabrik elektronik", "kontrak perusahaan roti"
_AT_PLACE = Pattern(
    rf"\b(?:(?:kerja|bekerja|di\s?pekerjakan|ditempatkan|magang|masuk|memasukkan)\b(?:(?!\b{_STOP}\b)[^.;:,\"“⟨]|⟨CNT\d+⟩){{0,40}}?\s+(?:di|ke|pada)"
    rf"|berkop|kontrak(?:\s+\w+){{0,2}}?)\s+(?:sebuah\s+|salah\s+satu\s+)?(?P<job>{_PLACE}\b{_MORE})"
)
# "sebagai pelayan, kasir, dan buruh kebun sawit": several jobs were offered.
_JOINT = r"(?:\s*,\s*(?:(?:dan|atau|hingga|serta)\s+)?|\s+(?:dan|atau|maupun|hingga|serta)\s+)"
_SECOND = Pattern(
    rf"(?:\s+di\s+⟨LOC\d+⟩)?{_JOINT}(?:sebagai\s+)?(?P<job>(?:buruh|pekerja|pelayan|asisten|pembantu|perawat|pengasuh|penjaga|sopir|juru|koki"
    r"|operator|admin|staf|karyawan|petugas|tukang|kasir|terapis|pemetik|pemanen|nelayan|ABK|customer|telemarketing|marketing|teknisi)\b"
    rf"{_MORE})"
)
_SECOND_PLACE = Pattern(rf"\s+(?:dan|atau|maupun)\s+(?:di\s+)?(?P<job>{_PLACE}\b{_MORE})")


def title(
    view: View, at: int, end: int, *, behind: int | None = None
) -> tuple[str, tuple[int, int], int] | None:
    """Return the first job told of in a stretch of the masked sentence.

    Args:
        view: The sentence.
        at: Where the stretch begins.
        end: Where it ends.
        behind: Where the verb ends behind which work may stand without ``sebagai``.

    Returns:
        Its words, the document offsets, and where it ends in the masked text.
    """
    if behind is not None and (found := _DIRECT.match(view.masked, behind, end)):
        return _told(view, found, "job")
    found = _JOB.search(view.masked, at, end)
    group = next((g for g in ("job", "wanted", "trade") if found and found[g]), "job")
    place = _WORKPLACE.search(view.masked, at, end)
    if found and not (place and place.start() < found.start()):
        return _told(view, found, group)
    place = place or _AT_PLACE.search(view.masked, at, end)
    return _told(view, place, "job") if place else None


def others(view: View, end: int) -> Iterator[tuple[str, tuple[int, int], int]]:
    """Yield the jobs that follow in a row where a job ends in the masked sentence."""
    while found := _SECOND.match(view.masked, end) or _SECOND_PLACE.match(view.masked, end):
        yield _told(view, found, "job")
        end = found.end("job")


def _told(view: View, found: re.Match[str], group: str) -> tuple[str, tuple[int, int], int]:
    return " ".join(found[group].split()), view.span(found, group), found.end(group)


_UNIT = r"(?:bulan|hari|minggu|pekan|jam|tahun|trip|⟨DAT\d+⟩)"
_EACH = (
    rf"(?:(?:per|setiap|tiap|saban|/)\s*(?:satu\s+)?{_UNIT}(?:nya)?"
    r"|se(?:bulan|hari|minggu|pekan|jam|tahun)|bulanan|harian)"
)
_RANGE = r"(?:\s*(?:hingga|sampai(?:\s+dengan)?|-|–|dan|atau)\s*{MON})?"
_NOUN = (
    r"(?:[Gg]aji|bergaji|digaji|[Uu]pah|berupah|diupah|[Pp]enghasilan|berpenghasilan|[Pp]endapatan"
    r"|[Bb]ayaran|[Hh]onor)"
)
_PAY = pattern(
    rf"\b(?P<all>{_NOUN}(?:nya)?(?:\s+(?!(?:hanya|cuma|baru|tidak|belum|dipotong|pertama|selama|oleh|kepada)\b)[a-z-]+){{0,4}}[,:]?\s+"
    rf"(?:{_EACH}\s+)?(?:\d[\d.,]*\s*(?:hingga|sampai|-|–)\s*)?(?P<money>{{MON}}){_RANGE}(?:\s*{_EACH})?)"
)
# "dijanjikan 1.000 riyal sebulan", "sebulan 9.000 pataca": the time tells that it is pay.
_TIMED = pattern(rf"(?P<all>(?P<money>{{MON}}){_RANGE}\s*{_EACH}|\b{_EACH}\s+{{MON}})")
# "gaji 12 sampai 15 juta": in speech the currency is left out.
_BARE = Pattern(
    r"\b(?P<all>(?:gaji|bergaji|digaji|upah|bayaran|penghasilan)(?:nya)?\s+(?:(?:sekitar|antara|mencapai|hingga|bisa|sampai|sebesar|senilai)\s+){0,2}"
    rf"(?:\d[\d.,]*(?:\s*(?:sampai|hingga|-|–|s/d|atau)\s*\d[\d.,]*)?|{WORDS}(?=\s+(?:juta|ribu)))\s+(?:juta|ribu|jt)\b(?:\s+(?:per\s+(?:bulan|hari|minggu|jam)|sebulan|sehari))?)"
)
# "iming-iming gaji yang besar": no sum is told.
_IN_WORDS = Pattern(
    rf"\b(?P<all>(?:(?:ber|di)?(?:gaji|upah)|penghasilan|bayaran|pendapatan)(?:nya)?\s+(?:yang\s+)?(?:(?:cukup|lebih|sangat|relatif|terbilang)\s+)?"
    r"(?:besar|tinggi|menggiurkan|fantastis|menarik|menjanjikan|selangit|lumayan|layak|(?:jutaan|belasan\s+juta|puluhan\s+juta)(?:\s+rupiah)?)\b"
    rf"(?:\s+{_EACH})?)"
)


def pay(view: View, at: int, end: int) -> tuple[int, int] | None:
    """Return where pay is told of by a word for it, with or without a currency.

    Args:
        view: The sentence.
        at: Where to look from in the masked text.
        end: Where to stop.
    """
    if found := _PAY.search(view.masked, at, end):
        return view.span(found, "all")
    start = view.sentence.start
    bare = _BARE.search(view.sentence.text, view.offset(at) - start, view.offset(end) - start)
    return (start + bare.start("all"), start + bare.end("all")) if bare else None


def pay_in_words(view: View, at: int, end: int) -> tuple[int, int] | None:
    """Return where pay is called high or the like, without a sum."""
    found = _IN_WORDS.search(view.masked, at, end)
    return view.span(found, "all") if found else None


def timed_pay(view: View, at: int, end: int) -> tuple[int, int] | None:
    """Return where a sum for a month, a day or an hour stands, with no word for pay."""
    found = _TIMED.search(view.masked, at, end)
    return view.span(found, "all") if found else None
