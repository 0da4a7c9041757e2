"""What is told of a sum beyond its number: per head, what for, in which currency, when.

Owns the words beside a sum that its number cannot hold, kept as they are printed, and the day of a
payment. Refuses a day that another verb of the sentence may have.
"""

from __future__ import annotations

from loaders.text.context import Context
from loaders.text.draft import Voice
from loaders.text.facts import frames
from loaders.text.facts.modality import EDGES, LIGHT, WORD, is_verb
from loaders.text.patterns import Pattern
from loaders.text.view import View

# What a sum is called, where the name says more than "uang".
_NAMES = (
    r"(?:komisi|upah|fee|imbalan|bayaran|honor(?:arium)?|bonus|jatah|setoran|suap|tebusan|cicilan|omzet|keuntungan(?:\s+bersih)?|tarif|ongkos|pelunasan"
    r"|(?:uang|dana|biaya)\s+(?!itu|tersebut|tunai|sebesar|senilai|sebanyak|hingga|sekitar|total|dan)[a-z-]+(?:\s+(?:kerja|jadi|migran|kematian))?"
    r"|santunan(?:\s+(?:kematian|duka))?|restitusi|kompensasi|ganti\s+rugi|tali\s+asih|hibah|donasi|bantuan(?:\s+(?:modal|tunai|dana|usaha|uang))*"
    r"|klaim(?:\s+(?:asuransi|jaminan\s+\w+))?|manfaat|(?:hak|sisa|tunggakan)\s+(?:gaji|upah)|gaji|DP)(?:nya)?"
)
_ABOUT = (
    r"(?:(?:sebesar|senilai|sebanyak|sejumlah|sekitar|hingga|mencapai|sampai|mulai|dari|antara|kurang\s+lebih|uang|total|hampir|lebih\s+dari|masing-masing"
    r"|rata-rata)\s+){0,3}"
)
_HEADS = (
    r"(?:orang|kepala|korban|calon|pekerja|pmi|cpmi|tki|tkw|abk|penumpang|peserta|pelamar|perempuan|wanita|warga|anak|keluarga|trip|ginjal|paspor|dokumen"
    r"|kali|bulan|hari|minggu|pekan|pengiriman|keberangkatan|individu)"
)
_EACH = (
    rf"(?:masing-masing|(?:per|setiap|tiap|satu)\s+{_HEADS}(?:nya)?"
    r"(?:\s+(?:pekerja|migran|pmi|tki|korban))*)"
)
_BEFORE = Pattern(rf"(?i)\b{_NAMES}\s+{_ABOUT}$")
_EACH_BEFORE = Pattern(rf"(?i)\b{_EACH}\b(?:(?!\b(?:dan|namun|tetapi|yang)\b)[^.;:\"“⟨]){{0,40}}$")
# "untuk biaya paspor dan visa", "dengan alasan mengurus tiket": what a sum is asked for.
_ENDS = (
    r"(?:yang|namun|tetapi|tapi|kepada|di|ke|dari|oleh|agar|supaya|setelah|pada|ketika|karena|sebelum|saat|melalui|lewat|sementara|sedangkan|padahal|kata|tujuan"
    r"|ujar|jelas|ungkap|tutur|lalu|kemudian|sehingga|hingga|tanpa)"
)
_PURPOSE = (
    r"(?P<for>,?\s+(?:(?:untuk|guna)\s+(?=(?:biaya|keperluan|proses|peng?urusan|pembuatan|pembelian|pelatihan|pemeriksaan|mengurus|membuat|membayar|membeli"
    r"|menutupi|paspor|visa|tiket|dokumen|administrasi|medical|akomodasi|transportasi|ongkos)\b)"
    r"|sebagai\s+(?=(?:biaya|uang|syarat|jaminan|tanda|DP|ongkos|imbalan|upah|komisi|setoran|ganti|mahar)\b)|dengan\s+(?=(?:dalih|alasan|alibi)\b))"
    rf"[A-Za-z][\w-]*(?:,?\s+(?!{_ENDS}\b)[A-Za-z][\w-]*){{0,8}})?"
)
_BEHIND = Pattern(
    r"(?i)(?P<upto>\s*(?:-|–|dan|hingga|sampai(?:\s+dengan)?)\s+⟨MON\d+⟩)?"
    r"(?P<each>(?:\s+(?:dari|oleh)\s+(?:[a-z]+\s+){0,4}⟨(?:PER|INI|ORG|LOC)\d+⟩(?=\s+(?:untuk|per|setiap|tiap)\s))?"
    rf",?\s+(?:(?:untuk|dari|bagi|atas|kepada)\s+)?{_EACH}(?:\s+yang\s+(?:(?:berhasil|sudah|telah|akan)\s+)?(?:di|ber(?!hasil))[a-z]+)?(?:\s+(?:per|setiap|tiap)\s+(?:bulan|hari|minggu|pekan|tahun))?"
    rf"|\s+(?:sekali\s+(?:jalan|antar|kirim|angkut|berangkat)|se(?:bulan|hari|minggu)))?{_PURPOSE}"
)
_UPTO = Pattern(r"\s*(?:-|–|hingga|sampai)\s+⟨MON")
_ANTARA = Pattern(r"(?i)\bantara\s+$")


def is_between(view: View, at: tuple[int, int]) -> bool:
    """Whether a sum is one end of a range: ``antara Rp 3 juta dan Rp 6 juta``."""
    is_first = _ANTARA.search(view.masked[: at[0]]) is not None
    return is_first or _UPTO.match(view.masked, at[1]) is not None


def claim(
    context: Context, view: View, id_: str, at: tuple[int, int], voice: Voice, *, has_number: bool
) -> None:
    """Claim the words beside a sum where they tell what its number does not.

    Where its number is claimed, only more than that is kept.
    """
    before = _BEFORE.search(view.masked[: at[0]])
    behind = _BEHIND.match(view.masked, at[1])
    each = behind["each"] if behind else None
    # "Setiap korban ditarik Rp 35 juta": told before the sum.
    ahead = None if each else _EACH_BEFORE.search(view.masked[: at[0]])
    purpose = behind["for"] if behind else None
    if has_number and not (before or each or ahead or purpose):
        return
    ahead = ahead or before or _ANTARA.search(view.masked[: at[0]])
    start = min([at[0], *(found.start() for found in (ahead, before) if found)])
    span = view.offset(start), view.offset(behind.end() if behind else at[1])
    words = " ".join(context.text[slice(*span)].split())
    context.sink.claim(id_, "description", words, span, voice=voice, confidence=0.8)


def claim_day(context: Context, view: View, id_: str, told: tuple[int, int], voice: Voice) -> None:
    """Claim the day, month or year of a payment, where no other verb may have it.

    What tells of the payment is ``told``, in the masked text.
    """
    day = frames.date_of(view, told[0], is_own=True)
    if day is None or "/" in day.key:
        return
    at = frames.masked_at(view, day)
    if at > told[1]:
        is_free = not _has_verb(view, told[1], at)
    else:
        comma = max(view.masked.rfind(mark, 0, at) for mark in ",;:")
        is_free = not _has_verb(view, at, told[0]) and not _has_verb(view, comma + 1, at)
        # "bebas pada 30 April setelah keluarganya menebus": of the clause before.
        is_free = is_free and EDGES.isdisjoint(_words(view, at, told[0]))
    if is_free:
        where = day.start, day.end
        context.sink.claim(id_, "date", day.key, where, voice=voice, original=day.original)


def _has_verb(view: View, start: int, end: int) -> bool:
    return any(is_verb(word) and word not in LIGHT for word in _words(view, start, end))


def _words(view: View, start: int, end: int) -> list[str]:
    return [word.casefold() for word in WORD.findall(view.masked, start, end)]
